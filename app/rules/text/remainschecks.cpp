// SPDX-License-Identifier: MulanPSL-2.0
#include "remainschecks.h"

#include "inspection.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {
void findYears(Inspection &check);
void findTemplates(Inspection &check);
void findCitations(Inspection &check);
} // namespace

const Rule kYear{"YEAR", Level::Explain, RuleGroup::Content, findYears};
const Rule kTemplate{"TEMPLATE", Level::Explain, RuleGroup::Content, findTemplates};
const Rule kCite{"CITE", Level::Explain, RuleGroup::Content, findCitations};

namespace {

bool containsOneOf(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

// How far a clause and a sentence are read from a place: real ones end long before. Text without any mark is
// not read again and again from its beginning.
constexpr qsizetype kClause = 150;
constexpr qsizetype kSentence = 400;

qsizetype startBefore(const QString &text, qsizetype at, const QString &ends, qsizetype farthest)
{
    qsizetype start = at;
    while (start > 0 && at - start < farthest && !ends.contains(text[start - 1]))
        --start;
    return start;
}

qsizetype endBehind(const QString &text, qsizetype at, const QString &ends, qsizetype farthest)
{
    qsizetype end = at;
    while (end < text.size() && end - at < farthest && !ends.contains(text[end]))
        ++end;
    return end;
}

/// The clause around a place.
QString clauseAround(const QString &text, qsizetype at)
{
    static const QString ends = QStringLiteral("，。；！？\n");
    const qsizetype start = startBefore(text, at, ends, kClause);
    return text.mid(start, endBehind(text, at, ends, kClause) - start);
}

QString sentenceUpTo(const QString &text, qsizetype at)
{
    static const QString ends = QStringLiteral("。！？\n");
    const qsizetype start = startBefore(text, at, ends, kSentence);
    return text.mid(start, at - start);
}

QString sentenceFrom(const QString &text, qsizetype at)
{
    static const QString ends = QStringLiteral("。！？\n");
    return text.mid(at, endBehind(text, at, ends, kSentence) - at);
}

/// YEAR: what an old text leaves behind. Names of documents, comparisons and plans may name other years.
void checkYears(Inspection &check, const CheckedText &text)
{
    const int year = check.report.year();
    const QString &bare = text.bare;
    for (auto it = pattern("(?<![\\d〔—－~～至\\[（(-])(20\\d\\d|19\\d\\d)(?:—|-|－|至|~|～)?(?=年)")
                       .globalMatch(bare);
         it.hasNext();) {
        const auto match = it.next();
        const int stated = match.captured(1).toInt();
        const auto at = match.capturedStart();
        if (stated == year || text.shown.liveAt(at, match.capturedEnd()))
            continue;
        if (check.isFull(kYear)) // what follows would be counted only, and costs the most
            break;
        const QString clause = clauseAround(bare, at);
        const QString behind = bare.mid(match.capturedEnd() + 1, 8);
        const QString ahead = sentenceUpTo(bare, at);
        if (containsOneOf(clause, check.words.comparison)
            || containsOneOf(behind.left(3), check.words.partOfName)
            || (containsOneOf(clause.mid(clause.indexOf(match.captured(1))), check.words.standing)
                && stated < year))
            continue;
        // "2020年……，2021年……": both years are named, so they are compared
        const QString thisYear = QString::number(year);
        if (stated == year - 1 && (ahead.contains(thisYear) || sentenceFrom(bare, at).contains(thisYear)))
            continue;
        if (has(clause, "统计|所列数据") || has(ahead, "统计[^。]*$") || has(clause, "(?:结转|顺延)"))
            continue; // PERIOD speaks of these
        const SectionSpec *plans = check.report.spec().section(Role::Problems);
        const bool planned = stated == year + 1
            && ((plans && text.place.sectionId() == plans->id) || containsOneOf(clause, check.words.plan)
                || containsOneOf(ahead, check.words.plan) || containsOneOf(behind, check.words.plan));
        if (planned)
            continue;
        Finding &finding = check.addAt(kYear, text, at, 5, Phrase({"Another year", "别的年份"}),
            Phrase({"The text says %1年; the report is of %2.", "正文写的是 %1 年，而报告是 %2 年的。"},
                stated, year));
        finding.left = QString::number(stated);
        finding.right = QString::number(year);
    }
}

/// TEMPLATE: live figures without a value.
void checkLiveFigures(Inspection &check, const CheckedText &text)
{
    for (const LiveSpan &span : text.shown.live) {
        if (span.value.state == LiveValue::State::Known)
            continue;
        if (check.isFull(kTemplate))
            return;
        const bool isBlank = span.value.state == LiveValue::State::Blank;
        Finding &finding = isBlank
            ? check.addAt(
                kTemplate, text, span.start, span.length, "blank", liveLabel(check.report, span.expression))
            : check.addAt(kTemplate, text, span.start, span.length, "unknown", span.expression);
        finding.left = span.expression;
    }
}

/// TEMPLATE: place-holders; and masked numbers and names, which are worth a look only.
void checkRemains(Inspection &check, const CheckedText &text)
{
    qsizetype told = 0;
    for (auto it = check.words.remains.globalMatch(text.shown.text); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedStart() < told || text.shown.liveAt(match.capturedStart(), match.capturedEnd()))
            continue;
        if (check.isFull(kTemplate))
            return;
        told = match.capturedEnd();
        const bool isMasked = match.capturedLength(QStringLiteral("masked")) > 0;
        Finding &finding = check.addAt(kTemplate, text, match.capturedStart(), match.capturedLength(),
            isMasked ? "masked" : "remains", match.captured());
        finding.left = match.captured();
        if (isMasked)
            finding.level = Level::Hint;
    }
}

void checkTemplates(Inspection &check, const CheckedText &text)
{
    if (text.place.kind() != Place::Kind::Heading) // what stands there is a matter of headings
        checkLiveFigures(check, text);
    checkRemains(check, text);
}

/// CITE: documents by their right and present names.
void checkCitations(Inspection &check, const CheckedText &text)
{
    const QString &words = text.shown.text;
    for (const RuleWords::Citation &citation : check.words.citations) {
        if (check.report.year() < citation.fromYear)
            continue;
        for (auto at = words.indexOf(citation.wrong); at >= 0; at = words.indexOf(citation.wrong, at + 1)) {
            const auto place = at + citation.wrong.indexOf(citation.find);
            // the old document is named beside the new one: 代替
            if (containsOneOf(clauseAround(words, at), check.words.replaced))
                continue;
            Finding &finding = check.addAt(
                kCite, text, place, citation.find.size(), "wrong", citation.wrong, citation.why);
            finding.excerpt = citation.wrong;
            finding.left = citation.wrong;
            finding.right = citation.right;
            finding.fix = citation.right;
        }
    }
}

void findYears(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        checkYears(check, text);
}

void findTemplates(Inspection &check) { check.forEachText(checkTemplates); }
void findCitations(Inspection &check) { check.forEachText(checkCitations); }

} // namespace

} // namespace nianbao
