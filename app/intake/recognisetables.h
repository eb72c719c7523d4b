// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

namespace nianbao {

/// The statutory tables of a document and every value in them.
struct RecognisedTables {
    SpecPointer form{}; // of the tables; nullptr: none was found
    QMap<CellId, ProposedCell> cells{}; // every cell of the form, totals too, as they were declared
    QList<Phrase> notes{}; // what was decided, left out or does not fit: whole sentences
    QSet<int> usedBlocks{}; // blocks that are table material, filling instructions too: no running text
    bool any = false; // a statutory table was found, if only its labels
};

/// Finds the tables by the labels of the forms, never by where they stand. Nothing that is wrong is Sure.
/// Total and pure; linear in the cells.
RecognisedTables recogniseTables(const ForeignDocument &document, const IntakeHints &hints = {});

} // namespace nianbao
