// SPDX-License-Identifier: MulanPSL-2.0
#include "lockfile.h"
#include "storefixtures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr qint64 kDeadProcess = 0x7FFFFFF0; // larger than any the system hands out
const QString kLockName = QStringLiteral(".a.nianbao.lock");

QByteArray lockOf(const QString &host, qint64 pid, const QByteArray &boot = QSysInfo::bootUniqueId())
{
    return QJsonDocument(
        QJsonObject{{QStringLiteral("name"), QStringLiteral("李强")}, {QStringLiteral("host"), host},
            {QStringLiteral("pid"), pid}, {QStringLiteral("boot"), QString::fromLatin1(boot)},
            {QStringLiteral("time"), QStringLiteral("2022-01-09T17:05:00")}})
        .toJson();
}

} // namespace

class LockFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void saysWhoAndIsGoneAfterwards()
    {
        const Folder folder;
        {
            const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
            QVERIFY(lock);
            QCOMPARE(folder.names(), QStringList{kLockName});
            const auto said = QJsonDocument::fromJson(readFile(folder.file(kLockName))).object();
            QCOMPARE(said[u"name"].toString(), kEditor.name);
            QCOMPARE(said[u"host"].toString(), kEditor.host);
            QCOMPARE(said[u"pid"].toInteger(), QCoreApplication::applicationPid());
            QCOMPARE(QDateTime::fromString(said[u"time"].toString(), Qt::ISODate), kWhen);
        }
        QVERIFY(folder.names().isEmpty());
    }

    void theSameProgramTwiceIsInUse()
    {
        const Folder folder;
        const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
        const auto second = LockFile::take(folder.file(), kEditor, kWhen);
        QVERIFY(lock && !second);
        QVERIFY(second.error()
            == (Error{ErrorCode::InUse, folder.file(), QStringLiteral("王芳@office, 2022-01-10 08:30")}));
    }

    void foundLocks_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("ageSeconds");
        QTest::addColumn<QString>("holder"); // empty: taken over
        const QString li = QStringLiteral("李强@%1, 2022-01-09 17:05");
        const qint64 alive = QCoreApplication::applicationPid();
        QTest::newRow("a living program here") << lockOf(kEditor.host, alive) << 9999 << li.arg(kEditor.host);
        QTest::newRow("a dead program here") << lockOf(kEditor.host, kDeadProcess) << 0 << QString();
        QTest::newRow("its number is used anew after a restart")
            << lockOf(kEditor.host, alive, "another") << 0 << QString();
        QTest::newRow("a program on another machine, alive or not")
            << lockOf(QStringLiteral("镇长室"), kDeadProcess) << 9999 << li.arg(QStringLiteral("镇长室"));
        QTest::newRow("an empty file, old") << QByteArray() << 120 << QString();
        QTest::newRow("an empty file, just being written") << QByteArray() << 0 << QStringLiteral("?@?, ");
        QTest::newRow("no JSON, old") << QByteArray("garbage") << 120 << QString();
    }

    void foundLocks()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, ageSeconds);
        QFETCH(QString, holder);
        const Folder folder;
        folder.put(kLockName, content);
        {
            QFile file(folder.file(kLockName));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(
                QDateTime::currentDateTime().addSecs(-ageSeconds), QFileDevice::FileModificationTime));
        }
        const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
        QCOMPARE(lock.has_value(), holder.isEmpty());
        QCOMPARE(folder.names(), QStringList{kLockName});
        if (holder.isEmpty()) {
            QVERIFY(readFile(folder.file(kLockName)).contains("office"));
        } else {
            QVERIFY(lock.error().code == ErrorCode::InUse);
            QVERIFY2(lock.error().detail.startsWith(holder), qPrintable(lock.error().detail));
            QCOMPARE(readFile(folder.file(kLockName)), content);
        }
    }

    void oneThatSomebodyTookOverIsLeft()
    {
        const Folder folder;
        const QByteArray theirs = lockOf(QStringLiteral("镇长室"), 1);
        {
            const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
            QVERIFY(lock);
            folder.put(kLockName, theirs);
        }
        QCOMPARE(readFile(folder.file(kLockName)), theirs);
    }

    void aFolderThatTakesNoFile()
    {
        const Folder folder;
        setMode(folder.path(), 0555);
        bool isTested = false;
        {
            const AsOrdinaryUser user;
            if (user.canWorkIn(folder.path())) {
                const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
                QVERIFY(!lock);
                QVERIFY(lock.error().code == ErrorCode::NoPermission);
                isTested = true;
            }
        }
        setMode(folder.path(), 0755);
        if (!isTested)
            QSKIP("an ordinary user cannot enter the temporary folder");
    }
};

QTEST_GUILESS_MAIN(LockFileTest)
#include "tst_lockfile.moc"
