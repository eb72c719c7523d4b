// SPDX-License-Identifier: MulanPSL-2.0
#include "recentmenu.h"
#include "recentreports.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class RecentMenuTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// What can be chosen, top to bottom; a separator is "-".
    static QStringList lines(RecentMenu &menu)
    {
        Q_EMIT menu.aboutToShow();
        QStringList lines;
        for (const QAction *action : menu.actions())
            lines.append(action->isSeparator() ? QStringLiteral("-") : action->data().toString());
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    }
    void init()
    {
        QFile::remove(m_folder.filePath(QStringLiteral("nianbao/nianbao.ini")));
        for (const char *name : {"a", "b", "c"})
            settings::addRecentReport({QStringLiteral("/r/%1.nianbao").arg(QLatin1String(name)),
                QStringLiteral("R&D <b>%1</b>").arg(QLatin1String(name)), {}, {}});
    }

    void pinnedOnesAreOnTop()
    {
        RecentMenu menu([] { return QString(); }, nullptr);
        QCOMPARE(lines(menu).mid(0, 3),
            QStringList({QStringLiteral("/r/c.nianbao"), QStringLiteral("/r/b.nianbao"),
                QStringLiteral("/r/a.nianbao")}));
        settings::pinRecentReport(QStringLiteral("/r/a.nianbao"), true);
        QCOMPARE(lines(menu).mid(0, 4),
            QStringList({QStringLiteral("/r/a.nianbao"), QStringLiteral("-"), QStringLiteral("/r/c.nianbao"),
                QStringLiteral("/r/b.nianbao")}));
        QVERIFY(menu.actions().first()->text().contains(QStringLiteral("R&&D <b>a</b>"))); // to the letter
    }

    void oneIsOpened()
    {
        RecentMenu menu([] { return QString(); }, nullptr);
        QSignalSpy asked(&menu, &RecentMenu::openRequested);
        Q_EMIT menu.aboutToShow();
        menu.actions().first()->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("/r/c.nianbao"));
    }

    void theOpenReportIsPinned()
    {
        QString open = QStringLiteral("/r/b.nianbao");
        RecentMenu menu([&open] { return open; }, nullptr);
        QSignalSpy changed(&menu, &RecentMenu::listChanged);
        const auto pin = [&menu] {
            Q_EMIT menu.aboutToShow();
            return menu.findChild<QAction *>(QStringLiteral("pinOpen"));
        };
        QVERIFY(pin()->isEnabled() && !pin()->isChecked());
        pin()->trigger();
        QCOMPARE(changed.count(), 1);
        QVERIFY(settings::recentReports().at(1).isPinned);
        QVERIFY(pin()->isChecked());
        pin()->trigger();
        QVERIFY(!settings::recentReports().at(1).isPinned);
        open.clear();
        QVERIFY(!pin()->isEnabled());
    }

    void clearedButForThePinnedOnes()
    {
        settings::pinRecentReport(QStringLiteral("/r/b.nianbao"), true);
        RecentMenu menu([] { return QString(); }, nullptr);
        Q_EMIT menu.aboutToShow();
        menu.findChild<QAction *>(QStringLiteral("clearRecent"))->trigger();
        QCOMPARE(settings::recentReports().size(), 1);
        QCOMPARE(settings::recentReports().first().path, QStringLiteral("/r/b.nianbao"));
        Q_EMIT menu.aboutToShow();
        QVERIFY(!menu.findChild<QAction *>(QStringLiteral("clearRecent"))->isEnabled());
    }

    void anEmptyListSaysSo()
    {
        settings::clearRecentReports();
        RecentMenu menu([] { return QString(); }, nullptr);
        Q_EMIT menu.aboutToShow();
        QVERIFY(!menu.actions().first()->isEnabled());
        QVERIFY(!menu.actions().first()->text().isEmpty());
    }

    void manyFitTheScreen()
    {
        for (int i = 0; i < 100; ++i)
            settings::addRecentReport({QStringLiteral("/r/%1").arg(i), QStringLiteral("t"), {}, {}});
        RecentMenu menu([] { return QString(); }, nullptr);
        QVERIFY(lines(menu).size() <= 20);
    }
};

QTEST_MAIN(RecentMenuTest)
#include "tst_recentmenu.moc"
