// SPDX-License-Identifier: MulanPSL-2.0
#include "partlayout.h"

#include <QSet>

#include <memory>

namespace nianbao {

PartLayout::PartLayout(PageDocument &document, const PageStyle &style, double top)
    : m_document(document)
    , m_style(style)
    , m_fonts(*document.fonts)
    , m_first(document.pages.size())
    , m_top(top)
{ }

void PartLayout::newPage()
{
    Page fresh;
    fresh.number = m_document.pages.size() == m_first ? 1 : page().number + 1;
    m_document.pages.push_back(std::move(fresh));
}

int PartLayout::sourceIndex(const Place &place)
{
    if (place.isNowhere())
        return -1;
    if (m_document.sources.empty() || !(m_document.sources.back() == place))
        m_document.sources.push_back(place);
    return int(m_document.sources.size()) - 1;
}

int PartLayout::addElement(Element::Kind kind, int parent, const Place &place)
{
    m_document.elements.push_back({kind, parent, {}, 1, 1, false});
    const auto made = int(m_document.elements.size()) - 1;
    if (!place.isNowhere() && !m_elements.contains(place))
        m_elements.insert(place, made);
    return made;
}

double PartLayout::placeTableRows(const TableBlock &table, const TableFlow &flow, double y)
{
    const TableFlow::Owners owners = ownersIn(table);
    for (int row = 0; row < flow.rows();) {
        auto part = flow.partFor(row, bottom() - y);
        if (part.to == row) {
            if (y > m_top) {
                newPage();
                y = m_top;
                continue;
            }
            part.to = row + 1; // one row higher than a page: cut off rather than lost
        }
        if (row == 0 && !table.name.isEmpty())
            m_document.bookmarks.push_back({table.name, 2, pageIndex(), y});
        flow.draw(page(), part, m_style.left, y, owners);
        y += flow.heightOf(part);
        row = part.to;
    }
    return y;
}

/// A row element for each row (of the form's tables before all cells), and an element for each cell the first
/// time it is drawn: heads that are repeated on another page are ornament.
TableFlow::Owners PartLayout::ownersIn(const TableBlock &table)
{
    const int element = addElement(Element::Kind::Table);
    const auto rows = std::make_shared<std::vector<int>>(size_t(table.rows), -1);
    if (table.kind == TableBlock::Kind::Form) {
        for (int &row : *rows)
            row = addElement(Element::Kind::Row, element);
    }
    const auto drawn = std::make_shared<QSet<int>>();
    return {[this](const Place &place) { return sourceIndex(place); },
        [this, element, rows, drawn, &table](int index) {
            if (drawn->contains(index))
                return -1;
            drawn->insert(index);
            const TableCell &cell = table.cells[index];
            int &row = (*rows)[size_t(cell.row)];
            if (row < 0)
                row = addElement(Element::Kind::Row, element);
            const int made = addElement(cell.isHead() ? Element::Kind::HeadCell : Element::Kind::Cell, row,
                cell.isFigure() ? cell.place : Place());
            Element &fresh = m_document.elements[size_t(made)];
            fresh.rowSpan = cell.rowSpan;
            fresh.columnSpan = cell.columnSpan;
            fresh.isRowHead = cell.kind == TableCell::Kind::RowHead;
            return made;
        }};
}

} // namespace nianbao
