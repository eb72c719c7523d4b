// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inspection.h"

namespace nianbao {

/// Findings of the expressions that are data. Where two fit the same words, the first one speaks.
class PatternFindings {
public:
    /// `before`: so many characters before the place are quoted too.
    PatternFindings(Inspection &check, const Rule &rule, const CheckedText &text, qsizetype before = 0)
        : m_check(check), m_rule(rule), m_text(text), m_before(before)
    { }

    void find(const LanguageWords::Pattern &pattern, const QString &in);
    bool isTaken(qsizetype start, qsizetype end) const;

private:
    Inspection &m_check;
    const Rule &m_rule;
    const CheckedText &m_text;
    qsizetype m_before;
    QList<std::pair<qsizetype, qsizetype>> m_taken{};
};

} // namespace nianbao
