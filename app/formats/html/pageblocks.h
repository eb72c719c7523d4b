// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"

#include <QList>
#include <QString>

namespace nianbao {

/// Text and tables of a page as they come, made into blocks: white space as a browser shows it, a paragraph
/// for each line; a table that holds tables, one cell or whole texts is layout and leaves its paragraphs.
class PageBlocks {
public:
    /// What the elements around a paragraph say of it.
    struct Style {
        int headingLevel = 0;
        bool isTitle = false;
        bool isPreformatted = false;
        bool isNumber = false; // the words are an automatic number
    };
    const Style &style() const { return m_style; }
    void setStyle(const Style &style) { m_style = style; } // of what follows; break the paragraph before

    void addText(const QString &text);
    void breakParagraph();
    void setNumber(const QString &number) { m_number = number; } // of the next paragraph
    void addPicture(ForeignPicture picture);

    void beginTable();
    void endTable();
    void beginGroup(bool isHead); // thead, tbody, tfoot
    void endGroup();
    void beginRow();
    void endRow();
    /// rowSpan 0: to the end of its group. Gives the number by which it is ended; 0: in no table.
    int beginCell(int rowSpan, int columnSpan, bool isHead);
    void endCell(int number);
    void beginCaption();
    void endCaption();

    bool isTooLarge() const { return m_load > kMostLoad; } // more than any report needs
    bool isCut() const { return m_isCut; } // a table had more rows or columns than are read
    /// All of it, once; elements that are open end.
    QList<ForeignBlock> blocks();

private:
    static constexpr qint64 kMostLoad = 16'000'000; // bytes, roughly: some hundred reports

    struct Cell {
        ForeignCell cell{};
        QList<ForeignBlock> parts{};
    };
    struct Row {
        int group = 0;
        QList<Cell> cells{};
    };
    struct Table {
        QList<Row> rows{};
        QString caption{};
        int group = 0;
        int openCell = 0;
        bool isHeadGroup = false;
        bool isRowOpen = false;
        bool isCaptionOpen = false;
        bool isLayout = false; // what was in it is in the blocks already
    };

    void addBlank(QChar c);
    void addWords(QStringView words);
    void addBlock(ForeignBlock block);
    static QList<ForeignBlock> madeLayout(Table &table);
    void addGrid(Table table);
    static bool isForLayout(const Table &table);

    QList<ForeignBlock> m_blocks{};
    QList<Table> m_tables{}; // the innermost last
    Style m_style{};
    QString m_text{};
    QString m_number{};
    QString m_blank{}; // white space that is not written yet
    int m_lastCell = 0;
    qint64 m_load = 0;
    bool m_isCut = false;
};

} // namespace nianbao
