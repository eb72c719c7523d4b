// SPDX-License-Identifier: MulanPSL-2.0
#include "printing.h"

#include "paintpage.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace nianbao {

Result<> printDocument(const PageDocument &document, QPrinter &printer)
{
    constexpr double kMmPerInch = 25.4;
    printer.setFullPage(true);
    printer.setPageMargins(QMarginsF());
    const Error refused{ErrorCode::WriteFailed, printer.printerName(), printer.docName()};
    QPainter painter;
    if (!painter.begin(&printer))
        return refused;
    const int last = int(document.pages.size());
    const int from = std::clamp(printer.fromPage(), 1, last); // 0: all
    const int to = printer.toPage() == 0 ? last : std::clamp(printer.toPage(), from, last);
    for (int page = from; page <= to; ++page) {
        if (page > from && !printer.newPage())
            return refused;
        paintPage(document, page - 1, painter, printer.resolution() / kMmPerInch);
    }
    return painter.end() ? Result<>() : Result<>(refused);
}

} // namespace nianbao
