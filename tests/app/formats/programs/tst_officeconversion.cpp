// SPDX-License-Identifier: MulanPSL-2.0
#include "officeconversion.h"

#include "calledoff.h"
#include "standinprogram.h"
#include "testreports.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace nianbao;
using namespace std::chrono_literals;

namespace {

const QByteArray kPage
    = "<html><head><meta charset='utf-8'></head><body><h1>政府信息公开工作年度报告</h1>"
      "<table border='1'><tr><td>规章</td><td>3</td><td>0</td><td>17</td></tr></table></body></html>";

bool hasOffice() { return !QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty(); }

} // namespace

class OfficeConversionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_temporary; // where all temporary folders of this process are made

private Q_SLOTS:
    void initTestCase() { qputenv("TMPDIR", QFile::encodeName(m_temporary.path())); }
    void cleanup()
    {
        QVERIFY(QDir(m_temporary.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void bytesAreAskedWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray ole = QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(600, '\0');
        const QByteArray zip = "PK\x03\x04" + QByteArray(26, '\0');
        QTest::newRow("text that is called .doc") << kPage << "doc" << ErrorCode::NotOfItsKind;
        QTest::newRow("nothing") << QByteArray() << "xls" << ErrorCode::NotOfItsKind;
        QTest::newRow("a zip that is no OpenDocument") << zip + "word/document.xml"
                                                       << "odt" << ErrorCode::NotOfItsKind;
        QTest::newRow("a zip that is a picture by its type")
            << zip + "mimetypeapplication/vnd.oasis.opendocument.graphics"
            << "odt" << ErrorCode::NotOfItsKind;
        QTest::newRow("a compound file that is called .odt") << ole << "odt" << ErrorCode::NotOfItsKind;
        QTest::newRow("RTF that is called .xls")
            << QByteArray("{\\rtf1 x}") << "xls" << ErrorCode::NotOfItsKind;
        QTest::newRow("a suffix that is none of these") << ole << "ppt" << ErrorCode::UnknownKind;
    }
    void bytesAreAskedWhatTheyAre()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, suffix);
        const auto converted = convertByOffice(bytes, suffix);
        QVERIFY(!converted);
        QTEST(converted.error().code, "code");
    }

    void withoutItThePackageIsNamed()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(m_folder.path()));
        const auto document = convertByOffice("{\\rtf1 x}", QStringLiteral("doc"));
        const auto sheet = convertByOffice(QByteArray::fromHex("D0CF11E0A1B11AE1"), QStringLiteral("xls"));
        qputenv("PATH", path);
        QVERIFY(!document
            && document.error()
                == (Error{ErrorCode::ProgramMissing, {}, QStringLiteral("libreoffice-writer")}));
        QVERIFY(!sheet
            && sheet.error() == (Error{ErrorCode::ProgramMissing, {}, QStringLiteral("libreoffice-calc")}));
    }

    void whatItMakesIsTaken_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a .doc that is called .wps") << "page.doc"
                                                    << "wps"
                                                    << "docx";
        QTest::newRow("an .odt that is called .doc") << "page.odt"
                                                     << "doc"
                                                     << "docx";
        QTest::newRow("an .xls that is called .et") << "sheet.xls"
                                                    << "et"
                                                    << "xlsx";
        QTest::newRow("an .ods") << "sheet.ods"
                                 << "ods"
                                 << "xlsx";
    }
    void whatItMakesIsTaken()
    {
        if (!hasOffice())
            QSKIP("LibreOffice is not here");
        QFETCH(const QString, file);
        QFETCH(const QString, suffix);
        const auto converted
            = convertByOffice(test::readFile(QStringLiteral(TEST_DATA_DIR "/office/") + file), suffix);
        QVERIFY(converted);
        QTEST(converted->kind, "kind");
        QVERIFY(converted->bytes.startsWith("PK"));
        QVERIFY(
            converted->bytes.contains(converted->kind == u"docx" ? "word/document.xml" : "xl/workbook.xml"));
    }

    void whoNoLongerWantsItCallsItOff()
    {
        // stands for LibreOffice, on any machine: it would work for a minute
        const test::StandInProgram office(m_folder.path(), QStringLiteral("soffice"), "sleep 60\n");
        QElapsedTimer timer;
        timer.start();
        const test::CallsOff other(200ms);
        const auto converted = convertByOffice("{\\rtf1 x}", QStringLiteral("doc"), other.token());
        const qint64 waited = timer.elapsed();
        QVERIFY(!converted);
        QVERIFY(converted.error().code == ErrorCode::ProgramFailed);
        QVERIFY2(waited >= 150 && waited < 3000, qPrintable(QString::number(waited)));
    }

    void twoAtOnceDoNotMeet()
    {
        if (!hasOffice())
            QSKIP("LibreOffice is not here");
        const QByteArray old = "{\\rtf1 3}";
        std::unique_ptr<QThread> other(
            QThread::create([&] { QVERIFY(convertByOffice(old, QStringLiteral("rtf"))); }));
        other->start();
        const bool isDone = convertByOffice(old, QStringLiteral("rtf")).has_value();
        QVERIFY(other->wait(60'000));
        QVERIFY(isDone);
    }
};

QTEST_GUILESS_MAIN(OfficeConversionTest)
#include "tst_officeconversion.moc"
