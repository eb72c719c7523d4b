// SPDX-License-Identifier: MulanPSL-2.0
#include "exactwords.h"
#include "language.h"
#include "pasteplan.h"

#include <QMimeData>
#include <QTest>

using namespace nianbao;

namespace {

/// Two rows of figures, a head, two rows of figures; the last column is computed, the last row counts money.
///   T T C
///   H H H
///   T T C
///   M . C     the dot is covered by its left neighbour
class Target final : public PasteTarget {
public:
    QSize gridSize() const override { return {3, 4}; }
    Field placeAt(int row, int column) const override
    {
        if (row == 1)
            return Field::Head;
        if (row == 3 && column == 1)
            return Field::Covered;
        return column == 2 ? Field::Computed : Field::Typed;
    }
    QString labelAt(int row, int column) const override
    {
        return QStringLiteral("cell %1/%2").arg(row).arg(column);
    }
    EntryPlace entryPlaceAt(int row, int) const override
    {
        return row == 3 ? EntryPlace{QStringLiteral("万元"), 6, false, true}
                        : EntryPlace{QStringLiteral("件"), 0, false, true};
    }
    QStringList headTexts() const override
    {
        return {QStringLiteral("自然人"), QStringLiteral("商业企业"), QStringLiteral("总计"),
            QStringLiteral("一、本年新收政府信息公开申请数量")};
    }
};

QString said(const QList<GridValue> &values)
{
    QStringList parts;
    for (const GridValue &value : values)
        parts.append(QStringLiteral("%1/%2=%3%4")
                         .arg(value.row)
                         .arg(value.column)
                         .arg(value.value ? value.value->toString() : QString(),
                             value.note.isEmpty() ? QString() : QStringLiteral("（%1）").arg(value.note)));
    return parts.join(u' ');
}

/// The plan with the given answer to its one question; without one when there is no question.
QString answered(const PastePlan &plan, int answer)
{
    QList<GridValue> values = plan.values;
    if (plan.questions.size() == 1)
        values += plan.questions.first().answers.value(answer).values;
    return said(values);
}

PastePlan planned(const QString &text, const QRect &selection = QRect(0, 0, 1, 1))
{
    QMimeData data;
    data.setText(text);
    return planPaste(blockFrom(CopiedTable(data)), selection, Target());
}

} // namespace

class TestPastePlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installLanguage(QStringLiteral("en")); } // "1 cell holds"

    void aPasteIsPlanned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QRect>("selection");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("skipped");
        const auto row = [](const char *name, const char *text, QRect at, const char *expected,
                             int skipped = 0) {
            QTest::newRow(name) << QString::fromUtf8(text) << at << QString::fromUtf8(expected) << skipped;
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

        row("a figure with a note", "22（其中修订16件）\t3", first, "0/0=22（其中修订16件） 0/1=3");
        row("a figure with a note in two lines", "\"22\n（其中修订16件）\"", first, "0/0=22（其中修订16件）");
        row("accounting figures", "(5)", first, "refused"); // no negative count
        row("a money format where cases are counted", "¥1,234.00", first, "0/0=1234");

        row("a row of a PDF with its total", "3 4 7", first, "0/0=3 0/1=4", 1);
        row("a row of a PDF without its total", "3 4", first, "0/0=3 0/1=4");
        row("zeros", "0 0 0", first, "0/0=0 0/1=0", 1);
        row("a row that is too long", "3 4 0 0 7", first, "refused");
        row("a row from the second column", "4 7", QRect(1, 0, 1, 1), "0/1=4", 1);
        row("rows of a PDF", "3 4 7\n1 0 1", first, "0/0=3 0/1=4 2/0=1 2/1=0", 2);
        row("lines in one cell", "\"3\n4\"", first, "0/0=3 2/0=4");
        row("two figures in one of several cells", "3 5\t4", first, "refused");
        row("lines in one of several cells", "\"3\n5\"\t4", first, "refused");
        row("thousands", "1,234\t12 345", first, "0/0=1234 0/1=12345");

        row("a known head row", "自然人\t商业企业\t总计\n3\t4\t7", first, "0/0=3 0/1=4", 1);
        row("a known head column", "一、本年新收政府信息公开申请数量\t3\t4\t7", first, "0/0=3 0/1=4", 1);
        row("a head row and a head column", "\t自然人\t商业企业\n本年新收\t3\t4\n上年结转\t0\t1", first,
            "0/0=3 0/1=4 2/0=0 2/1=1");
        row("a line of a PDF with its label", "一、本年新收政府信息公开申请数量 3 4 7", first, "0/0=3 0/1=4",
            1);
        row("numbers of rows", "序号\t自然人\t\n1\t本年新收\t3\n2\t上年结转\t0", first, "0/0=3 2/0=0");
    }
    void aPasteIsPlanned()
    {
        QFETCH(QString, text);
        QFETCH(QRect, selection);
        QFETCH(QString, expected);
        QFETCH(int, skipped);
        const PastePlan plan = planned(text, selection);
        QVERIFY2(plan.questions.isEmpty(), "nobody needs to be asked");
        QVERIFY2(plan.refusal.isEmpty() == (expected != QStringLiteral("refused")), qPrintable(plan.refusal));
        if (!plan.refusal.isEmpty()) {
            QVERIFY(plan.values.isEmpty());
            return;
        }
        QCOMPARE(said(plan.values), expected);
        QCOMPARE(plan.skipped, skipped);
    }

    void whatIsNotSaidIsAsked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QRect>("selection");
        QTest::addColumn<QStringList>("answers"); // the plan with each
        const auto row = [](const char *name, const char *text, const QStringList &answers,
                             QRect at = QRect(0, 0, 1, 1)) {
            QTest::newRow(name) << QString::fromUtf8(text) << at << answers;
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("one mark", "－", {s("0/0="), s("0/0=0")});
        row("an accountant's dash", " -   ", {s("0/0="), s("0/0=0")});
        row("a word for nothing", "无\t3", {s("0/1=3 0/0="), s("0/1=3 0/0=0")});
        row("marks among figures", "3\t－\n/\t4", {s("0/0=3 2/1=4 0/1= 2/0="), s("0/0=3 2/1=4 0/1=0 2/0=0")});
        row("marks in a line", "3 — 3", {s("0/0=3 0/1="), s("0/0=3 0/1=0")});
        row("a mark over a selection", "**", {s("0/0= 0/1="), s("0/0=0 0/1=0")}, QRect(0, 0, 2, 1));
        row("yuan or ten thousands", "¥1,234.00", {s("3/0=1234"), s("3/0=0.1234")}, QRect(0, 3, 1, 1));
        row("a head nobody knows", "甲\t乙\n3\t4", {s("0/0=3 0/1=4")});
        row("a head column nobody knows", "甲\t3\t4", {s("0/0=3 0/1=4")});
        row("thousands or neighbours", "12 105 300", {s("0/0=12105300"), s("0/0=12 0/1=105")});
    }
    void whatIsNotSaidIsAsked()
    {
        QFETCH(QString, text);
        QFETCH(QRect, selection);
        QFETCH(QStringList, answers);
        const PastePlan plan = planned(text, selection);
        QVERIFY2(plan.refusal.isEmpty(), qPrintable(plan.refusal));
        QCOMPARE(plan.questions.size(), 1);
        QStringList words{plan.questions.first().words};
        QStringList given;
        for (int i = 0; i < plan.questions.first().answers.size(); ++i) {
            words.append(plan.questions.first().answers[i].words);
            given.append(answered(plan, i));
        }
        QCOMPARE(given, answers);
        QVERIFY(test::isSaidExactly(QStringLiteral("pasteplan"), words.join(QStringLiteral(" / "))));
    }

    void theFirstBadCellIsNamed()
    {
        const PastePlan plan = planPaste(
            {{QStringLiteral("1"), QStringLiteral("x")}, {QStringLiteral("y")}}, QRect(0, 0, 1, 1), Target());
        QVERIFY2(plan.refusal.contains(QStringLiteral("cell 0/1")), qPrintable(plan.refusal));
        QVERIFY(plan.refusal.contains(QStringLiteral("“x”")));
    }

    void aKnownHeadIsNamedAfterwards()
    {
        QVERIFY(planned(QStringLiteral("自然人\n3")).summary().contains(QStringLiteral("自然人")));
    }

    void aHugeClipboardIsRefusedAtOnce()
    {
        QCOMPARE(planned(QString(300'000, u'1').replace(QStringLiteral("11"), QStringLiteral("1\n"))).refusal,
            QStringLiteral("Nothing was pasted: the clipboard holds 150000 rows, more than any table."));
        QCOMPARE(
            planned(QString(100'000, u'\t').replace(QStringLiteral("\t\t"), QStringLiteral("1\t"))).refusal,
            QStringLiteral("Nothing was pasted: the clipboard holds 50000 cells, more than any table."));
        QCOMPARE(planned(QString(300'000, u'字')).refusal,
            QStringLiteral(
                "Nothing was pasted. cell 0/0: “%1…” is not a number. Type digits, for example 12 or 1,305.")
                .arg(QString(40, u'字')));
    }
};

QTEST_MAIN(TestPastePlan)
#include "tst_pasteplan.moc"
