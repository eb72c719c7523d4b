// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "pagedocument.h"
#include "pagestyle.h"

namespace nianbao {

struct PageOptions {
    QString draftMark{}; // "草稿": drawn across every page as shapes; empty: none
    bool fillsArea = false; // 撑满版心: see PageStyle
    bool signature = true; // 署名 and 成文日期, if there are any
    bool seal = false; // they stand as 7.3.5.1 says, with room for the seal, instead of as 7.3.5.2
    bool cover = false; // a first page with title, body and date, without a number
    bool lineNumbers = false; // in the left margin, for talking about a paper
};

/// Lays a manuscript out on A4 pages. All line and page breaks are decided here. The options hold for the
/// report; its draft has always mark and line numbers and never a cover; the office's papers have none of
/// that.
PageDocument paginate(const Manuscript &manuscript, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts, const PageOptions &options = {});

} // namespace nianbao
