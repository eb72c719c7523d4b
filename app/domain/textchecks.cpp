// SPDX-License-Identifier: MulanPSL-2.0
#include "textchecks.h"

#include <QRegularExpression>

namespace nianbao {

namespace {

/// White space away, full-width digits to half-width: what a person reads as the same.
QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isSpace() || c.unicode() == 0xFEFF)
            continue;
        result += c.unicode() >= 0xFF10 && c.unicode() <= 0xFF19 ? QChar(char16_t(c.unicode() - 0xFEE0)) : c;
    }
    return result;
}

/// 二〇二一年十二月三十一日 → 2021年12月31日; other numerals stay.
QString withArabicDates(const QString &text)
{
    static const QRegularExpression numeral(QStringLiteral("[〇零一二三四五六七八九十]+(?=[年月日号])"));
    static const QString digits = QStringLiteral("零一二三四五六七八九");
    QString result = text;
    qsizetype from = 0;
    for (auto match = numeral.match(result); match.hasMatch(); match = numeral.match(result, from)) {
        const QString word = match.captured();
        QString number;
        if (const auto ten = word.indexOf(u'十'); ten >= 0) {
            const auto tens = ten == 0 ? 1 : digits.indexOf(word[ten - 1]);
            const auto ones = ten + 1 < word.size() ? digits.indexOf(word[ten + 1]) : 0;
            number = QString::number(tens * 10 + ones);
        } else {
            for (const QChar c : word)
                number += QString::number(c == u'〇' ? 0 : digits.indexOf(c));
        }
        result.replace(match.capturedStart(), match.capturedLength(), number);
        from = match.capturedStart() + number.size();
    }
    return result;
}

void checkEmptySections(const Report &report, Findings &findings)
{
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
        Finding finding;
        finding.rule = RuleId(QStringLiteral("SEC-EMPTY"));
        finding.section = section.id.toString();
        finding.title = FindingWords::tr("An empty section");
        finding.message
            = FindingWords::tr("The section “%1” has no content. All six sections must be there; if there is "
                               "nothing to report, say so.")
                  .arg(section.heading());
        findings.append(finding);
    }
}

/// "<机关><年>年政府信息公开工作年度报告": any of the body's own names, the year before or after it.
void checkTitle(const Report &report, Findings &findings)
{
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
    Finding finding;
    finding.rule = RuleId(QStringLiteral("TITLE"));
    finding.level = Level::Hint;
    finding.section = QStringLiteral("title");
    finding.excerpt = report.title();
    finding.left = report.title();
    finding.right = report.defaultTitle();
    finding.title = FindingWords::tr("Unusual title");
    finding.message
        = FindingWords::tr("The title is “%1”; usual is “%2”.").arg(report.title(), report.defaultTitle());
    findings.append(finding);
}

Finding periodFinding(const QString &section, const QString &stated, int year, bool malformed)
{
    const QString expected = QStringLiteral("%1年1月1日至%1年12月31日").arg(year);
    Finding finding;
    finding.rule = RuleId(QStringLiteral("PERIOD"));
    finding.level = Level::Explain;
    finding.section = section;
    finding.excerpt = stated;
    finding.left = stated;
    finding.right = expected;
    finding.title = malformed ? FindingWords::tr("The period is badly written")
                              : FindingWords::tr("A different period");
    finding.message = malformed
        ? FindingWords::tr("The period “%1” is incomplete or badly written; it is to be %2.")
              .arg(stated, expected)
        : FindingWords::tr("The stated period is %1; a report of this year covers %2.").arg(stated, expected);
    return finding;
}

/// The period of one sentence that speaks of the report's data, if it states one that is not the whole year.
void checkPeriod(const QString &sentence, const QString &section, int year, Findings &findings)
{
    static const QRegularExpression speaksOfReport(
        QStringLiteral("统计|报告期|所列数据|本报告|年度报告|年报"));
    static const QRegularExpression range(QStringLiteral(
        "(?:(\\d{2,4})年度?)?(\\d{1,2})月(\\d{1,2})(日|号)?(?:起|开始)?(?:，|,)?(?:至|到|—+|－+|-+|~|～|―)"
        "(?:(\\d{2,4})年|同年|当年)?(\\d{1,2})月(?:(\\d{1,2})(日|号)?|底)?(?:止)?"));
    static const QRegularExpression namesPeriod(
        QStringLiteral("(?:统计(?:数据)?的?(?:期限|时限|时间|周期|区间)|报告期).*?\\d{1,2}月"));
    if (!speaksOfReport.match(sentence).hasMatch())
        return;
    const auto match = range.match(sentence);
    if (!match.hasMatch()) {
        if (const auto begun = namesPeriod.match(sentence); begun.hasMatch())
            findings.append(periodFinding(section, sentence.mid(begun.capturedStart()), year, true));
        return;
    }
    const bool malformed = match.captured(1).size() != 4 || match.captured(4).isEmpty()
        || match.captured(8).isEmpty() || (match.captured(5).size() != 4 && !match.captured(5).isEmpty());
    const bool wholeYear = match.captured(1).toInt() == year && match.captured(2).toInt() == 1
        && match.captured(3).toInt() == 1 && match.captured(6).toInt() == 12
        && match.captured(7).toInt() == 31
        && (match.captured(5).isEmpty() || match.captured(5).toInt() == year);
    if (malformed || !wholeYear)
        findings.append(periodFinding(section, match.captured(), year, malformed));
}

void checkPeriods(const Report &report, Findings &findings)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("[。；;！!\\n]"));
    const auto checkText = [&](const QString &text, const QString &section) {
        for (const QString &sentence : text.split(sentenceEnd, Qt::SkipEmptyParts))
            checkPeriod(withArabicDates(plain(sentence)), section, report.year(), findings);
    };
    checkText(report.fact(fact::kIntroduction), QStringLiteral("introduction"));
    for (const SectionSpec &section : report.spec().sections) {
        int index = 0;
        for (const SubSection &sub : report.subSections(section.id))
            checkText(sub.text, QStringLiteral("%1/%2").arg(section.id.toString()).arg(++index));
    }
}

} // namespace

void checkTexts(const Report &report, Findings &findings)
{
    checkEmptySections(report, findings);
    checkTitle(report, findings);
    checkPeriods(report, findings);
}

} // namespace nianbao
