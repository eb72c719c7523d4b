// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "packagereader.h"
#include "rounds.h"
#include "testreports.h"
#include "xlsxcases.h"
#include "xlsxreader.h"
#include "xlsxworkbook.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace nianbao;
using namespace nianbao::test;

namespace {

Workbook workbookFor(const Report &report) { return workbookOf(report, check(report, RuleSet())); }

QStringList sheetNames(const Workbook &workbook)
{
    QStringList names{QStringLiteral("data")};
    for (const Workbook::Sheet &sheet : workbook.sheets)
        names.append(sheet.name);
    return names;
}

/// What does not come back as it was written; empty: all does.
QString lostInFile(const Workbook &workbook)
{
    const auto bytes = xlsxOf(workbook);
    if (!bytes)
        return QStringLiteral("not written: ") + bytes.error().detail;
    const auto document = readXlsx(*bytes);
    if (!document)
        return QStringLiteral("not read: ") + document.error().detail;
    if (!document->notices.isEmpty())
        return document->notices.first().in(Language::English);
    const auto expected = expectedSheets(workbook);
    const auto read = readSheets(*document, sheetNames(workbook));
    if (expected.size() != read.size())
        return QStringLiteral("%1 sheets in place of %2").arg(read.size()).arg(expected.size());
    for (int i = 0; i < expected.size(); ++i) {
        if (expected[i].name != read[i].name || expected[i].cells.size() != read[i].cells.size())
            return QStringLiteral("%1: %2 cells, not %3: %4")
                .arg(read[i].name)
                .arg(read[i].cells.size())
                .arg(expected[i].cells.size())
                .arg(read[i].cells.join(u'|'));
        for (int cell = 0; cell < expected[i].cells.size(); ++cell) {
            const QString &wanted = expected[i].cells.at(cell), &found = read[i].cells.at(cell);
            if (wanted != found && !wanted.endsWith(QStringLiteral(" share")))
                return QStringLiteral("%1: %2, not %3").arg(read[i].name, found, wanted);
        }
    }
    return {};
}

/// A part of the file of a workbook.
QString partOf(const Workbook &workbook, const QString &part)
{
    const auto bytes = xlsxOf(workbook);
    auto package = PackageReader::open(*bytes);
    return QString::fromUtf8(*package->read(part));
}

/// The formula and the kept value of a cell of a sheet's XML: "SUM(A1:B2)|3".
QString formulaAt(const QString &xml, const QString &cell)
{
    const QRegularExpression sought(
        QStringLiteral("<c r=\"%1\"[^>]*><f>([^<]*)</f><v>([^<]*)</v>").arg(cell));
    const auto match = sought.match(xml);
    return match.hasMatch() ? match.captured(1) + u'|' + match.captured(2) : QString();
}

Report changed(Report report, const QList<Step> &steps)
{
    if (!report.apply({{}, steps, {}}))
        qFatal("the report cannot be made");
    return report;
}

CellId cell(const char *id) { return CellId(QLatin1String(id)); }

} // namespace

class TestXlsxWorkbook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCellComesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyCellComesBack()
    {
        QFETCH(QString, name);
        QCOMPARE(lostInFile(workbookFor(sampleReport(name))), QString());
    }

    void everyCellOfADrawnReportComesBack()
    {
        const int count = rounds(30, 5, 2'000);
        for (const char *form : {"2021", "2019", "2021-single-other"}) {
            for (int i = 0; i < count; ++i) {
                const QString lost = lostInFile(workbookOf(drawnReport(QLatin1String(form), quint32(i)), {}));
                QVERIFY2(lost.isEmpty(),
                    qPrintable(QStringLiteral("%1 %2: %3").arg(QLatin1String(form)).arg(i).arg(lost)));
            }
        }
    }

    void theWholeReportComesBack() { QCOMPARE(lostInFile(workbookFor(everyPartReport())), QString()); }

    void totalsAreFormulasWithTheirValues()
    {
        const QString xml
            = partOf(workbookFor(everyPartReport()), QStringLiteral("xl/worksheets/sheet2.xml"));
        QCOMPARE(formulaAt(xml, QStringLiteral("J7")), QStringLiteral("SUM(D7:I7)|2"));
        QCOMPARE(formulaAt(xml, QStringLiteral("D30")), QStringLiteral("SUM(D9:D29)|2"));
        QCOMPARE(formulaAt(xml, QStringLiteral("D7")), QString());
        QVERIFY(xml.contains(QStringLiteral("<c r=\"D7\"")));
    }

    void aTotalOfBlanksIsBlankUntilSomethingIsFilledIn()
    {
        const Report report(findForm(QStringLiteral("2021")), 2021);
        const QString xml = partOf(workbookOf(report, {}), QStringLiteral("xl/worksheets/sheet2.xml"));
        QCOMPARE(formulaAt(xml, QStringLiteral("J7")),
            QStringLiteral("IF(COUNT(D7:I7)=0,&quot;&quot;,SUM(D7:I7))|")
                .replace(QStringLiteral("&quot;"), QStringLiteral("\"")));
        QVERIFY(QRegularExpression(QStringLiteral("<c r=\"D7\" s=\"\\d+\"/>")).match(xml).hasMatch());
    }

    void aDeclaredTotalStandsAsItIs()
    {
        const Report report = changed(filledReport(),
            {SetDeclared{cell("disputes.direct.total"), Declared{Amount::fromInteger(7), false}}});
        const Workbook workbook = workbookOf(report, {});
        const QString xml = partOf(workbook, QStringLiteral("xl/worksheets/sheet3.xml"));
        QCOMPARE(formulaAt(xml, QStringLiteral("J7")), QString());
        QVERIFY(QRegularExpression(QStringLiteral("<c r=\"J7\" s=\"\\d+\"><v>7</v>")).match(xml).hasMatch());
        QVERIFY(xml.contains(QStringLiteral("SUM(F7:I7)"))); // beside the table
        const auto document = readXlsx(*xlsxOf(workbook));
        const QStringList lines = linesOf(*document);
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QString &line) {
            return line.startsWith(QStringLiteral("P "))
                && line.contains(QStringLiteral("原载7，各格之和为0"));
        }));
        QVERIFY(lines.contains(QStringLiteral("2,3 1x1 7"))); // the difference beside the table
    }

    void whatIsEqualIsSaidBesideTheTable()
    {
        const Report report
            = changed(filledReport(), {SetCell{cell("requests.granted.individual"), Amount::fromInteger(3)}});
        const QString xml = partOf(workbookOf(report, {}), QStringLiteral("xl/worksheets/sheet2.xml"));
        QCOMPARE(formulaAt(xml, QStringLiteral("M5")), QStringLiteral("SUM(D7:D8)|0"));
        QCOMPARE(formulaAt(xml, QStringLiteral("N5")), QStringLiteral("SUM(D30:D31)|3"));
        QVERIFY(formulaAt(xml, QStringLiteral("O5")).endsWith(QStringLiteral("M5-N5))|-3")));
        QVERIFY(formulaAt(xml, QStringLiteral("O6")).endsWith(QStringLiteral("|✓")));
    }

    void wordsAreNeverAFormula()
    {
        const QString evil = QStringLiteral("=HYPERLINK(\"http://x\",1)");
        const Report report = changed(filledReport(),
            {SetChannels{
                {{evil, 3, {}}, {QStringLiteral("+1"), 1, {}}, {QStringLiteral("_x0041_"), 1, {}}}}});
        const Workbook workbook = workbookOf(report, {});
        QCOMPARE(lostInFile(workbook), QString());
        const QString xml = partOf(workbook, QStringLiteral("xl/worksheets/sheet4.xml"));
        QVERIFY(!xml.contains(QStringLiteral("HYPERLINK")));
        QCOMPARE(xml.count(QStringLiteral("<f>")), 1); // the sum of the channels
    }

    void whatANumberCannotKeepIsText_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<bool>("isNumber");
        QTest::newRow("fifteen digits are a number") << "123456789.123456" << true;
        QTest::newRow("as many without a point, too") << "999999999999" << true;
        QTest::newRow("zeros before do not count") << "0.000001" << true;
        QTest::newRow("sixteen are a text") << "1234567890.123456" << false;
        QTest::newRow("so are eighteen") << "999999999999.999999" << false;
        QTest::newRow("and with a hole in them") << "100000000000.000001" << false;
    }
    void whatANumberCannotKeepIsText()
    {
        QFETCH(QString, digits);
        QFETCH(bool, isNumber);
        const Report report
            = changed(filledReport(), {SetCell{cell("disclosure.fees.amount"), *Amount::parse(digits)}});
        const Workbook workbook = workbookOf(report, {});
        QCOMPARE(lostInFile(workbook), QString());
        const QString xml = partOf(workbook, QStringLiteral("xl/worksheets/sheet1.xml"));
        const QRegularExpression text(QStringLiteral("<c r=\"B17\"[^>]*t=\"s\""));
        QCOMPARE(!text.match(xml).hasMatch(), isNumber);
        const QString lines = linesOf(*readXlsx(*xlsxOf(workbook))).join(u'\n');
        QCOMPARE(lines.contains(QStringLiteral("P ") + digits + QStringLiteral(" 的位数超过")), !isNumber);
    }

    void namesOfSheetsAreThoseThatExcelTakes()
    {
        Workbook workbook;
        for (const QString &name : {QStringLiteral("a/b[c]:*?\\"), QString(), QStringLiteral("'x'"),
                 QStringLiteral("X"), QString(40, u'长'), QString(50, u'长'), QStringLiteral("DATA")}) {
            Workbook::Sheet sheet;
            sheet.name = name;
            sheet.table.widths = {1};
            sheet.table.rows = 1;
            sheet.table.cells = {{TableCell::Kind::Words, 0, 0, 1, 1, false, QStringLiteral("词")}};
            workbook.sheets.append(sheet);
        }
        const QString xml = partOf(workbook, QStringLiteral("xl/workbook.xml"));
        QStringList names;
        for (const auto &match :
            QRegularExpression(QStringLiteral("<sheet name=\"([^\"]*)\"")).globalMatch(xml))
            names.append(match.captured(1));
        const QStringList expected{QStringLiteral("abc"), QStringLiteral("Sheet"), QStringLiteral("x"),
            QStringLiteral("X2"), QString(31, u'长'), QString(30, u'长') + u'2', QStringLiteral("DATA"),
            QStringLiteral("data2")};
        QCOMPARE(names, expected);
    }

    void itIsSetUpForPrinting()
    {
        const Workbook workbook = workbookFor(everyPartReport());
        const QString sheet = partOf(workbook, QStringLiteral("xl/worksheets/sheet2.xml"));
        for (const char *words : {"<pageSetUpPr fitToPage=\"1\"/>", "paperSize=\"9\"", "fitToHeight=\"0\"",
                 "horizontalCentered=\"1\"", "<pane xSplit=\"3\" ySplit=\"6\"", "<mergeCell ref=\"A4:C6\"/>"})
            QVERIFY2(sheet.contains(QLatin1String(words)), words);
        const QString book = partOf(workbook, QStringLiteral("xl/workbook.xml"));
        QVERIFY(book.contains(QStringLiteral("'表三'!$4:$6"))); // repeated on each page
        QVERIFY(book.contains(QStringLiteral("'表三'!$A$1:$J$")));
        const QString core = partOf(workbook, QStringLiteral("docProps/core.xml"));
        QVERIFY(core.contains(workbook.title));
        QVERIFY(core.contains(QStringLiteral("2022-01-20T00:00:00Z"))); // 成文日期
        QCOMPARE(readXlsx(*xlsxOf(workbook))->title, workbook.title);
    }

    void theSameWorkbookGivesTheSameBytes()
    {
        const Workbook workbook = workbookFor(everyPartReport());
        const auto bytes = xlsxOf(workbook);
        QVERIFY(bytes && bytes->startsWith("PK"));
        QTest::qSleep(1'100); // seconds are the smallest a time in it could have
        QCOMPARE(*xlsxOf(workbook), *bytes);
    }
};

QTEST_GUILESS_MAIN(TestXlsxWorkbook)
#include "tst_xlsxworkbook.moc"
