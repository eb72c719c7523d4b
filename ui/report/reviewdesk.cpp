// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewdesk.h"

#include "chaindialog.h"
#include "commentactions.h"
#include "dialogs.h"
#include "digits.h"
#include "duedate.h"
#include "handoverdialog.h"
#include "historydialog.h"
#include "keydialog.h"
#include "literal.h"
#include "phrase.h"
#include "publishdialog.h"
#include "reportplaces.h"
#include "reviewwords.h"
#include "settings.h"
#include "signdialog.h"

#include <QAction>
#include <QWidget>

namespace nianbao {

namespace {

/// A move as a line of the menu.
QString moveLine(ReviewAction action)
{
    switch (action) {
    case ReviewAction::Send: break;
    case ReviewAction::Withdraw: return ReviewDesk::tr("Wi&thdraw…");
    case ReviewAction::Forward: return ReviewDesk::tr("&Agree and hand on…");
    case ReviewAction::Return: return ReviewDesk::tr("&Return for changes…");
    case ReviewAction::Approve: return ReviewDesk::tr("A&pprove…");
    case ReviewAction::Reopen: return ReviewDesk::tr("Re&open…");
    case ReviewAction::Submit: return ReviewDesk::tr("Su&bmit…");
    case ReviewAction::Publish: return ReviewDesk::tr("Pub&lish…");
    case ReviewAction::Correct: return ReviewDesk::tr("Corr&ect…");
    }
    return ReviewDesk::tr("&Send for review…");
}

} // namespace

ReviewDesk::ReviewDesk(PageSetup &setup, std::function<bool()> commit, QWidget *window)
    : QObject(window)
    , m_setup(setup)
    , m_commit(std::move(commit))
    , m_window(window)
    , m_comment(
          make(tr("Add a &comment"), QStringLiteral("addComment"), [this] { Q_EMIT commentRequested(); }))
    , m_nextComment(
          make(tr("Next comment"), QStringLiteral("nextComment"), [this] { Q_EMIT nextCommentRequested(); }))
    , m_chain(make(tr("&Who reads it…"), QStringLiteral("chain"), [this] { editChain(); }))
    , m_history(make(tr("H&istory…"), QStringLiteral("history"), [this] { showHistory(); }))
    , m_verify(make(tr("Does the approval &hold?"), QStringLiteral("verify"), [this] { verifySeal(); }))
{
    for (const ReviewAction action : reviewActions())
        m_moves.append(make(QString(), toString(action), [this, action] { move(action); }));
    const auto separator = [this] {
        auto *line = new QAction(this);
        line->setSeparator(true);
        return line;
    };
    m_comment->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M)); // as word processors have it
    auto *keys = make(tr("&Keys…"), QStringLiteral("keys"), [this] {
        KeyDialog dialog(m_window);
        dialogs::run(dialog);
    });
    m_menu = m_moves;
    m_history->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)); // Ctrl+H replaces
    m_menu += {separator(), m_comment, m_history, separator(), m_chain, m_verify, keys};
    for (QAction *one : std::as_const(m_moves)) {
        const auto action = reviewActionFromString(one->objectName());
        one->setIconText(literal::caption(moveWords(*action)));
        one->setText(literal::menuLine(moveLine(*action)));
    }
    setReport(nullptr);
}

QAction *ReviewDesk::make(const QString &text, const QString &name, std::function<void()> work)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, work = std::move(work)] {
        if (m_commit())
            work();
    });
    return action;
}

void ReviewDesk::setReport(Session *session)
{
    m_session = session;
    lookAtSeal();
    showState();
}

void ReviewDesk::lookAtSeal()
{
    m_doubt.clear();
    const Review *review = m_session ? &m_session->report().review() : nullptr;
    if (!review || (!review->seal && !review->paper))
        return;
    const QString body = m_session->report().fact(fact::kName);
    const auto known = settings::knownKey(body);
    const Verification said = m_session->verification(known);
    if (said.verdict == Verification::Verdict::OtherKey || said.reason != Verification::Reason::None)
        m_doubt = verdictWords(*m_session);
    const auto key = review->seal ? PublicKey::fromDer(review->seal->key) : Error{ErrorCode::NotAKey};
    if (said.verdict != Verification::Verdict::Holds || known || !key)
        return;
    const auto own = PublicKey::fromFile(publicKeyPath(settings::keyPath()));
    const bool isOwn = own && own->key == *key; // of which nobody need be asked
    settings::rememberKey(body, *key, isOwn ? settings::KeyTrust::Compared : settings::KeyTrust::FirstMet);
    if (isOwn)
        return;
    Q_EMIT notice(
        tr("The seal holds. The key of %1 (%2) was met for the first time and is remembered from now on: "
           "compare it once with the fingerprint on the sign-off sheet.")
            .arg(said.by, digits::grouped(said.key)));
}

void ReviewDesk::showState()
{
    for (QAction *one : std::as_const(m_moves)) {
        const auto action = reviewActionFromString(one->objectName());
        one->setEnabled(m_session && m_session->permissions().may(*action));
    }
    const bool isBack = m_session && m_session->report().review().state == ReviewState::Returned;
    action(ReviewAction::Send)
        ->setIconText(literal::caption(isBack ? tr("Send again") : moveWords(ReviewAction::Send)));
    m_history->setEnabled(m_session != nullptr);
    m_comment->setEnabled(m_session && m_session->permissions().may(Permissions::Action::Comment));
    m_nextComment->setEnabled(
        m_session && commentActions::countUnanswered(m_session->report(), settings::userName()) > 0);
    m_chain->setEnabled(m_session && m_session->permissions().may(Permissions::Action::EditContent));
    m_verify->setEnabled(
        m_session && (m_session->report().review().seal || m_session->report().review().paper));
}

QAction *ReviewDesk::next() const
{
    const Review *review = m_session ? &m_session->report().review() : nullptr;
    const bool isBack
        = review && review->state == ReviewState::Returned && !waitsForOthers(*review, settings::userName());
    if (isBack && m_nextComment->isEnabled())
        return m_nextComment;
    auto move = review ? nextMove(*review) : std::nullopt;
    if (move == ReviewAction::Submit && isOfGovernment(statutoryDate(m_session->report())))
        move = ReviewAction::Publish; // its own report goes to no district first
    return move ? ifTheirs(*move) : nullptr;
}

QAction *ReviewDesk::back() const
{
    if (!m_session || m_session->report().review().state != ReviewState::InReview)
        return nullptr;
    QAction *returns = ifTheirs(ReviewAction::Return);
    return returns ? returns : ifTheirs(ReviewAction::Withdraw);
}

QAction *ReviewDesk::ifTheirs(ReviewAction move) const
{
    const bool theirs = isTheirs(m_session->report().review(), move, settings::userName());
    return theirs && action(move)->isEnabled() ? action(move) : nullptr;
}

void ReviewDesk::showHistory()
{
    HistoryDialog dialog(*m_session, m_window);
    connect(&dialog, &HistoryDialog::placeRequested, this, &ReviewDesk::placeRequested);
    dialogs::run(dialog);
}

void ReviewDesk::move(ReviewAction action)
{
    Drafts &drafts = m_drafts[m_session->report().id()];
    if (action == ReviewAction::Submit) {
        const auto parcel = HandOverDialog::makeParcelOf(*m_session, m_setup, m_window);
        if (!parcel)
            return;
        HandOverDialog dialog(*m_session, *parcel, m_window);
        dialog.keepIn(drafts.letter);
        dialogs::run(dialog);
        if (!dialog.written().isEmpty())
            Q_EMIT written(dialog.written());
        return;
    }
    if (action == ReviewAction::Publish) {
        PublishDialog dialog(*m_session, m_window);
        dialog.keepIn(drafts.address);
        dialogs::run(dialog);
        return;
    }
    const qsizetype moves = m_session->report().review().events.size(); // that were made before
    QString &draft = drafts.words[{action, moves, settings::userName()}];
    std::unique_ptr<MoveDialog> dialog;
    if (action == ReviewAction::Approve)
        dialog = std::make_unique<SignDialog>(*m_session, draft, m_window);
    else
        dialog = std::make_unique<MoveDialog>(*m_session, action, draft, m_window);
    const bool isDone = dialogs::run(*dialog);
    const Review &review = m_session->report().review();
    if (isDone && review.state == ReviewState::InReview)
        Q_EMIT notice(tr("%1: sent to %2, who reads it now.").arg(moveWords(action), turnWords(review)));
    else if (isDone)
        Q_EMIT notice(tr("%1: the report is “%2” now.").arg(moveWords(action), stateWords(review)));
    else if (!dialog->wanted().isNowhere())
        Q_EMIT placeRequested(dialog->wanted());
    if (isDone && action == ReviewAction::Approve && !m_doubt.isEmpty())
        verifySeal(); // signed with another key than the known one: whether that is the one from now on
}

void ReviewDesk::editChain()
{
    ChainDialog dialog(m_session->report().review().steps(), m_window);
    if (!dialogs::run(dialog))
        return;
    const auto done = m_session->edit(Change::of(tr("Who reads the report"), SetChain{dialog.steps()}));
    if (!done)
        dialogs::tell(m_window, done.error());
}

/// A change of the key is asked about: nothing is overwritten silently. So is the first key that was met,
/// until somebody has compared it.
void ReviewDesk::verifySeal()
{
    const QString body = m_session->report().fact(fact::kName);
    const Verification said = m_session->verification(settings::knownKey(body));
    QStringList places;
    for (const Place &place : said.changed)
        places.append(placeWords(m_session->report(), place));
    const QString words = verdictWords(*m_session);
    const QString detail = places.join(QStringLiteral("\n"));
    const bool isToBeCompared = said.verdict == Verification::Verdict::Holds && said.isKnown
        && said.reason == Verification::Reason::None && !settings::isKeyCompared(body);
    if (said.verdict != Verification::Verdict::OtherKey && !isToBeCompared)
        return dialogs::inform(m_window, words, detail);
    const QString trust = tr("Trust this key from now on");
    const auto key = PublicKey::fromDer(m_session->report().review().seal->key);
    if (dialogs::ask(m_window, words, detail, {}, {trust}) == trust && key) {
        settings::rememberKey(body, *key, settings::KeyTrust::Compared);
        lookAtSeal();
        Q_EMIT doubtChanged();
    }
}

} // namespace nianbao
