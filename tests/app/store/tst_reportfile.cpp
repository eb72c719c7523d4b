// SPDX-License-Identifier: MulanPSL-2.0
// What is written comes back: every kind of step, new files, the audit trail.
#include "database.h"
#include "storefixtures.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
QString words(const char *text) { return QString::fromUtf8(text); }

/// A report in which every kind of step finds something to change.
Report fullReport()
{
    Report report = filledReport();
    const auto done = report.apply({{},
        {InsertSubSection{kOverview, 1, {words("主动公开"), words("第一段\n第二段")}},
            InsertSubSection{kOverview, 2, {words("监督保障"), {}}},
            SetNote{cell("disclosure.normative.issued"), words("其中修订16件")},
            SetDeclared{cell("requests.total.total"), Declared{Amount::fromInteger(5), false}},
            SetFact{words("signature"), words("柳林镇")},
            SetChannels{{{words("政府网站"), 3, {{words("其他"), std::nullopt}}}}},
            SetFigures{{{words("overview/1"), 0, words("chart"), words("渠道"), words("channels"), {}}}},
            SetPrior{std::make_shared<const Report>(filledReport(words("2021"), 2020))},
            SetReview{{ReviewState::InReview, 1}}}});
    if (!done)
        qFatal("%s", qPrintable(done.error().where));
    return report;
}

} // namespace

class ReportFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyStepComesBack_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        const auto row = [](const char *name, const Step &step) { QTest::newRow(name) << QList<Step>{step}; };
        const auto received = cell("requests.received.individual");
        const auto total = cell("requests.total.total");
        row("a count", SetCell{received, Amount::fromInteger(37)});
        row("blank is not zero", SetCell{received, std::nullopt});
        row("the largest count", SetCell{received, Amount::fromInteger(999'999'999'999)});
        row("money to the sixth place",
            SetCell{cell("disclosure.fees.amount"), Amount::fromMicros(123'456'789)});
        row("a note on a typed cell", SetNote{received, words("含转办“2”件; -- '")});
        row("a note on a total", SetNote{total, words("以登记簿为准")});
        row("a note taken away", SetNote{cell("disclosure.normative.issued"), {}});
        row("a declared total",
            SetDeclared{cell("disputes.direct.total"), Declared{Amount::fromInteger(2), false}});
        row("a declared blank that was confirmed", SetDeclared{total, Declared{std::nullopt, true}});
        row("the computed total taken", SetDeclared{total, std::nullopt});
        row("a fact", SetFact{words("title"), words("题名")});
        row("a fact that is empty", SetFact{words("introduction"), words("")});
        row("a fact taken away", SetFact{words("signature"), std::nullopt});
        row("a note under a table", SetFact{words("table_notes.requests"), words("注")});
        row("a sub-section put in", InsertSubSection{kOverview, 0, {words("新"), words("𠮷\t\n\n字")}});
        row("a sub-section taken out", RemoveSubSection{kOverview, 1});
        row("the last sub-section of a section", RemoveSubSection{SectionId(words("problems")), 0});
        row("a sub-section moved", MoveSubSection{kOverview, 0, 2});
        row("a heading", SetHeading{kOverview, 1, words("信息管理")});
        row("a text", SetText{kOverview, 1, QString(100'000, u'长')});
        row("channels",
            SetChannels{{{words("公告栏"), std::nullopt, {}},
                {words("公众号"), 0, {{words("甲"), 1}, {words("乙"), 2}}}}});
        row("no channels", SetChannels{});
        row("pictures", SetFigures{{{words("other/1"), 2, words("picture"), {}, {}, words("窗口.png")}}});
        row("no pictures", SetFigures{});
        row("last year's report",
            SetPrior{std::make_shared<const Report>(filledReport(words("2019"), 2020))});
        row("no last year's report", SetPrior{});
        row("a state", SetReview{{ReviewState::Published, 3}});
        QTest::newRow("many at once") << QList<Step>{SetCell{received, Amount::fromInteger(1)},
            RemoveSubSection{kOverview, 0}, SetHeading{kOverview, 0, words("先")}, SetChannels{},
            SetFact{words("date"), words("2022-01-20")}};
    }

    void everyStepComesBack()
    {
        QFETCH(QList<Step>, steps);
        const Folder folder;
        const Report before = fullReport();
        makeFile(folder.file(), before);
        Report report = before;
        const Change change{words("改"), steps};
        Report tried = report;
        const Change inverse = tried.apply(change)->inverse;
        {
            const auto file = openFile(folder.file(), Mode::Edit);
            QVERIFY(loaded(*file) == before);
            QVERIFY(edit(*file, report, change));
            QVERIFY(!(report == before));
        }
        QVERIFY(onDisk(folder.file()) == report);
        {
            const auto file = openFile(folder.file(), Mode::Edit);
            QVERIFY(edit(*file, report, inverse));
        }
        QVERIFY(report == before);
        QVERIFY(onDisk(folder.file()) == before);
        QCOMPARE(folder.names(), QStringList{words("a.nianbao")});
    }

    void realReportsComeBack_data()
    {
        QTest::addColumn<QString>("name");
        const auto names = sampleNames();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void realReportsComeBack()
    {
        QFETCH(QString, name);
        const Folder folder;
        const Report report = sampleReport(name);
        makeFile(folder.file(), report);
        QVERIFY(onDisk(folder.file()) == report);
    }

    void computedValuesAreNotStored()
    {
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        QVERIFY(edit(*file, report, setCount("requests.received.individual", 3)));
        const auto db = Database::open(folder.file(), Database::Access::Read, folder.file());
        QVERIFY(db);
        const auto total
            = (*db)->rows(QStringLiteral("SELECT * FROM cell WHERE key = 'requests.received.total'"));
        QVERIFY(total && total->isEmpty());
    }

    void everyEditLeavesItsAuditRow()
    {
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        const Change change{words("填写 三、收到"),
            {SetCell{cell("requests.received.other"), Amount::fromInteger(4)},
                SetFact{words("signature"), words("柳林镇")}}};
        QVERIFY(edit(*file, report, change));
        const auto db = Database::open(folder.file(), Database::Access::Read, folder.file());
        QVERIFY(db);
        const auto rows = (*db)->rows(QStringLiteral("SELECT at, who, text, change_json FROM audit"));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(QDateTime::fromString(rows->at(0)[0].toString(), Qt::ISODateWithMs), kWhen);
        QCOMPARE(rows->at(0)[1].toString(), kEditor.name);
        QCOMPARE(rows->at(0)[2].toString(), change.description);
        const QJsonArray steps{toJson(change.steps[0]), toJson(change.steps[1])};
        QCOMPARE(QJsonDocument::fromJson(rows->at(0)[3].toString().toUtf8()).array(), steps);
    }

    void theFileSaysWhatItIs()
    {
        const Folder folder;
        makeFile(folder.file(), filledReport());
        const auto db = Database::open(folder.file(), Database::Access::Read, folder.file());
        QVERIFY(db);
        const auto is = [&db](const char *pragma) { return (*db)->value(QLatin1String(pragma))->toString(); };
        QCOMPARE(is("PRAGMA application_id"), QString::number(kApplicationId));
        QCOMPARE(is("PRAGMA user_version"), QString::number(newestSchema()));
        QCOMPARE(is("PRAGMA journal_mode"), words("delete"));
        QCOMPARE(is("PRAGMA integrity_check"), words("ok"));
    }

    void aNewFileReplacesOnlyWhenTold()
    {
        const Folder folder;
        makeFile(folder.file(), filledReport());
        const auto before = folder.state();
        const auto refused = ReportFile::create(folder.file(), fullReport(), false, kEditor, kWhen);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::FileExists);
        QVERIFY(folder.state() == before);
        {
            auto made = ReportFile::create(folder.file(), fullReport(), true, kEditor, kWhen);
            QVERIFY(made);
            QVERIFY(!(*made)->isReadOnly());
            QVERIFY(loaded(**made) == fullReport());
        }
        QVERIFY(onDisk(folder.file()) == fullReport());
        QCOMPARE(folder.names(), QStringList{words("a.nianbao")});
    }

    void aFileInUseIsNotReplaced()
    {
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        const auto refused = ReportFile::create(folder.file(), fullReport(), true, kEditor, kWhen);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::AlreadyOpen);
        QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        QVERIFY(onDisk(folder.file()) == report);
    }

    void aNewFileWhereNoneCanBe()
    {
        const Folder folder;
        const auto nowhere
            = ReportFile::create(folder.file(words("no/such.nianbao")), filledReport(), true, kEditor, kWhen);
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().code == ErrorCode::FileNotFound);
        setMode(folder.path(), 0555);
        const AsOrdinaryUser user;
        if (!user.canWorkIn(folder.path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        const auto refused = ReportFile::create(folder.file(), filledReport(), true, kEditor, kWhen);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::FolderReadOnly);
        QVERIFY(folder.names().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReportFileTest)
#include "tst_reportfile.moc"
