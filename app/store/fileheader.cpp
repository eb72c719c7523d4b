// SPDX-License-Identifier: MulanPSL-2.0
#include "fileheader.h"

#include <QtEndian>

namespace nianbao {

namespace {

// Places in the header, https://sqlite.org/fileformat2.html#the_database_header
constexpr char kMagic[] = "SQLite format 3";
constexpr qsizetype kPageSizeAt = 16;
constexpr qsizetype kWriteVersionAt = 18; // 2: write-ahead log
constexpr qsizetype kReadVersionAt = 19;
constexpr qsizetype kChangeCounterAt = 24;
constexpr qsizetype kPageCountAt = 28;
constexpr qsizetype kUserVersionAt = 60;
constexpr qsizetype kApplicationIdAt = 68;

bool isPageSize(quint32 size) { return size >= 512 && size <= 65536 && (size & (size - 1)) == 0; }

} // namespace

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

std::optional<FileHeader> headerFrom(const QByteArray &start)
{
    if (start.size() < kHeaderSize || !start.startsWith(QByteArray(kMagic, sizeof kMagic)))
        return std::nullopt;
    const quint16 size = qFromBigEndian<quint16>(start.constData() + kPageSizeAt);
    FileHeader header;
    header.pageSize = size == 1 ? 65536 : size; // which two bytes cannot say
    header.pageCount = numberAt(start, kPageCountAt);
    header.changeCounter = numberAt(start, kChangeCounterAt);
    header.schema = numberAt(start, kUserVersionAt);
    header.applicationId = numberAt(start, kApplicationIdAt);
    header.writeAheadLog = start.at(kWriteVersionAt) == 2 || start.at(kReadVersionAt) == 2;
    return isPageSize(header.pageSize) ? std::optional(header) : std::nullopt;
}

Result<FileHeader> readHeader(const RegularFile &file, const QString &path)
{
    const auto start = file.read(0, kHeaderSize);
    if (!start)
        return start.error();
    if (!start->startsWith(QByteArray(kMagic, sizeof kMagic)))
        return Error{ErrorCode::NotADatabase, path};
    if (start->size() < kHeaderSize)
        return Error{ErrorCode::Damaged, path, QStringLiteral("%1 < %2").arg(start->size()).arg(kHeaderSize)};
    const auto header = headerFrom(*start);
    if (!header)
        return Error{ErrorCode::Damaged, path, QString::number(numberAt(*start, kPageSizeAt) >> 16)};
    return *header;
}

} // namespace nianbao
