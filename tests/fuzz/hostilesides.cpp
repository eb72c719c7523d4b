// SPDX-License-Identifier: MulanPSL-2.0
#include "hostilesides.h"

#include "hostilefiles.h"
#include "stranger.h"

#include <QFileInfo>
#include <QtEndian>

#include <sys/stat.h>
#include <unistd.h>

namespace nianbao::fuzz {

namespace {

const QByteArray kMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a file cannot be prepared");
}

QByteArray taken(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A record that names a file which SQLite would delete.
QByteArray superJournal(const QByteArray &name, Random &random)
{
    quint32 sum = 0;
    for (const char c : name)
        sum += quint32(c);
    return number(0x40000000 / 4096 + 1) + name + number(quint32(name.size()))
        + number(random.chance(90) ? sum : random.word()) + kMagic;
}

QByteArray journalHeader(quint32 pages, Random &random)
{
    const auto likely
        = [&random](quint32 value) { return number(random.chance(75) ? value : random.edge()); };
    QByteArray header
        = kMagic + likely(0) + number(random.word()) + likely(pages) + likely(512) + likely(4096);
    return header + QByteArray(512 - header.size(), '\0');
}

QByteArray journal(const QByteArray &report, const QByteArray &real, const QByteArray &victim, Random &random)
{
    const auto pages = quint32(report.size() / 4096);
    switch (random.below(8)) {
    case 0: return random.bytes(random.below(6000));
    case 1: return journalHeader(pages, random) + superJournal(victim, random);
    case 2: return journalHeader(pages, random) + random.bytes(random.below(20'000));
    case 3: return real;
    case 4: return real + superJournal(victim, random);
    case 5: return brokenBytes(real, random);
    case 6: return real.left(random.below(real.size()));
    default: {
        QByteArray changed = real;
        changed.replace(random.oneOf({0, 8, 12, 16, 20, 24}), 4, number(random.edge()));
        return changed;
    }
    }
}

QByteArray lockContent(Random &random)
{
    const QByteArray host = random.oneOf<const char *>({"elsewhere", "", "\\u001b[2J", "x"});
    switch (random.below(6)) {
    case 0: return {};
    case 1: return random.bytes(random.below(3000));
    case 2: return QByteArray("{\"name\": \"").leftJustified(random.oneOf({100, 4'000'000}), 'n') + "\"}";
    case 3: return QByteArray("[").repeated(random.oneOf({10, 100'000}));
    default:
        return "{\"name\": \"" + QByteArray(random.oneOf<const char *>({"王芳", "\\u001b]0;x", "a\\nb", ""}))
            + "\", \"host\": \"" + host + "\", \"pid\": " + QByteArray::number(qint32(random.edge()))
            + ", \"boot\": \"x\", \"time\": \""
            + random.oneOf<const char *>({"2199-01-01T00:00:00", "2020-01-01T00:00:00", "never"}) + "\"}";
    }
}

/// Something else than the content in a regular file. True when it was put.
bool putOddly(const QString &path, const QByteArray &start, const QString &victim, Random &random)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray target = QFile::encodeName(victim);
    switch (random.below(12)) {
    case 0: return symlink(target.constData(), name.constData()) == 0;
    case 1: return link(target.constData(), name.constData()) == 0;
    case 2: return mkfifo(name.constData(), 0600) == 0;
    case 3: return mkdir(name.constData(), 0700) == 0;
    case 4: return symlink(random.oneOf<const char *>({"nowhere", "/dev/zero", "."}), name.constData()) == 0;
    case 5: put(path, start); return QFile::resize(path, qint64(random.oneOf({1, 3, 5})) << 30);
    default: return false;
    }
}

} // namespace

Leftovers makeLeftovers(const QByteArray &report, const QString &folder)
{
    Leftovers left;
    const QString path = folder + QStringLiteral("/prepared");
    const QString journal = path + QStringLiteral("-journal");
    const QString log = path + QStringLiteral("-wal");
    put(path, report);
    {
        const Stranger stranger(path);
        stranger.run("PRAGMA synchronous = FULL; PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE fact SET "
                     "value = 'half'; WITH RECURSIVE n(i) AS "
                     "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) INSERT INTO audit (at, who, "
                     "text, change_json) "
                     "SELECT '', '', '', hex(zeroblob(1000)) FROM n");
        left.half = taken(path);
        left.journal = taken(journal);
        stranger.run("ROLLBACK; PRAGMA journal_mode = WAL; UPDATE subsection SET body = 'logged'");
        left.logged = taken(path);
        left.log = taken(log);
    }
    QFile::remove(path);
    if (left.journal.isEmpty() || left.log.isEmpty())
        qFatal("no journal or log was left");
    return left;
}

QByteArray putBeside(const QString &report, const Leftovers &leftovers, const QString &victim, Random &random)
{
    const QByteArray target = QFile::encodeName(victim);
    if (random.chance(20)) {
        const QFileInfo info(report);
        const QString lock = info.path() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".lock");
        if (!putOddly(lock, lockContent(random), victim, random))
            put(lock, lockContent(random));
        return "lock";
    }
    const bool isLogged = random.chance(40);
    if (random.chance(60))
        put(report, isLogged ? leftovers.logged : leftovers.half);
    const QString beside = report + QLatin1String(isLogged ? "-wal" : "-journal");
    const QByteArray content = isLogged ? (random.chance(40) ? leftovers.log
                                       : random.chance(70)   ? brokenBytes(leftovers.log, random)
                                                             : random.bytes(random.below(9000)))
                                        : journal(taken(report), leftovers.journal, target, random);
    if (!putOddly(beside, content, victim, random))
        put(beside, content);
    const QString index = report + QStringLiteral("-shm");
    if (random.chance(isLogged ? 40 : 5) && !putOddly(index, random.bytes(32'768), victim, random))
        put(index, random.bytes(random.oneOf({0, 100, 32'768})));
    return isLogged ? "log" : "journal";
}

} // namespace nianbao::fuzz
