// SPDX-License-Identifier: MulanPSL-2.0
#include "acceptance.h"

#include "bounds.h"
#include "conversion.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kNoPlace{"“%1” (%2) has no place in this report's form and was not added.",
    "“%1”（%2）在本报告的表样中没有位置，没有加上。"};
constexpr Sentence kCountedOtherwise{
    "“%1” (%2) is counted otherwise in this report's form and was not added.",
    "“%1”（%2）与本报告表样的口径不同，没有加上。"};
constexpr Sentence kNotRead{
    "“%1” could not be read (“%2”) and was not added.", "“%1”读不懂（“%2”），没有加上。"};
constexpr Sentence kTooLarge{"“%1”: with %2 it would be more than a cell can hold; nothing was added.",
    "“%1”加上%2后超出单元格的范围，没有加上。"};
constexpr Sentence kNoteTooLong{
    "“%1”: its note has no room for “%2”; nothing was added.", "“%1”的注释放不下“%2”，没有加上。"};

/// All of it, or, where one step cannot be taken, all but that.
void applyWhatFits(Report &report, const QList<Step> &steps)
{
    if (report.apply(Change{{}, steps}))
        return;
    for (const Step &step : steps)
        (void)report.apply(Change{{}, {step}});
}

void addTypedCells(const Proposal &proposal, const Acceptance &acceptance, QList<Step> &steps)
{
    for (auto it = proposal.cells.keyBegin(); it != proposal.cells.keyEnd(); ++it) {
        const CellSpec *spec = proposal.form->cell(*it);
        const TakenCell taken = takenCell(proposal, acceptance, *it);
        if (!spec || !taken.isSaid)
            continue;
        if (taken.value && !spec->isComputed())
            steps.append(SetCell{*it, taken.value});
        if (!taken.note.isEmpty() && taken.note.size() <= bounds::kLine)
            steps.append(SetNote{*it, taken.note});
    }
}

/// Totals that the document states otherwise than they add up.
void addDeclared(
    const Proposal &proposal, const Acceptance &acceptance, const Report &report, QList<Step> &steps)
{
    for (auto it = proposal.cells.keyBegin(); it != proposal.cells.keyEnd(); ++it) {
        const CellSpec *spec = proposal.form->cell(*it);
        const TakenCell taken = takenCell(proposal, acceptance, *it);
        if (spec && spec->isComputed() && taken.isSaid && taken.value != report.computed(*it))
            steps.append(SetDeclared{*it, Declared{taken.value, false}});
    }
}

QList<Step> stepsOf(const TakenTexts &texts)
{
    QList<Step> steps;
    for (auto it = texts.facts.cbegin(); it != texts.facts.cend(); ++it)
        steps.append(SetFact{it.key(), it.value()});
    for (const auto &[section, list] : texts.sections) {
        for (int i = 0; i < list.size(); ++i)
            steps.append(InsertSubSection{section, i, list[i]});
    }
    if (!texts.pictures.isEmpty())
        steps.append(SetIllustrations{texts.pictures});
    return steps;
}

/// Puts a report that was read in the place of what an open one says.
class Replacing {
public:
    Replacing(const Report &fresh, const Report &into) : m_fresh(fresh), m_into(into), m_after(into) { }

    QList<Step> run()
    {
        addCells();
        addTotals();
        addFacts();
        addSections();
        if (!m_fresh.channels().isEmpty() && m_into.channels().isEmpty()) // a guess takes no one's place
            m_steps.append(SetChannels{m_fresh.channels()});
        return std::move(m_steps);
    }

private:
    void addCells()
    {
        for (const TableSpec &table : m_into.spec().tables) {
            for (const CellId &cell : table.cells) {
                if (m_into.spec().cell(cell)->isComputed())
                    continue;
                const auto value = m_fresh.computed(cell);
                if (value && value != m_into.computed(cell))
                    m_steps.append(SetCell{cell, value});
                if ((value || !m_fresh.note(cell).isEmpty()) && m_fresh.note(cell) != m_into.note(cell))
                    m_steps.append(SetNote{cell, m_fresh.note(cell)});
            }
        }
        applyWhatFits(m_after, m_steps);
    }

    /// A total as the document states it, where it is not what the cells add up to now.
    void addTotals()
    {
        for (const TableSpec &table : m_into.spec().tables) {
            for (const CellId &cell : table.cells) {
                const auto stated = m_fresh.value(cell);
                if (!m_into.spec().cell(cell)->isComputed() || !stated)
                    continue;
                const bool addsUp = stated == m_after.computed(cell);
                const auto declared = addsUp ? std::nullopt : std::optional(Declared{stated, false});
                if (declared != m_into.declared(cell))
                    m_steps.append(SetDeclared{cell, declared});
            }
        }
    }

    void addFacts()
    {
        for (auto it = m_fresh.facts().cbegin(); it != m_fresh.facts().cend(); ++it) {
            if (!m_into.hasFact(it.key()) || m_into.fact(it.key()) != it.value())
                m_steps.append(SetFact{it.key(), it.value()});
        }
    }

    void addSections()
    {
        QSet<SectionId> replaced;
        for (const SectionSpec &section : m_into.spec().sections) {
            const auto fresh = m_fresh.subSections(section.id);
            const auto old = m_into.subSections(section.id);
            if (fresh.isEmpty())
                continue;
            replaced.insert(section.id);
            if (fresh == old)
                continue;
            for (int i = int(old.size()) - 1; i >= 0; --i)
                m_steps.append(RemoveSubSection{section.id, i});
            for (int i = 0; i < fresh.size(); ++i)
                m_steps.append(InsertSubSection{section.id, i, fresh[i]});
        }
        QList<Illustration> pictures = m_fresh.illustrations();
        for (const Illustration &old : m_into.illustrations()) {
            if (!replaced.contains(old.place.sectionId()))
                pictures.append(old);
        }
        if (!replaced.isEmpty() && pictures != m_into.illustrations())
            m_steps.append(SetIllustrations{pictures});
    }

    const Report &m_fresh;
    const Report &m_into;
    Report m_after; // with the cells
    QList<Step> m_steps{};
};

/// A colleague's figures, cell by cell.
class Adding {
public:
    Adding(const Proposal &proposal, const Acceptance &acceptance, const Report &into, const QString &from)
        : m_proposal(proposal), m_acceptance(acceptance), m_into(into), m_from(from.simplified())
    { }

    Change run(const QList<TableId> &tables, const QString &description)
    {
        for (const TableSpec &table : m_proposal.form->tables) {
            if (!tables.contains(table.id))
                continue;
            for (const CellId &cell : table.cells)
                add(table, cell);
        }
        m_change.description = description;
        for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it)
            put(it.key(), it.value());
        return std::move(m_change);
    }
    const QList<Phrase> &notes() const { return m_notes; }

private:
    struct Sum {
        Amount value{};
        QString note{};
    };

    void add(const TableSpec &table, const CellId &cell)
    {
        const CellSpec &spec = *m_proposal.form->cell(cell);
        if (spec.isComputed())
            return;
        const ProposedCell proposed = m_proposal.cells.value(cell);
        const TakenCell taken = takenCell(m_proposal, m_acceptance, cell);
        if (proposed.state == Recognition::Unreadable && !taken.isSaid
            && !m_acceptance.without.contains(cell)) {
            m_notes.append(Phrase(kNotRead, spec.label, shortened(proposed.text)));
            return;
        }
        if (!taken.value)
            return;
        const CellId to = successor(*m_proposal.form, m_into.spec(), cell);
        const CellSpec *place = m_into.spec().cell(to);
        if (!place || place->isComputed()) {
            if (!taken.value->isZero())
                m_notes.append(Phrase(kNoPlace, spec.label, taken.value->toString()));
            return;
        }
        if (to != cell && table.role == Role::Disclosure) { // of another year's form: 本年新制作 is not 制发
            m_notes.append(Phrase(kCountedOtherwise, spec.label, taken.value->toString()));
            return;
        }
        Sum &sum = m_sums[to];
        sum.value = sum.value + *taken.value;
        if (!taken.note.isEmpty())
            sum.note += (sum.note.isEmpty() ? QString() : QStringLiteral("；")) + taken.note;
    }

    void put(const CellId &cell, const Sum &sum)
    {
        const CellSpec &spec = *m_into.spec().cell(cell);
        const Amount value = m_into.computed(cell).value_or(Amount()) + sum.value;
        if (!mayHold(spec, value)) {
            m_notes.append(Phrase(kTooLarge, spec.label, sum.value.toString()));
            return;
        }
        const QString more = sum.note.isEmpty() ? QString() : QStringLiteral("（%1）").arg(sum.note);
        const QString said
            = QStringLiteral("含 %1 %2 %3").arg(m_from, sum.value.toString(), spec.unit).trimmed() + more;
        const QString before = m_into.note(cell);
        const QString note = before.isEmpty() ? said : before + QStringLiteral("；") + said;
        if (!sum.value.isZero() && note.size() > bounds::kLine) {
            m_notes.append(Phrase(kNoteTooLong, spec.label, shortened(said)));
            return;
        }
        if (m_into.computed(cell) != value)
            m_change.steps.append(SetCell{cell, value});
        if (!sum.value.isZero())
            m_change.steps.append(SetNote{cell, note});
    }

    const Proposal &m_proposal;
    const Acceptance &m_acceptance;
    const Report &m_into;
    QString m_from;
    QMap<CellId, Sum> m_sums{}; // of several cells that are one in this form
    Change m_change{};
    QList<Phrase> m_notes{};
};

} // namespace

Report reportFrom(const Proposal &proposal, const Acceptance &acceptance, int year)
{
    Report report(proposal.form, year);
    QList<Step> steps;
    addTypedCells(proposal, acceptance, steps);
    applyWhatFits(report, steps);
    steps.clear();
    addDeclared(proposal, acceptance, report, steps);
    applyWhatFits(report, steps);
    steps = stepsOf(takenTexts(proposal, acceptance));
    if (acceptance.guesses && !proposal.channels.isEmpty()
        && !acceptance.withoutTexts.contains(Place::channels().toString()))
        steps.append(SetChannels{proposal.channels});
    applyWhatFits(report, steps);
    return report;
}

Change changeFrom(
    const Proposal &proposal, const Acceptance &acceptance, const Report &into, const QString &description)
{
    Report fresh = reportFrom(proposal, acceptance, into.year());
    if (fresh.specPointer() != into.specPointer()) {
        if (const auto moved = conversion(fresh, into.specPointer()))
            (void)fresh.apply(moved->change);
    }
    Change change{description};
    change.steps = Replacing(fresh, into).run();
    return change;
}

Change additionFrom(const Proposal &proposal, const Acceptance &acceptance, const Report &into,
    const QList<TableId> &tables, const QString &from, const QString &description, QList<Phrase> *notes)
{
    Adding adding(proposal, acceptance, into, from);
    Change change = adding.run(tables, description);
    if (notes)
        *notes = adding.notes();
    return change;
}

} // namespace nianbao
