// SPDX-License-Identifier: MulanPSL-2.0
#include "clipboardtable.h"

#include <QMimeData>
#include <QTest>

using namespace nianbao;

namespace {

/// Two rows of figures, a head, two rows of figures; the last column is computed.
///   T T C
///   H H H
///   T T C
///   T . C     the dot is covered by its left neighbour
class Target final : public PasteTarget {
public:
    QSize gridSize() const override { return {3, 4}; }
    Place placeAt(int row, int column) const override
    {
        if (row == 1)
            return Place::Head;
        if (row == 3 && column == 1)
            return Place::Covered;
        return column == 2 ? Place::Computed : Place::Typed;
    }
    QString labelAt(int row, int column) const override
    {
        return QStringLiteral("cell %1/%2").arg(row).arg(column);
    }
    Result<std::optional<Amount>> parseAt(int, int, const QString &text) const override
    {
        if (text.isEmpty())
            return std::optional<Amount>();
        const auto amount = Amount::parse(text);
        if (!amount)
            return amount.error();
        return std::optional(*amount);
    }
};

QString words(const PastePlan &plan)
{
    QStringList parts;
    for (const GridValue &value : plan.values)
        parts.append(QStringLiteral("%1/%2=%3")
                         .arg(value.row)
                         .arg(value.column)
                         .arg(value.value ? value.value->toString() : QString()));
    return parts.join(u' ');
}

} // namespace

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
        QCOMPARE(blockFrom(data), TextBlock{{QStringLiteral("9")}});
        data.setText(QStringLiteral("8\t\t\n\t\n\n"));
        QCOMPARE(
            blockFrom(data), TextBlock{{QStringLiteral("8")}}); // blank rows and columns at the end are gone
    }

    void aPasteIsPlanned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QRect>("selection");
        QTest::addColumn<QString>("planned");
        QTest::addColumn<int>("skipped");
        const auto row = [](const char *name, const char *text, QRect at, const char *planned,
                             int skipped = 0) {
            QTest::newRow(name) << QString::fromUtf8(text) << at << QString::fromUtf8(planned) << skipped;
        };
        const QRect first(0, 0, 1, 1);
        row("one value", "5", first, "0/0=5");
        row("full-width digits, spaces, commas and units", "１２\t1,234 件", first, "0/0=12 0/1=1234");
        row("a computed cell is skipped", "1\t2\t3", first, "0/0=1 0/1=2", 1);
        row("heads are stepped over", "1\n2\n3", first, "0/0=1 2/0=2 3/0=3");
        row("a sheet with the heads is understood", "1\nhead\n3", first, "0/0=1 2/0=3");
        row("a blank line for the heads as well", "1\n\n3", first, "0/0=1 2/0=3");
        row("a blank cell blanks", "1\t\n2\t3", QRect(0, 2, 1, 1), "refused"); // 3 falls on a covered place
        row("blank within the block", "\t7", first, "0/0= 0/1=7");
        row("one value fills the selection", "4", QRect(0, 0, 3, 3), "0/0=4 0/1=4 2/0=4 2/1=4", 2);
        row("more than the table is wide", "1\t2\t3\t4", first, "refused");
        row("more than the table is high", "1\n2\n3\n4", first, "refused");
        row("a blank cell over the edge is nothing", "1\t2\t3\t ", first, "0/0=1 0/1=2", 1);
        row("words are no number", "1\tabc", first, "refused");
        row("only a computed cell", "1", QRect(2, 0, 1, 1), "refused", 1);
        row("nothing at all", "", first, "refused");
    }
    void aPasteIsPlanned()
    {
        QFETCH(QString, text);
        QFETCH(QRect, selection);
        QFETCH(QString, planned);
        QFETCH(int, skipped);
        QMimeData data;
        data.setText(text);
        const PastePlan plan = planPaste(blockFrom(data), selection, Target());
        QCOMPARE(plan.refusal.isEmpty(), planned != QStringLiteral("refused"));
        if (!plan.refusal.isEmpty()) {
            QVERIFY(plan.values.isEmpty());
            return;
        }
        QCOMPARE(words(plan), planned);
        QCOMPARE(plan.skipped, skipped);
    }

    void theFirstBadCellIsNamed()
    {
        const PastePlan plan = planPaste(
            {{QStringLiteral("1"), QStringLiteral("x")}, {QStringLiteral("y")}}, QRect(0, 0, 1, 1), Target());
        QVERIFY2(plan.refusal.contains(QStringLiteral("cell 0/1")), qPrintable(plan.refusal));
        QVERIFY(plan.refusal.contains(QStringLiteral("“x”")));
    }
};

QTEST_MAIN(TestClipboardTable)
#include "tst_clipboardtable.moc"
