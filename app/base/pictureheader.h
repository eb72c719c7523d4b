// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>

#include <optional>

namespace nianbao {

/// What the first bytes of a picture say, read without decoding anything: told by magic numbers, never
/// guessed from a name. Only PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918-1) are pictures here.
struct PictureHeader {
    enum class Format { Png, Jpeg };
    Format format = Format::Png;
    int width = 0;
    int height = 0;
    int bits = 8; // of one colour of one pixel
    bool isWhole = false; // it ends as such a file ends: nothing was cut off
};
/// By the first bytes alone; nullopt: no picture.
std::optional<PictureHeader::Format> pictureFormat(const QByteArray &bytes);
/// nullopt: no picture, or one that does not say how large it is.
std::optional<PictureHeader> pictureHeader(const QByteArray &bytes);

/// Whether a report may hold these bytes as a picture: format, bytes and pixels, told without decoding. One
/// that was cut off is no reason to refuse a whole report: its place on the page says so.
/// Errors with the name: PictureTooLarge (detail: its size), PictureUnreadable.
Result<> judgePicture(const QByteArray &bytes, const QString &name);

} // namespace nianbao
