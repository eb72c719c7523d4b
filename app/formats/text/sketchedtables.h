// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"

#include <QStringList>

#include <optional>

namespace nianbao {

/// A table that somebody drew with characters.
struct SketchedTable {
    ForeignGrid grid{};
    qsizetype lines = 0; // that it takes
};

/// The one that begins at a line: cells between bars (| │) with or without rules (+--+ ├─┤), or words parted
/// by several blanks in rows that have as many of them as each other. nullopt: none begins there.
std::optional<SketchedTable> sketchedTableAt(const QStringList &lines, qsizetype at);

} // namespace nianbao
