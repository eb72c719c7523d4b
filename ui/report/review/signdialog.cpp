// SPDX-License-Identifier: MulanPSL-2.0
#include "signdialog.h"

#include "appearance.h"
#include "besidewindow.h"
#include "clock.h"
#include "datefield.h"
#include "dialogs.h"
#include "digits.h"
#include "keydialog.h"
#include "literal.h"
#include "reviewwords.h"
#include "secret.h"
#include "settings.h"
#include "showntext.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace nianbao {

namespace {

QString contentWords(const Report &report)
{
    int cells = 0;
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells)
            cells += report.value(cell) ? 1 : 0;
    }
    int texts = 0;
    for (const SectionSpec &section : report.spec().sections)
        texts += int(report.subSections(section.id).size());
    return SignDialog::tr(
        "Everything that is printed, and every figure: %1 filled cells, %2 texts with %3 "
        "characters, %4 channels, %5 figures, year %6, revision %7. Not: comments, opinions, "
        "explanations, history.")
        .arg(cells)
        .arg(texts)
        .arg(characterCount(report))
        .arg(report.channels().size())
        .arg(report.illustrations().size())
        .arg(report.year())
        .arg(report.review().revision);
}

QFrame *boxed(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(QFrame::StyledPanel);
    return frame;
}

} // namespace

SignDialog::SignDialog(Session &session, QString &draft, QWidget *parent)
    : MoveDialog(session, ReviewAction::Approve, draft, parent)
    , m_byKey(new QRadioButton(tr("With a key: afterwards every changed word and figure is found"), this))
    , m_onPaper(new QRadioButton(tr("On paper: print the sign-off sheet and sign it by hand"), this))
    , m_fingerprint(appearance::label({}, this))
    , m_passphrase(new QLineEdit(this))
    , m_keys(appearance::plainButton(tr("Keys…"), this))
    , m_date(new DateField(now().date(), this))
    , m_signedBy(new QLineEdit(this))
{
    if (turnWords(session.report().review()) == settings::knownUserName()) // else another has signed it
        m_signedBy->setText(settings::knownUserName());
    column()->addWidget(m_byKey);
    QWidget *key = makeKey();
    column()->addWidget(key);
    column()->addWidget(m_onPaper);
    QWidget *paper = makePaper();
    column()->addWidget(paper);
    column()->addWidget(makeSealed()); // what is to be filled in comes first: it is seen without scrolling
    // on paper, too, the one whose turn it is may do it, not only the clerk who sent it
    const bool isReader = !waitsForOthers(session.report().review(), settings::userName());
    const auto showParts = [this, key, paper, isReader] { // without a key: the way to one
        key->setVisible(m_byKey->isChecked() || !m_byKey->isEnabled());
        paper->setVisible(m_onPaper->isChecked());
        button()->setText(literal::caption(
            m_onPaper->isChecked() ? tr("Record the signature") : moveWords(ReviewAction::Approve)));
        nameWhoActs(m_byKey->isChecked() || isReader);
        showLacking();
    };
    connect(m_byKey, &QRadioButton::toggled, this, showParts);
    m_byKey->setObjectName(QStringLiteral("byKey"));
    m_onPaper->setObjectName(QStringLiteral("onPaper"));
    (QFileInfo::exists(settings::keyPath()) ? m_byKey : m_onPaper)->setChecked(true);
    showKey();
    showParts();
    if (m_byKey->isChecked()) // what is typed at once is the passphrase: an opinion would show and keep it
        m_passphrase->setFocus();
    // whoever chooses sees what belongs to it
    connect(m_byKey, &QRadioButton::clicked, this, [this, key] { bringIntoSight(key); });
    connect(m_onPaper, &QRadioButton::clicked, this, [this, paper] { bringIntoSight(paper); });
}

QWidget *SignDialog::makeSealed()
{
    auto *frame = boxed(this);
    auto *layout = new QVBoxLayout(frame);
    auto *what = appearance::label(contentWords(session().report()), frame);
    what->setWordWrap(true);
    auto *digest = appearance::label(digits::grouped(session().contentDigest(), 64), frame);
    digest->setObjectName(QStringLiteral("digest"));
    appearance::letCopy(digest);
    digest->setWordWrap(true);
    auto *where = appearance::quietLabel(frame);
    where->setText(
        tr("Digest (SM3). Its first 16 digits stand at the foot of each final page and on the sign-off "
           "sheet."));
    layout->addWidget(what);
    layout->addWidget(digest);
    layout->addWidget(where);
    return frame;
}

QWidget *SignDialog::makeKey()
{
    auto *frame = boxed(this);
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_fingerprint->setObjectName(QStringLiteral("fingerprint"));
    m_fingerprint->setWordWrap(true);
    auto *secret = new QWidget(frame); // there is none without a key
    secret->setObjectName(QStringLiteral("secret"));
    auto *shown = appearance::linkButton(tr("Show"), frame);
    shown->setCheckable(true);
    connect(shown, &QToolButton::toggled, this, [this](bool isShown) {
        m_passphrase->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_passphrase, &QLineEdit::textEdited, this, [this] { m_byKey->setChecked(true); });
    connect(m_passphrase, &QLineEdit::textChanged, this, &SignDialog::showLacking);
    connect(m_keys, &QPushButton::clicked, this, [this] {
        KeyDialog keys(this);
        dialogs::run(keys);
        showKey();
        if (m_byKey->isEnabled()) {
            m_byKey->setChecked(true);
            m_passphrase->setFocus();
        }
    });
    auto *key = new QHBoxLayout;
    key->addWidget(m_fingerprint, 1);
    key->addWidget(m_keys);
    auto *row = new QHBoxLayout;
    row->addWidget(m_passphrase, 1);
    row->addWidget(shown);
    auto *hint = appearance::quietLabel(frame);
    hint->setText(tr("The passphrase goes into no file. A wrong one damages nothing."));
    auto *below = new QVBoxLayout(secret);
    below->setContentsMargins({});
    below->addLayout(row);
    below->addWidget(hint);
    m_keyForm = new QFormLayout(frame);
    m_keyForm->addRow(tr("Key"), key);
    m_keyForm->addRow(tr("Passphrase"), secret);
    return frame;
}

QWidget *SignDialog::makePaper()
{
    auto *frame = boxed(this);
    m_date->setObjectName(QStringLiteral("date"));
    m_date->setMaximumDate(now().date().addDays(1)); // a clock may be behind
    m_signedBy->setObjectName(QStringLiteral("signedBy"));
    auto *form = new QFormLayout(frame);
    form->addRow(tr("Signed on"), m_date);
    form->addRow(tr("By"), m_signedBy);
    m_signedBy->setPlaceholderText(tr("whose hand it is"));
    connect(m_date, &DateField::dateChanged, this, [this] { m_onPaper->setChecked(true); });
    connect(m_signedBy, &QLineEdit::textEdited, this, [this] { m_onPaper->setChecked(true); });
    connect(m_signedBy, &QLineEdit::textChanged, this, &SignDialog::showLacking);
    return frame;
}

QString SignDialog::lacking() const
{
    const QString usual = MoveDialog::lacking();
    if (!usual.isEmpty())
        return usual;
    if (!m_onPaper->isChecked())
        return m_passphrase->text().isEmpty() ? tr("Still missing: the passphrase of the key.") : QString();
    return m_signedBy->text().trimmed().isEmpty() ? tr("Still missing: who signed it by hand.") : QString();
}

/// Whether it is the one that sealed this body's reports before is worth knowing before, not after.
void SignDialog::showKey()
{
    const auto own = PublicKey::fromFile(publicKeyPath(settings::keyPath()));
    if (!own || !QFileInfo::exists(settings::keyPath())) {
        m_fingerprint->setText(QFileInfo::exists(settings::keyPath())
                ? tr("The public half of your key is missing: “Keys…” makes it again.")
                : tr("You have no key yet. Make one, or sign on paper."));
        m_keyForm->setRowVisible(1, false);
        m_byKey->setEnabled(false);
        m_onPaper->setChecked(true);
        return;
    }
    m_keyForm->setRowVisible(1, true);
    m_byKey->setEnabled(true);
    const auto known = settings::knownKey(session().report().fact(fact::kName));
    const QString shown = digits::grouped(own->key.shortFingerprint());
    m_fingerprint->setText(!known ? tr("%1, of %2").arg(shown, own->name)
            : *known == own->key
            ? tr("%1, of %2: the one that sealed before").arg(shown, own->name)
            : tr("%1, of %2: another one than sealed this body's reports before").arg(shown, own->name));
}

/// No passphrase stays in a dialog that is gone.
void SignDialog::done(int result)
{
    forget(*m_passphrase);
    MoveDialog::done(result);
}

bool SignDialog::complete(ReviewMove &move)
{
    const Report &report = session().report();
    if (m_onPaper->isChecked()) {
        move.paper = PaperApproval{m_signedBy->text().trimmed(), m_date->words(), session().contentDigest()};
        return true;
    }
    const auto sealed = besideWindow(this, {windowTitle(), tr("The report is being sealed…")},
        [report, path = settings::keyPath(), secret = Secret(*m_passphrase), who = move.who, at = move.at](
            const WorkProgress &) {
            const auto key = PrivateKey::read(path, secret.bytes());
            return key ? makeSeal(report, *key, who, at) : Result<Seal>(key.error());
        });
    if (!sealed)
        return false;
    const Result<Seal> &seal = *sealed;
    if (!seal) {
        say(keyRefusal(seal.error()));
        m_passphrase->setFocus();
        m_passphrase->selectAll();
        return false;
    }
    move.seal = *seal;
    return true;
}

} // namespace nianbao
