// SPDX-License-Identifier: MulanPSL-2.0
// A file is replaced underneath an open report, as programs do that keep folders alike: nothing is
// overwritten, mixed or lost. Prints what comes of each case.
#include "database.h"
#include "filestate.h"
#include "guardedwrite.h"
#include "rounds.h"
#include "storefixtures.h"

#include <QRandomGenerator>

#include <chrono>
#include <functional>
#include <thread>

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;
using Work = std::function<void(const QString &path)>;

namespace {

const QString kName = QStringLiteral("a.nianbao");
const Change kOurFirst = setCount("requests.received.other", 5);
const Change kOurSecond = setCount("requests.carried_in.other", 6);

Change setText(const QString &text)
{
    return Change::of(QStringLiteral("改写"), SetText{SectionId(QStringLiteral("overview")), 0, text});
}

/// An edit by the same program on another computer.
Work edited(const Change &change)
{
    return [change](const QString &path) {
        const auto file = openFile(path, Mode::Edit);
        Report report = loaded(*file);
        if (!edit(*file, report, change))
            qFatal("the other one cannot edit");
    };
}

/// Past everything that guards the file, as an older version or another program would do it.
Work sql(const QList<const char *> &statements)
{
    return [statements](const QString &path) {
        const auto db = Database::open(path, Database::Access::Write, path);
        for (const char *statement : statements) {
            if (!db || !(*db)->run(QString::fromUtf8(statement)))
                qFatal("cannot run %s", statement);
        }
    };
}

Work content(const QByteArray &bytes)
{
    return [bytes](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    };
}

Work all(const QList<Work> &steps)
{
    return [steps](const QString &path) {
        for (const Work &step : steps)
            step(path);
    };
}

/// Page count and history are those of another edit that changes the same number of cells once.
constexpr const char *kOldEdit
    = "INSERT OR REPLACE INTO cell (key, value) VALUES ('requests.received.individual', '70')";
constexpr const char *kTrigger = "CREATE TRIGGER t BEFORE INSERT ON audit BEGIN SELECT RAISE(IGNORE); END";
constexpr const char *kOldAudit = "INSERT INTO audit (at, who, text, change_json) VALUES "
                                  "('2022-01-10T08:30:00.000', '李强', '填写', '[]')";

void copyOnto(const QString &from, const QString &to)
{
    QFile target(to);
    if (!target.open(QIODevice::ReadWrite | QIODevice::Truncate) || target.write(readFile(from)) < 0)
        qFatal("cannot copy onto");
}

ino_t inodeOf(const QString &path)
{
    struct stat status { };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_ino : 0;
}

/// How another state comes to stand where ours was. False when this file system does not do it.
bool replace(const QString &how, const QString &theirs, const QString &path)
{
    const QString fresh = path + QStringLiteral(".fresh");
    if (how == u"renamed over it") {
        return QFile::copy(theirs, fresh)
            && rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) == 0;
    }
    if (how == u"copied onto its inode") {
        copyOnto(theirs, path);
        return true;
    }
    const ino_t before = inodeOf(path);
    if (!QFile::remove(path) || !QFile::copy(theirs, path))
        return false;
    if (how == u"deleted and made anew")
        return true;
    QList<QString> wrong; // "its inode reused": numbers that are free go first
    for (int i = 0; i < 20 && inodeOf(path) != before; ++i) {
        wrong.append(fresh + QString::number(i));
        QFile::rename(path, wrong.last());
        QFile::copy(theirs, path);
    }
    for (const QString &file : wrong)
        QFile::remove(file);
    return inodeOf(path) == before;
}

QString makeCopyOf(const QByteArray &bytes, const Folder &folder)
{
    folder.put(QStringLiteral("again"), bytes);
    return folder.file(QStringLiteral("again"));
}

QString describeCode(const Error &error)
{
    return QStringLiteral("code %1: %2").arg(int(error.code)).arg(error.detail);
}

const QStringList kWays{QStringLiteral("renamed over it"), QStringLiteral("copied onto its inode"),
    QStringLiteral("deleted and made anew"), QStringLiteral("its inode reused")};

struct Variant {
    const char *name;
    const char *base; // a file of an older version, or empty: a new one
    Work theirWork; // on a copy of the base
    bool isReport = true; // what comes of it can be opened
};

QList<Variant> variants()
{
    const Change oneCell = setCount("requests.received.individual", 7);
    const Change otherCell = setCount("requests.received.business", 3);
    const Change longText = setText(QString(60'000, u'长'));
    const auto nothing = [](const QString &) {};
    const auto another
        = [](const QString &path) { makeFile(path, filledReport(QStringLiteral("2019"), 2020)); };
    const auto half = [](const QString &path) { QFile::resize(path, QFileInfo(path).size() / 2); };
    return {
        {"same page count, same history count, cells only", "", edited(oneCell)},
        {"same page count, other history count", "", all({edited(oneCell), edited(otherCell)})},
        {"other page count, same history count", "", edited(longText)},
        {"other page count, other history count", "", all({edited(longText), edited(oneCell)})},
        {"edited by a version without tokens, same counts", "", sql({kOldEdit, kOldAudit})},
        {"nobody left a token, same counts", "",
            sql({"DELETE FROM meta WHERE key = 'commit'", kOldEdit, kOldAudit})},
        {"another report altogether", "", another},
        {"version 1, cells only, not even a history", "v1.nianbao", sql({kOldEdit})},
        {"version 1, same counts", "v1.nianbao", sql({kOldEdit, kOldAudit})},
        {"version 1, they have migrated it", "v1.nianbao", edited(oneCell)},
        {"version 4 without tokens, cells only", "v4.nianbao", sql({kOldEdit})},
        {"version 4 without tokens, same counts", "v4.nianbao", sql({kOldEdit, kOldAudit})},
        {"version 4, they have edited it", "v4.nianbao", edited(oneCell)},
        {"a trigger in it", "", sql({kOldEdit, kTrigger}), false},
        {"of a newer version", "", sql({"PRAGMA user_version = 99"}), false},
        {"a placeholder of no bytes", "", content({}), false},
        {"a text", "", content(QByteArray(30'000, 'x')), false},
        {"half a file", "", half, false},
        {"an older state, before our edit", "", nothing},
        {"an older state, version 1", "v1.nianbao", nothing},
        {"an older state, version 4 without tokens", "v4.nianbao", nothing},
    };
}

void makeBase(const Variant &variant, const QString &path)
{
    if (*variant.base == '\0')
        return makeFile(path, filledReport());
    if (!QFile::copy(QStringLiteral(TEST_DATA_DIR "/files/") + QLatin1String(variant.base), path))
        qFatal("no such base");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

struct Bytes {
    QByteArray base;
    QByteArray theirs;
    bool isReport = true;
};

/// A disk that writes at once makes this fast; only numbers of inodes need a real one.
void useDiskFor(const QString &how)
{
    if (how != u"its inode reused" && QFileInfo(QStringLiteral("/dev/shm")).isWritable())
        qputenv("TMPDIR", "/dev/shm");
    else
        qunsetenv("TMPDIR");
}

/// Made once: each variant is tried in many ways.
Bytes bytesOf(const Variant &variant)
{
    const Folder folder;
    makeBase(variant, folder.file());
    Bytes bytes{readFile(folder.file()), {}, variant.isReport};
    variant.theirWork(folder.file());
    bytes.theirs = readFile(folder.file());
    return bytes;
}

/// The edit that is refused: the report as it was meant to be.
Report with(const Report &report, const Change &change)
{
    Report next = report;
    if (!next.apply(change))
        qFatal("the change does not apply");
    return next;
}

} // namespace

class SyncTest : public QObject {
    Q_OBJECT

    static void addWays(const char *name, const Bytes &bytes, bool onlyLater = false)
    {
        for (const QString &how : kWays) {
            if (!onlyLater)
                QTest::addRow("%s | %s | before the first write", name, qPrintable(how))
                    << bytes << how << true;
            QTest::addRow("%s | %s | before a later write", name, qPrintable(how)) << bytes << how << false;
        }
    }

    static void addColumns()
    {
        useDiskFor({});
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("isFirstWrite");
    }

    /// What was refused goes into a copy, whole.
    static void saveCopy(const QString &path, const Report &ours)
    {
        makeFile(path, ours);
        QVERIFY(onDisk(path) == ours);
        QVERIFY(QFile::remove(path));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void replaced_data()
    {
        addColumns();
        for (const Variant &variant : variants()) {
            const bool isOurOwnPast = QByteArray(variant.name).startsWith("an older state");
            addWays(variant.name, bytesOf(variant), isOurOwnPast);
        }
    }

    void replaced()
    {
        QFETCH(Bytes, bytes);
        QFETCH(QString, how);
        QFETCH(bool, isFirstWrite);
        useDiskFor(how);
        const Folder folder;
        useDiskFor({});
        const Folder elsewhere;
        folder.put(kName, bytes.base);
        elsewhere.put(kName, bytes.theirs);
        const QString path = folder.file();
        auto file = openFile(path, Mode::Edit);
        Report ours = loaded(*file);
        if (!isFirstWrite)
            QVERIFY(edit(*file, ours, kOurFirst));
        const QByteArray oursOnDisk = readFile(path);
        if (!replace(how, elsewhere.file(), path))
            QSKIP("this file system does not give a number anew");

        const auto before = folder.state();
        const Report inMemory = ours;
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto done = edit(*file, ours, kOurSecond);
            QVERIFY(!done);
            QVERIFY2(done.error().code == ErrorCode::Replaced, qPrintable(describeCode(done.error())));
            QCOMPARE(done.error().where, path);
        }
        QVERIFY(ours == inMemory);
        QVERIFY(folder.state() == before);
        QVERIFY(readFile(path) == bytes.theirs);
        saveCopy(elsewhere.file(QStringLiteral("copy.nianbao")), with(ours, kOurSecond));
        if (QTest::currentTestFailed())
            return;

        // when ours is put back, what was refused can be written
        QVERIFY(replace(how, makeCopyOf(oursOnDisk, elsewhere), path) || how == u"its inode reused");
        QVERIFY(edit(*file, ours, kOurSecond));
        QVERIFY(onDisk(path) == with(inMemory, kOurSecond));
        file.reset();
        folder.put(kName, bytes.theirs);
        QCOMPARE(ReportFile::open(path, Mode::Look, kEditor).has_value(), bytes.isReport);
        qInfo("%s | Replaced; theirs untouched, ours whole in a copy", QTest::currentDataTag());
    }

    void theVerySameState_data()
    {
        addColumns();
        for (const char *base : {"", "v1.nianbao", "v4.nianbao"}) {
            const Variant variant{base, base, [](const QString &) {}};
            addWays(*base == '\0' ? "today's version" : base, bytesOf(variant));
        }
    }

    void theVerySameState()
    {
        QFETCH(Bytes, bytes);
        QFETCH(QString, how);
        QFETCH(bool, isFirstWrite);
        useDiskFor(how);
        const Folder folder;
        const Folder elsewhere;
        folder.put(kName, bytes.base);
        const auto file = openFile(folder.file(), Mode::Edit);
        Report ours = loaded(*file);
        if (!isFirstWrite)
            QVERIFY(edit(*file, ours, kOurFirst));
        if (!replace(how, makeCopyOf(readFile(folder.file()), elsewhere), folder.file()))
            QSKIP("this file system does not give a number anew");
        for (const Change &change : {kOurSecond, kOurFirst, setText(QString(60'000, u'短'))}) {
            QVERIFY(edit(*file, ours, change));
            QVERIFY(onDisk(folder.file()) == ours);
        }
        qInfo("%s | accepted; the edit is in the new file", QTest::currentDataTag());
    }

    void whileItIsBeingWritten_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<ErrorCode>("code");
        for (const QString &how : kWays) {
            if (how != u"its inode reused") // which it cannot be while the file is open
                QTest::newRow(qPrintable(how)) << how << ErrorCode::Replaced;
        }
        QTest::newRow("deleted") << QStringLiteral("deleted") << ErrorCode::FileGone;
    }

    /// Between the comparison and the commit.
    void whileItIsBeingWritten()
    {
        QFETCH(QString, how);
        QFETCH(ErrorCode, code);
        useDiskFor(how);
        const Folder folder;
        const Folder elsewhere;
        const QString path = folder.file();
        makeFile(path, filledReport());
        QVERIFY(QFile::copy(path, elsewhere.file()));
        edited(kOurFirst)(elsewhere.file());
        const QByteArray theirs = readFile(elsewhere.file());
        const auto known = readState(**Database::open(path, Database::Access::Read, path));
        QVERIFY(known);
        {
            auto write = GuardedWrite::begin(path, *known);
            QVERIFY(write);
            QVERIFY(write->database().run(QString::fromUtf8(kOldEdit)));
            if (how == u"deleted")
                QVERIFY(QFile::remove(path));
            else if (!replace(how, elsewhere.file(), path))
                qFatal("it cannot be replaced");
            const auto done = write->commit();
            QVERIFY(!done);
            QVERIFY(done.error().code == code);
        }
        QCOMPARE(folder.names(), code == ErrorCode::FileGone ? QStringList() : QStringList{kName});
        QVERIFY(code == ErrorCode::FileGone || readFile(path) == theirs);
    }

    void withFilesBesideIt_data()
    {
        QTest::addColumn<bool>("isLog");
        QTest::newRow("a write-ahead log") << true;
        QTest::newRow("half an edit in a journal") << false;
    }

    /// SQLite would play them into the file as soon as it opens it.
    void withFilesBesideIt()
    {
        QFETCH(bool, isLog);
        useDiskFor({});
        const Folder folder;
        const Folder elsewhere;
        const QString tail = isLog ? QStringLiteral("-wal") : QStringLiteral("-journal");
        makeFile(folder.file(), filledReport());
        QVERIFY(QFile::copy(folder.file(), elsewhere.file()));
        const auto file = openFile(folder.file(), Mode::Edit);
        Report ours = loaded(*file);
        QVERIFY(edit(*file, ours, kOurFirst));
        edited(setCount("requests.received.individual", 7))(elsewhere.file());
        {
            const auto db = Database::open(elsewhere.file(), Database::Access::Write, elsewhere.file());
            QVERIFY(db);
            if (isLog)
                QVERIFY((*db)->value(QStringLiteral("PRAGMA journal_mode = WAL")));
            QVERIFY(
                (*db)->run(QStringLiteral("PRAGMA cache_size = 2"))); // so that pages go to the file early
            const auto half = Transaction::begin(**db);
            QVERIFY(half);
            for (int i = 0; i < 50; ++i)
                QVERIFY((*db)->run(
                    QStringLiteral("INSERT INTO audit (at, who, text, change_json) VALUES ('', '', '', ?)"),
                    {QString(2000, u'x')}));
            folder.put(kName, readFile(elsewhere.file()));
            folder.put(kName + tail, readFile(elsewhere.file(kName + tail)));
        }
        const auto before = folder.state();
        QCOMPARE(before.size(), 3); // with the lock
        const auto done = edit(*file, ours, kOurSecond);
        QVERIFY(!done);
        QVERIFY2(done.error().code == ErrorCode::Replaced, qPrintable(describeCode(done.error())));
        QVERIFY(folder.state() == before);
        saveCopy(elsewhere.file(QStringLiteral("copy.nianbao")), with(ours, kOurSecond));
    }

    void twoWhoEditAtOnce()
    {
        useDiskFor({});
        const Folder folder;
        makeFile(folder.file(), filledReport());
        auto first = openFile(folder.file(), Mode::Edit);
        const auto second = openFile(folder.file(), Mode::TakeOver);
        Report a = loaded(*first);
        Report b = loaded(*second);
        QVERIFY(edit(*second, b, kOurFirst));
        const auto done = edit(*first, a, kOurSecond);
        QVERIFY(!done && done.error().code == ErrorCode::Replaced);
        first.reset(); // its lock is not its own any more
        QCOMPARE(folder.names(), (QStringList{QStringLiteral(".a.nianbao.lock"), kName}));
        QVERIFY(edit(*second, b, kOurSecond));
        QVERIFY(onDisk(folder.file()) == b);
    }

    void atAnyMoment_data()
    {
        QTest::addColumn<QString>("how");
        for (const QString &how : kWays.mid(0, 3))
            QTest::newRow(qPrintable(how)) << how;
    }

    /// Not between our steps, but whenever it happens.
    void atAnyMoment()
    {
        QFETCH(QString, how);
        const int rounds = test::rounds(25, 25, 1'000);
        qunsetenv("TMPDIR"); // a real disk takes its time
        const Folder folder;
        const Folder elsewhere;
        const QString path = folder.file();
        makeFile(path, filledReport());
        const QByteArray base = readFile(path);
        edited(setCount("requests.received.individual", 7))(path);
        elsewhere.put(kName, readFile(path));
        const QByteArray theirs = readFile(path);
        QMap<QByteArray, int> outcomes;
        for (int round = 0; round < rounds; ++round) {
            folder.put(kName, base);
            const auto file = openFile(path, Mode::Edit);
            Report ours = loaded(*file);
            const auto delay = std::chrono::microseconds(QRandomGenerator::global()->bounded(25'000));
            std::thread other([&] {
                std::this_thread::sleep_for(delay);
                if (!replace(how, elsewhere.file(), path))
                    qFatal("it cannot be replaced");
            });
            const auto done = edit(*file, ours, kOurFirst);
            other.join();
            const bool isTheirs = readFile(path) == theirs;
            const auto now = ReportFile::open(path, Mode::Look, kEditor);
            const auto report = now ? (*now)->load() : Result<Report>(now.error());
            QByteArray outcome;
            if (!done && done.error().code == ErrorCode::Collided)
                outcome = "told that both wrote at the same moment";
            else if (!done)
                outcome = isTheirs ? "refused, theirs is there" : "refused, but theirs is not whole";
            else if (isTheirs)
                outcome = "written, then replaced";
            else
                outcome = report && *report == ours ? "THEIRS OVERWRITTEN" : "MIXED";
            ++outcomes[outcome];
        }
        for (const auto &[outcome, times] : outcomes.asKeyValueRange())
            qInfo("%s: %s, %d of %d times", qPrintable(how), outcome.constData(), times, rounds);
        QVERIFY(!outcomes.contains("refused, but theirs is not whole"));
        const int lost = outcomes.value("MIXED") + outcomes.value("THEIRS OVERWRITTEN");
        // between two of the pages that a commit writes nobody can be kept from copying over them
        QVERIFY2(
            lost <= (how == u"copied onto its inode" ? rounds / 10 : 0), qPrintable(QString::number(lost)));
    }
};

QTEST_GUILESS_MAIN(SyncTest)
#include "tst_sync.moc"
