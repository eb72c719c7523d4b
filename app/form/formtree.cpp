// SPDX-License-Identifier: MulanPSL-2.0
#include "formtree.h"

#include <algorithm>

namespace nianbao {

int walk(const QList<FormNode> &nodes, const FormVisit &visit, int depth, int leaf)
{
    for (const FormNode &node : nodes) {
        visit(node, depth, leaf);
        leaf = node.isLeaf() ? leaf + 1 : walk(node.children, visit, depth + 1, leaf);
    }
    return leaf;
}

QList<FormNode> leavesOf(const QList<FormNode> &nodes)
{
    QList<FormNode> leaves;
    walk(nodes, [&](const FormNode &node, int, int) {
        if (node.isLeaf())
            leaves.append(node);
    });
    return leaves;
}

int depthOf(const QList<FormNode> &nodes)
{
    int deepest = 0;
    for (const FormNode &node : nodes)
        deepest = std::max(deepest, node.depth());
    return deepest;
}

void layOutBlock(TableSpec &table, const QString &banner, const QString &corner, const QList<FormNode> &rows,
    const QList<FormNode> &columns)
{
    const int first = table.gridRows;
    const int heads = table.rowHeadColumns;
    const int width = int(table.widths.size());
    const int bannerRows = banner.isEmpty() ? 0 : 1;
    const int depth = depthOf(columns);
    const auto columnLeaves = leavesOf(columns);
    using Kind = GridCell::Kind;
    if (bannerRows)
        table.grid.append({Kind::Banner, first, 0, 1, width, false, banner, {}});
    const int headTop = first + bannerRows;
    table.grid.append({Kind::Corner, headTop, 0, depth, heads, false, corner, {}});
    // with fewer columns than the table is wide, the last one takes what is left
    const auto spanOf = [&](int leaf, int leaves) {
        return leaf + leaves == columnLeaves.size() ? width - heads - leaf : leaves;
    };
    QList<GridCell> columnHeads;
    walk(columns, [&](const FormNode &node, int level, int leaf) {
        columnHeads.append({Kind::ColumnHead, headTop + level, heads + leaf,
            node.isLeaf() ? depth - level : 1, spanOf(leaf, node.leaves()), node.stacked, node.label, {}});
    });
    table.grid += columnHeads;
    const int bodyTop = headTop + depth;
    walk(rows, [&](const FormNode &node, int level, int leaf) {
        table.grid.append({Kind::RowHead, bodyTop + leaf, level, node.leaves(),
            node.isLeaf() ? heads - level : 1, node.stacked, node.label, {}});
        if (!node.isLeaf())
            return;
        for (int i = 0; i < columnLeaves.size(); ++i)
            table.grid.append({Kind::Figure, bodyTop + leaf, heads + i, 1, spanOf(i, 1), false, {},
                CellId(table.id, node.id, columnLeaves[i].id)});
    });
    const int total = bannerRows + depth + int(leavesOf(rows).size());
    table.blocks.append({first, bannerRows + depth, total});
    table.gridRows += total;
}

void layOutTransposed(TableSpec &table, const QList<FormNode> &rows, const QList<FormNode> &columns)
{
    const int first = table.gridRows;
    const int depth = depthOf(rows);
    const auto columnLeaves = leavesOf(columns);
    const int each = int(columnLeaves.size());
    using Kind = GridCell::Kind;
    QList<GridCell> figures;
    QList<GridCell> columnHeads;
    walk(rows, [&](const FormNode &node, int level, int leaf) {
        table.grid.append({Kind::ColumnHead, first + level, leaf * each, 1, node.leaves() * each,
            node.stacked, node.label, {}});
        if (!node.isLeaf())
            return;
        for (int i = 0; i < each; ++i) {
            columnHeads.append({Kind::ColumnHead, first + level + 1, leaf * each + i, depth - level, 1,
                columnLeaves[i].stacked, columnLeaves[i].label, {}});
            figures.append({Kind::Figure, first + depth + 1, leaf * each + i, 1, 1, false, {},
                CellId(table.id, node.id, columnLeaves[i].id)});
        }
    });
    table.grid += columnHeads;
    table.grid += figures;
    table.blocks.append({first, depth + 1, depth + 2});
    table.gridRows += depth + 2;
}

} // namespace nianbao
