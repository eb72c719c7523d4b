// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class Report;
struct Finding;

/// A report's figures as a table program works on: sheet by sheet what stands where, which cells add up others,
/// and one sheet for machines. Knows no file format.
struct Workbook {
    /// For machines: a row a cell of the form, in its order.
    struct DataRow {
        QString cell{}; // id
        QString label{};
        QString value{}; // digits; empty: blank
        QString note{};
    };
    /// A balance or sum beside a table, with both sides to be added up.
    struct Balance {
        QString words{}; // 一 ＋ 二 ＝ 三(七) ＋ 四, 自然人
        QList<Summand> left{};
        QList<Summand> right{};
    };
    struct Sheet {
        QString name{}; // of the tab
        QString title{};
        TableBlock table{};
        QList<Balance> balances{};
        QStringList remarks{}; // under the table
    };
    QString title{};
    QList<Sheet> sheets{}; // statutory tables, 渠道与分类, 年度对比, 核对
    QList<DataRow> data{};
};

Workbook workbookOf(const Report &report, const QList<Finding> &findings);

} // namespace nianbao
