// SPDX-License-Identifier: MulanPSL-2.0
#include "intakedesk.h"

#include "dialoganswers.h"
#include "exportreport.h"
#include "intakedialog.h"
#include "session.h"
#include "standinprogram.h"
#include "testreports.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace nianbao;

class IntakeDeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_page; // the sample as a web page

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static std::unique_ptr<Session> made(const QString &path, const Report &report)
    {
        auto session = Session::create(path, report, true);
        if (!session)
            qFatal("no report");
        return std::move(*session);
    }
    static void press(const char *button, std::optional<IntakeUse> use = {})
    {
        dialogs::handleNext([button, use](QDialog &dialog) {
            if (auto *uses = dialog.findChild<QComboBox *>(QStringLiteral("use")); uses && use)
                uses->setCurrentIndex(uses->findData(int(*use)));
            dialog.findChild<QPushButton *>(QLatin1String(button))->click();
            return dialog.result() == QDialog::Accepted;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        dialogs::setSilent(true);
        const auto session
            = made(path(QStringLiteral("s.nianbao")), test::sampleReport(QStringLiteral("hongze-2023")));
        m_page = path(QStringLiteral("页面.html"));
        QVERIFY(exportReport(*session, {Paper::Report, ExportKind::Html, {}, {}, {}}, m_page));
    }
    void init()
    {
        dialogs::setSilent(true);
        dialogs::told();
    }

    void aPageBecomesANewReport()
    {
        QWidget window;
        IntakeDesk desk(&window);
        std::optional<Report> report;
        connect(&desk, &IntakeDesk::reportMade, this, [&](const Report &made) { report = made; });
        press("all");
        desk.takeFile(m_page, {});
        QCOMPARE(dialogs::told(), QStringList());
        QVERIFY(report);
        const Report sample = test::sampleReport(QStringLiteral("hongze-2023"));
        QCOMPARE(report->year(), sample.year());
        for (const TableSpec &table : sample.spec().tables) {
            for (const CellId &id : table.cells)
                QVERIFY2(report->value(id) == sample.value(id), qPrintable(id.toString()));
        }
        QVERIFY(report->fact(fact::kSource).startsWith(QStringLiteral("页面.html ")));
    }

    void nothingIsTakenWhenItIsCalledOff()
    {
        QWidget window;
        IntakeDesk desk(&window);
        QSignalSpy made(&desk, &IntakeDesk::reportMade);
        press("cancel");
        desk.takeFile(m_page, {});
        QCOMPARE(made.count(), 0);
    }

    /// Whoever waits too long presses Cancel, and nothing goes on behind.
    void theReadingIsCalledOff()
    {
        const QString begun = path(QStringLiteral("begun"));
        // stands for poppler: it would work for a minute
        const test::StandInProgram program(m_folder.path(), QStringLiteral("pdfinfo"),
            "echo $$ > '" + QFile::encodeName(begun) + "'\nexec sleep 60\n");
        QFile file(path(QStringLiteral("长.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.7\n");
        file.close();
        QWidget window;
        IntakeDesk desk(&window);
        QSignalSpy notices(&desk, &IntakeDesk::notice);
        qint64 process = 0;
        dialogs::handleNextWait([&](QDialog &dialog) {
            [&] { QTRY_VERIFY(!test::readFile(begun).isEmpty()); }();
            process = test::readFile(begun).trimmed().toLongLong();
            dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
            return dialog.result() == QDialog::Accepted;
        });
        QElapsedTimer timer;
        timer.start();
        desk.takeFile(file.fileName(), {});
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(notices.count(), 1);
        QCOMPARE(dialogs::told(), QStringList());
        QVERIFY(process > 1);
        QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/%1").arg(process)));
    }

    void itGoesIntoTheOpenReportInOneStep_data()
    {
        QTest::addColumn<int>("use");
        QTest::newRow("as this year's") << int(IntakeUse::IntoOpen);
        QTest::newRow("as last year's") << int(IntakeUse::PriorOfOpen);
        QTest::newRow("added") << int(IntakeUse::AddFigures);
    }
    void itGoesIntoTheOpenReportInOneStep()
    {
        QFETCH(int, use);
        const Report before = test::filledReport(QStringLiteral("2021"), 2023);
        const auto session = made(path(QStringLiteral("open.nianbao")), before);
        QWidget window;
        IntakeDesk desk(&window);
        QSignalSpy notices(&desk, &IntakeDesk::notice);
        press("all", IntakeUse(use));
        desk.takeFile(m_page, {session.get(), {}});
        QCOMPARE(dialogs::told(), QStringList());
        QCOMPARE(notices.count(), 1);
        QVERIFY(session->report() != before);
        QCOMPARE(session->undoStack().count(), 1);
        QCOMPARE(session->report().prior() != nullptr, IntakeUse(use) == IntakeUse::PriorOfOpen);
        QVERIFY(session->undo());
        QVERIFY(session->report() == before);
    }

    void aFigureThatIsNotAddedIsTold()
    {
        QString page = QString::fromUtf8(test::readFile(m_page));
        static const QRegularExpression figure(QStringLiteral("<td[^>]*>\\K[0-9]+(?=</td>)"));
        const QRegularExpressionMatch first = figure.match(page);
        QVERIFY(first.hasMatch());
        page.replace(first.capturedStart(), first.capturedLength(), QStringLiteral("若干"));
        QMimeData mime;
        mime.setHtml(page);
        const auto session
            = made(path(QStringLiteral("sum.nianbao")), test::filledReport(QStringLiteral("2021"), 2023));
        QWidget window;
        IntakeDesk desk(&window);
        press("all", IntakeUse::AddFigures);
        desk.takePasted(mime, {session.get(), {}});
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(QStringLiteral("若干")), qPrintable(told.first()));
        QCOMPARE(session->undoStack().count(), 1);
    }

    void whatIsNoReportIsTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a letter") << QStringLiteral("信.txt") << QByteArray("请于明天开会。\n");
        QTest::newRow("no Word file") << QStringLiteral("坏.docx") << QByteArray("PK\x03\x04 nothing");
        QTest::newRow("empty") << QStringLiteral("空.html") << QByteArray();
    }
    void whatIsNoReportIsTold()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        QWidget window;
        IntakeDesk desk(&window);
        QSignalSpy made(&desk, &IntakeDesk::reportMade);
        desk.takeFile(path(name), {});
        QCOMPARE(made.count(), 0);
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 1);
        QVERIFY(!told.first().isEmpty());
    }

    void aPastedPageIsReadToo()
    {
        QMimeData mime;
        mime.setHtml(QString::fromUtf8(test::readFile(m_page)));
        QVERIFY(IntakeDesk::holdsPage(mime));
        QWidget window;
        IntakeDesk desk(&window);
        QSignalSpy made(&desk, &IntakeDesk::reportMade);
        press("all");
        desk.takePasted(mime, {});
        QCOMPARE(dialogs::told(), QStringList());
        QCOMPARE(made.count(), 1);
    }

    void documentsAreKnownByTheirNames()
    {
        QVERIFY(IntakeDesk::reads(QStringLiteral("/x/年报.DOCX")));
        QVERIFY(!IntakeDesk::reads(QStringLiteral("/x/年报.nianbao")));
        QVERIFY(!IntakeDesk::reads(QStringLiteral("/x/年报.json")));
    }
};

QTEST_MAIN(IntakeDeskTest)
#include "tst_intakedesk.moc"
