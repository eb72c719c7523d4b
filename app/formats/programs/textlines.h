// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "pagewords.h"

namespace nianbao {

/// A line of text beside tables.
struct TextLineOfPage {
    int page = 0;
    QList<PageWord> words{};
    QString text{};
    double left = 0, right = 0, top = 0, bottom = 0;
    double height = 0; // of most of it

    double centre() const { return (top + bottom) / 2; }
};

QList<TextLineOfPage> linesOfPage(int page, const QList<PageWord> &words);

/// How the text of a document is set.
struct TextMeasure {
    double left = 0; // where its lines begin and end, for the most
    double right = 0;
    double height = 0;
    double pitch = 0; // from line to line within a paragraph

    static TextMeasure of(const QList<QList<TextLineOfPage>> &pages, double pageWidth);
    bool beginsParagraph(const TextLineOfPage &before, const TextLineOfPage &line) const;
};

/// Lines that look like rows of a table without rules: with figures, under each other.
bool looksLikeRow(const TextLineOfPage &line);
/// Such rows as a grid, by where their figures stand: all of it is a guess.
ForeignGrid guessedGrid(const QList<TextLineOfPage> &rows);

} // namespace nianbao
