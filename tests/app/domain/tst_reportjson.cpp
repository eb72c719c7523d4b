// SPDX-License-Identifier: MulanPSL-2.0
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

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &json, const char *path) {
            QTest::newRow(name) << json << QString::fromLatin1(path);
        };
        row("no JSON", "{", "line 1");
        row("a list", "[]", "");
        row("another format", R"({"format": "x", "version": 1})", "format");
        row("a later version", R"({"format": "nianbao-report", "version": 2})", "version");
        row("unknown form", minimal().replace("\"2021\"", "\"1999\""), "form");
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
        row("a bad date", minimal(R"("date": "2022-02-30")"), "date");
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
        QVERIFY(!imported.error().detail.isEmpty());
    }

    void unknownKeysAreIgnoredWithANotice()
    {
        const auto imported = reportFromJson(minimal(R"("mood": "good", "people": {"cook": "x"})"));
        QVERIFY(imported);
        QCOMPARE(imported->notices, QStringList({QStringLiteral("people.cook"), QStringLiteral("mood")}));
    }

    void decimalsStayExact()
    {
        const auto imported = reportFromJson(
            minimal(R"("tables": {"disclosure": {"fees": {"amount": 123456789012.123456}}})"));
        QVERIFY(imported);
        QCOMPARE(imported->report.value(cell("disclosure.fees.amount"))->toString(),
            QStringLiteral("123456789012.123456"));
        QVERIFY(reportToJson(imported->report).contains("\"123456789012.123456\""));
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
