// SPDX-License-Identifier: MulanPSL-2.0
#include "mainwindow.h"

#include "appearance.h"
#include "application.h"
#include "backups.h"
#include "besidewindow.h"
#include "clock.h"
#include "dialogs.h"
#include "editactions.h"
#include "elidedlabel.h"
#include "filechooser.h"
#include "firststeps.h"
#include "helpdesk.h"
#include "intakedesk.h"
#include "literal.h"
#include "newreport.h"
#include "newreportdialog.h"
#include "officewordsdialog.h"
#include "openplace.h"
#include "openquestions.h"
#include "partwalk.h"
#include "phrase.h"
#include "recentmenu.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "sample.h"
#include "settings.h"
#include "settingsdesk.h"
#include "startpage.h"
#include "statusline.h"
#include "windowactions.h"
#include "windowplace.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QSessionManager>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace nianbao {

namespace {
const QString kReportFilter = QStringLiteral("*.nianbao");
const QString kJsonFilter = QStringLiteral("*.json");
constexpr QSize kUsual(1366, 768);
constexpr int kWordsInTools = 62; // em: in a narrower window the report's state needs their room

/// A document of another program, or a report as JSON.
bool isForImport(const QString &path)
{
    return QFileInfo(path).suffix() == u"json" || IntakeDesk::reads(path);
}

/// How many days there are still, or since.
QString daysWords(QDate due)
{
    if (!due.isValid())
        return {};
    const auto days = int(now().date().daysTo(due));
    const QString day = QLocale().toString(due, MainWindow::tr("d MMMM", "day of the year"));
    return days >= 0 ? MainWindow::tr("%n days to %1", nullptr, days).arg(day)
                     : MainWindow::tr("%n days past %1", nullptr, -days).arg(day);
}
} // namespace

MainWindow::MainWindow(QWidget *parent)
    : WalkedAsSeen(parent)
    , m_stack(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_report(new ReportWorkspace(this))
    , m_intake(new IntakeDesk(this))
    , m_shown(m_start)
    , m_edit(new EditActions(this))
    , m_keys(new WindowActions(*m_report, this))
    , m_tools(addToolBar(tr("Tools")))
    , m_days(new ElidedLabel(this))
{
    setAcceptDrops(true);
    setCentralWidget(m_stack);
    makeMenus();
    makeBars();
    follow(m_start);
    follow(m_report);
    for (const auto opensOrCloses : {&Workspace::opened, &Workspace::closed})
        connect(m_report, opensOrCloses, this, &MainWindow::recentChanged, Qt::QueuedConnection);
    connect(m_start, &StartPage::listChanged, this, &MainWindow::recentChanged);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::open);
    connect(m_start, &StartPage::newRequested, this, [this] { newReport(nullptr); });
    connect(m_start, &StartPage::newFromPriorRequested, this, &MainWindow::newFromLastYear);
    connect(m_start, &StartPage::chooseRequested, this, &MainWindow::chooseAndOpen);
    connect(m_start, &StartPage::importRequested, this, &MainWindow::chooseAndImport);
    connect(m_start, &StartPage::pasteRequested, this, &MainWindow::paste);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::priorDropped, this, &MainWindow::newFrom);
    connect(m_start, &StartPage::reportBegun, this, &MainWindow::begin);
    connect(m_report, &ReportWorkspace::priorDocumentChosen, this, [this](const QString &path) {
        m_intake->takeFile(path, {takingReport(), IntakeUse::PriorOfOpen});
    });
    connect(m_keys, &WindowActions::notice, this,
        [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_intake, &IntakeDesk::reportMade, this, &MainWindow::keep);
    connect(m_intake, &IntakeDesk::priorMade, this, [this](const Report &report) { newReport(&report); });
    connect(m_intake, &IntakeDesk::notice, this,
        [this](const QString &sentence) { statusBar()->showMessage(sentence, 15000); });
    connect(qApp, &QGuiApplication::commitDataRequest, this, &MainWindow::endSession, Qt::DirectConnection);
    m_isPlaced = restoreGeometry(settings::windowState(QStringLiteral("geometry")));
    if (!m_isPlaced) // nothing is remembered, or of a screen that was much larger or smaller
        resize(kUsual);
    windowplace::keepInside(*this);
    showWorkspace(m_start);
}

MainWindow::~MainWindow() { delete m_report; } // while there is a window that it can tell of its end

/// Shown as soon as it has something to show, and the start page after it.
void MainWindow::follow(Workspace *workspace)
{
    m_stack->addWidget(workspace);
    connect(workspace, &Workspace::opened, this, [this, workspace] { showWorkspace(workspace); });
    connect(workspace, &Workspace::closed, this, [this] {
        statusBar()->clearMessage(); // it was about what is gone
        m_start->refresh();
        showWorkspace(m_start);
    });
    connect(workspace, &Workspace::changed, this, &MainWindow::showState);
    connect(workspace, &Workspace::notice, this,
        [this](const QString &sentence, int time) { statusBar()->showMessage(sentence, time); });
}

QAction *MainWindow::addAction(
    QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> work)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [work = std::move(work)] { work(); });
    return action;
}

QList<QAction *> MainWindow::actions(Workspace::Menu menu) const
{
    return m_start->actions(menu) + m_report->actions(menu);
}

void MainWindow::makeMenus()
{
    auto *choices = new SettingsDesk(this, [this] { return session() ? &session()->report() : nullptr; });
    connect(choices, &SettingsDesk::rulesChanged, this, &MainWindow::takeRules);
    QMenu *file = menuBar()->addMenu(tr("&File"));
    addAction(file, tr("&New report…"), QKeySequence::New, [this] { newReport(nullptr); });
    addAction(file, tr("New from &last year's file…"), {}, [this] { newFromLastYear(); });
    addAction(file, tr("&Open…"), QKeySequence::Open, [this] { chooseAndOpen(); });
    addAction(file, tr("&Import…"), {}, [this] { chooseAndImport(); });
    auto *recent = new RecentMenu([this] { return session() ? session()->path() : QString(); }, file);
    file->addMenu(recent);
    connect(recent, &RecentMenu::openRequested, this, &MainWindow::open);
    connect(recent, &RecentMenu::listChanged, m_start, &StartPage::refresh);
    connect(recent, &RecentMenu::listChanged, this, &MainWindow::recentChanged);
    addAction(file, tr("New &window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [this] { Q_EMIT newWindowRequested(); });
    file->addSeparator();
    file->addActions(actions(Workspace::Menu::File));
    file->addActions({choices->settings()});
    addAction(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [] { QApplication::closeAllWindows(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions(actions(Workspace::Menu::Edit));
    m_edit->addTo(edit);
    m_keys->addToEdit(edit);
    QMenu *checks = menuBar()->addMenu(tr("&Check"));
    checks->addActions(actions(Workspace::Menu::Check));
    checks->addSeparator();
    addAction(checks, tr("Office's &wordings…"), {}, [this] { editOfficeWords(); });
    menuBar()->addMenu(tr("&Review"))->addActions(actions(Workspace::Menu::Review));

    QMenu *look = menuBar()->addMenu(tr("&View"));
    look->addActions(actions(Workspace::Menu::View));
    m_keys->addToView(look);
    look->addSeparator();
    look->addActions(choices->themes());
    connect(look, &QMenu::aboutToShow, choices, &SettingsDesk::showTheme);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    const auto *desk = new HelpDesk(this, [this]() -> HelpDesk::InSight {
        if (m_shown != m_report || !view() || !view()->page())
            return {m_shown, nullptr, {}};
        return {view()->page(), session()->report().specPointer(), view()->page()->currentPlace().cellId()};
    });
    desk->addTo(help);
    help->addSeparator();
    addAction(help, tr("&Sample report"), {}, [this] { openSample(); });
    addAction(help, tr("R&eset the sample…"), {}, [this] { resetSample(); });
    addAction(help, tr("&Copy diagnostics"), {}, [this] { copyDiagnostics(); });
    help->addSeparator();
    desk->addAboutTo(help);
}

/// What they change is seen at once.
void MainWindow::editOfficeWords()
{
    OfficeWordsDialog dialog(this);
    dialogs::run(dialog);
    if (!dialog.rules())
        return;
    takeRules(*dialog.rules());
    statusBar()->showMessage(tr("The office's wordings are saved and in force."));
}

void MainWindow::takeRules(const RuleSet &rules)
{
    judgeBy(rules);
    Q_EMIT rulesChanged(rules);
}

void MainWindow::judgeBy(const RuleSet &rules)
{
    if (session())
        session()->judgeBy(rules);
}

void MainWindow::followRecent() { m_start->follow(); }

void MainWindow::makeBars()
{
    m_tools->setObjectName(QStringLiteral("tools"));
    m_tools->setMovable(false);
    m_tools->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_tools->addActions(m_report->tools());
    auto *space = new QWidget(m_tools);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(space);
    for (QWidget *words : m_report->state())
        m_tools->addWidget(words);
    letKeysIntoTools();
    connect(m_report, &Workspace::opened, this, [this] { view()->parts().setBar(m_tools); });
    setStatusBar(new StatusLine(this));
    for (QWidget *words : m_report->statusWords())
        statusBar()->addWidget(words);
    m_days->setContentsMargins(fontMetrics().height() / 4, 0, fontMetrics().height() / 4, 0);
    statusBar()->addPermanentWidget(m_days);
    for (QWidget *mark : m_report->statusMarks())
        statusBar()->addPermanentWidget(mark);
}

/// Qt lets no key lead to a bar's buttons, and a screen reader would be told the markup of their tooltips.
void MainWindow::letKeysIntoTools()
{
    for (auto *button : m_tools->findChildren<QToolButton *>()) {
        button->setFocusPolicy(Qt::TabFocus);
        const QAction *action = button->defaultAction();
        if (!action) {
            button->setAccessibleName(tr("More tools")); // those that have no room
            continue;
        }
        const auto describe
            = [button, action] { button->setAccessibleDescription(literal::wordsOf(action->toolTip())); };
        connect(action, &QAction::changed, button, describe);
        describe();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    const bool isNarrow = width() < kWordsInTools * fontMetrics().height();
    const auto wanted = isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    if (m_tools->toolButtonStyle() != wanted || m_tools->property("tight").toBool() != isNarrow) {
        m_tools->setProperty("tight", isNarrow); // see the style sheet
        for (QToolButton *button : m_tools->findChildren<QToolButton *>()) {
            button->style()->unpolish(button);
            button->style()->polish(button);
        }
        m_tools->setToolButtonStyle(wanted); // asks each how large it is now
    }
    QMainWindow::resizeEvent(event);
}

void MainWindow::start()
{
    const QRect free = windowplace::freeAreaFor(geometry());
    const QSize room = free.marginsRemoved(windowplace::frameOf(*this)).size();
    const bool isSmall = room.width() < kUsual.width() || room.height() < kUsual.height();
    const bool filledIt = windowplace::filledScreen(settings::windowState(QStringLiteral("geometry")));
    if (!m_isPlaced && (isSmall || filledIt))
        setWindowState(windowState() | Qt::WindowMaximized);
    m_report->beginWith(isMaximized() ? room.width() : size().width());
    show();
    // how thick the frame is, the window manager says when the window is there
    QTimer::singleShot(0, this, [this] { windowplace::keepInside(*this); });
}

void MainWindow::showWorkspace(Workspace *workspace)
{
    m_shown = workspace;
    m_stack->setCurrentWidget(workspace);
    m_tools->setVisible(!workspace->tools().isEmpty());
    showState();
}

void MainWindow::showState()
{
    setWindowTitle(literal::windowTitle(m_shown->title()));
    m_days->showWords(daysWords(m_shown->due()));
}

bool MainWindow::isFree() const { return !session() && !m_start->holdsAnswers(); }
Session *MainWindow::session() const { return m_report->session(); }
ReportView *MainWindow::view() const { return m_report->view(); }
bool MainWindow::closeReport() { return m_report->leave(); }
bool MainWindow::saveCopy() { return m_report->saveCopy(); }
bool MainWindow::exportTo(const QString &path) { return m_report->exportTo(path); }

void MainWindow::goTo(const Place &place)
{
    if (view())
        view()->goTo(place);
}

/// Shows the report in place of the one before. Tells why when it could not be opened or the one before is
/// kept.
bool MainWindow::adopt(Result<std::unique_ptr<Session>> session)
{
    if (!session) {
        dialogs::tell(this, session.error(), Doing::MakingAFile); // or opening one: nothing was typed yet
        return false;
    }
    if (!m_report->leave())
        return false;
    m_report->take(std::move(*session));
    FileChooser::beginBeside(this->session()->path());
    if (this->session()->permissions().state() != Permissions::State::ReadOnly)
        whileWindowGoesOn(
            this, [path = this->session()->path()] { return keepBackup(path); },
            [this](const Result<> &kept) {
                if (!kept)
                    statusBar()->showMessage(tr("No backup was made. %1").arg(describe(kept.error())), 15000);
            });
    return true;
}

QHash<QString, MainWindow *> MainWindow::edited()
{
    QHash<QString, MainWindow *> windows;
    for (QWidget *each : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<MainWindow *>(each);
        const Session *open = window ? window->session() : nullptr;
        if (open && open->permissions().state() != Permissions::State::ReadOnly)
            windows.insert(open->path(), window);
    }
    return windows;
}

std::optional<MainWindow::Found> MainWindow::find(const QString &path)
{
    const auto file = findFile(this, path, edited().keys());
    if (!file)
        return std::nullopt;
    return Found{file->path, edited().value(file->sameAs)};
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        dialog->raise();
        dialog->activateWindow();
    }
}

void MainWindow::letGo()
{
    settings::setWindowState(QStringLiteral("geometry"), windowplace::state(*this));
    m_report->letGo();
}

bool MainWindow::open(const QString &path)
{
    if (isForImport(path))
        return importFile(path);
    const auto file = find(path);
    return file && openFound(path, *file);
}

bool MainWindow::openFound(const QString &path, const Found &file)
{
    if (isForImport(path))
        return importFile(path);
    if (file.window) {
        file.window->comeForward();
        file.window->m_report->offerBothStates();
        return true;
    }
    auto opened = openOrAsk(this, file.path);
    if (!opened && opened.error().code == ErrorCode::Cancelled)
        return false;
    return adopt(std::move(opened));
}

Result<std::unique_ptr<Session>> MainWindow::make(const QString &path, const Report &report, bool replace)
{
    return Session::create(path, report, replace, checkedBeside(this));
}

bool MainWindow::openSample()
{
    const auto path = sample::ensure();
    if (!path)
        dialogs::tell(this, path.error(), Doing::MakingAFile);
    return path && open(*path);
}

/// What was tried in it goes, and nothing else.
void MainWindow::resetSample()
{
    const QString reset = tr("Reset");
    if (dialogs::ask(this, tr("The sample becomes what it was when the program was new."),
            tr("What you changed in it is gone then. No other report is touched."), {}, {reset})
        != reset)
        return;
    const auto file = find(sample::path());
    if (!file)
        return;
    // perhaps only to be looked at; a copy of it has the same id
    const bool isHere = file->window == this || (session() && session()->path() == file->path);
    MainWindow *there = file->window && !isHere ? file->window : this;
    if (there != this)
        there->comeForward();
    if ((isHere || there != this) && !there->closeReport())
        return;
    const auto path = sample::reset();
    if (!path)
        return dialogs::tell(there, path.error(), Doing::MakingAFile);
    there->open(*path);
}

void MainWindow::newReport(const Report *prior)
{
    if (prior && m_start->takePrior(*prior))
        return;
    NewReportDialog dialog(prior, this);
    if (dialogs::run(dialog))
        adopt(make(dialog.path(), dialog.report(), false));
}

/// The first report of this person, who is led on from here.
void MainWindow::begin(const Report &report, const QString &path)
{
    if (!adopt(make(path, report, false)))
        return;
    m_report->firstSteps().begin(*session());
    goTo(Place::organisation());
}

void MainWindow::newFromLastYear()
{
    const QString path = dialogs::openFile(this, tr("Last year's report"),
        tr("Reports and documents (%1)")
            .arg(kReportFilter + u' ' + kJsonFilter + u' ' + IntakeDesk::filter()));
    if (!path.isEmpty())
        newFrom(path);
}

void MainWindow::newFrom(const QString &path)
{
    if (IntakeDesk::reads(path))
        return m_intake->takeFile(path, {nullptr, IntakeUse::PriorOfNew});
    const auto prior = readBeside(this, path);
    if (prior && !*prior)
        dialogs::tell(this, prior->error());
    else if (prior)
        newReport(&(*prior)->report);
}

void MainWindow::chooseAndOpen()
{
    const QString path = dialogs::openFile(this, tr("Open a report"), tr("Reports (%1)").arg(kReportFilter));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::chooseAndImport()
{
    const QString path = dialogs::openFile(
        this, tr("Import"), tr("Documents and reports (%1)").arg(IntakeDesk::filter() + u' ' + kJsonFilter));
    if (!path.isEmpty())
        importFile(path);
}

Session *MainWindow::takingReport() const
{
    Session *open = m_shown == m_report ? session() : nullptr;
    return open && open->permissions().may(Permissions::Action::EditContent) ? open : nullptr;
}

/// A document of another program is looked at first; what is still being typed is taken over before.
bool MainWindow::importFile(const QString &path)
{
    if (QFileInfo(path).suffix() == u"json")
        return importJson(path);
    if (!m_shown->commit())
        return false;
    m_intake->takeFile(path, {takingReport(), std::nullopt});
    return true;
}

void MainWindow::paste()
{
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    const QList<QUrl> urls = mime ? mime->urls() : QList<QUrl>(); // a list of them may be empty
    if (!urls.isEmpty() && urls.first().isLocalFile())
        open(urls.first().toLocalFile());
    else if (mime && IntakeDesk::holdsPage(*mime))
        m_intake->takePasted(*mime, {takingReport(), std::nullopt});
    else
        statusBar()->showMessage(tr("There is no page on the clipboard."), 8000);
}

/// What was made of a document becomes a report file.
void MainWindow::keep(const Report &report, const QString &source)
{
    QString name = source.isEmpty() ? report.title() : QFileInfo(source).completeBaseName();
    name.remove(u'/');
    const QDir folder(settings::reportFolder());
    const QString target = dialogs::saveFile(this, tr("Save the imported report as"),
        folder.filePath(name + QStringLiteral(".nianbao")), tr("Reports (%1)").arg(kReportFilter));
    if (!target.isEmpty())
        adopt(make(target, report, true)); // the dialog has asked about replacing
}

bool MainWindow::importJson(const QString &path)
{
    const auto imported = readBeside(this, path);
    if (!imported)
        return false;
    if (!*imported) {
        dialogs::tell(this, imported->error());
        return false;
    }
    const ImportedReport &read = **imported;
    const QFileInfo source(path);
    const QString target = dialogs::saveFile(this, tr("Save the imported report as"),
        QDir(lastingFolder(path)).filePath(source.completeBaseName() + QStringLiteral(".nianbao")),
        tr("Reports (%1)").arg(kReportFilter));
    if (target.isEmpty())
        return false;
    if (!adopt(make(target, read.report, true))) // the dialog has asked about replacing
        return false;
    QStringList said;
    if (!read.notices.isEmpty())
        said.append(tr("Not known and ignored: %1").arg(read.notices.mid(0, 20).join(QStringLiteral(", "))));
    if (!read.removed.isEmpty())
        said.append(tr("Characters that cannot be seen were removed: %1")
                        .arg(read.removed.mid(0, 20).join(QStringLiteral("; "))));
    if (!said.isEmpty())
        statusBar()->showMessage(sentences(said), 15000);
    return true;
}

void MainWindow::copyDiagnostics()
{
    QApplication::clipboard()->setText(diagnostics(m_shown->diagnostics()));
    statusBar()->showMessage(tr("The diagnostics are on the clipboard."), 5000);
}

/// The desktop ends. Asked only where it lets us ask; else what cannot be written stops it.
void MainWindow::endSession(QSessionManager &manager)
{
    if (dialogs::isOpen()) // what stands in it is not lost unseen
        return manager.cancel();
    if (m_shown->commit())
        return;
    if (!manager.allowsInteraction() || !m_shown->leave())
        manager.cancel();
    manager.release();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    settings::setWindowState(QStringLiteral("geometry"), windowplace::state(*this));
    event->setAccepted(!dialogs::isOpen() && m_shown->leave());
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
