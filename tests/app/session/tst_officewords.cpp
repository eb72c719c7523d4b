// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "errorwords.h"
#include "exactwords.h"
#include "language.h"
#include "meanings.h"
#include "officewords.h"
#include "ruleset.h"
#include "session.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class OfficeWordsTest : public QObject {
    Q_OBJECT

    static void put(const QByteArray &json)
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QStringLiteral("/nianbao");
        if (!QDir().mkpath(folder))
            qFatal("no folder");
        QFile file(folder + QStringLiteral("/words.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("no file");
    }
    static QByteArray content() { return test::readFile(officeWordsPath()); }
    static OfficeWording wording(const char *word, const char *reads, const char *notReads)
    {
        return {QStringLiteral("receive"), QStringLiteral("received"), {QString::fromUtf8(word)},
            {QString::fromUtf8(reads)}, {QString::fromUtf8(notReads)}};
    }
    static OfficeWording good()
    {
        return wording("收悉…件", "全年收悉政府信息公开申请[7件]。", "全年收悉群众来信[7件]。");
    }
    static int hints(const QString &text)
    {
        Report report = test::filledReport();
        if (!report.apply({{}, {InsertSubSection{SectionId(QStringLiteral("overview")), 1, {{}, text}}}}))
            qFatal("no text");
        return int(check(report, rulesInForce()).size());
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup() { put("{}"); }

    void noFileIsNoError() { QVERIFY(officeRules()); }

    void aBadFileIsRefusedWhole()
    {
        const int before = RuleSet().words().overviewCharacters;
        put("{\"limits\": {\"overview_characters\": 1}, \"templates\": [\"(\"]}");
        const auto taken = officeRules();
        QVERIFY(!taken);
        QCOMPARE(int(taken.error().code), int(ErrorCode::BadWords));
        QCOMPARE(taken.error().where, officeWordsPath());
        QCOMPARE(taken.error().detail.section(u'\n', 0, 0), QStringLiteral("1"));
        QCOMPARE(rulesInForce().words().overviewCharacters, before);
        put("{\"limits\": {\"overview_characters\": \"many\"}}");
        QVERIFY(!officeRules());
        put("not json");
        QVERIFY(!officeRules());
    }

    void aFileOfNoSaneSizeIsNotRead()
    {
        put("{}");
        const QString path = QStandardPaths::locate(
            QStandardPaths::GenericConfigLocation, QStringLiteral("nianbao/words.json"));
        QVERIFY(QFile::resize(path, qint64(4) << 30));
        const auto taken = officeRules();
        QVERIFY(!taken && taken.error().code == ErrorCode::TooLarge);
    }

    void listsGrowAndLimitsAreReplaced()
    {
        const QString text = QStringLiteral("柳林镇镇文化节开幕。【待补】");
        QCOMPARE(hints(text), 1);
        put(QStringLiteral("{\"doubles\": {\"words\": [\"镇文化节\"]}, \"templates\": [\"【待补】\"],"
                           "\"limits\": {\"overview_characters\": 1500}}")
                .toUtf8());
        QVERIFY(officeRules());
        QCOMPARE(rulesInForce().words().overviewCharacters, 1500);
        QVERIFY(rulesInForce().words().language.words.contains(wordKey(QStringLiteral("公众号"))));
        QCOMPARE(hints(text), 1); // the double is a word now, the mark a remainder
    }

    /// A file put there by hand, with a faulty phrase: what a person is told when the program starts.
    void aFaultyPhraseIsToldWithItsLine_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en"); // first: no translator goes again
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
    }
    void aFaultyPhraseIsToldWithItsLine()
    {
        QFETCH(QString, language);
        installLanguage(language);
        put("{\n \"phrases\": [\n  {\"tag\": \"receive\", \"counts\": \"received\",\n   \"words\": "
            "[\"收悉…件\"],\n"
            "   \"reads\": [\"全年收悉群众来信[7件]。\"],\n   \"not\": [\"全年收悉建议[7件]。\"]}\n ]\n}\n");
        const auto taken = officeRules();
        QVERIFY(!taken);
        QVERIFY(test::isSaidExactly(QStringLiteral("officewords"),
            describe(taken.error()).replace(officeWordsPath(), QStringLiteral("%"))));
        QCOMPARE(rulesInForce().fingerprint(), RuleSet().fingerprint());
    }

    void whatIsSavedIsLoadedAndInForce()
    {
        QFile::remove(officeWordsPath());
        auto words = OfficeWords::load();
        QVERIFY(words && words->wordings.isEmpty() && words->names.isEmpty() && !words->fault());
        words->wordings = {good()};
        words->names = {QStringLiteral("河湾发布")};
        const auto rules = words->save();
        QVERIFY(rules);
        QCOMPARE(rules->fingerprint(), rulesInForce().fingerprint());
        QCOMPARE(rules->words().ownNames, words->names);
        QCOMPARE(rules->words().phrases->last().words, QStringList{QStringLiteral("收悉")});
        const auto again = OfficeWords::load();
        QVERIFY(again && !again->fault());
        QCOMPARE(again->wordings, words->wordings);
        QCOMPARE(again->names, words->names);
    }

    void whatIsNotOursIsKept()
    {
        put(R"({"limits": {"overview_characters": 1500}, "about": ["ours", 1.5],
 "phrases": [{"tag": "receive", "counts": "received", "words": ["收悉"], "reads": ["全年收悉政府信息公开申请[7件]。"],
  "not": ["全年收悉来信[7件]。"], "since": 2024}]})");
        auto words = OfficeWords::load();
        QVERIFY(words && !words->fault());
        words->names = {QStringLiteral("河湾发布")};
        QVERIFY(words->save());
        const QJsonObject root = QJsonDocument::fromJson(content()).object();
        QCOMPARE(root[QStringLiteral("limits")][QStringLiteral("overview_characters")].toInt(), 1500);
        QCOMPARE(root[QStringLiteral("about")][1].toDouble(), 1.5);
        QCOMPARE(root[QStringLiteral("phrases")][0][QStringLiteral("since")].toInt(), 2024);
        QCOMPARE(root[QStringLiteral("own_names")][0].toString(), QStringLiteral("河湾发布"));
        words = OfficeWords::load();
        QVERIFY(words);
        words->wordings.clear();
        words->names.clear();
        QVERIFY(words->save());
        QCOMPARE(QJsonDocument::fromJson(content()).object().keys(),
            (QStringList{QStringLiteral("about"), QStringLiteral("limits")}));
    }

    void whatWouldBeRefusedIsNotWritten()
    {
        auto words = OfficeWords::load();
        QVERIFY(words);
        words->wordings = {good(), wording("收悉", "全年收悉群众来信[7件]。", "全年收悉来信[7件]。")};
        const auto faults = words->faults();
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().phrase, 1);
        QCOMPARE(faults.first().where, QStringLiteral("reads[0]"));
        const QByteArray before = content();
        const auto saved = words->save();
        QVERIFY(!saved);
        QCOMPARE(int(saved.error().code), int(ErrorCode::BadWords));
        QCOMPARE(content(), before);
    }

    void aFaultyEntryCanBeMended()
    {
        put(R"({"phrases": [{"tag": "receive", "counts": "received", "words": ["收悉"], "reads": [], "not": []}]})");
        auto words = OfficeWords::load();
        QVERIFY(words && words->fault());
        QCOMPARE(words->wordings.size(), 1);
        words->wordings = {good()};
        QVERIFY(words->save());
        QVERIFY(officeRules());
    }

    /// Nor is what holds more than can be mended here.
    void aFileThatCannotBeTakenApartIsNotWrittenOver_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("line");
        QTest::newRow("no JSON") << QByteArray("{\n\"own_names\": [\n") << QStringLiteral("3");
        QTest::newRow("a list is no list") << QByteArray("{\n\"own_names\": 7}") << QStringLiteral("2");
        QTest::newRow("a phrase is none") << QByteArray("{\n\"phrases\": [\n7]}") << QStringLiteral("3");
        QTest::newRow("a wording is none")
            << QByteArray("{\n\"phrases\": [\n{\"words\": [\n7]}]}") << QStringLiteral("4");
        QTest::newRow("a list of things") << QByteArray("[]") << QStringLiteral("1");
    }
    void aFileThatCannotBeTakenApartIsNotWrittenOver()
    {
        QFETCH(QByteArray, json);
        put(json);
        const auto words = OfficeWords::load();
        QVERIFY(!words);
        QCOMPARE(int(words.error().code), int(ErrorCode::BadWords));
        QCOMPARE(words.error().where, officeWordsPath());
        QTEST(words.error().detail.section(u'\n', 0, 0), "line");
        OfficeWords mine;
        mine.names = {QStringLiteral("河湾发布")};
        const auto saved = mine.save(); // who never loaded it
        QVERIFY(!saved);
        QCOMPARE(int(saved.error().code), int(ErrorCode::WordsChanged));
        QCOMPARE(content(), json);
        const auto aside = putOfficeWordsAside();
        QVERIFY(aside);
        QVERIFY(!QFileInfo::exists(officeWordsPath()));
        QCOMPARE(test::readFile(*aside), json);
        QVERIFY(QFile::remove(*aside));
        QVERIFY(mine.save());
    }

    void whatSomebodyElseWroteIsNotOverwritten()
    {
        put("{}");
        auto words = OfficeWords::load();
        QVERIFY(words);
        put("{\"own_names\": [\"柳林发布\"]}");
        words->names = {QStringLiteral("河湾发布")};
        const auto saved = words->save();
        QVERIFY(!saved);
        QCOMPARE(int(saved.error().code), int(ErrorCode::WordsChanged));
        QVERIFY(content().contains("柳林发布"));
    }

    void figuresAreMarked_data()
    {
        QTest::addColumn<QString>("example");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char *name, const char *example, const char *marked) {
            QTest::newRow(name) << QString::fromUtf8(example) << QString::fromUtf8(marked);
        };
        row("the only one", "收悉申请17件。", "收悉申请[17]件。");
        row("full width", "收悉申请１７件", "收悉申请[１７]件");
        row("marked already", "2024年收悉申请[7件]", "2024年收悉申请[7件]");
        row("one of two", "2024年收悉申请7件", "2024年收悉申请7件");
        row("none", "收悉申请若干件", "收悉申请若干件");
        row("half a mark", "收悉申请[7件", "收悉申请[7件");
        row("nothing", "", "");
    }
    void figuresAreMarked()
    {
        QFETCH(QString, example);
        QTEST(withMarkedFigure(example), "marked");
    }

    /// The meanings that are offered are right by their own examples, and each has its words.
    void meaningsAreShownByTheirExamples()
    {
        QVERIFY(meanings().size() > 10);
        for (const Meaning &meaning : meanings()) {
            QVERIFY(meaning.name.in(Language::Chinese) != meaning.name.in(Language::English));
            QVERIFY2(countName(meaning.counts).in(Language::Chinese)
                    != countName(meaning.counts).in(Language::English),
                qPrintable(meaning.counts));
            QVERIFY(meaning.reads.contains(u'[') && meaning.notReads.contains(u'['));
        }
        QVERIFY(!wordingFormat().isEmpty());
    }

    void anOpenReportIsJudgedAnew()
    {
        const QTemporaryDir folder;
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {InsertSubSection{
                SectionId(QStringLiteral("overview")), 1, {{}, QStringLiteral("本节【待补】。")}}}}));
        auto session = Session::create(folder.filePath(QStringLiteral("a.nianbao")), report);
        QVERIFY(session);
        QSignalSpy told(session->get(), &Session::findingsChanged);
        const auto before = (*session)->findings().size();
        put("{\"templates\": [\"【待补】\"]}");
        (*session)->judgeBy(rulesInForce());
        QCOMPARE(told.size(), 1);
        QCOMPARE((*session)->findings().size(), before + 1);
        QCOMPARE((*session)->rules().fingerprint(), rulesInForce().fingerprint());
        (*session)->judgeBy(rulesInForce());
        QCOMPARE(told.size(), 1);
        // the file says by which rules, as soon as it is written
        QVERIFY((*session)->edit(
            Change::of({}, SetText{SectionId(QStringLiteral("overview")), 1, QStringLiteral("甲")})));
        const auto copy = Session::open((*session)->path(), Session::Mode::Look);
        QVERIFY(copy);
        QCOMPARE((*copy)->judgedBy(), rulesInForce().fingerprint());
    }
};

QTEST_GUILESS_MAIN(OfficeWordsTest)
#include "tst_officewords.moc"
