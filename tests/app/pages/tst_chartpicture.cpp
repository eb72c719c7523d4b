// SPDX-License-Identifier: MulanPSL-2.0
#include "chartpicture.h"
#include "fonts.h"
#include "pagestyle.h"

#include <QImage>
#include <QTest>

#include <set>

using namespace nianbao;

namespace {

ChartFigures chart(ChartFigures::Form form)
{
    return {form, QStringLiteral("申请人情况"), QStringLiteral("件"),
        {{QStringLiteral("自然人"), 37, 4}, {QStringLiteral("商业企业"), 9, 12},
            {QStringLiteral("其他"), 0, 1}},
        2021, {}};
}

/// Of so many dots, how many are not white.
int inkIn(const QImage &image, const QRect &rect)
{
    int ink = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            ink += image.pixel(x, y) != 0xFFFFFFFF ? 1 : 0;
    return ink;
}

} // namespace

class TestChartPicture : public QObject {
    Q_OBJECT

    std::shared_ptr<const FontSet> m_fonts;

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void itIsAPngOf300DotsAnInch_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("columns") << int(ChartFigures::Form::Columns);
        QTest::newRow("bars") << int(ChartFigures::Form::Bars);
        QTest::newRow("one bar of all parts") << int(ChartFigures::Form::Stack);
        QTest::newRow("two years") << int(ChartFigures::Form::Pairs);
    }
    void itIsAPngOf300DotsAnInch()
    {
        QFETCH(int, form);
        const ChartPicture picture = chartPicture(chart(static_cast<ChartFigures::Form>(form)), *m_fonts);
        const QImage image = QImage::fromData(picture.png, "PNG");
        QCOMPARE(picture.size.width(), pageStyle().typeWidth);
        QVERIFY(std::abs(image.width() - picture.size.width() / 25.4 * 300) < 1);
        QVERIFY(std::abs(image.height() - picture.size.height() / 25.4 * 300) < 1);
        QCOMPARE(image.dotsPerMeterX(), 11811);
        QCOMPARE(image.dotsPerMeterY(), 11811);
        QVERIFY(!image.hasAlphaChannel());
        std::set<QRgb> colours;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.contains(0xFFFFFFFF)); // on white
        QVERIFY(colours.contains(qRgb(0x2B, 0x63, 0xA6))); // the bars
        QVERIFY(colours.contains(0xFF000000)); // the text, whole
        QVERIFY(inkIn(image, image.rect()) > 10'000);
        QVERIFY(picture.png.size() < 200'000);
    }

    void theSameFiguresAreTheSameBytes()
    {
        const ChartFigures figures = chart(ChartFigures::Form::Pairs);
        const QByteArray first = chartPicture(figures, *m_fonts).png;
        QCOMPARE(chartPicture(figures, *m_fonts).png, first);
        ChartFigures other = figures;
        other.values[0].count = 38;
        QVERIFY(chartPicture(other, *m_fonts).png != first);
    }

    void oneThatCannotBeDrawnSaysWhy()
    {
        ChartFigures nothing = chart(ChartFigures::Form::Columns);
        nothing.message = QStringLiteral("没有数据");
        const ChartPicture picture = chartPicture(nothing, *m_fonts);
        const QImage image = QImage::fromData(picture.png, "PNG");
        const QRect middle(image.width() / 2 - 150, 10, 300, image.height() - 20);
        QVERIFY(inkIn(image, middle) > 500); // its words
        QVERIFY(inkIn(image, {0, 0, image.width(), 3}) > image.width()); // a box around them
    }
};

QTEST_MAIN(TestChartPicture)
#include "tst_chartpicture.moc"
