// SPDX-License-Identifier: MulanPSL-2.0
// Every wording that ships is shown by sentences of its own: one it must read, one it must not.
#include "examples.h"

#include <QTest>

using namespace nianbao;

class ExamplesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allPhrasesReadTheirExamples()
    {
        const RuleWords words = RuleWords::shipped();
        QVERIFY(words.phrases->size() > 50);
        QStringList faults;
        for (const ExampleFault &fault : faultyExamples(words)) {
            const RuleWords::PhraseClass &phrase = words.phrases->at(fault.phrase);
            faults.append(
                QStringLiteral("%1 (%2…): %3 “%4” is read as “%5”, not as “%6”")
                    .arg(phrase.source, phrase.words.first(),
                        fault.isRead ? QStringLiteral("must read:") : QStringLiteral("must not read:"),
                        fault.sentence, fault.counts, phrase.counts));
        }
        for (const QString &fault : std::as_const(faults))
            qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

    /// The test itself can fail.
    void whatIsNotReadIsTold()
    {
        const auto words = RuleWords::shipped().with(QStringLiteral(R"({"phrases": [
            {"tag": "receive", "counts": "received", "words": ["承蒙惠赐"], "reads": ["承蒙惠赐申请[7件]。"], "not": ["承蒙惠赐申请[8件]。"]}]})")
                                                         .toUtf8());
        QVERIFY(words);
        const auto faults = faultyExamples(*words, words->phrases->size() - 1);
        QCOMPARE(faults.size(), 1);
        QVERIFY(!faults.first().isRead);
        QCOMPARE(faults.first().counts, QStringLiteral("received"));
    }
};

QTEST_GUILESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
