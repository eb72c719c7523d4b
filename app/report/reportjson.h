// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "keptstep.h"

#include <QByteArray>
#include <QStringList>

namespace nianbao {

struct ImportedReport {
    Report report;
    QStringList notices{}; // unknown keys that were ignored, each as a JSON path
    QStringList removed{}; // texts that lost characters nobody sees: JSON path and characters
};

/// Where a JSON comes from. What comes from outside keeps bounds.h; what one of our own files holds was let
/// in once, perhaps by an older version, and is read as it is.
enum class Origin { Outside, OwnFile };

/// Reads a report in the interchange format (nianbao-report, version 1), numbers exact.
/// Errors, `where` the JSON path: BadJson; UnclearMark, SeveralFigures, FigureWithNote, WrongUnit,
/// OutOfRange, BadDate, TooLong, TooMany, PictureTooLarge.
Result<ImportedReport> reportFromJson(const QByteArray &json, Origin origin = Origin::Outside);

/// Writes it, prior year's report included. Reading the result gives an equal report, but for what the format
/// does not say: the review's state, and whether a declared total was confirmed.
QByteArray reportToJson(const Report &report);
/// Every character that stands in it, each once, in their order; of pictures none.
QString charactersOf(const Report &report);

/// The same, read back and compared before it is handed over: what cannot be read again was not written.
/// Errors: those of reading it; WriteFailed when another report comes back.
Result<QByteArray> provenJson(const Report &report, Origin origin = Origin::Outside);

/// The same as a picture of a move: of the review and of what was said see withoutTalk; pictures and last
/// year's report by the hash of their bytes, which go to large; and which declared totals were taken. Errors:
/// those of provenJson.
Result<QByteArray> keptPicture(const Report &report, KeptBytes &large);
/// Errors: BadJson where: JSON path.
Result<Report> fromKeptPicture(const QByteArray &json, const BytesOf &bytesOf);

/// The report in the interchange format, whole or not at all. Errors: those of writeWhole, PictureTooLarge
/// and PictureUnreadable for bytes that could not be read back as a picture.
Result<> writeJson(const Report &report, const QString &path);

} // namespace nianbao
