// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

#include <functional>

class QAbstractItemView;

namespace nianbao {

/// In a list or table without a row these words stand, quietly: what will be there, and how it gets there.
/// They are asked anew whenever rows come or go, and are read to who cannot see. The view has its model.
void sayWhenEmpty(QAbstractItemView *view, std::function<QString()> words);

} // namespace nianbao
