// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Where a cell of a form stands in another: the same id, else as the other says (ReportSpec::supersedes);
/// empty: nowhere.
CellId successor(const ReportSpec &older, const ReportSpec &form, const CellId &cell);

/// How a report changes into the form that replaces its own.
struct Conversion {
    struct Move {
        CellId from{}; // empty: a new cell that stays blank or becomes 0
        CellId to{}; // empty: no place in the new form; its figure goes into the table's note
        std::optional<Amount> value{};
    };
    SpecPointer form{}; // the new one
    QList<Move> moves{}; // of what does not simply stay
    int kept = 0; // filled cells that stay where they are
    Change change{}; // all of it, one undo step
};
/// Error NoSuchPlace: the form has no successor.
Result<Conversion> conversion(const Report &report);
/// Into a form that says how (ReportSpec::supersedes); without a word of it, cells keep their ids. Error
/// NoSuchPlace: the form lacks a section that has texts.
Result<Conversion> conversion(const Report &report, const SpecPointer &form);

} // namespace nianbao
