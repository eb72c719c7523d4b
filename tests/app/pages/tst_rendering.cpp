// SPDX-License-Identifier: MulanPSL-2.0
#include "pagestyle.h"
#include "paginate.h"
#include "paintpage.h"
#include "pdfwriter.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace nianbao;

namespace {

constexpr double kFine = 600; // dpi
constexpr int kInk = 200; // darker pixels are ink
constexpr double kFrame = 0.3; // mm: half a frame's stroke and a pixel
constexpr double kNumberTop = 4.5; // mm under the type area; 7 for the dash, digits rise above it
constexpr double kNumberBottom = 13;
constexpr double kNumberWidth = 40;
constexpr double kMostMean = 0.005; // measured: 0.0037
constexpr double kMostBlock = 0.3; // measured: 0.27; a figure moved by 1 mm: 0.34
constexpr double kBlock = 25.4 * 4 / 150; // mm that are compared at once

/// Fine rasters take their time: the first page and that of the large table.
QSet<int> somePages(const PageDocument &document)
{
    return {0, pageOf(document, Place::section(SectionId(QStringLiteral("requests"))))};
}

/// What poppler shows of a page of the file.
QImage raster(const QString &path, int page, double dpi)
{
    const QString number = QString::number(page + 1);
    QProcess process;
    process.start(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"), QString::number(dpi), QStringLiteral("-gray"), QStringLiteral("-f"), number,
            QStringLiteral("-l"), number, path});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qCritical("pdftoppm: %s", process.readAllStandardError().constData());
    return QImage::fromData(process.readAllStandardOutput(), "PGM")
        .convertToFormat(QImage::Format_Grayscale8);
}

QImage painted(const PageDocument &document, int page, QSize size, double dpi)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(document, page, painter, dpi / 25.4);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

/// Where ink lies that is neither in the type area nor the page number; empty: nowhere.
QString inkOutside(const QImage &image, double dpi)
{
    const PageStyle &style = pageStyle();
    const double perMm = dpi / 25.4;
    const QRectF area(style.left, style.top, style.typeWidth, style.typeHeight);
    const QRectF onEven(area.left(), area.bottom() + kNumberTop, kNumberWidth, kNumberBottom - kNumberTop);
    const QRectF onOdd = onEven.translated(style.typeWidth - kNumberWidth, 0);
    const auto isIn = [perMm](const QRectF &rect, int x, int y) {
        return rect.contains((x + 0.5) / perMm, (y + 0.5) / perMm);
    };
    for (int y = 0; y < image.height(); ++y) {
        const uchar *line = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            if (line[x] < kInk && !isIn(area.adjusted(-kFrame, -kFrame, kFrame, kFrame), x, y)
                && !isIn(onEven, x, y) && !isIn(onOdd, x, y))
                return QStringLiteral("ink at %1 mm, %2 mm").arg(x / perMm).arg(y / perMm);
        }
    }
    return {};
}

struct Difference { // 0: alike, 1: black against white
    double mean = 0;
    double most = 0; // of a block
    QPoint at{}; // where, in pixels
};

/// Mean of a block's pixels, 0 to 255.
double greyOf(const QImage &image, int left, int top, int block)
{
    int sum = 0;
    for (int y = top; y < top + block; ++y) {
        const uchar *line = image.constScanLine(y) + left;
        sum = std::accumulate(line, line + block, sum);
    }
    return double(sum) / (block * block);
}

/// Screens get small text from masks on whole pixels, rounded; poppler does likewise and rounds down. A block
/// may thus be found a pixel higher or lower.
Difference compare(const QImage &one, const QImage &other, double dpi)
{
    const int block = int(std::lround(kBlock * dpi / 25.4));
    Difference result;
    int blocks = 0;
    for (int y = block; y + 2 * block <= one.height(); y += block) { // there is nothing at the paper's edge
        for (int x = 0; x + block <= one.width(); x += block) {
            const double grey = greyOf(one, x, y, block);
            double off = 255;
            for (int dy = -1; dy <= 1; ++dy)
                off = std::min(off, std::abs(grey - greyOf(other, x, y + dy, block)));
            off /= 255;
            result.mean += off;
            ++blocks;
            if (off > result.most) {
                result.most = off;
                result.at = {x, y};
            }
        }
    }
    result.mean /= blocks;
    return result;
}

void moveRun(GlyphRun &run, double dx, double dy)
{
    run.baseline += dy;
    for (Glyph &glyph : run.glyphs)
        glyph.x += float(dx);
}

void moveRuns(PageDocument &document, int page, double dx, double dy)
{
    for (GlyphRun &run : document.pages[size_t(page)].runs) {
        if (run.role != InkRole::PageNumber)
            moveRun(run, dx, dy);
    }
}

} // namespace

class TestRendering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReport_data();
    void inkLiesInTheTypeArea_data() { everyReport_data(); }
    void inkLiesInTheTypeArea();
    void paperShowsWhatTheScreenShows_data();
    void paperShowsWhatTheScreenShows();
    void inkOutsideIsSeen_data();
    void inkOutsideIsSeen();
    void aMovedRunIsSeen_data();
    void aMovedRunIsSeen();

private:
    PageDocument pages(const QString &name) const
    {
        return paginate(manuscriptOf(test::sampleReport(name)), pageStyle(), m_fonts);
    }
    QString write(const PageDocument &document) const;

    QTemporaryDir m_folder{};
    std::shared_ptr<const FontSet> m_fonts{};
};

void TestRendering::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QImageReader::setAllocationLimit(512); // MB: a page at 600 dpi
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
}

QString TestRendering::write(const PageDocument &document) const
{
    const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
    if (!writePdf(document, path))
        qCritical("the report cannot be written");
    return path;
}

void TestRendering::everyReport_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : test::sampleNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestRendering::inkLiesInTheTypeArea()
{
    QFETCH(QString, name);
    const PageDocument document = pages(name);
    const QString path = write(document);
    for (const int page : somePages(document)) {
        const QImage image = raster(path, page, kFine);
        QVERIFY(std::abs(image.width() - document.width * kFine / 25.4) < 2);
        QCOMPARE(inkOutside(image, kFine), QString());
    }
}

void TestRendering::paperShowsWhatTheScreenShows_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("dpi");
    for (const QString &name : test::sampleNames()) {
        QTest::addRow("%s at 150 dpi", qPrintable(name)) << name << 150.0;
        QTest::addRow("%s at 300 dpi", qPrintable(name)) << name << 300.0;
    }
}

void TestRendering::paperShowsWhatTheScreenShows()
{
    QFETCH(QString, name);
    QFETCH(double, dpi);
    const PageDocument document = pages(name);
    const QString path = write(document);
    for (int page = 0; page < int(document.pages.size()); ++page) {
        if (dpi > 200 && !somePages(document).contains(page))
            continue;
        const QImage paper = raster(path, page, dpi);
        const Difference found = compare(paper, painted(document, page, paper.size(), dpi), dpi);
        const QString words = QStringLiteral("page %1: %2 on average, %3 at %4, %5")
                                  .arg(page + 1)
                                  .arg(found.mean)
                                  .arg(found.most)
                                  .arg(found.at.x())
                                  .arg(found.at.y());
        QVERIFY2(found.mean < kMostMean && found.most < kMostBlock, qPrintable(words));
    }
}

void TestRendering::inkOutsideIsSeen_data()
{
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::addColumn<bool>("isSeen");
    QTest::newRow("as it was set") << 0.0 << 0.0 << false;
    QTest::newRow("1 mm to the left") << -1.0 << 0.0 << true;
    QTest::newRow("1 mm to the right") << 1.0 << 0.0 << true;
    QTest::newRow("above the type area") << 0.0 << -25.0 << true;
    QTest::newRow("under the type area") << 0.0 << 25.0 << true;
}

/// The whole text of a page is moved, but not its number.
void TestRendering::inkOutsideIsSeen()
{
    QFETCH(double, dx);
    QFETCH(double, dy);
    QFETCH(bool, isSeen);
    PageDocument document = pages(QStringLiteral("longest"));
    moveRuns(document, 1, dx, dy);
    const QImage image = raster(write(document), 1, 300);
    QCOMPARE(!inkOutside(image, 300).isEmpty(), isSeen);
}

void TestRendering::aMovedRunIsSeen_data()
{
    QTest::addColumn<double>("dpi");
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    for (const double dpi : {150.0, 300.0}) {
        QTest::addRow("1 mm to the right at %.0f dpi", dpi) << dpi << 1.0 << 0.0;
        QTest::addRow("1 mm upwards at %.0f dpi", dpi) << dpi << 0.0 << -1.0;
    }
}

/// Each kind of run for itself is moved on the screen and not on paper.
void TestRendering::aMovedRunIsSeen()
{
    QFETCH(double, dpi);
    QFETCH(double, dx);
    QFETCH(double, dy);
    const PageDocument document = pages(QStringLiteral("zhangcun-2021"));
    const int page = pageOf(document, Place::section(SectionId(QStringLiteral("disclosure"))));
    const QImage paper = raster(write(document), page, dpi);
    QSet<InkRole> seen;
    const auto &runs = document.pages[size_t(page)].runs;
    for (size_t i = 0; i < runs.size(); ++i) {
        if (seen.contains(runs[i].role))
            continue;
        seen.insert(runs[i].role);
        PageDocument moved = document;
        moveRun(moved.pages[size_t(page)].runs[i], dx, dy);
        const Difference found = compare(paper, painted(moved, page, paper.size(), dpi), dpi);
        QVERIFY2(found.most > kMostBlock, qPrintable(QString::number(found.most)));
    }
    QVERIFY(seen.size() > 3);
}

QTEST_MAIN(TestRendering)
#include "tst_rendering.moc"
