// SPDX-License-Identifier: MulanPSL-2.0
#include "paperdesk.h"

#include "cleantext.h"
#include "dialogs.h"
#include "exportdialog.h"
#include "exportnotices.h"
#include "pagepreview.h"
#include "printing.h"
#include "reportjson.h"
#include "session.h"
#include "settings.h"
#include "writewhole.h"

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
    QString name = cleanText(m_session->report().title(), Lines::One).simplified();
    name.remove(QLatin1Char('/'));
    if (paper != Paper::Report)
        name += QStringLiteral("（%1）").arg(paperName(paper));
    return file.dir().filePath(name + u'.' + suffix);
}

/// Error FontMissing: then nothing was laid out that could be written.
Result<PageDocument> PaperDesk::pagesOf(Paper paper) const
{
    const PageDocument &shown = m_preview->document();
    if (!shown.fonts) {
        const auto fonts = FontSet::load(pageStyle().fonts);
        return fonts ? Error{ErrorCode::FontMissing} : fonts.error();
    }
    if (paper == Paper::Report)
        return shown;
    return paginate(manuscriptOf(paper, m_session->report(), m_session->findings()), pageStyle(), shown.fonts,
        savedChoices().page);
}

Result<> PaperDesk::exportTo(const QString &path, Paper paper)
{
    m_notices.clear();
    if (const auto may = mayReplace(path); !may)
        return may;
    const QString kind = QFileInfo(path).suffix().toLower();
    if (kind == u"json" && paper == Paper::Report)
        return writeJson(m_session->report(), path);
    if (kind != u"pdf")
        return Error{ErrorCode::BadArguments, path,
            paper == Paper::Report ? tr("“%1”: a report can be exported as .pdf or .json.").arg(path)
                                   : tr("“%1”: this paper can be exported as .pdf.").arg(path)};
    const auto pages = pagesOf(paper);
    if (!pages)
        return pages.error();
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
    const Result<> done = writePdf(*pages, path, options);
    if (done)
        m_notices = exportNotices(*pages, options.marksArchival);
    return done;
}

/// The dialog asks about replacing under the name that was typed; under one with a suffix added we ask.
QString PaperDesk::askFile(const QString &suffix, Paper paper)
{
    const QString filter = suffix == u"pdf" ? tr("PDF (*.pdf)") : tr("JSON (*.json)");
    QString path = dialogs::saveFile(m_window, tr("Export"), proposal(suffix, paper), filter);
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    path += (path.endsWith(u'.') ? QString() : QStringLiteral(".")) + suffix;
    const QString replace = tr("Replace it");
    const bool isFree = !QFileInfo::exists(path)
        || dialogs::ask(m_window, tr("The file %1 exists already.").arg(QDir::toNativeSeparators(path)),
               tr("It would be replaced."), {replace})
            == replace;
    return isFree ? path : QString();
}

void PaperDesk::tellExported(const QString &path)
{
    QStringList sentences{tr("Exported to %1.").arg(QDir::toNativeSeparators(path))};
    sentences += m_notices;
    Q_EMIT notice(sentences.join(u' '));
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
    const QString path = askFile(QStringLiteral("pdf"), dialog.paper());
    if (path.isEmpty())
        return;
    if (const auto done = exportTo(path, dialog.paper()); !done)
        dialogs::tell(m_window, done.error(), Doing::MakingAFile);
    else
        tellExported(path);
}

void PaperDesk::printPaper(Paper paper)
{
    const auto pages = pagesOf(paper);
    if (!pages) {
        dialogs::tell(m_window, pages.error(), Doing::MakingAFile);
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, *pages);
    QPrintDialog dialog(&printer, m_window);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setOption(QAbstractPrintDialog::PrintCollateCopies);
    dialog.setMinMax(1, int(pages->pages.size()));
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
    if (const auto done = printTo(printer, paper); !done)
        dialogs::tell(m_window, done.error(), Doing::MakingAFile);
}

Result<> PaperDesk::printTo(QPrinter &printer, Paper paper)
{
    const auto pages = pagesOf(paper);
    if (!pages)
        return pages.error();
    const QString file = printer.outputFileName();
    if (!file.isEmpty()) {
        const QString shapes = tr("Write the shapes all the same");
        const QString real = tr("Export as PDF");
        const QString answer = dialogs::ask(m_window,
            tr("A PDF from the print dialog holds the shapes of the characters only."),
            tr("Nobody can search it, copy from it or have it read aloud. The export writes the same pages "
               "with "
               "their text."),
            {real, shapes});
        if (answer.isEmpty())
            return {};
        if (answer == real) {
            const Result<> done = exportTo(file, paper);
            if (done)
                tellExported(file);
            return done;
        }
        if (const auto may = mayReplace(file); !may)
            return may;
    }
    const Result<> done = printDocument(*pages, printer);
    if (done)
        Q_EMIT notice((QStringList{tr("Sent to the printer. For two sides, flip on the long edge.")}
            + exportNotices(*pages, false))
                          .join(u' '));
    return done;
}

void PaperDesk::showPrintPreview()
{
    const auto pages = pagesOf(Paper::Report);
    if (!pages) {
        dialogs::tell(m_window, pages.error(), Doing::MakingAFile);
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, *pages);
    QPrintPreviewDialog dialog(&printer, m_window);
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, [this, &pages](QPrinter *on) {
        if (const auto done = printDocument(*pages, *on); !done)
            dialogs::tell(m_window, done.error());
    });
    dialog.exec();
}

} // namespace nianbao
