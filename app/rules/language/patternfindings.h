// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inspection.h"

namespace nianbao {

/// Findings of the expressions that are data. Where two fit the same words, the first one speaks.
class PatternFindings {
public:
    PatternFindings(Inspection &check, const Rule &rule, const CheckedText &text)
        : m_check(check), m_rule(rule), m_text(text)
    { }

    void find(const LanguageWords::Pattern &pattern, const QString &in);
    bool isTaken(qsizetype start, qsizetype end) const;

private:
    Inspection &m_check;
    const Rule &m_rule;
    const CheckedText &m_text;
    QList<std::pair<qsizetype, qsizetype>> m_taken{};
};

} // namespace nianbao
