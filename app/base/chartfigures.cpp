// SPDX-License-Identifier: MulanPSL-2.0
#include "chartfigures.h"

#include <algorithm>

namespace nianbao {

qint64 ChartFigures::greatest() const
{
    qint64 most = 0;
    for (const Value &value : values)
        most = std::max({most, value.count, value.before});
    return most;
}

qint64 ChartFigures::sum() const
{
    qint64 all = 0;
    for (const Value &value : values)
        all += value.count;
    return all;
}

QString ChartFigures::words() const
{
    if (!isDrawable())
        return message;
    QStringList parts;
    for (const Value &value : values) {
        const QString now = QStringLiteral("%1%2%3").arg(value.label).arg(value.count).arg(unit);
        parts.append(
            form == Form::Pairs ? now + QStringLiteral("，上年%1%2").arg(value.before).arg(unit) : now);
    }
    return title + u'：' + parts.join(u'；') + u'。';
}

} // namespace nianbao
