// SPDX-License-Identifier: MulanPSL-2.0
#include "remainschecks.h"

#include "inspection.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {
void findTemplates(Inspection &check);
void findCitations(Inspection &check);
} // namespace

const Rule kTemplate{"TEMPLATE", Level::Explain, RuleGroup::Content, findTemplates};
const Rule kCite{"CITE", Level::Explain, RuleGroup::Content, findCitations};

namespace {

// How far a clause is read from a place: real ones end long before. Text without any mark is
// not read again and again from its beginning.
constexpr qsizetype kClause = 150;

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

void findTemplates(Inspection &check) { check.forEachText(checkTemplates); }
void findCitations(Inspection &check) { check.forEachText(checkCitations); }

} // namespace

} // namespace nianbao
