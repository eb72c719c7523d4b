// SPDX-License-Identifier: MulanPSL-2.0
#include "session.h"

#include "cleanreport.h"
#include "cleantext.h"
#include "digest.h"
#include "editcommand.h"
#include "officewords.h"
#include "reportfile.h"
#include "reviewwords.h"
#include "settings.h"

#include <QSysInfo>
#include <QUndoStack>

namespace nianbao {

struct Session::Private {
    std::unique_ptr<ReportFile> file;
    Report report;
    RuleSet rules;
    Findings findings;
    QUndoStack stack{};
    QDateTime savedAt{};
    std::optional<Error> unsaved{};
    std::optional<Error> refusal{}; // why a file that was opened for editing takes nothing any more
    const EditCommand *newest() const // that can be undone
    {
        return stack.canUndo() ? static_cast<const EditCommand *>(stack.command(stack.index() - 1)) : nullptr;
    }
    int mergeRun = 0; // grows with each typing run: changes of different runs do not merge
    QDateTime typedAt{}; // the last change that may be merged
    Draft *draft = nullptr; // takes the edits while reportWith() runs
};

namespace {

constexpr qint64 kRestMs = 3000; // who pauses so long has finished a thought

ReportFile::Editor thisEditor(const RuleSet &rules)
{
    return {settings::userName(), QSysInfo::machineHostName(), rules.fingerprint()};
}

ReportFile::Mode fileMode(Session::Mode mode)
{
    switch (mode) {
    case Session::Mode::Edit: return ReportFile::Mode::Edit;
    case Session::Mode::TakeOver: return ReportFile::Mode::TakeOver;
    case Session::Mode::Look: break;
    }
    return ReportFile::Mode::Look;
}

/// It will not be otherwise at the next key.
bool mayNotWrite(ErrorCode code)
{
    return code == ErrorCode::ReadOnly || code == ErrorCode::FolderReadOnly || code == ErrorCode::FileReadOnly
        || code == ErrorCode::NoPermission;
}

} // namespace

Session::Session(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

Session::~Session() = default;

std::unique_ptr<Session> Session::opened(
    std::unique_ptr<ReportFile> file, Report report, RuleSet rules, const Check &check)
{
    Findings findings = check(report, rules);
    return std::unique_ptr<Session>(new Session(std::unique_ptr<Private>(
        new Private{std::move(file), std::move(report), std::move(rules), std::move(findings)})));
}

Result<std::unique_ptr<Session>> Session::open(const QString &path, Mode mode, const Check &check)
{
    const RuleSet rules = rulesInForce();
    auto file = ReportFile::open(path, fileMode(mode), thisEditor(rules));
    if (!file)
        return file.error();
    auto report = (*file)->load();
    if (!report)
        return report.error();
    return opened(std::move(*file), std::move(*report), rules, check);
}

Result<std::unique_ptr<Session>> Session::create(
    const QString &path, const Report &given, bool replace, const Check &check)
{
    Report report = given;
    report.identify(); // in memory as in the file
    const RuleSet rules = rulesInForce();
    auto file = ReportFile::create(path, report, replace, thisEditor(rules), now());
    if (!file)
        return file.error();
    return opened(std::move(*file), report, rules, check);
}

const Report &Session::report() const { return d->draft ? d->draft->report : d->report; }
const RuleSet &Session::rules() const { return d->rules; }
const QString &Session::judgedBy() const { return d->file->judgedBy(); }
const Findings &Session::findings() const { return d->findings; }
const QUndoStack &Session::undoStack() const { return d->stack; }
const QString &Session::path() const { return d->file->path(); }

Permissions Session::permissions() const
{
    return {!d->file->isReadOnly() && !d->refusal, d->report.review()};
}

const std::optional<Error> &Session::readOnlyReason() const
{
    return d->refusal ? d->refusal : d->file->readOnlyReason();
}

void Session::lookAtFile() { setRefusal(d->file->refusal()); }

int Session::schemaVersion() const { return d->file->schemaVersion(); }
QString Session::contentDigest() const { return nianbao::contentDigest(report()); }
QDateTime Session::savedAt() const { return d->savedAt; }
const std::optional<Error> &Session::unsaved() const { return d->unsaved; }
void Session::giveUpUnsaved() { setUnsaved(std::nullopt); }
void Session::endMerge() { ++d->mergeRun; }

void Session::setRefusal(const std::optional<Error> &error)
{
    if (std::exchange(d->refusal, error) != error)
        Q_EMIT permissionsChanged();
}

/// A file that was refusing is asked once more before an entry is turned away, and what the write says
/// counts.
std::optional<Error> Session::whyRefused(Permissions::Action action)
{
    if (permissions().may(action))
        return std::nullopt;
    if (permissions().state() != Permissions::State::ReadOnly)
        return Error{ErrorCode::NotInThisState, toString(d->report.review().state)};
    if (!d->refusal)
        return readOnlyReason().value_or(Error{ErrorCode::ReadOnly, path()});
    const auto now = d->file->refusal();
    if (now) {
        setRefusal(now);
        setUnsaved(now);
    }
    return now;
}

/// Applies and writes; the report is the new one only when both succeeded. history: the change as the history
/// names it; when it goes on with the run of the newest undo step, both stay one.
Result<Delta> Session::take(const Change &change, const Change &history, Permissions::Action action)
{
    if (const auto refused = whyRefused(action))
        return *refused;
    Report next = d->report;
    auto delta = next.apply(change);
    if (!delta || delta->isEmpty())
        return delta;
    const EditCommand *newest = d->newest();
    const bool goesOn = newest && newest->isGoneOnWith(history);
    const Change run = goesOn ? newest->runInverse(d->report, next) : Change();
    const QDateTime when = now();
    Change named = history;
    if (named.by.isEmpty())
        named.by = settings::userName(); // as it is then: it may be stated while the report is open
    const auto written = d->file->write(next, *delta, named, when, goesOn ? &run : nullptr);
    if (!written) {
        setRefusal(mayNotWrite(written.error().code) ? written.error() : d->file->refusal());
        setUnsaved(written.error());
        return written.error();
    }
    d->report = std::move(next);
    d->savedAt = when;
    setRefusal(std::nullopt);
    setUnsaved(std::nullopt);
    return delta;
}

Findings Session::unready() const
{
    Findings open;
    for (const Finding &finding : d->findings) {
        if (!finding.explained && finding.level != Level::Hint)
            open.append(finding);
    }
    return open;
}

Result<> Session::move(const ReviewMove &move)
{
    if (const auto refused = whyRefused(Permissions::Action::Move))
        return *refused;
    const auto next = afterMove(d->report.review(), move);
    if (!next)
        return next.error();
    const Findings open = unready();
    if (mustBeReady(move.action) && !open.isEmpty())
        return Error{ErrorCode::NotReady, toString(move.action),
            QStringLiteral("%1, %2").arg(count(open, Level::Error)).arg(count(open, Level::Explain))};
    endMerge();
    Change change = cleaned(Change::of(moveWords(move.action), SetReview{*next}));
    change.by = move.who;
    const auto delta = take(change, change, Permissions::Action::Move);
    if (!delta)
        return delta.error();
    d->stack.clear();
    tell(*delta);
    Q_EMIT permissionsChanged();
    return {};
}

/// No move: state and moves stay, and no picture is kept.
Result<> Session::rewordCorrection(const QString &words)
{
    Review next = d->report.review();
    if (next.correction.isEmpty() || words.trimmed().isEmpty())
        return Error{ErrorCode::ReasonMissing, toString(ReviewAction::Correct)};
    next.correction = words.trimmed();
    endMerge();
    const Change change = cleaned(Change::of(tr("Statement of the correction"), SetReview{next}));
    const auto delta = take(change, change, Permissions::Action::EditContent);
    if (!delta)
        return delta.error();
    if (delta->isEmpty())
        return {};
    d->stack.push(new EditCommand(*this, change, delta->inverse));
    tell(*delta);
    return {};
}

Result<std::optional<Report>> Session::pictureAt(int move) const { return d->file->pictureAt(move); }

Result<> Session::handOverCopy(const QString &path, bool replace) const
{
    Report report = d->report;
    Change lapsed;
    lapsed.restores = true;
    const QSet<QString> kept = answered(d->findings);
    for (const QString &key : d->report.explanations().keys()) {
        if (!kept.contains(key))
            lapsed.steps.append(SetExplanation{key, std::nullopt});
    }
    if (const auto done = report.apply(lapsed); !done)
        return done.error();
    return d->file->handOverCopy(path, report, replace, now());
}

Verification Session::verification(const std::optional<PublicKey> &known) const
{
    const Report &report = d->report;
    const auto picture = d->file->pictureAt(lastApproval(report.review()));
    const bool isOfFile = picture || picture.error().code == ErrorCode::Damaged;
    return isOfFile ? verify(report, picture, known) : verify(report, known);
}

void Session::setUnsaved(const std::optional<Error> &error)
{
    if (std::exchange(d->unsaved, error) != error)
        Q_EMIT unsavedChanged();
}

/// Whether they are others than before.
bool Session::findAnew()
{
    Findings findings = check(d->report, d->rules);
    const bool different = findings != d->findings;
    d->findings = std::move(findings);
    return different;
}

void Session::judgeBy(const RuleSet &rules)
{
    d->rules = rules;
    d->file->judgeBy(rules.fingerprint());
    if (findAnew())
        Q_EMIT findingsChanged();
}

void Session::tell(const Delta &delta)
{
    const bool different = findAnew();
    Q_EMIT changed(delta);
    if (different)
        Q_EMIT findingsChanged();
}

Result<> Session::edit(const Change &given)
{
    const Change change = cleaned(given);
    if (d->draft)
        return draft(change);
    Change forward = change;
    if (!forward.mergeKey.isEmpty()) {
        endRestedRun();
        forward.mergeKey += QStringLiteral("#%1").arg(d->mergeRun);
    }
    const auto needed = Permissions::neededFor(change);
    Q_ASSERT(needed != Permissions::Action::Move); // by move() alone
    const auto delta = take(change, forward, needed);
    if (!delta)
        return delta.error();
    if (delta->isEmpty())
        return {};
    d->stack.push(new EditCommand(*this, forward, delta->inverse));
    tell(*delta);
    return {};
}

void Session::endRestedRun()
{
    const QDateTime at = now();
    const qint64 rest = d->typedAt.isValid() ? d->typedAt.msecsTo(at) : 0;
    if (rest >= kRestMs || rest < 0) // the computer's clock may be set back
        endMerge();
    d->typedAt = at;
}

Result<> Session::undo() { return replay(true); }
Result<> Session::redo() { return replay(false); }

const Change *Session::undoChange() const
{
    const EditCommand *newest = d->newest();
    return newest ? &newest->inverse() : nullptr;
}

const Change *Session::redoChange() const
{
    const QUndoStack &stack = d->stack;
    return stack.canRedo() ? &static_cast<const EditCommand *>(stack.command(stack.index()))->forward()
                           : nullptr;
}

Result<> Session::replay(bool back)
{
    const Change *change = back ? undoChange() : redoChange();
    if (!change)
        return {};
    Change named = *change;
    named.description = (back ? tr("Undo: %1") : tr("Redo: %1")).arg(change->description);
    named.mergeKey.clear();
    const auto delta = take(*change, named, Permissions::neededFor(*change));
    if (!delta) {
        Q_EMIT failed(delta.error());
        return delta.error();
    }
    endMerge();
    back ? d->stack.undo() : d->stack.redo();
    tell(*delta);
    return {};
}

bool Session::wouldChange(const Change &change) const
{
    Report next = d->report;
    const auto delta = next.apply(change);
    return !delta || !delta->isEmpty();
}

Session::Draft Session::reportWith(const std::function<void()> &handIn)
{
    Draft draft{d->report};
    draft.back.restores = true;
    d->draft = &draft;
    handIn();
    d->draft = nullptr;
    return draft;
}

Result<> Session::draft(const Change &change)
{
    const auto delta = d->draft->report.apply(change);
    if (!delta)
        return delta.error();
    if (delta->isEmpty())
        return {};
    d->draft->back.steps = delta->inverse.steps + d->draft->back.steps;
    return d->unsaved.value_or(Error{ErrorCode::Cancelled, path()});
}

Result<> Session::saveCopy(const QString &path, const Draft &draft, bool replace)
{
    const auto copy = d->file->copyTo(path, draft.report, draft.back, replace, now());
    return copy ? Result<>() : Result<>(copy.error());
}

Result<QList<HistoryRow>> Session::history() const
{
    const auto history = d->file->history(d->report);
    return history ? history->rows() : Result<QList<HistoryRow>>(history.error());
}

Result<Report> Session::reportAt(qint64 row) const
{
    const auto history = d->file->history(d->report);
    return history ? history->at(row) : Result<Report>(history.error());
}

Result<Cleared> Session::clearHistory(const Clearing &what)
{
    endMerge();
    auto cleared = d->file->clearHistory(d->report, what, now());
    if (cleared)
        d->stack.clear();
    return cleared;
}

} // namespace nianbao
