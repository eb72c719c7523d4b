// SPDX-License-Identifier: MulanPSL-2.0
#include "packagewriter.h"

namespace nianbao {

} // namespace nianbao
