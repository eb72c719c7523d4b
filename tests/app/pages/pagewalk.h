// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pagestyle.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nianbao::test {

struct Line { // of body text
    InkRole role = InkRole::Paragraph;
    int source = -1;
    double baseline = 0;
    double left = 0; // of the glyphs, mm
    double right = 0;
    double cellLeft = 0; // of the cells the glyphs stand in; a squeezed mark's cell is counted whole
    double cellRight = 0;
    QString text{};
};

QString textOf(const GlyphRun &run);
QString textOf(const PageDocument &document, bool withPageNumbers = false); // bare
QString bare(QString text); // without white space

bool isBody(InkRole role); // what stands on the line grid
std::vector<Line> linesOf(const PageDocument &document, const Page &page);
int slotOf(double baseline);

/// Walks the pages line by line, knowing nothing of how they came to be, and says of each line that breaks a
/// rule of the line grid, of GB/T 15834 5.1 or of what may stand alone which rule it breaks.
QStringList faults(const PageDocument &document, const PageStyle &style);

} // namespace nianbao::test
