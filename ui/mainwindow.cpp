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
#include "openquestions.h"
#include "pagepreview.h"
#include "paperdesk.h"
#include "readreport.h"
#include "reportview.h"
#include "rescue.h"
#include "rulesdialog.h"
#include "savedlabel.h"
#include "settings.h"
#include "showntext.h"
#include "sideactions.h"
#include "startpage.h"
#include "statusline.h"
#include "undoactions.h"
#include "windowplace.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QSessionManager>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

namespace nianbao {

namespace {
const QString kReportFilter = QStringLiteral("*.nianbao");
const QString kJsonFilter = QStringLiteral("*.json");
constexpr QSize kUsual(1366, 768);
} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_banner(appearance::label({}, this))
    , m_stack(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_papers(new PaperDesk(this))
    , m_undo(new UndoActions(this))
    , m_rescue(new Rescue(this))
    , m_sides(new SideActions(this))
    , m_state(appearance::label({}, this))
    , m_next(new ElidedLabel(this))
    , m_saved(new SavedLabel(this))
    , m_counts(new ElidedLabel(this))
    , m_days(new ElidedLabel(this))
    , m_pages(appearance::label({}, this))
{
    setAcceptDrops(true);
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    setCentralWidget(middle);
    m_banner->setObjectName(QStringLiteral("readOnlyReason"));
    m_banner->setWordWrap(true);
    m_banner->setMargin(fontMetrics().height() / 2);
    m_banner->setAutoFillBackground(true);
    m_banner->setBackgroundRole(QPalette::ToolTipBase);
    m_banner->setForegroundRole(QPalette::ToolTipText);
    m_stack->addWidget(m_start);
    makeActions();
    makeStatusLine();
    connect(m_papers, &PaperDesk::notice, this, [this](const QString &text) { say(text); });
    connect(m_sides, &SideActions::notice, this, [this](const QString &text) { say(text); });
    connect(m_undo, &UndoActions::notice, this, [this](const QString &text) { say(text); });
    connect(qApp, &QGuiApplication::commitDataRequest, this, &MainWindow::endSession, Qt::DirectConnection);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::open);
    connect(m_start, &StartPage::newRequested, this, [this] { newReport(nullptr); });
    connect(m_start, &StartPage::newFromPriorRequested, this, &MainWindow::newFromLastYear);
    connect(m_start, &StartPage::chooseRequested, this, &MainWindow::chooseAndOpen);
    connect(m_start, &StartPage::importRequested, this, &MainWindow::chooseAndImport);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    if (!restoreGeometry(settings::windowState(QStringLiteral("geometry"))))
        resize(kUsual);
    windowplace::keepInside(*this);
    showStatus();
}

MainWindow::~MainWindow()
{
    m_undo->setReport(nullptr, nullptr);
    delete m_view; // before the session it looks at
}

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
    QAction *undo = m_undo->undoAction();
    QAction *redo = m_undo->redoAction();
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
    m_sides->addTo(look);
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

void MainWindow::start()
{
    const QRect free = windowplace::freeAreaFor(geometry());
    const QSize room = free.marginsRemoved(windowplace::frameOf(*this)).size();
    const bool isSmall = room.width() < kUsual.width() || room.height() < kUsual.height();
    if (isSmall && settings::windowState(QStringLiteral("geometry")).isEmpty())
        setWindowState(windowState() | Qt::WindowMaximized);
    m_sides->leaveOutPanelOf(*this, isMaximized() ? room.width() : size().width());
    show();
    // how thick the frame is, the window manager says when the window is there
    QTimer::singleShot(0, this, [this] { windowplace::keepInside(*this); });
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
    showBanner();
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
    m_saved->showState(*m_session);
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
        dialogs::tell(this, session.error(), Doing::MakingAFile); // or opening one: nothing was typed yet
        return false;
    }
    if (!closeReport())
        return false;
    take(std::move(*session));
    return true;
}

void MainWindow::take(std::unique_ptr<Session> session)
{
    m_session = std::move(session);
    listen();
    showView();
    remember();
    showStatus();
}

void MainWindow::listen()
{
    Session *session = m_session.get();
    connect(session, &Session::failed, this, [this](const Error &error) {
        if (isAnotherState(error))
            offerBothStatesSoon();
        else
            dialogs::tell(this, error);
    });
    connect(session, &Session::changed, this, [this](const Delta &delta) {
        showStatus();
        if (delta.form)
            QMetaObject::invokeMethod(this, &MainWindow::followForm, Qt::QueuedConnection);
    });
    connect(session, &Session::unsavedChanged, this, [this, session] {
        m_saved->showState(*session);
        if (session->unsaved() && isAnotherState(*session->unsaved()))
            offerBothStatesSoon();
        if (!session
                 ->unsaved()) // the file takes entries again: what was refused meanwhile is tried once more
            QMetaObject::invokeMethod(this, &MainWindow::commit, Qt::QueuedConnection);
    });
}

void MainWindow::say(const QString &sentence, int milliseconds)
{
    m_said.append(sentence);
    statusBar()->showMessage(sentence, milliseconds);
}

/// Tables of another form: the view is made anew, at the same place.
void MainWindow::followForm()
{
    if (!m_view)
        return;
    commit(); // what the new form has no place for is said
    const QString section = m_view->currentSection();
    settings::setWindowState(QStringLiteral("panels"), m_view->layoutState());
    m_papers->setReport(nullptr, nullptr);
    m_undo->setReport(nullptr, nullptr);
    m_sides->setView(nullptr);
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
    m_sides->setView(m_view);
    connect(m_view, &ReportView::notice, this, [this](const QString &text) { say(text); });
    connect(m_view, &ReportView::failed, this, [this](const Error &error) { dialogs::tell(this, error); });
    connect(&m_view->preview(), &PagePreview::pagesChanged, this, [this] {
        const auto pages = m_view->preview().pageCount();
        m_pages->setText(tr("Page %1 of %2").arg(m_view->preview().currentPage() + 1).arg(pages));
    });
    m_papers->setReport(m_session.get(), &m_view->preview());
    m_undo->setReport(m_session.get(), m_view);
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
    const QFileInfo file(path);
    const QString real = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    if (m_session && m_session->path() == real && !m_session->isReadOnly()) { // by whatever name
        raise();
        activateWindow();
        offerBothStates();
        return true;
    }
    auto session = openOrAsk(this, real);
    if (!session && session.error().code == ErrorCode::Cancelled)
        return false;
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

bool MainWindow::commit()
{
    m_said.clear();
    return !m_view || m_view->commitOpenEditor();
}

bool MainWindow::closeReport()
{
    if (!m_session)
        return true;
    if (!commit()
        && m_rescue->askBeforeLeaving(*m_session, *m_view, copyName(), m_said) == Rescue::Leave::Stay)
        return false;
    leaveReport();
    return true;
}

/// Nothing is asked or taken over any more.
void MainWindow::leaveReport()
{
    remember();
    settings::setWindowState(QStringLiteral("panels"), m_view->layoutState());
    m_papers->setReport(nullptr, nullptr);
    m_undo->setReport(nullptr, nullptr);
    m_sides->setView(nullptr);
    delete std::exchange(m_view, nullptr);
    m_session.reset();
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
    showStatus();
}

/// The desktop ends. Asked only where it lets us ask; else what cannot be written stops it.
void MainWindow::endSession(QSessionManager &manager)
{
    if (commit())
        return;
    if (!manager.allowsInteraction() || !closeReport())
        manager.cancel();
    manager.release();
}

void MainWindow::save()
{
    const bool isTaken = commit();
    m_session->endMerge();
    if (m_session->unsaved() && isAnotherState(*m_session->unsaved()))
        return offerBothStates();
    if (m_session->unsaved()) {
        const QString copy = tr("Save a copy…");
        if (dialogs::ask(this, describe(*m_session->unsaved()),
                tr("What was typed last is kept in this window until it is written."), {copy})
            == copy)
            saveCopy();
        return;
    }
    if (!isTaken) // the reason stands in the status line
        return;
    const QDateTime at = m_session->savedAt().isValid() ? m_session->savedAt() : now();
    say(tr("Saved %1. Every change is on disk as soon as it is made.")
            .arg(at.time().toString(QStringLiteral("HH:mm"))),
        5000);
}

QString MainWindow::copyName() const { return QFileInfo(m_papers->proposal(QString())).completeBaseName(); }

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
    QStringList said;
    if (!imported->notices.isEmpty())
        said.append(
            tr("Not known and ignored: %1").arg(imported->notices.mid(0, 20).join(QStringLiteral(", "))));
    if (!imported->removed.isEmpty())
        said.append(tr("Characters that cannot be seen were removed: %1")
                        .arg(imported->removed.mid(0, 20).join(QStringLiteral("; "))));
    if (!said.isEmpty())
        statusBar()->showMessage(said.join(u' '), 15000);
    return true;
}

bool MainWindow::saveCopy()
{
    const auto path = m_session ? m_rescue->saveCopy(*m_session, *m_view, copyName()) : std::nullopt;
    if (!path)
        return false;
    const QString saved = tr("A copy was saved as %1.").arg(QDir::toNativeSeparators(*path));
    commit(); // now that it is safe: does the open file take it after all?
    say(saved);
    if (!m_session->unsaved() && !m_session->isReadOnly())
        return true;
    const QString goOn = tr("Go on in the copy");
    if (dialogs::ask(this, saved, tr("The open file does not take entries; the copy does."), {goOn}) == goOn)
        QMetaObject::invokeMethod(
            this, [this, copy = *path] { goOnIn(copy); },
            Qt::QueuedConnection); // an editor may have led here
    return true;
}

/// An editor may be in the middle of handing something over; and of two reasons one is enough.
void MainWindow::offerBothStatesSoon()
{
    if (std::exchange(m_isOffering, true))
        return;
    const auto offer = [this] {
        m_isOffering = false;
        offerBothStates();
    };
    QMetaObject::invokeMethod(this, offer, Qt::QueuedConnection);
}

/// Another state stands in the file. Both are kept: this one in a copy, with all that is typed, that one
/// where it is.
void MainWindow::offerBothStates()
{
    if (m_isOffering || !m_session || !m_session->unsaved() || !isAnotherState(*m_session->unsaved()))
        return;
    const QScopedValueRollback offering(m_isOffering, true);
    const QString path = m_session->path();
    const TwoStates wish = askAboutTwoStates(this, *m_session->unsaved(), path);
    if (wish == TwoStates::Later)
        return;
    const auto copy = m_rescue->saveCopy(*m_session, *m_view, copyName());
    if (!copy)
        return;
    say(tr("A copy was saved as %1.").arg(QDir::toNativeSeparators(*copy)));
    if (wish == TwoStates::OnlyMine)
        return goOnIn(*copy);
    const QString section = m_view->currentSection();
    leaveReport();
    if (!open(path))
        return goOnIn(*copy);
    m_view->goTo({{}, section, -1});
}

/// Never silently: a report that can only be looked at says why.
void MainWindow::showBanner()
{
    const auto reason = m_session ? m_session->readOnlyReason() : std::nullopt;
    m_banner->setText(reason ? tr("Opened to look at only. %1").arg(describe(*reason)) : QString());
    m_banner->setVisible(reason.has_value());
}

void MainWindow::goOnIn(const QString &copy)
{
    auto session = Session::open(copy);
    if (!session) {
        dialogs::tell(this, session.error());
        return;
    }
    const QString section = m_view ? m_view->currentSection() : QString();
    if (m_session)
        leaveReport(); // all it held is in the copy
    take(std::move(*session));
    m_view->goTo({{}, section, -1});
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
    const QString path = m_papers->askFile(QStringLiteral("json"));
    if (!path.isEmpty())
        exportTo(path);
}

bool MainWindow::exportTo(const QString &path)
{
    if (!commit())
        return false;
    const auto done = m_papers->exportTo(path);
    if (!done) {
        dialogs::tell(this, done.error(), Doing::MakingAFile);
        return false;
    }
    const QStringList said
        = QStringList{tr("Exported to %1.").arg(QDir::toNativeSeparators(path))} + m_papers->notices();
    statusBar()->showMessage(said.join(u' '), 8000);
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
