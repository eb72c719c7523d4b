// SPDX-License-Identifier: MulanPSL-2.0
#include "changedplace.h"

#include <algorithm>

namespace nianbao {

namespace {

Spot at(const QString &section, int paragraph = -1, const QString &field = {})
{
    Spot place;
    place.section = section;
    place.paragraph = paragraph;
    place.field = field;
    return place;
}

QString sub(const SectionId &section, int index)
{
    return QStringLiteral("%1/%2").arg(section.toString()).arg(index + 1);
}

/// The paragraph in which two texts begin to differ.
int firstDifference(const QString &one, const QString &other)
{
    const auto end = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
    return int(std::count(one.begin(), end, u'\n'));
}

ChangedPlace both(const Spot &place) { return {place, place}; }

/// A text leads to its paragraph; once it is changed the cursor is there by itself.
ChangedPlace text(const QString &section, const QString &now, const QString &then, const QString &field = {})
{
    return {at(section, firstDifference(now, then), field), at(section, -1, field)};
}

class Finder {
public:
    explicit Finder(const Report &now) : m_now(now) { }

    ChangedPlace operator()(const SetCell &s) const { return cell(s.cell); }
    ChangedPlace operator()(const SetNote &s) const { return cell(s.cell); }
    ChangedPlace operator()(const SetDeclared &s) const { return cell(s.cell); }

    ChangedPlace operator()(const SetFact &s) const
    {
        const QString noteKey = QLatin1String(fact::kTableNote);
        if (s.key.startsWith(noteKey)) {
            const SectionSpec *section = m_now.spec().sectionOfTable(TableId(s.key.mid(noteKey.size())));
            return section ? both(at(section->id.toString(), -1, s.key)) : ChangedPlace();
        }
        if (s.key == QLatin1String(fact::kIntroduction))
            return text(
                QStringLiteral("introduction"), m_now.fact(s.key), s.value.value_or(QString()), s.key);
        const bool isOffice = s.key.startsWith(QStringLiteral("organisation."))
            || s.key == QLatin1String(fact::kAllowedWords);
        return both(
            at(isOffice ? QStringLiteral("organisation") : QStringLiteral("introduction"), -1, s.key));
    }

    ChangedPlace operator()(const InsertSubSection &s) const
    {
        return {at(s.section.toString()), at(sub(s.section, s.index))};
    }
    ChangedPlace operator()(const RemoveSubSection &s) const
    {
        return {at(sub(s.section, s.index)), {}}; // the window leads beside it
    }
    ChangedPlace operator()(const MoveSubSection &s) const
    {
        return {at(sub(s.section, s.from)), at(sub(s.section, s.to))};
    }
    ChangedPlace operator()(const SetHeading &s) const
    {
        return both(at(sub(s.section, s.index), -1, QStringLiteral("heading")));
    }
    ChangedPlace operator()(const SetText &s) const
    {
        return text(sub(s.section, s.index), m_now.subSections(s.section).value(s.index).text, s.text);
    }

    ChangedPlace operator()(const SetChannels &s) const
    {
        const auto &now = m_now.channels();
        const auto last = std::max(now.size(), s.channels.size());
        for (qsizetype i = 0; i < last; ++i) {
            const Channel one = now.value(i);
            const Channel other = s.channels.value(i);
            if (one == other)
                continue;
            const QString category = firstCategory(one, other);
            const auto named = [&](const Channel &channel) {
                return at(QStringLiteral("channels"), -1, channel.name + u'\t' + category);
            };
            return {named(one), named(other)};
        }
        return both(at(QStringLiteral("channels")));
    }

    ChangedPlace operator()(const SetIllustrations &s) const
    {
        const auto &now = m_now.illustrations();
        const auto last = std::max(now.size(), s.illustrations.size());
        for (qsizetype i = 0; i < last; ++i) {
            if (now.value(i) == s.illustrations.value(i))
                continue;
            const Illustration &seen = i < s.illustrations.size() ? s.illustrations[i] : now[i];
            const bool isCaption = i < now.size() && now[i].caption != seen.caption;
            return both(at(seen.section, -1, isCaption ? captionField(s.illustrations, i) : QString()));
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
    ChangedPlace operator()(const SetReview &) const { return {}; }
    ChangedPlace operator()(const SetForm &) const { return {}; } // the window shows the tables anew

private:
    ChangedPlace cell(const CellId &id) const
    {
        const SectionSpec *section = m_now.spec().sectionOfTable(id.table());
        Spot place = at(section ? section->id.toString() : QString());
        place.cell = id;
        return section ? both(place) : ChangedPlace();
    }

    static QString firstCategory(const Channel &one, const Channel &other)
    {
        const auto last = std::max(one.categories.size(), other.categories.size());
        for (qsizetype i = 0; i < last; ++i) {
            const bool isThere = i < other.categories.size();
            if (isThere && i < one.categories.size() && one.categories[i] == other.categories[i])
                continue;
            return isThere ? other.categories[i].name : one.categories[i].name;
        }
        return {};
    }

    /// "caption/1": the second one of its sub-section.
    static QString captionField(const QList<Illustration> &illustrations, qsizetype index)
    {
        const auto before = std::count_if(
            illustrations.begin(), illustrations.begin() + index, [&](const Illustration &illustration) {
                return illustration.section == illustrations[index].section;
            });
        return QStringLiteral("caption/%1").arg(before);
    }

    const Report &m_now;
};

} // namespace

ChangedPlace changedPlace(const Report &now, const Change &change)
{
    const auto isSomewhere = [](const ChangedPlace &place) {
        return !place.before.section.isEmpty() || !place.finding.isEmpty() || place.rules || place.prior;
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
