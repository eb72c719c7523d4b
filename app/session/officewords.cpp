// SPDX-License-Identifier: MulanPSL-2.0
#include "officewords.h"

#include "rules.h"
#include "wholefile.h"

#include <QStandardPaths>

namespace nianbao {

namespace {
constexpr qint64 kMostBytes = 4'000'000; // a hundred times what is shipped
} // namespace

Result<> loadOfficeWords()
{
    const QString path
        = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, QStringLiteral("nianbao/words.json"));
    if (path.isEmpty())
        return {};
    const auto content = readWholeFile(path, kMostBytes);
    if (!content)
        return content.error();
    const auto taken = addRuleWords(*content);
    if (!taken)
        return Error{
            taken.error().code, QStringLiteral("%1 %2").arg(path, taken.error().where), taken.error().detail};
    return {};
}

} // namespace nianbao
