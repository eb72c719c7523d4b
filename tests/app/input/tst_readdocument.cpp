// SPDX-License-Identifier: MulanPSL-2.0
#include "packagereader.h"
#include "packagewriter.h"
#include "readdocument.h"
#include "reportjson.h"
#include "testreports.h"
#include "xlsxworkbook.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

const QString kTitle = QStringLiteral("临江市花山镇人民政府2022年政府信息公开工作年度报告");
const QString kLine = QStringLiteral("一、总体情况");

QByteArray page() { return QStringLiteral("<p>%1</p><p>%2</p>").arg(kTitle, kLine).toUtf8(); }

QByteArray wordFile()
{
    const QByteArray body
        = QStringLiteral("<w:p><w:r><w:t>%1</w:t></w:r></w:p><w:p><w:r><w:t>%2</w:t></w:r></w:p>")
              .arg(kTitle, kLine)
              .toUtf8();
    const auto bytes = packageOf({{QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("_rels/.rels"),
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
        {QStringLiteral("word/document.xml"),
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body + "</w:body></w:document>"}});
    return *bytes;
}

/// More parts than a package may have.
QByteArray fullPackage()
{
    QList<PackagePart> parts;
    for (int i = 0; i <= PackageReader::kMostParts; ++i)
        parts.append({QStringLiteral("word/%1.xml").arg(i), "<a/>"});
    return *packageOf(parts);
}

/// What says what the package holds unpacks to more than a part may have.
QByteArray bomb()
{
    return *packageOf({{QStringLiteral("_rels/.rels"), QByteArray(PackageReader::kPartBytes + 1, ' ')}});
}

QByteArray savedPage()
{
    return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
           "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + page().toBase64() + "\r\n--b--\r\n";
}

QByteArray inGb18030(const QString &text)
{
    QStringEncoder encoder("GB18030");
    return encoder.encode(text);
}

QByteArray lines() { return (kTitle + u'\n' + kLine + u'\n').toUtf8(); }

} // namespace

/// What a file holds tells its kind, whatever it is called.
class ReadDocumentTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fileWith(const QByteArray &bytes, const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file could not be made");
        return file.fileName();
    }

private Q_SLOTS:
    void theKindIsWhatItHolds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        const QString docx = QStringLiteral("docx"), html = QStringLiteral("html"),
                      txt = QStringLiteral("txt");
        QTest::newRow("Word") << wordFile() << QStringLiteral("a.docx") << docx;
        QTest::newRow("Word under an old name") << wordFile() << QStringLiteral("a.doc") << docx;
        QTest::newRow("Word without a suffix") << wordFile() << QStringLiteral("a") << docx;
        QTest::newRow("a page") << page() << QStringLiteral("a.html") << html;
        QTest::newRow("a page called Word") << "<html><body>" + page() << QStringLiteral("b.doc") << html;
        QTest::newRow("a page called text") << "<html><body>" + page() << QStringLiteral("b.txt") << html;
        QTest::newRow("a saved page") << savedPage() << QStringLiteral("a.mht") << html;
        QTest::newRow("a saved page called Word") << savedPage() << QStringLiteral("c.doc") << html;
        QTest::newRow("text") << lines() << QStringLiteral("a.txt") << txt;
        QTest::newRow("text in GB18030")
            << inGb18030(QString::fromUtf8(lines())) << QStringLiteral("g.txt") << txt;
        QTest::newRow("text without a suffix") << lines() << QStringLiteral("t") << txt;
    }
    void theKindIsWhatItHolds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, kind);
        const auto read = readDocument(fileWith(bytes, name));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->document.kind, kind);
        QCOMPARE(read->file, name);
        QCOMPARE(read->sha256.size(), 64);
        QStringList texts;
        for (const ForeignBlock &block : read->document.blocks) {
            if (const auto *paragraph = std::get_if<ForeignParagraph>(&block))
                texts.append(paragraph->number + paragraph->text);
        }
        QCOMPARE(texts, QStringList({kTitle, kLine}));
    }

    void figuresInATable()
    {
        const Report report = test::filledReport();
        const auto bytes = xlsxOf(workbookOf(report, {}));
        QVERIFY(bytes);
        for (const char *name : {"a.xlsx", "a.xls", "a"}) {
            const auto read = readDocument(fileWith(*bytes, QString::fromLatin1(name)));
            QVERIFY(read);
            QCOMPARE(read->document.kind, QStringLiteral("xlsx"));
        }
        const auto csv = readDocument(fileWith("cell,value\na,1\n", QStringLiteral("a.csv")));
        QVERIFY(csv);
        QCOMPARE(csv->document.kind, QStringLiteral("csv"));
    }

    void whatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const QByteArray ole = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0');
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n12345678") << QStringLiteral("a.png")
                                   << int(ErrorCode::UnknownKind);
        QTest::newRow("words called Word")
            << QByteArray("only words") << QStringLiteral("w.docx") << int(ErrorCode::NotOfItsKind);
        QTest::newRow("words called Excel")
            << QByteArray("only words") << QStringLiteral("w.xlsx") << int(ErrorCode::NotOfItsKind);
        QTest::newRow("words called PDF")
            << QByteArray("only words") << QStringLiteral("w.pdf") << int(ErrorCode::NotOfItsKind);
        QTest::newRow("half a Word file")
            << wordFile().left(300) << QStringLiteral("h.docx") << int(ErrorCode::BrokenDocument);
        for (const char *name : {"m.docx", "m.xlsx", "m.doc", "m"}) {
            QTest::addRow("too many parts, called %s", name)
                << fullPackage() << QString::fromLatin1(name) << int(ErrorCode::TooManyParts);
            QTest::addRow("a bomb, called %s", name)
                << bomb() << QString::fromLatin1(name) << int(ErrorCode::TooLarge);
        }
        QTest::newRow("a Word file with a password")
            << ole << QStringLiteral("p.docx") << int(ErrorCode::NeedsPassword);
    }
    void whatCannotBeReadIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(int, code);
        const QString path = fileWith(bytes, name);
        const auto read = readDocument(path);
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QCOMPARE(read.error().where, path);
    }

    void aFileThatIsNotThere()
    {
        const auto read = takeReport(m_folder.filePath(QStringLiteral("none.docx")));
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), int(ErrorCode::FileNotFound));
    }

    void oursIsTakenAsItIs()
    {
        const Report report = test::filledReport();
        const QString path = fileWith(reportToJson(report), QStringLiteral("ours.json"));
        const auto taken = takeReport(path);
        QVERIFY(taken);
        QVERIFY(!taken->proposal);
        QVERIFY(taken->imported.report == report);
        const auto renamed = takeReport(fileWith(reportToJson(report), QStringLiteral("ours.txt")));
        QVERIFY(renamed);
        QVERIFY(!renamed->proposal);
    }

    void withoutAReportNothingIsTaken()
    {
        const QString path = fileWith("关于召开会议的通知\n请准时参加。\n", QStringLiteral("other.txt"));
        const auto taken = takeReport(path);
        QVERIFY(!taken);
        QCOMPARE(int(taken.error().code), int(ErrorCode::NothingRecognised));
        QCOMPARE(taken.error().where, path);
    }

    void theYearIsAskedWhereItIsNotTold()
    {
        const QByteArray text
            = QStringLiteral("政府信息公开工作年度报告\n一、总体情况\n本年度工作平稳。\n"
                             "五、存在的主要问题及改进情况\n没有。\n六、其他需要报告的事项\n无。\n")
                  .toUtf8();
        const QString path = fileWith(text, QStringLiteral("yearless.txt"));
        const auto taken = takeReport(path);
        QVERIFY(!taken);
        QCOMPARE(int(taken.error().code), int(ErrorCode::YearUnknown));
        TakeChoices choices;
        choices.hints.year = 2023;
        const auto told = takeReport(path, choices);
        QVERIFY(told);
        QCOMPARE(told->imported.report.year(), 2023);
        // the name of its file is a last resort, and a guess
        const auto named = takeReport(fileWith(text, QStringLiteral("2022年度报告.txt")));
        QVERIFY(named);
        QCOMPARE(named->imported.report.year(), 2022);
        const auto notes = named->proposal->notes.mid(0, named->proposal->notesOfWeight);
        QVERIFY(std::any_of(notes.begin(), notes.end(), [](const Phrase &note) {
            return note.in(Language::Chinese).contains(QStringLiteral("2022年是按文件名猜的"));
        }));
        QVERIFY(!takeReport(fileWith(text, QStringLiteral("2024年1月报送.txt"))));
    }

    void aPastedPage()
    {
        const auto html = readPasted(QString::fromUtf8(page()), QStringLiteral("its text"));
        QVERIFY(html);
        QCOMPARE(html->document.kind, QStringLiteral("html"));
        const auto text = readPasted({}, kTitle + u'\n' + kLine);
        QVERIFY(text);
        QCOMPARE(text->document.kind, QStringLiteral("txt"));
        QCOMPARE(text->document.blocks.size(), 2);
    }
};

QTEST_GUILESS_MAIN(ReadDocumentTest)
#include "tst_readdocument.moc"
