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

/// Only what comes after the approval can be believed with it.
bool isSealed(const Report &report)
{
    const ReviewState state = report.review().state;
    const bool isLater = state == ReviewState::Approved || state == ReviewState::Submitted
        || state == ReviewState::Published;
    return isLater && verify(report, std::nullopt).verdict == Verification::Verdict::Holds;
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
        return ImportedReport{std::move(report), {}, removed};
    }
    const auto content = readWholeFile(path, bounds::kJsonBytes);
    if (!content)
        return content.error();
    auto read = reportFromJson(*content);
    if (read && !isSealed(read->report))
        read->report = asDraft(read->report);
    return read;
}

} // namespace nianbao
