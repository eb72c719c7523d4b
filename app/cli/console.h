// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QJsonValue>
#include <QString>

namespace nianbao::console {

// The only way to the terminal. What a report holds is written by others: in words no character gets through
// that a terminal obeys, in JSON it is escaped.

/// One line for a terminal: control and direction characters gone, line breaks a blank.
QString plainLine(const QString &text);

void print(const QString &line); // standard output
void print(const QJsonValue &value); // an object or a list
void notice(const QString &line); // standard error

} // namespace nianbao::console
