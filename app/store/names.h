// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

namespace nianbao {

/// Nothing when a report can be written under this absolute path with all that comes to stand beside it:
/// journal, lock, backup. Else NameTooLong or PathTooLong.
std::optional<Error> nameTooLong(const QString &path);

/// Why an existing report cannot be edited where it is, by the effective user: its name, a write-protected
/// file or folder.
std::optional<Error> whyNotWritable(const QString &path);

} // namespace nianbao
