// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "random.h"

#include <QString>

namespace nianbao::fuzz {

/// Real states of a report that other programs leave behind, to start from.
struct Leftovers {
    QByteArray half; // a report in the middle of an edit
    QByteArray journal; // and the journal that takes it back
    QByteArray logged; // a report that somebody switched to a write-ahead log
    QByteArray log; // and the log with an edit
};
Leftovers makeLeftovers(const QByteArray &report, const QString &folder);

/// Puts something beside the report at that path, now and then with another state of the report itself;
/// victim is a file of the user that must not be harmed. Returns what it is.
QByteArray putBeside(
    const QString &report, const Leftovers &leftovers, const QString &victim, Random &random);

} // namespace nianbao::fuzz
