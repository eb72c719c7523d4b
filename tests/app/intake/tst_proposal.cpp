// SPDX-License-Identifier: MulanPSL-2.0
#include "manuscriptblocks.h"
#include "proposal.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

/// What comes back of a report's manuscript.
Report readBack(const Report &report, bool isStyled)
{
    const Proposal proposal = recognise(test::blocksOf(manuscriptOf(report), isStyled));
    return reportFrom(proposal, {}, proposal.year.value_or(0));
}

} // namespace

/// A report that becomes a document and comes back says the same.
class TestProposal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesComeBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isStyled");
        for (const QString &name : test::sampleNames()) {
            QTest::addRow("%s with styles", qPrintable(name)) << name << true;
            QTest::addRow("%s as plain text", qPrintable(name)) << name << false;
        }
    }
    void samplesComeBack()
    {
        QFETCH(QString, name);
        QFETCH(bool, isStyled);
        const Report report = test::sampleReport(name);
        const Report back = readBack(report, isStyled);
        QCOMPARE(back.year(), report.year());
        QCOMPARE(back.spec().id, report.spec().id);
        const QString difference = test::firstDifference(
            test::shownLines(manuscriptOf(back)), test::shownLines(manuscriptOf(report)));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
