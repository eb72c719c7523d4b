// SPDX-License-Identifier: MulanPSL-2.0
#include "paginate.h"
#include "pdfwriter.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

/// What is in the PDF beside its ink: tags, labels, marking, pictures. Asked of poppler and qpdf.
class PdfStructureTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const FontSet> m_fonts;

    QString written(const Report &report, const PageOptions &page = {}, const PdfOptions &options = {})
    {
        const QString path = m_folder.filePath(QStringLiteral("r.pdf"));
        if (!writePdf(paginate(manuscriptOf(report), pageStyle(), m_fonts, page), path, options))
            qFatal("the PDF cannot be written");
        return path;
    }
    static QString run(const QString &program, const QStringList &arguments, bool isBinary = false)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
        const QByteArray said = process.readAllStandardOutput();
        return isBinary ? QString::fromLatin1(said) : QString::fromUtf8(said);
    }
    static Illustration picture(const QByteArray &bytes)
    {
        return {*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"),
            QStringLiteral("政务公开专区"), {}, QStringLiteral("a.png"), bytes};
    }
    static QByteArray encoded(const QImage &image, const char *format)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return buffer.data();
    }
    static QImage noise(bool transparent)
    {
        QRandomGenerator random(7);
        QImage image(37, 23, transparent ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, (transparent ? 0u : 0xFF000000u) | random.generate());
        }
        return image;
    }
    static Report with(const QList<Illustration> &figures)
    {
        Report report = filledReport();
        if (!report.apply(Change::of({}, SetIllustrations{figures})))
            qFatal("the figures cannot be set");
        return report;
    }

private Q_SLOTS:
    /// ISO 32000-1 14.8.5.4.3: a figure says where it stands, in points from the lower left corner.
    void aFigureSaysWhereItStands()
    {
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({},
            SetIllustrations{{picture(encoded(noise(false), "PNG")),
                {*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"), {},
                    QStringLiteral("outcomes"), {}, {}}}})));
        const PageDocument document = paginate(manuscriptOf(report), pageStyle(), m_fonts);
        const QString qdf = run(QStringLiteral("qpdf"),
            {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), written(report),
                QStringLiteral("-")},
            true);
        static const QRegularExpression box(
            QStringLiteral("/BBox \\[\\s*([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s*\\]"));
        QList<QRectF> found;
        for (auto it = box.globalMatch(qdf); it.hasNext();) {
            const auto match = it.next();
            const auto mm = [&](int i) { return match.captured(i).toDouble() * kMmPerPoint; };
            found.append(QRectF(QPointF(mm(1), 297 - mm(4)), QPointF(mm(3), 297 - mm(2))));
        }
        QCOMPARE(found.size(), 2);
        QRectF placed;
        for (const Page &page : document.pages) {
            for (const PlacedPicture &one : page.pictures)
                placed = one.rect;
        }
        const auto isThere = [&](const QRectF &rect) {
            return std::abs(rect.left() - placed.left()) < 0.01 && std::abs(rect.top() - placed.top()) < 0.01
                && std::abs(rect.right() - placed.right()) < 0.01
                && std::abs(rect.bottom() - placed.bottom()) < 0.01;
        };
        QVERIFY(isThere(found[0]) != isThere(found[1]));
        for (const QRectF &rect : found)
            QVERIFY(rect.width() > 1 && rect.height() > 1 && QRectF(0, 0, 210, 297).contains(rect));
    }

    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void everyReportIsTagged_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : sampleNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyReportIsTagged()
    {
        QFETCH(QString, name);
        const Report report = sampleReport(name);
        const QString path = written(report);
        const QString info = run(QStringLiteral("pdfinfo"), {path});
        QVERIFY(info.contains(QRegularExpression(QStringLiteral("Tagged: +yes"))));
        QVERIFY(info.contains(report.title().simplified()));
        QVERIFY(!info.contains(QStringLiteral("Author")));
        QVERIFY(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path})
                    .contains(QStringLiteral("No syntax or stream encoding errors")));
        QString tree = run(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path});
        const auto count = [&](const char *kind) {
            return tree.count(QRegularExpression(
                QStringLiteral("^ *%1\\b").arg(QLatin1String(kind)), QRegularExpression::MultilineOption));
        };
        QCOMPARE(count("H1"), 1);
        QCOMPARE(count("H2"), 6);
        QCOMPARE(count("Table"), 3);
        int rows = 0, heads = 0, cells = 0;
        for (const TableSpec &table : report.spec().tables) {
            rows += table.gridRows;
            for (const GridCell &cell : table.grid)
                ++(cell.kind == GridCell::Kind::Figure ? cells : heads);
        }
        QCOMPARE(count("TR"), rows);
        QCOMPARE(count("TH"), heads);
        QCOMPARE(count("TD"), cells);
        tree.remove(QRegularExpression(QStringLiteral("[\"\\s]")));
        for (const SectionSpec &section : report.spec().sections)
            QVERIFY2(tree.contains(section.heading()), qPrintable(section.heading()));
    }

    void aFigureIsSaidInWords()
    {
        Illustration chart{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"), {},
            QStringLiteral("outcomes"), {}, {}};
        Report report = with({chart, picture(encoded(noise(false), "PNG"))});
        QVERIFY(report.apply(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.granted.individual")), Amount::fromInteger(4711)})));
        QFile file(written(report));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto said = [&](const QString &words) {
            QByteArray hex;
            for (const QChar c : words)
                hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
            return bytes.contains("/Alt<FEFF") && bytes.contains(hex);
        };
        QVERIFY(said(QStringLiteral("予以公开4711件")));
        QVERIFY(said(QStringLiteral("政务公开专区")));
    }

    void theCoverHasALabelOfItsOwn()
    {
        PageOptions page;
        page.cover = true;
        QFile file(written(filledReport(), page));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/PageLabels<</Nums[0<</P<FEFF5C019762>>>1<</S/D>>]>>"));
    }

    void theArchivalMarkIsThereWhenAskedFor()
    {
        PdfOptions options;
        options.marksArchival = true;
        options.author = QStringLiteral("张三");
        for (const bool asked : {false, true}) {
            const QString path = written(filledReport(), {}, asked ? options : PdfOptions());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QCOMPARE(bytes.contains("<pdfaid:part>2</pdfaid:part>"), asked);
            QCOMPARE(bytes.contains("/OutputIntents"), asked);
            QCOMPARE(run(QStringLiteral("pdfinfo"), {path}).contains(QStringLiteral("张三")), asked);
            run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
        }
    }

    void aStoppedWritingLeavesNoFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("stopped.pdf"));
        PdfOptions options;
        options.progress = [](int done, int) { return done < 2; };
        const auto done = writePdf(
            paginate(manuscriptOf(sampleReport(QStringLiteral("zhangcun-2021"))), pageStyle(), m_fonts), path,
            options);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(path));
    }

    void aPngComesBackPixelByPixel()
    {
        const QImage image = noise(false);
        const QByteArray bytes = encoded(image, "PNG");
        const QString path = written(with({picture(bytes), picture(bytes)}));
        run(QStringLiteral("pdfimages"),
            {QStringLiteral("-png"), path, m_folder.filePath(QStringLiteral("i"))});
        const QImage back(m_folder.filePath(QStringLiteral("i-000.png")));
        QCOMPARE(back.convertToFormat(QImage::Format_RGB32), image);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Subtype/Image"), 1); // the same picture stands there once
    }

    void aJpegIsKeptAsItIs()
    {
        const QByteArray bytes = encoded(noise(false), "JPEG");
        QFile file(written(with({picture(bytes)})));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(bytes));
    }

    void transparencyIsASoftMask()
    {
        const QString path = written(with({picture(encoded(noise(true), "PNG"))}));
        QVERIFY(run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path})
                    .contains(QStringLiteral("smask")));
    }
};

QTEST_GUILESS_MAIN(PdfStructureTest)
#include "tst_pdfstructure.moc"
