// SPDX-License-Identifier: MulanPSL-2.0
#include "intakedialog.h"

#include "appearance.h"
#include "balances.h"
#include "doubtcard.h"
#include "elidedlabel.h"
#include "errorwords.h"
#include "fittingtabs.h"
#include "flowlayout.h"
#include "focusedview.h"
#include "gridview.h"
#include "intakefoot.h"
#include "literal.h"
#include "mappingwords.h"
#include "proposalmodel.h"
#include "proposedtexts.h"
#include "recognitionlook.h"
#include "room.h"
#include "sourceview.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>

namespace nianbao {

namespace {
constexpr std::array kStates{Recognition::Sure, Recognition::Guessed, Recognition::Blank, Recognition::Absent,
    Recognition::Unreadable};

bool isEnter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }
} // namespace

IntakeDialog::IntakeDialog(
    const ReadDocument &source, Proposal proposal, const IntakeSetting &setting, QWidget *parent)
    : WalkedAsSeen(parent)
    , m_mapping(new Mapping(std::move(proposal), this))
    , m_source(new SourceView(this))
    , m_tabs(new QTabWidget(this))
    , m_textsModel(new ProposedTexts(*m_mapping, this))
    , m_card(new DoubtCard(*m_mapping, this))
    , m_notice(appearance::label({}, this))
    , m_foot(new IntakeFoot(*m_mapping, source, setting, this))
    , m_below(new QVBoxLayout)
{
    setWindowTitle(tr("Import"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    const int em = fontMetrics().height();
    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins({});
    leftColumn->setSpacing(0);
    QLabel *leftHead = appearance::quietLabel(left);
    leftHead->setText(tr("The document"));
    leftHead->setMargin(em / 4);
    leftColumn->addWidget(leftHead);
    leftColumn->addWidget(m_source, 1);
    auto *sides = new QSplitter(this);
    sides->setObjectName(QStringLiteral("sides"));
    sides->addWidget(left);
    sides->addWidget(makeForm());
    sides->setChildrenCollapsible(false);
    sides->setStretchFactor(0, 36);
    sides->setStretchFactor(1, 64);
    sides->setSizes({36 * em, 64 * em});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 2, em / 3, em / 2, em / 2);
    column->setSpacing(em / 3);
    column->addWidget(makeHead(source));
    auto *judged = new QWidget(this);
    auto *judgedColumn = new QVBoxLayout(judged);
    judgedColumn->setContentsMargins({});
    judgedColumn->setSpacing(em / 3);
    judgedColumn->addWidget(sides, 1);
    judgedColumn->addLayout(m_below);
    auto *room = new Room(this);
    room->setPage(judged);
    column->addWidget(room, 1);
    column->addWidget(m_card);
    column->addWidget(m_foot);
    m_source->showDocument(source.document);
    arrange();

    const auto key = [this](const QKeySequence &keys, int direction) {
        connect(
            new QShortcut(keys, this), &QShortcut::activated, this, [this, direction] { step(direction); });
    };
    key(Qt::Key_F8, 1);
    key(Qt::SHIFT | Qt::Key_F8, -1);
    connect(m_card, &DoubtCard::answered, this, [this] { step(1); });
    connect(m_card, &DoubtCard::nextRequested, this, &IntakeDialog::step);
    connect(m_card, &DoubtCard::typingRequested, this, [this] {
        for (const Page &page : std::as_const(m_pages)) {
            if (page.table == m_card->place().cellId().table()) {
                page.grid->setFocus();
                page.grid->edit(page.grid->currentIndex());
            }
        }
    });
    connect(m_foot, &IntakeFoot::taken, this, &IntakeDialog::take);
    connect(m_foot, &IntakeFoot::useChosen, this, &IntakeDialog::followUse);
    connect(m_foot, &IntakeFoot::calledOff, this, &QDialog::reject);
    connect(m_source, &SourceView::clicked, this, &IntakeDialog::showSourceOf);
    connect(m_mapping, &Mapping::changed, this, &IntakeDialog::showState);
    showState();
    resize(sizeHint());
    followUse();
    goTo(firstPlace());
}

QSize IntakeDialog::sizeHint() const
{
    const int em = fontMetrics().height();
    return parentWidget() ? parentWidget()->window()->size() : QSize(em * 72, em * 42);
}

/// On a low screen what is to be judged has the room: what is seldom pressed is scrolled below it.
void IntakeDialog::arrange()
{
    constexpr int kLow = 24; // heights of a line
    const int em = fontMetrics().height();
    const bool isLow = height() < kLow * em;
    if (m_isLow == isLow)
        return;
    m_isLow = isLow;
    if (isLow)
        m_below->addWidget(m_states);
    else
        static_cast<QVBoxLayout *>(m_tabs->parentWidget()->layout())->insertWidget(0, m_states);
    m_foot->lendTerms(isLow ? m_below : nullptr);
    findChild<QSplitter *>(QStringLiteral("sides"))->setMinimumHeight(isLow ? 0 : em * 14);
}

void IntakeDialog::resizeEvent(QResizeEvent *event)
{
    WalkedAsSeen::resizeEvent(event);
    arrange();
}

/// Which file, of what kind, of which year, whose, in which form.
QWidget *IntakeDialog::makeHead(const ReadDocument &source)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(fontMetrics().height());
    auto *name = new ElidedLabel(head, Qt::ElideMiddle);
    name->setObjectName(QStringLiteral("fileName"));
    appearance::setTextSize(name, 1.15, true);
    name->showWords(source.file.isEmpty() ? tr("From the clipboard") : source.file);
    auto *about = new ElidedLabel(head);
    about->setObjectName(QStringLiteral("about"));
    about->setProperty("quiet", true);
    about->showWords(mappingwords::about(source, m_mapping->proposal()));
    row->addWidget(name, 2);
    row->addWidget(about, 3);
    return head;
}

QWidget *IntakeDialog::makeForm()
{
    const int em = fontMetrics().height();
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(em / 2, 0, 0, 0);
    column->setSpacing(em / 4);
    m_states = new QWidget(right);
    auto *row = new FlowLayout(m_states, em / 3);
    for (const Recognition state : kStates) {
        auto *chip = appearance::plainButton(QString(), m_states);
        chip->setAutoDefault(false);
        chip->setStyleSheet(QStringLiteral("QPushButton { padding: 0.1em 0.7em; border-radius: 0.8em; }"));
        chip->setObjectName(QStringLiteral("count-") + toString(state));
        QPalette colours = chip->palette();
        colours.setColor(QPalette::ButtonText, recognition::colour(palette(), state));
        chip->setPalette(colours);
        connect(chip, &QPushButton::clicked, this, [this, state] { goToNext(state); });
        row->addWidget(chip);
        m_chips.append({state, chip});
    }
    m_tabs->setObjectName(QStringLiteral("parts"));
    m_tabs->setAccessibleName(tr("Parts of the document"));
    m_tabs->setDocumentMode(true);
    fittingtabs::keep(m_tabs);
    for (const TableSpec &table : m_mapping->form()->tables)
        m_tabs->addTab(makeTablePage(table), literal::caption(table.name));
    m_textsPage = makeTextsPage();
    m_tabs->addTab(m_textsPage, QString());
    m_tabs->addTab(makeNotesPage(), QString());
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    column->addWidget(m_states);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_notice);
    return right;
}

QWidget *IntakeDialog::makeTablePage(const TableSpec &table)
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, fontMetrics().height() / 4, 0, 0);
    auto *grid = new GridView(page);
    grid->setObjectName(QStringLiteral("grid-") + table.id.toString());
    grid->setAccessibleName(m_mapping->form()->sectionOfTable(table.id)->title);
    auto *model = new ProposalModel(*m_mapping, table.id, page);
    grid->setGrid(model);
    grid->installEventFilter(this);
    column->addWidget(grid, 1);
    column->addStretch();
    m_pages.append({table.id, grid, model});
    connect(grid, &GridView::currentMoved, this,
        [this, model](const QModelIndex &index) { showPlace(Place::cell(model->cellAt(index))); });
    const auto say = [this](const QString &words) {
        m_notice->setText(words);
        m_notice->setVisible(!words.isEmpty());
    };
    connect(grid, &GridView::notice, this, say);
    connect(model, &GridModel::refused, this, [say](const Error &error) { say(describe(error)); });
    connect(m_mapping, &Mapping::changed, m_notice, &QWidget::hide);
    return page;
}

QWidget *IntakeDialog::makeTextsPage()
{
    auto *page = new QSplitter(Qt::Vertical, this);
    m_texts = new FocusedView<QTableView>(page);
    m_texts->setObjectName(QStringLiteral("texts"));
    m_texts->setAccessibleName(tr("Texts of the document"));
    m_texts->setModel(m_textsModel);
    m_texts->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_texts->setSelectionMode(QAbstractItemView::SingleSelection);
    m_texts->setShowGrid(false);
    m_texts->setFrameShape(QFrame::NoFrame);
    m_texts->setWordWrap(false);
    m_texts->setMinimumHeight(fontMetrics().height() * 7); // its head and three of them
    m_texts->setTabKeyNavigation(false);
    m_texts->verticalHeader()->hide();
    m_texts->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_texts->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_texts->horizontalHeader()->setSectionResizeMode(ProposedTexts::Text, QHeaderView::Stretch);
    m_texts->horizontalHeader()->setHighlightSections(false);
    m_texts->installEventFilter(this);
    auto *whole = new QPlainTextEdit(page);
    whole->setObjectName(QStringLiteral("wholeText"));
    whole->setAccessibleName(tr("The chosen text"));
    whole->setReadOnly(true);
    whole->setMinimumHeight(fontMetrics().height() * 2);
    whole->setTabChangesFocus(true);
    page->addWidget(m_texts);
    page->addWidget(whole);
    page->setStretchFactor(0, 3);
    page->setStretchFactor(1, 2);
    connect(m_texts->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this, whole](const QModelIndex &index) {
            const Place place = m_textsModel->placeAt(index);
            whole->setPlainText(m_textsModel->wholeText(place));
            showPlace(place);
        });
    return page;
}

QWidget *IntakeDialog::makeNotesPage()
{
    auto *notes = new QTextBrowser(this);
    notes->setObjectName(QStringLiteral("notes"));
    notes->setAccessibleName(tr("What was decided while it was read"));
    notes->setFrameShape(QFrame::NoFrame);
    notes->setOpenLinks(false);
    notes->document()->setDocumentMargin(fontMetrics().height() / 2.0);
    const auto show = [this, notes] { mappingwords::notes(*m_mapping, palette()).showIn(notes); };
    connect(m_mapping, &Mapping::changed, notes, show);
    show();
    return notes;
}

// What it becomes

void IntakeDialog::take(bool guesses)
{
    for (const Page &page : std::as_const(m_pages)) {
        if (!page.grid->commitOpenEditor()) // what was refused stays, the reason stands below it
            return;
    }
    m_takesGuesses = guesses;
    accept();
}

IntakeChoice IntakeDialog::choice() const
{
    IntakeChoice result = m_foot->choice();
    result.proposal = m_mapping->settled();
    result.acceptance = m_mapping->acceptance(m_takesGuesses);
    return result;
}

/// A colleague's figures are added without a text: what is asked about, counted and shown follows.
void IntakeDialog::followUse()
{
    m_mapping->setFiguresOnly(m_foot->use() == IntakeUse::AddFigures);
    const Place place = m_card->place();
    if (m_mapping->isFiguresOnly() && place.kind() != Place::Kind::Cell)
        goTo(firstPlace());
}

// The walk

/// The first doubt, else the first figure that is filled in by most.
Place IntakeDialog::firstPlace() const
{
    const Place doubt = m_mapping->nextDoubt({}, 1);
    const QList<TableSpec> &tables = m_mapping->form()->tables;
    if (!doubt.isNowhere() || tables.isEmpty())
        return doubt;
    return Place::cell(tables[tables.size() > 1 ? 1 : 0].cells.value(0));
}

void IntakeDialog::showState()
{
    const Proposal &proposal = m_mapping->proposal();
    for (const auto &[state, chip] : std::as_const(m_chips)) {
        const int count = m_mapping->count(state);
        const QString words = tr("%1 %2 %3", "mark, word, count")
                                  .arg(recognition::mark(state), recognition::word(state))
                                  .arg(count);
        chip->setText(literal::caption(words));
        chip->setAccessibleName(words);
        chip->setEnabled(count > 0);
    }
    for (int i = 0; i < int(m_pages.size()); ++i) {
        const TableSpec *table = m_mapping->form()->table(m_pages[i].table);
        m_tabs->setTabText(i, literal::caption(mappingwords::tabWords(*table, *m_mapping)));
    }
    m_tabs->setTabVisible(m_tabs->indexOf(m_textsPage), !m_mapping->isFiguresOnly());
    int openTexts = 0;
    for (const Place &place : m_mapping->texts())
        openTexts += m_mapping->doubts().contains(place) && !m_mapping->isSettled(place) ? 1 : 0;
    const QString texts = tr("Texts %1").arg(m_mapping->texts().size());
    const int textsTab = m_tabs->indexOf(m_textsPage);
    m_tabs->setTabText(textsTab,
        literal::caption(openTexts == 0 ? texts
                                        : texts
                    + QStringLiteral("  %1 %2").arg(recognition::mark(Recognition::Guessed)).arg(openTexts)));
    const auto notes = proposal.notes.size() + m_mapping->arithmetic().size();
    const int notesTab = m_tabs->count() - 1;
    m_tabs->setTabText(notesTab, literal::caption(tr("Notes %1").arg(notes)));
    m_foot->showCounts();
}

void IntakeDialog::showPlace(const Place &place)
{
    m_card->showPlace(place);
    m_source->mark(m_mapping->spot(place));
}

void IntakeDialog::goTo(const Place &place)
{
    if (place.kind() == Place::Kind::Cell) {
        for (int i = 0; i < int(m_pages.size()); ++i) {
            if (m_pages[i].table != place.cellId().table())
                continue;
            m_tabs->setCurrentIndex(i);
            m_pages[i].grid->goTo(m_pages[i].model->indexOf(place.cellId()));
        }
    } else if (const QModelIndex row = m_textsModel->indexOf(place); row.isValid()) {
        m_tabs->setCurrentWidget(m_textsPage);
        m_texts->setCurrentIndex(row);
        m_texts->setFocus();
    }
    showPlace(place);
}

void IntakeDialog::step(int direction)
{
    const Place next = m_mapping->nextDoubt(m_card->place(), direction);
    if (!next.isNowhere())
        goTo(next);
    else
        m_foot->setFocus(); // nothing is left to answer
}

void IntakeDialog::goToNext(Recognition state)
{
    QList<Place> all;
    for (const TableSpec &table : m_mapping->form()->tables) {
        for (const CellId &id : table.cells) {
            if (m_mapping->state(Place::cell(id)) == state)
                all.append(Place::cell(id));
        }
    }
    for (const Place &place : m_mapping->texts()) {
        if (!m_mapping->isFiguresOnly() && m_mapping->state(place) == state)
            all.append(place);
    }
    if (!all.isEmpty())
        goTo(all[(all.indexOf(m_card->place()) + 1) % all.size()]);
}

/// What was made of the cell or paragraph that was clicked.
void IntakeDialog::showSourceOf(const SourceSpot &spot)
{
    const auto &cells = m_mapping->proposal().cells;
    for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
        if (cell->spot == spot)
            return goTo(Place::cell(cell.key()));
    }
    for (const ProposedText &text : m_mapping->proposal().texts) {
        if (text.spot == spot)
            return goTo(text.place);
    }
}

bool IntakeDialog::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = !(key->modifiers() & ~Qt::KeypadModifier);
    if (isPlain && isEnter(key->key()))
        return m_card->answer();
    if (isPlain && key->key() == Qt::Key_Space && !m_card->place().isNowhere()) {
        m_card->toggle();
        return true;
    }
    return QDialog::eventFilter(object, event);
}

/// Enter presses the button that has the focus; it takes nothing from anywhere else.
void IntakeDialog::keyPressEvent(QKeyEvent *event)
{
    if (!isEnter(event->key()))
        return QDialog::keyPressEvent(event);
    if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
        button->click();
    event->accept();
}

} // namespace nianbao
