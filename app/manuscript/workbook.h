// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class Report;
struct Finding;

/// A report's figures as a table program works on: sheet by sheet what stands where, which cells add up
/// others, and one sheet for machines. Knows no file format.
struct Workbook {
    struct Square { // of a sheet's table
        int row = 0;
        int column = 0;
        bool operator==(const Square &) const = default;
    };
    struct Term {
        int sign = 1; // +1 or -1
        Square at{};
    };
    /// A Figure that shows the sum of others: blank ones count as nothing, it is blank where all of them are.
    struct Sum {
        Square at{};
        QList<Term> terms{};
        std::optional<Square> per{}; // divided by that one, a share in per cent; never 0
    };
    /// What is to be equal beside a table.
    struct Balance {
        QString words{}; // 自然人：一 ＋ 二 ＝ 三(七) ＋ 四
        QList<Term> left{};
        QList<Term> right{};
        bool takesBlanks
            = false; // right is a sum in which blank ones count as nothing; else all must be filled
    };
    struct Sheet {
        QString name{}; // of the tab; different from those of the others
        QString heading{};
        TableBlock table{};
        QList<Sum> sums{};
        QList<Balance> balances{};
        QStringList remarks{}; // under the table, behind its notes
    };
    /// For machines: a row a cell of the form, in its order.
    struct DataRow {
        QString cell{}; // id
        QString label{};
        QString value{}; // digits; empty: blank
        QString note{};
        int sheet = 0; // where it stands
        Square at{};
    };
    QString title{};
    QDate date{}; // 成文日期; may be invalid
    QList<Sheet> sheets{}; // statutory tables, 渠道与分类, 年度对比, 核对
    QList<DataRow> data{};
};

/// The findings are those of this report. 渠道与分类 only where there are channels, 年度对比 where last
/// year's report is known.
Workbook workbookOf(const Report &report, const QList<Finding> &findings);

} // namespace nianbao
