// SPDX-License-Identifier: MulanPSL-2.0
#include "startpage.h"

#include "appearance.h"
#include "clock.h"
#include "newreportdialog.h"
#include "settings.h"
#include "testreports.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace nianbao;

class StartPageTest : public QObject {
    Q_OBJECT

    static QList<QPushButton *> cards(const StartPage &page)
    {
        auto all = page.findChildren<QPushButton *>(QStringLiteral("recent"));
        all.removeIf([](const QPushButton *card) { return card->isHidden(); });
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        appearance::apply(false);
        setClock([] { return QDateTime(QDate(2022, 1, 19), QTime(9, 30)); });
    }
    void init()
    {
        for (const RecentReport &report : settings::recentReports())
            settings::removeRecentReport(report.path);
        settings::addRecentReport(
            {QStringLiteral("//gone/server/2020.nianbao"), QStringLiteral("2020"), {}, {}});
        settings::addRecentReport({QStringLiteral("/nowhere/2021.nianbao"), QStringLiteral("2021"),
            QStringLiteral("2022-01-18T16:05:00"), QStringLiteral("1")});
    }
    void cleanupTestCase()
    {
        setClock(nullptr);
        for (const RecentReport &report : settings::recentReports())
            settings::removeRecentReport(report.path);
    }

    void enterOpensTheNewest()
    {
        StartPage page;
        QSignalSpy asked(&page, &StartPage::openRequested);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QVERIFY(page.focusWidget());
        QTest::keyClick(page.focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("/nowhere/2021.nianbao"));
    }

    void deleteTakesItOffTheList()
    {
        StartPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QCOMPARE(cards(page).size(), 2);
        QTest::keyClick(page.focusWidget(), Qt::Key_Delete);
        QTRY_COMPARE(cards(page).size(), 1);
        QCOMPARE(settings::recentReports().size(), 1);
        QTest::keyClick(page.focusWidget(), Qt::Key_Delete);
        QTRY_VERIFY(cards(page).isEmpty());
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("newFromPrior"));
    }

    void buttonsAskForTheirWork_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("new") << QStringLiteral("newBlank") << QByteArray(SIGNAL(newRequested()));
        QTest::newRow("from last year")
            << QStringLiteral("newFromPrior") << QByteArray(SIGNAL(newFromPriorRequested()));
        QTest::newRow("open") << QStringLiteral("open") << QByteArray(SIGNAL(chooseRequested()));
        QTest::newRow("import") << QStringLiteral("import") << QByteArray(SIGNAL(importRequested()));
        QTest::newRow("sample") << QStringLiteral("sample") << QByteArray(SIGNAL(sampleRequested()));
    }
    void buttonsAskForTheirWork()
    {
        QFETCH(QString, button);
        QFETCH(QByteArray, signal);
        StartPage page;
        QSignalSpy asked(&page, signal.constData());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *pressed = page.findChild<QPushButton *>(button);
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void daysToTheEndOfJanuary()
    {
        StartPage page;
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("daysLeft"))->text().contains(QStringLiteral("12")));
    }

    void aLongPathDoesNotWidenTheWindow()
    {
        const int before = StartPage().minimumSizeHint().width();
        settings::addRecentReport(
            {QString(300, u'x') + QStringLiteral(".nianbao"), QString(100, u'y'), {}, QStringLiteral("1")});
        QCOMPARE(StartPage().minimumSizeHint().width(), before);
    }

    void aNewReportStartsWithLastYearAndItsForm()
    {
        NewReportDialog dialog(nullptr);
        const auto *create = dialog.findChild<QPushButton *>(QStringLiteral("create"));
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("name")), QStringLiteral("abc"));
        QVERIFY(create->isEnabled());
        QCOMPARE(dialog.report().year(), 2021);
        QCOMPARE(dialog.report().spec().id, QStringLiteral("2021"));
        QVERIFY(dialog.path().endsWith(QStringLiteral("/abc2021年政府信息公开工作年度报告.nianbao")));
        dialog.findChild<QSpinBox *>(QStringLiteral("year"))->setValue(2020);
        QCOMPARE(dialog.report().spec().id, QStringLiteral("2019"));
        auto *path = dialog.findChild<QLineEdit *>(QStringLiteral("path"));
        path->setText(QStringLiteral("/no/such/folder/x"));
        QVERIFY(!create->isEnabled());
    }

    void lastYearGivesNamesButNoFiguresAndNoTexts()
    {
        const Report prior = test::sampleReport(QStringLiteral("zhangcun-2021"));
        const Report report = NewReportDialog(&prior).report();
        QCOMPARE(report.year(), 2022);
        for (const char *key : {fact::kName, fact::kShortName, fact::kOffice, fact::kPhone})
            QCOMPARE(report.fact(key), prior.fact(key));
        for (const char *key : {fact::kTitle, fact::kIntroduction, fact::kDate})
            QVERIFY(!report.hasFact(QLatin1String(key)));
        for (const SectionSpec &section : prior.spec().sections) {
            const auto now = report.subSections(section.id);
            const auto then = prior.subSections(section.id);
            QCOMPARE(now.size(), then.size());
            for (int i = 0; i < now.size(); ++i) {
                QCOMPARE(now[i].heading, then[i].heading);
                QVERIFY(now[i].text.isEmpty());
            }
        }
        QCOMPARE(report.channels().size(), prior.channels().size());
        QVERIFY(!channelsTotal(report.channels()));
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &cell : table.cells)
                QVERIFY2(!report.value(cell), qPrintable(cell.toString()));
        }
        QVERIFY(report.prior());
        QCOMPARE(*report.prior(), prior);
    }
};

QTEST_MAIN(StartPageTest)
#include "tst_startpage.moc"
