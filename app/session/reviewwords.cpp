// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewwords.h"

#include "digits.h"
#include "duedate.h"
#include "phrase.h"
#include "session.h"
#include "settings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

QString brokenWords(const Verification &v)
{
    switch (v.reason) {
    case Verification::Reason::Key:
        return Words::tr(
            "The seal is broken: the public key in the file was exchanged. It is not the one that "
            "signed.");
    case Verification::Reason::Signature:
        return Words::tr(
            "The seal is broken: the signature does not belong to this digest, time, name and key.");
    case Verification::Reason::Digest:
        return Words::tr("The seal is broken: the digest in it was exchanged. It is not the one that was "
                         "signed.");
    case Verification::Reason::Time:
        return Words::tr("The seal is broken: the time in it was exchanged. It is not the one that was "
                         "signed.");
    case Verification::Reason::Name:
        return Words::tr("The seal is broken: the name in it was exchanged. It is not the one that was "
                         "signed.");
    case Verification::Reason::Picture:
        return Words::tr(
            "The seal is broken: the picture kept with it was exchanged. What the report says now is "
            "what was sealed.");
    case Verification::Reason::Content:
    case Verification::Reason::None: break;
    }
    return v.hasPicture
        ? Words::tr("The seal is broken: the report was changed after it was sealed, in %1 places.")
              .arg(v.changed.size())
        : Words::tr(
            "The seal is broken: the report was changed after it was sealed. Where cannot be told: what was "
            "sealed is not kept.");
}

QString paperWords(const Verification &v)
{
    const QString signedThen = Words::tr("Approved on paper by %1 on %2; no key was used.").arg(v.by, v.at);
    if (v.reason == Verification::Reason::None)
        return sentences({signedThen, Words::tr("The report says what it said then.")});
    if (v.reason == Verification::Reason::Digest)
        return sentences({signedThen,
            Words::tr("What it said then is not kept here: whether it was changed cannot be told.")});
    if (v.reason == Verification::Reason::Name || v.reason == Verification::Reason::Time)
        return sentences(
            {signedThen, Words::tr("But what was kept then names another name or day: this was exchanged.")});
    if (v.reason == Verification::Reason::Picture)
        return sentences({signedThen,
            Words::tr("The report says what it said then, but the picture kept of it was exchanged.")});
    return sentences({signedThen,
        v.hasPicture ? Words::tr("It was changed since, in %1 places.").arg(v.changed.size())
                     : Words::tr("It was changed since.")});
}

} // namespace

QString timeWords(const QString &at)
{
    const QDateTime time = QDateTime::fromString(at, Qt::ISODate);
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : at;
}

QString stateWords(ReviewState state)
{
    switch (state) {
    case ReviewState::Drafting: break;
    case ReviewState::InReview: return Words::tr("In review");
    case ReviewState::Returned: return Words::tr("Returned");
    case ReviewState::Approved: return Words::tr("Approved");
    case ReviewState::Submitted: return Words::tr("Submitted");
    case ReviewState::Published: return Words::tr("Published");
    }
    return Words::tr("Drafting");
}

QString moveWords(ReviewAction action)
{
    switch (action) {
    case ReviewAction::Send: break;
    case ReviewAction::Withdraw: return Words::tr("Withdraw");
    case ReviewAction::Forward: return Words::tr("Agree and hand on");
    case ReviewAction::Return: return Words::tr("Return for changes");
    case ReviewAction::Approve: return Words::tr("Approve");
    case ReviewAction::Reopen: return Words::tr("Reopen");
    case ReviewAction::Submit: return Words::tr("Submit");
    case ReviewAction::Publish: return Words::tr("Publish");
    case ReviewAction::Correct: return Words::tr("Correct");
    }
    return Words::tr("Send for review");
}

QString stateWords(const Review &review)
{
    const QString state = stateWords(review.state);
    if (review.state != ReviewState::InReview)
        return state;
    const QString role = review.steps().value(review.step - 1).role;
    return role.isEmpty() ? state : QStringLiteral("%1 · %2").arg(state, role);
}

QString stepWords(const ChainStep &step)
{
    if (step.role.isEmpty() || step.name.isEmpty())
        return step.role + step.name;
    return Words::tr("%1 (%2)", "a step of the chain, whose it is").arg(step.role, step.name);
}

QString turnWords(const Review &review)
{
    if (review.state != ReviewState::InReview)
        return {};
    const ChainStep step = review.steps().value(review.step - 1);
    return step.name.isEmpty() ? step.role : step.name;
}

QString waitingWords(const Report &report, const QString &who, const QString &file)
{
    const Review &review = report.review();
    if (!waitsForOthers(review, who))
        return {};
    const QString sender = thisRound(review).first().who;
    if (review.state == ReviewState::Returned)
        return Words::tr("Returned: %1 mends it. If that is at another computer, give the file “%2” back, by "
                         "mail or on a stick.")
            .arg(sender, file);
    if (review.state == ReviewState::Approved && isOfGovernment(statutoryDate(report)))
        return Words::tr(
            "Approved: %1 publishes it. If that is at another computer, give the file “%2” back, "
            "by mail or on a stick.")
            .arg(sender, file);
    if (review.state == ReviewState::Approved)
        return Words::tr("Approved: %1 sends it to the district. If that is at another computer, give the "
                         "file “%2” back, by mail or on a stick.")
            .arg(sender, file);
    const QString sent = Words::tr("Sent to %1, who reads it now. If that is at another computer, give the "
                                   "file “%2” to them, by mail or on a stick; it comes back the same way.")
                             .arg(turnWords(review), file);
    return mayMove(review, ReviewAction::Withdraw)
        ? sentences({sent, Words::tr("Until they have agreed you can take it back: Review → Withdraw.")})
        : sent;
}

QString verdictWords(const Verification &v, bool isCompared)
{
    using Said = Verification::Verdict;
    const QString key = digits::grouped(v.key);
    switch (v.verdict) {
    case Said::None: return Words::tr("The report is not approved.");
    case Said::Broken: return brokenWords(v);
    case Said::Paper: return paperWords(v);
    case Said::OtherKey:
        return Words::tr(
            "Sealed by %1 on %2 with another key (%3) than the one that is known of this body. Whoever "
            "replaces content, picture and signature together makes such a seal: ask the body in "
            "another way.")
            .arg(v.by, timeWords(v.at), key);
    case Said::Holds: break;
    }
    return sentences({Words::tr("The seal holds: %1, %2, key %3.").arg(v.by, timeWords(v.at), key),
        v.isKnown && isCompared ? Words::tr("The key is the one that is known of this body.")
            : v.isKnown
            ? Words::tr("The key is the first that was met of this body; nobody has compared it yet with the "
                        "fingerprint on the sign-off sheet.")
            : Words::tr("Whose key that is, is not known here: compare it with the fingerprint on the "
                        "sign-off sheet."),
        v.hasPicture ? QString() : Words::tr("A picture of what was sealed is not kept here.")});
}

QString verdictWords(const Session &session)
{
    const QString body = session.report().fact(fact::kName);
    return verdictWords(session.verification(settings::knownKey(body)), settings::isKeyCompared(body));
}

} // namespace nianbao
