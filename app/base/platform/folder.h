// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

class QDir;

namespace nianbao {

// What is done to names in folders, by the system's own means. What fails leaves its reason in errno.

constexpr qsizetype kMostPath = 4096; // characters; longer ones no system opens

/// When something of that name, a link itself included, was last changed; nullopt: nothing is there.
std::optional<QDateTime> changedAt(const QString &path);
bool isThere(const QString &path);

/// The first of "name.suffix", "name（2）.suffix" and so on that is the name of nothing there; with the
/// brackets of the reader's language.
QString freePath(const QDir &folder, const QString &name, const QString &suffix);

/// By the effective user: what SQLite will be able to do.
bool mayWrite(const QString &path);
bool mayWriteIn(const QString &folder);

/// A new file with these bytes; one of the same name is not touched. False: nothing is left of it.
bool makeFile(const QString &path, const QByteArray &bytes);

/// Takes the other's place, if there is one.
bool renameFile(const QString &from, const QString &to);

/// The whole file under its final name, unless something has that name: then false. Not every file system
/// knows every way; the last one leaves the name empty for a moment.
bool renameToFreeName(const QString &from, const QString &to);

/// A copy or a successor may be read by nobody who could not read the original: owner, group and mode.
bool takeRights(int descriptor, int original);

/// So that a new name survives a power cut. Best effort: not every file system knows it.
void syncFolder(const QString &folder);

} // namespace nianbao
