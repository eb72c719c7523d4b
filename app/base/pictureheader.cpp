// SPDX-License-Identifier: MulanPSL-2.0
#include "pictureheader.h"

#include "bounds.h"

#include <QtEndian>

namespace nianbao {

namespace {

constexpr char kPngMagic[] = "\x89PNG\r\n\x1A\n";
constexpr char kPngEnd[] = "IEND\xAE\x42\x60\x82"; // the chunk's name and its checksum
constexpr char kJpegMagic[] = "\xFF\xD8\xFF";
constexpr int kLargestSide = 1 << 20; // beyond that no number of pixels can be right

quint8 byteAt(const QByteArray &bytes, qsizetype at) { return quint8(bytes[at]); }

int wordAt(const QByteArray &bytes, qsizetype at) { return (byteAt(bytes, at) << 8) | byteAt(bytes, at + 1); }

std::optional<PictureHeader> readPng(const QByteArray &bytes)
{
    constexpr qsizetype kName = 12, kWidth = 16, kHeight = 20, kBits = 24, kLeast = 33; // of the chunk IHDR
    if (bytes.size() < kLeast || bytes.mid(kName, 4) != "IHDR")
        return std::nullopt;
    const auto number = [&](qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    const quint32 width = number(kWidth);
    const quint32 height = number(kHeight);
    if (width == 0 || height == 0 || width > quint32(kLargestSide) || height > quint32(kLargestSide))
        return std::nullopt;
    return PictureHeader{PictureHeader::Format::Png, int(width), int(height), byteAt(bytes, kBits),
        bytes.indexOf(QByteArray::fromRawData(kPngEnd, 8), kLeast) > 0};
}

/// Frames SOF0 to SOF15; those numbers that are none of them: tables and extensions.
bool isFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureHeader> readJpeg(const QByteArray &bytes)
{
    std::optional<PictureHeader> header;
    for (qsizetype at = 2; at + 4 <= bytes.size() && byteAt(bytes, at) == 0xFF;) {
        const int marker = byteAt(bytes, at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        const int length = wordAt(bytes, at + 2);
        if (isFrame(marker) && at + 9 <= bytes.size())
            header = PictureHeader{PictureHeader::Format::Jpeg, wordAt(bytes, at + 7), wordAt(bytes, at + 5),
                byteAt(bytes, at + 4), false};
        if (marker == 0xDA) { // the scan begins: inside it FF is never followed by D9
            if (header)
                header->isWhole = bytes.indexOf(QByteArray::fromRawData("\xFF\xD9", 2), at) > 0;
            break;
        }
        at += 2 + std::max(2, length);
    }
    if (header && (header->width == 0 || header->height == 0))
        return std::nullopt;
    return header;
}

} // namespace

std::optional<PictureHeader::Format> pictureFormat(const QByteArray &bytes)
{
    if (bytes.startsWith(QByteArray::fromRawData(kPngMagic, 8)))
        return PictureHeader::Format::Png;
    if (bytes.startsWith(QByteArray::fromRawData(kJpegMagic, 3)))
        return PictureHeader::Format::Jpeg;
    return std::nullopt;
}

std::optional<PictureHeader> pictureHeader(const QByteArray &bytes)
{
    const auto format = pictureFormat(bytes);
    if (!format)
        return std::nullopt;
    return *format == PictureHeader::Format::Png ? readPng(bytes) : readJpeg(bytes);
}

Result<> judgePicture(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > bounds::kPictureBytes)
        return Error{ErrorCode::PictureTooLarge, name, QStringLiteral("%1 MB").arg(bytes.size() / 1'000'000)};
    if (!pictureFormat(bytes))
        return Error{ErrorCode::PictureUnreadable, name, {}};
    const auto header = pictureHeader(bytes);
    if (!header)
        return {};
    // two bytes a colour take twice the memory of one
    const qint64 pixels = qint64(header->width) * header->height * (header->bits > 8 ? 2 : 1);
    if (pixels > bounds::kPicturePixels)
        return Error{ErrorCode::PictureTooLarge, name,
            QStringLiteral("%1 × %2").arg(header->width).arg(header->height)};
    return {};
}

} // namespace nianbao
