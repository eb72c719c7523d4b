// SPDX-License-Identifier: MulanPSL-2.0
#include "startpage.h"

#include "appearance.h"
#include "settings.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace nianbao {

namespace {

/// A recent report: one large button with three lines of words.
class RecentCard final : public QPushButton {
public:
    RecentCard(const RecentReport &report, QWidget *parent) : QPushButton(parent)
    {
        const int em = fontMetrics().height();
        const auto label = [this](const QString &text, Qt::Alignment alignment) {
            auto *made = appearance::quietLabel(this);
            made->setText(text);
            made->setWordWrap(false);
            made->setAlignment(alignment);
            made->setAttribute(Qt::WA_TransparentForMouseEvents);
            return made;
        };
        auto *title = label(report.title, Qt::AlignLeft);
        title->setFont(appearance::scaled(font(), 1.2, true));
        title->setPalette(palette());
        const auto when = QDateTime::fromString(report.when, Qt::ISODate);
        auto *layout = new QGridLayout(this);
        layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
        layout->addWidget(title, 0, 0);
        layout->addWidget(
            label(when.isValid() ? QLocale().toString(when, QStringLiteral("yyyy-MM-dd HH:mm")) : QString(),
                Qt::AlignRight),
            0, 1);
        layout->addWidget(label(QDir::toNativeSeparators(report.path), Qt::AlignLeft), 1, 0);
        layout->addWidget(label(report.status, Qt::AlignRight), 1, 1);
        layout->setColumnStretch(0, 1);
        setMinimumHeight(em * 4);
        setAutoDefault(true);
        setAccessibleName(report.title + u' ' + report.status);
    }
};

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent), m_recent(new QVBoxLayout)
{
    const int em = fontMetrics().height();
    auto *column = new QWidget(this);
    column->setMaximumWidth(em * 56);
    auto *title = appearance::titleLabel(column);
    title->setText(tr("Annual report on government information disclosure"));
    title->setFont(appearance::scaled(font(), 1.9, true));
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(em);
    layout->addWidget(title);
    layout->addLayout(m_recent);
    layout->addWidget(makeButtons());
    layout->addWidget(makeSchedule());
    layout->addStretch(1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(em, em * 3, em, em);
    outer->addStretch(1);
    outer->addWidget(column, 6);
    outer->addStretch(1);
    refresh();
}

QWidget *StartPage::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    const auto add = [&](QPushButton *button, void (StartPage::*request)()) {
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, request);
        layout->addWidget(button);
    };
    add(appearance::primaryButton(tr("New from last year's report…"), row),
        &StartPage::newFromPriorRequested);
    add(appearance::plainButton(tr("New blank report…"), row), &StartPage::newRequested);
    add(appearance::plainButton(tr("Open…"), row), &StartPage::chooseRequested);
    add(appearance::plainButton(tr("Import JSON…"), row), &StartPage::importRequested);
    layout->addStretch(1);
    add(appearance::plainButton(tr("Look at the sample"), row), &StartPage::sampleRequested);
    return row;
}

/// The year's dates as counties set them; 31 January is 条例第四十九条 for departments and common for towns.
QWidget *StartPage::makeSchedule()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *grid = new QGridLayout(card);
    const int em = fontMetrics().height();
    grid->setContentsMargins(em, em, em, em);
    auto *title = new QLabel(tr("The schedule"), card);
    title->setFont(appearance::scaled(font(), 1, true));
    grid->addWidget(title, 0, 0);
    const QList<std::pair<QString, QString>> dates{{tr("early January"), tr("gather the figures, draft")},
        {tr("by 20 January"), tr("review and sign")},
        {tr("by 28 January"), tr("send to the district office")},
        {tr("by 31 January"), tr("publish on the website")}};
    for (int i = 0; i < dates.size(); ++i) {
        grid->addWidget(new QLabel(dates[i].first, card), 1, i);
        auto *what = appearance::quietLabel(card);
        what->setText(dates[i].second);
        grid->addWidget(what, 2, i);
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
    hint->setText(recent.isEmpty() ? tr("Begin with last year's report, a blank one, or look at the sample.")
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
    if (m_first && isVisible())
        m_first->setFocus();
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_first)
        m_first->setFocus();
}

} // namespace nianbao
