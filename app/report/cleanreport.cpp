// SPDX-License-Identifier: MulanPSL-2.0
#include "cleanreport.h"

#include "textcleaner.h"

namespace nianbao {

namespace {

void clean(SetPrior &step, TextCleaner &cleaner)
{
    if (!step.prior)
        return;
    QStringList within;
    Report prior = cleaned(*step.prior, &within);
    if (!(prior == *step.prior))
        step.prior = std::make_shared<const Report>(std::move(prior));
    for (const QString &place : std::as_const(within))
        cleaner.say(QStringLiteral("prior.") + place);
}

void clean(SetForm &, TextCleaner &) { }

void cleanSteps(Change &change, TextCleaner cleaner)
{
    for (Step &step : change.steps)
        std::visit([&](auto &s) { clean(s, cleaner); }, step);
}

} // namespace

Change cleaned(const Change &change)
{
    Change clean = change;
    clean.description = cleanText(change.description, Lines::One);
    cleanSteps(clean, TextCleaner());
    return clean;
}

Report cleaned(const Report &report, QStringList *removed)
{
    const ReportParts &parts = report.parts();
    Change change;
    change.restores = true; // also what only an earlier version let in
    // first what moves on with the words and paragraphs of a text that gets others
    parts.comments.addTexts(change);
    parts.illustrations.addTexts(change);
    parts.channels.addTexts(change);
    parts.facts.addTexts(change);
    parts.prose.addTexts(report.spec(), change);
    parts.tables.addTexts(report.spec(), change);
    parts.explanations.addTexts(change);
    parts.review.addTexts(change);
    change.steps.append(SetPrior{report.prior()});
    cleanSteps(change, TextCleaner(removed));
    Report clean = report;
    [[maybe_unused]] const auto done = clean.apply(change); // what was clean changes nothing
    Q_ASSERT(done); // every place was just read from the report
    return clean;
}

} // namespace nianbao
