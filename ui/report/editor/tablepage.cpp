// SPDX-License-Identifier: MulanPSL-2.0
#include "tablepage.h"

#include "appearance.h"
#include "balances.h"
#include "elidedlabel.h"
#include "entryline.h"
#include "errorwords.h"
#include "flowlayout.h"
#include "gridview.h"
#include "literal.h"
#include "permitted.h"
#include "proposals.h"
#include "richwords.h"
#include "tablemodel.h"

#include <QAbstractButton>
#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

namespace {

/// Words and a mark, without the figures' run breaking at a line's end.
QString unbroken(QString words) { return words.replace(u' ', QChar::Nbsp); }

} // namespace

TablePage::TablePage(Session &session, const TableId &table, QWidget *parent)
    : EditorPage(session, parent), m_model(new TableModel(session, table, this)), m_grid(new GridView(this))
{
    m_grid->setObjectName(QStringLiteral("grid"));
    m_grid->setAccessibleName(session.report().spec().sectionOfTable(table)->title);
    m_balances = appearance::label({}, this);
    m_balances->setObjectName(QStringLiteral("balances"));
    m_balances->setWordWrap(true);
    m_guidance = appearance::quietLabel(this);
    m_guidance->setObjectName(QStringLiteral("guidance"));
    m_guidanceLine = new ElidedLabel(this);
    m_guidanceLine->setObjectName(QStringLiteral("guidanceLine"));
    m_guidanceLine->setProperty("quiet", true);
    m_guidanceLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QLabel *label : {m_guidance, static_cast<QLabel *>(m_guidanceLine)})
        appearance::setTextSize(label, 0.9);

    const int em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em / 2, em / 4, em / 2, em / 4); // height belongs to the rows
    layout->setSpacing(em / 5);
    layout->addWidget(makeHead());
    layout->addWidget(m_grid, 1);
    layout->addWidget(makeDeclaredBar());
    layout->addWidget(m_balances);
    layout->addWidget(m_guidance);
    layout->addWidget(m_guidanceLine);
    layout->addWidget(makeNotes());
    layout->addStretch();
    makeMenu();
    setFocusProxy(m_grid);

    connect(m_grid, &GridView::currentMoved, this, &TablePage::showCell);
    connect(m_grid, &GridView::currentMoved, this, &EditorPage::placeChanged);
    connect(m_grid, &GridView::notice, this, &EditorPage::notice);
    connect(
        m_model, &GridModel::refused, this, [this](const Error &error) { Q_EMIT notice(describe(error)); });
    connect(&session, &Session::changed, this, &TablePage::refresh);
    m_grid->setGrid(m_model);
    connect(&session, &Session::permissionsChanged, this, &TablePage::showPermitted);
    appearance::onNewColours(this, [this] { showBalances(); });
    refresh();
}

const TableSpec &TablePage::table() const { return m_model->table(); }

QString TablePage::noteKey() const { return QLatin1String(fact::kTableNote) + table().id.toString(); }

CellId TablePage::currentCell() const { return m_model->cellAt(m_grid->currentIndex()); }

Place TablePage::entry() const
{
    return Place::section(session().report().spec().sectionOfTable(table().id)->id);
}

Place TablePage::currentPlace() const
{
    const CellId cell = currentCell();
    return cell.isEmpty() ? entry() : Place::cell(cell);
}

QWidget *TablePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = appearance::titleLabel(head);
    title->setText(session().report().spec().sectionOfTable(table().id)->heading());
    m_legend = new ElidedLabel(head);
    m_legend->setObjectName(QStringLiteral("priorLegend"));
    m_legend->setProperty("quiet", true);
    appearance::setTextSize(m_legend, 0.9);
    m_intro = new ElidedLabel(head);
    m_intro->setProperty("quiet", true);
    m_intro->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const QString &guidance = table().guidance;
    const auto end = guidance.indexOf(QChar(0x3002)); // 。
    m_intro->showWords(end < 0 ? guidance : guidance.left(end + 1));
    m_howTo = appearance::linkButton(tr("How to fill"), head);
    m_howTo->setCheckable(true);
    m_howTo->setChecked(true);
    connect(m_howTo, &QToolButton::toggled, this, &TablePage::showCell);
    auto *zero = appearance::linkButton(tr("All zero in this table"), head);
    zero->setObjectName(QStringLiteral("allZero"));
    enableWhile(session(), Permissions::Action::EditContent, zero);
    connect(zero, &QToolButton::clicked, this, &TablePage::fillWithZero);
    m_carry = appearance::linkButton(tr("Confirm the proposals from last year"), head);
    m_carry->setObjectName(QStringLiteral("bringCarried"));
    connect(m_carry, &QToolButton::clicked, this, &TablePage::bringCarriedOver);

    auto *note = appearance::linkButton(tr("Note under the table"), head);
    note->setObjectName(QStringLiteral("editTableNote"));
    connect(note, &QToolButton::clicked, this, &TablePage::editTableNote);

    m_deeds = {zero, m_carry, note};
    auto *links = new FlowLayout;
    links->addWidget(m_howTo);
    for (QAbstractButton *link : std::as_const(m_deeds))
        links->addWidget(link);
    auto *line = new QHBoxLayout;
    line->addWidget(m_intro, 1);
    line->addLayout(links);
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(m_legend, 0, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(line);
    return head;
}

QWidget *TablePage::makeDeclaredBar()
{
    m_declaredBar = new QFrame(this);
    m_declaredBar->setObjectName(QStringLiteral("declaredBar"));
    appearance::setGround(m_declaredBar, Colour::ErrorGround);
    m_declaredWords = appearance::label({}, m_declaredBar);
    m_declaredWords->setWordWrap(true);
    auto *take = appearance::linkButton(tr("Take the computed total"), m_declaredBar);
    take->setObjectName(QStringLiteral("takeComputed"));
    m_keepDeclared = appearance::linkButton(tr("Keep the declared total"), m_declaredBar);
    m_keepDeclared->setObjectName(QStringLiteral("keepDeclared"));
    connect(take, &QToolButton::clicked, this, &TablePage::takeComputed);
    connect(m_keepDeclared, &QToolButton::clicked, this, &TablePage::keepDeclared);
    auto *layout = new QHBoxLayout(m_declaredBar);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_declaredWords, 1);
    layout->addWidget(take);
    layout->addWidget(m_keepDeclared);
    return m_declaredBar;
}

QWidget *TablePage::makeNotes()
{
    auto *notes = new QWidget(this);
    auto *layout = new QHBoxLayout(notes);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &name, const QString &label, QLabel *&shown, auto take) {
        auto *edit = new EntryLine(notes);
        edit->setObjectName(name);
        edit->setAccessibleName(label);
        writableWhile(session(), Permissions::Action::EditContent, edit);
        auto *text = appearance::quietLabel(notes);
        text->setWordWrap(false);
        text->setText(label);
        text->setBuddy(edit);
        layout->addWidget(text);
        layout->addWidget(edit, 1);
        shown = text;
        connect(edit, &EntryLine::entered, this, take);
        connect(edit, &EntryLine::returnPressed, m_grid, qOverload<>(&QWidget::setFocus));
        connect(edit, &EntryLine::gaveUp, &session(), &Session::giveUpUnsaved);
        connect(edit, &EntryLine::gaveUp, this, [this] {
            refresh();
            m_grid->setFocus();
        });
        return edit;
    };
    m_cellNote
        = add(QStringLiteral("cellNote"), tr("Note of this cell"), m_cellNoteLabel, &TablePage::takeCellNote);
    m_tableNote = add(
        QStringLiteral("tableNote"), tr("Note under the table"), m_tableNoteLabel, &TablePage::takeTableNote);
    return notes;
}

void TablePage::makeMenu()
{
    m_menu = new QMenu(this);
    const auto add = [this](const QString &text, const QKeySequence &keys, auto receiver, auto slot) {
        QAction *action = literal::addAction(m_menu, text);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, receiver, slot);
        return action;
    };
    add(tr("Cut"), QKeySequence::Cut, m_grid, &GridView::cut);
    add(tr("Copy"), QKeySequence::Copy, m_grid, &GridView::copy);
    add(tr("Paste"), QKeySequence::Paste, m_grid, &GridView::paste);
    add(tr("Blank"), QKeySequence::Delete, m_grid, &GridView::blank);
    m_menu->addSeparator();
    // this one the grid does not know itself
    m_grid->addAction(add(tr("Note of this cell…"), Qt::CTRL | Qt::Key_M, this, &TablePage::editCellNote));
    QAction *comment
        = add(tr("Add a comment…"), Qt::CTRL | Qt::ALT | Qt::Key_M, this, &EditorPage::commentRequested);
    m_menu->addSeparator();
    QList<QAction *> deeds;
    for (QAbstractButton *button : std::as_const(m_deeds))
        deeds.append(add(button->accessibleName(), {}, button, &QAbstractButton::click));
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_grid, &QWidget::customContextMenuRequested, this, [this, comment, deeds](QPoint place) {
        comment->setEnabled(session().permissions().may(Permissions::Action::Comment));
        for (qsizetype i = 0; i < deeds.size(); ++i)
            deeds[i]->setEnabled(m_deeds[i]->isEnabled() && m_deeds[i]->isVisibleTo(this));
        m_menu->popup(m_grid->viewport()->mapToGlobal(place));
    });
}

bool TablePage::mayFillWithZero() const
{
    return session().permissions().may(Permissions::Action::EditContent);
}

void TablePage::goTo(const Place &place)
{
    if (place.cellId().table() == table().id) {
        m_grid->goTo(m_model->indexOf(place.cellId()));
        if (place.kind() == Place::Kind::Note && place.length() > 0)
            showPassage(m_cellNote, place);
    } else if (place.factKey() == noteKey() && place.length() > 0)
        showPassage(m_tableNote, place);
    else if (place.factKey() == noteKey())
        editTableNote();
    else if (place == entry())
        m_grid->setFocus();
}

/// Words in one of the two notes, whose line is shown while they are there.
void TablePage::showPassage(EntryLine *note, const Place &words)
{
    if (!note->isVisibleTo(this))
        return;
    note->setFocus();
    note->setSelection(int(words.start()), int(words.length()));
}

// What the page shows

/// Touches no field: what is being refused just now stays in its own.
void TablePage::showPermitted()
{
    m_grid->followFlags();
    m_carry->setVisible(
        !carriedOverSteps().isEmpty() && session().permissions().may(Permissions::Action::EditContent));
    showDeclared();
}

void TablePage::refresh()
{
    showPermitted();
    if (!m_tableNote->isPending()) {
        m_tableNote->showText(session().report().fact(noteKey()));
        m_tableNote->setVisible(!m_tableNote->text().isEmpty() || m_tableNote->hasFocus());
        m_tableNoteLabel->setVisible(m_tableNote->isVisibleTo(this));
    }
    const PriorPointer &prior = session().report().prior();
    m_legend->showWords(
        prior ? tr("Small figures in the corners: %1").arg(QString::number(prior->year())) : QString());
    m_legend->setVisible(prior != nullptr);
    showBalances();
    showCell();
}

void TablePage::resizeEvent(QResizeEvent *event)
{
    EditorPage::resizeEvent(event);
    fitGuidance();
}

/// In full where all rows of the table are seen beside it; else on one line, with the rest in its tooltip:
/// rows come first.
void TablePage::fitGuidance()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    int needed = margins.top() + margins.bottom() + m_grid->leastHeight(room);
    for (int i = 0; i < layout()->count(); ++i) {
        QLayoutItem *item = layout()->itemAt(i);
        const QWidget *part = item->widget();
        if (!part || part == m_grid || part == m_guidanceLine || (part != m_guidance && part->isHidden()))
            continue;
        needed += layout()->spacing()
            + (item->hasHeightForWidth()        ? item->heightForWidth(room)
                    : part->hasHeightForWidth() ? part->heightForWidth(room)
                                                : part->sizeHint().height());
    }
    const bool isTold = m_howTo->isChecked() && !m_guidance->text().isEmpty();
    const bool isWhole = needed <= height();
    m_guidance->setVisible(isTold && isWhole);
    m_guidanceLine->setVisible(isTold && !isWhole);
}

void TablePage::showCell()
{
    const CellId cell = currentCell();
    const CellSpec *spec = session().report().spec().cell(cell);
    QString guidance = spec && !spec->guidance.isEmpty() ? spec->guidance : table().guidance;
    m_guidance->setText(guidance.replace(u'\n', u' '));
    m_guidanceLine->showWords(m_guidance->text());
    const QString note = session().report().note(cell);
    if (!m_cellNote->isPending()) {
        const bool stays = cell == m_noteCell && m_cellNote->hasFocus();
        m_noteCell = cell;
        m_cellNote->showText(note);
        m_cellNote->setVisible(!note.isEmpty() || stays);
        m_cellNoteLabel->setVisible(m_cellNote->isVisibleTo(this));
    }
    showDeclared();
    fitGuidance();
}

void TablePage::showDeclared()
{
    const Report &report = session().report();
    const CellId cell = currentCell();
    const auto declared = report.declared(cell);
    const auto computed = report.computed(cell);
    const bool differs = declared && declared->value != computed;
    m_declaredBar->setVisible(differs);
    if (!differs)
        return;
    const auto words
        = [](const std::optional<Amount> &value) { return value ? value->toString() : tr("blank"); };
    const QString label = report.spec().cell(cell)->label;
    m_declaredWords->setText(declared->confirmed
            ? tr("%1: the declared total %2 is kept; computed it is %3.")
                  .arg(label, words(declared->value), words(computed))
            : tr("%1: declared %2, computed %3.").arg(label, words(declared->value), words(computed)));
    m_declaredBar->setEnabled(session().permissions().may(Permissions::Action::EditContent));
    m_keepDeclared->setVisible(!declared->confirmed);
}

void TablePage::showBalances()
{
    const auto all = balances(session().report(), table().id);
    const auto in = [&all](Balance::State state) {
        return int(std::count_if(
            all.begin(), all.end(), [state](const Balance &balance) { return balance.state == state; }));
    };
    const QColor ok = appearance::okColour(palette());
    const QColor wrong = appearance::levelColour(palette(), Level::Error);
    const int equal = in(Balance::State::Equal);
    const int open = in(Balance::State::Open);
    RichWords words;
    const auto next
        = [&words]() -> RichWords & { return words.isEmpty() ? words : words.add(QStringLiteral("   ")); };
    for (const Balance &balance : all) {
        if (balance.state == Balance::State::Unequal)
            next()
                .coloured(appearance::levelMark(Level::Error) + u' ' + balance.each, wrong)
                .add(u' ' + unbroken(said(balance.words)) + u' ')
                .coloured(tr("difference %1").arg(balance.difference), wrong);
    }
    const bool rows = !all.isEmpty() && all.first().isOfRow;
    if (!all.isEmpty() && equal == all.size())
        next()
            .add(unbroken(said(all.last().words)) + u' ')
            .coloured(
                rows ? tr("✓ all %1 rows are equal").arg(equal) : tr("✓ all %1 columns are equal").arg(equal),
                ok);
    else if (equal > 0)
        next().coloured(
            rows ? tr("✓ equal in %n rows", nullptr, equal) : tr("✓ equal in %n columns", nullptr, equal),
            ok);
    if (open > 0)
        next().coloured(rows ? tr("○ still open in %n rows: cells are blank", nullptr, open)
                             : tr("○ still open in %n columns: cells are blank", nullptr, open),
            appearance::quiet(palette()));
    words.showIn(m_balances);
    m_balances->setVisible(!words.isEmpty());
}

// What the page does

void TablePage::fillWithZero()
{
    if (!commitOpenEditor())
        return;
    const Report &report = session().report();
    Change change{tr("All zero in %1").arg(table().name), {}, {}};
    int kept = 0;
    for (const CellId &cell : table().cells) {
        if (report.spec().cell(cell)->isComputed())
            continue;
        const auto value = report.value(cell);
        if (!value)
            change.steps.append(SetCell{cell, Amount()});
        else if (!value->isZero())
            ++kept;
    }
    const int filled = int(change.steps.size());
    if (filled == 0)
        Q_EMIT notice(tr("No cell of this table is blank; nothing was changed."));
    else if (edit(change))
        Q_EMIT notice(kept == 0 ? tr("%n blank cells were set to 0.", nullptr, filled)
                                : tr("%1 blank cells were set to 0; %2 cells with figures stay as they are.")
                                      .arg(filled)
                                      .arg(kept));
    m_grid->setFocus();
}

/// The cells of this table that stand as proposals.
QList<Step> TablePage::carriedOverSteps() const
{
    const auto proposed = proposals(session().report());
    QList<Step> steps;
    for (const CellId &cell : table().cells) {
        if (const auto found = proposed.constFind(cell); found != proposed.constEnd())
            steps.append(SetCell{cell, *found});
    }
    return steps;
}

void TablePage::bringCarriedOver()
{
    if (!commitOpenEditor())
        return;
    const Change change{tr("Bring carried over from last year"), carriedOverSteps(), {}};
    if (edit(change))
        Q_EMIT notice(tr("%n cells were filled from last year's report.", nullptr, int(change.steps.size())));
    m_grid->setFocus();
}

void TablePage::editCellNote()
{
    if (currentCell().isEmpty() || !commitOpenEditor())
        return;
    m_cellNote->show();
    m_cellNoteLabel->show();
    m_cellNote->setFocus();
    m_cellNote->selectAll();
}

void TablePage::editTableNote()
{
    if (!m_grid->commitOpenEditor())
        return;
    m_tableNoteLabel->show();
    m_tableNote->show();
    m_tableNote->setFocus();
}

void TablePage::takeCellNote(const QString &note)
{
    const Report &report = session().report();
    if (note != report.note(m_noteCell)
        && !edit(Change::of(
            tr("Note of %1").arg(report.spec().cell(m_noteCell)->label), SetNote{m_noteCell, note})))
        m_cellNote->refuse();
}

void TablePage::takeTableNote(const QString &note)
{
    if (note != session().report().fact(noteKey())
        && !edit(Change::of(tr("Note under %1").arg(table().name),
            SetFact{noteKey(), note.isEmpty() ? std::nullopt : std::optional(note)})))
        m_tableNote->refuse();
}

void TablePage::takeComputed()
{
    const CellId cell = currentCell();
    edit(Change::of(tr("Take the computed total of %1").arg(session().report().spec().cell(cell)->label),
        SetDeclared{cell, std::nullopt}));
    m_grid->setFocus();
}

void TablePage::keepDeclared()
{
    const CellId cell = currentCell();
    auto declared = session().report().declared(cell);
    if (!declared)
        return;
    declared->confirmed = true;
    edit(Change::of(tr("Keep the declared total of %1").arg(session().report().spec().cell(cell)->label),
        SetDeclared{cell, declared}));
    m_grid->setFocus();
}

} // namespace nianbao
