// SPDX-License-Identifier: MulanPSL-2.0
#include "backups.h"

#include "clock.h"
#include "session.h"
#include "settings.h"
#include "testreports.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class BackupsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    static inline int s_day = 1;

    QDir copies() const { return QDir(m_folder.filePath(QStringLiteral("copies"))); }
    QStringList names() const { return copies().entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); // not the settings of an earlier run
        setClock([] { return QDateTime(QDate(2022, 1, s_day), QTime(9, 30)); });
    }
    void cleanupTestCase() { setClock(nullptr); }

    void noneWithoutAWish()
    {
        QVERIFY(!settings::backups().areMade);
        auto session = Session::create(m_folder.filePath(QStringLiteral("a.nianbao")), test::filledReport());
        QVERIFY(session);
        QVERIFY(keepBackup((*session)->path()));
        QVERIFY(!QDir(backupFolder()).exists());
    }

    void oneADayAndTheOldestGo()
    {
        settings::setBackups({true, copies().path(), 2});
        QCOMPARE(backupFolder(), copies().path());
        auto session
            = Session::create(m_folder.filePath(QStringLiteral("报告.nianbao")), test::filledReport());
        auto other = Session::create(m_folder.filePath(QStringLiteral("b.nianbao")), test::filledReport());
        QVERIFY(session && other);
        QVERIFY(keepBackup((*session)->path()));
        QVERIFY(keepBackup((*session)->path())); // the same day
        QCOMPARE(names().size(), 1);
        QVERIFY(names().first().startsWith(QStringLiteral("2022-01-01 ")));
        QVERIFY(names().first().endsWith(QStringLiteral(" 报告.nianbao")));
        QVERIFY(keepBackup((*other)->path()));
        QCOMPARE(names().size(), 2); // each has its own
        for (s_day = 2; s_day <= 4; ++s_day)
            QVERIFY(keepBackup((*session)->path()));
        QCOMPARE(names().size(), 3);
        QCOMPARE(names().filter(QStringLiteral("报告")).first().left(10), QStringLiteral("2022-01-03"));
        QCOMPARE(names().filter(QStringLiteral("b.nianbao")).size(), 1);
    }

    void aCopyIsTheReport()
    {
        settings::setBackups({true, copies().path(), 5});
        s_day = 20;
        const Report report = test::filledReport();
        auto session = Session::create(m_folder.filePath(QStringLiteral("c.nianbao")), report);
        QVERIFY(session);
        QVERIFY(keepBackup((*session)->path()));
        const auto copy
            = Session::open(copies().filePath(names().filter(QStringLiteral("c.nianbao")).value(0)));
        QVERIFY(copy);
        QVERIFY((*copy)->report() == report);
    }

    /// Who opens an old state to look at it, or to go on from there, loses neither it nor today's.
    void aCopyThatIsOpenedIsLeftAlone()
    {
        settings::setBackups({true, copies().path(), 2});
        auto session = Session::create(m_folder.filePath(QStringLiteral("e.nianbao")), test::filledReport());
        QVERIFY(session);
        for (s_day = 21; s_day <= 22; ++s_day)
            QVERIFY(keepBackup((*session)->path()));
        const QStringList before = names();
        s_day = 23;
        const auto restored
            = Session::open(copies().filePath(names().filter(QStringLiteral("e.nianbao")).first()));
        QVERIFY(restored);
        QVERIFY(keepBackup((*restored)->path()));
        QCOMPARE(names(), before);
        QVERIFY(keepBackup((*session)->path())); // the report itself still gets its own
        QVERIFY(names().filter(QStringLiteral("e.nianbao")).last().startsWith(QStringLiteral("2022-01-23")));
    }

    void aDayThatIsStillToComeIsTheFirstToGo()
    {
        settings::setBackups({true, copies().path(), 2});
        auto session = Session::create(m_folder.filePath(QStringLiteral("f.nianbao")), test::filledReport());
        QVERIFY(session);
        s_day = 30; // the clock is wrong
        QVERIFY(keepBackup((*session)->path()));
        for (s_day = 25; s_day <= 26; ++s_day) {
            QVERIFY(keepBackup((*session)->path()));
            QVERIFY(keepBackup((*session)->path()));
        }
        QStringList days;
        for (const QString &name : names().filter(QStringLiteral("f.nianbao")))
            days.append(name.left(10));
        QCOMPARE(days, (QStringList{QStringLiteral("2022-01-25"), QStringLiteral("2022-01-26")}));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        settings::setBackups({true, m_folder.filePath(QStringLiteral("c.nianbao/under a file")), 5});
        auto session = Session::create(m_folder.filePath(QStringLiteral("d.nianbao")), test::filledReport());
        QVERIFY(session);
        const auto done = keepBackup((*session)->path());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::WriteFailed);
        QCOMPARE(done.error().where,
            copies().path().replace(QStringLiteral("copies"), QStringLiteral("c.nianbao/under a file")));
        QVERIFY(!done.error().detail.isEmpty());
    }
};

QTEST_MAIN(BackupsTest)
#include "tst_backups.moc"
