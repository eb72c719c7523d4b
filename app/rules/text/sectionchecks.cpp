// SPDX-License-Identifier: MulanPSL-2.0
#include "sectionchecks.h"

#include "inspection.h"
#include "patterns.h"
#include "showntext.h"

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

/// A picture or chart is content, too.
bool hasContent(const Report &report, const SectionId &section, int index, const SubSection &sub)
{
    const auto &all = report.illustrations();
    return !sub.text.trimmed().isEmpty()
        || std::any_of(
            all.begin(), all.end(), [&, place = Place::subSection(section, index)](const Illustration &one) {
                return one.place == place;
            });
}

/// Headings that would be printed with nothing under them; a section without any content is one finding.
void findBareHeadings(Inspection &check, const SectionSpec &section, const QList<int> &empty)
{
    const QStringList headings = shownHeadings(check.report, section.id);
    for (const int index : empty) {
        if (headings.value(index).trimmed().isEmpty())
            continue;
        Finding &finding = check.add(kSecEmpty, "bare_heading", headings[index], section.number);
        finding.place = Place::subSection(section.id, index);
        finding.excerpt = headings[index];
    }
}

void findEmptySections(Inspection &check)
{
    const Report &report = check.report;
    for (const SectionSpec &section : report.spec().sections) {
        bool isEmpty = true;
        if (section.kind == SectionSpec::Kind::Table) {
            for (const CellId &cell : report.spec().table(section.table)->cells)
                isEmpty = isEmpty && !report.value(cell);
        } else {
            const QList<SubSection> subs = report.subSections(section.id);
            QList<int> empty;
            for (int i = 0; i < subs.size(); ++i) {
                if (!hasContent(report, section.id, i, subs[i]))
                    empty.append(i);
            }
            isEmpty = empty.size() == subs.size();
            if (!isEmpty)
                findBareHeadings(check, section, empty);
        }
        const bool isTable = section.kind == SectionSpec::Kind::Table;
        if (isEmpty)
            check.add(kSecEmpty, isTable ? "empty_table" : "empty", section.heading()).place
                = Place::section(section.id);
    }
}

/// The texts of a section.
QString textsOf(const Inspection &check, const SectionSpec &section)
{
    QString words;
    for (const CheckedText &text : check.texts) {
        if (text.place.sectionId() == section.id)
            words += text.shown.text + u'\n';
    }
    return words;
}

/// The same with the sub-headings.
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
    QString words = overview ? wordsOf(check, *overview) : QString();
    words.removeIf([](QChar c) { return c != u'\n' && c.isSpace(); });
    if (words.trimmed().isEmpty())
        return; // the empty section is the finding
    QList<RuleWords::Aspect> aspects = check.words.cover;
    if (check.report.fact(fact::kName).endsWith(check.words.government))
        aspects += check.words.coverOfGovernments;
    QStringList missing;
    for (const RuleWords::Aspect &aspect : std::as_const(aspects)) {
        if (!aspect.said.isIn(words))
            missing.append(aspect.name);
    }
    if (missing.isEmpty())
        return;
    const QString list = missing.join(QStringLiteral("、"));
    Finding &finding = check.add(kSecCover, "left_out", list);
    finding.place = Place::section(overview->id);
    finding.right = list;
}

/// In a text, or under a heading that names it: 没有收取. A heading over 没有其他需要报告的事项 says nothing.
bool saysFee(const Inspection &check, const SectionId &section)
{
    return std::any_of(check.texts.begin(), check.texts.end(), [&](const CheckedText &text) {
        if (text.place.sectionId() != section)
            return false;
        if (has(text.shown.text, check.words.fee))
            return true;
        const auto sentences = text.shown.text.split(pattern("[。；;\n]"), Qt::SkipEmptyParts);
        return has(text.heading, check.words.fee)
            && std::any_of(sentences.begin(), sentences.end(), [&check](const QString &sentence) {
                   return !plain(sentence).isEmpty() && !has(sentence, check.words.nothingElse);
               });
    });
}

void findNoFee(Inspection &check)
{
    const auto &sections = check.report.spec().sections;
    const auto section = std::find_if(
        sections.begin(), sections.end(), [](const SectionSpec &each) { return each.reportsFee; });
    if (section == sections.end())
        return;
    if (!plain(wordsOf(check, *section)).isEmpty() && !saysFee(check, section->id))
        check.add(kSecFee, "no_fee", section->number).place = Place::section(section->id);
}

void findLongOverview(Inspection &check, const SectionSpec &section)
{
    const auto characters = plain(textsOf(check, section)).size();
    if (characters <= check.words.overviewCharacters)
        return;
    Finding &finding = check.add(kSecLength, "long", characters, check.words.overviewCharacters);
    finding.place = Place::section(section.id);
    finding.left = QString::number(characters);
    finding.right = QString::number(check.words.overviewCharacters);
}

void findThinProblems(Inspection &check, const SectionSpec &section)
{
    const QString words = plain(textsOf(check, section));
    const bool isShort = words.size() < check.words.problemsCharacters;
    if (words.isEmpty() || (!isShort && has(words, check.words.measures)))
        return;
    Finding &finding = isShort
        ? check.add(kSecLength, "short", section.number, words.size(), check.words.problemsCharacters)
        : check.add(kSecLength, "no_measure", section.number);
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

/// 十二 → 12, up to 99; of a single numeral its digit.
int numberOf(const QString &numeral, const QString &numerals)
{
    const auto ten = numeral.indexOf(numerals.back());
    if (ten < 0)
        return int(numerals.indexOf(numeral));
    const auto tens = ten == 0 ? 1 : numerals.indexOf(numeral[ten - 1]);
    return int(tens * 10 + (ten + 1 < numeral.size() ? numerals.indexOf(numeral[ten + 1]) : 0));
}

/// （一）（二）（六）, typed by hand at the beginning of paragraphs or headings.
void findNumbering(Inspection &check)
{
    const auto &mark = pattern(check.words.handNumber);
    SectionId section;
    int last = 0;
    for (const CheckedText &text : std::as_const(check.texts)) {
        if (text.place.sectionId() != section)
            last = 0;
        section = text.place.sectionId();
        const QString words = text.heading + u'\n' + text.shown.text;
        int inner = 0;
        for (auto it = mark.globalMatch(words); it.hasNext();) {
            const auto match = it.next();
            const bool isDigits = !match.captured(QStringLiteral("digits")).isEmpty();
            const int number = isDigits ? match.captured(QStringLiteral("digits")).toInt()
                                        : numberOf(match.captured(QStringLiteral("bracketed"))
                                                + match.captured(QStringLiteral("numeral")),
                                            check.words.numerals);
            int &expected = isDigits ? inner : last;
            if (number != 1 && number != expected + 1) {
                const QString found = match.captured().trimmed();
                const auto at = match.capturedEnd() - found.size() - text.heading.size() - 1;
                Finding &finding = at < 0
                    ? check.add(kSecNumbering, "skipped", found, expected + 1)
                    : check.addAt(kSecNumbering, text, at, found.size(), "skipped", found, expected + 1);
                if (at < 0)
                    finding.place = Place::heading(section, text.place.index());
                finding.excerpt = found;
                finding.left = QString::number(number);
                finding.right = QString::number(expected + 1);
            }
            expected = number;
            if (!isDigits)
                inner = 0;
        }
    }
}

} // namespace

} // namespace nianbao
