// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bodynames.h"
#include "catalogue.h"
#include "checks.h"
#include "livefigures.h"
#include "reading.h"
#include "ruleset.h"

#include <QHash>

namespace nianbao {

/// A text of the report as it is read, live figures shown.
struct CheckedText {
    Place place{}; // the introduction, a sub-section or its heading
    QString heading{};
    ShownText shown{};
    QString bare{}; // the shown text, same length, with what stands in “ ” and 《 》 blotted out
};

/// One run of a set of rules over a report: what they read, and what they have found so far. Rules add to the
/// findings and change nothing else.
class Inspection {
public:
    const Report &report;
    const RuleSet &rules;
    const RuleWords &words;
    const BodyNames names; // whom the report is of
    QList<CheckedText> texts{};
    QList<CheckedText> headings{}; // of sub-sections, at their own places
    Findings findings{};

    Inspection(const Report &report, const RuleSet &rules);
    void run(); // all rules
    /// The one reading of a text, made when it is first asked for.
    std::shared_ptr<const Reading> readingOf(const CheckedText &text);

    /// A new finding at the level of its rule, which says what the catalogue has under that key. The
    /// reference holds until the next one is added. Of one rule only so many are kept (kMostOfARule): a text
    /// of nothing but faults is not told a hundred thousand times. One of a rule that is not of the set is
    /// not kept.
    template <typename... Arguments>
    Finding &add(const Rule &rule, const char *key, const Arguments &...arguments)
    {
        return add(rule, sayingOf(rule, key), arguments...);
    }
    /// The same in the words of another rule.
    template <typename... Arguments>
    Finding &add(const Rule &rule, const Saying &saying, const Arguments &...arguments)
    {
        return tell(rule, Phrase(saying.title, arguments...), Phrase(saying.message, arguments...));
    }
    /// The same about [start, start + length) of a text's shown characters.
    template <typename... Arguments>
    Finding &addAt(const Rule &rule, const CheckedText &text, qsizetype start, qsizetype length,
        const char *key, const Arguments &...arguments)
    {
        Finding &finding = add(rule, key, arguments...);
        setPlace(finding, text, start, length);
        return finding;
    }
    /// What is written: texts, and the headings above them.
    template <typename Read> void forEachText(Read read)
    {
        for (const CheckedText &text : std::as_const(texts))
            read(*this, text);
        for (const CheckedText &heading : std::as_const(headings))
            read(*this, heading);
    }
    /// Whether no further finding of the rule is kept: a rule may stop there, and it is said that more may
    /// follow.
    bool isFull(const Rule &rule);

    static constexpr int kMostOfARule = 200;

private:
    Finding &tell(const Rule &rule, const Phrase &title, const Phrase &message);
    static void setPlace(Finding &finding, const CheckedText &text, qsizetype start, qsizetype length);
    void tellSurplus(); // the last finding of each rule that was cut short says so

    std::optional<ReadingContext> m_context{}; // made when a text is first read
    QHash<const Rule *, int> m_found{}; // kept ones, and one more when there were others
    Finding m_surplus{}; // what is not kept
};

/// What is quoted is said by others or is a name: no statement of the report, no word of its own. Blotted
/// out, same length.
QString withoutQuotes(const QString &text);
/// Runs of eight digits and more with all but their ends blotted out, same length: messages are printed and
/// kept.
QString withoutNumbers(QString text);
/// White space away, full-width digits to half-width: what a person reads as the same.
QString plain(const QString &text);

} // namespace nianbao
