// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// A path as a person knows it: "~/文档/花山镇2021.nianbao" below their own folder, else the whole of it.
QString shownPath(const QString &path);
/// The other way, of what stands or was typed in a field; blanks around it are left out.
QString typedPath(const QString &words);

} // namespace nianbao
