// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

namespace nianbao {

/// What somebody who starts the program wants.
struct StartRequest {
    QStringList files{}; // absolute paths; none: only to see the program
    bool isSample = false;

    /// Of the words of a command line: addresses and relative paths are resolved where it was typed. The
    /// names of links stay: it is the reader of a file who follows them.
    static StartRequest of(const QStringList &words, bool isSample);
    bool operator==(const StartRequest &) const = default;
};

} // namespace nianbao
