// SPDX-License-Identifier: MulanPSL-2.0
#include "handoverdialog.h"

#include "appearance.h"
#include "besidewindow.h"
#include "clock.h"
#include "dialogs.h"
#include "duedate.h"
#include "elidedlabel.h"
#include "entryline.h"
#include "folder.h"
#include "handedover.h"
#include "literal.h"
#include "pagesetup.h"
#include "phrase.h"
#include "reviewwords.h"
#include "session.h"
#include "settings.h"
#include "shownpath.h"
#include "systemfolders.h"
#include "templatesdialog.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QStandardPaths>
#include <QTextEdit>
#include <QToolButton>

namespace nianbao {

namespace {

const QString kMailSuffix = QStringLiteral(".eml");

QString sizeWords(qint64 bytes)
{
    constexpr qint64 kMega = 1'000'000;
    return bytes < kMega ? QStringLiteral("%1 KB").arg((bytes + 999) / 1000)
                         : QStringLiteral("%1 MB").arg(double(bytes) / double(kMega), 0, 'f', 1);
}

/// A heading of one side, with a link at its end.
QWidget *headRow(QLabel *words, QToolButton *link, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->addWidget(words);
    line->addStretch(1);
    if (link)
        line->addWidget(link);
    return row;
}

QFrame *panel(QWidget *parent)
{
    auto *panel = new QFrame(parent);
    panel->setObjectName(QStringLiteral("panel"));
    return panel;
}

/// Beside the report, or where this person may write.
QString usualFolder(const QString &report)
{
    const QString beside = QFileInfo(report).absolutePath();
    if (mayWriteIn(beside))
        return beside;
    return documentsFolder();
}

} // namespace

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
    : FittedDialog(parent, 58)
    , m_session(session)
    , m_templates(letterTemplates())
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_sum(appearance::quietLabel(this))
    , m_mail(appearance::plainButton(tr("Mail draft"), this))
    , m_folder(appearance::plainButton(tr("Folder"), this))
    , m_office(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_cc(new QLineEdit(this))
    , m_subject(new QLineEdit(this))
    , m_text(new QTextEdit(this))
    , m_place(new QLineEdit(this))
    , m_who(new QLineEdit(settings::userName(), this))
    , m_ascii(new QCheckBox(tr("Names of the files in English letters"), this))
    , m_copyText(appearance::linkButton(tr("Copy the text"), this))
    , m_record(appearance::linkButton(tr("Sent in another way? Only record it…"), this))
    , m_hint(appearance::label({}, this))
    , m_write(appearance::primaryButton(tr("Write the draft and open the mail program"), this))
{
    setWindowTitle(tr("Hand over"));
    if (parcel)
        m_files = *std::move(parcel);
    else
        m_refusal = describe(parcel.error(), Doing::MakingAFile);

    const auto named = [](QWidget *widget, const char *name) { widget->setObjectName(QLatin1String(name)); };
    named(m_mail, "asMail");
    named(m_folder, "asFolder");
    named(m_office, "office");
    named(m_to, "to");
    named(m_cc, "cc");
    named(m_subject, "subject");
    named(m_text, "text");
    named(m_place, "place");
    named(m_who, "who");
    named(m_ascii, "ascii");
    named(m_copyText, "copyText");
    named(m_record, "record");
    named(m_hint, "hint");
    named(m_write, "write");

    const int em = fontMetrics().height();
    auto *column = new QVBoxLayout(inside());
    column->setContentsMargins({});
    column->setSpacing(em * 2 / 3);
    column->addWidget(makeHead());
    m_columns->setSpacing(em * 3 / 2);
    QWidget *files = makeFiles();
    QWidget *letter = makeLetter();
    m_columns->addWidget(files, 10);
    m_columns->addWidget(letter, 11);
    column->addLayout(m_columns, 1);
    column->addWidget(m_hint);
    m_hint->setWordWrap(true);
    if (!m_refusal.isEmpty()) { // there is nothing to choose: the reason stands alone
        files->hide();
        letter->hide();
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_write, QDialogButtonBox::ActionRole);
    m_write->setDefault(true);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const auto habits = settings::handOverHabits();
    m_office->setText(habits.office);
    m_to->setText(habits.to);
    m_cc->setText(habits.cc);
    m_ascii->setChecked(habits.asciiNames);
    (habits.asMail ? m_mail : m_folder)->setChecked(true);
    follow();
    refill();
    (m_office->text().isEmpty() ? m_office : m_to)->setFocus();
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
        words.append(verdictWords(m_session.verification(settings::knownKey(report.fact(fact::kName)))));
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

void HandOverDialog::addFile(QBoxLayout *column, ParcelPart part, const QString &name, const QString &about)
{
    Row row;
    row.box = new QCheckBox(this);
    row.box->setText(literal::caption(name));
    row.box->setObjectName(QStringLiteral("part%1").arg(int(part)));
    appearance::setTextSize(row.box, 1.0, true);
    row.box->setChecked(true);
    row.about = appearance::quietLabel(this);
    row.about->setText(about);
    row.name = new ElidedLabel(this, Qt::ElideMiddle);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    grid->setVerticalSpacing(fontMetrics().height() / 6);
    grid->addWidget(row.box, 0, 0, 1, 2);
    grid->addWidget(row.about, 0, 2);
    grid->addWidget(row.name, 1, 1, 1, 2);
    grid->setColumnMinimumWidth(0, fontMetrics().height());
    grid->setColumnStretch(2, 1);
    column->addLayout(grid);
    m_rows.append(row);
}

/// What goes along, under which names, and what does not.
QWidget *HandOverDialog::makeFiles()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    auto *names = appearance::linkButton(tr("How it is worded…"), this);
    names->setObjectName(QStringLiteral("templates"));
    connect(names, &QToolButton::clicked, this, &HandOverDialog::changeTemplates);
    m_sum->setWordWrap(false);
    column->addWidget(headRow(m_sum, names, side));
    auto *files = panel(side);
    auto *list = new QVBoxLayout(files);
    list->setSpacing(fontMetrics().height() * 2 / 3);
    for (const ParcelFile &file : std::as_const(m_files)) {
        const QString size = sizeWords(file.bytes.size());
        switch (file.part) {
        case ParcelPart::Report:
            addFile(
                list, file.part, tr("Final text"), tr("PDF, %n pages, %1", nullptr, file.pages).arg(size));
            break;
        case ParcelPart::Copy:
            addFile(list, file.part, tr("Hand-over copy"), tr("%1; can be verified and added up").arg(size));
            break;
        case ParcelPart::Checks:
            addFile(
                list, file.part, tr("Check sheet"), tr("PDF, %n pages, %1", nullptr, file.pages).arg(size));
            break;
        case ParcelPart::Word:
            addFile(list, file.part, tr("Word text"), tr("%1; for those who go on with it").arg(size));
            m_rows.last().box->setChecked(false); // only who was asked for it sends it
            break;
        }
    }
    files->setVisible(!m_files.isEmpty());
    column->addWidget(files);
    column->addWidget(m_ascii);

    const Report &report = m_session.report();
    auto *inCopy = panel(side);
    auto *grid = new QGridLayout(inCopy);
    grid->setColumnStretch(1, 1);
    QLabel *along = appearance::label(tr("✓ Contained"), inCopy);
    QPalette green = palette();
    green.setColor(QPalette::WindowText, appearance::okColour(green));
    along->setPalette(green);
    QLabel *left = appearance::label(tr("— Not contained"), inCopy);
    QLabel *what = appearance::label(tr("All content, the approval, times of the review, %n explanations",
                                         nullptr, int(answered(m_session.findings()).size())),
        inCopy);
    QLabel *without = appearance::label(
        tr("%n comments, opinions, the history. Nothing that was ever deleted is left in it.", nullptr,
            int(report.comments().size())),
        inCopy);
    for (QLabel *words : {what, without})
        words->setWordWrap(true);
    grid->addWidget(along, 0, 0, Qt::AlignTop);
    grid->addWidget(what, 0, 1);
    grid->addWidget(left, 1, 0, Qt::AlignTop);
    grid->addWidget(without, 1, 1);
    QLabel *heading = appearance::quietLabel(side);
    heading->setText(tr("What the hand-over copy holds"));
    column->addWidget(heading);
    column->addWidget(inCopy);
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

QWidget *HandOverDialog::makeWay()
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

QWidget *HandOverDialog::makeLetter()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(makeWay());
    m_office->setPlaceholderText(tr("the office, as a letter addresses it"));
    m_to->setPlaceholderText(tr("may be filled in later in the mail program"));
    m_cc->setPlaceholderText(tr("may stay empty"));
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    auto *choose = appearance::plainButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("choosePlace"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &HandOverDialog::choosePlace);
    auto *place = new QWidget(side);
    auto *placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins({});
    placeRow->addWidget(m_place, 1);
    placeRow->addWidget(choose);
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(fontMetrics().height() / 3);
    m_form->addRow(tr("Office"), m_office);
    m_form->addRow(tr("To"), m_to);
    m_form->addRow(tr("Cc"), m_cc);
    m_form->addRow(tr("Subject"), m_subject);
    m_form->addRow(tr("Text"), m_text);
    m_form->addRow(tr("Written to"), place);
    m_form->addRow(tr("By"), m_who);
    m_place->setAccessibleName(tr("Written to"));
    column->addLayout(m_form, 1);
    return side;
}

void HandOverDialog::follow()
{
    for (const Row &row : std::as_const(m_rows))
        connect(row.box, &QCheckBox::toggled, this, &HandOverDialog::refill);
    connect(m_ascii, &QCheckBox::toggled, this, &HandOverDialog::refill);
    connect(m_mail, &QPushButton::toggled, this, [this] {
        m_placeChosen = false; // a file is no folder
        refill();
    });
    for (const QLineEdit *line : {m_office, m_who})
        connect(line, &QLineEdit::textChanged, this, &HandOverDialog::refill);
    for (const QLineEdit *line : {m_to, m_cc, m_place})
        connect(line, &QLineEdit::textChanged, this, &HandOverDialog::validate);
    connect(m_place, &QLineEdit::textEdited, this, [this] { m_placeChosen = true; });
    connect(m_copyText, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_hint->setText(tr("The text is on the clipboard."));
    });
    connect(m_record, &QToolButton::clicked, this, [this] {
        const QString yes = tr("It was sent");
        if (dialogs::ask(this, tr("Was the report sent to %1?").arg(receiver()),
                tr("Nothing is written. The state becomes “submitted”; after that a change is a new "
                   "revision."),
                {}, {yes})
                == yes
            && submit())
            accept();
    });
    connect(m_write, &QPushButton::clicked, this, &HandOverDialog::write);
}

void HandOverDialog::keepIn(Letter &draft)
{
    m_draft = &draft;
    if (!draft.subject.isEmpty())
        showFromStart(*m_subject, draft.subject);
    if (!draft.text.isEmpty())
        m_text->setPlainText(draft.text);
}

void HandOverDialog::done(int result)
{
    if (m_draft) {
        const bool isOver = m_isSubmitted;
        const auto own = [isOver](const QString &words, const QString &proposed) {
            return isOver || words == proposed ? QString() : words;
        };
        m_draft->subject = own(m_subject->text(), m_filled.subject);
        m_draft->text = own(m_text->toPlainText(), m_filled.text);
    }
    FittedDialog::done(result);
}

/// What a person has worded otherwise stays; what the program filled in follows.
void HandOverDialog::refill()
{
    QStringList attachments;
    for (const ParcelFile &file : chosen())
        attachments.append(partWords(file.part));
    const Letter fresh = filled(
        m_templates, m_session.report(), {m_office->text().trimmed(), m_who->text().trimmed(), attachments});
    if (m_subject->text() == m_filled.subject) {
        showFromStart(*m_subject, fresh.subject);
        m_subject->setCursorPosition(0);
    }
    if (m_text->toPlainText() == m_filled.text)
        m_text->setPlainText(fresh.text);
    m_filled = fresh;
    const QStringList names = parcelNames(
        m_files, fresh, m_session.report(), m_ascii->isChecked() ? FileNames::Ascii : FileNames::Chinese);
    qint64 bytes = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].name->showWords(names[i]);
        m_rows[i].name->setEnabled(m_rows[i].box->isChecked());
        literal::setToolTip(m_rows[i].box, names[i]);
        bytes += m_rows[i].box->isChecked() ? m_files[i].bytes.size() : 0;
    }
    m_sum->setText(tr("%n files go along, %1 together", nullptr, int(chosen().size())).arg(sizeWords(bytes)));
    for (QLineEdit *line : {m_to, m_cc})
        m_form->setRowVisible(line, isMail());
    m_write->setText(
        isMail() ? tr("Write the draft and open the mail program") : tr("Write the folder and open it"));
    proposePlace();
    validate();
}

void HandOverDialog::proposePlace()
{
    if (m_placeChosen)
        return;
    const QString folder = usualFolder(m_session.path());
    showFromStart(
        *m_place, shownPath(freeParcelPath(folder, m_filled.fileName, isMail() ? kMailSuffix : QString())));
}

void HandOverDialog::choosePlace()
{
    QString path;
    if (isMail()) {
        path = dialogs::saveFile(
            this, tr("Where the draft is written"), typedPath(m_place->text()), tr("Mail drafts (*.eml)"));
        if (!path.isEmpty() && !path.endsWith(kMailSuffix))
            path += kMailSuffix;
    } else {
        const QString parent = dialogs::chooseFolder(
            this, tr("In which folder"), QFileInfo(typedPath(m_place->text())).absolutePath());
        if (!parent.isEmpty())
            path = freeParcelPath(parent, m_filled.fileName, {});
    }
    if (path.isEmpty())
        return;
    m_placeChosen = true;
    showFromStart(*m_place, shownPath(path));
}

void HandOverDialog::changeTemplates()
{
    TemplatesDialog dialog(m_templates, this);
    if (!dialogs::run(dialog))
        return;
    keepTemplates(dialog.templates());
    m_templates = letterTemplates();
    refill();
}

bool HandOverDialog::isMail() const { return m_mail->isChecked(); }

bool HandOverDialog::maySubmit() const { return m_session.permissions().may(ReviewAction::Submit); }

QList<ParcelFile> HandOverDialog::chosen() const
{
    QList<ParcelFile> files;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].box->isChecked())
            files.append(m_files[i]);
    }
    return files;
}

QStringList HandOverDialog::chosenNames() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            names.append(row.name->words());
    }
    return names;
}

/// As it is kept: the office, else whoever the mail goes to.
QString HandOverDialog::receiver() const
{
    const QString office = m_office->text().trimmed();
    if (!office.isEmpty() || !isMail())
        return office;
    const QString name = nameOfFirst(m_to->text());
    return name.isEmpty() ? m_to->text().trimmed() : name;
}

QString HandOverDialog::whatIsWrong() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    if (chosen().isEmpty())
        return tr("Choose at least one file.");
    if (receiver().isEmpty())
        return tr("Say to which office it goes.");
    if (isMail()) {
        if (const auto are = areReceivers({m_to->text(), m_cc->text()}); !are)
            return describe(are.error());
    }
    const QFileInfo place(typedPath(m_place->text()));
    if (place.fileName().isEmpty() || !QFileInfo(place.absolutePath()).isDir())
        return tr("There is no such folder. Choose another place.");
    if (place.exists() || place.isSymLink())
        return tr("There is a file of this name already. Choose another name.");
    if (m_who->text().trimmed().isEmpty())
        return tr("Say who hands it over.");
    return {};
}

/// The same content to the same office: pointed out, not forbidden, since a mail may have been lost.
QString HandOverDialog::alreadyHandedOver() const
{
    const QString digest = m_session.contentDigest();
    const auto &all = m_session.report().review().handedOver;
    for (auto one = all.crbegin(); one != all.crend(); ++one) {
        if (one->digest == digest && one->to == receiver())
            return tr("The same content was handed over to %1 already, on %2.")
                .arg(one->to,
                    QDateTime::fromString(one->at, Qt::ISODate)
                        .toLocalTime()
                        .toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    }
    return {};
}

void HandOverDialog::validate()
{
    const QString wrong = whatIsWrong();
    QStringList hint{appearance::levelMark(Level::Explain), wrong};
    if (wrong.isEmpty()) {
        hint = {alreadyHandedOver(),
            maySubmit()
                ? tr("Writing is not yet submitting. When you have sent it, come back and say so: then "
                     "the state becomes “submitted”.")
                : tr("The state of the report stays as it is: %1.")
                      .arg(stateWords(m_session.report().review().state))};
        hint.removeAll(QString());
    }
    m_hint->setText(hint.join(u' '));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
        wrong.isEmpty() ? appearance::quiet(colours) : appearance::levelColour(colours, Level::Explain));
    m_hint->setPalette(colours);
    m_write->setEnabled(wrong.isEmpty());
    m_record->setVisible(maySubmit() && m_refusal.isEmpty());
    m_record->setEnabled(!receiver().isEmpty() && !chosen().isEmpty() && !m_who->text().trimmed().isEmpty());
}

void HandOverDialog::write()
{
    Letter letter = m_filled;
    letter.subject = m_subject->text();
    letter.text = m_text->toPlainText();
    const QString path = QFileInfo(typedPath(m_place->text())).absoluteFilePath();
    const WaitWords words{tr("Hand over"), tr("The files are being written…"), {}, false};
    const auto done = *besideWindow(this, words,
        [isMail = isMail(), files = chosen(), names = chosenNames(), letter,
            receivers = Receivers{m_to->text(), m_cc->text()}, path](const WorkProgress &) {
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
            isMail() ? tr("There is no mail program on this computer that opens drafts.")
                     : tr("There is no program on this computer that shows folders."),
            tr("It lies here: %1").arg(shownPath(path)));
    if (maySubmit())
        askWhetherSent();
    accept();
}

/// Not yet is the answer of whoever just presses Enter: what is submitted is changed by a revision only.
void HandOverDialog::askWhetherSent()
{
    const QString notYet = tr("Not yet");
    const QString sent = tr("It was sent");
    const QString answer = dialogs::ask(this, tr("Was it sent to %1?").arg(receiver()),
        tr("Only then the state becomes “submitted”. If not, nothing changes: open this again when it was "
           "sent, "
           "to record it."),
        {notYet}, {sent});
    if (answer == sent)
        submit();
}

bool HandOverDialog::submit()
{
    const QString at = now().toUTC().toString(Qt::ISODate);
    ReviewMove move{ReviewAction::Submit, m_who->text().trimmed(), at};
    move.handOver = HandOver{at, receiver(), m_session.contentDigest(), chosenNames()};
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
    auto habits = settings::handOverHabits();
    habits.office = m_office->text();
    habits.to = m_to->text();
    habits.cc = m_cc->text();
    habits.asMail = isMail();
    habits.asciiNames = m_ascii->isChecked();
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
