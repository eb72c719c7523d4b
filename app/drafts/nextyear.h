// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// A report of the year after, on the ground of last year's: organisation, headings, channels and categories
/// without counts. Texts and figures stay in the prior report beside it; nothing of them is copied.
Report nextYear(const Report &last); // in the form of its year
Report nextYear(const Report &last, SpecPointer form, int year);

} // namespace nianbao
