// SPDX-License-Identifier: MulanPSL-2.0
#include "coverage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao {

namespace {

constexpr size_t kCharacters = 0x110000;
constexpr std::array kRoles{"title", "body", "heading1", "heading2", "table"}; // in the order of Letter

using Characters = std::vector<bool>;

/// "20-7E A0 …", numbers in hexadecimal
void addRanges(Characters &has, const QString &line)
{
    size_t first = 0, number = 0;
    bool isRange = false;
    const auto add = [&] {
        const size_t from = isRange ? first : number;
        if (from <= number && number < kCharacters)
            std::fill(has.begin() + ptrdiff_t(from), has.begin() + ptrdiff_t(number) + 1, true);
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

std::array<Characters, kRoles.size()> readCoverage()
{
    QFile file(QStringLiteral(":/rules/coverage.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the coverage of the fonts is missing");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray faces = root.value(QLatin1String("faces")).toArray();
    const QJsonObject chains = root.value(QLatin1String("roles")).toObject();
    // most roles stand in for each other: what the same faces cover is read once
    QMap<QList<int>, Characters> known;
    std::array<Characters, kRoles.size()> roles;
    for (size_t i = 0; i < kRoles.size(); ++i) {
        QList<int> chain;
        for (const auto &face : chains.value(QLatin1String(kRoles[i])).toArray())
            chain.append(face.toInt());
        std::sort(chain.begin(), chain.end());
        Characters &has = known[chain];
        if (has.empty()) {
            has.resize(kCharacters);
            for (const int face : std::as_const(chain)) {
                for (const auto &line : faces[face][QLatin1String("characters")].toArray())
                    addRanges(has, line.toString());
            }
        }
        roles[i] = has;
    }
    return roles;
}

} // namespace

const Coverage &Coverage::of(Letter letter)
{
    static const std::array<Coverage, kRoles.size()> all = [] {
        std::array<Coverage, kRoles.size()> made;
        auto roles = readCoverage();
        for (size_t i = 0; i < made.size(); ++i)
            made[i].m_has = std::move(roles[i]);
        return made;
    }();
    return all[static_cast<size_t>(letter)];
}

} // namespace nianbao
