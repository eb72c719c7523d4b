// SPDX-License-Identifier: MulanPSL-2.0
#include "phrasefaults.h"

#include "examples.h"
#include "meanings.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckRules)
};

const QString kPhrases = QStringLiteral("phrases");

Result<RuleWords> with(const RuleWords &words, const QJsonArray &phrases)
{
    return words.with(QJsonDocument(QJsonObject{{kPhrases, phrases}}).toJson(QJsonDocument::Compact));
}

/// An example without the words shows nothing about them.
std::optional<PhraseFault> wordlessExample(const RuleWords::PhraseClass &phrase)
{
    for (qsizetype i = 0; i < phrase.reads.size(); ++i) {
        QString sentence = phrase.reads[i];
        sentence.remove(u'[').remove(u']').remove(u' ');
        const bool hasWord = std::any_of(phrase.words.begin(), phrase.words.end(),
            [&](const QString &word) { return sentence.contains(QString(word).remove(u' ')); });
        if (!hasWord)
            return PhraseFault{0, QStringLiteral("reads[%1]").arg(i),
                Words::tr("“%1” does not stand in the example “%2”. Write an example with it.")
                    .arg(phrase.words.first(), phrase.reads[i])};
    }
    return std::nullopt;
}

QString reasonOf(const ExampleFault &fault, const QString &counts)
{
    const QString read = said(countName(fault.counts));
    if (!fault.isRead && counts.isEmpty())
        return Words::tr(
            "In “%1”, which shows what the wording leaves alone, the figure is read as “%2” as well. Take "
            "a sentence whose figure stands in the tables.")
            .arg(fault.sentence, read);
    if (!fault.isRead)
        return Words::tr(
            "In “%1” the figure must not be read as “%2”, but is. Take a longer wording, or another "
            "example.")
            .arg(fault.sentence, read);
    return Words::tr(
        "In “%1” the figure is read as “%2”, not as “%3”. Take another meaning or wording, or another "
        "example.")
        .arg(fault.sentence, read, said(countName(counts)));
}

} // namespace

QList<PhraseFault> phraseFaults(const RuleWords &words, const QJsonArray &phrases)
{
    QList<PhraseFault> faults;
    QJsonArray fit;
    QList<qsizetype> places; // of those that are fit
    const auto refuse = [&faults](qsizetype phrase, PhraseFault fault) {
        fault.phrase = phrase;
        faults.append(fault);
    };
    for (qsizetype i = 0; i < phrases.size(); ++i) {
        const auto alone = with(words, {phrases[i]});
        if (!alone)
            refuse(i, {0, alone.error().where.section(u'.', 1), alone.error().detail});
        else if (const auto fault = wordlessExample(alone->phrases->last()))
            refuse(i, *fault);
        else {
            fit.append(phrases[i]);
            places.append(i);
        }
    }
    if (fit.isEmpty())
        return faults;
    const auto together = with(words, fit);
    if (!together) // each of them was fit
        return faults;
    const qsizetype first = words.phrases->size();
    for (const ExampleFault &fault : faultyExamples(*together, first)) {
        const qsizetype phrase = places[fault.phrase - first];
        if (std::any_of(
                faults.begin(), faults.end(), [&](const PhraseFault &f) { return f.phrase == phrase; }))
            continue;
        refuse(phrase,
            {0,
                QStringLiteral("%1[%2]")
                    .arg(fault.isRead ? QStringLiteral("reads") : QStringLiteral("not"))
                    .arg(fault.example),
                reasonOf(fault, together->phrases->at(fault.phrase).counts)});
    }
    std::sort(faults.begin(), faults.end(),
        [](const PhraseFault &a, const PhraseFault &b) { return a.phrase < b.phrase; });
    return faults;
}

} // namespace nianbao
