// SPDX-License-Identifier: MulanPSL-2.0
#include "filestamp.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {
FileStamp stamp(const struct stat &status)
{
    return {quint64(status.st_dev), quint64(status.st_ino), qint64(status.st_size),
        qint64(status.st_mtim.tv_sec), qint64(status.st_mtim.tv_nsec)};
}
} // namespace

FileStamp stampOf(const QString &path)
{
    struct stat status { };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? stamp(status) : FileStamp();
}

FileStamp stampOf(int descriptor)
{
    struct stat status { };
    return fstat(descriptor, &status) == 0 ? stamp(status) : FileStamp();
}

std::optional<FileRights> rightsOf(int descriptor)
{
    struct stat status { };
    if (fstat(descriptor, &status) != 0)
        return std::nullopt;
    return FileRights{status.st_uid, status.st_gid, (status.st_mode & S_IWGRP) != 0,
        (status.st_mode & S_IWOTH) != 0, quint64(status.st_nlink)};
}

quint32 thisUser() { return geteuid(); }

} // namespace nianbao
