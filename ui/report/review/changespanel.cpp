// SPDX-License-Identifier: MulanPSL-2.0
#include "changespanel.h"

#include "appearance.h"
#include "placenames.h"
#include "reviewmoves.h"
#include "richwords.h"
#include "settings.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QTextBrowser>

#include <algorithm>
#include <functional>

namespace nianbao {

namespace {

QString timeWords(const QString &at)
{
    const QDateTime time = QDateTime::fromString(at, Qt::ISODate).toLocalTime();
    return time.isValid() ? time.toString(ChangesPanel::tr("d MMM HH:mm", "time of a move")) : at;
}

/// The number of the last move of that kind before the move with that number; 0: none.
int lastBefore(const Review &review, ReviewAction action, int before)
{
    int number = std::min(before - 1, int(review.events.size()));
    while (number > 0 && review.events[number - 1].action != action)
        --number;
    return number;
}

/// Writes the changes; each kind with its place as a link.
class Writer {
public:
    Writer(RichWords &words, const Report &old, const Report &now, const QPalette &palette)
        : m_words(words)
        , m_before(old)
        , m_now(now)
        , m_old(appearance::levelColour(palette, Level::Error))
        , m_new(appearance::okColour(palette))
        , m_quiet(appearance::quiet(palette))
    { }

    void operator()(const CellChange &c)
    {
        if (c.follows)
            return;
        begin(c.place, c.isRemoved ? gone(c.was) : said(placeName(m_now, c.place)));
        if (c.isFigureChanged())
            fromTo(figure(c.old), figure(c.now));
        if (c.isNoteChanged())
            fromTo(c.oldNote, c.note);
    }
    void operator()(const FactChange &c)
    {
        begin(c.place, said(placeName(m_now, c.place)));
        c.changes.isEmpty() ? fromTo(c.old, c.now) : text(c.changes);
    }
    void operator()(const SubSectionChange &c)
    {
        begin(c.place, c.isRemoved ? gone(c.was) : said(placeName(m_now, c.place)));
        if (c.isRemoved)
            quiet(ChangesPanel::tr("removed"));
        else if (c.isAdded())
            quiet(ChangesPanel::tr("new"));
        if (c.isMoved)
            quiet(ChangesPanel::tr("stands elsewhere now"));
        if (c.follows)
            quiet(ChangesPanel::tr("follows from the figures"));
        if (c.isHeadingChanged())
            fromTo(c.oldHeading, c.heading);
        text(c.changes);
    }
    void operator()(const ChannelChange &c)
    {
        begin(c.place, c.isRemoved ? gone(c.was) : said(placeName(m_now, c.place)));
        fromTo(entry(c.oldName, c.oldCount), entry(c.name, c.count));
    }
    void operator()(const IllustrationChange &c)
    {
        begin(c.place, c.isRemoved() ? gone(c.was) : said(placeName(m_now, c.place)));
        if (c.isRemoved())
            quiet(ChangesPanel::tr("removed"));
        else if (c.isAdded())
            quiet(ChangesPanel::tr("new"));
        if (c.isMoved)
            quiet(ChangesPanel::tr("stands elsewhere now"));
        if (c.isCaptionChanged())
            fromTo(c.old->caption, c.now->caption);
        if (c.isPictureChanged())
            quiet(ChangesPanel::tr("another picture"));
        if (c.isChartChanged())
            fromTo(c.oldDrawn, c.drawn);
    }

private:
    /// As it was called when it was there.
    QString gone(const Place &was) const { return said(placeName(m_before, was)); }
    static QString figure(const std::optional<Amount> &amount)
    {
        return amount ? amount->toString() : ChangesPanel::tr("blank");
    }
    static QString entry(const QString &name, const std::optional<qint64> &count)
    {
        return count ? QStringLiteral("%1 %2").arg(name).arg(*count) : name;
    }

    void begin(const Place &place, const QString &name)
    {
        m_words.newParagraph();
        m_words.link(place.toString(), name.isEmpty() ? place.toString() : name);
        m_words.add(QStringLiteral("　"));
    }
    void fromTo(const QString &old, const QString &now)
    {
        if (!old.isEmpty())
            m_words.removed(old, m_old);
        m_words.add(QStringLiteral(" → "));
        if (!now.isEmpty())
            m_words.inserted(now, m_new);
        m_words.add(QStringLiteral("　"));
    }
    void quiet(const QString &words) { m_words.coloured(words + QStringLiteral("　"), m_quiet); }

    /// Of what was kept only the words around a change.
    void text(const QList<TextChange> &changes)
    {
        if (changes.isEmpty())
            return;
        m_words.newLine();
        for (qsizetype i = 0; i < changes.size(); ++i) {
            const TextChange &change = changes[i];
            switch (change.op) {
            case TextChange::Op::Delete: m_words.removed(change.text, m_old); break;
            case TextChange::Op::Insert: m_words.inserted(change.text, m_new); break;
            case TextChange::Op::Keep: m_words.add(around(change.text, i > 0, i + 1 < changes.size())); break;
            }
        }
    }
    static QString around(const QString &kept, bool isAfter, bool isBefore)
    {
        constexpr qsizetype kMost = 24; // characters beside a change
        if (kept.size() <= 2 * kMost)
            return kept;
        const auto cut
            = [&kept](qsizetype at) { return at < kept.size() && kept[at].isLowSurrogate() ? at + 1 : at; };
        QString words = isAfter ? kept.left(cut(kMost)) : QString();
        words += QStringLiteral("……");
        return isBefore ? words + kept.mid(cut(kept.size() - kMost)) : words;
    }

    RichWords &m_words;
    const Report &m_before;
    const Report &m_now;
    QColor m_old;
    QColor m_new;
    QColor m_quiet;
};

} // namespace

void addChanges(RichWords &words, const ReportChanges &changes, const Report &old, const Report &now,
    const QPalette &palette)
{
    Writer write(words, old, now, palette);
    const auto all = [&write](const auto &list) { std::for_each(list.begin(), list.end(), std::ref(write)); };
    all(changes.cells);
    all(changes.facts);
    all(changes.texts);
    all(changes.channels);
    all(changes.illustrations);
}

QList<Baseline> baselines(const Session &session)
{
    const Report &report = session.report();
    const Review &review = report.review();
    const int moves = int(review.events.size());
    QList<Baseline> all;
    const auto add = [&](Baseline::Kind kind, int move, const QString &words) {
        if (move > 0)
            all.append({kind, words.arg(timeWords(review.events[move - 1].at)), move});
    };
    const int sent = lastBefore(review, ReviewAction::Send, moves + 1);
    const bool isSent = review.state == ReviewState::InReview && sent > 0;
    add(Baseline::Kind::LastRound, isSent ? lastBefore(review, ReviewAction::Send, sent) : sent,
        ChangesPanel::tr("Since it was last sent (%1)"));
    const int read = settings::lastRead(report.id());
    if (read < moves)
        add(Baseline::Kind::LastRead, read, ChangesPanel::tr("Since I last read it (%1)"));
    add(Baseline::Kind::LastApproval, lastBefore(review, ReviewAction::Approve, moves + 1),
        ChangesPanel::tr("Since it was last approved (%1)"));
    if (report.prior())
        all.append({Baseline::Kind::LastYear,
            ChangesPanel::tr("Against last year (%1)").arg(report.prior()->year()), 0});
    return all;
}

std::optional<Report> reportOf(const Baseline &baseline, const Session &session)
{
    if (baseline.kind == Baseline::Kind::LastYear)
        return session.report().prior() ? std::optional(*session.report().prior()) : std::nullopt;
    const auto picture = session.pictureAt(baseline.move);
    return picture ? *picture : std::nullopt;
}

ChangesPanel::ChangesPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_choice(new QComboBox(this))
    , m_count(appearance::quietLabel(this))
    , m_text(new QTextBrowser(this))
{
    constexpr int kIdleMs = 200;
    m_choice->setObjectName(QStringLiteral("baseline"));
    m_choice->setAccessibleName(tr("Compared with"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_count->setObjectName(QStringLiteral("changesCount"));
    m_text->setObjectName(QStringLiteral("changes"));
    m_text->setAccessibleName(tr("Changes"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    auto *head = new QVBoxLayout;
    const int em = fontMetrics().height();
    head->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    head->addWidget(m_choice);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    connect(&m_idle, &QTimer::timeout, this, &ChangesPanel::refresh);
    connect(m_choice, &QComboBox::activated, this, &ChangesPanel::refresh);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.review || delta.prior)
            m_choice->clear(); // other baselines
        refreshSoon();
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const auto place = Place::parse(link.toString()))
            Q_EMIT placeRequested(*place);
    });
}

void ChangesPanel::refreshSoon()
{
    if (isVisible())
        m_idle.start();
}

void ChangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_idle.start(0);
}

void ChangesPanel::refresh()
{
    if (m_choice->count() == 0) {
        m_baselines = baselines(m_session);
        for (const Baseline &baseline : std::as_const(m_baselines))
            m_choice->addItem(baseline.words);
    }
    m_choice->setEnabled(m_choice->count() > 0);
    if (m_baselines.isEmpty() || m_choice->currentIndex() < 0) {
        m_count->setText(
            tr("There is nothing to compare with: the report was never sent, and last year's is not "
               "there."));
        m_text->clear();
        return;
    }
    const auto old = reportOf(m_baselines[m_choice->currentIndex()], m_session);
    if (!old) {
        m_count->setText(tr("What the report said then is not kept any more."));
        m_text->clear();
        return;
    }
    const ReportChanges changes = changesBetween(*old, m_session.report());
    const auto totals = std::count_if(
        changes.cells.begin(), changes.cells.end(), [](const CellChange &cell) { return cell.follows; });
    const auto differ = changes.places.size() - totals; // which nobody entered
    m_count->setText(differ ? tr("%1 places differ. What is not listed did not change.").arg(differ)
                            : tr("Nothing differs."));
    RichWords words;
    addChanges(words, changes, *old, m_session.report(), palette());
    words.showIn(m_text);
}

QString ChangesPanel::words() const { return m_text->toPlainText(); }

} // namespace nianbao
