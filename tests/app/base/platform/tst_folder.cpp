// SPDX-License-Identifier: MulanPSL-2.0
#include "filestamp.h"
#include "folder.h"
#include "fulldisk.h"
#include "ordinaryuser.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace nianbao;

class FolderTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewFileIsMadeOnlyWhereNoneIs()
    {
        QVERIFY(makeFile(path("a"), "mine"));
        QVERIFY(!makeFile(path("a"), "theirs"));
        QCOMPARE(errno, EEXIST);
        QCOMPARE(test::readFile(path("a")), QByteArray("mine"));
        {
            const test::FullDisk full;
            QVERIFY(!makeFile(path("b"), "more than nothing"));
            QCOMPARE(errno, EFBIG);
        }
        QCOMPARE(names(), QStringList{QStringLiteral("a")});
    }

    /// With the brackets of the language; the Chinese ones: tst_parcel.
    void aFreeNameHasANumber()
    {
        QVERIFY(makeFile(path("a.txt"), "x") && makeFile(path("a (2).txt"), "x"));
        QCOMPARE(
            freePath(QDir(m_folder->path()), QStringLiteral("a"), QStringLiteral(".txt")), path("a (3).txt"));
    }

    void aNameThatIsTakenStays()
    {
        QVERIFY(makeFile(path("aside"), "new"));
        QVERIFY(makeFile(path("taken"), "old"));
        QVERIFY(!renameToFreeName(path("aside"), path("taken")));
        QCOMPARE(errno, EEXIST);
        QCOMPARE(test::readFile(path("taken")), QByteArray("old"));
        QVERIFY(renameToFreeName(path("aside"), path("free")));
        QCOMPARE(test::readFile(path("free")), QByteArray("new"));
        QCOMPARE(names(), (QStringList{QStringLiteral("free"), QStringLiteral("taken")}));
        QVERIFY(renameFile(path("free"), path("taken"))); // which replaces
        QCOMPARE(test::readFile(path("taken")), QByteArray("new"));
    }

    void aLinkIntoNowhereIsThereAndIsNot()
    {
        QVERIFY(QFile::link(path("nowhere"), path("link")));
        QVERIFY(changedAt(path("link"))); // something has the name
        QVERIFY(!isThere(path("link"))); // but there is no file
        QVERIFY(!changedAt(path("nowhere")));
    }

    void rightsAreAskedOfTheEffectiveUser()
    {
        QVERIFY(makeFile(path("a"), "x"));
        QVERIFY(QFile::setPermissions(path("a"), QFile::ReadOwner | QFile::ReadOther));
        // the group is asked too: who becomes an ordinary user here stays in that of the superuser
        QVERIFY(QFile::setPermissions(m_folder->path(),
            QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther
                | QFile::ExeOther));
        {
            const test::AsOrdinaryUser user;
            if (!user.canWorkIn(m_folder->path()))
                QSKIP("an ordinary user cannot enter this folder");
            QVERIFY(!mayWrite(path("a")));
            QVERIFY(!mayWriteIn(m_folder->path()));
        }
        QVERIFY(
            QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(mayWriteIn(m_folder->path()));
    }

    void aSuccessorIsReadByTheSamePeople()
    {
        QVERIFY(makeFile(path("old"), "x") && makeFile(path("new"), "y"));
        constexpr auto kRights = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(path("old"), kRights));
        QFile old(path("old")), fresh(path("new"));
        QVERIFY(old.open(QIODevice::ReadOnly) && fresh.open(QIODevice::ReadWrite));
        QVERIFY(takeRights(fresh.handle(), old.handle()));
        QVERIFY(QFile::permissions(path("new")) == QFile::permissions(path("old")));
    }

    void aStampTellsAnotherState()
    {
        QVERIFY(makeFile(path("a"), "one") && makeFile(path("b"), "two"));
        const FileStamp before = stampOf(path("a"));
        QVERIFY(before != FileStamp() && before.size == 3);
        QVERIFY(!before.isSameFile(stampOf(path("b"))));
        QFile file(path("a"));
        QVERIFY(file.open(QIODevice::Append));
        QVERIFY(stampOf(file.handle()) == before);
        QVERIFY(file.write("!") == 1 && file.flush());
        QVERIFY(stampOf(path("a")) != before);
        QVERIFY(stampOf(path("a")).isSameFile(before));
        QVERIFY(stampOf(path("c")) == FileStamp());
        QVERIFY(QFile::link(path("a"), path("link")));
        QVERIFY(stampOf(path("link")).isSameFile(before));
        const auto rights = rightsOf(file.handle());
        QVERIFY(rights && rights->user == thisUser() && rights->names == 1 && !rights->allMayWrite);
    }
};

QTEST_GUILESS_MAIN(FolderTest)
#include "tst_folder.moc"
