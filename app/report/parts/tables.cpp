// SPDX-License-Identifier: MulanPSL-2.0
#include "tables.h"

#include "jsonparts.h"
#include "kept.h"
#include "taking.h"
#include "textcleaner.h"

#include <QLocale>

namespace nianbao {

namespace {

constexpr int kExactDigits = 15; // of a JSON number that every reader takes without rounding

void checkAmount(const CellSpec &cell, const Amount &value, Taking &taking)
{
    if (!value.fitsACell())
        taking.refuse({ErrorCode::OutOfRange, cell.id.toString(), value.toString()});
    if (value.isNegative() && !cell.mayBeNegative)
        taking.refuse({ErrorCode::NegativeNotAllowed, cell.id.toString(), value.toString()});
    if (value.decimals() > cell.decimals)
        taking.refuse({ErrorCode::TooManyDecimals, cell.id.toString(), value.toString()});
}

/// A number as it is spelled, or a text as a person writes figures.
std::optional<Amount> readFigure(const JsonCursor &json, const CellSpec &cell)
{
    const QString text = json.figure();
    std::optional<Amount> amount;
    if (const auto spelled = Amount::parse(text)) {
        amount = *spelled;
    } else {
        EntryPlace place = entryPlace(cell);
        place.takesNotes = false; // a note has its own key
        const auto entered = enter(text, place);
        if (entered)
            amount = entered->value;
        else if (entered.error().code == ErrorCode::NotANumber)
            json.fail(JsonWords::tr("“%1” is no figure that can stand here").arg(shortened(text)));
        else if (entered.error().code == ErrorCode::TooManyDecimals)
            json.fail(JsonWords::tr("%1 has more decimal places than can stand here").arg(shortened(text)));
        else if (entered.error().code == ErrorCode::NegativeNotAllowed)
            json.fail(JsonWords::tr("%1: a negative figure cannot stand here").arg(shortened(text)));
        else
            json.fail(entered.error().code, entered.error().detail);
    }
    if (!amount)
        return std::nullopt;
    if (amount->isNegative() && !cell.mayBeNegative)
        json.fail(JsonWords::tr("%1: a negative figure cannot stand here").arg(shortened(text)));
    else if (amount->decimals() > cell.decimals)
        json.fail(JsonWords::tr("%1 has more decimal places than can stand here").arg(shortened(text)));
    else if (!cell.isComputed() && !amount->fitsACell())
        json.fail(ErrorCode::OutOfRange, shortened(text));
    return amount;
}

void readCell(const JsonCursor &json, const CellSpec &cell, JsonIn &in)
{
    auto figure = json;
    if (json.isObject()) {
        figure = json["value"];
        if (const auto note = json["note"]; note.exists() && !note.isNull() && !note.string().isEmpty())
            in.change.steps.append(SetNote{cell.id, note.string()});
        in.noticeUnknown(json, {QStringLiteral("value"), QStringLiteral("note")});
    }
    std::optional<Amount> amount;
    if (figure.exists() && !figure.isNull())
        amount = readFigure(figure, cell);
    if (cell.isComputed())
        in.totals.append({cell.id, Declared{amount, false}});
    else if (amount)
        in.change.steps.append(SetCell{cell.id, amount});
}

QJsonValue keptOf(const std::optional<Amount> &amount)
{
    return amount ? QJsonValue(amount->toString()) : QJsonValue();
}

} // namespace

QJsonValue jsonOf(const Amount &amount, bool asText)
{
    const QString text = amount.toString();
    if (amount.decimals() == 0 && amount == Amount::fromInteger(amount.whole()))
        return amount.whole();
    // as a number only where every reader sees the same digits: 0.000001 would be spelled 1e-06
    const double number = text.toDouble();
    const bool isPlain = QString::number(number, 'g', QLocale::FloatingPointShortest) == text;
    return asText || text.size() > kExactDigits || !isPlain ? QJsonValue(text) : QJsonValue(number);
}

std::optional<Amount> Tables::value(const CellId &cell) const
{
    const auto declared = m_declared.constFind(cell);
    return declared != m_declared.constEnd() ? declared->value : computed(cell);
}

std::optional<Amount> Tables::computed(const CellId &cell) const
{
    if (const auto found = m_computed.constFind(cell); found != m_computed.constEnd())
        return *found;
    return m_cells.value(cell).value;
}

std::optional<Declared> Tables::declared(const CellId &cell) const
{
    const auto found = m_declared.constFind(cell);
    return found == m_declared.constEnd() ? std::nullopt : std::optional(*found);
}

template <typename Kind, typename Member, typename Value>
void Tables::changeTyped(Member member, const CellId &cell, const Value &value, Taking &taking)
{
    Typed &typed = m_cells[cell];
    if (typed.*member != value) {
        taking.undoWith(Kind{cell, typed.*member});
        typed.*member = value;
        taking.delta.cells.insert(cell);
    }
    if (typed == Typed{})
        m_cells.remove(cell);
}

void Tables::take(const SetCell &step, Taking &taking)
{
    const CellSpec *cell = taking.report.spec().cell(step.cell);
    if (!cell || cell->isComputed())
        return taking.refuse({cell ? ErrorCode::ComputedCell : ErrorCode::UnknownCell, step.cell.toString()});
    if (step.value)
        checkAmount(*cell, *step.value, taking);
    changeTyped<SetCell>(&Typed::value, step.cell, step.value, taking);
}

void Tables::take(const SetNote &step, Taking &taking)
{
    taking.checkSize(
        step.note.size(), bounds::kLine, note(step.cell).size(), Place::note(step.cell).toString());
    if (!taking.report.spec().cell(step.cell))
        taking.refuse({ErrorCode::UnknownCell, step.cell.toString()});
    changeTyped<SetNote>(&Typed::note, step.cell, step.note, taking);
}

void Tables::take(const SetDeclared &step, Taking &taking)
{
    constexpr int kMostCells = 1000; // of any table: no sum of cells is larger, and there is room to add
    const auto value = step.declared ? step.declared->value : std::nullopt;
    if (value && value->absolute() > Amount::fromInteger(bounds::kCount) * kMostCells)
        taking.refuse({ErrorCode::OutOfRange, step.cell.toString(), value->toString()});
    const CellSpec *cell = taking.report.spec().cell(step.cell);
    if (!cell || !cell->isComputed())
        taking.refuse({ErrorCode::UnknownCell, step.cell.toString()});
    if (taking.put<SetDeclared>(m_declared, step.cell, step.declared))
        taking.delta.cells.insert(step.cell);
}

void Tables::moveTo(const ReportSpec &form, Taking &taking)
{
    for (auto it = m_cells.keyBegin(); it != m_cells.keyEnd(); ++it) {
        if (!form.cell(*it))
            taking.refuse({ErrorCode::UnknownCell, it->toString()});
    }
    m_computed.clear();
}

void Tables::recompute(const ReportSpec &spec, Delta &delta)
{
    for (const CellId &id : spec.evaluationOrder) {
        std::optional<Amount> sum;
        for (const Term &term : spec.cell(id)->formula) {
            const auto part = computed(term.cell);
            if (!part)
                continue;
            const Amount before = sum.value_or(Amount());
            sum = term.sign > 0 ? before + *part : before - *part;
        }
        if (sum == computed(id))
            continue;
        if (sum)
            m_computed.insert(id, *sum);
        else
            m_computed.remove(id);
        delta.cells.insert(id);
    }
}

void Tables::addTexts(const ReportSpec &spec, Change &change) const
{
    for (const TableSpec &table : spec.tables) {
        for (const CellId &cell : table.cells) {
            if (const QString text = note(cell); !text.isEmpty())
                change.steps.append(SetNote{cell, text});
        }
    }
}

void Tables::read(JsonIn &in)
{
    const auto tables = in.root["tables"];
    for (const QString &tableKey : tables.keys()) {
        const auto table = tables.member(tableKey);
        if (!in.spec.table(TableId(tableKey))) {
            table.fail(JsonWords::tr("the form has no such table"));
            continue;
        }
        for (const QString &row : table.keys()) {
            for (const QString &column : table.member(row).keys()) {
                const auto json = table.member(row).member(column);
                if (const CellSpec *cell = in.spec.cell(CellId(TableId(tableKey), row, column)))
                    readCell(json, *cell, in);
                else
                    json.fail(JsonWords::tr("the form has no such cell"));
            }
            if (!in.spec.table(TableId(tableKey))->rows.contains(row))
                table.member(row).fail(JsonWords::tr("the form has no such row"));
        }
    }
}

void Tables::write(JsonOut &out) const
{
    QJsonObject tables;
    for (const TableSpec &table : out.spec.tables) {
        QJsonObject rows;
        for (const CellId &cell : table.cells) {
            const auto amount = value(cell);
            const QString text = note(cell);
            QJsonValue json = amount ? jsonOf(*amount, !text.isEmpty()) : QJsonValue();
            if (!text.isEmpty())
                json = QJsonObject{{QStringLiteral("value"), json}, {QStringLiteral("note"), text}};
            QJsonObject row = rows.value(cell.row()).toObject();
            row.insert(cell.column(), json);
            rows.insert(cell.row(), row);
        }
        tables.insert(table.id.toString(), rows);
    }
    out.root.insert(QStringLiteral("tables"), tables);
}

void clean(SetNote &step, TextCleaner &cleaner)
{
    cleaner.take(step.note, Lines::One, QStringLiteral("tables.%1.note").arg(step.cell.toString()));
}

QJsonObject toKept(const SetCell &step, KeptOut &)
{
    return {{QStringLiteral("cell"), step.cell.toString()}, {QStringLiteral("value"), keptOf(step.value)}};
}

void fromKept(SetCell &step, KeptIn &in) { step = {CellId(in.text("cell")), in.amount("value")}; }

QJsonObject toKept(const SetNote &step, KeptOut &out)
{
    QJsonObject kept = keptSplice(out.now.note(step.cell), step.note);
    kept.insert(QStringLiteral("cell"), step.cell.toString());
    return kept;
}

void fromKept(SetNote &step, KeptIn &in)
{
    step.cell = CellId(in.text("cell"));
    step.note = in.spliced(in.now.note(step.cell));
}

QJsonObject toKept(const SetDeclared &step, KeptOut &)
{
    QJsonObject kept{{QStringLiteral("cell"), step.cell.toString()}};
    if (step.declared) {
        kept.insert(QStringLiteral("value"), keptOf(step.declared->value));
        kept.insert(QStringLiteral("confirmed"), step.declared->confirmed);
    }
    return kept;
}

void fromKept(SetDeclared &step, KeptIn &in)
{
    step.cell = CellId(in.text("cell"));
    if (in.has("confirmed"))
        step.declared = Declared{in.amount("value"), in.json.value(u"confirmed").toBool()};
}

} // namespace nianbao
