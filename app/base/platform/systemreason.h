// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

namespace nianbao {

// What the number means that the system gave for a call that failed (errno).
bool meansFullDisk(int reason); // or a quota that is used up, or a file that may not grow further
bool meansNoPermission(int reason); // or a file system that takes no writing

} // namespace nianbao
