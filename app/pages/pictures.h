// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bounds.h"
#include "result.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>

namespace nianbao {

inline constexpr qint64 kMostPictureBytes = bounds::kPictureBytes;
inline constexpr qint64 kMostPicturePixels = bounds::kPicturePixels;

/// Whether these are the bytes of a PNG or JPEG that can be shown: judged by its header first, then decoded
/// once. Errors with the picture's name: PictureTooLarge (detail: its size), PictureUnreadable.
Result<> examinePicture(const QByteArray &bytes, const QString &name);

/// The same, remembered for bytes that were asked about lately: for every layout of a page.
Result<> pictureState(const QByteArray &bytes, const QString &name);

/// A look at its first bytes only: PNG or JPEG with a size.
bool isPicture(const QByteArray &bytes);

/// Size on paper in mm: its own at 150 dots an inch, wide ones as wide as the type area, never more than
/// allowed. A picture that is missing or unreadable has the size of a line of words.
QSizeF pictureSize(const QByteArray &bytes, double mostWidth, double mostHeight);

/// Upright as the camera held it, with at most so many dots as a page can show; null when it cannot be read.
QImage decodePicture(const QByteArray &bytes);

/// True for a JPEG that lies as the camera held it.
bool isUprightJpeg(const QByteArray &bytes);

} // namespace nianbao
