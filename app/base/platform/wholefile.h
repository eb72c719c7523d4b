// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>

namespace nianbao {

/// Somebody's regular file of bounded size, open to be read. A pipe, device, folder or giant is refused
/// without waiting for it and without reading a byte; all questions are asked of the open file, not of its
/// name, so that what was judged is what is read.
class RegularFile {
public:
    enum class Link { Follow, Refuse }; // a symbolic link at the end of the path

    /// Errors: FileNotFound, NameNotUtf8, NoPermission, NameTooLong, NotAFile, TooLarge, ReadFailed.
    static Result<RegularFile> open(const QString &path, qint64 mostBytes, Link link = Link::Follow);
    RegularFile(RegularFile &&other) noexcept;
    RegularFile &operator=(RegularFile &&) = delete;
    ~RegularFile();

    int descriptor() const { return m_descriptor; }
    /// Of the open file, now. Errors: TooLarge when it has grown beyond the limit, ReadFailed.
    Result<qint64> size() const;
    /// At most so many bytes from a place; fewer only where the file ends.
    Result<QByteArray> read(qint64 from, qint64 length) const;
    /// All of it, into another open file from where that stands. Errors: those above, DiskFull, WriteFailed.
    Result<> copyTo(int descriptor) const;

private:
    RegularFile(int descriptor, QString path, qint64 mostBytes);
    Error failure() const;

    int m_descriptor;
    QString m_path;
    qint64 m_mostBytes;
};

/// For a path under which nothing was found: FileNotFound, or NameNotUtf8 when its name did not reach us as
/// it is.
Error notThere(const QString &path);

/// The one way to read a file that somebody names, whole; also one of the program's own resources (":/…").
/// Errors: those of RegularFile::open.
Result<QByteArray> readWholeFile(const QString &path, qint64 mostBytes);

} // namespace nianbao
