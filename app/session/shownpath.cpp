// SPDX-License-Identifier: MulanPSL-2.0
#include "shownpath.h"

#include <QDir>

namespace nianbao {

QString shownPath(const QString &path)
{
    const QString home = QDir::homePath();
    const bool isBelow = home != QDir::rootPath() && path.size() > home.size() && path.startsWith(home)
        && path[home.size()] == QDir::separator();
    return QDir::toNativeSeparators(isBelow ? u'~' + path.mid(home.size()) : path);
}

QString typedPath(const QString &words)
{
    const QString path = QDir::fromNativeSeparators(words.trimmed());
    return path.startsWith(QStringLiteral("~/")) ? QDir::homePath() + path.mid(1) : path;
}

} // namespace nianbao
