// SPDX-License-Identifier: MulanPSL-2.0
#include "radicals.h"

#include <algorithm>
#include <iterator>

namespace nianbao {

namespace {

struct Likeness {
    char16_t part;
    char16_t hanzi;
};

/// Parts that are whole hanzi to look at, for which Unicode's normal forms know none, in order.
constexpr Likeness kLikenesses[] = {{0x2E81, 0x5382}, {0x2E84, 0x4E59}, {0x2E88, 0x5200}, {0x2E8A, 0x535C},
    {0x2E8C, 0x5C0F}, {0x2E8D, 0x5C0F}, {0x2E8E, 0x5140}, {0x2E92, 0x5DF3}, {0x2E93, 0x5E7A},
    {0x2E9D, 0x6708}, {0x2EA0, 0x6C11}, {0x2EA7, 0x725B}, {0x2EA9, 0x738B}, {0x2EAC, 0x793A},
    {0x2EAE, 0x7AF9}, {0x2EB6, 0x7F8A}, {0x2EBB, 0x807F}, {0x2EBD, 0x81FC}, {0x2EC1, 0x864E},
    {0x2EC4, 0x897F}, {0x2EC5, 0x89C1}, {0x2EC6, 0x89D2}, {0x2EC9, 0x8D1D}, {0x2ECB, 0x8F66},
    {0x2ED1, 0x9577}, {0x2ED3, 0x957F}, {0x2ED4, 0x95E8}, {0x2ED7, 0x96E8}, {0x2ED8, 0x9752},
    {0x2ED9, 0x97E6}, {0x2EDA, 0x9875}, {0x2EDB, 0x98CE}, {0x2EDC, 0x98DE}, {0x2EDD, 0x98DF},
    {0x2EE2, 0x9A6C}, {0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C}, {0x2EE5, 0x9C7C}, {0x2EE6, 0x9E1F},
    {0x2EE7, 0x5364}, {0x2EE8, 0x9EA6}, {0x2EE9, 0x9EC4}, {0x2EEA, 0x9EFE}, {0x2EEC, 0x9F50},
    {0x2EEE, 0x9F7F}, {0x2EF0, 0x9F99}};

bool isRadical(QChar c) { return c.unicode() >= 0x2E80 && c.unicode() <= 0x2FDF; }

QChar hanziOf(QChar radical)
{
    const auto *const like = std::lower_bound(std::begin(kLikenesses), std::end(kLikenesses),
        radical.unicode(), [](const Likeness &likeness, char16_t part) { return likeness.part < part; });
    if (like != std::end(kLikenesses) && like->part == radical.unicode())
        return QChar(like->hanzi);
    const QString folded = QString(radical).normalized(QString::NormalizationForm_KC);
    return folded.size() == 1 ? folded.at(0) : radical;
}

} // namespace

QString withoutRadicals(QString text)
{
    if (std::none_of(text.cbegin(), text.cend(), isRadical))
        return text;
    for (QChar &c : text) {
        if (isRadical(c))
            c = hanziOf(c);
    }
    return text;
}

} // namespace nianbao
