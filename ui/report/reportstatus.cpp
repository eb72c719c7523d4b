// SPDX-License-Identifier: MulanPSL-2.0
#include "reportstatus.h"

#include "appearance.h"
#include "elidedlabel.h"
#include "savedlabel.h"
#include "session.h"

namespace nianbao {

ReportStatus::ReportStatus(QWidget *window)
    : QObject(window)
    , m_state(appearance::label({}, window))
    , m_next(new ElidedLabel(window))
    , m_saved(new SavedLabel(window))
    , m_counts(new ElidedLabel(window))
    , m_pages(appearance::label({}, window))
{
    const int em = window->fontMetrics().height();
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_next->setMargin(em / 2);
    for (QLabel *label : std::initializer_list<QLabel *>{m_saved, m_counts, m_pages})
        label->setMargin(em / 4);
    clear();
}

void ReportStatus::show(const Session &session)
{
    const Findings &findings = session.findings();
    const int errors = count(findings, Level::Error);
    const int explain = count(findings, Level::Explain);
    m_pages->setVisible(true);
    m_state->setText(
        session.permissions().state() == Permissions::State::ReadOnly ? tr("Read only") : tr("Drafting"));
    m_next->showWords(errors ? tr("Next: mend %1 errors").arg(errors)
            : explain        ? tr("Next: look at %1 points to explain").arg(explain)
                             : tr("Next: export or print"));
    showSaved(session);
    m_counts->showWords(tr("Errors %1 · To explain %2 · Hints %3")
                            .arg(errors)
                            .arg(explain)
                            .arg(count(findings, Level::Hint)));
}

void ReportStatus::showSaved(const Session &session) { m_saved->showState(session); }

void ReportStatus::showPage(int page, int pages)
{
    m_pages->setText(tr("Page %1 of %2").arg(page + 1).arg(pages));
}

/// Emptied, not hidden, where the status line has them hidden as long as a message stands there.
void ReportStatus::clear()
{
    m_saved->clear();
    m_counts->showWords({});
    m_pages->setVisible(false);
}

QList<QWidget *> ReportStatus::state() const { return {m_state, m_next}; }
QList<QWidget *> ReportStatus::words() const { return {m_saved, m_counts}; }
QList<QWidget *> ReportStatus::marks() const { return {m_pages}; }

} // namespace nianbao
