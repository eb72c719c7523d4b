// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

#include <QByteArray>

namespace nianbao {

class DocxParts;

/// What stands around the text of a part: page, grid, page numbers, the mark across the page. The footers and
/// headers it needs are made once for all parts of a kind.
class DocxSections {
public:
    DocxSections(DocxParts &parts, bool charGrid) : m_parts(parts), m_charGrid(charGrid) { }

    void setMark(const QString &mark) { m_mark = mark; } // before the first part; empty: 草稿 on drafts alone

    /// w:sectPr. isFirst: no part stands before it; isAlone: none behind it either.
    QByteArray propertiesOf(Manuscript::Part::Kind kind, bool isFirst, bool isAlone);

private:
    QByteArray reportReferences();
    QByteArray paperReferences(bool isAlone);
    QByteArray markReferences(const QString &mark);
    QByteArray addFurniture(
        const char *reference, const char *type, const char *kind, const QByteArray &content);

    DocxParts &m_parts;
    const bool m_charGrid;
    int m_count = 0; // of headers and footers
    QByteArray m_report{}; // their references, once they are made
    QByteArray m_paper{};
    QByteArray m_marked{};
    QString m_mark{};
};

} // namespace nianbao
