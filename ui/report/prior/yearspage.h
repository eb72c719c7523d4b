// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"
#include "yearsmodel.h"

#include <QSortFilterProxyModel>

class QTableView;

namespace nianbao {

/// 年度对比: all figures of both years, to be sorted by any column; a double click leads to the cell.
class YearsPage final : public EditorPage {
    Q_OBJECT
public:
    explicit YearsPage(Session &session, QWidget *parent = nullptr);
    Place entry() const override { return Place::section(SectionId(QStringLiteral("years"))); }

private:
    void setUpView();
    YearsModel m_model;
    QSortFilterProxyModel m_sorted;
    QTableView *m_view;
};

} // namespace nianbao
