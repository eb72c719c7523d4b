// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

namespace nianbao {

/// A plain text: a paragraph a line, a table where lines have as many tabs as each other. Errors, without
/// `where`: UnknownEncoding, TooLarge, TooCostly.
Result<ForeignDocument> readPlainText(const QByteArray &bytes);
/// Comma, semicolon or tab separated values: one grid; empty lines part tables. Errors: the same.
Result<ForeignDocument> readCsv(const QByteArray &bytes);

} // namespace nianbao
