// SPDX-License-Identifier: MulanPSL-2.0
#include "pagestyle.h"
#include "paintpage.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QTest>

using namespace nianbao;

namespace {

constexpr double kScreen = 96 / 25.4; // pixels per mm

QImage paint(const PageDocument &document, double pixelsPerMm, double devicePixelRatio = 1)
{
    const double scale = pixelsPerMm * devicePixelRatio;
    QImage image(int(document.width * scale), int(document.height * scale), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(document, 0, painter, pixelsPerMm);
    return image;
}

/// What is not white, in mm.
QRectF inkBox(const QImage &image, double pixelsPerMm)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 200)
                box |= QRect(x, y, 1, 1);
        }
    }
    return {
        box.x() / pixelsPerMm, box.y() / pixelsPerMm, box.width() / pixelsPerMm, box.height() / pixelsPerMm};
}

} // namespace

class TestPaintPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void glyphsStandOnTheirBaseline();
    void inkIsTheSameAtEveryResolution_data();
    void inkIsTheSameAtEveryResolution();
    void thinRulesAreBlackOnScreen_data();
    void thinRulesAreBlackOnScreen();
    void rulesOfAPreviewAreSeenAtEachScale_data();
    void rulesOfAPreviewAreSeenAtEachScale();
    void slantedRulesAreVisible();
    void framesCloseAtTheirCorners();
    void orderIsFillsShapesRulesRuns();
    void clickAreasAreInvisible();
    void painterIsLeftAsItWas();
    void pagesThatDoNotExistPaintNothing();
    void aFullPageIsFast();

private:
    PageDocument emptyPage() const;
    void addText(PageDocument &document, FontRole role, const QString &text, double x, double baseline,
        double size) const;

    std::shared_ptr<const FontSet> m_fonts{};
};

void TestPaintPage::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

PageDocument TestPaintPage::emptyPage() const
{
    PageDocument document;
    document.fonts = m_fonts;
    document.pages.emplace_back();
    return document;
}

void TestPaintPage::addText(
    PageDocument &document, FontRole role, const QString &text, double x, double baseline, double size) const
{
    for (const char32_t character : text.toStdU32String()) {
        const FontSet::Hit hit = m_fonts->find(role, character);
        GlyphRun run{hit.face, size, baseline};
        run.glyphs.push_back({character, hit.glyph, float(x)});
        document.pages.front().runs.push_back(run);
        x += hit.advance * size;
    }
}

void TestPaintPage::glyphsStandOnTheirBaseline()
{
    PageDocument document = emptyPage();
    addText(document, FontRole::Table, QStringLiteral("H"), 50, 100, 20);
    const double scale = 10;
    const QRectF ink = inkBox(paint(document, scale), scale);
    QVERIFY(std::abs(ink.bottom() - 100) < 0.3);
    QVERIFY(ink.top() > 80 && ink.top() < 90);
    QVERIFY(ink.left() >= 50 && ink.right() < 50 + 20);
}

void TestPaintPage::inkIsTheSameAtEveryResolution_data()
{
    QTest::addColumn<double>("pixelsPerMm");
    QTest::addColumn<double>("ratio");
    QTest::newRow("96 dpi") << kScreen << 1.0;
    QTest::newRow("96 dpi of double pixels") << kScreen << 2.0;
    QTest::newRow("300 dpi") << 300 / 25.4 << 1.0;
}

void TestPaintPage::inkIsTheSameAtEveryResolution()
{
    QFETCH(double, pixelsPerMm);
    QFETCH(double, ratio);
    PageDocument document = emptyPage();
    addText(document, FontRole::Body, QStringLiteral("国年𠮷"), 28, 50, 8);
    addText(document, FontRole::Heading2, QStringLiteral("国"), 150, 250, 8);
    const double fine = 600 / 25.4;
    const QRectF wanted = inkBox(paint(document, fine), fine);
    const QRectF found = inkBox(paint(document, pixelsPerMm, ratio), pixelsPerMm * ratio);
    const double pixel = 1 / pixelsPerMm;
    QVERIFY(std::abs(found.left() - wanted.left()) < pixel);
    QVERIFY(std::abs(found.top() - wanted.top()) < pixel);
    QVERIFY(std::abs(found.right() - wanted.right()) < pixel);
    QVERIFY(std::abs(found.bottom() - wanted.bottom()) < pixel);
}

void TestPaintPage::thinRulesAreBlackOnScreen_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("at");
    QTest::addColumn<double>("ratio");
    for (const double width : {0.05, 0.15, 0.25}) {
        for (const double at : {60.0, 60.1, 60.17, 60.33}) {
            for (const double ratio : {1.0, 1.25, 2.0})
                QTest::addRow("%.2f mm at %.2f, ratio %.2f", width, at, ratio) << width << at << ratio;
        }
    }
}

void TestPaintPage::thinRulesAreBlackOnScreen()
{
    QFETCH(double, width);
    QFETCH(double, at);
    QFETCH(double, ratio);
    PageDocument document = emptyPage();
    document.pages.front().rules = {{28, at, 184, at, width}, {at, 100, at, 200, width}};
    const QImage image = paint(document, kScreen, ratio);
    const double scale = kScreen * ratio;
    const int most = std::max(1, int(std::lround(width * scale)));
    int rows = 0;
    for (int y = int((at - 2) * scale); y < int((at + 2) * scale); ++y)
        rows += image.pixelColor(int(100 * scale), y) == Qt::black ? 1 : 0;
    QCOMPARE(rows, most);
    int columns = 0;
    for (int x = int((at - 2) * scale); x < int((at + 2) * scale); ++x)
        columns += image.pixelColor(x, int(150 * scale)) == Qt::black ? 1 : 0;
    QCOMPARE(columns, most);
}

void TestPaintPage::rulesOfAPreviewAreSeenAtEachScale_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.02, 0.03, 0.0464, 0.06, 0.1, 1.0})
        QTest::addRow("%g of the printer's", scale) << scale;
}

void TestPaintPage::rulesOfAPreviewAreSeenAtEachScale()
{
    QFETCH(double, scale);
    constexpr double kPrinter = 1200 / 25.4; // pixels a mm
    PageDocument document = emptyPage();
    for (int i = 0; i < 20; ++i) { // wherever they fall between two pixels
        const double at = 20 + i * 10.37;
        document.pages.front().rules.push_back({28, at, 184, at, 0.18});
        document.pages.front().rules.push_back({20 + i * 7.13, 240, 20 + i * 7.13, 270, 0.18});
    }
    QPicture recorded;
    QPainter recorder(&recorded);
    paintPage(document, 0, recorder, kPrinter);
    recorder.end();
    QImage image(int(210 * kPrinter * scale) + 1, int(297 * kPrinter * scale) + 1, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.drawPicture(0, 0, recorded);
    painter.end();
    const auto darkest = [&image, scale](double x, double y, bool isAcross) {
        int best = 255;
        for (int step = -3; step <= 3; ++step) {
            const QPoint at(int(x * kPrinter * scale) + (isAcross ? 0 : step),
                int(y * kPrinter * scale) + (isAcross ? step : 0));
            best = std::min(best, qGray(image.pixel(at)));
        }
        return best;
    };
    for (int i = 0; i < 20; ++i) {
        QVERIFY2(darkest(100, 20 + i * 10.37, true) < 40, qPrintable(QString::number(i)));
        QVERIFY2(darkest(20 + i * 7.13, 255, false) < 40, qPrintable(QString::number(i)));
    }
}

void TestPaintPage::slantedRulesAreVisible()
{
    PageDocument document = emptyPage();
    document.pages.front().rules = {{28, 40, 100, 60, 0.15}};
    const QRectF ink = inkBox(paint(document, kScreen), kScreen);
    QVERIFY(ink.width() > 70 && ink.height() > 19);
}

void TestPaintPage::framesCloseAtTheirCorners()
{
    PageDocument document = emptyPage();
    document.pages.front().rules = {{28.1, 40.1, 184.1, 40.1, 0.25}, {28.1, 80.1, 184.1, 80.1, 0.25},
        {28.1, 40.1, 28.1, 80.1, 0.25}, {184.1, 40.1, 184.1, 80.1, 0.25}};
    const double scale = 600 / 25.4;
    const QImage image = paint(document, scale);
    const QRectF ink = inkBox(image, scale);
    const auto corner = [&](double x, double y) {
        return image.pixelColor(int(std::lround(x * scale)), int(std::lround(y * scale)));
    };
    QCOMPARE(corner(ink.left(), ink.top()), QColor(Qt::black));
    QCOMPARE(corner(ink.right() - 1 / scale, ink.top()), QColor(Qt::black));
    QCOMPARE(corner(ink.left(), ink.bottom() - 1 / scale), QColor(Qt::black));
    QCOMPARE(corner(ink.right() - 1 / scale, ink.bottom() - 1 / scale), QColor(Qt::black));
}

void TestPaintPage::orderIsFillsShapesRulesRuns()
{
    PageDocument document = emptyPage();
    Page &page = document.pages.front();
    page.fills.push_back({{20, 20, 40, 40}, Qt::red});
    QPainterPath path;
    path.addRect(30, 20, 30, 40);
    page.shapes.push_back({path, Qt::green});
    page.rules.push_back({40, 20, 40, 60, 4});
    const QImage image = paint(document, 4);
    const auto colour = [&](int x) { return image.pixelColor(x * 4, 40 * 4); };
    QCOMPARE(colour(25), QColor(Qt::red));
    QCOMPARE(colour(35), QColor(Qt::green));
    QCOMPARE(colour(40), QColor(Qt::black));
    QCOMPARE(colour(50), QColor(Qt::green));
}

void TestPaintPage::clickAreasAreInvisible()
{
    PageDocument document = emptyPage();
    document.pages.front().fills = {{{20, 20, 40, 40}, {}}, {{20, 80, 40, 40}, QColor(0, 0, 0, 0)}};
    QVERIFY(inkBox(paint(document, 2), 2).isEmpty());
}

void TestPaintPage::painterIsLeftAsItWas()
{
    PageDocument document = emptyPage();
    addText(document, FontRole::Body, QStringLiteral("年"), 28, 50, 8);
    QImage image(100, 100, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.translate(3, 4);
    const QTransform before = painter.transform();
    paintPage(document, 0, painter, kScreen);
    QCOMPARE(painter.transform(), before);
    QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
}

void TestPaintPage::pagesThatDoNotExistPaintNothing()
{
    const PageDocument document = emptyPage();
    QImage image(10, 10, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(document, 1, painter, kScreen);
    paintPage(document, -1, painter, kScreen);
    QVERIFY(inkBox(image, 1).isEmpty());
}

void TestPaintPage::aFullPageIsFast()
{
    PageDocument document = emptyPage();
    char32_t character = U'一';
    for (int line = 0; line < 22; ++line) {
        QString text;
        for (int i = 0; i < 28; ++i, character += 11)
            text += QString::fromUcs4(&character, 1);
        addText(document, FontRole::Table, text, 28, 42 + line * 10.2, 16 * kMmPerPoint);
    }
    paint(document, kScreen);
    QImage image(794, 1123, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        paintPage(document, 0, painter, kScreen);
    const double ms = double(timer.nsecsElapsed()) / 1e7;
    qInfo("616 glyphs at 96 dpi, warm: %.1f ms", ms);
    QVERIFY(ms < 100); // far above the 10 ms aimed at: machines of tests are shared
}

QTEST_MAIN(TestPaintPage)
#include "tst_paintpage.moc"
