// SPDX-License-Identifier: MulanPSL-2.0
#include "mainwindow.h"

#include "appearance.h"
#include "application.h"
#include "dialogs.h"
#include "elidedlabel.h"
#include "errorwords.h"
#include "findingspanel.h"
#include "literal.h"
#include "newreportdialog.h"
#include "pagepreview.h"
#include "paperdesk.h"
#include "readreport.h"
#include "reportview.h"
#include "rulesdialog.h"
#include "settings.h"
#include "showntext.h"
#include "startpage.h"
#include "statusline.h"
#include "windowplace.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QUndoGroup>
#include <QUndoStack>

namespace nianbao {

namespace {
const QString kReportFilter = QStringLiteral("*.nianbao");
const QString kJsonFilter = QStringLiteral("*.json");
constexpr QSize kUsual(1366, 768);
constexpr int kAllSides = 58; // heights of a line; a narrower window has no room for both sides
} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_stack(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_papers(new PaperDesk(this))
    , m_undo(new QUndoGroup(this))
    , m_state(appearance::label({}, this))
    , m_next(new ElidedLabel(this))
    , m_saved(appearance::label({}, this))
    , m_counts(new ElidedLabel(this))
    , m_days(new ElidedLabel(this))
    , m_pages(appearance::label({}, this))
{
    setAcceptDrops(true);
    setCentralWidget(m_stack);
    m_stack->addWidget(m_start);
    makeActions();
    makeStatusLine();
    connect(m_papers, &PaperDesk::notice, this,
        [this](const QString &text) { statusBar()->showMessage(text, 8000); });
    connect(m_start, &StartPage::openRequested, this, &MainWindow::open);
    connect(m_start, &StartPage::newRequested, this, [this] { newReport(nullptr); });
    connect(m_start, &StartPage::newFromPriorRequested, this, &MainWindow::newFromLastYear);
    connect(m_start, &StartPage::chooseRequested, this, &MainWindow::chooseAndOpen);
    connect(m_start, &StartPage::importRequested, this, &MainWindow::chooseAndImport);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    if (!restoreGeometry(settings::windowState(QStringLiteral("geometry"))))
        resize(kUsual);
    keepInside();
    showStatus();
}

MainWindow::~MainWindow() { delete m_view; } // before the session it looks at

QAction *MainWindow::addAction(
    QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> work, bool needsReport)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [work = std::move(work)] { work(); });
    if (needsReport)
        m_reportActions.append(action);
    return action;
}

void MainWindow::makeActions()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    addAction(
        file, tr("&New report…"), QKeySequence::New, [this] { newReport(nullptr); }, false);
    addAction(
        file, tr("New from &last year's file…"), {}, [this] { newFromLastYear(); }, false);
    addAction(
        file, tr("&Open…"), QKeySequence::Open, [this] { chooseAndOpen(); }, false);
    addAction(
        file, tr("&Import JSON…"), {}, [this] { chooseAndImport(); }, false);
    file->addSeparator();
    addAction(file, tr("&Save"), QKeySequence::Save, [this] { save(); });
    addAction(file, tr("Save a &copy…"), QKeySequence::SaveAs, [this] { saveCopy(); });
    file->addSeparator();
    addPaperActions(file);
    file->addSeparator();
    addAction(file, tr("C&lose the report"), QKeySequence::Close, [this] { closeReport(); });
    addAction(
        file, tr("&Quit"), QKeySequence::Quit, [this] { close(); }, false);

    QMenu *editMenu = menuBar()->addMenu(tr("&Edit"));
    QAction *undo = m_undo->createUndoAction(this, tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    QAction *redo = m_undo->createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    // a step's words may hold names of the report
    connect(m_undo, &QUndoGroup::undoTextChanged, this, [undo](const QString &step) {
        literal::nameAction(undo, step.isEmpty() ? tr("Undo") : tr("Undo %1").arg(step));
    });
    connect(m_undo, &QUndoGroup::redoTextChanged, this, [redo](const QString &step) {
        literal::nameAction(redo, step.isEmpty() ? tr("Redo") : tr("Redo %1").arg(step));
    });
    editMenu->addActions({undo, redo});

    QMenu *check = menuBar()->addMenu(tr("&Check"));
    QAction *nextFinding
        = addAction(check, tr("&Next finding"), QKeySequence(Qt::Key_F8), [this] { m_view->stepFinding(1); });
    addAction(check, tr("&Previous finding"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
        [this] { m_view->stepFinding(-1); });

    check->addSeparator();
    addAction(check, tr("&Convert to the form of 2021…"), {}, [this] { m_view->convertForm(); });

    QMenu *look = menuBar()->addMenu(tr("&View"));
    m_draftAction = look->addAction(tr("&Draft mark while errors are open"));
    m_draftAction->setCheckable(true);
    m_draftAction->setChecked(true);
    m_reportActions.append(m_draftAction);
    connect(m_draftAction, &QAction::toggled, this, [this](bool on) { m_view->preview().setDraftMark(on); });
    connect(m_papers, &PaperDesk::draftMarkChosen, m_draftAction, &QAction::setChecked);
    look->addSeparator();
    addSideActions(look);
    look->addSeparator();
    addAction(
        look, tr("&Light colours"), {}, [] { appearance::apply(false); }, false);
    addAction(
        look, tr("D&ark colours"), {}, [] { appearance::apply(true); }, false);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    addAction(
        help, tr("&Sample report"), {}, [this] { openSample(); }, false);
    addAction(
        help, tr("&What is checked…"), Qt::Key_F1, [this] { RulesDialog(this).exec(); }, false);
    addAction(
        help, tr("&Copy diagnostics"), {}, [this] { copyDiagnostics(); }, false);

    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    // the menus' words carry mnemonics and dots, the bar's do not
    undo->setIconText(tr("Undo"));
    redo->setIconText(tr("Redo"));
    nextFinding->setIconText(tr("Next finding"));
    bar->addActions({undo, redo});
    bar->addSeparator();
    bar->addActions({nextFinding, m_exportAction, m_printAction});
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    bar->addWidget(m_state);
    m_next->setMargin(fontMetrics().height() / 2);
    bar->addWidget(m_next);
}

/// Which sides are shown is remembered for this person.
void MainWindow::addSideActions(QMenu *look)
{
    const auto add = [&](const QString &words, Qt::Key key, ReportView::Side side, const QString &name) {
        QAction *action = addAction(look, words, key, [] {});
        action->setCheckable(true);
        action->setChecked(settings::windowState(name) != "hidden");
        connect(action, &QAction::toggled, this, [this, side](bool shown) {
            if (m_view)
                m_view->setSideShown(side, shown);
        });
        connect(action, &QAction::triggered, this,
            [name](bool shown) { settings::setWindowState(name, shown ? "shown" : "hidden"); });
        return action;
    };
    m_contentsAction = add(
        tr("C&ontents at the left"), Qt::Key_F9, ReportView::Side::Contents, QStringLiteral("contents"));
    m_panelAction
        = add(tr("&Panel at the right"), Qt::Key_F10, ReportView::Side::Panel, QStringLiteral("panel"));
}

void MainWindow::showSides()
{
    m_view->setSideShown(ReportView::Side::Contents, m_contentsAction->isChecked());
    m_view->setSideShown(ReportView::Side::Panel, m_panelAction->isChecked());
}

void MainWindow::keepInside()
{
    const QRect free = windowplace::freeAreaFor(geometry());
    const QRect fitting = windowplace::within(free, windowplace::frameOf(*this), geometry());
    if (isMaximized() || isFullScreen() || fitting == geometry())
        return;
    if (isVisible() || testAttribute(Qt::WA_Moved))
        setGeometry(fitting);
    else
        resize(fitting.size()); // the window manager knows a good place
}

void MainWindow::start()
{
    const QRect free = windowplace::freeAreaFor(geometry());
    const QSize room = free.marginsRemoved(windowplace::frameOf(*this)).size();
    const bool isSmall = room.width() < kUsual.width() || room.height() < kUsual.height();
    if (isSmall && settings::windowState(QStringLiteral("geometry")).isEmpty())
        setWindowState(windowState() | Qt::WindowMaximized);
    const int width = isMaximized() ? room.width() : size().width();
    if (width < kAllSides * fontMetrics().height()
        && settings::windowState(QStringLiteral("panel")).isEmpty()) {
        m_panelAction->setChecked(false); // for now: not remembered as this person's wish
        m_tellsOfPanel = true;
    }
    show();
    // how thick the frame is, the window manager says when the window is there
    QTimer::singleShot(0, this, &MainWindow::keepInside);
}

void MainWindow::makeStatusLine()
{
    setStatusBar(new StatusLine(this));
    m_saved->setMargin(fontMetrics().height() / 4);
    m_counts->setMargin(fontMetrics().height() / 4);
    statusBar()->addWidget(m_saved);
    statusBar()->addWidget(m_counts);
    for (QLabel *label : std::initializer_list<QLabel *>{m_days, m_pages}) {
        label->setMargin(fontMetrics().height() / 4);
        statusBar()->addPermanentWidget(label);
    }
}

void MainWindow::showStatus()
{
    const bool hasReport = m_session != nullptr;
    for (QAction *action : std::as_const(m_reportActions))
        action->setEnabled(hasReport);
    findChild<QToolBar *>(QStringLiteral("tools"))->setVisible(hasReport);
    m_pages->setVisible(hasReport);
    const QDate today = now().date();
    QDate due(today.year(), 1, 31); // 条例第四十九条
    if (due < today)
        due = due.addYears(1);
    m_days->showWords(tr("%1 days to 31 January").arg(today.daysTo(due)));
    if (!hasReport) { // emptied, not hidden: while a message stands there the status line has them hidden
        m_saved->clear();
        m_counts->showWords({});
        setWindowTitle(tr("Nianbao"));
        return;
    }
    const Findings &findings = m_session->findings();
    const int errors = count(findings, Level::Error);
    const int explain = count(findings, Level::Explain);
    constexpr qsizetype kMostTitle = 80;
    setWindowTitle(literal::windowTitle(tr("%1%2 — Nianbao")
                                            .arg(firstCharacters(m_session->report().title(), kMostTitle),
                                                m_session->isReadOnly() ? tr(" [read only]") : QString())));
    m_state->setText(m_session->isReadOnly() ? tr("Read only") : tr("Drafting"));
    m_next->showWords(errors ? tr("Next: mend %1 errors").arg(errors)
            : explain        ? tr("Next: look at %1 points to explain").arg(explain)
                             : tr("Next: export or print"));
    const QDateTime at = m_session->savedAt();
    m_saved->setText(m_session->isReadOnly() ? tr("Nothing is written")
            : at.isValid() ? tr("● Saved %1").arg(at.time().toString(QStringLiteral("HH:mm")))
                           : tr("● Saved"));
    m_counts->showWords(tr("Errors %1 · To explain %2 · Hints %3")
                            .arg(errors)
                            .arg(explain)
                            .arg(count(findings, Level::Hint)));
}

/// Shows the report in place of the one before. Tells why when it could not be opened or the one before is
/// kept.
bool MainWindow::adopt(Result<std::unique_ptr<Session>> session)
{
    if (!session) {
        dialogs::tell(this, session.error());
        return false;
    }
    if (!closeReport())
        return false;
    m_session = std::move(*session);
    m_undo->addStack(&m_session->undoStack());
    m_undo->setActiveStack(&m_session->undoStack());
    connect(
        m_session.get(), &Session::failed, this, [this](const Error &error) { dialogs::tell(this, error); });
    connect(m_session.get(), &Session::changed, this, [this](const Delta &delta) {
        showStatus();
        if (delta.form)
            QMetaObject::invokeMethod(this, &MainWindow::followForm, Qt::QueuedConnection);
    });
    showView();
    remember();
    showStatus();
    return true;
}

/// Tables of another form: the view is made anew, at the same place.
void MainWindow::followForm()
{
    if (!m_view)
        return;
    const QString section = m_view->currentSection();
    settings::setWindowState(QStringLiteral("panels"), m_view->layoutState());
    m_papers->setReport(nullptr, nullptr);
    delete std::exchange(m_view, nullptr);
    showView();
    m_view->goTo({{}, section, -1});
}

void MainWindow::showView()
{
    m_view = new ReportView(*m_session, m_stack);
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    m_view->restoreLayout(settings::windowState(QStringLiteral("panels")));
    showSides();
    if (std::exchange(m_tellsOfPanel, false))
        statusBar()->showMessage(tr("F10 shows the preview and the findings beside the text."), 8000);
    connect(m_view, &ReportView::notice, this,
        [this](const QString &text) { statusBar()->showMessage(text, 8000); });
    connect(m_view, &ReportView::failed, this, [this](const Error &error) { dialogs::tell(this, error); });
    connect(&m_view->preview(), &PagePreview::pagesChanged, this, [this] {
        const auto pages = m_view->preview().pageCount();
        m_pages->setText(tr("Page %1 of %2").arg(m_view->preview().currentPage() + 1).arg(pages));
    });
    m_papers->setReport(m_session.get(), &m_view->preview());
    m_view->preview().setDraftMark(m_draftAction->isChecked());
}

void MainWindow::remember()
{
    const Report &report = m_session->report();
    const QString name
        = report.fact(fact::kShortName).isEmpty() ? report.fact(fact::kName) : report.fact(fact::kShortName);
    settings::addRecentReport({m_session->path(), tr("%1 %2").arg(name, QString::number(report.year())),
        now().toString(Qt::ISODate), verdictLine(m_session->findings())});
}

bool MainWindow::open(const QString &path)
{
    if (QFileInfo(path).suffix() == u"json")
        return importJson(path);
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_session && m_session->path() == absolute)
        return true;
    auto session = Session::open(absolute);
    if (!session && session.error().code == ErrorCode::InUse) {
        const QString answer = dialogs::ask(this, describe(session.error()),
            tr("You can look at it without changing anything."), {tr("Look only")});
        if (answer.isEmpty())
            return false;
        session = Session::open(absolute, Session::Mode::Look);
    }
    return adopt(std::move(session));
}

bool MainWindow::openSample()
{
    const auto sample = readReport(QStringLiteral(":/samples/zhangcun-2021.json"));
    if (!sample)
        qFatal("the built-in sample: %s", qPrintable(describe(sample.error())));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::TempLocation));
    QString path;
    for (int i = 1; path.isEmpty() || QFileInfo::exists(path); ++i)
        path = folder.filePath(tr("Nianbao sample %1.nianbao").arg(i));
    auto session = Session::create(path, sample->report);
    return adopt(std::move(session));
}

bool MainWindow::commit() { return !m_view || m_view->commitOpenEditor(); }

bool MainWindow::closeReport()
{
    if (!m_session)
        return true;
    if (!commit()) { // the reason stands in the status line
        const QString anyway = tr("Close without it");
        if (dialogs::ask(this, tr("What was typed last could not be taken over."),
                tr("Everything before it is safe on disk."), {anyway})
            != anyway)
            return false;
    }
    remember();
    settings::setWindowState(QStringLiteral("panels"), m_view->layoutState());
    m_papers->setReport(nullptr, nullptr);
    delete m_view;
    m_view = nullptr;
    m_session.reset();
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
    showStatus();
    return true;
}

void MainWindow::save()
{
    if (!commit())
        return;
    const QDateTime at = m_session->savedAt().isValid() ? m_session->savedAt() : now();
    statusBar()->showMessage(tr("Saved %1. Every change is on disk as soon as it is made.")
                                 .arg(at.time().toString(QStringLiteral("HH:mm"))),
        5000);
}

void MainWindow::newReport(const Report *prior)
{
    NewReportDialog dialog(prior, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    adopt(Session::create(dialog.path(), dialog.report()));
}

void MainWindow::newFromLastYear()
{
    const QString path = dialogs::openFile(
        this, tr("Last year's report"), tr("Reports (%1)").arg(kReportFilter + u' ' + kJsonFilter));
    if (path.isEmpty())
        return;
    const auto prior = readReport(path);
    if (!prior)
        dialogs::tell(this, prior.error());
    else
        newReport(&prior->report);
}

void MainWindow::chooseAndOpen()
{
    const QString path = dialogs::openFile(this, tr("Open a report"), tr("Reports (%1)").arg(kReportFilter));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::chooseAndImport()
{
    const QString path = dialogs::openFile(this, tr("Import a report"), tr("JSON (%1)").arg(kJsonFilter));
    if (!path.isEmpty())
        importJson(path);
}

bool MainWindow::importJson(const QString &path)
{
    const auto imported = readReport(path);
    if (!imported) {
        dialogs::tell(this, imported.error());
        return false;
    }
    const QFileInfo source(path);
    const QString target = dialogs::saveFile(this, tr("Save the imported report as"),
        source.dir().filePath(source.completeBaseName() + QStringLiteral(".nianbao")),
        tr("Reports (%1)").arg(kReportFilter));
    if (target.isEmpty())
        return false;
    auto session = Session::create(target, imported->report, true); // the dialog has asked about replacing
    if (!adopt(std::move(session)))
        return false;
    if (!imported->notices.isEmpty())
        statusBar()->showMessage(
            tr("Not known and ignored: %1").arg(imported->notices.join(QStringLiteral(", "))), 15000);
    return true;
}

void MainWindow::saveCopy()
{
    if (!commit())
        return;
    const QString path = dialogs::saveFile(this, tr("Save a copy"),
        m_papers->proposal(QStringLiteral("nianbao")), tr("Reports (%1)").arg(kReportFilter));
    if (path.isEmpty())
        return;
    const auto copy = Session::create(path, m_session->report(), true);
    if (!copy)
        dialogs::tell(this, copy.error());
    else
        statusBar()->showMessage(tr("A copy was saved as %1.").arg(QDir::toNativeSeparators(path)), 8000);
}

/// The report itself, and beside it the papers about it; each is exported and printed.
void MainWindow::addPaperActions(QMenu *file)
{
    const auto committed = [this](auto work) {
        return [this, work] {
            if (commit())
                work();
        };
    };
    m_exportAction = addAction(file, tr("&Export as PDF…"), QKeySequence(Qt::CTRL | Qt::Key_E),
        committed([this] { m_papers->exportPaper(Paper::Report); }));
    addAction(file, tr("Export as &JSON…"), {}, committed([this] { exportJson(); }));
    addAction(file, tr("Print pre&view…"), {}, committed([this] { m_papers->showPrintPreview(); }));
    m_printAction = addAction(
        file, tr("&Print…"), QKeySequence::Print, committed([this] { m_papers->printPaper(Paper::Report); }));
    QMenu *papers = file->addMenu(tr("Pap&ers of the office"));
    const std::initializer_list<std::pair<Paper, QString>> names{{Paper::Review, tr("Review draft")},
        {Paper::Checks, tr("Check sheet")}, {Paper::SignOff, tr("Sign-off sheet")}};
    for (const auto &[paper, name] : names)
        addAction(papers, literal::caption(tr("Export %1…").arg(name)), {},
            committed([this, which = paper] { m_papers->exportPaper(which); }));
    papers->addSeparator();
    for (const auto &[paper, name] : names)
        addAction(papers, literal::caption(tr("Print %1…").arg(name)), {},
            committed([this, which = paper] { m_papers->printPaper(which); }));
    m_exportAction->setIconText(tr("Export PDF"));
    m_printAction->setIconText(tr("Print"));
}

void MainWindow::exportJson()
{
    const QString path = dialogs::saveFile(
        this, tr("Export"), m_papers->proposal(QStringLiteral("json")), tr("JSON (%1)").arg(kJsonFilter));
    if (!path.isEmpty())
        exportTo(path);
}

bool MainWindow::exportTo(const QString &path)
{
    if (!commit())
        return false;
    const auto done = m_papers->exportTo(path);
    if (!done) {
        dialogs::tell(this, done.error());
        return false;
    }
    statusBar()->showMessage(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)), 8000);
    return true;
}

void MainWindow::copyDiagnostics()
{
    QApplication::clipboard()->setText(diagnostics(m_session.get()));
    statusBar()->showMessage(tr("The diagnostics are on the clipboard."), 5000);
}

void MainWindow::goTo(const Place &place)
{
    if (m_view)
        m_view->goTo(place);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    settings::setWindowState(QStringLiteral("geometry"), saveGeometry());
    if (closeReport())
        event->accept();
    else
        event->ignore();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        open(urls.first().toLocalFile());
}

} // namespace nianbao
