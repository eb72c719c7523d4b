// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace nianbao {

struct PackagePart {
    QString name{}; // "word/document.xml"
    QByteArray bytes{};
    bool isStored = false; // not compressed: what is already, as PNG and JPEG are
};

/// The zip of these parts, in this order ([Content_Types].xml first, as Word wants it), the same bytes for
/// the same parts: the times in it are 1 January 1980. Errors: WriteFailed.
Result<QByteArray> packageOf(const QList<PackagePart> &parts);

} // namespace nianbao
