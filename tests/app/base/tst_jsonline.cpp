// SPDX-License-Identifier: MulanPSL-2.0
#include "jsonline.h"
#include "jsonreader.h"

#include <QTest>

using namespace nianbao;

class JsonLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *json, const char *path, int line) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(path) << line;
        };
        const char *phrases
            = "{\n \"limits\": {\"a\": 12},\n \"phrases\": [\n  {\"tag\": \"done\",\n   \"words\": [\n"
              "    \"办…件\",\n    \"结\"]},\n  {\n   \"tag\": \"x\"}\n ]\n}\n";
        row("the whole", phrases, "", 1);
        row("a member", phrases, "limits", 2);
        row("of a member", phrases, "limits.a", 2);
        row("a list", phrases, "phrases", 3);
        row("the first of a list", phrases, "phrases[0]", 4);
        row("a member of the first", phrases, "phrases[0].tag", 4);
        row("in a list in it", phrases, "phrases[0].words[1]", 7);
        row("the second", phrases, "phrases[1]", 8);
        row("a member of the second", phrases, "phrases[1].tag", 9);
        row("what is missing: where it would be", phrases, "phrases[1].words", 8);
        row("in what is missing", phrases, "phrases[1].words[3].x", 8);
        row("beyond the end of a list", phrases, "phrases[7].tag", 3);
        row("nothing of the kind", phrases, "people", 1);
        row("through a figure", phrases, "limits.a[0]", 2);
        row("brackets and escapes inside of texts",
            "{\"a\": \"]}\\\"\\\\\",\n\"b\": [\"[{\\\"\", {\"c\":\n1}]}", "b[1].c", 3);
        row("an escaped name", "{\n\"\\u4e00\\n\": 1}", "一\n", 2);
        row("a name with a dot", "{\"a\": 1,\n\"a.b\":\n2}", "a.b", 3);
        row("a name with a bracket", "{\n\"a[0]\":\n2}", "a[0]", 3);
        row("one name begins as another", "{\"ab\": 1,\n\"a\":\n2}", "a", 3);
        row("the last of two", "{\"a\": 1,\n\"a\": 2}", "a", 2);
        row("plain values", "[true, null, -1.5e3, [],\n{}, \"x\",\n7]", "[6]", 3);
        row("an empty list", "{\n\"a\": []}", "a[0]", 2);
        row("a mark of the order of bytes", "\xEF\xBB\xBF{\r\n\"a\": 1}", "a", 2);
        row("no closing end", "{\n\"a\": [1", "a[4].b", 2);
        row("nothing at all", "", "a", 1);
    }
    void lines()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        QTEST(lineOfPath(json, path), "line");
    }

    void asTheCursorSpellsThem()
    {
        const QString name(100, u'长');
        const QByteArray json = "{\n\"a\": {\n\"" + name.toUtf8() + "\": [\n0,\n5]}}";
        JsonCursor::Fault fault{ErrorCode::BadJson};
        const JsonCursor value = JsonCursor::parse(json, fault)["a"].member(name).items().last();
        QCOMPARE(value.integer(), 5);
        QCOMPARE(lineOfPath(json, value.path()), 5);
    }

    void whatIsNoJsonHasItsLine_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("line");
        QTest::newRow("a comma is missing") << QByteArray("{\n\"a\": 1\n\"b\": 2\n}") << 3;
        QTest::newRow("a comma too many") << QByteArray("{\n\"a\": [\n1,\n]\n}") << 4;
        QTest::newRow("a text without its end") << QByteArray("{\n\"a\": \"b\n}") << 3;
        QTest::newRow("no JSON at all") << QByteArray("收悉") << 1;
        QTest::newRow("nothing") << QByteArray() << 1;
        QTest::newRow("valid") << QByteArray("{}") << 0;
    }
    void whatIsNoJsonHasItsLine()
    {
        QFETCH(QByteArray, json);
        JsonCursor::Fault fault{ErrorCode::BadJson};
        static_cast<void>(JsonCursor::parse(json, fault));
        QTEST(fault.line, "line");
        QCOMPARE(fault.first.has_value(), fault.line > 0);
    }
};

QTEST_GUILESS_MAIN(JsonLineTest)
#include "tst_jsonline.moc"
