// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>

namespace nianbao {

inline constexpr qint64 kMostPictureBytes = 20'000'000;
inline constexpr qint64 kMostPicturePixels = 60'000'000;

/// Whether these are the bytes of a PNG or JPEG that can be shown. Reads the whole picture.
/// Errors with the picture's name: PictureTooLarge (detail: its size), PictureUnreadable (detail: reason).
Result<> examinePicture(const QByteArray &bytes, const QString &name);

/// A look at its first bytes only: PNG or JPEG with a size.
bool isPicture(const QByteArray &bytes);

/// Size on paper in mm: its own at 150 dots an inch, wide ones as wide as the type area, never more than
/// allowed. A picture that is missing or unreadable has the size of a line of words.
QSizeF pictureSize(const QByteArray &bytes, double mostWidth, double mostHeight);

/// Upright as the camera held it; null when it cannot be read.
QImage decodePicture(const QByteArray &bytes);

} // namespace nianbao
