// SPDX-License-Identifier: MulanPSL-2.0
#include "exporters.h"
#include "ordinaryuser.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

using namespace nianbao;

class TestExporters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bytesArrive();
    void anOlderFileIsReplaced();
    void missingFolderIsWriteFailed();
    void aFolderIsNoFile();
    void fullDeviceIsDiskFull();
    void brokenOffWritingKeepsTheOlderFile();
    void theWorksOwnErrorIsHandedOn();
    void readOnlyFolderIsNoPermission();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("报告.txt")); }
    QByteArray content() const;
    int files() const { return int(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size()); }

    std::unique_ptr<QTemporaryDir> m_folder{};
};

void TestExporters::init() { m_folder = std::make_unique<QTemporaryDir>(); }

QByteArray TestExporters::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestExporters::bytesArrive()
{
    QVERIFY(writeWhole(path(), "年报").has_value());
    QCOMPARE(content(), QByteArray("年报"));
    QCOMPARE(files(), 1);
}

void TestExporters::anOlderFileIsReplaced()
{
    QVERIFY(writeWhole(path(), "a longer older text").has_value());
    QVERIFY(writeWhole(path(), "new").has_value());
    QCOMPARE(content(), QByteArray("new"));
    QCOMPARE(files(), 1);
}

void TestExporters::missingFolderIsWriteFailed()
{
    const QString nowhere = m_folder->filePath(QStringLiteral("no/report.txt"));
    const Result<> done = writeWhole(nowhere, "x");
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::WriteFailed);
    QCOMPARE(done.error().where, nowhere);
    QVERIFY(!done.error().detail.isEmpty());
}

void TestExporters::aFolderIsNoFile()
{
    const Result<> done = writeWhole(m_folder->path(), "x");
    QVERIFY(!done);
    QCOMPARE(done.error().where, m_folder->path());
}

void TestExporters::fullDeviceIsDiskFull()
{
    const Result<> done = writeWhole(QStringLiteral("/dev/full"), QByteArray(100'000, 'x'));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
    QCOMPARE(done.error().where, QStringLiteral("/dev/full"));
    QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile()); // still the device
}

void TestExporters::brokenOffWritingKeepsTheOlderFile()
{
    QVERIFY(writeWhole(path(), "old").has_value());
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 10'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<> done = writeWhole(path(), QByteArray(1'000'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::WriteFailed);
    QCOMPARE(done.error().where, path());
    QVERIFY2(done.error().detail.contains(QLatin1String("too large")), qPrintable(done.error().detail));
    QCOMPARE(content(), QByteArray("old"));
    QCOMPARE(files(), 1);
}

void TestExporters::theWorksOwnErrorIsHandedOn()
{
    QVERIFY(writeWhole(path(), "old").has_value());
    const Error wrong{ErrorCode::FontMissing, {}, QStringLiteral("仿宋")};
    const Result<> done = writeWhole(path(), [&](QIODevice &device) -> Result<> {
        device.write("half");
        return wrong;
    });
    QVERIFY(!done);
    QCOMPARE(done.error(), wrong);
    QCOMPARE(content(), QByteArray("old"));
    QCOMPARE(files(), 1);
}

void TestExporters::readOnlyFolderIsNoPermission()
{
    constexpr auto kAllRead = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_folder->path(), kAllRead));
    std::optional<Result<>> done;
    {
        const test::AsOrdinaryUser user;
        if (user.canWorkIn(m_folder->path()))
            done = writeWhole(path(), "x");
    }
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!done)
        QSKIP("an ordinary user cannot enter the temporary folder");
    QVERIFY(!*done);
    QCOMPARE(done->error().code, ErrorCode::NoPermission);
}

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
