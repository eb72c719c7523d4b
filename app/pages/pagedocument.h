// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fonts.h"
#include "place.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace nianbao {

/// What a piece of ink stands for: structure for bookmarks and tags, and where a click goes.
enum class InkRole {
    Title,
    Heading1,
    Heading2,
    Paragraph,
    HeadCell,
    Cell,
    TableNote,
    Signature,
    Caption,
    ChartText,
    PageNumber,
    LineNumber,
    MarginNumber,
    Digest
};

/// What a piece of the document is for somebody who hears it read: an element of the PDF's structure tree
/// (ISO 32000-1 14.8.4). Ink without an element is an artifact: page numbers, rules, repeated heads.
struct Element {
    enum class Kind { Title, Heading1, Heading2, Paragraph, Table, Row, HeadCell, Cell, Figure, Caption };
    Kind kind = Kind::Paragraph;
    int parent = -1; // of PageDocument::elements; -1: the document
    QString alternative{}; // of a Figure: its content in words
    int rowSpan = 1;
    int columnSpan = 1;
    bool isRowHead = false; // of a HeadCell: it heads its row, not its column
    QRectF box{}; // of a Figure: where it stands on its page, mm
};

struct Glyph {
    char32_t character = 0; // what was typed: the exact text of the PDF
    quint32 glyph = 0; // in its face
    float x = 0; // left edge of the glyph's origin, mm from the left edge of the paper
};

/// Characters of one face and size on one baseline. Lengths in mm; y grows downwards from the paper's top.
struct GlyphRun {
    int face = 0; // of FontSet
    double size = 0; // em in mm
    double baseline = 0;
    InkRole role = InkRole::Paragraph;
    int source = -1; // index into PageDocument::sources; -1: none
    int element = -1; // index into PageDocument::elements; -1: an artifact
    std::vector<Glyph> glyphs{};
    bool continuesLine = false; // it goes on with the line of the run before, in another face
};

struct Stroke { // a straight rule
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 0;
};

struct Fill {
    QRectF rect{};
    QColor colour{};
    int source = -1;
};

struct Shape { // outlines that are not text, filled: the draft mark, bars of a chart
    QPainterPath path{}; // mm
    QColor colour{};
    int element = -1;
};

/// A picture as it came from its file; used by any number of places.
struct Picture {
    QByteArray bytes{}; // PNG or JPEG
    QString name{}; // of its file, for messages
};

struct PlacedPicture {
    QRectF rect{}; // mm
    int picture = 0; // index into PageDocument::pictures
    int element = -1;
};

struct Balloon { // a number in the margin
    int number = 0;
    QPointF centre{};
    double radius = 0;
};

struct Page { // painted in this order: ground, fills, pictures, shapes, rules, runs
    int number = 1; // as printed; 0: a cover, which carries none
    std::vector<Shape> ground{}; // the draft mark
    std::vector<Fill> fills{};
    std::vector<PlacedPicture> pictures{};
    std::vector<Shape> shapes{};
    std::vector<Stroke> rules{};
    std::vector<GlyphRun> runs{}; // in reading order
    std::vector<Balloon> balloons{}; // drawn with shapes and runs
    std::u32string missing{}; // characters that no font here has: a □ stands in the place of each
};

struct Bookmark {
    QString text{};
    int level = 1; // 1: section, 2: sub-section or table
    int page = 0; // index
    double y = 0; // mm from the top
};

/// The report as pages of positioned ink. Immutable once built; knows no report. Preview, printer, PDF and
/// golden tests all take it from here and lay out nothing again.
struct PageDocument {
    double width = 210; // mm
    double height = 297;
    QString title{};
    std::shared_ptr<const FontSet> fonts{};
    std::vector<Page> pages{};
    std::vector<Place> sources{}; // where ink comes from: a cell, a heading, a paragraph
    std::vector<Element> elements{}; // a parent stands before its children; children in reading order
    std::vector<Picture> pictures{};
    std::vector<Bookmark> bookmarks{};
    QStringList brokenPictures{}; // names of those that are missing or cannot be shown: a box says so
};

/// Distance of a point from the middle of the run's line, or -1 when it is out of reach. mm.
double distanceTo(const PageDocument &document, const GlyphRun &run, QPointF point);
/// Source at a point of a page, or nullptr. Rects of figures are tried before runs. mm.
const Place *sourceAt(const PageDocument &document, int page, QPointF point);
/// Number of the balloon at a point of a page; 0: none is there. mm.
int balloonAt(const PageDocument &document, int page, QPointF point);
/// First page that shows the place or a part of it, or -1.
int pageOf(const PageDocument &document, const Place &place);
/// Characters for which no font here has a glyph, each once, in the order of the pages.
QList<char32_t> missingCharacters(const PageDocument &document);
/// Each page as lines "x y size role text": for golden tests and bug reports.
QString dumpPages(const PageDocument &document);

} // namespace nianbao
