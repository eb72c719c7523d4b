// SPDX-License-Identifier: MulanPSL-2.0
#include "zipbytes.h"

#include <QtEndian>

#include <array>

namespace nianbao::test {

namespace {

quint32 checksumOf(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 at = 0; at < 256; ++at) {
            quint32 value = at;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
            made[at] = value;
        }
        return made;
    }();
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes)
        sum = table[(sum ^ uchar(byte)) & 0xFF] ^ (sum >> 8);
    return ~sum;
}

template <typename Number> void append(QByteArray &bytes, Number number)
{
    std::array<char, sizeof(Number)> little{};
    qToLittleEndian(number, little.data());
    bytes.append(little.data(), qsizetype(little.size()));
}

/// What stands before a part's content and in the list of all of them alike.
QByteArray commonHead(const ZipEntry &entry, const QByteArray &packed)
{
    QByteArray head;
    append<quint16>(head, 20);
    append<quint16>(head, entry.flags);
    append<quint16>(head, entry.isStored ? 0 : entry.method);
    append<quint32>(head, 0x00210000); // 1 January 1980
    append<quint32>(head, entry.checksum.value_or(checksumOf(entry.content)));
    append<quint32>(head, quint32(packed.size()));
    append<quint32>(head, entry.declaredSize.value_or(quint32(entry.content.size())));
    append<quint16>(head, quint16(entry.name.size()));
    append<quint16>(head, 0);
    return head;
}

} // namespace

QByteArray zipBytes(const QList<ZipEntry> &entries, std::optional<quint16> declaredCount)
{
    QByteArray bytes, list;
    for (const ZipEntry &entry : entries) {
        const QByteArray whole = qCompress(entry.content); // length, zlib's head, the stream, its sum
        const QByteArray packed
            = entry.isStored ? entry.content : entry.compressed.value_or(whole.mid(6, whole.size() - 10));
        const QByteArray head = commonHead(entry, packed);
        const auto at = quint32(bytes.size());
        bytes += "PK\x03\x04" + head + entry.name + packed;
        list += QByteArray("PK\x01\x02\x14\x00", 6) + head + QByteArray(10, '\0');
        append<quint32>(list, at);
        list += entry.name;
    }
    const auto start = quint32(bytes.size());
    const quint16 count = declaredCount.value_or(quint16(entries.size()));
    bytes += list + QByteArray("PK\x05\x06\0\0\0\0", 8);
    append<quint16>(bytes, count);
    append<quint16>(bytes, count);
    append<quint32>(bytes, quint32(list.size()));
    append<quint32>(bytes, start);
    append<quint16>(bytes, 0);
    return bytes;
}

QByteArray compressedZeros(qint64 count)
{
    // One block with the fixed code: a zero, then "258 more of what was last" in 13 bits each. Eight of these
    // end where a byte ends, so that they can be repeated as bytes.
    QByteArray bytes;
    quint32 pending = 0;
    int bits = 0;
    const auto put = [&](quint32 code, int length, bool isHuffman) {
        for (int at = 0; at < length; ++at) {
            const int bit = isHuffman ? length - 1 - at : at; // such codes begin with their highest bit
            pending |= ((code >> bit) & 1U) << bits;
            if (++bits == 8) {
                bytes.append(char(pending));
                pending = 0;
                bits = 0;
            }
        }
    };
    const auto putMore = [&] {
        put(0b11000101, 8, true);
        put(0, 5, true);
    };
    put(0b011, 3, false);
    put(0b00110000, 8, true);
    const qint64 groups = count / (258 * 8);
    while (bits != 0)
        putMore();
    const qsizetype from = bytes.size();
    for (int at = 0; at < 8; ++at)
        putMore();
    bytes += bytes.mid(from).repeated(groups);
    put(0, 7, true);
    put(0, 7, false);
    return bytes;
}

} // namespace nianbao::test
