// SPDX-License-Identifier: MulanPSL-2.0
#include "pagestyle.h"
#include "paginate.h"
#include "pdffile.h"
#include "pdfreader.h"
#include "pdfwriter.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace nianbao;

class TestPdfReader : public QObject {
    Q_OBJECT

    std::shared_ptr<const FontSet> m_fonts;

    static QByteArray written(const PageDocument &document)
    {
        const PdfOptions options{.origin
            = PdfOrigin{QStringLiteral("7.3"), QStringLiteral("{\"a\": \"<&>\"}"), QStringLiteral("d1"), {}}};
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (!writePdf(document, buffer, options))
            qFatal("no PDF");
        return bytes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void theTextOfEachPageComesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : test::sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void theTextOfEachPageComesBack()
    {
        QFETCH(QString, name);
        const PageDocument document = paginate(manuscriptOf(test::sampleReport(name)), pageStyle(), m_fonts);
        const auto pages = readPages(written(document));
        QCOMPARE(pages.size(), qsizetype(document.pages.size()));
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QString expected;
            for (const GlyphRun &run : document.pages[size_t(i)].runs) {
                for (const Glyph &glyph : run.glyphs) {
                    if (run.element >= 0 && glyph.character != U' ')
                        expected += QString::fromUcs4(&glyph.character, 1);
                }
            }
            QCOMPARE(QString::fromUtf8(pages[i].text), expected);
            QVERIFY(pages[i].content.contains("/Artifact BMC"));
        }
    }

    void whereItComesFromComesBack()
    {
        const PageDocument document = paginate(manuscriptOf(test::filledReport()), pageStyle(), m_fonts);
        const auto origin = readOrigin(written(document));
        QVERIFY(origin);
        QCOMPARE(origin->program, QStringLiteral("7.3"));
        QCOMPARE(origin->options, QStringLiteral("{\"a\": \"<&>\"}"));
        QCOMPARE(origin->digest, QStringLiteral("d1"));
        QCOMPARE(origin->fonts, fontDigests(document));
        QVERIFY(origin->fonts.size() >= 2);
        for (const QString &digest : origin->fonts)
            QCOMPARE(digest.size(), 64);
    }

    void whateverTheBytesAreItEnds()
    {
        const PageDocument document = paginate(manuscriptOf(test::filledReport()), pageStyle(), m_fonts);
        const QByteArray whole = written(document);
        QRandomGenerator random(20221127);
        QElapsedTimer clock;
        clock.start();
        for (int round = 0; round < 300; ++round) {
            QByteArray pdf = whole;
            if (round % 3 == 0)
                pdf.truncate(random.bounded(int(pdf.size())));
            const int hits = 1 + random.bounded(40);
            for (int i = 0; i < hits && !pdf.isEmpty(); ++i) {
                // near the end stand the table and the trailer
                const int from = i % 2 ? std::max(0, int(pdf.size()) - 3000) : 0;
                pdf[random.bounded(from, int(pdf.size()))] = char(random.bounded(256));
            }
            for (const ReadPage &page : readPages(pdf))
                QVERIFY(page.content.size() < 20'000'000);
            std::ignore = readOrigin(pdf);
        }
        QVERIFY2(clock.elapsed() < 60'000, qPrintable(QString::number(clock.elapsed())));
    }

    void aPageThatUnpacksWithoutEndIsNotRead()
    {
        const QByteArray bomb = pdf::packed(QByteArray(40'000'000, '0'));
        QVERIFY(bomb.size() < 400'000);
        QVERIFY(pdf::unpacked(bomb, 16'000'000).isEmpty());
        QCOMPARE(pdf::unpacked(bomb, 64'000'000).size(), 40'000'000);
        QVERIFY(pdf::unpacked("no stream", 1000).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPdfReader)
#include "tst_pdfreader.moc"
