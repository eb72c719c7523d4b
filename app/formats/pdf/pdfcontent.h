// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pdffont.h"

namespace nianbao {

/// Writes pages as content streams. Ink of an element stands in marked content of its own; everything else is
/// an artifact (ISO 32000-1 14.8.2.2).
class PageContent {
public:
    PageContent(const PageDocument &document, const FontUses &fonts)
        : m_document(document), m_fonts(fonts), m_height(document.height)
    { }

    QByteArray content(const Page &page);
    /// Of the page written last: the element of each piece of marked content, by its number.
    const std::vector<int> &marked() const { return m_marked; }

private:
    double up(double y) const { return pdf::points(m_height - y); }
    void mark(int element); // -1: artifact
    void endMark();
    void setColour(const QColor &colour);
    void addFill(const Fill &fill);
    void addPicture(const PlacedPicture &placed);
    void addShape(const Shape &shape);
    void addRules(const std::vector<Stroke> &rules);
    size_t addLine(const std::vector<GlyphRun> &runs, size_t from);
    void addRun(const GlyphRun &run);

    const PageDocument &m_document;
    const FontUses &m_fonts;
    double m_height;
    QByteArray m_out{};
    std::vector<int> m_marked{};
    bool m_isOpen = false;
    int m_element = -1; // of the open mark
    bool m_isStretched = false; // a gap of the line looks like a blank
    bool m_isShared = false; // a glyph of the line stands for another character elsewhere
    double m_lineEnd = 0; // mm; where the ink written last ends
    bool m_endsInBlank = false;
};

} // namespace nianbao
