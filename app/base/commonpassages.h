// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>

namespace nianbao {

/// Letters and hanzi only, with their places: years, figures and marks are set aside.
struct Stripped {
    QString text{};
    QList<qsizetype> places{};
};
Stripped stripped(const QString &text);

/// One flag a character of the stripped text: stands in the other as part of a passage of that length.
QList<bool> commonCharacters(const Stripped &text, const Stripped &other, int shortest);

/// A passage of one text that stands in the other too, years and figures set aside.
struct CommonPassage {
    qsizetype start = 0;
    qsizetype length = 0;
};
QList<CommonPassage> commonPassages(const QString &text, const QString &other, int shortest);

} // namespace nianbao
