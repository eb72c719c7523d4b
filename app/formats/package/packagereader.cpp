// SPDX-License-Identifier: MulanPSL-2.0
#include "packagereader.h"

#include "xmlreader.h"

#include <QtEndian>

#include <zip.h>

namespace nianbao {

namespace {

constexpr int kChunk = 64 << 10;

/// An Office file with a password is an OLE compound in which a stream has this name.
bool isEncryptedOffice(const QByteArray &bytes)
{
    static const QByteArray kName("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    return bytes.startsWith("\xD0\xCF\x11\xE0") && bytes.contains(kName);
}

/// How many entries the end of the archive says it has, asked before a library makes room for so many.
quint64 declaredEntries(const QByteArray &bytes)
{
    constexpr qsizetype kEnd = 22, kLocator = 20, kEnd64 = 56;
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    if (end < 0 || bytes.size() - end < kEnd)
        return 0;
    const quint16 entries = qFromLittleEndian<quint16>(bytes.constData() + end + 10);
    if (entries != 0xFFFF || end < kLocator || bytes.mid(end - kLocator, 4) != "PK\x06\x07")
        return entries;
    const quint64 at = qFromLittleEndian<quint64>(bytes.constData() + end - kLocator + 8);
    if (at > quint64(bytes.size()) || bytes.size() - qsizetype(at) < kEnd64)
        return entries;
    return qFromLittleEndian<quint64>(bytes.constData() + at + 32);
}

/// The name by which a part is asked for: WPS writes \ for /, a relationship begins with /.
QString partName(QString name)
{
    name.replace(u'\\', u'/');
    while (name.startsWith(u'/'))
        name.remove(0, 1);
    return name;
}

QString keyOf(const QString &part)
{
    return partName(part).toLower(); // names of parts are the same whatever their case
}

/// A target from where `folder` is; `..` beyond the package's own root stays there.
QString resolved(const QString &target, const QString &folder)
{
    const bool isAbsolute = target.startsWith(u'/') || target.startsWith(u'\\');
    QStringList way;
    if (!isAbsolute)
        way = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : partName(target).split(u'/', Qt::SkipEmptyParts)) {
        if (step == u"..")
            way = way.mid(0, way.size() - 1);
        else if (step != u".")
            way.append(step);
    }
    return way.join(u'/');
}

} // namespace

struct PackageReader::Private {
    ~Private()
    {
        if (archive)
            zip_discard(archive);
    }
    Result<> listParts();

    QByteArray bytes{}; // the archive reads from them
    zip_t *archive = nullptr;
    QStringList parts{};
    QHash<QString, quint64> indices{}; // by key
    qint64 read = 0; // of all parts, unpacked
};

Result<> PackageReader::Private::listParts()
{
    const auto count = zip_get_num_entries(archive, 0);
    if (count > kMostParts)
        return Error{ErrorCode::TooManyParts, {}, QString::number(kMostParts)};
    for (quint64 index = 0; index < quint64(std::max<qint64>(count, 0)); ++index) {
        zip_stat_t stat;
        if (zip_stat_index(archive, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
            return Error{ErrorCode::BrokenDocument};
        const QString name = partName(QString::fromUtf8(stat.name));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return Error{ErrorCode::NeedsPassword};
        if (name.isEmpty() || name.endsWith(u'/'))
            continue; // a folder, as WPS writes them
        if (indices.contains(keyOf(name))) // which one would be read is anybody's choice
            return Error{ErrorCode::BrokenDocument, {}, name};
        indices.insert(keyOf(name), index);
        parts.append(name);
    }
    return {};
}

PackageReader::PackageReader() : d(std::make_unique<Private>()) { }
PackageReader::PackageReader(PackageReader &&) noexcept = default;
PackageReader &PackageReader::operator=(PackageReader &&) noexcept = default;
PackageReader::~PackageReader() = default;

Result<PackageReader> PackageReader::open(const QByteArray &bytes)
{
    if (bytes.isEmpty()) // which libzip takes for an archive that is yet to be filled
        return Error{ErrorCode::BrokenDocument};
    if (isEncryptedOffice(bytes))
        return Error{ErrorCode::NeedsPassword};
    if (declaredEntries(bytes) > quint64(kMostParts))
        return Error{ErrorCode::TooManyParts, {}, QString::number(kMostParts)};
    PackageReader reader;
    reader.d->bytes = bytes;
    // Not ZIP_CHECKCONS: it refuses archives that Word opens, such as those whose times differ at both
    // places. What matters of it is asked here: no two parts of one name, sizes as declared.
    zip_source_t *source
        = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, nullptr);
    if (!source)
        return Error{ErrorCode::BrokenDocument};
    reader.d->archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!reader.d->archive) {
        zip_source_free(source);
        return Error{ErrorCode::BrokenDocument};
    }
    if (auto listed = reader.d->listParts(); !listed)
        return listed.error();
    return reader;
}

bool PackageReader::has(const QString &part) const { return d->indices.contains(keyOf(part)); }

QStringList PackageReader::parts() const { return d->parts; }

Result<QByteArray> PackageReader::read(const QString &part)
{
    const auto found = d->indices.constFind(keyOf(part));
    if (found == d->indices.cend())
        return Error{ErrorCode::BrokenDocument, {}, part};
    zip_stat_t stat;
    if (zip_stat_index(d->archive, *found, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE))
        return Error{ErrorCode::BrokenDocument, {}, part};
    const bool isPartLimit = kPartBytes <= kAllBytes - d->read;
    const qint64 limit = isPartLimit ? kPartBytes : kAllBytes - d->read;
    const Error tooLarge{
        ErrorCode::TooLarge, {}, QString::number((isPartLimit ? kPartBytes : kAllBytes) >> 20)};
    if (stat.size > quint64(limit))
        return tooLarge;
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(
        zip_fopen_index(d->archive, *found, 0), zip_fclose);
    if (!file)
        return Error{ErrorCode::BrokenDocument, {}, part};
    QByteArray content;
    qint64 size = 0;
    while (true) { // sizes lie: only what comes counts
        content.resize(size + std::min<qint64>(kChunk, limit + 1 - size));
        const qint64 got = zip_fread(file.get(), content.data() + size, quint64(content.size() - size));
        if (got < 0)
            return Error{ErrorCode::BrokenDocument, {}, part};
        if (got == 0)
            break;
        size += got;
        d->read += got;
        if (size > limit)
            return tooLarge;
    }
    content.resize(size);
    if (quint64(size) != stat.size)
        return Error{ErrorCode::BrokenDocument, {}, part};
    return content;
}

Result<QHash<QString, PackageReader::Relation>> PackageReader::relations(const QString &part)
{
    const QString own = partName(part);
    const qsizetype slash = own.lastIndexOf(u'/') + 1;
    const QString folder = own.left(slash);
    const QString name = folder + QStringLiteral("_rels/") + own.mid(slash) + QStringLiteral(".rels");
    QHash<QString, Relation> all;
    if (!has(name))
        return all;
    auto bytes = read(name);
    if (!bytes)
        return bytes.error();
    XmlReader xml(*bytes, name);
    while (xml.next()) {
        if (!xml.isStart() || !xml.is(u"Relationship") || xml.attribute(u"TargetMode") == u"External")
            continue;
        const QString id = xml.attribute(u"Id"), type = xml.attribute(u"Type");
        QString target = resolved(xml.attribute(u"Target"), folder);
        if (!has(target)) { // an address is written with %20 where the archive has a blank
            const QString plain = QString::fromUtf8(QByteArray::fromPercentEncoding(target.toUtf8()));
            if (has(plain))
                target = plain;
        }
        if (!id.isEmpty() && !all.contains(id))
            all.insert(id, {type.mid(type.lastIndexOf(u'/') + 1), target});
    }
    if (auto read = xml.result(); !read)
        return read.error();
    return all;
}

} // namespace nianbao
