// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Whether a report as it is takes a step, by bounds.h: what each step brings, not what is there. What an
/// older file holds beyond a bound may stay and shrink, but not grow. Errors: TooLong, TooMany, OutOfRange,
/// PictureTooLarge, BadDate, NoSuchPlace (of an illustration), with the place as `where`.
Result<> checkBounds(const Report &report, const Step &step);

/// What every sum relies on, also of what is restored: counts are not negative, and they and declared totals
/// leave room to add.
Result<> checkSafe(const Step &step);

} // namespace nianbao
