// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao::test {

/// Whether the running row of the running test may say just that: its sentence stands in
/// tests/data/words/FILE.json under "function/row". Says what differs.
bool isSaidExactly(const QString &file, const QString &words);

} // namespace nianbao::test
