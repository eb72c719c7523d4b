// SPDX-License-Identifier: MulanPSL-2.0
#include "wordchecks.h"

#include "headingchecks.h"
#include "patternfindings.h"
#include "wordlist.h"

#include <algorithm>

namespace nianbao {

namespace {
void findMisprints(Inspection &check);
} // namespace

const Rule kWord{"WORD", Level::Hint, RuleGroup::Language, findMisprints};

namespace {

/// Whether words begin and end where the passage does: 公工 in 办公|工作 is no misprint.
bool standsAlone(const LanguageWords &words, const QString &text, qsizetype start, qsizetype end)
{
    constexpr qsizetype kAround = 8;
    qsizetype from = start, to = end;
    while (from > 0 && start - from < kAround && isHanzi(text[from - 1]))
        --from;
    while (to < text.size() && to - end < kAround && isHanzi(text[to]))
        ++to;
    const Segments segments(QStringView(text).mid(from, to - from), words.words);
    return segments.wordOf(start - from).start == start - from
        && segments.wordOf(end - 1 - from).end == end - from;
}

/// A heading that HEADING mends as a whole.
bool isSaid(const Inspection &check, const CheckedText &text, qsizetype start)
{
    const qsizetype at = text.shown.toStored(start);
    return std::any_of(check.findings.begin(), check.findings.end(), [&](const Finding &finding) {
        return finding.rule == kHeading.ruleId() && finding.place.whole() == text.place
            && finding.place.start() <= at && at < finding.place.start() + finding.place.length();
    });
}

void checkMisprints(Inspection &check, const CheckedText &text)
{
    const LanguageWords &words = check.words.language;
    const QString &all = text.shown.text; // what is quoted may be misprinted too
    qsizetype reported = 0;
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        const auto known = words.misprints.constFind(wordKey(QStringView(all).mid(i, 2)));
        if (known == words.misprints.constEnd() || i < reported)
            continue;
        for (const LanguageWords::Misprint &misprint : *known) {
            const qsizetype end = i + misprint.wrong.size();
            if (QStringView(all).mid(i, misprint.wrong.size()) != misprint.wrong
                || !standsAlone(words, all, i, end) || isSaid(check, text, i) || check.isFull(kWord))
                continue;
            Finding &finding = check.addAt(kWord, text, i, misprint.wrong.size(), "misprint", misprint.wrong,
                misprint.right, misprint.wrong);
            finding.left = misprint.wrong;
            finding.right = misprint.right;
            if (!text.shown.liveAt(i, end))
                finding.fix = misprint.right;
            reported = end;
            break;
        }
    }
    PatternFindings findings(check, kWord, text);
    for (const LanguageWords::Pattern &pattern : words.misuses)
        findings.find(pattern, all);
}

void findMisprints(Inspection &check) { check.forEachText(checkMisprints); }

} // namespace

} // namespace nianbao
