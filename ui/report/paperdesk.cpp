// SPDX-License-Identifier: MulanPSL-2.0
#include "paperdesk.h"

#include "besidewindow.h"
#include "cleantext.h"
#include "dialogs.h"
#include "exportdialog.h"
#include "exportnotices.h"
#include "openplace.h"
#include "pagesetup.h"
#include "paperpages.h"
#include "phrase.h"
#include "printing.h"
#include "printpreview.h"
#include "session.h"
#include "shownpath.h"
#include "writewhole.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QToolBar>
#include <QToolButton>

namespace nianbao {

namespace {

void setUp(QPrinter &printer, const PageDocument &pages)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(pages.title);
    printer.setDuplex(QPrinter::DuplexLongSide); // bound at the left: page numbers alternate
}

/// Qt's own preview lets no key into its bar and tells no screen reader what its fields are.
void letKeysIn(QPrintPreviewDialog &dialog)
{
    for (auto *bar : dialog.findChildren<QToolBar *>()) {
        for (auto *button : bar->findChildren<QToolButton *>()) {
            button->setFocusPolicy(Qt::TabFocus);
            if (!button->defaultAction())
                button->setAccessibleName(PaperDesk::tr("More tools"));
        }
        for (auto *field : bar->findChildren<QLineEdit *>())
            field->setAccessibleName(qobject_cast<QComboBox *>(field->parentWidget())
                    ? PaperDesk::tr("Size of the pages in percent")
                    : PaperDesk::tr("Page"));
        for (auto *choice : bar->findChildren<QComboBox *>())
            choice->setAccessibleName(PaperDesk::tr("Size of the pages in percent"));
    }
    for (auto *pages : dialog.findChildren<QPrintPreviewWidget *>()) {
        pages->setAccessibleName(PaperDesk::tr("Pages as they are printed"));
        for (auto *view : pages->findChildren<QWidget *>())
            view->setAccessibleName(pages->accessibleName());
    }
}

} // namespace

PaperDesk::PaperDesk(PageSetup &setup, QWidget *window)
    : QObject(window), m_setup(setup), m_window(window) { }

void PaperDesk::setReport(Session *session) { m_session = session; }

QString PaperDesk::proposal(ExportKind kind, Paper paper) const
{
    QString name = cleanText(m_session->report().title(), Lines::One).simplified();
    name.remove(QLatin1Char('/'));
    if (paper != Paper::Report)
        name += QStringLiteral("（%1）").arg(paperName(paper));
    if (kind == ExportKind::HtmlFragment) // beside the whole page, not in its place
        name = tr("%1 (part of a page)").arg(name);
    return QDir(lastingFolder(m_session->path())).filePath(name + u'.' + suffixOf(kind));
}

/// Laid out beside the window. Errors: those of FontSet::load; Cancelled.
Result<PaperDesk::Pages> PaperDesk::pagesOf(Paper paper) const
{
    const WaitWords words{tr("Print"), tr("The pages are being laid out…"), {}, true, true};
    const auto pages = besideWindow(m_window, words,
        [content = paperContent(paper, *m_session, m_setup.choices())](
            const WorkProgress &) -> Result<Pages> {
            const auto fonts = FontSet::load(pageStyle().fonts);
            if (!fonts)
                return fonts.error();
            return Pages(std::make_shared<const PageDocument>(nianbao::pagesOf(content, *fonts)));
        });
    return pages ? *pages : Error{ErrorCode::Cancelled, {}};
}

/// Who has stopped it knows.
void PaperDesk::tellUnlessStopped(const Error &error) const
{
    if (error.code != ErrorCode::Cancelled)
        dialogs::tell(m_window, error, Doing::MakingAFile);
}

Result<> PaperDesk::exportTo(const QString &path, Paper paper, ExportKind wanted)
{
    m_notices.clear();
    if (const auto may = mayReplace(path); !may)
        return may;
    const auto kind = exportKindOf(path);
    const bool fits = kind && (paper == Paper::Report || !isOfReportOnly(*kind));
    if (!fits)
        return Error{ErrorCode::BadArguments, path,
            paper == Paper::Report
                ? tr("“%1”: a report can be exported as .pdf, .docx, .xlsx, .html, .txt, .csv or .json.")
                      .arg(path)
                : tr("“%1”: this paper can be exported as .pdf, .docx, .html or .txt.").arg(path)};
    ExportRequest request{paper, *kind, m_setup.choices()};
    if (suffixOf(wanted) == suffixOf(*kind)) // a fragment is .html too
        request.kind = wanted;
    const auto prepared = prepareExport(*m_session, request);
    if (!prepared)
        return prepared.error();
    const WaitWords words{tr("Export"), tr("Writing the pages…"), {}, *kind == ExportKind::Pdf};
    const auto done
        = besideWindow(m_window, words, [prepared = *prepared, path](const WorkProgress &progress) {
              return prepared.write(path, [&progress](int pages, int all) {
                  progress.tell(pages, all);
                  return !progress.isCalledOff();
              });
          });
    if (!done)
        return Error{ErrorCode::Cancelled, path};
    if (!*done)
        return done->error();
    m_notices = **done;
    return {};
}

namespace {

QString filterOf(const QString &suffix)
{
    const auto kind = exportKindOf(QStringLiteral("x.") + suffix);
    switch (kind.value_or(ExportKind::Pdf)) {
    case ExportKind::Pdf: return PaperDesk::tr("PDF (*.pdf)");
    case ExportKind::Word: return PaperDesk::tr("Word (*.docx)");
    case ExportKind::Excel: return PaperDesk::tr("Excel (*.xlsx)");
    case ExportKind::Html:
    case ExportKind::HtmlFragment: return PaperDesk::tr("Web page (*.html)");
    case ExportKind::Text: return PaperDesk::tr("Text (*.txt)");
    case ExportKind::Csv: return PaperDesk::tr("CSV (*.csv)");
    case ExportKind::Json: break;
    }
    return PaperDesk::tr("JSON (*.json)");
}

} // namespace

/// The dialog asks about replacing under the name that was typed; under one with a suffix added we ask.
QString PaperDesk::askFile(ExportKind kind, Paper paper)
{
    const QString suffix = suffixOf(kind);
    QString path = dialogs::saveFile(m_window, tr("Export"), proposal(kind, paper), filterOf(suffix));
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    path += (path.endsWith(u'.') ? QString() : QStringLiteral(".")) + suffix;
    const QString replace = tr("Replace it");
    const bool isFree = !QFileInfo::exists(path)
        || dialogs::ask(m_window, tr("The file %1 exists already.").arg(shownPath(path)),
               tr("It would be replaced."), {replace})
            == replace;
    return isFree ? path : QString();
}

bool PaperDesk::exportAndTell(const QString &path, Paper paper, ExportKind wanted)
{
    if (const auto done = exportTo(path, paper, wanted); !done) {
        dialogs::tell(m_window, done.error(), Doing::MakingAFile);
        return false;
    }
    tellExported(path);
    return true;
}

void PaperDesk::tellExported(const QString &path)
{
    Q_EMIT notice(sentences(m_notices)); // where it is, whoever hears exported() says
    Q_EMIT exported(path);
}

void PaperDesk::exportAs(ExportKind kind)
{
    const QString path = askFile(kind);
    if (!path.isEmpty())
        exportAndTell(path, Paper::Report, kind);
}

void PaperDesk::exportPaper(Paper paper)
{
    ExportDialog dialog(m_setup.choices(), paper, m_session->findings(), m_window);
    if (!dialogs::run(dialog))
        return;
    m_setup.choose(dialog.choices());
    const QString path = askFile(dialog.kind(), dialog.paper());
    if (!path.isEmpty())
        exportAndTell(path, dialog.paper(), dialog.kind());
}

void PaperDesk::printPaper(Paper paper)
{
    const auto pages = pagesOf(paper);
    if (!pages)
        return tellUnlessStopped(pages.error());
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    setUp(*printer, **pages);
    QPrintDialog dialog(printer.get(), m_window);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setOption(QAbstractPrintDialog::PrintCollateCopies);
    dialog.setMinMax(1, int((*pages)->pages.size()));
    if (!dialogs::run(dialog))
        return;
    QPageLayout layout = printer->pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    if (const QString cut = cutSides(layout.minimumMargins(), pageStyle()); !cut.isEmpty()) {
        const QString anyway = tr("Print all the same");
        const QString answer = dialogs::ask(m_window,
            tr("This printer cannot print so close to the edge of the paper: %1 would be cut off.").arg(cut),
            tr("Choose another printer, or export a PDF and have it printed."), {}, {anyway});
        if (answer != anyway)
            return;
    }
    if (const auto done = print(*pages, printer, paper); !done)
        tellUnlessStopped(done.error());
}

Result<> PaperDesk::printTo(const std::shared_ptr<QPrinter> &printer, Paper paper)
{
    const auto pages = pagesOf(paper);
    return pages ? print(*pages, printer, paper) : Result<>(pages.error());
}

Result<> PaperDesk::print(const Pages &pages, const std::shared_ptr<QPrinter> &printer, Paper paper)
{
    const QString file = printer->outputFileName();
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
    const WaitWords words{tr("Print"), tr("The pages are being printed…"), {}, !file.isEmpty()};
    const auto printed = besideWindow(m_window, words, [pages, printer](const WorkProgress &progress) {
        return printDocument(*pages, *printer, [&progress](int page, int all) {
            progress.tell(page, all);
            return !progress.isCalledOff();
        });
    });
    const Result<> done = printed.value_or(Error{ErrorCode::Cancelled, (*pages).title});
    if (done)
        Q_EMIT notice(sentences(QStringList{tr("Sent to the printer. For two sides, flip on the long edge.")}
            + exportNotices(*pages, false)));
    return done;
}

void PaperDesk::showPrintPreview()
{
    const auto pages = pagesOf(Paper::Report);
    if (!pages)
        return tellUnlessStopped(pages.error());
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, **pages);
    PrintPreview dialog(&printer, m_window);
    dialog.resize(m_window->window()->size()); // in its own size its buttons for printing have no room
    letKeysIn(dialog);
    constexpr int kUsualButtons = 60; // em, for them as large as Qt makes them
    const int em = dialog.fontMetrics().height();
    for (QToolBar *bar : dialog.findChildren<QToolBar *>()) {
        if (dialog.width() >= kUsualButtons * em)
            continue;
        bar->setIconSize(QSize(em, em));
        bar->setStyleSheet(QStringLiteral("QToolButton { padding: 1px; }"));
    }
    // beside the window, which waits for it to its end: the printer is the dialog's
    connect(&dialog, &PrintPreview::paintRequested, &dialog, [&dialog, pages = *pages](QPrinter *on) {
        const WaitWords words{tr("Print preview"), tr("The pages are being painted…"), {}, false};
        const auto done = besideWindow(&dialog, words, [pages, on](const WorkProgress &progress) {
            return printDocument(*pages, *on, [&progress](int page, int all) {
                progress.tell(page, all);
                return true;
            });
        });
        if (!*done)
            dialogs::tell(&dialog, done->error());
    });
    dialogs::run(dialog);
}

} // namespace nianbao
