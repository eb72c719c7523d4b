// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fonts.h"
#include "pagedocument.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nianbao {

/// How a paragraph is set. Lengths in mm.
struct TextStyle {
    FontRole role = FontRole::Body;
    double size = 0; // em
    double cell = 0; // width of a full-width character; the glyph stands in its middle
    double width = 0; // of a full line
    double indent = 0; // of the first line
    bool justified = true; // full lines to both edges; else ragged
};

/// A glyph of a line: x from the left edge of the line.
struct SetGlyph {
    int face = 0;
    Glyph glyph{};
};

struct TextLine {
    std::vector<SetGlyph> glyphs{};
    double width = 0; // of the ink's cells, indent included
    std::u32string missing{}; // see Page::missing
};

/// Breaks a paragraph into lines by GB/T 15834-2011 5.1: nothing forbidden at a line's start or end, marks
/// squeezed in first and pushed out second, —— and …… whole, a number with its unit whole, words whole unless
/// longer than a line; an address is parted after / . - where the line before it would be stretched too far.
/// White space is normalised, what cannot be seen is left out, □ stands for what no font has; every other
/// character is kept, in order. Never empty: a paragraph without ink is one line without glyphs.
std::vector<TextLine> breakLines(const FontSet &fonts, const QString &paragraph, const TextStyle &style);

/// The same text in as few pieces as fit the width, as even as can be, parted where the name of a body ends:
/// for titles and signatures.
QStringList evenLines(const FontSet &fonts, const QString &text, const TextStyle &style);

/// How many of its characters are ink: blanks and what cannot be seen are none.
qsizetype inkCharacters(const QString &text);

/// Width of a text set in one line without squeezing.
double textWidth(const FontSet &fonts, const QString &text, const TextStyle &style);

/// What ink belongs to: see GlyphRun.
struct InkOwner {
    InkRole role = InkRole::Paragraph;
    int source = -1;
    int element = -1;
};

/// Glyphs as runs of one face each, on a baseline. x: left edge of the line.
void appendRuns(
    Page &page, const TextLine &line, double x, double baseline, double size, const InkOwner &owner);

/// A label: one line of ragged text at a point of its baseline, made smaller when it is wider than `most`.
struct Label {
    enum class Align { Left, Centre, Right };
    FontRole font = FontRole::Table;
    double size = 0; // em in mm
    Align align = Align::Left;
    double most = 0; // mm; 0: as wide as it is
};
void placeLabel(Page &page, const FontSet &fonts, const QString &text, const Label &label, QPointF at,
    const InkOwner &owner);

/// Baseline of an em box: CJK faces stand 0.88 em above and 0.12 em under it.
inline constexpr double kEmAscent = 0.88;

} // namespace nianbao
