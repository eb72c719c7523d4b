// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "keptstep.h"

#include <QJsonArray>

#include <algorithm>

namespace nianbao {

/// Where a step is kept: in the report that it will be applied to.
struct KeptOut {
    const Report &now;
    KeptBytes &large;
    std::optional<Error> failed{};

    QString keep(const QByteArray &bytes)
    {
        const QString key = keyOf(bytes);
        large.insert(key, bytes);
        return key;
    }
};

/// What one sequence has in place of another's middle; outside of that both are the same.
struct Span {
    qsizetype at = 0;
    qsizetype cut = 0; // of the one that is there
    qsizetype put = 0; // of the one that takes its place
};

template <typename List> Span spanBetween(const List &now, const List &then)
{
    const qsizetype least = std::min(now.size(), then.size());
    qsizetype head = 0;
    while (head < least && now[head] == then[head])
        ++head;
    qsizetype tail = 0;
    while (tail < least - head && now[now.size() - 1 - tail] == then[then.size() - 1 - tail])
        ++tail;
    return {head, now.size() - head - tail, then.size() - head - tail};
}

QJsonObject keptSplice(const QString &now, const QString &then);

template <typename List, typename ToJson>
QJsonObject keptSplice(const List &now, const List &then, ToJson toJson)
{
    const Span span = spanBetween(now, then);
    QJsonArray put;
    for (qsizetype i = 0; i < span.put; ++i)
        put.append(toJson(then[span.at + i]));
    return {{QStringLiteral("at"), span.at}, {QStringLiteral("cut"), span.cut}, {QStringLiteral("put"), put}};
}

/// A kept step on its way back. What the file holds may be anything: then isSound becomes false.
struct KeptIn {
    QJsonObject json;
    const Report &now;
    const BytesOf &bytesOf;
    bool isSound = true;

    bool has(const char *key) const { return json.contains(QLatin1String(key)); }
    QString text(const char *key);
    int number(const char *key); // whole, not negative
    std::optional<Amount> amount(const char *key); // null: blank
    std::optional<qint64> count(const char *key);
    QJsonArray list(const char *key);
    KeptIn within(const QJsonValue &member);

    QString spliced(const QString &there);
    template <typename List, typename FromJson> List spliced(List there, FromJson fromJson)
    {
        const auto [at, cut] = span(there.size());
        List put;
        for (const QJsonValue &item : list("put")) {
            KeptIn member = within(item);
            put.append(fromJson(member));
            isSound = isSound && member.isSound;
        }
        return isSound ? there.mid(0, at) + put + there.mid(at + cut) : there;
    }

private:
    std::pair<qsizetype, qsizetype> span(qsizetype size); // at and cut, within so many
};

} // namespace nianbao
