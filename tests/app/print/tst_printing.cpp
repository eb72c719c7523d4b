// SPDX-License-Identifier: MulanPSL-2.0
#include "pagestyle.h"
#include "printing.h"

#include <QDir>
#include <QFile>
#include <QMarginsF>
#include <QPageRanges>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class TestPrinting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allPagesAreA4();
    void onlyTheRangeIsPrinted();
    void inkLiesWhereThePageSays();
    void lastPageFirst();
    void aRangeOutsideTheDocumentPrintsNothing();
    void marginsThatCutIntoThePageAreNamed();
    void aPrinterThatRefusesIsAnError();
    void aFileIsWrittenWholeOrNotAtAll();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("print.pdf")); }
    void setUp(QPrinter &printer) const;
    QString run(const QString &program, const QStringList &arguments) const;
    QRectF inkOfPage(int page) const; // mm

    QTemporaryDir m_folder{};
    PageDocument m_document{};
};

void TestPrinting::initTestCase()
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_document.fonts = *fonts;
    m_document.title = QStringLiteral("年报");
    for (int i = 0; i < 3; ++i) { // a square that moves down from page to page
        Page page;
        page.number = i + 1;
        page.fills.push_back({QRectF(28, 40 + 50 * i, 10, 10), Qt::black});
        const FontSet::Hit hit = m_document.fonts->find(FontRole::Body, U'国');
        GlyphRun text{hit.face, 5, 45.0 + 50 * i};
        text.glyphs.push_back({U'国', hit.glyph, 30});
        page.runs.push_back(text);
        m_document.pages.push_back(page);
    }
}

void TestPrinting::setUp(QPrinter &printer) const
{
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path());
}

QString TestPrinting::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QRectF TestPrinting::inkOfPage(int page) const
{
    constexpr int kDpi = 254; // ten pixels a millimetre
    const QString image = m_folder.filePath(QStringLiteral("page"));
    run(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"), QString::number(kDpi), QStringLiteral("-png"), QStringLiteral("-singlefile"),
            QStringLiteral("-f"), QString::number(page), path(), image});
    const QImage picture(image + QStringLiteral(".png"));
    QRect box;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (qGray(picture.pixel(x, y)) < 128)
                box |= QRect(x, y, 1, 1);
        }
    }
    return {box.x() / 10.0, box.y() / 10.0, box.width() / 10.0, box.height() / 10.0};
}

void TestPrinting::allPagesAreA4()
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer);
    QVERIFY(printDocument(m_document, printer).has_value());
    const QString info = run(QStringLiteral("pdfinfo"), {path()});
    QVERIFY2(info.contains(QLatin1String("Pages:           3\n")), qPrintable(info));
    QVERIFY2(info.contains(QLatin1String("(A4)")), qPrintable(info));
}

void TestPrinting::onlyTheRangeIsPrinted()
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer);
    printer.setPrintRange(QPrinter::PageRange);
    printer.setFromTo(2, 3);
    QVERIFY(printDocument(m_document, printer).has_value());
    QVERIFY(run(QStringLiteral("pdfinfo"), {path()}).contains(QLatin1String("Pages:           2\n")));
    QVERIFY(std::abs(inkOfPage(1).top() - 90) < 0.3);
}

void TestPrinting::inkLiesWhereThePageSays()
{
    for (const QPrinter::PrinterMode mode : {QPrinter::HighResolution, QPrinter::ScreenResolution}) {
        QPrinter printer(mode);
        setUp(printer);
        QVERIFY(printDocument(m_document, printer).has_value());
        const QRectF ink = inkOfPage(1);
        QVERIFY2(std::abs(ink.left() - 28) < 0.3 && std::abs(ink.top() - 40) < 0.3
                && std::abs(ink.right() - 38) < 0.3 && std::abs(ink.bottom() - 50) < 0.3,
            qPrintable(QStringLiteral("%1 %2 %3 %4")
                           .arg(ink.left())
                           .arg(ink.top())
                           .arg(ink.right())
                           .arg(ink.bottom())));
    }
}

void TestPrinting::lastPageFirst()
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer);
    printer.setPageOrder(QPrinter::LastPageFirst);
    QVERIFY(printDocument(m_document, printer).has_value());
    const bool reversed = printer.pageOrder() == QPrinter::LastPageFirst;
    QVERIFY(std::abs(inkOfPage(1).top() - (reversed ? 140 : 40)) < 0.3);
}

void TestPrinting::aRangeOutsideTheDocumentPrintsNothing()
{
    QFile::remove(path());
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer);
    printer.setPrintRange(QPrinter::PageRange);
    printer.setFromTo(7, 9);
    QVERIFY(printDocument(m_document, printer).has_value());
    QVERIFY(!QFile::exists(path()));
}

void TestPrinting::marginsThatCutIntoThePageAreNamed()
{
    QCOMPARE(cutSides({5, 5, 5, 5}, pageStyle()), QString()); // an ordinary office printer
    QCOMPARE(cutSides({30, 5, 5, 5}, pageStyle()), QStringLiteral("left"));
    QCOMPARE(cutSides({5, 38, 27, 24}, pageStyle()), QStringLiteral("top、right、bottom")); // page number
}

void TestPrinting::aPrinterThatRefusesIsAnError()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    const QString nowhere = m_folder.filePath(QStringLiteral("no/such/print.pdf"));
    printer.setOutputFileName(nowhere);
    const Result<> done = printDocument(m_document, printer);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::WriteFailed);
    QCOMPARE(done.error().where, nowhere);
}

void TestPrinting::aFileIsWrittenWholeOrNotAtAll()
{
    QFile before(path());
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer);
    const auto stopped
        = printDocument(m_document, printer, [](int done, int all) { return all == 3 && done < 2; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("before"));
    before.close();
    QCOMPARE(printer.outputFileName(), path());
    QVERIFY(printDocument(m_document, printer, [](int, int) { return true; }).has_value());
    QVERIFY(run(QStringLiteral("pdfinfo"), {path()}).contains(QLatin1String("Pages:           3\n")));
    const QStringList there = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(there.filter(QRegularExpression(QStringLiteral("part|pages"))).isEmpty(),
        qPrintable(there.join(u' ')));
}

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
