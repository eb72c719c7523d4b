// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

#include <QByteArray>
#include <QStringList>

namespace nianbao {

enum class ReviewState { Drafting, InReview, Returned, Approved, Submitted, Published };

QString toString(ReviewState state); // drafting, in_review …
bool isApproved(ReviewState state); // and whatever follows that
std::optional<ReviewState> reviewStateFromString(const QString &word);

/// What leads from one state to another: reviewmoves.h says which is allowed where.
enum class ReviewAction { Send, Withdraw, Forward, Return, Approve, Reopen, Submit, Publish, Correct };

QString toString(ReviewAction action); // send, withdraw …: as the command line says
std::optional<ReviewAction> reviewActionFromString(const QString &word);
const QList<ReviewAction> &reviewActions(); // in the order of the report's way

/// One who reads and agrees before the next one does: 核稿, 党政办主任.
struct ChainStep {
    QString role{}; // 核稿, 签发
    QString name{}; // the person or the post
    bool operator==(const ChainStep &) const = default;
};

/// One move that was made. A hand-over copy has no words in it.
struct ReviewEvent {
    ReviewAction action = ReviewAction::Send;
    QString who{};
    QString at{}; // ISO 8601, UTC
    QString words{}; // the opinion of a step, the reason of a return, reopening or correction
    int step = 0; // of the chain, from 1, where somebody agreed or returned; else 0
    QString role{}; // of that step, as it was called then
    bool operator==(const ReviewEvent &) const = default;
};

/// Approval by hand: what was signed is known by its digest alone.
struct PaperApproval {
    QString signedBy{};
    QString date{}; // YYYY-MM-DD
    QString digest{}; // of the content that was signed
    bool operator==(const PaperApproval &) const = default;
};

/// Approval with a key (interchange.md §4). As it was read: whether it holds is for app/seal to say.
struct Seal {
    QString digest{}; // of the content, 64 hex digits
    QString by{};
    QString at{}; // ISO 8601, UTC
    QByteArray key{}; // public: SubjectPublicKeyInfo, DER
    QByteArray signature{}; // DER
    bool operator==(const Seal &) const = default;
};

struct HandOver {
    QString at{}; // ISO 8601, UTC
    QString to{};
    QString digest{};
    QStringList files{}; // names, without folders
    bool operator==(const HandOver &) const = default;
};

struct Publication {
    QString date{}; // YYYY-MM-DD
    QString address{}; // of the page
    bool operator==(const Publication &) const = default;
};

struct SetReview;
struct SetChain;

/// Where the report stands on its way between the desks, and what was decided there.
struct Review {
    ReviewState state = ReviewState::Drafting;
    int revision = 1;
    int step = 0; // whose turn it is in review, from 1; else 0
    QList<ChainStep> chain{}; // empty: the usual one
    QList<ReviewEvent> events{}; // oldest first
    std::optional<PaperApproval> paper{};
    std::optional<Seal> seal{};
    QString correction{}; // 更正说明 of this revision, printed at the end of section six
    QList<HandOver> handedOver{};
    std::optional<Publication> published{};

    const QList<ChainStep> &steps() const; // its own, or the usual one: 核稿 党政办主任, 签发 分管副镇长
    const ReviewEvent *lastMove() const { return events.isEmpty() ? nullptr : &events.last(); }

    void take(const SetReview &move, Taking &taking);
    void take(const SetChain &fresh, Taking &taking);

    void addTexts(Change &change) const;
    static void read(JsonIn &in);
    void write(JsonOut &out) const;
    /// As it comes back from the interchange format, which keeps of the moves only the opinions.
    Review asWritten() const;
    bool operator==(const Review &) const = default;
};

/// A move: everything at once, as reviewmoves.h makes it.
struct SetReview {
    static constexpr auto kName = "set_review";
    Review review{};
};
struct SetChain {
    static constexpr auto kName = "set_chain";
    QList<ChainStep> chain{};
};

void clean(SetReview &step, TextCleaner &cleaner);
void clean(SetChain &step, TextCleaner &cleaner);
QJsonObject toKept(const SetReview &step, KeptOut &out);
void fromKept(SetReview &step, KeptIn &in);
QJsonObject toKept(const SetChain &step, KeptOut &out);
void fromKept(SetChain &step, KeptIn &in);

} // namespace nianbao
