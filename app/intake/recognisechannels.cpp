// SPDX-License-Identifier: MulanPSL-2.0
#include "recognisechannels.h"

#include "bounds.h"
#include "channelmentions.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kKindsDiffer{
    "The text says %2 items of the channel “%1”; the kinds it lists add up to %3.",
    "正文写“%1”公开 %2 条，所列各类合计 %3 条。"};
constexpr Sentence kToldTwice{
    "The text says %2 items of the channel “%1” and at another place %3; the channel was left out.",
    "正文中“%1”的条数前后不一（%2 条、%3 条），这一渠道没有列入。"};

/// Whose texts they are: what other bodies published is none of its channels.
Report speakerOf(const Proposal &proposal)
{
    Report report(proposal.form, proposal.year.value_or(proposal.form->fromYear));
    for (const ProposedText &text : proposal.texts) {
        if (text.place.kind() == Place::Kind::Fact
            && text.place.factKey() != QLatin1String(fact::kIntroduction))
            (void)report.apply(Change::of({}, SetFact{text.place.factKey(), text.text}));
    }
    return report;
}

/// Every channel once, and what of it is told.
class ChannelList {
public:
    void add(const MentionedChannel &mentioned)
    {
        const Channel &channel = mentioned.channel;
        const auto known = std::find_if(m_channels.begin(), m_channels.end(),
            [&](const MentionedChannel &each) { return each.channel.name == channel.name; });
        if (known == m_channels.end()) {
            if (m_channels.size() < bounds::kChannels)
                m_channels.append(mentioned);
        } else if (known->channel.count != channel.count) {
            if (!m_disputed.contains(channel.name))
                m_notes.append(Phrase(kToldTwice, channel.name, *known->channel.count, *channel.count));
            m_disputed.insert(channel.name);
        } else if (known->channel.categories.isEmpty()) {
            *known = mentioned;
        }
    }

    RecognisedChannels result()
    {
        RecognisedChannels found{{}, m_notes};
        for (const auto &[channel, isOpen] : std::as_const(m_channels)) {
            if (m_disputed.contains(channel.name))
                continue;
            found.channels.append(channel);
            const auto sum = channelSum(channel);
            if (sum && *sum != *channel.count && !(isOpen && *sum < *channel.count))
                found.notes.append(Phrase(kKindsDiffer, channel.name, *channel.count, *sum));
        }
        return found;
    }

private:
    QList<MentionedChannel> m_channels{};
    QSet<QString> m_disputed{};
    QList<Phrase> m_notes{};
};

} // namespace

RecognisedChannels recogniseChannels(const Proposal &proposal)
{
    const SectionSpec *overview = proposal.form->section(Role::Overview);
    if (!overview)
        return {};
    const Report speaker = speakerOf(proposal);
    ChannelList list;
    for (const ProposedText &text : proposal.texts) {
        if (text.place.kind() != Place::Kind::SubSection || text.place.sectionId() != overview->id)
            continue;
        const auto mentioned = channelsIn(text.text, speaker);
        for (const MentionedChannel &each : mentioned)
            list.add(each);
    }
    return list.result();
}

} // namespace nianbao
