// SPDX-License-Identifier: MulanPSL-2.0
#include "xmlreader.h"

namespace nianbao {

} // namespace nianbao
