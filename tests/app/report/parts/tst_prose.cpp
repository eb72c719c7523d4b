// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"

using namespace nianbao;
using namespace nianbao::test;

namespace {

const SectionId kOverview(QStringLiteral("overview"));

SubSection sub(qsizetype heading, qsizetype text) { return {letters(heading), letters(text)}; }

} // namespace

class ProseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        addStepColumns();
        using E = ErrorCode;
        stepRow("a new sub-section", InsertSubSection{kOverview, 1, sub(2, 3)});
        stepRow("a sub-section goes", RemoveSubSection{kOverview, 0});
        stepRow("a heading", SetHeading{kOverview, 0, QStringLiteral("概述")});
        stepRow("a text", SetText{kOverview, 0, QStringLiteral("一\n二")});
        stepRow("a text of the longest", SetText{kOverview, 0, letters(bounds::kText)});
        stepRow("a longer text", SetText{kOverview, 0, letters(bounds::kText + 1)}, E::TooLong, "overview/1");
        stepRow("a long heading", SetHeading{kOverview, 0, letters(bounds::kLine + 1)}, E::TooLong,
            "overview/1/heading");
        stepRow(
            "a text of the most paragraphs", SetText{kOverview, 0, QString(bounds::kParagraphs - 1, u'\n')});
        stepRow("a text of more paragraphs", SetText{kOverview, 0, QString(bounds::kParagraphs, u'\n')},
            E::TooMany, "overview/1");
        stepRow("a new long text", InsertSubSection{kOverview, 0, sub(0, bounds::kText + 1)}, E::TooLong,
            "overview/1");
        stepRow("a new long heading", InsertSubSection{kOverview, 0, sub(bounds::kLine + 1, 0)}, E::TooLong,
            "overview/1/heading");
        stepRow("a sub-section that is not there", SetText{kOverview, 7, {}}, E::NoSuchPlace, "overview/8");
        stepRow("a move past the end", MoveSubSection{kOverview, 0, 9}, E::NoSuchPlace, "overview/10");
        stepRow("a sub-section of a table", InsertSubSection{SectionId(QStringLiteral("requests")), 0, {}},
            E::NoSuchPlace, "requests");
    }
    void steps() { tryStep(); }

    void aMoveGoesBack()
    {
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({}, InsertSubSection{kOverview, 1, {QStringLiteral("二"), {}}})));
        const Report before = report;
        const auto done = report.apply(Change::of({}, MoveSubSection{kOverview, 1, 0}));
        QVERIFY(done);
        QCOMPARE(report.subSections(kOverview).first().heading, QStringLiteral("二"));
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void subSectionsAreCounted()
    {
        Report edited = filledReport();
        const auto before = edited.subSections(kOverview).size();
        Change change;
        for (auto i = before; i < bounds::kSubSections; ++i)
            change.steps.append(InsertSubSection{kOverview, 0, {}});
        QVERIFY(edited.apply(change));
        const auto done = edited.apply(Change::of({}, InsertSubSection{kOverview, 0, {}}));
        QCOMPARE(int(done.error().code), int(ErrorCode::TooMany));
    }

    void numbersSubSectionsWithHeadings()
    {
        const QStringList headings = numberedHeadings({{{}, QStringLiteral("引")},
            {QStringLiteral("主动公开"), {}}, {QStringLiteral("依申请公开"), {}}});
        QCOMPARE(headings,
            QStringList({{}, QStringLiteral("（一）主动公开"), QStringLiteral("（二）依申请公开")}));
    }
};

QTEST_GUILESS_MAIN(ProseTest)
#include "tst_prose.moc"
