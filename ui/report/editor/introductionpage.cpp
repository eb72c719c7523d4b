// SPDX-License-Identifier: MulanPSL-2.0
#include "introductionpage.h"

#include "appearance.h"
#include "clock.h"
#include "daycalendar.h"
#include "errorwords.h"
#include "factfield.h"
#include "permitted.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "textassistant.h"

#include <QBoxLayout>
#include <QDate>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

namespace nianbao {

QString isoDate(const QString &typed)
{
    static const QRegularExpression parts(QStringLiteral("^(\\d{4})[-年./](\\d{1,2})[-月./](\\d{1,2})日?$"));
    const QString halfWidth = typed.normalized(QString::NormalizationForm_KC).simplified().remove(u' ');
    const auto match = parts.match(halfWidth);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

IntroductionPage::IntroductionPage(Session &session, QWidget *parent)
    : EditorPage(session, parent), m_title(new PlainLineEdit(this)), m_introduction(new PlainTextEdit(this))
{
    const int em = fontMetrics().height();
    auto *title = appearance::titleLabel(this);
    title->setText(tr("Title and introduction"));
    auto *guidance = appearance::quietLabel(this);
    guidance->setText(
        tr("The introduction says on what basis the report stands, which period it covers, where it can "
           "be downloaded and how to reach the office."));
    auto *usual = appearance::linkButton(tr("Use the standard title"), this);
    auto *drafted = appearance::linkButton(tr("Draft the introduction from the office's facts"), this);
    usual->setObjectName(QStringLiteral("usualTitle"));
    drafted->setObjectName(QStringLiteral("draft"));
    const auto refused = [this](const QString &reason) { Q_EMIT notice(reason); };
    bindFact(session, QLatin1String(fact::kTitle), tr("Title"), m_title, refused);
    bindFact(session, QLatin1String(fact::kIntroduction), tr("Introduction"), m_introduction, refused);
    appearance::setTextSize(m_title, 1.15, true);
    m_introduction->setMinimumHeight(em * 8);
    const auto head = [this](const QString &words, QWidget *field, QToolButton *action) {
        auto *row = new QHBoxLayout;
        auto *label = appearance::label(words, this);
        appearance::setTextSize(label, 1, true);
        label->setBuddy(field);
        row->addWidget(label);
        row->addStretch(1);
        row->addWidget(action);
        return row;
    };

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->addWidget(title);
    layout->addWidget(guidance);
    layout->addLayout(head(tr("Title"), m_title, usual));
    layout->addWidget(m_title);
    layout->addLayout(head(tr("Introduction"), m_introduction, drafted));
    layout->addWidget(m_introduction, 1);
    layout->addLayout(makeEnd());
    setTabOrder(m_title, m_introduction);
    auto *assistant = new TextAssistant(session, m_introduction, [this] { return entry(); });
    connect(assistant, &TextAssistant::notice, this, &IntroductionPage::notice);
    connect(assistant, &TextAssistant::commentRequested, this, &EditorPage::commentRequested);

    for (QToolButton *button : {usual, drafted})
        enableWhile(session, Permissions::Action::EditContent, button);
    connect(usual, &QToolButton::clicked, this, [this] {
        if (edit(Change::of(tr("Standard title"), SetFact{QLatin1String(fact::kTitle), std::nullopt})))
            m_title->giveUp(); // also what had been refused there
    });
    connect(drafted, &QToolButton::clicked, this, &IntroductionPage::draft);
    connect(&session, &Session::changed, this, &IntroductionPage::showTitlePlaceholder);
    showTitlePlaceholder();
}

/// What stands below the report and who put it there.
QLayout *IntroductionPage::makeEnd()
{
    auto *form = new QFormLayout;
    addLine(form, tr("Signature"), fact::kSignature);
    form->addRow(tr("Date"), makeDateLine());
    form->addRow(QString(), m_dateHint);
    auto *people = new QFormLayout;
    addLine(people, tr("Drafted by"), fact::kDrafted);
    addLine(people, tr("Checked by"), fact::kChecked);
    addLine(people, tr("Countersigned by"), fact::kCountersigned);
    addLine(people, tr("Signed by"), fact::kSigned);
    m_end = new QBoxLayout(QBoxLayout::LeftToRight);
    m_end->setSpacing(fontMetrics().height());
    m_end->addLayout(form, 1);
    m_end->addLayout(people, 1);
    return m_end;
}

/// Where the two have no room side by side they stand below each other.
void IntroductionPage::resizeEvent(QResizeEvent *event)
{
    constexpr int kNarrow = 30; // heights of a line
    m_end->setDirection(
        width() < kNarrow * fontMetrics().height() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    EditorPage::resizeEvent(event);
}

void IntroductionPage::showTitlePlaceholder()
{
    m_title->setPlaceholderText(session().report().defaultTitle());
}

PlainLineEdit *IntroductionPage::addLine(QFormLayout *form, const QString &label, const char *key)
{
    auto *line = new PlainLineEdit(this);
    bindFact(
        session(), QLatin1String(key), label, line, [this](const QString &reason) { Q_EMIT notice(reason); });
    form->addRow(label, line);
    return line;
}

/// The date is shown as people write it and kept as YYYY-MM-DD; what is no date is not taken over.
QWidget *IntroductionPage::makeDateLine()
{
    auto *row = new QWidget(this);
    m_date = new PlainLineEdit(row);
    m_date->setObjectName(QLatin1String(fact::kDate));
    m_date->setAccessibleName(tr("Date"));
    m_date->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) * 3 / 2);
    m_date->setPlaceholderText(tr("for example %1-01-20").arg(session().report().year() + 1));
    writableWhile(session(), Permissions::Action::EditContent, m_date);
    m_date->showText(session().report().fact(fact::kDate));
    m_dateHint = appearance::label({}, this);
    m_dateHint->setWordWrap(true);
    m_dateHint->setVisible(false);
    auto *choose = appearance::linkButton(tr("Calendar"), row);
    choose->setPopupMode(QToolButton::InstantPopup);
    choose->setMenu(makeCalendar(choose));
    enableWhile(session(), Permissions::Action::EditContent, choose);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_date, 1);
    layout->addWidget(choose);
    row->setFocusProxy(m_date);
    connect(m_date, &PlainLineEdit::textCommitted, this, &IntroductionPage::takeDate);
    bindRuns(session(), m_date);
    connect(m_date, &PlainLineEdit::focusLeft, this, [this] {
        if (m_dateHint->isHidden())
            m_date->showText(session().report().fact(fact::kDate));
    });
    connect(m_date, &PlainLineEdit::gaveUp, this, [this] { showDateHint(false); });
    connect(&session(), &Session::changed, m_date, [this](const Delta &delta) {
        const QString date = session().report().fact(fact::kDate);
        if (delta.facts.contains(QLatin1String(fact::kDate)) && isoDate(m_date->text()) != date) {
            m_date->showText(date);
            showDateHint(false);
        }
    });
    return row;
}

QMenu *IntroductionPage::makeCalendar(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { // a calendar is made when one is wanted
        menu->clear();
        auto *calendar = new DayCalendar(menu);
        const QDate date = QDate::fromString(session().report().fact(fact::kDate), Qt::ISODate);
        calendar->setSelectedDate(date.isValid() ? date : now().date());
        auto *action = new QWidgetAction(menu);
        action->setText(tr("Calendar"));
        action->setDefaultWidget(calendar);
        menu->addAction(action);
        connect(calendar, &DayCalendar::activated, this, [this, menu](QDate chosen) {
            menu->close();
            m_date->giveUp();
            takeDate(chosen.toString(Qt::ISODate));
        });
        connect(calendar, &DayCalendar::clicked, calendar, &DayCalendar::activated);
    });
    return menu;
}

/// What is no date yet stays in its field, and the page is not left with it unsaid.
void IntroductionPage::takeDate(const QString &typed)
{
    const QString date = isoDate(typed);
    const bool isEmpty = typed.trimmed().isEmpty();
    const bool isWrong = date.isEmpty() && !isEmpty;
    showDateHint(isWrong);
    if (isWrong) {
        m_date->refuse();
        return;
    }
    const auto done = session().edit(Change::of(tr("Date"),
        SetFact{QLatin1String(fact::kDate), isEmpty ? std::nullopt : std::optional(date)},
        Place::fact(QLatin1String(fact::kDate)).toString()));
    if (!done) {
        m_date->refuse();
        Q_EMIT notice(refusal(session(), done.error()));
    }
}

void IntroductionPage::showDateHint(bool isWrong)
{
    m_dateHint->setText(isWrong
            ? tr("○ This is not yet a date; the report keeps the former one. Esc brings it back.")
            : QString());
    m_dateHint->setVisible(isWrong);
}

bool IntroductionPage::commitOpenEditor()
{
    if (EditorPage::commitOpenEditor())
        return true;
    if (!m_dateHint->isHidden()) {
        Q_EMIT notice(describe({ErrorCode::BadDate, tr("Date"), m_date->text().trimmed()}));
        m_date->setFocus();
    }
    return false;
}

void IntroductionPage::goTo(const Place &place)
{
    if (place.factKey() != QLatin1String(fact::kIntroduction) && goToField(place.factKey(), place))
        return;
    if (place.length() > 0)
        m_introduction->goToPassage(place.start(), place.length());
    else
        m_introduction->goToParagraph(place.paragraph());
}

void IntroductionPage::markFound(const QList<Place> &places)
{
    m_introduction->showFound(passagesIn(places, entry()));
}

void IntroductionPage::draft()
{
    if (!commitOpenEditor())
        return;
    if (edit(Change::of(tr("Draft of the introduction"),
            SetFact{QLatin1String(fact::kIntroduction), session().report().introductionDraft()})))
        Q_EMIT notice(tr("The introduction was drafted. Undo brings the former text back."));
}

} // namespace nianbao
