// SPDX-License-Identifier: MulanPSL-2.0
#include "startpage.h"

#include "appearance.h"
#include "emptywords.h"
#include "entryline.h"
#include "filechooser.h"
#include "firstpage.h"
#include "literal.h"
#include "nextcard.h"
#include "recentlist.h"
#include "recentmenu.h"
#include "recentmodel.h"
#include "recentreading.h"
#include "report.h"
#include "room.h"
#include "schedulecard.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

namespace {
constexpr int kLookAfterMs = 300; // first the window, then the files
constexpr qsizetype kMostSearch = 80;
} // namespace

StartPage::StartPage(QWidget *parent)
    : Workspace(parent)
    , m_model(new RecentModel(this))
    , m_reading(new RecentReading(this))
    , m_next(new NextCard(this))
    , m_list(new RecentList(*m_model, this))
    , m_schedule(new ScheduleCard(this))
    , m_search(new QLineEdit(this))
    , m_hint(appearance::quietLabel(this))
{
    const int em = fontMetrics().height();
    auto *room = new Room(this);
    auto *column = new QWidget(room);
    auto *body = new QHBoxLayout;
    body->setSpacing(em);
    body->addWidget(makeMain(), 7);
    body->addWidget(makeSide(), 3);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(em * 3 / 4);
    layout->addWidget(makeHead());
    layout->addLayout(body, 1);
    room->setColumn(column);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(room);
    m_page = room;
    if (settings::isFirstRun())
        makeFirstPage();

    auto *paste = new QAction(this); // an action, so that the menu finds it too
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QAction::triggered, this, &StartPage::pasteRequested);
    addAction(paste);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_next, &NextCard::openRequested, this, &StartPage::openRequested);
    connect(m_next, &NextCard::removeRequested, this, &StartPage::remove);
    sayWhenEmpty(m_list, [] { return tr("No report is called so. Clear the search to see all of them."); });
    connect(m_list, &RecentList::openRequested, this, &StartPage::openRequested);
    connect(m_list, &RecentList::removeRequested, this, &StartPage::remove);
    connect(m_list, &RecentList::leftAtTop, m_search, [this] { m_search->setFocus(Qt::BacktabFocusReason); });
    connect(m_list, &RecentList::pinRequested, this, [this](const QString &path, bool isPinned) {
        change([&] { settings::pinRecentReport(path, isPinned); });
        m_list->choose(m_model->indexOf(path));
    });
    connect(m_reading, &RecentReading::found, this, [this](const QString &path) {
        if (!m_model->reports().isEmpty() && m_model->reports().first().path == path)
            FileChooser::beginBeside(path);
    });
    connect(m_reading, &RecentReading::looked, this, [this](const QString &path, const SeenReport &seen) {
        m_model->take(path, seen);
        if (!m_model->reports().isEmpty() && m_model->reports().first().path == path)
            showFirst();
    });
    connect(m_reading, &RecentReading::missing, this, [this](const QString &path) {
        m_model->setMissing(path);
        if (!m_model->reports().isEmpty() && m_model->reports().first().path == path)
            showFirst();
    });
    refresh();
}

StartPage::~StartPage() { delete m_reading; } // before what it tells

void StartPage::makeFirstPage()
{
    m_first = new FirstPage(this);
    layout()->addWidget(m_first);
    m_page->hide();
    connect(
        m_first, &FirstPage::begun, this, [this] { Q_EMIT reportBegun(m_first->report(), m_first->path()); });
    connect(m_first, &FirstPage::priorRequested, this, &StartPage::newFromPriorRequested);
    connect(m_first, &FirstPage::priorDropped, this, &StartPage::priorDropped);
    connect(m_first, &FirstPage::openRequested, this, &StartPage::chooseRequested);
    connect(m_first, &FirstPage::sampleRequested, this, &StartPage::sampleRequested);
}

bool StartPage::takePrior(const Report &prior)
{
    if (m_first && isVisible())
        m_first->takePrior(prior);
    return m_first && isVisible();
}

QString StartPage::title() const { return tr("Nianbao"); }

QWidget *StartPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    const int em = fontMetrics().height();
    auto *title = appearance::label(tr("Annual report on government information disclosure"), head);
    appearance::setTextSize(title, 1.6, true);
    title->setWordWrap(true);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Find a report: body, year, state, file"));
    m_search->setAccessibleName(tr("Find a report"));
    offerClearing(*m_search);
    m_search->setMaxLength(int(kMostSearch));
    m_search->setMinimumWidth(em * 9);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &StartPage::search);
    row->addWidget(title, 3);
    row->addWidget(m_search, 2);
    return head;
}

QWidget *StartPage::makeMain()
{
    auto *main = new QWidget(this);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    auto *frame = new QFrame(main);
    frame->setObjectName(QStringLiteral("panel"));
    auto *inside = new QVBoxLayout(frame);
    const int round = fontMetrics().height() / 3; // of the frame's corners, in which the list has no place
    inside->setContentsMargins(1, round, 1, round);
    inside->addWidget(m_list);
    m_listHead = makeListHead();
    column->addWidget(m_next);
    column->addWidget(m_hint);
    column->addWidget(m_listHead);
    column->addWidget(frame, 1);
    column->addStretch(0);
    return main;
}

QWidget *StartPage::makeListHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(0);
    auto *title = appearance::label(tr("Recent reports"), head);
    appearance::setTextSize(title, 1, true);
    row->addWidget(title);
    row->addSpacing(fontMetrics().height());
    auto *kinds = new QButtonGroup(head);
    const auto add = [&](const QString &words, RecentModel::Grouping grouping, const QString &name) {
        auto *button = appearance::plainButton(words, head);
        button->setObjectName(name);
        button->setProperty("segment", true);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setChecked(grouping == m_model->grouping());
        const int id = int(grouping);
        kinds->addButton(button, id);
        row->addWidget(button);
    };
    add(tr("By body"), RecentModel::Grouping::ByBody, QStringLiteral("byBody"));
    add(tr("By year"), RecentModel::Grouping::ByYear, QStringLiteral("byYear"));
    connect(kinds, &QButtonGroup::idClicked, this,
        [this](int id) { m_model->setGrouping(RecentModel::Grouping(id)); });
    row->addStretch(1);
    auto *clear = appearance::linkButton(tr("Clear what is not pinned"), head);
    clear->setObjectName(QStringLiteral("clear"));
    connect(clear, &QToolButton::clicked, this, [this] { change([] { forgetAllRecent(); }); });
    row->addWidget(clear);
    return head;
}

QWidget *StartPage::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() * 3 / 4);
    column->addWidget(makeButtons());
    column->addWidget(m_schedule);
    column->addStretch(1);
    return side;
}

QWidget *StartPage::makeButtons()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    const int em = fontMetrics().height();
    layout->setContentsMargins(em, em * 3 / 4, em, em * 3 / 4);
    layout->setSpacing(em / 3);
    auto *title = appearance::label(tr("Another report"), card);
    appearance::setTextSize(title, 1, true);
    layout->addWidget(title);
    const auto add = [&](QPushButton *button, const QString &name, void (StartPage::*request)()) {
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, request);
        layout->addWidget(button);
        return button;
    };
    m_fromPrior = add(appearance::plainButton(tr("New from last year's report…"), card),
        QStringLiteral("newFromPrior"), &StartPage::newFromPriorRequested);
    add(appearance::plainButton(tr("New blank report…"), card), QStringLiteral("newBlank"),
        &StartPage::newRequested);
    add(appearance::plainButton(tr("Open…"), card), QStringLiteral("open"), &StartPage::chooseRequested);
    QPushButton *import = add(appearance::plainButton(tr("Begin with a document…"), card),
        QStringLiteral("import"), &StartPage::importRequested);
    literal::setToolTip(import,
        tr("Word, Excel, a web page, PDF or text of any year. It may also be dropped here, and a page that "
           "was "
           "copied is pasted with Ctrl+V."));
    add(appearance::plainButton(tr("Look at the sample"), card), QStringLiteral("sample"),
        &StartPage::sampleRequested);
    return card;
}

QDate StartPage::due() const { return m_schedule->due(); }

void StartPage::refresh()
{
    const auto recent = settings::recentReports();
    if (m_first && !recent.isEmpty()) { // not before: a report that could not be made is begun again from it
        m_first->hide();
        m_first->deleteLater(); // it may have led here
        m_first = nullptr;
        m_page->show();
    }
    m_reading->stop();
    m_model->setReports(recent);
    showFirst();
    showList();
    if (isVisible()) {
        look();
        focusFirst();
    }
}

void StartPage::follow()
{
    if (!holdsAnswers())
        refresh();
}

bool StartPage::holdsAnswers() const { return m_first && m_first->holdsAnswers(); }

void StartPage::change(const std::function<void()> &list)
{
    list();
    refresh();
    Q_EMIT listChanged();
}

/// Who searches, or has gone to a line of the list, stays there.
void StartPage::focusFirst()
{
    const QWidget *focused = window()->focusWidget();
    const bool isInUse = focused == m_search || (focused == m_list && m_model->shown() > 0);
    if (!m_first && !isInUse)
        (m_next->isHidden() ? m_fromPrior : m_next->button())->setFocus();
}

/// The last one in front; without one, the ways to begin.
void StartPage::showFirst()
{
    const auto &reports = m_model->reports();
    m_next->setVisible(!reports.isEmpty());
    m_hint->setVisible(reports.isEmpty());
    m_fromPrior->setProperty("primary", reports.isEmpty());
    m_fromPrior->style()->unpolish(m_fromPrior);
    m_fromPrior->style()->polish(m_fromPrior);
    if (reports.isEmpty()) {
        m_schedule->showFor({});
        return;
    }
    const RecentReport &first = reports.first();
    m_next->showReport(first, m_model->isMissing(first.path));
    m_schedule->showFor(first.seen && !first.seen->isSample ? first.seen : std::nullopt);
}

void StartPage::showList()
{
    const bool hasReports = !m_model->reports().isEmpty();
    m_listHead->setVisible(hasReports);
    m_list->parentWidget()->setVisible(hasReports);
    m_search->setVisible(hasReports);
    m_hint->setText(
        tr("Begin with last year's report, a blank one, or look at the sample. A document may be dropped "
           "here; a page that was copied is pasted with Ctrl+V."));
    m_list->updateGeometry();
}

void StartPage::look()
{
    QTimer::singleShot(kLookAfterMs, this, [this] {
        if (isVisible() && !m_first)
            m_reading->begin(m_model->reports());
    });
}

void StartPage::remove(const QString &path)
{
    const int row = window()->focusWidget() == m_list ? m_list->currentIndex().row() : -1;
    change([&] { forgetRecent(path); });
    if (row < 0 || m_model->shown() == 0)
        return;
    QModelIndex next = m_model->index(std::min(row, m_model->rowCount() - 1));
    if (next.data(RecentModel::IsHeadRole).toBool())
        next = m_model->index(next.row() + 1);
    m_list->choose(next.isValid() ? next : m_model->first());
}

void StartPage::search(const QString &typed)
{
    m_model->setFilter(typed);
    m_list->choose(typed.isEmpty() ? QModelIndex() : m_model->first());
}

/// From the field to what was found: Enter opens the first, the arrow down leads into the list.
bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return Workspace::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const QModelIndex first = m_model->first();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key == Qt::Key_Down && first.isValid()) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->choose(first);
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter && first.isValid() && !m_search->text().trimmed().isEmpty()) {
        Q_EMIT openRequested(first.data(RecentModel::PathRole).toString());
        return true;
    }
    return Workspace::eventFilter(watched, event);
}

void StartPage::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    focusFirst();
    look();
}

void StartPage::hideEvent(QHideEvent *event)
{
    Workspace::hideEvent(event);
    m_reading->stop();
}

} // namespace nianbao
