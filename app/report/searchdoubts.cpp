// SPDX-License-Identifier: MulanPSL-2.0
#include "searchdoubts.h"

#include "cleantext.h"
#include "digits.h"
#include "jsonreader.h"
#include "numberwords.h"
#include "report.h"
#include "showntext.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

/// From resources/rules/search.json.
struct DoubtWords {
    QStringList statutory{};
    QStringList yearUnits{};
    QStringList comparedAhead{}, comparedBehind{};
    QStringList carriedBehind{};
    QStringList pastBehind{};
    QStringList aheadOfNumbers{};
};

const DoubtWords &doubtWords()
{
    static const DoubtWords shipped = [] {
        QFile file(QStringLiteral(":/rules/search.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the words of the search are missing");
        JsonCursor::Fault fault{ErrorCode::BadJson};
        const auto root = JsonCursor::parse(file.readAll(), fault);
        const auto list = [&root](const char *key) { return root[key].strings(); };
        DoubtWords read{list("statutory"), list("year_units"), list("compared_ahead"),
            list("compared_behind"), list("carried_behind"), list("past_behind"), list("ahead_of_numbers")};
        if (fault.first)
            qFatal("the words of the search: %s", qPrintable(fault.first->where));
        return read;
    }();
    return shipped;
}

bool isArabic(QChar c) { return digits::valueOf(c) >= 0; }

bool isNumeral(QChar c)
{
    const NumberWords &words = numberWords();
    return words.digits.contains(c) || words.scales.contains(c) || words.sameDigits.contains(c);
}

bool isLatin(QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; }

/// A point or a comma between two digits: 12.5, 1,305.
bool isInsideNumber(QChar c) { return c == u'.' || c == u',' || c == u'．' || c == u'，'; }

/// Two characters that stand side by side, one of them found and the other not, belong together.
bool goOn(QChar one, QChar other)
{
    return (isArabic(one) && isArabic(other)) || (isNumeral(one) && isNumeral(other));
}

bool isPartOfNumber(const QString &text, qsizetype start, qsizetype end)
{
    const auto isFigure = [&](qsizetype at) { return at >= 0 && at < text.size() && isArabic(text[at]); };
    const bool before = start > 0
        && (goOn(text[start], text[start - 1])
            || (isFigure(start) && isInsideNumber(text[start - 1]) && isFigure(start - 2)));
    const bool behind = end < text.size()
        && (goOn(text[end - 1], text[end])
            || (isFigure(end - 1) && isInsideNumber(text[end]) && isFigure(end + 1)));
    return before || behind;
}

bool isPartOfWord(const QString &text, qsizetype start, qsizetype end)
{
    return (start > 0 && isLatin(text[start]) && isLatin(text[start - 1]))
        || (end < text.size() && isLatin(text[end - 1]) && isLatin(text[end]));
}

/// What stands between two such marks around the words; empty: nothing does, or they are all of it.
QString enclosing(const QString &text, qsizetype start, qsizetype end, QChar opening, QChar closing)
{
    constexpr qsizetype kLongest = 200; // a title
    const auto stop = [&](qsizetype at) { return text[at] == u'\n' || text[at] == closing; };
    qsizetype from = start - 1;
    while (from >= 0 && start - from < kLongest && !stop(from) && text[from] != opening)
        --from;
    if (from < 0 || text[from] != opening)
        return {};
    const qsizetype to = text.indexOf(closing, end);
    const bool isAll = from == start - 1 && to == end;
    if (to < 0 || to - end >= kLongest || QStringView(text).mid(end, to - end).contains(u'\n') || isAll)
        return {};
    return text.mid(from + 1, to - from - 1);
}

bool isWithin(const QString &text, qsizetype start, qsizetype end, QChar opening, QChar closing)
{
    return !enclosing(text, start, end, opening, closing).isEmpty();
}

/// The number of a document: who made it, the year, the how manieth. Where the first begins only the words
/// ahead of it tell; one of a single character may be a part of the name: 和平, 共和, 将乐.
bool isInDocumentNumber(const QString &text, qsizetype start, qsizetype end)
{
    static const QRegularExpression number(
        QStringLiteral("(\\p{Han}{1,12})[〔［\\[【（(][0-9０-９]{4}[〕］\\]】）)]第?[0-9０-９]{1,6}号"));
    constexpr qsizetype kLongest = 27; // of what this finds
    const qsizetype ahead = std::max<qsizetype>(0, start - kLongest);
    const QStringView near = wholeCharacters(QStringView(text).mid(ahead, end + kLongest - ahead));
    if (!near.contains(u'号')) // as in nearly every place
        return false;
    const qsizetype from = near.data() - text.data();
    for (auto match = number.globalMatch(near.toString()); match.hasNext();) {
        const auto found = match.next();
        const qsizetype first = std::max<qsizetype>(0, found.capturedStart() - 1); // 3号和…, 》和…
        const QStringView maker = near.mid(first, found.capturedEnd(1) - first);
        qsizetype begin = found.capturedStart() - first;
        for (const QString &word : doubtWords().aheadOfNumbers) {
            const qsizetype at = maker.lastIndexOf(word);
            begin = std::max(begin, at < 0 ? 0 : at + word.size());
        }
        begin += from + first;
        const qsizetype finish = from + found.capturedEnd();
        if (start < finish && end > begin && (start > begin || end < finish))
            return true;
    }
    return false;
}

/// The name of which [start, end) is a part; empty: none.
QString nameAround(const QStringList &names, const QString &text, qsizetype start, qsizetype end)
{
    const QString found = text.mid(start, end - start);
    for (const QString &name : names) {
        if (name.size() <= found.size())
            continue;
        for (auto at = name.indexOf(found); at >= 0; at = name.indexOf(found, at + 1)) {
            if (start >= at && QStringView(text).mid(start - at, name.size()) == name)
                return name;
        }
    }
    return {};
}

/// The year that the words state; 0: none.
int yearIn(QStringView words)
{
    int digitCount = 0;
    int number = 0;
    for (qsizetype i = 0; i <= words.size(); ++i) {
        const int digit = i < words.size() ? digits::valueOf(words[i]) : -1;
        if (digit >= 0 && digitCount < 5) {
            number = number * 10 + digit;
            ++digitCount;
        } else if (digit < 0) {
            if (digitCount == 4 && number >= 1949 && number <= 2100)
                return number;
            digitCount = number = 0;
        }
    }
    return 0;
}

bool beginsWithAny(QStringView text, const QStringList &words)
{
    return std::any_of(
        words.begin(), words.end(), [text](const QString &word) { return text.startsWith(word); });
}

} // namespace

SearchDoubts::SearchDoubts(const Report &report)
    : m_year(report.year()), m_names(report.ownNames() + doubtWords().statutory)
{ }

std::optional<Phrase> SearchDoubts::about(const QString &text, qsizetype start, qsizetype length) const
{
    const qsizetype end = start + length;
    if (start < 0 || length <= 0 || end > text.size())
        return std::nullopt;
    if (isPartOfNumber(text, start, end))
        return Phrase({"Part of a longer number", "是更长的数的一部分"});
    if (isPartOfWord(text, start, end))
        return Phrase({"Part of a longer word", "是更长的词的一部分"});
    constexpr qsizetype kMostTitle = 30; // characters of it that are said
    if (const QString title = enclosing(text, start, end, u'《', u'》'); !title.isEmpty())
        return Phrase(
            {"In the title of the document “%1”", "在文件标题《%1》里"}, firstCharacters(title, kMostTitle));
    if (isInDocumentNumber(text, start, end) || isWithin(text, start, end, u'〔', u'〕')
        || isWithin(text, start, end, u'［', u'］')
        || (start > 0 && end < text.size() && text[start - 1] == u'〔' && text[end] == u'〕'))
        return Phrase({"In the number of a document", "在文号里"});
    if (const QString name = nameAround(m_names, text, start, end); !name.isEmpty())
        return Phrase({"In the name “%1”", "在名称“%1”里"}, name);
    return aboutTime(text, start, length);
}

/// Of a year that is not the report's: it may be that year on purpose.
std::optional<Phrase> SearchDoubts::aboutTime(const QString &text, qsizetype start, qsizetype length) const
{
    const QStringView found = QStringView(text).mid(start, length);
    const int year = yearIn(found);
    if (year == 0 || year == m_year)
        return std::nullopt;
    const DoubtWords &words = doubtWords();
    QStringView behind = QStringView(text).mid(start + length);
    for (const QString &unit : words.yearUnits) {
        if (behind.startsWith(unit)) {
            behind = behind.mid(unit.size());
            break;
        }
    }
    const QStringView ahead = QStringView(text).first(start);
    const bool isCompared = std::any_of(words.comparedAhead.begin(), words.comparedAhead.end(),
                                [ahead](const QString &word) { return ahead.endsWith(word); })
        || beginsWithAny(behind, words.comparedBehind);
    if (isCompared)
        return Phrase({"Seems to compare with that year", "像是与那一年比较"});
    if (beginsWithAny(behind, words.carriedBehind))
        return Phrase({"Seems to be carried over from that year", "像是说那一年结转"});
    if (beginsWithAny(behind, words.pastBehind))
        return Phrase({"Seems to speak of an earlier time", "像是说往年的事"});
    return std::nullopt;
}

} // namespace nianbao
