// SPDX-License-Identifier: MulanPSL-2.0
#include "drawnreport.h"
#include "manuscriptblocks.h"
#include "processortime.h"
#include "proposal.h"
#include "rounds.h"

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
    void samplesComeBack_data();
    void samplesComeBack();
    void drawnReportsComeBack_data();
    void drawnReportsComeBack();
    void aFaultlessReportHasNothingToLookAt();
    void wrongSumsAreTold();
    void whatATableLacksIsTold_data();
    void whatATableLacksIsTold();
    void anyDocumentGivesAProposal_data();
    void anyDocumentGivesAProposal();
    void longTextsAreReadInTime_data();
    void longTextsAreReadInTime();
};

void TestProposal::samplesComeBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isStyled");
    for (const QString &name : test::sampleNames()) {
        QTest::addRow("%s with styles", qPrintable(name)) << name << true;
        QTest::addRow("%s as plain text", qPrintable(name)) << name << false;
    }
}

void TestProposal::samplesComeBack()
{
    QFETCH(QString, name);
    QFETCH(bool, isStyled);
    Report report = test::sampleReport(name);
    if (!isStyled) // plain text has no pictures
        QVERIFY(report.apply(Change::of({}, SetIllustrations{})));
    const Report back = readBack(report, isStyled);
    QCOMPARE(back.year(), report.year());
    QCOMPARE(back.spec().id, report.spec().id);
    const QString difference
        = test::firstDifference(test::shownLines(manuscriptOf(back)), test::shownLines(manuscriptOf(report)));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestProposal::drawnReportsComeBack_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<bool>("isStyled");
    for (const SpecPointer &form : shippedForms()) {
        QTest::addRow("%s with styles", qPrintable(form->id)) << form->id << true;
        QTest::addRow("%s as plain text", qPrintable(form->id)) << form->id << false;
    }
}

void TestProposal::drawnReportsComeBack()
{
    QFETCH(QString, form);
    QFETCH(bool, isStyled);
    const int many = test::rounds(20, 2, 2000);
    for (int seed = 0; seed < many; ++seed) {
        const Report report = test::drawnReport(quint32(seed), form, isStyled);
        const Report back = readBack(report, isStyled);
        QCOMPARE(back.year(), report.year());
        QCOMPARE(back.spec().id, report.spec().id);
        const QString difference = test::firstDifference(
            test::shownLines(manuscriptOf(back)), test::shownLines(manuscriptOf(report)));
        QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("seed %1: ").arg(seed) + difference));
    }
}

void TestProposal::aFaultlessReportHasNothingToLookAt()
{
    const Proposal proposal = recognise(test::blocksOf(manuscriptOf(test::filledReport()), true));
    QVERIFY(proposal.isReport);
    QCOMPARE(proposal.count(Recognition::Sure), int(proposal.cells.size()));
    QCOMPARE(proposal.notesOfWeight, 0);
    QVERIFY(proposal.arithmetic.isEmpty());
}

void TestProposal::wrongSumsAreTold()
{
    Report report = test::filledReport();
    const CellId received(QStringLiteral("requests.received.individual"));
    QVERIFY(report.apply(Change::of({}, SetCell{received, Amount::fromInteger(3)})));
    const Proposal proposal = recognise(test::blocksOf(manuscriptOf(report), true));
    QVERIFY(proposal.hasDoubts());
    QVERIFY(!proposal.arithmetic.isEmpty());
    for (const Finding &finding : proposal.arithmetic) {
        QVERIFY(!finding.cells.isEmpty());
        QVERIFY(!finding.isInText());
    }
}

void TestProposal::whatATableLacksIsTold_data()
{
    QTest::addColumn<QString>("lost"); // label of the row, or all
    QTest::addColumn<QString>("note");
    QTest::newRow("a row") << QStringLiteral("行政规范性文件")
                           << QStringLiteral("“主动公开政府信息情况”的表格有 3 格在文件里没有位置");
    QTest::newRow("the table") << QString() << QStringLiteral("没有找到“主动公开政府信息情况”的表格");
}

void TestProposal::whatATableLacksIsTold()
{
    QFETCH(QString, lost);
    QFETCH(QString, note);
    ForeignDocument document = test::blocksOf(manuscriptOf(test::filledReport()), true);
    const auto isTheTable
        = [](const ForeignBlock &block) { return std::holds_alternative<ForeignGrid>(block); };
    const auto first = std::find_if(document.blocks.begin(), document.blocks.end(), isTheTable);
    QVERIFY(first != document.blocks.end());
    auto &grid = std::get<ForeignGrid>(*first);
    const auto label = std::find_if(
        grid.cells.begin(), grid.cells.end(), [&](const ForeignCell &cell) { return cell.text == lost; });
    if (lost.isEmpty()) {
        document.blocks.erase(first);
    } else {
        QVERIFY(label != grid.cells.end());
        grid.cells.removeIf([row = label->row](const ForeignCell &cell) { return cell.row == row; });
    }
    const Proposal proposal = recognise(document);
    QStringList said;
    for (const Phrase &each : proposal.notes.mid(0, proposal.notesOfWeight))
        said.append(each.in(Language::Chinese));
    QVERIFY2(said.filter(note).size() == 1, qPrintable(said.join(u'\n')));
}

void TestProposal::anyDocumentGivesAProposal_data()
{
    QTest::addColumn<ForeignDocument>("document");
    const auto with = [](const QList<ForeignBlock> &blocks) {
        ForeignDocument document;
        document.blocks = blocks;
        return document;
    };
    const auto line = [](const char *text) { return ForeignParagraph{QString::fromUtf8(text)}; };
    QTest::addRow("nothing") << ForeignDocument();
    QTest::addRow("a letter") << with({line("关于召开会议的通知"), line("各科室："), line("定于明天开会。")});
    QTest::addRow("a picture") << with({ForeignPicture{test::smallPicture()}});
    QTest::addRow("an empty grid") << with({ForeignGrid{}});
    QTest::addRow("one heading of a section") << with({line("一、总体情况"), line("正常。")});
}

void TestProposal::anyDocumentGivesAProposal()
{
    QFETCH(ForeignDocument, document);
    const Proposal proposal = recognise(document);
    QVERIFY(!proposal.isReport);
    QVERIFY(proposal.texts.isEmpty());
    QVERIFY(proposal.form != nullptr);
    QCOMPARE(proposal.count(Recognition::Absent), int(proposal.cells.size()));
    QCOMPARE(reportFrom(proposal, {}, 2021), Report(proposal.form, 2021));
}

void TestProposal::longTextsAreReadInTime_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"总体情况", "一、总体情况", "（一）概述", "正文。",
             "2021年政府信息公开工作年度报告", "首页 > 年报", "图1 渠道", "地址：", "请与", "[image: ", "1.",
             "一、总体情况的确很好很好很好很好很好很好很"
             "好很好很好很好很好很好很好很好很好很好很好很好"})
        QTest::addRow("%s", line) << QString::fromUtf8(line);
}

void TestProposal::longTextsAreReadInTime()
{
    QFETCH(QString, line);
    constexpr qsizetype kCharacters = 500'000;
    for (const bool isOneLine : {false, true}) {
        ForeignDocument document;
        const QString text = line.repeated(kCharacters / line.size());
        if (isOneLine)
            document.blocks.append(ForeignParagraph{text});
        for (qsizetype i = 0; !isOneLine && i < kCharacters / line.size(); ++i)
            document.blocks.append(ForeignParagraph{line});
        const test::ProcessorTime time;
        const Proposal proposal = recognise(document);
        const Report report = reportFrom(proposal, {}, 2021);
        QVERIFY2(time.milliseconds() < 5'000, qPrintable(QString::number(time.milliseconds())));
        QVERIFY(report.textSize() <= kCharacters + 1000);
    }
}

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
