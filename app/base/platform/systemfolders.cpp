// SPDX-License-Identifier: MulanPSL-2.0
#include "systemfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace nianbao {

QStringList temporaryFolders()
{
    return {QStringLiteral("/tmp"), QStringLiteral("/var/tmp"), QStringLiteral("/dev/shm")};
}

QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
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
