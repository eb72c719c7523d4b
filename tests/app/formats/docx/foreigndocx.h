// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "zipbytes.h"

#include <QStringList>

namespace nianbao::test {

/// A Word document of somebody else: parts of it as XML inside their root elements.
struct ForeignDocx {
    QByteArray body{}; // within w:body
    QByteArray numbering{};
    QByteArray styles{};
    QByteArray relations{}; // more of the document's
    QList<ZipEntry> others{};
    QByteArray mainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    QByteArray bytes() const
    {
        const QByteArray spaces = " xmlns:w='" + mainNamespace
            + "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:r='r' "
              "xmlns:wp='wp' xmlns:a='a' xmlns:v='urn:schemas-microsoft-com:vml' xmlns:wps='wps'";
        const auto part = [&](const QByteArray &root, const QByteArray &content) {
            return "<w:" + root + spaces + ">" + content + "</w:" + root + ">";
        };
        QList<ZipEntry> entries{
            {"_rels/.rels",
                "<Relationships><Relationship Id='a' Type='t/officeDocument' Target='word/document.xml'/>"
                "<Relationship Id='b' Type='t/core-properties' Target='docProps/core.xml'/></Relationships>"},
            {"word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='a' Type='t/styles' Target='styles.xml'/>"
                "<Relationship Id='b' Type='t/numbering' Target='numbering.xml'/>"
                    + relations + "</Relationships>"},
            {"word/document.xml", part("document", "<w:body>" + body + "</w:body>")}};
        if (!numbering.isEmpty())
            entries.append({"word/numbering.xml", part("numbering", numbering)});
        if (!styles.isEmpty())
            entries.append({"word/styles.xml", part("styles", styles)});
        return zipBytes(entries + others);
    }
};

inline QStringList lines(std::initializer_list<const char *> all)
{
    QStringList made;
    for (const char *line : all)
        made.append(QString::fromUtf8(line));
    return made;
}

/// A block a line: number|text, with #1 before a heading and @ before a title; a grid as
/// row,column+rows×columns:text.
inline QStringList told(const ForeignDocument &document)
{
    QStringList all;
    for (const ForeignBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block)) {
            const QString heading
                = paragraph->headingLevel ? QStringLiteral("#%1 ").arg(paragraph->headingLevel) : QString();
            const QString number = paragraph->number.isEmpty() ? QString() : paragraph->number + u'|';
            all.append(
                heading + (paragraph->isTitle ? QStringLiteral("@ ") : QString()) + number + paragraph->text);
        } else if (const auto *picture = std::get_if<ForeignPicture>(&block)) {
            all.append(QStringLiteral("picture %1: %2").arg(picture->name, picture->alternative));
        } else {
            const auto &grid = std::get<ForeignGrid>(block);
            QString text = QStringLiteral("grid %1×%2").arg(grid.rows).arg(grid.columns);
            for (const ForeignCell &cell : grid.cells) {
                text += QStringLiteral(" [%1,%2").arg(cell.row).arg(cell.column);
                if (cell.rowSpan * cell.columnSpan > 1)
                    text += QStringLiteral("+%1×%2").arg(cell.rowSpan).arg(cell.columnSpan);
                text += QChar(cell.isHead ? u'!' : u':') + cell.text + u']';
            }
            all.append(text);
        }
    }
    return all;
}

inline QByteArray run(const QByteArray &text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

inline QByteArray paragraph(const QByteArray &text, const QByteArray &properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}

inline QByteArray cell(const QByteArray &text, const QByteArray &properties = {})
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

inline QByteArray row(const QByteArray &cells, const QByteArray &properties = {})
{
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

inline QByteArray table(const QByteArray &rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

} // namespace nianbao::test
