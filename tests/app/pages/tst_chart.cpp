// SPDX-License-Identifier: MulanPSL-2.0
#include "chart.h"
#include "charts.h"
#include "pagewalk.h"
#include "paginate.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const QString kPart = QStringLiteral("requests.%1.individual");

Step cell(const char *row, qint64 count)
{
    return SetCell{CellId(kPart.arg(QLatin1String(row))), Amount::fromInteger(count)};
}

Report withFigures()
{
    Report report = filledReport();
    Report prior = filledReport();
    if (!prior.apply(Change::of({}, cell("received", 4))))
        qFatal("last year cannot be set");
    QList<Category> categories;
    for (int i = 1; i <= 12; ++i)
        categories.append({QStringLiteral("类别%1").arg(i), i});
    const auto done = report.apply({{},
        {cell("received", 37), cell("granted", 20), cell("refused_internal", 9), cell("declined_repeat", 8),
            SetChannels{
                {{QStringLiteral("政府网站"), 78, categories}, {QStringLiteral("微信公众号"), 26, {}}}},
            SetPrior{std::make_shared<const Report>(prior)}},
        {}});
    if (!done)
        qFatal("the report cannot be made");
    return report;
}

} // namespace

class ChartTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const FontSet> m_fonts;
    const QRectF m_area{28, 60, 156, 70};

    Page drawn(const ChartFigures &chart)
    {
        Page page;
        drawChart(chart, page, *m_fonts, m_area, {InkRole::ChartText, -1, -1});
        return page;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void itSaysTheFiguresInWords_data()
    {
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("channels") << QStringList{
            QStringLiteral("政府网站78条"), QStringLiteral("微信公众号26条")};
        QTest::newRow("categories") << QStringList{QStringLiteral("类别1212条"),
            QStringLiteral("其他15条")}; // 12 … 6 stand, 5 + 4 + 3 + 2 + 1 are gathered
        QTest::newRow("outcomes") << QStringList{QStringLiteral("予以公开20件"),
            QStringLiteral("不予公开9件"), QStringLiteral("不予处理8件"), QStringLiteral("无法提供0件")};
        QTest::newRow("applicants") << QStringList{
            QStringLiteral("自然人37件"), QStringLiteral("商业企业0件")};
        QTest::newRow("years") << QStringList{QStringLiteral("本年新收37件，上年4件")};
    }
    void itSaysTheFiguresInWords()
    {
        QFETCH(QStringList, parts);
        const ChartFigures chart = chartFigures(withFigures(), QLatin1String(QTest::currentDataTag()));
        QVERIFY(chart.isDrawable());
        for (const QString &part : parts)
            QVERIFY2(chart.words().contains(part), qPrintable(chart.words()));
    }

    void categoriesAreSorted()
    {
        const QString words = chartFigures(withFigures(), QStringLiteral("categories")).words();
        QVERIFY(words.indexOf(QStringLiteral("类别12")) < words.indexOf(QStringLiteral("类别11")));
        QVERIFY(words.indexOf(QStringLiteral("类别6")) < words.indexOf(QStringLiteral("其他")));
        QVERIFY(!words.contains(QStringLiteral("类别5")));
    }

    void everyKindStaysInItsAreaAndPrintsItsValues_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("channels") << QStringLiteral("78");
        QTest::newRow("categories") << QStringLiteral("15");
        QTest::newRow("outcomes") << QStringLiteral("20");
        QTest::newRow("applicants") << QStringLiteral("37");
        QTest::newRow("years") << QStringLiteral("4");
    }
    void everyKindStaysInItsAreaAndPrintsItsValues()
    {
        QFETCH(QString, value);
        const Page page = drawn(chartFigures(withFigures(), QLatin1String(QTest::currentDataTag())));
        QVERIFY(!page.shapes.empty());
        const QRectF within = m_area.adjusted(-0.2, -0.2, 0.2, 0.2);
        for (const Shape &shape : page.shapes)
            QVERIFY(within.contains(shape.path.boundingRect()));
        bool isPrinted = false;
        for (const GlyphRun &run : page.runs) {
            QVERIFY(within.contains(QPointF(double(run.glyphs.front().x), run.baseline)));
            QVERIFY(double(run.glyphs.back().x) < within.right());
            isPrinted = isPrinted || textOf(run) == value;
        }
        QVERIFY(isPrinted);
    }

    void columnsAreAsHighAsTheirValues()
    {
        const Page page = drawn(chartFigures(withFigures(), QStringLiteral("channels")));
        QList<double> heights; // of the grounds of the bars: shape, then its frame
        for (const Shape &shape : page.shapes) {
            if (shape.colour != QColor(Qt::black))
                heights.append(shape.path.boundingRect().height());
        }
        QCOMPARE(heights.size(), 2);
        QVERIFY(std::abs(heights[1] / heights[0] - 26.0 / 78) < 0.001);
    }

    void whatCannotBeDrawnSaysWhy_data()
    {
        QTest::addColumn<Report>("report");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("all zero") << filledReport() << QStringLiteral("outcomes") << QStringLiteral("均为 0");
        QTest::newRow("no year before")
            << filledReport() << QStringLiteral("years") << QStringLiteral("没有上一年");
        QTest::newRow("no channels") << filledReport() << QStringLiteral("channels")
                                     << QStringLiteral("还没有");
        QTest::newRow("no categories")
            << filledReport() << QStringLiteral("categories") << QStringLiteral("分类");
        QTest::newRow("no such kind") << filledReport() << QStringLiteral("pie") << QStringLiteral("pie");
    }
    void whatCannotBeDrawnSaysWhy()
    {
        QFETCH(Report, report);
        QFETCH(QString, kind);
        QFETCH(QString, word);
        const ChartFigures chart = chartFigures(report, kind);
        QVERIFY(!chart.isDrawable());
        QVERIFY2(chart.message.contains(word), qPrintable(chart.message));
        const Page page = drawn(chart);
        QString printed;
        for (const GlyphRun &run : page.runs)
            printed += textOf(run);
        QCOMPARE(bare(printed), bare(chart.message));
    }

    /// On the page: numbered, captioned, on whole lines, and in step with the figures.
    void aChartOnThePageFollowsTheFigures()
    {
        Report report = withFigures();
        const Place place = Place::subSection(SectionId(QStringLiteral("overview")), 0);
        QList<Illustration> figures;
        for (const char *kind : {"outcomes", "channels"})
            figures.append({place, 1, QStringLiteral("chart"), {}, QLatin1String(kind), {}, {}});
        QVERIFY(report.apply(Change::of(
            {}, SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("第一段。\n第二段。")})));
        QVERIFY(report.apply(Change::of({}, SetIllustrations{figures})));
        const auto text = [&] { return textOf(paginate(manuscriptOf(report), pageStyle(), m_fonts)); };
        const QString before = text();
        QVERIFY(before.contains(QStringLiteral("图1政府信息公开申请办理结果")));
        QVERIFY(before.contains(QStringLiteral("图2各渠道主动公开信息情况")));
        QVERIFY(before.indexOf(QStringLiteral("第一段")) < before.indexOf(QStringLiteral("图1")));
        QVERIFY(before.indexOf(QStringLiteral("图2")) < before.indexOf(QStringLiteral("第二段")));
        QVERIFY(before.contains(QStringLiteral("予以公开20件")));
        QCOMPARE(faults(paginate(manuscriptOf(report), pageStyle(), m_fonts), pageStyle()), QStringList());
        QVERIFY(report.apply(Change::of({}, cell("granted", 21))));
        QVERIFY(text().contains(QStringLiteral("予以公开21件")));
    }
};

QTEST_GUILESS_MAIN(ChartTest)
#include "tst_chart.moc"
