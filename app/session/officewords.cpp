// SPDX-License-Identifier: MulanPSL-2.0
#include "officewords.h"

#include "wholefile.h"

#include <QStandardPaths>

namespace nianbao {

namespace {
constexpr qint64 kMostBytes = 4'000'000; // a hundred times what is shipped
} // namespace

Result<RuleSet> officeRules()
{
    RuleSet rules;
    const QString path
        = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, QStringLiteral("nianbao/words.json"));
    if (path.isEmpty())
        return rules;
    const auto content = readWholeFile(path, kMostBytes);
    if (!content)
        return content.error();
    const auto taken = rules.addWords(*content);
    if (!taken)
        return Error{
            taken.error().code, QStringLiteral("%1 %2").arg(path, taken.error().where), taken.error().detail};
    return rules;
}

RuleSet rulesInForce()
{
    const auto rules = officeRules();
    return rules ? *rules : RuleSet();
}

} // namespace nianbao
