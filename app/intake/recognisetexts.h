// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "recognisetables.h"

namespace nianbao {

/// Everything of a document but its tables.
struct RecognisedTexts {
    bool any = false; // it has sections of the form, or says that it is such a report
    std::optional<int> year{};
    QList<ProposedText> texts{}; // in the report's order, each within bounds.h
    QList<Illustration> pictures{};
    QList<Phrase> notes{};
    int notesOfWeight = 0; // so many of these, which stand first
};

/// Finds title, sections and the rest by what they say. The form is that of the tables; nullptr: none was
/// found, and that of the year is taken. Total and pure; linear in the text.
RecognisedTexts recogniseTexts(
    const ForeignDocument &document, const RecognisedTables &tables, const IntakeHints &hints = {});

} // namespace nianbao
