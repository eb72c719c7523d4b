// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace nianbao {

/// A straight line drawn on a page, or a rectangle so thin that it is one. Points from the page's upper left
/// corner.
struct Ruling {
    bool isHorizontal = false;
    double at = 0; // y of a horizontal one, else x
    double from = 0; // from < to
    double to = 0;
};

/// The lines of a page as pdftocairo draws it (SVG, an element a line). White ones are none. nullopt: there
/// are so many that it is a drawing, not a table.
std::optional<QList<Ruling>> rulingsOf(const QByteArray &svg);

/// Whether there is a picture in such a page.
bool hasPicture(const QByteArray &svg);

} // namespace nianbao
