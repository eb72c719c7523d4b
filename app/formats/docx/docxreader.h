// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

namespace nianbao {

/// The body of a Word document. Errors, without `where`: NotOfItsKind, those of PackageReader and XmlReader.
Result<ForeignDocument> readDocx(const QByteArray &bytes);

} // namespace nianbao
