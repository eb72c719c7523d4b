// SPDX-License-Identifier: MulanPSL-2.0
#include "values.h"

#include <QTest>

using namespace nianbao;

class ValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatStandsInACell_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *name, const char *text, const char *cell, const char *unit,
                             const char *state, const char *value, const char *note = "") {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(cell)
                                << QString::fromUtf8(unit) << QString::fromUtf8(state)
                                << QString::fromUtf8(value) << QString::fromUtf8(note);
        };
        const char *const count = "disclosure.normative.made";
        const char *const change = "disclosure.licences.change";
        const char *const money = "disclosure.procurement.amount";
        row("a figure", "12", count, "", "sure", "12");
        row("blanks around it", " \u00a012\u3000\n", count, "", "sure", "12");
        row("digits of full width", "１３０５", count, "", "sure", "1305");
        row("thousands", "1,305", count, "", "sure", "1305");
        row("thousands by blanks may be several", "1 305", count, "", "guessed", "1305");
        row("its own unit", "12件", count, "", "sure", "12");
        row("zero is a figure", "0", count, "", "sure", "0");
        row("a decimal that is none", "3.0", count, "", "sure", "3");
        row("half of a count", "3.5", count, "", "unreadable", "");
        row("a note in brackets", "22（其中修订16件）", count, "", "sure", "22", "其中修订16件");
        row("more", "+19", change, "", "sure", "19");
        row("fewer", "－8", change, "", "sure", "-8");
        row("a count below nothing", "-3", count, "", "unreadable", "");
        row("nothing", "", count, "", "blank", "");
        row("only blanks", " \u00a0\u3000", count, "", "blank", "");
        row("a stroke", "/", count, "", "blank", "");
        row("a wide stroke", "／", count, "", "blank", "");
        row("a dash", "—", count, "", "blank", "");
        row("two dashes", "——", count, "", "blank", "");
        row("none in a word", "无", count, "", "blank", "");
        row("blank in a word", "空白", count, "", "blank", "");
        row("zero in a word is not taken for one", "零", count, "", "unreadable", "");
        row("a letter that looks like zero", "O", count, "", "unreadable", "");
        row("a star leads to a note", "*", count, "", "unreadable", "");
        row("words", "约22", count, "", "unreadable", "");
        row("two figures", "3 5", count, "", "unreadable", "");
        row("two lines", "3\n5", count, "", "unreadable", "");
        row("a share", "5%", count, "", "unreadable", "");
        row("money where things are counted", "5万元", count, "", "unreadable", "");
        row("the unit of the form", "25.1万元", money, "", "sure", "25.1");
        row("yuan become ten thousands and keep their note", "251000元", money, "", "sure", "25.1",
            "251000元");
        row("hundred millions too", "0.5亿元", money, "", "sure", "5000", "0.5亿元");
        row("the head counts in yuan", "251000", money, "元", "guessed", "25.1", "251000元");
        row("the head counts as the form does", "25.1", money, "万元", "sure", "25.1");
        row("what stands beside the figure goes before the head", "25.1万元", money, "元", "sure", "25.1");
        row("no yuan are none", "0", money, "元", "sure", "0");
        row("less than the form can hold", "0.001元", money, "", "unreadable", "");
        row("seven places", "1.2345678", money, "", "unreadable", "");
    }
    void readsWhatStandsInACell()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QFETCH(QString, unit);
        const ProposedCell read
            = readForeignValue(text, *findForm(QStringLiteral("2019"))->cell(CellId(cell)), unit);
        QTEST(toString(read.state), "state");
        QTEST(read.value ? read.value->toString() : QString(), "value");
        QTEST(read.note, "note");
        QCOMPARE(read.text, text);
        const bool mustSayWhy = read.state == Recognition::Guessed || read.state == Recognition::Unreadable;
        QVERIFY(!mustSayWhy || !read.why.isEmpty());
    }

    void findsTheUnitOfAHead_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("unit");
        QTest::newRow("as the form has it")
            << QStringLiteral("本年收费金额（单位：万元）") << QStringLiteral("万元");
        QTest::newRow("half brackets") << QStringLiteral("采购总金额(元)") << QStringLiteral("元");
        QTest::newRow("none told") << QStringLiteral("采购总金额") << QString();
        QTest::newRow("no money") << QStringLiteral("采购项目数量（项）") << QString();
    }
    void findsTheUnitOfAHead()
    {
        QFETCH(QString, head);
        QTEST(moneyUnitIn(head), "unit");
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "tst_values.moc"
