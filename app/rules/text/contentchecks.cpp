// SPDX-License-Identifier: MulanPSL-2.0
#include "contentchecks.h"

#include "inspection.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {
void findEmptySections(Inspection &check);
void findLeftOut(Inspection &check);
void findNoFee(Inspection &check);
void findLengths(Inspection &check);
void findNumbering(Inspection &check);
} // namespace

const Rule kSecEmpty{"SEC-EMPTY", Level::Error, RuleGroup::Content, findEmptySections};
const Rule kSecCover{"SEC-COVER", Level::Explain, RuleGroup::Content, findLeftOut};
const Rule kSecFee{"SEC-FEE", Level::Explain, RuleGroup::Content, findNoFee};
const Rule kSecLength{"SEC-LENGTH", Level::Hint, RuleGroup::Content, findLengths};
const Rule kSecNumbering{"SEC-NUMBERING", Level::Hint, RuleGroup::Content, findNumbering};

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

void findEmptySections(Inspection &check)
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
        Finding &finding = check.add(kSecEmpty, Phrase({"An empty section", "有的部分没有内容"}),
            Phrase({"The section “%1” has no content. All sections must be there; if there is nothing to "
                    "report, say so.",
                       "“%1”没有内容。各部分缺一不可；没有可报告的，也要写明没有。"},
                section.heading()));
        finding.place = Place::section(section.id);
    }
}

/// The words of a section: sub-headings, texts, and what its charts and pictures say.
QString wordsOf(const Inspection &check, const SectionSpec &section)
{
    QString words;
    for (const CheckedText &text : check.texts) {
        if (text.place.sectionId() == section.id)
            words += text.heading + u'\n' + text.shown.text + u'\n';
    }
    return words;
}

void findLeftOut(Inspection &check)
{
    const SectionSpec *overview = check.report.spec().section(Role::Overview);
    const QString words = overview ? wordsOf(check, *overview) : QString();
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
    Finding &finding = check.add(kSecCover, Phrase({"Something is left out", "内容有遗漏"}),
        Phrase({"The overview does not speak of: %1.", "总体情况没有写到：%1。"}, list));
    finding.place = Place::section(overview->id);
    finding.right = list;
}

void findNoFee(Inspection &check)
{
    const auto &sections = check.report.spec().sections;
    const auto section = std::find_if(
        sections.begin(), sections.end(), [](const SectionSpec &each) { return each.reportsFee; });
    if (section == sections.end())
        return;
    const QString words = wordsOf(check, *section);
    if (plain(words).isEmpty() || has(words, "处理费|收费|收取[^，。；]{0,8}费用|检索费"))
        return;
    Finding &finding = check.add(kSecFee, Phrase({"Processing fee", "信息处理费"}),
        Phrase({"Section “%1” does not say what processing fee was charged; if none, say so.",
                   "第%1部分没有写收取信息处理费的情况；没有收，也要写明。"},
            section->number));
    finding.place = Place::section(section->id);
}

void findLongOverview(Inspection &check, const SectionSpec &section)
{
    const auto characters = plain(wordsOf(check, section)).size();
    if (characters <= check.words.overviewCharacters)
        return;
    Finding &finding = check.add(kSecLength, Phrase({"The overview is long", "总体情况偏长"}),
        Phrase({"The overview has %1 characters; up to %2 is usual.", "总体情况有 %1 字，一般不超过 %2 字。"},
            characters, check.words.overviewCharacters));
    finding.place = Place::section(section.id);
    finding.left = QString::number(characters);
    finding.right = QString::number(check.words.overviewCharacters);
}

void findThinProblems(Inspection &check, const SectionSpec &section)
{
    const QString words = plain(wordsOf(check, section));
    if (words.isEmpty())
        return;
    const bool concrete = has(
        words, "一是|二是|[1-9１-９][、.．]|（[一二三]）|首先|其次|措施|制度|培训|机制|\\d+[件次条项期场份]");
    if (words.size() >= check.words.problemsCharacters && concrete)
        return;
    Finding &finding = check.add(kSecLength, Phrase({"Section “%1” is thin", "第%1部分偏空"}, section.number),
        words.size() < check.words.problemsCharacters
            ? Phrase({"Section “%1” has %2 characters; at least %3 are usual.",
                         "第%1部分有 %2 字，一般不少于 %3 字。"},
                section.number, words.size(), check.words.problemsCharacters)
            : Phrase({"Section “%1” names neither a number nor a measure.", "第%1部分没有数字，也没有措施。"},
                section.number));
    finding.place = Place::section(section.id);
    finding.left = QString::number(words.size());
}

void findLengths(Inspection &check)
{
    if (const SectionSpec *overview = check.report.spec().section(Role::Overview))
        findLongOverview(check, *overview);
    if (const SectionSpec *problems = check.report.spec().section(Role::Problems))
        findThinProblems(check, *problems);
}

/// （一）（二）（六）, typed by hand at the beginning of paragraphs or headings.
void findNumbering(Inspection &check)
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
                const Phrase message
                    = Phrase({"The number “%1” does not follow the one before it; %2 was expected.",
                                 "序号“%1”与前面不连，应是第 %2 个。"},
                        found, expected + 1);
                Finding &finding = at < 0
                    ? check.add(kSecNumbering, Phrase({"A number is skipped", "序号不连"}), message)
                    : check.addAt(kSecNumbering, text, at, found.size(),
                        Phrase({"A number is skipped", "序号不连"}), message);
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

} // namespace nianbao
