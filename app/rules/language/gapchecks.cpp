// SPDX-License-Identifier: MulanPSL-2.0
#include "gapchecks.h"

#include "patternfindings.h"
#include "wordlist.h"

#include <algorithm>

namespace nianbao {

namespace {
void findGaps(Inspection &check);
} // namespace

const Rule kGap{"GAP", Level::Hint, RuleGroup::Language, findGaps};

namespace {

constexpr qsizetype kSentence = 200; // as far as a sentence is read from a place

/// 我年度, 我严格遵守: what 我 names is lost. Not where a person speaks.
void checkSelves(Inspection &check, const CheckedText &text)
{
    const LanguageWords &words = check.words.language;
    const QString &bare = text.bare;
    static const QString ends = QStringLiteral("。！？\n");
    for (qsizetype at = -1; (at = bare.indexOf(words.self, at + 1)) >= 0;) {
        if ((at > 0 && words.beforeSelf.contains(bare[at - 1])) || at + 1 >= bare.size()
            || !isHanzi(bare[at + 1]) || words.gapFollowers.contains(bare[at + 1])
            || check.names.ownAt(bare, at) > 1)
            continue;
        if (check.isFull(kGap))
            return;
        qsizetype start = at, end = at;
        while (start > 0 && at - start < kSentence && !ends.contains(bare[start - 1]))
            --start;
        while (end < bare.size() && end - at < kSentence && !ends.contains(bare[end]))
            ++end;
        const QStringView sentence = QStringView(bare).mid(start, end - start);
        if (std::any_of(words.persons.begin(), words.persons.end(),
                [&](const QString &person) { return sentence.contains(person); }))
            continue;
        const auto length = std::min<qsizetype>(3, bare.size() - at);
        Finding &finding = check.addAt(kGap, text, at, length, "self", bare.mid(at, 5));
        finding.left = bare.mid(at, 3);
    }
}

void checkGaps(Inspection &check, const CheckedText &text)
{
    checkSelves(check, text);
    PatternFindings findings(check, kGap, text);
    for (const LanguageWords::Pattern &pattern : check.words.language.gaps)
        findings.find(pattern, pattern.says == "empty" ? text.shown.text : text.bare);
}

void findGaps(Inspection &check) { check.forEachText(checkGaps); }

} // namespace

} // namespace nianbao
