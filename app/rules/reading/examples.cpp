// SPDX-License-Identifier: MulanPSL-2.0
#include "examples.h"

#include "inspection.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kYear = 2024;

/// What the figure in [ ] counts.
QString countsIn(const ReadingContext &context, const QString &heading, const QString &example)
{
    const auto start = example.indexOf(u'[');
    QString sentence = example;
    sentence.remove(u'[').remove(u']');
    CheckedText text{
        Place::subSection(context.form->sections.first().id, 0), heading, {sentence, {}}, sentence};
    const auto reading = readText(context, text);
    for (const Mention &mention : reading->mentions) {
        if (mention.quantity.start <= start && mention.quantity.end() > start)
            return mention.counted.isPart ? QStringLiteral("part") : mention.counted.label;
    }
    return {};
}

} // namespace

QList<ExampleFault> faultyExamples(const RuleWords &words, qsizetype first)
{
    Report report(formForYear(kYear), kYear);
    const Change name = Change::of({}, SetFact{QLatin1String(fact::kName), words.exampleBody});
    if (const auto done = report.apply(name); !done)
        return {};
    const ReadingContext context(report, words);
    QList<ExampleFault> faults;
    for (qsizetype i = first; i < words.phrases->size(); ++i) {
        const RuleWords::PhraseClass &phrase = words.phrases->at(i);
        for (qsizetype k = 0; k < phrase.reads.size(); ++k) {
            const QString counts = countsIn(context, words.exampleHeading, phrase.reads[k]);
            if (counts != phrase.counts)
                faults.append({i, true, k, phrase.reads[k], counts});
        }
        for (qsizetype k = 0; k < phrase.notReads.size(); ++k) {
            const QString counts = countsIn(context, words.exampleHeading, phrase.notReads[k]);
            if (counts == phrase.counts)
                faults.append({i, false, k, phrase.notReads[k], counts});
        }
    }
    return faults;
}

} // namespace nianbao
