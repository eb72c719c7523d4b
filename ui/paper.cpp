// SPDX-License-Identifier: MulanPSL-2.0
#include "paper.h"

#include "dialogs.h"
#include "exporters.h"
#include "pdfwriter.h"
#include "printing.h"
#include "reportjson.h"

#include <QFileInfo>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace nianbao {

namespace {

void setUp(QPrinter &printer, const PageDocument &pages)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(pages.title);
}

} // namespace

Result<> exportReport(const Report &report, const PageDocument &pages, const QString &path)
{
    return QFileInfo(path).suffix().toLower() == u"pdf" ? writePdf(pages, path)
                                                        : writeWhole(path, reportToJson(report));
}

void printWithDialog(QWidget *parent, const PageDocument &pages)
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, pages);
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, int(pages.pages.size()));
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto done = printDocument(pages, printer); !done)
        dialogs::tell(parent, done.error());
}

void showPrintPreview(QWidget *parent, const PageDocument &pages)
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, pages);
    QPrintPreviewDialog dialog(&printer, parent);
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, parent, [parent, &pages](QPrinter *on) {
        if (const auto done = printDocument(pages, *on); !done)
            dialogs::tell(parent, done.error());
    });
    dialog.exec();
}

} // namespace nianbao
