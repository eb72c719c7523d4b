// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "cleanreport.h"
#include "cleantext.h"
#include "exactwords.h"
#include "reportjson.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {
CellId cell(const char *id) { return CellId(QLatin1String(id)); }

QByteArray minimal(const QByteArray &more = {})
{
    return R"({"format": "nianbao-report", "version": 1, "form": "2021", "year": 2021,
               "organisation": {"name": "柳林镇人民政府"})"
        + (more.isEmpty() ? QByteArray() : ", " + more) + "}";
}
} // namespace

class ReportJsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Each once, for whoever asks which letters they need. A picture has none.
    void charactersAreThoseOfTheTexts()
    {
        Report report = test::filledReport();
        QVERIFY(!charactersOf(report).contains(u'+'));
        Illustration picture;
        picture.place = Place::subSection(SectionId(QStringLiteral("overview")), 0);
        picture.kind = QStringLiteral("picture");
        picture.caption = QStringLiteral("𠮷年年");
        picture.picture = QByteArray("\xfb\xef\xbe").repeated(100'000);
        QCOMPARE(picture.picture.toBase64().left(8), QByteArray("++++++++"));
        QVERIFY(report.apply(Change::of({}, SetIllustrations{{picture}})));
        const QString characters = charactersOf(report);
        QCOMPARE(characters.count(QStringLiteral("𠮷")), 1);
        QCOMPARE(characters.count(u'年'), 1);
        QVERIFY(!characters.contains(u'+'));
    }

    void samplesComeBackEqual_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : test::sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void samplesComeBackEqual()
    {
        QFETCH(QString, name);
        const Report report = test::sampleReport(name);
        const auto again = reportFromJson(reportToJson(report));
        QVERIFY(again);
        QVERIFY(again->report == report);
        QCOMPARE(reportToJson(again->report), reportToJson(report));
        QVERIFY(again->notices.isEmpty());
    }

    void theIdIsKept_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QUuid>("id");
        const QByteArray id("0b9c9d2e-6c39-4f0a-8b5e-0d5f3f3f2a11");
        QTest::newRow("as it is written") << minimal("\"id\": \"" + id + '"') << QUuid(id);
        QTest::newRow("in capitals") << minimal("\"id\": \"" + id.toUpper() + '"') << QUuid(id);
        QTest::newRow("null") << minimal(R"("id": null)") << QUuid();
        QTest::newRow("none") << minimal() << QUuid();
    }
    void theIdIsKept()
    {
        QFETCH(QByteArray, json);
        QFETCH(QUuid, id);
        const auto imported = reportFromJson(json);
        QVERIFY(imported);
        QCOMPARE(imported->notices, QStringList());
        QCOMPARE(imported->report.id(), id);
        QCOMPARE(reportToJson(imported->report).contains("\"id\""), !id.isNull());
        const auto again = reportFromJson(reportToJson(imported->report));
        QVERIFY(again);
        QCOMPARE(again->report.id(), id);
    }

    void whatIsRefusedIsToldInPart()
    {
        const QByteArray longWord(100'000, 'x');
        for (const QByteArray &json : {minimal().replace("\"2021\"", '"' + longWord + '"'),
                 minimal().replace("\"nianbao-report\"", '"' + longWord + '"'),
                 minimal().replace("2021,", '"' + longWord + "\",")}) {
            const auto imported = reportFromJson(json);
            QVERIFY(!imported);
            QVERIFY(imported.error().detail.size() <= 301);
            QVERIFY(imported.error().where.size() <= 100);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &json, const char *path) {
            QTest::newRow(name) << json << QString::fromUtf8(path);
        };
        row("no JSON", "{", "line 1");
        row("a list", "[]", "");
        row("another format", R"({"format": "x", "version": 1})", "format");
        row("a later version", R"({"format": "nianbao-report", "version": 2})", "version");
        row("an id that is none", minimal(R"("id": "柳林镇")"), "id");
        row("an id in braces", minimal(R"("id": "{0b9c9d2e-6c39-4f0a-8b5e-0d5f3f3f2a11}")"), "id");
        row("an id of nothing", minimal(R"("id": "00000000-0000-0000-0000-000000000000")"), "id");
        row("a number for an id", minimal(R"("id": 7)"), "id");
        row("unknown form", minimal().replace("\"2021\"", "\"1999\""), "form");
        const QByteArray longName(200'000, 'x');
        row("a name that nobody reads",
            minimal().replace("\"2021\"", "\"2021\", \"tables\": {\"" + longName + "\": {}}"),
            "tables.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xE2\x80\xA6");
        row("year as text", minimal().replace("2021,", "\"2021\","), "year");
        row("no name", minimal().replace("\"name\"", "\"nom\""), "organisation.name");
        row("unknown table", minimal(R"("tables": {"cats": {}})"), "tables.cats");
        row("unknown row", minimal(R"("tables": {"requests": {"dogs": {}}})"), "tables.requests.dogs");
        row("unknown cell", minimal(R"("tables": {"requests": {"received": {"dogs": 1}}})"),
            "tables.requests.received.dogs");
        row("negative count", minimal(R"("tables": {"requests": {"received": {"other": -1}}})"),
            "tables.requests.received.other");
        row("fraction of a case", minimal(R"("tables": {"requests": {"received": {"other": 1.5}}})"),
            "tables.requests.received.other");
        row("a word for a figure", minimal(R"("tables": {"requests": {"received": {"other": "some"}}})"),
            "tables.requests.received.other");
        row("true for a figure", minimal(R"("tables": {"requests": {"received": {"other": true}}})"),
            "tables.requests.received.other");
        row("a number for a text", minimal(R"("title": 5)"), "title");
        row("sections as list", minimal(R"("sections": [])"), "sections");
        row("text as list", minimal(R"("sections": {"overview": [{"heading": "", "text": ["a"]}]})"),
            "sections.overview[0].text");
        row("a number for a key", minimal(R"(1: 2)"), "line 2");
        row("no number of JSON", minimal(R"("tables": {"requests": {"received": {"other": 01}}})"), "line 2");
        row("a number in two", minimal(R"("tables": {"requests": {"received": {"other": 1 2}}})"), "line 2");
        row("a bad kind", minimal().replace("\"name\"", "\"kind\": \"village\", \"name\""),
            "organisation.kind");
        row("a bad figure", minimal(R"("figures": [{"section": "overview/1", "kind": "film"}])"),
            "figures[0].kind");
        row("half a channel", minimal(R"("channels": [{"name": "a", "count": 1.5}])"), "channels[0].count");
        row("a bad prior", minimal(R"("prior": {"form": "2019", "year": 2020, "organisation": {"name": "a"},
            "tables": {"requests": {"received": {"other": "x"}}}})"),
            "prior.tables.requests.received.other");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        const auto imported = reportFromJson(json);
        QVERIFY(!imported);
        QCOMPARE(int(imported.error().code), int(ErrorCode::BadJson));
        QCOMPARE(imported.error().where, path);
        QVERIFY(test::isSaidExactly(QStringLiteral("reportjson"), imported.error().detail));
    }

    void unknownKeysAreIgnoredWithANotice()
    {
        const auto imported = reportFromJson(minimal(R"("mood": "good", "people": {"cook": "x"})"));
        QVERIFY(imported);
        QCOMPARE(imported->notices, QStringList({QStringLiteral("people.cook"), QStringLiteral("mood")}));
    }

    void numbersAreReadAsTheyAreSpelled_data()
    {
        QTest::addColumn<QByteArray>("spelled");
        QTest::addColumn<QString>("amount"); // empty: refused
        const auto row = [](const char *spelled, const char *amount) {
            QTest::newRow(spelled) << QByteArray(spelled) << QString::fromLatin1(amount);
        };
        row("123456789012.123456", "123456789012.123456");
        row("0.000001", "0.000001");
        row("1e-6", "0.000001");
        row("1E-06", "0.000001");
        row("1.5e3", "1500");
        row("-0", "0");
        row("0e400", "0");
        row("100000000000e0", "100000000000");
        row("999999999999", "999999999999");
        row("0.10", "0.1");
        row("1000000000000", "");
        row("123456789012345678901234567890", "");
        row("1e400", "");
        row("1e-400", "");
        row("1e99999999999999999999", "");
        row("0.0000001", "");
        row("\"0.000001\"", "0.000001");
        row("\"１，３０５．５万元\"", "1305.5");
        row("\"1,305.5 万元\"", "1305.5");
    }
    void numbersAreReadAsTheyAreSpelled()
    {
        QFETCH(QByteArray, spelled);
        QFETCH(QString, amount);
        const auto imported
            = reportFromJson(minimal(R"("tables": {"disclosure": {"fees": {"amount": )" + spelled + "}}}"));
        QCOMPARE(imported.has_value(), !amount.isEmpty());
        if (!imported) {
            QCOMPARE(imported.error().where, QStringLiteral("tables.disclosure.fees.amount"));
            return;
        }
        QCOMPARE(imported->report.value(cell("disclosure.fees.amount"))->toString(), amount);
        const auto again = reportFromJson(reportToJson(imported->report));
        QVERIFY(again && again->report == imported->report);
    }

    void textsComeBackWhateverTheyHold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("the mark of a number") << QString(QChar(0xE000)) + QStringLiteral("n12");
        QTest::newRow("the mark of a text") << QString(QChar(0xE000)) + QStringLiteral("s");
        QTest::newRow("the mark alone") << QString(QChar(0xE000));
        QTest::newRow("the mark twice") << QString(2, QChar(0xE000));
        QTest::newRow("a NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        QTest::newRow("a lone surrogate") << QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b");
        QTest::newRow("a lone low surrogate") << QString(QChar(0xDC00));
        QTest::newRow("quotes and backslashes") << QStringLiteral("\"\\\" \\u0041 \t\r\n");
        QTest::newRow("digits") << QStringLiteral("12.50");
        QTest::newRow("beyond the basic plane") << QStringLiteral("𠮷");
        QTest::newRow("no characters of Unicode") << QString(QChar(0xFFFF)) + QChar(0xFFFE);
    }
    void textsComeBackWhateverTheyHold()
    {
        QFETCH(QString, text);
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        QVERIFY(report.apply({{},
            {SetText{overview, 0, text}, SetHeading{overview, 0, text},
                SetFact{QLatin1String(fact::kTitle), text}, SetFact{QLatin1String(fact::kNames), text},
                SetChannels{{{text, 1, {{text, 2}}}}},
                SetExplanation{text, Explanation{text, text, text, text}},
                SetNote{cell("requests.received.individual"), text}},
            {}}));
        const auto written = provenJson(report);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().where));
        QVERIFY(
            reportFromJson(*written)->report == cleaned(report)); // nothing is lost but what no text may hold
        Report next = test::filledReport(QStringLiteral("2021"), 2022);
        QVERIFY(next.apply({{}, {SetPrior{std::make_shared<const Report>(report)}}, {}}));
        const auto nextWritten = provenJson(next, Origin::OwnFile);
        QVERIFY(nextWritten && *reportFromJson(*nextWritten)->report.prior() == cleaned(report));
    }

    void theRawMarkOfAnotherProgramIsAText()
    {
        const auto imported
            = reportFromJson(minimal("\"title\": \"\xEE\x80\x80n5\", \"source\": \"\\ue000n6\""));
        QVERIFY(imported);
        QCOMPARE(imported->report.fact(fact::kTitle), QString(QChar(0xE000)) + QStringLiteral("n5"));
        QCOMPARE(imported->report.fact(fact::kSource), QString(QChar(0xE000)) + QStringLiteral("n6"));
    }

    void sumsOfTheLargestCellsComeBack()
    {
        Report report = test::filledReport();
        Change change;
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &id : table.cells) {
                if (!report.spec().cell(id)->isComputed())
                    change.steps.append(SetCell{id, Amount::fromInteger(bounds::kCount)});
            }
        }
        QVERIFY(report.apply(change));
        QVERIFY(!report.value(cell("requests.total.total"))->fitsACell());
        const auto proven = provenJson(report);
        QVERIFY2(proven, qPrintable(proven ? QString() : proven.error().where));
        QVERIFY(reportFromJson(*proven)->report == report);
        QVERIFY(!check(report, RuleSet()).isEmpty()); // and is judged
    }

    void whatTheFormatDoesNotSayIsNoFault()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {SetReview{{ReviewState::InReview, 3}},
                SetDeclared{cell("requests.received.total"), Declared{Amount::fromInteger(5), true}},
                SetDeclared{cell("disputes.direct.total"), Declared{Amount(), true}}},
            {}}));
        QVERIFY(provenJson(report));
    }

    void namesWithEmptyLinesComeBack()
    {
        Report report = test::filledReport();
        QVERIFY(
            report.apply(Change::of({}, SetFact{QLatin1String(fact::kNames), QStringLiteral("a\n\nb\n")})));
        QVERIFY(provenJson(report));
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), std::nullopt})));
        QVERIFY(provenJson(report));
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), QString()})));
        QVERIFY(provenJson(report));
    }

    void nullAndAbsentAreBlank()
    {
        const auto imported = reportFromJson(
            minimal(R"("tables": {"requests": {"received": {"other": null, "business": 0}}})"));
        QVERIFY(imported);
        QVERIFY(!imported->report.value(cell("requests.received.other")));
        QVERIFY(!imported->report.value(cell("requests.received.welfare")));
        QVERIFY(imported->report.value(cell("requests.received.business")));
    }

    void declaredTotalsAreKeptWhereTheyDiffer()
    {
        const auto imported = reportFromJson(minimal(R"("tables": {"disputes": {
            "direct": {"upheld": 1, "corrected": 0, "other": 0, "pending": 0, "total": 1},
            "reconsideration": {"upheld": 10, "corrected": 1, "other": 0, "pending": 0, "total": 0},
            "after_reconsideration": {"upheld": 3, "total": null}}})"));
        QVERIFY(imported);
        const Report &report = imported->report;
        QVERIFY(!report.declared(cell("disputes.direct.total")));
        QVERIFY(report.value(cell("disputes.reconsideration.total")) == Amount());
        QVERIFY(report.computed(cell("disputes.reconsideration.total")) == Amount::fromInteger(11));
        QVERIFY(report.declared(cell("disputes.after_reconsideration.total")));
        QVERIFY(!report.value(cell("disputes.after_reconsideration.total"))); // null stays null
    }

    void notesTravel()
    {
        const auto imported = reportFromJson(minimal(
            R"("tables": {"disclosure": {"normative": {"issued": {"value": 22, "note": "其中修订16件"}}}})"));
        QVERIFY(imported);
        QCOMPARE(imported->report.note(cell("disclosure.normative.issued")), QStringLiteral("其中修订16件"));
        const auto again = reportFromJson(reportToJson(imported->report));
        QCOMPARE(again->report.note(cell("disclosure.normative.issued")), QStringLiteral("其中修订16件"));
    }

    void emptyTextIsNotAbsent()
    {
        const auto imported = reportFromJson(minimal(R"("introduction": "")"));
        QVERIFY(imported->report.hasFact(QStringLiteral("introduction")));
        QVERIFY(!imported->report.hasFact(QStringLiteral("title")));
        QVERIFY(reportToJson(imported->report).contains("\"introduction\": \"\""));
    }
};

QTEST_GUILESS_MAIN(ReportJsonTest)
#include "tst_reportjson.moc"
