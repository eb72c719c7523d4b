// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "docxmarkup.h"
#include "manuscript.h"

#include <QList>
#include <QSet>

namespace nianbao {

class DocxParts;

/// What stands between two characters of a paragraph.
struct DocxCut {
    qsizetype at = 0; // in its text
    QByteArray markup{};
};

/// The marks of a manuscript as comments of Word: their parts, and where their ranges begin and end. Answers
/// are comments upon comments. Each block is asked for once, from first to last.
class DocxComments {
public:
    DocxComments(const QList<MarginMark> &marks, const Manuscript::Part &part);
    DocxComments() = default; // none

    /// Of the block, cell or notes at that place, whose text that is. In the order of the text.
    QList<DocxCut> cutsAt(const Place &place, const QString &text, bool isTitle = false);
    void addTo(DocxParts &parts) const;

private:
    struct Range {
        const MarginMark *mark = nullptr;
        bool hasInk = false; // else at the title
        int firstId = 0;
        bool isOpen = false;
        bool isDone = false;
    };
    QByteArray starts(const Range &range) const;
    QByteArray ends(const Range &range) const;
    QByteArray commentsPart() const;
    QByteArray answersPart() const;

    QList<Range> m_ranges{};
};

} // namespace nianbao
