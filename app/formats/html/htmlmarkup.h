// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao::html {

/// A text as content of an element: marks escaped, line ends as br, each of several blanks kept.
QString words(const QString &text);
/// A text between quotes of an attribute, on one line.
QString attribute(const QString &text);

} // namespace nianbao::html
