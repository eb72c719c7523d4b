// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

namespace nianbao {

/// A document of an older office program (.doc .wps .odt to docx; .xls .et .ods to xlsx) by LibreOffice, if it is
/// there: a profile of its own, no network, macros off, ended after kSeconds. The magic bytes are asked before.
/// Errors, without `where`: NotOfItsKind, ProgramMissing (detail: libreoffice-writer), ProgramFailed, TooSlow.
struct ConvertedDocument {
    QByteArray bytes{};
    QString kind{}; // docx or xlsx
};
Result<ConvertedDocument> convertByOffice(const QByteArray &bytes, const QString &suffix);

} // namespace nianbao
