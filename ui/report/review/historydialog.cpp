// SPDX-License-Identifier: MulanPSL-2.0
#include "historydialog.h"

#include "appearance.h"
#include "changeto.h"
#include "changewords.h"
#include "clearingdialog.h"
#include "dialogs.h"
#include "entryline.h"
#include "focusedview.h"
#include "historycard.h"
#include "literal.h"
#include "pagepreview.h"
#include "permitted.h"
#include "phrase.h"
#include "placenames.h"
#include "reportplaces.h"
#include "reviewwords.h"
#include "showntext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>

#include <tuple>

namespace nianbao {

namespace {

constexpr int kRestMs = 120; // of the choice, before a state is fetched
constexpr int kDeedTab = 0;
constexpr int kPagesTab = 1;
constexpr qsizetype kMostWords = 60; // of a value in a question

enum List { Rows, Nothing };

QTextBrowser *makeText(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *text = new QTextBrowser(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessible);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(text->fontMetrics().height() * 2 / 3);
    return text;
}

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

QColor mixed(const QColor &colour, const QColor &ground, double share)
{
    const auto part = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    return {part(colour.red(), ground.red()), part(colour.green(), ground.green()),
        part(colour.blue(), ground.blue())};
}

/// Colours that follow a change of theme.
void colourBanner(QWidget &banner, const QPalette &palette)
{
    QPalette own = palette;
    const QColor ink = appearance::levelColour(palette, Level::Explain);
    own.setColor(QPalette::Window, mixed(ink, palette.color(QPalette::Base), 0.13));
    if (banner.palette() != own)
        banner.setPalette(own);
}

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

HistoryDialog::HistoryDialog(Session &session, QWidget *parent) : FittedDialog(parent, 62), m_session(session)
{
    setWindowTitle(tr("History"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    m_loading.setSingleShot(true);
    m_loading.setInterval(0);
    auto *parts = new QSplitter(inside());
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeList());
    parts->addWidget(makeState());
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
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(&m_rest, &QTimer::timeout, this, &HistoryDialog::fetch);
    connect(&m_loading, &QTimer::timeout, this, &HistoryDialog::load);
    connect(&session, &Session::changed, &m_loading, qOverload<>(&QTimer::start));
    connect(&session, &Session::permissionsChanged, this, &HistoryDialog::showActions);
    load();
    m_view->setFocus();
    resize(em * 62, em * 36); // as much as the screen gives
}

QWidget *HistoryDialog::makeList()
{
    auto *panel = new QWidget(this);
    panel->setObjectName(QStringLiteral("historyPanel"));
    const int em = fontMetrics().height();
    auto *title = appearance::titleLabel(panel);
    title->setText(tr("History"));
    title->setWordWrap(false);
    m_count = appearance::quietLabel(panel);
    m_count->setObjectName(QStringLiteral("count"));
    m_search = new OwnUndoLine(panel);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search: words, figures, places, names"));
    offerClearing(*m_search);
    m_search->installEventFilter(this);
    m_person = makeChoice(QStringLiteral("person"), tr("Only of one person"), panel);
    m_section = makeChoice(QStringLiteral("section"), tr("Only in one part"), panel);
    m_moves = new QCheckBox(tr("Only moves of the review"), panel);
    m_moves->setObjectName(QStringLiteral("moves"));

    m_view = new FocusedView<QListView>(panel);
    m_view->setObjectName(QStringLiteral("rows"));
    m_view->setAccessibleName(tr("Edits, newest first"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new HistoryCard(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumSize(em * 15, em * 7);
    auto *none = new QWidget(panel);
    m_nothing = appearance::quietLabel(none);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_all = appearance::plainButton(tr("Show all"), none);
    m_all->setObjectName(QStringLiteral("showAll"));
    auto *noneLayout = new QVBoxLayout(none);
    noneLayout->addStretch(1);
    noneLayout->addWidget(m_nothing);
    noneLayout->addWidget(m_all, 0, Qt::AlignHCenter);
    noneLayout->addStretch(2);
    m_lists = new QStackedWidget(panel);
    m_lists->addWidget(m_view);
    m_lists->addWidget(none);

    auto *mistake = appearance::quietLabel(panel);
    mistake->setText(tr("Private data pasted by mistake? It can be made to disappear from here for good."));
    m_clear = appearance::plainButton(tr("Clear from the history…"), panel);
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addSpacing(em / 2);
    head->addWidget(m_count, 1, Qt::AlignBottom);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_person, 1);
    choices->addWidget(m_section, 1);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, em / 2, 0);
    layout->setSpacing(em / 3);
    layout->addLayout(head);
    layout->addWidget(m_search);
    layout->addLayout(choices);
    layout->addWidget(m_moves);
    layout->addWidget(m_lists, 1);
    layout->addWidget(mistake);
    layout->addWidget(m_clear, 0, Qt::AlignLeft);

    connect(m_search, &QLineEdit::textChanged, this, &HistoryDialog::filter);
    connect(m_person, &QComboBox::currentIndexChanged, this, &HistoryDialog::filter);
    connect(m_section, &QComboBox::currentIndexChanged, this, &HistoryDialog::filter);
    connect(m_moves, &QCheckBox::toggled, this, &HistoryDialog::filter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryDialog::showChosen);
    connect(m_view, &QListView::activated, this, [this] { m_tabs->currentWidget()->setFocus(); });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistoryDialog::showMenu);
    connect(m_all, &QPushButton::clicked, this, [this] {
        choose(m_last);
        m_view->setFocus();
    });
    connect(m_clear, &QPushButton::clicked, this, &HistoryDialog::clear);
    return panel;
}

QWidget *HistoryDialog::makeState()
{
    auto *panel = new QWidget(this);
    const int em = fontMetrics().height();
    auto *banner = new QFrame(panel);
    banner->setObjectName(QStringLiteral("stateBanner"));
    banner->setAutoFillBackground(true);
    m_title = appearance::label({}, banner);
    m_title->setObjectName(QStringLiteral("stateTitle"));
    appearance::setTextSize(m_title, 1.05, true);
    m_title->setWordWrap(true);
    m_subtitle = appearance::quietLabel(banner);
    m_subtitle->setObjectName(QStringLiteral("stateWords"));
    auto *bannerLayout = new QVBoxLayout(banner);
    bannerLayout->setContentsMargins(em * 2 / 3, em / 2, em * 2 / 3, em / 2);
    bannerLayout->setSpacing(em / 6);
    bannerLayout->addWidget(m_title);
    bannerLayout->addWidget(m_subtitle);

    m_tabs = new QTabWidget(panel);
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->setAccessibleName(tr("The chosen row"));
    m_deed = makeText(QStringLiteral("deed"), tr("What was changed"), m_tabs);
    m_pages = new PagePreview(m_session, m_setup, m_tabs);
    m_pages->setAccessibleName(tr("Pages of the report as it was then, read-only"));
    m_noPages = appearance::quietLabel(m_tabs);
    m_noPages->setAlignment(Qt::AlignCenter);
    m_noPages->setMargin(em);
    m_pagesOrNot = new QStackedWidget(m_tabs);
    m_pagesOrNot->setObjectName(QStringLiteral("pagesThen"));
    m_pagesOrNot->addWidget(m_pages);
    m_pagesOrNot->addWidget(m_noPages);
    m_pagesOrNot->setFocusProxy(m_pages);
    m_comparison = makeText(QStringLiteral("comparison"), tr("Compared with the report now"), m_tabs);
    m_tabs->addTab(m_deed, tr("What was changed"));
    m_tabs->addTab(m_pagesOrNot, tr("The report then"));
    m_tabs->addTab(m_comparison, tr("Compared with now"));
    m_tabs->setUsesScrollButtons(false); // it asks for room for all three
    m_tabs->setMinimumHeight(em * 8);

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
    layout->addWidget(banner);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_why);
    connect(m_tabs, &QTabWidget::currentChanged, this, &HistoryDialog::showTab);
    connect(m_restorePlace, &QPushButton::clicked, this, &HistoryDialog::restorePlace);
    connect(m_restoreWhole, &QPushButton::clicked, this, &HistoryDialog::restoreWhole);
    return panel;
}

void HistoryDialog::load()
{
    m_loading.stop();
    const auto rows = m_session.history();
    m_error = rows ? QString() : describe(rows.error());
    const qint64 last = m_last;
    m_model.show(rows ? *rows : QList<HistoryRow>(), m_session.report());
    m_chosen = {};
    m_last = last;
    fillChoices();
    filter();
}

/// Who and where, as far as the history knows; what was chosen stays chosen.
void HistoryDialog::fillChoices()
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
        sections.append({said(placeName(m_session.report(), section)), section.toString()});
    fill(m_person, tr("Everyone"), people);
    fill(m_section, tr("All parts"), sections);
}

void HistoryDialog::filter()
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
    showChosen();
}

void HistoryDialog::showFound()
{
    const bool isAny = m_model.found() > 0;
    const bool isFiltered = m_model.size() > m_model.found();
    m_lists->setCurrentIndex(isAny ? Rows : Nothing);
    m_all->setVisible(!isAny && isFiltered);
    const QString words = m_search->text().trimmed();
    m_nothing->setText(!m_error.isEmpty() ? m_error
            : m_model.size() == 0
            ? tr("Nothing was edited yet. Every edit will stand here, with time and name.")
            : words.isEmpty() ? tr("No row is like that.")
                              : tr("Nowhere in the history: “%1”").arg(firstCharacters(words, kMostWords)));
    const QDate since = m_model.since();
    m_count->setText(!isAny   ? QString()
            : isFiltered      ? tr("%1 of %2 rows").arg(m_model.found()).arg(m_model.size())
            : since.isValid() ? tr("%1 rows since %2").arg(m_model.size()).arg(dayName(since))
                              : tr("%1 rows").arg(m_model.size()));
}

const HistoryRow *HistoryDialog::chosenRow() const { return m_model.rowAt(m_view->currentIndex()); }

void HistoryDialog::choose(qint64 row)
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

QString HistoryDialog::stateWords() const { return momentName(m_model.timeOf(m_view->currentIndex())); }

/// What the row itself tells; the report as it was then comes when the choice rests.
void HistoryDialog::showChosen()
{
    const HistoryRow *row = chosenRow();
    if (row && m_last != 0 && row->id != m_last)
        m_done.clear();
    if (row)
        m_last = row->id;
    if (!row || row->id != m_chosen.id)
        m_chosen = {};
    colourBanner(*m_title->parentWidget(), palette());
    if (!row) {
        m_title->setText(tr("No row is chosen"));
        m_subtitle->setText(tr("The report has not moved."));
    } else {
        m_title->setText(tr("You see the report as it was at %1, read-only").arg(stateWords()));
        const QString deed = m_view->currentIndex().data(HistoryModel::TitleRole).toString();
        m_subtitle->setText(row->who.isEmpty()
                ? tr("After: %1. The report as it is now has not moved.")
                      .arg(firstCharacters(deed, kMostWords))
                : tr("After: %1, %2. The report as it is now has not moved.")
                      .arg(firstCharacters(deed, kMostWords), firstCharacters(row->who, kMostWords)));
    }
    if (row && m_chosen.id != row->id)
        m_rest.start();
    const bool isFetched = row && m_chosen.id == row->id; // else what is shown is another state
    m_comparison->setEnabled(isFetched);
    m_pagesOrNot->setEnabled(isFetched);
    if (!row) {
        m_comparison->clear();
        m_noPages->clear();
        m_pagesOrNot->setCurrentWidget(m_noPages);
    }
    showDeed();
    showActions();
}

/// Of a move of the review also the picture that was kept with it, where the way back is not.
std::optional<Report> HistoryDialog::stateAfter(qint64 id, QString *missing) const
{
    auto state = m_session.reportAt(id);
    if (state)
        return *state;
    if (const int move = m_model.moveNumber(id); move > 0) {
        if (const auto picture = m_session.pictureAt(move); picture && *picture)
            return **picture;
    }
    if (missing)
        *missing = state.error().code == ErrorCode::NotKept
            ? tr("The report as it was after this row is not kept: an earlier version of Nianbao wrote the "
                 "row, or it has become too old. Choose a later one.")
            : describe(state.error());
    return std::nullopt;
}

void HistoryDialog::fetch()
{
    m_rest.stop();
    const HistoryRow *row = chosenRow();
    if (!row || row->id == m_chosen.id)
        return;
    m_chosen = {};
    m_chosen.id = row->id;
    m_chosen.after = stateAfter(row->id, &m_chosen.missing);
    if (m_chosen.after)
        m_chosen.before = stateAfter(m_model.before(row->id), nullptr);
    if (m_chosen.before) {
        m_chosen.placesBefore = placesOf(changeTo(*m_chosen.after, *m_chosen.before));
        m_chosen.placesAfter = placesOf(changeTo(*m_chosen.before, *m_chosen.after));
    }
    m_comparison->setEnabled(true);
    m_pagesOrNot->setEnabled(true);
    showTab();
    showDeed();
    showActions();
}

void HistoryDialog::showTab()
{
    if (m_chosen.id == 0 && chosenRow() && m_tabs->currentIndex() != kDeedTab)
        return fetch(); // which comes back here
    m_pagesOrNot->setCurrentIndex(m_chosen.after ? 0 : 1);
    m_noPages->setText(m_chosen.missing);
    if (m_tabs->currentIndex() == kPagesTab && m_chosen.after) {
        m_pages->showState(*m_chosen.after);
        const HistoryRow *row = chosenRow();
        const Place place = row && !row->changes.isEmpty() ? row->changes.first().place.whole() : Place();
        m_pages->markPlace(place);
        m_pages->showSection(place);
    } else if (m_tabs->currentIndex() > kPagesTab) {
        showComparison();
    }
}

/// What one row did: from the two states around it while these are there, else from what the row tells.
void HistoryDialog::showDeed()
{
    const HistoryRow *row = chosenRow();
    RichWords words;
    const ChangeInk ink(palette());
    if (!row) {
        words.showIn(m_deed);
        return;
    }
    const ReportChanges changes = m_chosen.before && m_chosen.after && m_chosen.id == row->id
        ? changesBetween(*m_chosen.before, *m_chosen.after)
        : ReportChanges();
    // the places have heads of their own
    if (changes.isEmpty())
        words.bold(m_view->currentIndex().data(HistoryModel::TitleRole).toString()).newLine();
    words.coloured(QStringLiteral("%1　%2　%3").arg(stateWords(), row->who, row->what), ink.quiet);
    if (!row->move.isEmpty() || m_model.moveNumber(row->id) > 0) {
        for (const TextChange &reason : m_model.excerpt(m_view->currentIndex()))
            words.newParagraph().add(reason.text);
        words.newParagraph().coloured(
            tr("A move of the review. The whole report as it was then is kept with it: see “%1”.")
                .arg(tr("The report then")),
            ink.quiet);
    }
    if (!changes.isEmpty()) {
        addChanges(words, changes, *m_chosen.before, *m_chosen.after, ink);
    } else if (row->move.isEmpty()) {
        words.newParagraph();
        addTextChanges(words, m_model.excerpt(m_view->currentIndex()), ink);
    }
    if (!row->isKept)
        words.newParagraph().coloured(tr("An earlier version of Nianbao left this row, or it has become too "
                                         "old: what stood there before "
                                         "it, and the report as it was then, are not kept."),
            ink.quiet);
    words.showIn(m_deed);
}

void HistoryDialog::showComparison()
{
    RichWords words;
    const ChangeInk ink(palette());
    if (!m_chosen.after) {
        words.coloured(m_chosen.missing, ink.quiet).showIn(m_comparison);
        return;
    }
    const Report &now = m_session.report();
    const ReportChanges changes = changesBetween(*m_chosen.after, now);
    if (changes.isEmpty()) {
        words.bold(tr("Nothing differs: the report says now what it said then."));
    } else {
        words.bold(tr("From %1 until now: %2").arg(stateWords(), changeCounts(changes))).newLine();
        ink.gone(words, tr("then"));
        words.add(QStringLiteral("　"));
        ink.come(words, tr("now"));
        words.coloured(tr("　What is not listed is the same."), ink.quiet);
        addChanges(words, changes, *m_chosen.after, now, ink);
    }
    words.showIn(m_comparison);
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
    const HistoryRow *row = chosenRow();
    const auto leads = [this](const std::optional<Report> &state, const QList<Place> &places) {
        return state && !places.isEmpty() && !places.contains(Place::report())
            && !changeTo(m_session.report(), *state, places).steps.isEmpty();
    };
    const bool isOther
        = may && m_chosen.after && !changeTo(m_session.report(), *m_chosen.after).steps.isEmpty();
    m_restoreWhole->setEnabled(isOther);
    m_restorePlace->setEnabled(may
        && (leads(m_chosen.before, m_chosen.placesBefore) || leads(m_chosen.after, m_chosen.placesAfter)));
    m_clear->setEnabled(permissions.state() != Permissions::State::ReadOnly && m_model.size() > 0);
    m_why->setText(!may         ? whyNoRestoring()
            : !m_done.isEmpty() ? m_done
            : !row              ? QString()
            : m_chosen.id == 0  ? QString()
            : !m_chosen.after   ? tr("What is not kept cannot be restored.")
            : !isOther && m_restorePlace->isEnabled()
            ? tr("The report as a whole says this now. “%1” takes back what this row alone did.")
                  .arg(m_restorePlace->text())
            : !isOther ? tr("The report says this now: there is nothing to restore.")
                       : tr("Restoring is one step; undo takes it back."));
}

/// What can be done with a row, at the row: as the buttons at the other side.
void HistoryDialog::showMenu(const QPoint &point)
{
    const QModelIndex under = m_view->indexAt(point);
    if (!under.isValid())
        return;
    m_view->setCurrentIndex(under);
    if (m_rest.isActive()) // what can be restored is known when the state is there
        fetch();
    auto *menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        connect(literal::addAction(menu, m_tabs->tabText(tab)), &QAction::triggered, this, [this, tab] {
            m_tabs->setCurrentIndex(tab);
            m_tabs->currentWidget()->setFocus();
        });
    menu->addSeparator();
    for (QPushButton *button : {m_restorePlace, m_restoreWhole, m_clear}) {
        QAction *action = literal::addAction(menu, button->text());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this,
        [words = under.data(Qt::AccessibleTextRole).toString()] {
            QApplication::clipboard()->setText(words);
        });
    menu->popup(m_view->viewport()->mapToGlobal(point));
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
    m_last = 0; // its own row, the newest
    load();
    return true;
}

void HistoryDialog::restoreWhole()
{
    if (!m_chosen.after)
        return;
    Report then = *m_chosen.after;
    std::ignore = then.apply({{}, {SetReview{m_session.report().review()}}, {}, true}); // which stays
    const ReportChanges changes = changesBetween(m_session.report(), then);
    const QString counts = changeCounts(changes);
    const QString go = tr("Restore");
    const QString answer
        = dialogs::ask(this, tr("Restore the whole report as it was at %1?").arg(stateWords()),
            sentences({counts.isEmpty() ? QString() : tr("What becomes different: %1.").arg(counts),
                tr("It is one step, and undo takes it back. Comments and the moves of the review stay as "
                   "they are.")}),
            {go});
    if (answer == go)
        restore(changeTo(m_session.report(), *m_chosen.after),
            tr("Restore the report of %1").arg(lastingName(m_model.timeOf(m_view->currentIndex()))));
}

/// As it stood before the row, or after it: a row that took something away is chosen to get it back.
void HistoryDialog::restorePlace()
{
    const Report &now = m_session.report();
    const auto changeFor = [&now](const std::optional<Report> &state, const QList<Place> &places) {
        return state && !places.isEmpty() ? changeTo(now, *state, places) : Change();
    };
    const Change older = changeFor(m_chosen.before, m_chosen.placesBefore);
    const Change newer = changeFor(m_chosen.after, m_chosen.placesAfter);
    const QString asBefore = tr("As before this edit");
    const QString asAfter = tr("As after it");
    QStringList offers;
    if (!older.steps.isEmpty())
        offers.append(asBefore);
    if (!newer.steps.isEmpty())
        offers.append(asAfter);
    if (offers.isEmpty())
        return;
    const QString places = m_chosen.placesAfter.isEmpty() ? named(m_chosen.placesBefore, *m_chosen.before)
                                                          : named(m_chosen.placesAfter, *m_chosen.after);
    const QString answer = dialogs::ask(this, tr("Restore only this: %1?").arg(places),
        tr("It becomes as it was at %1, just before that edit or just after it. What was written there since "
           "goes; everything else stays. It is one step, and undo takes it back.")
            .arg(stateWords()),
        offers);
    if (!answer.isEmpty())
        restore(answer == asBefore ? older : newer,
            tr("Restore %1 of %2").arg(places, lastingName(m_model.timeOf(m_view->currentIndex()))));
}

void HistoryDialog::clear()
{
    const HistoryRow *row = chosenRow();
    const bool hasContent = row && row->move.isEmpty() && !row->changes.isEmpty();
    const QModelIndex index = m_view->currentIndex();
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
    m_last = 0; // its own row, the newest
    load();
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

/// Arrow keys in the search run through what is found; Escape gives up what was searched, not the dialog.
bool HistoryDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_search || event->type() != QEvent::KeyPress)
        return FittedDialog::eventFilter(object, event);
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

/// Enter in a list or a text is no answer to the dialog.
void HistoryDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        FittedDialog::keyPressEvent(event);
}

void HistoryDialog::changeEvent(QEvent *event)
{
    FittedDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tabs && m_restoreWhole) {
        showChosen();
        showTab();
    }
}

} // namespace nianbao
