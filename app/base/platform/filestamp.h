// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// Which file it was and when it was last written, as the system says: differs when it is another state.
struct FileStamp {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 seconds = 0;
    qint64 nanoseconds = 0;
    bool isSameFile(const FileStamp &other) const { return device == other.device && inode == other.inode; }
    bool operator==(const FileStamp &) const = default;
};
FileStamp stampOf(const QString &path); // a link is followed; of no file: that of nothing
FileStamp stampOf(int descriptor);

/// Whose a file is and who may write it.
struct FileRights {
    quint32 user = 0;
    quint32 group = 0;
    bool groupMayWrite = false;
    bool allMayWrite = false;
    quint64 names = 0; // hard links
};
/// nullopt: the system does not say.
std::optional<FileRights> rightsOf(int descriptor);

quint32 thisUser(); // the effective one

} // namespace nianbao
