// SPDX-License-Identifier: MulanPSL-2.0
#include "csvwriter.h"
#include "reportmanuscript.h"
#include "testreports.h"
#include "textreader.h"
#include "textwriter.h"

#include <QStringEncoder>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// A document as one reads it: a line a block.
QString drawn(const Result<ForeignDocument> &document)
{
    if (!document)
        return QStringLiteral("error %1").arg(int(document.error().code));
    QStringList lines;
    for (const ForeignBlock &block : document->blocks) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block)) {
            lines.append((paragraph->isTabbed ? QStringLiteral(">") : QString()) + paragraph->text);
            continue;
        }
        const auto &grid = std::get<ForeignGrid>(block);
        QString line
            = grid.origin == ForeignGrid::Origin::Guessed ? QStringLiteral("{") : QStringLiteral("[");
        line += QStringLiteral("%1x%2").arg(grid.rows).arg(grid.columns);
        for (const ForeignCell &cell : grid.cells) {
            line += QStringLiteral("|%1.%2").arg(cell.row).arg(cell.column);
            if (cell.rowSpan > 1 || cell.columnSpan > 1)
                line += QStringLiteral("+%1x%2").arg(cell.rowSpan).arg(cell.columnSpan);
            line += u' ' + QString(cell.text).replace(u'\n', u'/');
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

class TestTextReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesBecomeBlocks_data();
    void linesBecomeBlocks();
    void ourOwnTextIsReadBack_data();
    void ourOwnTextIsReadBack();
    void separatedValuesBecomeTables_data();
    void separatedValuesBecomeTables();
    void cellsForMachinesAreReadBack();
    void whatIsTooMuchIsRefused();
};

void TestTextReader::linesBecomeBlocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const QString &text, const QString &blocks) {
        QTest::newRow(name) << text << blocks;
    };
    row("a paragraph a line, blanks off", QStringLiteral("　　甲\r\n\r\n乙 \r丙\v丁"),
        QStringLiteral("甲\n乙\n丙\n丁"));
    row("rows with as many tabs as each other", QStringLiteral("甲\t\t\n乙\t1\t\n\t\t\n丙\n"),
        QStringLiteral("[3x3|0.0 甲|0.1 |0.2 |1.0 乙|1.1 1|1.2 |2.0 |2.1 |2.2 \n丙"));
    row("two columns, merged over rows", QStringLiteral("甲\t1\n\t2\n"),
        QStringLiteral("[2x2|0.0 甲|0.1 1|1.0 |1.1 2"));
    row("one line with a tab is text", QStringLiteral("附件：\t目录\n甲"),
        QStringLiteral("附件：\t目录\n甲"));
    row("a text with a tab before its table", QStringLiteral("附件：\t\t表\n甲\t1\n乙\t2"),
        QStringLiteral("附件：\t\t表\n[2x2|0.0 甲|0.1 1|1.0 乙|1.1 2"));
    row("lines that are indented by tabs", QStringLiteral("\t\t甲\n\t\t乙"), QStringLiteral(">甲\n>乙"));
    row("lone cells that became lines", QStringLiteral("\t甲\n乙"), QStringLiteral(">甲\n乙"));
    row("cells that became lines, rows parted by empty ones",
        QStringLiteral("\t信息内容\n\t制发\n\t废止\n\n\t行政许可\n\t0\n\n\t规章\n\t 1\n\t \n"),
        QStringLiteral("{3x3|0.0 信息内容|0.1 制发|0.2 废止|1.0+1x2 行政许可|1.2 0|2.0 规章|2.1 1|2.2 "));
    row("a cell that has two lines", QStringLiteral("\t三、\n\t（三）不予\n\n公开\n\t0\n\n\t甲\n\t乙\n\t1\n"),
        QStringLiteral("{2x3|0.0 三、|0.1 （三）不予/公开|0.2 0|1.0 甲|1.1 乙|1.2 1"));
    row("heads are widened to what is below",
        QStringLiteral(
            "\t复议\n\t诉讼\n\n\t维持\n\t总计\n\t直接\n\t复议后\n\n\t\n\t\n\t维持\n\t总计\n\t维持\n\t总计\n\n"
            "\t0\n\t1\n\t2\n\t3\n\t4\n\t5\n"),
        QStringLiteral(
            "{4x6|0.0+1x2 复议|0.2+1x4 诉讼|1.0 维持|1.1 总计|1.2+1x2 直接|1.4+1x2 复议后|2.0 |2.1 "
            "|2.2 维持|2.3 总计|2.4 维持|2.5 总计|3.0 0|3.1 1|3.2 2|3.3 3|3.4 4|3.5 5"));
    row("merged cells that are gone, heads of which cannot be told",
        QStringLiteral(
            "（说明）\t申请人\n甲\t乙\t丙\n一、\t1\t2\t3\n三、\t（一）\t4\t5\t6\n（二）\t7\t8\t9\n"),
        QStringLiteral(
            ">（说明）\n>申请人\n>甲\n>乙\n>丙\n{3x5|0.0+1x2 一、|0.2 1|0.3 2|0.4 3|1.0 三、|1.1 （一）|1.2 4"
            "|1.3 5|1.4 6|2.0+1x2 （二）|2.2 7|2.3 8|2.4 9"));
    row("a table drawn with bars and rules",
        QStringLiteral(
            "┌──┬──┐\n│项目│件数│\n├──┼──┤\n│行政│ 3  │\n│许可│    │\n├──┼──┤\n│处罚│ 4  │\n└──┴──┘\n甲"),
        QStringLiteral("{3x2|0.0 项目|0.1 件数|1.0 行政/许可|1.1 3|2.0 处罚|2.1 4\n甲"));
    row("a table as marked-down texts have it",
        QStringLiteral("| 项目 | 件数 |\n|---|---:|\n| 许可 | 3 |\n| 处罚 | |\n"),
        QStringLiteral("{3x2|0.0 项目|0.1 件数|1.0 许可|1.1 3|2.0 处罚|2.1 "));
    row("a line with bars is text", QStringLiteral("首页 | 公开 | 年报\n甲"),
        QStringLiteral("首页 | 公开 | 年报\n甲"));
    row("columns set with blanks",
        QStringLiteral("项目    制发　　废止\n规章      0      1\n规范性文件  3　　4\n甲"),
        QStringLiteral(
            "{3x3|0.0 项目|0.1 制发|0.2 废止|1.0 规章|1.1 0|1.2 1|2.0 规范性文件|2.1 3|2.2 4\n甲"));
    row("words set with blanks are text", QStringLiteral("甲  乙\n丙  丁\n戊  己"),
        QStringLiteral("甲  乙\n丙  丁\n戊  己"));
    row("nothing", QStringLiteral(" \n\t\n\n"), QString());
}

void TestTextReader::linesBecomeBlocks()
{
    QFETCH(QString, text);
    QFETCH(QString, blocks);
    QCOMPARE(drawn(readPlainText(text.toUtf8())), blocks);
}

void TestTextReader::ourOwnTextIsReadBack_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : sampleNames())
        QTest::newRow(qPrintable(name)) << name;
    QTest::newRow("every part") << QString();
}

/// Paragraph by paragraph, square by square: what is merged has its words in the first one.
void TestTextReader::ourOwnTextIsReadBack()
{
    QFETCH(QString, name);
    const Manuscript manuscript = manuscriptOf(name.isEmpty() ? everyPartReport() : sampleReport(name));
    QStringList due, read;
    int tables = 0;
    for (const Block &block : manuscript.parts.front().blocks) {
        if (const auto *table = std::get_if<TableBlock>(&block)) {
            QStringList squares(table->rows * table->widths.size());
            for (const TableCell &cell : table->cells)
                squares[cell.row * table->widths.size() + cell.column] = cell.text().simplified();
            due += squares;
            due += table->notes;
            ++tables;
        } else {
            due += plainText({{}, {{Manuscript::Part::Kind::Published, {block}}}}).split(u'\n');
        }
    }
    const auto document = readPlainText(plainText(manuscript).toUtf8());
    QVERIFY(document.has_value());
    for (const ForeignBlock &block : document->blocks) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block)) {
            read.append(paragraph->text);
            continue;
        }
        const auto &grid = std::get<ForeignGrid>(block);
        QCOMPARE(grid.origin, ForeignGrid::Origin::Stated);
        for (const ForeignCell &cell : grid.cells)
            read.append(cell.text);
        --tables;
    }
    QCOMPARE(tables, 0);
    for (QStringList *lines : {&due, &read}) {
        for (QString &line : *lines)
            line = line.simplified();
    }
    QStringList dueWords = due, readWords = read; // blank squares are told by their grids
    dueWords.removeAll(QString());
    readWords.removeAll(QString());
    QCOMPARE(readWords, dueWords);
}

void TestTextReader::separatedValuesBecomeTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *name, const QString &text, const QString &blocks) {
        QTest::newRow(name) << text.toUtf8() << blocks;
    };
    row("commas, quotes and line ends in them", QStringLiteral("甲,\"乙,\"\"丙\"\"\r\n丁\",3\r\n1,,2\r\n"),
        QStringLiteral("[2x3|0.0 甲|0.1 乙,\"丙\"/丁|0.2 3|1.0 1|1.1 |1.2 2"));
    row("semicolons", QStringLiteral("甲;1,5\n乙;2,5\n"),
        QStringLiteral("[2x2|0.0 甲|0.1 1,5|1.0 乙|1.1 2,5"));
    row("tabs", QStringLiteral("甲\t1,000\n乙\t2\n"), QStringLiteral("[2x2|0.0 甲|0.1 1,000|1.0 乙|1.1 2"));
    row("a mark that a line names", QStringLiteral("sep=|\n甲|1\n"), QStringLiteral("[1x2|0.0 甲|0.1 1"));
    row("empty lines part tables, a lone line is text", QStringLiteral("表二,,\n\n甲,1,\n,,\n乙,2,3\n"),
        QStringLiteral("表二\n[1x2|0.0 甲|0.1 1\n[1x3|0.0 乙|0.1 2|0.2 3"));
    row("marks against formulas are off", QStringLiteral("甲,'=1+1,\"=\"\"012\"\"\"\n-8,'x,'-y"),
        QStringLiteral("[2x3|0.0 甲|0.1 =1+1|0.2 012|1.0 -8|1.1 'x|1.2 -y"));
    row("a quote that nothing closes", QStringLiteral("\"甲,1\n乙,2\n"),
        QStringLiteral("[2x2|0.0 \"甲|0.1 1|1.0 乙|1.1 2"));
    row("a short row stays short", QStringLiteral("甲,1,2\n乙,3\n"),
        QStringLiteral("[2x3|0.0 甲|0.1 1|0.2 2|1.0 乙|1.1 3"));
    QTest::newRow("GB18030") << QByteArray(QStringEncoder("GB18030").encode(QStringLiteral("规章,1\n信息,2")))
                             << QStringLiteral("[2x2|0.0 规章|0.1 1|1.0 信息|1.1 2");
    QTest::newRow("with its mark") << QByteArray("\xEF\xBB\xBF"
                                                 "a,1\r\n")
                                   << QStringLiteral("[1x2|0.0 a|0.1 1");
}

void TestTextReader::separatedValuesBecomeTables()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, blocks);
    QCOMPARE(drawn(readCsv(bytes)), blocks);
}

void TestTextReader::cellsForMachinesAreReadBack()
{
    Workbook workbook;
    workbook.data = {{QStringLiteral("requests.received.other"), QStringLiteral("一、本年新收，其他"),
                         QStringLiteral("-3"), QStringLiteral("=HYPERLINK(\"x\")")},
        {QStringLiteral("disclosure.fees.amount"), QStringLiteral("+收费"), {},
            QStringLiteral("一\n二, \"三\"")}};
    const QByteArray bytes = csvOf(workbook);
    QCOMPARE(bytes,
        QStringLiteral("\uFEFFcell,label,value,note\r\nrequests.received.other,一、本年新收，其他,-3,\"'="
                       "HYPERLINK(\"\"x\"\")\"\r\n"
                       "disclosure.fees.amount,'+收费,,\"一\n二, \"\"三\"\"\"\r\n")
            .toUtf8());
    QCOMPARE(drawn(readCsv(bytes)),
        QStringLiteral("[3x4|0.0 cell|0.1 label|0.2 value|0.3 note|1.0 requests.received.other|1.1 "
                       "一、本年新收，其他|1.2 -3"
                       "|1.3 =HYPERLINK(\"x\")|2.0 disclosure.fees.amount|2.1 +收费|2.2 |2.3 一/二, \"三\""));
}

void TestTextReader::whatIsTooMuchIsRefused()
{
    const auto refusal
        = [](const Result<ForeignDocument> &document) { return document ? -1 : int(document.error().code); };
    QCOMPARE(refusal(readPlainText(QByteArray("a\n").repeated(200'000))), int(ErrorCode::TooCostly));
    QCOMPARE(refusal(readPlainText(QByteArray("\n").repeated(2'000'000))), -1);
    QCOMPARE(refusal(readPlainText("a" + QByteArray(1'000'000, '\t'))), int(ErrorCode::TooCostly));
    QCOMPARE(refusal(readPlainText(QByteArray((16 << 20) + 1, ' '))), int(ErrorCode::TooLarge));
    QCOMPARE(refusal(readPlainText(QByteArray(60, char(0xFF)))), int(ErrorCode::UnknownEncoding));
    QCOMPARE(refusal(readCsv(QByteArray("a,b,c\n").repeated(200'000))), int(ErrorCode::TooCostly));
    QCOMPARE(refusal(readCsv(QByteArray(2'000'000, ','))), -1);
    QCOMPARE(refusal(readCsv("a,\"" + QByteArray("\"\"").repeated(500'000))), -1);
    QCOMPARE(refusal(readCsv(QByteArray((16 << 20) + 1, ' '))), int(ErrorCode::TooLarge));
}

QTEST_GUILESS_MAIN(TestTextReader)
#include "tst_textreader.moc"
