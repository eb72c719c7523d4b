// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// A paragraph written from the figures as the form says, with live figures in it and the sentence for none
/// where it is zero. A draft for the clerk to edit; it never contradicts the tables it is made from.
QString draftParagraph(const Report &report, const DraftSpec &draft);

} // namespace nianbao
