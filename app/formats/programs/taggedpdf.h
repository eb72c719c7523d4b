// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "poppler.h"

#include <optional>

namespace nianbao {

/// Blocks of a tagged PDF, by its own structure. nullopt: that is not to be trusted. It has to say everything
/// that its pages show but page numbers and what is repeated, and to say it in the order of the pages.
std::optional<ForeignDocument> readTags(const PdfFacts &facts, Poppler::Tags tags);

} // namespace nianbao
