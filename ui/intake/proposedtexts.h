// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "mapping.h"

#include <QAbstractTableModel>

namespace nianbao {

/// Facts, texts, channels and pictures of a proposal, a row each, to be ticked.
class ProposedTexts final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, Where, Text };

    explicit ProposedTexts(Mapping &mapping, QObject *parent = nullptr);
    Place placeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Place &place) const;
    QString wholeText(const Place &place) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString nameOf(const Place &place) const;
    QString stateWords(const Place &place) const;

    Mapping &m_mapping;
};

} // namespace nianbao
