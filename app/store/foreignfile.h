// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "database.h"
#include "filestamp.h"

class QTemporaryDir;

namespace nianbao {

/// The door in front of every report file, whoever sent it. SQLite never opens its path: size, header and the
/// files beside it are judged, what is good is read through one descriptor into a private place, and there
/// the schema must be ours word for word and the file whole before a table is asked anything. Looking
/// changes no byte and leaves no side file.
struct PrivateCopy {
    ~PrivateCopy();
    std::unique_ptr<QTemporaryDir> folder{}; // of one that does not fit into memory
    std::unique_ptr<Database> database{}; // may be changed at will
    int schema = 0; // of the file
    bool isHalfWritten = false; // the copy is whole; in the file half an edit waits to be taken back
    FileStamp stamp{};
    QByteArray bytes{}; // hash of the file as it was read
};
enum class FileBytes { Ignored, Hashed };

/// Size, header and side files only. Errors: FileNotFound, NotAFile, TooLarge, NotADatabase, ForeignDatabase,
/// ForeignSideFile, Damaged, TooNew, NoPermission, ReadFailed, InUse (somebody is writing just now).
Result<> judgeFile(const QString &path);

/// Errors: those of judgeFile, ForeignSchema, TooCostly.
Result<std::unique_ptr<PrivateCopy>> lookInto(const QString &path, FileBytes bytes = FileBytes::Ignored);

/// Makes a file stand for itself, by SQLite's own means: half an edit is taken back, a write-ahead log
/// played in. Errors: those of Database.
Result<> settle(const QString &path, const QString &shownPath);

} // namespace nianbao
