// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfstructure.h"

namespace nianbao {

namespace {

QByteArray typeOf(Element::Kind kind)
{
    switch (kind) {
    case Element::Kind::Title: return "H1";
    case Element::Kind::Heading1: return "H2";
    case Element::Kind::Heading2: return "H3";
    case Element::Kind::Table: return "Table";
    case Element::Kind::Row: return "TR";
    case Element::Kind::HeadCell: return "TH";
    case Element::Kind::Cell: return "TD";
    case Element::Kind::Figure: return "Figure";
    case Element::Kind::Caption: return "Caption";
    case Element::Kind::Paragraph: break;
    }
    return "P";
}

QByteArray attributes(const Element &element, double pageHeight)
{
    QByteArray table;
    if (element.kind == Element::Kind::HeadCell)
        table += element.isRowHead ? "/Scope/Row" : "/Scope/Column";
    if (element.rowSpan > 1)
        table += "/RowSpan " + QByteArray::number(element.rowSpan);
    if (element.columnSpan > 1)
        table += "/ColSpan " + QByteArray::number(element.columnSpan);
    QByteArray all = table.isEmpty() ? QByteArray() : "/A<</O/Table" + table + ">>";
    const QRectF &box = element.box;
    if (element.kind == Element::Kind::Figure)
        all += "/A<</O/Layout/Placement/Block/BBox[" + pdf::number(pdf::points(box.left())) + ' '
            + pdf::number(pdf::points(pageHeight - box.bottom())) + ' '
            + pdf::number(pdf::points(box.right())) + ' ' + pdf::number(pdf::points(pageHeight - box.top()))
            + "]>>/Alt" + pdf::textString(element.alternative);
    return all;
}

} // namespace

int putStructure(PdfFile &pdf, const PageDocument &document, const std::vector<int> &pages,
    const std::vector<std::vector<int>> &marked)
{
    const size_t count = document.elements.size();
    if (count == 0)
        return 0;
    const int root = pdf.reserve(), whole = pdf.reserve();
    std::vector<int> objects;
    for (size_t i = 0; i < count; ++i)
        objects.push_back(pdf.reserve());
    std::vector<QByteArray> kids(count);
    QByteArray parents;
    for (size_t page = 0; page < marked.size(); ++page) {
        parents += QByteArray::number(qint64(page)) + '[';
        for (size_t id = 0; id < marked[page].size(); ++id) {
            const auto element = size_t(marked[page][id]);
            kids[element] += "<</Type/MCR/Pg " + pdf::reference(pages[page]) + "/MCID "
                + QByteArray::number(qint64(id)) + ">>";
            parents += pdf::reference(objects[element]) + ' ';
        }
        parents += ']';
    }
    QByteArray top;
    for (size_t i = 0; i < count; ++i) {
        const int parent = document.elements[i].parent;
        (parent < 0 ? top : kids[size_t(parent)]) += pdf::reference(objects[i]) + ' ';
    }
    for (size_t i = 0; i < count; ++i) {
        const Element &element = document.elements[i];
        pdf.put(objects[i],
            "<</Type/StructElem/S/" + typeOf(element.kind) + "/P "
                + pdf::reference(element.parent < 0 ? whole : objects[size_t(element.parent)])
                + attributes(element, document.height) + "/K[" + kids[i] + "]>>");
    }
    pdf.put(whole, "<</Type/StructElem/S/Document/P " + pdf::reference(root) + "/K[" + top + "]>>");
    pdf.put(root,
        "<</Type/StructTreeRoot/K " + pdf::reference(whole) + "/ParentTreeNextKey "
            + QByteArray::number(qint64(marked.size())) + "/ParentTree<</Nums[" + parents + "]>>>>");
    return root;
}

int putOutline(PdfFile &pdf, const PageDocument &document, const std::vector<int> &pages)
{
    struct Node {
        const Bookmark *bookmark = nullptr;
        int object = 0;
        size_t parent = 0, previous = 0, next = 0; // 0: the root, which is nobody's sibling
        std::vector<size_t> children{};
    };
    std::vector<Node> nodes(1); // the root
    std::vector<std::pair<int, size_t>> path{{0, 0}}; // level, node
    for (const Bookmark &bookmark : document.bookmarks) {
        if (bookmark.page < 0 || bookmark.page >= int(pages.size()))
            continue;
        while (path.size() > 1 && path.back().first >= bookmark.level)
            path.pop_back();
        const size_t parent = path.back().second;
        const size_t previous = nodes[parent].children.empty() ? 0 : nodes[parent].children.back();
        if (previous)
            nodes[previous].next = nodes.size();
        nodes[parent].children.push_back(nodes.size());
        path.push_back({bookmark.level, nodes.size()});
        nodes.push_back({&bookmark, 0, parent, previous, 0, {}});
    }
    if (nodes.size() == 1)
        return 0;
    for (Node &node : nodes)
        node.object = pdf.reserve();
    for (const Node &node : nodes) {
        QByteArray body = "<<";
        if (!node.children.empty()) // all are shown open
            body += "/First " + pdf::reference(nodes[node.children.front()].object) + "/Last "
                + pdf::reference(nodes[node.children.back()].object) + "/Count "
                + QByteArray::number(qint64(node.bookmark ? node.children.size() : nodes.size() - 1));
        if (!node.bookmark) {
            pdf.put(node.object, body + "/Type/Outlines>>");
            continue;
        }
        if (node.previous)
            body += "/Prev " + pdf::reference(nodes[node.previous].object);
        if (node.next)
            body += "/Next " + pdf::reference(nodes[node.next].object);
        body += "/Parent " + pdf::reference(nodes[node.parent].object) + "/Title"
            + pdf::textString(node.bookmark->text) + "/Dest["
            + pdf::reference(pages[size_t(node.bookmark->page)]) + "/XYZ null "
            + pdf::number(pdf::points(document.height - node.bookmark->y)) + " null]";
        pdf.put(node.object, body + ">>");
    }
    return nodes.front().object;
}

} // namespace nianbao
