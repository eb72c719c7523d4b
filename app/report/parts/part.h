// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "place.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace nianbao {

// A part of a report is one pair of files in this folder: its content, the steps that change it, and a class
// that holds its state and does what is asked of every part:
//   take(step, taking)   checks the step, does it, says how to go back; one function a kind of step
//   addTexts(change)     a step for each text as it stands, to be cleaned
//   read(in), write(out) the interchange format
// Beside it, for each kind of step: kName, toKept and fromKept, its name and what the history keeps of it
// (see keptstep.h), and clean(step, cleaner). To add a part: its pair, its steps and flag in change.h, its
// member in report.h, and a line in reportapply, cleanreport and reportjson.

class ReportSpec;
class TextCleaner;
struct Change;
struct Delta;
struct JsonIn;
struct JsonOut;
struct KeptIn;
struct KeptOut;
struct Taking;

} // namespace nianbao
