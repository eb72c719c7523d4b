// SPDX-License-Identifier: MulanPSL-2.0
#include "wholefile.h"

#include "systemreason.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {

constexpr qint64 kPiece = 1 << 20;

Error tooLarge(const QString &path, qint64 mostBytes)
{
    return {ErrorCode::TooLarge, path, QString::number(std::max<qint64>(1, mostBytes / 1'000'000))};
}

/// Of a system call on a name or an open file that has just failed.
Error systemFailure(const QString &path)
{
    const int reason = errno;
    switch (reason) {
    case ENOENT:
    case ENOTDIR: return notThere(path);
    case EACCES:
    case EPERM: return {ErrorCode::NoPermission, path};
    case ENAMETOOLONG: return {ErrorCode::NameTooLong, path, QString::number(NAME_MAX)};
    case ELOOP: // a link that was not to be followed, or that leads to itself
    case ENXIO: // a socket, or a device without a driver
    case ENODEV:
    case EISDIR: return {ErrorCode::NotAFile, path};
    default: return {ErrorCode::ReadFailed, path, qt_error_string(reason)};
    }
}

} // namespace

Error notThere(const QString &path)
{
    // bytes that are no UTF-8 reach us as this character, and it does not lead back to them
    const bool isGarbled = path.contains(QChar(QChar::ReplacementCharacter));
    return {isGarbled ? ErrorCode::NameNotUtf8 : ErrorCode::FileNotFound, path};
}

RegularFile::RegularFile(int descriptor, QString path, qint64 mostBytes)
    : m_descriptor(descriptor), m_path(std::move(path)), m_mostBytes(mostBytes)
{ }

RegularFile::RegularFile(RegularFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
    , m_mostBytes(other.m_mostBytes)
{ }

RegularFile::~RegularFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

Error RegularFile::failure() const { return systemFailure(m_path); }

Result<RegularFile> RegularFile::open(const QString &path, qint64 mostBytes, Link link)
{
    const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY
        | O_NONBLOCK // a pipe without a writer would block for ever
        | (link == Link::Refuse ? O_NOFOLLOW : 0);
    int descriptor = -1;
    do
        descriptor = ::open(QFile::encodeName(path).constData(), flags);
    while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0)
        return systemFailure(path);
    RegularFile file(descriptor, path, mostBytes);
    if (const auto size = file.size(); !size)
        return size.error();
    return file;
}

Result<qint64> RegularFile::size() const
{
    struct stat status { };
    if (fstat(m_descriptor, &status) != 0)
        return failure();
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::NotAFile, m_path};
    if (status.st_size > m_mostBytes)
        return tooLarge(m_path, m_mostBytes);
    return qint64(status.st_size);
}

Result<QByteArray> RegularFile::read(qint64 from, qint64 length) const
{
    QByteArray bytes;
    bytes.resize(length);
    qint64 done = 0;
    while (done < length) {
        const ssize_t got = pread(m_descriptor, bytes.data() + done, size_t(length - done), from + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure();
        if (got == 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

Result<> RegularFile::copyTo(int descriptor) const
{
    for (qint64 at = 0;;) {
        if (at > m_mostBytes) // it grows while it is read
            return tooLarge(m_path, m_mostBytes);
        const auto piece = read(at, kPiece);
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            return {};
        for (qint64 done = 0; done < piece->size();) {
            const ssize_t put = write(descriptor, piece->constData() + done, size_t(piece->size() - done));
            if (put < 0 && errno == EINTR)
                continue;
            if (put < 0) {
                const int reason = errno;
                return Error{meansFullDisk(reason) ? ErrorCode::DiskFull : ErrorCode::WriteFailed, m_path,
                    qt_error_string(reason)};
            }
            done += put;
        }
        at += piece->size();
    }
}

Result<QByteArray> readWholeFile(const QString &path, qint64 mostBytes)
{
    if (path.startsWith(QStringLiteral(":/"))) {
        QFile resource(path);
        if (!resource.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileNotFound, path};
        return resource.readAll();
    }
    const auto file = RegularFile::open(path, mostBytes);
    if (!file)
        return file.error();
    const auto size = file->size();
    return size ? file->read(0, *size) : Result<QByteArray>(size.error());
}

} // namespace nianbao
