// SPDX-License-Identifier: MulanPSL-2.0
#include "showntext.h"

#include "reportplaces.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kRoom = 36; // characters shown on either side of a passage
constexpr qsizetype kMostParts = 16; // of one character, with its accents and joiners

bool endsSentence(QChar c)
{
    return c == u'。' || c == u'！' || c == u'？' || c == u'\n'; // 。！？
}

/// The nearest place at or before this one that lies between two characters.
qsizetype wholeBefore(const QString &text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return std::clamp<qsizetype>(at, 0, text.size());
    const qsizetype from = std::max<qsizetype>(0, at - 2 * kMostParts);
    const QString near = text.mid(from, 4 * kMostParts);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, near);
    finder.setPosition(at - from);
    return finder.isAtBoundary() ? at : from + std::max<qsizetype>(0, finder.toPreviousBoundary());
}

} // namespace

QString firstCharacters(const QString &shown, qsizetype most)
{
    const QString near = shown.left((most + 1) * kMostParts); // a text may be long, its beginning is enough
    const QString line = near.simplified();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, line);
    qsizetype end = 0;
    for (qsizetype i = 0; i < most && end < line.size(); ++i) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0)
            break;
        end = next;
    }
    const bool isWhole = end >= line.size() && near.size() == shown.size();
    return isWhole ? line : line.left(end) + QStringLiteral("……");
}

qsizetype characterCount(const QString &shown)
{
    return std::count_if(shown.begin(), shown.end(), [](QChar c) {
        return !c.isSpace() && !c.isLowSurrogate() && !c.isMark() && c.category() != QChar::Other_Format;
    });
}

qsizetype characterCount(const Report &report)
{
    qsizetype count = 0;
    for (const SectionSpec &section : report.spec().sections) {
        for (const SubSection &sub : report.subSections(section.id))
            count += characterCount(shownText(report, sub.text).text);
    }
    return count;
}

QStringList shownHeadings(const Report &report, const SectionId &section)
{
    auto subSections = report.subSections(section);
    for (SubSection &sub : subSections)
        sub.heading = shownText(report, sub.heading).text;
    return numberedHeadings(subSections);
}

ShownText shownTextOf(const Report &report, const Place &place)
{
    return shownText(report, textAt(report, place).value_or(QString()));
}

ShownPassage passageOf(const ShownText &text, qsizetype storedStart, qsizetype storedLength)
{
    const qsizetype start = text.toShown(storedStart);
    const qsizetype end = text.toShown(storedStart + storedLength);
    if (storedStart < 0 || storedLength < 0 || start > text.text.size() || end > text.text.size())
        return {};
    qsizetype from = start;
    while (from > 0 && start - from < kRoom && !endsSentence(text.text[from - 1]))
        --from;
    qsizetype to = end;
    while (to < text.text.size() && to - end < kRoom && !endsSentence(text.text[to]))
        ++to;
    from = wholeBefore(text.text, from);
    to = wholeBefore(text.text, to);
    return {text.text.mid(from, start - from), text.text.mid(start, end - start),
        text.text.mid(end, std::max<qsizetype>(0, to - end))};
}

Place passageAt(const Report &report, const Place &place, qsizetype from, qsizetype count)
{
    const bool isHeading = place.kind() == Place::Kind::Heading;
    const ShownText shown = shownTextOf(report, place.whole());
    if (count <= 0 || shown.text.isEmpty() || (!isHeading && place.paragraph() < 0))
        return place;
    if (isHeading) { // its number is printed, too
        const QString printed = shownHeadings(report, place.sectionId()).value(place.index());
        const qsizetype number = characterCount(printed) - characterCount(shown.text);
        count = std::min(count, count + from - number);
        from = std::max<qsizetype>(0, from - number);
    }
    qsizetype at = 0;
    for (int paragraph = 0; paragraph < place.paragraph() && at >= 0; ++paragraph)
        at = shown.text.indexOf(u'\n', at) + 1;
    qsizetype start = -1;
    qsizetype end = -1;
    for (; at < shown.text.size() && shown.text[at] != u'\n' && count > 0; ++at) {
        if (shown.text[at].isSpace() || shown.text[at].isLowSurrogate() || from-- > 0)
            continue;
        start = start < 0 ? at : start;
        end = at + (shown.text[at].isHighSurrogate() ? 2 : 1);
        --count;
    }
    if (start < 0)
        return place;
    const qsizetype first = shown.toStored(start);
    const LiveSpan *last = shown.liveAt(end - 1, end); // figures go whole
    const qsizetype to = last ? last->storedStart + last->storedLength : shown.toStored(end - 1) + 1;
    return place.whole().withRange(first, to - first);
}

} // namespace nianbao
