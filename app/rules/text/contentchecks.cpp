// SPDX-License-Identifier: MulanPSL-2.0
#include "contentchecks.h"

#include "inspection.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {
void findNoName(Inspection &check);
void findTitle(Inspection &check);
void findDate(Inspection &check);
void findPeriods(Inspection &check);
} // namespace

const Rule kNameEmpty{"NAME-EMPTY", Level::Error, RuleGroup::Content, findNoName};
const Rule kTitle{"TITLE", Level::Hint, RuleGroup::Content, findTitle};
const Rule kDate{"DATE", Level::Explain, RuleGroup::Content, findDate};
const Rule kPeriod{"PERIOD", Level::Explain, RuleGroup::Content, findPeriods};

namespace {

/// 十二 → 12, up to 99; of a single numeral its digit.
int numberOf(const QString &numeral)
{
    static const QString digits = QStringLiteral("零一二三四五六七八九");
    const auto ten = numeral.indexOf(u'十');
    if (ten < 0)
        return int(digits.indexOf(numeral));
    const auto tens = ten == 0 ? 1 : digits.indexOf(numeral[ten - 1]);
    return int(tens * 10 + (ten + 1 < numeral.size() ? digits.indexOf(numeral[ten + 1]) : 0));
}

/// 二〇二一年十二月三十一日 → 2021年12月31日; other numerals stay.
QString withArabicDates(const QString &text)
{
    const auto &numeral
        = pattern("(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九十]++(?=[年月日号])");
    static const QString digits = QStringLiteral("零一二三四五六七八九");
    constexpr qsizetype kLongest = 8; // 二十三, 二〇二一: longer is no part of a date
    QString result;
    qsizetype from = 0;
    for (auto it = numeral.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString word = match.captured();
        if (word.size() > kLongest)
            continue;
        result += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (word.contains(u'十')) {
            result += QString::number(numberOf(word));
        } else {
            for (const QChar c : word)
                result += QString::number(c == u'〇' ? 0 : digits.indexOf(c));
        }
    }
    result += QStringView(text).mid(from);
    return result;
}

/// "<机关><年>年政府信息公开工作年度报告": any of the body's own names, the year before or after it.
void findTitle(Inspection &check)
{
    const Report &report = check.report;
    const QString title = plain(report.title());
    const QString pattern = report.spec().titlePattern;
    QString yearFirst = pattern;
    yearFirst.replace(QStringLiteral("{body}{year}年"), QStringLiteral("{year}年{body}"));
    const auto names = report.ownNames();
    if (names.isEmpty())
        return;
    for (const QString &name : names) {
        for (const QString &form : {pattern, yearFirst}) {
            for (const QString &tail : {QString(), QStringLiteral("人民政府")}) {
                QString expected = form;
                expected.replace(QStringLiteral("{body}"), name + tail);
                expected.replace(QStringLiteral("{year}"), QString::number(report.year()));
                if (title == plain(expected))
                    return;
            }
        }
    }
    Finding &finding = check.add(kTitle, Phrase({"Unusual title", "题名不合惯例"}),
        Phrase({"The title is “%1”; usual is “%2”.", "题名是“%1”；通常写作“%2”。"}, report.title(),
            report.defaultTitle()));
    finding.place = Place::fact(QLatin1String(fact::kTitle));
    finding.excerpt = report.title();
    finding.left = report.title();
    finding.right = report.defaultTitle();
}

/// NAME-EMPTY: title, signature and all rules about names stand on it.
void findNoName(Inspection &check)
{
    if (!check.report.fact(fact::kName).trimmed().isEmpty())
        return;
    Finding &finding = check.add(kNameEmpty, Phrase({"The body has no name", "没有机关名称"}),
        Phrase({"The body's full name is missing; the title and the signature take it from there.",
            "缺少机关全称；题名和署名都取自这里。"}));
    finding.place = Place::fact(QLatin1String(fact::kName));
}

/// DATE: the report is published by 31 January, a county's by 31 March (条例第四十九、五十条); later it is a
/// slip.
void findDate(Inspection &check)
{
    const QString stated = check.report.fact(fact::kDate);
    if (stated.trimmed().isEmpty())
        return;
    const QDate date = dateFrom(stated);
    const int year = check.report.year() + 1;
    const bool isUsual = date.isValid() && date.year() == year && date.month() <= 6;
    if (isUsual)
        return;
    Finding &finding = check.add(kDate, Phrase({"An unusual date", "日期异常"}),
        date.isValid() ? Phrase({"The report of %1 is dated %2; it is written in the first half of %3.",
                                    "%1 年的报告写的成文日期是 %2；应在 %3 年上半年。"},
            check.report.year(), stated, year)
                       : Phrase({"“%1” is no date, and none is printed.", "“%1”不是日期，页面上没有印日期。"},
                           shortened(stated)));
    finding.place = Place::fact(QLatin1String(fact::kDate));
    finding.excerpt = shortened(stated);
    finding.left = shortened(stated);
    finding.right = QString::number(year);
}

void addPeriod(Inspection &check, const Place &place, const QString &words, bool malformed)
{
    constexpr qsizetype kShown = 60; // of a sentence that names a period and does not end
    const QString stated = words.left(kShown);
    const QString expected = QStringLiteral("%1年1月1日至%1年12月31日").arg(check.report.year());
    Finding &finding = check.add(kPeriod,
        malformed ? Phrase({"The period is badly written", "统计期限写法有误"})
                  : Phrase({"A different period", "统计期限不是全年"}),
        malformed ? Phrase({"The period “%1” is incomplete or badly written; it is to be %2.",
                               "统计期限“%1”不完整或写法有误；应为%2。"},
            stated, expected)
                  : Phrase({"The stated period is %1; a report of this year covers %2.",
                               "所写统计期限是%1；本年度报告应为%2。"},
                      stated, expected));
    finding.place = place;
    finding.excerpt = stated;
    finding.left = stated;
    finding.right = expected;
}

/// The period of one sentence that speaks of the report's data, if it states one that is not the whole year.
void checkPeriod(Inspection &check, const QString &sentence, const Place &place)
{
    const int year = check.report.year();
    static const QRegularExpression range(QStringLiteral(
        "(?:(\\d{2,4})年度?)?(\\d{1,2})月(\\d{1,2})(日|号)?(?:起|开始)?(?:，|,)?(?:至|到|—+|－+|-+|~|～|―)"
        "(?:(\\d{2,4})年|同年|当年)?(\\d{1,2})月(?:(\\d{1,2})(日|号)?|底)?(?:止)?"));
    static const QRegularExpression namesPeriod(
        QStringLiteral("(?:统计(?:数据)?的?(?:期限|时限|时间|周期|区间)|报告期).{0,60}?\\d{1,2}月"));
    const auto match = range.match(sentence);
    if (!match.hasMatch()) {
        if (const auto begun = namesPeriod.match(sentence); begun.hasMatch())
            addPeriod(check, place, sentence.mid(begun.capturedStart()), true);
        return;
    }
    const bool malformed = match.captured(1).size() != 4 || match.captured(4).isEmpty()
        || match.captured(8).isEmpty() || (match.captured(5).size() != 4 && !match.captured(5).isEmpty());
    const bool wholeYear = match.captured(1).toInt() == year && match.captured(2).toInt() == 1
        && match.captured(3).toInt() == 1 && match.captured(6).toInt() == 12
        && match.captured(7).toInt() == 31
        && (match.captured(5).isEmpty() || match.captured(5).toInt() == year);
    if (malformed || !wholeYear)
        addPeriod(check, place, match.captured(), malformed);
}

void findPeriods(Inspection &check)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("[。；;！!\\n]"));
    for (const CheckedText &text : std::as_const(check.texts)) {
        for (const QString &sentence : text.shown.text.split(sentenceEnd, Qt::SkipEmptyParts)) {
            if (has(sentence, "统计|报告期|所列数据|本报告|年度报告|年报"))
                checkPeriod(check, withArabicDates(plain(sentence)), text.place);
        }
    }
}

} // namespace

} // namespace nianbao
