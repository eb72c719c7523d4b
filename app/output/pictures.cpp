// SPDX-License-Identifier: MulanPSL-2.0
#include "pictures.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace nianbao {

namespace {

constexpr double kPixelsPerMm = 150 / 25.4;
constexpr double kWide = 0.6; // of the type area: wider pictures fill it
constexpr double kLineOfWords = 10; // mm

struct Reading { // a reader with the device it reads from
    explicit Reading(const QByteArray &bytes) : reader(&buffer)
    {
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true);
    }
    bool isKnownFormat() { return reader.format() == "png" || reader.format() == "jpeg"; }
    QSize uprightSize()
    {
        const QSize size = reader.size();
        return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
    }
    QBuffer buffer{};
    QImageReader reader;
};

} // namespace

Result<> examinePicture(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > kMostPictureBytes)
        return Error{ErrorCode::PictureTooLarge, name, QStringLiteral("%1 MB").arg(bytes.size() / 1'000'000)};
    Reading reading(bytes);
    if (!reading.isKnownFormat())
        return Error{ErrorCode::PictureUnreadable, name, {}};
    const QSize size = reading.reader.size();
    if (qint64(size.width()) * size.height() > kMostPicturePixels)
        return Error{
            ErrorCode::PictureTooLarge, name, QStringLiteral("%1 × %2").arg(size.width()).arg(size.height())};
    if (reading.reader.read().isNull())
        return Error{ErrorCode::PictureUnreadable, name, reading.reader.errorString()};
    return {};
}

bool isPicture(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return false;
    Reading reading(bytes);
    return reading.isKnownFormat() && !reading.reader.size().isEmpty();
}

QSizeF pictureSize(const QByteArray &bytes, double mostWidth, double mostHeight)
{
    const QSizeF own = bytes.isEmpty() ? QSizeF() : QSizeF(Reading(bytes).uprightSize()) / kPixelsPerMm;
    if (own.isEmpty())
        return {mostWidth, std::min(kLineOfWords, mostHeight)};
    const double wanted = own.width() > kWide * mostWidth ? mostWidth : own.width();
    const double scale = std::min(wanted / own.width(), mostHeight / own.height());
    return own * scale;
}

QImage decodePicture(const QByteArray &bytes)
{
    Reading reading(bytes);
    return reading.isKnownFormat() ? reading.reader.read() : QImage();
}

} // namespace nianbao
