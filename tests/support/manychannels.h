// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao::test {

/// So many channels of that count, each with so many categories of 1.
inline QList<Channel> manyChannels(qsizetype number, qsizetype categories, qint64 count)
{
    QList<Channel> list;
    for (qsizetype i = 0; i < number; ++i) {
        Channel channel{QStringLiteral("渠道%1").arg(i), count, {}};
        for (qsizetype k = 0; k < categories; ++k)
            channel.categories.append({QStringLiteral("类%1").arg(k), 1});
        list.append(channel);
    }
    return list;
}

} // namespace nianbao::test
