// SPDX-License-Identifier: MulanPSL-2.0
#include "printing.h"

#include "paintpage.h"

#include <QCoreApplication>
#include <QMarginsF>
#include <QPageRanges>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Printing)
};

/// Indices of the pages asked for, in the order in which they leave the printer.
std::vector<int> pagesToPrint(const PageDocument &document, const QPrinter &printer)
{
    const QPageRanges ranges = printer.pageRanges();
    const bool all = printer.printRange() != QPrinter::PageRange || ranges.isEmpty();
    std::vector<int> pages;
    for (int page = 0; page < int(document.pages.size()); ++page) {
        if (all || ranges.contains(page + 1))
            pages.push_back(page);
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(pages.begin(), pages.end());
    return pages;
}

Error refused(const QPrinter &printer)
{
    const bool toFile = !printer.outputFileName().isEmpty();
    return {ErrorCode::WriteFailed, toFile ? printer.outputFileName() : printer.printerName()};
}

} // namespace

Result<> printDocument(
    const PageDocument &document, QPrinter &printer, const std::function<bool(int done, int all)> &progress)
{
    const std::vector<int> pages = pagesToPrint(document, printer);
    if (pages.empty())
        return {};
    printer.setFullPage(true);
    printer.setPageSize(QPageSize({document.width, document.height}, QPageSize::Millimeter));
    printer.setPageMargins({});
    printer.setDocName(document.title);
    QPainter painter;
    if (!painter.begin(&printer))
        return refused(printer);
    const double pixelsPerMm = printer.resolution() / 25.4;
    int done = 0;
    for (const int page : pages) {
        if (progress && !progress(done++, int(pages.size()))) {
            printer.abort();
            return Error{ErrorCode::Cancelled, document.title};
        }
        if (page != pages.front() && !printer.newPage())
            return refused(printer);
        paintPage(document, page, painter, pixelsPerMm);
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return refused(printer);
    return {};
}

QString cutSides(const QMarginsF &least, const PageStyle &style)
{
    const double foot = style.top + style.typeHeight + style.pageNumberDrop + style.pageNumberSize;
    QStringList sides;
    if (least.left() > style.left)
        sides.append(Words::tr("left"));
    if (least.top() > style.top)
        sides.append(Words::tr("top"));
    if (least.right() > style.paperWidth - style.left - style.typeWidth)
        sides.append(Words::tr("right"));
    if (least.bottom() > style.paperHeight - foot)
        sides.append(Words::tr("bottom"));
    return sides.join(QStringLiteral("、"));
}

} // namespace nianbao
