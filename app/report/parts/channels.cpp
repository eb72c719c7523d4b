// SPDX-License-Identifier: MulanPSL-2.0
#include "channels.h"

#include "jsonparts.h"
#include "kept.h"
#include "taking.h"
#include "textcleaner.h"

#include <algorithm>
#include <limits>

namespace nianbao {

namespace {

constexpr qint64 kSafeCount = 1'000'000'000'000'000; // of any channel, as files of older versions may hold it

// A sum of counts that keep the bounds cannot overflow.
static_assert(
    bounds::kCount <= std::numeric_limits<qint64>::max() / (bounds::kChannels * bounds::kChannels * 2));

/// Of the counts that are there. What a file holds against the bounds adds up to the largest number, not to
/// a negative one.
void addTo(std::optional<qint64> &sum, std::optional<qint64> count)
{
    if (!count)
        return;
    qint64 both = 0;
    if (__builtin_add_overflow(sum.value_or(0), *count, &both))
        both = *count > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
    sum = both;
}

/// What every sum relies on, also of what is restored: counts are not negative and leave room to add.
void checkSafe(const QList<Channel> &channels, Taking &taking)
{
    const auto isSafe
        = [](const std::optional<qint64> &count) { return !count || (*count >= 0 && *count <= kSafeCount); };
    for (int i = 0; !taking.refused && i < channels.size(); ++i) {
        const Channel &channel = channels[i];
        const bool allSafe = isSafe(channel.count)
            && std::all_of(channel.categories.begin(), channel.categories.end(),
                [&](const Category &category) { return isSafe(category.count); });
        if (!allSafe)
            taking.refuse({ErrorCode::OutOfRange, Place::channel(i).toString(), channel.name.left(40)});
    }
}

/// A count beyond the bound may stay where an older file holds it.
void checkCount(
    const std::optional<qint64> &count, const QList<Channel> &before, const QString &where, Taking &taking)
{
    if (!count || *count <= bounds::kCount)
        return;
    const bool wasThere = std::any_of(before.begin(), before.end(), [&](const Channel &channel) {
        return channel.count == count
            || std::any_of(channel.categories.begin(), channel.categories.end(),
                [&](const Category &category) { return category.count == count; });
    });
    if (!wasThere)
        taking.refuse({ErrorCode::OutOfRange, where, QString::number(*count)});
}

template <typename List, typename Size> qsizetype longest(const List &list, Size size)
{
    qsizetype most = 0;
    for (const auto &item : list)
        most = std::max(most, size(item));
    return most;
}

void checkBounds(const QList<Channel> &channels, const QList<Channel> &before, Taking &taking)
{
    const auto nameSize = [](const auto &item) { return item.name.size(); };
    const auto entries = [](const Channel &channel) { return channel.categories.size(); };
    const qsizetype longestName = longest(before, nameSize);
    const qsizetype longestCategory
        = longest(before, [&](const Channel &channel) { return longest(channel.categories, nameSize); });
    const qsizetype mostCategories = longest(before, entries);
    taking.checkNumber(channels.size(), bounds::kChannels, before.size(), Place::channels().toString());
    for (int i = 0; !taking.refused && i < channels.size(); ++i) {
        const auto &[name, count, categories] = channels[i];
        const QString here = Place::channel(i).toString();
        taking.checkSize(name.size(), bounds::kLine, longestName, here);
        taking.checkNumber(categories.size(), bounds::kChannels, mostCategories, here);
        checkCount(count, before, here, taking);
        for (int k = 0; !taking.refused && k < categories.size(); ++k) {
            const QString inside = Place::category(i, k).toString();
            taking.checkSize(categories[k].name.size(), bounds::kLine, longestCategory, inside);
            checkCount(categories[k].count, before, inside, taking);
        }
    }
}

std::optional<qint64> readCount(const JsonCursor &json, bool isOwn)
{
    if (!json.exists() || json.isNull())
        return std::nullopt;
    const QString text = json.figure();
    const auto spelled = Amount::parse(text);
    const auto entered = spelled ? Result<EnteredValue>(EnteredValue{*spelled, {}})
                                 : enter(text, {QStringLiteral("条"), 0, false, false});
    const ErrorCode code = entered ? ErrorCode::NotANumber : entered.error().code;
    const bool isCount
        = entered && entered->value && !entered->value->isNegative() && entered->value->decimals() == 0;
    if (isCount && (isOwn || entered->value->fitsACell()))
        return entered->value->whole();
    if (isCount || code == ErrorCode::OutOfRange)
        json.fail(ErrorCode::OutOfRange, shortened(text));
    else if (code == ErrorCode::UnclearMark || code == ErrorCode::SeveralFigures)
        json.fail(code, shortened(text));
    else
        json.fail(JsonWords::tr("a count is expected here"));
    return std::nullopt;
}

QJsonArray toJson(const QList<Channel> &channels)
{
    const auto number
        = [](const std::optional<qint64> &count) { return count ? QJsonValue(*count) : QJsonValue(); };
    QJsonArray array;
    for (const Channel &channel : channels) {
        QJsonArray categories;
        for (const Category &category : channel.categories)
            categories.append(QJsonObject{
                {QStringLiteral("name"), category.name}, {QStringLiteral("count"), number(category.count)}});
        QJsonObject object{
            {QStringLiteral("name"), channel.name}, {QStringLiteral("count"), number(channel.count)}};
        if (!categories.isEmpty())
            object.insert(QStringLiteral("categories"), categories);
        array.append(object);
    }
    return array;
}

} // namespace

std::optional<qint64> channelSum(const Channel &channel)
{
    std::optional<qint64> sum;
    for (const Category &category : channel.categories)
        addTo(sum, category.count);
    return sum;
}

std::optional<qint64> channelCount(const Channel &channel)
{
    return channel.count ? channel.count : channelSum(channel);
}

std::optional<qint64> channelsTotal(const QList<Channel> &channels)
{
    std::optional<qint64> sum;
    for (const Channel &channel : channels)
        addTo(sum, channelCount(channel));
    return sum;
}

void Channels::take(const SetChannels &step, Taking &taking)
{
    checkSafe(step.channels, taking);
    if (!taking.restores)
        checkBounds(step.channels, m_channels, taking);
    if (taking.replace<SetChannels>(m_channels, step.channels))
        taking.delta.channels = true;
}

void Channels::addTexts(Change &change) const { change.steps.append(SetChannels{m_channels}); }

void Channels::read(JsonIn &in)
{
    QList<Channel> channels;
    for (const auto &item : in.root["channels"].items()) {
        Channel channel{item["name"].string(), readCount(item["count"], in.isOwn), {}};
        for (const auto &category : item["categories"].items()) {
            channel.categories.append({category["name"].string(), readCount(category["count"], in.isOwn)});
            in.noticeUnknown(category, {QStringLiteral("name"), QStringLiteral("count")});
        }
        in.noticeUnknown(
            item, {QStringLiteral("name"), QStringLiteral("count"), QStringLiteral("categories")});
        channels.append(channel);
    }
    in.change.steps.append(SetChannels{channels});
}

void Channels::write(JsonOut &out) const
{
    if (!m_channels.isEmpty())
        out.root.insert(QStringLiteral("channels"), toJson(m_channels));
}

void clean(SetChannels &step, TextCleaner &cleaner)
{
    for (qsizetype i = 0; i < step.channels.size(); ++i) {
        const QString path = QStringLiteral("channels[%1]").arg(i);
        cleaner.take(step.channels[i].name, Lines::One, path + QStringLiteral(".name"));
        for (qsizetype k = 0; k < step.channels[i].categories.size(); ++k)
            cleaner.take(step.channels[i].categories[k].name, Lines::One,
                QStringLiteral("%1.categories[%2].name").arg(path).arg(k));
    }
}

QJsonObject toKept(const SetChannels &step, KeptOut &out)
{
    const auto count = [](const std::optional<qint64> &number) {
        return number ? QJsonValue(QString::number(*number)) : QJsonValue();
    };
    return keptSplice(out.now.channels(), step.channels, [&](const Channel &channel) {
        QJsonArray categories;
        for (const Category &category : channel.categories)
            categories.append(QJsonObject{
                {QStringLiteral("name"), category.name}, {QStringLiteral("count"), count(category.count)}});
        return QJsonObject{{QStringLiteral("name"), channel.name},
            {QStringLiteral("count"), count(channel.count)}, {QStringLiteral("categories"), categories}};
    });
}

void fromKept(SetChannels &step, KeptIn &in)
{
    step.channels = in.spliced(in.now.channels(), [](KeptIn &member) {
        Channel channel{member.text("name"), member.count("count"), {}};
        for (const QJsonValue &item : member.list("categories")) {
            KeptIn inside = member.within(item);
            channel.categories.append({inside.text("name"), inside.count("count")});
            member.isSound = member.isSound && inside.isSound;
        }
        return channel;
    });
}

} // namespace nianbao
