// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"
#include "result.h"

#include <QString>

#include <memory>

namespace nianbao {

class FontSet;
class Session;

/// A part of the report for the clipboard: as text, a line each for headings, paragraphs and rows, and as
/// HTML with headings and tables.
struct Excerpt {
    QString text{}; // empty: nothing of it is printed
    QString html{};
};

/// Of an entry of the contents: a section with its heading and sub-sections, one sub-section, the
/// introduction with the title; of the whole report everything. Live figures stand as their values. fonts:
/// what charts are drawn in; null: those of this computer. Errors: those of FontSet::load.
Result<Excerpt> excerptOf(
    const Session &session, const Place &entry, std::shared_ptr<const FontSet> fonts = {});

} // namespace nianbao
