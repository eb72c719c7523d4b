// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QStringList>

namespace nianbao {

/// The change with all of its texts clean: what Session::edit takes.
Change cleaned(const Change &change);

/// A report from elsewhere with all of its texts clean, last year's included. removed: JSON path and
/// characters of each text that lost any.
Report cleaned(const Report &report, QStringList *removed = nullptr);

} // namespace nianbao
