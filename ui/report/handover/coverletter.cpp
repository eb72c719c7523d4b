// SPDX-License-Identifier: MulanPSL-2.0
#include "coverletter.h"

#include "appearance.h"
#include "dialogs.h"
#include "entryline.h"
#include "errorwords.h"
#include "literal.h"
#include "openplace.h"
#include "session.h"
#include "shownpath.h"
#include "templatesdialog.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QClipboard>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace nianbao {

namespace {

const QString kMailSuffix = QStringLiteral(".eml");

} // namespace

CoverLetter::CoverLetter(const Session &session, const HandOverHabits &habits, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_templates(letterTemplates())
    , m_form(new QFormLayout)
    , m_mail(appearance::plainButton(tr("Mail draft"), this))
    , m_folder(appearance::plainButton(tr("Folder"), this))
    , m_copyText(appearance::linkButton(tr("Copy the text"), this))
    , m_office(new QLineEdit(habits.office, this))
    , m_to(new QLineEdit(habits.to, this))
    , m_cc(new QLineEdit(habits.cc, this))
    , m_subject(new QLineEdit(this))
    , m_text(new QTextEdit(this))
    , m_place(new QLineEdit(this))
    , m_who(new QLineEdit(settings::knownUserName(), this))
{
    const auto named = [](QWidget *widget, const char *name) { widget->setObjectName(QLatin1String(name)); };
    named(m_mail, "asMail");
    named(m_folder, "asFolder");
    named(m_copyText, "copyText");
    named(m_office, "office");
    named(m_to, "to");
    named(m_cc, "cc");
    named(m_subject, "subject");
    named(m_text, "text");
    named(m_place, "place");
    named(m_who, "who");
    m_office->setPlaceholderText(tr("the office, as a letter addresses it"));
    m_to->setPlaceholderText(tr("may be filled in later in the mail program"));
    m_cc->setPlaceholderText(tr("may stay empty"));
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    m_place->setAccessibleName(tr("Written to"));

    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(fontMetrics().height() / 3);
    m_form->addRow(tr("Office"), m_office);
    m_form->addRow(tr("To"), m_to);
    m_form->addRow(tr("Cc"), m_cc);
    m_form->addRow(tr("Subject"), m_subject);
    m_form->addRow(tr("Text"), m_text);
    m_form->addRow(tr("Written to"), makePlace());
    m_form->addRow(tr("By"), m_who);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(makeWays());
    column->addLayout(m_form, 1);
    (habits.asMail ? m_mail : m_folder)->setChecked(true);
    follow();
}

QWidget *CoverLetter::makeWays()
{
    auto *group = new QButtonGroup(this);
    auto *ways = new QWidget(this);
    auto *row = new QHBoxLayout(ways);
    row->setContentsMargins({});
    row->setSpacing(0);
    for (QPushButton *way : {m_mail, m_folder}) {
        way->setCheckable(true);
        way->setAutoDefault(false);
        way->setProperty("segment", true);
        group->addButton(way);
        row->addWidget(way);
    }
    row->addStretch(1);
    row->addWidget(m_copyText);
    return ways;
}

QWidget *CoverLetter::makePlace()
{
    auto *choose = appearance::plainButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("choosePlace"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &CoverLetter::choosePlace);
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins({});
    row->addWidget(m_place, 1);
    row->addWidget(choose);
    return place;
}

void CoverLetter::follow()
{
    connect(m_mail, &QPushButton::toggled, this, [this] {
        m_placeChosen = false; // a file is no folder
        fill();
    });
    for (const QLineEdit *line : {m_office, m_who})
        connect(line, &QLineEdit::textChanged, this, &CoverLetter::fill);
    for (const QLineEdit *line : {m_to, m_cc, m_place})
        connect(line, &QLineEdit::textChanged, this, &CoverLetter::changed);
    connect(m_place, &QLineEdit::textEdited, this, [this] { m_placeChosen = true; });
    connect(m_place, &QLineEdit::textChanged, m_place, // a long one is seen whole nowhere else
        [this](const QString &words) { literal::setToolTip(m_place, words); });
    connect(m_copyText, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        Q_EMIT copied();
    });
}

void CoverLetter::enclose(const QStringList &files)
{
    m_enclosed = files;
    fill();
}

/// What a person has worded otherwise stays; what the program filled in follows.
void CoverLetter::fill()
{
    const Letter fresh
        = nianbao::filled(m_templates, m_session.report(), {m_office->text().trimmed(), who(), m_enclosed});
    if (m_subject->text() == m_filled.subject)
        showFromStart(*m_subject, fresh.subject);
    if (m_text->toPlainText() == m_filled.text)
        m_text->setPlainText(fresh.text);
    m_filled = fresh;
    for (QWidget *line : std::initializer_list<QWidget *>{m_to, m_cc, m_subject, m_text})
        m_form->setRowVisible(line, isMail()); // nothing of them is written into a folder
    m_copyText->setVisible(isMail());
    proposePlace();
    Q_EMIT changed();
}

void CoverLetter::proposePlace()
{
    if (m_placeChosen)
        return;
    const QString folder = lastingFolder(m_session.path());
    showFromStart(
        *m_place, shownPath(freeParcelPath(folder, m_filled.fileName, isMail() ? kMailSuffix : QString())));
}

void CoverLetter::choosePlace()
{
    QString path;
    if (isMail()) {
        path = dialogs::saveFile(window(), tr("Where the draft is written"), typedPath(m_place->text()),
            tr("Mail drafts (*.eml)"));
        if (!path.isEmpty() && !path.endsWith(kMailSuffix))
            path += kMailSuffix;
    } else {
        const QString parent = dialogs::chooseFolder(
            window(), tr("In which folder"), QFileInfo(typedPath(m_place->text())).absolutePath());
        if (!parent.isEmpty())
            path = freeParcelPath(parent, m_filled.fileName, {});
    }
    if (path.isEmpty())
        return;
    m_placeChosen = true;
    showFromStart(*m_place, shownPath(path));
}

void CoverLetter::changeTemplates()
{
    TemplatesDialog dialog(m_templates, window());
    if (!dialogs::run(dialog))
        return;
    keepTemplates(dialog.templates());
    m_templates = letterTemplates();
    fill();
}

void CoverLetter::showDraft(const Letter &draft)
{
    if (!draft.subject.isEmpty())
        showFromStart(*m_subject, draft.subject);
    if (!draft.text.isEmpty())
        m_text->setPlainText(draft.text);
}

Letter CoverLetter::ownWords() const
{
    const auto own
        = [](const QString &words, const QString &proposed) { return words == proposed ? QString() : words; };
    Letter words;
    words.subject = own(m_subject->text(), m_filled.subject);
    words.text = own(m_text->toPlainText(), m_filled.text);
    return words;
}

void CoverLetter::enter() { (m_office->text().isEmpty() ? m_office : m_to)->setFocus(); }

bool CoverLetter::isMail() const { return m_mail->isChecked(); }

QString CoverLetter::receiver() const
{
    const QString office = m_office->text().trimmed();
    if (!office.isEmpty() || !isMail())
        return office;
    const QString name = nameOfFirst(m_to->text());
    return name.isEmpty() ? m_to->text().trimmed() : name;
}

Receivers CoverLetter::receivers() const { return {m_to->text(), m_cc->text()}; }

QString CoverLetter::who() const { return m_who->text().trimmed(); }

QString CoverLetter::path() const { return QFileInfo(typedPath(m_place->text())).absoluteFilePath(); }

Letter CoverLetter::letter() const
{
    Letter letter = m_filled;
    letter.subject = m_subject->text();
    letter.text = m_text->toPlainText();
    return letter;
}

QString CoverLetter::whatIsWrong() const
{
    if (receiver().isEmpty())
        return tr("Say to which office it goes.");
    if (isMail()) {
        if (const auto are = areReceivers(receivers()); !are)
            return describe(are.error());
    }
    const QFileInfo place(typedPath(m_place->text()));
    if (place.fileName().isEmpty() || !QFileInfo(place.absolutePath()).isDir())
        return tr("There is no such folder. Choose another place.");
    if (place.exists() || place.isSymLink())
        return tr("There is a file of this name already. Choose another name.");
    if (who().isEmpty())
        return tr("Say who hands it over.");
    return {};
}

void CoverLetter::keepIn(HandOverHabits &habits) const
{
    habits.office = m_office->text();
    habits.to = m_to->text();
    habits.cc = m_cc->text();
    habits.asMail = isMail();
}

} // namespace nianbao
