// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

/// How a table is told apart from the others of its page, and where it stands.
struct HtmlTablePlace {
    QString caption{};
    int number = 0; // from 1; ids begin with it
    bool isFragment = false;
};

/// A table with caption, heads with scope, and at each other cell the ids of all heads it stands under. Under
/// several heads one after the other, each run of rows is a group of its own.
QString htmlTable(const TableBlock &table, const HtmlTablePlace &place);

} // namespace nianbao
