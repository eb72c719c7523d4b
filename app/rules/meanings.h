// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"

#include <QStringList>

namespace nianbao {

/// A kind of wordings that an office adds to, said to a person. From resources/rules/meanings.json; what its
/// figures count and the examples are those of the phrases that ship.
struct Meaning {
    QString tag{};
    QString counts{}; // empty: nothing of the tables
    QString reads{}, notReads{}; // a sentence whose figure counts that, and one whose does not
    Phrase name{}; // 收到申请
};
const QList<Meaning> &meanings(); // in the order they are offered

/// What a figure counts, for a person; of what is not known its own name.
Phrase countName(const QString &counts);
/// How a wording is written: 收悉…件.
QString wordingFormat();

} // namespace nianbao
