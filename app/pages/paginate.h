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
    QString
        digest{}; // of the approved content, hex: its beginning stands at the foot of each page; empty: none
};

/// Lays a manuscript out on A4 pages. All line and page breaks are decided here. The options hold for the
/// report; its draft has always mark and line numbers and never a cover or digest; the office's papers have
/// none of that. Margin marks move no line: the pages are broken and numbered as those without.
PageDocument paginate(const Manuscript &manuscript, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts, const PageOptions &options = {});

} // namespace nianbao
