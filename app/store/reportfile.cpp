// SPDX-License-Identifier: MulanPSL-2.0
#include "reportfile.h"

#include "database.h"
#include "lockfile.h"
#include "migrations.h"
#include "reportjson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {

// Places in the 100-byte header of a SQLite file, https://sqlite.org/fileformat2.html#the_database_header
constexpr char kMagic[] = "SQLite format 3";
constexpr qsizetype kHeaderSize = 100;
constexpr qsizetype kPageSizeAt = 16;
constexpr qsizetype kWriteVersionAt = 18; // 2: write-ahead log
constexpr qsizetype kPageCountAt = 28;
constexpr qsizetype kUserVersionAt = 60;
constexpr qsizetype kApplicationIdAt = 68;

struct Header {
    int schema = 0;
    bool writeAheadLog = false;
};

Result<Header> readHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::FileNotFound, path};
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::NotADatabase, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NoPermission, path, file.errorString()};
    const QByteArray bytes = file.read(kHeaderSize);
    if (bytes.size() < kHeaderSize || !bytes.startsWith(QByteArray(kMagic, sizeof kMagic)))
        return Error{ErrorCode::NotADatabase, path};
    const auto number = [&bytes](qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    if (number(kApplicationIdAt) != quint32(kApplicationId))
        return Error{ErrorCode::ForeignDatabase, path};
    const int schema = int(number(kUserVersionAt));
    if (schema > newestSchema())
        return Error{ErrorCode::TooNew, path, QString::number(schema)};
    const quint16 pageSize = qFromBigEndian<quint16>(bytes.constData() + kPageSizeAt);
    const qint64 size = qint64(number(kPageCountAt)) * (pageSize == 1 ? 65536 : pageSize);
    const bool hasJournal = QFileInfo::exists(path + QStringLiteral("-journal"));
    if (schema < 1 || (file.size() < size && !hasJournal))
        return Error{ErrorCode::Damaged, path, QStringLiteral("%1 < %2").arg(file.size()).arg(size)};
    return Header{schema, bytes.at(kWriteVersionAt) == 2};
}

bool canWrite(const QString &path)
{
    const QByteArray file = QFile::encodeName(path);
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    // by effective user: what SQLite will be able to do
    return eaccess(file.constData(), W_OK) == 0 && eaccess(folder.constData(), W_OK | X_OK) == 0;
}

struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity &) const = default;
};

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat status { };
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

QVariant orNull(const std::optional<Amount> &amount)
{
    return amount ? QVariant(amount->toString()) : QVariant(QMetaType(QMetaType::QString));
}

QVariant orNull(const std::optional<qint64> &count)
{
    return count ? QVariant(*count) : QVariant(QMetaType(QMetaType::LongLong));
}

/// SQLite takes a null QString for NULL; an empty text is meant.
QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

std::optional<Amount> amountFrom(const QVariant &stored)
{
    if (stored.isNull())
        return std::nullopt;
    const auto amount = Amount::parse(stored.toString());
    return amount ? std::optional(*amount) : std::nullopt;
}

// Writing: each takes what it writes from the report as it is now

Result<> writeCell(Database &db, const Report &report, const CellId &id)
{
    const bool isComputed = report.spec().cell(id)->isComputed();
    const auto typed = isComputed ? std::optional<Amount>() : report.computed(id);
    const auto declared = report.declared(id);
    const QString note = report.note(id);
    if (!typed && !declared && note.isEmpty())
        return db.run(QStringLiteral("DELETE FROM cell WHERE key = ?"), {id.toString()});
    return db.run(QStringLiteral("INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?)"),
        {id.toString(), orNull(typed), text(note), declared ? 1 : 0,
            orNull(declared ? declared->value : std::optional<Amount>()),
            declared && declared->confirmed ? 1 : 0});
}

Result<> writeFact(Database &db, const Report &report, const QString &key)
{
    if (!report.hasFact(key))
        return db.run(QStringLiteral("DELETE FROM fact WHERE key = ?"), {key});
    return db.run(QStringLiteral("INSERT OR REPLACE INTO fact VALUES (?, ?)"), {key, text(report.fact(key))});
}

Result<> writeSection(Database &db, const Report &report, const SectionId &id)
{
    auto done = db.run(QStringLiteral("DELETE FROM subsection WHERE section = ?"), {id.toString()});
    int position = 0;
    for (const SubSection &sub : report.subSections(id)) {
        if (done)
            done = db.run(QStringLiteral("INSERT INTO subsection VALUES (?, ?, ?, ?)"),
                {id.toString(), position++, text(sub.heading), text(sub.text)});
    }
    return done;
}

Result<> writeChannels(Database &db, const Report &report)
{
    auto done = db.run(QStringLiteral("DELETE FROM channel"));
    for (int i = 0; done && i < report.channels().size(); ++i) {
        const Channel &channel = report.channels()[i];
        done = db.run(QStringLiteral("INSERT INTO channel VALUES (?, ?, ?)"),
            {i, text(channel.name), orNull(channel.count)});
        for (int j = 0; done && j < channel.categories.size(); ++j) {
            const Category &category = channel.categories[j];
            done = db.run(QStringLiteral("INSERT INTO category VALUES (?, ?, ?, ?)"),
                {i, j, text(category.name), orNull(category.count)});
        }
    }
    return done;
}

Result<> writeFigures(Database &db, const Report &report)
{
    auto done = db.run(QStringLiteral("DELETE FROM figure"));
    int position = 0;
    for (const Figure &figure : report.figures()) {
        if (done)
            done = db.run(QStringLiteral("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?)"),
                {position++, text(figure.section), figure.afterParagraph, text(figure.kind),
                    text(figure.caption), text(figure.chart), text(figure.file)});
    }
    return done;
}

Result<> writePrior(Database &db, const Report &report)
{
    if (!report.prior())
        return db.run(QStringLiteral("DELETE FROM prior"));
    return db.run(QStringLiteral("INSERT OR REPLACE INTO prior VALUES (1, ?)"),
        {QString::fromUtf8(reportToJson(*report.prior()))});
}

Result<> writeDelta(Database &db, const Report &report, const Delta &delta)
{
    Result<> done;
    for (const CellId &id : delta.cells) {
        if (done)
            done = writeCell(db, report, id);
    }
    for (const QString &key : delta.facts) {
        if (done)
            done = writeFact(db, report, key);
    }
    for (const SectionId &id : delta.sections) {
        if (done)
            done = writeSection(db, report, id);
    }
    if (done && delta.channels)
        done = writeChannels(db, report);
    if (done && delta.figures)
        done = writeFigures(db, report);
    if (done && delta.prior)
        done = writePrior(db, report);
    if (done && delta.review)
        done = db.run(QStringLiteral("INSERT OR REPLACE INTO review VALUES (1, ?, ?)"),
            {toString(report.review().state), report.review().revision});
    return done;
}

Result<> writeAudit(Database &db, const Change &change, const QString &who, const QDateTime &when)
{
    QJsonArray steps;
    for (const Step &step : change.steps)
        steps.append(toJson(step));
    return db.run(QStringLiteral("INSERT INTO audit (at, who, text, change_json) VALUES (?, ?, ?, ?)"),
        {when.toString(Qt::ISODateWithMs), text(who), text(change.description),
            QString::fromUtf8(QJsonDocument(steps).toJson(QJsonDocument::Compact))});
}

/// Everything a report holds, as if all of it had just changed.
Delta wholeReport(const Report &report)
{
    Delta all;
    for (const TableSpec &table : report.spec().tables)
        all.cells += QSet<CellId>(table.cells.begin(), table.cells.end());
    const auto keys = report.facts().keys();
    all.facts = QSet<QString>(keys.begin(), keys.end());
    for (const SectionSpec &section : report.spec().sections)
        all.sections.insert(section.id);
    all.channels = all.figures = all.prior = all.review = true;
    return all;
}

// Reading

Result<> readCells(Database &db, const QString &path, const ReportSpec &spec, Change &change)
{
    const auto rows = db.rows(QStringLiteral(
        "SELECT key, value, note, is_declared, declared, is_confirmed FROM cell ORDER BY key"));
    if (!rows)
        return rows.error();
    for (const auto &row : *rows) {
        const CellId id(row[0].toString());
        const auto value = amountFrom(row[1]);
        const auto declared = amountFrom(row[4]);
        if (!spec.cell(id) || (value.has_value() == row[1].isNull())
            || (declared.has_value() == row[4].isNull()))
            return Error{ErrorCode::Damaged, path, row[0].toString()};
        if (value)
            change.steps.append(SetCell{id, value});
        if (!row[2].toString().isEmpty())
            change.steps.append(SetNote{id, row[2].toString()});
        if (row[3].toInt() == 1)
            change.steps.append(SetDeclared{id, Declared{declared, row[5].toInt() == 1}});
    }
    return {};
}

Result<> readTexts(Database &db, Change &change)
{
    const auto facts = db.rows(QStringLiteral("SELECT key, value FROM fact ORDER BY key"));
    if (!facts)
        return facts.error();
    for (const auto &row : *facts)
        change.steps.append(SetFact{row[0].toString(), text(row[1].toString())});
    const auto sections = db.rows(
        QStringLiteral("SELECT section, position, heading, body FROM subsection ORDER BY section, position"));
    if (!sections)
        return sections.error();
    for (const auto &row : *sections)
        change.steps.append(InsertSubSection{
            SectionId(row[0].toString()), row[1].toInt(), {row[2].toString(), row[3].toString()}});
    return {};
}

std::optional<qint64> countFrom(const QVariant &stored)
{
    return stored.isNull() ? std::nullopt : std::optional(stored.toLongLong());
}

Result<> readChannels(Database &db, Change &change)
{
    QList<Channel> channels;
    const auto rows = db.rows(QStringLiteral("SELECT name, count FROM channel ORDER BY position"));
    if (!rows)
        return rows.error();
    for (const auto &row : *rows)
        channels.append({row[0].toString(), countFrom(row[1]), {}});
    const auto categories
        = db.rows(QStringLiteral("SELECT channel, name, count FROM category ORDER BY channel, position"));
    if (!categories)
        return categories.error();
    for (const auto &row : *categories)
        channels[row[0].toInt()].categories.append({row[1].toString(), countFrom(row[2])});
    change.steps.append(SetChannels{channels});
    return {};
}

Result<> readRest(Database &db, const QString &path, Change &change)
{
    QList<Figure> figures;
    const auto rows = db.rows(QStringLiteral(
        "SELECT section, after_paragraph, kind, caption, chart, file FROM figure ORDER BY position"));
    if (!rows)
        return rows.error();
    for (const auto &row : *rows)
        figures.append({row[0].toString(), row[1].toInt(), row[2].toString(), row[3].toString(),
            row[4].toString(), row[5].toString()});
    change.steps.append(SetFigures{figures});
    const auto prior = db.value(QStringLiteral("SELECT report_json FROM prior"));
    if (!prior)
        return prior.error();
    if (!prior->isNull()) {
        auto report = reportFromJson(prior->toString().toUtf8());
        if (!report)
            return Error{ErrorCode::Damaged, path, report.error().where};
        change.steps.append(SetPrior{std::make_shared<const Report>(std::move(report->report))});
    }
    const auto review = db.rows(QStringLiteral("SELECT state, revision FROM review"));
    if (!review)
        return review.error();
    const auto state
        = review->isEmpty() ? std::nullopt : reviewStateFromString(review->first()[0].toString());
    if (!state)
        return Error{ErrorCode::Damaged, path, QStringLiteral("review")};
    change.steps.append(SetReview{{*state, review->first()[1].toInt()}});
    return {};
}

} // namespace

struct ReportFile::Private {
    QString path;
    Editor editor;
    bool readOnly = true;
    int schema = 0;
    std::optional<FileIdentity> identity{};
    std::unique_ptr<LockFile> lock{};
    std::unique_ptr<QTemporaryDir> copy{}; // for files that cannot be read in place without leaving a trace
    std::unique_ptr<Database> reading{}; // where load() reads: the file, a copy of it, or memory
    std::unique_ptr<Database> writing{}; // opened with the first write

    Result<> openForReading(const Header &header);
    Result<> migrateInMemory();
    Result<> openForWriting();
    Result<> backUp() const;
};

/// Reads in place where that leaves no trace; else from a copy: a write-ahead log, or a journal that a look
/// must not roll back.
Result<> ReportFile::Private::openForReading(const Header &header)
{
    const QString journal = path + QStringLiteral("-journal");
    const bool hasJournal = QFileInfo::exists(journal);
    QString source = path;
    auto access = Database::Access::Read;
    if (header.writeAheadLog || (hasJournal && readOnly)) {
        copy = std::make_unique<QTemporaryDir>();
        source = copy->filePath(QStringLiteral("report"));
        access = Database::Access::Write;
        bool copied = copy->isValid() && QFile::copy(path, source);
        for (const char *tail : {"-journal", "-wal"}) {
            if (QFileInfo::exists(path + QLatin1String(tail)))
                copied = copied && QFile::copy(path + QLatin1String(tail), source + QLatin1String(tail));
        }
        copied = copied && QFile::setPermissions(source, QFile::ReadOwner | QFile::WriteOwner);
        if (!copied)
            return Error{ErrorCode::ReadFailed, path};
    } else if (hasJournal) {
        access = Database::Access::Write; // left by a program that died: SQLite takes the half edit back
    }
    auto database = Database::open(source, access, path);
    if (!database)
        return database.error();
    reading = std::move(*database);
    const auto health = reading->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!health)
        return health.error().code == ErrorCode::InUse
            ? health.error()
            : Error{ErrorCode::Damaged, path, health.error().detail};
    if (health->toString() != u"ok")
        return Error{ErrorCode::Damaged, path, health->toString()};
    return schema < newestSchema() ? migrateInMemory() : Result<>();
}

Result<> ReportFile::Private::migrateInMemory()
{
    auto memory = Database::inMemory(path);
    if (!memory)
        return memory.error();
    Database &db = **memory;
    const auto tables = reading->rows(QStringLiteral(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"));
    if (!tables)
        return tables.error();
    for (const auto &table : *tables) {
        if (const auto done = db.run(table[1].toString()); !done)
            return done;
        const auto rows = reading->rows(QStringLiteral("SELECT * FROM \"%1\"").arg(table[0].toString()));
        if (!rows)
            return rows.error();
        for (const auto &row : *rows) {
            const QString places = QStringList(row.size(), QStringLiteral("?")).join(u',');
            const auto done = db.run(
                QStringLiteral("INSERT INTO \"%1\" VALUES (%2)").arg(table[0].toString(), places), row);
            if (!done)
                return done;
        }
    }
    if (const auto done = migrate(db, schema, newestSchema()); !done)
        return done;
    reading = std::move(*memory);
    return {};
}

Result<> ReportFile::Private::backUp() const
{
    const QFileInfo info(path);
    QString target;
    for (int number = 1; target.isEmpty() || QFileInfo::exists(target); ++number)
        target = info.dir().filePath(QStringLiteral("%1（v%2 备份%3）.%4")
                                         .arg(info.completeBaseName())
                                         .arg(schema)
                                         .arg(number > 1 ? QString::number(number) : QString())
                                         .arg(info.suffix()));
    QFile source(path);
    QSaveFile backup(target);
    if (!source.open(QIODevice::ReadOnly) || !backup.open(QIODevice::WriteOnly)
        || backup.write(source.readAll()) != source.size() || !backup.commit())
        return Error{ErrorCode::WriteFailed, target, backup.errorString()};
    return {};
}

Result<> ReportFile::Private::openForWriting()
{
    if (!identity || identityOf(path) != identity)
        return Error{ErrorCode::FileGone, path};
    if (writing)
        return {};
    if (schema < newestSchema()) {
        if (const auto done = backUp(); !done)
            return done;
    }
    auto database = Database::open(path, Database::Access::Write, path);
    if (!database)
        return database.error();
    // a file that somebody switched to a write-ahead log comes back; for all others this changes nothing
    if (const auto done = (*database)->run(QStringLiteral("PRAGMA journal_mode = DELETE")); !done)
        return done;
    writing = std::move(*database);
    return {};
}

ReportFile::ReportFile(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

ReportFile::~ReportFile() = default;

const QString &ReportFile::path() const { return d->path; }
bool ReportFile::isReadOnly() const { return d->readOnly; }
int ReportFile::schemaVersion() const { return d->schema; }

Result<std::unique_ptr<ReportFile>> ReportFile::open(const QString &path, Mode mode, const Editor &editor)
{
    const auto header = readHeader(path);
    if (!header)
        return header.error();
    auto parts = std::make_unique<Private>();
    parts->path = QFileInfo(path).absoluteFilePath();
    parts->editor = editor;
    parts->schema = header->schema;
    parts->readOnly = mode == Mode::Look || !canWrite(path);
    parts->identity = identityOf(path);
    if (!parts->readOnly) {
        auto lock = LockFile::take(parts->path, editor, QDateTime::currentDateTime());
        if (!lock)
            return lock.error();
        parts->lock = std::move(*lock);
    }
    if (const auto done = parts->openForReading(*header); !done)
        return done.error();
    return std::unique_ptr<ReportFile>(new ReportFile(std::move(parts)));
}

Result<Report> ReportFile::load()
{
    Database &db = *d->reading;
    const auto meta = db.rows(QStringLiteral("SELECT key, value FROM meta"));
    if (!meta)
        return meta.error();
    QHash<QString, QString> facts;
    for (const auto &row : *meta)
        facts.insert(row[0].toString(), row[1].toString());
    const SpecPointer spec = findForm(facts.value(QStringLiteral("form")));
    if (!spec)
        return Error{ErrorCode::UnknownForm, facts.value(QStringLiteral("form"))};
    Report report(spec, facts.value(QStringLiteral("year")).toInt());
    Change change;
    Result<> done = readCells(db, d->path, *spec, change);
    if (done)
        done = readTexts(db, change);
    if (done)
        done = readChannels(db, change);
    if (done)
        done = readRest(db, d->path, change);
    if (!done)
        return done.error();
    if (const auto applied = report.apply(change); !applied)
        return Error{ErrorCode::Damaged, d->path, applied.error().where};
    return report;
}

Result<> ReportFile::write(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when)
{
    if (d->readOnly)
        return Error{ErrorCode::ReadOnly, d->path};
    Result<> done = d->openForWriting();
    if (!done)
        return done;
    {
        auto transaction = Transaction::begin(*d->writing);
        if (!transaction) {
            d->writing.reset(); // the next write opens the file anew, when the disk may be well again
            return transaction.error();
        }
        done = migrate(*d->writing, d->schema, newestSchema());
        if (done)
            done = writeDelta(*d->writing, next, delta);
        if (done)
            done = writeAudit(*d->writing, change, d->editor.name, when);
        if (done)
            done = transaction->commit();
    }
    if (!done) {
        d->writing.reset();
        return done;
    }
    d->schema = newestSchema();
    return {};
}

Result<std::unique_ptr<ReportFile>> ReportFile::create(
    const QString &path, const Report &report, bool replace, const Editor &editor, const QDateTime &when)
{
    const QFileInfo info(path);
    const QString target = info.absoluteFilePath();
    if (info.exists() && !replace)
        return Error{ErrorCode::FileExists, path};
    if (!QFileInfo(info.absolutePath()).isDir())
        return Error{ErrorCode::FileNotFound, info.absolutePath()};
    std::unique_ptr<LockFile> lock;
    if (info.exists()) { // not under the hands of somebody who has it open
        auto taken = LockFile::take(target, editor, when);
        if (!taken)
            return taken.error();
        lock = std::move(*taken);
    }
    // built beside the target and renamed onto it only when complete
    QTemporaryDir folder(info.absolutePath() + QStringLiteral("/.nianbao-XXXXXX"));
    if (!folder.isValid())
        return Error{ErrorCode::NoPermission, path, folder.errorString()};
    const QString made = folder.filePath(QStringLiteral("report"));
    {
        auto database = Database::open(made, Database::Access::Write, path);
        if (!database)
            return database.error();
        Database &db = **database;
        Result<> done = db.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
        auto transaction = Transaction::begin(db);
        if (!transaction)
            return transaction.error();
        if (done)
            done = migrate(db, 0, newestSchema());
        if (done)
            done = db.run(QStringLiteral("INSERT INTO meta VALUES ('form', ?), ('year', ?), ('created', ?)"),
                {report.spec().id, QString::number(report.year()), when.toString(Qt::ISODate)});
        if (done)
            done = writeDelta(db, report, wholeReport(report));
        if (done)
            done = transaction->commit();
        if (!done)
            return done.error();
    }
    if (::rename(QFile::encodeName(made).constData(), QFile::encodeName(target).constData()) != 0)
        return Error{errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::NoPermission, path};
    lock.reset();
    return open(target, Mode::Edit, editor);
}

} // namespace nianbao
