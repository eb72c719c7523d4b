// SPDX-License-Identifier: MulanPSL-2.0
// Prints a report as the window does: printout FILE.nianbao PRINTER PAGES COPIES; PAGES as "2-3", or "all".
#include "pagesetup.h"
#include "paperpages.h"
#include "printing.h"
#include "session.h"

#include <QApplication>
#include <QPageRanges>
#include <QPrinter>

#include <cstdio>

using namespace nianbao;

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const auto session = Session::open(arguments[1], Session::Mode::Look);
    const auto pages = session ? paperPages(Paper::Report, **session, PageChoices())
                               : Result<PageDocument>(session.error());
    if (!pages)
        return 2;
    QPrinter printer(QPrinter::HighResolution);
    printer.setPrinterName(arguments[2]);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDuplex(QPrinter::DuplexLongSide);
    printer.setDocName(QStringLiteral("printout"));
    printer.setCopyCount(arguments[4].toInt());
    if (arguments[3] != u"all") {
        printer.setPrintRange(QPrinter::PageRange);
        printer.setPageRanges(QPageRanges::fromString(arguments[3]));
    }
    if (!printer.isValid() || !printDocument(*pages, printer)) {
        std::fputs("it could not be printed\n", stderr);
        return 1;
    }
    return 0;
}
