// SPDX-License-Identifier: MulanPSL-2.0
#include "drawntables.h"
#include "proposal.h"
#include "recognisetables.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <utility>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

/// Rows of cells, one square each.
ForeignGrid gridOf(const QList<QStringList> &rows)
{
    GridBuilder builder;
    for (const QStringList &row : rows) {
        builder.beginRow();
        for (const QString &text : row)
            builder.addCell({0, 0, 1, 1, text, false});
    }
    return builder.grid();
}

/// What was read of the cells, as "value state".
QString told(const RecognisedTables &tables, const char *cell)
{
    const ProposedCell read = tables.cells.value(CellId(s(cell)));
    return (read.value ? read.value->toString() + u' ' : QString()) + toString(read.state);
}

QString notesOf(const RecognisedTables &tables)
{
    QStringList notes;
    for (const Phrase &note : tables.notes)
        notes.append(note.in(Language::Chinese));
    return notes.join(u'\n');
}

ForeignDocument documentOf(const QList<ForeignBlock> &blocks)
{
    ForeignDocument document;
    document.blocks = blocks;
    return document;
}

/// A column in front of the others: its head over the first row, a number before each row of figures.
void numberRows(ForeignGrid &grid, const QString &head)
{
    QSet<int> rowsOfFigures;
    for (ForeignCell &cell : grid.cells) {
        ++cell.column;
        if (!cell.text.isEmpty() && cell.text.at(0).isDigit())
            rowsOfFigures.insert(cell.row);
    }
    ++grid.columns;
    int number = 0;
    bool isHeadThere = false;
    QList<ForeignCell> cells;
    for (int row = 0; row < grid.rows; ++row) {
        const bool isNumbered = rowsOfFigures.contains(row);
        const QString text = isNumbered ? QString::number(++number) : isHeadThere ? QString() : head;
        isHeadThere = true;
        cells.append({row, 0, 1, 1, text, false});
        for (const ForeignCell &cell : std::as_const(grid.cells)) {
            if (cell.row == row)
                cells.append(cell);
        }
    }
    grid.cells = cells;
}

ForeignParagraph paragraph(const QString &text) { return {text, {}, 0, false, false}; }

/// Cells one a line, with some labels over two lines.
ForeignDocument lineDocument(const ReportSpec &form, const Figures &figures)
{
    ForeignDocument document;
    for (const TableSpec &table : form.tables) {
        document.blocks.append(paragraph(form.sectionOfTable(table.id)->heading()));
        for (const ForeignBlock &line : asLines(statutoryGrid(table, figures))) {
            const QString text = std::get<ForeignParagraph>(line).text;
            const bool isBroken = text == s("商业企业") || text == s("（三）不予公开");
            const int at = text.startsWith(u'（') ? 3 : 2;
            if (isBroken)
                document.blocks.append(paragraph(text.left(at)));
            document.blocks.append(paragraph(isBroken ? text.mid(at) : text));
        }
    }
    document.blocks.append(paragraph(s("五、存在的主要问题及改进情况")));
    document.blocks.append(paragraph(s("一是公开的内容还不够细。")));
    return document;
}

} // namespace

class TableVariationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesOfCells_data()
    {
        QTest::addColumn<QString>("form");
        for (const SpecPointer &form : shippedForms())
            QTest::newRow(qPrintable(form->id)) << form->id;
    }
    void linesOfCells()
    {
        QFETCH(QString, form);
        QRandomGenerator random(3);
        for (int round = 0; round < 5; ++round) {
            const SpecPointer spec = findForm(form);
            const Figures figures = drawnFigures(*spec, random);
            const ForeignDocument document = lineDocument(*spec, figures);
            const RecognisedTables tables = recogniseTables(document);
            QVERIFY(tables.form);
            QCOMPARE(tables.form->id, form);
            for (auto cell = figures.begin(); cell != figures.end(); ++cell)
                QCOMPARE(told(tables, qPrintable(cell.key().toString())), QString(cell.value() + s(" sure")));
            const int last = int(document.blocks.size()) - 1;
            QVERIFY(!tables.usedBlocks.contains(last) && !tables.usedBlocks.contains(last - 1));
            QVERIFY(tables.usedBlocks.contains(last - 2) && !tables.usedBlocks.contains(0));
        }
    }

    /// A line more or less: what is wrong is never sure.
    void aLineIsLostOrAdded()
    {
        QRandomGenerator random(11);
        int documents = 0;
        for (const SpecPointer &form : shippedForms()) {
            for (int round = 0; round < 40; ++round) {
                const Figures figures = drawnFigures(*form, random);
                ForeignDocument document = lineDocument(*form, figures);
                const int at = random.bounded(1, int(document.blocks.size()) - 3);
                if (round % 2 == 0)
                    document.blocks.removeAt(at);
                else
                    document.blocks.insert(at, paragraph(s("7")));
                const RecognisedTables tables = recogniseTables(document);
                for (auto cell = figures.begin(); cell != figures.end(); ++cell) {
                    const ProposedCell read = tables.cells.value(cell.key());
                    const bool isRight = read.value && read.value->toString() == cell.value();
                    QVERIFY2(isRight || read.state != Recognition::Sure,
                        qPrintable(form->id + u' ' + cell.key().toString() + u' ' + read.text + u'/'
                            + cell.value() + u' ' + std::get<ForeignParagraph>(document.blocks[at]).text));
                }
                ++documents;
            }
        }
        QCOMPARE(documents, 120);
    }

    void tableTwoAsItIsPublished()
    {
        const ForeignGrid grid = gridOf({{s("第二十条  第(一)项")},
            {s("信息内容"), s("本年制发件数"), s("本年废止件数"), s("现行有效件数")},
            {s("规章"), s("/"), s("/"), s("/")}, {s("规范性文件"), s("3"), s("0"), s("101")},
            {s("其他主动公开文件"), s("55"), s("0"), s("60")}, {s("第二十条第(五)项")},
            {s("信息内容"), s("本年处理决定数量"), QString(), QString()},
            {s("行政许可（填报本年作出的行政许可，与行政处罚、行政强制分开）"), s("12件"), QString(),
                QString()},
            {s("第二十条第(六)项")}, {s("信息内容"), s("本年处理决定数量"), QString(), QString()},
            {s("行政处罚"), s("1,024"), QString(), QString()},
            {s("行政强制"), s("约3"), QString(), QString()}, {s("第二十条第(八)项")},
            {s("信息内容"), s("本年收费金额(元)"), QString(), QString()},
            {s("行政事业型收费"), s("12345"), QString(), QString()}});
        const RecognisedTables tables
            = recogniseTables(documentOf({paragraph(s("该部分以表格形式报告。表格如下：")), grid}));
        QCOMPARE(tables.form->id, s("2021"));
        QCOMPARE(told(tables, "disclosure.regulations.issued"), s("blank"));
        QCOMPARE(told(tables, "disclosure.normative.issued"), s("3 sure"));
        QCOMPARE(told(tables, "disclosure.normative.in_force"), s("101 sure"));
        QCOMPARE(told(tables, "disclosure.licences.decisions"), s("12 sure"));
        QCOMPARE(told(tables, "disclosure.penalties.decisions"), s("1024 sure"));
        QCOMPARE(told(tables, "disclosure.coercion.decisions"), s("unreadable"));
        QCOMPARE(told(tables, "disclosure.fees.amount"), s("1.2345 guessed"));
        QCOMPARE(tables.cells.value(CellId(s("disclosure.fees.amount"))).note, s("12345元"));
        QCOMPARE(told(tables, "requests.received.total"), s("absent"));
        QVERIFY2(notesOf(tables).contains(s("其他主动公开文件")), qPrintable(notesOf(tables)));
        QVERIFY(notesOf(tables).contains(s("有 3 格写的是“/”")));
        QCOMPARE(tables.usedBlocks, (QSet<int>{0, 1}));
    }

    void tableTwoOf2019WithUnevenColumns()
    {
        GridBuilder builder;
        const auto row = [&](const QList<QPair<const char *, int>> &cells) {
            builder.beginRow();
            for (const auto &[text, span] : cells)
                builder.addCell({0, 0, 1, span, s(text), false});
        };
        row({{"第二十条第（一）项", 5}});
        row({{"信息内容", 1}, {"本年新", 1}, {"本年新", 2}, {"对外公开总数量", 1}});
        row({{"规章", 1}, {"1", 1}, {"2", 2}, {"3", 1}});
        row({{"第二十条第（五）项", 5}});
        row({{"信息内容", 1}, {"上一年项目数量", 1}, {"本年增/减", 2}, {"处理决定数量", 1}});
        row({{"行政许可", 1}, {"20", 2}, {"+19", 1}, {"5", 1}});
        row({{"其他对外管理服务事项", 1}, {"7", 2}, {"-8", 1}, {"4", 1}});
        row({{"第二十条第（九）项", 5}});
        row({{"信息内容", 1}, {"采购项目数量", 2}, {"采购总金额", 2}});
        row({{"政府集中采购", 1}, {"6", 2}, {"251000元", 2}});
        const RecognisedTables tables = recogniseTables(documentOf({builder.grid()}));
        QCOMPARE(tables.form->id, s("2019"));
        QCOMPARE(told(tables, "disclosure.regulations.made"), s("1 guessed"));
        QCOMPARE(told(tables, "disclosure.regulations.newly_disclosed"), s("2 guessed"));
        QCOMPARE(told(tables, "disclosure.regulations.total_disclosed"), s("3 sure"));
        QCOMPARE(told(tables, "disclosure.licences.prior_items"), s("20 sure"));
        QCOMPARE(told(tables, "disclosure.licences.change"), s("19 sure"));
        QCOMPARE(told(tables, "disclosure.other_services.change"), s("-8 sure"));
        QCOMPARE(told(tables, "disclosure.procurement.amount"), s("25.1 sure"));
        QCOMPARE(tables.cells.value(CellId(s("disclosure.procurement.amount"))).note, s("251000元"));
    }

    /// Tables of the form before, without a figure, in a report of a later year.
    void tablesOfTheFormBefore_data()
    {
        QTest::addColumn<bool>("isBlank");
        QTest::newRow("all blank") << true;
        QTest::newRow("with figures, and a blank within a head") << false;
    }
    void tablesOfTheFormBefore()
    {
        QFETCH(bool, isBlank);
        QRandomGenerator random(12);
        const SpecPointer form = findForm(s("2019"));
        const Figures figures = isBlank ? Figures() : drawnFigures(*form, random);
        ForeignDocument document = statutoryDocument(*form, figures, true);
        for (ForeignBlock &block : document.blocks) {
            if (auto *grid = std::get_if<ForeignGrid>(&block)) {
                for (ForeignCell &cell : grid->cells)
                    cell.text.replace(s("本年新"), s("本年新 "));
            }
        }
        document.blocks.prepend(paragraph(s("清河县柳林镇人民政府2022年政府信息公开工作年度报告")));
        const Proposal proposal = recognise(document);
        QCOMPARE(proposal.form->id, s("2019"));
        QCOMPARE(proposal.year, std::optional<int>(2022));
        for (auto cell = proposal.cells.cbegin(); cell != proposal.cells.cend(); ++cell) {
            QCOMPARE(int(cell->state), int(isBlank ? Recognition::Blank : Recognition::Sure));
            QCOMPARE(cell->value ? cell->value->toString() : QString(), figures.value(cell.key()));
        }
        QStringList notes;
        for (const Phrase &note : proposal.notes.mid(0, proposal.notesOfWeight))
            notes.append(note.in(Language::Chinese));
        QVERIFY2(notes.join(u'\n').contains(s("不是2022年应当用的表样")), qPrintable(notes.join(u'\n')));
    }

    /// Tables between layout: hundreds of empty cells, and a picture's frame.
    void layoutIsLeftAside()
    {
        QRandomGenerator random(13);
        const SpecPointer form = findForm(s("2021"));
        const Figures figures = drawnFigures(*form, random);
        ForeignDocument document;
        const ForeignGrid layout = gridOf(QList<QStringList>(30, QStringList(10, s(" "))));
        for (const ForeignBlock &block : statutoryDocument(*form, figures).blocks) {
            document.blocks.append(layout);
            document.blocks.append(block);
        }
        const RecognisedTables tables = recogniseTables(document);
        for (auto cell = figures.begin(); cell != figures.end(); ++cell)
            QCOMPARE(told(tables, qPrintable(cell.key().toString())), QString(cell.value() + s(" sure")));
        QCOMPARE(notesOf(tables), QString());
    }

    /// An old Word file saved as text: each cell a line behind tabs, 信息内容 twice.
    void linesBehindTabs()
    {
        QRandomGenerator random(14);
        const SpecPointer form = findForm(s("2021"));
        const Figures figures = drawnFigures(*form, random);
        ForeignDocument document = lineDocument(*form, figures);
        for (qsizetype i = 0; i < document.blocks.size(); ++i) {
            QString &text = std::get<ForeignParagraph>(document.blocks[i]).text;
            text.prepend(s("\t\t"));
            if (text.endsWith(s("信息内容")) && i % 2 == 0)
                document.blocks.insert(++i, paragraph(s("\t\t信息内容")));
        }
        const RecognisedTables tables = recogniseTables(document);
        for (auto cell = figures.begin(); cell != figures.end(); ++cell)
            QCOMPARE(told(tables, qPrintable(cell.key().toString())), QString(cell.value() + s(" sure")));
    }

    /// 总计 one row of the head too low, and wrong as it was declared.
    void tableThreeWithAWrongTotal()
    {
        QRandomGenerator random(5);
        const SpecPointer form = findForm(s("2021"));
        Figures figures = drawnFigures(*form, random);
        const CellId total(s("requests.received.total"));
        const QString wrong = figures[total] + u'1';
        figures[total] = wrong;
        const TableSpec *table = form->table(TableId(s("requests")));
        ForeignGrid grid = flattened(statutoryGrid(*table, figures));
        for (ForeignCell &cell : grid.cells) {
            if (cell.column == 9 && cell.row == 1)
                cell.text.clear();
            if (cell.column == 9 && cell.row == 2)
                cell.text = s("总计");
        }
        const RecognisedTables tables = recogniseTables(documentOf({grid}));
        QCOMPARE(told(tables, "requests.received.total"), wrong + s(" guessed"));
        QCOMPARE(told(tables, "requests.granted.total"),
            figures[CellId(s("requests.granted.total"))] + s(" sure"));
    }

    /// Programs that know no merged cells write the text into each square.
    void mergedCellsAreFilledIn()
    {
        QRandomGenerator random(12);
        const SpecPointer form = findForm(s("2021"));
        const Figures figures = drawnFigures(*form, random);
        const TableSpec *table = form->table(TableId(s("requests")));
        ForeignGrid grid = statutoryGrid(*table, figures);
        const QList<ForeignCell> merged = std::exchange(grid.cells, {});
        for (const ForeignCell &cell : merged) {
            for (int row = 0; row < cell.rowSpan; ++row) {
                for (int column = 0; column < cell.columnSpan; ++column)
                    grid.cells.append({cell.row + row, cell.column + column, 1, 1, cell.text, cell.isHead});
            }
        }
        const RecognisedTables tables = recogniseTables(documentOf({grid}));
        for (const CellId &cell : table->cells)
            QCOMPARE(told(tables, qPrintable(cell.toString())).section(u' ', 0, 0), figures[cell]);
    }

    /// 序号 in front of the rows: numbers that are no figures.
    void aColumnOfRunningNumbers_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("head");
        QTest::addColumn<bool>("isFlat");
        for (const SpecPointer &form : shippedForms()) {
            for (const char *const head : {"序号", "行次", "编号"}) {
                for (const bool isFlat : {false, true})
                    QTest::addRow("%s %s%s", qPrintable(form->id), head, isFlat ? ", no merged cells" : "")
                        << form->id << s(head) << isFlat;
            }
        }
    }
    void aColumnOfRunningNumbers()
    {
        QFETCH(QString, form);
        QFETCH(QString, head);
        QFETCH(bool, isFlat);
        QRandomGenerator random(15);
        const SpecPointer spec = findForm(form);
        const Figures figures = drawnFigures(*spec, random);
        ForeignDocument document = statutoryDocument(*spec, figures, isFlat);
        for (ForeignBlock &block : document.blocks) {
            if (auto *grid = std::get_if<ForeignGrid>(&block))
                numberRows(*grid, head);
        }
        const RecognisedTables tables = recogniseTables(document);
        for (auto cell = figures.begin(); cell != figures.end(); ++cell)
            QCOMPARE(told(tables, qPrintable(cell.key().toString())), QString(cell.value() + s(" sure")));
        QCOMPARE(notesOf(tables), QString());
    }

    /// Figures under a head of numbers are none of these.
    void figuresAreNoRunningNumbers()
    {
        const ForeignGrid grid = gridOf({{s("第二十条第（五）项"), {}},
            {s("信息内容"), s("本年处理决定数量")}, {s("行政许可"), s("1")}, {s("第二十条第（六）项"), {}},
            {s("信息内容"), s("本年处理决定数量")}, {s("行政处罚"), s("2")}, {s("行政强制"), s("3")}});
        const RecognisedTables tables = recogniseTables(documentOf({grid}));
        QCOMPARE(told(tables, "disclosure.licences.decisions"), s("1 sure"));
        QCOMPARE(told(tables, "disclosure.penalties.decisions"), s("2 sure"));
        QCOMPARE(told(tables, "disclosure.coercion.decisions"), s("3 sure"));
    }

    /// Figures of table two have no totals: one that slipped down leaves a blank above.
    void aColumnThatSlippedIsAGuess()
    {
        const auto read = [](const QStringList &rules, const QStringList &normative) {
            const ForeignGrid grid = gridOf({{s("第二十条第（一）项"), {}, {}, {}},
                {s("信息内容"), s("本年制发件数"), s("本年废止件数"), s("现行有效件数")},
                QStringList{s("规章")} + rules, QStringList{s("行政规范性文件")} + normative});
            const RecognisedTables tables = recogniseTables(documentOf({grid}));
            return QStringList{told(tables, "disclosure.normative.issued"),
                told(tables, "disclosure.normative.repealed"), told(tables, "disclosure.normative.in_force")};
        };
        QCOMPARE(read({s("1"), {}, s("4")}, {s("5"), s("2"), s("9")}),
            QStringList({s("5 sure"), s("2 guessed"), s("9 sure")}));
        QCOMPARE(read({{}, {}, {}}, {s("5"), s("2"), s("9")}), // a row that has nothing
            QStringList({s("5 sure"), s("2 sure"), s("9 sure")}));
        QCOMPARE(read({s("/"), s("/"), s("4")}, {s("5"), s("2"), s("9")}), // said to be nothing
            QStringList({s("5 sure"), s("2 sure"), s("9 sure")}));
    }

    /// As texts call the row, which is not the form's label.
    void usualWordsOfARowAreAGuess()
    {
        QRandomGenerator random(13);
        const SpecPointer form = findForm(s("2021"));
        const Figures figures = drawnFigures(*form, random);
        ForeignGrid grid = statutoryGrid(*form->table(TableId(s("requests"))), figures);
        int renamed = 0;
        for (ForeignCell &cell : grid.cells) {
            if (cell.text.contains(s("属于国家秘密"))) {
                cell.text = s("1.涉及国家秘密");
                ++renamed;
            }
        }
        QCOMPARE(renamed, 1);
        const RecognisedTables tables = recogniseTables(documentOf({grid}));
        const CellId cell(s("requests.refused_state_secret.business"));
        QVERIFY(figures.contains(cell));
        QCOMPARE(told(tables, qPrintable(cell.toString())), figures[cell] + s(" guessed"));
    }

    /// A page's end within a row: its label is on both pages.
    void aRowIsCutByAPage()
    {
        QRandomGenerator random(6);
        const SpecPointer form = findForm(s("2021"));
        const Figures figures = drawnFigures(*form, random);
        const ForeignGrid whole = flattened(statutoryGrid(*form->table(TableId(s("requests"))), figures));
        ForeignGrid above, below;
        above.columns = below.columns = whole.columns;
        constexpr int kCut = 17; // 3.补正后申请内容仍不明确
        for (ForeignCell cell : whole.cells) {
            if (cell.row < kCut)
                above.cells.append(cell);
            if (cell.row == kCut) {
                ForeignCell half = cell;
                const bool isLabel = cell.column == 2;
                half.text = isLabel ? cell.text.left(6) : QString();
                above.cells.append(half);
                cell.text = isLabel ? cell.text.mid(6) : cell.text;
            }
            if (cell.row >= kCut) {
                cell.row -= kCut;
                below.cells.append(cell);
            }
        }
        above.rows = kCut + 1;
        below.rows = whole.rows - kCut;
        for (const bool isTold : {true, false}) {
            below.continuesLast = isTold;
            const RecognisedTables tables
                = recogniseTables(documentOf({above, paragraph(s("— 5 —")), below}));
            QCOMPARE(told(tables, "requests.unavailable_unclear.business"),
                figures[CellId(s("requests.unavailable_unclear.business"))] + s(" guessed"));
            QCOMPARE(told(tables, "requests.other_misc.research"),
                figures[CellId(s("requests.other_misc.research"))] + s(" sure"));
            QCOMPARE(notesOf(tables), QString());
        }
    }

    void allTablesInOneGrid()
    {
        QRandomGenerator random(8);
        const SpecPointer form = findForm(s("2021-single-other"));
        const Figures figures = drawnFigures(*form, random);
        ForeignGrid all;
        all.columns = 15;
        for (const TableSpec &table : form->tables) {
            all.cells.append({all.rows++, 0, 1, 15, form->sectionOfTable(table.id)->heading(), false});
            for (ForeignCell cell : statutoryGrid(table, figures).cells) {
                cell.row += all.rows;
                all.cells.append(cell);
            }
            all.rows += table.gridRows;
        }
        const RecognisedTables tables = recogniseTables(documentOf({all}));
        QCOMPARE(tables.form->id, form->id);
        for (auto cell = figures.begin(); cell != figures.end(); ++cell)
            QCOMPARE(told(tables, qPrintable(cell.key().toString())), QString(cell.value() + s(" sure")));
    }

    void idsAreTakenAsTheyStand()
    {
        const ForeignGrid grid = gridOf({{s("cell"), s("label"), s("value"), s("note")},
            {s("disclosure.regulations.issued"), s("规章"), s("3"), QString()},
            {s("disclosure.normative.issued"), s("行政规范性文件"), QString(), QString()},
            {s("requests.received.individual"), s("本年新收"), s("5"), s("'=其中2件为补正")}});
        const RecognisedTables tables = recogniseTables(documentOf({grid}));
        QCOMPARE(told(tables, "disclosure.regulations.issued"), s("3 sure"));
        QCOMPARE(told(tables, "disclosure.normative.issued"), s("blank"));
        QCOMPARE(told(tables, "requests.received.individual"), s("5 sure"));
        QCOMPARE(tables.cells.value(CellId(s("requests.received.individual"))).note, s("=其中2件为补正"));
    }

    void runningTextIsNoTable()
    {
        const RecognisedTables tables
            = recogniseTables(documentOf({paragraph(s("四、政府信息公开行政复议、行政诉讼情况")),
                paragraph(s("行政复议")), paragraph(s("2022年未发生行政复议和行政诉讼案件。")),
                paragraph(s("其他")), gridOf({{s("姓名"), s("电话")}, {s("张三"), s("12345")}})}));
        QVERIFY(!tables.any && tables.usedBlocks.isEmpty() && tables.cells.isEmpty());
    }

    /// A list of channels names what are rows elsewhere; it follows the tables and is none.
    void aListOfCategoriesIsNoTable()
    {
        QRandomGenerator random(9);
        const SpecPointer form = findForm(s("2021"));
        const Figures figures = drawnFigures(*form, random);
        ForeignDocument document = statutoryDocument(*form, figures);
        document.blocks.append(
            gridOf({{s("渠道"), s("条数")}, {s("机关简介"), s("5")}, {s("规范性文件"), s("7")},
                {s("通知公告"), s("3")}, {s("行政许可"), s("9")}, {s("财政预决算"), s("2")}}));
        const RecognisedTables tables = recogniseTables(document);
        QCOMPARE(told(tables, "disclosure.licences.decisions"),
            figures[CellId(s("disclosure.licences.decisions"))] + s(" sure"));
        QCOMPARE(notesOf(tables), QString());
        QCOMPARE(tables.usedBlocks, (QSet<int>{1, 3, 5}));
    }

    /// In proportion to its cells, whatever they hold.
    void longGridsAreReadInTime()
    {
        QList<QStringList> rows{{s("信息内容"), s("本年制发件数"), s("本年废止件数"), s("现行有效件数")}};
        for (int i = 0; i < GridBuilder::kMostRows - 1; ++i)
            rows.append({s("某一事项的名称第%1号").arg(i), QString::number(i), s("0"), s("甲"), s("乙"),
                s("丙%1").arg(i), s("丁"), s("戊"), s("7"), s("8")});
        const ForeignGrid grid = gridOf(rows);
        QElapsedTimer timer;
        timer.start();
        const RecognisedTables tables = recogniseTables(documentOf({grid}));
        const qint64 taken = timer.elapsed();
        qInfo("%lld ms for %d rows", taken, grid.rows);
        QVERIFY(tables.notes.size() <= 32);
        QVERIFY2(taken < 3'000, qPrintable(QString::number(taken))); // 500 with optimisation
    }
};

QTEST_GUILESS_MAIN(TableVariationsTest)
#include "tst_tablevariations.moc"
