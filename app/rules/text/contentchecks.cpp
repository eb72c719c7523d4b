// SPDX-License-Identifier: MulanPSL-2.0
#include "contentchecks.h"

#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const SectionId kProblems(QStringLiteral("problems"));
const SectionId kOther(QStringLiteral("other"));

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
    static const auto &numeral
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

void checkEmptySections(TextCheck &check)
{
    const Report &report = check.report;
    for (const SectionSpec &section : report.spec().sections) {
        bool hasContent = false;
        if (section.kind == SectionSpec::Kind::Table) {
            for (const CellId &cell : report.spec().table(section.table)->cells)
                hasContent = hasContent || report.value(cell);
        } else {
            for (const SubSection &sub : report.subSections(section.id))
                hasContent = hasContent || !sub.text.trimmed().isEmpty();
        }
        if (hasContent)
            continue;
        Finding &finding = check.add("SEC-EMPTY", FindingWords::tr("An empty section"),
            FindingWords::tr("The section “%1” has no content. All six sections must be there; if there is "
                             "nothing to report, say so.")
                .arg(section.heading()));
        finding.place = Place::section(section.id);
    }
}

/// "<机关><年>年政府信息公开工作年度报告": any of the body's own names, the year before or after it.
void checkTitle(TextCheck &check)
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
    Finding &finding = check.add("TITLE", FindingWords::tr("Unusual title"),
        FindingWords::tr("The title is “%1”; usual is “%2”.").arg(report.title(), report.defaultTitle()));
    finding.place = Place::fact(QLatin1String(fact::kTitle));
    finding.excerpt = report.title();
    finding.left = report.title();
    finding.right = report.defaultTitle();
}

/// NAME-EMPTY: title, signature and all rules about names stand on it.
void checkName(TextCheck &check)
{
    if (!check.report.fact(fact::kName).trimmed().isEmpty())
        return;
    Finding &finding = check.add("NAME-EMPTY", FindingWords::tr("The body has no name"),
        FindingWords::tr("The body's full name is missing; the title and the signature take it from there."));
    finding.place = Place::fact(QLatin1String(fact::kName));
}

/// DATE: the report is published by 31 January, a county's by 31 March (条例第四十九、五十条); later it is a
/// slip.
void checkDate(TextCheck &check)
{
    const QString stated = check.report.fact(fact::kDate);
    if (stated.trimmed().isEmpty())
        return;
    const QDate date = dateFrom(stated);
    const int year = check.report.year() + 1;
    const bool isUsual = date.isValid() && date.year() == year && date.month() <= 6;
    if (isUsual)
        return;
    Finding &finding = check.add("DATE", FindingWords::tr("An unusual date"),
        date.isValid()
            ? FindingWords::tr("The report of %1 is dated %2; it is written in the first half of %3.")
                  .arg(check.report.year())
                  .arg(stated)
                  .arg(year)
            : FindingWords::tr("“%1” is no date, and none is printed.").arg(shortened(stated)));
    finding.place = Place::fact(QLatin1String(fact::kDate));
    finding.excerpt = shortened(stated);
    finding.left = shortened(stated);
    finding.right = QString::number(year);
}

void addPeriod(TextCheck &check, const Place &place, const QString &words, bool malformed)
{
    constexpr qsizetype kShown = 60; // of a sentence that names a period and does not end
    const QString stated = words.left(kShown);
    const QString expected = QStringLiteral("%1年1月1日至%1年12月31日").arg(check.report.year());
    Finding &finding = check.add("PERIOD",
        malformed ? FindingWords::tr("The period is badly written") : FindingWords::tr("A different period"),
        malformed ? FindingWords::tr("The period “%1” is incomplete or badly written; it is to be %2.")
                        .arg(stated, expected)
                  : FindingWords::tr("The stated period is %1; a report of this year covers %2.")
                        .arg(stated, expected));
    finding.place = place;
    finding.excerpt = stated;
    finding.left = stated;
    finding.right = expected;
}

/// The period of one sentence that speaks of the report's data, if it states one that is not the whole year.
void checkPeriod(TextCheck &check, const QString &sentence, const Place &place)
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

void checkPeriods(TextCheck &check)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("[。；;！!\\n]"));
    for (const CheckedText &text : std::as_const(check.texts)) {
        for (const QString &sentence : text.shown.text.split(sentenceEnd, Qt::SkipEmptyParts)) {
            if (has(sentence, "统计|报告期|所列数据|本报告|年度报告|年报"))
                checkPeriod(check, withArabicDates(plain(sentence)), text.place);
        }
    }
}

/// The words of a section: sub-headings, texts, and what its charts and pictures say.
QString wordsOf(const TextCheck &check, const SectionId &section)
{
    QString words;
    for (const CheckedText &text : check.texts) {
        if (text.place.sectionId() == section)
            words += text.heading + u'\n' + text.shown.text + u'\n';
    }
    return words;
}

void checkCover(TextCheck &check)
{
    const QString words = wordsOf(check, kOverview);
    if (plain(words).isEmpty())
        return; // the empty section is the finding
    QList<RuleWords::Aspect> aspects = check.words.cover;
    if (check.report.fact(fact::kName).endsWith(QStringLiteral("人民政府")))
        aspects += check.words.coverOfGovernments;
    QStringList missing;
    for (const RuleWords::Aspect &aspect : std::as_const(aspects)) {
        const bool said = std::any_of(aspect.words.begin(), aspect.words.end(),
            [&](const QString &word) { return words.contains(word); });
        if (!said)
            missing.append(aspect.name);
    }
    if (missing.isEmpty())
        return;
    const QString list = missing.join(QStringLiteral("、"));
    Finding &finding = check.add("SEC-COVER", FindingWords::tr("Something is left out"),
        FindingWords::tr("The overview does not speak of: %1.").arg(list));
    finding.place = Place::section(kOverview);
    finding.right = list;
}

void checkFee(TextCheck &check)
{
    const SectionSpec *section = check.report.spec().section(kOther);
    if (!section || check.report.spec().fromYear < 2021)
        return; // 国办函〔2020〕109号: from the report of 2021 on
    const QString words = wordsOf(check, kOther);
    if (plain(words).isEmpty() || has(words, "处理费|收费|收取[^，。；]{0,8}费用|检索费"))
        return;
    Finding &finding = check.add("SEC-FEE", FindingWords::tr("Processing fee"),
        FindingWords::tr("Section six does not say what processing fee was charged; if none, say so."));
    finding.place = Place::section(kOther);
}

void checkLength(TextCheck &check)
{
    const auto overview = plain(wordsOf(check, kOverview)).size();
    if (overview > check.words.overviewCharacters) {
        Finding &finding = check.add("SEC-LENGTH", FindingWords::tr("The overview is long"),
            FindingWords::tr("The overview has %1 characters; up to %2 is usual.")
                .arg(overview)
                .arg(check.words.overviewCharacters));
        finding.place = Place::section(kOverview);
        finding.left = QString::number(overview);
        finding.right = QString::number(check.words.overviewCharacters);
    }
    const QString words = plain(wordsOf(check, kProblems));
    if (words.isEmpty())
        return;
    const bool concrete = has(
        words, "一是|二是|[1-9１-９][、.．]|（[一二三]）|首先|其次|措施|制度|培训|机制|\\d+[件次条项期场份]");
    if (words.size() >= check.words.problemsCharacters && concrete)
        return;
    Finding &finding = check.add("SEC-LENGTH", FindingWords::tr("Section five is thin"),
        words.size() < check.words.problemsCharacters
            ? FindingWords::tr("Section five has %1 characters; at least %2 are usual.")
                  .arg(words.size())
                  .arg(check.words.problemsCharacters)
            : FindingWords::tr("Section five names neither a number nor a measure."));
    finding.place = Place::section(kProblems);
    finding.left = QString::number(words.size());
}

/// （一）（二）（六）, typed by hand at the beginning of paragraphs or headings.
void checkNumbering(TextCheck &check)
{
    SectionId section;
    int last = 0;
    for (const CheckedText &text : std::as_const(check.texts)) {
        if (text.place.sectionId() != section)
            last = 0;
        section = text.place.sectionId();
        const QString words = text.heading + u'\n' + text.shown.text;
        int inner = 0;
        for (auto it
             = pattern("(?m)^[^\\S\\n]*(?:（([一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3})"
                       "、|(\\d{1,2})[.．、])")
                   .globalMatch(words);
             it.hasNext();) {
            const auto match = it.next();
            const bool third = !match.captured(3).isEmpty();
            const int number
                = third ? match.captured(3).toInt() : numberOf(match.captured(1) + match.captured(2));
            int &expected = third ? inner : last;
            if (number != 1 && number != expected + 1) {
                const QString found = match.captured().trimmed();
                const auto at = match.capturedEnd() - found.size() - text.heading.size() - 1;
                const QString message
                    = FindingWords::tr("The number “%1” does not follow the one before it; %2 was expected.")
                          .arg(found)
                          .arg(expected + 1);
                Finding &finding = at < 0
                    ? check.add("SEC-NUMBERING", FindingWords::tr("A number is skipped"), message)
                    : check.addAt("SEC-NUMBERING", text, at, found.size(),
                        FindingWords::tr("A number is skipped"), message);
                if (at < 0)
                    finding.place = text.place;
                finding.excerpt = found;
                finding.left = QString::number(number);
                finding.right = QString::number(expected + 1);
            }
            expected = number;
            if (!third)
                inner = 0;
        }
    }
}

} // namespace

void checkContent(TextCheck &check)
{
    checkName(check);
    checkEmptySections(check);
    checkTitle(check);
    checkDate(check);
    checkPeriods(check);
    checkCover(check);
    checkFee(check);
    checkLength(check);
    checkNumbering(check);
}

} // namespace nianbao
