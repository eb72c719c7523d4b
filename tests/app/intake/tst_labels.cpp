// SPDX-License-Identifier: MulanPSL-2.0
#include "labels.h"

#include <QTest>

using namespace nianbao;

class LabelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comparesWithoutOrnament_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normal");
        const auto row = [](const char *name, const char *text, const char *normal) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(normal);
        };
        row("a Chinese number", "一、本年新收", "本年新收");
        row("a number in brackets", "（三）不予公开", "不予公开");
        row("brackets of half width", "(三)不予公开", "不予公开");
        row("a digit", "3.其他", "其他");
        row("a digit with another mark", "3、其他", "其他");
        row("a digit in a circle", "③其他", "其他");
        row("lines and blanks", "（三）\n 不予　公开", "不予公开");
        row("quotation marks", "3.危及“三安全一稳定”", "危及三安全一稳定");
        row("a word for a number is none in front", "三类内部事务信息", "三类内部事务信息");
        row("what follows in brackets", "（二）部分公开（区分处理的，只计这一情形）", "部分公开");
        row("all in brackets", "（本列数据的勾稽关系）", "本列数据的勾稽关系");
        row("a stroke", "本年增/减", "本年增减");
        row("a number alone", "（三）", "");
        row("nothing", "", "");
    }
    void comparesWithoutOrnament()
    {
        QFETCH(QString, text);
        QTEST(normalLabel(text), "normal");
    }

    void aParagraphIsNoLabel() { QCOMPARE(normalLabel(QString(2000, u'文')), QString()); }

    /// No two labels of a table are so similar that one could be taken for a misspelt other.
    void labelsOfAFormAreFarApart()
    {
        for (const SpecPointer &form : shippedForms()) {
            for (const TableSpec &table : form->tables) {
                for (const QString &a : table.rows) {
                    for (const QString &b : table.rows) {
                        const double alike = similarity(
                            normalLabel(table.rowLabels[a].label), normalLabel(table.rowLabels[b].label));
                        QVERIFY2(a == b || alike < 0.8, qPrintable(a + u' ' + b));
                    }
                }
            }
        }
    }

    void findsRows_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("isExact");
        QTest::newRow("as the form has it")
            << QStringLiteral("1.属于国家秘密") << QStringLiteral("refused_state_secret") << true;
        QTest::newRow("a character too many")
            << QStringLiteral("四、结转下一年度继续办理") << QStringLiteral("carried_out") << false;
        QTest::newRow("another word") << QStringLiteral("其他主动公开文件") << QString() << false;
        QTest::newRow("half a label") << QStringLiteral("四、结转下年") << QString() << false;
    }
    void findsRows()
    {
        QFETCH(QString, label);
        const FormLabels labels;
        const LabelMatch match = labels.table(TableId(QStringLiteral("requests")))->row(normalLabel(label));
        QTEST(match.isFound() ? match.id : QString(), "row");
        QTEST(match.isExact(), "isExact");
    }

    void knowsTheNormativeRowByBothNames()
    {
        const FormLabels labels;
        const TableLabels *table = labels.table(TableId(QStringLiteral("disclosure")));
        QCOMPARE(table->exactRow(QStringLiteral("规范性文件")).id, QStringLiteral("normative"));
        QCOMPARE(table->exactRow(QStringLiteral("行政规范性文件")).id, QStringLiteral("normative"));
        QVERIFY(table->isBanner(QStringLiteral("第二十条  第(一)项")));
        QVERIFY(!table->isBanner(QStringLiteral("第二十条")));
    }
};

QTEST_GUILESS_MAIN(LabelsTest)
#include "tst_labels.moc"
