// SPDX-License-Identifier: MulanPSL-2.0
#include "ordinaryuser.h"
#include "wholefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace nianbao;

using Make = std::function<void(const QByteArray &path)>;

namespace {

constexpr qint64 kMost = 1000;

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

void makeSocket(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot bind");
    close(descriptor);
}

} // namespace

class WholeFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAllOrNothing_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("an empty file") << qint64(0) << true;
        QTest::newRow("a file at the limit") << kMost << true;
        QTest::newRow("one byte more") << kMost + 1 << false;
        QTest::newRow("four gigabytes without a byte in them") << (qint64(4) << 30) << false;
    }

    void readsAllOrNothing()
    {
        QFETCH(qint64, size);
        QFETCH(bool, isTaken);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("报告"));
        put(path, "ab");
        QVERIFY(QFile::resize(path, size));
        const auto content = readWholeFile(path, kMost);
        QCOMPARE(content.has_value(), isTaken);
        if (isTaken)
            QCOMPARE(content->size(), size);
        else
            QVERIFY(content.error() == (Error{ErrorCode::TooLarge, path, QStringLiteral("1")}));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<ErrorCode>("code");
        const auto row
            = [](const char *name, ErrorCode code, const Make &make) { QTest::newRow(name) << make << code; };
        const auto linkTo = [](const char *target) {
            return Make([target](const QByteArray &path) {
                if (symlink(target, path.constData()) != 0)
                    qFatal("cannot link");
            });
        };
        row("nothing", ErrorCode::FileNotFound, [](const QByteArray &) {});
        row("a folder", ErrorCode::NotAFile, [](const QByteArray &path) { mkdir(path.constData(), 0700); });
        row("a pipe that nobody writes to", ErrorCode::NotAFile,
            [](const QByteArray &path) { mkfifo(path.constData(), 0600); });
        row("a socket", ErrorCode::NotAFile, makeSocket);
        row("a link to an endless device", ErrorCode::NotAFile, linkTo("/dev/zero"));
        row("a link to nothing", ErrorCode::FileNotFound, linkTo("nowhere"));
        row("a link to itself", ErrorCode::NotAFile, linkTo("a"));
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(Make, make);
        QFETCH(ErrorCode, code);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        make(QFile::encodeName(path));
        const auto content = readWholeFile(path, kMost);
        QVERIFY(!content);
        QVERIFY2(content.error().code == code, qPrintable(QString::number(int(content.error().code))));
        QCOMPARE(content.error().where, path);
    }

    void aNameThatIsTooLong()
    {
        const auto content = readWholeFile(QString(300, u'a'), kMost);
        QVERIFY(!content && content.error().code == ErrorCode::NameTooLong);
    }

    void aLinkIsFollowedOnlyWhereItMayBe()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("target"));
        const QString link = folder.filePath(QStringLiteral("link"));
        put(target, "content");
        QVERIFY(QFile::link(target, link));
        QCOMPARE(*readWholeFile(link, kMost), QByteArray("content"));
        const auto refused = RegularFile::open(link, kMost, RegularFile::Link::Refuse);
        QVERIFY(!refused && refused.error().code == ErrorCode::NotAFile);
    }

    void withoutPermission()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        put(path, "x");
        QCOMPARE(chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
        QCOMPARE(chmod(QFile::encodeName(path).constData(), 0), 0);
        const test::AsOrdinaryUser user;
        if (!user.canWorkIn(folder.path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        const auto content = readWholeFile(path, kMost);
        QVERIFY(!content && content.error().code == ErrorCode::NoPermission);
    }

    void aCopyIsWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        const QByteArray content(3'000'000, 'x'); // several pieces
        put(path, content);
        const auto source = RegularFile::open(path, content.size());
        QVERIFY(source);
        QFile copy(folder.filePath(QStringLiteral("b")));
        QVERIFY(copy.open(QIODevice::ReadWrite));
        QVERIFY(source->copyTo(copy.handle()));
        QVERIFY(copy.seek(0));
        QCOMPARE(copy.readAll(), content);
        put(path, content + 'x');
        QFile rest(folder.filePath(QStringLiteral("c")));
        QVERIFY(rest.open(QIODevice::WriteOnly));
        const auto grown = source->copyTo(rest.handle());
        QVERIFY(!grown && grown.error().code == ErrorCode::TooLarge);
    }

    void aResourceIsReadToo()
    {
        QVERIFY(readWholeFile(QStringLiteral(":/rules/words.json"), 0)->startsWith('{'));
        QVERIFY(!readWholeFile(QStringLiteral(":/rules/nothing"), kMost));
    }
};

QTEST_GUILESS_MAIN(WholeFileTest)
#include "tst_wholefile.moc"
