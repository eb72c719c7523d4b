// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "partlayout.h"
#include "textflow.h"

namespace nianbao {

/// Lays out a working paper of the office, top to bottom: not on the line grid of GB/T 9704, but within the
/// same type area. Used once: see paginate().
class OfficePaper final : private PartLayout {
public:
    OfficePaper(PageDocument &document, const PageStyle &style);
    void place(const Manuscript::Part &part);

private:
    void newPage() override;
    void makeRoom(double height);
    void placeBlock(const TitleBlock &title);
    void placeBlock(const HeadingBlock &heading);
    void placeBlock(const ParagraphBlock &paragraph);
    void placeBlock(const TableBlock &table);
    void placeBlock(const IllustrationBlock &) { Q_ASSERT(false); } // no such paper has one yet
    void placeBlock(const Signature &) { Q_ASSERT(false); }
    void placeLines(
        const QString &text, const TextStyle &style, double pitch, const InkOwner &owner, bool centred);
    void drawChanges(const QList<ChangedWords> &changes, int element);
    void placePageNumbers(); // 第 1 页，共 2 页

    double m_y = 0; // next free height, mm
};

} // namespace nianbao
