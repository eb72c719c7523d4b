// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace nianbao::test {

/// A page as those hear it who do not see it: looked through by libxml2's own tree, not by our reader.
struct PageAudit {
    struct Cell {
        QString text{};
        QStringList heads{}; // words of the heads that it names, in their order
    };
    QStringList faults{}; // in words, with the place
    QList<QList<Cell>> tables{}; // td cells of each, row by row
    QList<int> headings{}; // levels
};
PageAudit audit(const QByteArray &page, bool isFragment);

} // namespace nianbao::test
