// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QString>

#include <optional>

namespace nianbao {

class Session;

/// Whether a PDF is that of the open report: it is made again as it says that it was made, and compared.
struct PdfCheck {
    enum class Verdict {
        Equal, // byte for byte
        Different,
        Incomparable // it cannot be made again here
    };
    enum class Reason {
        None,
        Foreign, // it does not say how it was made: not by this program, or not by an export
        Version, // made by another version of the program
        Fonts // made in other font files
    };
    Verdict verdict = Verdict::Incomparable;
    Reason reason = Reason::None;
    /// The first page, from 1, that shows something else; of an incomparable one whose text is another.
    /// nullopt: none does, as far as pages could be read.
    std::optional<int> page{};
    bool isDigestEqual = false; // it names the digest of what the report says now
    bool isTextRead = false; // of an incomparable one: its pages could be read
};

/// Errors: those of readWholeFile and FontSet::load.
Result<PdfCheck> checkPdf(const QString &path, const Session &session);

QString toString(PdfCheck::Verdict verdict); // equal, different, incomparable
/// What it found, in whole sentences.
QString pdfWords(const PdfCheck &check);

} // namespace nianbao
