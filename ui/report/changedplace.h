// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Where a change will be seen: there a person is led when it is undone or done again.
struct ChangedPlace {
    Place before{}; // in the report as it is now; nowhere: on no page
    Place after{}; // once the change is made
    QString finding{}; // key, of an explanation
    bool rules = false; // rules switched off or on
    bool prior = false; // last year's report
};

/// The place of the first step that has one.
ChangedPlace changedPlace(const Report &now, const Change &change);

} // namespace nianbao
