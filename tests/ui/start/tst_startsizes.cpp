// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "clock.h"
#include "dialoganswers.h"
#include "firstpage.h"
#include "language.h"
#include "mainwindow.h"
#include "recentlist.h"
#include "screenreports.h"
#include "settings.h"
#include "startpage.h"
#include "windowwalk.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nianbao;

/// Nothing of what the program opens on is cut, on small screens, enlarged, and in either language.
class StartSizesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        dialogs::setSilent(true);
        appearance::apply(false);
        setClock([] { return QDateTime(QDate(2022, 1, 20), QTime(9, 40)); });
    }
    void cleanupTestCase() { setClock(nullptr); }

    /// What is in a round frame leaves its corners to it.
    void theListLeavesTheCornersToItsFrame()
    {
        test::rememberReports(1);
        StartPage page;
        page.resize(900, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto *shown = page.findChild<RecentList *>();
        const double round = QFontInfo(QApplication::font()).pixelSize() / 2.0; // as the style sheet has it
        const double dx = round - shown->x();
        for (const int fromEdge :
            {shown->y(), shown->parentWidget()->height() - shown->geometry().bottom() - 1}) {
            const double dy = std::max(0.0, round - fromEdge);
            QVERIFY2(dx * dx + dy * dy <= round * round, qPrintable(QString::number(fromEdge)));
        }
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("reports"); // 0: the first run
        QTest::addColumn<QSize>("size");
        const QList<std::pair<const char *, QSize>> sizes{{"1366 by 768", QSize(1366, 742)},
            {"874 by 600", QSize(874, 600)}, {"1366 by 768 at one and a half times", QSize(910, 484)},
            {"1366 by 768 twice as large", QSize(683, 358)}};
        for (const char *language : {"en", "zh_CN"}) { // words stay once they are Chinese
            for (const auto &[name, size] : sizes) {
                for (const int reports : {0, 1, 60})
                    QTest::addRow("%s, %d reports, %s", language, reports, name)
                        << QString::fromLatin1(language) << reports << size;
            }
        }
    }
    void nothingIsCut()
    {
        QFETCH(QString, language);
        QFETCH(int, reports);
        QFETCH(QSize, size);
        QFile::remove(m_folder.filePath(QStringLiteral("nianbao/nianbao.ini")));
        installLanguage(language);
        test::rememberReports(reports);
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (int i = 0; i < 3; ++i) // a layout may ask for another
            QApplication::processEvents();
        QCOMPARE(window.size(), size);
        const auto *first = window.findChild<FirstPage *>();
        QCOMPARE(first && first->isVisible(), reports == 0);
        const QStringList faults = test::clippedParts(window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_MAIN(StartSizesTest)
#include "tst_startsizes.moc"
