// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "livefigures.h"
#include "rules.h"

#include <QCoreApplication>
#include <QHash>

namespace nianbao {

/// The sentences of all rules, translated under one context.
struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

/// A text of the report as it is read, live figures shown.
struct CheckedText {
    Place place{}; // the introduction or a sub-section
    QString heading{};
    ShownText shown{};
    QString bare{}; // the shown text, same length, with what stands in “ ” and 《 》 blotted out
};

/// What all rules that read texts work with. Rules add to findings and change nothing else.
class TextCheck {
public:
    const Report &report;
    const RuleWords &words;
    QList<CheckedText> texts{};
    Findings &findings;

    TextCheck(const Report &report, Findings &findings);

    /// A new finding at the level of its rule. The reference holds until the next one is added. Of one rule
    /// only so many are kept (kMostOfARule): a text of nothing but faults is not told a hundred thousand
    /// times.
    Finding &add(const char *rule, const QString &title, const QString &message);
    /// The same about [start, start + length) of a text's shown characters.
    Finding &addAt(const char *rule, const CheckedText &text, qsizetype start, qsizetype length,
        const QString &title, const QString &message);
    /// Whether no further finding of the rule is kept: a rule may stop there, and it is said that more may
    /// follow.
    bool isFull(const char *rule);
    /// The last finding of each rule that was cut short says so.
    void tellSurplus();

    static constexpr int kMostOfARule = 200;

private:
    QHash<RuleId, int> m_found{}; // kept ones, and one more when there were others
    Finding m_surplus{}; // what is not kept
};

/// White space away, full-width digits to half-width: what a person reads as the same.
QString plain(const QString &text);

} // namespace nianbao
