// SPDX-License-Identifier: MulanPSL-2.0
#include "paperdesk.h"

#include "dialogs.h"
#include "exportdialog.h"
#include "exporters.h"
#include "pagepreview.h"
#include "printing.h"
#include "reportjson.h"
#include "session.h"
#include "settings.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>

namespace nianbao {

namespace {

const QString kChoices = QStringLiteral("paper");

void setUp(QPrinter &printer, const PageDocument &pages)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(pages.title);
    printer.setDuplex(QPrinter::DuplexLongSide); // bound at the left: page numbers alternate
}

} // namespace

PaperChoices savedChoices()
{
    const QJsonObject kept = QJsonDocument::fromJson(settings::windowState(kChoices)).object();
    PaperChoices choices;
    choices.page.fillsArea = kept.value(QLatin1String("fill")).toBool(false);
    choices.page.signature = kept.value(QLatin1String("signature")).toBool(true);
    choices.page.seal = kept.value(QLatin1String("seal")).toBool(false);
    choices.page.cover = kept.value(QLatin1String("cover")).toBool(false);
    choices.marksArchival = kept.value(QLatin1String("pdfa")).toBool(false);
    return choices;
}

void saveChoices(const PaperChoices &choices)
{
    const QJsonObject kept{{QStringLiteral("fill"), choices.page.fillsArea},
        {QStringLiteral("signature"), choices.page.signature}, {QStringLiteral("seal"), choices.page.seal},
        {QStringLiteral("cover"), choices.page.cover}, {QStringLiteral("pdfa"), choices.marksArchival}};
    settings::setWindowState(kChoices, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

PaperDesk::PaperDesk(QWidget *window) : QObject(window), m_window(window) { }

void PaperDesk::setReport(Session *session, PagePreview *preview)
{
    m_session = session;
    m_preview = preview;
    if (m_preview)
        m_preview->setPageOptions(savedChoices().page);
}

QString PaperDesk::proposal(const QString &suffix, Paper paper) const
{
    const QFileInfo file(m_session->path());
    QString name = m_session->report().title().simplified();
    name.remove(QLatin1Char('/'));
    if (paper != Paper::Report)
        name += QStringLiteral("（%1）").arg(paperName(paper));
    return file.dir().filePath(name + u'.' + suffix);
}

PageDocument PaperDesk::pagesOf(Paper paper) const
{
    const PageDocument &shown = m_preview->document();
    if (paper == Paper::Report || !shown.fonts)
        return shown;
    return makePaper(
        paper, m_session->report(), m_session->findings(), pageStyle(), shown.fonts, savedChoices().page);
}

Result<> PaperDesk::exportTo(const QString &path, Paper paper)
{
    if (QFileInfo(path).suffix().toLower() != u"pdf")
        return writeWhole(path, reportToJson(m_session->report()));
    const PaperChoices choices = savedChoices();
    PdfOptions options;
    options.author = m_author;
    options.marksArchival = choices.marksArchival;
    QProgressDialog progress(tr("Writing the pages…"), tr("Cancel"), 0, 0, m_window);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(1000); // shown only when it takes longer
    options.progress = [&progress](int done, int all) {
        progress.setMaximum(all);
        progress.setValue(done);
        return !progress.wasCanceled();
    };
    return writePdf(pagesOf(paper), path, options);
}

void PaperDesk::exportPaper(Paper paper)
{
    PaperChoices kept = savedChoices();
    kept.author = m_author;
    kept.draftMark = m_preview->draftMark();
    ExportDialog dialog(kept, paper, m_session->findings(), m_window);
    if (!dialogs::isSilent() && dialog.exec() != QDialog::Accepted)
        return;
    const PaperChoices choices = dialog.choices();
    saveChoices(choices);
    m_author = choices.author;
    m_preview->setPageOptions(choices.page);
    Q_EMIT draftMarkChosen(choices.draftMark);
    const QString path = dialogs::saveFile(
        m_window, tr("Export"), proposal(QStringLiteral("pdf"), dialog.paper()), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (const auto done = exportTo(path, dialog.paper()); !done)
        dialogs::tell(m_window, done.error());
    else
        Q_EMIT notice(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
}

void PaperDesk::printPaper(Paper paper)
{
    const PageDocument pages = pagesOf(paper);
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, pages);
    QPrintDialog dialog(&printer, m_window);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setOption(QAbstractPrintDialog::PrintCollateCopies);
    dialog.setMinMax(1, int(pages.pages.size()));
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPageLayout layout = printer.pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    if (const QString cut = cutSides(layout.minimumMargins(), pageStyle()); !cut.isEmpty()) {
        const QString anyway = tr("Print all the same");
        const QString answer = dialogs::ask(m_window,
            tr("This printer cannot print so close to the edge of the paper: %1 would be cut off.").arg(cut),
            tr("Choose another printer, or export a PDF and have it printed."), {}, {anyway});
        if (answer != anyway)
            return;
    }
    if (const auto done = printDocument(pages, printer); !done)
        dialogs::tell(m_window, done.error());
    else
        Q_EMIT notice(tr("Sent to the printer. For two sides, flip on the long edge."));
}

void PaperDesk::showPrintPreview()
{
    const PageDocument pages = pagesOf(Paper::Report);
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, pages);
    QPrintPreviewDialog dialog(&printer, m_window);
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, [this, &pages](QPrinter *on) {
        if (const auto done = printDocument(pages, *on); !done)
            dialogs::tell(m_window, done.error());
    });
    dialog.exec();
}

} // namespace nianbao
