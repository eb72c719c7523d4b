// SPDX-License-Identifier: MulanPSL-2.0
#include "publishdialog.h"

#include "appearance.h"
#include "clock.h"
#include "datefield.h"
#include "dialogs.h"
#include "duedate.h"
#include "handedover.h"
#include "session.h"
#include "settings.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace nianbao {

namespace {

/// A day on which there was no such report yet; empty: there was.
QString tooEarly(const Report &report, QDate day)
{
    const QDate end(report.year(), 12, 31);
    if (day <= end)
        return PublishDialog::tr("◆ The report is about all of %1: on that day the year was not over.")
            .arg(report.year());
    const QDate signedOn = QDate::fromString(report.fact(fact::kDate), Qt::ISODate);
    return signedOn.isValid() && day < signedOn
        ? PublishDialog::tr("◆ That is before the report's own date, %1.").arg(signedOn.toString(Qt::ISODate))
        : QString();
}

} // namespace

PublishDialog::PublishDialog(Session &session, QWidget *parent)
    : FittedDialog(parent, 32)
    , m_session(session)
    , m_date(new DateField(now().date(), this))
    , m_due(new DateField(dueDate(session.report()), this))
    , m_address(new QLineEdit(this))
    , m_who(new QLineEdit(settings::knownUserName(), this))
    , m_inTime(appearance::label({}, this))
    , m_hint(appearance::quietLabel(this))
    , m_publish(appearance::primaryButton(tr("Record the publication"), this))
{
    setWindowTitle(tr("Publication"));
    m_date->setObjectName(QStringLiteral("date"));
    m_date->setMaximumDate(now().date().addDays(1)); // a clock may be behind
    m_due->setObjectName(QStringLiteral("due"));
    const QDate statutory = statutoryDate(session.report());
    m_due->setDateRange(QDate(statutory.year(), 1, 1), statutory); // the office above may want it earlier
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setPlaceholderText(tr("address of the page, from the browser"));
    m_who->setObjectName(QStringLiteral("who"));
    m_inTime->setObjectName(QStringLiteral("inTime"));
    m_inTime->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_publish->setObjectName(QStringLiteral("publish"));
    m_publish->setDefault(true);

    auto *column = new QVBoxLayout(inside());
    column->setContentsMargins({});
    auto *form = new QFormLayout;
    column->addLayout(form);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(fontMetrics().height() / 2);
    QLabel *title = appearance::titleLabel(this);
    title->setText(tr("Publication of the %1 report").arg(session.report().year()));
    form->addRow(title);
    form->addRow(tr("Published on"), m_date);
    form->addRow(tr("Due by"), m_due);
    form->addRow(QString(), m_inTime);
    form->addRow(tr("Page"), m_address);
    form->addRow(tr("Recorded by"), m_who);
    if (QWidget *before = handedOverPanel(session, this)) {
        // no rows of the form, which leaves wrapped words one line
        column->addWidget(appearance::label(tr("Until now"), this));
        column->addWidget(before);
        column->addStretch(1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_publish, QDialogButtonBox::ActionRole);
    layout()->addWidget(m_hint); // beside the button, however long the rest is
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_publish, &QPushButton::clicked, this, &PublishDialog::publish);
    for (const DateField *date : {m_date, m_due})
        connect(date, &DateField::dateChanged, this, &PublishDialog::validate);
    for (const QLineEdit *line : {m_address, m_who})
        connect(line, &QLineEdit::textChanged, this, &PublishDialog::validate);
    validate();
    m_address->setFocus();
}

void PublishDialog::keepIn(QString &address)
{
    m_draft = &address;
    m_address->setText(address);
}

void PublishDialog::done(int result)
{
    if (m_draft)
        *m_draft = result == Accepted ? QString() : m_address->text();
    FittedDialog::done(result);
}

void PublishDialog::validate()
{
    const QDate due = m_due->date();
    const qint64 late = due.daysTo(m_date->date());
    const QString early = tooEarly(m_session.report(), m_date->date());
    m_inTime->setText(!early.isEmpty() ? early
            : late <= 0                ? tr("✓ In time.")
                                       : tr("◆ %n days late.", nullptr, int(late)));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
        early.isEmpty() && late <= 0 ? appearance::okColour(colours)
                                     : appearance::levelColour(colours, Level::Explain));
    m_inTime->setPalette(colours);

    const QString address = m_address->text().trimmed();
    QString hint;
    const bool may = m_session.permissions().may(ReviewAction::Publish);
    if (!may)
        hint = tr("It cannot be published now: it is not approved, or it was published already.");
    else if (address.isEmpty())
        hint = tr("Write the address of the page on which it stands.");
    else if (m_who->text().trimmed().isEmpty())
        hint = tr("Say who records it.");
    const bool isReady = hint.isEmpty();
    if (isReady && !address.contains(QStringLiteral("://")))
        hint = tr("This looks unlike an address: it usually begins with http:// or https://.");
    m_hint->setText(hint.isEmpty() ? tr("After that a change is a new revision.") : hint);
    m_publish->setEnabled(isReady);
}

void PublishDialog::publish()
{
    ReviewMove move{ReviewAction::Publish, m_who->text().trimmed(), now().toUTC().toString(Qt::ISODate)};
    move.publication = Publication{m_date->words(), m_address->text().trimmed()};
    if (const auto done = m_session.move(move); !done)
        return dialogs::tell(this, done.error());
    settings::learnUserName(move.who);
    if (m_due->date() != dueDate(m_session.report()))
        setDueDate(statutoryDate(m_session.report()), m_due->date());
    accept();
}

} // namespace nianbao
