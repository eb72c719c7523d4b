// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "clock.h"
#include "dialoganswers.h"
#include "firstpage.h"
#include "language.h"
#include "mainwindow.h"
#include "nextcard.h"
#include "recentlist.h"
#include "screenreports.h"
#include "settings.h"
#include "startpage.h"
#include "windowwalk.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

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

    /// Where a day needs two lines the figures above stand on one all the same, and the day stays whole.
    void theFiguresStandOnOneLine()
    {
        installLanguage(QStringLiteral("en"));
        SeenReport first;
        first.body = QStringLiteral("张村镇");
        first.isStarted = true;
        first.statutory = QDate(2021, 1, 31);
        settings::addRecentReport({QStringLiteral("/nowhere/2021.nianbao"), QStringLiteral("2021"),
            QStringLiteral("2022-01-18T16:05:00"), QStringLiteral("1")});
        settings::noteLooks({{QStringLiteral("/nowhere/2021.nianbao"), {first, QStringLiteral("x")}}});
        StartPage page;
        page.resize(683, 357);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::processEvents();
        QList<QLabel *> figures; // each before its words
        QList<QLabel *> words;
        for (QLabel *shown : page.findChild<NextCard *>()->findChildren<QLabel *>()) {
            if (!shown->objectName().isEmpty() || !shown->isVisible())
                continue;
            bool isFigure = false;
            shown->text().toInt(&isFigure);
            (isFigure ? figures : words).append(shown);
        }
        QCOMPARE(figures.size(), 4);
        for (const QLabel *figure : std::as_const(figures))
            QCOMPARE(figure->mapTo(&page, QPoint()).y(), figures.first()->mapTo(&page, QPoint()).y());
        const auto day = std::find_if(words.cbegin(), words.cend(),
            [](const QLabel *one) { return one->text().startsWith(QStringLiteral("days past")); });
        QVERIFY(day != words.cend());
        QTextLayout text((*day)->text(), (*day)->font());
        text.beginLayout();
        QStringList lines;
        for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
            line.setLineWidth((*day)->fontMetrics().horizontalAdvance(QStringLiteral("31 January")) + 8);
            lines.append((*day)->text().mid(line.textStart(), line.textLength()));
        }
        text.endLayout();
        QVERIFY2(lines.last().contains(u'3') && lines.last().contains(u'y'), qPrintable(lines.join(u'|')));
    }

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
