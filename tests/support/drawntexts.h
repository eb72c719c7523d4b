// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QList>
#include <QString>

namespace nianbao::test {

/// A way to make a text of any length that nobody writes and somebody pastes.
struct DrawnText {
    QString name{};
    QString head{}; // once
    QString repeated{}; // over and over
    QString tail{}; // over and over behind the middle: closing brackets

    QString ofLength(qsizetype characters) const;
};

/// Every mark, number form, unit, bracket nest and live figure, every word of resources/rules, every sentence
/// of tests/data, and pairs of them, drawn always alike. `extra` more pairs.
QList<DrawnText> drawnTexts(int extra);

/// A report with filled tables, channels, own names and last year's report, whose overview is that text; last
/// year's too, so that it is compared.
Report reportWith(const QString &text);

} // namespace nianbao::test
