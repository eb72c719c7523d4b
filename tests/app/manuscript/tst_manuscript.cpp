// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "papers.h"
#include "reportmanuscript.h"
#include "showntext.h"
#include "testreports.h"

#include <QTest>

#include <algorithm>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const SectionId kOverview(QStringLiteral("overview"));

/// One line a block: its kind, its place, its words.
QString line(const TitleBlock &title) { return QStringLiteral("title ") + title.lines.join(u'|'); }
QString line(const HeadingBlock &heading)
{
    return QStringLiteral("heading%1 %2 %3").arg(heading.level).arg(heading.place.toString(), heading.text);
}
QString line(const ParagraphBlock &paragraph)
{
    return QStringLiteral("paragraph %1:%2 %3")
        .arg(paragraph.place.toString())
        .arg(paragraph.place.paragraph())
        .arg(paragraph.text);
}
QString line(const TableBlock &table)
{
    return QStringLiteral("table %1 %2").arg(table.place.toString(), table.name);
}
QString line(const IllustrationBlock &illustration)
{
    return QStringLiteral("illustration %1 at %2:%3 %4")
        .arg(illustration.place.toString(), illustration.text.toString())
        .arg(illustration.text.paragraph())
        .arg(illustration.caption);
}
QString line(const Signature &signature)
{
    return QStringLiteral("signature %1 %2 %3")
        .arg(signature.place.toString(), signature.name, signature.date.toString(Qt::ISODate));
}

QStringList lines(const Manuscript::Part &part)
{
    QStringList all;
    for (const Block &block : part.blocks)
        all.append(std::visit([](const auto &each) { return line(each); }, block));
    return all;
}

QStringList lines(const Report &report) { return lines(manuscriptOf(report).parts.front()); }

Report changed(Report report, const QList<Step> &steps)
{
    if (!report.apply({{}, steps, {}}))
        qFatal("the report cannot be made");
    return report;
}

const TableBlock *tableIn(const Manuscript &manuscript, const QString &section)
{
    for (const Block &block : manuscript.parts.front().blocks) {
        const auto *table = std::get_if<TableBlock>(&block);
        if (table && table->place.toString() == section)
            return table;
    }
    return nullptr;
}

const TableCell *cellIn(const TableBlock &table, const QString &cell)
{
    const auto found = std::find_if(table.cells.begin(), table.cells.end(),
        [&](const TableCell &each) { return each.place.toString() == cell; });
    return found == table.cells.end() ? nullptr : &*found;
}

QString words(const TableBlock &table, int row)
{
    QStringList cells;
    for (const TableCell &cell : table.cells) {
        if (cell.row == row)
            cells.append(cell.text());
    }
    return cells.join(u'|');
}

} // namespace

class TestManuscript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksStandInTheOrderOfTheForm()
    {
        const Report report = changed(filledReport(),
            {SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")},
                SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("引言。\n\n说明。")},
                SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")},
                RemoveSubSection{kOverview, 0},
                InsertSubSection{kOverview, 0, {{}, QStringLiteral("总的说。")}},
                InsertSubSection{kOverview, 1,
                    {QStringLiteral("主动公开"), QStringLiteral("　\n公开{{requests.received.total}}件。")}},
                InsertSubSection{kOverview, 2, {QStringLiteral("监督"), {}}},
                RemoveSubSection{SectionId(QStringLiteral("problems")), 0},
                RemoveSubSection{SectionId(QStringLiteral("other")), 0}});
        const QStringList expected{QStringLiteral("title 张村镇人民政府2021年政府信息公开工作年度报告"),
            QStringLiteral("paragraph introduction:0 引言。"),
            QStringLiteral("paragraph introduction:2 说明。"),
            QStringLiteral("heading1 overview 一、总体情况"),
            QStringLiteral("paragraph overview/1:0 总的说。"),
            QStringLiteral("heading2 overview/2/heading （一）主动公开"),
            QStringLiteral("paragraph overview/2:1 公开0件。"),
            QStringLiteral("heading2 overview/3/heading （二）监督"),
            QStringLiteral("heading1 disclosure 二、主动公开政府信息情况"),
            QStringLiteral("table disclosure 表二"),
            QStringLiteral("heading1 requests 三、收到和处理政府信息公开申请情况"),
            QStringLiteral("table requests 表三"),
            QStringLiteral("heading1 disputes 四、政府信息公开行政复议、行政诉讼情况"),
            QStringLiteral("table disputes 表四"),
            QStringLiteral("heading1 problems 五、存在的主要问题及改进情况"),
            QStringLiteral("heading1 other 六、其他需要报告的事项"),
            QStringLiteral("signature signature 张村镇人民政府 2022-01-05")};
        QCOMPARE(lines(report), expected);
    }

    void theCorrectionStandsAtTheEndOfSectionSix_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("printed");
        const auto printed = [](const char *words) {
            return QStringLiteral("paragraph report:-1 ") + QString::fromUtf8(words);
        };
        QTest::newRow("none") << QString() << QStringList();
        QTest::newRow("blanks are none") << QStringLiteral(" \n　") << QStringList();
        QTest::newRow("one paragraph")
            << QStringLiteral("表三更正了两格。") << QStringList{printed("更正说明：表三更正了两格。")};
        QTest::newRow("two paragraphs under one lead")
            << QStringLiteral("表三更正了两格。\n\n 正文随之更正。")
            << QStringList{printed("更正说明：表三更正了两格。"), printed("正文随之更正。")};
        QTest::newRow("braces in it are words") << QStringLiteral(
            "{{requests.received.total}}") << QStringList{printed("更正说明：{{requests.received.total}}")};
    }
    void theCorrectionStandsAtTheEndOfSectionSix()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, printed);
        Review review;
        review.revision = 2;
        review.correction = words;
        const QList<Step> steps{SetText{SectionId(QStringLiteral("other")), 0, QStringLiteral("没有。")},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")}};
        const QStringList before = lines(changed(filledReport(), steps));
        const QStringList after = lines(changed(filledReport(), QList<Step>{SetReview{review}} + steps));
        QVERIFY(before.last().startsWith(u"signature"));
        QCOMPARE(after, before.first(before.size() - 1) + printed + before.last(1));
    }

    void theTitleKnowsWhereTheNameEnds_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("before the year") << QStringLiteral("张村镇人民政府2021年政府信息公开工作年度报告")
                                         << QStringList{QStringLiteral("张村镇人民政府")};
        QTest::newRow("before the paper's words") << QStringLiteral("张村镇人民政府政府信息公开工作年度报告")
                                                  << QStringList{QStringLiteral("张村镇人民政府")};
        QTest::newRow("untold") << QStringLiteral("公开工作") << QStringList{QString()};
        QTest::newRow("broken by the office")
            << QStringLiteral("张村镇\n2021年报告") << QStringList{QString(), QStringLiteral("2021年报告")};
    }
    void theTitleKnowsWhereTheNameEnds()
    {
        QFETCH(QString, title);
        QFETCH(QStringList, parts);
        const Report report = changed(filledReport(), {SetFact{QLatin1String(fact::kTitle), title}});
        const Manuscript manuscript = manuscriptOf(report);
        const auto &block = std::get<TitleBlock>(manuscript.parts.front().blocks.front());
        QCOMPARE(block.lines.join(u'\n'), title);
        QCOMPARE(block.lines.first().left(block.nameEnd), parts.first());
        QCOMPARE(block.lines.mid(1), parts.mid(1));
        QCOMPARE(manuscript.title, title.simplified());
    }

    void theSignatureIsStatedOrTheBody_data()
    {
        QTest::addColumn<QString>("signature");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("expected");
        QTest::newRow("signature and date") << QStringLiteral("镇党政办") << QStringLiteral("2022-01-05")
                                            << QStringLiteral("signature signature 镇党政办 2022-01-05");
        QTest::newRow("a date alone") << QString() << QStringLiteral("2022-01-05")
                                      << QStringLiteral("signature signature 张村镇人民政府 2022-01-05");
        QTest::newRow("a signature alone")
            << QStringLiteral("镇党政办") << QString() << QStringLiteral("signature signature 镇党政办 ");
        QTest::newRow("neither") << QString() << QString() << QString();
    }
    void theSignatureIsStatedOrTheBody()
    {
        QFETCH(QString, signature);
        QFETCH(QString, date);
        QFETCH(QString, expected);
        const auto stated
            = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
        const QStringList all = lines(changed(filledReport(),
            {SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")},
                SetFact{QLatin1String(fact::kSignature), stated(signature)},
                SetFact{QLatin1String(fact::kDate), stated(date)}}));
        QCOMPARE(all.filter(QStringLiteral("signature")),
            expected.isEmpty() ? QStringList() : QStringList{expected});
    }

    void illustrationsAreNumberedWhereTheyStand()
    {
        const auto chart = [](int after, const QString &caption) {
            return Illustration{*Place::parse(QStringLiteral("overview/1")), after, QStringLiteral("chart"),
                caption, QStringLiteral("applicants"), {}, {}};
        };
        const Illustration picture{*Place::parse(QStringLiteral("other/1")), 1, QStringLiteral("picture"), {},
            {}, QStringLiteral("合影.png"), {}};
        const Report report = changed(filledReport(),
            {SetText{kOverview, 0, QStringLiteral("甲。\n乙。")},
                SetIllustrations{{picture, chart(9, {}), chart(1, QStringLiteral("来人")), chart(0, {})}}});
        const QStringList all = lines(report);
        const auto from = all.indexOf(QStringLiteral("paragraph overview/1:0 甲。")) - 1;
        const QStringList expected{
            QStringLiteral("illustration illustrations/4 at overview/1:0 图1 政府信息公开申请人类别"),
            QStringLiteral("paragraph overview/1:0 甲。"),
            QStringLiteral("illustration illustrations/3 at overview/1:0 图2 来人"),
            QStringLiteral("paragraph overview/1:1 乙。"),
            QStringLiteral("illustration illustrations/2 at overview/1:8 图3 政府信息公开申请人类别")};
        QCOMPARE(all.mid(from, expected.size()), expected);
        QCOMPARE(all.filter(QStringLiteral("illustration")).last(),
            QStringLiteral("illustration illustrations/1 at other/1:0 图4"));
        const Manuscript manuscript = manuscriptOf(report);
        for (const Block &block : manuscript.parts.front().blocks) {
            const auto *illustration = std::get_if<IllustrationBlock>(&block);
            if (!illustration)
                continue;
            const bool isPicture = illustration->place == Place::illustration(0);
            QCOMPARE(illustration->chart.has_value(), !isPicture);
            QCOMPARE(illustration->alternative,
                isPicture ? QStringLiteral("合影.png") : QStringLiteral("各项数据均为 0，不需要图表"));
            QCOMPARE(illustration->name, isPicture ? QStringLiteral("合影.png") : QString());
        }
    }

    void everySquareOfATableHasOneCell_data()
    {
        QTest::addColumn<QString>("form");
        for (const SpecPointer &form : shippedForms())
            QTest::newRow(qPrintable(form->id)) << form->id;
    }
    void everySquareOfATableHasOneCell()
    {
        QFETCH(QString, form);
        const Report report = filledReport(form, 2021);
        int figures = 0;
        const Manuscript manuscript = manuscriptOf(report);
        for (const Block &block : manuscript.parts.front().blocks) {
            const auto *table = std::get_if<TableBlock>(&block);
            if (!table)
                continue;
            QList<int> covered(table->rows * table->widths.size(), 0);
            for (const TableCell &cell : table->cells) {
                for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
                    for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
                        ++covered[row * table->widths.size() + column];
                }
                if (!cell.isFigure()) {
                    QCOMPARE(cell.place, table->place);
                    continue;
                }
                ++figures;
                QCOMPARE(cell.place.kind(), Place::Kind::Cell);
                QCOMPARE(cell.words, report.value(cell.place.cellId())->toString());
            }
            QCOMPARE(covered.count(1), covered.size());
            for (const TableRun &run : table->runs)
                QVERIFY(run.headRows > 0 && run.firstRow + run.rows <= table->rows);
        }
        QCOMPARE(figures, report.spec().cellSpecs.size());
    }

    void aComputedCellNamesItsSummands_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("summands");
        const QString total = QStringLiteral("requests.received.total");
        const QStringList people{QStringLiteral("requests.received.individual"),
            QStringLiteral("requests.received.business"), QStringLiteral("requests.received.research"),
            QStringLiteral("requests.received.welfare"), QStringLiteral("requests.received.legal_service"),
            QStringLiteral("requests.received.other")};
        const Step nine = SetCell{CellId(people.first()), Amount::fromInteger(9)};
        QTest::newRow("a total") << total << QList<Step>{nine} << QStringLiteral("9") << people;
        QTest::newRow("a typed cell")
            << people.first() << QList<Step>{nine} << QStringLiteral("9") << QStringList();
        QTest::newRow("a total that was declared otherwise")
            << total << QList<Step>{nine, SetDeclared{CellId(total), Declared{Amount::fromInteger(7), false}}}
            << QStringLiteral("7") << QStringList();
        QTest::newRow("with a note") << people.first()
                                     << QList<Step>{nine,
                                            SetNote{CellId(people.first()), QStringLiteral("含上年")}}
                                     << QStringLiteral("9（含上年）") << QStringList();
        QTest::newRow("blank") << people.first() << QList<Step>{SetCell{CellId(people.first()), std::nullopt}}
                               << QString() << QStringList();
    }
    void aComputedCellNamesItsSummands()
    {
        QFETCH(QString, cell);
        QFETCH(QList<Step>, steps);
        QFETCH(QString, text);
        QFETCH(QStringList, summands);
        const Report report = changed(filledReport(), steps);
        const Manuscript manuscript = manuscriptOf(report);
        const TableBlock *table = tableIn(manuscript, QStringLiteral("requests"));
        QVERIFY(table);
        const TableCell *found = cellIn(*table, cell);
        QVERIFY(found);
        QCOMPARE(found->text(), text);
        QStringList named;
        for (const Summand &summand : found->summands) {
            QCOMPARE(summand.sign, 1);
            named.append(summand.cell.toString());
        }
        QCOMPARE(named, summands);
    }

    void summandsAddUpToWhatIsShown()
    {
        for (const QString &name : sampleNames()) {
            const Report report = sampleReport(name);
            const Manuscript manuscript = manuscriptOf(report);
            for (const TableSpec &spec : report.spec().tables) {
                const auto *table = tableIn(manuscript, report.spec().sectionOfTable(spec.id)->id.toString());
                QVERIFY(table);
                for (const TableCell &cell : table->cells) {
                    if (cell.summands.isEmpty() || cell.words.isEmpty())
                        continue;
                    Amount sum;
                    for (const Summand &summand : cell.summands) {
                        const auto value = report.value(summand.cell.cellId());
                        if (value)
                            sum = summand.sign > 0 ? sum + *value : sum - *value;
                    }
                    QCOMPARE(sum.toString(), cell.words);
                }
            }
        }
    }

    void notesStandUnderTheirTable()
    {
        const Report report = changed(filledReport(),
            {SetFact{QStringLiteral("table_notes.requests"), QStringLiteral("注一。\n注二。")}});
        const Manuscript manuscript = manuscriptOf(report);
        const TableBlock *table = tableIn(manuscript, QStringLiteral("requests"));
        QVERIFY(table);
        QCOMPARE(table->notes, (QStringList{QStringLiteral("注一。"), QStringLiteral("注二。")}));
        QCOMPARE(table->notesPlace.toString(), QStringLiteral("table_notes/requests"));
        QVERIFY(tableIn(manuscript, QStringLiteral("disputes"))->notes.isEmpty());
    }

    void placesAreThoseOfTheReport()
    {
        for (const QString &name : sampleNames()) {
            const Report report = sampleReport(name);
            const Manuscript manuscript = manuscriptOf(report);
            for (const Block &block : manuscript.parts.front().blocks) {
                const auto *paragraph = std::get_if<ParagraphBlock>(&block);
                if (!paragraph)
                    continue;
                const QString text = shownTextOf(report, paragraph->place.whole()).text;
                QCOMPARE(text.split(u'\n').value(paragraph->place.paragraph()), paragraph->text);
            }
        }
    }

    void everyPaperHasItsParts_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("kinds"); // of the parts
        QTest::addColumn<QStringList>("last"); // blocks of the last part
        const QString title = QStringLiteral("张村镇人民政府2021年政府信息公开工作年度报告");
        const QString noPrior = QStringLiteral("paragraph :-1 报告文件里没有上一年的报告，无从比较。");
        const QString nothing = QStringLiteral("paragraph :-1 没有发现问题。");
        const QString table = QStringLiteral("table  ");
        QTest::newRow("review draft")
            << Paper::Review << title + QStringLiteral("（审阅稿）") << QStringLiteral("draft office")
            << QStringList{QStringLiteral("title 审阅附页"), QStringLiteral("heading1  未解决的问题"),
                   nothing, QStringLiteral("heading1  与上年比较"), noPrior};
        QTest::newRow("check sheet") << Paper::Checks << title + QStringLiteral("（核对单）")
                                     << QStringLiteral("office")
                                     << QStringList{QStringLiteral("title 政府信息公开工作年度报告核对单"),
                                            table, QStringLiteral("heading1  一、问题与说明"), nothing,
                                            QStringLiteral("heading1  二、勾稽关系"), table,
                                            QStringLiteral("heading1  三、与上年比较"), noPrior,
                                            QStringLiteral("heading1  四、核对"), table};
        QTest::newRow("sign-off sheet")
            << Paper::SignOff << title + QStringLiteral("（签批单）") << QStringLiteral("office")
            << QStringList{QStringLiteral("title 政府信息公开工作年度报告签批单"), table, table};
    }
    void everyPaperHasItsParts()
    {
        QFETCH(Paper, paper);
        QFETCH(QString, title);
        QFETCH(QString, kinds);
        QFETCH(QStringList, last);
        const Report report = changed(
            filledReport(), {SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")}});
        const Manuscript manuscript = manuscriptOf(paper, report, {});
        QCOMPARE(manuscript.title, title);
        QStringList found;
        for (const Manuscript::Part &part : manuscript.parts)
            found.append(part.kind == Manuscript::Part::Kind::Published ? QStringLiteral("published")
                    : part.kind == Manuscript::Part::Kind::Draft        ? QStringLiteral("draft")
                                                                        : QStringLiteral("office"));
        QCOMPARE(found.join(u' '), kinds);
        QCOMPARE(lines(manuscript.parts.back()), last);
        if (paper == Paper::Review)
            QCOMPARE(lines(manuscript.parts.front()), lines(report));
    }

    void theTablesOfPapersHaveHeadsRowsAndRoom()
    {
        const Report report = changed(filledReport(),
            {SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")},
                SetFact{QLatin1String(fact::kSigned), QStringLiteral("赵四")}});
        Finding finding;
        finding.rule = RuleId(QStringLiteral("REQ-SUM"));
        finding.message = QStringLiteral("不相等。");
        const Manuscript checks = manuscriptOf(Paper::Checks, report, {finding});
        const auto &found = std::get<TableBlock>(checks.parts.front().blocks[3]);
        QCOMPARE(found.kind, TableBlock::Kind::Plain);
        QCOMPARE(words(found, 0), QStringLiteral("序号|级别|位置|问题|说明"));
        QCOMPARE(words(found, 1), QStringLiteral("1|错误|全文|不相等。（REQ-SUM）|"));
        QCOMPARE(found.runs.first().headRows, 1);
        QVERIFY(found.cells[0].isHead());
        QCOMPARE(found.cells[5].kind, TableCell::Kind::CentredWords);
        QCOMPARE(found.cells[8].kind, TableCell::Kind::Words);
        QCOMPARE(found.handwriting, TableBlock::Handwriting::None);
        const Manuscript signOff = manuscriptOf(Paper::SignOff, report, {});
        const auto &facts = std::get<TableBlock>(signOff.parts.front().blocks[1]);
        QCOMPARE(facts.runs.first().headRows, 0);
        QCOMPARE(words(facts, 1), QStringLiteral("机关|张村镇人民政府"));
        const auto &steps = std::get<TableBlock>(signOff.parts.front().blocks[2]);
        QCOMPARE(words(steps, 4), QStringLiteral("签发|赵四||年 月 日"));
        QCOMPARE(steps.handwriting, TableBlock::Handwriting::Opinion);
    }

    /// What the office has answered is not among what still is to be done.
    void theReviewDraftTellsAnsweredFindingsApart()
    {
        Finding open;
        open.rule = RuleId(QStringLiteral("REQ-SUM"));
        open.message = QStringLiteral("不相等。");
        Finding answeredOne = open;
        answeredOne.level = Level::Explain;
        answeredOne.explained = true;
        answeredOne.explanation = QStringLiteral("历史遗留。");
        const Report report = filledReport();
        const auto papers = [&report](const QList<Finding> &findings) {
            const Manuscript review = manuscriptOf(Paper::Review, report, findings);
            QStringList told;
            for (const Block &block : review.parts.back().blocks) {
                if (const auto *heading = std::get_if<HeadingBlock>(&block))
                    told.append(heading->text);
                if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
                    told.append(paragraph->text);
                if (const auto *table = std::get_if<TableBlock>(&block); table && table->rows > 1)
                    told.append(words(*table, 1));
            }
            return told.mid(0, told.indexOf(QStringLiteral("与上年比较")));
        };
        const QString openRow = QStringLiteral("1|错误|全文|不相等。（REQ-SUM）|");
        const QString answeredRow = QStringLiteral("1|需说明|全文|不相等。（REQ-SUM）|历史遗留。");
        const QString unsolved = QStringLiteral("未解决的问题");
        const QString solved = QStringLiteral("已说明的问题");
        QCOMPARE(papers({open, answeredOne}), (QStringList{unsolved, openRow, solved, answeredRow}));
        QCOMPARE(papers({open}), (QStringList{unsolved, openRow}));
        QCOMPARE(papers({answeredOne}),
            (QStringList{unsolved, QStringLiteral("没有未解决的问题。"), solved, answeredRow}));
    }

    void theReviewDraftListsComments()
    {
        const Place place = Place::subSection(kOverview, 0).withRange(0, 3);
        Comment open{place, QStringLiteral("是哪一年？"), QStringLiteral("赵四"),
            QStringLiteral("2022-01-05T02:00:00Z")};
        open.answers
            = {{QStringLiteral("已写明。"), QStringLiteral("张一"), QStringLiteral("2022-01-06T02:00:00Z")}};
        Comment done{Place::report(), QStringLiteral("全文再读一遍。"), QStringLiteral("赵四"), {}};
        done.resolved = true;
        const Report report = changed(filledReport(), {SetComment{1, done}, SetComment{2, open}});
        const Manuscript review = manuscriptOf(Paper::Review, report, {});
        QCOMPARE(review.marks.size(), 1);
        const auto &blocks = review.parts.back().blocks;
        const auto &list = std::get<TableBlock>(blocks[2]);
        QCOMPARE(words(list, 1), QStringLiteral("1|一、总体情况\n“本年度”|是哪一年？|赵四|2022年1月5日"));
        QCOMPARE(words(list, 2), QStringLiteral("|答复|已写明。|张一|2022年1月6日"));
        QCOMPARE(words(std::get<TableBlock>(blocks[4]), 1), QStringLiteral("全文|全文再读一遍。||赵四"));
    }

    void theReviewDraftShowsChangesWordByWord()
    {
        const CellId cell(QStringLiteral("requests.received.individual"));
        const Report old = changed(filledReport(),
            {SetText{kOverview, 0, QStringLiteral("甲。\n\n本年收到申请3件，全部办结。\n\n乙。")}});
        const Report now = changed(old,
            {SetText{kOverview, 0, QStringLiteral("甲。\n\n本年收到申请5件，全部办结。\n\n乙。")},
                SetCell{cell, Amount::fromInteger(5)},
                SetFact{QLatin1String(fact::kPhone), QStringLiteral("0631-1")}});
        PaperContext context;
        context.before = std::make_shared<const Report>(old);
        context.beforeWords = QStringLiteral("上一稿");
        const Manuscript review = manuscriptOf(Paper::Review, now, {}, context);
        QList<ChangedWords> marked;
        QStringList rows;
        QStringList headings;
        QStringList paragraphs;
        for (const Block &block : review.parts.back().blocks) {
            if (const auto *paragraph = std::get_if<ParagraphBlock>(&block)) {
                marked += paragraph->changes;
                paragraphs.append(paragraph->text);
            } else if (const auto *table = std::get_if<TableBlock>(&block)) {
                for (int row = 0; row < table->rows; ++row)
                    rows.append(words(*table, row));
            } else if (const auto *heading = std::get_if<HeadingBlock>(&block)) {
                headings.append(heading->text);
            }
        }
        QVERIFY(headings.contains(QStringLiteral("改动（与上一稿相比）")));
        QVERIFY(headings.contains(QStringLiteral("一、总体情况")));
        QVERIFY2(rows.contains(QStringLiteral("电话|（空）|0631-1")), qPrintable(rows.join(u'\n')));
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](const QString &row) {
            return row.startsWith(u"表三") && row.endsWith(u"|0|5") && !row.contains(u"随其他改动");
        }));
        QVERIFY(std::any_of(rows.begin(), rows.end(),
            [](const QString &row) { return row.endsWith(u"（随其他改动）|0|5"); }));
        QStringList kinds;
        for (const ChangedWords &each : marked)
            kinds.append(QString::number(int(each.kind)) + each.text);
        QCOMPARE(kinds,
            (QStringList{QStringLiteral("0本年收到申请"), QStringLiteral("13"), QStringLiteral("25"),
                QStringLiteral("0件，全部办结。")}));
        QVERIFY(paragraphs.contains(QStringLiteral("本年收到申请〔删：3〕〔增：5〕件，全部办结。")));
        QCOMPARE(paragraphs.count(QStringLiteral("……")), 2);
        QVERIFY(!headings.contains(QStringLiteral("与上年比较")));
        context.before = std::make_shared<const Report>(now);
        const Manuscript same = manuscriptOf(Paper::Review, now, {}, context);
        QCOMPARE(lines(same.parts.back()).last(), QStringLiteral("paragraph :-1 没有改动。"));
    }

    void theSignOffSheetTellsWhoAgreed_data()
    {
        QTest::addColumn<bool>("isApproved");
        QTest::addColumn<bool>("onPaper");
        QTest::addColumn<QStringList>("facts");
        QTest::addColumn<QStringList>("steps");
        const QString drafted = QStringLiteral("拟稿|张一||2022年1月5日");
        const QString checked = QStringLiteral("核稿|李二|数字已核。|2022年1月6日");
        const QString room = QStringLiteral("会签|||年 月 日");
        const QString version = QStringLiteral("版次|第 2 版");
        QTest::newRow("half way") << false << false
                                  << QStringList{version, QStringLiteral("内容摘要|SM3 aaaa aaaa aaaa aaaa")}
                                  << QStringList{
                                         drafted, checked, room, QStringLiteral("签发|分管副镇长||年 月 日")};
        QTest::newRow("with a key")
            << true << false
            << QStringList{version, QStringLiteral("内容摘要|SM3 bbbb bbbb bbbb bbbb（报告内容此后有改动）"),
                   QStringLiteral("密钥签章|赵四，2022年1月7日，公钥指纹 cccc cccc cccc cccc")}
            << QStringList{drafted, checked, room, QStringLiteral("签发|赵四|同意|2022年1月7日")};
        QTest::newRow("on paper: room for words by hand")
            << true << true
            << QStringList{version, QStringLiteral("内容摘要|SM3 aaaa aaaa aaaa aaaa"),
                   QStringLiteral("纸面签发|钱五，2022年1月8日")}
            << QStringList{drafted, checked, room, QStringLiteral("签发|钱五||2022年1月8日")};
    }
    void theSignOffSheetTellsWhoAgreed()
    {
        QFETCH(bool, isApproved);
        QFETCH(bool, onPaper);
        QFETCH(QStringList, facts);
        QFETCH(QStringList, steps);
        Review review;
        review.revision = 2;
        review.state = isApproved ? ReviewState::Approved : ReviewState::InReview;
        review.step = isApproved ? 0 : 2;
        review.events = {
            {ReviewAction::Send, QStringLiteral("张一"), QStringLiteral("2022-01-04T02:00:00Z"), {}, 0, {}},
            {ReviewAction::Forward, QStringLiteral("旧人"), QStringLiteral("2022-01-04T03:00:00Z"), {}, 1,
                {}},
            {ReviewAction::Return, QStringLiteral("赵四"), QStringLiteral("2022-01-04T04:00:00Z"), {}, 2, {}},
            {ReviewAction::Send, QStringLiteral("张一"), QStringLiteral("2022-01-05T02:00:00Z"), {}, 0, {}},
            {ReviewAction::Forward, QStringLiteral("李二"), QStringLiteral("2022-01-06T02:00:00Z"),
                QStringLiteral("数字已核。"), 1, QStringLiteral("核稿")}};
        if (isApproved)
            review.events.append({ReviewAction::Approve, QStringLiteral("赵四"),
                QStringLiteral("2022-01-07T02:00:00Z"), {}, 2, QStringLiteral("签发")});
        if (isApproved && onPaper)
            review.paper
                = PaperApproval{QStringLiteral("钱五"), QStringLiteral("2022-01-08"), QString(64, u'a')};
        else if (isApproved)
            review.seal = Seal{
                QString(64, u'b'), QStringLiteral("赵四"), QStringLiteral("2022-01-07T02:00:00Z"), {}, {}};
        const Report report = changed(filledReport(), {SetReview{review}});
        PaperContext context;
        context.digest = QString(64, u'a');
        context.key = QString(64, u'c');
        const Manuscript sheet = manuscriptOf(Paper::SignOff, report, {}, context);
        const auto &head = std::get<TableBlock>(sheet.parts.front().blocks[1]);
        QStringList found;
        for (int row = 4; row < head.rows; ++row)
            found.append(words(head, row));
        QCOMPARE(found, facts);
        const auto &table = std::get<TableBlock>(sheet.parts.front().blocks[2]);
        found.clear();
        for (int row = 1; row < table.rows; ++row)
            found.append(words(table, row));
        QCOMPARE(found, steps);
    }
};

QTEST_GUILESS_MAIN(TestManuscript)
#include "tst_manuscript.moc"
