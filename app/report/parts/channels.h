// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

namespace nianbao {

struct Category {
    QString name{};
    std::optional<qint64> count{};
    bool operator==(const Category &) const = default;
};

/// A channel of proactive disclosure: the government site, an account, a notice board.
struct Channel {
    QString name{};
    std::optional<qint64> count{}; // as stated; categories may say otherwise
    QList<Category> categories{};
    bool operator==(const Channel &) const = default;
};

std::optional<qint64> channelSum(const Channel &channel); // of its categories; nullopt when none is filled
/// The one count of a channel: its own, else that of its categories.
std::optional<qint64> channelCount(const Channel &channel);
std::optional<qint64> channelsTotal(const QList<Channel> &channels); // of those counts

struct SetChannels {
    static constexpr auto kName = "set_channels";
    QList<Channel> channels{};
};

/// The channels in their order, changed as a whole.
class Channels {
public:
    const QList<Channel> &all() const { return m_channels; }

    void take(const SetChannels &step, Taking &taking);

    void addTexts(Change &change) const;
    static void read(JsonIn &in);
    void write(JsonOut &out) const;
    bool operator==(const Channels &) const = default;

private:
    QList<Channel> m_channels;
};

void clean(SetChannels &step, TextCleaner &cleaner);
QJsonObject toKept(const SetChannels &step, KeptOut &out);
void fromKept(SetChannels &step, KeptIn &in);

} // namespace nianbao
