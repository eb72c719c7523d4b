// SPDX-License-Identifier: MulanPSL-2.0
#include "pagewalk.h"
#include "paginate.h"
#include "testreports.h"

#include <QTest>

#include <cmath>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr double kEdge = 0.1; // mm

void edit(Report &report, QList<Step> steps)
{
    const auto done = report.apply(Change{{}, std::move(steps), {}});
    QVERIFY(done.has_value());
}

QString lines(int count) // a paragraph of so many lines
{
    return QStringLiteral("政").repeated(26 + 28 * (count - 2) + 14);
}

QString paragraph(int count) { return count < 2 ? QStringLiteral("政务公开。") : lines(count); }

} // namespace

class TestPageParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSignatureStandsAsTheClauseSays_data();
    void theSignatureStandsAsTheClauseSays();
    void theTitleIsBrokenAtSense_data();
    void theTitleIsBrokenAtSense();
    void aTableNoteStandsUnderItsTable();
    void aTableLongerThanAPageRepeatsItsHead();
    void aDraftIsMarkedByShapesOnEveryPage();
    void clicksFindFiguresAndParagraphs();
    void anEmptyReportHasAllHeadings();

private:
    PageDocument pages(const Report &report, const QString &mark = {}) const
    {
        return paginate(report, pageStyle(), m_fonts, {mark});
    }

    std::shared_ptr<const FontSet> m_fonts;
};

void TestPageParts::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

void TestPageParts::theSignatureStandsAsTheClauseSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("nameFree"); // cells right of the name; -1: not looked at
    QTest::addColumn<double>("dateFree");
    QTest::newRow("a name longer than the date") << QStringLiteral("清河县柳林镇人民政府") << 2.0 << -1.0;
    QTest::newRow("a date longer than the name") << QStringLiteral("县教育局") << -1.0 << 2.0;
}

void TestPageParts::theSignatureStandsAsTheClauseSays()
{
    QFETCH(QString, name);
    QFETCH(double, nameFree);
    QFETCH(double, dateFree);
    Report report = test::filledReport();
    edit(report,
        {SetFact{QLatin1String(fact::kSignature), name},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")}});
    const PageDocument document = pages(report);
    std::vector<Line> signature;
    double lastText = 0;
    for (const Line &line : linesOf(document, document.pages.back())) {
        if (line.role == InkRole::Signature)
            signature.push_back(line);
        else
            lastText = line.baseline;
    }
    QCOMPARE(signature.size(), size_t(2));
    QCOMPARE(signature[0].text, name);
    QCOMPARE(signature[1].text, QStringLiteral("2022年1月5日"));
    const PageStyle &style = pageStyle();
    QVERIFY(std::abs(signature[1].left - signature[0].left - 2 * style.cell()) < kEdge);
    const double edge = style.left + style.typeWidth;
    if (nameFree >= 0)
        QVERIFY(std::abs(edge - signature[0].right - nameFree * style.cell()) < kEdge);
    if (dateFree >= 0)
        QVERIFY(std::abs(edge - signature[1].right - dateFree * style.cell()) < kEdge);
    QCOMPARE(slotOf(signature[0].baseline) - slotOf(lastText), 2); // one empty line
}

void TestPageParts::theTitleIsBrokenAtSense_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("lines");
    const QString kind = QStringLiteral("政府信息公开工作年度报告");
    QTest::newRow("short") << QStringLiteral("宿迁市2024年") + kind
                           << QStringList{QStringLiteral("宿迁市2024年") + kind};
    QTest::newRow("after the body's name") << QStringLiteral("威海市环翠区张村镇2021年")
            + kind << QStringList{QStringLiteral("威海市环翠区张村镇"), QStringLiteral("2021年") + kind};
    QTest::newRow("the year in front") << QStringLiteral("2019年上海市人民政府办公厅") + kind
                                       << QStringList{QStringLiteral("2019年上海市人民政府办公厅"), kind};
}

void TestPageParts::theTitleIsBrokenAtSense()
{
    QFETCH(QString, title);
    QFETCH(QStringList, lines);
    Report report = test::filledReport();
    edit(report, {SetFact{QLatin1String(fact::kTitle), title}});
    const PageDocument document = pages(report);
    QStringList set;
    double baseline = 0;
    for (const GlyphRun &run : document.pages.front().runs) {
        if (run.role != InkRole::Title)
            continue;
        if (run.baseline != baseline)
            set.append(QString());
        baseline = run.baseline;
        set.last() += textOf(run);
    }
    QCOMPARE(set, lines);
}

void TestPageParts::aTableNoteStandsUnderItsTable()
{
    for (int before = 1; before < 24; ++before) {
        Report report = test::filledReport();
        edit(report,
            {SetText{SectionId(QStringLiteral("overview")), 0, paragraph(before)},
                SetFact{QStringLiteral("table_notes.requests"),
                    QStringLiteral("注：上年结转的申请按收到时的类别计。")}});
        const PageDocument document = pages(report);
        int notes = 0;
        for (const Page &page : document.pages) {
            double tableEnd = 0;
            for (const GlyphRun &run : page.runs) {
                const bool isTable = run.role == InkRole::Cell || run.role == InkRole::HeadCell;
                const bool isNoted = isTable && run.source >= 0
                    && document.sources[size_t(run.source)].section == u"requests";
                if (isNoted)
                    tableEnd = run.baseline;
                if (run.role != InkRole::TableNote)
                    continue;
                ++notes;
                QVERIFY2(tableEnd > 0 && run.baseline > tableEnd && run.baseline < tableEnd + 15,
                    qPrintable(QStringLiteral("%1 lines before").arg(before)));
                QVERIFY(run.size <= pageStyle().tableSize);
            }
        }
        QCOMPARE(notes, 1);
    }
}

void TestPageParts::aTableLongerThanAPageRepeatsItsHead()
{
    Report report = test::filledReport();
    QList<Step> steps;
    for (const char *row : {"received", "granted", "refused_internal", "declined_repeat", "carried_out"})
        steps.append(SetNote{CellId(QStringLiteral("requests.%1.individual").arg(QLatin1String(row))),
            QStringLiteral("其中上年结转的按新的口径重新归类计入本年").repeated(2)});
    edit(report, steps);
    const PageDocument document = pages(report);
    int heads = 0;
    int rows = 0;
    int pagesUsed = 0;
    for (const Page &page : document.pages) {
        bool used = false;
        for (const Fill &fill : page.fills)
            used = used
                || (fill.source >= 0
                    && document.sources[size_t(fill.source)].cell.table()
                        == TableId(QStringLiteral("requests")));
        pagesUsed += used;
        QString text;
        for (const GlyphRun &run : page.runs)
            text += textOf(run);
        heads += text.contains(QStringLiteral("申请人情况"));
        rows += int(text.count(QStringLiteral("四、结转下年度继续办理")));
    }
    QVERIFY(pagesUsed > 1);
    QCOMPARE(heads, pagesUsed);
    QCOMPARE(rows, 1);
}

void TestPageParts::aDraftIsMarkedByShapesOnEveryPage()
{
    const Report report = test::filledReport();
    const PageDocument clean = pages(report);
    const PageDocument draft = pages(report, QStringLiteral("草稿"));
    QCOMPARE(textOf(draft, true), textOf(clean, true));
    for (const Page &page : clean.pages)
        QVERIFY(page.shapes.empty());
    const QRectF paper(0, 0, clean.width, clean.height);
    for (const Page &page : draft.pages) {
        QCOMPARE(page.ground.size(), size_t(1));
        const QRectF rect = page.ground.front().path.boundingRect();
        QVERIFY(paper.contains(rect) && rect.width() > 80);
        QVERIFY(page.ground.front().colour.lightness() > 200);
    }
}

void TestPageParts::clicksFindFiguresAndParagraphs()
{
    const Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
    const PageDocument document = pages(report);
    int figures = 0;
    for (size_t i = 0; i < document.pages.size(); ++i) {
        for (const Fill &fill : document.pages[i].fills) {
            if (fill.source < 0 || document.sources[size_t(fill.source)].cell.isEmpty())
                continue;
            const Source *found = sourceAt(document, int(i), fill.rect.center());
            QVERIFY(found);
            QCOMPARE(found->cell, document.sources[size_t(fill.source)].cell);
            ++figures;
        }
        for (const GlyphRun &run : document.pages[i].runs) {
            if (run.role != InkRole::Paragraph)
                continue;
            const Source *found
                = sourceAt(document, int(i), {double(run.glyphs.front().x) + 1, run.baseline - run.size / 3});
            QVERIFY(found && *found == document.sources[size_t(run.source)]);
            QVERIFY(found->paragraph >= 0);
        }
    }
    int cells = 0;
    for (const TableSpec &table : report.spec().tables)
        cells += int(table.cells.size());
    QCOMPARE(figures, cells);
    QVERIFY(pageOfSection(document, QStringLiteral("other/2")) > 0);
}

void TestPageParts::anEmptyReportHasAllHeadings()
{
    for (const SpecPointer &form : shippedForms()) {
        const Report report(form, 2021);
        const QString all = textOf(pages(report));
        for (const SectionSpec &section : form->sections)
            QVERIFY2(all.contains(bare(section.heading())), qPrintable(section.heading()));
    }
}

QTEST_GUILESS_MAIN(TestPageParts)
#include "tst_pageparts.moc"
