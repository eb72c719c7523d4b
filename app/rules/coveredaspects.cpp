// SPDX-License-Identifier: MulanPSL-2.0
#include "coveredaspects.h"

#include "rulewords.h"

#include <algorithm>

namespace nianbao {

namespace {

/// 主动公开 stands in 主动公开情况: by these words it is recognised.
bool isAspectIn(const QString &text, const QString &aspect, const RuleWords &words)
{
    const auto said = [&](const RuleWords::Aspect &known) {
        return aspect.contains(known.name) && known.said.isIn(text);
    };
    return std::any_of(words.cover.begin(), words.cover.end(), said)
        || std::any_of(words.subSections.begin(), words.subSections.end(), said);
}

} // namespace

QList<QList<int>> coveredAspects(const Report &report, const SectionId &section, const RuleWords &words)
{
    const QList<Aspect> aspects = report.spec().section(section)->aspects;
    const QList<SubSection> present = report.subSections(section);
    const bool isUndivided = std::all_of(present.begin(), present.end(),
        [](const SubSection &sub) { return sub.heading.trimmed().isEmpty(); });
    QList<QList<int>> covered;
    for (const SubSection &sub : present) {
        QString text = isUndivided ? sub.text : sub.heading;
        text.removeIf([](QChar c) { return c != u'\n' && c.isSpace(); });
        QList<int> same; // word for word: it is this one and no other
        QList<int> alike;
        for (int i = 0; i < aspects.size(); ++i) {
            if (sub.heading == aspects[i].heading)
                same.append(i);
            else if (isAspectIn(text, aspects[i].heading, words))
                alike.append(i);
        }
        covered.append(same.isEmpty() ? alike : same);
    }
    return covered;
}

} // namespace nianbao
