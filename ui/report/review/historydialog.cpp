// SPDX-License-Identifier: MulanPSL-2.0
#include "historydialog.h"

#include "appearance.h"
#include "changeto.h"
#include "changewords.h"
#include "clearingdialog.h"
#include "dialogs.h"
#include "historylist.h"
#include "literal.h"
#include "permitted.h"
#include "phrase.h"
#include "placenames.h"
#include "reportplaces.h"
#include "reportthen.h"
#include "showntext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>

#include <tuple>

namespace nianbao {

namespace {

constexpr qsizetype kMostWords = 60; // of a value in a question

QString named(const QList<Place> &places, const Report &report)
{
    QStringList names;
    for (const Place &place : places) {
        const QString name = place.kind() == Place::Kind::Illustration ? HistoryDialog::tr("all figures")
                                                                       : said(placeName(report, place));
        if (!names.contains(name))
            names.append(name);
    }
    return firstCharacters(names.join(HistoryDialog::tr(", ")), kMostWords);
}

} // namespace

HistoryDialog::HistoryDialog(Session &session, QWidget *parent)
    : FittedDialog(parent, 62)
    , m_session(session)
    , m_list(new HistoryList(this))
    , m_then(new ReportThen(session, *m_list, this))
{
    setWindowTitle(tr("History"));
    m_loading.setSingleShot(true);
    m_loading.setInterval(0);
    auto *parts = new QSplitter(inside());
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeLeft());
    parts->addWidget(makeRight());
    parts->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->addWidget(parts);
    const int em = fontMetrics().height();
    parts->setSizes({em * 22, em * 38});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter belongs to the list
    for (QPushButton *restore : {m_restorePlace, m_restoreWhole})
        buttons->addButton(restore, QDialogButtonBox::ActionRole);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_list, &HistoryList::startSearch);
    connect(m_list, &HistoryList::chosenChanged, this, &HistoryDialog::showChosen);
    connect(m_list, &HistoryList::opened, m_then, &ReportThen::enter);
    connect(m_list, &HistoryList::menuRequested, this, &HistoryDialog::fillMenu);
    connect(m_then, &ReportThen::fetched, this, &HistoryDialog::showActions);
    connect(&m_loading, &QTimer::timeout, this, &HistoryDialog::load);
    connect(&session, &Session::changed, &m_loading, qOverload<>(&QTimer::start));
    connect(&session, &Session::permissionsChanged, this, &HistoryDialog::showActions);
    load();
    m_list->enterRows();
    resize(em * 62, em * 36); // as much as the screen gives
}

/// The rows, and what is done with any of them.
QWidget *HistoryDialog::makeLeft()
{
    auto *panel = new QWidget(this);
    panel->setObjectName(QStringLiteral("historyPanel"));
    const int em = fontMetrics().height();
    auto *mistake = appearance::quietLabel(panel);
    mistake->setText(tr("Private data pasted by mistake? It can be made to disappear from here for good."));
    m_clear = appearance::plainButton(tr("Clear from the history…"), panel);
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setAutoDefault(false);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, em / 2, 0);
    layout->setSpacing(em / 3);
    layout->addWidget(m_list, 1);
    layout->addWidget(mistake);
    layout->addWidget(m_clear, 0, Qt::AlignLeft);
    connect(m_clear, &QPushButton::clicked, this, &HistoryDialog::clear);
    return panel;
}

/// The chosen one, and whether the report may become again what it was.
QWidget *HistoryDialog::makeRight()
{
    auto *panel = new QWidget(this);
    const int em = fontMetrics().height();
    m_why = appearance::quietLabel(panel);
    m_why->setObjectName(QStringLiteral("whyNot"));
    m_restorePlace = appearance::plainButton(tr("Restore this place…"), panel);
    m_restorePlace->setObjectName(QStringLiteral("restorePlace"));
    m_restorePlace->setAutoDefault(false);
    m_restoreWhole = appearance::primaryButton(tr("Restore the whole report…"), panel);
    m_restoreWhole->setObjectName(QStringLiteral("restoreWhole"));
    m_restoreWhole->setAutoDefault(false);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(em / 2, 0, 0, 0);
    layout->setSpacing(em / 3);
    layout->addWidget(m_then, 1);
    layout->addWidget(m_why);
    connect(m_restorePlace, &QPushButton::clicked, this, &HistoryDialog::restorePlace);
    connect(m_restoreWhole, &QPushButton::clicked, this, &HistoryDialog::restoreWhole);
    return panel;
}

void HistoryDialog::load()
{
    m_loading.stop();
    m_then->forget();
    m_list->showRows(m_session.history(), m_session.report());
}

/// Where the newest row is what was done just now.
void HistoryDialog::loadNewest()
{
    m_list->forgetChosen();
    m_doneRow = 0;
    load();
}

void HistoryDialog::choose(qint64 row) { m_list->choose(row); }

void HistoryDialog::showChosen()
{
    const HistoryRow *row = m_list->chosenRow();
    if (row && m_doneRow != 0 && row->id != m_doneRow)
        m_done.clear();
    if (row)
        m_doneRow = row->id;
    m_then->showChosen();
    showActions();
}

QString HistoryDialog::whyNoRestoring() const
{
    using State = Permissions::State;
    switch (m_session.permissions().state()) {
    case State::Drafting:
    case State::Returned: return {};
    case State::InReview:
        return tr("The report is in review: nothing can be restored until it is withdrawn or returned.");
    case State::Approved: return tr("The report is approved: nothing can be restored unless it is reopened.");
    case State::Submitted:
    case State::Published: return tr("The report is handed over: what is to change needs a correction.");
    case State::ReadOnly: break;
    }
    return tr("The report can only be looked at: nothing is restored or cleared.");
}

void HistoryDialog::showActions()
{
    const Permissions permissions = m_session.permissions();
    const bool may = permissions.may(Permissions::Action::EditContent);
    const HistoryRow *row = m_list->chosenRow();
    const ReportThen::Around &around = m_then->around();
    const auto leads = [this](const std::optional<Report> &state, const QList<Place> &places) {
        return state && !places.isEmpty() && !places.contains(Place::report())
            && !changeTo(m_session.report(), *state, places).steps.isEmpty();
    };
    const bool isOther = may && around.after && !changeTo(m_session.report(), *around.after).steps.isEmpty();
    m_restoreWhole->setEnabled(isOther);
    m_restorePlace->setEnabled(
        may && (leads(around.before, around.placesBefore) || leads(around.after, around.placesAfter)));
    m_clear->setEnabled(permissions.state() != Permissions::State::ReadOnly && m_list->model().size() > 0);
    m_why->setText(!may         ? whyNoRestoring()
            : !m_done.isEmpty() ? m_done
            : !row              ? QString()
            : around.row == 0   ? QString()
            : !around.after     ? tr("What is not kept cannot be restored.")
            : !isOther && m_restorePlace->isEnabled()
            ? tr("The report as a whole says this now. “%1” takes back what this row alone did.")
                  .arg(m_restorePlace->text())
            : !isOther ? tr("The report says this now: there is nothing to restore.")
                       : tr("Restoring is one step; undo takes it back."));
}

/// What can be done with a row, at the row: as the buttons at the other side.
void HistoryDialog::fillMenu(QMenu *menu)
{
    m_then->fetch(); // what can be restored is known when the state is there
    m_then->addViews(menu);
    menu->addSeparator();
    for (QPushButton *button : {m_restorePlace, m_restoreWhole, m_clear}) {
        QAction *action = literal::addAction(menu, button->text());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    menu->addSeparator();
}

bool HistoryDialog::restore(Change change, const QString &description)
{
    change.description = description;
    if (const auto done = m_session.edit(change); !done) {
        dialogs::tell(this, done.error());
        return false;
    }
    m_session.endMerge();
    m_done = tr("Restored, as one step: undo takes it back.");
    loadNewest();
    return true;
}

void HistoryDialog::restoreWhole()
{
    const ReportThen::Around &around = m_then->around();
    if (!around.after)
        return;
    Report then = *around.after;
    std::ignore = then.apply({{}, {SetReview{m_session.report().review()}}, {}, true}); // which stays
    const ReportChanges changes = changesBetween(m_session.report(), then);
    const QString counts = changeCounts(changes);
    const QString go = tr("Restore");
    const QString answer
        = dialogs::ask(this, tr("Restore the whole report as it was at %1?").arg(m_then->time()),
            sentences({counts.isEmpty() ? QString() : tr("What becomes different: %1.").arg(counts),
                tr("It is one step, and undo takes it back. Comments and the moves of the review stay as "
                   "they are.")}),
            {go});
    if (answer == go)
        restore(changeTo(m_session.report(), *around.after),
            tr("Restore the report of %1").arg(lastingName(m_list->model().timeOf(m_list->chosen()))));
}

/// As it stood before the row, or after it: a row that took something away is chosen to get it back.
void HistoryDialog::restorePlace()
{
    const Report &now = m_session.report();
    const ReportThen::Around &around = m_then->around();
    const auto changeFor = [&now](const std::optional<Report> &state, const QList<Place> &places) {
        return state && !places.isEmpty() ? changeTo(now, *state, places) : Change();
    };
    const Change older = changeFor(around.before, around.placesBefore);
    const Change newer = changeFor(around.after, around.placesAfter);
    const QString asBefore = tr("As before this edit");
    const QString asAfter = tr("As after it");
    QStringList offers;
    if (!older.steps.isEmpty())
        offers.append(asBefore);
    if (!newer.steps.isEmpty())
        offers.append(asAfter);
    if (offers.isEmpty())
        return;
    const QString places = around.placesAfter.isEmpty() ? named(around.placesBefore, *around.before)
                                                        : named(around.placesAfter, *around.after);
    const QString answer = dialogs::ask(this, tr("Restore only this: %1?").arg(places),
        tr("It becomes as it was at %1, just before that edit or just after it. What was written there since "
           "goes; everything else stays. It is one step, and undo takes it back.")
            .arg(m_then->time()),
        offers);
    if (!answer.isEmpty())
        restore(answer == asBefore ? older : newer,
            tr("Restore %1 of %2").arg(places, lastingName(m_list->model().timeOf(m_list->chosen()))));
}

void HistoryDialog::clear()
{
    const HistoryRow *row = m_list->chosenRow();
    const bool hasContent = row && row->move.isEmpty() && !row->changes.isEmpty();
    const QModelIndex index = m_list->chosen();
    ClearingDialog dialog(hasContent ? row->id : 0,
        hasContent ? firstCharacters(index.data(Qt::DisplayRole).toString(), kMostWords * 2) : QString(),
        this);
    if (!dialogs::run(dialog))
        return;
    const Clearing what = dialog.clearing();
    if (what.sentence.isEmpty() && what.rows.isEmpty())
        return;
    const auto cleared = m_session.clearHistory(what);
    if (!cleared && cleared.error().code == ErrorCode::StillInReport)
        return tellStillThere(Place::parse(cleared.error().detail).value_or(Place::report()), what.sentence);
    if (!cleared)
        return dialogs::tell(this, cleared.error());
    loadNewest();
    QStringList details;
    if (!cleared->backups.isEmpty())
        details.append(
            tr("These backups beside the file may still hold it. Delete them yourself if you do not "
               "need them:\n%1")
                .arg(cleared->backups.join(u'\n')));
    dialogs::inform(this,
        cleared->rows > 0 ? tr("Cleared for good: %1 rows lost content.").arg(cleared->rows)
            : what.rows.isEmpty()
            ? tr("Nothing in the history held this.")
            : tr("Nothing was cleared: what this row wrote still stands in the report, and "
                 "what it took away is gone already. Delete it in the report first, then "
                 "clear it from the history."),
        details.join(u'\n'));
}

void HistoryDialog::tellStillThere(const Place &place, const QString &sentence)
{
    const QString go = tr("Go there");
    const QString answer = dialogs::ask(this,
        tr("“%1” still stands in the report itself.").arg(firstCharacters(sentence, kMostWords)),
        tr("It is in: %1. Nothing was cleared. Delete it there first, then clear it from the history.")
            .arg(said(placeName(m_session.report(), place))),
        {go});
    if (answer != go)
        return;
    reject();
    Q_EMIT placeRequested(place);
}

/// Enter in a list or a text is no answer to the dialog.
void HistoryDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        FittedDialog::keyPressEvent(event);
}

} // namespace nianbao
