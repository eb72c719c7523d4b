// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QHash>
#include <QStringList>

namespace nianbao {

/// By which words a text speaks of a matter, and which words only look like it: "监督" does, "市场监督" does
/// not. A pattern is words with "/" between those that stand for each other, and between its parts
///   +   the next one follows at once
///   …   up to four characters of the same clause may stand between, …… up to twenty-four, lists too; once in
///   a pattern, of at most five parts
/// A word "#" is a number, "。" the end of a clause: "发布/公布……#+条/篇", "强化/加强+保障+。". Plain words,
/// no regular expressions: an office adds its own, and a thousand of them cost no time.
class Mentions {
public:
    static bool isPattern(const QString &pattern);
    void count(const QStringList &patterns) { add(patterns, true); }
    void passOver(const QStringList &patterns) { add(patterns, false); }
    /// Whether it is spoken of. What is to be passed over is so from its first to its last character.
    bool isIn(const QString &text) const;

private:
    struct Part {
        int gap = 0; // characters that may stand before it
        QStringList words{};
    };
    struct Pattern {
        bool counts = true;
        QList<Part> parts{};
    };
    void add(const QStringList &patterns, bool counts);
    static Pattern parsed(const QString &pattern);
    static qsizetype endOf(const Pattern &pattern, qsizetype part, const QString &text, qsizetype at);

    QHash<QChar, QList<Pattern>> m_byFirst{}; // the first part of each has one word
};

} // namespace nianbao
