// SPDX-License-Identifier: MulanPSL-2.0
#include "startpage.h"

#include "appearance.h"
#include "clock.h"
#include "filechooser.h"
#include "newreportdialog.h"
#include "recentlist.h"
#include "recentmodel.h"
#include "recentreading.h"
#include "recentreports.h"
#include "schedulecard.h"
#include "session.h"
#include "settings.h"
#include "testreports.h"
#include "themes.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class StartPageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QListView *list(const StartPage &page)
    {
        return page.findChild<QListView *>(QStringLiteral("recentList"));
    }
    /// The reports in the list, top to bottom.
    static QStringList paths(const StartPage &page)
    {
        QStringList paths;
        const QAbstractItemModel *model = list(page)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            paths.append(model->index(row, 0).data(RecentModel::PathRole).toString());
        paths.removeAll(QString());
        return paths;
    }
    static QLabel *label(const StartPage &page, const char *name)
    {
        return page.findChild<QLabel *>(QLatin1String(name));
    }
    static SeenReport seen(const QString &body, int year)
    {
        SeenReport seen;
        seen.body = body;
        seen.year = year;
        seen.isStarted = true;
        seen.statutory = QDate(year + 1, 1, 31);
        return seen;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        appearance::apply(false);
        setClock([] { return QDateTime(QDate(2022, 1, 19), QTime(9, 30)); });
    }
    void init()
    {
        settings::setWantedDay(settings::Above::District, {});
        QFile::remove(m_folder.filePath(QStringLiteral("nianbao/nianbao.ini")));
        settings::addRecentReport(
            {QStringLiteral("//gone/server/2020.nianbao"), QStringLiteral("2020"), {}, {}});
        settings::addRecentReport({QStringLiteral("/nowhere/2021.nianbao"), QStringLiteral("2021"),
            QStringLiteral("2022-01-18T16:05:00"), QStringLiteral("1")});
    }
    void cleanupTestCase() { setClock(nullptr); }

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

    /// What is pinned stays chosen, and Enter opens that one.
    void pinningLeavesTheFocusInTheList()
    {
        StartPage page;
        QSignalSpy asked(&page, &StartPage::openRequested);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *list = page.findChild<RecentList *>();
        const QString older = QStringLiteral("//gone/server/2020.nianbao");
        list->setFocus();
        list->choose(static_cast<RecentModel *>(list->model())->indexOf(older));
        Q_EMIT list->pinRequested(older, true);
        QTest::keyClick(page.focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), older);
    }

    void deleteTakesItOffTheList()
    {
        StartPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QCOMPARE(paths(page).size(), 2);
        QTest::keyClick(page.focusWidget(), Qt::Key_Delete);
        QCOMPARE(paths(page), QStringList{QStringLiteral("//gone/server/2020.nianbao")});
        QCOMPARE(settings::recentReports().size(), 1);
        QTest::keyClick(page.focusWidget(), Qt::Key_Delete);
        QVERIFY(paths(page).isEmpty());
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("newFromPrior"));
        QVERIFY(page.focusWidget()->property("primary").toBool());
    }

    void theCardSaysWhatIsNext()
    {
        SeenReport first = seen(QStringLiteral("张村镇"), 2021);
        first.errors = 2;
        first.toExplain = 1;
        settings::noteLooks({{QStringLiteral("/nowhere/2021.nianbao"), {first, QStringLiteral("x")}}});
        StartPage page;
        QVERIFY(label(page, "nextStep")->text().contains(u'2'));
        QStringList all;
        for (const QLabel *shown : page.findChildren<QLabel *>())
            all.append(shown->text());
        QVERIFY(all.contains(QStringLiteral("12"))); // days
        QCOMPARE(page.due(), QDate(2022, 1, 31));
        first.state = ReviewState::Published;
        settings::noteLooks({{QStringLiteral("/nowhere/2021.nianbao"), {first, QStringLiteral("x")}}});
        page.refresh();
        QVERIFY(!label(page, "nextStep")->text().contains(u'2'));
    }

    void aCountysOwnReportIsDueInMarch()
    {
        SeenReport county = seen(QStringLiteral("沭阳县"), 2021);
        county.statutory = QDate(2022, 3, 31);
        settings::noteLooks({{QStringLiteral("/nowhere/2021.nianbao"), {county, QStringLiteral("x")}}});
        StartPage page;
        QCOMPARE(page.due(), QDate(2022, 3, 31));
        QVERIFY(label(page, "daysLeft")->text().contains(QStringLiteral("71")));
    }

    /// Article 49 has two days, and two ways to them.
    void theScheduleIsThatOfTheBody_data()
    {
        QTest::addColumn<QDate>("statutory");
        QTest::addColumn<bool>("isPublished");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<bool>("isHandedOver"); // to the district
        const QDate january(2022, 1, 31);
        const QDate march(2022, 3, 31);
        QTest::newRow("a town") << january << false << QDate(2022, 1, 25) << true;
        QTest::newRow("a town that has published") << january << true << QDate(2023, 1, 25) << true;
        QTest::newRow("a district's own") << march << false << march << false;
        QTest::newRow("a district that has published") << march << true << QDate(2023, 3, 31) << false;
        QTest::newRow("a district's own of years ago") << QDate(2020, 3, 31) << false << march << false;
    }
    void theScheduleIsThatOfTheBody()
    {
        QFETCH(QDate, statutory);
        QFETCH(bool, isPublished);
        QFETCH(QDate, due);
        QFETCH(bool, isHandedOver);
        settings::setWantedDay(settings::Above::District, {1, 25}); // that of its towns
        SeenReport first = seen(QStringLiteral("洪泽区"), statutory.year() - 1);
        first.statutory = statutory;
        if (isPublished)
            first.state = ReviewState::Published;
        settings::noteLooks({{QStringLiteral("/nowhere/2021.nianbao"), {first, QStringLiteral("x")}}});
        StartPage page;
        QCOMPARE(page.due(), due);
        QStringList words;
        for (const QLabel *shown : page.findChild<ScheduleCard *>()->findChildren<QLabel *>())
            words.append(shown->text());
        QCOMPARE(words.contains(QStringLiteral("send to the district office")), isHandedOver);
        QVERIFY2(
            words.contains(isHandedOver ? QStringLiteral("by 22 January") : QStringLiteral("by 31 January")),
            qPrintable(words.join(u'\n')));
    }

    /// What is to be explained is no error, whatever stands before it.
    void eachLevelHasItsColour_data()
    {
        QTest::addColumn<Theme>("theme");
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QTest::newRow(qPrintable(themes::key(theme))) << theme;
    }
    void eachLevelHasItsColour()
    {
        QFETCH(Theme, theme);
        appearance::apply(theme);
        SeenReport first = seen(QStringLiteral("张村镇"), 2021);
        const auto inks = [&first] {
            settings::noteLooks({{QStringLiteral("/nowhere/2021.nianbao"), {first, QStringLiteral("x")}}});
            StartPage page;
            page.resize(1366, 700);
            page.show();
            const QImage picture = list(page)->grab().toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    colours.insert(picture.pixel(x, y));
            }
            return colours;
        };
        const QRgb error = themes::colour(theme, Colour::Error).rgb();
        const QRgb explain = themes::colour(theme, Colour::Explain).rgb();
        first.errors = 2;
        QVERIFY(inks().contains(error) && !inks().contains(explain));
        first.toExplain = 1;
        QVERIFY(inks().contains(error) && inks().contains(explain));
        first.errors = 0;
        QVERIFY(!inks().contains(error) && inks().contains(explain));
        appearance::apply(Theme::Light);
    }

    /// Where the last one lies, though nothing was chosen in this run: not in a folder without reports.
    void filesAreLookedForBesideTheLastReport()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("reports"));
        const QString path = m_folder.filePath(QStringLiteral("reports/a.nianbao"));
        QVERIFY(Session::create(path, test::filledReport()));
        settings::addRecentReport({path, QStringLiteral("a"), {}, {}});
        for (int i = 0; i < 2; ++i) { // the second time nothing is new in it
            FileChooser::beginBeside(m_folder.filePath(QStringLiteral("x.nianbao")));
            StartPage page;
            page.show();
            QTRY_COMPARE(FileChooser(nullptr, {}, {}, {}).directory().path(),
                m_folder.filePath(QStringLiteral("reports")));
        }
    }

    void searchFindsAndEnterOpens()
    {
        StartPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy asked(&page, &StartPage::openRequested);
        auto *search = page.findChild<QLineEdit *>(QStringLiteral("search"));
        QTest::keyClick(page.focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("2020"));
        QCOMPARE(paths(page), QStringList{QStringLiteral("//gone/server/2020.nianbao")});
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("//gone/server/2020.nianbao"));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(paths(page).size(), 2);
        QTest::keyClicks(search, QStringLiteral("nothing like it"));
        QVERIFY(paths(page).isEmpty());
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void arrowsEnterAndDelInTheList()
    {
        StartPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy asked(&page, &StartPage::openRequested);
        auto *search = page.findChild<QLineEdit *>(QStringLiteral("search"));
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list(page)->hasFocus());
        QTest::keyClick(list(page), Qt::Key_Down); // over the head of the next group
        QTest::keyClick(list(page), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("//gone/server/2020.nianbao"));
        QTest::keyClick(list(page), Qt::Key_Delete);
        QCOMPARE(paths(page), QStringList{QStringLiteral("/nowhere/2021.nianbao")});
        QVERIFY(list(page)->hasFocus());
        QTest::keyClick(list(page), Qt::Key_Up);
        QVERIFY(search->hasFocus());
    }

    void clearedButForThePinnedOnes()
    {
        settings::pinRecentReport(QStringLiteral("//gone/server/2020.nianbao"), true);
        StartPage page;
        page.findChild<QAbstractButton *>(QStringLiteral("clear"))->click();
        QCOMPARE(paths(page), QStringList{QStringLiteral("//gone/server/2020.nianbao")});
    }

    /// A hundred bodies, as a district officer has them.
    void manyAreThereAtOnce()
    {
        for (int i = 0; i < 100; ++i) {
            RecentReport report{QStringLiteral("//gone/%1.nianbao").arg(i), QStringLiteral("镇%1").arg(i),
                QStringLiteral("2022-01-18T16:05:00"), QStringLiteral("1")};
            report.seen = seen(QStringLiteral("镇%1").arg(i / 2), 2020 + i % 2);
            settings::addRecentReport(report);
        }
        QElapsedTimer time;
        time.start();
        StartPage page;
        page.resize(1366, 700);
        page.show();
        static_cast<void>(page.grab());
        const qint64 needed = time.elapsed();
        QCOMPARE(paths(page).size(), 100);
        QCOMPARE(list(page)->model()->rowCount(), 150); // with the heads of fifty bodies
        page.findChild<QAbstractButton *>(QStringLiteral("byYear"))->click();
        QCOMPARE(list(page)->model()->rowCount(), 102);
        qInfo("a hundred reports: %lld ms", needed);
        QVERIFY2(needed < 300, qPrintable(QString::number(needed))); // 100, but for a busy machine
    }

    /// What others did to the files meanwhile is found beside the window.
    void filesAreLookedAtAfterwards()
    {
        const QString path = m_folder.filePath(QStringLiteral("own.nianbao"));
        QVERIFY(Session::create(path, test::sampleReport(QStringLiteral("hongze-2023")), true));
        settings::addRecentReport({path, QStringLiteral("old words"), {}, {}});
        StartPage page;
        QVERIFY(!label(page, "firstState")->isVisibleTo(&page));
        page.show();
        QTRY_VERIFY(label(page, "firstState")->isVisibleTo(&page));
        QTRY_VERIFY(settings::recentReports().first().seen);
        QCOMPARE(settings::recentReports().first().seen->year, 2023);
        QVERIFY(settings::recentReports().first().seen->errors > 0);
        QVERIFY(QFile::remove(path));
        page.hide();
        page.show();
        QTRY_VERIFY(list(page)->model()->index(1, 0).data(RecentModel::MissingRole).toBool());
    }

    void aFileThatIsNoReportStopsNothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("odd.nianbao"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("SQLite format 3\0 and then nothing", 34));
        file.close();
        settings::addRecentReport({path, QStringLiteral("odd"), {}, {}});
        StartPage page;
        page.show();
        auto *reading = page.findChild<RecentReading *>();
        QSignalSpy finished(reading, &RecentReading::finished);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!settings::recentReports().first().seen);
        QCOMPARE(paths(page).size(), 3);
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
        QVERIFY(label(page, "daysLeft")->text().contains(QStringLiteral("12")));
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
        QCOMPARE(path->cursorPosition(), 0); // a long path is read from its beginning
        dialog.show();
        const auto *choose = dialog.findChild<QPushButton *>(QStringLiteral("choosePath"));
        QVERIFY(choose->geometry().left() - path->geometry().right() > 4); // they do not touch
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
