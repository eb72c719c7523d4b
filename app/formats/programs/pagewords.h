// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace nianbao {

/// A word and where it stands: points from the page's upper left corner.
struct PageWord {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    QString text{};

    double height() const { return bottom - top; }
    double centreX() const { return (left + right) / 2; }
    double centreY() const { return (top + bottom) / 2; }
};

/// Of each page its words, as pdftotext -bbox tells them; parts of hanzi folded.
QList<QList<PageWord>> wordsOfPages(const QByteArray &xhtml);
double widthOfPages(const QByteArray &xhtml); // of the first; points

/// Words side by side (a line), as text: blanks where there are gaps that are seen.
QString textOfLine(const QList<PageWord> &words);

/// Words of one piece of paper as lines from top to bottom, each from left to right.
QList<QList<PageWord>> linesOfWords(QList<PageWord> words);

/// What stands between two lines of one text: nothing between hanzi, a blank between words.
QString joinOfLines(QStringView before, QStringView after);

} // namespace nianbao
