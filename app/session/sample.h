// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

namespace nianbao {

class Report;

/// The report that comes with the program, to be tried out: a file of this person's like any other, known by
/// its id wherever it goes, so that nobody takes its figures for real ones.
namespace sample {
bool isSample(const Report &report);
/// Where it is, or would be made: in the documents folder, under the first name that is nobody else's.
QString path();
/// As it ships, in that place, unless it is there already; where it is. Errors: those of Session::create.
Result<QString> ensure();
/// As it ships once more, whatever was tried in it. Errors: those of Session::create.
Result<QString> reset();
} // namespace sample

} // namespace nianbao
