// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "formtablemodel.h"
#include "mapping.h"

namespace nianbao {

/// One table of a proposal as it stands on the form: each cell with its state, and below it the equations of
/// its column, so that a sum stands under what it sums up. Typing over a cell corrects it.
class ProposalModel final : public FormTableModel {
    Q_OBJECT
public:
    ProposalModel(Mapping &mapping, const TableId &table, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QList<QRect> spans() const override;
    QModelIndex anchor(int row, int column) const override;
    Field placeAt(int row, int column) const override;
    bool setValues(const QList<GridValue> &values, const QString &description) override;

private:
    struct Sum { // an equation of the columns, one row below the table
        RuleId rule{};
        QString words{}; // 一 ＋ 二 ＝ 三(七) ＋ 四
        QHash<int, const Equation *> columns{}; // by grid column
    };
    void listSums();
    QVariant figure(const CellId &cell, int role) const override;
    QVariant sum(const QModelIndex &index, int role) const;
    QString toolTip(const CellId &cell) const;

    Mapping &m_mapping;
    QList<Sum> m_sums{};
};

} // namespace nianbao
