// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagestyle.h"
#include "textflow.h"

#include <QStringList>

namespace nianbao {

/// Working papers of the office: titles, paragraphs and plain tables, top to bottom, on pages added to a
/// document. Not on the line grid of GB/T 9704, but within the same type area.
class Sheet {
public:
    Sheet(PageDocument &document, const PageStyle &style);

    struct Column {
        double share = 1; // of the table's width
        QString head{};
        bool isCentred = false;
    };
    void addTitle(const QString &text);
    void addHeading(const QString &text);
    void addParagraph(const QString &text);
    /// Rows are never parted; the head is repeated on each page. least: height of a row in mm, for
    /// handwriting.
    void addTable(const QList<Column> &columns, const QList<QStringList> &rows, double least = 0);
    /// 第 1 页，共 2 页 at the foot of all pages added. Call it last.
    void finish();

private:
    Page &page() { return m_document.pages.back(); }
    void newPage();
    void makeRoom(double height);
    int addElement(Element::Kind kind, int parent = -1);
    void addLines(
        const QString &text, const TextStyle &style, double pitch, const InkOwner &owner, bool centred);
    double heightOf(const QList<Column> &columns, const QStringList &row, double least) const;
    std::vector<TextLine> cellLines(const QString &text, double width) const;
    void addRow(const QList<Column> &columns, const QStringList &row, double height, int table, bool isHead);

    PageDocument &m_document;
    const PageStyle &m_style;
    const FontSet &m_fonts;
    size_t m_first; // page of the document that is ours
    double m_y = 0; // next free height, mm
};

} // namespace nianbao
