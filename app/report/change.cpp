// SPDX-License-Identifier: MulanPSL-2.0
#include "change.h"

#include "report.h"

namespace nianbao {

Change Change::of(QString description, Step step, QString mergeKey)
{
    return {std::move(description), {std::move(step)}, std::move(mergeKey)};
}

namespace {

QJsonObject audit(const SetPrior &step)
{
    return {{QStringLiteral("year"), step.prior ? QJsonValue(step.prior->year()) : QJsonValue()}};
}

QJsonObject audit(const SetForm &step) { return {{QStringLiteral("form"), step.form}}; }

} // namespace

QJsonObject toJson(const Step &step)
{
    return std::visit([](const auto &s) { return QJsonObject{{QLatin1String(s.kName), audit(s)}}; }, step);
}

} // namespace nianbao
