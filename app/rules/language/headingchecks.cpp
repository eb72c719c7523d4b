// SPDX-License-Identifier: MulanPSL-2.0
#include "headingchecks.h"

#include "doublechecks.h"
#include "inspection.h"
#include "wordlist.h"

#include <algorithm>
#include <vector>

namespace nianbao {

namespace {
void findHeadings(Inspection &check);
} // namespace

const Rule kHeading{"HEADING", Level::Hint, RuleGroup::Content, findHeadings};

namespace {

constexpr qsizetype kLongest = 40; // a longer line is no heading
constexpr qsizetype kShortest = 4;

/// How many characters are another one, too many or lost; more than `most`: any number above it.
qsizetype distance(QStringView a, QStringView b, qsizetype most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype corner = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = corner + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// Characters that are no word and no part of one: 改 of 改情况.
QString leftOver(const LanguageWords &words, QStringView text)
{
    QString singles;
    const Segments segments(text, words.words);
    for (const Segments::Word &word : segments.words()) {
        const QChar c = text[word.start];
        if (word.size() == 1 && isHanzi(c) && !words.alone.contains(c))
            singles += c;
    }
    return singles;
}

/// The headings of the form, statutory ones first.
QStringList headingsOf(const ReportSpec &spec)
{
    QStringList headings;
    for (const SectionSpec &section : spec.sections)
        headings.append(section.title);
    for (const SectionSpec &section : spec.sections) {
        for (const Aspect &aspect : section.aspects)
            headings.append(aspect.heading);
    }
    return headings;
}

/// The heading that is nearly what stands there, and is not said in other words: 其他需要报告事项 is.
QString misprinted(const LanguageWords &words, const QStringList &headings, QStringView typed)
{
    QString nearest;
    qsizetype least = 3;
    for (const QString &heading : headings) {
        const qsizetype most = heading.size() < 10 ? 1 : 2;
        const qsizetype apart = distance(typed, heading, most);
        if (apart == 0)
            return {};
        if (apart <= most && apart < least) {
            least = apart;
            nearest = heading;
        }
    }
    if (nearest.isEmpty())
        return {};
    QString left = leftOver(words, typed);
    for (const QChar known : leftOver(words, nearest))
        left.remove(left.indexOf(known), left.contains(known) ? 1 : 0);
    return left.isEmpty() ? QString() : nearest;
}

void checkLine(
    Inspection &check, const CheckedText &text, const QStringList &headings, qsizetype start, qsizetype end)
{
    static const QString around = QStringLiteral("（()）、.． \t\u3000\u00A0");
    static const QString ends = QStringLiteral("：:。 \t\u3000\u00A0");
    const QString &all = text.shown.text;
    const QString &numerals = check.words.language.numerals;
    const auto skip = [&](qsizetype from, auto isSkipped) {
        while (from < end && isSkipped(all[from]))
            ++from;
        return from;
    };
    const auto isAround = [](QChar c) { return around.contains(c); };
    const qsizetype number
        = skip(skip(start, isAround), [&](QChar c) { return c.isDigit() || numerals.contains(c); });
    start = number < end && around.contains(all[number]) ? skip(number, isAround) : skip(start, isAround);
    while (end > start && ends.contains(all[end - 1]))
        --end;
    if (end - start < kShortest || end - start > kLongest || text.shown.liveAt(start, end))
        return;
    const QStringView typed = QStringView(all).mid(start, end - start);
    const QString right = misprinted(check.words.language, headings, typed);
    const bool isSaid = !right.isEmpty()
        && std::any_of(check.findings.begin(), check.findings.end(), [&](const Finding &finding) {
               return finding.rule == kDup.ruleId() && finding.place.whole() == text.place
                   && finding.place.start() < text.shown.toStored(end - 1) + 1
                   && text.shown.toStored(start) < finding.place.start() + finding.place.length();
           });
    if (right.isEmpty() || isSaid)
        return;
    Finding &finding = check.addAt(kHeading, text, start, end - start, "misprint", typed.toString(), right);
    finding.left = typed.toString();
    finding.right = right;
    finding.fix = right;
}

void findHeadings(Inspection &check)
{
    static const QString marks = QStringLiteral("。；，！？");
    const QStringList headings = headingsOf(check.report.spec());
    check.forEachText([&](Inspection &, const CheckedText &text) {
        const QString &all = text.shown.text;
        for (qsizetype start = 0; start < all.size();) {
            qsizetype end = all.indexOf(u'\n', start);
            end = end < 0 ? all.size() : end;
            const bool isHeading = text.place.kind() == Place::Kind::Heading;
            if (end > start && end - start <= kLongest && (isHeading || !marks.contains(all[end - 1])))
                checkLine(check, text, headings, start, end);
            start = end + 1;
        }
    });
}

} // namespace

} // namespace nianbao
