// SPDX-License-Identifier: MulanPSL-2.0
#include "patterns.h"

#include "keptforall.h"

#include <algorithm>

namespace nianbao {

namespace {

/// Behind the bracket, class or escape that begins there; beyond the end when it is not closed.
qsizetype behind(const QString &expression, qsizetype at)
{
    if (expression[at] == u'\\') {
        const bool hasBraces = at + 2 < expression.size() && expression[at + 2] == u'{';
        const qsizetype end = hasBraces ? expression.indexOf(u'}', at) : at + 1;
        return end < 0 ? expression.size() : end + 1;
    }
    if (expression[at] == u'[') {
        qsizetype end = at + 1;
        while (end < expression.size() && (expression[end] != u']' || end == at + 1))
            end += expression[end] == u'\\' ? 2 : 1;
        return end + 1;
    }
    qsizetype end = at + 1;
    while (end < expression.size() && expression[end] != u')')
        end = QStringLiteral("\\[(").contains(expression[end]) ? behind(expression, end) : end + 1;
    return end + 1;
}

} // namespace

NeededWords neededWords(const QString &expression)
{
    static const QString special = QStringLiteral("\\[(.^$?*+{}|");
    NeededWords needed{{}, true};
    QString longest;
    QString run;
    const auto endRun = [&] {
        if (run.size() > longest.size())
            longest = run;
        run.clear();
    };
    if (expression.startsWith(QStringLiteral("(?")) && expression.size() > 2 && expression[2].isLetter())
        return {}; // options may change what a character stands for
    for (qsizetype at = 0; at <= expression.size();) {
        if (at == expression.size() || expression[at] == u'|') {
            endRun();
            if (longest.isEmpty())
                return {};
            needed.words.append(std::exchange(longest, {}));
            ++at;
            continue;
        }
        const QChar c = expression[at];
        const bool isPlain = !special.contains(c) && c != u')';
        const qsizetype next
            = isPlain || !QStringLiteral("\\[(").contains(c) ? at + 1 : behind(expression, at);
        const bool isRepeated = next < expression.size() && QStringLiteral("?*{").contains(expression[next]);
        needed.isAll = needed.isAll && isPlain && !isRepeated;
        if (isPlain && !isRepeated) {
            run += c;
        } else {
            endRun(); // it may be left out, or stand for several
        }
        at = next;
        if (c == u'{')
            at = std::max(at, expression.indexOf(u'}', at) + 1);
    }
    return needed;
}

namespace {

QString expressionOf(const char *literal) { return QString::fromUtf8(literal); }
const QString &expressionOf(const QString &expression) { return expression; }

/// A literal is known by its place, which is quicker than to read it.
template <typename Key> const QRegularExpression &compiledOf(const Key &key)
{
    return MadeOnce<Key, QRegularExpression>::of(
        key, [&key] { return QRegularExpression(expressionOf(key)); });
}

template <typename Key> bool isIn(const QString &text, const Key &key)
{
    const NeededWords &needed
        = MadeOnce<Key, NeededWords>::of(key, [&key] { return neededWords(expressionOf(key)); });
    if (!needed.words.isEmpty()) {
        const bool mayMatch = std::any_of(needed.words.begin(), needed.words.end(),
            [&text](const QString &word) { return text.contains(word); });
        if (!mayMatch || needed.isAll)
            return mayMatch;
    }
    return compiledOf(key).match(text).hasMatch();
}

} // namespace

const QRegularExpression &pattern(const char *literal) { return compiledOf(literal); }
const QRegularExpression &pattern(const QString &expression) { return compiledOf(expression); }
bool has(const QString &text, const char *literal) { return isIn(text, literal); }
bool has(const QString &text, const QString &expression) { return isIn(text, expression); }

} // namespace nianbao
