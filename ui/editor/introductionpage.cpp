// SPDX-License-Identifier: MulanPSL-2.0
#include "introductionpage.h"

#include "appearance.h"
#include "errorwords.h"
#include "factfield.h"
#include "plaintextedit.h"

#include <QDate>
#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

namespace nianbao {

QString isoDate(const QString &typed)
{
    static const QRegularExpression parts(QStringLiteral("^(\\d{4})[-年./](\\d{1,2})[-月./](\\d{1,2})日?$"));
    const auto match = parts.match(typed.simplified().remove(u' '));
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
    const auto refused = [this](const Error &error) { Q_EMIT notice(describe(error)); };
    bindFact(session, QLatin1String(fact::kTitle), tr("Title"), m_title, refused);
    bindFact(session, QLatin1String(fact::kIntroduction), tr("Introduction"), m_introduction, refused);
    m_title->setFont(appearance::scaled(font(), 1.15, true));
    m_introduction->setMinimumHeight(em * 9);

    auto *form = new QFormLayout;
    addLine(form, tr("Signature"), fact::kSignature);
    form->addRow(tr("Date"), makeDateLine());
    m_dateHint = appearance::quietLabel(this);
    form->addRow(QString(), m_dateHint);
    auto *people = new QFormLayout;
    addLine(people, tr("Drafted by"), fact::kDrafted);
    addLine(people, tr("Checked by"), fact::kChecked);
    addLine(people, tr("Countersigned by"), fact::kCountersigned);
    addLine(people, tr("Signed by"), fact::kSigned);
    auto *below = new QHBoxLayout;
    below->addLayout(form, 1);
    below->addSpacing(em);
    below->addLayout(people, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->addWidget(title);
    layout->addWidget(guidance);
    layout->addWidget(m_title);
    layout->addWidget(usual, 0, Qt::AlignLeft);
    layout->addWidget(m_introduction, 1);
    layout->addWidget(drafted, 0, Qt::AlignLeft);
    layout->addLayout(below);

    for (QToolButton *button : {usual, drafted})
        button->setEnabled(!session.isReadOnly());
    connect(usual, &QToolButton::clicked, this, [this] {
        edit(Change::of(tr("Standard title"), SetFact{QLatin1String(fact::kTitle), std::nullopt}));
    });
    connect(drafted, &QToolButton::clicked, this, &IntroductionPage::draft);
    connect(&session, &Session::changed, this, &IntroductionPage::showTitlePlaceholder);
    showTitlePlaceholder();
}

void IntroductionPage::showTitlePlaceholder()
{
    m_title->setPlaceholderText(session().report().defaultTitle());
}

PlainLineEdit *IntroductionPage::addLine(QFormLayout *form, const QString &label, const char *key)
{
    auto *line = new PlainLineEdit(this);
    bindFact(session(), QLatin1String(key), label, line,
        [this](const Error &error) { Q_EMIT notice(describe(error)); });
    form->addRow(label, line);
    m_lines.append(line);
    return line;
}

/// The date is shown as people write it and kept as YYYY-MM-DD; what is no date is not taken over.
PlainLineEdit *IntroductionPage::makeDateLine()
{
    m_date = new PlainLineEdit(this);
    m_date->setObjectName(QLatin1String(fact::kDate));
    m_date->setAccessibleName(tr("Date"));
    m_date->setPlaceholderText(tr("for example 2022-01-20"));
    m_date->setReadOnly(session().isReadOnly());
    m_date->showText(session().report().fact(fact::kDate));
    connect(m_date, &PlainLineEdit::textCommitted, this, &IntroductionPage::takeDate);
    connect(m_date, &PlainLineEdit::focusLeft, this,
        [this] { m_date->showText(session().report().fact(fact::kDate)); });
    connect(&session(), &Session::changed, m_date, [this](const Delta &delta) {
        if (delta.facts.contains(QLatin1String(fact::kDate)) && !m_date->hasFocus())
            m_date->showText(session().report().fact(fact::kDate));
    });
    m_lines.append(m_date);
    return m_date;
}

void IntroductionPage::takeDate(const QString &typed)
{
    const QString date = isoDate(typed);
    const bool isEmpty = typed.trimmed().isEmpty();
    m_dateHint->setText(date.isEmpty() && !isEmpty ? tr("This is not yet a date.") : QString());
    if (!date.isEmpty() || isEmpty)
        edit(Change::of(tr("Date"),
            SetFact{QLatin1String(fact::kDate), isEmpty ? std::nullopt : std::optional(date)},
            QStringLiteral("fact/date")));
}

bool IntroductionPage::commitOpenEditor()
{
    m_title->commitPending();
    m_introduction->commitPending();
    for (PlainLineEdit *line : std::as_const(m_lines))
        line->commitPending();
    return true;
}

void IntroductionPage::goTo(const Place &place)
{
    if (place.section == u"title")
        m_title->setFocus();
    else
        m_introduction->goToParagraph(std::max(0, place.paragraph));
}

void IntroductionPage::draft()
{
    commitOpenEditor();
    if (edit(Change::of(tr("Draft of the introduction"),
            SetFact{QLatin1String(fact::kIntroduction), session().report().introductionDraft()})))
        Q_EMIT notice(tr("The introduction was drafted. Undo brings the former text back."));
}

} // namespace nianbao
