// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "gridmodel.h"

class QMimeData;

namespace nianbao {

/// Figures as the clipboard carries them: tab-separated for tables, and a table in HTML for texts, so that
/// Word, WPS and Writer paste one. When all figures are there, that one is the whole table as it is printed,
/// with its heads and merged cells.
QMimeData *tableData(const GridModel &model, const QList<QModelIndex> &figures);

} // namespace nianbao
