// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "comparison.h"
#include "session.h"

#include <QAbstractTableModel>

namespace nianbao {

/// Figures of this year beside last year's, a row each.
class YearsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Table, Label, Before, Now, ChangeBy, Percent };
    /// FilledRole: one of them is not 0.
    enum Role { SortRole = Qt::UserRole, CellRole, ChangedRole, FilledRole };

    explicit YearsModel(Session &session, QObject *parent = nullptr);
    void setTable(const TableId &table); // empty: all
    CellId cellAt(int row) const;
    bool hasPercents() const; // of any row: without them their column is empty
    bool hasFigures() const; // of this year

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    Session &m_session;
    TableId m_table;
    QList<YearLine> m_lines;
};

} // namespace nianbao
