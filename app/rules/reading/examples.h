// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rulewords.h"

namespace nianbao {

/// An example of a phrase that is not read as it says.
struct ExampleFault {
    qsizetype phrase = 0; // index
    bool isRead = false; // of `reads`; else of `not`
    qsizetype example = 0; // index in that list
    QString sentence{};
    QString counts{}; // what the figure in [ ] counts as it is read; empty: nothing
};

/// Reads the examples of the phrases from `first` on, each in a report of a town and its year 2024. What the
/// figure in [ ] counts is the phrase's `counts`, or is not. A phrase without one is shown by what is not
/// counted.
QList<ExampleFault> faultyExamples(const RuleWords &words, qsizetype first = 0);

} // namespace nianbao
