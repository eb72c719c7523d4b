// SPDX-License-Identifier: MulanPSL-2.0
#include "exportreport.h"
#include "packagereader.h"
#include "readreport.h"
#include "reportjson.h"
#include "sample.h"
#include "session.h"
#include "testreports.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

/// The one door to all formats.
class ExportReportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray bytesOf(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made = Session::create(path(QStringLiteral("r.nianbao")), test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
    }

    void theSuffixTellsTheKind_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, ExportKind kind) {
            QTest::newRow(name) << QString::fromLatin1(name) << int(kind);
        };
        row("a.pdf", ExportKind::Pdf);
        row("a.DOCX", ExportKind::Word);
        row("a.xlsx", ExportKind::Excel);
        row("a.html", ExportKind::Html);
        row("a.htm", ExportKind::Html);
        row("a.b.txt", ExportKind::Text);
        row("a.csv", ExportKind::Csv);
        row("a.json", ExportKind::Json);
    }
    void theSuffixTellsTheKind()
    {
        QFETCH(QString, path);
        const auto kind = exportKindOf(path);
        QVERIFY(kind);
        QTEST(int(*kind), "kind");
    }
    void noOtherSuffixTellsOne()
    {
        for (const char *name : {"a.doc", "a.nianbao", "a", "docx", "a.docx.tmp"})
            QVERIFY2(!exportKindOf(QString::fromLatin1(name)), name);
    }

    /// Each file begins as its kind does, and is the same when it is made again.
    void eachKindIsWritten_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("pdf") << int(ExportKind::Pdf) << QByteArray("%PDF-");
        QTest::newRow("docx") << int(ExportKind::Word) << QByteArray("PK\x03\x04");
        QTest::newRow("xlsx") << int(ExportKind::Excel) << QByteArray("PK\x03\x04");
        QTest::newRow("html") << int(ExportKind::Html) << QByteArray("<!DOCTYPE html>");
        QTest::newRow("fragment") << int(ExportKind::HtmlFragment) << QByteArray("<");
        QTest::newRow("txt") << int(ExportKind::Text) << m_session->report().title().toUtf8().left(9);
        QTest::newRow("csv") << int(ExportKind::Csv) << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("json") << int(ExportKind::Json) << QByteArray("{");
    }
    void eachKindIsWritten()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, start);
        const ExportRequest request{Paper::Report, ExportKind(kind)};
        const QString file = path(QStringLiteral("out.") + suffixOf(request.kind));
        QVERIFY(exportReport(*m_session, request, file));
        const QByteArray written = bytesOf(file);
        QVERIFY2(written.startsWith(start), written.left(40).constData());
        const auto again = exportedBytes(*m_session, request);
        QVERIFY(again);
        QCOMPARE(*again, written);
        if (request.kind == ExportKind::HtmlFragment)
            QVERIFY(!written.contains("<html") && !written.contains("<style"));
    }

    /// Nobody takes the figures of the sample for real ones, in whatever program they are seen.
    void theSampleIsMarkedForEveryReader_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("paper");
        QTest::addColumn<QString>("part"); // of a package: its name begins so
        const auto row = [](const char *name, ExportKind kind, Paper paper, const char *part) {
            QTest::newRow(name) << int(kind) << int(paper) << QString::fromLatin1(part);
        };
        row("docx", ExportKind::Word, Paper::Report, "word/header");
        row("the paper for its readers as docx", ExportKind::Word, Paper::Review, "word/header");
        row("the sheet of checks as docx", ExportKind::Word, Paper::Checks, "word/header");
        row("xlsx", ExportKind::Excel, Paper::Report, "xl/sharedStrings");
        row("html", ExportKind::Html, Paper::Report, "");
        row("fragment", ExportKind::HtmlFragment, Paper::Report, "");
        row("txt", ExportKind::Text, Paper::Report, "");
    }
    void theSampleIsMarkedForEveryReader()
    {
        QFETCH(int, kind);
        QFETCH(int, paper);
        QFETCH(QString, part);
        const auto shipped = readReport(QStringLiteral(":/samples/zhangcun-2021.json"));
        QVERIFY(shipped);
        const auto sample = Session::create(path(QStringLiteral("sample.nianbao")), shipped->report, true);
        QVERIFY(sample && sample::isSample((*sample)->report()));
        const auto isMarked = [&](const Session &session) {
            const auto bytes = exportedBytes(session, {Paper(paper), ExportKind(kind)});
            if (!bytes || part.isEmpty())
                return bytes && bytes->contains("示例");
            auto package = PackageReader::open(*bytes);
            int marked = 0, others = 0;
            for (const QString &name : package ? package->parts() : QStringList()) {
                if (name.startsWith(part))
                    ++(package->read(name)->contains("示例") ? marked : others);
            }
            return marked > 0 && others == 0; // the pages at the left and those at the right
        };
        QVERIFY(isMarked(**sample));
        QVERIFY(!isMarked(*m_session));
    }

    void withoutSignatureNoFormatHasIt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("html") << int(ExportKind::Html);
        QTest::newRow("txt") << int(ExportKind::Text);
    }
    void withoutSignatureNoFormatHasIt()
    {
        QFETCH(int, kind);
        Report signedReport = test::filledReport();
        QVERIFY(signedReport.apply(
            Change::of({}, SetFact{QLatin1String(fact::kSignature), QStringLiteral("署名处")})));
        const auto session = Session::create(path(QStringLiteral("signed.nianbao")), signedReport, true);
        QVERIFY(session);
        ExportRequest request{Paper::Report, ExportKind(kind)};
        const QByteArray words = QStringLiteral("署名处").toUtf8();
        QVERIFY(exportedBytes(**session, request)->contains(words));
        request.choices.signature = false;
        QVERIFY(!exportedBytes(**session, request)->contains(words));
    }

    void aPaperIsNoTableOfFigures()
    {
        for (const ExportKind kind : {ExportKind::Excel, ExportKind::Csv, ExportKind::Json}) {
            const QString file = path(QStringLiteral("paper.") + suffixOf(kind));
            const auto done = exportReport(*m_session, {Paper::Checks, kind}, file);
            QVERIFY(!done);
            QCOMPARE(int(done.error().code), int(ErrorCode::BadArguments));
            QVERIFY(!QFile::exists(file));
        }
        for (const ExportKind kind :
            {ExportKind::Pdf, ExportKind::Word, ExportKind::Html, ExportKind::Text}) {
            for (const Paper paper : {Paper::Review, Paper::Checks, Paper::SignOff})
                QVERIFY(
                    exportReport(*m_session, {paper, kind}, path(QStringLiteral("paper.") + suffixOf(kind))));
        }
    }

    void theReportItselfIsNeverReplaced()
    {
        const QByteArray before = bytesOf(m_session->path());
        for (const ExportKind kind : {ExportKind::Pdf, ExportKind::Word, ExportKind::Json}) {
            const auto done = exportReport(*m_session, {Paper::Report, kind}, m_session->path());
            QVERIFY(!done);
            QCOMPARE(int(done.error().code), int(ErrorCode::SameFile));
        }
        QCOMPARE(bytesOf(m_session->path()), before);
    }

    /// What cannot be written leaves nothing behind, and what was there before.
    void writtenWholeOrNotAtAll()
    {
        const QString nowhere = path(QStringLiteral("no/such/folder/a.docx"));
        QVERIFY(!exportReport(*m_session, {Paper::Report, ExportKind::Word}, nowhere));
        QVERIFY(!QFile::exists(nowhere));
    }
};

QTEST_MAIN(ExportReportTest)
#include "tst_exportreport.moc"
