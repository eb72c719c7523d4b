// SPDX-License-Identifier: MulanPSL-2.0
#include "readreport.h"

#include "bounds.h"
#include "cleanreport.h"
#include "cleantext.h"
#include "session.h"
#include "wholefile.h"

#include <QFileInfo>

namespace nianbao {

namespace {

constexpr char kDatabaseMagic[] = "SQLite format 3";

/// A report file that was given another name is known by its first bytes.
Result<bool> isReportFile(const QString &path)
{
    if (path.startsWith(QStringLiteral(":/")))
        return false;
    if (QFileInfo(path).suffix() == u"nianbao")
        return true;
    const auto file = RegularFile::open(path, bounds::kReportFileBytes);
    if (!file)
        return file.error();
    const auto start = file->read(0, sizeof kDatabaseMagic);
    if (!start)
        return start.error();
    return start->startsWith(kDatabaseMagic);
}

/// Nothing but a seal that holds says that somebody approved it.
void keepApprovalOnlyIfSealed(Report &report, const Verification &said)
{
    if (!isApproved(report.review().state) || said.verdict != Verification::Verdict::Holds)
        report = asDraft(report);
}

} // namespace

Result<ImportedReport> readReport(const QString &path)
{
    const auto isOurs = isReportFile(path);
    if (!isOurs)
        return isOurs.error();
    if (*isOurs) {
        const auto session = Session::open(path, Session::Mode::Look);
        if (!session)
            return session.error();
        QStringList removed;
        Report report = cleaned((*session)->report(), &removed);
        keepApprovalOnlyIfSealed(report, (*session)->verification(std::nullopt));
        return ImportedReport{std::move(report), {}, removed};
    }
    const auto content = readWholeFile(path, bounds::kJsonBytes);
    if (!content)
        return content.error();
    auto read = reportFromJson(*content);
    if (read)
        keepApprovalOnlyIfSealed(read->report, verify(read->report, std::nullopt));
    return read;
}

} // namespace nianbao
