// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace nianbao {

/// What LibreOffice made of a document of an older office program.
struct ConvertedDocument {
    QByteArray bytes{};
    QString kind{}; // docx or xlsx
};

/// A document (.doc .wps .rtf .odt to docx; .xls .et .ods to xlsx) by LibreOffice, if it is there: a profile
/// of its own, macros off, ended after a minute. It makes something of any bytes, so these are asked first
/// what they are. Errors, without `where`: UnknownKind, NotOfItsKind, ProgramMissing (detail: the package),
/// ProgramFailed (also when it is called off, which ends LibreOffice at once), TooSlow.
Result<ConvertedDocument> convertByOffice(
    const QByteArray &bytes, const QString &suffix, const std::stop_token &stop = {});

} // namespace nianbao
