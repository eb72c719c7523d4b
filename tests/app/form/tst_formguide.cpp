// SPDX-License-Identifier: MulanPSL-2.0
#include "formguide.h"

#include <QTest>

using namespace nianbao;

class FormGuideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowAndColumnOfEveryFormIsExplained()
    {
        for (const SpecPointer &form : shippedForms()) {
            for (const TableSpec &table : form->tables) {
                const FormGuide guide = guideTo(*form, table);
                QCOMPARE(guide.rows.size(), table.rows.size());
                QCOMPARE(guide.columns.size(), table.columns.size());
                for (const FormGuide::Line &line : guide.rows + guide.columns)
                    QVERIFY2(!line.guidance.isEmpty() && !line.label.isEmpty(),
                        qPrintable(form->id + u' ' + table.id.toString() + u' ' + line.id));
            }
        }
    }

    /// What is said of a row is said in each of its cells, and nothing of their columns with it.
    void aRowSaysNothingOfItsColumns()
    {
        for (const SpecPointer &form : shippedForms()) {
            for (const TableSpec &table : form->tables) {
                const FormGuide guide = guideTo(*form, table);
                for (const FormGuide::Line &row : guide.rows) {
                    QVERIFY(!row.guidance.contains(u'\n'));
                    for (const FormGuide::Line &column : guide.columns) {
                        if (const CellSpec *cell = form->cell(CellId(table.id, row.id, column.id)))
                            QCOMPARE(cell->guidance, row.guidance + u'\n' + column.guidance);
                    }
                }
            }
        }
    }

    void groupsAndComputedRows()
    {
        const SpecPointer form = findForm(QStringLiteral("2021"));
        const TableSpec &table = *form->table(Role::Requests);
        bool hasGroup = false;
        for (const FormGuide::Line &row : guideTo(*form, table).rows) {
            if (row.id == table.rowOf(Role::Total)) // nothing is typed there
                QVERIFY(row.guidance.contains(QStringLiteral("由程序计算，不用填")));
            hasGroup = hasGroup || row.group == u"（三）不予公开";
        }
        QVERIFY(hasGroup);
    }

    void basis_data()
    {
        QTest::addColumn<QString>("guidance");
        QTest::addColumn<QString>("basis");
        QTest::newRow("an article") << QStringLiteral("填这里（《条例》第十四条）。")
                                    << QStringLiteral("《条例》第十四条");
        QTest::newRow("a paragraph of it")
            << QStringLiteral("《条例》第十六条第二款") << QStringLiteral("《条例》第十六条第二款");
        QTest::newRow("two numbers of it") << QStringLiteral("（《条例》第三十六条第（一）（二）项）")
                                           << QStringLiteral("《条例》第三十六条第（一）（二）项");
        QTest::newRow("a document") << QStringLiteral(
            "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。")
                                    << QStringLiteral(
                                           "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）");
        QTest::newRow("both, one twice")
            << QStringLiteral("《条例》第十条、《行政复议法》第二十三条，《条例》第十条")
            << QStringLiteral("《条例》第十条|《行政复议法》第二十三条");
        QTest::newRow("a name alone") << QStringLiteral("按《条例》办理。") << QString();
    }
    void basis()
    {
        QFETCH(QString, guidance);
        QFETCH(QString, basis);
        QCOMPARE(basisOf(guidance).join(u'|'), basis);
    }
};

QTEST_GUILESS_MAIN(FormGuideTest)
#include "tst_formguide.moc"
