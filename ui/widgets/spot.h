// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ids.h"

namespace nianbao {

/// A spot in the report that an editor can show: a cell, or a paragraph of a text.
struct Spot {
    CellId cell{};
    QString section{}; // "organisation", "introduction", "overview", "overview/2", "requests", "channels"
    int paragraph = -1;
    qsizetype start = -1; // a passage of the stored text, to be selected
    qsizetype length = 0;
    QString
        field{}; // of a page with fields: "heading", the key of a fact; of the channels "channel\tcategory"
};

} // namespace nianbao
