// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace nianbao {

/// The list of recent files that all programs of the desktop share (recently-used.xbel of the freedesktop
/// specification). Only what is ours in it is touched: what others wrote stays byte for byte. What is no such
/// list, or too large to be one, is left as it is. No more than a hundred entries are ours alone.
namespace desktopRecent {
QString path();
/// Errors: BadForm when the file is none that may be touched; those of readWholeFile, writeWhole and
/// writeNew.
Result<> add(const QString &file, const QDateTime &when);
/// What only we had there goes; of what others opened too, our mark.
Result<> forget(const QStringList &files);
/// The same in a thread of its own, one after the other: a home folder may lie on a slow disk. Nobody waits
/// for it, and what fails is not told: it is the desktop's list, not ours.
void addSoon(const QString &file, const QDateTime &when);
void forgetSoon(const QStringList &files);

// What the two do to the bytes of a list; no bytes are an empty list. nullopt: not to be touched.
std::optional<QByteArray> withEntry(const QByteArray &list, const QString &file, const QDateTime &when);
std::optional<QByteArray> withoutEntries(const QByteArray &list, const QStringList &files);
} // namespace desktopRecent

} // namespace nianbao
