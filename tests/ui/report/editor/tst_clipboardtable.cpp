// SPDX-License-Identifier: MulanPSL-2.0
#include "clipboardtable.h"

#include <QMimeData>
#include <QTest>

using namespace nianbao;

class TestClipboardTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tsvIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("block");
        const auto row = [](const char *name, const char *text, const TextBlock &block) {
            QTest::newRow(name) << QString::fromUtf8(text) << block;
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("one cell", "7", {{s("7")}});
        row("Excel ends with a line break", "1\t2\r\n3\t4\r\n", {{s("1"), s("2")}, {s("3"), s("4")}});
        row("old line breaks", "1\r2", {{s("1")}, {s("2")}});
        row("blank cells keep their place", "\t2\n3\t", {{s(""), s("2")}, {s("3"), s("")}});
        row("a quoted cell holds a line break", "\"1\n2\"\t3", {{s("1\n2"), s("3")}});
        row("doubled quotes are one", "\"a\"\"b\"", {{s("a\"b")}});
        row("a quote within a word is itself", "5\"", {{s("5\"")}});
        row("nothing", "", {});
    }
    void tsvIsRead()
    {
        QFETCH(QString, text);
        QFETCH(QList<QStringList>, block);
        QCOMPARE(parseTsv(text), block);
    }

    void tsvIsWrittenSoThatItReadsBack()
    {
        const TextBlock block{
            {QStringLiteral("1"), QString()}, {QStringLiteral("a\tb"), QStringLiteral("\"x\ny\"")}};
        QCOMPARE(parseTsv(toTsv(block)), block);
    }

    void htmlTableIsRead()
    {
        const QString html
            = QStringLiteral("<html><body><p>x</p><table><tr><td colspan=2>12</td><td> 3 </td></tr>"
                             "<tr><td>4</td><td>5</td><td></td></tr></table></body></html>");
        const TextBlock expected{{QStringLiteral("12"), QString(), QStringLiteral("3")},
            {QStringLiteral("4"), QStringLiteral("5"), QString()}};
        QCOMPARE(parseHtmlTable(html), expected);
        QVERIFY(parseHtmlTable(QStringLiteral("<p>no table</p>")).isEmpty());
    }

    void plainTextComesFirst()
    {
        QMimeData data;
        data.setHtml(QStringLiteral("<table><tr><td>9</td></tr></table>"));
        QCOMPARE(blockFrom(CopiedTable(data)), TextBlock{{QStringLiteral("9")}});
        data.setText(QStringLiteral("8\t\t\n\t\n\n"));
        QCOMPARE(blockFrom(CopiedTable(data)),
            TextBlock{{QStringLiteral("8")}}); // blank rows and columns at the end are gone
    }

    void cellsAreMadeOfWhatIsThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        QTest::addColumn<QList<QStringList>>("block");
        const QString s1 = QStringLiteral("1");
        const QString s2 = QStringLiteral("2");
        QTest::newRow("blanks part them")
            << QStringLiteral(" 1   2\n2　1") << QString() << TextBlock{{s1, s2}, {s2, s1}};
        QTest::newRow("a tab does where there is one")
            << QStringLiteral("1 2\t2") << QString() << TextBlock{{QStringLiteral("1 2"), s2}};
        QTest::newRow("the table comes before the text")
            << QStringLiteral("1\n2") << QStringLiteral("<table><tr><td>1</td><td>2</td></tr></table>")
            << TextBlock{{s1, s2}};
        QTest::newRow("a page without table gives its text")
            << QStringLiteral("1 2") << QStringLiteral("<p>1 2</p>") << TextBlock{{s1, s2}};
        QTest::newRow("nothing") << QString() << QString() << TextBlock();
    }
    void cellsAreMadeOfWhatIsThere()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, html);
        QFETCH(const QList<QStringList>, block);
        QMimeData data;
        if (!text.isEmpty())
            data.setText(text);
        if (!html.isEmpty())
            data.setHtml(html);
        QCOMPARE(cellsFrom(CopiedTable(data)), block);
    }

    void aLineBreakWithinACellIsKept()
    {
        QCOMPARE(parseHtmlTable(
                     QStringLiteral("<table><tr><td>3<br>4</td><td><p>5</p><p>6</p></td></tr></table>")),
            (TextBlock{{QStringLiteral("3\n4"), QStringLiteral("5\n6")}}));
    }
};

QTEST_MAIN(TestClipboardTable)
#include "tst_clipboardtable.moc"
