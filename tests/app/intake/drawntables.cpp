// SPDX-License-Identifier: MulanPSL-2.0
#include "drawntables.h"

#include "report.h"

#include <algorithm>

namespace nianbao::test {

namespace {

/// What balances the column: received + carried in = total + carried out, by the last of them.
void balance(Report &report, const CellId &carriedOut, const CellId &received, const CellId &carriedIn,
    const CellId &total)
{
    const Amount in = report.value(received).value_or(Amount()) + report.value(carriedIn).value_or(Amount());
    const Amount rest = in - report.value(total).value_or(Amount());
    const Amount more = rest.isNegative() ? rest.absolute() : Amount();
    QList<Step> steps{SetCell{carriedOut, rest.isNegative() ? Amount() : rest}};
    steps.append(SetCell{received, report.value(received).value_or(Amount()) + more});
    const auto applied = report.apply({QString(), steps});
    Q_UNUSED(applied)
}

} // namespace

Figures drawnFigures(const ReportSpec &form, QRandomGenerator &random)
{
    Report report(findForm(form.id), form.fromYear);
    QList<Step> steps;
    for (const TableSpec &table : form.tables) {
        for (const CellId &id : table.cells) {
            const CellSpec *cell = form.cell(id);
            if (cell->isComputed())
                continue;
            const bool isZero = random.bounded(3) == 0;
            qint64 figure = isZero ? 0 : random.bounded(1, random.bounded(4) == 0 ? 900 : 30);
            Amount amount = Amount::fromInteger(cell->mayBeNegative && random.bounded(2) ? -figure : figure);
            if (cell->decimals > 0)
                amount = amount + Amount::fromMicros(random.bounded(1, 9) * 100'000);
            steps.append(SetCell{id, amount});
        }
    }
    auto applied = report.apply({QString(), steps});
    Q_ASSERT(applied);
    const TableSpec *requests = form.table(Role::Requests);
    for (const QString &column : requests->columns) {
        const auto cell = [&](Role row) { return CellId(requests->id, requests->rowOf(row), column); };
        if (!form.cell(cell(Role::Received))->isComputed())
            balance(report, cell(Role::CarriedOut), cell(Role::Received), cell(Role::CarriedIn),
                cell(Role::Total));
    }
    Figures figures;
    for (const TableSpec &table : form.tables) {
        for (const CellId &id : table.cells)
            figures.insert(id, report.value(id).value_or(Amount()).toString());
    }
    return figures;
}

ForeignGrid statutoryGrid(const TableSpec &table, const Figures &figures)
{
    ForeignGrid grid;
    grid.rows = table.gridRows;
    grid.columns = int(table.widths.size());
    for (const GridCell &cell : table.grid) {
        const QString text = cell.kind == GridCell::Kind::Figure ? figures.value(cell.cell) : cell.text;
        grid.cells.append({cell.row, cell.column, cell.rowSpan, cell.columnSpan, text, false});
    }
    std::sort(grid.cells.begin(), grid.cells.end(), [](const ForeignCell &a, const ForeignCell &b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    return grid;
}

ForeignGrid flattened(const ForeignGrid &grid)
{
    ForeignGrid flat;
    flat.rows = grid.rows;
    flat.columns = grid.columns;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const int at = grid.cellAt(row, column);
            const bool isFirst = at >= 0 && grid.cells[at].row == row && grid.cells[at].column == column;
            flat.cells.append({row, column, 1, 1, isFirst ? grid.cells[at].text : QString(), false});
        }
    }
    return flat;
}

QList<ForeignBlock> asLines(const ForeignGrid &grid)
{
    QList<ForeignBlock> lines;
    for (const ForeignCell &cell : grid.cells) {
        if (!cell.text.trimmed().isEmpty())
            lines.append(ForeignParagraph{cell.text.trimmed(), {}, 0, false, false});
    }
    return lines;
}

ForeignDocument statutoryDocument(const ReportSpec &form, const Figures &figures, bool isFlat)
{
    ForeignDocument document;
    document.kind = QStringLiteral("html");
    for (const TableSpec &table : form.tables) {
        document.blocks.append(
            ForeignParagraph{form.sectionOfTable(table.id)->heading(), {}, 1, false, false});
        const ForeignGrid grid = statutoryGrid(table, figures);
        document.blocks.append(isFlat ? flattened(grid) : grid);
    }
    return document;
}

} // namespace nianbao::test
