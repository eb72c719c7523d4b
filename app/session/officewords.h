// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrasefaults.h"
#include "ruleset.h"

#include <QJsonObject>

namespace nianbao {

/// The rules with the office's own words and limits, from nianbao/words.json in the user's configuration
/// folder. No file is no error. Errors: those of readWholeFile, BadWords; the rules as they ship hold then.
Result<RuleSet> officeRules();
/// The same, or the rules as they ship: what is wrong with the file is told where the program starts.
RuleSet rulesInForce();
/// The rules with the words of such a file, which is somewhere else or not yet anywhere. Error BadWords with
/// path, line and reason.
Result<RuleSet> rulesWith(const QByteArray &json, const QString &path);

/// One of the office's wordings: what it means, how it is written, and examples that show it, their figure in
/// [ ].
struct OfficeWording {
    QString tag{}; // of a meaning, see meanings.h, or another kind of words
    QString counts{}; // what the figure in [ ] counts
    QStringList words{}, reads{}, notReads{};
    QJsonObject rest{}; // what else the file says of it

    bool isBlank() const { return words.isEmpty() && reads.isEmpty() && notReads.isEmpty(); }
    bool operator==(const OfficeWording &) const = default;
};
/// With the one figure of a sentence in [ ] when it has none: what is plain need not be marked.
QString withMarkedFigure(const QString &example);

/// What an office adds by hand to nianbao/words.json: its wordings, and its accounts and other names. What
/// else the file holds is kept as it is.
class OfficeWords {
public:
    /// No file: nothing is added yet. Errors: those of readWholeFile; BadWords for a text that cannot be
    /// taken apart, and is therefore never written over.
    static Result<OfficeWords> load();

    QList<OfficeWording> wordings{};
    QStringList names{};

    /// Why the file as it was loaded is not taken; nothing: it is.
    const std::optional<Error> &fault() const { return m_fault; }
    /// Those of the wordings that would be refused, in their order.
    QList<PhraseFault> faults() const;
    /// The file, whole or not at all, and the rules with it. Errors: BadWords when it would not be taken;
    /// WordsChanged when somebody else wrote into it since load(); those of writeWhole.
    Result<RuleSet> save() const;

private:
    QByteArray json() const;
    QJsonObject m_others{}; // the keys that are none of ours
    QByteArray m_loaded{}; // byte for byte
    std::optional<Error> m_fault{};
};

/// Where the office's own words are, whether there or not.
QString officeWordsPath();
/// Gives the file another name, so that a new one may take its place; the new name.
Result<QString> putOfficeWordsAside();

} // namespace nianbao
