// SPDX-License-Identifier: MulanPSL-2.0
#include "recognisetables.h"

#include "arithmeticdoubts.h"
#include "gridtables.h"
#include "idtables.h"
#include "linetables.h"
#include "values.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kEmptyCell{"The cell is empty.", "这一格是空的。"};
constexpr Sentence kNoSuchCell{"The document has no such row or column.", "文件里没有这一行或这一列。"};
constexpr Sentence kTwice{
    "It stands twice, once as “%1” and once as “%2”.", "出现了两次，一处是“%1”，一处是“%2”。"};
constexpr Sentence kAgain{"The row stands twice.", "这一行出现了两次。"};
constexpr Sentence kShared{"“%1” stands in one cell for several.", "“%1”写在一个格子里，占了几格的位置。"};
constexpr Sentence kRowOrder{"The rows stand in another order than in the form.", "这一行的次序与表样不同。"};
constexpr Sentence kBlankInColumn{"Another cell of the column is blank: a figure may stand in a wrong row.",
    "同一列还有空白的格子，数字可能错了行。"};
constexpr Sentence kOtherForm{"The tables mix forms; of %1, figures were left out: %2.",
    "表格混用了不同的表样，%1没有采用，其中的数字是：%2。"};
constexpr Sentence kMarks{"Cells that hold a mark such as “%2” in place of a figure are blank: %1 of them.",
    "有 %1 格写的是“%2”一类的符号，没有数字，按空白处理。"};
constexpr Sentence kMoreNotes{"%1 more remarks of this kind.", "这类说明还有 %1 条。"};

/// What of all readings is said for which cell.
class Chooser {
public:
    Chooser(Readings &readings, const IntakeHints &hints) : m_readings(readings), m_hints(hints) { }
    RecognisedTables choose();

private:
    SpecPointer bestForm() const;
    void doubtOrder();
    void doubtColumnsWithBlanks();
    void propose(const CellText &reading, ProposedCell &cell) const;
    void take(const CellText &reading);
    void noteTheRest();

    Readings &m_readings;
    const IntakeHints &m_hints;
    RecognisedTables m_result{};
};

/// The form in which most of what was read has its place; of equals the one that is asked for, then that of
/// the year, then the newest.
SpecPointer Chooser::bestForm() const
{
    SpecPointer best;
    QList<qint64> most;
    const SpecPointer ofYear = m_hints.year ? formForYear(*m_hints.year) : nullptr;
    for (const SpecPointer &form : shippedForms()) {
        qint64 fitting = 0;
        for (const CellText &reading : std::as_const(m_readings.cells))
            fitting += form->cell(reading.cell) ? 1 : 0;
        const bool isInForce = m_hints.year && form->fromYear <= *m_hints.year
            && (!form->toYear || *form->toYear >= *m_hints.year);
        const QList<qint64> merits{fitting, m_hints.form && form->id == m_hints.form->id ? 1 : 0,
            ofYear && form->id == ofYear->id ? 1 : 0, isInForce ? 1 : 0, form->successor.isEmpty() ? 1 : 0};
        if (!best || std::lexicographical_compare(most.begin(), most.end(), merits.begin(), merits.end())) {
            best = form;
            most = merits;
        }
    }
    return best;
}

/// Rows that stand before ones that they follow in the form, and those.
void Chooser::doubtOrder()
{
    for (const TableSpec &table : m_result.form->tables) {
        if (table.grid.isEmpty())
            continue;
        QHash<QString, int> rank;
        for (int i = 0; i < table.rows.size(); ++i)
            rank.insert(table.rows[i], i);
        QList<int> of; // readings of this table
        for (int i = 0; i < m_readings.cells.size(); ++i) {
            if (m_readings.cells[i].cell.table() == table.id && rank.contains(m_readings.cells[i].cell.row()))
                of.append(i);
        }
        QList<bool> isOdd(of.size(), false);
        int highest = -1;
        for (int i = 0; i < of.size(); ++i) {
            const int at = rank.value(m_readings.cells[of[i]].cell.row());
            isOdd[i] = at < highest;
            highest = std::max(highest, at);
        }
        int lowest = int(table.rows.size());
        for (int i = int(of.size()) - 1; i >= 0; --i) {
            const int at = rank.value(m_readings.cells[of[i]].cell.row());
            isOdd[i] = isOdd[i] || at > lowest;
            lowest = std::min(lowest, at);
        }
        for (int i = 0; i < of.size(); ++i) {
            CellText &reading = m_readings.cells[of[i]];
            if (isOdd[i] && reading.doubt.isEmpty() && !reading.isById)
                reading.doubt = Phrase(kRowOrder);
        }
    }
}

/// A blank above or below figures may be a figure that slipped; totals would tell. A row that is blank as a
/// whole, or says by a mark that it is, is meant so.
void Chooser::doubtColumnsWithBlanks()
{
    for (const TableSpec &table : m_result.form->tables) {
        const auto isComputed = [&](const CellId &cell) { return m_result.form->cell(cell)->isComputed(); };
        if (std::any_of(table.cells.begin(), table.cells.end(), isComputed))
            continue;
        QHash<QString, int> columnsOfRow;
        QHash<QString, QStringList> blanksOfRow;
        for (const CellId &cell : table.cells) {
            const ProposedCell read = m_result.cells.value(cell);
            ++columnsOfRow[cell.row()];
            if (read.state == Recognition::Blank && read.text.trimmed().isEmpty())
                blanksOfRow[cell.row()].append(cell.column());
        }
        QSet<QString> doubtful;
        for (auto row = blanksOfRow.cbegin(); row != blanksOfRow.cend(); ++row) {
            if (row->size() < columnsOfRow.value(row.key()) || row->size() == 1)
                doubtful.unite(QSet<QString>(row->begin(), row->end()));
        }
        for (const CellId &cell : table.cells) {
            ProposedCell &read = m_result.cells[cell];
            if (read.state == Recognition::Sure && doubtful.contains(cell.column())) {
                read.state = Recognition::Guessed;
                read.why = Phrase(kBlankInColumn);
            }
        }
    }
}

void Chooser::propose(const CellText &reading, ProposedCell &cell) const
{
    cell = readForeignValue(reading.text, *m_result.form->cell(reading.cell), reading.headUnit);
    cell.spot = reading.spot;
    if (!reading.note.isEmpty())
        cell.note = reading.note;
    if (reading.isShared && cell.state != Recognition::Blank) {
        cell.state = Recognition::Unreadable;
        cell.value.reset();
        cell.note.clear();
        cell.why = Phrase(kShared, reading.text.simplified().left(40));
    } else if (cell.state == Recognition::Sure && !reading.doubt.isEmpty()) {
        cell.state = Recognition::Guessed;
        cell.why = reading.doubt;
    } else if (cell.state == Recognition::Blank && cell.why.isEmpty()) {
        cell.why = reading.doubt.isEmpty() ? Phrase(kEmptyCell) : reading.doubt;
    }
}

void Chooser::take(const CellText &reading)
{
    ProposedCell cell;
    propose(reading, cell);
    const auto before = m_result.cells.find(reading.cell);
    if (before == m_result.cells.end()) {
        m_result.cells.insert(reading.cell, cell);
        return;
    }
    // twice: the same, or the one that says something, but never without a doubt
    const bool isSame = before->value == cell.value && before->state != Recognition::Unreadable
        && cell.state != Recognition::Unreadable;
    if (isSame && before->value) {
        if (reading.isById || before->state == Recognition::Guessed) {
            if (reading.isById) { // what is told by its id confirms what was read
                cell.spot = before->spot;
                *before = cell;
            }
            return;
        }
        before->state = Recognition::Guessed;
        before->why = Phrase(kAgain);
        return;
    }
    if (isSame)
        return;
    const Phrase why(kTwice, before->text.simplified().left(40), cell.text.simplified().left(40));
    if (!before->value && cell.value)
        *before = cell;
    if (before->value)
        before->state = Recognition::Guessed;
    before->why = why;
    m_result.notes.append(Phrase(m_result.form->cell(reading.cell)->label + QStringLiteral(": ")) += why);
}

void Chooser::noteTheRest()
{
    QMap<QString, QStringList> others; // row → figures
    for (const CellText &reading : std::as_const(m_readings.cells)) {
        if (!m_result.form->cell(reading.cell) && !reading.text.trimmed().isEmpty())
            others[reading.cell.table().toString() + u'.' + reading.cell.row()].append(
                reading.text.simplified());
    }
    for (auto row = others.cbegin(); row != others.cend(); ++row) {
        QString label = row.key();
        for (const SpecPointer &form : shippedForms()) {
            const TableSpec *table = form->table(TableId(row.key().section(u'.', 0, 0)));
            if (table && table->rows.contains(row.key().section(u'.', 1)))
                label = table->rowLabels.value(row.key().section(u'.', 1)).label;
        }
        m_result.notes.append(Phrase(kOtherForm, label, row->mid(0, 15).join(QStringLiteral("、"))));
    }
    int marks = 0;
    QString mark;
    for (const ProposedCell &cell : std::as_const(m_result.cells)) {
        if (cell.state == Recognition::Blank && !cell.text.trimmed().isEmpty()) {
            ++marks;
            mark = cell.text.trimmed();
        }
    }
    if (marks > 0)
        m_result.notes.append(Phrase(kMarks, qint64(marks), mark));
    if (m_readings.leftOut > 0)
        m_result.notes.append(Phrase(kMoreNotes, qint64(m_readings.leftOut)));
}

RecognisedTables Chooser::choose()
{
    m_result.notes = m_readings.notes;
    m_result.usedBlocks = m_readings.usedBlocks;
    m_result.any = !m_readings.cells.isEmpty();
    if (!m_result.any)
        return m_result;
    m_result.form = bestForm();
    doubtOrder();
    for (const CellText &reading : std::as_const(m_readings.cells)) {
        if (m_result.form->cell(reading.cell))
            take(reading);
    }
    for (auto spec = m_result.form->cellSpecs.cbegin(); spec != m_result.form->cellSpecs.cend(); ++spec) {
        if (m_result.cells.contains(spec.key()))
            continue;
        ProposedCell absent;
        absent.why = Phrase(kNoSuchCell);
        m_result.cells.insert(spec.key(), absent);
    }
    const QMap<CellId, ProposedCell> before = m_result.cells;
    doubtColumnsWithBlanks();
    doubtSumsThatDoNotFit(*m_result.form, m_result.cells);
    for (const CellText &reading : std::as_const(m_readings.cells)) { // an id is never misread
        if (reading.isById && m_result.cells.contains(reading.cell))
            m_result.cells[reading.cell] = before.value(reading.cell);
    }
    noteTheRest();
    return m_result;
}

/// 该部分以表格形式报告。表格如下: what the form says to those who fill it in, left over a table.
void useInstructions(const ForeignDocument &document, Readings &readings)
{
    constexpr qsizetype kLongestInstruction = 60;
    for (int i = 0; i + 1 < document.blocks.size(); ++i) {
        const auto *paragraph = std::get_if<ForeignParagraph>(&document.blocks[i]);
        if (!paragraph || !readings.usedBlocks.contains(i + 1)
            || paragraph->text.size() > kLongestInstruction)
            continue;
        const QString plain = paragraph->text.simplified();
        const bool isInstruction = plain.contains(QStringLiteral("表格形式"))
            || plain.contains(QStringLiteral("表格如下")) || plain.contains(QStringLiteral("表格为"));
        if (isInstruction)
            readings.usedBlocks.insert(i);
    }
}

} // namespace

RecognisedTables recogniseTables(const ForeignDocument &document, const IntakeHints &hints)
{
    const FormLabels labels;
    Readings readings;
    GridTables grids(labels, readings);
    for (int i = 0; i < document.blocks.size(); ++i) {
        const auto *grid = std::get_if<ForeignGrid>(&document.blocks[i]);
        if (grid && !readIdTable(*grid, i, readings))
            grids.read(*grid, i);
    }
    grids.end();
    readLineTables(labels, document, readings);
    useInstructions(document, readings);
    return Chooser(readings, hints).choose();
}

} // namespace nianbao
