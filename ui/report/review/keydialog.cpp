// SPDX-License-Identifier: MulanPSL-2.0
#include "keydialog.h"

#include "appearance.h"
#include "besidewindow.h"
#include "clock.h"
#include "dialogs.h"
#include "digits.h"
#include "errorwords.h"
#include "literal.h"
#include "sealkey.h"
#include "settings.h"
#include "shownpath.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace nianbao {

namespace {

QLineEdit *secret(const QString &name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setEchoMode(QLineEdit::Password);
    return line;
}

} // namespace

QString keyRefusal(Error error)
{
    error.where = QFileInfo(error.where).fileName();
    return describe(error, Doing::MakingAFile);
}

KeyDialog::KeyDialog(QWidget *parent)
    : FittedDialog(parent, 32)
    , m_pages(new QStackedWidget(this))
    , m_own(appearance::label({}, this))
    , m_name(new QLineEdit(settings::knownUserName(), this))
    , m_new(secret(QStringLiteral("newPassphrase"), this))
    , m_again(secret(QStringLiteral("newPassphraseAgain"), this))
    , m_old(secret(QStringLiteral("oldPassphrase"), this))
    , m_changed(secret(QStringLiteral("changedPassphrase"), this))
    , m_changedAgain(secret(QStringLiteral("changedPassphraseAgain"), this))
    , m_make(appearance::primaryButton(tr("Make the key"), this))
    , m_change(appearance::plainButton(tr("Change the passphrase"), this))
    , m_backUp(appearance::primaryButton(tr("Back it up…"), this))
    , m_restore(appearance::primaryButton(tr("Make the public half again"), this))
    , m_lacks(appearance::quietLabel(this))
    , m_said(appearance::label({}, this))
{
    setObjectName(QStringLiteral("keyDialog"));
    setWindowTitle(tr("The key for approving"));
    m_name->setObjectName(QStringLiteral("keyName"));
    m_own->setObjectName(QStringLiteral("ownKey"));
    m_own->setWordWrap(true);
    appearance::letCopy(m_own);
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setWordWrap(true);
    auto *about = appearance::quietLabel(this);
    about->setText(
        tr("With the key you approve; with its passphrase only you can. It lies in your own profile, "
           "never in a report. Who has lost the passphrase has lost the key: then put it aside, make "
           "another one and tell the district its fingerprint."));
    m_pages->addWidget(makeNew());
    m_pages->addWidget(makeOwn());
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->addWidget(about);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_lacks);
    layout->addWidget(m_said);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_lacks->setObjectName(QStringLiteral("lacks"));
    for (QLineEdit *line : {m_name, m_new, m_again, m_old, m_changed, m_changedAgain})
        connect(line, &QLineEdit::textChanged, this, &KeyDialog::showLacking);
    showState();
    // what is typed at once is a passphrase: it must stand in no field that shows it
    if (m_pages->currentIndex() == 1)
        m_old->setFocus();
    else if (!m_name->text().trimmed().isEmpty())
        m_new->setFocus();
}

QWidget *KeyDialog::makeNew()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->addRow(tr("Name"), m_name);
    form->addRow(literal::caption(tr("Passphrase, at least %1 characters").arg(kLeastPassphrase)), m_new);
    form->addRow(tr("Once more"), m_again);
    m_make->setObjectName(QStringLiteral("makeKey"));
    auto *back = appearance::plainButton(tr("Bring a backup back…"), page);
    back->setObjectName(QStringLiteral("bringBack"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_make);
    row->addWidget(back);
    row->addStretch(1);
    form->addRow(row);
    connect(m_make, &QPushButton::clicked, this, &KeyDialog::create);
    connect(m_name, &QLineEdit::returnPressed, m_new, qOverload<>(&QWidget::setFocus));
    connect(m_new, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    connect(m_again, &QLineEdit::returnPressed, m_make, &QPushButton::click);
    connect(back, &QPushButton::clicked, this, &KeyDialog::bringBack);
    return page;
}

QWidget *KeyDialog::makeOwn()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->addRow(m_own);
    form->addRow(tr("Passphrase now"), m_old);
    form->addRow(tr("New passphrase"), m_changed);
    form->addRow(tr("Once more"), m_changedAgain);
    m_change->setObjectName(QStringLiteral("changePassphrase"));
    m_backUp->setObjectName(QStringLiteral("backUp"));
    m_restore->setObjectName(QStringLiteral("restore"));
    auto *aside = appearance::plainButton(tr("Put it aside…"), page);
    aside->setObjectName(QStringLiteral("putAside"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_restore);
    row->addWidget(m_backUp);
    row->addWidget(m_change);
    row->addWidget(aside);
    row->addStretch(1);
    form->addRow(row);
    connect(m_change, &QPushButton::clicked, this, &KeyDialog::changePassphrase);
    connect(m_old, &QLineEdit::returnPressed, m_changed, qOverload<>(&QWidget::setFocus));
    connect(m_changed, &QLineEdit::returnPressed, m_changedAgain, qOverload<>(&QWidget::setFocus));
    connect(m_changedAgain, &QLineEdit::returnPressed, m_change, &QPushButton::click);
    connect(m_backUp, &QPushButton::clicked, this, &KeyDialog::backUp);
    connect(m_restore, &QPushButton::clicked, this, &KeyDialog::restorePublicHalf);
    connect(aside, &QPushButton::clicked, this, &KeyDialog::putAside);
    return page;
}

void KeyDialog::showState()
{
    const QString path = settings::keyPath();
    const auto own = PublicKey::fromFile(publicKeyPath(path));
    const QString where = shownPath(path); // whoever is told to copy it looks into that folder
    const bool isThere = QFileInfo::exists(path) || QFileInfo::exists(publicKeyPath(path));
    const bool isOtherPage = isVisible() && m_pages->currentIndex() != int(isThere);
    m_pages->setCurrentIndex(isThere ? 1 : 0);
    m_restore->setVisible(!own);
    m_backUp->setVisible(own.has_value());
    if (isOtherPage) // to what comes next, not to whatever Qt finds first: that would be words to be copied
        (!isThere     ? m_name->text().isEmpty() ? m_name : m_new
                : own ? static_cast<QWidget *>(m_backUp)
                      : m_old)
            ->setFocus();
    if (own)
        m_own->setText(tr("Key of %1\nFingerprint %2\nIn %3")
                           .arg(own->name, digits::grouped(own->key.shortFingerprint()), where));
    else
        m_own->setText(tr("The public half of the key in %1 is missing or damaged: it can be made again with "
                          "the passphrase.")
                           .arg(where));
    literal::setToolTip(m_own, QDir::toNativeSeparators(path));
    showLacking();
}

void KeyDialog::showLacking()
{
    const auto has = [](const QLineEdit *line) { return !line->text().isEmpty(); };
    const bool hasName = !m_name->text().trimmed().isEmpty();
    const bool hasOld = has(m_old);
    m_make->setEnabled(hasName && has(m_new) && has(m_again));
    m_restore->setEnabled(hasOld);
    m_change->setEnabled(hasOld && has(m_changed) && has(m_changedAgain));
    const bool isNew = m_pages->currentIndex() == 0;
    m_lacks->setText(!isNew        ? m_restore->isVisibleTo(this) && !hasOld
                       ? tr("Still missing: the passphrase, to make the public half again.")
                       : !m_change->isEnabled() ? tr("To change the passphrase: the one now, and twice the new one.")
                                                : QString()
                   : !hasName ? tr("Still missing: the name.")
            : !m_make->isEnabled() ? tr("Still missing: the passphrase, twice.")
                                   : QString());
    m_lacks->setVisible(!m_lacks->text().isEmpty());
}

/// In a field Enter goes on to the next, and from the last does what its page is for; a button takes it
/// itself. None is pressed besides, nor the one to which the focus has just gone.
void KeyDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        FittedDialog::keyPressEvent(event);
}

/// No passphrase stays in a dialog that is gone.
void KeyDialog::done(int result)
{
    for (QLineEdit *line : {m_new, m_again, m_old, m_changed, m_changedAgain})
        forget(*line);
    FittedDialog::done(result);
}

/// A damaged one gives way.
void KeyDialog::restorePublicHalf()
{
    const auto done = beside(tr("The key is being read…"),
        [path = settings::keyPath(), name = settings::knownUserName(), secret = Secret(*m_old)](
            const WorkProgress &) {
            const auto key = PrivateKey::read(path, secret.bytes());
            if (key)
                QFile::remove(publicKeyPath(path));
            return key ? key->writePublicHalf(path, name) : Result<>(key.error());
        });
    if (!done)
        return say(keyRefusal(done.error()), true);
    forget(*m_old);
    showState();
    say(tr("The public half is there again. Compare the fingerprint with the one on a sign-off sheet."),
        false);
}

void KeyDialog::say(const QString &sentence, bool isWrong)
{
    QPalette coloured = palette();
    coloured.setColor(QPalette::WindowText,
        isWrong ? appearance::levelColour(palette(), Level::Error) : appearance::okColour(palette()));
    m_said->setPalette(coloured);
    m_said->setText(sentence);
}

/// nullopt: it was said why not.
std::optional<Secret> KeyDialog::passphrase(QLineEdit *first, QLineEdit *again)
{
    if (first->text() == again->text())
        return Secret(*first);
    say(tr("The two passphrases differ. Type them once more."), true);
    again->clear();
    again->setFocus();
    return std::nullopt;
}

/// A passphrase is made slow to try, for whoever guesses; a key that is half written would be worse than a
/// wait.
template <typename Work> Result<> KeyDialog::beside(const QString &doing, Work work)
{
    say({}, false);
    return *besideWindow(this, {windowTitle(), doing, {}, false}, std::move(work));
}

void KeyDialog::create()
{
    auto words = passphrase(m_new, m_again);
    if (!words)
        return;
    const QString path = settings::keyPath();
    QDir().mkpath(QFileInfo(path).absolutePath());
    const auto done = beside(tr("The key is being made…"),
        [path, name = m_name->text().trimmed(), secret = std::move(*words)](const WorkProgress &) {
            const auto key = PrivateKey::create();
            return key ? key->write(path, secret.bytes(), name) : Result<>(key.error());
        });
    if (!done)
        return say(describe(done.error(), Doing::MakingAFile), true);
    settings::learnUserName(m_name->text().trimmed());
    forget(*m_new);
    forget(*m_again);
    showState();
    say(tr("The key is made. Back it up now, on another disk."), false);
}

void KeyDialog::changePassphrase()
{
    auto words = passphrase(m_changed, m_changedAgain);
    if (!words)
        return;
    const auto done = beside(tr("The passphrase is being changed…"),
        [path = settings::keyPath(), old = Secret(*m_old), secret = std::move(*words)](const WorkProgress &) {
            return PrivateKey::changePassphrase(path, old.bytes(), secret.bytes());
        });
    if (!done)
        return say(keyRefusal(done.error()), true);
    for (QLineEdit *line : {m_old, m_changed, m_changedAgain})
        forget(*line);
    say(tr("The passphrase is changed. Backups keep the one they were made with."), false);
}

void KeyDialog::backUp()
{
    const QString to = dialogs::saveFile(this, tr("Back the key up"),
        QDir::home().filePath(QFileInfo(settings::keyPath()).fileName()), tr("Keys (*)"));
    if (to.isEmpty())
        return;
    const auto done = copyKey(settings::keyPath(), to);
    done ? say(tr("The key and its public half were copied to %1.").arg(shownPath(to)), false)
         : say(describe(done.error(), Doing::MakingAFile), true);
}

void KeyDialog::bringBack()
{
    const QString from = dialogs::openFile(this, tr("Bring a key back"), tr("Keys (*)"));
    if (from.isEmpty())
        return;
    QDir().mkpath(QFileInfo(settings::keyPath()).absolutePath());
    const auto done = copyKey(from, settings::keyPath());
    showState();
    done ? say(tr("The key is back. Its passphrase is the one it had."), false)
         : say(describe(done.error(), Doing::MakingAFile), true);
}

/// Kept under another name: it is still needed to know who sealed older reports.
void KeyDialog::putAside()
{
    const QString yes = tr("Put it aside");
    if (dialogs::ask(this, tr("Put this key aside?"),
            tr("It stays in its folder under another name. Reports that it sealed stay sealed; for new ones "
               "you need "
               "another key, whose fingerprint the district must be told."),
            {}, {yes})
        != yes)
        return;
    const QString path = settings::keyPath();
    const QString tail = now().toString(QStringLiteral(".yyyyMMdd-HHmmss"));
    const QString publicPath = publicKeyPath(path);
    bool isDone = !QFileInfo::exists(path) || QFile::rename(path, path + tail);
    if (isDone && QFileInfo::exists(publicPath) && !QFile::rename(publicPath, publicKeyPath(path + tail))) {
        QFile::rename(path + tail, path); // both, or neither
        isDone = false;
    }
    showState();
    isDone ? say(tr("The key was put aside as %1.").arg(QFileInfo(path + tail).fileName()), false)
           : say(describe({ErrorCode::WriteFailed, path}), true);
}

} // namespace nianbao
