// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "spec.h"

namespace nianbao {

/// What the form says of each row and column of a table, apart: a cell's guidance says both at once. Read
/// from the form, so that a manual made of it is never older than the form.
struct FormGuide {
    struct Line {
        QString id{};
        QString label{}; // statutory
        QString group{}; // label of the group of rows it stands in; empty: none
        QString guidance{};
        QStringList basis{}; // articles and documents that the guidance names
    };
    QList<Line> rows{}; // in statutory order
    QList<Line> columns{};
};
FormGuide guideTo(const ReportSpec &form, const TableSpec &table);

/// Each article or document that a guidance names, once, as it is spelled there: 《条例》第十六条第二款.
QStringList basisOf(const QString &guidance);

} // namespace nianbao
