// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"
#include "checks.h"
#include "papers.h"
#include "reportmanuscript.h"
#include "showntext.h"
#include "testreports.h"
#include "textwriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QString textOf(std::vector<Block> blocks)
{
    return plainText({{}, {{Manuscript::Part::Kind::Published, std::move(blocks)}}});
}

TableCell cell(
    TableCell::Kind kind, int row, int column, const QString &words, int rowSpan = 1, int columnSpan = 1)
{
    return {kind, row, column, rowSpan, columnSpan, false, words};
}

/// What a reader must find of the report, in this order.
QStringList shownIn(const Report &report)
{
    QStringList all = report.title().split(u'\n');
    all += shownText(report, report.fact(fact::kIntroduction)).text.split(u'\n');
    for (const SectionSpec &section : report.spec().sections) {
        all.append(section.heading());
        if (const TableSpec *table = report.spec().table(section.table)) {
            QList<GridCell> cells = table->grid;
            std::stable_sort(cells.begin(), cells.end(), [](const GridCell &a, const GridCell &b) {
                return std::pair(a.row, a.column) < std::pair(b.row, b.column);
            });
            for (const GridCell &grid : cells) {
                const auto value = report.value(grid.cell);
                all.append(grid.kind != GridCell::Kind::Figure ? grid.text
                        : value                                ? value->toString()
                                                               : QString());
                all.append(report.note(grid.cell));
            }
            all += report.fact(QLatin1String(fact::kTableNote) + table->id.toString()).split(u'\n');
            continue;
        }
        const QStringList headings = shownHeadings(report, section.id);
        for (int i = 0; i < headings.size(); ++i) {
            all.append(headings[i]);
            all += shownText(report, report.subSections(section.id)[i].text).text.split(u'\n');
        }
    }
    all.append(report.fact(fact::kSignature));
    if (const QDate day = dateFrom(report.fact(fact::kDate)); day.isValid())
        all.append(QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day()));
    all.removeAll(QString());
    return all;
}

/// The first of the words that does not follow the ones before it; empty: all are there.
QString missingIn(const QString &text, const QStringList &words)
{
    qsizetype at = 0;
    for (const QString &word : words) {
        const auto found = text.indexOf(word, at);
        if (found < 0)
            return word;
        at = found + word.size();
    }
    return {};
}

} // namespace

class TestTextWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachBlockHasItsLines_data()
    {
        using Kind = TableCell::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, Block block, const QString &expected) {
            QTest::newRow(name) << textOf({std::move(block)}) << expected;
        };
        row("title", TitleBlock{{QStringLiteral("张村镇"), QStringLiteral("年度报告")}},
            QStringLiteral("张村镇\n年度报告\n"));
        row("section", HeadingBlock{1, QStringLiteral("一、总体情况")}, QStringLiteral("\n一、总体情况\n"));
        row("sub-section", HeadingBlock{2, QStringLiteral("（一）概述")}, QStringLiteral("（一）概述\n"));
        row("paragraph", ParagraphBlock{QStringLiteral("全年平稳。")}, QStringLiteral("全年平稳。\n"));
        TableBlock table;
        table.widths = {1, 1, 1};
        table.rows = 3;
        TableCell noted = cell(Kind::Figure, 1, 2, QStringLiteral("5"));
        noted.note = QStringLiteral("含上年");
        table.cells = {cell(Kind::Banner, 0, 0, QStringLiteral("甲\n乙"), 1, 3),
            cell(Kind::RowHead, 1, 0, QStringLiteral("丙"), 2), cell(Kind::Figure, 1, 1, {}), noted,
            cell(Kind::Figure, 2, 1, QStringLiteral("0")), cell(Kind::Figure, 2, 2, {})};
        row("merged, blank and noted cells", table, QStringLiteral("甲 乙\t\t\n丙\t\t5（含上年）\n\t0\t\n"));
        table.cells = {cell(Kind::Words, 0, 0, QStringLiteral("一\t二"))};
        table.rows = 1;
        table.notes = QStringList{QStringLiteral("注一。"), QStringLiteral("注二。")};
        row("a tab in a cell, notes under the table", table, QStringLiteral("一 二\t\t\n注一。\n注二。\n"));
        row("a chart with its values",
            IllustrationBlock{QStringLiteral("图1 申请人"), QStringLiteral("自然人3件。")},
            QStringLiteral("图1 申请人\n自然人3件。\n"));
        row("a picture is not named twice",
            IllustrationBlock{QStringLiteral("图2 合影"), QStringLiteral("合影")},
            QStringLiteral("图2 合影\n"));
        row("a picture without a caption",
            IllustrationBlock{QStringLiteral("图2"), QStringLiteral("合影.png")},
            QStringLiteral("图2\n合影.png\n"));
        row("signature", Signature{QStringLiteral("张村镇人民政府"), QDate(2022, 1, 5)},
            QStringLiteral("\n张村镇人民政府\n2022年1月5日\n"));
        row("signature without a date", Signature{QStringLiteral("张村镇人民政府"), QDate()},
            QStringLiteral("\n张村镇人民政府\n"));
    }
    void eachBlockHasItsLines()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(text, expected);
    }

    /// The disputes of 2021, word for word, with a text before and behind.
    void aSmallReportIsWrittenWordForWord()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")},
                SetCell{CellId(QStringLiteral("disputes.direct.upheld")), Amount::fromInteger(3)},
                InsertSubSection{SectionId(QStringLiteral("problems")), 0,
                    {QStringLiteral("问题"), QStringLiteral("复议{{disputes.direct.upheld}}件。")}},
                SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")}},
            {}}));
        const QString text = plainText(manuscriptOf(report));
        QVERIFY(text.startsWith(
            QStringLiteral("张村镇人民政府2021年政府信息公开工作年度报告\n\n一、总体情况\n\n二、")));
        const QString end = QStringLiteral("\n\n五、存在的主要问题及改进情况\n（一）问题\n复议3件。\n"
                                           "\n六、其他需要报告的事项\n\n张村镇人民政府\n2022年1月5日\n");
        QVERIFY2(text.endsWith(end), qPrintable(text.right(200)));
        const auto from = text.indexOf(QStringLiteral("四、政府"));
        const QString expected = QStringLiteral(
            "四、政府信息公开行政复议、行政诉讼情况\n"
            "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
            "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
            "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t"
            "总计\n"
            "\t\t\t\t\t3\t\t\t\t3\t\t\t\t\t\n");
        QCOMPARE(text.mid(from, expected.size()), expected);
    }

    void nothingOfTheReportIsForgotten_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void nothingOfTheReportIsForgotten()
    {
        QFETCH(QString, name);
        const Report report = sampleReport(name);
        const QString text = plainText(manuscriptOf(report));
        const QStringList expected = shownIn(report);
        QVERIFY(expected.size() > 100);
        QCOMPARE(missingIn(text, expected), QString());
        QVERIFY(text.endsWith(u'\n') && !text.endsWith(QStringLiteral("\n\n")));
        for (const TableSpec &table : report.spec().tables) { // no row is lost and none is one too many
            const QString tabs(table.widths.size() - 1, u'\t');
            int rows = 0;
            for (const QString &line : text.split(u'\n'))
                rows += line.count(u'\t') == tabs.size() ? 1 : 0;
            QVERIFY(rows >= table.gridRows);
        }
    }

    void nothingOfAPaperIsForgotten_data() { nothingOfTheReportIsForgotten_data(); }
    void nothingOfAPaperIsForgotten()
    {
        QFETCH(QString, name);
        const Report report = sampleReport(name);
        const Findings findings = check(report, RuleSet());
        QStringList messages;
        for (const Finding &finding : findings)
            messages.append(finding.message.in(Language::Chinese).simplified());
        QStringList equations;
        for (const TableSpec &table : report.spec().tables) {
            for (const Balance &balance : balances(report, table.id))
                equations.append(balance.words.in(Language::Chinese));
        }
        const QString review = plainText(manuscriptOf(Paper::Review, report, findings));
        QCOMPARE(missingIn(review, shownIn(report) + QStringList{QStringLiteral("审阅附页")} + messages),
            QString());
        const QString checks = plainText(manuscriptOf(Paper::Checks, report, findings));
        QCOMPARE(missingIn(checks,
                     QStringList{QStringLiteral("核对单"), report.title(), report.spec().name} + messages
                         + equations + QStringList{QStringLiteral("核对人\t\t日期\t年 月 日\n")}),
            QString());
        const QString signOff = plainText(manuscriptOf(Paper::SignOff, report, findings));
        QCOMPARE(
            missingIn(signOff,
                {report.fact(fact::kName), QStringLiteral("环节\t姓名\t意见\t日期\n"),
                    QStringLiteral("拟稿\t") + report.fact(fact::kDrafted) + QStringLiteral("\t\t年 月 日\n"),
                    QStringLiteral("签发\t")
                        + (report.fact(fact::kSigned).isEmpty() ? QStringLiteral("分管副镇长")
                                                                : report.fact(fact::kSigned))
                        + QStringLiteral("\t\t年 月 日\n")}),
            QString());
    }

    void theFileIsTheTextInUtf8()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("报告.txt"));
        const Manuscript manuscript = manuscriptOf(sampleReport(QStringLiteral("zhangcun-2021")));
        QVERIFY(writeText(manuscript, path));
        QCOMPARE(readFile(path), plainText(manuscript).toUtf8());
        const auto refused
            = writeText(manuscript, folder.filePath(QStringLiteral("no such folder/报告.txt")));
        QVERIFY(!refused);
    }
};

QTEST_GUILESS_MAIN(TestTextWriter)
#include "tst_textwriter.moc"
