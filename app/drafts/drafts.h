// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Paragraphs written from the figures, with live figures in them and the sentence for none where it is zero.
/// Drafts for the clerk to edit; they never contradict the tables they are made from.
enum class Draft { Disclosure, Requests, Disputes, Fee }; // 主动公开, 依申请公开, 复议诉讼, 信息处理费

QString draftParagraph(const Report &report, Draft draft);

/// A report of the year after, on the ground of last year's: organisation, headings, channels and categories
/// without counts. Texts and figures stay in the prior report beside it; nothing of them is copied.
Report nextYear(const Report &last); // in the form of its year
Report nextYear(const Report &last, SpecPointer form, int year);

/// What last year's report says about cells that are still blank: carried in = its carried out, and in force
/// = its in force + issued − repealed. Proposals only: a cell stays blank until one is taken.
QHash<CellId, Amount> proposals(const Report &report);

/// How a report changes into the form that replaces its own.
struct Conversion {
    struct Move {
        CellId from{}; // empty: a new cell that stays blank or becomes 0
        CellId to{}; // empty: no place in the new form; its figure goes into the table's note
        std::optional<Amount> value{};
    };
    QList<Move> moves{}; // of what does not simply stay
    int kept = 0; // filled cells that stay where they are
    Change change{}; // all of it, one undo step
};
/// Error NoSuchPlace: the form has no successor.
Result<Conversion> conversion(const Report &report);

} // namespace nianbao
