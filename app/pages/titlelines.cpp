// SPDX-License-Identifier: MulanPSL-2.0
#include "titlelines.h"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr int kSignatureRight = 2; // cells free at the right, 7.3.5.2
constexpr int kLongestName = 24; // cells of a line of a name that does not fit one line
constexpr int kSealedRight = 4; // right of the date, 7.3.5.1

} // namespace

QStringList titleLines(const TitleBlock &title, const PageStyle &style, const FontSet &fonts)
{
    if (title.lines.size() > 1)
        return title.lines;
    const QString stated = title.lines.value(0);
    const double em = style.titleSize;
    const TextStyle set{FontRole::Title, em, em, style.typeWidth, 0, false};
    constexpr double kComfortable = 0.92; // of the type area: fuller lines are broken in two
    const auto fits
        = [&](const QString &text) { return textWidth(fonts, text, set) <= style.typeWidth * kComfortable; };
    if (fits(stated))
        return {stated};
    const auto cut = title.nameEnd;
    if (cut <= 0)
        return evenLines(fonts, stated, set);
    const QString head = stated.left(cut);
    if (fits(head))
        return {head, stated.mid(cut)};
    // a name of several bodies is parted at the border where the three lines are most even: a trapezium or a
    // diamond, never an hourglass (7.3.1)
    const QString last = stated.mid(cut);
    const double below = textWidth(fonts, last, set);
    qsizetype best = head.size() / 2;
    double least = 0;
    bool isFound = false;
    constexpr double kHourglass = 1000; // mm: any other shape is better
    constexpr double kTooWide = 2000; // but for a line that does not fit
    for (qsizetype i = 2; i < head.size() - 1; ++i) {
        if (!QStringLiteral("省市区县旗州盟会府镇乡").contains(head[i - 1]))
            continue;
        const double above = textWidth(fonts, head.left(i), set);
        const double middle = textWidth(fonts, head.mid(i), set);
        const bool isHourglass = middle < above && middle < below;
        const bool isTooWide = std::max(above, middle) > style.typeWidth;
        const double uneven
            = std::abs(above - middle) + (isHourglass ? kHourglass : 0) + (isTooWide ? kTooWide : 0);
        if (!isFound || uneven < least) {
            best = i;
            least = uneven;
            isFound = true;
        }
    }
    if (!isFound || least >= kTooWide)
        return evenLines(fonts, head, set) + evenLines(fonts, last, set);
    return {head.left(best), head.mid(best), last};
}

TextStyle signatureStyle(const PageStyle &style)
{
    return {FontRole::Body, style.bodySize, style.cell(), style.typeWidth, 0, false};
}

QStringList signatureNames(
    const Signature &signature, const PageStyle &style, const FontSet &fonts, bool seal)
{
    const QString &name = signature.name;
    TextStyle set = signatureStyle(style);
    set.width = style.typeWidth - (seal ? 0 : kSignatureRight * style.cell());
    if (textWidth(fonts, name, set) <= set.width + 1e-6)
        return {name};
    set.width = kLongestName * style.cell();
    return evenLines(fonts, name, set);
}

SignatureLines signatureLinesOf(
    const Signature &signature, const PageStyle &style, const FontSet &fonts, bool seal)
{
    const QDate &day = signature.date;
    SignatureLines lines;
    lines.names = signatureNames(signature, style, fonts, seal);
    if (day.isValid())
        lines.date = QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day());
    const TextStyle set = signatureStyle(style);
    double block = 0;
    for (const QString &name : lines.names)
        block = std::max(block, textWidth(fonts, name, set));
    const double cell = style.cell();
    const double edge = style.typeWidth;
    const double right = edge - (seal ? kSealedRight : kSignatureRight) * cell;
    lines.dateWidth = textWidth(fonts, lines.date, set);
    lines.middle = right - block / 2;
    lines.dateLeft = lines.middle - textWidth(fonts, lines.names.last(), set) / 2 + 2 * cell;
    if (seal) {
        lines.dateLeft = right - lines.dateWidth;
        // a long name stays in the type area
        lines.middle = std::min(lines.dateLeft + lines.dateWidth / 2, edge - block / 2);
    } else if (lines.dateWidth > block || lines.dateLeft + lines.dateWidth > edge) {
        lines.dateLeft = right - lines.dateWidth;
        lines.middle = std::min(lines.middle, lines.dateLeft - 2 * cell + block / 2);
    }
    return lines;
}

} // namespace nianbao
