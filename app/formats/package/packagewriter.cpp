// SPDX-License-Identifier: MulanPSL-2.0
#include "packagewriter.h"

#include <memory>
#include <zip.h>

namespace nianbao {

namespace {

/// 1 January 1980, 00:00: the first moment a zip can say, in its own packed form. Not a time_t, which the
/// zone of the machine would shift.
constexpr zip_uint16_t kFirstDay = (1 << 5) | 1;

Error zipFault(zip_t *archive)
{
    return {ErrorCode::WriteFailed, {}, QString::fromUtf8(zip_strerror(archive))};
}

/// The part as a member of the archive, which reads its bytes when it is closed.
bool addMember(zip_t *archive, const PackagePart &part)
{
    zip_source_t *source
        = zip_source_buffer(archive, part.bytes.constData(), zip_uint64_t(part.bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, part.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto member = zip_uint64_t(index);
    return zip_set_file_compression(archive, member, part.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0
        && zip_file_set_dostime(archive, member, 0, kFirstDay, 0) == 0;
}

QByteArray contentOf(zip_source_t *source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    return read == zip_int64_t(stat.size) ? bytes : QByteArray();
}

} // namespace

Result<QByteArray> packageOf(const QList<PackagePart> &parts)
{
    zip_error_t fault;
    zip_error_init(&fault);
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t *)> target(
        zip_source_buffer_create(nullptr, 0, 0, &fault), zip_source_free);
    if (!target)
        return Error{ErrorCode::WriteFailed};
    zip_source_keep(target.get()); // the archive gives its own hold back when it is closed
    zip_t *archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, &fault);
    if (!archive) {
        zip_source_free(target.get());
        return Error{ErrorCode::WriteFailed};
    }
    for (const PackagePart &part : parts) {
        if (!addMember(archive, part)) {
            const Error error = zipFault(archive);
            zip_discard(archive);
            return error;
        }
    }
    if (zip_close(archive) != 0) {
        const Error error = zipFault(archive);
        zip_discard(archive);
        return error;
    }
    QByteArray bytes = contentOf(target.get());
    if (bytes.isEmpty())
        return Error{ErrorCode::WriteFailed};
    return bytes;
}

} // namespace nianbao
