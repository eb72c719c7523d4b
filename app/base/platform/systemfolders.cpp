// SPDX-License-Identifier: MulanPSL-2.0
#include "systemfolders.h"

#include <QStandardPaths>

namespace nianbao {

QStringList temporaryFolders()
{
    return {QStringLiteral("/tmp"), QStringLiteral("/var/tmp"), QStringLiteral("/dev/shm")};
}

/// Where texlive-lang-chinese and our set-up leave FandolFang; a fontconfig.conf may omit the others.
QStringList fontFolders()
{
    return {QStringLiteral("/usr/local/share/fonts/nianbao"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/fonts"),
        QStringLiteral("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")};
}

} // namespace nianbao
