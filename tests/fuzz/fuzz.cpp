// SPDX-License-Identifier: MulanPSL-2.0
// Files from people who mean harm, and what the command line makes of them. Each run must end by itself, in
// bounded time and memory, with a sentence when it fails, and must leave every file as it was.
//   fuzz               some of each kind, in a few seconds
//   fuzz --all         10,000 broken reports, 2,000 schemas, 1,000 side files, 2,000 JSON; prints a table
//   fuzz KIND NUMBER   one case, left behind to be looked at
#include "hostilefiles.h"
#include "hostilejson.h"
#include "hostileschemas.h"
#include "hostilesides.h"
#include "runner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <optional>

using namespace nianbao::fuzz;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

/// What everything starts from.
struct Stock {
    QList<QByteArray> files;
    QList<QByteArray> jsons;
    QList<Leftovers> leftovers;
};

/// The place of one case: the folder that is sent, the user's other files, and where results go.
struct Place {
    explicit Place(const QString &root)
        : in(root + QStringLiteral("/in"))
        , out(root + QStringLiteral("/out"))
        , temporary(root + QStringLiteral("/tmp"))
        , report(in + QStringLiteral("/报告.nianbao"))
        , json(in + QStringLiteral("/报告.json"))
        , victim(in + QStringLiteral("/precious.txt"))
    {
        for (const QString &folder : {in, out, temporary}) {
            QDir(folder).removeRecursively();
            QDir().mkpath(folder);
        }
        qputenv("TMPDIR", QFile::encodeName(temporary));
        writeFile(victim, "nobody's business\n");
    }
    QByteArray path(const QString &file) const { return QFile::encodeName(file); }
    QString in, out, temporary, report, json, victim;
};

struct Tally {
    const char *kind;
    int cases = 0;
    int runs = 0;
    int exits[3] = {0, 0, 0};
    double mostSeconds = 0;
    double mostMebibytes = 0;
    int faults = 0;
};

/// Runs the commands on what was put, and watches.
class Watch {
public:
    Watch(const Place &place, Tally &tally) : m_place(place), m_tally(tally) { }

    /// The outcome; nothing may have changed but what this command may change.
    int run(const QList<QByteArray> &arguments)
    {
        const State before = stateOf(m_place.in);
        const Outcome outcome = runCli(arguments);
        const QByteArray &command = arguments.first();
        ++m_tally.runs;
        if (outcome.exit >= 0 && outcome.exit <= 2)
            ++m_tally.exits[outcome.exit];
        m_tally.mostSeconds = std::max(m_tally.mostSeconds, outcome.seconds);
        m_tally.mostMebibytes = std::max(m_tally.mostMebibytes, outcome.mebibytes);
        QString fault = faultOf(command, outcome);
        if (fault.isEmpty())
            fault = changeSince(before, command == "set" && outcome.exit == 0);
        if (fault.isEmpty() && !QDir(m_place.temporary).isEmpty())
            fault = QStringLiteral("leaves something in the temporary folder");
        if (fault.isEmpty() && outcome.exit == 2 && !QDir(m_place.out).isEmpty())
            fault = QStringLiteral("leaves something where nothing was made");
        if (m_fault.isEmpty() && !fault.isEmpty())
            m_fault = QString::fromUtf8(arguments.join(' ')) + QStringLiteral("\n    ") + fault;
        return outcome.exit;
    }
    void expect(bool holds, const char *what)
    {
        if (m_fault.isEmpty() && !holds)
            m_fault = QString::fromLatin1(what);
    }
    const QString &fault() const { return m_fault; }

private:
    QString changeSince(const State &before, bool isWritten) const
    {
        const State after = stateOf(m_place.in);
        const QString name = QStringLiteral("报告");
        for (const QString &file : before.keys() + after.keys()) {
            if (before.value(file) == after.value(file) && before.contains(file) == after.contains(file))
                continue;
            // an edit changes the report, plays in what is ours beside it, and keeps an older version as a
            // backup; a lock of a program that is no more goes with it
            const bool isOfTheEdit = file.startsWith(name) || file == QStringLiteral(".报告.nianbao.lock");
            if (!isWritten || !isOfTheEdit
                || (after.contains(file) && file.contains(QStringLiteral("nianbao-"))))
                return QStringLiteral("changes ") + file;
        }
        return {};
    }

    const Place &m_place;
    Tally &m_tally;
    QString m_fault{};
};

using Prepare = std::function<void(const Stock &, const Place &, Random &)>;

/// One of the ways to look at a report file, then an edit of it. What was made must be good for the next
/// command.
void useReport(const Place &place, Watch &watch, Random &random)
{
    const QByteArray report = place.path(place.report);
    const QByteArray json = place.path(place.out + QStringLiteral("/x.json"));
    const QByteArray made = place.path(place.out + QStringLiteral("/x.nianbao"));
    const auto clear = [&place] {
        QDir(place.out).removeRecursively();
        QDir().mkpath(place.out);
    };
    switch (random.below(7)) {
    case 0: watch.run({"info", report}); break;
    case 5: watch.run({"history", report, "--json"}); break;
    case 6:
        if (watch.run({"history", report, json, "--at", QByteArray::number(random.below(9))}) == 0)
            watch.expect(
                runCli({"new", made, "--from", json}).exit == 0, "the report as it was cannot be read");
        break;
    case 1: watch.run({"check", report}); break;
    case 2:
        if (watch.run({"export", report, json}) == 0)
            watch.expect(runCli({"new", made, "--from", json}).exit == 0, "the exported JSON cannot be read");
        break;
    case 3:
        if (watch.run({"new", made, "--base", report}) == 0)
            watch.expect(runCli({"info", made}).exit == 0, "next year's file cannot be read");
        break;
    default:
        if (watch.run({"new", made, "--organisation", "柳林镇", "--year", "2021", "--prior", report}) == 0)
            watch.expect(
                runCli({"info", made}).exit == 0, "the file with this as last year's cannot be read");
    }
    clear();
    if (watch.run({"set", report, "requests.received.individual=" + QByteArray::number(random.below(99))})
        == 0)
        watch.expect(watch.run({"info", report}) == 0, "what was set cannot be read");
}

void useJson(const Place &place, Watch &watch, Random &random)
{
    const QByteArray json = place.path(place.json);
    const QByteArray made = place.path(place.out + QStringLiteral("/x.nianbao"));
    QList<QByteArray> arguments{"new", made};
    switch (random.below(3)) {
    case 0: arguments += {"--base", json}; break;
    case 1: arguments += {"--organisation", "柳林镇", "--year", "2021", "--prior", json}; break;
    default: arguments += {"--from", json};
    }
    if (watch.run(arguments) == 0) {
        watch.expect(watch.run({"info", made}) == 0, "what was made cannot be read");
        watch.run({"check", made});
    }
}

struct Kind {
    const char *name;
    int all;
    int some; // of a short run
    Prepare prepare;
    std::function<void(const Place &, Watch &, Random &)> use;
};

QList<Kind> kinds()
{
    const Prepare bytes = [](const Stock &stock, const Place &place, Random &random) {
        writeFile(place.report, brokenBytes(random.oneOf(stock.files), random));
    };
    const Prepare content = [](const Stock &stock, const Place &place, Random &random) {
        writeFile(place.report, random.oneOf(stock.files));
        breakContent(place.report, brokenJson(random.oneOf(stock.jsons), random), random);
    };
    const Prepare schema = [](const Stock &stock, const Place &place, Random &random) {
        do
            writeFile(place.report, random.oneOf(stock.files));
        while (!breakSchema(place.report, random));
    };
    const Prepare beside = [](const Stock &stock, const Place &place, Random &random) {
        writeFile(place.report, random.oneOf(stock.files));
        putBeside(place.report, random.oneOf(stock.leftovers), place.victim, random);
    };
    const Prepare json = [](const Stock &stock, const Place &place, Random &random) {
        writeFile(place.json, brokenJson(random.oneOf(stock.jsons), random));
    };
    return {{"bytes", 5000, 24, bytes, useReport}, {"content", 5000, 24, content, useReport},
        {"schema", 2000, 24, schema, useReport}, {"beside", 1000, 24, beside, useReport},
        {"json", 2000, 24, json, useJson}};
}

Stock makeStock(const QString &folder)
{
    Stock stock;
    const QString data = QStringLiteral(TEST_DATA_DIR);
    for (int version = 1; version <= 5; ++version) {
        stock.files.append(readFile(data + QStringLiteral("/files/v%1.nianbao").arg(version)));
        stock.jsons.append(readFile(data + QStringLiteral("/files/v%1.json").arg(version)));
    }
    for (const QString &name : QDir(data + QStringLiteral("/reports")).entryList({QStringLiteral("*.json")}))
        stock.jsons.append(readFile(data + QStringLiteral("/reports/") + name));
    // a report of the newest version with last year's in it
    const QByteArray file = QFile::encodeName(folder + QStringLiteral("/stock.nianbao"));
    const QByteArray samples = SAMPLES_DIR;
    const Outcome made = runCli(
        {"new", file, "--from", samples + "/zhangcun-2021.json", "--prior", samples + "/zhangcun-2020.json"});
    if (made.exit != 0)
        qFatal("no stock: %s", made.words.constData());
    warmUp({"check", file});
    stock.files.append(readFile(QFile::decodeName(file)));
    for (const QByteArray &report : {stock.files[4], stock.files.last()})
        stock.leftovers.append(makeLeftovers(report, folder));
    return stock;
}

/// The fault of one case, or nothing.
QString runCase(const Kind &kind, int number, const Stock &stock, const QString &root, Tally &tally)
{
    Random random(quint32(qHash(QByteArray(kind.name), 0)) ^ (quint32(number) * 2654435761U));
    const Place place(root);
    kind.prepare(stock, place, random);
    Watch watch(place, tally);
    kind.use(place, watch, random);
    ++tally.cases;
    if (!watch.fault().isEmpty())
        ++tally.faults;
    return watch.fault();
}

void print(const Tally &tally)
{
    std::printf("%-9s %6d %6d %7d %7d %7d %9.2f %9.0f %7d\n", tally.kind, tally.cases, tally.runs,
        tally.exits[0], tally.exits[1], tally.exits[2], tally.mostSeconds, tally.mostMebibytes, tally.faults);
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray first = argc > 1 ? argv[1] : "";
    const bool isLong = first == "--all";
    const int only = argc > 2 ? std::atoi(argv[2]) : -1;
    QTemporaryDir root;
    root.setAutoRemove(only < 0);
    const Stock stock = makeStock(root.path());
    int faults = 0;
    std::printf("%-9s %6s %6s %7s %7s %7s %9s %9s %7s\n", "kind", "cases", "runs", "exit 0", "exit 1",
        "exit 2", "most s", "most MiB", "faults");
    for (const Kind &kind : kinds()) {
        if (!first.isEmpty() && !isLong && first != kind.name)
            continue;
        Tally tally{kind.name};
        const int count = isLong || !first.isEmpty() ? kind.all : kind.some;
        for (int number = only < 0 ? 0 : only; number < (only < 0 ? count : only + 1); ++number) {
            const QString fault = runCase(kind, number, stock, root.path(), tally);
            if (!fault.isEmpty())
                std::printf("fuzz %s %d: %s\n", kind.name, number, qPrintable(fault));
            std::fflush(stdout);
        }
        print(tally);
        faults += tally.faults;
    }
    if (only >= 0)
        std::printf("%s\n", qPrintable(root.path()));
    return faults == 0 ? 0 : 1;
}
