// SPDX-License-Identifier: MulanPSL-2.0
#include "schemaguard.h"

#include "migrations.h"
#include "reportfile.h"

#include <QCryptographicHash>
#include <QMap>

#include <algorithm>
#include <mutex>

namespace nianbao {

namespace {

// a hundred times what ours takes
constexpr Database::Limits kSchemaLimits{50'000, 1'000'000, 100'000};

using Part = QVariantList; // type, name, tbl_name, sql as they stand in sqlite_master
using SchemaParts = QMap<QString, Part>; // by name; of two of one name the second is reported as foreign

QString nameOf(const Part &part) { return part[1].toString(); }

Result<QList<QVariantList>> partsOf(Database &db)
{
    const Database::Budget budget(db, kSchemaLimits);
    return db.rows(QStringLiteral("SELECT type, name, tbl_name, sql FROM sqlite_master"));
}

/// No two parts have the same: each value stands behind its length.
QByteArray spelled(const Part &part)
{
    QByteArray bytes;
    for (const QVariant &value : part) {
        const QString text = value.toString();
        bytes += value.typeName() + QByteArray::number(value.isNull() ? -1 : text.size()) + ':';
        for (const QChar unit : text) {
            bytes += char(unit.row());
            bytes += char(unit.cell());
        }
    }
    return bytes;
}

QByteArray digestOf(const QList<Part> &parts)
{
    QList<QByteArray> all;
    std::transform(parts.begin(), parts.end(), std::back_inserter(all), spelled);
    std::sort(all.begin(), all.end());
    return QCryptographicHash::hash(all.join(), QCryptographicHash::Sha256).toHex();
}

/// Made once for each version, by the migrations themselves.
const SchemaParts &ourParts(int schema)
{
    static std::mutex mutex;
    static QMap<int, SchemaParts> made;
    const std::scoped_lock lock(mutex);
    const auto known = made.constFind(schema);
    if (known != made.constEnd())
        return *known;
    const auto db = Database::inMemory({});
    if (!db || !migrate(**db, 0, schema))
        qFatal("the built-in schema cannot be made");
    const auto rows = partsOf(**db);
    if (!rows)
        qFatal("the built-in schema cannot be read");
    SchemaParts parts;
    for (const Part &part : *rows)
        parts.insert(nameOf(part), part);
    return *made.insert(schema, parts);
}

} // namespace

Result<QByteArray> schemaDigest(Database &db)
{
    const auto parts = partsOf(db);
    return parts ? Result<QByteArray>(digestOf(*parts)) : parts.error();
}

Result<> expectOurSchema(Database &db, const QString &shownPath)
{
    const auto version = db.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    const int schema = version->toInt();
    if (schema > newestSchema())
        return Error{ErrorCode::TooNew, shownPath, QString::number(schema)};
    if (schema < 1)
        return Error{ErrorCode::Damaged, shownPath, QString::number(schema)};
    const auto found = partsOf(db);
    if (!found)
        return found.error();
    if (digestOf(*found) == publishedDigest(schema))
        return {};
    SchemaParts missing = ourParts(schema);
    for (const Part &part : *found) {
        const auto ours = missing.constFind(nameOf(part));
        if (ours == missing.constEnd() || *ours != part)
            return Error{ErrorCode::ForeignSchema, shownPath, shownDetail(nameOf(part))};
        missing.erase(ours);
    }
    if (!missing.isEmpty())
        return Error{ErrorCode::Damaged, shownPath, missing.firstKey()};
    return {};
}

} // namespace nianbao
