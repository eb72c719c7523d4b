// SPDX-License-Identifier: MulanPSL-2.0
#include "intakedesk.h"

#include "besidewindow.h"
#include "bounds.h"
#include "dialogs.h"
#include "intakedialog.h"
#include "session.h"
#include "showntext.h"

#include <QFileInfo>
#include <QMimeData>

namespace nianbao {

namespace {

constexpr qsizetype kMostName = 80;

QString withoutBreaks(const QString &name) { return firstCharacters(name.simplified(), kMostName); }

} // namespace

IntakeDesk::IntakeDesk(QWidget *window) : QObject(window), m_window(window) { }

bool IntakeDesk::reads(const QString &path)
{
    return readableSuffixes().contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

QString IntakeDesk::filter()
{
    QStringList patterns;
    for (const QString &suffix : readableSuffixes())
        patterns.append(QStringLiteral("*.") + suffix);
    return patterns.join(u' ');
}

bool IntakeDesk::holdsPage(const QMimeData &mime)
{
    return !mime.hasUrls() && (mime.hasHtml() || mime.hasText());
}

void IntakeDesk::takeFile(const QString &path, const Target &target)
{
    take([path](const std::stop_token &stop) { return readDocument(path, stop); }, QFileInfo(path).fileName(),
        path, target);
}

void IntakeDesk::takePasted(const QMimeData &mime, const Target &target)
{
    const QString html = mime.hasHtml() ? mime.html() : QString();
    const QString text = mime.text();
    take([html, text](const std::stop_token &) { return readPasted(html, text); }, {}, {}, target);
}

/// What was called off is forgotten; its children end at once.
std::optional<IntakeDesk::ReadBack> IntakeDesk::readAside(
    const Reading &reading, const QString &shown, const IntakeHints &hints)
{
    const WaitWords words{tr("Import"),
        shown.isEmpty() ? tr("The pasted page is being read…")
                        : tr("%1 is being read…").arg(withoutBreaks(shown)),
        tr("A PDF, or a document that LibreOffice has to open, takes some seconds. Nothing is taken "
           "before you have seen it."),
        true, true};
    return besideWindow(m_window, words, [reading, hints](const WorkProgress &progress) {
        ReadBack back{reading(progress.stop()), {}};
        if (back.source) {
            IntakeHints told = hints;
            told.file = back.source->file;
            back.proposal = recognise(back.source->document, told);
        }
        return back;
    });
}

void IntakeDesk::take(const Reading &reading, const QString &shown, const QString &path, const Target &target)
{
    IntakeHints hints;
    if (target.open && target.use == IntakeUse::IntoOpen)
        hints.year = target.open->report().year();
    if (target.open)
        hints.name = target.open->report().fact(fact::kName);
    const auto back = readAside(reading, shown, hints);
    if (!back)
        return Q_EMIT notice(tr("Nothing was read."));
    if (!back->source)
        return dialogs::tell(m_window, back->source.error());
    if (!back->proposal.isReport)
        return dialogs::tell(m_window, Error{ErrorCode::NothingRecognised, path});
    IntakeDialog dialog(*back->source, back->proposal,
        {target.open ? &target.open->report() : nullptr, target.use}, m_window);
    if (dialogs::run(dialog))
        use(dialog.choice(), *back->source, target.open);
}

void IntakeDesk::use(const IntakeChoice &choice, const ReadDocument &source, Session *open)
{
    const QString name = source.file.isEmpty() ? tr("the pasted page") : withoutBreaks(source.file);
    switch (choice.use) {
    case IntakeUse::NewReport:
    case IntakeUse::PriorOfNew: makeReport(choice, source); break;
    case IntakeUse::IntoOpen:
        edit(*open, changeFrom(choice.proposal, choice.acceptance, open->report(), tr("Import %1").arg(name)),
            tr("%1 was taken into the report. Ctrl+Z undoes it in one step.").arg(name));
        break;
    case IntakeUse::PriorOfOpen: {
        Report prior = reportFrom(choice.proposal, choice.acceptance, choice.year);
        edit(*open,
            Change::of(
                tr("Add last year's report"), SetPrior{std::make_shared<const Report>(std::move(prior))}),
            tr("The report of %1 stands beside this one now.").arg(choice.year));
        break;
    }
    case IntakeUse::AddFigures: addFigures(choice, *open); break;
    }
}

/// What found no place is told: figures that are not added in silence are missing from the sum.
void IntakeDesk::addFigures(const IntakeChoice &choice, Session &open)
{
    QList<Phrase> left;
    const Change change = additionFrom(choice.proposal, choice.acceptance, open.report(), choice.tables,
        choice.from, tr("Add the figures of %1").arg(choice.from), &left);
    if (!edit(
            open, change, tr("The figures of %1 were added. Ctrl+Z undoes it in one step.").arg(choice.from)))
        return;
    QStringList lines;
    for (const Phrase &phrase : std::as_const(left))
        lines.append(said(phrase));
    if (!lines.isEmpty())
        dialogs::inform(
            m_window, tr("Not every figure of %1 could be added.").arg(choice.from), lines.join(u'\n'));
}

bool IntakeDesk::edit(Session &session, const Change &change, const QString &done)
{
    session.endMerge();
    const auto edited = session.edit(change);
    if (edited)
        Q_EMIT notice(done);
    else
        dialogs::tell(m_window, edited.error());
    return bool(edited);
}

/// Where it came from stays with it.
void IntakeDesk::makeReport(const IntakeChoice &choice, const ReadDocument &source)
{
    Report report = reportFrom(choice.proposal, choice.acceptance, choice.year);
    if (choice.use == IntakeUse::PriorOfNew)
        return Q_EMIT priorMade(report);
    if (!report.hasFact(QLatin1String(fact::kSource))) {
        const QString from = QStringList{withoutBreaks(source.file), source.sha256}.join(u' ').trimmed();
        const auto told = report.apply(Change::of({}, SetFact{QLatin1String(fact::kSource), from}));
        Q_ASSERT(told);
    }
    Q_EMIT reportMade(report, source.file);
}

} // namespace nianbao
