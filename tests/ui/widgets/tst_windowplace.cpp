// SPDX-License-Identifier: MulanPSL-2.0
#include "windowplace.h"

#include "fitteddialog.h"
#include "mainwindow.h"
#include "openedwindow.h"
#include "reportview.h"
#include "settings.h"
#include "testreports.h"
#include "windowwalk.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMargins>
#include <QScreen>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace nianbao;

/// A window stands on the screen with its frame. (That nothing in it is cut: tst_sizes.)
class WindowPlaceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The sample with last year's beside it and a few faults, so that every panel has something to say.
    static Report full()
    {
        Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
        const Report prior = report;
        Change change;
        change.steps = {SetPrior{std::make_shared<const Report>(prior)},
            SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(12)},
            SetCell{CellId(QStringLiteral("requests.carried_in.business")), {}},
            SetNote{
                CellId(QStringLiteral("requests.received.individual")), QStringLiteral("其中网络申请七件")},
            SetFact{QLatin1String(fact::kTableNote) + QStringLiteral("requests"),
                QStringLiteral("口径与上年相同。")},
            SetText{SectionId(QStringLiteral("overview")), 1,
                QStringLiteral("共收到政府信息公开申请7件，严格遵循遵循规定。")}};
        QList<Illustration> figures;
        for (const char *chart : {"channels", "outcomes", "applicants"})
            figures.append({*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"), {},
                QLatin1String(chart), {}, {}});
        change.steps.append(SetIllustrations{figures});
        if (const auto done = report.apply(change); !done)
            qFatal("%s", qPrintable(done.error().where));
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        test::beginWindowTests();
    }
    void init()
    {
        for (const char *key : {"geometry", "panels", "contents", "panel"})
            settings::setWindowState(QLatin1String(key), {});
    }

    void withinTheFreeArea_data()
    {
        QTest::addColumn<QRect>("free");
        QTest::addColumn<QMargins>("frame");
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("result");
        const QRect screen(0, 0, 1366, 728);
        const QMargins frame(1, 22, 1, 4);
        QTest::newRow("what fits stays")
            << screen << frame << QRect(100, 100, 800, 500) << QRect(100, 100, 800, 500);
        QTest::newRow("as large as the screen: less the frame")
            << screen << frame << QRect(0, 0, 1366, 768) << QRect(1, 22, 1364, 702);
        QTest::newRow("twice the screen")
            << screen << frame << QRect(0, 0, 2732, 1536) << QRect(1, 22, 1364, 702);
        QTest::newRow("its screen is gone, far right")
            << screen << frame << QRect(3000, 100, 800, 500) << QRect(565, 100, 800, 500);
        QTest::newRow("far above and left")
            << screen << frame << QRect(-5000, -5000, 800, 500) << QRect(1, 22, 800, 500);
        QTest::newRow("half below the edge")
            << screen << frame << QRect(10, 600, 800, 500) << QRect(10, 224, 800, 500);
        QTest::newRow("a screen to the right of another") << QRect(1366, 0, 1920,
            1040) << frame << QRect(100, 100, 2500, 500) << QRect(1367, 100, 1918, 500);
        QTest::newRow("a screen smaller than a frame's wish")
            << QRect(0, 0, 300, 200) << frame << QRect(0, 0, 800, 600) << QRect(1, 22, 298, 174);
    }
    void withinTheFreeArea()
    {
        QFETCH(QRect, free);
        QFETCH(QMargins, frame);
        QFETCH(QRect, wanted);
        QTEST(windowplace::within(free, frame, wanted), "result");
    }

    void firstStartIsOnTheScreen()
    {
        MainWindow window;
        const QRect free = window.screen()->availableGeometry();
        QVERIFY(window.width() <= free.width() && window.height() <= free.height());
        window.start();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY2(free.contains(window.frameGeometry()), "beyond the screen");
        QVERIFY(window.isMaximized() || free.width() > 1366); // the screen of the tests is a small one
        QVERIFY(window.statusBar()->isVisible());
        QVERIFY(window.rect().contains(window.statusBar()->geometry()));
    }

    /// As it opens, and as it grows while it is open.
    void aTallDialogEndsOnTheScreen()
    {
        class Tall final : public FittedDialog {
        public:
            explicit Tall(QWidget *parent) : FittedDialog(parent, 20), m_content(new QLabel)
            {
                (new QVBoxLayout(inside()))->addWidget(m_content);
                setButtons(new QDialogButtonBox(QDialogButtonBox::Cancel));
            }
            void makeTall(int height) { m_content->setMinimumHeight(height); }

        private:
            QLabel *m_content;
        };
        QWidget window;
        const QRect free = window.screen()->availableGeometry();
        window.setGeometry(free.adjusted(20, free.height() - 150, -20, -20));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        Tall dialog(&window);
        dialog.makeTall(200);
        dialog.resize(dialog.sizeHint() / 2); // it grows before it is seen
        dialog.show();
        const auto isInside
            = [&] { return free.contains(dialog.geometry().marginsAdded(windowplace::frameOf(dialog))); };
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_VERIFY(free.contains(dialog.geometry())); // its frame is known only now
        const int middle = std::abs(dialog.geometry().center().x() - window.geometry().center().x());
        QVERIFY2(
            middle < free.width() / 20, qPrintable(QString::number(middle))); // it stands above its window
        dialog.makeTall(3000);
        QTRY_VERIFY(dialog.height() > free.height() / 2);
        QTRY_VERIFY2(isInside(), qPrintable(QStringLiteral("ends at %1").arg(dialog.geometry().bottom())));
    }

    void whatIsRememberedIsBoundedToo_data()
    {
        QTest::addColumn<QRect>("remembered");
        QTest::newRow("of a larger screen") << QRect(0, 0, 4000, 3000);
        QTest::newRow("of a screen that is gone") << QRect(5000, 4000, 900, 650);
        QTest::newRow("above the screen") << QRect(50, -3000, 900, 650);
    }
    void whatIsRememberedIsBoundedToo()
    {
        QFETCH(QRect, remembered);
        QWidget other; // a window that was left there
        other.setGeometry(remembered);
        settings::setWindowState(QStringLiteral("geometry"), other.saveGeometry());
        MainWindow window;
        window.start();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QRect free = window.screen()->availableGeometry();
        QTRY_VERIFY(free.contains(window.frameGeometry()));
        settings::setWindowState(QStringLiteral("geometry"), "no geometry at all");
        MainWindow second;
        QVERIFY(second.width() <= free.width());
    }

    /// The same screen at another scale is one of another size, and Qt refuses what was kept on it.
    void anotherScaleIsAnotherScreen_data()
    {
        QTest::addColumn<bool>("filledIt");
        QTest::newRow("a window that filled the screen") << true;
        QTest::newRow("one that did not") << false;
    }
    void anotherScaleIsAnotherScreen()
    {
        QFETCH(bool, filledIt);
        QByteArray state;
        {
            MainWindow before;
            before.resize(500, 400);
            filledIt ? before.showMaximized() : before.show();
            QVERIFY(QTest::qWaitForWindowExposed(&before));
            QCOMPARE(before.isMaximized(), filledIt);
            before.close();
            state = settings::windowState(QStringLiteral("geometry"));
        }
        QCOMPARE(windowplace::filledScreen(state), filledIt);
        constexpr int kScreenWidth = 46; // where Qt keeps it, in 4 bytes
        state.replace(kScreenWidth, 4, QByteArray::fromHex("00010000"));
        QVERIFY(!QWidget().restoreGeometry(state));
        settings::setWindowState(QStringLiteral("geometry"), state);
        MainWindow window;
        window.start();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QRect free = window.screen()->availableGeometry();
        QTRY_VERIFY(free.contains(window.frameGeometry()));
        QVERIFY(!filledIt || window.isMaximized());
        settings::setWindowState(QStringLiteral("geometry"), {});
    }

    void dialogsFitTheScreen()
    {
        const QSize screen = QGuiApplication::primaryScreen()->availableGeometry().size();
        QDialog large;
        large.resize(5000, 4000);
        large.show();
        QVERIFY(QTest::qWaitForWindowExposed(&large));
        QVERIFY(large.frameGeometry().width() <= screen.width());
        QVERIFY(large.frameGeometry().height() <= screen.height());
    }

    void theWindowCanBeSmall()
    {
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, full())));
        test::visitEveryPlace(window, [&window](const QString &place) {
            const QSize least = window.minimumSizeHint();
            QVERIFY2(least.width() <= 680 && least.height() <= 360,
                qPrintable(QStringLiteral("%1: %2×%3").arg(place).arg(least.width()).arg(least.height())));
        });
    }

    void sidesAreHiddenAndRemembered()
    {
        {
            MainWindow window;
            window.show();
            QVERIFY(window.open(test::newFile(m_folder, test::filledReport())));
            auto *tree = window.findChild<QTreeView *>(QStringLiteral("contents"));
            auto *tabs = window.view()->findChild<QTabWidget *>();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QVERIFY(tree->isVisible() && tabs->isVisible());
            QTest::keyClick(&window, Qt::Key_F9);
            QVERIFY(!tree->isVisible() && tabs->isVisible());
            QTest::keyClick(&window, Qt::Key_F10);
            QVERIFY(!tree->isVisible() && !tabs->isVisible());
            window.view()->stepMatter(1); // there is none, and no panel to show it
            QVERIFY(window.closeReport());
        }
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, test::sampleReport(QStringLiteral("hongze-2023")))));
        auto *tree = window.findChild<QTreeView *>(QStringLiteral("contents"));
        auto *tabs = window.view()->findChild<QTabWidget *>();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!tree->isVisible() && !tabs->isVisible());
        window.view()->stepMatter(1); // is said where it can be seen
        QCOMPARE(window.statusBar()->currentMessage(),
            QStringLiteral("错误：总计与分项之和不符。行政复议 · 总计：分项之和为 11，所报总计为 0，差 11"));
        QTest::keyClick(&window, Qt::Key_F9);
        QTest::keyClick(&window, Qt::Key_F10);
        QVERIFY(tree->isVisible() && tabs->isVisible());
    }

    void aNarrowFirstStartLeavesThePanelOut()
    {
        MainWindow window;
        window.resize(640, 400);
        settings::setWindowState(QStringLiteral("geometry"), window.saveGeometry());
        MainWindow narrow;
        narrow.start();
        QVERIFY(narrow.open(test::newFile(m_folder, test::filledReport())));
        QVERIFY(narrow.statusBar()->currentMessage().contains(QStringLiteral("F10")));
        QVERIFY(!narrow.view()->isSideShown(ReportView::Side::Panel));
        QVERIFY(narrow.view()->isSideShown(ReportView::Side::Contents));
        QVERIFY(settings::windowState(QStringLiteral("panel")).isEmpty()); // nobody chose this
    }
};

QTEST_MAIN(WindowPlaceTest)
#include "tst_windowplace.moc"
