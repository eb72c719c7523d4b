// SPDX-License-Identifier: MulanPSL-2.0
#include "exportnotices.h"
#include "pagewalk.h"
#include "paginate.h"
#include "pictures.h"
#include "reportjson.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QBuffer>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QByteArray encoded(QSize size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

quint32 crc(const QByteArray &bytes) // of a PNG chunk, ISO/IEC 15948 annex D
{
    quint32 value = 0xFFFFFFFFu;
    for (const char byte : bytes) {
        value ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1u ? 0xEDB88320u ^ (value >> 1) : value >> 1;
    }
    return ~value;
}

/// A PNG that says it is this large and holds nothing.
QByteArray claimed(quint32 width, quint32 height, int bits = 8)
{
    QByteArray bytes = encoded({1, 1}, "PNG");
    const auto put = [&bytes](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            bytes[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    bytes[24] = char(bits);
    put(29, crc(bytes.mid(12, 17))); // of IHDR
    return bytes;
}

QByteArray largeJpeg()
{
    static const QByteArray bytes = encoded({8000, 6000}, "JPEG");
    return bytes;
}

/// The same JPEG that says it is of another size.
QByteArray grown(QByteArray jpeg, int width, int height)
{
    const auto at = jpeg.indexOf("\xFF\xC0");
    jpeg[at + 5] = char(height >> 8);
    jpeg[at + 6] = char(height & 0xFF);
    jpeg[at + 7] = char(width >> 8);
    jpeg[at + 8] = char(width & 0xFF);
    return jpeg;
}

/// svgz: what would unpack to any size.
QByteArray packedDrawing()
{
    const QByteArray drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    const QByteArray packed = qCompress(drawing).mid(6).chopped(4); // the bare stream
    const auto sum = [&] {
        quint32 value = crc(drawing);
        QByteArray bytes;
        for (int i = 0; i < 4; ++i)
            bytes += char(value >> (8 * i));
        for (int i = 0; i < 4; ++i)
            bytes += char(drawing.size() >> (8 * i));
        return bytes;
    };
    return QByteArray("\x1F\x8B\x08\0\0\0\0\0\0\3", 10) + packed + sum();
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code"); // -1: taken
        const int unreadable = int(ErrorCode::PictureUnreadable);
        const int large = int(ErrorCode::PictureTooLarge);
        QTest::newRow("a PNG") << encoded({30, 20}, "PNG") << -1;
        QTest::newRow("a JPEG") << encoded({30, 20}, "JPEG") << -1;
        QTest::newRow("nothing") << QByteArray() << unreadable;
        QTest::newRow("words") << QByteArray("not a picture") << unreadable;
        QTest::newRow("another kind") << encoded({3, 2}, "BMP") << unreadable;
        QTest::newRow("half a PNG") << encoded({300, 200}, "PNG").left(60) << unreadable;
        QTest::newRow("half a JPEG") << encoded({300, 200}, "JPEG").left(700) << unreadable;
        QTest::newRow("a JPEG without its end") << encoded({300, 200}, "JPEG").chopped(2) << unreadable;
        QTest::newRow("a drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << unreadable;
        QTest::newRow("a packed drawing") << packedDrawing() << unreadable;
        QTest::newRow("a JPEG of 48 million pixels") << largeJpeg() << -1;
        QTest::newRow("a JPEG of more than 60 million") << grown(largeJpeg(), 9000, 7000) << large;
        QTest::newRow("two bytes a colour count twice") << claimed(7000, 5000, 16) << large;
        QTest::newRow("more pixels than fit") << claimed(20000, 20000) << large;
        QTest::newRow("more bytes than fit") << QByteArray(kMostPictureBytes + 1, 'x') << large;
    }
    void whatIsTaken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const auto done = examinePicture(bytes, QStringLiteral("照片.png"));
        QCOMPARE(done ? -1 : int(done.error().code), code);
        if (!done)
            QCOMPARE(done.error().where, QStringLiteral("照片.png"));
    }

    void aPictureFitsTheTypeArea_data()
    {
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("small") << QSize(100, 50);
        QTest::newRow("wide") << QSize(4000, 400);
        QTest::newRow("high") << QSize(300, 6000);
    }
    void aPictureFitsTheTypeArea()
    {
        QFETCH(QSize, pixels);
        const QSizeF size = pictureSize(encoded(pixels, "PNG"), 156, 200);
        QVERIFY(size.width() <= 156 + 1e-9);
        QVERIFY(size.height() <= 200 + 1e-9);
        QVERIFY(std::abs(size.width() / size.height() - double(pixels.width()) / pixels.height()) < 1e-6);
        if (pixels.width() == 100)
            QVERIFY(std::abs(size.width() - 100 / 150.0 * 25.4) < 1e-6); // at 150 dots an inch
    }

    /// Whole lines for picture and caption, wherever on the page it would begin; the text after it on the
    /// grid.
    void theGridIsHeldAroundPictures()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        const QByteArray bytes = encoded({900, 500}, "PNG");
        for (int before = 1; before < 24; ++before) {
            Report report = filledReport();
            const QString text
                = QStringLiteral("政务公开。\n").repeated(before) + QStringLiteral("最后一段。");
            QVERIFY(report.apply({{},
                {SetText{SectionId(QStringLiteral("overview")), 0, text},
                    SetIllustrations{
                        {{*Place::parse(QStringLiteral("overview/1")), before, QStringLiteral("picture"),
                            QStringLiteral("专区"), {}, QStringLiteral("a.png"), bytes}}}},
                {}}));
            const PageDocument document = paginate(manuscriptOf(report), pageStyle(), *fonts);
            QCOMPARE(faults(document, pageStyle()), QStringList());
            int found = 0;
            for (const Page &page : document.pages) {
                for (const PlacedPicture &placed : page.pictures) {
                    ++found;
                    QVERIFY(placed.rect.top() >= pageStyle().top);
                    const bool hasCaption
                        = std::any_of(page.runs.begin(), page.runs.end(), [&](const GlyphRun &run) {
                              return run.role == InkRole::Caption && run.baseline > placed.rect.bottom()
                                  && run.baseline < placed.rect.bottom() + 2.2 * pageStyle().linePitch();
                          });
                    QVERIFY(hasCaption);
                    for (const Line &line : linesOf(document, page))
                        QVERIFY(line.baseline < placed.rect.top() + 0.5
                            || line.baseline - pageStyle().bodySize > placed.rect.bottom());
                }
            }
            QCOMPARE(found, 1);
        }
    }

    /// In a file, where nobody was asked: a box with words stands there, and the export says which.
    void aBrokenPictureSaysSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << encoded({900, 500}, "PNG").left(200);
        QTest::newRow("a JPEG cut off") << encoded({900, 500}, "JPEG").left(2000);
        QTest::newRow("too large") << claimed(20000, 20000);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a packed drawing") << packedDrawing();
        QTest::newRow("words") << QByteArray("no picture at all");
    }
    void aBrokenPictureSaysSo()
    {
        QFETCH(QByteArray, bytes);
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"), {},
                {}, QStringLiteral("坏图.png"), bytes}}})));
        const PageDocument document = paginate(manuscriptOf(report), pageStyle(), *fonts);
        QCOMPARE(document.brokenPictures, QStringList{QStringLiteral("坏图.png")});
        QVERIFY(document.pictures.empty());
        QVERIFY(textOf(document).contains(QStringLiteral("图片“坏图.png”缺失或无法显示")));
        const QStringList notices = exportNotices(document, false);
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.first().contains(QStringLiteral("坏图.png")));
        QBuffer pdf;
        pdf.open(QIODevice::WriteOnly);
        QVERIFY(writePdf(document, pdf));
        QVERIFY(!pdf.data().contains("/Subtype/Image"));
    }

    void aLargePictureIsPrintedWithoutDecodingItWhole()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        QVERIFY(decodePicture(largeJpeg()).sizeInBytes() <= 12'000'000 * 4 + 100'000);
        QImage wide(6000, 4000, QImage::Format_ARGB32);
        wide.fill(qRgba(10, 200, 90, 128));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        wide.save(&buffer, "PNG");
        const QImage decoded = decodePicture(buffer.data());
        QVERIFY(!decoded.isNull() && decoded.sizeInBytes() <= 12'000'000 * 4 + 100'000);
        QVERIFY(std::abs(double(decoded.width()) / decoded.height() - 1.5) < 0.01);
        QCOMPARE(qAlpha(decoded.pixel(10, 10)), 128);
    }

    void jsonTakesPicturesOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("a PNG") << encoded({30, 20}, "PNG") << true;
        QTest::newRow("a JPEG of 48 million pixels") << largeJpeg() << true;
        QTest::newRow("one that was cut off: its place will say so")
            << encoded({30, 20}, "PNG").left(40) << true;
        QTest::newRow("another kind") << encoded({3, 2}, "BMP") << false;
        QTest::newRow("a packed drawing") << packedDrawing() << false;
        QTest::newRow("too many pixels") << claimed(20000, 20000) << false;
        QTest::newRow("too many bytes")
            << QByteArray("\x89PNG\r\n\x1A\n") + QByteArray(kMostPictureBytes, 'x') << false;
    }
    void jsonTakesPicturesOnly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isTaken);
        Report report = filledReport();
        Report before = filledReport(QStringLiteral("2021"), 2020);
        const Illustration figure{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"),
            QStringLiteral("图"), {}, QStringLiteral("a.png"), bytes};
        Change ofBefore = Change::of({}, SetIllustrations{{figure}});
        ofBefore.restores = true; // as from a file of an earlier version
        QVERIFY(before.apply(ofBefore));
        QVERIFY(report.apply(Change::of({}, SetPrior{std::make_shared<const Report>(before)})));
        const auto prior = reportFromJson(reportToJson(report)); // a picture that nobody sees hinders nobody
        QVERIFY(prior);
        QCOMPARE(prior->report.prior()->illustrations().first().picture, isTaken ? bytes : QByteArray());
        Change now{{}, {SetIllustrations{{figure, figure}}, SetPrior{}}};
        now.restores = true;
        QVERIFY(report.apply(now));
        const auto read = reportFromJson(reportToJson(report));
        QCOMPARE(read.has_value(), isTaken);
        if (isTaken)
            QVERIFY(read->report == report);
        else
            QCOMPARE(read.error().where, QStringLiteral("figures[0].data"));
    }

    void aMissingPictureSaysSo()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"), {},
                {}, QStringLiteral("丢失.png"), {}}}})));
        QVERIFY(
            textOf(paginate(manuscriptOf(report), pageStyle(), *fonts)).contains(QStringLiteral("丢失.png")));
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
