// SPDX-License-Identifier: MulanPSL-2.0
#include "officewords.h"

#include "rules.h"

#include <QFile>
#include <QStandardPaths>

namespace nianbao {

Result<> loadOfficeWords()
{
    const QString path
        = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, QStringLiteral("nianbao/words.json"));
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::ReadFailed, path, file.errorString()};
    const auto taken = addRuleWords(file.readAll());
    if (!taken)
        return Error{
            taken.error().code, QStringLiteral("%1 %2").arg(path, taken.error().where), taken.error().detail};
    return {};
}

} // namespace nianbao
