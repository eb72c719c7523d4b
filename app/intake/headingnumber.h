// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// The number that a heading begins with, as offices number theirs.
struct HeadingNumber {
    enum class Style {
        None,
        Chapter, // 第一部分
        Chinese, // 一、
        Bracketed, // （一）
        Arabic, // 1.
        BracketedArabic, // （1）
        Circled // ①
    };
    Style style = Style::None;
    int value = 0;
    qsizetype length = 0; // of the number and the blanks behind it
    bool isOfSection() const { return style == Style::Chapter || style == Style::Chinese; }
};

HeadingNumber headingNumber(const QString &text);
/// 二〇二一 → 2021, 十二 → 12; 0: no number. Of a whole text.
int chineseValue(QStringView text);

/// Letters and digits alone, all of one width: what two spellings of a title have in common. What stands in
/// brackets behind it is left out.
QString headingCore(const QString &text);
/// How much two cores have in common, in their order: 1 the same, 0 nothing.
double titleLikeness(const QString &a, const QString &b);

/// Short, and without the marks that end a sentence or announce what follows.
bool looksLikeHeading(const QString &text, qsizetype most = 40);

} // namespace nianbao
