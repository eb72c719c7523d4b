// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "frontmatter.h"

namespace nianbao {

/// What a document's title, introduction and signature say of the body that reports, by the keys of facts.
/// Only what stands behind a label of its own, or is spelled out, is sure.
QMap<QString, FoundText> organisationFacts(const FrontMatter &front, const QList<DocumentLine> &lines,
    const ReportSpec &form, const IntakeHints &hints);

} // namespace nianbao
