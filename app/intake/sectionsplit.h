// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentlines.h"

namespace nianbao {

/// The lines from one section's heading to the next one's.
struct LineSection {
    SectionId id{}; // of the form; empty: it has none like that
    QString title{}; // as it stands there, without number
    int heading = -1; // line
    int first = 0; // lines [first, end) behind it
    int end = 0;
    double likeness = 1; // of its title to the form's
};

struct SectionSplit {
    QList<LineSection> sections{}; // in the document's order
    int level = 0; // of the headings of sections; 0: the document does not say, or not of all
    int found = 0; // sections of the form
    int firstLine() const { return sections.isEmpty() ? -1 : sections.first().heading; }
};

/// Finds the form's sections by what their titles say, never by their numbers, and such as it does not have.
/// A heading that the text runs on from is made a line of its own.
SectionSplit splitSections(QList<DocumentLine> &lines, const ReportSpec &form, IntakeNotes &notes);

/// The titles by which a section may be known, the form's own first.
QStringList titlesOf(const SectionSpec &section);

} // namespace nianbao
