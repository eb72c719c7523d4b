// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "amount.h"

#include <QList>

namespace nianbao {

/// A counted figure of a Chinese sentence: "1,305条", "一千三百零五件", "1.2万次", "占33.9%".
/// Ordinals, years, dates and document numbers are none; a number without a counting word is one only where
/// its clause ends or a share follows.
struct Quantity {
    qsizetype start = 0; // in the text it was read from
    qsizetype length = 0; // counting word included
    qsizetype digits = 0; // length of the number alone
    Amount value{}; // 万 and 亿 multiplied out
    int decimals = 0; // digits printed after the point
    QString unit{}; // 件, 条, 元 …; "%" of a percentage; empty: bare
    bool exact = true; // false: 约, 余, 近, 超 …, or one end of a range

    qsizetype end() const { return start + length; }
    bool isPercent() const { return unit == u'%'; }
};

/// All counted figures of a text, in order. Never fails: what cannot be read is no figure.
QList<Quantity> readQuantities(const QString &text);

} // namespace nianbao
