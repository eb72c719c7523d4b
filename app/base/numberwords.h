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
    QString digits{}; // 零 to 九
    QHash<QChar, QChar> sameDigits{}; // 〇 → 零
    QHash<QChar, qint64> scales{}; // 十 → 10
    QStringList shareVerbs{}; // 占 of 67，占4.61%
    QChar point{}; // of 三十二点九
    QString percent{}; // 百分之
    QStringList vagueAhead{}, notVagueAhead{}, vagueAheadOfChinese{}; // 约 …; 预约; 数十件
    QStringList vagueBehind{}; // 左右
    QString vagueInside{}; // 余 of 二十余件
    QStringList ordinals{}; // 第 …: what follows is no count
    QString single{}; // 每 of 每一件: no count
    QStringList rangeJoints{}; // 至 …
    QString nothingMarks{}; // characters of which － and the like are made
    QStringList nothingWords{}; // 无 …, lower case
};
const NumberWords &numberWords();

} // namespace nianbao
