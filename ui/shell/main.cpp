// SPDX-License-Identifier: MulanPSL-2.0
#include "application.h"

#include <QApplication>
#include <QIcon>

namespace {

/// The desktop's id of the program, which is its icon's name as well.
const QString kDesktopId = QStringLiteral("cn.nianbao.nianbao");

QIcon windowIcon()
{
    QIcon icon;
    for (const char *size : {"16x16", "32x32", "48x48", "128x128", "256x256"})
        icon.addFile(QStringLiteral(":/icons/%1/apps/%2.png").arg(QLatin1String(size), kDesktopId));
    return icon;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Nianbao"));
    QApplication::setApplicationVersion(QStringLiteral(NIANBAO_VERSION));
    QApplication::setDesktopFileName(kDesktopId);
    QApplication::setWindowIcon(windowIcon());
    return nianbao::runApplication(application);
}
