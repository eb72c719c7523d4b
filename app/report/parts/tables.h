// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "amount.h"
#include "part.h"

#include <QHash>
#include <QJsonValue>

namespace nianbao {

/// A total as the source declares it; blank is a statement too.
struct Declared {
    std::optional<Amount> value{};
    bool confirmed = false; // the user took it: the computed one no longer stands beside it
    bool operator==(const Declared &) const = default;
};

struct SetCell {
    static constexpr auto kName = "set_cell";
    CellId cell{};
    std::optional<Amount> value{};
};
struct SetNote {
    static constexpr auto kName = "set_note";
    CellId cell{};
    QString note{};
};
struct SetDeclared { // nullopt: the computed total is taken
    static constexpr auto kName = "set_declared";
    CellId cell{};
    std::optional<Declared> declared{};
};

/// As the interchange format writes it: a number, or text where a number would lose digits.
QJsonValue jsonOf(const Amount &amount, bool asText);

/// The cells of all tables: what was typed, noted and declared, and the totals that follow.
class Tables {
public:
    std::optional<Amount> value(const CellId &cell) const;
    std::optional<Amount> computed(const CellId &cell) const;
    std::optional<Declared> declared(const CellId &cell) const;
    QString note(const CellId &cell) const { return m_cells.value(cell).note; }

    void take(const SetCell &step, Taking &taking);
    void take(const SetNote &step, Taking &taking);
    void take(const SetDeclared &step, Taking &taking);
    void moveTo(
        const ReportSpec &form, Taking &taking); // all typed cells must be there; totals are computed anew
    void recompute(const ReportSpec &spec, Delta &delta);

    void addTexts(const ReportSpec &spec, Change &change) const;
    static void read(JsonIn &in);
    void write(JsonOut &out) const;
    /// Inputs only; computed cells follow from them.
    bool operator==(const Tables &o) const { return m_cells == o.m_cells && m_declared == o.m_declared; }

private:
    struct Typed {
        std::optional<Amount> value;
        QString note;
        bool operator==(const Typed &) const = default;
    };
    template <typename Kind, typename Member, typename Value>
    void changeTyped(Member member, const CellId &cell, const Value &value, Taking &taking);

    QHash<CellId, Typed> m_cells; // typed cells with a value or note; of computed cells the note only
    QHash<CellId, Declared> m_declared;
    QHash<CellId, Amount> m_computed;
};

void clean(SetNote &step, TextCleaner &cleaner);
inline void clean(SetCell &, TextCleaner &) { }
inline void clean(SetDeclared &, TextCleaner &) { }

QJsonObject toKept(const SetCell &step, KeptOut &out);
void fromKept(SetCell &step, KeptIn &in);
QJsonObject toKept(const SetNote &step, KeptOut &out);
void fromKept(SetNote &step, KeptIn &in);
QJsonObject toKept(const SetDeclared &step, KeptOut &out);
void fromKept(SetDeclared &step, KeptIn &in);

} // namespace nianbao
