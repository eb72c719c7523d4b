// SPDX-License-Identifier: MulanPSL-2.0
#include "pagetext.h"

#include <set>

namespace nianbao {

namespace {

using ElementKind = Element::Kind;

/// The element whose words make one piece of a line: of words inside a cell the cell.
int pieceOf(const PageDocument &document, int element)
{
    for (int at = element; at >= 0; at = document.elements[size_t(at)].parent) {
        const ElementKind kind = document.elements[size_t(at)].kind;
        if (kind == ElementKind::Cell || kind == ElementKind::HeadCell || kind == ElementKind::Figure)
            return at;
    }
    return element;
}

bool isInOneRow(const PageDocument &document, int one, int other)
{
    const auto rowOf = [&document](int piece) {
        const int parent = piece < 0 ? -1 : document.elements[size_t(piece)].parent;
        return parent >= 0 && document.elements[size_t(parent)].kind == ElementKind::Row ? parent : -1;
    };
    return rowOf(one) >= 0 && rowOf(one) == rowOf(other);
}

QString wordsOf(const GlyphRun &run)
{
    QString words;
    for (const Glyph &glyph : run.glyphs)
        words += QString::fromUcs4(&glyph.character, 1);
    return words;
}

} // namespace

QString pageText(const PageDocument &document, int page)
{
    if (page < 0 || page >= int(document.pages.size()))
        return {};
    const Page &sheet = document.pages[size_t(page)];
    QString text;
    int before = -1;
    const auto begin = [&](int piece) {
        if (!text.isEmpty() && piece != before)
            text += isInOneRow(document, before, piece) ? u'\t' : u'\n';
        before = piece;
    };
    std::set<int> figures; // words drawn in one are in its words already
    const auto addFigure = [&](int figure) {
        if (figures.insert(figure).second) {
            begin(figure);
            text += document.elements[size_t(figure)].alternative;
        }
    };
    for (const GlyphRun &run : sheet.runs) {
        const int piece = pieceOf(document, run.element);
        if (piece < 0)
            continue;
        if (document.elements[size_t(piece)].kind == ElementKind::Figure) {
            addFigure(piece);
            continue;
        }
        begin(piece);
        text += wordsOf(run);
    }
    for (const PlacedPicture &picture : sheet.pictures) {
        if (picture.element >= 0)
            addFigure(picture.element);
    }
    return text;
}

} // namespace nianbao
