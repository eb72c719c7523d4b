// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

namespace nianbao {

/// What a screen reader is told of the preview: the page in sight, as text.
namespace pageaccess {
void install(); // once for all
} // namespace pageaccess

} // namespace nianbao
