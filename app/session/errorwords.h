// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

namespace nianbao {

/// What was being done: a full disk means one thing for what was just typed, another for a file to be made.
enum class Doing { Editing, MakingAFile };

/// What only somebody who mends the program reads of an error: "SQLite 11", "90000 < 233472", of a damaged
/// file the part: "review"; in no sentence, and without a word of a report. Empty: nothing.
QString technicalRest(const Error &error);
/// The sentence for a person: what happened, where, what to do. In the language of the installed translator.
QString describe(const Error &error, Doing doing = Doing::Editing);

} // namespace nianbao
