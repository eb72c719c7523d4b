// SPDX-License-Identifier: MulanPSL-2.0
#include "characters.h"
#include "cleantext.h"
#include "exportnotices.h"
#include "pagestyle.h"
#include "paginate.h"
#include "pdfwriter.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace nianbao;

namespace {

constexpr double kSize = 16 * kMmPerPoint;
constexpr int kPerLine = 28;
constexpr int kLines = 22;

class Builder {
public:
    explicit Builder(std::shared_ptr<const FontSet> fonts)
    {
        document.fonts = std::move(fonts);
        document.title = QStringLiteral("张村镇人民政府2021年政府信息公开工作年度报告");
    }
    /// One line after the other, a run for each change of face, as the layout does.
    void add(FontRole role, const QString &text)
    {
        int column = kPerLine;
        for (const char32_t character : text.toStdU32String()) {
            if (column == kPerLine) {
                newLine();
                column = 0;
            }
            const FontSet::Hit hit = document.fonts->find(role, character);
            auto &runs = document.pages.back().runs;
            if (column == 0 || runs.back().face != hit.face) {
                runs.push_back({hit.face, kSize, 37 + m_line * 10.2});
                runs.back().source = -1;
            }
            runs.back().glyphs.push_back({character, hit.glyph, float(28 + column * 156.0 / kPerLine)});
            ++column;
        }
    }
    PageDocument document{};

private:
    void newLine()
    {
        if (document.pages.empty() || ++m_line > kLines) {
            document.pages.emplace_back();
            document.pages.back().number = int(document.pages.size());
            m_line = 1;
        }
    }
    int m_line = 0;
};

QByteArray pdfBytes(const PageDocument &document)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return writePdf(document, buffer).has_value() ? bytes : QByteArray();
}

QString withoutSpace(QString text)
{
    static const QRegularExpression space(QStringLiteral("[\\s\\f]+"));
    return text.remove(space);
}

} // namespace

class TestPdfWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyHanziComesOutAsTyped_data();
    void everyHanziComesOutAsTyped();
    void twoCharactersOfOneGlyphAreToldApart();
    void charactersWithoutGlyphKeepTheirText();
    void fontsAreEmbeddedSubsets();
    void inkLiesWhereThePageSays();
    void bookmarksAreNested();
    void catalogSaysTitleAndLanguage();
    void nothingOfTimeOrPersonIsWritten();
    void theSameDocumentGivesTheSameBytes();
    void rulesFillsAndShapesAreNoText();
    void documentWithoutPagesIsAnError();
    void everyPageNamesItsResources();
    void withoutAGlyphNoArchiveIsPromised_data();
    void withoutAGlyphNoArchiveIsPromised();
    void metadataAreWellFormedWhateverTheTitle_data();
    void metadataAreWellFormedWhateverTheTitle();
    void textOfFacesWithoutFontsIsAnError();
    void fullDiskIsAnError();
    void missingFolderLeavesNothing();
    void existingFileSurvivesAFailure();
    void writingIsFast();

private:
    QString write(const PageDocument &document);
    QByteArray run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder{};
    std::shared_ptr<const FontSet> m_fonts{};
    QString m_hanzi{};
};

void TestPdfWriter::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts.has_value());
    m_fonts = *fonts;
    m_hanzi = test::gb2312Hanzi();
}

QByteArray TestPdfWriter::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        qCritical(
            "%s: %d %s", qPrintable(program), process.exitCode(), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// Writes the file, has qpdf check it and returns the path.
QString TestPdfWriter::write(const PageDocument &document)
{
    const QString path = m_folder.filePath(QStringLiteral("test.pdf"));
    const Result<> done = writePdf(document, path);
    if (!done)
        qCritical("writePdf: %s", qPrintable(done.error().detail));
    const QByteArray verdict = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
    if (!verdict.contains("No syntax or stream encoding errors found"))
        qCritical("qpdf: %s", verdict.constData());
    return path;
}

void TestPdfWriter::everyHanziComesOutAsTyped_data()
{
    QTest::addColumn<int>("role");
    QTest::newRow("title") << int(FontRole::Title);
    QTest::newRow("body") << int(FontRole::Body);
    QTest::newRow("heading 1") << int(FontRole::Heading1);
    QTest::newRow("heading 2") << int(FontRole::Heading2);
    QTest::newRow("table") << int(FontRole::Table);
}

void TestPdfWriter::everyHanziComesOutAsTyped()
{
    QFETCH(int, role);
    Builder builder(m_fonts);
    const QString text = m_hanzi + test::marks() + test::rareHanzi();
    builder.add(FontRole(role), text);
    const QString path = write(builder.document);
    const QString found = withoutSpace(QString::fromUtf8(
        run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")})));
    for (qsizetype i = 0; i < std::min(found.size(), text.size()); ++i) {
        if (found[i] != text[i])
            QFAIL(qPrintable(QStringLiteral("%1: U+%2 %3 came out as U+%4 %5")
                                 .arg(i)
                                 .arg(int(text[i].unicode()), 4, 16)
                                 .arg(text.mid(i, 8))
                                 .arg(int(found[i].unicode()), 4, 16)
                                 .arg(found.mid(i, 8))));
    }
    QCOMPARE(found.size(), text.size());
    for (const QChar c : found)
        QVERIFY(c.unicode() < 0x2E80 || c.unicode() > 0x2FDF); // radicals
}

void TestPdfWriter::twoCharactersOfOneGlyphAreToldApart()
{
    // · and ・ are one glyph of FandolFang; U+2F00 and 一 one of Noto
    const QString text = QStringLiteral("甲·乙・丙·丁・・戊一二\u2F00三一");
    Builder builder(m_fonts);
    builder.add(FontRole::Body, text);
    builder.add(FontRole::Table, text);
    const QString found = withoutSpace(QString::fromUtf8(run(QStringLiteral("pdftotext"),
        {QStringLiteral("-raw"), write(builder.document), QStringLiteral("-")})));
    QCOMPARE(found, text + text);
}

void TestPdfWriter::charactersWithoutGlyphKeepTheirText()
{
    const QString text = QStringLiteral("甲\uE123乙\uE124丙");
    Builder builder(m_fonts);
    builder.add(FontRole::Body, text);
    QCOMPARE(withoutSpace(QString::fromUtf8(run(QStringLiteral("pdftotext"),
                 {QStringLiteral("-raw"), write(builder.document), QStringLiteral("-")}))),
        text);
}

void TestPdfWriter::fontsAreEmbeddedSubsets()
{
    Builder builder(m_fonts);
    for (int role = 0; role < kFontRoles; ++role)
        builder.add(FontRole(role), QStringLiteral("年报2021𠮷"));
    const QByteArray list = run(QStringLiteral("pdffonts"), {write(builder.document)});
    const QList<QByteArray> lines = list.trimmed().split('\n').mid(2);
    QCOMPARE(lines.size(), m_fonts->faces() >= 5 ? 5 : m_fonts->faces());
    static const QRegularExpression line(QStringLiteral(
        "^[A-Z]{6}\\+[A-Za-z0-9-]+ +CID (Type 0C|TrueType) +Identity-H +yes yes yes +\\d+ +0 *$"));
    for (const QByteArray &font : lines)
        QVERIFY2(line.match(QString::fromUtf8(font)).hasMatch(), font.constData());
}

void TestPdfWriter::inkLiesWhereThePageSays()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("一二三四五六七八九十"));
    builder.add(FontRole::Heading2, QStringLiteral("甲乙丙"));
    const QString boxes = QString::fromUtf8(run(QStringLiteral("pdftotext"),
        {QStringLiteral("-bbox"), write(builder.document), QStringLiteral("-")}));
    static const QRegularExpression word(
        QStringLiteral("<word xMin=\"([\\d.]+)\" yMin=\"[\\d.]+\" xMax=\"([\\d.]+)\""));
    auto found = word.globalMatch(boxes);
    const auto near = [](const QString &points, double mm) {
        return std::abs(points.toDouble() - mm / kMmPerPoint) < 0.02;
    };
    QVERIFY(found.hasNext());
    const auto first = found.next();
    QVERIFY2(near(first.captured(1), 28), qPrintable(boxes));
    QVERIFY2(near(first.captured(2), 28 + 9 * 156.0 / 28 + kSize), qPrintable(boxes));
    QVERIFY(found.hasNext());
    QVERIFY(near(found.next().captured(2), 28 + 2 * 156.0 / 28 + kSize));
}

void TestPdfWriter::bookmarksAreNested()
{
    Builder builder(m_fonts);
    for (int i = 0; i < kLines + 1; ++i)
        builder.add(FontRole::Body, QStringLiteral("年报"));
    builder.document.bookmarks = {
        {QStringLiteral("一、总体情况"), 1, 0, 40},
        {QStringLiteral("（一）概述"), 2, 0, 60},
        {QStringLiteral("（二）监督"), 2, 1, 37},
        {QStringLiteral("二、主动公开"), 1, 1, 100},
    };
    const QString path = write(builder.document);
    const QByteArray xml = run(
        QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), path});
    const QString text = QString::fromUtf8(xml);
    for (const Bookmark &bookmark : builder.document.bookmarks)
        QVERIFY2(text.contains(bookmark.text), xml.constData());
    QCOMPARE(text.count(QLatin1String("\"destpageposfrom1\": 1")), 2);
    QCOMPARE(text.count(QLatin1String("\"destpageposfrom1\": 2")), 2);
    const QByteArray qdf = run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), path, QStringLiteral("-")});
    QVERIFY(qdf.contains("/Count 2\n")); // of the first section
}

void TestPdfWriter::catalogSaysTitleAndLanguage()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    const QByteArray bytes = pdfBytes(builder.document);
    QVERIFY(bytes.startsWith("%PDF-1.7\n"));
    QVERIFY(bytes.contains("/Lang(zh-CN)"));
    QVERIFY(bytes.contains("/DisplayDocTitle true"));
    const QByteArray info = run(QStringLiteral("pdfinfo"), {write(builder.document)});
    QVERIFY2(info.contains(builder.document.title.toUtf8()), info.constData());
    QVERIFY(info.contains("Producer:        Nianbao\n"));
    QVERIFY(info.contains("(A4)"));
}

void TestPdfWriter::nothingOfTimeOrPersonIsWritten()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    const QByteArray bytes = pdfBytes(builder.document);
    for (const char *key : {"/CreationDate", "/ModDate", "/Author", "/Creator", "xmp:", "dc:creator"})
        QVERIFY2(!bytes.contains(key), key);
}

void TestPdfWriter::theSameDocumentGivesTheSameBytes()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, m_hanzi.left(500));
    const QByteArray first = pdfBytes(builder.document);
    QVERIFY(!first.isEmpty());
    QCOMPARE(pdfBytes(builder.document), first);
    builder.add(FontRole::Body, QStringLiteral("又"));
    QVERIFY(pdfBytes(builder.document) != first);
}

void TestPdfWriter::rulesFillsAndShapesAreNoText()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    Page &page = builder.document.pages.front();
    page.fills.push_back({{28, 60, 156, 10}, QColor(0xdc, 0xe9, 0xf6)});
    page.fills.push_back({{28, 80, 156, 10}, {}}); // only for clicks
    page.rules.push_back({28, 60, 184, 60, 0.25});
    QPainterPath ring;
    ring.addEllipse(60, 100, 80, 80);
    page.shapes.push_back({ring, QColor(0, 0, 0, 30)});
    const QString path = write(builder.document);
    const QByteArray qdf = run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), path, QStringLiteral("-")});
    QVERIFY(qdf.contains("0.863 0.914 0.965 rg"));
    QCOMPARE(qdf.count(" re f"), 1);
    QVERIFY(qdf.contains(" l S"));
    QVERIFY(qdf.contains(" c\n"));
    QCOMPARE(withoutSpace(QString::fromUtf8(run(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}))),
        QStringLiteral("年报"));
}

/// Nothing is laid out without fonts: a file without pages would only look like one.
void TestPdfWriter::documentWithoutPagesIsAnError()
{
    PageDocument document;
    const QString path = m_folder.filePath(QStringLiteral("empty.pdf"));
    const Result<> done = writePdf(document, path);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::FontMissing);
    QVERIFY(!QFileInfo::exists(path));
    document.pages.emplace_back();
    write(document);
}

/// ISO 19005-2 6.2.2: a page does not inherit them.
void TestPdfWriter::everyPageNamesItsResources()
{
    Builder builder(m_fonts);
    for (int i = 0; i < 2 * kLines + 1; ++i)
        builder.add(FontRole::Body, QStringLiteral("年报"));
    QCOMPARE(int(builder.document.pages.size()), 3);
    const QByteArray qdf = run(
        QStringLiteral("qpdf"), {QStringLiteral("--qdf"), write(builder.document), QStringLiteral("-")});
    int pages = 0;
    for (const QString &object : QString::fromLatin1(qdf).split(QStringLiteral("endobj"))) {
        if (!object.contains(QRegularExpression(QStringLiteral("/Type /Page\\s"))))
            continue;
        ++pages;
        QVERIFY2(object.contains(QStringLiteral("/Resources ")), qPrintable(object));
    }
    QCOMPARE(pages, 3);
}

void TestPdfWriter::withoutAGlyphNoArchiveIsPromised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("ordinary text") << QStringLiteral("年报2021𠮷") << true;
    QTest::newRow("a private-use character") << QStringLiteral("年\uE123报") << false;
    QTest::newRow("an emoji") << QStringLiteral("年报😀") << false;
}

void TestPdfWriter::withoutAGlyphNoArchiveIsPromised()
{
    QFETCH(QString, text);
    QFETCH(bool, isMarked);
    Report report = test::filledReport();
    QVERIFY(report.apply(Change::of({}, SetText{SectionId(QStringLiteral("overview")), 0, text})));
    const PageDocument document = paginate(manuscriptOf(report), pageStyle(), m_fonts);
    QCOMPARE(canBeArchived(document), isMarked);
    QCOMPARE(missingCharacters(document).isEmpty(), isMarked);
    PdfOptions options;
    options.marksArchival = true;
    const QString path = m_folder.filePath(QStringLiteral("archive.pdf"));
    QVERIFY(writePdf(document, path, options));
    QCOMPARE(test::readFile(path).contains("pdfaid:part"), isMarked);
    const QByteArray verdict = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
    QVERIFY2(verdict.contains("No syntax or stream encoding errors found"), verdict.constData());
    const QString found = withoutSpace(QString::fromUtf8(
        run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")})));
    QVERIFY(found.contains(text)); // what was typed can be found, though a box stands there
    QCOMPARE(exportNotices(document, true).size(), isMarked ? 0 : 2);
    if (!isMarked) { // the box is one that everybody knows, not the face's own
        const GlyphRun *boxed = nullptr;
        for (const GlyphRun &line : document.pages[0].runs) {
            for (const Glyph &glyph : line.glyphs) {
                QVERIFY(glyph.glyph != 0);
                if (glyph.character == char32_t(missingCharacters(document).first()))
                    boxed = &line;
            }
        }
        QVERIFY(boxed);
    }
}

/// Whatever a title is made of: XMP is XML, and says the same as the Info dictionary.
void TestPdfWriter::metadataAreWellFormedWhateverTheTitle_data()
{
    QTest::addColumn<QString>("title");
    for (int c = 0; c < 0xA0; ++c) {
        if (c < 0x20 || c >= 0x7F)
            QTest::addRow("U+%04X", unsigned(c))
                << QString(QStringLiteral("甲") + QChar(char16_t(c)) + QStringLiteral("乙"));
    }
    QTest::newRow("half a pair") << QString(QStringLiteral("甲") + QChar(0xD83D) + QStringLiteral("乙"));
    QTest::newRow("the other half") << QString(QStringLiteral("甲") + QChar(0xDE00) + QStringLiteral("乙"));
    QTest::newRow("noncharacters") << QStringLiteral("甲\uFFFE\uFFFF\uFDD0乙");
    QTest::newRow("marks of XML") << QStringLiteral("甲<b>&amp;]]>\"'乙");
    QTest::newRow("beyond the basic plane") << QStringLiteral("甲𠮷乙");
}

void TestPdfWriter::metadataAreWellFormedWhateverTheTitle()
{
    QFETCH(QString, title);
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    builder.document.title = title;
    builder.document.bookmarks = {{title, 1, 0, 40}};
    PdfOptions options;
    options.author = title;
    const QString path = m_folder.filePath(QStringLiteral("title.pdf"));
    QVERIFY(writePdf(builder.document, path, options));
    const QByteArray bytes = test::readFile(path);
    const auto start = bytes.indexOf("<?xpacket begin");
    QXmlStreamReader xml(bytes.mid(start, bytes.indexOf("<?xpacket end", start) - start));
    QStringList told;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
            told.append(xml.text().toString());
    }
    QVERIFY2(!xml.hasError() || xml.error() == QXmlStreamReader::PrematureEndOfDocumentError,
        qPrintable(xml.errorString()));
    const QString clean = cleanText(title, Lines::One);
    QCOMPARE(told.count(clean), 2); // title and author
    const QString info = QString::fromUtf8(run(QStringLiteral("pdfinfo"), {path}));
    QVERIFY2(info.contains(clean.simplified()), qPrintable(info));
    QVERIFY(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}).contains("No syntax"));
}

void TestPdfWriter::textOfFacesWithoutFontsIsAnError()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    builder.document.fonts.reset();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<> done = writePdf(builder.document, buffer);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::FontMissing);
}

void TestPdfWriter::fullDiskIsAnError()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, m_hanzi.left(500));
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly));
    const Result<> toDevice = writePdf(builder.document, full);
    QVERIFY(!toDevice);
    QCOMPARE(toDevice.error().code, ErrorCode::DiskFull);
    const Result<> toPath = writePdf(builder.document, QStringLiteral("/dev/full"));
    QVERIFY(!toPath);
    QCOMPARE(toPath.error().code, ErrorCode::DiskFull);
    QCOMPARE(toPath.error().where, QStringLiteral("/dev/full"));
}

void TestPdfWriter::missingFolderLeavesNothing()
{
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    const QString path = m_folder.filePath(QStringLiteral("no/such/folder/report.pdf"));
    const Result<> done = writePdf(builder.document, path);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::WriteFailed);
    QCOMPARE(done.error().where, path);
    QVERIFY(!QFile::exists(path));
}

void TestPdfWriter::existingFileSurvivesAFailure()
{
    const QString path = m_folder.filePath(QStringLiteral("kept.pdf"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    Builder builder(m_fonts);
    builder.add(FontRole::Body, QStringLiteral("年报"));
    builder.document.fonts.reset(); // fails after the temporary file was opened
    QVERIFY(!writePdf(builder.document, path));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("kept.pdf*")}).size(), 1);
}

void TestPdfWriter::writingIsFast()
{
    Builder builder(m_fonts);
    for (int page = 0; page < 8; ++page) {
        for (int role = 0; role < kFontRoles; ++role)
            builder.add(FontRole(role), m_hanzi.mid(page * 60, role == 1 ? 300 : 60));
    }
    QElapsedTimer timer;
    timer.start();
    const QByteArray bytes = pdfBytes(builder.document);
    const qint64 elapsed = timer.nsecsElapsed();
    QVERIFY(!bytes.isEmpty());
    qInfo("%d pages: %.1f ms, %lld bytes", int(builder.document.pages.size()), double(elapsed) / 1e6,
        static_cast<long long>(bytes.size()));
    QVERIFY(elapsed < 1'000'000'000);
}

QTEST_GUILESS_MAIN(TestPdfWriter)
#include "tst_pdfwriter.moc"
