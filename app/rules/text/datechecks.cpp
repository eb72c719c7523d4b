// SPDX-License-Identifier: MulanPSL-2.0
#include "datechecks.h"

#include "cleantext.h"
#include "inspection.h"
#include "patterns.h"

#include <QSet>

#include <algorithm>

namespace nianbao {

namespace {
void findDates(Inspection &check);
} // namespace

const Rule kPeriod{"PERIOD", Level::Explain, RuleGroup::Content, findDates};
const Rule kYear{"YEAR", Level::Explain, RuleGroup::Content, findDates};

namespace {

// How far a sentence is read from a place: real ones end long before. Text without any mark is not read again
// and again from its beginning.
constexpr qsizetype kSentence = 400;
constexpr qsizetype kClause = 150;
constexpr qsizetype kMultiple = 12; // 的1.5倍

/// A part of a text as a person reads it: without blanks, with half-width digits and Arabic dates; and where
/// each character stands in the text.
struct PlainText {
    QString text{};
    QList<qsizetype> places{};

    void append(QChar c, qsizetype place)
    {
        text += c;
        places.append(place);
    }
    qsizetype placeOf(qsizetype at) const { return places[at]; }
};

/// 十二 → 12, 二〇二一 → 2021; empty: no number of a date.
QString digitsOf(QStringView numeral, const DateWords &words)
{
    const auto ten = numeral.indexOf(words.ten);
    QString digits;
    if (ten < 0) {
        for (const QChar c : numeral)
            digits += QString::number(words.digits.indexOf(c) % 10);
        return digits;
    }
    const auto tens = ten == 0 ? 1 : words.digits.indexOf(numeral[ten - 1]) % 10;
    const auto ones = ten + 1 < numeral.size() ? words.digits.indexOf(numeral[ten + 1]) % 10 : 0;
    return QString::number(tens * 10 + ones);
}

PlainText plainOf(QStringView text, qsizetype from, qsizetype to, const DateWords &words)
{
    constexpr qsizetype kLongestNumeral = 8; // 二十三, 二〇二一: longer is no part of a date
    PlainText read;
    for (qsizetype at = from; at < to;) {
        qsizetype end = at;
        while (end < to && (words.digits.contains(text[end]) || text[end] == words.ten))
            ++end;
        const bool isDate
            = end > at && end < to && words.units.contains(text[end]) && end - at <= kLongestNumeral;
        if (isDate) {
            for (const QChar c : digitsOf(text.mid(at, end - at), words))
                read.append(c, at);
            at = end;
            continue;
        }
        for (end = std::max(end, at + 1); at < end; ++at) {
            const QChar c = text[at];
            const bool isWide = c.unicode() >= 0xFF10 && c.unicode() <= 0xFF19;
            if (!c.isSpace())
                read.append(isWide ? QChar(char16_t(c.unicode() - 0xFEE0)) : c, at);
        }
    }
    return read;
}

// PERIOD

/// A date of a stated period, as far as it says one.
struct StatedDate {
    int year = 0, month = 0, day = 0; // 0: not said
    bool isWhole = true; // nothing of it is lost
    qsizetype start = 0, end = 0;

    bool isFirst() const { return month == 1 && (day == 1 || day == 0); }
    bool isLast() const { return month == 12 && (day == 31 || day == 0); }
};

QList<StatedDate> datesOf(const QString &text, const DateWords &words)
{
    QList<StatedDate> dates;
    for (auto it = pattern(words.datePattern).globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const auto number = [&](const char *name) { return match.captured(QLatin1String(name)).toInt(); };
        const auto says = [&](const char *name) { return !match.captured(QLatin1String(name)).isEmpty(); };
        StatedDate date;
        date.start = match.capturedStart();
        date.end = match.capturedEnd();
        if (says("compact")) { // 20240101; 202411日
            const QString digits = match.captured(QStringLiteral("compact"));
            constexpr qsizetype kDate = 8;
            date.isWhole = digits.size() == kDate && !says("sign");
            date.year = digits.left(4).toInt();
            date.month = digits.mid(4, 2).toInt();
            date.day = digits.mid(6, 2).toInt();
        } else if (says("dotted")) {
            date.year = number("dotted");
            date.month = number("dottedmonth");
            date.day = number("dottedday");
        } else {
            date.year = number("year");
            date.month = number("month");
            date.day = number("day");
            const bool hasYear = says("year");
            if (says("end")) // 12月底
                date.day = 31;
            date.isWhole = (!hasYear || match.captured(QStringLiteral("year")).size() == 4)
                && (!says("day") || says("daysign")) && !says("lost");
        }
        constexpr int kMonths = 12, kDays = 31;
        date.isWhole = date.isWhole && date.month >= 1 && date.month <= kMonths && date.day <= kDays;
        dates.append(date);
    }
    return dates;
}

/// One sentence that may say of which days its figures are.
class Period {
public:
    Period(Inspection &check, const CheckedText &text, const PlainText &sentence)
        : m_check(check)
        , m_text(text)
        , m_sentence(sentence)
        , m_words(check.words.dates)
        , m_year(check.report.year())
    { }

    /// Whether it speaks of the period at all; what is wrong is told.
    bool read()
    {
        const QString &text = m_sentence.text;
        if (!has(text, m_words.statistics))
            return false;
        const bool isNamed = has(text, m_words.periods);
        if (!isNamed && !has(text, m_words.begins))
            return false;
        const auto dates = datesOf(text, m_words);
        if (dates.isEmpty())
            return false;
        for (qsizetype i = 0; i + 1 < dates.size(); ++i) {
            const QString between = text.mid(dates[i].end, dates[i + 1].start - dates[i].end);
            if (pattern(m_words.between).match(between).hasMatch()) {
                judge(dates[i], dates[i + 1]);
                return true;
            }
        }
        if (isNamed)
            judgeAlone(dates);
        return isNamed;
    }

private:
    void judge(const StatedDate &from, const StatedDate &to)
    {
        const bool isWhole = from.isWhole && to.isWhole && from.year > 0 && (from.day == 0) == (to.day == 0);
        const bool isRight
            = from.isFirst() && to.isLast() && from.year == m_year && (to.year == m_year || to.year == 0);
        if (isWhole && isRight)
            return;
        QString right = expected();
        // as it is written, but for the days
        const QString between = m_sentence.text.mid(from.end, to.start - from.end);
        if (from.day > 0 || !isWhole)
            right = m_words.firstDay.arg(m_year) + between + m_words.lastDay.arg(m_year);
        add(isWhole, from.start, to.end, right);
    }

    /// 截止日期为2024年11月30日; 截止时间为…，起始时间为…
    void judgeAlone(const QList<StatedDate> &dates)
    {
        const bool hasEnd = has(m_sentence.text, m_words.ends);
        const bool hasBegin = has(m_sentence.text, m_words.begins);
        for (const StatedDate &date : dates) {
            const bool isOne = (date.isFirst() && !date.isLast()) || date.isLast();
            const bool isOwnYear = date.year == m_year || (date.year == 0 && dates.size() > 1);
            if (!date.isWhole || ((hasEnd || hasBegin) && (!isOne || !isOwnYear))) {
                add(date.isWhole, date.start, date.end, std::nullopt);
                return;
            }
        }
        // it begins and does not end
        if (dates.size() == 1 && dates.first().isFirst() && dates.first().day == 1 && !hasEnd && hasBegin)
            add(false, dates.first().start, m_sentence.text.size(), std::nullopt);
    }

    QString expected() const { return m_words.wholeYear.arg(m_year); }

    void add(bool isWhole, qsizetype from, qsizetype to, const std::optional<QString> &fix)
    {
        constexpr qsizetype kShown = 60; // of a sentence that names a period and does not end
        to = std::min(to, from + kShown);
        const qsizetype start = m_sentence.placeOf(from);
        const qsizetype length = m_sentence.placeOf(to - 1) + 1 - start;
        const QString stated = m_sentence.text.mid(from, to - from);
        Finding &finding = m_check.addAt(
            kPeriod, m_text, start, length, isWhole ? "OTHER" : "MANGLED", stated, expected());
        finding.excerpt = stated;
        finding.left = stated;
        finding.right = expected();
        if (fix && !m_text.shown.liveAt(start, start + length))
            finding.fix = fix;
    }

    Inspection &m_check;
    const CheckedText &m_text;
    const PlainText &m_sentence;
    const DateWords &m_words;
    const int m_year;
};

// YEAR

/// Years that an old text leaves behind.
class Years {
public:
    Years(Inspection &check, const CheckedText &text)
        : m_check(check), m_text(text), m_bare(text.bare), m_words(check.words), m_year(check.report.year())
    {
        const SectionSpec *plans = check.report.spec().section(Role::Problems);
        m_isPlan = (plans && text.place.sectionId() == plans->id)
            || containsOneOf(text.heading, m_words.planHeadings);
    }

    void check(qsizetype from, qsizetype to)
    {
        m_from = from;
        m_to = to;
        const QString sentence = m_bare.mid(from, to - from);
        QList<QRegularExpressionMatch> years;
        for (auto it = pattern(m_words.dates.yearPattern).globalMatch(sentence); it.hasNext();)
            years.append(it.next());
        m_namesThis = containsOneOf(sentence, m_words.thisYear)
            || std::any_of(years.begin(), years.end(),
                [&](const auto &each) { return each.captured(1).toInt() == m_year; });
        for (qsizetype i = 0; i < years.size(); ++i) {
            const int stated = years[i].captured(1).toInt();
            const qsizetype at = from + years[i].capturedStart(1);
            const qsizetype end = from + years[i].capturedEnd();
            if (stated == m_year || m_text.shown.liveAt(at, end))
                continue;
            if (m_check.isFull(kYear)) // what follows would be counted only
                return;
            const bool isRange = (i > 0 && isJoined(years[i - 1].capturedEnd(), years[i].capturedStart(1)))
                || (i + 1 < years.size() && isJoined(years[i].capturedEnd(), years[i + 1].capturedStart(1)));
            qsizetype first = i, last = i; // 较2022年、2023年: what stands around the list is said of each
            while (first > 0 && isListed(years[first - 1].capturedEnd(), years[first].capturedStart(1)))
                --first;
            while (last + 1 < years.size()
                && isListed(years[last].capturedEnd(), years[last + 1].capturedStart(1)))
                ++last;
            if (!isRange
                && !isRight(stated, from + years[first].capturedStart(1), from + years[last].capturedEnd()))
                add(stated, at, end, years.size() == 1);
        }
    }

private:
    bool isJoined(qsizetype from, qsizetype to) const
    {
        const auto between = QStringView(m_bare).mid(m_from + from, to - from);
        return between.size() <= 2 && !beginningOf(between, m_words.dates.joints).isEmpty();
    }

    bool isListed(qsizetype from, qsizetype to) const
    {
        return m_words.dates.listed.contains(QStringView(m_bare).mid(m_from + from, to - from));
    }

    bool isRight(int stated, qsizetype at, qsizetype end) const
    {
        const auto ahead = QStringView(m_bare).mid(m_from, at - m_from);
        const auto behind = QStringView(m_bare).mid(end, std::min(m_to, end + kClause) - end);
        const auto ends = [&] {
            qsizetype length = 0;
            while (length < behind.size() && !m_words.dates.clauseEnds.contains(behind[length]))
                ++length;
            return length;
        }();
        const auto rest = behind.first(ends);
        if (!beginningOf(rest, m_words.partOfName).isEmpty())
            return true;
        if (stated > m_year)
            return isPlanned(stated, ahead, rest);
        return m_namesThis || !endingOf(ahead, m_words.comparison).isEmpty()
            || !beginningOf(rest, m_words.comparisonBehind).isEmpty()
            || pattern(m_words.dates.multiplePattern)
                   .match(wholeCharacters(rest.first(std::min(rest.size(), kMultiple))).toString())
                   .hasMatch()
            || !endingOf(ahead, m_words.since).isEmpty() || isStanding(rest) || isDocument(rest)
            || containsOneOf(clauseAround(ahead, rest), m_words.carried);
    }

    QString clauseAround(QStringView ahead, QStringView rest) const
    {
        qsizetype from = ahead.size();
        while (
            from > 0 && ahead.size() - from < kClause && !m_words.dates.clauseEnds.contains(ahead[from - 1]))
            --from;
        return ahead.mid(from).toString() + rest.toString();
    }

    /// 5月15日起施行, 以来; 印发的
    bool isStanding(QStringView rest) const
    {
        constexpr qsizetype kNear = 12;
        const auto near = wholeCharacters(rest.first(std::min(kNear, rest.size())));
        return containsOneOf(near, m_words.standing)
            || (pattern(m_words.dates.dayPattern).match(near.toString()).hasMatch()
                && containsOneOf(near, m_words.enacted));
    }

    /// 部门决算, 政府信息公开工作年度报告: of that year, and nothing was done between.
    bool isDocument(QStringView rest) const
    {
        constexpr qsizetype kLongest = 24;
        QString near = rest.first(std::min(kLongest, rest.size())).toString();
        for (const QString &matter : m_words.matters)
            near.remove(matter); // 信息公开 is no deed
        qsizetype first = -1;
        for (const QString &word : m_words.documents) {
            const auto at = near.indexOf(word);
            if (at >= 0 && (first < 0 || at < first))
                first = at;
        }
        return first >= 0 && !containsOneOf(QStringView(near).first(first), m_words.deeds);
    }

    bool isPlanned(int stated, QStringView ahead, QStringView rest) const
    {
        const bool isNext = stated == m_year + 1;
        const auto sentence = QStringView(m_bare).mid(m_from, m_to - m_from);
        // published in January
        if (isNext && pattern(m_words.dates.monthPattern).match(rest.toString()).hasMatch())
            return true;
        return m_isPlan || containsOneOf(sentence, m_words.plan) || !endingOf(ahead, m_words.until).isEmpty()
            || isDocument(rest) || containsOneOf(clauseAround(ahead, rest), m_words.carried);
    }

    void add(int stated, qsizetype at, qsizetype end, bool isAlone)
    {
        const QString words = m_bare.mid(at, end - at);
        Finding &finding = m_check.addAt(kYear, m_text, at, end - at, "OTHER", words, m_year,
            QString(words).replace(QString::number(stated), QString::number(m_year)));
        finding.left = QString::number(stated);
        finding.right = QString::number(m_year);
        if (isAlone)
            finding.fix = QString(words).replace(QString::number(stated), QString::number(m_year));
    }

    Inspection &m_check;
    const CheckedText &m_text;
    const QString &m_bare;
    const RuleWords &m_words;
    const int m_year;
    bool m_isPlan = false;
    bool m_namesThis = false; // the sentence compares with this year
    qsizetype m_from = 0, m_to = 0;
};

void checkDates(Inspection &check, const CheckedText &text)
{
    const QString &ends = check.words.dates.sentenceEnds;
    Years years(check, text);
    const QString &shown = text.shown.text;
    for (qsizetype from = 0; from < shown.size();) {
        qsizetype to = from;
        while (to < shown.size() && to - from < kSentence && !ends.contains(shown[to]))
            ++to;
        if (to > from) {
            const PlainText sentence = plainOf(shown, from, to, check.words.dates);
            if (!Period(check, text, sentence).read())
                years.check(from, to);
        }
        from = to + (to < shown.size() && ends.contains(shown[to]) ? 1 : 0);
    }
}

void findDates(Inspection &check) { check.forEachText(checkDates); }

} // namespace

} // namespace nianbao
