// SPDX-License-Identifier: MulanPSL-2.0
#include "packagereader.h"

namespace nianbao {

} // namespace nianbao
