// SPDX-License-Identifier: MulanPSL-2.0
#include "reportthen.h"

#include "appearance.h"
#include "changeto.h"
#include "changewords.h"
#include "errorwords.h"
#include "historylist.h"
#include "literal.h"
#include "pagepreview.h"
#include "session.h"
#include "showntext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>

namespace nianbao {

namespace {

constexpr int kRestMs = 120; // of the choice, before a state is fetched
constexpr int kDeed = 0; // of the views
constexpr int kPages = 1;
constexpr qsizetype kMostWords = 60; // of a deed or a name in a sentence

QTextBrowser *makeText(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *text = new QTextBrowser(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessible);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(text->fontMetrics().height() * 2 / 3);
    return text;
}

QColor mixed(const QColor &colour, const QColor &ground, double share)
{
    const auto part = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    return {part(colour.red(), ground.red()), part(colour.green(), ground.green()),
        part(colour.blue(), ground.blue())};
}

/// Colours that follow a change of theme.
void colourBanner(QWidget &banner, const QPalette &palette)
{
    QPalette own = palette;
    const QColor ink = appearance::levelColour(palette, Level::Explain);
    own.setColor(QPalette::Window, mixed(ink, palette.color(QPalette::Base), 0.13));
    if (banner.palette() != own)
        banner.setPalette(own);
}

} // namespace

ReportThen::ReportThen(Session &session, const HistoryList &rows, QWidget *parent)
    : QWidget(parent), m_session(session), m_rows(rows)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    QFrame *banner = makeBanner();
    makeViews();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 3);
    layout->addWidget(banner);
    layout->addWidget(m_views, 1);
    connect(&m_rest, &QTimer::timeout, this, &ReportThen::fetch);
    connect(m_views, &QTabWidget::currentChanged, this, &ReportThen::showView);
}

QFrame *ReportThen::makeBanner()
{
    const int em = fontMetrics().height();
    auto *banner = new QFrame(this);
    banner->setObjectName(QStringLiteral("stateBanner"));
    banner->setAutoFillBackground(true);
    m_title = appearance::label({}, banner);
    m_title->setObjectName(QStringLiteral("stateTitle"));
    appearance::setTextSize(m_title, 1.05, true);
    m_title->setWordWrap(true);
    m_subtitle = appearance::quietLabel(banner);
    m_subtitle->setObjectName(QStringLiteral("stateWords"));
    auto *layout = new QVBoxLayout(banner);
    layout->setContentsMargins(em * 2 / 3, em / 2, em * 2 / 3, em / 2);
    layout->setSpacing(em / 6);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    return banner;
}

void ReportThen::makeViews()
{
    const int em = fontMetrics().height();
    m_views = new QTabWidget(this);
    m_views->setObjectName(QStringLiteral("views"));
    m_views->setAccessibleName(tr("The chosen row"));
    m_deed = makeText(QStringLiteral("deed"), tr("What was changed"), m_views);
    m_pages = new PagePreview(m_session, m_setup, m_views);
    m_pages->setAccessibleName(tr("Pages of the report as it was then, read-only"));
    m_noPages = appearance::quietLabel(m_views);
    m_noPages->setAlignment(Qt::AlignCenter);
    m_noPages->setMargin(em);
    m_pagesOrNot = new QStackedWidget(m_views);
    m_pagesOrNot->setObjectName(QStringLiteral("pagesThen"));
    m_pagesOrNot->addWidget(m_pages);
    m_pagesOrNot->addWidget(m_noPages);
    m_pagesOrNot->setFocusProxy(m_pages);
    m_comparison = makeText(QStringLiteral("comparison"), tr("Compared with the report now"), m_views);
    m_views->addTab(m_deed, tr("What was changed"));
    m_views->addTab(m_pagesOrNot, tr("The report then"));
    m_views->addTab(m_comparison, tr("Compared with now"));
    m_views->setUsesScrollButtons(false); // it asks for room for all three
    m_views->setMinimumHeight(em * 8);
}

void ReportThen::forget() { m_around = {}; }

void ReportThen::enter() { m_views->currentWidget()->setFocus(); }

QString ReportThen::time() const { return momentName(m_rows.model().timeOf(m_rows.chosen())); }

void ReportThen::addViews(QMenu *menu)
{
    for (int view = 0; view < m_views->count(); ++view)
        connect(literal::addAction(menu, m_views->tabText(view)), &QAction::triggered, this, [this, view] {
            m_views->setCurrentIndex(view);
            enter();
        });
}

/// What the row itself tells; the report as it was then comes when the choice rests.
void ReportThen::showChosen()
{
    const HistoryRow *row = m_rows.chosenRow();
    if (!row || row->id != m_around.row)
        m_around = {};
    colourBanner(*m_title->parentWidget(), palette());
    if (!row) {
        m_title->setText(tr("No row is chosen"));
        m_subtitle->setText(tr("The report has not moved."));
    } else {
        m_title->setText(tr("You see the report as it was at %1, read-only").arg(time()));
        const QString deed = m_rows.chosen().data(HistoryModel::TitleRole).toString();
        m_subtitle->setText(row->who.isEmpty()
                ? tr("After: %1. The report as it is now has not moved.")
                      .arg(firstCharacters(deed, kMostWords))
                : tr("After: %1, %2. The report as it is now has not moved.")
                      .arg(firstCharacters(deed, kMostWords), firstCharacters(row->who, kMostWords)));
    }
    if (row && m_around.row != row->id)
        m_rest.start();
    const bool isFetched = row && m_around.row == row->id; // else what is shown is another state
    m_comparison->setEnabled(isFetched);
    m_pagesOrNot->setEnabled(isFetched);
    if (!row) {
        m_comparison->clear();
        m_noPages->clear();
        m_pagesOrNot->setCurrentWidget(m_noPages);
    }
    showDeed();
}

/// Of a move of the review also the picture that was kept with it, where the way back is not.
std::optional<Report> ReportThen::stateAfter(qint64 id, QString *missing) const
{
    auto state = m_session.reportAt(id);
    if (state)
        return *state;
    if (const int move = m_rows.model().moveNumber(id); move > 0) {
        if (const auto picture = m_session.pictureAt(move); picture && *picture)
            return **picture;
    }
    if (missing)
        *missing = state.error().code == ErrorCode::NotKept
            ? tr("The report as it was after this row is not kept: an earlier version of Nianbao wrote the "
                 "row, or it has become too old. Choose a later one.")
            : describe(state.error());
    return std::nullopt;
}

void ReportThen::fetch()
{
    m_rest.stop();
    const HistoryRow *row = m_rows.chosenRow();
    if (!row || row->id == m_around.row)
        return;
    m_around = {};
    m_around.row = row->id;
    m_around.after = stateAfter(row->id, &m_around.missing);
    if (m_around.after)
        m_around.before = stateAfter(m_rows.model().before(row->id), nullptr);
    if (m_around.before) {
        m_around.placesBefore = placesOf(changeTo(*m_around.after, *m_around.before));
        m_around.placesAfter = placesOf(changeTo(*m_around.before, *m_around.after));
    }
    m_comparison->setEnabled(true);
    m_pagesOrNot->setEnabled(true);
    showView();
    showDeed();
    Q_EMIT fetched();
}

void ReportThen::showView()
{
    if (m_around.row == 0 && m_rows.chosenRow() && m_views->currentIndex() != kDeed)
        return fetch(); // which comes back here
    m_pagesOrNot->setCurrentIndex(m_around.after ? 0 : 1);
    m_noPages->setText(m_around.missing);
    if (m_views->currentIndex() == kPages && m_around.after) {
        m_pages->showState(*m_around.after);
        const HistoryRow *row = m_rows.chosenRow();
        const Place place = row && !row->changes.isEmpty() ? row->changes.first().place.whole() : Place();
        m_pages->markPlace(place);
        m_pages->showSection(place);
    } else if (m_views->currentIndex() > kPages) {
        showComparison();
    }
}

/// What one row did: from the two states around it while these are there, else from what the row tells.
void ReportThen::showDeed()
{
    const HistoryRow *row = m_rows.chosenRow();
    RichWords words;
    const ChangeInk ink(palette());
    if (!row) {
        words.showIn(m_deed);
        return;
    }
    const ReportChanges changes = m_around.before && m_around.after && m_around.row == row->id
        ? changesBetween(*m_around.before, *m_around.after)
        : ReportChanges();
    // the places have heads of their own
    if (changes.isEmpty())
        words.bold(m_rows.chosen().data(HistoryModel::TitleRole).toString()).newLine();
    words.coloured(QStringLiteral("%1　%2　%3").arg(time(), row->who, row->what), ink.quiet);
    if (!row->move.isEmpty() || m_rows.model().moveNumber(row->id) > 0) {
        for (const TextChange &reason : m_rows.model().excerpt(m_rows.chosen()))
            words.newParagraph().add(reason.text);
        words.newParagraph().coloured(
            tr("A move of the review. The whole report as it was then is kept with it: see “%1”.")
                .arg(tr("The report then")),
            ink.quiet);
    }
    if (!changes.isEmpty()) {
        addChanges(words, changes, *m_around.before, *m_around.after, ink);
    } else if (row->move.isEmpty()) {
        words.newParagraph();
        addTextChanges(words, m_rows.model().excerpt(m_rows.chosen()), ink);
    }
    if (!row->isKept)
        words.newParagraph().coloured(tr("An earlier version of Nianbao left this row, or it has become too "
                                         "old: what stood there before "
                                         "it, and the report as it was then, are not kept."),
            ink.quiet);
    words.showIn(m_deed);
}

void ReportThen::showComparison()
{
    RichWords words;
    const ChangeInk ink(palette());
    if (!m_around.after) {
        words.coloured(m_around.missing, ink.quiet).showIn(m_comparison);
        return;
    }
    const Report &now = m_session.report();
    const ReportChanges changes = changesBetween(*m_around.after, now);
    if (changes.isEmpty()) {
        words.bold(tr("Nothing differs: the report says now what it said then."));
    } else {
        words.bold(tr("From %1 until now: %2").arg(time(), changeCounts(changes))).newLine();
        ink.gone(words, tr("then"));
        words.add(QStringLiteral("　"));
        ink.come(words, tr("now"));
        words.coloured(tr("　What is not listed is the same."), ink.quiet);
        addChanges(words, changes, *m_around.after, now, ink);
    }
    words.showIn(m_comparison);
}

void ReportThen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_views) {
        showChosen();
        showView();
    }
}

} // namespace nianbao
