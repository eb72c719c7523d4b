// SPDX-License-Identifier: MulanPSL-2.0
#include "foundink.h"

#include "reportplaces.h"
#include "showntext.h"
#include "textflow.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {

/// What the pages say of themselves, gathered once for all places.
class InkOfPlaces {
public:
    InkOfPlaces(const Report &report, const PageDocument &document) : m_report(report), m_document(document)
    {
        for (size_t i = 0; i < document.pages.size(); ++i) {
            for (const Fill &fill : document.pages[i].fills) {
                if (fill.source >= 0)
                    m_squares.insert(document.sources[size_t(fill.source)], {int(i), fill.rect});
            }
            for (const GlyphRun &run : document.pages[i].runs) {
                if (run.source >= 0 && run.element >= 0)
                    gather(run);
            }
        }
    }

    std::vector<InkLine> of(const Place &place)
    {
        if (place.hasRange())
            return ofWords(place);
        const auto square = m_squares.constFind(place);
        return square == m_squares.cend() ? std::vector<InkLine>() : std::vector<InkLine>{*square};
    }

private:
    void gather(const GlyphRun &run)
    {
        QList<int> &elements = m_elements[m_document.sources[size_t(run.source)]];
        if (!elements.contains(run.element))
            elements.append(run.element);
        m_counts[run.element] += std::count_if(
            run.glyphs.begin(), run.glyphs.end(), [](const Glyph &glyph) { return glyph.character != U' '; });
    }

    qsizetype countOf(const QList<int> &elements) const
    {
        qsizetype count = 0;
        for (const int element : elements)
            count += m_counts.value(element);
        return count;
    }

    std::vector<InkLine> ofWords(const Place &place)
    {
        if (m_whole != place.whole()) { // those of one text come one after the other
            m_whole = place.whole();
            m_shown = shownTextOf(m_report, m_whole);
        }
        const QString &text = m_shown.text;
        const qsizetype start = std::min(m_shown.toShown(place.start()), text.size());
        const qsizetype end = std::clamp(m_shown.toShown(place.start() + place.length()), start, text.size());
        const qsizetype count = inkCharacters(text.mid(start, end - start));
        const auto paragraph = int(text.first(start).count(u'\n'));
        const qsizetype line = start > 0 ? text.lastIndexOf(u'\n', start - 1) + 1 : 0;
        const auto own = m_elements.constFind(m_whole.inParagraph(paragraph));
        if (own != m_elements.cend())
            return inkIn(*own, inkCharacters(text.mid(line, start - line)), count);
        const auto whole = m_elements.constFind(printedPlace());
        if (whole == m_elements.cend())
            return {};
        return inkIn(*whole, leadOf(*whole) + inkCharacters(text.first(start)), count);
    }

    /// Where the words are printed that stand at a place.
    Place printedPlace() const { return m_whole.kind() == Place::Kind::Heading ? m_whole : m_whole.owner(); }

    /// What is printed in front of the words: the number of a heading or figure, the digits of a cell.
    qsizetype leadOf(const QList<int> &elements) const
    {
        const qsizetype rest = std::max<qsizetype>(0, countOf(elements) - inkCharacters(m_shown.text));
        switch (m_whole.kind()) {
        case Place::Kind::Heading:
        case Place::Kind::Caption: return rest;
        case Place::Kind::Note: return std::max<qsizetype>(0, rest - 1); // a bracket stands behind it
        default: return 0;
        }
    }

    std::vector<InkLine> inkIn(const QList<int> &elements, qsizetype from, qsizetype count) const
    {
        std::vector<InkLine> lines;
        for (const int element : elements) {
            const qsizetype here = m_counts.value(element);
            const qsizetype taken = std::clamp<qsizetype>(here - from, 0, count);
            if (taken > 0) {
                const auto more = inkLines(m_document, 0, element, from, taken);
                lines.insert(lines.end(), more.begin(), more.end());
            }
            count -= taken;
            from = std::max<qsizetype>(0, from - here);
        }
        return lines;
    }

    const Report &m_report;
    const PageDocument &m_document;
    QHash<Place, InkLine> m_squares{};
    QHash<Place, QList<int>> m_elements{}; // in reading order
    QHash<int, qsizetype> m_counts{}; // of ink characters, by element
    Place m_whole{};
    ShownText m_shown{};
};

} // namespace

std::vector<std::vector<InkLine>> foundInk(
    const Report &report, const QList<Place> &places, const PageDocument &document)
{
    std::vector<std::vector<InkLine>> ink;
    if (places.isEmpty())
        return ink;
    InkOfPlaces pages(report, document);
    for (const Place &place : places)
        ink.push_back(pages.of(place));
    return ink;
}

} // namespace nianbao
