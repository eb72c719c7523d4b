// SPDX-License-Identifier: MulanPSL-2.0
#include "nextyear.h"

#include "reviewmoves.h"

namespace nianbao {

Report nextYear(const Report &last) { return nextYear(last, formForYear(last.year() + 1), last.year() + 1); }

Report nextYear(const Report &last, SpecPointer form, int year)
{
    Report report(std::move(form), year);
    Change change;
    change.restores = true; // last year's file may be an older version's
    for (const QString &key : last.facts().keys()) {
        const bool isLasting
            = key.startsWith(QStringLiteral("organisation.")) || key == QLatin1String(fact::kAllowedWords);
        if (isLasting)
            change.steps.append(SetFact{key, last.fact(key)});
    }
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        int index = 0;
        for (const SubSection &sub : last.subSections(section.id))
            change.steps.append(InsertSubSection{section.id, index++, {sub.heading, {}}});
    }
    QList<Channel> channels = last.channels();
    for (Channel &channel : channels) {
        channel.count.reset();
        for (Category &category : channel.categories)
            category.count.reset();
    }
    change.steps.append(SetChannels{channels});
    if (!last.review().chain.isEmpty())
        change.steps.append(SetChain{last.review().chain});
    Report prior = withoutTalk(last);
    Change leaving{{}, {SetPrior{}}}; // and what was said to last year's findings, which nobody sees again
    for (const QString &key : last.explanations().keys())
        leaving.steps.append(SetExplanation{key, std::nullopt});
    for (const RuleId &rule : last.rulesOff().keys())
        leaving.steps.append(SetRuleOff{rule, std::nullopt});
    const auto cut = prior.apply(leaving);
    change.steps.append(SetPrior{std::make_shared<const Report>(std::move(prior))});
    const auto done = report.apply(change);
    Q_ASSERT(cut && done); // facts and headings of one form are those of every form
    return report;
}

} // namespace nianbao
