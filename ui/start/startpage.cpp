// SPDX-License-Identifier: MulanPSL-2.0
#include "startpage.h"

#include "appearance.h"
#include "clock.h"
#include "elidedlabel.h"
#include "flowlayout.h"
#include "literal.h"
#include "room.h"
#include "settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

/// "Today 10:32", "Yesterday 16:05", else the day.
QString whenOpened(const QString &iso)
{
    const auto when = QDateTime::fromString(iso, Qt::ISODate);
    if (!when.isValid())
        return {};
    const qint64 days = when.date().daysTo(now().date());
    const QString time = when.time().toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return StartPage::tr("today %1").arg(time);
    if (days == 1)
        return StartPage::tr("yesterday %1").arg(time);
    return when.date().toString(Qt::ISODate);
}

/// A recent report: one large button with its name, place, state and time.
class RecentCard final : public QPushButton {
public:
    RecentCard(const RecentReport &report, QWidget *parent) : QPushButton(parent)
    {
        setObjectName(QStringLiteral("recent"));
        setProperty("card", true);
        setAutoDefault(true);
        setCursor(Qt::PointingHandCursor);
        const QString when = whenOpened(report.when);
        setAccessibleName(QStringList{report.title, report.status, when}.join(QStringLiteral(", ")));
        literal::setToolTip(this, QDir::toNativeSeparators(report.path));
        auto *title = new ElidedLabel(this, Qt::ElideMiddle);
        appearance::setTextSize(title, 1.2, true);
        title->showWords(report.title);
        auto *path = quiet(QDir::toNativeSeparators(report.path), Qt::ElideMiddle);
        const int em = fontMetrics().height();
        auto *layout = new QGridLayout(this);
        layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
        layout->setHorizontalSpacing(em);
        layout->addWidget(title, 0, 0);
        layout->addWidget(path, 1, 0);
        layout->addWidget(quiet(report.status), 0, 1, Qt::AlignRight);
        layout->addWidget(quiet(when), 1, 1, Qt::AlignRight);
        layout->setColumnStretch(0, 1);
        for (QLabel *label : findChildren<QLabel *>())
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }

private:
    QLabel *quiet(const QString &words, Qt::TextElideMode cut = Qt::ElideRight)
    {
        auto *label = new ElidedLabel(this, cut);
        label->setProperty("quiet", true);
        label->showWords(words);
        return label;
    }
};

/// The year's dates on a line that fills as the days go by.
class ScheduleLine final : public QWidget {
public:
    ScheduleLine(double done, QWidget *parent) : QWidget(parent), m_done(done)
    {
        setFixedHeight(std::max(3, fontMetrics().height() / 6));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), appearance::line(palette()));
        painter.fillRect(QRectF(0, 0, width() * m_done, height()), appearance::accent(palette()));
    }

private:
    double m_done;
};

/// The next 31 January, today included.
QDate nextDeadline(QDate today)
{
    const QDate thisYear(today.year(), 1, 31);
    return today <= thisYear ? thisYear : thisYear.addYears(1);
}

/// How far January has come, on a line whose quarters end on the 10th, 20th, 28th and 31st; 0 before it.
double scheduleDone(QDate today)
{
    constexpr std::array kEnds{0, 10, 20, 28, 31};
    if (today.month() != 1)
        return 0;
    for (size_t i = 1; i < kEnds.size(); ++i) {
        if (today.day() <= kEnds[i])
            return (double(i - 1) + double(today.day() - kEnds[i - 1]) / (kEnds[i] - kEnds[i - 1])) / 4;
    }
    return 1;
}

} // namespace

StartPage::StartPage(QWidget *parent) : Workspace(parent), m_recent(new QVBoxLayout)
{
    const int em = fontMetrics().height();
    auto *room = new Room(this);
    auto *ground = new QWidget(room);
    auto *column = new QWidget(ground);
    column->setMaximumWidth(em * 52);
    auto *title = appearance::label(tr("Annual report on government information disclosure"), column);
    appearance::setTextSize(title, 1.9, true);
    title->setWordWrap(true);
    m_recent->setSpacing(em / 2);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(em * 5 / 4);
    layout->addWidget(title);
    layout->addLayout(m_recent);
    layout->addWidget(makeButtons());
    layout->addWidget(makeSchedule());
    layout->addStretch(1);
    auto *middle = new QHBoxLayout(ground);
    middle->setContentsMargins(em, em * 5 / 2, em, em);
    middle->addStretch(1);
    middle->addWidget(column, 20);
    middle->addStretch(1);
    room->setPage(ground);
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, &StartPage::pasteRequested);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(room);
    refresh();
}

QString StartPage::title() const { return tr("Nianbao"); }

QWidget *StartPage::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(row, fontMetrics().height() * 2 / 3);
    const auto add = [&](QPushButton *button, const QString &name, void (StartPage::*request)()) {
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, request);
        layout->addWidget(button);
        return button;
    };
    m_fromPrior = add(appearance::primaryButton(tr("New from last year's report…"), row),
        QStringLiteral("newFromPrior"), &StartPage::newFromPriorRequested);
    add(appearance::plainButton(tr("New blank report…"), row), QStringLiteral("newBlank"),
        &StartPage::newRequested);
    add(appearance::plainButton(tr("Open…"), row), QStringLiteral("open"), &StartPage::chooseRequested);
    QPushButton *import = add(appearance::plainButton(tr("Begin with a document…"), row),
        QStringLiteral("import"), &StartPage::importRequested);
    literal::setToolTip(import,
        tr("Word, Excel, a web page, PDF or text of any year. It may also be dropped here, and a page that "
           "was "
           "copied is pasted with Ctrl+V."));
    add(appearance::plainButton(tr("Look at the sample"), row), QStringLiteral("sample"),
        &StartPage::sampleRequested);
    return row;
}

QDate StartPage::due() const { return nextDeadline(now().date()); }

/// The year's dates as counties set them; 31 January is 条例第四十九条 for departments and common for towns.
QWidget *StartPage::makeSchedule()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *grid = new QGridLayout(card);
    const int em = fontMetrics().height();
    const QDate today = now().date();
    const QDate deadline = nextDeadline(today);
    grid->setContentsMargins(em * 5 / 4, em, em * 5 / 4, em);
    auto *title = appearance::label(tr("The schedule of January %1").arg(deadline.year()), card);
    appearance::setTextSize(title, 1, true);
    auto *left = appearance::quietLabel(card);
    left->setObjectName(QStringLiteral("daysLeft"));
    left->setWordWrap(false);
    left->setAlignment(Qt::AlignRight);
    const int days = int(today.daysTo(deadline));
    left->setText(days == 0 ? tr("Today is 31 January.") : tr("%1 days to 31 January").arg(days));
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(left, 0, 2, 1, 2);
    grid->addWidget(new ScheduleLine(scheduleDone(today), card), 1, 0, 1, 4);
    const QList<std::pair<QString, QString>> dates{{tr("early January"), tr("gather the figures, draft")},
        {tr("by 20 January"), tr("review and sign")},
        {tr("by 28 January"), tr("send to the district office")},
        {tr("by 31 January"), tr("publish on the website")}};
    for (int i = 0; i < dates.size(); ++i) {
        grid->addWidget(appearance::label(dates[i].first, card), 2, i);
        auto *what = appearance::quietLabel(card);
        what->setText(dates[i].second);
        grid->addWidget(what, 3, i);
        grid->setColumnStretch(i, 1);
    }
    return card;
}

void StartPage::refresh()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // the card that was clicked may lead here
        }
        delete item;
    }
    m_first = nullptr;
    const auto recent = settings::recentReports();
    auto *hint = appearance::quietLabel(this);
    hint->setText(
        recent.isEmpty() ? tr(
            "Begin with last year's report, a blank one, or look at the sample. A document may be dropped "
            "here; a page that was copied is pasted with Ctrl+V.")
                         : tr("Recent reports. Enter opens the first."));
    m_recent->addWidget(hint);
    constexpr qsizetype kShown = 4;
    for (const RecentReport &report : recent.mid(0, kShown)) {
        auto *card = new RecentCard(report, this);
        card->setContextMenuPolicy(Qt::ActionsContextMenu);
        auto *forget = new QAction(tr("Take off this list"), card);
        forget->setShortcut(QKeySequence::Delete);
        forget->setShortcutContext(Qt::WidgetShortcut);
        card->addAction(forget);
        connect(forget, &QAction::triggered, this, [this, path = report.path] {
            settings::removeRecentReport(path);
            refresh();
        });
        connect(
            card, &QPushButton::clicked, this, [this, path = report.path] { Q_EMIT openRequested(path); });
        m_recent->addWidget(card);
        if (!m_first)
            m_first = card;
    }
    if (!m_first)
        m_first = m_fromPrior;
    if (isVisible())
        m_first->setFocus();
}

void StartPage::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    m_first->setFocus();
}

} // namespace nianbao
