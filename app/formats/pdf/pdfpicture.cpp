// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfpicture.h"

#include "pictureheader.h"
#include "pictures.h"

namespace nianbao {

namespace {

/// Colour components of a JPEG with 8 bits each that every viewer shows alike: 1 or 3; else 0.
int plainComponents(const QByteArray &bytes)
{
    const auto byte = [&](qsizetype at) { return at < bytes.size() ? quint8(bytes[at]) : 0; };
    for (qsizetype at = 2; at + 9 < bytes.size() && byte(at) == 0xFF;) {
        const int marker = byte(at + 1);
        if (marker >= 0xC0 && marker <= 0xC2) { // start of a baseline, extended or progressive frame
            const int components = byte(at + 9);
            return byte(at + 4) == 8 && (components == 1 || components == 3) ? components : 0;
        }
        if (marker == 0xFF) // filling
            ++at;
        else
            at += 2 + (byte(at + 2) << 8) + byte(at + 3);
    }
    return 0;
}

QByteArray entries(QSize size, const char *space)
{
    return "/Type/XObject/Subtype/Image/Width " + QByteArray::number(size.width()) + "/Height "
        + QByteArray::number(size.height()) + "/BitsPerComponent 8/ColorSpace/" + space;
}

QByteArray rowsOf(const QImage &image, int bytesPerPixel)
{
    QByteArray rows;
    rows.reserve(qsizetype(image.width()) * image.height() * bytesPerPixel);
    for (int y = 0; y < image.height(); ++y)
        rows.append(
            reinterpret_cast<const char *>(image.constScanLine(y)), qsizetype(image.width()) * bytesPerPixel);
    return rows;
}

} // namespace

int putPicture(PdfFile &pdf, const Picture &picture)
{
    const int object = pdf.reserve();
    const int components = isUprightJpeg(picture.bytes) ? plainComponents(picture.bytes) : 0;
    if (const auto header = pictureHeader(picture.bytes); header && components) {
        pdf.put(object,
            "<<" + entries({header->width, header->height}, components == 1 ? "DeviceGray" : "DeviceRGB")
                + "/Filter/DCTDecode/Length " + QByteArray::number(picture.bytes.size()) + ">>stream\n"
                + picture.bytes + "\nendstream");
        return object;
    }
    const QImage image = decodePicture(picture.bytes);
    QByteArray mask;
    if (image.hasAlphaChannel()) {
        const int soft = pdf.reserve();
        const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
        pdf.putStream(soft, rowsOf(alpha, 1), entries(alpha.size(), "DeviceGray"));
        mask = "/SMask " + pdf::reference(soft);
    }
    const bool isGrey = image.isGrayscale();
    const QImage plain
        = image
              .convertToFormat(QImage::Format_RGB32) // what lies under transparent pixels does not matter
              .convertToFormat(isGrey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    pdf.putStream(object, rowsOf(plain, isGrey ? 1 : 3),
        entries(plain.size(), isGrey ? "DeviceGray" : "DeviceRGB") + mask);
    return object;
}

} // namespace nianbao
