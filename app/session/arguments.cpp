// SPDX-License-Identifier: MulanPSL-2.0
#include "arguments.h"

#include <QFileInfo>
#include <QUrl>

namespace nianbao {

namespace {

const QString kScheme = QStringLiteral("file:");
const QString kThisComputer = QStringLiteral("localhost");

QString pathOf(const QString &word)
{
    if (!word.startsWith(kScheme, Qt::CaseInsensitive) || QFileInfo::exists(word))
        return word;
    const QString asTyped = word.mid(kScheme.size() + 2); // "file:///a#b" by hand, where # should be %23
    if (asTyped.startsWith(u'/') && QFileInfo::exists(asTyped))
        return asTyped;
    QUrl url(word);
    if (url.host() == kThisComputer)
        url.setHost({});
    const QString path = url.toLocalFile();
    return path.isEmpty() ? word : path;
}

} // namespace

QStringList withoutUrls(const QStringList &arguments)
{
    QStringList result;
    for (const QString &argument : arguments) {
        const auto value = argument.indexOf(u'=') + 1;
        const bool isOption = argument.startsWith(u'-') && value > 0;
        result.append(isOption ? argument.left(value) + pathOf(argument.mid(value)) : pathOf(argument));
    }
    return result;
}

} // namespace nianbao
