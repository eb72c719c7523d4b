// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"
#include "result.h"

namespace nianbao {

/// A document of another program, read and not yet understood. By its first bytes and its suffix.
struct ReadDocument {
    ForeignDocument document{};
    QString file{}; // its name, without folder
    QString sha256{}; // of its bytes, hex
};

/// Suffixes that can be read, without dot, in the order a dialog names them. Some need another program.
QStringList readableSuffixes();

/// Any file that is there: docx, html, htm, mht, txt, xlsx, csv, tsv, pdf; doc, wps, xls, odt by LibreOffice.
/// Errors, `where` the path: those of the readers, readWholeFile, UnknownKind.
Result<ReadDocument> readDocument(const QString &path);

/// What the clipboard or a drop holds of a page: HTML, else plain text.
Result<ReadDocument> readPasted(const QString &html, const QString &text);

} // namespace nianbao
