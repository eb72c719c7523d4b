// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "documents.h"
#include "drawntexts.h"
#include "paginate.h"
#include "paintpage.h"
#include "reportjson.h"
#include "reportmanuscript.h"
#include "reviewsteps.h"
#include "session.h"
#include "testreports.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace nianbao;

namespace {

constexpr double kNoTarget = 0;

/// A line of the table: one figure for each report. The target holds for the figure it names.
struct Line {
    QString name;
    QString unit;
    double target = kNoTarget;
    bool eightPagesOnly = false; // the target is set for a report of ordinary length
    QList<double> figures{}; // NaN: not measured
};

using Samples = std::vector<double>;

double percentile(Samples samples, double part)
{
    if (samples.empty())
        return qQNaN();
    std::sort(samples.begin(), samples.end());
    return samples[static_cast<size_t>(part * static_cast<double>(samples.size() - 1) + 0.5)];
}

template <typename Work> Samples sample(int times, const Work &work)
{
    Samples milliseconds;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return milliseconds;
}

template <typename T> T need(Result<T> result, const char *what)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "bench: %s failed: %s %s\n", what, qPrintable(result.error().where),
        qPrintable(result.error().detail));
    std::exit(2);
}

struct Process {
    int status = -1;
    double wall = 0; // ms
    double memory = 0; // MiB, the most it ever held
    QByteArray output{};
};

Process run(const QList<QByteArray> &arguments)
{
    std::vector<char *> words;
    for (const QByteArray &argument : arguments)
        words.push_back(const_cast<char *>(argument.constData()));
    words.push_back(nullptr);
    int ends[2];
    if (pipe(ends) != 0)
        return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const int failed = posix_spawn(&child, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    Process result;
    char bytes[4096];
    for (ssize_t length = 0; !failed && (length = read(ends[0], bytes, sizeof bytes)) > 0;)
        result.output.append(bytes, length);
    close(ends[0]);
    int status = 0;
    rusage usage{};
    if (failed || wait4(child, &status, 0, &usage) != child)
        return {};
    result.wall = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    result.memory = static_cast<double>(usage.ru_maxrss) / 1024;
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

/// One report as JSON and as the file that the command line makes of it.
struct Subject {
    QString name;
    QByteArray json;
    QByteArray file;
};

/// Whole processes. Run before this process grows: the kernel counts the memory of the parent at the moment
/// of exec as the child's.
QList<Line> measureProcesses(const QList<Subject> &subjects, const QByteArray &folder, const QByteArray &bin)
{
    Line exportWall{
        QStringLiteral("nianbao-cli export to PDF, whole process"), QStringLiteral("ms"), 60, true};
    Line exportMemory{QStringLiteral("  its peak memory"), QStringLiteral("MiB"), 60, true};
    Line checkWall{QStringLiteral("nianbao-cli check, whole process"), QStringLiteral("ms"), 60};
    Line startInside{
        QStringLiteral("nianbao, start to painted window, by its own clock"), QStringLiteral("ms"), 500};
    Line startWall{QStringLiteral("  and until it has quit again"), QStringLiteral("ms")};
    for (const Subject &subject : subjects) {
        Samples exports, memory, checks, starts, inside;
        const auto repeat = [](int times, const QList<QByteArray> &words, int worst, const auto &keep) {
            for (int i = 0; i < times; ++i) {
                const Process process = run(words);
                if (process.status >= 0 && process.status <= worst)
                    keep(process);
            }
        };
        repeat(20, {bin + "/nianbao-cli", "export", subject.file, folder + "/out.pdf"}, 0,
            [&](const Process &p) {
                exports.push_back(p.wall);
                memory.push_back(p.memory);
            });
        repeat(20, {bin + "/nianbao-cli", "check", subject.file}, 1,
            [&](const Process &p) { checks.push_back(p.wall); });
        repeat(7, {bin + "/nianbao", "--bench-start", subject.file}, 0, [&](const Process &p) {
            starts.push_back(p.wall);
            inside.push_back(p.output.trimmed().toDouble());
        });
        exportWall.figures.append(percentile(exports, 0.5));
        exportMemory.figures.append(percentile(memory, 1));
        checkWall.figures.append(percentile(checks, 0.5));
        startInside.figures.append(percentile(inside, 0.5));
        startWall.figures.append(percentile(starts, 0.5));
    }
    return {exportWall, exportMemory, checkWall, startInside, startWall};
}

/// A report with its narrative so many times over.
struct Length {
    int repeats;
    double mostWall; // ms, of the whole process
    double mostMemory; // MiB
    QByteArray file{};
    Process process{};
    double paginated = 0; // ms
    int pages = 0;
};

QByteArray repeated(const QByteArray &json, int times)
{
    QJsonObject root = QJsonDocument::fromJson(json).object();
    QJsonObject sections = root.value(QLatin1String("sections")).toObject();
    for (const QString &id : sections.keys()) {
        const QJsonArray once = sections.value(id).toArray();
        QJsonArray all;
        for (int i = 0; i < times; ++i) {
            for (const auto &sub : once)
                all.append(sub);
        }
        sections.insert(id, all);
    }
    root.insert(QLatin1String("sections"), sections);
    return QJsonDocument(root).toJson();
}

/// The processes, before this one grows.
void exportLengths(
    std::vector<Length> &lengths, const QByteArray &json, const QByteArray &folder, const QByteArray &bin)
{
    for (Length &length : lengths) {
        const QByteArray name = folder + "/length" + QByteArray::number(length.repeats);
        QFile source(QString::fromLocal8Bit(name + ".json"));
        if (!source.open(QFile::WriteOnly) || source.write(repeated(json, length.repeats)) < 0)
            std::exit(2);
        source.close();
        length.file = name + ".nianbao";
        if (run({bin + "/nianbao-cli", "new", length.file, "--from", name + ".json"}).status != 0)
            std::exit(2);
        Samples walls;
        for (int i = 0; i < 7; ++i) {
            length.process = run({bin + "/nianbao-cli", "export", length.file, name + ".pdf"});
            if (length.process.status == 0)
                walls.push_back(length.process.wall);
        }
        length.process.wall = percentile(walls, 0.5);
    }
}

void paginateLengths(std::vector<Length> &lengths)
{
    const auto fonts = need(FontSet::load(pageStyle().fonts), "fonts");
    for (Length &length : lengths) {
        const auto session = need(Session::open(QString::fromLocal8Bit(length.file)), "open");
        length.pages
            = static_cast<int>(paginate(manuscriptOf(session->report()), pageStyle(), fonts).pages.size());
        length.paginated = percentile(
            sample(
                7, [&](int) { std::ignore = paginate(manuscriptOf(session->report()), pageStyle(), fonts); }),
            0.5);
    }
}

void print(const std::vector<Length> &lengths)
{
    std::printf("\n%8s %22s %18s %22s   %s\n", "pages", "export, process, ms", "its memory, MiB",
        "pagination, ms", "target of the export");
    for (const Length &length : lengths) {
        const bool isOver
            = length.process.wall >= length.mostWall || length.process.memory >= length.mostMemory;
        std::printf("%8d %22.1f %18.1f %22.2f   < %.0f ms, < %.0f MiB%s\n", length.pages, length.process.wall,
            length.process.memory, length.paginated, length.mostWall, length.mostMemory,
            isOver ? "  OVER" : "");
    }
}

CellId firstTypedCell(const Report &report)
{
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (table.rows.size() > 10 && !report.spec().cell(cell)->isComputed())
                return cell;
        }
    }
    return {};
}

Change countChange(const CellId &cell, int run)
{
    return Change::of(QStringLiteral("bench"), SetCell{cell, Amount::fromInteger(1 + run % 97)});
}

Samples measureEdits(const Report &report, const QString &path)
{
    const auto session = need(Session::create(path, report, true), "create");
    const CellId cell = firstTypedCell(report);
    Samples samples = sample(300, [&](int i) {
        if (!session->edit(countChange(cell, i)))
            std::exit(2);
    });
    QFile::remove(path);
    return samples;
}

void append(QList<Line> &lines, qsizetype index, const Line &line, double figure)
{
    if (index >= lines.size())
        lines.append(line);
    lines[index].figures.append(figure);
}

struct MoveSamples {
    Samples sent{}, approved{}, verified{};
};

/// Whole moves to the disk, each with its picture, of a report that can be sent; scrypt apart.
MoveSamples measureMoves(const QString &path)
{
    MoveSamples samples;
    const PrivateKey key = test::newKey();
    constexpr int kTimes = 20;
    for (int i = 0; i < kTimes; ++i) {
        const auto session = need(Session::create(path, test::everyPartReport(), true), "create");
        test::Way way(*session);
        way.explain();
        const auto add = [](Samples &to, const Samples &one) { to.push_back(one.front()); };
        add(samples.sent, sample(1, [&](int) { way.move(ReviewAction::Send); }));
        way.move(ReviewAction::Forward);
        add(samples.approved, sample(1, [&](int) { way.seal(key); }));
        add(samples.verified, sample(1, [&](int) { std::ignore = session->verification(std::nullopt); }));
    }
    QFile::remove(path);
    return samples;
}

/// What one report costs inside a running program.
void measureInside(const Subject &subject, const QString &disk, const QString &memory, QList<Line> &lines)
{
    const auto ms = QStringLiteral("ms");
    Report report = need(reportFromJson(subject.json), "import").report;
    const Samples noSync
        = memory.isEmpty() ? Samples{} : measureEdits(report, memory + QStringLiteral("/e.nianbao"));
    const Samples synced = measureEdits(report, disk + QStringLiteral("/e.nianbao"));
    const CellId cell = firstTypedCell(report);
    const Samples checked = sample(500, [&](int i) {
        if (!report.apply(countChange(cell, i)))
            std::exit(2);
        std::ignore = check(report, RuleSet());
    });
    const auto fonts = need(FontSet::load(pageStyle().fonts), "fonts");
    const PageDocument document = paginate(manuscriptOf(report), pageStyle(), fonts);
    const Samples paginated
        = sample(50, [&](int) { std::ignore = paginate(manuscriptOf(report), pageStyle(), fonts); });
    constexpr double kPixelsPerMm = 96 / 25.4;
    QImage image(794, 1123, QImage::Format_ARGB32_Premultiplied);
    const Samples painted = sample(static_cast<int>(5 * document.pages.size()), [&](int i) {
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPage(document, i % static_cast<int>(document.pages.size()), painter, kPixelsPerMm);
    });
    const QString file = QString::fromLocal8Bit(subject.file);
    const Samples opened = sample(50, [&](int) { std::ignore = need(Session::open(file), "open"); });

    const MoveSamples moves = measureMoves(disk + QStringLiteral("/m.nianbao"));
    constexpr double kMostOfAMove = 200; // ms

    qsizetype line = 0;
    const auto add
        = [&](const char *name, double figure, double target = kNoTarget, bool eightPagesOnly = false) {
              append(lines, line++, {QLatin1String(name), ms, target, eightPagesOnly}, figure);
          };
    add("edit to disk, without fsync (memory file system), p50", percentile(noSync, 0.5));
    add("edit to disk, without fsync, p99", percentile(noSync, 0.99));
    add("edit to disk, with fsync, p50", percentile(synced, 0.5));
    add("edit to disk, with fsync, p99", percentile(synced, 0.99));
    add("recompute + all checks, p50", percentile(checked, 0.5));
    add("recompute + all checks, p99", percentile(checked, 0.99), 20);
    add("pagination, median", percentile(paginated, 0.5), 30, true);
    add("preview page paint at 96 dpi, p50", percentile(painted, 0.5));
    add("preview page paint at 96 dpi, p99", percentile(painted, 0.99));
    add("file open", percentile(opened, 0.5));
    add("sending, of a small report, p99", percentile(moves.sent, 0.99), kMostOfAMove);
    add("approving with a key, scrypt apart, p99", percentile(moves.approved, 0.99), kMostOfAMove);
    add("verifying, p99", percentile(moves.verified, 0.99), kMostOfAMove);
    append(lines, line++, {QStringLiteral("file size"), QStringLiteral("KiB")},
        static_cast<double>(QFileInfo(file).size()) / 1024);
    append(lines, line++, {QStringLiteral("pages"), QString()}, static_cast<double>(document.pages.size()));
}

/// The check of 300 KB of what nobody writes: of some of the drawn texts, or of all of them.
void printDrawnTexts(bool all)
{
    constexpr double kMostTime = 1000; // ms
    constexpr qsizetype kBytes = 300'000;
    const auto texts = test::drawnTexts(all ? 300 : 0);
    const qsizetype step = all ? 1 : 8;
    Samples times;
    QStringList over;
    QString slowest;
    for (qsizetype i = 0; i < texts.size(); i += step) {
        const QString sampleText = texts[i].ofLength(2000);
        const qsizetype characters
            = kBytes * sampleText.size() / std::max<qsizetype>(sampleText.toUtf8().size(), 1);
        const Report report = test::reportWith(texts[i].ofLength(characters));
        const double time = sample(1, [&](int) { std::ignore = check(report, RuleSet()); }).front();
        if (times.empty() || time > *std::max_element(times.begin(), times.end()))
            slowest = texts[i].name;
        times.push_back(time);
        if (time >= kMostTime)
            over.append(QStringLiteral("%1 (%2 ms)").arg(texts[i].name).arg(time, 0, 'f', 0));
    }
    std::printf("\ncheck of 300 KB of one thing over and over, %d texts: median %.0f ms, worst %.0f ms "
                "(“%s”)   < %.0f ms%s\n",
        static_cast<int>(times.size()), percentile(times, 0.5), percentile(times, 1), qPrintable(slowest),
        kMostTime, over.isEmpty() ? "" : "  OVER");
    for (const QString &text : std::as_const(over))
        std::printf("  %s\n", qPrintable(text));
}

QString shown(const Line &line, qsizetype report)
{
    const double figure = line.figures.value(report, qQNaN());
    if (qIsNaN(figure))
        return QStringLiteral("not measured");
    const bool judged = line.target > kNoTarget && !(line.eightPagesOnly && report == 0);
    const QString text = QString::number(figure, 'f', line.unit.isEmpty() ? 0 : figure < 10 ? 3 : 1);
    return judged && figure >= line.target ? text + QStringLiteral(" OVER") : text;
}

void print(const QList<Subject> &subjects, const QList<Line> &lines)
{
    std::printf(
        "%-54s %18s %18s  %s\n", "", qPrintable(subjects[0].name), qPrintable(subjects[1].name), "target");
    for (const Line &line : lines) {
        QString target;
        if (line.target > kNoTarget) {
            target = QStringLiteral("< %1 %2%3")
                         .arg(QString::number(line.target), line.unit,
                             line.eightPagesOnly ? QStringLiteral(" (8 pages)") : QString());
        }
        const QString name
            = line.unit.isEmpty() ? line.name : QStringLiteral("%1, %2").arg(line.name, line.unit);
        std::printf("%-54s %18s %18s  %s\n", qPrintable(name), qPrintable(shown(line, 0)),
            qPrintable(shown(line, 1)), qPrintable(target));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QString bin = QFileInfo(QString::fromLocal8Bit(argv[0])).absolutePath();
    // Beside the program, not in the temporary folder: that may be memory, and fsync would cost nothing.
    const QTemporaryDir disk(bin + QStringLiteral("/bench-XXXXXX"));
    const QTemporaryDir memory(QStringLiteral("/dev/shm/nianbao-bench-XXXXXX"));
    const QByteArray folder = disk.path().toLocal8Bit();
    qputenv("XDG_CONFIG_HOME", folder);
    qputenv("XDG_DATA_HOME", folder);
    qputenv("XDG_RUNTIME_DIR", folder);
    qputenv("QT_LOGGING_RULES", "default.warning=false"); // the offscreen plugin's, at every window

    QList<Subject> subjects;
    for (const char *path : {"tests/data/reports/longest.json", "resources/samples/zhangcun-2021.json"}) {
        const QString json = QStringLiteral(SOURCE_DIR "/%1").arg(QLatin1String(path));
        const QString name = QFileInfo(json).completeBaseName();
        QFile file(json);
        if (!file.open(QFile::ReadOnly)) {
            std::fprintf(stderr, "bench: %s cannot be read\n", qPrintable(json));
            return 2;
        }
        const QByteArray report = folder + '/' + name.toLatin1() + ".nianbao";
        const QByteArray cli = bin.toLocal8Bit() + "/nianbao-cli";
        if (run({cli, "new", report, "--from", json.toLocal8Bit()}).status != 0) {
            std::fprintf(stderr, "bench: nianbao-cli beside it could not make %s\n", report.constData());
            return 2;
        }
        subjects.append({name, file.readAll(), report});
    }
    const auto documents = [&] {
        bench::printDocuments(need(reportFromJson(subjects.last().json), "import").report,
            bin + QStringLiteral("/nianbao-cli"), disk.path());
    };
    if (argc > 1 && QByteArray(argv[1]) == "--documents") { // these alone
        const QGuiApplication application(argc, argv);
        documents();
        return 0;
    }
    const QList<Line> processes = measureProcesses(subjects, folder, bin.toLocal8Bit());

    std::vector<Length> lengths{{1, 60, 60}, {21, 200, 80}, {222, 800, 120}};
    exportLengths(lengths, subjects.last().json, folder, bin.toLocal8Bit());

    const QGuiApplication application(argc, argv);
    QList<Line> inside;
    for (const Subject &subject : subjects)
        measureInside(subject, disk.path(), memory.isValid() ? memory.path() : QString(), inside);
    paginateLengths(lengths);
    print(subjects, inside + processes);
    print(lengths);
    documents();
    printDrawnTexts(application.arguments().contains(QStringLiteral("--all-texts")));
    return 0;
}
