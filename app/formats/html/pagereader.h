// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

#include <QByteArray>
#include <QHash>

namespace nianbao {

/// Pictures that came beside a page, by the address it calls them.
using PagePictures = QHash<QString, QByteArray>;

/// A page whose text is UTF-8, read into blocks.
Result<ForeignDocument> readPage(const QByteArray &utf8, const PagePictures &pictures);

} // namespace nianbao
