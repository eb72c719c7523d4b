// SPDX-License-Identifier: MulanPSL-2.0
// How a report changes: the steps, their inverses, and the totals that follow.
#include "boundscheck.h"
#include "report.h"

#include <algorithm>

namespace nianbao {

namespace {

Result<> checkAmount(const CellSpec &cell, const std::optional<Amount> &value)
{
    if (!value)
        return {};
    if (!value->fitsACell())
        return Error{ErrorCode::OutOfRange, cell.id.toString(), value->toString()};
    if (value->isNegative() && !cell.mayBeNegative)
        return Error{ErrorCode::NegativeNotAllowed, cell.id.toString(), value->toString()};
    if (value->decimals() > cell.decimals)
        return Error{ErrorCode::TooManyDecimals, cell.id.toString(), value->toString()};
    return {};
}

Error noSuchPlace(const SectionId &section, int index)
{
    return {ErrorCode::NoSuchPlace, Place::subSection(section, index).toString()};
}

bool isKnownFact(const ReportSpec &spec, const QString &key)
{
    if (key.startsWith(QLatin1String(fact::kTableNote)))
        return spec.table(TableId(key.mid(qsizetype(qstrlen(fact::kTableNote))))) != nullptr;
    return fact::allKeys().contains(key);
}

} // namespace

/// Takes one step: one function a kind. Each checks it, does it, and puts its inverse in front of the
/// delta's.
class Report::Applier {
public:
    Applier(Report &report, Delta &delta) : m_report(report), m_delta(delta) { }

    Result<> operator()(const SetCell &s)
    {
        const CellSpec *cell = m_report.m_spec->cell(s.cell);
        if (!cell)
            return Error{ErrorCode::UnknownCell, s.cell.toString()};
        if (cell->isComputed())
            return Error{ErrorCode::ComputedCell, s.cell.toString()};
        if (const auto fits = checkAmount(*cell, s.value); !fits)
            return fits;
        return changeTyped(s.cell, &Typed::value, s.value, [&](const auto &before) {
            return SetCell{s.cell, before};
        });
    }

    Result<> operator()(const SetNote &s)
    {
        if (!m_report.m_spec->cell(s.cell))
            return Error{ErrorCode::UnknownCell, s.cell.toString()};
        return changeTyped(s.cell, &Typed::note, s.note, [&](const auto &before) {
            return SetNote{s.cell, before};
        });
    }

    Result<> operator()(const SetDeclared &s)
    {
        const CellSpec *cell = m_report.m_spec->cell(s.cell);
        if (!cell || !cell->isComputed())
            return Error{ErrorCode::UnknownCell, s.cell.toString()};
        const auto before = m_report.declared(s.cell);
        if (before == s.declared)
            return {};
        undoWith(SetDeclared{s.cell, before});
        if (s.declared)
            m_report.m_declared.insert(s.cell, *s.declared);
        else
            m_report.m_declared.remove(s.cell);
        m_delta.cells.insert(s.cell);
        return {};
    }

    Result<> operator()(const SetFact &s)
    {
        if (!isKnownFact(*m_report.m_spec, s.key))
            return Error{ErrorCode::UnknownFact, s.key};
        const auto before = m_report.hasFact(s.key) ? std::optional(m_report.fact(s.key)) : std::nullopt;
        if (before == s.value)
            return {};
        undoWith(SetFact{s.key, before});
        if (s.value)
            m_report.m_facts.insert(s.key, *s.value);
        else
            m_report.m_facts.remove(s.key);
        m_delta.facts.insert(s.key);
        return {};
    }

    Result<> operator()(const InsertSubSection &s)
    {
        auto list = subSections(s.section, s.index, 1);
        if (!list)
            return list.error();
        const Place fresh = Place::subSection(s.section, s.index);
        moveIllustrations([&](const Place &at) { return at.afterInserting(fresh); });
        (*list)->insert(s.index, s.content);
        undoWith(RemoveSubSection{s.section, s.index});
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const RemoveSubSection &s)
    {
        auto list = subSections(s.section, s.index);
        if (!list)
            return list.error();
        const Place old = Place::subSection(s.section, s.index);
        moveIllustrations([&](const Place &at) { return at.afterRemoving(old); });
        undoWith(InsertSubSection{s.section, s.index, (*list)->at(s.index)});
        (*list)->removeAt(s.index);
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const MoveSubSection &s)
    {
        if (const auto target = subSections(s.section, s.to); !target)
            return target.error();
        auto list = subSections(s.section, s.from);
        if (!list)
            return list.error();
        if (s.from == s.to)
            return {};
        const Place from = Place::subSection(s.section, s.from);
        moveIllustrations([&](const Place &at) { return at.afterMoving(from, s.to); });
        (*list)->move(s.from, s.to);
        undoWith(MoveSubSection{s.section, s.to, s.from});
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const SetHeading &s)
    {
        auto list = subSections(s.section, s.index);
        if (!list)
            return list.error();
        QString &heading = (**list)[s.index].heading;
        if (heading == s.heading)
            return {};
        undoWith(SetHeading{s.section, s.index, heading});
        heading = s.heading;
        m_delta.structure = true;
        return {};
    }

    Result<> operator()(const SetText &s)
    {
        auto list = subSections(s.section, s.index);
        if (!list)
            return list.error();
        QString &text = (**list)[s.index].text;
        if (text == s.text)
            return {};
        moveIllustrationsInText(Place::subSection(s.section, s.index), text, s.text);
        undoWith(SetText{s.section, s.index, text});
        text = s.text;
        return {};
    }

    Result<> operator()(const SetChannels &s)
    {
        return replace(m_report.m_channels, s.channels, &Delta::channels, s);
    }
    Result<> operator()(const SetIllustrations &s)
    {
        return replace(m_report.m_illustrations, s.illustrations, &Delta::illustrations, s);
    }
    Result<> operator()(const SetPrior &s) { return replace(m_report.m_prior, s.prior, &Delta::prior, s); }
    Result<> operator()(const SetReview &s)
    {
        return replace(m_report.m_review, s.review, &Delta::review, s);
    }

    Result<> operator()(const SetExplanation &s)
    {
        return put(m_report.m_explanations, s.key, s.explanation, [&](const auto &before) {
            return SetExplanation{s.key, before};
        });
    }

    Result<> operator()(const SetRuleOff &s)
    {
        if (!canName(s.rule)) // which rules there are is not for the report to know
            return Error{ErrorCode::NoSuchPlace, s.rule.toString()};
        return put(m_report.m_rulesOff, s.rule, s.reason, [&](const auto &before) {
            return SetRuleOff{s.rule, before};
        });
    }

    Result<> operator()(const SetForm &s)
    {
        const SpecPointer form = findForm(s.form);
        if (!form)
            return Error{ErrorCode::UnknownForm, s.form};
        if (form == m_report.m_spec)
            return {};
        for (auto it = m_report.m_cells.keyBegin(); it != m_report.m_cells.keyEnd(); ++it) {
            if (!form->cell(*it))
                return Error{ErrorCode::UnknownCell, it->toString()};
        }
        for (const SpecPointer &spec : {m_report.m_spec, form}) {
            for (const TableSpec &table : spec->tables)
                m_delta.cells += QSet<CellId>(table.cells.begin(), table.cells.end());
        }
        undoWith(SetForm{m_report.m_spec->id});
        m_report.m_spec = form;
        m_report.m_computed.clear();
        m_delta.form = true;
        return {};
    }

private:
    void undoWith(Step inverse) { m_delta.inverse.steps.prepend(std::move(inverse)); }

    /// The inverse puts the illustrations back after the sub-sections: its step is taken last.
    void setIllustrations(QList<Illustration> illustrations)
    {
        if (illustrations == m_report.m_illustrations)
            return;
        undoWith(SetIllustrations{m_report.m_illustrations});
        m_report.m_illustrations = std::move(illustrations);
        m_delta.illustrations = true;
    }

    /// Illustrations follow their sub-section; where it goes, they go with it.
    template <typename Moved> void moveIllustrations(Moved moved)
    {
        QList<Illustration> illustrations;
        for (Illustration illustration : std::as_const(m_report.m_illustrations)) {
            const std::optional<Place> place = moved(illustration.place);
            if (!place)
                continue;
            illustration.place = *place;
            illustrations.append(illustration);
        }
        setIllustrations(std::move(illustrations));
    }

    /// Figures stay between the same paragraphs while others come and go above and below.
    void moveIllustrationsInText(const Place &place, const QString &before, const QString &after)
    {
        const bool hasIllustrations
            = std::any_of(m_report.m_illustrations.cbegin(), m_report.m_illustrations.cend(),
                [&](const Illustration &illustration) { return illustration.place == place; });
        if (!hasIllustrations)
            return;
        const QStringList old = before.split(u'\n');
        const QStringList fresh = after.split(u'\n');
        const qsizetype least = std::min(old.size(), fresh.size());
        qsizetype same = 0;
        while (same < least && old[same] == fresh[same])
            ++same;
        qsizetype sameAtEnd = 0;
        while (sameAtEnd < least - same
            && old[old.size() - 1 - sameAtEnd] == fresh[fresh.size() - 1 - sameAtEnd])
            ++sameAtEnd;
        QList<Illustration> illustrations = m_report.m_illustrations;
        for (Illustration &illustration : illustrations) {
            if (illustration.place != place || illustration.afterParagraph <= same)
                continue;
            const qsizetype fromEnd = old.size() - illustration.afterParagraph;
            if (fromEnd <= sameAtEnd)
                illustration.afterParagraph = int(std::max<qsizetype>(0, fresh.size() - fromEnd));
        }
        setIllustrations(std::move(illustrations));
    }

    /// An entry of the explanations or of the rules switched off.
    template <typename Key, typename Value, typename Inverse>
    Result<> put(QMap<Key, Value> &map, const Key &key, const std::optional<Value> &value, Inverse inverse)
    {
        const auto found = map.constFind(key);
        const auto before = found == map.constEnd() ? std::nullopt : std::optional(*found);
        if (before == value)
            return {};
        undoWith(inverse(before));
        if (value)
            map.insert(key, *value);
        else
            map.remove(key);
        m_delta.explanations = true;
        return {};
    }

    template <typename Member, typename Value, typename Inverse>
    Result<> changeTyped(const CellId &id, Member member, const Value &value, Inverse inverse)
    {
        Typed &typed = m_report.m_cells[id];
        if (typed.*member != value) {
            undoWith(inverse(typed.*member));
            typed.*member = value;
            m_delta.cells.insert(id);
        }
        if (typed == Typed{})
            m_report.m_cells.remove(id);
        return {};
    }

    /// Steps that replace one member as a whole; each kind holds just the new value.
    template <typename Value, typename Kind>
    Result<> replace(Value &member, const Value &value, bool Delta::*flag, const Kind &)
    {
        if (member != value) {
            undoWith(Kind{member});
            member = value;
            m_delta.*flag = true;
        }
        return {};
    }

    /// The section's list when it has that position; beyond: how many positions past its end count too.
    Result<QList<SubSection> *> subSections(const SectionId &id, int index, int beyond = 0)
    {
        const SectionSpec *section = m_report.m_spec->section(id);
        if (!section || section->kind != SectionSpec::Kind::Narrative)
            return Error{ErrorCode::NoSuchPlace, id.toString()};
        QList<SubSection> &list = m_report.m_sections[id];
        if (index < 0 || index >= list.size() + beyond)
            return noSuchPlace(id, index);
        m_delta.sections.insert(id);
        return &list;
    }

    Report &m_report;
    Delta &m_delta;
};

void Report::recompute(Delta &delta)
{
    for (const CellId &id : m_spec->evaluationOrder) {
        std::optional<Amount> sum;
        for (const Term &term : m_spec->cell(id)->formula) {
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

Result<Delta> Report::apply(const Change &change)
{
    Report next = *this;
    Delta delta;
    delta.inverse.description = change.description;
    delta.inverse.mergeKey = change.mergeKey;
    delta.inverse.restores = true;
    Applier applier(next, delta);
    for (const Step &step : change.steps) {
        Result<> done = checkSafe(step);
        if (done && !change.restores)
            done = checkBounds(next, step);
        if (done)
            done = std::visit(applier, step);
        if (!done)
            return done.error();
    }
    const bool hasTexts = !delta.sections.isEmpty() || !delta.facts.isEmpty();
    if (const auto size = hasTexts && !change.restores ? next.textSize() : 0;
        size > bounds::kAllTexts && size > textSize())
        return Error{ErrorCode::TooLong, Place::report().toString(), QString::number(bounds::kAllTexts)};
    if (delta.inverse.steps.isEmpty()) {
        Delta unchanged;
        unchanged.inverse = delta.inverse;
        return unchanged;
    }
    if (!delta.cells.isEmpty())
        next.recompute(delta);
    *this = std::move(next);
    return delta;
}

EntryPlace entryPlace(const CellSpec &cell) { return {cell.unit, cell.decimals, cell.mayBeNegative, true}; }

Result<EnteredValue> parseCell(const ReportSpec &spec, const CellId &id, const QString &text)
{
    const CellSpec *cell = spec.cell(id);
    if (!cell)
        return Error{ErrorCode::UnknownCell, id.toString()};
    if (cell->isComputed())
        return Error{ErrorCode::ComputedCell, id.toString()};
    auto entered = enter(text, entryPlace(*cell));
    if (!entered)
        return Error{entered.error().code, id.toString(), entered.error().detail};
    return entered;
}

QList<Step> stepsFor(const CellId &cell, const EnteredValue &entered)
{
    QList<Step> steps{SetCell{cell, entered.value}};
    if (!entered.note.isEmpty())
        steps.append(SetNote{cell, entered.note});
    return steps;
}

} // namespace nianbao
