// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

namespace nianbao {

/// The kinds of bodies that report, from resources/rules/bodies.json: town, street …
const QStringList &bodyKinds();
/// By the longest ending of the name that is known, 人民政府 and 办事处 set aside; empty: cannot be told.
QString kindOfBody(const QString &name);

} // namespace nianbao
