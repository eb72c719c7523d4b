// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "gridmodel.h"
#include "report.h"

namespace nianbao {

/// A statutory table of a form: heads, merged cells and places. What a figure is, others say.
class FormTableModel : public GridModel {
    Q_OBJECT
public:
    FormTableModel(SpecPointer form, const TableId &table, QObject *parent = nullptr);

    const ReportSpec &form() const { return *m_form; }
    const TableSpec &table() const { return *m_table; }
    CellId cellAt(const QModelIndex &index) const; // empty: a head
    QModelIndex indexOf(const CellId &cell) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// The words that stand over a column or before a row: for who cannot see which head belongs to a cell.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QList<QRect> spans() const override;
    QList<double> widths() const override { return m_table->widths; }
    int frozenRows() const override;
    int frozenColumns() const override;
    QModelIndex anchor(int row, int column) const override;

    Field placeAt(int row, int column) const override;
    QString labelAt(int row, int column) const override;
    EntryPlace entryPlaceAt(int row, int column) const override;

protected:
    virtual QVariant figure(const CellId &cell, int role) const = 0;
    void tellChanged(const CellId &cell);
    Error named(const Error &error) const; // a person knows a cell by its labels, not by its id

private:
    const GridCell *covering(int row, int column) const;
    const GridCell *cellOf(const QModelIndex &index) const; // nullptr: covered by another

    SpecPointer m_form;
    const TableSpec *m_table;
    QList<int> m_owner; // of each place of the grid, row by row: index into m_table->grid, -1 for none
};

} // namespace nianbao
