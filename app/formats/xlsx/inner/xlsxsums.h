// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "amount.h"
#include "workbook.h"

#include <QHash>

namespace nianbao {

/// 0, 2 → C1
QString cellName(int row, int column);

/// The figures of a sheet, and the formulas over them with the values these have. Row and column of a square
/// are those of the table; `top` rows stand above it in the sheet.
class XlsxSums {
public:
    /// Digits that a number of Excel keeps.
    static constexpr int kDigits = 15;

    XlsxSums(const Workbook::Sheet &sheet, int top);

    /// Whether these digits stand in a cell as a number without losing one.
    static bool fitsANumber(const QString &digits);

    std::optional<Amount> amount(Workbook::Square at) const; // nullopt: blank
    /// Of a square that adds up others in numbers; nullptr: it has no formula.
    const Workbook::Sum *sumAt(Workbook::Square at) const;
    /// All of these are blank or numbers of Excel.
    bool areNumbers(const QList<Workbook::Term> &terms) const;
    bool isBlank(const QList<Workbook::Term> &terms) const; // all of them
    int filled(const QList<Workbook::Term> &terms) const; // how many are not
    Amount sum(const QList<Workbook::Term> &terms) const; // blank ones count as nothing

    QString cell(Workbook::Square at) const; // C5
    /// SUM(C5:H5), SUM(C5,C7)-SUM(C9); exact where some of them have decimals.
    QString sumFormula(const QList<Workbook::Term> &terms) const;
    QString countFormula(const QList<Workbook::Term> &terms) const; // COUNT(C5:H5)
    /// Of a sum as it stands in its square, without "=".
    QString formula(const Workbook::Sum &sum) const;

private:
    QString ranges(const QList<Workbook::Term> &terms, int sign) const; // 0: either
    int m_top;
    QHash<qint64, Amount> m_amounts{};
    QHash<qint64, bool> m_isText{};
    QHash<qint64, Workbook::Sum> m_sums{};
};

} // namespace nianbao
