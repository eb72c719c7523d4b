// SPDX-License-Identifier: MulanPSL-2.0
#include "writewhole.h"

#include "folder.h"
#include "systemreason.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace nianbao {

namespace {

using Work = std::function<Result<>(QIODevice &)>;

constexpr mode_t kOwner = 0600;
constexpr mode_t kAnyone = 0666; // less the user's umask

/// Of a system call, or of a file that hides one. Qt tells a full disk and a refused permission apart only in
/// part, so errno is looked at as well.
Error failure(const QString &path, int systemError, const QFileDevice *file = nullptr)
{
    const QFileDevice::FileError said = file ? file->error() : QFileDevice::NoError;
    ErrorCode code = ErrorCode::WriteFailed;
    if (said == QFileDevice::ResourceError || meansFullDisk(systemError))
        code = ErrorCode::DiskFull;
    else if (said == QFileDevice::PermissionsError || meansNoPermission(systemError))
        code = ErrorCode::NoPermission;
    const bool isTold = file && said != QFileDevice::NoError;
    return {code, path, isTold ? file->errorString() : qt_error_string(systemError)};
}

bool statusOf(const QString &path, struct stat &status)
{
    return stat(QFile::encodeName(path).constData(), &status) == 0;
}

/// Where a chain of links ends, whether a file stands there or not.
QString targetOf(const QString &path)
{
    constexpr int kMostLinks = 40; // as the system allows
    QString target = path;
    for (int i = 0; i < kMostLinks; ++i) {
        const QFileInfo info(target);
        if (!info.isSymLink())
            return target;
        target = info.symLinkTarget();
    }
    return target;
}

bool isReportName(const QString &name)
{
    return name.endsWith(QStringLiteral(".nianbao"), Qt::CaseInsensitive);
}

/// A database is never what an export may replace, whatever it is called.
bool isDatabase(const QString &path)
{
    constexpr char kMagic[] = "SQLite format 3";
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && file.read(sizeof kMagic) == QByteArray(kMagic, sizeof kMagic);
}

/// What stands beside a report: ".名.nianbao.lock", "名.nianbao-journal", "-wal", "-shm"; also of a report
/// that is called otherwise.
bool isSideFile(const QFileInfo &info)
{
    const QString name = info.fileName();
    const auto isOf
        = [&](const QString &owner) { return isReportName(owner) || isDatabase(info.dir().filePath(owner)); };
    if (const QString lock = QStringLiteral(".lock"); name.startsWith(u'.') && name.endsWith(lock))
        return isOf(name.mid(1).chopped(lock.size()));
    for (const char *tail : {"-journal", "-wal", "-shm"}) {
        if (name.endsWith(QLatin1String(tail)))
            return isOf(name.chopped(qsizetype(qstrlen(tail))));
    }
    return false;
}

/// A file of our own beside the target; it is gone with this object unless it took the target's place.
class Beside {
public:
    Beside(const QString &target, mode_t mode)
    {
        const QString folder = QFileInfo(target).absolutePath();
        for (int attempt = 0; m_handle < 0 && attempt < 100; ++attempt) {
            const quint32 number = QRandomGenerator::system()->generate();
            m_path = folder + QStringLiteral("/.nianbao-%1.part").arg(number, 8, 16, QLatin1Char('0'));
            m_handle = ::open(
                QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
            if (m_handle < 0 && errno != EEXIST)
                break;
        }
    }
    ~Beside()
    {
        if (m_handle >= 0)
            close(m_handle);
        if (!m_path.isEmpty() && !m_isPlaced)
            unlink(QFile::encodeName(m_path).constData());
    }
    Beside(const Beside &) = delete;
    Beside &operator=(const Beside &) = delete;

    /// Who may read another file may read this one, before a byte stands in it.
    void takeRightsOf(const struct stat &old)
    {
        if (fchown(m_handle, old.st_uid, old.st_gid) != 0 && fchown(m_handle, uid_t(-1), old.st_gid) != 0)
            errno = 0; // a file of another owner becomes ours, as with every program
        fchmod(m_handle, old.st_mode & 07777);
    }

    bool isOpen() const { return m_handle >= 0; }
    int handle() const { return m_handle; }
    qint64 size() const
    {
        struct stat status { };
        return fstat(m_handle, &status) == 0 ? qint64(status.st_size) : -1;
    }
    /// All bytes are on the disk; some file systems know no syncing.
    bool sync() const { return fsync(m_handle) == 0 || errno == EINVAL || errno == ENOTSUP; }
    bool closeNow() { return close(std::exchange(m_handle, -1)) == 0; }
    bool place(const QString &target)
    {
        m_isPlaced = renameFile(m_path, target);
        return m_isPlaced;
    }
    bool placeIfFree(const QString &target)
    {
        m_isPlaced = renameToFreeName(m_path, target);
        return m_isPlaced;
    }

private:
    QString m_path{};
    int m_handle = -1;
    bool m_isPlaced = false;
};

/// What the work wrote is in the file: nothing is left in a buffer, and no error was swallowed.
Result<> writeThrough(const QString &path, QFile &file, const Work &work)
{
    errno = 0;
    const Result<> done = work(file);
    const int afterWork = errno;
    if (!done)
        return file.error() == QFileDevice::NoError ? done : failure(path, afterWork, &file);
    errno = 0;
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return failure(path, errno ? errno : afterWork, &file);
    return {};
}

/// The same beside the file: every byte is on the disk and the temporary file is closed.
Result<> writeBeside(const QString &path, Beside &beside, const Work &work)
{
    QFile file;
    if (!file.open(beside.handle(), QIODevice::WriteOnly, QFileDevice::DontCloseHandle))
        return failure(path, errno, &file);
    if (const auto written = writeThrough(path, file, work); !written)
        return written;
    const qint64 written = file.pos();
    file.close();
    errno = 0;
    if (!beside.sync() || beside.size() != written || !beside.closeNow())
        return failure(path, errno ? errno : EIO);
    return {};
}

Work workOf(const QString &path, const QByteArray &bytes)
{
    return [path, bytes](QIODevice &device) -> Result<> {
        if (!writeAll(device, bytes))
            return Error{ErrorCode::WriteFailed, path, device.errorString()};
        return {};
    };
}

/// A device or pipe cannot be replaced by a finished file; it is written straight.
Result<> writeStraight(const QString &path, const Work &work)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(path, errno, &file);
    return writeThrough(path, file, work);
}

} // namespace

Result<> mayReplace(const QString &path)
{
    const QString target = targetOf(path);
    const QFileInfo info(target);
    const bool isKept
        = isReportName(info.fileName()) || isSideFile(info) || (info.isFile() && isDatabase(target));
    return info.isDir() || !isKept ? Result<>() : Error{ErrorCode::SameFile, path};
}

Result<> writeWhole(const QString &path, const Work &work)
{
    if (const auto may = mayReplace(path); !may)
        return may;
    const QString target = targetOf(path);
    struct stat old { };
    const bool replaces = statusOf(target, old);
    if (replaces && S_ISDIR(old.st_mode))
        return failure(path, EISDIR);
    if (replaces && !S_ISREG(old.st_mode))
        return writeStraight(path, work);
    if (replaces && !mayWrite(target))
        return failure(path, errno);
    errno = 0;
    Beside beside(target, replaces ? kOwner : kAnyone);
    if (!beside.isOpen())
        return failure(path, errno);
    if (replaces)
        beside.takeRightsOf(old);
    if (const auto written = writeBeside(path, beside, work); !written)
        return written;
    if (!beside.place(target))
        return failure(path, errno);
    syncFolder(QFileInfo(target).absolutePath());
    return {};
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    return writeWhole(path, workOf(path, bytes));
}

Result<> writeNew(const QString &path, const QByteArray &bytes, Readers readers)
{
    if (const auto may = mayReplace(path); !may)
        return may;
    errno = 0;
    Beside beside(path, readers == Readers::Owner ? kOwner : kAnyone);
    if (!beside.isOpen())
        return failure(path, errno);
    if (const auto written = writeBeside(path, beside, workOf(path, bytes)); !written)
        return written;
    errno = 0;
    if (!beside.placeIfFree(path))
        return errno == EEXIST ? Error{ErrorCode::FileExists, path} : failure(path, errno);
    syncFolder(QFileInfo(path).absolutePath());
    return {};
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
