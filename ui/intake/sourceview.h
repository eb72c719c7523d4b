// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

#include <QHash>
#include <QTextBrowser>

class QTextTable;

namespace nianbao {

/// A document of another program as it was read: paragraphs, and tables with their merged cells as they
/// stand. One cell or paragraph is marked. Of a very large document the rest is left out, and that is said.
class SourceView final : public QTextBrowser {
    Q_OBJECT
public:
    explicit SourceView(QWidget *parent = nullptr);
    void showDocument(const ForeignDocument &document);
    /// Marks it and brings it into sight; nowhere: nothing is marked.
    void mark(const SourceSpot &spot);

Q_SIGNALS:
    void clicked(const nianbao::SourceSpot &spot);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void addParagraph(QTextCursor &cursor, const ForeignParagraph &paragraph, int block);
    void addGrid(QTextCursor &cursor, const ForeignGrid &grid, int block);
    void setMarked(const SourceSpot &spot, bool marked);

    struct Drawn {
        QTextTable *table = nullptr; // of a grid
        int start = -1; // of a paragraph
    };
    ForeignDocument m_document{};
    QHash<int, Drawn> m_drawn{}; // by block
    SourceSpot m_marked{};
    qsizetype m_room = 0; // cells and paragraphs that may still be drawn
};

} // namespace nianbao
