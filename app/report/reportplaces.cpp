// SPDX-License-Identifier: MulanPSL-2.0
#include "reportplaces.h"

#include <algorithm>

namespace nianbao {

namespace {

bool isFact(const QString &key)
{
    return key.startsWith(QLatin1String(fact::kTableNote)) || fact::allKeys().contains(key);
}

template <typename List> auto *memberOf(List &list, int index)
{
    return index >= 0 && index < list.size() ? &list[index] : nullptr;
}

/// The name of a channel or category, or the caption of an illustration, in lists that are changed as a
/// whole.
QString *nameIn(QList<Channel> &channels, QList<Illustration> &illustrations, const Place &place)
{
    if (place.kind() == Place::Kind::Caption) {
        Illustration *illustration = memberOf(illustrations, place.index());
        return illustration ? &illustration->caption : nullptr;
    }
    const bool isCategory = place.kind() == Place::Kind::Category;
    Channel *channel
        = isCategory || place.kind() == Place::Kind::Channel ? memberOf(channels, place.index()) : nullptr;
    if (!channel || !isCategory)
        return channel ? &channel->name : nullptr;
    Category *category = memberOf(channel->categories, place.categoryIndex());
    return category ? &category->name : nullptr;
}

/// Where a member of a list is in the list that took its place: by the members around that stayed, else by
/// its like, else where it stood when as many are there. nullopt: gone.
template <typename Member>
std::optional<int> indexAfter(const QList<Member> &before, const QList<Member> &after, int index)
{
    const qsizetype least = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < least && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (index < head || index >= before.size())
        return index;
    if (index >= before.size() - tail)
        return index + int(after.size() - before.size());
    const auto end = after.end() - tail;
    const auto like = std::find(after.begin() + head, end, before[index]);
    if (like != end)
        return int(like - after.begin());
    return before.size() == after.size() ? std::optional(index) : std::nullopt;
}

class Mover {
public:
    Mover(const Place &place, const Report &before) : m_place(place), m_before(before) { }

    std::optional<Place> operator()(const SetNote &s) const { return inText(Place::note(s.cell), s.note); }
    std::optional<Place> operator()(const SetFact &s) const
    {
        return inText(Place::fact(s.key), s.value.value_or(QString()));
    }
    std::optional<Place> operator()(const SetHeading &s) const
    {
        return inText(Place::heading(s.section, s.index), s.heading);
    }
    std::optional<Place> operator()(const SetText &s) const
    {
        return inText(Place::subSection(s.section, s.index), s.text);
    }

    std::optional<Place> operator()(const InsertSubSection &s) const
    {
        return m_place.afterInserting(Place::subSection(s.section, s.index));
    }
    std::optional<Place> operator()(const RemoveSubSection &s) const
    {
        const Place old = Place::subSection(s.section, s.index);
        std::optional<Place> place = m_place.afterRemoving(old);
        for (int i = int(m_before.illustrations().size()) - 1; place && i >= 0; --i) {
            if (m_before.illustrations()[i].place == old) // they go with it
                place = place->afterRemoving(Place::illustration(i));
        }
        return place;
    }
    std::optional<Place> operator()(const MoveSubSection &s) const
    {
        return m_place.afterMoving(Place::subSection(s.section, s.from), s.to);
    }

    std::optional<Place> operator()(const SetChannels &s) const
    {
        const bool isCategory = m_place.kind() == Place::Kind::Category;
        if (!isCategory && m_place.kind() != Place::Kind::Channel)
            return m_place;
        const auto index = indexAfter(m_before.channels(), s.channels, m_place.index());
        if (!index)
            return std::nullopt;
        auto place = m_place.afterMoving(Place::channel(m_place.index()), *index);
        if (isCategory) {
            const auto inChannel = indexAfter(m_before.channels().value(m_place.index()).categories,
                s.channels.value(*index).categories, m_place.categoryIndex());
            place = inChannel
                ? place->afterMoving(Place::category(*index, m_place.categoryIndex()), *inChannel)
                : std::nullopt;
        }
        return place ? inName(*place, s.channels, {}) : std::nullopt;
    }
    std::optional<Place> operator()(const SetIllustrations &s) const
    {
        if (m_place.owner().kind() != Place::Kind::Illustration)
            return m_place;
        const auto index = indexAfter(m_before.illustrations(), s.illustrations, m_place.index());
        const auto place
            = index ? m_place.afterMoving(Place::illustration(m_place.index()), *index) : std::nullopt;
        return place ? inName(*place, {}, s.illustrations) : std::nullopt;
    }

    std::optional<Place> operator()(const SetForm &s) const
    {
        const SpecPointer form = findForm(s.form);
        const bool isGone
            = form && m_place.owner().kind() == Place::Kind::Cell && !form->cell(m_place.cellId());
        return isGone ? std::nullopt : std::optional(m_place);
    }

    template <typename Other> std::optional<Place> operator()(const Other &) const { return m_place; }

private:
    std::optional<Place> inText(const Place &text, const QString &words) const
    {
        return m_place.afterText(text, textAt(m_before, text).value_or(QString()), words);
    }

    /// The range in a name that stands in new lists; there: where it is in them.
    std::optional<Place> inName(
        const Place &there, QList<Channel> channels, QList<Illustration> illustrations) const
    {
        const QString *name = nameIn(channels, illustrations, there);
        const auto before = textAt(m_before, m_place);
        return name && before ? there.afterText(there, *before, *name) : there;
    }

    const Place &m_place;
    const Report &m_before;
};

} // namespace

std::optional<QString> textAt(const Report &report, const Place &place)
{
    switch (place.kind()) {
    case Place::Kind::Note: return report.note(place.cellId());
    case Place::Kind::Fact:
        return isFact(place.factKey()) ? std::optional(report.fact(place.factKey())) : std::nullopt;
    case Place::Kind::SubSection:
    case Place::Kind::Heading: {
        const auto list = report.subSections(place.sectionId());
        const SubSection *sub = memberOf(list, place.index());
        if (!sub)
            return std::nullopt;
        return place.kind() == Place::Kind::Heading ? sub->heading : sub->text;
    }
    default: break;
    }
    auto channels = report.channels();
    auto illustrations = report.illustrations();
    const QString *name = nameIn(channels, illustrations, place);
    return name ? std::optional(*name) : std::nullopt;
}

std::optional<Step> withTextAt(const Report &report, const Place &place, const QString &text)
{
    if (!textAt(report, place))
        return std::nullopt;
    switch (place.kind()) {
    case Place::Kind::Note: return SetNote{place.cellId(), text};
    case Place::Kind::Fact: return SetFact{place.factKey(), text};
    case Place::Kind::SubSection: return SetText{place.sectionId(), place.index(), text};
    case Place::Kind::Heading: return SetHeading{place.sectionId(), place.index(), text};
    default: break;
    }
    auto channels = report.channels();
    auto illustrations = report.illustrations();
    *nameIn(channels, illustrations, place) = text;
    return place.kind() == Place::Kind::Caption ? Step(SetIllustrations{illustrations})
                                                : Step(SetChannels{channels});
}

std::optional<Place> placeIn(const Report &report, const QString &words)
{
    const auto whole = Place::parse(words.section(u'#', 0, 0));
    const auto text = whole && words.contains(u'#') ? textAt(report, *whole) : std::nullopt;
    const auto ranged = text ? Place::parse(words, *text) : std::nullopt;
    return ranged ? ranged : whole;
}

QString placeWords(const Report &report, const Place &place)
{
    const auto text = place.hasRange() ? textAt(report, place.whole()) : std::nullopt;
    return text ? place.toString(*text) : place.toString();
}

bool hasPlace(const Report &report, const Place &place)
{
    const auto isIn = [](int index, qsizetype size) { return index >= 0 && index < size; };
    switch (place.kind()) {
    case Place::Kind::Nowhere: return false;
    case Place::Kind::Report:
    case Place::Kind::Channels: return true;
    case Place::Kind::Cell:
    case Place::Kind::Note: return report.spec().cell(place.cellId()) != nullptr;
    case Place::Kind::Fact: return isFact(place.factKey());
    case Place::Kind::Section:
        return place == Place::organisation() || report.spec().section(place.sectionId()) != nullptr;
    case Place::Kind::SubSection:
    case Place::Kind::Heading: return isIn(place.index(), report.subSections(place.sectionId()).size());
    case Place::Kind::Channel: return isIn(place.index(), report.channels().size());
    case Place::Kind::Category:
        return isIn(place.categoryIndex(), report.channels().value(place.index()).categories.size());
    case Place::Kind::Illustration:
    case Place::Kind::Picture:
    case Place::Kind::Caption: break;
    }
    return isIn(place.index(), report.illustrations().size());
}

Place placeOfCorrection(const Report &report)
{
    const SectionSpec *other = report.spec().section(Role::Other);
    return other ? Place::section(other->id) : Place::report();
}

Place sectionOf(const Report &report, const Place &place)
{
    const Place entry = entryOf(report, place);
    switch (entry.kind()) {
    case Place::Kind::SubSection:
    case Place::Kind::Section: return Place::section(entry.sectionId());
    case Place::Kind::Channels: return entry;
    default: return Place::report();
    }
}

Place entryOf(const Report &report, const Place &place)
{
    const auto withTable = [&report](const TableId &table) {
        const SectionSpec *section = report.spec().sectionOfTable(table);
        return section ? Place::section(section->id) : Place();
    };
    switch (place.owner().kind()) {
    case Place::Kind::Cell: return withTable(place.cellId().table());
    case Place::Kind::Fact: {
        const QString &key = place.factKey();
        const QLatin1String note(fact::kTableNote);
        if (key.startsWith(note))
            return withTable(TableId(key.mid(note.size())));
        const bool isOffice
            = key.startsWith(QStringLiteral("organisation.")) || key == QLatin1String(fact::kAllowedWords);
        return isOffice ? Place::organisation() : Place::fact(QLatin1String(fact::kIntroduction));
    }
    case Place::Kind::Channel: return Place::channels();
    case Place::Kind::Illustration: return report.illustrations().value(place.index()).place;
    default: return place.owner();
    }
}

std::optional<Place> moved(const Place &place, const Step &step, const Report &before)
{
    return std::visit(Mover(place, before), step);
}

std::optional<Place> moved(const Place &place, const Delta &done, const Report &now)
{
    Report report = now;
    const auto undone = report.apply(done.inverse);
    if (!undone)
        return place;
    std::optional<Place> at = place;
    for (const Step &step : undone->inverse.steps) {
        at = at ? moved(*at, step, report) : std::nullopt;
        Change change = Change::of({}, step);
        change.restores = true;
        [[maybe_unused]] const auto taken = report.apply(change);
        Q_ASSERT(taken); // it was taken before
    }
    return at;
}

} // namespace nianbao
