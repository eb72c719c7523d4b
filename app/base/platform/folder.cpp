// SPDX-License-Identifier: MulanPSL-2.0
#include "folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Folder)
};
} // namespace

std::optional<QDateTime> changedAt(const QString &path)
{
    struct stat status { };
    if (lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000);
}

bool isThere(const QString &path) { return access(QFile::encodeName(path).constData(), F_OK) == 0; }

QString freePath(const QDir &folder, const QString &name, const QString &suffix)
{
    QString path = folder.filePath(name + suffix);
    for (int number = 2; isThere(path); ++number)
        path = folder.filePath(Words::tr("%1 (%2)", "a file of that name is there: the second")
                                   .arg(name, QString::number(number))
            + suffix);
    return path;
}

bool mayWrite(const QString &path) { return eaccess(QFile::encodeName(path).constData(), W_OK) == 0; }

bool mayWriteIn(const QString &folder)
{
    return eaccess(QFile::encodeName(folder).constData(), W_OK | X_OK) == 0;
}

bool makeFile(const QString &path, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const int handle = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (handle < 0)
        return false;
    bool isWritten = write(handle, bytes.constData(), size_t(bytes.size())) == bytes.size();
    int reason = errno;
    if (close(handle) != 0) {
        isWritten = false;
        reason = errno;
    }
    if (isWritten)
        return true;
    unlink(name.constData());
    errno = reason;
    return false;
}

bool renameFile(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

bool renameToFreeName(const QString &from, const QString &to)
{
    const QByteArray old = QFile::encodeName(from);
    const QByteArray fresh = QFile::encodeName(to);
    struct stat status { };
    if (link(old.constData(), fresh.constData()) == 0
        || (stat(old.constData(), &status) == 0 && status.st_nlink == 2)) { // said no, but did it: NFS
        unlink(old.constData());
        return true;
    }
    if (errno == EEXIST)
        return false;
    if (renameat2(AT_FDCWD, old.constData(), AT_FDCWD, fresh.constData(), RENAME_NOREPLACE) == 0)
        return true;
    return errno != EEXIST && makeFile(to, {}) && renameFile(from, to);
}

bool takeRights(int descriptor, int original)
{
    struct stat status { };
    if (fstat(original, &status) != 0)
        return false;
    mode_t mode = status.st_mode & 07777;
    if (fchown(descriptor, status.st_uid, status.st_gid) != 0 // which only the superuser can do for others
        && fchown(descriptor, uid_t(-1), status.st_gid) != 0)
        mode &= ~mode_t(S_IRWXG); // what was meant for its group is not for ours
    return fchmod(descriptor, mode) == 0;
}

void syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
}

} // namespace nianbao
