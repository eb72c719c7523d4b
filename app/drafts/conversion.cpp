// SPDX-License-Identifier: MulanPSL-2.0
#include "conversion.h"

#include "livefigures.h"

#include <QMap>

#include <algorithm>

namespace nianbao {

namespace {

/// How the form takes over the older one; without a word of it: cells keep their ids.
Supersession supersession(const ReportSpec &older, const ReportSpec &form)
{
    const auto named = std::find_if(form.supersedes.begin(), form.supersedes.end(),
        [&older](const Supersession &each) { return each.form == older.id; });
    return named != form.supersedes.end() ? *named : Supersession();
}

/// Where a name of the older form leads in the new one; empty: to nothing that is there.
template <typename IsThere> CellId successorOf(const CellId &name, const Supersession &older, IsThere isThere)
{
    if (isThere(name))
        return name;
    for (const Supersession::Move &move : older.moves) {
        const CellId to = move.from.matches(name) ? move.to.filled(name) : CellId();
        if (isThere(to))
            return to;
    }
    return {};
}

/// Cell by cell into another form; what has no place there is written into a note.
class Converter {
public:
    Converter(const Report &report, const SpecPointer &form) : m_report(report), m_form(*form)
    {
        m_result.form = form;
        m_older = supersession(report.spec(), *form);
    }

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
        for (const TableSpec &table : m_report.spec().tables)
            moveNotes(table.id);
        m_result.change.steps = m_clearing;
        m_result.change.steps.append(SetForm{m_form.id});
        for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
            m_result.change.steps.append(SetCell{it.key(), it.value()});
        for (auto it = m_cellNotes.cbegin(); it != m_cellNotes.cend(); ++it)
            m_result.change.steps.append(SetNote{it.key(), it.value().join(u'；')});
        for (auto it = m_notes.cbegin(); it != m_notes.cend(); ++it) {
            const QString notes = it.value().join(u'\n');
            if (notes != m_report.fact(noteKey(it.key())))
                m_result.change.steps.append(SetFact{noteKey(it.key()), notes});
        }
        renameFigures();
        return m_result;
    }

private:
    CellId successorOf(const CellId &cell) const
    {
        return nianbao::successorOf(
            cell, m_older, [this](const CellId &name) { return m_form.cell(name) != nullptr; });
    }

    /// Of a cell or of a group of rows.
    bool isFigure(const CellId &name) const
    {
        const TableSpec *table = m_form.table(name.table());
        const QStringList rows = table ? table->rowsOf(name.row()) : QStringList();
        return !rows.isEmpty() && m_form.cell(CellId(name.table(), rows.first(), name.column()));
    }

    static QString noteKey(const TableId &table)
    {
        return QLatin1String(fact::kTableNote) + table.toString();
    }

    /// Where the notes of a table go: to the table of its name, else where its cells went, else to the first.
    TableId successorOf(const TableId &table) const
    {
        if (m_form.table(table))
            return table;
        for (const CellId &cell : m_report.spec().table(table)->cells) {
            if (const CellId to = successorOf(cell); !to.isEmpty())
                return to.table();
        }
        return m_form.tables.first().id;
    }

    /// The notes of a table, and behind them its figures that have no place.
    void moveNotes(const TableId &table)
    {
        const TableId to = successorOf(table);
        const QStringList homeless = m_homeless.value(table);
        QStringList notes = m_report.fact(noteKey(table)).split(u'\n', Qt::SkipEmptyParts);
        if (!homeless.isEmpty())
            notes.append(QStringLiteral("%1：%2。")
                             .arg(m_older.source.isEmpty() ? QStringLiteral("旧表样所载") : m_older.source,
                                 homeless.join(QStringLiteral("，"))));
        if (notes.isEmpty())
            return;
        if (to != table)
            m_clearing.append(SetFact{noteKey(table), {}}); // which the new form does not know
        m_notes[to] += notes;
    }

    /// A live figure of a text follows its cell, so that no text speaks of a cell that is gone.
    void renameFigures()
    {
        for (const SectionSpec &section : m_report.spec().sections) {
            const auto subs = m_report.subSections(section.id);
            for (int index = 0; index < subs.size(); ++index) {
                const QString text = withNewNames(subs[index].text);
                if (text != subs[index].text)
                    m_result.change.steps.append(SetText{section.id, index, text});
                const QString heading = withNewNames(subs[index].heading);
                if (heading != subs[index].heading)
                    m_result.change.steps.append(SetHeading{section.id, index, heading});
            }
        }
    }

    QString withNewNames(const QString &stored) const
    {
        return withRenamedCells(stored, [this](const CellId &name) {
            const CellId to
                = nianbao::successorOf(name, m_older, [this](const CellId &each) { return isFigure(each); });
            return to.isEmpty() ? name : to;
        });
    }

    void move(const CellId &cell)
    {
        const bool isComputed = m_report.spec().cell(cell)->isComputed();
        const auto value = isComputed ? std::optional<Amount>() : m_report.computed(cell);
        const QString note = m_report.note(cell);
        const CellId to = successorOf(cell);
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
            m_values[to] = m_values.value(to, valueHere(to)) + *value; // of several that become one, the sum
        if (hasPlace && !note.isEmpty())
            m_cellNotes[to] = m_cellNotes.value(to, notesHere(to)) + QStringList{note};
        if (value)
            m_result.moves.append({cell, hasPlace ? to : CellId(), value});
        const bool isSaid = !note.isEmpty() || (value && !value->isZero());
        if (!hasPlace && isSaid)
            m_homeless[cell.table()].append(m_report.spec().cell(cell)->label + u' '
                + (value ? value->toString() : QString())
                + (note.isEmpty() ? QString() : QStringLiteral("（%1）").arg(note)));
    }

    /// Of a cell that both forms have; 0 when it is blank or not there.
    Amount valueHere(const CellId &cell) const
    {
        return m_report.spec().cell(cell) ? m_report.computed(cell).value_or(Amount()) : Amount();
    }

    QStringList notesHere(const CellId &cell) const
    {
        const QString note = m_report.spec().cell(cell) ? m_report.note(cell) : QString();
        return note.isEmpty() ? QStringList() : QStringList{note};
    }

    /// Where the cell that it comes from says 0, it is 0 too; otherwise the clerk tells them apart.
    void addNew(const CellId &cell)
    {
        const bool moved = std::any_of(m_result.moves.begin(), m_result.moves.end(),
            [&](const Conversion::Move &move) { return move.to == cell; });
        if (m_report.spec().cell(cell) || m_form.cell(cell)->isComputed() || moved)
            return;
        const bool zero = comesFromZero(cell);
        if (zero)
            m_values.insert(cell, Amount());
        m_result.moves.append({{}, cell, zero ? std::optional(Amount()) : std::nullopt});
    }

    bool comesFromZero(const CellId &cell) const
    {
        for (const Supersession::Move &move : m_older.moves) {
            const bool isNamed = std::any_of(move.zeros.begin(), move.zeros.end(),
                [&cell](const CellPattern &zero) { return zero.matches(cell); });
            const CellId from = move.from.filled(cell);
            if (isNamed && m_report.spec().cell(from) && m_report.computed(from) == Amount())
                return true;
        }
        return false;
    }

    const Report &m_report;
    const ReportSpec &m_form;
    Conversion m_result{};
    QList<Step> m_clearing{};
    QMap<CellId, Amount> m_values{}; // of the new form
    QMap<CellId, QStringList> m_cellNotes{};
    QMap<TableId, QStringList> m_homeless{};
    QMap<TableId, QStringList> m_notes{}; // of the tables of the new form
    Supersession m_older{};
};

} // namespace

CellId successor(const ReportSpec &older, const ReportSpec &form, const CellId &cell)
{
    return successorOf(
        cell, supersession(older, form), [&form](const CellId &name) { return form.cell(name) != nullptr; });
}

Result<Conversion> conversion(const Report &report)
{
    const SpecPointer form = findForm(report.spec().successor);
    if (!form)
        return Error{ErrorCode::NoSuchPlace, report.spec().id};
    return conversion(report, form);
}

Result<Conversion> conversion(const Report &report, const SpecPointer &form)
{
    for (const SectionSpec &section : report.spec().sections) {
        if (!form->section(section.id) && !report.subSections(section.id).isEmpty())
            return Error{ErrorCode::NoSuchPlace, section.id.toString()};
    }
    return Converter(report, form).run();
}

} // namespace nianbao
