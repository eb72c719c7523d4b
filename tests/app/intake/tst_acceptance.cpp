// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "drawnreport.h"
#include "manuscriptblocks.h"
#include "proposal.h"

#include <QTest>

using namespace nianbao;

namespace {

const CellId kReceived(QStringLiteral("requests.received.individual"));
const CellId kGranted(QStringLiteral("requests.granted.individual"));
const CellId kReceivedTotal(QStringLiteral("requests.received.total"));
const TableId kRequests(QStringLiteral("requests"));
const SectionId kOverview(QStringLiteral("overview"));

Amount amount(qint64 value) { return Amount::fromInteger(value); }

/// Something of every kind, and one cell of each state.
Proposal someProposal(const QString &form = QStringLiteral("2021"))
{
    Proposal proposal;
    proposal.isReport = true;
    proposal.year = 2021;
    proposal.form = findForm(form);
    const auto put
        = [&](const CellId &cell, Recognition state, std::optional<Amount> value, const QString &text) {
              proposal.cells.insert(cell, {state, value, {}, text, {}, {}});
          };
    put(kReceived, Recognition::Sure, amount(3), QStringLiteral("3"));
    put(kGranted, Recognition::Guessed, amount(2), QStringLiteral("2"));
    put(CellId(QStringLiteral("requests.granted.business")), Recognition::Blank, {}, {});
    put(CellId(QStringLiteral("requests.granted.other")), Recognition::Unreadable, {},
        QStringLiteral("若干"));
    put(kReceivedTotal, Recognition::Sure, amount(4), QStringLiteral("4"));
    proposal.texts = {
        {Place::fact(QLatin1String(fact::kTitle)), Recognition::Sure, QStringLiteral("题名"), {}, {}},
        {Place::fact(QLatin1String(fact::kOffice)), Recognition::Guessed, QStringLiteral("党政办"), {}, {}},
        {Place::heading(kOverview, 0), Recognition::Guessed, QStringLiteral("概述"), {}, {}},
        {Place::subSection(kOverview, 0), Recognition::Sure, QStringLiteral("甲。\n乙。"), {}, {}},
        {Place::subSection(kOverview, 1), Recognition::Sure, QStringLiteral("丙。"), {}, {}}};
    proposal.pictures = {{Place::subSection(kOverview, 0), 1, QStringLiteral("picture"),
        QStringLiteral("窗口"), {}, QStringLiteral("a.png"), test::smallPicture()}};
    return proposal;
}

Report with(Report report, const QList<Step> &steps)
{
    if (!report.apply(Change{{}, steps}))
        qFatal("a step cannot be taken");
    return report;
}

} // namespace

/// What is taken of a proposal, and where it goes.
class TestAcceptance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allIsTaken()
    {
        const Report report = reportFrom(someProposal(), {}, 2021);
        QCOMPARE(report.year(), 2021);
        QCOMPARE(report.value(kReceived), amount(3));
        QCOMPARE(report.value(kGranted), amount(2));
        QCOMPARE(report.value(kReceivedTotal), amount(4)); // as declared
        QVERIFY(report.isOpen(kReceivedTotal));
        QCOMPARE(report.fact(fact::kOffice), QStringLiteral("党政办"));
        QCOMPARE(report.subSections(kOverview).size(), 2);
        QCOMPARE(report.subSections(kOverview).first().heading, QStringLiteral("概述"));
        QCOMPARE(report.illustrations().first().afterParagraph, 1);
    }

    void guessesAreLeftOut()
    {
        Acceptance sure;
        sure.guesses = false;
        const Report report = reportFrom(someProposal(), sure, 2021);
        QCOMPARE(report.value(kReceived), amount(3));
        QVERIFY(!report.value(kGranted));
        QVERIFY(!report.hasFact(QLatin1String(fact::kOffice)));
        // a heading that is only guessed stays a line of its text, and pictures where they were
        QCOMPARE(report.subSections(kOverview).first().heading, QString());
        QCOMPARE(report.subSections(kOverview).first().text, QStringLiteral("概述\n甲。\n乙。"));
        QCOMPARE(report.illustrations().first().afterParagraph, 2);
    }

    void whatIsNotWantedIsLeftOut()
    {
        Acceptance acceptance;
        acceptance.without = {kReceived, kReceivedTotal};
        acceptance.withoutTexts = {QStringLiteral("overview/1"), QStringLiteral("overview/1/heading")};
        acceptance.corrected.insert(kGranted, QStringLiteral("7（其中网上3件）"));
        const Report report = reportFrom(someProposal(), acceptance, 2021);
        QVERIFY(!report.value(kReceived));
        QVERIFY(!report.declared(kReceivedTotal));
        QCOMPARE(report.value(kGranted), amount(7));
        QCOMPARE(report.note(kGranted), QStringLiteral("其中网上3件"));
        QCOMPARE(report.subSections(kOverview).size(), 1);
        QCOMPARE(report.subSections(kOverview).first().text, QStringLiteral("丙。"));
        QVERIFY(report.illustrations().isEmpty());
    }

    void aCorrectionThatIsNoFigureTakesNothing()
    {
        Acceptance acceptance;
        acceptance.corrected.insert(kReceived, QStringLiteral("若干"));
        QVERIFY(!reportFrom(someProposal(), acceptance, 2021).value(kReceived));
    }

    void aChangeReplacesWhatIsSaidAndKeepsTheRest()
    {
        const CellId other(QStringLiteral("requests.granted.business"));
        const SectionId problems(QStringLiteral("problems"));
        const Report into = with(test::filledReport(),
            {SetCell{other, amount(9)},
                SetFact{QLatin1String(fact::kPhone), QStringLiteral("0123-4567890")}});
        const Change change = changeFrom(someProposal(), {}, into, QStringLiteral("导入"));
        QCOMPARE(change.description, QStringLiteral("导入"));
        const Report report = with(into, change.steps);
        QCOMPARE(report.value(kReceived), amount(3));
        QCOMPARE(report.value(other), amount(9)); // blank there
        QCOMPARE(report.fact(fact::kPhone), QStringLiteral("0123-4567890"));
        QCOMPARE(report.subSections(kOverview).size(), 2);
        QCOMPARE(report.subSections(problems), into.subSections(problems));
        QCOMPARE(report.value(kReceivedTotal), amount(4));
        // one step back
        Report back = into;
        const auto delta = back.apply(change);
        QVERIFY(delta);
        QVERIFY(back.apply(delta->inverse));
        QCOMPARE(back, into);
    }

    void aChangeOfTheSameSaysNothing()
    {
        const Report report = test::drawnReport(5, QStringLiteral("2021"), true);
        const Proposal proposal = recognise(test::blocksOf(manuscriptOf(report)));
        const Report read = reportFrom(proposal, {}, report.year());
        QVERIFY(changeFrom(proposal, {}, read, {}).steps.isEmpty());
    }

    void aChangeGoesAcrossForms()
    {
        Proposal proposal = someProposal(QStringLiteral("2021-single-other"));
        proposal.cells.insert(CellId(QStringLiteral("requests.other.individual")),
            {Recognition::Sure, amount(5), {}, QStringLiteral("5"), {}, {}});
        const Report into = test::filledReport();
        const Report report = with(into, changeFrom(proposal, {}, into, {}).steps);
        QCOMPARE(report.value(CellId(QStringLiteral("requests.other_misc.individual"))), amount(5));
        QCOMPARE(report.value(kReceived), amount(3));
    }

    void figuresAreAddedWithWhereTheyCameFrom()
    {
        const CellId blank(QStringLiteral("requests.granted.business"));
        const Report into = with(test::filledReport(),
            {SetCell{kReceived, amount(10)}, SetNote{kReceived, QStringLiteral("含网上2件")},
                SetCell{blank, {}}});
        QList<Phrase> notes;
        const Change change = additionFrom(
            someProposal(), {}, into, {kRequests}, QStringLiteral("财政所"), QStringLiteral("加上"), &notes);
        const Report report = with(into, change.steps);
        QCOMPARE(report.value(kReceived), amount(13));
        QCOMPARE(report.note(kReceived), QStringLiteral("含网上2件；含 财政所 3 件"));
        QVERIFY(!report.value(blank)); // blank and blank
        QCOMPARE(report.value(kReceivedTotal), amount(13)); // follows
        QCOMPARE(notes.size(), 1); // what could not be read
        QVERIFY(notes.first().in(Language::Chinese).contains(QStringLiteral("若干")));
        QCOMPARE(report.subSections(kOverview), into.subSections(kOverview));
        QVERIFY(additionFrom(someProposal(), {}, into, {TableId(QStringLiteral("disputes"))}, {}, {})
                    .steps.isEmpty());
    }

    void whatCannotBeAddedIsTold_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("said");
        QTest::addRow("too much") << QStringLiteral("2021") << kReceived.toString() << bounds::kCount
                                  << QStringLiteral("超出单元格的范围");
        QTest::addRow("another form's count")
            << QStringLiteral("2019") << QStringLiteral("disclosure.normative.made") << qint64(2)
            << QStringLiteral("口径不同");
        QTest::addRow("no place") << QStringLiteral("2019") << QStringLiteral("disclosure.procurement.items")
                                  << qint64(2) << QStringLiteral("没有位置");
    }
    void whatCannotBeAddedIsTold()
    {
        QFETCH(QString, form);
        QFETCH(QString, cell);
        QFETCH(qint64, value);
        QFETCH(QString, said);
        Proposal proposal;
        proposal.form = findForm(form);
        proposal.cells.insert(CellId(cell), {Recognition::Sure, amount(value), {}, {}, {}, {}});
        const Report into = with(test::filledReport(), {SetCell{kReceived, amount(10)}});
        QList<Phrase> notes;
        const Change change
            = additionFrom(proposal, {}, into, {CellId(cell).table()}, QStringLiteral("财政所"), {}, &notes);
        QVERIFY(change.steps.isEmpty());
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes.first().in(Language::Chinese).contains(said),
            qPrintable(notes.first().in(Language::Chinese)));
    }

    void doubtsAreCounted()
    {
        Proposal proposal = someProposal();
        QVERIFY(proposal.hasDoubts());
        QCOMPARE(proposal.count(Recognition::Sure), 2);
        QCOMPARE(proposal.count(Recognition::Unreadable), 1);
        QCOMPARE(toString(Recognition::Absent), QStringLiteral("absent"));
        proposal.cells.clear();
        proposal.texts.clear();
        QVERIFY(!proposal.hasDoubts());
        proposal.notes = {Phrase(QStringLiteral("没有收入。"))};
        QVERIFY(!proposal.hasDoubts());
        proposal.notesOfWeight = 1;
        QVERIFY(proposal.hasDoubts());
    }
};

QTEST_GUILESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
