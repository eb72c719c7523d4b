// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

// Places in a report: what stands there, where it is edited, and where it is after an edit.

/// As it is stored; nullopt: no text stands at such a place, or the report has no such place.
std::optional<QString> textAt(const Report &report, const Place &place);
std::optional<Step> withTextAt(const Report &report, const Place &place, const QString &text);

/// As files and other programs write it, a range in characters of the text that stands there; a range that
/// is not there is left out. nullopt: no place is written like that, whether the report has it or not.
std::optional<Place> placeIn(const Report &report, const QString &words);
QString placeWords(const Report &report, const Place &place); // the other way

/// Whether the report has it; the whole of it always.
bool hasPlace(const Report &report, const Place &place);
/// The section that it belongs to, the page of facts, the channels; the whole report if none.
Place sectionOf(const Report &report, const Place &place);
/// Where the 更正说明 is printed and changed.
Place placeOfCorrection(const Report &report);

/// The entry of the contents under which it is edited: the introduction for the people of the sign-off, the
/// sub-section for its heading, the section for a cell of its table. Nowhere: under none.
Place entryOf(const Report &report, const Place &place);

/// Where what stands at a place is once the step is taken, with its range among the same words; nullopt: it
/// is gone. Of lists that are replaced as a whole (channels, illustrations) as far as equal members tell.
std::optional<Place> moved(const Place &place, const Step &step, const Report &before);
/// The same for an edit that was made; now: the report with it.
std::optional<Place> moved(const Place &place, const Delta &done, const Report &now);

} // namespace nianbao
