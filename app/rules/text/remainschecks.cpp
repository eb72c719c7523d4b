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

/// TEMPLATE: place-holders, and live figures without a value.
void checkTemplates(Inspection &check, const CheckedText &text)
{
    for (const LiveSpan &span : text.shown.live) {
        if (span.value.state == LiveValue::State::Known)
            continue;
        if (check.isFull(kTemplate))
            break;
        Finding &finding = check.addAt(kTemplate, text, span.start, span.length,
            Phrase({"A live figure without a value", "活数字没有值"}),
            span.value.state == LiveValue::State::Blank
                ? Phrase({"The live figure “%1” has no value yet: a cell it needs is blank.",
                             "活数字“%1”还没有值：用到的格子是空的。"},
                    liveLabel(check.report, span.expression))
                : Phrase({"The live figure “%1” is not known: there is no such cell or function.",
                             "活数字“%1”无法识别：没有这样的格子或函数。"},
                    span.expression));
        finding.left = span.expression;
    }
    for (auto it = check.words.remains.globalMatch(text.shown.text); it.hasNext();) {
        const auto match = it.next();
        if (text.shown.liveAt(match.capturedStart(), match.capturedEnd()))
            continue;
        Finding &finding = check.addAt(kTemplate, text, match.capturedStart(), match.capturedLength(),
            Phrase({"Left over from a template", "模板残留"}),
            Phrase({"“%1” was left over from a template.", "“%1”是模板留下的。"}, match.captured()));
        finding.left = match.captured();
    }
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
            if (has(clauseAround(words, at), "代替|替代|废止|不再"))
                continue;
            Finding &finding = check.addAt(kCite, text, place, citation.find.size(),
                Phrase({"A document's name", "文件名称"}),
                Phrase({"“%1” is superseded or not its name: %2.", "“%1”已被代替或者名称不对：%2。"},
                    citation.wrong, citation.why));
            finding.excerpt = citation.wrong;
            finding.left = citation.wrong;
            finding.right = citation.right;
            finding.fix = citation.right;
        }
    }
}

void findTemplates(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        checkTemplates(check, text);
}

void findCitations(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        checkCitations(check, text);
}

} // namespace

} // namespace nianbao
