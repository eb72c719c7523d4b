// SPDX-License-Identifier: MulanPSL-2.0
#include "systemreason.h"

#include <cerrno>

namespace nianbao {

bool meansFullDisk(int reason) { return reason == ENOSPC || reason == EDQUOT || reason == EFBIG; }

bool meansNoPermission(int reason) { return reason == EACCES || reason == EPERM || reason == EROFS; }

} // namespace nianbao
