// SPDX-License-Identifier: MulanPSL-2.0
#include "session.h"

#include "editcommand.h"
#include "reportfile.h"
#include "settings.h"

#include <QSysInfo>
#include <QUndoStack>

namespace nianbao {

struct Session::Private {
    std::unique_ptr<ReportFile> file;
    Report report;
    Findings findings;
    QUndoStack stack{};
    QDateTime savedAt{};
    int mergeRun = 0; // grows when the focus moves: changes of different runs do not merge
};

namespace {
ReportFile::Editor thisEditor() { return {settings::userName(), QSysInfo::machineHostName()}; }

ReportFile::Mode fileMode(Session::Mode mode)
{
    switch (mode) {
    case Session::Mode::Edit: return ReportFile::Mode::Edit;
    case Session::Mode::TakeOver: return ReportFile::Mode::TakeOver;
    case Session::Mode::Look: break;
    }
    return ReportFile::Mode::Look;
}
} // namespace

Session::Session(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(const QString &path, Mode mode)
{
    auto file = ReportFile::open(path, fileMode(mode), thisEditor());
    if (!file)
        return file.error();
    auto report = (*file)->load();
    if (!report)
        return report.error();
    Findings findings = check(*report);
    return std::unique_ptr<Session>(new Session(
        std::unique_ptr<Private>(new Private{std::move(*file), std::move(*report), std::move(findings)})));
}

Result<std::unique_ptr<Session>> Session::create(const QString &path, const Report &report, bool replace)
{
    auto file = ReportFile::create(path, report, replace, thisEditor(), now());
    if (!file)
        return file.error();
    return std::unique_ptr<Session>(
        new Session(std::unique_ptr<Private>(new Private{std::move(*file), report, check(report)})));
}

const Report &Session::report() const { return d->report; }
const Findings &Session::findings() const { return d->findings; }
QUndoStack &Session::undoStack() const { return d->stack; }
const QString &Session::path() const { return d->file->path(); }
bool Session::isReadOnly() const { return d->file->isReadOnly(); }
const std::optional<Error> &Session::readOnlyReason() const { return d->file->readOnlyReason(); }
int Session::schemaVersion() const { return d->file->schemaVersion(); }
QDateTime Session::savedAt() const { return d->savedAt; }
void Session::endMerge() { ++d->mergeRun; }

/// Applies and writes; the report is the new one only when both succeeded.
Result<Delta> Session::take(const Change &change)
{
    if (isReadOnly())
        return readOnlyReason().value_or(Error{ErrorCode::ReadOnly, path()});
    Report next = d->report;
    auto delta = next.apply(change);
    if (!delta || delta->isEmpty())
        return delta;
    const QDateTime when = now();
    if (const auto written = d->file->write(next, *delta, change, when); !written)
        return written.error();
    d->report = std::move(next);
    d->savedAt = when;
    return delta;
}

void Session::tell(const Delta &delta)
{
    Findings findings = check(d->report);
    const bool different = findings != d->findings;
    d->findings = std::move(findings);
    Q_EMIT changed(delta);
    if (different)
        Q_EMIT findingsChanged();
}

Result<> Session::edit(const Change &change)
{
    const auto delta = take(change);
    if (!delta)
        return delta.error();
    if (delta->isEmpty())
        return {};
    Change forward = change;
    if (!forward.mergeKey.isEmpty())
        forward.mergeKey += QStringLiteral("#%1").arg(d->mergeRun);
    d->stack.push(new EditCommand(*this, forward, delta->inverse));
    tell(*delta);
    return {};
}

/// An undo or redo: the same way as an edit, without a new command.
Result<> Session::replay(const Change &change)
{
    const auto delta = take(change);
    if (!delta) {
        Q_EMIT failed(delta.error());
        return delta.error();
    }
    endMerge();
    tell(*delta);
    return {};
}

} // namespace nianbao
