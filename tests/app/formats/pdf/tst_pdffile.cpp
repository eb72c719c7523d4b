// SPDX-License-Identifier: MulanPSL-2.0
#include "pdffile.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

#include <future>

using namespace nianbao;

namespace {

/// By zlib, which knows nothing of who packed it.
QByteArray unpacked(const QByteArray &packed, qsizetype size)
{
    QByteArray prefix; // the size, as Qt wants it before the stream
    for (int shift = 24; shift >= 0; shift -= 8)
        prefix += char((size >> shift) & 0xFF);
    return qUncompress(prefix + packed);
}

/// Half of it drawn, as outlines are, half of it the same again and again, as the syntax of pages is.
QByteArray streamOf(int size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes;
    while (bytes.size() < size) {
        bytes += "1 0 0 1 72 720 Tm\n";
        for (int i = 0; i < 18; ++i)
            bytes += char(random.bounded(256));
    }
    bytes.truncate(size);
    return bytes;
}

} // namespace

class PdfFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNumberHasThreeDecimalsAndNoMore_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](double value, const char *written) {
            QTest::newRow(written) << value << QByteArray(written);
        };
        row(0, "0");
        row(1, "1");
        row(-1, "-1");
        row(0.5, "0.5");
        row(-0.5, "-0.5");
        row(0.05, "0.05");
        row(0.005, "0.005");
        row(10.25, "10.25");
        row(595.276, "595.276");
        row(841.8898, "841.89");
        row(99.9996, "100");
        row(-0.001, "-0.001");
        row(1000, "1000");
        row(1234567.089, "1234567.089");
        QTest::newRow("nothing is left of it") << 0.0004 << QByteArray("0");
        QTest::newRow("nothing is left below zero") << -0.0004 << QByteArray("0");
        QTest::newRow("as large as they come") << 9e15 << QByteArray("9000000000000000");
        QTest::newRow("as small as they come") << -9e15 << QByteArray("-9000000000000000");
    }
    void aNumberHasThreeDecimalsAndNoMore()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, written);
        QCOMPARE(pdf::number(value), written);
        QByteArray behind = "1 ";
        pdf::appendNumber(behind, value);
        QCOMPARE(behind, "1 " + written);
    }

    void numbersStandBeforeTheirOperator()
    {
        QByteArray out = "q\n";
        pdf::appendNumbers(out, {1, -0.25, 0}, "cm");
        QCOMPARE(out, QByteArray("q\n1 -0.25 0 cm\n"));
    }

    void hexadecimalHasFourDigits()
    {
        QByteArray out = "<";
        for (const quint16 value : {quint16(0), quint16(0x1A), quint16(0x9FA5), quint16(0xFFFF)})
            pdf::appendHex(out, value);
        QCOMPARE(out, QByteArray("<0000001A9FA5FFFF"));
        QCOMPARE(pdf::hexUtf16(U'\U00020BB7'), QByteArray("D842DFB7"));
    }

    void whatIsPackedComesOutAgain_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 2, 100, 4'096, 65'535, 65'536, 1'000'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void whatIsPackedComesOutAgain()
    {
        QFETCH(int, size);
        const QByteArray bytes = streamOf(size, 7);
        const QByteArray packed = pdf::packed(bytes);
        QCOMPARE(unpacked(packed, size), bytes);
        QVERIFY(size < 1'000 || packed.size() < size * 3 / 4);
        const QByteArray noise = streamOf(size, 8).replace("1 0 0 1 72 720 Tm\n", "");
        QCOMPARE(unpacked(pdf::packed(noise), noise.size()), noise);
    }

    void threadsPackAtOnce()
    {
        std::vector<std::future<QByteArray>> all;
        for (quint32 seed = 0; seed < 16; ++seed)
            all.push_back(
                std::async(std::launch::async, [seed] { return pdf::packed(streamOf(200'000, seed)); }));
        for (quint32 seed = 0; seed < 16; ++seed)
            QCOMPARE(unpacked(all[seed].get(), 200'000), streamOf(200'000, seed));
    }

    void aStreamSaysItsLength()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        PdfFile file(buffer);
        const QByteArray bytes = streamOf(5'000, 1);
        file.putStream(file.reserve(), bytes, "/N 3");
        const QByteArray packed = pdf::packed(bytes);
        QVERIFY(buffer.data().endsWith("1 0 obj\n<</Filter/FlateDecode/Length "
            + QByteArray::number(packed.size()) + "/N 3>>stream\n" + packed + "\nendstream\nendobj\n"));
    }
};

QTEST_GUILESS_MAIN(PdfFileTest)
#include "tst_pdffile.moc"
