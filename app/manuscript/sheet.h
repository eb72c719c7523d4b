// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

/// Working papers of the office: title, headings, paragraphs and plain tables in a row.
class Sheet {
public:
    struct Column {
        double share = 1; // of the table's width
        QString head{};
        bool isCentred = false;
    };
    void addTitle(const QString &text) { m_blocks.push_back(TitleBlock{{text}}); }
    void addHeading(const QString &text) { m_blocks.push_back(HeadingBlock{1, text}); }
    void addParagraph(const QString &text) { m_blocks.push_back(ParagraphBlock{text}); }
    void addChanged(const QList<ChangedWords> &words);
    void addTable(const QList<Column> &columns, const QList<QStringList> &rows,
        TableBlock::Handwriting handwriting = TableBlock::Handwriting::None);
    Manuscript::Part part() { return {Manuscript::Part::Kind::OfficePaper, std::move(m_blocks)}; }

private:
    std::vector<Block> m_blocks{};
};

} // namespace nianbao
