// SPDX-License-Identifier: MulanPSL-2.0
// How a report changes: each part takes its steps; what crosses parts, and that all steps are taken or none.
#include "reportplaces.h"
#include "reviewmoves.h"
#include "taking.h"

namespace nianbao {

namespace {

/// By the one part that has such steps.
template <typename Kind, typename Part, typename... Others>
void takeBy(const Kind &step, Taking &taking, Part &part, Others &...others)
{
    if constexpr (requires { part.take(step, taking); })
        part.take(step, taking);
    else
        takeBy(step, taking, others...);
}

} // namespace

/// Takes one step. Each is checked, done, and its inverse put in front of the delta's.
class Report::Applier {
public:
    Applier(Report &report, bool restores, Delta &delta)
        : m_report(report), m_parts(report.m_parts), m_taking{report, restores, delta}
    { }

    /// Before the step is taken: what comments hang on is about to move.
    void follow(const Step &step)
    {
        const bool movesNothing = std::holds_alternative<SetComment>(step)
            || std::holds_alternative<MoveComment>(step) || std::holds_alternative<SetCell>(step)
            || std::holds_alternative<SetDeclared>(step) || std::holds_alternative<SetExplanation>(step)
            || std::holds_alternative<SetRuleOff>(step);
        if (movesNothing) // of these there are hundreds in one change
            return;
        m_parts.comments.follow([&](const Place &place) { return moved(place, step, m_report); }, m_taking);
    }

    void operator()(const InsertSubSection &s)
    {
        const Place fresh = Place::subSection(s.section, s.index);
        m_parts.illustrations.follow([&](const Place &at) { return at.afterInserting(fresh); }, m_taking);
        m_parts.prose.take(s, m_taking);
    }
    void operator()(const RemoveSubSection &s)
    {
        const Place old = Place::subSection(s.section, s.index);
        m_parts.illustrations.follow([&](const Place &at) { return at.afterRemoving(old); }, m_taking);
        m_parts.prose.take(s, m_taking);
    }
    void operator()(const MoveSubSection &s)
    {
        const Place from = Place::subSection(s.section, s.from);
        m_parts.illustrations.follow([&](const Place &at) { return at.afterMoving(from, s.to); }, m_taking);
        m_parts.prose.take(s, m_taking);
    }
    void operator()(const SetText &s)
    {
        const QString before = m_report.subSections(s.section).value(s.index).text;
        m_parts.illustrations.followText(Place::subSection(s.section, s.index), before, s.text, m_taking);
        m_parts.prose.take(s, m_taking);
    }

    /// What was talked about last year's report stays with it.
    void operator()(const SetPrior &s)
    {
        const bool isTalkedAbout = s.prior && hasTalk(*s.prior);
        const PriorPointer prior
            = isTalkedAbout ? std::make_shared<const Report>(withoutTalk(*s.prior)) : s.prior;
        if (m_taking.replace<SetPrior>(m_report.m_prior, prior))
            m_taking.delta.prior = true;
    }

    void operator()(const SetForm &s)
    {
        const SpecPointer form = findForm(s.form);
        if (!form)
            return m_taking.refuse({ErrorCode::UnknownForm, s.form});
        if (form == m_report.m_spec)
            return;
        m_parts.tables.moveTo(*form, m_taking);
        for (const SpecPointer &spec : {m_report.m_spec, form}) {
            for (const TableSpec &table : spec->tables)
                m_taking.delta.cells += QSet<CellId>(table.cells.begin(), table.cells.end());
        }
        m_taking.undoWith(SetForm{m_report.m_spec->id});
        m_report.m_spec = form;
        m_taking.delta.form = true;
    }

    template <typename Kind> void operator()(const Kind &step)
    {
        auto &[tables, facts, prose, channels, illustrations, explanations, review, comments] = m_parts;
        takeBy(step, m_taking, tables, facts, prose, channels, illustrations, explanations, review, comments);
    }

    const std::optional<Error> &refused() const { return m_taking.refused; }

private:
    Report &m_report;
    ReportParts &m_parts;
    Taking m_taking;
};

Result<Delta> Report::apply(const Change &change)
{
    Report next = *this;
    Delta delta;
    delta.inverse.description = change.description;
    delta.inverse.mergeKey = change.mergeKey;
    delta.inverse.restores = true;
    Applier applier(next, change.restores, delta);
    for (const Step &step : change.steps) {
        applier.follow(step);
        std::visit(applier, step);
        if (const auto &refused = applier.refused())
            return *refused;
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
        next.m_parts.tables.recompute(next.spec(), delta);
    *this = std::move(next);
    return delta;
}

} // namespace nianbao
