// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "wholefile.h"

namespace nianbao {

/// What the first hundred bytes of a SQLite file say, read before SQLite touches it.
struct FileHeader {
    quint32 pageSize = 0;
    quint32 pageCount = 0; // 0: not stated
    quint32 changeCounter = 0;
    quint32 schema = 0; // user_version
    quint32 applicationId = 0;
    bool writeAheadLog = false;
};

/// Errors: NotADatabase, Damaged, those of RegularFile.
Result<FileHeader> readHeader(const RegularFile &file, const QString &path);
/// Of the first page as it stands in a journal; nothing when these are no such bytes.
std::optional<FileHeader> headerFrom(const QByteArray &start);

inline constexpr qsizetype kHeaderSize = 100;

/// Big-endian, as everything in SQLite's files.
quint32 numberAt(const QByteArray &bytes, qsizetype at);

} // namespace nianbao
