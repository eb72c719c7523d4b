// SPDX-License-Identifier: MulanPSL-2.0
#include "historylist.h"

#include "appearance.h"
#include "entryline.h"
#include "errorwords.h"
#include "focusedview.h"
#include "historycard.h"
#include "literal.h"
#include "phrase.h"
#include "placenames.h"
#include "showntext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace nianbao {

namespace {

constexpr qsizetype kMostSearched = 60; // of what was searched, in a sentence

enum List { Rows, Nothing };

/// All of it in sight, or in the tooltip.
QComboBox *makeChoice(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setObjectName(name);
    choice->setAccessibleName(accessible);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(5);
    return choice;
}

} // namespace

HistoryList::HistoryList(QWidget *parent)
    : QWidget(parent)
    , m_count(appearance::quietLabel(this))
    , m_search(new OwnUndoLine(this))
    , m_person(makeChoice(QStringLiteral("person"), tr("Only of one person"), this))
    , m_section(makeChoice(QStringLiteral("section"), tr("Only in one part"), this))
    , m_moves(new QCheckBox(tr("Only moves of the review"), this))
    , m_lists(new QStackedWidget(this))
    , m_view(new FocusedView<QListView>(this))
{
    const int em = fontMetrics().height();
    m_count->setObjectName(QStringLiteral("count"));
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search: words, figures, places, names"));
    offerClearing(*m_search);
    m_search->installEventFilter(this);
    m_moves->setObjectName(QStringLiteral("moves"));
    setUpRows();
    m_lists->addWidget(m_view);
    m_lists->addWidget(makeNothing());

    auto *title = appearance::titleLabel(this);
    title->setText(tr("History"));
    title->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addSpacing(em / 2);
    head->addWidget(m_count, 1, Qt::AlignBottom);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_person, 1);
    choices->addWidget(m_section, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(em / 3);
    layout->addLayout(head);
    layout->addWidget(m_search);
    layout->addLayout(choices);
    layout->addWidget(m_moves);
    layout->addWidget(m_lists, 1);

    connect(m_search, &QLineEdit::textChanged, this, &HistoryList::filter);
    connect(m_person, &QComboBox::currentIndexChanged, this, &HistoryList::filter);
    connect(m_section, &QComboBox::currentIndexChanged, this, &HistoryList::filter);
    connect(m_moves, &QCheckBox::toggled, this, &HistoryList::filter);
}

void HistoryList::setUpRows()
{
    const int em = fontMetrics().height();
    m_view->setObjectName(QStringLiteral("rows"));
    m_view->setAccessibleName(tr("Edits, newest first"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new HistoryCard(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumSize(em * 15, em * 7);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryList::noteChosen);
    connect(m_view, &QListView::activated, this, &HistoryList::opened);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistoryList::showMenu);
}

/// What stands there when no row is found.
QWidget *HistoryList::makeNothing()
{
    auto *none = new QWidget(this);
    m_nothing = appearance::quietLabel(none);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_all = appearance::plainButton(tr("Show all"), none);
    m_all->setObjectName(QStringLiteral("showAll"));
    auto *layout = new QVBoxLayout(none);
    layout->addStretch(1);
    layout->addWidget(m_nothing);
    layout->addWidget(m_all, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_all, &QPushButton::clicked, this, [this] {
        choose(m_last);
        m_view->setFocus();
    });
    return none;
}

void HistoryList::showRows(const Result<QList<HistoryRow>> &rows, const Report &present)
{
    m_reason = rows ? QString() : describe(rows.error());
    m_model.show(rows ? *rows : QList<HistoryRow>(), present);
    fillChoices(present);
    filter();
}

/// Who and where, as far as the history knows; what was chosen stays chosen.
void HistoryList::fillChoices(const Report &present)
{
    const auto fill
        = [](QComboBox *choice, const QString &all, const QList<std::pair<QString, QString>> &entries) {
              const QVariant chosen = choice->currentData();
              const QSignalBlocker quiet(choice);
              choice->clear();
              choice->addItem(all);
              for (const auto &[words, key] : entries)
                  choice->addItem(words, key);
              choice->setCurrentIndex(chosen.isValid() ? std::max(0, choice->findData(chosen)) : 0);
          };
    constexpr qsizetype kMostName = 30;
    QList<std::pair<QString, QString>> people;
    for (const QString &person : m_model.people())
        people.append(
            {person.isEmpty() ? tr("(without a name)") : firstCharacters(person, kMostName), person});
    QList<std::pair<QString, QString>> sections;
    for (const Place &section : m_model.sections())
        sections.append({said(placeName(present, section)), section.toString()});
    fill(m_person, tr("Everyone"), people);
    fill(m_section, tr("All parts"), sections);
}

void HistoryList::filter()
{
    HistoryModel::Filter wanted;
    wanted.words = m_search->text();
    if (m_person->currentData().isValid())
        wanted.person = m_person->currentData().toString();
    if (m_section->currentData().isValid())
        wanted.section = Place::parse(m_section->currentData().toString()).value_or(Place());
    wanted.movesOnly = m_moves->isChecked();
    const qint64 last = m_last; // what is chosen stays chosen while it is found
    m_model.setFilter(wanted);
    const QModelIndex same = m_model.indexOf(last);
    m_view->setCurrentIndex(same.isValid() ? same : m_model.first());
    m_view->scrollTo(m_view->currentIndex());
    for (QComboBox *choice : {m_person, m_section})
        literal::setToolTip(choice, choice->currentText());
    showFound();
    noteChosen();
}

void HistoryList::showFound()
{
    const bool isAny = m_model.found() > 0;
    const bool isFiltered = m_model.size() > m_model.found();
    m_lists->setCurrentIndex(isAny ? Rows : Nothing);
    m_all->setVisible(!isAny && isFiltered);
    const QString words = m_search->text().trimmed();
    m_nothing->setText(!m_reason.isEmpty() ? m_reason
            : m_model.size() == 0
            ? tr("Nothing was edited yet. Every edit will stand here, with time and name.")
            : words.isEmpty()
            ? tr("No row is like that.")
            : tr("Nowhere in the history: “%1”").arg(firstCharacters(words, kMostSearched)));
    const QDate since = m_model.since();
    m_count->setText(!isAny   ? QString()
            : isFiltered      ? tr("%1 of %2 rows").arg(m_model.found()).arg(m_model.size())
            : since.isValid() ? tr("%1 rows since %2").arg(m_model.size()).arg(dayName(since))
                              : tr("%1 rows").arg(m_model.size()));
}

QModelIndex HistoryList::chosen() const { return m_view->currentIndex(); }

void HistoryList::choose(qint64 row)
{
    {
        const QSignalBlocker search(m_search), person(m_person), section(m_section), moves(m_moves);
        m_search->clear();
        m_person->setCurrentIndex(0);
        m_section->setCurrentIndex(0);
        m_moves->setChecked(false);
    }
    m_last = row;
    filter();
}

void HistoryList::forgetChosen() { m_last = 0; }

void HistoryList::enterRows() { m_view->setFocus(); }

void HistoryList::startSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void HistoryList::noteChosen()
{
    if (const HistoryRow *row = chosenRow())
        m_last = row->id;
    Q_EMIT chosenChanged();
}

void HistoryList::showMenu(const QPoint &point)
{
    const QModelIndex under = m_view->indexAt(point);
    if (!under.isValid())
        return;
    m_view->setCurrentIndex(under);
    auto *menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuRequested(menu);
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this,
        [words = under.data(Qt::AccessibleTextRole).toString()] {
            QApplication::clipboard()->setText(words);
        });
    menu->popup(m_view->viewport()->mapToGlobal(point));
}

/// Arrow keys in the search run through what is found; Escape gives up what was searched, not the dialog.
bool HistoryList::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: QCoreApplication::sendEvent(m_view, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_view->setFocus(); return true;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            return false;
        m_search->clear();
        return true;
    default: return false;
    }
}

} // namespace nianbao
