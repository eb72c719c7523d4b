// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QHash>
#include <QStringList>

namespace nianbao {

/// The words that stand beside figures, from resources/rules/numbers.json.
struct NumberWords {
    QStringList counting{}; // 件, 人次 …; longer ones first
    QStringList shares{}; // 百分点 …
    QHash<QString, qint64> money{}; // 万元 → 10000 yuan
    QStringList currency{}; // ¥ …
    QStringList otherUnits{}; // 万, % …: never a cell's own
    QStringList allUnits{}; // all of the above that follow a figure; longer ones first
    QString nothingMarks{}; // characters of which － and the like are made
    QStringList nothingWords{}; // 无 …, lower case
};
const NumberWords &numberWords();

} // namespace nianbao
