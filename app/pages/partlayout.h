// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "pagedocument.h"
#include "pagestyle.h"
#include "tableflow.h"

#include <QHash>

namespace nianbao {

/// What all kinds of parts need to be laid out: pages of their own behind those that are there, elements and
/// sources, tables on as many pages as they take.
class PartLayout {
protected:
    /// top: of the first line of a page, mm.
    PartLayout(PageDocument &document, const PageStyle &style, double top);

    virtual void newPage();
    Page &page() { return m_document.pages.back(); }
    int pageIndex() const { return int(m_document.pages.size()) - 1; }
    double bottom() const { return m_style.top + m_style.typeHeight; }
    int sourceIndex(const Place &place); // -1: nowhere
    /// place: of the manuscript, that margin marks find the element by.
    int addElement(Element::Kind kind, int parent = -1, const Place &place = {});
    /// The table from y on; returns where it ends on the last of its pages.
    double placeTableRows(const TableBlock &table, const TableFlow &flow, double y);

    ~PartLayout() = default;

    PageDocument &m_document;
    const PageStyle &m_style;
    const FontSet &m_fonts;
    const size_t m_first; // page of the document that is ours
    const double m_top;
    QHash<Place, int> m_elements{}; // by the place they were added for, the first of each

private:
    TableFlow::Owners ownersIn(const TableBlock &table);
};

} // namespace nianbao
