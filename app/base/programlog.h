// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QLoggingCategory>
#include <QString>

#include <memory>

namespace nianbao {

Q_DECLARE_LOGGING_CATEGORY(lcProgram) // starts, ends, windows, what was handed over
Q_DECLARE_LOGGING_CATEGORY(lcReport) // opened, closed, refused

/// What the program did, in a file that whoever is asked for help can read: as long as one lives, messages of
/// QLoggingCategory go there as well as where they went before. Nothing of a report stands in it: messages of
/// ours name forms, versions, states and codes only, and of every message what is quoted, no ASCII, or part
/// of a path is left out. The file never grows beyond its bound, two older ones are kept beside it, and only
/// this user may read them. Where it cannot be written the program goes on without. There is one at a time.
class ProgramLog {
public:
    static constexpr qint64 kMostBytes = 256 * 1024; // of one file
    explicit ProgramLog(const QString &folder = usualFolder(), qint64 mostBytes = kMostBytes);
    ~ProgramLog();
    ProgramLog(const ProgramLog &) = delete;
    ProgramLog &operator=(const ProgramLog &) = delete;

    static QString path(); // of the file that is written now; empty: none
    /// XDG_STATE_HOME/nianbao, else ~/.local/state/nianbao.
    static QString usualFolder();
    /// A message as it is written: one line of bounded length.
    static QString withoutContent(const QString &message);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
