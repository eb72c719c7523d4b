// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "spec.h"

#include <functional>

namespace nianbao {

/// A node of the row or column tree as the file gives it.
struct FormNode {
    QString id{}; // of a leaf, or of a group that formulas may name
    QString label{}, mark{}, word{}, guidance{}, formula{}, unit{};
    std::optional<Role> role{};
    RuleId rule{};
    int decimals = 0;
    bool negative = false;
    bool stacked = false;
    QString path{};
    QList<FormNode> children{};

    bool isLeaf() const { return children.isEmpty(); }
    int leaves() const
    {
        int sum = 0;
        for (const FormNode &child : children)
            sum += child.leaves();
        return isLeaf() ? 1 : sum;
    }
    int depth() const
    {
        int deepest = 0;
        for (const FormNode &child : children)
            deepest = std::max(deepest, child.depth());
        return deepest + 1;
    }
};

using FormVisit = std::function<void(const FormNode &node, int depth, int leaf)>;
/// Calls visit for each node with its depth and the number of leaves before it; returns the leaves seen.
int walk(const QList<FormNode> &nodes, const FormVisit &visit, int depth = 0, int leaf = 0);
QList<FormNode> leavesOf(const QList<FormNode> &nodes);
int depthOf(const QList<FormNode> &nodes);

/// Adds a block to the table's grid: banner, corner, column heads, row heads and figures under the rows there
/// are.
void layOutBlock(TableSpec &table, const QString &banner, const QString &corner, const QList<FormNode> &rows,
    const QList<FormNode> &columns);
/// The same with the rows standing in the head: one line of figures, as table four is printed.
void layOutTransposed(TableSpec &table, const QList<FormNode> &rows, const QList<FormNode> &columns);

} // namespace nianbao
