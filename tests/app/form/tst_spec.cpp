// SPDX-License-Identifier: MulanPSL-2.0
#include "spec.h"

#include <QSet>
#include <QTest>

using namespace nianbao;

class SpecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsItsCells_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("cells");
        QTest::newRow("2021 disclosure") << QStringLiteral("2021") << QStringLiteral("disclosure") << 10;
        QTest::newRow("2021 requests") << QStringLiteral("2021") << QStringLiteral("requests") << 25 * 7;
        QTest::newRow("2021 disputes") << QStringLiteral("2021") << QStringLiteral("disputes") << 15;
        QTest::newRow("single row requests")
            << QStringLiteral("2021-single-other") << QStringLiteral("requests") << 23 * 7;
        QTest::newRow("2019 disclosure") << QStringLiteral("2019") << QStringLiteral("disclosure") << 22;
        QTest::newRow("2019 requests") << QStringLiteral("2019") << QStringLiteral("requests") << 23 * 7;
    }
    void countsItsCells()
    {
        QFETCH(QString, form);
        QFETCH(QString, table);
        QFETCH(int, cells);
        const auto spec = findForm(form);
        QVERIFY(spec);
        QCOMPARE(spec->table(TableId(table))->cells.size(), cells);
    }

    /// Every square of the grid is covered by one rectangle and no more: the table can be drawn.
    void gridsAreTilings()
    {
        for (const auto &form : shippedForms()) {
            for (const TableSpec &table : form->tables) {
                QSet<std::pair<int, int>> covered;
                int area = 0;
                for (const GridCell &cell : table.grid) {
                    for (int r = cell.row; r < cell.row + cell.rowSpan; ++r) {
                        for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                            covered.insert({r, c});
                    }
                    area += cell.rowSpan * cell.columnSpan;
                }
                const int whole = table.gridRows * int(table.widths.size());
                QVERIFY2(area == whole && covered.size() == whole,
                    qPrintable(form->id + u' ' + table.id.toString()));
            }
        }
    }

    void formOfAYear_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("form");
        QTest::newRow("before the first form") << 2018 << QStringLiteral("2021");
        QTest::newRow("2019") << 2019 << QStringLiteral("2019");
        QTest::newRow("2020") << 2020 << QStringLiteral("2019");
        QTest::newRow("2021") << 2021 << QStringLiteral("2021");
        QTest::newRow("far ahead") << 2040 << QStringLiteral("2021");
    }
    void formOfAYear()
    {
        QFETCH(int, year);
        QFETCH(QString, form);
        QCOMPARE(formForYear(year)->id, form);
    }

    void everyCellHasGuidanceAndLabel()
    {
        for (const auto &form : shippedForms()) {
            for (const CellSpec &cell : std::as_const(form->cellSpecs)) {
                QVERIFY2(!cell.guidance.isEmpty(), qPrintable(form->id + u' ' + cell.id.toString()));
                QVERIFY(!cell.label.isEmpty());
            }
            for (const SectionSpec &section : form->sections)
                QVERIFY2(!section.guidance.isEmpty(), qPrintable(section.id.toString()));
        }
    }

    void sixSectionsInStatutoryOrder()
    {
        const QStringList headings{QStringLiteral("一、总体情况"), QStringLiteral("二、主动公开政府信息情况"),
            QStringLiteral("三、收到和处理政府信息公开申请情况"),
            QStringLiteral("四、政府信息公开行政复议、行政诉讼情况"),
            QStringLiteral("五、存在的主要问题及改进情况"), QStringLiteral("六、其他需要报告的事项")};
        for (const QString &id : {QStringLiteral("2021"), QStringLiteral("2021-single-other")}) {
            QStringList found;
            for (const SectionSpec &section : findForm(id)->sections)
                found.append(section.heading());
            QCOMPARE(found, headings);
        }
    }

    void successorsExist()
    {
        for (const auto &form : shippedForms())
            QVERIFY(form->successor.isEmpty() || findForm(form->successor));
    }

    void chineseNumbers_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("words");
        QTest::newRow("one") << 1 << QStringLiteral("一");
        QTest::newRow("ten") << 10 << QStringLiteral("十");
        QTest::newRow("twelve") << 12 << QStringLiteral("十二");
        QTest::newRow("twenty") << 20 << QStringLiteral("二十");
        QTest::newRow("ninety-nine") << 99 << QStringLiteral("九十九");
        QTest::newRow("a hundred and five") << 105 << QStringLiteral("一百零五");
        QTest::newRow("a hundred and twelve") << 112 << QStringLiteral("一百一十二");
    }
    void chineseNumbers()
    {
        QFETCH(int, number);
        QFETCH(QString, words);
        QCOMPARE(chineseNumber(number), words);
    }
};

QTEST_GUILESS_MAIN(SpecTest)
#include "tst_spec.moc"
