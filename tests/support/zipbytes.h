// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace nianbao::test {

/// A part of an archive, true or not.
struct ZipEntry {
    QByteArray name{};
    QByteArray content{};
    bool isStored = false; // else compressed
    std::optional<QByteArray> compressed{}; // in place of what the content would be
    std::optional<quint32> declaredSize{}; // unpacked, in place of the content's
    std::optional<quint32> checksum{};
    quint16 flags = 0; // 1: encrypted, 8: sizes behind the content
    quint16 method = 8; // of what is compressed
};

/// The bytes of an archive, as any program might write them. declaredCount: in place of how many there are.
QByteArray zipBytes(const QList<ZipEntry> &entries, std::optional<quint16> declaredCount = {});
/// A compressed stream of about so many zeros, a hundredth of their size.
QByteArray compressedZeros(qint64 count);

} // namespace nianbao::test
