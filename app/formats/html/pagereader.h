// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "markupsource.h"
#include "result.h"

#include <QByteArray>
#include <QHash>

namespace nianbao {

/// Pictures that came beside a page, by the address it calls them.
using PagePictures = QHash<QString, QByteArray>;

/// A page read into blocks; a notice tells of characters that were lost.
Result<ForeignDocument> readDecodedPage(const DecodedPage &page, const PagePictures &pictures);

} // namespace nianbao
