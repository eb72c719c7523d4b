// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

namespace nianbao {

/// The sheets of an Excel file as grids, each behind a paragraph with its name. Errors, without `where`:
/// NotOfItsKind, those of PackageReader and XmlReader.
Result<ForeignDocument> readXlsx(const QByteArray &bytes);

} // namespace nianbao
