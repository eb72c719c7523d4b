// SPDX-License-Identifier: MulanPSL-2.0
#include "sidefiles.h"

#include "filestamp.h"

#include <QFileInfo>

#include <algorithm>

namespace nianbao {

namespace {

// https://sqlite.org/fileformat2.html#the_rollback_journal
const QByteArray kJournalMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
constexpr qsizetype kJournalHeaderSize = 28;
constexpr qsizetype kRecordCountAt = 8;
constexpr qsizetype kInitialPagesAt = 16;
constexpr qsizetype kSectorSizeAt = 20;
constexpr qsizetype kJournalPageSizeAt = 24;
constexpr quint32 kCountOfSize = 0xffffffff; // as many records as the file has room for
constexpr quint32 kMostSector = 65536;
constexpr quint32 kLeastSector = 32;

// https://sqlite.org/fileformat2.html#the_write_ahead_log
constexpr qsizetype kLogHeaderSize = 32;
constexpr quint32 kLogMagic = 0x377f0682; // the last bit is the order of bytes in checksums
constexpr quint32 kLogVersion = 3007000;

constexpr qint64 kMostIndexBytes = 64 << 20;

Error foreign(const QString &side) { return {ErrorCode::ForeignSideFile, side}; }

/// May the owner of a side file be the one who wrote the report last? Whoever can write the report could do
/// to it what a journal does.
bool mayBeOfAWriter(const FileRights &side, const FileRights &report)
{
    return side.user == report.user || side.user == thisUser() || report.allMayWrite
        || (report.groupMayWrite && side.group == report.group);
}

struct Side {
    RegularFile file;
    qint64 size;
};

/// Nothing when there is no such file.
Result<std::optional<Side>> openSide(const RegularFile &report, const QString &path, qint64 mostBytes)
{
    auto file = RegularFile::open(path, mostBytes, RegularFile::Link::Refuse);
    if (!file) {
        switch (file.error().code) {
        case ErrorCode::FileNotFound: return std::optional<Side>();
        case ErrorCode::NameTooLong: return std::optional<Side>(); // then it cannot be there either
        case ErrorCode::NoPermission:
        case ErrorCode::ReadFailed: return file.error();
        default: return foreign(path);
        }
    }
    const auto beside = rightsOf(file->descriptor());
    const auto main = rightsOf(report.descriptor());
    if (!beside || !main)
        return Error{ErrorCode::ReadFailed, path};
    const qint64 size = stampOf(file->descriptor()).size;
    // a second name would be that of another file of the user, changed or emptied under this one
    if (beside->names > 1 || !mayBeOfAWriter(*beside, *main))
        return foreign(path);
    return std::optional(Side{std::move(*file), size});
}

/// The parts of a journal, each a header and its records, walked as SQLite will walk them.
class JournalWalk {
public:
    JournalWalk(const Side &journal, const FileHeader &report) : m_journal(journal), m_report(report) { }

    /// Is this the beginning of an edit of this very file?
    Result<bool> belongs()
    {
        for (qint64 at = 0;;) {
            const auto bytes = m_journal.file.read(at, kJournalHeaderSize);
            if (!bytes)
                return bytes.error();
            const bool isHeader = bytes->size() == kJournalHeaderSize && bytes->startsWith(kJournalMagic);
            if (!isHeader)
                return at > 0 && isOfTheReport(); // behind the last part anything may stand
            if (!isSane(*bytes) || at + m_sector > m_journal.size)
                return false;
            const auto end = walkRecords(at + m_sector, numberAt(*bytes, kRecordCountAt));
            if (!end)
                return end.error();
            if (*end < 0)
                return false;
            at = (*end + m_sector - 1) / m_sector * m_sector;
        }
    }

private:
    bool isSane(const QByteArray &header)
    {
        const quint32 sector = numberAt(header, kSectorSizeAt);
        const quint32 pages = numberAt(header, kInitialPagesAt);
        const bool isFirst = m_sector == 0;
        if (!isFirst && (sector != m_sector || pages != m_pages))
            return false;
        m_sector = sector;
        m_pages = pages;
        // each page is in it once at most, in as many parts at most
        const qint64 most = (qint64(pages) + 2) * (m_report.pageSize + 8 + sector);
        return sector >= kLeastSector && sector <= kMostSector && (sector & (sector - 1)) == 0
            && numberAt(header, kJournalPageSizeAt) == m_report.pageSize && pages > 0
            && qint64(pages) * m_report.pageSize <= bounds::kReportFileBytes && m_journal.size <= most;
    }

    /// Where they end; negative when one of them is none of ours.
    Result<qint64> walkRecords(qint64 at, quint32 count)
    {
        const qint64 length = qint64(m_report.pageSize) + 8; // number, page, checksum
        const qint64 room = std::max<qint64>(0, (m_journal.size - at) / length);
        const qint64 records = count == kCountOfSize ? room : count;
        if (records > room)
            return qint64(-1);
        for (qint64 i = 0; i < records; ++i, at += length) {
            const auto bytes = m_journal.file.read(at, 4 + kHeaderSize);
            if (!bytes)
                return bytes.error();
            const quint32 page = bytes->size() < 4 ? 0 : numberAt(*bytes, 0);
            if (page < 1 || page > m_pages)
                return qint64(-1);
            if (page == 1)
                m_firstPage = headerFrom(bytes->mid(4));
            if (page == 1 && !m_firstPage)
                return qint64(-1);
        }
        return at;
    }

    /// The first page as it was before the edit, or as it still is, tells the same length; and at most one
    /// commit lies between the two.
    bool isOfTheReport() const
    {
        const FileHeader &before = m_firstPage.value_or(m_report);
        const quint32 commits = m_report.changeCounter - before.changeCounter;
        return before.pageCount == m_pages && commits <= 1;
    }

    const Side &m_journal;
    const FileHeader &m_report;
    qint64 m_sector = 0;
    quint32 m_pages = 0;
    std::optional<FileHeader> m_firstPage{};
};

/// Hot or not: false also when SQLite would not play it, because its edit never began or was ended.
Result<bool> judgeJournal(const RegularFile &report, const FileHeader &header, const QString &path)
{
    const auto journal = openSide(report, path, kMostSideBytes);
    if (!journal)
        return journal.error();
    if (!*journal || (*journal)->size == 0)
        return false;
    const auto start = (*journal)->file.read(0, kJournalMagic.size());
    if (!start)
        return start.error();
    if (*start == QByteArray(start->size(), '\0'))
        return false;
    const auto end = (*journal)->file.read((*journal)->size - kJournalMagic.size(), kJournalMagic.size());
    if (!end)
        return end.error();
    if (*end == kJournalMagic) // of an edit in several files; SQLite deletes the file that is named before it
        return foreign(path);
    const auto belongs = JournalWalk(**journal, header).belongs();
    if (!belongs)
        return belongs.error();
    return *belongs ? Result<bool>(true) : foreign(path);
}

Result<bool> judgeLog(const RegularFile &report, const FileHeader &header, const QString &path)
{
    const auto log = openSide(report, path, bounds::kReportFileBytes);
    if (!log)
        return log.error();
    if (!*log)
        return false;
    if (!header.writeAheadLog) // SQLite would obey it all the same
        return foreign(path);
    if ((*log)->size == 0)
        return false;
    const auto start = (*log)->file.read(0, kLogHeaderSize);
    if (!start)
        return start.error();
    if (start->size() < kLogHeaderSize || (numberAt(*start, 0) | 1) != (kLogMagic | 1)
        || numberAt(*start, 4) != kLogVersion || numberAt(*start, 8) != header.pageSize)
        return foreign(path);
    return true;
}

} // namespace

QString sideFile(const QString &path, const char *tail) { return path + QLatin1String(tail); }

Result<SideFiles> judgeSideFiles(const RegularFile &report, const FileHeader &header, const QString &path)
{
    const auto journal = judgeJournal(report, header, sideFile(path, kJournalTail));
    if (!journal)
        return journal.error();
    const auto log = judgeLog(report, header, sideFile(path, kLogTail));
    if (!log)
        return log.error();
    const QString indexPath = sideFile(path, kIndexTail);
    const auto index = openSide(report, indexPath, kMostIndexBytes);
    if (!index)
        return index.error();
    if (*index && !header.writeAheadLog)
        return foreign(indexPath);
    return SideFiles{*journal, *log};
}

Result<> expectOwnSideFiles(const QString &path)
{
    const QFileInfo info(path);
    const QString real = info.exists() ? info.canonicalFilePath() : path; // beside which SQLite looks
    const auto report = RegularFile::open(path, bounds::kReportFileBytes);
    if (!report && report.error().code != ErrorCode::FileNotFound)
        return report.error();
    if (const auto header = report ? readHeader(*report, path) : Result<FileHeader>(report.error()); header) {
        const auto judged = judgeSideFiles(*report, *header, real);
        return judged ? Result<>() : Result<>(judged.error());
    }
    for (const char *tail : {kJournalTail, kLogTail, kIndexTail}) {
        const QFileInfo side(sideFile(real, tail));
        if (side.exists() || side.isSymLink())
            return foreign(side.filePath());
    }
    return {};
}

} // namespace nianbao
