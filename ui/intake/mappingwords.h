// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "intakechoice.h"
#include "mapping.h"
#include "readdocument.h"
#include "richwords.h"

class QPalette;

namespace nianbao {

/// Sentences of the mapping screen that are made of several facts.
namespace mappingwords {
QString about(const ReadDocument &source, const Proposal &proposal); // kind, year, body, form
QString nameOf(const ReadDocument &source, const Proposal &proposal); // the body, else the file
QString tabWords(const TableSpec &table, const Mapping &mapping); // 表三 ? 1 ≈ 7
/// What was decided on the way, and what does not add up.
RichWords notes(const Mapping &mapping, const QPalette &palette);
/// What a use does, in a sentence.
QString useWords(IntakeUse use, int year, const Report *open);
/// What is odd about the years; empty: nothing.
QString yearDoubt(IntakeUse use, int year, const Report *open, const Mapping &mapping);
} // namespace mappingwords

} // namespace nianbao
