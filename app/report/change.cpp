// SPDX-License-Identifier: MulanPSL-2.0
#include "change.h"

namespace nianbao {

Change Change::of(QString description, Step step, QString mergeKey)
{
    return {std::move(description), {std::move(step)}, std::move(mergeKey)};
}

} // namespace nianbao
