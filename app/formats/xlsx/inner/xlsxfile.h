// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <QTemporaryDir>

#include <compare>
#include <map>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace nianbao {

/// How a cell of the file looks. All of it 宋体.
struct CellLook {
    enum class Across { Left, Centre, Right };
    enum class Number { General, Fixed, Percent, Difference }; // Fixed: as many decimals as said
    Across across = Across::Left;
    Number number = Number::General;
    int decimals = 0;
    int halfPoints = 21; // 五号
    bool isBold = false;
    bool isFramed = false;
    bool isShaded = false;
    bool isGrey = false;
    bool isStacked = false; // one character under the other
    bool isShrunk = false; // rather than #### where the column is narrow; else lines are broken
    auto operator<=>(const CellLook &) const = default;
};

/// An Excel file while it is written, by libxlsxwriter into a folder of its own that goes with it. The
/// library tells nothing of what its files in between could not take, so that the parts are read once more at
/// the end.
class XlsxFile {
public:
    static constexpr qsizetype kMostText = 32'000; // characters of a cell, as Excel takes them: 32,767

    /// The day stands for the time of making: the same workbook gives the same bytes.
    XlsxFile(const QString &title, const QDate &day);
    ~XlsxFile();
    XlsxFile(const XlsxFile &) = delete;
    XlsxFile &operator=(const XlsxFile &) = delete;

    /// The name becomes one that Excel takes and no other sheet has; nullptr: it cannot be made.
    lxw_worksheet *addSheet(const QString &name);
    QStringList sheetNames() const { return m_names; } // as they became
    lxw_format *format(const CellLook &look);
    lxw_format *warning(); // red, over what a cell looks like
    /// What a call of the library said (lxw_error); the first failure is kept.
    void check(int error);
    /// Ends the file. Errors: WriteFailed.
    Result<QByteArray> bytes();

private:
    QString freeName(const QString &wanted) const;
    QTemporaryDir m_folder{};
    QByteArray m_folderName{};
    lxw_workbook *m_book = nullptr;
    std::map<CellLook, lxw_format *> m_formats{};
    lxw_format *m_warning = nullptr;
    QStringList m_names{};
    QString m_failure{};
};

/// UTF-8 that Excel reads as this text and never as a character's number (_x0041_), within its bounds.
QByteArray excelText(const QString &text);

} // namespace nianbao
