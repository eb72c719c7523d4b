// SPDX-License-Identifier: MulanPSL-2.0
#include "idtables.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kValueColumn = 2; // behind the id
constexpr int kNoteColumn = 3;
constexpr int kLeastRows = 3;

bool isKnownId(const QString &text)
{
    constexpr qsizetype kLongestId = 80;
    if (text.size() > kLongestId || text.count(u'.') != 2)
        return false;
    const CellId id(text.trimmed());
    const auto &forms = shippedForms();
    return std::any_of(forms.begin(), forms.end(), [&](const SpecPointer &form) { return form->cell(id); });
}

/// Without the apostrophe that keeps a table program from taking it for a formula.
QString unguarded(const QString &text)
{
    const bool isGuarded = text.size() > 1 && text.front() == u'\'' && QStringView(u"=+-@").contains(text[1]);
    return isGuarded ? text.mid(1) : text;
}

} // namespace

bool readIdTable(const ForeignGrid &grid, int block, Readings &readings)
{
    QList<CellText> found;
    for (int i = 0; i < grid.cells.size(); ++i) {
        const ForeignCell &cell = grid.cells[i];
        if (!isKnownId(cell.text))
            continue;
        CellText reading;
        reading.cell = CellId(cell.text.trimmed());
        reading.isById = true;
        for (int next = i + 1; next < grid.cells.size() && grid.cells[next].row == cell.row; ++next) {
            const ForeignCell &other = grid.cells[next];
            if (other.column == cell.column + kValueColumn) {
                reading.text = unguarded(other.text);
                reading.spot = {block, next};
            } else if (other.column == cell.column + kNoteColumn) {
                reading.note = unguarded(other.text.trimmed());
            }
        }
        found.append(reading);
    }
    if (found.size() < kLeastRows)
        return false;
    readings.cells += found;
    readings.usedBlocks.insert(block);
    return true;
}

} // namespace nianbao
