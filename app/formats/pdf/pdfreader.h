// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pdforigin.h"

#include <QList>

#include <optional>

namespace nianbao {

// Reads the PDFs of our own writer back, to be compared. Whatever bytes it is given, it takes bounded time
// and memory; of a file that is built otherwise it finds nothing.

/// What a page shows, so that two files of one program can be told apart.
struct ReadPage {
    QByteArray content{}; // its drawing, glyphs as the characters they stand for, pictures by their hash
    QByteArray text{}; // of all but artifacts (page numbers, repeated heads), UTF-8, without blanks
};

/// nullopt: it does not say.
std::optional<PdfOrigin> readOrigin(const QByteArray &pdf);
/// Empty: they cannot be read.
QList<ReadPage> readPages(const QByteArray &pdf);

} // namespace nianbao
