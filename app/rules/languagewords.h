// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace nianbao {

class JsonCursor;

/// A word of at most four characters as one number.
using WordKey = quint64;
constexpr qsizetype kLongestWord = 4;
WordKey wordKey(QStringView word); // 0: too long or empty

/// What the rules of language know beside the word list, from resources/rules/language.json. An office's own
/// words are added to it.
struct LanguageWords {
    /// An expression with what is said where it fits.
    struct Pattern {
        QRegularExpression find{};
        QByteArray says{}; // a key of the rule's catalogue
        std::optional<QString> right{}; // with \1 for what the first bracket holds; none: no one right way
    };
    struct Misprint {
        QString wrong{}, right{};
    };

    QString numerals{};
    QSet<WordKey> words{}; // usual in reports, and not in the word list; reduplications too: 层层

    // DUP
    QSet<QString> pairs{}; // of words: 讨论讨论
    QStringList junctures{}; // wordings in which a word rightly stands twice
    QString alone{}; // characters that are words by themselves
    QString places{}, bodies{}; // that end the name of a place, or of a body or its office
    QSet<QString> linking{}; // words that do not follow one of their own first character: 按|按照
    QSet<QString> beforeAlone{}; // words that their last character may follow by itself: 目的|的
    QString surnames{}, beforeNames{}, behindNames{};
    QString prepositions{};
    QSet<QString> actions{};
    QString ours{}, determiners{}; // 我本, 我本全该各每
    QStringList governments{}; // 政府, 人民政府

    // GAP
    QString self{}, beforeSelf{}, gapFollowers{}; // 我; 自 of 自我; 镇 of 我镇
    QStringList persons{}; // 我 is a person beside them
    QList<Pattern> gaps{};

    // MARKS
    QString behindLetters{}; // 类 of A类
    QList<Pattern> marks{};

    // REPEAT
    QStringList openers{}; // what stands before the first item of a list
    QStringList standing{}; // a sentence with one of them may stand twice
    QStringList behindLists{}; // what may follow the last item: 等
    QString joints{}; // between the last two items: 和
    QString firstPoint{}, pointMark{}; // 一 and 是 of 一是…；二是…

    // WORD
    QHash<WordKey, QList<Misprint>> misprints{}; // by their first two characters
    QList<Pattern> misuses{};

    /// Adds what the document has. A faulty expression is a fault of it.
    void take(const JsonCursor &root);
};

} // namespace nianbao
