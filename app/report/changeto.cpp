// SPDX-License-Identifier: MulanPSL-2.0
#include "changeto.h"

#include <algorithm>

namespace nianbao {

namespace {

bool isNarrative(const ReportSpec &spec, const SectionId &id)
{
    const SectionSpec *section = spec.section(id);
    return section && section->kind == SectionSpec::Kind::Narrative;
}

/// Which sub-section became which: for each of `to` the index in `from`, or -1. The same in everything comes
/// first, then the same heading, then the same text; what is left on both sides belongs together in its
/// order, since a person who changes both mostly rewrote one.
QList<int> matched(const QList<SubSection> &from, const QList<SubSection> &to)
{
    QList<int> match(to.size(), -1);
    QList<bool> isTaken(from.size(), false);
    const auto pair = [&](auto isSame) {
        for (int i = 0; i < int(to.size()); ++i) {
            for (int k = 0; match[i] < 0 && k < int(from.size()); ++k) {
                if (!isTaken[k] && isSame(from[k], to[i])) {
                    match[i] = k;
                    isTaken[k] = true;
                }
            }
        }
    };
    pair([](const SubSection &a, const SubSection &b) { return a == b; });
    pair([](const SubSection &a, const SubSection &b) {
        return !a.heading.isEmpty() && a.heading == b.heading;
    });
    pair([](const SubSection &a, const SubSection &b) { return !a.text.isEmpty() && a.text == b.text; });
    pair([](const SubSection &, const SubSection &) { return true; });
    return match;
}

class Restorer {
public:
    Restorer(const Report &from, const Report &to, const QList<Place> &only)
        : m_from(from), m_to(to), m_only(only), m_there(from)
    { }

    Change run()
    {
        if (m_from.spec().id != m_to.spec().id && m_only.contains(Place::report()))
            changeForm();
        tables();
        facts();
        for (const SectionSpec &section : m_to.spec().sections) {
            if (isNarrative(m_to.spec(), section.id))
                prose(section.id);
        }
        if (wants([](const Place &place) { return place.owner().kind() == Place::Kind::Illustration; }))
            illustrations();
        if (wants([](const Place &place) { return place.head() == Place::channels().head(); }))
            add(SetChannels{m_to.channels()});
        if (m_only.contains(Place::report()))
            whole();
        return m_change;
    }

private:
    template <typename Fits> bool wants(Fits fits) const
    {
        return m_only.contains(Place::report()) || std::any_of(m_only.begin(), m_only.end(), fits);
    }
    bool wants(const Place &place) const
    {
        return wants([&place](const Place &each) { return each == place; });
    }

    /// Steps that change nothing are left out: they are tried as they come.
    void add(Step step)
    {
        Change one = Change::of({}, step);
        one.restores = true;
        const auto done = m_there.apply(one);
        if (!done || !done->isEmpty()) // what is refused is refused to whoever makes the change
            m_change.steps.append(std::move(step));
    }

    /// First goes what the other form has no room for, or computes.
    void changeForm()
    {
        const ReportSpec &form = m_to.spec();
        for (const TableSpec &table : m_from.spec().tables) {
            for (const CellId &cell : table.cells) {
                const bool isComputed = m_from.spec().cell(cell)->isComputed();
                const CellSpec *there = form.cell(cell);
                if (!there)
                    add(SetNote{cell, {}});
                if (there && there->isComputed() == isComputed)
                    continue;
                if (isComputed)
                    add(SetDeclared{cell, {}});
                else
                    add(SetCell{cell, {}});
            }
            if (!form.table(table.id))
                add(SetFact{QLatin1String(fact::kTableNote) + table.id.toString(), {}});
        }
        for (const SectionSpec &section : m_from.spec().sections) {
            const auto count = isNarrative(form, section.id) ? 0 : int(m_from.subSections(section.id).size());
            for (int index = count - 1; index >= 0; --index)
                add(RemoveSubSection{section.id, index});
        }
        add(SetForm{form.id});
    }

    void tables()
    {
        for (const TableSpec &table : m_there.spec().tables) {
            for (const CellId &cell : table.cells) {
                if (!m_to.spec().cell(cell))
                    continue;
                if (wants(Place::note(cell)) && m_there.note(cell) != m_to.note(cell))
                    add(SetNote{cell, m_to.note(cell)});
                if (!wants(Place::cell(cell)))
                    continue;
                const bool isComputed = m_there.spec().cell(cell)->isComputed();
                if (isComputed && m_there.declared(cell) != m_to.declared(cell))
                    m_declared.append(SetDeclared{cell, m_to.declared(cell)});
                if (!isComputed && m_there.computed(cell) != m_to.computed(cell))
                    m_cells.append(SetCell{cell, m_to.computed(cell)});
            }
        }
        for (const Step &step : m_cells + m_declared)
            add(step);
    }

    void facts()
    {
        QStringList keys = m_there.facts().keys() + m_to.facts().keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            if (wants(Place::fact(key)))
                add(SetFact{key, m_to.hasFact(key) ? std::optional(m_to.fact(key)) : std::nullopt});
        }
    }

    void prose(const SectionId &id)
    {
        const auto from = m_there.subSections(id);
        const auto to = m_to.subSections(id);
        QList<int> match = matched(from, to); // as they stand with the steps so far
        if (wants(Place::section(id)))
            return arrange(id, to, match, int(from.size()));
        for (int index = 0; index < int(to.size()); ++index) {
            const bool wantsHeading = wants(Place::heading(id, index));
            const bool wantsText = wants(Place::subSection(id, index));
            if (match[index] < 0 && (wantsHeading || wantsText)) { // it went in the meantime
                const int there = std::min(index, int(m_there.subSections(id).size()));
                add(InsertSubSection{id, there, to[index]});
                for (int &other : match)
                    other += other >= there ? 1 : 0;
                continue;
            }
            if (match[index] >= 0 && wantsHeading)
                add(SetHeading{id, match[index], to[index].heading});
            if (match[index] >= 0 && wantsText)
                add(SetText{id, match[index], to[index].text});
        }
    }

    /// What is not wanted goes, what stays is moved to its place, what lacks comes.
    void arrange(const SectionId &id, const QList<SubSection> &to, const QList<int> &match, int count)
    {
        QList<int> order; // which of the old ones stands where
        for (int index = 0; index < count; ++index)
            order.append(index);
        for (int index = count - 1; index >= 0; --index) {
            if (!match.contains(index)) {
                add(RemoveSubSection{id, index});
                order.removeAt(index);
            }
        }
        for (int index = 0; index < int(to.size()); ++index) {
            if (match[index] < 0) {
                add(InsertSubSection{id, index, to[index]});
                order.insert(index, -1);
                continue;
            }
            const int now = int(order.indexOf(match[index]));
            if (now != index)
                add(MoveSubSection{id, now, index});
            order.move(now, index);
            add(SetHeading{id, index, to[index].heading});
            add(SetText{id, index, to[index].text});
        }
    }

    /// A picture whose bytes are lost does not come back.
    void illustrations()
    {
        QList<Illustration> there = m_to.illustrations();
        for (Illustration &each : there)
            each.lostPicture.clear();
        add(SetIllustrations{there});
    }

    void whole()
    {
        const bool isSamePrior = m_there.prior() && m_to.prior() && *m_there.prior() == *m_to.prior();
        if (!isSamePrior)
            add(SetPrior{m_to.prior()});
        const auto &reasons = m_there.explanations();
        const auto &wantedReasons = m_to.explanations();
        QStringList keys = reasons.keys() + wantedReasons.keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys))
            add(SetExplanation{
                key, wantedReasons.contains(key) ? std::optional(wantedReasons[key]) : std::nullopt});
        QList<RuleId> rules = m_there.rulesOff().keys();
        for (const RuleId &rule : m_to.rulesOff().keys()) {
            if (!rules.contains(rule))
                rules.append(rule);
        }
        for (const RuleId &rule : std::as_const(rules))
            add(SetRuleOff{
                rule, m_to.rulesOff().contains(rule) ? std::optional(m_to.rulesOff()[rule]) : std::nullopt});
    }

    const Report &m_from;
    const Report &m_to;
    const QList<Place> &m_only;
    Report m_there; // with the steps so far
    QList<Step> m_cells{};
    QList<Step> m_declared{};
    Change m_change{{}, {}, {}, true, {}};
};

struct PlaceOf {
    Place operator()(const SetCell &s) const { return Place::cell(s.cell); }
    Place operator()(const SetDeclared &s) const { return Place::cell(s.cell); }
    Place operator()(const SetNote &s) const { return Place::note(s.cell); }
    Place operator()(const SetFact &s) const { return Place::fact(s.key); }
    Place operator()(const SetHeading &s) const { return Place::heading(s.section, s.index); }
    Place operator()(const SetText &s) const { return Place::subSection(s.section, s.index); }
    Place operator()(const InsertSubSection &s) const { return Place::section(s.section); }
    Place operator()(const RemoveSubSection &s) const { return Place::section(s.section); }
    Place operator()(const MoveSubSection &s) const { return Place::section(s.section); }
    Place operator()(const SetChannels &) const { return Place::channels(); }
    Place operator()(const SetIllustrations &) const { return Place::illustration(0); }
    template <typename Whole> Place operator()(const Whole &) const { return Place::report(); }
};

} // namespace

Change changeTo(const Report &from, const Report &to, const QList<Place> &only)
{
    return Restorer(from, to, only).run();
}

QList<Place> placesOf(const Change &change)
{
    QList<Place> places;
    for (const Step &step : change.steps) {
        const Place place = std::visit(PlaceOf(), step);
        if (!places.contains(place))
            places.append(place);
    }
    return places;
}

} // namespace nianbao
