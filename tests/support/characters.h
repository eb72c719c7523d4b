// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao::test {

/// The 6763 level-one and level-two characters of GB 2312, in the order of the code table.
QString gb2312Hanzi();
/// The marks of GB/T 15834 and what else reports are typed with.
QString marks();
/// Of names of persons and places; 𠮷 lies outside the basic plane.
QString rareHanzi();

} // namespace nianbao::test
