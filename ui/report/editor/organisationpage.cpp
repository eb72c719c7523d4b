// SPDX-License-Identifier: MulanPSL-2.0
#include "organisationpage.h"

#include "appearance.h"
#include "bodykinds.h"
#include "entryline.h"
#include "factfield.h"
#include "kindwords.h"
#include "permitted.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "settings.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace nianbao {

OrganisationPage::OrganisationPage(Session &session, QWidget *parent)
    : EditorPage(session, parent)
    , m_kind(new QComboBox(this))
    , m_names(new PlainTextEdit(this, PlainTextEdit::Look::Form))
{
    const int em = fontMetrics().height();
    auto *title = appearance::titleLabel(this);
    title->setText(tr("The office"));
    auto *guidance = appearance::quietLabel(this);
    guidance->setText(
        tr("Write it once: the title, the introduction and the checks take it from here. Next year's report "
           "takes it over."));
    auto *form = new QFormLayout;
    form->setContentsMargins(0, em / 2, em / 2, em / 2);
    form->setVerticalSpacing(em / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    addLine(form, tr("Full name"), fact::kName, tr("as on the seal"));
    addLine(form, tr("Short name"), fact::kShortName, tr("as the text calls it"));
    addKind(form);
    addLine(form, tr("Responsible office"), fact::kOffice);
    addLine(form, tr("Address"), fact::kAddress);
    addLine(form, tr("Telephone"), fact::kPhone, tr("with area code, for example 0631-5757166"));
    addLine(form, tr("Fax"), fact::kFax);
    addLine(form, tr("Postcode"), fact::kPostcode);
    addLine(form, tr("E-mail"), fact::kEmail);
    addLine(form, tr("Name of the website"), fact::kWebsiteName);
    addLine(form, tr("Website"), fact::kWebsite, tr("where the report can be downloaded"));
    addLists(form);
    auto *fixed = appearance::label(
        tr("%1, %2").arg(session.report().year()).arg(session.report().spec().name), this);
    fixed->setWordWrap(true);
    form->addRow(tr("Year and form"), fixed);
    addUser(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->addWidget(title);
    layout->addWidget(guidance);
    layout->addLayout(form);
    layout->addStretch(1);
    connect(m_kind, &QComboBox::activated, this, &OrganisationPage::takeKind);
    connect(&session, &Session::changed, this, &OrganisationPage::showKind);
    showKind();
}

void OrganisationPage::addKind(QFormLayout *form)
{
    for (const QString &kind : QStringList{QString()} + bodyKinds())
        m_kind->addItem(QString(), kind);
    m_kind->setObjectName(QLatin1String(fact::kKind));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setFocusPolicy(Qt::StrongFocus);
    m_kind->installEventFilter(this);
    enableWhile(session(), Permissions::Action::EditContent, m_kind);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("Kind"), m_kind);
}

/// One name or word a line.
void OrganisationPage::addLists(QFormLayout *form)
{
    const int em = fontMetrics().height();
    bindFact(session(), QLatin1String(fact::kNames), tr("Other own names"), m_names,
        [this](const QString &reason) { Q_EMIT notice(reason); });
    m_names->setPlaceholderText(tr("one a line: accounts, villages, departments of its own"));
    m_names->setMaximumHeight(em * 6);
    form->addRow(tr("Other own names"), m_names);
    auto *allowed = new PlainTextEdit(this, PlainTextEdit::Look::Form);
    bindFact(session(), QLatin1String(fact::kAllowedWords), tr("Right in this report"), allowed,
        [this](const QString &reason) { Q_EMIT notice(reason); });
    allowed->setPlaceholderText(tr("one a line: words the checks are not to report again"));
    allowed->setMaximumHeight(em * 4);
    form->addRow(tr("Right in this report"), allowed);
}

void OrganisationPage::addUser(QFormLayout *form)
{
    auto *user = new EntryLine(this); // of the program, not of the report: it has an undo of its own
    user->showText(settings::knownUserName());
    user->setObjectName(QStringLiteral("userName"));
    user->setAccessibleName(tr("Your name"));
    user->setPlaceholderText(tr("for the history of changes"));
    connect(user, &EntryLine::entered, this, [this](const QString &name) {
        settings::setUserName(name);
        Q_EMIT personNamed();
    });
    connect(user, &EntryLine::returnPressed, user, [this] { focusNextChild(); });
    form->addRow(tr("Your name"), user);
}

void OrganisationPage::addLine(QFormLayout *form, const QString &label, const char *key, const QString &hint)
{
    auto *line = new PlainLineEdit(this);
    line->setPlaceholderText(hint);
    bindFact(
        session(), QLatin1String(key), label, line, [this](const QString &reason) { Q_EMIT notice(reason); });
    form->addRow(label, line);
}

/// The wheel scrolls the page; it must not change a fact that happens to lie under it.
bool OrganisationPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_kind && event->type() == QEvent::Wheel && !m_kind->hasFocus()) {
        event->ignore();
        return true;
    }
    return EditorPage::eventFilter(watched, event);
}

void OrganisationPage::showKind()
{
    const QString inferred = kindOfBody(session().report().fact(fact::kName));
    for (int row = 1; row < m_kind->count(); ++row)
        m_kind->setItemText(row, kindWords(m_kind->itemData(row).toString()));
    m_kind->setItemText(
        0, inferred.isEmpty() ? tr("not known") : tr("from the name: %1").arg(kindWords(inferred)));
    m_kind->setCurrentIndex(m_kind->findData(session().report().fact(fact::kKind)));
}

void OrganisationPage::takeKind(int row)
{
    const QString kind = m_kind->itemData(row).toString();
    edit(Change::of(tr("Kind"),
        SetFact{QLatin1String(fact::kKind), kind.isEmpty() ? std::nullopt : std::optional(kind)}));
    showKind();
}

} // namespace nianbao
