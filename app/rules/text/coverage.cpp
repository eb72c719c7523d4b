// SPDX-License-Identifier: MulanPSL-2.0
#include "coverage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

constexpr size_t kCharacters = 0x110000;
constexpr std::array kRoles{"title", "body", "heading1", "heading2", "table"}; // in the order of Letter

/// "20-7E A0 …"
void addRanges(std::vector<bool> &has, const QString &line)
{
    for (const QStringView range : QStringView(line).split(u' ')) {
        const auto dash = range.indexOf(u'-');
        bool isNumber = false;
        const uint first = (dash < 0 ? range : range.left(dash)).toUInt(&isNumber, 16);
        const uint last = dash < 0 ? first : range.mid(dash + 1).toUInt(nullptr, 16);
        if (isNumber && first <= last && last < kCharacters)
            std::fill(has.begin() + first, has.begin() + last + 1, true);
    }
}

std::array<std::vector<bool>, kRoles.size()> readCoverage()
{
    QFile file(QStringLiteral(":/rules/coverage.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the coverage of the fonts is missing");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray faces = root.value(QLatin1String("faces")).toArray();
    std::array<std::vector<bool>, kRoles.size()> roles;
    for (size_t i = 0; i < kRoles.size(); ++i) {
        const QJsonArray chain = root.value(QLatin1String("roles"))[QLatin1String(kRoles[i])].toArray();
        if (i > 0 && chain == root.value(QLatin1String("roles"))[QLatin1String(kRoles[i - 1])].toArray()) {
            roles[i] = roles[i - 1]; // most roles stand in for each other
            continue;
        }
        roles[i].resize(kCharacters);
        for (const auto &face : chain) {
            for (const auto &line : faces[face.toInt()][QLatin1String("characters")].toArray())
                addRanges(roles[i], line.toString());
        }
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
