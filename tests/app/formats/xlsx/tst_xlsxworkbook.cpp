// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "testreports.h"
#include "xlsxworkbook.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

class TestXlsxWorkbook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameWorkbookGivesTheSameBytes()
    {
        const Report report = everyPartReport();
        const Workbook workbook = workbookOf(report, check(report, RuleSet()));
        const auto bytes = xlsxOf(workbook);
        QVERIFY(bytes);
        QVERIFY(bytes->startsWith("PK"));
        QCOMPARE(*xlsxOf(workbook), *bytes);
    }
};

QTEST_GUILESS_MAIN(TestXlsxWorkbook)
#include "tst_xlsxworkbook.moc"
