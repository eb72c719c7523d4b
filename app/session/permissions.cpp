// SPDX-License-Identifier: MulanPSL-2.0
#include "permissions.h"

#include <algorithm>

namespace nianbao {

Permissions::Action Permissions::neededFor(const Change &change)
{
    const bool onlyExplains = std::all_of(change.steps.begin(), change.steps.end(), [](const Step &step) {
        return std::holds_alternative<SetExplanation>(step) || std::holds_alternative<SetRuleOff>(step);
    });
    return onlyExplains ? Action::Explain : Action::EditContent;
}

} // namespace nianbao
