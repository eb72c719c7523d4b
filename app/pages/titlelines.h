// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "pagestyle.h"
#include "textflow.h"

namespace nianbao {

// How title and signature are broken and set off, once for all that show them. Lengths in mm.

/// One line, or broken at sense: after the body's name, or before what kind of paper it is; a long name
/// between the bodies it names.
QStringList titleLines(const TitleBlock &title, const PageStyle &style, const FontSet &fonts);

TextStyle signatureStyle(const PageStyle &style);

/// The name that signs; one that is longer than a line in as few lines as it takes, as even as can be.
/// seal: with room for one, see SignatureLines.
QStringList signatureNames(
    const Signature &signature, const PageStyle &style, const FontSet &fonts, bool seal);

/// GB/T 9704 7.3.5.2: after an empty line the name, two cells free at its right; under it the date, beginning
/// two cells right of the name; a date longer than the name stands two cells from the right and the name
/// moves left. With a seal (7.3.5.1): the date four cells from the right, the name in the middle above it.
/// The lines of a long name stand in the middle of each other, and the date follows the last one.
struct SignatureLines {
    QStringList names{};
    QString date{}; // empty: none is stated
    double middle = 0; // of the names, from the left edge of the type area
    double dateLeft = 0; // from there too
    double dateWidth = 0;
};
SignatureLines signatureLinesOf(
    const Signature &signature, const PageStyle &style, const FontSet &fonts, bool seal);

} // namespace nianbao
