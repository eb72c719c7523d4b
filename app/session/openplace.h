// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace nianbao {

/// Whether what is written where a file lies will still be there tomorrow.
enum class PlaceKind {
    Usual,
    Temporary, // emptied when the system likes; the trash too
    Attachment, // where a mail program, browser or chat keeps what was opened from it
    Portal, // lent to a program in a sandbox: one file, and nothing may stand beside it
    ReadOnly, // nothing can be written there
};

/// What such places are called on this computer.
struct KnownPlaces {
    QString home{};
    QStringList temporary{}; // folders
};

/// Told from the path alone, of Linux and of Windows; never ReadOnly.
PlaceKind placeOf(const QString &path, const KnownPlaces &places);
/// The same here and now; whether anything can be written there is asked too. Of a file that is
/// not there yet its folder tells.
PlaceKind placeOf(const QString &path);
/// Stands in for that, for tests: all their folders are temporary. nullptr: the real one.
using PlaceJudge = PlaceKind (*)(const QString &path);
void setPlaceJudge(PlaceJudge judge);

/// Where what is made of a file would last: beside it, else among this person's documents.
QString lastingFolder(const QString &path);

/// What that means for somebody who wants to work there, in whole sentences; empty for Usual.
QString placeWords(PlaceKind kind);

} // namespace nianbao
