// SPDX-License-Identifier: MulanPSL-2.0
#include "application.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Nianbao"));
    QApplication::setApplicationVersion(QStringLiteral(NIANBAO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("cn.nianbao.Nianbao"));
    return nianbao::runApplication(application);
}
