// SPDX-License-Identifier: MulanPSL-2.0
#include "firststeps.h"

#include "appearance.h"
#include "flowlayout.h"
#include "headline.h"
#include "literal.h"
#include "session.h"
#include "settings.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace nianbao {

namespace {

const QString kLedReport
    = QStringLiteral("firstSteps"); // in the settings: the id of the report it leads through
constexpr int kSteps = 4;

/// The first section of that kind that is not filled; nowhere: all are.
Place firstOpen(const Report &report, SectionSpec::Kind kind)
{
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind == kind && !progress(report, section.id).isComplete())
            return Place::section(section.id);
    }
    return {};
}

/// What the report says before and behind its sections; nowhere: all of it.
Place firstOpenFact(const Report &report)
{
    if (!organisationProgress(report).isComplete())
        return Place::organisation();
    for (const char *key : {fact::kIntroduction, fact::kSignature, fact::kDate}) {
        if (report.fact(key).trimmed().isEmpty())
            return Place::fact(QLatin1String(key));
    }
    return {};
}

Place firstOf(const Report &report, SectionSpec::Kind kind)
{
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind == kind)
            return Place::section(section.id);
    }
    return {};
}

} // namespace

FirstSteps::FirstSteps(QWidget *parent) : QFrame(parent), m_title(appearance::label(tr("What to do:"), this))
{
    setObjectName(QStringLiteral("firstSteps"));
    const int em = fontMetrics().height();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(em / 2, em / 4, em / 2, em / 4);
    auto *steps = new FlowLayout(nullptr, em / 4);
    appearance::setTextSize(m_title, 1, true);
    steps->addWidget(m_title);
    for (int i = 0; i < kSteps; ++i) {
        auto *link = appearance::linkButton({}, this);
        link->setObjectName(QStringLiteral("step%1").arg(i + 1));
        m_steps.append(Step{link, {}});
        steps->addWidget(link);
        connect(link, &QToolButton::clicked, this, [this, i] {
            if (m_steps[i].place.isNowhere())
                Q_EMIT findingRequested();
            else
                Q_EMIT placeRequested(m_steps[i].place);
        });
    }
    row->addLayout(steps, 1);
    auto *away = appearance::linkButton(tr("Put away"), this);
    away->setObjectName(QStringLiteral("stepsAway"));
    connect(away, &QToolButton::clicked, this, &FirstSteps::putAway);
    row->addWidget(away, 0, Qt::AlignTop);
    hide();
}

void FirstSteps::begin(const Session &session)
{
    settings::setWindowState(kLedReport, session.report().id().toByteArray());
    showState(&session);
}

void FirstSteps::putAway()
{
    settings::setWindowState(kLedReport, {});
    hide();
}

void FirstSteps::showStep(Step &step, const QString &words, bool isDone, const Place &place)
{
    const QString shown = isDone ? QStringLiteral("✓ %1").arg(words) : words;
    step.link->setText(literal::caption(shown));
    step.link->setAccessibleName(isDone ? tr("%1, done").arg(words) : words);
    step.place = place;
}

void FirstSteps::showState(const Session *session)
{
    const bool isLed = session && session->report().review().state == ReviewState::Drafting
        && settings::windowState(kLedReport) == session->report().id().toByteArray();
    setVisible(isLed);
    if (!isLed)
        return;
    const Report &report = session->report();
    const Place table = firstOpen(report, SectionSpec::Kind::Table);
    const Place text = firstOpen(report, SectionSpec::Kind::Narrative);
    const int errors = count(session->findings(), Level::Error);
    const bool isClean = !isNotStarted(report) && errors == 0;
    const Place front = firstOpenFact(report);
    showStep(m_steps[0], tr("1 The office, title and introduction"), front.isNowhere(),
        front.isNowhere() ? Place::organisation() : front);
    showStep(m_steps[1], tr("2 The tables"), table.isNowhere(),
        table.isNowhere() ? firstOf(report, SectionSpec::Kind::Table) : table);
    showStep(m_steps[2], tr("3 The texts"), text.isNowhere(),
        text.isNowhere() ? firstOf(report, SectionSpec::Kind::Narrative) : text);
    showStep(m_steps[3],
        isClean || isNotStarted(report) ? tr("4 Nothing wrong left, then send it for review at the top right")
                                        : tr("4 Errors to mend: %1, then send it for review").arg(errors),
        false, {}); // once it is sent nobody is led any more
}

} // namespace nianbao
