// SPDX-License-Identifier: MulanPSL-2.0
// Measures how long the window does not return to its event loop. `measure` does so over all tests of the
// window.
#include "dialoganswers.h"
#include "gridview.h"
#include "mainwindow.h"
#include "openedwindow.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "testreports.h"
#include "watchedapplication.h"

#include <QAbstractEventDispatcher>
#include <QDialog>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace nianbao;
using test::handle;
using test::Watch;
using test::Worker;

class WatchdogTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    static const test::Pause &longest() { return Watch::instance().longest(); }
    static const test::Pause &withoutSync() { return Watch::instance().longestWithoutSync(); }

private Q_SLOTS:
    void initTestCase()
    {
        Watch::instance().follow(QAbstractEventDispatcher::instance());
        test::beginWindowTests();
    }
    void init() { Watch::instance().forget(); }
    void cleanup() { m_window.reset(); }

    void aPlantedBlockIsFound()
    {
        handle([] { QTest::qSleep(150); });
        QVERIFY2(longest().milliseconds() >= 150, qPrintable(QString::number(longest().milliseconds())));
        QVERIFY(withoutSync().withoutSync() >= 150);
        QCOMPARE(Watch::instance().countOver100(), 1);
        QVERIFY2(
            longest().cause.contains("User to QObject in aPlantedBlockIsFound"), longest().cause.constData());
    }

    void aShortOneIsNone()
    {
        handle([] { QTest::qSleep(20); });
        QVERIFY(longest().milliseconds() >= 20);
        QVERIFY(longest().milliseconds() < 100);
    }

    /// Who waits for an answer blocks nothing; what goes on meanwhile may.
    void waitingInADialogIsNoBlock()
    {
        dialogs::setSilent(false);
        handle([] {
            QDialog dialog;
            QTimer::singleShot(400, &dialog, &QDialog::accept);
            dialog.exec();
        });
        dialogs::setSilent(true);
        QVERIFY2(longest().milliseconds() < 300, longest().cause.constData());
    }

    void aBlockInsideADialogIsFound()
    {
        dialogs::setSilent(false);
        handle([] {
            QDialog dialog;
            Worker worker([] { QTest::qSleep(200); });
            QTimer::singleShot(50, &dialog, [&worker] { worker.doSoon(); });
            QTimer::singleShot(600, &dialog, &QDialog::accept);
            dialog.exec();
        });
        dialogs::setSilent(true);
        QVERIFY(longest().milliseconds() >= 200);
        QVERIFY2(longest().milliseconds() < 500, longest().cause.constData());
    }

    void theDisksSyncIsTold()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        handle([&file] {
            file.write(QByteArray(1'000'000, 'x'));
            file.flush();
            fsync(file.handle());
        });
        QCOMPARE(Watch::instance().syncs(), 1);
        QVERIFY(withoutSync().withoutSync() <= longest().milliseconds());
    }

    /// What a clerk does all day, in the sample: none of it is noticed. Other programs may take the
    /// processor; the best of three rounds counts.
    void ordinaryWorkBlocksNothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("work.nianbao"));
        QVERIFY(Session::create(path, test::sampleReport(QStringLiteral("zhangcun-2021"))));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(m_window->open(path));
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        test::Pause best;
        for (int round = 0; round < 3; ++round) {
            Watch::instance().forget();
            work();
            if (round == 0 || withoutSync().withoutSync() < best.withoutSync())
                best = withoutSync();
        }
        qInfo("longest pause in ordinary work: %.0f ms, %s", best.withoutSync(), best.cause.constData());
        QVERIFY2(best.withoutSync() <= test::kLongestPause,
            qPrintable(
                QStringLiteral("%1 ms: %2").arg(best.withoutSync()).arg(QString::fromUtf8(best.cause))));
    }

private:
    void work()
    {
        m_window->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
        auto *text = m_window->findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        QTest::keyClicks(text, QStringLiteral("2022 and so on, "));
        QTest::qWait(300); // the preview follows
        for (const char *section : {"organisation", "introduction", "overview/1", "disclosure", "requests",
                 "disputes", "other/1", "channels"})
            handle([this, section] { m_window->goTo(*Place::parse(QLatin1String(section))); });
        m_window->goTo(Place::cell(CellId(QStringLiteral("requests.received.individual"))));
        auto *grid = m_window->view()->page()->findChild<GridView *>();
        QTest::keyClicks(grid, QStringLiteral("37"));
        if (QWidget *editor = QApplication::focusWidget())
            QTest::keyClick(editor, Qt::Key_Return);
        QTest::qWait(300); // the preview follows
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTest::qWait(300); // the preview follows
    }
};

int main(int argc, char **argv)
{
    test::WatchedApplication application(argc, argv);
    WatchdogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_watchdog.moc"
