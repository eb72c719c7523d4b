// SPDX-License-Identifier: MulanPSL-2.0
#include "exporters.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace nianbao {

namespace {

/// Qt tells a full disk and a refused permission apart only in part, so errno is looked at as well.
Error failure(const QString &path, const QFileDevice &file, int systemError)
{
    const QFileDevice::FileError error = file.error();
    ErrorCode code = ErrorCode::WriteFailed;
    if (error == QFileDevice::ResourceError || systemError == ENOSPC || systemError == EDQUOT)
        code = ErrorCode::DiskFull;
    else if (error == QFileDevice::PermissionsError || systemError == EACCES || systemError == EPERM
        || systemError == EROFS || (QFileInfo::exists(path) && !QFileInfo(path).isWritable()))
        code = ErrorCode::NoPermission;
    return {code, path, file.errorString()};
}

/// A device or pipe cannot be replaced by a finished file; it is written straight.
bool isSpecialFile(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

using Work = std::function<Result<>(QIODevice &)>;

Result<> writeStraight(const QString &path, const Work &work)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(path, file, errno);
    if (const Result<> done = work(file); !done)
        return file.error() == QFileDevice::NoError ? done : failure(path, file, errno);
    return {};
}

} // namespace

Result<> writeWhole(const QString &path, const Work &work)
{
    if (isSpecialFile(path))
        return writeStraight(path, work);
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return failure(path, file, errno);
    errno = 0;
    if (const Result<> done = work(file); !done) // without commit() the temporary file goes away
        return file.error() == QFileDevice::NoError ? done : failure(path, file, errno);
    if (!file.commit())
        return failure(path, file, errno);
    return {};
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    return writeWhole(path, [&](QIODevice &device) -> Result<> {
        if (!writeAll(device, bytes))
            return Error{ErrorCode::WriteFailed, path, device.errorString()};
        return {};
    });
}

bool writeAll(QIODevice &device, const QByteArray &bytes)
{
    for (qint64 done = 0; done < bytes.size();) {
        const qint64 taken = device.write(bytes.constData() + done, bytes.size() - done);
        if (taken <= 0)
            return false;
        done += taken;
    }
    return true;
}

} // namespace nianbao
