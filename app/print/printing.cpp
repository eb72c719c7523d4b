// SPDX-License-Identifier: MulanPSL-2.0
#include "printing.h"

#include "paintpage.h"
#include "writewhole.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMarginsF>
#include <QPageRanges>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>
#include <QTemporaryDir>

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

using Progress = std::function<bool(int done, int all)>;

bool paintAll(const PageDocument &document, const std::vector<int> &pages, QPrinter &printer,
    const std::function<bool(int done)> &goesOn)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double pixelsPerMm = printer.resolution() / 25.4;
    int done = 0;
    for (const int page : pages) {
        if (!goesOn(done++) || (page != pages.front() && !printer.newPage()))
            return false;
        paintPage(document, page, painter, pixelsPerMm);
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

Result<> copyInto(QIODevice &device, const QString &path)
{
    constexpr qint64 kPiece = 1 << 20;
    QFile file(path);
    bool isWhole = file.open(QIODevice::ReadOnly);
    while (isWhole && !file.atEnd()) {
        const QByteArray piece = file.read(kPiece);
        isWhole = !piece.isEmpty() && writeAll(device, piece);
    }
    return isWhole ? Result<>() : Error{ErrorCode::WriteFailed, path, device.errorString()};
}

/// Qt writes straight over the file, and ends it as if it were whole wherever it is stopped: so it writes
/// another, and only what is whole takes the name.
Result<> printToFile(
    const PageDocument &document, const std::vector<int> &pages, QPrinter &printer, const Progress &progress)
{
    const QString file = printer.outputFileName();
    const QTemporaryDir folder;
    const QString painted = folder.filePath(QStringLiteral("pages.") + QFileInfo(file).suffix());
    bool isStopped = false;
    printer.setOutputFileName(painted);
    const bool isPainted = folder.isValid() && paintAll(document, pages, printer, [&](int done) {
        isStopped = progress && !progress(done, int(pages.size()));
        return !isStopped;
    });
    printer.setOutputFileName(file);
    if (isStopped)
        return Error{ErrorCode::Cancelled, document.title};
    if (!isPainted)
        return Error{ErrorCode::WriteFailed, file, folder.errorString()};
    return writeWhole(file, [&painted](QIODevice &device) { return copyInto(device, painted); });
}

} // namespace

Result<> printDocument(const PageDocument &document, QPrinter &printer, const Progress &progress)
{
    const std::vector<int> pages = pagesToPrint(document, printer);
    if (pages.empty())
        return {};
    printer.setFullPage(true);
    printer.setPageSize(QPageSize({document.width, document.height}, QPageSize::Millimeter));
    printer.setPageMargins({});
    printer.setDocName(document.title);
    if (!printer.outputFileName().isEmpty())
        return printToFile(document, pages, printer, progress);
    const bool isPrinted = paintAll(document, pages, printer, [&](int done) {
        if (progress)
            progress(done, int(pages.size()));
        return true;
    });
    return isPrinted ? Result<>() : Error{ErrorCode::WriteFailed, printer.printerName()};
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
