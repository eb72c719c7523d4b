// SPDX-License-Identifier: MulanPSL-2.0
#include "kindwords.h"

#include <QCoreApplication>
#include <QHash>

namespace nianbao {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(KindWords)
};
} // namespace

QString kindWords(const QString &kind)
{
    const QHash<QString, QString> words{{QStringLiteral("town"), Words::tr("town")},
        {QStringLiteral("street"), Words::tr("street")}, {QStringLiteral("county"), Words::tr("county")},
        {QStringLiteral("district"), Words::tr("district")}, {QStringLiteral("city"), Words::tr("city")},
        {QStringLiteral("department"), Words::tr("department")},
        {QStringLiteral("zone"), Words::tr("development zone")},
        {QStringLiteral("college"), Words::tr("school or college")},
        {QStringLiteral("hospital"), Words::tr("hospital")},
        {QStringLiteral("enterprise"), Words::tr("enterprise")}};
    return words.value(kind, kind);
}

} // namespace nianbao
