// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "packagereader.h"
#include "xlsxwords.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>

namespace nianbao {

/// Cells of a sheet as the file has them, by their places; not more than a reader may hold.
struct XlsxSheet {
    struct Cell {
        QString text{};
        int shared = -1; // index of a shared text that is the cell's
        bool isFramed = false; // has a border: a square of a table, also without a text
    };
    using Key = qint64; // row by row
    static Key keyOf(int row, int column) { return (Key(row) << 16) + column; }
    static int rowOf(Key key) { return int(key >> 16); }
    static int columnOf(Key key) { return int(key & 0xFFFF); }

    QString name{};
    bool isHidden = false;
    bool isCut = false; // there is more than what is held
    QMap<Key, Cell> cells{};
    QList<XlsxRange> merges{};
    QMap<Key, QString> notes{}; // comments
    std::optional<XlsxRange> printed{}; // the one area that is
};

/// Reads the parts of an Excel file.
class XlsxSource {
public:
    // Of the whole file; a cell with a frame counts, too.
    static constexpr qsizetype kMostCells = 200'000;
    static constexpr qsizetype kMostSeen = 400'000; // looked at, held or not; what follows is not looked at
    static constexpr int kMostShared = 400'000; // texts that are shared
    static constexpr qsizetype kMostSheets = 500;
    static constexpr qsizetype kMostMerges = 50'000;
    static constexpr qsizetype kMostText = 32'767; // characters of a cell, as Excel has them
    static constexpr qsizetype kMostCharacters = 8'000'000; // of all cells

    explicit XlsxSource(PackageReader &package) : m_package(package) { }
    /// Errors: NotOfItsKind, those of PackageReader and XmlReader.
    Result<QList<XlsxSheet>> sheets();
    bool leftSheetsOut() const { return m_leftSheetsOut; }
    QString title(); // of the properties; empty: none, or not readable

private:
    struct Style {
        bool isDay = false;
        bool isFramed = false;
    };
    Result<QString> mainPart();
    Result<> readBook(const QString &part);
    Result<> readStyles(const QString &part);
    Result<> readSheet(const QString &part, XlsxSheet &sheet);
    Result<> readComments(const QString &part, XlsxSheet &sheet);
    Result<> readShared(const QString &part);
    void resolveShared();
    friend class XlsxCells;

    PackageReader &m_package;
    QList<XlsxSheet> m_sheets{};
    QStringList m_relations{}; // of each sheet
    QList<Style> m_styles{};
    QHash<int, QString> m_shared{}; // those that cells ask for
    bool m_countsFrom1904 = false;
    bool m_leftSheetsOut = false;
    qsizetype m_cells = 0;
    qsizetype m_seen = 0;
    qsizetype m_merges = 0;
};

} // namespace nianbao
