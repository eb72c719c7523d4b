// SPDX-License-Identifier: MulanPSL-2.0
#include "pagewalk.h"
#include "paginate.h"
#include "pictures.h"
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
QByteArray claimed(quint32 width, quint32 height)
{
    QByteArray bytes = encoded({1, 1}, "PNG");
    const auto put = [&bytes](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            bytes[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    put(29, crc(bytes.mid(12, 17))); // of IHDR
    return bytes;
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
                    SetFigures{{{QStringLiteral("overview/1"), before, QStringLiteral("picture"),
                        QStringLiteral("专区"), {}, QStringLiteral("a.png"), bytes}}}},
                {}}));
            const PageDocument document = paginate(report, pageStyle(), *fonts);
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

    void aMissingPictureSaysSo()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({},
            SetFigures{{{QStringLiteral("overview/1"), 1, QStringLiteral("picture"), {}, {},
                QStringLiteral("丢失.png"), {}}}})));
        QVERIFY(textOf(paginate(report, pageStyle(), *fonts)).contains(QStringLiteral("丢失.png")));
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
