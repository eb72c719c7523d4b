// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pdffile.h"

namespace nianbao {

/// Embeds a picture and tells its object: an upright JPEG as it came, all others without loss.
int putPicture(PdfFile &pdf, const Picture &picture);

} // namespace nianbao
