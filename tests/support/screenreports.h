// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readdocument.h"
#include "session.h"

namespace nianbao::test {

// What screens are filled with, so that each part of them has something to show.

/// The built-in sample with last year's report and a few more faults.
Report withFindings();
/// A document with the tables of that report, and what was recognised of it: most is sure, some is doubtful.
struct DoubtfulDocument {
    ReadDocument source{};
    Proposal proposal{};
};
DoubtfulDocument doubtfulDocument(const Report &report);
/// A text, a figure, a telephone number that went again, and a report that came back.
void makeHistory(Session &session);
/// A file of the report in that folder, instead of one that is there.
QString reportFile(const QString &folder, const QString &name, const Report &report);

/// That many in the list of recent ones, of bodies with long names, in a folder that is not there; with
/// errors, on the last day of January 2022.
void rememberReports(int count);

} // namespace nianbao::test
