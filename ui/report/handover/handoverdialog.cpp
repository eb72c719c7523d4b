// SPDX-License-Identifier: MulanPSL-2.0
#include "handoverdialog.h"

#include "appearance.h"
#include "besidewindow.h"
#include "clock.h"
#include "coverletter.h"
#include "dialogs.h"
#include "duedate.h"
#include "enclosures.h"
#include "handedover.h"
#include "pagesetup.h"
#include "phrase.h"
#include "reviewwords.h"
#include "session.h"
#include "settings.h"
#include "shownpath.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

namespace nianbao {

std::optional<Result<QList<ParcelFile>>> HandOverDialog::makeParcelOf(
    const Session &session, const PageSetup &setup, QWidget *window)
{
    const auto prepared = prepareParcel(session, setup.choices(),
        {ParcelPart::Report, ParcelPart::Copy, ParcelPart::Checks, ParcelPart::Word});
    if (!prepared)
        return prepared.error();
    const WaitWords words{tr("Hand over"), tr("The files that go along are being made…"), {}, true, true};
    return besideWindow(window, words, [prepared = *prepared](const WorkProgress &progress) {
        return prepared.files([&progress](int done, int all) {
            progress.tell(done, all);
            return !progress.isCalledOff();
        });
    });
}

HandOverDialog::HandOverDialog(Session &session, Result<QList<ParcelFile>> parcel, QWidget *parent)
    : FittedDialog(parent, 62)
    , m_session(session)
    , m_refusal(parcel ? QString() : describe(parcel.error(), Doing::MakingAFile))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_files(new Enclosures(session, parcel ? *std::move(parcel) : QList<ParcelFile>(),
          settings::handOverHabits().asciiNames, this))
    , m_letter(new CoverLetter(session, settings::handOverHabits(), this))
    , m_record(appearance::linkButton(tr("Sent in another way? Only record it…"), this))
    , m_hint(appearance::label({}, this))
    , m_write(appearance::primaryButton(tr("Write the draft and open the mail program"), this))
{
    setWindowTitle(tr("Hand over"));
    m_record->setObjectName(QStringLiteral("record"));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    m_write->setObjectName(QStringLiteral("write"));

    const int em = fontMetrics().height();
    auto *column = new QVBoxLayout(inside());
    column->setContentsMargins({});
    column->setSpacing(em * 2 / 3);
    column->addWidget(makeHead());
    m_columns->setSpacing(em * 3 / 2);
    QWidget *files = makeFiles();
    m_columns->addWidget(files, 10);
    m_columns->addWidget(m_letter, 11);
    column->addLayout(m_columns, 1);
    if (!m_refusal.isEmpty()) { // there is nothing to choose: the reason stands alone
        files->hide();
        m_letter->hide();
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_write, QDialogButtonBox::ActionRole);
    m_write->setDefault(true);
    layout()->addWidget(m_hint); // beside the button, however long the rest is
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_files, &Enclosures::changed, this, &HandOverDialog::enclose);
    connect(m_files, &Enclosures::wordingRequested, m_letter, &CoverLetter::changeTemplates);
    connect(m_letter, &CoverLetter::changed, this, &HandOverDialog::validate);
    connect(m_letter, &CoverLetter::copied, this,
        [this] { m_hint->setText(tr("The text is on the clipboard.")); });
    connect(m_record, &QToolButton::clicked, this, &HandOverDialog::record);
    connect(m_write, &QPushButton::clicked, this, &HandOverDialog::write);
    enclose();
    m_letter->enter();
}

/// Whose report, approved by whom, whether the seal holds, and how many days there are.
QWidget *HandOverDialog::makeHead()
{
    const Report &report = m_session.report();
    const QString shortName = report.fact(fact::kShortName);
    QLabel *title = appearance::titleLabel(this);
    title->setText(tr("Hand over the report of %1, %2%3")
                       .arg(shortName.isEmpty() ? report.fact(fact::kName) : shortName,
                           QString::number(report.year()), revisionWords(report)));
    const qint64 days = now().date().daysTo(dueDate(report));
    const QString due = dueDate(report).toString(QStringLiteral("yyyy-MM-dd"));
    QStringList words;
    if (m_refusal.isEmpty())
        words.append(verdictWords(m_session));
    words.append(days >= 0 ? tr("%n days to %1.", nullptr, int(days)).arg(due)
                           : tr("%n days after %1.", nullptr, int(-days)).arg(due));
    QLabel *about = appearance::quietLabel(this);
    about->setText(sentences(words));
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(title);
    column->addWidget(about);
    return head;
}

/// What goes along, what went before, and the way past it all.
QWidget *HandOverDialog::makeFiles()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(m_files);
    if (QWidget *before = handedOverPanel(m_session, side)) {
        QLabel *until = appearance::quietLabel(side);
        until->setText(tr("Handed over until now"));
        column->addWidget(until);
        column->addWidget(before);
    }
    column->addWidget(m_record, 0, Qt::AlignLeft);
    column->addStretch(1);
    return side;
}

void HandOverDialog::keepIn(Letter &draft)
{
    m_draft = &draft;
    m_letter->showDraft(draft);
}

void HandOverDialog::done(int result)
{
    if (m_draft) {
        const Letter own = m_isSubmitted ? Letter() : m_letter->ownWords();
        m_draft->subject = own.subject;
        m_draft->text = own.text;
    }
    FittedDialog::done(result);
}

/// The letter tells what goes along.
void HandOverDialog::enclose()
{
    QStringList files;
    for (const ParcelFile &file : m_files->chosen())
        files.append(partWords(file.part));
    m_letter->enclose(files);
}

bool HandOverDialog::maySubmit() const { return m_session.permissions().may(ReviewAction::Submit); }

QString HandOverDialog::whatIsWrong() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    if (m_files->chosen().isEmpty())
        return tr("Choose at least one file.");
    return m_letter->whatIsWrong();
}

/// The same content to the same office: pointed out, not forbidden, since a mail may have been lost.
QString HandOverDialog::alreadyHandedOver() const
{
    const QString digest = m_session.contentDigest();
    const auto &all = m_session.report().review().handedOver;
    for (auto one = all.crbegin(); one != all.crend(); ++one) {
        if (one->digest == digest && one->to == m_letter->receiver())
            return tr("The same content was handed over to %1 already, on %2.")
                .arg(one->to,
                    QDateTime::fromString(one->at, Qt::ISODate)
                        .toLocalTime()
                        .toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    }
    return {};
}

/// What is shown of letter and files belongs together, and says what can be done with them.
void HandOverDialog::validate()
{
    m_files->showNames(m_letter->filled());
    m_write->setText(m_letter->isMail() ? tr("Write the draft and open the mail program")
                                        : tr("Write the folder and open it"));
    const QString wrong = whatIsWrong();
    QString hint = QStringLiteral("%1 %2").arg(appearance::levelMark(Level::Explain), wrong);
    if (wrong.isEmpty())
        hint = sentences({alreadyHandedOver(),
            maySubmit()
                ? tr("Writing is not yet submitting. When you have sent it, come back and say so: then "
                     "the state becomes “submitted”.")
                : tr("The state of the report stays as it is: %1.")
                      .arg(stateWords(m_session.report().review().state))});
    m_hint->setText(hint);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
        wrong.isEmpty() ? appearance::quiet(colours) : appearance::levelColour(colours, Level::Explain));
    m_hint->setPalette(colours);
    m_write->setEnabled(wrong.isEmpty());
    m_record->setVisible(maySubmit() && m_refusal.isEmpty());
    m_record->setEnabled(
        !m_letter->receiver().isEmpty() && !m_files->chosen().isEmpty() && !m_letter->who().isEmpty());
}

void HandOverDialog::write()
{
    const QString path = m_letter->path();
    const WaitWords words{tr("Hand over"), tr("The files are being written…"), {}, false};
    const auto done = *besideWindow(this, words,
        [isMail = m_letter->isMail(), files = m_files->chosen(), names = m_files->chosenNames(),
            letter = m_letter->letter(), receivers = m_letter->receivers(), path](const WorkProgress &) {
            return isMail ? writeMailDraft(files, names, letter, receivers, path)
                          : writeFolder(files, names, path);
        });
    if (!done) {
        dialogs::tell(this, done.error(), Doing::MakingAFile);
        validate();
        return;
    }
    m_written = path;
    remember();
    if (!dialogs::openOutside(path))
        dialogs::inform(this,
            m_letter->isMail() ? tr("There is no mail program on this computer that opens drafts.")
                               : tr("There is no program on this computer that shows folders."),
            tr("It lies here: %1").arg(shownPath(path)));
    if (maySubmit())
        askWhetherSent();
    accept();
}

/// Not yet is the answer of whoever just presses Enter: what is submitted is changed by a revision only.
void HandOverDialog::askWhetherSent()
{
    const bool isSent = dialogs::askWhether(this, tr("Was it sent to %1?").arg(m_letter->receiver()),
        tr("Only then the state becomes “submitted”. If not, nothing changes: open this again when it was "
           "sent, "
           "to record it."),
        tr("It was sent"), tr("Not yet"));
    if (isSent)
        submit();
}

void HandOverDialog::record()
{
    const QString yes = tr("It was sent");
    const QString answer = dialogs::ask(this, tr("Was the report sent to %1?").arg(m_letter->receiver()),
        tr("Nothing is written. The state becomes “submitted”; after that a change is a new "
           "revision."),
        {}, {yes});
    if (answer == yes && submit())
        accept();
}

bool HandOverDialog::submit()
{
    const QString at = now().toUTC().toString(Qt::ISODate);
    ReviewMove move{ReviewAction::Submit, m_letter->who(), at};
    move.handOver = HandOver{at, m_letter->receiver(), m_session.contentDigest(), m_files->chosenNames()};
    if (const auto done = m_session.move(move); !done) {
        dialogs::tell(this, done.error());
        return false;
    }
    remember();
    m_isSubmitted = true;
    return true;
}

void HandOverDialog::remember() const
{
    settings::learnUserName(m_letter->who());
    auto habits = settings::handOverHabits();
    m_letter->keepIn(habits);
    habits.asciiNames = m_files->hasAsciiNames();
    settings::setHandOverHabits(habits);
}

/// On a narrow screen the two sides stand one below the other. What size it had before it was shown says
/// nothing of the screen.
void HandOverDialog::resizeEvent(QResizeEvent *event)
{
    const bool isNarrow = isVisible() && event->size().width() < fontMetrics().height() * 44;
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    FittedDialog::resizeEvent(event);
}

} // namespace nianbao
