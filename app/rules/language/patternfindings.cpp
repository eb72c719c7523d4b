// SPDX-License-Identifier: MulanPSL-2.0
#include "patternfindings.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kQuoted = 4; // characters behind the place that are quoted with it

/// What stands in the place of a match: \1 in it is what the first bracket of the expression holds.
QString replacement(const QString &right, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < right.size(); ++i) {
        if (right[i] == u'\\' && i + 1 < right.size() && right[i + 1].isDigit())
            result += match.captured(right[++i].digitValue());
        else
            result += right[i];
    }
    return result;
}

} // namespace

bool PatternFindings::isTaken(qsizetype start, qsizetype end) const
{
    return std::any_of(m_taken.begin(), m_taken.end(),
        [=](const auto &range) { return range.first < end && start < range.second; });
}

void PatternFindings::find(const LanguageWords::Pattern &pattern, const QString &in)
{
    for (auto it = pattern.find.globalMatch(in); it.hasNext() && !m_check.isFull(m_rule);) {
        const auto match = it.next();
        const qsizetype start = match.capturedStart(), end = match.capturedEnd();
        const QString right = replacement(pattern.right.value_or(QString()), match);
        const bool isRight = pattern.right && right == match.captured();
        if (isRight || start == end || isTaken(start, end))
            continue;
        m_taken.append({start, end});
        qsizetype from = start, quoted = end;
        while (from > 0 && start - from < m_before && in[from - 1] != u'\n')
            --from;
        while (quoted < in.size() && quoted < end + kQuoted && in[quoted] != u'\n')
            ++quoted;
        const QString &words = m_text.shown.text;
        Finding &finding = m_check.addAt(m_rule, m_text, start, end - start, pattern.says.constData(),
            words.mid(start, end - start), right, words.mid(from, quoted - from));
        finding.left = words.mid(start, end - start);
        if (!pattern.right)
            continue;
        finding.right = right;
        if (!m_text.shown.liveAt(start, end))
            finding.fix = right;
    }
}

} // namespace nianbao
