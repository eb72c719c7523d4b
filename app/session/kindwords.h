// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// What a kind of body (bodykinds.h) is called in the user's language; one that is not known by its id.
QString kindWords(const QString &kind);

} // namespace nianbao
