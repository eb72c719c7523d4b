// SPDX-License-Identifier: MulanPSL-2.0
#include "processortime.h"
#include "xlsxcases.h"
#include "xlsxreader.h"
#include "zipbytes.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QByteArray sheetData(const QByteArray &rows, const QByteArray &behind = {})
{
    return "<sheetData>" + rows + "</sheetData>" + behind;
}

/// A file of one sheet with this in A1, and its text as it is read.
QString readCell(const QByteArray &cell, const QByteArray &styles = {}, const QByteArray &book = {})
{
    SheetCase given;
    given.sheets = {sheetData("<row r=\"1\">" + cell + "</row>")};
    given.styles = styles;
    given.bookProperties = book;
    const auto document = readXlsx(xlsxFile(given));
    return document ? linesOf(*document).mid(1).join(u'|') : QStringLiteral("error");
}

constexpr auto kFramed = "<borders><border/><border><left style=\"thin\"/></border></borders>"
                         "<cellXfs><xf/><xf borderId=\"1\"/></cellXfs>";

} // namespace

class TestXlsxReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCellIsReadAsItIsShown_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *cell, const char *text) {
            QTest::newRow(name) << QByteArray(cell) << QString::fromUtf8(text);
        };
        row("a number", "<c r=\"A1\"><v>12</v></c>", "P 12");
        row("noise of binary fractions is off", "<c r=\"A1\"><v>0.30000000000000004</v></c>", "P 0.3");
        row("and where it is below", "<c r=\"A1\"><v>9.949999999999999</v></c>", "P 9.95");
        row("an exponent is written out", "<c r=\"A1\"><v>1E3</v></c>", "P 1000");
        row("a negative one", "<c r=\"A1\"><v>1.25E-3</v></c>", "P 0.00125");
        row("six decimals at most", "<c r=\"A1\"><v>1.23456789</v></c>", "P 1.234568");
        row("rounding carries", "<c r=\"A1\"><v>9.9999999</v></c>", "P 10");
        row("nothing is left of very little", "<c r=\"A1\"><v>-1E-9</v></c>", "P 0");
        row("a change that is negative", "<c r=\"A1\"><v>-8</v></c>", "P -8");
        row("a large whole number keeps its digits", "<c r=\"A1\"><v>1234567890123456</v></c>",
            "P 1234567890123456");
        row("a huge exponent stays as it is", "<c r=\"A1\"><v>1E300</v></c>", "P 1E300");
        row("an inline text", "<c t=\"inlineStr\"><is><t>规章</t></is></c>", "P 规章");
        row("runs of it, without what is read above",
            "<c t=\"inlineStr\"><is><r><t>规</t></r><r><t>章</t></r>"
            "<rPh sb=\"0\" eb=\"1\"><t>guī</t></rPh></is></c>",
            "P 规章");
        row("the kept value of a formula", "<c r=\"A1\"><f>SUM(B1:B2)</f><v>7</v></c>", "P 7");
        row("its kept text", "<c r=\"A1\" t=\"str\"><f>B1&amp;\"x\"</f><v>无x</v></c>", "P 无x");
        row("an empty kept text is blank", "<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", "");
        row("a truth", "<c r=\"A1\" t=\"b\"><v>1</v></c>", "P TRUE");
        row("an error", "<c r=\"A1\" t=\"e\"><f>#REF!+1</f><v>#REF!</v></c>", "P #REF!");
        row("an escaped character", "<c t=\"inlineStr\"><is><t>a_x000A_b_x005F_x0041_</t></is></c>",
            "P a\nb_x0041_");
        row("a shared text that is not there", "<c r=\"A1\" t=\"s\"><v>9</v></c>", "");
    }
    void aCellIsReadAsItIsShown()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, text);
        QCOMPARE(readCell(cell), text);
    }

    void aDayIsADay_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("built in") << QByteArray("14") << "44581"
                                  << "P 2022-1-20";
        QTest::newRow("of East Asia") << QByteArray("31") << "44581"
                                      << "P 2022-1-20";
        QTest::newRow("with a time") << QByteArray("22") << "44581.5"
                                     << "P 2022-1-20 12:00";
        QTest::newRow("by its code") << QByteArray("yyyy\"年\"m\"月\"d\"日\"") << "44581"
                                     << "P 2022-1-20";
        QTest::newRow("early in 1900") << QByteArray("14") << "1"
                                       << "P 1900-1-1";
        QTest::newRow("a per cent is none") << QByteArray("10") << "0.25"
                                            << "P 0.25";
        QTest::newRow("words in quotes are none") << QByteArray("0\"day\"") << "5"
                                                  << "P 5";
        QTest::newRow("a colour is none") << QByteArray("[Red]0") << "5"
                                          << "P 5";
        QTest::newRow("no day is so late") << QByteArray("14") << "99999999"
                                           << "P 99999999";
    }
    void aDayIsADay()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, value);
        QFETCH(QString, text);
        QByteArray code = format;
        const bool isNumber = format.toInt() > 0;
        const QByteArray styles = (isNumber ? QByteArray()
                                            : "<numFmts><numFmt numFmtId=\"165\" formatCode=\""
                                              + code.replace("\"", "&quot;") + "\"/></numFmts>")
            + "<cellXfs><xf/><xf numFmtId=\"" + (isNumber ? format : "165") + "\"/></cellXfs>";
        const QByteArray cell = "<c r=\"A1\" s=\"1\"><v>" + value.toLatin1() + "</v></c>";
        QCOMPARE(readCell(cell, styles), text);
    }
    void daysMayCountFrom1904()
    {
        QCOMPARE(readCell("<c r=\"A1\" s=\"0\"><v>43119</v></c>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
                     "date1904=\"1\""),
            QStringLiteral("P 2022-1-20"));
    }

    void aSheetBecomesTables_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<QByteArray>("styles");
        QTest::addColumn<QStringList>("lines");
        const auto row
            = [](const char *name, const QByteArray &sheet, const QStringList &lines,
                  const QByteArray &styles = {}) { QTest::newRow(name) << sheet << styles << lines; };
        const QString name = QStringLiteral("P 页1");
        row("cells without addresses",
            sheetData("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
            {name, QStringLiteral("G 2x2"), QStringLiteral("0,0 1x1 1"), QStringLiteral("0,1 1x1 2"),
                QStringLiteral("1,0 1x1 3")});
        row("an empty row parts tables",
            sheetData("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row>"
                      "<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"B4\"><v>4</v></c></row>"),
            {name, QStringLiteral("G 1x3"), QStringLiteral("0,0 1x1 1"), QStringLiteral("0,2 1x1 2"),
                QStringLiteral("G 1x2"), QStringLiteral("0,0 1x1 3"), QStringLiteral("0,1 1x1 4")});
        row("a row of blank squares with frames belongs to its table",
            sheetData("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>2</v></c></row>"
                      "<row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"1\"/></row>"),
            {name, QStringLiteral("G 2x2"), QStringLiteral("0,0 1x1 1"), QStringLiteral("0,1 1x1 2")},
            kFramed);
        row("merged squares",
            sheetData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row><row r=\"2\"><c "
                      "r=\"C2\"><v>3</v></c></row>",
                "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"),
            {name, QStringLiteral("G 2x3"), QStringLiteral("0,0 2x2 1"), QStringLiteral("0,2 1x1 2"),
                QStringLiteral("1,2 1x1 3")});
        row("those that overlap are cut",
            sheetData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c "
                      "r=\"A2\"><v>3</v></c></row>",
                "<mergeCells><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"A2:C2\"/></mergeCells>"),
            {name, QStringLiteral("G 2x3"), QStringLiteral("0,0 1x1 1"), QStringLiteral("0,1 2x1 2"),
                QStringLiteral("1,0 1x1 3")});
        row("a square told twice is the first",
            sheetData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"),
            {name, QStringLiteral("P 1")});
        row("nothing", sheetData({}), {});
    }
    void aSheetBecomesTables()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(QByteArray, styles);
        QFETCH(QStringList, lines);
        SheetCase given;
        given.sheets = {sheet};
        given.styles = styles;
        for (const char *space : {"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                 "http://purl.oclc.org/ooxml/spreadsheetml/main"}) { // Strict
            given.space = space;
            const auto document = readXlsx(xlsxFile(given));
            QVERIFY(document);
            QCOMPARE(linesOf(*document), lines);
            QVERIFY(document->notices.isEmpty());
        }
    }

    void commentsStandBehindWhatTheyAreAbout()
    {
        SheetCase given;
        given.sheets
            = {sheetData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\"><v>5</v></c></row>")};
        given.shared = "<si><t>其他</t></si><si><r><t>规</t></r><r><t>章</t></r></si>";
        given.comments
            = "<authors><author>王芳</author></authors><commentList>"
              "<comment ref=\"B1\" authorId=\"0\"><text><r><t>王芳:\n</t></r><r><t>其中修订2件</t></r></text>"
              "</comment><comment ref=\"C1\" authorId=\"0\"><text><t>待核</t></text></comment></commentList>";
        QCOMPARE(linesOf(*readXlsx(xlsxFile(given))),
            (QStringList{QStringLiteral("P 页1"), QStringLiteral("G 1x3"), QStringLiteral("0,0 1x1 规章"),
                QStringLiteral("0,1 1x1 5（其中修订2件）"), QStringLiteral("0,2 1x1 （待核）")}));
    }

    void whatStandsBesideThePrintedAreaIsATableOfItsOwn()
    {
        SheetCase given;
        given.sheets = {
            sheetData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"D1\"><v>3</v></c>"
                      "<c r=\"E1\"><v>4</v></c></row>")};
        QCOMPARE(linesOf(*readXlsx(xlsxFile(given))).filter(QStringLiteral("G ")),
            QStringList{QStringLiteral("G 1x5")});
        given.names
            = "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'页1'!$A$1:$B$9</definedName>";
        QCOMPARE(linesOf(*readXlsx(xlsxFile(given))).filter(QStringLiteral("G ")),
            (QStringList{QStringLiteral("G 1x2"), QStringLiteral("G 1x2")}));
    }

    void hiddenSheetsAreToldOf()
    {
        SheetCase given;
        given.sheets = {sheetData("<row><c><v>1</v></c></row>"), sheetData("<row><c><v>2</v></c></row>")};
        given.hidden = "veryHidden";
        const auto document = readXlsx(xlsxFile(given));
        QCOMPARE(linesOf(*document),
            (QStringList{QStringLiteral("P 页1"), QStringLiteral("P 1"), QStringLiteral("P 页2"),
                QStringLiteral("P 2")}));
        QCOMPARE(document->notices.size(), 1);
        QCOMPARE(document->notices.first().in(Language::Chinese),
            QStringLiteral("工作表“页1”在文件中是隐藏的，也一并读取。"));
    }

    void whatIsFarOutIsCutAndToldOf_data()
    {
        QTest::addColumn<QByteArray>("rows");
        const QByteArray first = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        QTest::newRow("the last square of a sheet")
            << first + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
        QTest::newRow("a row that no sheet has") << first + "<row r=\"99999999999\"><c><v>2</v></c></row>";
        QTest::newRow("a number too large for a number")
            << first + "<row r=\"1\"><c r=\"ZZZZZZZZ99999999999999999999\"><v>2</v></c></row>";
    }
    void whatIsFarOutIsCutAndToldOf()
    {
        QFETCH(QByteArray, rows);
        SheetCase given;
        given.sheets = {sheetData(rows, "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")};
        const test::ProcessorTime time;
        const auto document = readXlsx(xlsxFile(given));
        QVERIFY(time.milliseconds() < 2'000);
        QVERIFY(document);
        QVERIFY(!document->notices.isEmpty());
        QVERIFY(document->notices.first().in(Language::Chinese).contains(QStringLiteral("太大")));
    }

    void evilFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("error");
        SheetCase given;
        given.sheets = {sheetData({})};
        QTest::newRow("no zip") << QByteArray("not a zip") << ErrorCode::BrokenDocument;
        given.sheets = {sheetData("<row><c><v>1</v></c>")};
        QTest::newRow("XML that does not close") << xlsxFile(given) << ErrorCode::BrokenDocument;
        given.sheets = {QByteArray("<a>").repeated(200'000)};
        QTest::newRow("200,000 deep") << xlsxFile(given) << ErrorCode::TooDeep;
        const QByteArray relations = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" "
                                     "Target=\"xl/workbook.xml\"/></Relationships>";
        const auto book = [&](const ZipEntry &entry) {
            return zipBytes({{"_rels/.rels", relations}, entry});
        };
        QTest::newRow("an outer entity") << book({"xl/workbook.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>"})
                                         << ErrorCode::DeclaresEntities;
        QTest::newRow("a bomb") << book({"xl/workbook.xml", {}, false, compressedZeros(500'000'000)})
                                << ErrorCode::TooLarge;
        QTest::newRow("a bomb that lies of its size")
            << book({"xl/workbook.xml", {}, false, compressedZeros(500'000'000), 1'000})
            << ErrorCode::BrokenDocument;
        QTest::newRow("a document of Word")
            << book({"xl/workbook.xml", "<document/>"}) << ErrorCode::NotOfItsKind;
        QTest::newRow("no main part named")
            << zipBytes({{"_rels/.rels", "<Relationships/>"}}) << ErrorCode::NotOfItsKind;
    }
    void evilFilesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, error);
        const test::ProcessorTime time;
        const auto document = readXlsx(bytes);
        QVERIFY(time.milliseconds() < 2'000);
        QVERIFY(!document);
        if (document.error().code != ErrorCode::TooLarge
            || error != ErrorCode::BrokenDocument) // both count bytes
            QCOMPARE(document.error().code, error);
    }

    void manyOfAnythingEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        SheetCase given;
        given.sheets = {sheetData("<row>" + QByteArray("<c><v>1</v></c>").repeated(1'000'000) + "</row>")};
        QTest::newRow("a million cells in a row") << xlsxFile(given);
        given.sheets = {sheetData(QByteArray("<row><c><v>1</v></c></row>").repeated(1'000'000))};
        QTest::newRow("a million rows") << xlsxFile(given);
        given.sheets = {sheetData("<row><c r=\"A1\"><v>1</v></c></row>",
            "<mergeCells>" + QByteArray("<mergeCell ref=\"A1:XFD1048576\"/>").repeated(500'000)
                + "</mergeCells>")};
        QTest::newRow("half a million merges") << xlsxFile(given);
        given.sheets = {sheetData("<row><c r=\"A1\" t=\"s\"><v>1999999</v></c></row>")};
        given.shared = QByteArray("<si><t>a</t></si>").repeated(2'000'000);
        QTest::newRow("two million shared texts") << xlsxFile(given);
        given.shared = "<si><t>" + QByteArray("x").repeated(32'000) + "</t></si>";
        given.sheets
            = {sheetData(QByteArray("<row>" + QByteArray("<c t=\"s\"><v>0</v></c>").repeated(150) + "</row>")
                             .repeated(1'000))};
        QTest::newRow("one long text a hundred thousand times") << xlsxFile(given);
    }
    void manyOfAnythingEnd()
    {
        QFETCH(QByteArray, bytes);
        const test::ProcessorTime time;
        const auto document = readXlsx(bytes);
#ifndef __SANITIZE_ADDRESS__
        QVERIFY2(time.milliseconds() < 4'000,
            qPrintable(QString::number(time.milliseconds()))); // not optimised
#endif
        QVERIFY(document);
        qsizetype characters = 0;
        for (const ForeignBlock &block : document->blocks) {
            if (const auto *grid = std::get_if<ForeignGrid>(&block)) {
                QVERIFY(grid->rows <= GridBuilder::kMostRows && grid->columns <= GridBuilder::kMostColumns);
                for (const ForeignCell &cell : grid->cells)
                    characters += cell.text.size();
            }
        }
        QVERIFY(characters <= 8'000'000);
    }
};

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsxreader.moc"
