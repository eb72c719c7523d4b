// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "tablemodel.h"

namespace nianbao {

/// Changes of the list of channels, each giving a new list. Categories of all channels are one list of rows;
/// a channel need not have an entry for each.
namespace channeltable {
QStringList categories(const QList<Channel> &channels);
QList<Channel> withCount(
    QList<Channel> channels, int channel, const QString &category, std::optional<qint64> count);
/// The first channel gets an entry for every category in this order: it is what keeps the rows.
QList<Channel> withCategories(QList<Channel> channels, const QStringList &order);
QList<Channel> withoutChannel(QList<Channel> channels, int channel);
QList<Channel> withoutCategory(QList<Channel> channels, const QString &category);
QList<Channel> withCategoryRenamed(QList<Channel> channels, const QString &category, const QString &name);
} // namespace channeltable

/// 渠道与分类: a column for each channel, a row for each category, sums at the right and at the foot. The
/// count of a channel without category figures is typed at its foot.
class ChannelModel final : public GridModel {
    Q_OBJECT
public:
    explicit ChannelModel(Session &session, QObject *parent = nullptr);

    int channelAt(const QModelIndex &index) const; // -1: none
    QString categoryAt(const QModelIndex &index) const; // empty: none
    QModelIndex indexOf(int channel, const QString &category) const; // empty category: the foot

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QList<QRect> spans() const override { return {}; }
    QList<double> widths() const override;
    int frozenRows() const override { return 1; }
    int frozenColumns() const override { return 1; }
    QModelIndex anchor(int row, int column) const override { return index(row, column); }
    bool setValues(const QList<GridValue> &values, const QString &description) override;

    Field placeAt(int row, int column) const override;
    QString labelAt(int row, int column) const override;
    EntryPlace entryPlaceAt(int row, int column) const override;

private:
    Kind kindAt(int row, int column) const;
    QString head(int row, int column) const;
    std::optional<qint64> count(const QList<Channel> &channels, int row, int column) const;
    std::optional<qint64> prior(int row, int column) const;
    void showDelta(const Delta &delta);

    Session &m_session;
    QStringList m_names; // of the channels, as the rows and columns were last told to the views
    QStringList m_categories;
};

} // namespace nianbao
