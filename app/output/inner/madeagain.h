// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pdfwriter.h"

#include <optional>

namespace nianbao {

class Session;

/// Pages and file as they were asked for once, whatever the report's state is now; words: of a PDF's
/// PdfOrigin. nullopt: no such options are known. Errors: those of FontSet::load.
struct MadeAgain {
    PageDocument pages{};
    PdfOptions options{};
};
Result<std::optional<MadeAgain>> makeAgain(const QString &words, const Session &session);

} // namespace nianbao
