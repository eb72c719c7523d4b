// SPDX-License-Identifier: MulanPSL-2.0
#include "fulldisk.h"
#include "ordinaryuser.h"
#include "paginate.h"
#include "pdfwriter.h"
#include "reportjson.h"
#include "reportmanuscript.h"
#include "testreports.h"
#include "writewhole.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <sys/stat.h>
#include <unistd.h>

using namespace nianbao;

class WriteWholeTest : public QObject {
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
    void aReportIsNeverReplaced_data();
    void aReportIsNeverReplaced();
    void anyOtherFileMayBeReplaced_data();
    void anyOtherFileMayBeReplaced();
    void aLinkIsFollowed();
    void aLinkIntoNowhereIsFollowedToo();
    void whoMayReadTheOldFileMayReadTheNewOne();
    void noByteIsLostSilently_data();
    void noByteIsLostSilently();
    void aFullDiskLosesNothing();
    void aNewFileIsForItsReaders_data();
    void aNewFileIsForItsReaders();
    void aNewFileReplacesNothing_data();
    void aNewFileReplacesNothing();
    void aNewFileIsWholeOrNotThere();
    void aPictureThatCannotComeBackIsRefused();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("报告.txt")); }
    QByteArray content() const;
    int files() const { return int(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size()); }

    std::unique_ptr<QTemporaryDir> m_folder{};
};

void WriteWholeTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

QByteArray WriteWholeTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void WriteWholeTest::bytesArrive()
{
    QVERIFY(writeWhole(path(), "年报").has_value());
    QCOMPARE(content(), QByteArray("年报"));
    QCOMPARE(files(), 1);
}

void WriteWholeTest::anOlderFileIsReplaced()
{
    QVERIFY(writeWhole(path(), "a longer older text").has_value());
    QVERIFY(writeWhole(path(), "new").has_value());
    QCOMPARE(content(), QByteArray("new"));
    QCOMPARE(files(), 1);
}

void WriteWholeTest::missingFolderIsWriteFailed()
{
    const QString nowhere = m_folder->filePath(QStringLiteral("no/report.txt"));
    const Result<> done = writeWhole(nowhere, "x");
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::WriteFailed);
    QCOMPARE(done.error().where, nowhere);
    QVERIFY(!done.error().detail.isEmpty());
}

void WriteWholeTest::aFolderIsNoFile()
{
    const Result<> done = writeWhole(m_folder->path(), "x");
    QVERIFY(!done);
    QCOMPARE(done.error().where, m_folder->path());
}

void WriteWholeTest::fullDeviceIsDiskFull()
{
    const Result<> done = writeWhole(QStringLiteral("/dev/full"), QByteArray(100'000, 'x'));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
    QCOMPARE(done.error().where, QStringLiteral("/dev/full"));
    QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile()); // still the device
}

void WriteWholeTest::brokenOffWritingKeepsTheOlderFile()
{
    QVERIFY(writeWhole(path(), "old").has_value());
    const Result<> done = [this] {
        const test::FullDisk full(10'000);
        return writeWhole(path(), QByteArray(1'000'000, 'x'));
    }();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
    QCOMPARE(done.error().where, path());
    QVERIFY2(done.error().detail.contains(QLatin1String("too large")), qPrintable(done.error().detail));
    QCOMPARE(content(), QByteArray("old"));
    QCOMPARE(files(), 1);
}

void WriteWholeTest::theWorksOwnErrorIsHandedOn()
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

void WriteWholeTest::readOnlyFolderIsNoPermission()
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

void WriteWholeTest::aReportIsNeverReplaced_data()
{
    QTest::addColumn<QString>("name"); // of what is to be written
    QTest::addColumn<QString>("stands"); // the file that is there, under its own name
    QTest::addColumn<QString>("link"); // soft, hard or empty
    const QString report = QStringLiteral("年报.nianbao");
    QTest::newRow("the report itself") << report << report << QString();
    QTest::newRow("a report that does not exist yet") << report << QString() << QString();
    QTest::newRow("in capital letters")
        << QStringLiteral("A.NIANBAO") << QStringLiteral("A.NIANBAO") << QString();
    QTest::newRow("a report called otherwise")
        << QStringLiteral("a.json") << QStringLiteral("a.json") << QString();
    QTest::newRow("through a link") << QStringLiteral("link.json") << report << QStringLiteral("soft");
    QTest::newRow("through a second name")
        << QStringLiteral("second.pdf") << report << QStringLiteral("hard");
    QTest::newRow("its lock") << QStringLiteral(".年报.nianbao.lock") << QStringLiteral(".年报.nianbao.lock")
                              << QString();
    for (const char *tail : {"-journal", "-wal", "-shm"})
        QTest::newRow(tail) << report + QLatin1String(tail) << report + QLatin1String(tail) << QString();
    QTest::newRow("the lock of a report called otherwise")
        << QStringLiteral(".a.db.lock") << QStringLiteral("a.db") << QStringLiteral("beside");
    QTest::newRow("the journal of one called otherwise")
        << QStringLiteral("a.db-journal") << QStringLiteral("a.db") << QStringLiteral("beside");
    QTest::newRow("its journal through a link")
        << QStringLiteral("link.pdf") << report + QStringLiteral("-journal") << QStringLiteral("soft");
}

void WriteWholeTest::aReportIsNeverReplaced()
{
    QFETCH(QString, name);
    QFETCH(QString, stands);
    QFETCH(QString, link);
    const QByteArray before("SQLite format 3\0 and more", 25);
    const QString there = m_folder->filePath(stands);
    if (!stands.isEmpty()) {
        QFile file(there);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
    }
    const QString target = m_folder->filePath(name);
    if (link == u"soft")
        QVERIFY(QFile::link(there, target));
    if (link == u"hard")
        QCOMPARE(::link(QFile::encodeName(there).constData(), QFile::encodeName(target).constData()), 0);
    const int all = files();
    const Result<> done = writeWhole(target, "x");
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SameFile);
    QCOMPARE(done.error().where, target);
    QCOMPARE(files(), all);
    QFile file(there);
    if (!stands.isEmpty())
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == before);
}

void WriteWholeTest::anyOtherFileMayBeReplaced_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"年报.pdf", "年报.nianbao.json", "nianbao", "nianbao.pdf", "a.b.c", "年报"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void WriteWholeTest::anyOtherFileMayBeReplaced()
{
    QFETCH(QString, name);
    QVERIFY(writeWhole(m_folder->filePath(name), "old"));
    QVERIFY(writeWhole(m_folder->filePath(name), "x"));
    QCOMPARE(files(), 1);
}

void WriteWholeTest::aLinkIsFollowed()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("elsewhere")));
    const QString real = m_folder->filePath(QStringLiteral("elsewhere/年报.pdf"));
    QVERIFY(writeWhole(real, "old"));
    QVERIFY(QFile::link(QStringLiteral("elsewhere/年报.pdf"), path()));
    QVERIFY(writeWhole(path(), "new"));
    QVERIFY(QFileInfo(path()).isSymLink());
    QCOMPARE(content(), QByteArray("new"));
    QVERIFY(!QFileInfo(real).isSymLink());
}

void WriteWholeTest::aLinkIntoNowhereIsFollowedToo()
{
    const QString real = m_folder->filePath(QStringLiteral("still to come.pdf"));
    QVERIFY(QFile::link(real, path()));
    QVERIFY(writeWhole(path(), "new"));
    QVERIFY(QFileInfo(path()).isSymLink());
    QVERIFY(QFileInfo(real).isFile());
}

void WriteWholeTest::whoMayReadTheOldFileMayReadTheNewOne()
{
    for (const auto mode :
        {QFile::ReadOwner | QFile::WriteOwner, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup}) {
        QVERIFY(writeWhole(path(), "old"));
        QVERIFY(QFile::setPermissions(path(), mode));
        QVERIFY(writeWhole(path(), "new"));
        constexpr auto kAll = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteGroup
            | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path()) & kAll, QFile::Permissions(mode));
    }
}

namespace {

/// Runs the work where no file may grow beyond so many bytes.
Result<> within(qint64 most, const std::function<Result<>()> &work)
{
    const test::FullDisk full(most);
    return work();
}

} // namespace

void WriteWholeTest::noByteIsLostSilently_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"bytes", "small pieces", "json", "pdf"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// Wherever the disk ends, above all in what still lies in a buffer when all seems written: the work fails
/// and the older file stands as it was.
void WriteWholeTest::noByteIsLostSilently()
{
    QFETCH(QString, kind);
    const auto fonts = FontSet::load(pageStyle().fonts);
    QVERIFY(fonts);
    const Report report = test::filledReport();
    const PageDocument pages = paginate(manuscriptOf(report), pageStyle(), *fonts);
    const auto write = [&]() -> Result<> {
        if (kind == u"json")
            return writeJson(report, path());
        if (kind == u"pdf")
            return writePdf(pages, path());
        if (kind == u"bytes")
            return writeWhole(path(), QByteArray(50'000, 'x'));
        return writeWhole(path(), [](QIODevice &device) -> Result<> {
            for (int i = 0; i < 5000; ++i)
                device.write("ten bytes.");
            return {};
        });
    };
    QVERIFY(write());
    const qint64 whole = QFileInfo(path()).size();
    QVERIFY(writeWhole(path(), "old"));
    QList<qint64> ends{
        0, 1, whole / 2, whole - 16'385, whole - 16'384, whole - 16'383, whole - 100, whole - 1};
    for (qint64 end = 16'384; end < whole; end += 16'384)
        ends += {end - 1, end, end + 1};
    for (const qint64 end : std::as_const(ends)) {
        if (end < 0 || end >= whole)
            continue;
        const Result<> done = within(end, write);
        QVERIFY2(!done, qPrintable(QStringLiteral("%1 of %2").arg(end).arg(whole)));
        QCOMPARE(done.error().where, path());
        QCOMPARE(content(), QByteArray("old"));
        QCOMPARE(files(), 1);
    }
    QVERIFY(within(whole, write));
    QCOMPARE(QFileInfo(path()).size(), whole);
}

/// On a real file system without room: also what only the closing would tell.
void WriteWholeTest::aFullDiskLosesNothing()
{
    if (QProcess::execute(QStringLiteral("mount"),
            {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=64k"),
                QStringLiteral("none"), m_folder->path()})
        != 0)
        QSKIP("no file system can be mounted here");
    const auto unmount
        = qScopeGuard([&] { QProcess::execute(QStringLiteral("umount"), {m_folder->path()}); });
    QVERIFY(writeWhole(path(), "old"));
    for (const int size : {70'000, 65'537, 61'441, 100'000}) {
        const Result<> done = writeWhole(path(), QByteArray(size, 'x'));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::DiskFull);
        QCOMPARE(content(), QByteArray("old"));
        QCOMPARE(files(), 1);
    }
    QVERIFY(writeWhole(path(), QByteArray(30'000, 'x')));
}

void WriteWholeTest::aPictureThatCannotComeBackIsRefused()
{
    Report report = test::filledReport();
    const auto with = [&](const QByteArray &picture) {
        Change change = Change::of({},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"), {},
                {}, QStringLiteral("大图.png"), picture}}});
        change.restores = true; // as from a file of an earlier version
        const auto done = report.apply(change);
        if (!done)
            qFatal("%s", qPrintable(done.error().where));
        return writeJson(report, path());
    };
    const Result<> large = with(QByteArray("\x89PNG\r\n\x1A\n") + QByteArray(20'000'000, 'x'));
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::PictureTooLarge);
    QCOMPARE(large.error().where, QStringLiteral("大图.png"));
    QCOMPARE(with("<svg/>").error().code, ErrorCode::PictureUnreadable);
    QCOMPARE(files(), 0);
}

void WriteWholeTest::aNewFileIsForItsReaders_data()
{
    QTest::addColumn<Readers>("readers");
    QTest::addColumn<int>("mask");
    QTest::addColumn<int>("mode");
    QTest::newRow("its owner, where all is allowed") << Readers::Owner << 0 << 0600;
    QTest::newRow("its owner, as usual") << Readers::Owner << 0022 << 0600;
    QTest::newRow("anyone, where all is allowed") << Readers::Anyone << 0 << 0666;
    QTest::newRow("anyone, as usual") << Readers::Anyone << 0022 << 0644;
}

void WriteWholeTest::aNewFileIsForItsReaders()
{
    QFETCH(Readers, readers);
    QFETCH(int, mask);
    QFETCH(int, mode);
    const mode_t before = umask(mode_t(mask));
    const auto back = qScopeGuard([before] { umask(before); });
    QVERIFY(writeNew(path(), "年报", readers));
    struct stat status { };
    QCOMPARE(stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), mode);
    QCOMPARE(content(), QByteArray("年报"));
    QCOMPARE(files(), 1);
}

void WriteWholeTest::aNewFileReplacesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    const QString key = QStringLiteral("钥");
    QTest::newRow("a file") << key << QStringLiteral("file") << ErrorCode::FileExists;
    QTest::newRow("a folder") << key << QStringLiteral("folder") << ErrorCode::FileExists;
    QTest::newRow("a link into nowhere") << key << QStringLiteral("link") << ErrorCode::FileExists;
    QTest::newRow("a report") << QStringLiteral("年报.nianbao") << QStringLiteral("file")
                              << ErrorCode::SameFile;
    QTest::newRow("what would be a report's journal")
        << QStringLiteral("年报.nianbao-journal") << QString() << ErrorCode::SameFile;
}

void WriteWholeTest::aNewFileReplacesNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(ErrorCode, code);
    const QString target = m_folder->filePath(name);
    if (kind == u"file")
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
    else if (kind == u"folder")
        QVERIFY(QDir().mkdir(target));
    else if (kind == u"link")
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("nowhere")), target));
    const auto all = [this] {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    };
    const QStringList before = all();
    const Result<> done = writeNew(target, "x", Readers::Owner);
    QVERIFY(!done);
    QCOMPARE(done.error(), (Error{code, target}));
    QCOMPARE(all(), before);
    if (kind == u"file")
        QCOMPARE(QFileInfo(target).size(), 0);
}

void WriteWholeTest::aNewFileIsWholeOrNotThere()
{
    const Result<> done = [this] {
        const test::FullDisk full(10'000);
        return writeNew(path(), QByteArray(1'000'000, 'x'), Readers::Owner);
    }();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
    QCOMPARE(done.error().where, path());
    QCOMPARE(files(), 0);
    const QString nowhere = m_folder->filePath(QStringLiteral("no folder/a"));
    QCOMPARE(writeNew(nowhere, "x", Readers::Owner).error().code, ErrorCode::WriteFailed);
}

QTEST_GUILESS_MAIN(WriteWholeTest)
#include "tst_writewhole.moc"
