// SPDX-License-Identifier: MulanPSL-2.0
#include "coverage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao {

namespace {

constexpr size_t kCharacters = 0x110000;
constexpr std::array kRoles{"title", "body", "heading1", "heading2", "table"}; // in the order of Letter

/// "20-7E A0 …", ascending, numbers in hexadecimal
void addRanges(std::vector<bool> &has, const QString &line)
{
    size_t first = 0, number = 0;
    bool isRange = false;
    const auto add = [&] {
        const size_t from = isRange ? first : number;
        if (has.size() <= from && from <= number && number < kCharacters) {
            has.resize(from);
            has.resize(number + 1, true);
        }
        number = 0;
        isRange = false;
    };
    for (const QChar c : line) {
        if (c == u' ') {
            add();
        } else if (c == u'-') {
            first = std::exchange(number, 0);
            isRange = true;
        } else {
            number = std::min(
                number * 16 + size_t(c.unicode() <= u'9' ? c.unicode() - u'0' : c.unicode() - u'A' + 10),
                kCharacters);
        }
    }
    add();
}

} // namespace

struct Coverage::All {
    std::vector<Coverage> lists{};
    std::array<size_t, kRoles.size()> listOf{}; // of each letter
};

Coverage::All Coverage::read()
{
    QFile file(QStringLiteral(":/rules/coverage.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the coverage of the fonts is missing");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    All all;
    for (const auto &list : root.value(QLatin1String("characters")).toArray()) {
        Coverage &coverage = all.lists.emplace_back();
        for (const auto &line : list.toArray())
            addRanges(coverage.m_has, line.toString());
    }
    const QJsonObject roles = root.value(QLatin1String("roles")).toObject();
    for (size_t i = 0; i < kRoles.size(); ++i)
        all.listOf[i] = size_t(roles.value(QLatin1String(kRoles[i])).toInt());
    return all;
}

const Coverage &Coverage::of(Letter letter)
{
    static const All all = read();
    return all.lists.at(all.listOf[static_cast<size_t>(letter)]);
}

} // namespace nianbao
