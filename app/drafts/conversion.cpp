// SPDX-License-Identifier: MulanPSL-2.0
#include "conversion.h"

#include <algorithm>

namespace nianbao {

namespace {

/// Where a cell of an older form goes. 2019 → 2021: what was newly made was issued; what is public in all is
/// not what is in force, and other columns have no place either. The one row of other outcomes becomes its
/// last.
CellId successorOf(const CellId &cell, const ReportSpec &form)
{
    const QString row = cell.row();
    const QString column = cell.column();
    if (form.cell(cell))
        return cell;
    if (cell.table().toString() == u"requests" && row == u"other")
        return CellId(cell.table(), QStringLiteral("other_misc"), column);
    if (cell.table().toString() == u"disclosure" && column == u"made")
        return CellId(cell.table(), row, QStringLiteral("issued"));
    return {};
}

/// Cell by cell into another form; what has no place there is written into a note.
class Converter {
public:
    Converter(const Report &report, const ReportSpec &form) : m_report(report), m_form(form) { }

    Conversion run()
    {
        for (const TableSpec &table : m_report.spec().tables) {
            for (const CellId &cell : table.cells)
                move(cell);
        }
        for (const TableSpec &table : m_form.tables) {
            for (const CellId &cell : table.cells)
                addNew(cell);
        }
        m_result.change.steps = m_clearing;
        m_result.change.steps.append(SetForm{m_form.id});
        m_result.change.steps += m_filling;
        for (auto it = m_homeless.cbegin(); it != m_homeless.cend(); ++it)
            addNote(it.key(), it.value());
        return m_result;
    }

private:
    void move(const CellId &cell)
    {
        const bool isComputed = m_report.spec().cell(cell)->isComputed();
        const auto value = isComputed ? std::optional<Amount>() : m_report.computed(cell);
        const QString note = m_report.note(cell);
        const CellId to = successorOf(cell, m_form);
        if (to == cell) {
            m_result.kept += value ? 1 : 0;
            return;
        }
        if (m_report.declared(cell))
            m_clearing.append(SetDeclared{cell, {}});
        if (!note.isEmpty())
            m_clearing.append(SetNote{cell, {}});
        if (value)
            m_clearing.append(SetCell{cell, {}});
        const bool hasPlace = !to.isEmpty() && (isComputed || !m_form.cell(to)->isComputed());
        if (hasPlace && value)
            m_filling.append(SetCell{to, value});
        if (hasPlace && !note.isEmpty())
            m_filling.append(SetNote{to, note});
        if (value)
            m_result.moves.append({cell, hasPlace ? to : CellId(), value});
        const bool isSaid = !note.isEmpty() || (value && !value->isZero());
        if (!hasPlace && isSaid)
            m_homeless[cell.table()].append(m_report.spec().cell(cell)->label + u' '
                + (value ? value->toString() : QString())
                + (note.isEmpty() ? QString() : QStringLiteral("（%1）").arg(note)));
    }

    /// Where the single row says 0, all three are 0; otherwise the clerk tells them apart.
    void addNew(const CellId &cell)
    {
        const bool moved = std::any_of(m_result.moves.begin(), m_result.moves.end(),
            [&](const Conversion::Move &move) { return move.to == cell; });
        if (m_report.spec().cell(cell) || m_form.cell(cell)->isComputed() || moved)
            return;
        const CellId single(cell.table(), QStringLiteral("other"), cell.column());
        const bool otherRow = cell.row() == u"other_not_corrected" || cell.row() == u"other_fee_unpaid";
        const bool zero = otherRow && m_report.computed(single) == Amount();
        if (zero)
            m_filling.append(SetCell{cell, Amount()});
        m_result.moves.append({{}, cell, zero ? std::optional(Amount()) : std::nullopt});
    }

    void addNote(const TableId &table, const QStringList &figures)
    {
        const QString key = QLatin1String(fact::kTableNote) + table.toString();
        QStringList notes = m_report.fact(key).split(u'\n', Qt::SkipEmptyParts);
        const QString source
            = m_report.spec().id == u"2019" ? QStringLiteral("2019年表样所载") : QStringLiteral("旧表样所载");
        notes.append(QStringLiteral("%1：%2。").arg(source, figures.join(QStringLiteral("，"))));
        m_result.change.steps.append(SetFact{key, notes.join(u'\n')});
    }

    const Report &m_report;
    const ReportSpec &m_form;
    Conversion m_result{};
    QList<Step> m_clearing{};
    QList<Step> m_filling{};
    QHash<TableId, QStringList> m_homeless{};
};

} // namespace

Result<Conversion> conversion(const Report &report)
{
    const SpecPointer form = findForm(report.spec().successor);
    if (!form)
        return Error{ErrorCode::NoSuchPlace, report.spec().id};
    return Converter(report, *form).run();
}

} // namespace nianbao
