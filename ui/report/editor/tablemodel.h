// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "formtablemodel.h"
#include "session.h"

namespace nianbao {

/// One statutory table. Reads the report, asks the session, holds nothing of either.
class TableModel final : public FormTableModel {
    Q_OBJECT
public:
    TableModel(Session &session, const TableId &table, QObject *parent = nullptr);

    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setValues(const QList<GridValue> &values, const QString &description) override;

private:
    QVariant figure(const CellId &cell, int role) const override;
    QStringList remarks(const CellId &cell) const;
    QString toolTip(const CellId &cell) const;
    std::optional<Amount> prior(const CellId &cell) const;
    bool send(const Change &change);
    void refuse(const Error &error);
    void showDelta(const Delta &delta);
    void showFindings();

    Session &m_session;
    QHash<CellId, Amount> m_proposals;
    QHash<CellId, Level> m_levels; // gravest finding, derived from the session's
};

} // namespace nianbao
