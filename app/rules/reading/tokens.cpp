// SPDX-License-Identifier: MulanPSL-2.0
#include "tokens.h"

#include "digits.h"
#include "numberwords.h"

#include <algorithm>

namespace nianbao {

namespace {

bool isDigit(QChar c) { return digits::valueOf(c) >= 0; }

bool startsWithCountingWord(QStringView text)
{
    const QStringList &words = numberWords().counting;
    return std::any_of(
        words.begin(), words.end(), [&](const QString &word) { return text.startsWith(word); });
}

/// Group number of each character: 0 outside of brackets, one of its own for each pair. Pairs far inside
/// others belong to the one around them: what stands in a group is read across the groups within.
QList<int> bracketGroups(const QString &text)
{
    constexpr qsizetype kDeepest = 4;
    QList<int> groups(text.size(), 0);
    QList<int> open;
    int last = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n')
            open.clear();
        if ((c == u'）' || c == u')') && !open.isEmpty())
            open.removeLast();
        groups[i] = open.isEmpty() ? 0 : open.last();
        if (c == u'（' || c == u'(')
            open.append(open.size() < kDeepest ? ++last : open.last());
    }
    return groups;
}

bool isMark(QChar c)
{
    static const QString marks = QStringLiteral("，。；：、！？,;:!?\n（）()“”‘’《》【】|｜");
    return marks.contains(c);
}

/// A line of a table that was typed as text: its label stands on the line before.
bool isFigureAlone(QStringView text)
{
    constexpr qsizetype kLongest = 16;
    const auto end = text.indexOf(u'\n');
    const QStringView line
        = digits::trimmed(end < 0 ? text.left(kLongest + 1) : text.left(std::min(end, kLongest + 1)));
    qsizetype i = 0;
    while (i < line.size() && (isDigit(line[i]) || (i > 0 && line[i] == u',')))
        ++i;
    const QStringView unit = digits::trimmed(line.mid(i));
    return i > 0 && line.size() <= kLongest && numberWords().counting.contains(unit.toString());
}

class Tokenizer {
public:
    Tokenizer(const QString &text, const Lexicon &lexicon, const QList<Quantity> &quantities)
        : m_text(text), m_lexicon(lexicon), m_quantities(quantities), m_groups(bracketGroups(text))
    { }

    QList<Token> read()
    {
        while (m_at < m_text.size()) {
            if (m_quantity < m_quantities.size() && m_quantities[m_quantity].start == m_at)
                takeQuantity();
            else if (isMark(m_text[m_at]))
                takeMark();
            else if (isDigit(m_text[m_at]))
                takeNumber();
            else
                takeWord();
        }
        joinDates();
        return m_tokens;
    }

private:
    Token &take(Token::Kind kind, qsizetype length)
    {
        Token token;
        token.kind = kind;
        token.start = m_at;
        token.end = m_at + length;
        token.group = m_groups[m_at];
        m_at += length;
        while (m_quantity < m_quantities.size() && m_quantities[m_quantity].start < m_at)
            ++m_quantity;
        m_tokens.append(token);
        return m_tokens.last();
    }

    void takeMark()
    {
        const QChar mark = m_text[m_at];
        take(Token::Kind::Mark, 1).mark = mark;
    }

    void takeQuantity()
    {
        const int index = int(m_quantity);
        take(Token::Kind::Number, m_quantities[index].length).quantity = index;
    }

    void takeNumber()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isDigit(m_text[end]))
            ++end;
        take(Token::Kind::Number, end - m_at);
    }

    void takeWord()
    {
        // 2024年底: the 年 is the year's
        const bool behindNumber = !m_tokens.isEmpty() && m_tokens.last().kind == Token::Kind::Number
            && m_tokens.last().quantity < 0 && m_tokens.last().end == m_at;
        Lexicon::Match match = m_lexicon.longestAt(m_text, m_at);
        if (behindNumber && match.length > 1
            && !match.word->tags.hasAny({Tag::YearMark, Tag::MonthMark, Tag::DayMark})) {
            const auto mark = m_lexicon.longestAt(QStringView(m_text).left(m_at + 1), m_at);
            if (mark.length > 0 && mark.word->tags.has(Tag::YearMark))
                match = mark;
        }
        if (match.length > 0) {
            Token &token = take(Token::Kind::Word, match.length);
            token.tags = match.word->tags;
            token.naming = match.word->naming;
        } else if (!m_tokens.isEmpty() && m_tokens.last().kind == Token::Kind::Other
            && m_tokens.last().end == m_at && m_tokens.last().group == m_groups[m_at]) {
            m_tokens.last().end = ++m_at;
        } else {
            take(Token::Kind::Other, 1);
        }
    }

    int numberOf(const Token &token) const
    {
        constexpr qsizetype kLongest = 4; // digits of a year
        if (token.end - token.start > kLongest)
            return 0;
        int number = 0;
        for (qsizetype i = token.start; i < token.end; ++i)
            number = number * 10 + digits::valueOf(m_text[i]);
        return number;
    }

    /// 2024年, 6月, 12月31日: told at the first word of each.
    void joinDates()
    {
        for (qsizetype i = 0; i + 1 < m_tokens.size(); ++i) {
            Token &token = m_tokens[i];
            if (token.kind != Token::Kind::Number || token.quantity >= 0)
                continue;
            const Token &behind = m_tokens[i + 1];
            const int number = numberOf(token);
            if (behind.tags.has(Tag::YearMark) && number >= 1900 && number <= 2100) {
                token.year = number;
                token.isDate = i + 2 < m_tokens.size() && isMonth(i + 2) && hasDay(i + 2);
            } else if (isMonth(i)) {
                token.month = number;
                token.isDate = hasDay(i);
            }
        }
    }

    bool isMonth(qsizetype i) const
    {
        const int number = m_tokens[i].kind == Token::Kind::Number ? numberOf(m_tokens[i]) : 0;
        return number >= 1 && number <= 12 && i + 1 < m_tokens.size()
            && m_tokens[i + 1].tags.has(Tag::MonthMark);
    }
    bool hasDay(qsizetype month) const
    {
        return month + 2 < m_tokens.size() && m_tokens[month + 2].kind == Token::Kind::Number
            && m_tokens[month + 1].end == m_tokens[month + 2].start;
    }

    const QString &m_text;
    const Lexicon &m_lexicon;
    const QList<Quantity> &m_quantities;
    const QList<int> m_groups;
    QList<Token> m_tokens{};
    qsizetype m_at = 0;
    qsizetype m_quantity = 0;
};

} // namespace

ReadText withoutBlanks(const QString &text)
{
    ReadText read;
    read.text.reserve(text.size());
    const auto isBlankAt
        = [&](qsizetype i) { return text[i] != u'\n' && (text[i] == u'\r' || digits::isBlank(text[i])); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar before = read.text.isEmpty() ? QChar() : read.text.back();
        if (isBlankAt(i)) {
            qsizetype behind = i;
            while (behind < text.size() && isBlankAt(behind))
                ++behind;
            const bool isBetweenDigits = isDigit(before) && behind < text.size() && isDigit(text[behind]);
            if (isBetweenDigits) {
                read.text += u' ';
                read.places.append(i);
            }
            i = behind - 1;
            continue;
        }
        const bool goesOn = text[i] == u'\n'
            && ((isDigit(before)
                    && startsWithCountingWord(digits::trimmed(QStringView(text).mid(i + 1).left(8))))
                || isFigureAlone(QStringView(text).mid(i + 1)));
        if (goesOn)
            continue;
        read.text += text[i];
        read.places.append(i);
    }
    read.places.append(text.size());
    return read;
}

QList<Token> tokensOf(const QString &text, const Lexicon &lexicon, const QList<Quantity> &quantities)
{
    return Tokenizer(text, lexicon, quantities).read();
}

} // namespace nianbao
