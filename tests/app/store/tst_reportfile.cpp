// SPDX-License-Identifier: MulanPSL-2.0
// What is written comes back: every kind of step, new files, the audit trail.
#include "halfwritten.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
QString words(const char *text) { return QString::fromUtf8(text); }

uint modeOf(const QString &path)
{
    struct stat status { };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

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
            SetIllustrations{{{*Place::parse(words("overview/1")), 0, words("chart"), words("渠道"),
                words("channels"), {}}}},
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
        row("pictures",
            SetIllustrations{
                {{*Place::parse(words("other/1")), 2, words("picture"), {}, {}, words("窗口.png")}}});
        row("no pictures", SetIllustrations{});
        row("last year's report",
            SetPrior{std::make_shared<const Report>(filledReport(words("2019"), 2020))});
        row("no last year's report", SetPrior{});
        row("a state", SetReview{{ReviewState::Returned, 3}});
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

    void everyReportHasAnIdOfItsOwn()
    {
        const Folder folder;
        const Report report = fullReport();
        QVERIFY(report.id().isNull());
        makeFile(folder.file(), report);
        makeFile(folder.file(words("second.nianbao")), report); // at the same moment, word for word
        const QUuid id = onDisk(folder.file()).id();
        QCOMPARE(id.version(), QUuid::Random);
        QVERIFY(onDisk(folder.file(words("second.nianbao"))).id() != id);

        const auto file = openFile(folder.file(), Mode::Edit);
        Report open = loaded(*file);
        QVERIFY(edit(
            *file, open, Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("另一个镇")})));
        QCOMPARE(onDisk(folder.file()).id(), id);
        makeFile(folder.file(words("copy.nianbao")), open); // as a copy is saved
        QCOMPARE(onDisk(folder.file(words("copy.nianbao"))).id(), id);
        makeFile(folder.file(words("second.nianbao")), open); // also over another report
        QCOMPARE(onDisk(folder.file(words("second.nianbao"))).id(), id);
    }

    void anIdThatIsNoneIsDamage()
    {
        const Folder folder;
        makeFile(folder.file(), fullReport());
        {
            const auto db = Database::open(folder.file(), Database::Access::Write, {});
            QVERIFY(db);
            QVERIFY((*db)->run(words("UPDATE meta SET value = 'x' WHERE key = 'id'")));
        }
        const auto report = openFile(folder.file(), Mode::Look)->load();
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::Damaged);
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

    void everyEditLeavesItsRowOfTheHistory()
    {
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        const Report before = report;
        const Change change{words("填写 三、收到"),
            {SetCell{cell("requests.received.other"), Amount::fromInteger(4)},
                SetFact{words("signature"), words("柳林镇")}}};
        QVERIFY(edit(*file, report, change));
        const auto history = file->history(report);
        QVERIFY(history);
        const auto rows = history->rows();
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        const HistoryRow &row = rows->first();
        QCOMPARE(QDateTime::fromString(row.at, Qt::ISODateWithMs), kWhen);
        QCOMPARE(row.who, kEditor.name);
        QCOMPARE(row.what, change.description);
        QCOMPARE(row.changes.size(), 2);
        const auto then = history->at(0);
        QVERIFY(then && *then == before);
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

    void nobodyReadsMoreThanBefore_data()
    {
        QTest::addColumn<uint>("mode");
        for (const uint mode : {0600U, 0640U, 0644U, 0666U, 0400U})
            QTest::addRow("mode %o", mode) << mode;
    }

    void nobodyReadsMoreThanBefore()
    {
        QFETCH(uint, mode);
        const Folder folder;
        makeFile(folder.file(), filledReport());
        setMode(folder.file(), mode_t(mode));
        QVERIFY(ReportFile::create(folder.file(), fullReport(), true, kEditor, kWhen));
        QCOMPARE(modeOf(folder.file()), mode);
        QVERIFY(onDisk(folder.file()) == fullReport());
        QCOMPARE(folder.names(), QStringList{words("a.nianbao")});
    }

    void aNewFileGetsWhatNewFilesGet_data()
    {
        QTest::addColumn<uint>("mask");
        QTest::addColumn<uint>("mode");
        QTest::newRow("a private user") << 0077U << 0600U;
        QTest::newRow("a group that works together") << 0002U << 0664U;
    }

    void aNewFileGetsWhatNewFilesGet()
    {
        QFETCH(uint, mask);
        QFETCH(uint, mode);
        const Folder folder;
        const mode_t before = umask(mode_t(mask));
        makeFile(folder.file(), filledReport());
        umask(before);
        QCOMPARE(modeOf(folder.file()), mode);
    }

    void theOwnerAndGroupStay()
    {
        if (geteuid() != 0)
            QSKIP("only the superuser gives files away");
        const Folder folder;
        makeFile(folder.file(), filledReport());
        QCOMPARE(chown(QFile::encodeName(folder.file()).constData(), 12345, 23456), 0);
        setMode(folder.file(), 0660);
        QVERIFY(ReportFile::create(folder.file(), fullReport(), true, kEditor, kWhen));
        const QFileInfo info(folder.file());
        QCOMPARE(info.ownerId(), 12345U);
        QCOMPARE(info.groupId(), 23456U);
        QCOMPARE(modeOf(folder.file()), 0660U);
    }

    void anotherGroupDoesNotInheritWhatItsGroupMayRead()
    {
        if (geteuid() != 0)
            QSKIP("only the superuser gives files away");
        const Folder folder;
        makeFile(folder.file(), filledReport());
        setMode(folder.file(), 0660);
        QCOMPARE(chown(QFile::encodeName(folder.file()).constData(), 65534, 23456), 0);
        setMode(folder.path(), 0777);
        {
            const AsOrdinaryUser user;
            if (!user.canWorkIn(folder.path()))
                QSKIP("an ordinary user cannot enter the temporary folder");
            QVERIFY(ReportFile::create(folder.file(), fullReport(), true, kEditor, kWhen));
        }
        QVERIFY(QFileInfo(folder.file()).groupId() != 23456U);
        QCOMPARE(modeOf(folder.file()), 0600U);
    }

    void halfAnEditIsNotLostToANewFileThatGetsNoPlace()
    {
        if (geteuid() != 0)
            QSKIP("only the superuser gives files away");
        const Folder folder;
        const Report report = filledReport();
        makeHalfWritten(folder, report);
        setMode(folder.path(), 01777); // in which nobody takes away what is another's
        setMode(folder.file(), 0666);
        QCOMPARE(chown(QFile::encodeName(folder.file(kJournal)).constData(), 65534, gid_t(-1)), 0);
        {
            const AsOrdinaryUser user;
            if (!user.canWorkIn(folder.path()))
                QSKIP("an ordinary user cannot enter the temporary folder");
            const auto made = ReportFile::create(folder.file(), fullReport(), true, kEditor, kWhen);
            QVERIFY(!made && made.error().code == ErrorCode::FolderReadOnly);
        }
        QVERIFY(onDisk(folder.file()) == report);
        QCOMPARE(folder.names(), QStringList{words("a.nianbao")});
    }

    void whatIsMadeCanBeOpened_data()
    {
        QTest::addColumn<Change>("change");
        const auto row
            = [](const char *name, const Step &step) { QTest::newRow(name) << Change::of({}, step); };
        Report last = filledReport(words("2021"), 2020);
        QVERIFY(last.apply(Change::of({}, SetText{kOverview, 0, QString(QChar(0xE000)) + words("字")})));
        row("last year's text begins with a private character",
            SetPrior{std::make_shared<const Report>(last)});
        Report large = filledReport(words("2021"), 2020);
        for (const char *id : {"requests.received.individual", "requests.received.other"})
            QVERIFY(large.apply(Change::of({}, SetCell{cell(id), Amount::fromInteger(999'999'999'999)})));
        row("last year's total has thirteen digits", SetPrior{std::make_shared<const Report>(large)});
        row("a text without end", SetFact{words("introduction"), QString(9'000'000, u'长')});
        row("a text with a zero in it",
            SetFact{words("introduction"), words("前") + QChar(u'\0') + words("后")});
        row("half a character", SetFact{words("introduction"), QString(QChar(0xD83D))});
    }

    void whatIsMadeCanBeOpened()
    {
        QFETCH(Change, change);
        const Folder folder;
        Report report = filledReport();
        if (!report.apply(change))
            return; // refused at an earlier door
        const auto made = ReportFile::create(folder.file(), report, false, kEditor, kWhen);
        if (made) {
            QVERIFY(onDisk(folder.file()) == report);
            return;
        }
        QVERIFY(made.error().code == ErrorCode::WriteFailed);
        QVERIFY(folder.names().isEmpty());
    }

    void whatIsNoFileIsNotReplaced()
    {
        const Folder folder;
        QCOMPARE(mkfifo(QFile::encodeName(folder.file()).constData(), 0600), 0);
        const auto made = ReportFile::create(folder.file(), filledReport(), true, kEditor, kWhen);
        QVERIFY(!made && made.error().code == ErrorCode::NotAFile);
        struct stat status { };
        QCOMPARE(stat(QFile::encodeName(folder.file()).constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
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
