// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pagestyle.h"
#include "report.h"

namespace nianbao {

struct PageOptions {
    QString draftMark{}; // "草稿": drawn across every page as shapes; empty: none
};

/// Lays the report out on A4 pages. All line and page breaks are decided here.
PageDocument paginate(const Report &report, const PageStyle &style, std::shared_ptr<const FontSet> fonts,
    const PageOptions &options = {});

} // namespace nianbao
