// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "place.h"

namespace nianbao {

// The border to the pages, whose ink names its source by the words of its place.

inline Source sourceOf(const Place &place)
{
    const bool isCell = place.kind() == Place::Kind::Cell;
    return {isCell ? place.cellId() : CellId(), isCell ? QString() : place.toString(), place.paragraph()};
}

inline Place placeOf(const Source &source)
{
    if (!source.cell.isEmpty())
        return Place::cell(source.cell);
    const Place place = Place::parse(source.section).value_or(Place());
    return source.paragraph < 0 ? place : place.inParagraph(source.paragraph);
}

} // namespace nianbao
