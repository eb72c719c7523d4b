// SPDX-License-Identifier: MulanPSL-2.0
#include "reportworkspace.h"

#include "appearance.h"
#include "clock.h"
#include "conversion.h"
#include "conversiondialog.h"
#include "desktoprecent.h"
#include "dialogs.h"
#include "duedate.h"
#include "errorwords.h"
#include "exportedline.h"
#include "findactions.h"
#include "findingspanel.h"
#include "firststeps.h"
#include "matteractions.h"
#include "openplace.h"
#include "openquestions.h"
#include "pagepreview.h"
#include "paperactions.h"
#include "paperdesk.h"
#include "partwalk.h"
#include "programlog.h"
#include "recentreports.h"
#include "reportstatus.h"
#include "reportview.h"
#include "rescue.h"
#include "reviewdesk.h"
#include "reviewwords.h"
#include "sample.h"
#include "settings.h"
#include "shownpath.h"
#include "showntext.h"
#include "sideactions.h"
#include "undoactions.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTimer>
#include <QVBoxLayout>

namespace nianbao {

namespace {
constexpr int kLaterMs = 200;
}

ReportWorkspace::ReportWorkspace(QWidget *parent)
    : Workspace(parent)
    , m_banner(appearance::label({}, this))
    , m_steps(new FirstSteps(this))
    , m_exported(new ExportedLine(this))
    , m_desk(new PaperDesk(m_setup, this))
    , m_papers(new PaperActions(
          *m_desk, [this] { return commit(); }, this))
    , m_review(new ReviewDesk(
          m_setup, [this] { return commit(); }, this))
    , m_undo(new UndoActions(this))
    , m_rescue(new Rescue(this))
    , m_sides(new SideActions(this))
    , m_find(new FindActions(*m_sides, this))
    , m_matters(new MatterActions(this))
    , m_status(new ReportStatus(this))
{
    m_banner->setObjectName(QStringLiteral("readOnlyReason"));
    m_banner->setWordWrap(true);
    const int em = fontMetrics().height();
    m_banner->setContentsMargins(em / 2, em / 5, em / 2, em / 5);
    m_banner->setAutoFillBackground(true);
    m_banner->setBackgroundRole(QPalette::ToolTipBase);
    m_banner->setForegroundRole(QPalette::ToolTipText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_steps);
    column->addWidget(m_exported);
    connect(m_steps, &FirstSteps::placeRequested, this, [this](const Place &place) { m_view->goTo(place); });
    connect(m_steps, &FirstSteps::findingRequested, this, [this] { m_view->stepMatter(1); });
    connect(m_desk, &PaperDesk::exported, m_exported, &ExportedLine::showFile);
    connect(m_review, &ReviewDesk::doubtChanged, this, &ReportWorkspace::showState);
    connect(m_review, &ReviewDesk::written, m_exported, &ExportedLine::showFile);
    connect(m_exported, &ExportedLine::notice, this, [this](const QString &text) { say(text); });
    connect(m_desk, &PaperDesk::notice, this, [this](const QString &text) { say(text); });
    connect(m_sides, &SideActions::notice, this, [this](const QString &text) { say(text); });
    connect(m_find, &FindActions::notice, this, [this](const QString &text) { say(text); });
    connect(m_undo, &UndoActions::notice, this, [this](const QString &text) { say(text); });
    connect(m_review, &ReviewDesk::notice, this, [this](const QString &text) { say(text); });
    connect(m_review, &ReviewDesk::placeRequested, this, [this](const Place &place) { m_view->goTo(place); });
    connect(m_review, &ReviewDesk::nextCommentRequested, this, [this] { m_view->answerNextComment(); });
    connect(m_review, &ReviewDesk::commentRequested, this, [this] { m_view->startComment(); });
    makeActions();
    showState();
}

ReportWorkspace::~ReportWorkspace()
{
    m_undo->setReport(nullptr, nullptr);
    delete m_view; // before the session it looks at
}

QAction *ReportWorkspace::add(
    Menu menu, const QString &text, const QKeySequence &keys, std::function<void()> work)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    if (work)
        connect(action, &QAction::triggered, this, [work = std::move(work)] { work(); });
    m_own.append(action);
    m_actions[menu].append(action);
    return action;
}

QAction *ReportWorkspace::separator()
{
    auto *line = new QAction(this);
    line->setSeparator(true);
    return line;
}

void ReportWorkspace::makeActions()
{
    add(Menu::File, tr("&Save"), QKeySequence::Save, [this] { save(); });
    add(Menu::File, tr("Save a &copy…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] { saveCopy(); });
    m_actions[Menu::File] += separator();
    m_actions[Menu::File] += m_papers->actions();
    m_actions[Menu::File] += separator();
    add(Menu::File, tr("Close the &report"), QKeySequence::Close, [this] { leave(); });

    m_actions[Menu::Edit] = {m_undo->undoAction(), m_undo->redoAction()};
    m_tools = m_actions[Menu::Edit];
    m_actions[Menu::Edit] += separator();
    m_actions[Menu::Edit] += m_find->actions();

    m_actions[Menu::Check] = m_matters->actions();
    m_actions[Menu::Check] += separator();
    m_convert = add(Menu::Check, tr("&Convert to the newer form…"), {}, [this] { convertForm(); });
    m_convert->setObjectName(QStringLiteral("convert"));

    m_actions[Menu::Review] = m_review->actions();

    QAction *draft = add(Menu::View, tr("&Draft mark while errors are open"), {});
    draft->setObjectName(QStringLiteral("draftMark"));
    draft->setCheckable(true);
    draft->setChecked(m_setup.choices().draftMark);
    connect(draft, &QAction::toggled, &m_setup, &PageSetup::setDraftMark);
    connect(&m_setup, &PageSetup::changed, draft,
        [this, draft] { draft->setChecked(m_setup.choices().draftMark); });
    m_actions[Menu::View] += separator();
    m_actions[Menu::View] += m_sides->actions();

    m_tools += {separator(), m_matters->next()};
    m_tools += m_papers->tools();
}

QList<QWidget *> ReportWorkspace::state() const { return m_status->state(); }
QList<QWidget *> ReportWorkspace::statusWords() const { return m_status->words(); }
QList<QWidget *> ReportWorkspace::statusMarks() const { return m_status->marks(); }

QString ReportWorkspace::title() const
{
    if (!m_session)
        return {};
    constexpr qsizetype kMostTitle = 80;
    const QString title = firstCharacters(m_session->report().title(), kMostTitle);
    return tr("%1%2 — Nianbao")
        .arg(sample::isSample(m_session->report()) ? tr("[Sample] %1").arg(title) : title,
            isEditable() ? QString() : tr(" [read only]"));
}

QDate ReportWorkspace::due() const
{
    const bool isOpen = m_session && !sample::isSample(m_session->report())
        && m_session->report().review().state != ReviewState::Published;
    return isOpen ? dueDate(m_session->report()) : QDate();
}

QString ReportWorkspace::diagnostics() const
{
    if (!m_session)
        return {};
    return tr("form %1, file version %2, findings %3")
        .arg(m_session->report().spec().id)
        .arg(m_session->schemaVersion())
        .arg(m_session->findings().size());
}

void ReportWorkspace::restoreLayout()
{
    m_sides->showBoth();
    settings::setWindowState(QStringLiteral("panels"), {});
    if (m_view)
        m_view->resetLayout();
}

void ReportWorkspace::beginWith(int width) { m_sides->leaveOutPanelOf(*this, width); }

bool ReportWorkspace::isEditable() const
{
    return m_session && m_session->permissions().state() != Permissions::State::ReadOnly;
}

/// What others have done to the file and its folder meanwhile is asked when somebody comes back to the
/// window, and who that is: the settings may say another name.
bool ReportWorkspace::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_session) {
        m_session->lookAtFile();
        if (m_session->unsaved()) // what was refused is tried once more: the file may be back in its place
            QMetaObject::invokeMethod(this, &ReportWorkspace::commit, Qt::QueuedConnection);
        showState();
    }
    return Workspace::event(event);
}

namespace {

/// Why it can only be looked at, why its approval is in doubt; for whom another is to move, what can be done
/// meanwhile; of one that came back, why: that stays in sight until it is sent again.
QString bannerWords(const Session &session, const QString &doubt)
{
    const auto reason = session.readOnlyReason();
    const bool isLookedAt = session.permissions().state() == Permissions::State::ReadOnly;
    const QString why = reason ? describe(*reason)
        : isLookedAt           ? placeWords(placeOf(session.path()))
                               : QString();
    QStringList sentences;
    if (sample::isSample(session.report()))
        sentences.append(ReportWorkspace::tr(
            "This is the sample: try whatever you like. Help → Reset the sample makes it as it was."));
    if (!why.isEmpty())
        sentences.append(ReportWorkspace::tr("This report can only be looked at. %1").arg(why));
    if (!doubt.isEmpty())
        sentences.append(doubt);
    const Review &review = session.report().review();
    const ReviewEvent *last = review.lastMove();
    const QString waits
        = waitingWords(session.report(), settings::userName(), QFileInfo(session.path()).fileName());
    if (!waits.isEmpty() && why.isEmpty() && doubt.isEmpty())
        sentences.append(waits);
    else if (review.state == ReviewState::Returned && last && why.isEmpty() && doubt.isEmpty())
        sentences.append(ReportWorkspace::tr("%1 returned it: %2").arg(last->who, last->words));
    return sentences.join(u'\n');
}

} // namespace

/// Never silently: a report that can only be looked at says why. What was said to one person does not stay
/// for another.
void ReportWorkspace::showState()
{
    if (!m_saidTo.isEmpty() && m_saidTo != settings::userName()) {
        m_saidTo.clear();
        Q_EMIT notice({});
    }
    m_review->showState();
    m_steps->showState(m_session.get());
    const QString words = m_session ? bannerWords(*m_session, m_review->doubt()) : QString();
    m_banner->setText(words);
    const bool isBack = m_session && m_session->report().review().state == ReviewState::Returned;
    m_banner->setBackgroundRole(isBack ? QPalette::Highlight : QPalette::ToolTipBase);
    m_banner->setVisible(!words.isEmpty());
    for (QAction *action : std::as_const(m_own))
        action->setEnabled(m_session != nullptr);
    m_convert->setEnabled(m_session && !m_session->report().spec().successor.isEmpty()
        && m_session->permissions().may(Permissions::Action::EditContent));
    m_papers->setEnabled(m_session != nullptr);
    if (m_session)
        m_status->show(*m_session, *m_review);
    else
        m_status->clear();
    Q_EMIT changed();
}

void ReportWorkspace::say(const QString &sentence, int milliseconds)
{
    m_said.append(sentence);
    m_saidTo = settings::userName();
    Q_EMIT notice(sentence, milliseconds);
}

void ReportWorkspace::take(std::unique_ptr<Session> session)
{
    Q_ASSERT(!m_session);
    m_session = std::move(session);
    qCInfo(lcReport, "opened, form %s, file version %d, %s", qPrintable(m_session->report().spec().id),
        m_session->schemaVersion(), isEditable() ? "to be edited" : "to be looked at");
    listen();
    showView();
    remember();
    showState();
}

void ReportWorkspace::listen()
{
    Session *session = m_session.get();
    connect(session, &Session::failed, this, [this](const Error &error) {
        if (isAnotherState(error))
            offerBothStatesSoon();
        else
            dialogs::tell(this, error);
    });
    connect(session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.review)
            m_review->lookAtSeal();
        showState();
        if (delta.review)
            followReview();
        if (delta.form)
            QMetaObject::invokeMethod(this, &ReportWorkspace::followForm, Qt::QueuedConnection);
    });
    connect(session, &Session::permissionsChanged, this, [this] {
        showState();
        if (isEditable()) // what was refused meanwhile is tried once more
            QMetaObject::invokeMethod(this, &ReportWorkspace::commit, Qt::QueuedConnection);
    });
    connect(session, &Session::unsavedChanged, this, [this, session] {
        m_status->showSaved(*session);
        if (session->unsaved() && isAnotherState(*session->unsaved()))
            offerBothStatesSoon();
        if (!session->unsaved()) // it takes entries again: what was refused is tried once more
            QMetaObject::invokeMethod(this, &ReportWorkspace::commit, Qt::QueuedConnection);
    });
}

void ReportWorkspace::showView()
{
    m_view = new ReportView(*m_session, m_setup, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_exported), m_view, 1);
    m_view->setVisible(true);
    Q_EMIT opened(); // in its place before it is given its widths
    m_view->restoreLayout(settings::windowState(QStringLiteral("panels")));
    m_sides->setView(m_view);
    m_find->setView(m_view);
    m_matters->setView(m_view);
    connect(m_view, &ReportView::notice, this, [this](const QString &text) { say(text); });
    connect(m_view, &ReportView::failed, this, [this](const Error &error) { dialogs::tell(this, error); });
    connect(m_view, &ReportView::priorDocumentChosen, this, &ReportWorkspace::priorDocumentChosen);
    connect(m_view, &ReportView::conversionRequested, this, &ReportWorkspace::convertForm);
    connect(m_view, &ReportView::personNamed, this, &ReportWorkspace::showState);
    const PagePreview *pages = &m_view->preview();
    connect(pages, &PagePreview::pagesChanged, this,
        [this, pages] { m_status->showPage(pages->currentPage(), pages->pageCount()); });
    m_desk->setReport(m_session.get());
    m_review->setReport(m_session.get());
    m_undo->setReport(m_session.get(), m_view);
    m_view->setMoves(m_review->moves());
    followReview();
    if (m_session->report().review().state == ReviewState::Returned)
        m_view->showComments(); // first why it came back
    beginInView();
}

/// Where keys go first: left to Qt they would go to a button of the bar.
void ReportWorkspace::beginInView()
{
    const QWidget *focused = window()->focusWidget();
    if (m_view && !(focused && focused->isVisible() && m_view->isAncestorOf(focused)))
        m_view->parts().step(1);
}

void ReportWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    beginInView();
}

/// While it is read, and afterwards, the pages are large and nothing can be edited by accident.
void ReportWorkspace::followReview()
{
    if (!m_view)
        return;
    m_view->setReading(!m_session->permissions().may(Permissions::Action::EditContent)
        && m_session->report().review().state != ReviewState::Drafting);
}

void ReportWorkspace::dropView()
{
    settings::setWindowState(QStringLiteral("panels"), m_view->layoutState());
    m_desk->setReport(nullptr);
    m_review->setReport(nullptr);
    m_undo->setReport(nullptr, nullptr);
    m_sides->setView(nullptr);
    m_find->setView(nullptr);
    m_matters->setView(nullptr);
    delete std::exchange(m_view, nullptr);
}

/// Tables of another form: the view is made anew, at the same place.
void ReportWorkspace::followForm()
{
    if (!m_view)
        return;
    commit(); // what the new form has no place for is said
    const Place entry = m_view->entry();
    dropView();
    showView();
    m_view->goTo(entry);
}

void ReportWorkspace::convertForm()
{
    if (!commit())
        return;
    auto plan = conversion(m_session->report());
    if (!plan)
        return dialogs::tell(this, plan.error());
    ConversionDialog dialog(m_session->report(), *plan, this);
    if (!dialogs::run(dialog))
        return;
    plan->change.description = tr("Convert to the newer form");
    if (const auto done = m_session->edit(plan->change); !done)
        dialogs::tell(this, done.error());
}

RecentReport ReportWorkspace::recentEntry() const
{
    const Report &report = m_session->report();
    const QString name
        = report.fact(fact::kShortName).isEmpty() ? report.fact(fact::kName) : report.fact(fact::kShortName);
    return {m_session->path(), tr("%1 %2").arg(name, QString::number(report.year())),
        now().toString(Qt::ISODate), verdictLine(*m_session), false, seen(*m_session),
        fileState(m_session->path())};
}

void ReportWorkspace::remember()
{
    settings::addRecentReport(recentEntry());
    if (!sample::isSample(m_session->report()))
        desktopRecent::addSoon(m_session->path(), now());
}

bool ReportWorkspace::commit()
{
    m_said.clear();
    return !m_view || m_view->commitOpenEditor();
}

bool ReportWorkspace::leave()
{
    if (!m_session)
        return true;
    if (!commit()
        && m_rescue->askBeforeLeaving(*m_session, *m_view, copyName(), m_said) == Rescue::Leave::Stay)
        return false;
    leaveReport();
    return true;
}

void ReportWorkspace::letGo()
{
    if (!m_session)
        return;
    std::optional<QString> copy;
    if (!commit()) {
        copy = m_rescue->keep(*m_session, *m_view, tr("%1 (rescued)").arg(copyName()));
        qCWarning(lcReport, "what was typed last is refused and %s",
            copy ? "is kept in a copy" : "goes with the program");
    }
    RecentReport last = recentEntry();
    leaveReport();
    if (!copy)
        return;
    last.path = *copy;
    last.title = tr("%1, what was typed last").arg(last.title);
    last.stamp = fileState(*copy);
    settings::addRecentReport(last); // in front, where it is looked for
}

/// Nothing is asked or taken over any more.
void ReportWorkspace::leaveReport()
{
    qCInfo(lcReport, "closed");
    remember();
    settings::setLastRead(m_session->report().id(), int(m_session->report().review().events.size()));
    dropView();
    m_exported->hide();
    m_session.reset();
    showState();
    Q_EMIT closed();
}

void ReportWorkspace::save()
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

QString ReportWorkspace::copyName() const
{
    return QFileInfo(m_desk->proposal(ExportKind::Json)).completeBaseName();
}

bool ReportWorkspace::saveCopy()
{
    const auto path = m_session ? m_rescue->saveCopy(*m_session, *m_view, copyName()) : std::nullopt;
    if (!path)
        return false;
    const QString saved = tr("A copy was saved as %1.").arg(shownPath(*path));
    commit(); // now that it is safe: does the open file take it after all?
    say(saved);
    if (!m_session->unsaved() && isEditable())
        return true;
    const QString goOn = tr("Go on in the copy");
    if (dialogs::ask(this, saved, tr("The open file does not take entries; the copy does."), {goOn}) == goOn)
        QMetaObject::invokeMethod(
            this, [this, copy = *path] { goOnIn(copy); },
            Qt::QueuedConnection); // an editor may have led here
    return true;
}

/// An editor may be in the middle of handing something over; and of two reasons one is enough.
void ReportWorkspace::offerBothStatesSoon()
{
    if (std::exchange(m_isOffering, true))
        return;
    const auto offer = [this] {
        m_isOffering = false;
        if (dialogs::isOpen()) // which may look at the report that would go
            QTimer::singleShot(kLaterMs, this, &ReportWorkspace::offerBothStatesSoon);
        else
            offerBothStates();
    };
    QMetaObject::invokeMethod(this, offer, Qt::QueuedConnection);
}

/// Both are kept: this one in a copy, with all that is typed, that one where it is.
void ReportWorkspace::offerBothStates()
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
    say(tr("A copy was saved as %1.").arg(shownPath(*copy)));
    if (wish == TwoStates::OnlyMine)
        return goOnIn(*copy);
    const Place entry = m_view->entry();
    leaveReport();
    auto theirs = openOrAsk(this, path);
    if (!theirs) {
        if (theirs.error().code != ErrorCode::Cancelled)
            dialogs::tell(this, theirs.error(), Doing::MakingAFile);
        return goOnIn(*copy);
    }
    take(std::move(*theirs));
    m_view->goTo(entry);
}

void ReportWorkspace::goOnIn(const QString &copy)
{
    auto session = Session::open(copy, Session::Mode::Edit, checkedBeside(this));
    if (!session) {
        dialogs::tell(this, session.error());
        return;
    }
    const Place entry = m_view ? m_view->entry() : Place();
    if (m_session)
        leaveReport(); // all it held is in the copy
    take(std::move(*session));
    m_view->goTo(entry);
}

bool ReportWorkspace::exportTo(const QString &path) { return commit() && m_desk->exportAndTell(path); }

} // namespace nianbao
