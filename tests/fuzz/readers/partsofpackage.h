// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "zipbytes.h"

namespace nianbao::test {

/// A fuzzer's bytes as a package. What begins as an archive is one; else the bytes are the parts of these
/// names, one after the other with FF between, so that what changes is XML and not a checksum. The others
/// stay as they are.
inline QByteArray packageOf(
    const QByteArray &bytes, const QList<QByteArray> &names, const QList<ZipEntry> &others)
{
    if (bytes.startsWith("PK"))
        return bytes;
    QList<ZipEntry> entries = others;
    const QList<QByteArray> contents = bytes.split('\xFF');
    for (qsizetype at = 0; at < names.size(); ++at)
        entries.append({names.at(at), contents.value(at), true});
    return zipBytes(entries);
}

/// A .rels part: each target with the last word of its type.
inline QByteArray relationsTo(const QList<std::pair<QByteArray, QByteArray>> &targets)
{
    QByteArray all = "<Relationships>";
    for (const auto &[type, target] : targets) {
        all += "<Relationship Id='" + type + "-" + target + "' Type='http://x/" + type + "' Target='" + target
            + "'/>";
    }
    return all + "</Relationships>";
}

} // namespace nianbao::test
