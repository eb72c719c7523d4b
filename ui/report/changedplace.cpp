// SPDX-License-Identifier: MulanPSL-2.0
#include "changedplace.h"

#include "reportplaces.h"

#include <algorithm>

namespace nianbao {

namespace {

/// The paragraph in which two texts begin to differ.
int firstDifference(const QString &one, const QString &other)
{
    const auto end = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
    return int(std::count(one.begin(), end, u'\n'));
}

ChangedPlace both(const Place &place) { return {place, place}; }

/// A text leads to its paragraph; once it is changed the cursor is there by itself.
ChangedPlace text(const Place &place, const QString &now, const QString &then)
{
    return {place.inParagraph(firstDifference(now, then)), place};
}

class Finder {
public:
    explicit Finder(const Report &now) : m_now(now) { }

    ChangedPlace operator()(const SetCell &s) const { return both(Place::cell(s.cell)); }
    ChangedPlace operator()(const SetNote &s) const { return both(Place::cell(s.cell)); }
    ChangedPlace operator()(const SetDeclared &s) const { return both(Place::cell(s.cell)); }

    ChangedPlace operator()(const SetFact &s) const
    {
        const Place place = Place::fact(s.key);
        return s.key == QLatin1String(fact::kIntroduction)
            ? text(place, m_now.fact(s.key), s.value.value_or(QString()))
            : both(place);
    }

    ChangedPlace operator()(const InsertSubSection &s) const
    {
        return {Place::section(s.section), Place::subSection(s.section, s.index)};
    }
    ChangedPlace operator()(const RemoveSubSection &s) const
    {
        return {Place::subSection(s.section, s.index), {}}; // the window leads beside it
    }
    ChangedPlace operator()(const MoveSubSection &s) const
    {
        return {Place::subSection(s.section, s.from), Place::subSection(s.section, s.to)};
    }
    ChangedPlace operator()(const SetHeading &s) const { return both(Place::heading(s.section, s.index)); }
    ChangedPlace operator()(const SetText &s) const
    {
        const Place place = Place::subSection(s.section, s.index);
        return text(place, textAt(m_now, place).value_or(QString()), s.text);
    }

    ChangedPlace operator()(const SetChannels &s) const
    {
        const auto &now = m_now.channels();
        const auto last = std::max(now.size(), s.channels.size());
        for (int i = 0; i < last; ++i) {
            const Channel one = now.value(i);
            const Channel other = s.channels.value(i);
            if (one == other)
                continue;
            const int category = firstCategory(one, other);
            return both(category < 0 ? Place::channel(i) : Place::category(i, category));
        }
        return both(Place::channels());
    }

    ChangedPlace operator()(const SetIllustrations &s) const
    {
        const auto &now = m_now.illustrations();
        const auto last = std::max(now.size(), s.illustrations.size());
        for (int i = 0; i < last; ++i) {
            if (now.value(i) == s.illustrations.value(i))
                continue;
            const Illustration &seen = i < s.illustrations.size() ? s.illustrations[i] : now[i];
            const bool isCaption = i < now.size() && now[i].caption != seen.caption;
            return both(isCaption ? Place::caption(i) : seen.place);
        }
        return {};
    }

    ChangedPlace operator()(const SetPrior &) const
    {
        ChangedPlace place;
        place.prior = true;
        return place;
    }
    ChangedPlace operator()(const SetExplanation &s) const
    {
        ChangedPlace place;
        place.finding = s.key;
        return place;
    }
    ChangedPlace operator()(const SetRuleOff &) const
    {
        ChangedPlace place;
        place.rules = true;
        return place;
    }
    ChangedPlace operator()(const SetReview &) const { return {}; } // not undone
    ChangedPlace operator()(const SetChain &) const { return {}; }
    ChangedPlace operator()(const SetComment &s) const
    {
        const auto here = m_now.comments().constFind(s.id);
        return here == m_now.comments().constEnd() ? ChangedPlace() : both(here->place);
    }
    ChangedPlace operator()(const MoveComment &) const { return {}; } // its words show themselves
    ChangedPlace operator()(const SetForm &) const { return {}; } // the window shows the tables anew

private:
    /// The first category that differs; -1: none does.
    static int firstCategory(const Channel &one, const Channel &other)
    {
        const auto last = std::max(one.categories.size(), other.categories.size());
        for (int i = 0; i < last; ++i) {
            const bool isSame = i < one.categories.size() && i < other.categories.size()
                && one.categories[i] == other.categories[i];
            if (!isSame)
                return i;
        }
        return -1;
    }

    const Report &m_now;
};

} // namespace

ChangedPlace changedPlace(const Report &now, const Change &change)
{
    const auto isSomewhere = [](const ChangedPlace &place) {
        return !place.before.isNowhere() || !place.finding.isEmpty() || place.rules || place.prior;
    };
    for (const Step &step : change.steps) {
        if (std::holds_alternative<SetForm>(step))
            return {}; // all of the tables
    }
    for (const Step &step : change.steps) {
        const ChangedPlace place = std::visit(Finder(now), step);
        if (isSomewhere(place))
            return place;
    }
    return {};
}

} // namespace nianbao
