// SPDX-License-Identifier: MulanPSL-2.0
#include "systemfolders.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace nianbao {

QStringList temporaryFolders()
{
    return {QStringLiteral("/tmp"), QStringLiteral("/var/tmp"), QStringLiteral("/dev/shm")};
}

/// Where a package of ours below any prefix, our set-up and texlive-lang-chinese leave FandolFang; a
/// fontconfig.conf may omit the others.
QStringList fontFolders()
{
    return {QCoreApplication::applicationDirPath() + QStringLiteral("/../share/fonts/opentype/nianbao"),
        QStringLiteral("/usr/local/share/fonts/nianbao"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/fonts"),
        QStringLiteral("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")};
}

} // namespace nianbao
