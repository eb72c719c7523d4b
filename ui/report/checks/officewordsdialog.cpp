// SPDX-License-Identifier: MulanPSL-2.0
#include "officewordsdialog.h"

#include "appearance.h"
#include "dialogs.h"
#include "emptywords.h"
#include "focusedview.h"
#include "literal.h"
#include "meanings.h"
#include "shownpath.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kRestMs = 150; // who pauses so long wants to see how it is read

enum Column { kMeaning, kWording, kReads, kNotReads, kColumns };

/// A narrow column does not show all of an example.
class Cell final : public QTableWidgetItem {
public:
    QVariant data(int role) const override
    {
        return role == Qt::ToolTipRole ? literal::toolTip(text()) : QTableWidgetItem::data(role);
    }
};

const Meaning *meaningOf(const QString &tag)
{
    const auto &all = meanings();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Meaning &meaning) { return meaning.tag == tag; });
    return found == all.end() ? nullptr : &*found;
}

QString meaningName(const QString &tag)
{
    const Meaning *meaning = meaningOf(tag);
    return meaning ? said(meaning->name) : tag;
}

QStringList lines(const QPlainTextEdit &edit)
{
    QStringList list;
    for (const QString &line : edit.toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            list.append(line.trimmed());
    }
    return list;
}

QStringList examples(const QPlainTextEdit &edit)
{
    QStringList list = lines(edit);
    std::transform(list.begin(), list.end(), list.begin(), withMarkedFigure);
    return list;
}

QString figureIn(const QString &example) { return example.section(u'[', 1).section(u']', 0, 0); }

/// Marked by sign and colour: how a field is judged.
void showVerdict(QLabel &label, bool isGood, const QString &sentence)
{
    QPalette coloured = label.parentWidget()->palette();
    coloured.setColor(QPalette::WindowText,
        isGood ? appearance::okColour(coloured) : appearance::levelColour(coloured, Level::Error));
    label.setPalette(coloured);
    label.setText((isGood ? QStringLiteral("✓ ") : appearance::levelMark(Level::Error) + u' ') + sentence);
}

void showHint(QLabel &label, const QString &sentence)
{
    QPalette coloured = label.parentWidget()->palette();
    coloured.setColor(QPalette::WindowText, appearance::quiet(coloured));
    label.setPalette(coloured);
    label.setText(sentence);
}

/// broken: nothing in it can be edited here.
QString faultWords(const Error &error, bool isBroken)
{
    if (error.code != ErrorCode::BadWords)
        return describe(error);
    const QString line = error.detail.section(u'\n', 0, 0);
    const QString reason = error.detail.section(u'\n', 1);
    return isBroken
        ? OfficeWordsDialog::tr(
            "The file is not in force, and nothing of it can be shown. Line %1: %2\nMend that "
            "line and open this window anew, or put the file aside.")
              .arg(line, reason)
        : OfficeWordsDialog::tr("The file as it is now is not in force. Line %1: %2").arg(line, reason);
}

/// At least as high as so many lines.
QPlainTextEdit *linesField(const char *name, int height, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(QLatin1String(name));
    edit->setTabChangesFocus(true);
    const int margins = 2 * int(edit->document()->documentMargin()) + 4 * edit->frameWidth();
    edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * height + margins);
    return edit;
}

QLabel *verdictLabel(const char *name, QWidget *parent)
{
    auto *label = appearance::label({}, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

OfficeWordsDialog::OfficeWordsDialog(QWidget *parent)
    : FittedDialog(parent, 48)
    , m_fault(verdictLabel("fault", this))
    , m_anew(appearance::plainButton(tr("Put the file aside and start anew…"), this))
    , m_tabs(new QTabWidget(this))
    , m_list(new FocusedView<QTableWidget>(0, kColumns, this))
    , m_remove(appearance::plainButton(tr("Remove"), this))
    , m_meaning(new QComboBox(this))
    , m_wording(new QLineEdit(this))
    , m_wordingSaid(verdictLabel("wordingSaid", this))
    , m_reads(linesField("reads", 2, this))
    , m_readsSaid(verdictLabel("readsSaid", this))
    , m_notReads(linesField("notReads", 2, this))
    , m_notReadsSaid(verdictLabel("notReadsSaid", this))
    , m_names(linesField("names", 8, this))
    , m_said(verdictLabel("said", this))
    , m_save(appearance::primaryButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("officeWordsDialog"));
    setWindowTitle(tr("The office's wordings"));
    QLabel *about = appearance::quietLabel(this);
    about->setText(tr(
        "What this office writes and the checks do not know yet. Below each example stands at once how it is "
        "read."));
    literal::setToolTip(about, shownPath(officeWordsPath()));
    m_anew->setObjectName(QStringLiteral("startAnew"));
    m_anew->setAutoDefault(false);
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->addTab(makeWordings(), tr("Wordings"));
    m_tabs->addTab(makeNames(), tr("Accounts and other names"));
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->addWidget(about);
    layout->addWidget(m_fault);
    layout->addWidget(m_anew, 0, Qt::AlignLeft);
    layout->addWidget(m_tabs, 1);
    this->layout()->addWidget(m_said); // in sight, wherever the contents are scrolled to
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAutoDefault(false); // Enter goes on to the next field
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    setButtons(buttons);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &OfficeWordsDialog::judge);
    connect(m_anew, &QPushButton::clicked, this, &OfficeWordsDialog::startAnew);
    connect(buttons, &QDialogButtonBox::accepted, this, &OfficeWordsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &OfficeWordsDialog::reject);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, &OfficeWordsDialog::save);
    load();
}

QWidget *OfficeWordsDialog::makeWordings()
{
    auto *page = new QWidget(this);
    m_list->setObjectName(QStringLiteral("wordings"));
    m_list->setAccessibleName(tr("The office's wordings"));
    m_list->setHorizontalHeaderLabels(
        {tr("Meaning"), tr("Wording"), tr("Must be read so"), tr("Must not be read so")});
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const Column narrow : {kMeaning, kWording}) {
        m_list->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::Interactive);
        m_list->setColumnWidth(narrow, fontMetrics().height() * 9);
    }
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->verticalHeader()->hide();
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    sayWhenEmpty(m_list, [] {
        return tr("What this office says in its own way will stand here, each wording with what it means. "
                  "“Add” begins one.");
    });
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what is left
    auto *adds = appearance::plainButton(tr("Add"), page);
    adds->setObjectName(QStringLiteral("add"));
    m_remove->setObjectName(QStringLiteral("remove"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {adds, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_form = makeForm();
    auto *column = new QGridLayout(page);
    column->addWidget(m_list, 0, 0);
    column->addLayout(row, 1, 0);
    column->addWidget(m_form, 2, 0);
    column->setRowMinimumHeight(0, m_list->minimumHeight()); // which is not counted of what is ignored
    column->setRowStretch(0, 1);
    connect(adds, &QPushButton::clicked, this, &OfficeWordsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &OfficeWordsDialog::removeChosen);
    auto *takeAway = new QShortcut(QKeySequence::Delete, m_list);
    takeAway->setContext(Qt::WidgetShortcut);
    connect(takeAway, &QShortcut::activated, this, &OfficeWordsDialog::removeChosen);
    connect(m_list, &QTableWidget::currentCellChanged, this, &OfficeWordsDialog::showChosen);
    return page;
}

QWidget *OfficeWordsDialog::makeForm()
{
    auto *fields = new QWidget(this);
    for (QPlainTextEdit *edit : {m_reads, m_notReads})
        edit->setMaximumHeight(edit->minimumHeight()); // one example is the rule
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_wording->setObjectName(QStringLiteral("wording"));
    auto *form = new QFormLayout(fields);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Meaning"), m_meaning);
    form->addRow(tr("Wording"), m_wording);
    form->addRow({}, m_wordingSaid);
    form->addRow(tr("Must be read so"), m_reads);
    form->addRow({}, m_readsSaid);
    form->addRow(tr("Must not be read so"), m_notReads);
    form->addRow({}, m_notReadsSaid);
    connect(m_meaning, &QComboBox::activated, this, &OfficeWordsDialog::chooseMeaning);
    connect(m_wording, &QLineEdit::textChanged, this, &OfficeWordsDialog::takeFields);
    connect(m_wording, &QLineEdit::returnPressed, m_reads, [this] { m_reads->setFocus(); });
    connect(m_reads, &QPlainTextEdit::textChanged, this, &OfficeWordsDialog::takeFields);
    connect(m_notReads, &QPlainTextEdit::textChanged, this, &OfficeWordsDialog::takeFields);
    return fields;
}

QWidget *OfficeWordsDialog::makeNames()
{
    auto *page = new QWidget(this);
    QLabel *label = appearance::label(
        tr("Accounts and other names of this office, one on each line. They are not taken for another body."),
        page);
    label->setWordWrap(true);
    label->setBuddy(m_names);
    m_names->setPlaceholderText(tr("For example the name of its public account"));
    m_names->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto *column = new QVBoxLayout(page);
    column->addWidget(label);
    column->addWidget(m_names, 1);
    connect(m_names, &QPlainTextEdit::textChanged, this, [this] { m_words.names = lines(*m_names); });
    return page;
}

/// What is wrong with the file is said before anything is typed.
void OfficeWordsDialog::load()
{
    const auto loaded = OfficeWords::load();
    m_isBroken = !loaded;
    m_words = loaded ? *loaded : OfficeWords();
    m_loaded = m_words;
    const std::optional<Error> fault = loaded ? loaded->fault() : loaded.error();
    m_fault->setVisible(fault.has_value());
    if (fault)
        showVerdict(*m_fault, false, faultWords(*fault, m_isBroken));
    literal::setToolTip(m_fault, shownPath(officeWordsPath())); // for whoever mends it by hand
    m_anew->setVisible(m_isBroken);
    m_tabs->setVisible(!m_isBroken);
    m_save->setEnabled(!m_isBroken);
    const QSignalBlocker quiet(m_names);
    m_names->setPlainText(m_words.names.join(u'\n'));
    if (m_words.wordings.isEmpty())
        m_words.wordings.append({meanings().first().tag, meanings().first().counts});
    m_faults.clear();
    showList();
    judge();
    choose(m_faults.isEmpty() ? 0 : int(m_faults.first().phrase));
    if (m_words.wordings.first().isBlank())
        m_wording->setFocus();
    say({});
}

int OfficeWordsDialog::chosen() const { return m_list->currentRow(); }

void OfficeWordsDialog::choose(int row)
{
    m_list->setCurrentCell(row, kMeaning);
    showChosen();
}

void OfficeWordsDialog::showList()
{
    const QSignalBlocker quiet(m_list);
    m_list->setRowCount(int(m_words.wordings.size()));
    for (int row = 0; row < m_list->rowCount(); ++row)
        showRow(row);
}

void OfficeWordsDialog::showRow(int row)
{
    const OfficeWording &wording = m_words.wordings[row];
    const bool isFaulty = faultOf(row) != nullptr;
    const QString mark = isFaulty ? appearance::levelMark(Level::Error) + u' '
        : wording.isBlank()       ? QString()
                                  : QStringLiteral("✓ ");
    const QStringList cells{mark + meaningName(wording.tag), wording.words.join(u'、'),
        wording.reads.join(u' '), wording.notReads.join(u' ')};
    for (int column = 0; column < kColumns; ++column) {
        auto *item = m_list->item(row, column);
        if (!item) {
            item = new Cell;
            m_list->setItem(row, column, item);
        }
        item->setText(cells[column]);
        item->setForeground(column == kMeaning && isFaulty
                ? QBrush(appearance::levelColour(palette(), Level::Error))
                : palette().brush(QPalette::Text));
    }
}

/// The fields are those of the chosen row.
void OfficeWordsDialog::showChosen()
{
    const int row = chosen();
    m_form->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    const OfficeWording wording = row < 0 ? OfficeWording() : m_words.wordings[row];
    const QSignalBlocker first(m_wording);
    const QSignalBlocker second(m_reads);
    const QSignalBlocker third(m_notReads);
    m_meaning->clear();
    for (const Meaning &meaning : meanings())
        m_meaning->addItem(said(meaning.name), meaning.tag);
    if (row >= 0 && !meaningOf(wording.tag)) // by hand, in the file
        m_meaning->addItem(wording.tag, wording.tag);
    m_meaning->setCurrentIndex(row < 0 ? -1 : m_meaning->findData(wording.tag));
    m_wording->setText(wording.words.join(u'、'));
    m_reads->setPlainText(wording.reads.join(u'\n'));
    m_notReads->setPlainText(wording.notReads.join(u'\n'));
    showPlaceholders();
    showJudgement();
}

void OfficeWordsDialog::showPlaceholders()
{
    const Meaning *meaning = meaningOf(m_meaning->currentData().toString());
    m_wording->setPlaceholderText(wordingFormat());
    m_reads->setPlaceholderText(meaning ? meaning->reads : QString());
    m_notReads->setPlaceholderText(meaning ? meaning->notReads : QString());
}

void OfficeWordsDialog::takeFields()
{
    if (chosen() < 0)
        return;
    static const QRegularExpression between(QStringLiteral("[\\s、，,；;]+"));
    OfficeWording &wording = m_words.wordings[chosen()];
    wording.words = m_wording->text().split(between, Qt::SkipEmptyParts);
    wording.reads = examples(*m_reads);
    wording.notReads = examples(*m_notReads);
    showRow(chosen());
    say({});
    m_rest.start();
}

void OfficeWordsDialog::chooseMeaning()
{
    if (chosen() < 0)
        return;
    OfficeWording &wording = m_words.wordings[chosen()];
    wording.tag = m_meaning->currentData().toString();
    if (const Meaning *meaning = meaningOf(wording.tag))
        wording.counts = meaning->counts;
    showPlaceholders();
    judge();
}

OfficeWords OfficeWordsDialog::entered() const
{
    OfficeWords words = m_words;
    words.wordings.removeIf([](const OfficeWording &wording) { return wording.isBlank(); });
    return words;
}

/// All together: one may need another to be read.
void OfficeWordsDialog::judge()
{
    m_rest.stop();
    QList<qsizetype> rows;
    for (qsizetype row = 0; row < m_words.wordings.size(); ++row) {
        if (!m_words.wordings[row].isBlank())
            rows.append(row);
    }
    m_faults = entered().faults();
    for (PhraseFault &fault : m_faults)
        fault.phrase = rows[fault.phrase];
    for (int row = 0; row < m_list->rowCount(); ++row)
        showRow(row);
    showJudgement();
}

const PhraseFault *OfficeWordsDialog::faultOf(int row) const
{
    const auto found = std::find_if(
        m_faults.begin(), m_faults.end(), [row](const PhraseFault &fault) { return fault.phrase == row; });
    return found == m_faults.end() ? nullptr : &*found;
}

void OfficeWordsDialog::showJudgement()
{
    const OfficeWording wording = chosen() < 0 ? OfficeWording() : m_words.wordings[chosen()];
    const PhraseFault *fault = faultOf(chosen());
    const QString where = fault ? fault->where.section(u'[', 0, 0) : QString();
    const bool isOfReads = where == u"reads";
    const bool isOfNotReads = where == u"not";
    const QString counts = said(countName(wording.counts));
    m_wordingSaid->setVisible(fault && !isOfReads && !isOfNotReads && !wording.words.isEmpty());
    if (fault && m_wordingSaid->isVisibleTo(m_form))
        showVerdict(*m_wordingSaid, false, fault->reason);
    if (wording.reads.isEmpty())
        showHint(*m_readsSaid, tr("A sentence of a report with one figure, whatever it is."));
    else if (isOfReads)
        showVerdict(*m_readsSaid, false, fault->reason);
    else if (!fault || isOfNotReads)
        showVerdict(*m_readsSaid, true, tr("Read as “%1”: %2").arg(counts, figureIn(wording.reads.first())));
    else
        showHint(*m_readsSaid, {});
    if (wording.notReads.isEmpty())
        showHint(*m_notReadsSaid,
            tr("One like it whose figure is something else, so that the wording does not go too far."));
    else if (isOfNotReads)
        showVerdict(*m_notReadsSaid, false, fault->reason);
    else if (!fault)
        showVerdict(*m_notReadsSaid, true, tr("Not read as “%1”").arg(counts));
    else
        showHint(*m_notReadsSaid, {});
}

void OfficeWordsDialog::add()
{
    const Meaning *meaning = meaningOf(m_meaning->currentData().toString());
    const Meaning &proposed = meaning ? *meaning : meanings().first();
    m_words.wordings.append({proposed.tag, proposed.counts});
    showList();
    choose(m_list->rowCount() - 1);
    m_wording->setFocus();
}

void OfficeWordsDialog::removeChosen()
{
    const int row = chosen();
    if (row < 0)
        return;
    m_words.wordings.removeAt(row);
    m_faults.clear();
    showList();
    judge();
    choose(std::min(row, m_list->rowCount() - 1));
    m_list->setFocus();
}

bool OfficeWordsDialog::isChanged() const
{
    const OfficeWords now = entered();
    return now.wordings != m_loaded.wordings || now.names != m_loaded.names;
}

bool OfficeWordsDialog::save()
{
    if (!m_save->isEnabled())
        return false;
    judge();
    if (!m_faults.isEmpty()) {
        m_tabs->setCurrentIndex(0);
        const PhraseFault fault = m_faults.first();
        choose(int(fault.phrase));
        (fault.where.startsWith(u"reads")        ? static_cast<QWidget *>(m_reads)
                : fault.where.startsWith(u"not") ? static_cast<QWidget *>(m_notReads)
                                                 : static_cast<QWidget *>(m_wording))
            ->setFocus();
        say(tr("Nothing was saved: row %1 would not be taken. %2").arg(fault.phrase + 1).arg(fault.reason));
        return false;
    }
    auto rules = entered().save();
    if (!rules) {
        say(describe(rules.error(), Doing::MakingAFile));
        return false;
    }
    m_rules = std::move(*rules);
    accept();
    return true;
}

void OfficeWordsDialog::startAnew()
{
    const QString yes = tr("Put it aside");
    if (dialogs::ask(this, tr("Put the faulty file aside?"),
            tr("It stays in its folder under another name. Its words can be copied from there."), {}, {yes})
        != yes)
        return;
    const auto aside = putOfficeWordsAside();
    load();
    if (!aside)
        say(describe(aside.error(), Doing::MakingAFile));
}

void OfficeWordsDialog::reject()
{
    if (!m_isBroken && isChanged()) {
        const QString keep = tr("Save");
        const QString leave = tr("Leave without saving");
        const QString answer = dialogs::ask(this, tr("Save the office's wordings?"),
            tr("What was entered here is not kept yet."), {keep}, {leave});
        if (answer == keep) {
            save();
            return;
        }
        if (answer != leave)
            return;
    }
    QDialog::reject();
}

void OfficeWordsDialog::say(const QString &sentence)
{
    m_said->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        showVerdict(*m_said, false, sentence);
}

} // namespace nianbao
