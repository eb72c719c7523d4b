// SPDX-License-Identifier: MulanPSL-2.0
#include "runningnumbers.h"

#include "intakewords.h"
#include "labels.h"

namespace nianbao {

namespace {

bool isHeadOfNumbers(const QString &text)
{
    return IntakeWords::shipped().runningNumbers.contains(normalLabel(text));
}

} // namespace

std::optional<ForeignGrid> withoutRunningNumbers(const ForeignGrid &grid)
{
    QList<qsizetype> counting; // indices of the column's cells
    bool isUnderHead = false;
    int last = 0;
    for (qsizetype i = 0; i < grid.cells.size(); ++i) {
        const ForeignCell &cell = grid.cells[i];
        if (cell.column > 0 || cell.columnSpan > 1 || cell.text.trimmed().isEmpty())
            continue;
        if (isHeadOfNumbers(cell.text)) {
            isUnderHead = true;
            last = 0;
        } else {
            const int number = cell.text.trimmed().toInt();
            if (!isUnderHead || number != last + 1)
                return std::nullopt;
            last = number;
        }
        counting.append(i);
    }
    if (!isUnderHead)
        return std::nullopt;
    ForeignGrid counted = grid;
    for (const qsizetype i : counting)
        counted.cells[i].text.clear();
    return counted;
}

} // namespace nianbao
