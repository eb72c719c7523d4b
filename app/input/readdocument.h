// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"
#include "reportjson.h"
#include "result.h"

#include <QStringList>

#include <stop_token>

namespace nianbao {

/// A document of another program, read and not yet understood.
struct ReadDocument {
    ForeignDocument document{};
    QString file{}; // its name, without folder
    QString sha256{}; // of its bytes, hex
};

inline constexpr qint64 kDocumentBytes = 128LL << 20; // of one file

/// Suffixes of documents that can be read, without dot, in the order a dialog names them. The last ones need
/// LibreOffice.
QStringList readableSuffixes();

/// Whether it is a report of ours, .nianbao or JSON, and no document of another program: by its first bytes,
/// else its suffix. Errors: those of RegularFile::open.
Result<bool> isOwnReport(const QString &path);

/// Any document that is there. What it holds tells its kind; the suffix only where bytes do not (csv, an old
/// office format). Errors, `where` the path: those of the readers, readWholeFile, UnknownKind. Once it
/// is called off no child works on, and the answer means nothing.
Result<ReadDocument> readDocument(const QString &path, const std::stop_token &stop = {});

/// What the clipboard or a drop holds of a page: its HTML, else its text. Errors: those of readHtml and
/// readPlainText, `where` empty.
Result<ReadDocument> readPasted(const QString &html, const QString &text);

/// A report to take from, whatever file it is in: one of ours as it is (see readReport), a document of
/// another program as it was recognised.
struct TakenReport {
    ImportedReport imported;
    std::optional<Proposal> proposal{}; // of a document
};
struct TakeChoices {
    IntakeHints hints{};
    bool guesses = true; // false: what is only guessed is left out
};
/// Errors: those of readReport and readDocument; NothingRecognised, YearUnknown.
Result<TakenReport> takeReport(const QString &path, const TakeChoices &choices = {});

} // namespace nianbao
