// SPDX-License-Identifier: MulanPSL-2.0
#include "channelmodel.h"

#include "literal.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr double kHeadWidth = 2.4; // of a channel's column

template <typename Channels> auto *entryOf(Channels &channel, const QString &category)
{
    const auto found = std::find_if(channel.categories.begin(), channel.categories.end(),
        [&](const Category &entry) { return entry.name == category; });
    return found == channel.categories.end() ? nullptr : &*found;
}

QStringList namesOf(const QList<Channel> &channels)
{
    QStringList names;
    for (const Channel &channel : channels)
        names.append(channel.name);
    return names;
}

/// Entries of one channel brought into the order of the rows.
void sortEntries(Channel &channel, const QStringList &order)
{
    std::stable_sort(channel.categories.begin(), channel.categories.end(),
        [&](const Category &a, const Category &b) { return order.indexOf(a.name) < order.indexOf(b.name); });
}

} // namespace

QStringList channeltable::categories(const QList<Channel> &channels)
{
    QStringList names;
    for (const Channel &channel : channels) {
        for (qsizetype i = 0; i < channel.categories.size(); ++i) {
            const QString &name = channel.categories[i].name;
            if (names.contains(name))
                continue;
            // before the first of its followers that has a row already
            qsizetype place = names.size();
            for (qsizetype next = i + 1; next < channel.categories.size() && place == names.size(); ++next) {
                const auto row = names.indexOf(channel.categories[next].name);
                place = row < 0 ? place : row;
            }
            names.insert(place, name);
        }
    }
    return names;
}

QList<Channel> channeltable::withCount(
    QList<Channel> channels, int channel, const QString &category, std::optional<qint64> count)
{
    Channel &changed = channels[channel];
    if (category.isEmpty()) {
        changed.count = count;
        return channels;
    }
    const QStringList order = categories(channels);
    if (Category *entry = entryOf(changed, category)) {
        entry->count = count;
    } else if (count) {
        changed.categories.append({category, count});
        sortEntries(changed, order);
    } else {
        return channels;
    }
    changed.count = channelSum(changed);
    return channels;
}

QList<Channel> channeltable::withCategories(QList<Channel> channels, const QStringList &order)
{
    if (channels.isEmpty())
        return channels;
    for (const QString &name : order) {
        if (!entryOf(channels.first(), name))
            channels.first().categories.append({name, std::nullopt});
    }
    for (Channel &channel : channels)
        sortEntries(channel, order);
    return channels;
}

QList<Channel> channeltable::withoutChannel(QList<Channel> channels, int channel)
{
    const QStringList rows = categories(channels);
    channels.removeAt(channel);
    return categories(channels) == rows ? channels : withCategories(channels, rows);
}

QList<Channel> channeltable::withoutCategory(QList<Channel> channels, const QString &category)
{
    for (Channel &channel : channels) {
        const Category *entry = entryOf(std::as_const(channel), category);
        const bool counted = entry && entry->count;
        channel.categories.removeIf([&](const Category &one) { return one.name == category; });
        if (counted)
            channel.count = channelSum(channel);
    }
    return channels;
}

QList<Channel> channeltable::withCategoryRenamed(
    QList<Channel> channels, const QString &category, const QString &name)
{
    for (Channel &channel : channels) {
        if (Category *entry = entryOf(channel, category))
            entry->name = name;
    }
    return channels;
}

ChannelModel::ChannelModel(Session &session, QObject *parent) : GridModel(parent), m_session(session)
{
    m_names = namesOf(session.report().channels());
    m_categories = channeltable::categories(session.report().channels());
    connect(&session, &Session::changed, this, &ChannelModel::showDelta);
}

void ChannelModel::showDelta(const Delta &delta)
{
    if (!delta.channels && !delta.prior)
        return;
    const QStringList names = namesOf(m_session.report().channels());
    const QStringList rows = channeltable::categories(m_session.report().channels());
    if (names == m_names && rows == m_categories) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel(); // another table, not another figure
    m_names = names;
    m_categories = rows;
    endResetModel();
}

int ChannelModel::channelAt(const QModelIndex &index) const
{
    return index.isValid() && index.column() >= 1 && index.column() <= m_names.size() ? index.column() - 1
                                                                                      : -1;
}

QString ChannelModel::categoryAt(const QModelIndex &index) const
{
    return index.isValid() ? m_categories.value(index.row() - 1) : QString();
}

QModelIndex ChannelModel::indexOf(int channel, const QString &category) const
{
    const auto row = category.isEmpty() ? m_categories.size() : m_categories.indexOf(category);
    return row < 0 || channel < 0 ? QModelIndex() : index(int(row) + 1, channel + 1);
}

int ChannelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_categories.size()) + 2;
}

int ChannelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size()) + 2;
}

QList<double> ChannelModel::widths() const
{
    QList<double> result(columnCount(), 1);
    result.first() = kHeadWidth;
    return result;
}

GridModel::Kind ChannelModel::kindAt(int row, int column) const
{
    if (row == 0)
        return column == 0 ? Kind::Corner : Kind::ColumnHead;
    if (column == 0)
        return Kind::RowHead;
    if (column > m_names.size())
        return Kind::Computed;
    const bool isFoot = row > m_categories.size();
    return isFoot && channelSum(m_session.report().channels()[column - 1]) ? Kind::Computed : Kind::Typed;
}

QString ChannelModel::head(int row, int column) const
{
    if (row == 0 && column == 0)
        return tr("Category");
    if (row == 0)
        return column > m_names.size() ? tr("Total") : m_names[column - 1];
    return row > m_categories.size() ? tr("Total") : m_categories[row - 1];
}

std::optional<qint64> ChannelModel::count(const QList<Channel> &channels, int row, int column) const
{
    const QString category = m_categories.value(row - 1);
    const auto of = [&](const Channel &channel) {
        if (category.isEmpty())
            return channelCount(channel);
        const Category *entry = entryOf(channel, category);
        return entry ? entry->count : std::nullopt;
    };
    if (column <= m_names.size()) {
        const QString &name = m_names[column - 1];
        const bool isSame = column <= channels.size() && channels[column - 1].name == name;
        const auto at = isSame ? column - 1 : namesOf(channels).indexOf(name); // last year had another order
        return at < 0 ? std::nullopt : of(channels[at]);
    }
    if (category.isEmpty())
        return channelsTotal(channels);
    Channel across; // its categories: the figures of this row
    for (const Channel &channel : channels)
        across.categories.append({channel.name, of(channel)});
    return channelSum(across);
}

std::optional<qint64> ChannelModel::prior(int row, int column) const
{
    const PriorPointer &before = m_session.report().prior();
    return before ? count(before->channels(), row, column) : std::nullopt;
}

/// For who cannot see which head belongs to a figure.
QVariant ChannelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return orientation == Qt::Horizontal ? head(0, section) : head(section, 0);
}

QVariant ChannelModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Kind kind = kindAt(index.row(), index.column());
    const bool isFigure = kind == Kind::Typed || kind == Kind::Computed;
    if (role == KindRole)
        return int(kind);
    if (!isFigure) {
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignCenter);
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText ? QVariant(head(index.row(), index.column())) : QVariant();
    }
    const auto value = count(m_session.report().channels(), index.row(), index.column());
    const QString text = value ? QString::number(*value) : QString();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text;
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: return literal::toolTip(labelAt(index.row(), index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(labelAt(index.row(), index.column()), value ? text : tr("blank"));
    case PriorRole: {
        const auto before = prior(index.row(), index.column());
        return before ? QVariant(QString::number(*before)) : QVariant();
    }
    case ComputedValueRole: {
        if (kind != Kind::Computed || channelAt(index) < 0)
            return {};
        const auto sum = channelSum(m_session.report().channels()[channelAt(index)]);
        return sum && sum != value ? QVariant(QString::number(*sum)) : QVariant();
    }
    case DecimalsRole: return 0;
    case NegativeRole: return false;
    default: return {};
    }
}

Qt::ItemFlags ChannelModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Kind kind = kindAt(index.row(), index.column());
    Qt::ItemFlags result = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (kind == Kind::Typed || kind == Kind::Computed)
        result |= Qt::ItemIsSelectable;
    if (kind == Kind::Typed && m_session.permissions().may(Permissions::Action::EditContent))
        result |= Qt::ItemIsEditable;
    return result;
}

bool ChannelModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || kindAt(index.row(), index.column()) != Kind::Typed)
        return false;
    const QString label = labelAt(index.row(), index.column());
    const auto parsed = enter(value.toString(), entryPlaceAt(index.row(), index.column()));
    if (!parsed) {
        Q_EMIT refused({parsed.error().code, label, parsed.error().detail});
        return false;
    }
    return setValues({{index.row(), index.column(), parsed->value, {}}}, tr("Fill in %1").arg(label));
}

bool ChannelModel::setValues(const QList<GridValue> &values, const QString &description)
{
    QList<Channel> channels = m_session.report().channels();
    for (const GridValue &value : values) {
        const auto count = value.value ? std::optional(value.value->whole()) : std::nullopt;
        channels
            = channeltable::withCount(channels, value.column - 1, m_categories.value(value.row - 1), count);
    }
    if (channels == m_session.report().channels())
        return true;
    const auto done = m_session.edit(Change::of(description, SetChannels{channels}));
    if (!done)
        Q_EMIT refused(done.error());
    return done.has_value();
}

PasteTarget::Field ChannelModel::placeAt(int row, int column) const
{
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
        return Field::Outside;
    switch (kindAt(row, column)) {
    case Kind::Typed: return Field::Typed;
    case Kind::Computed: return Field::Computed;
    default: return Field::Head;
    }
}

QString ChannelModel::labelAt(int row, int column) const
{
    return QStringLiteral("%1 · %2").arg(head(0, column), head(row, 0));
}

EntryPlace ChannelModel::entryPlaceAt(int, int) const { return {QStringLiteral("条"), 0, false, false}; }

} // namespace nianbao
