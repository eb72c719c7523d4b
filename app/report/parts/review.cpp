// SPDX-License-Identifier: MulanPSL-2.0
#include "review.h"

#include "bounds.h"
#include "jsonparts.h"
#include "kept.h"
#include "reviewmoves.h"
#include "taking.h"
#include "textcleaner.h"

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

constexpr std::array kStates{std::pair(ReviewState::Drafting, "drafting"),
    std::pair(ReviewState::InReview, "in_review"), std::pair(ReviewState::Returned, "returned"),
    std::pair(ReviewState::Approved, "approved"), std::pair(ReviewState::Submitted, "submitted"),
    std::pair(ReviewState::Published, "published")};

constexpr std::array kActions{std::pair(ReviewAction::Send, "send"),
    std::pair(ReviewAction::Withdraw, "withdraw"), std::pair(ReviewAction::Forward, "forward"),
    std::pair(ReviewAction::Return, "return"), std::pair(ReviewAction::Approve, "approve"),
    std::pair(ReviewAction::Reopen, "reopen"), std::pair(ReviewAction::Submit, "submit"),
    std::pair(ReviewAction::Publish, "publish"), std::pair(ReviewAction::Correct, "correct")};

template <typename Words, typename Value> QString wordOf(const Words &words, Value value)
{
    const auto *found = std::find_if(words.begin(), words.end(), [&](auto &w) { return w.first == value; });
    return QLatin1String(found->second);
}

template <typename Words> auto valueOf(const Words &words, const QString &word)
{
    std::optional<decltype(words.begin()->first)> value;
    for (const auto &[known, name] : words) {
        if (word == QLatin1String(name))
            value = known;
    }
    return value;
}

bool isOpinion(const ReviewEvent &event)
{
    return event.action == ReviewAction::Forward || event.action == ReviewAction::Approve;
}

/// The last step of a chain approves, the others hand on.
ReviewAction opinionAt(int step, const QList<ChainStep> &chain)
{
    return step < chain.size() ? ReviewAction::Forward : ReviewAction::Approve;
}

} // namespace

QString toString(ReviewState state) { return wordOf(kStates, state); }
bool isApproved(ReviewState state)
{
    return state == ReviewState::Approved || state == ReviewState::Submitted
        || state == ReviewState::Published;
}

std::optional<ReviewState> reviewStateFromString(const QString &word) { return valueOf(kStates, word); }
QString toString(ReviewAction action) { return wordOf(kActions, action); }
std::optional<ReviewAction> reviewActionFromString(const QString &word) { return valueOf(kActions, word); }

const QList<ReviewAction> &reviewActions()
{
    static const QList<ReviewAction> all = [] {
        QList<ReviewAction> actions;
        for (const auto &[action, name] : kActions)
            actions.append(action);
        return actions;
    }();
    return all;
}

const QList<ChainStep> &Review::steps() const
{
    static const QList<ChainStep> usual{{QStringLiteral("核稿"), QStringLiteral("党政办主任")},
        {QStringLiteral("签发"), QStringLiteral("分管副镇长")}};
    return chain.isEmpty() ? usual : chain;
}

Review Review::asWritten() const
{
    Review written = *this;
    written.events.clear();
    for (ReviewEvent event : events) {
        if (!isOpinion(event))
            continue;
        event.action = opinionAt(event.step, steps());
        written.events.append(event);
    }
    if (written.paper)
        written.paper->digest.clear();
    return written;
}

namespace {

const QString kWhere = QStringLiteral("review");

void checkLine(const QString &line, Taking &taking)
{
    taking.checkSize(line.size(), bounds::kLine, 0, kWhere);
}

void checkBounds(const QList<ChainStep> &chain, Taking &taking)
{
    taking.checkNumber(chain.size(), bounds::kChainSteps, taking.report.review().chain.size(), kWhere);
    for (const ChainStep &step : chain) {
        checkLine(step.role, taking);
        checkLine(step.name, taking);
    }
}

void checkBounds(const Review &review, const Review &before, Taking &taking)
{
    checkBounds(review.chain, taking);
    taking.checkNumber(review.events.size(), bounds::kReviewMoves, before.events.size(), kWhere);
    taking.checkNumber(review.handedOver.size(), bounds::kReviewMoves, before.handedOver.size(), kWhere);
    for (const ReviewEvent &event : review.events) {
        taking.checkSize(event.words.size(), bounds::kReviewWords, 0, kWhere);
        for (const QString &line : {event.who, event.at, event.role})
            checkLine(line, taking);
    }
    for (const HandOver &handOver : review.handedOver) {
        taking.checkNumber(handOver.files.size(), bounds::kChainSteps, 0, kWhere);
        for (const QString &line : QStringList{handOver.at, handOver.to, handOver.digest} + handOver.files)
            checkLine(line, taking);
    }
    taking.checkSize(review.correction.size(), bounds::kReviewWords, before.correction.size(), kWhere);
    if (review.paper) {
        for (const QString &line : {review.paper->signedBy, review.paper->date, review.paper->digest})
            checkLine(line, taking);
    }
    if (review.seal) {
        for (const QString &line : {review.seal->digest, review.seal->by, review.seal->at})
            checkLine(line, taking);
        taking.checkSize(review.seal->key.size(), bounds::kLine, 0, kWhere);
        taking.checkSize(review.seal->signature.size(), bounds::kLine, 0, kWhere);
    }
    if (review.published) {
        checkLine(review.published->date, taking);
        checkLine(review.published->address, taking);
    }
    if (review.step < 0 || review.revision < 1 || review.revision > bounds::kRevision)
        taking.refuse({ErrorCode::TooMany, kWhere, QString::number(bounds::kRevision)});
}

} // namespace

void Review::take(const SetReview &move, Taking &taking)
{
    if (!taking.restores)
        checkBounds(move.review, *this, taking);
    if (taking.replace<SetReview>(*this, move.review))
        taking.delta.review = true;
}

void Review::take(const SetChain &fresh, Taking &taking)
{
    if (!taking.restores)
        checkBounds(fresh.chain, taking);
    if (taking.replace<SetChain>(chain, fresh.chain))
        taking.delta.review = true;
}

void Review::addTexts(Change &change) const { change.steps.append(SetReview{*this}); }

namespace {

void clean(QList<ChainStep> &chain, TextCleaner &cleaner)
{
    for (ChainStep &step : chain) {
        cleaner.take(step.role, Lines::One, QStringLiteral("review.chain.role"));
        cleaner.take(step.name, Lines::One, QStringLiteral("review.chain.name"));
    }
}

} // namespace

// What was sealed is compared to the letter: it is not cleaned.
void clean(SetReview &step, TextCleaner &cleaner)
{
    clean(step.review.chain, cleaner);
    for (ReviewEvent &event : step.review.events) {
        cleaner.take(event.words, Lines::Many, QStringLiteral("review.opinions.opinion"));
        cleaner.take(event.who, Lines::One, QStringLiteral("review.opinions.who"));
        cleaner.take(event.role, Lines::One, QStringLiteral("review.opinions.role"));
    }
    for (HandOver &handOver : step.review.handedOver)
        cleaner.take(handOver.to, Lines::One, QStringLiteral("handed_over.to"));
    cleaner.take(step.review.correction, Lines::Many, QStringLiteral("review.correction"));
    if (step.review.paper)
        cleaner.take(step.review.paper->signedBy, Lines::One, QStringLiteral("review.paper.signed_by"));
    if (step.review.published)
        cleaner.take(step.review.published->address, Lines::One, QStringLiteral("published.address"));
}

void clean(SetChain &step, TextCleaner &cleaner) { clean(step.chain, cleaner); }

namespace {

QJsonArray toJson(const QList<ChainStep> &chain)
{
    QJsonArray json;
    for (const ChainStep &step : chain)
        json.append(QJsonObject{{QStringLiteral("role"), step.role}, {QStringLiteral("name"), step.name}});
    return json;
}

QJsonObject toJson(const Seal &seal)
{
    return {{QStringLiteral("digest"), seal.digest}, {QStringLiteral("by"), seal.by},
        {QStringLiteral("at"), seal.at}, {QStringLiteral("key"), QString::fromLatin1(seal.key.toBase64())},
        {QStringLiteral("signature"), QString::fromLatin1(seal.signature.toBase64())}};
}

QJsonObject toJson(const Publication &published)
{
    return {{QStringLiteral("date"), published.date}, {QStringLiteral("address"), published.address}};
}

QJsonArray toJson(const QList<HandOver> &handedOver)
{
    QJsonArray json;
    for (const HandOver &handOver : handedOver)
        json.append(QJsonObject{{QStringLiteral("at"), handOver.at}, {QStringLiteral("to"), handOver.to},
            {QStringLiteral("digest"), handOver.digest},
            {QStringLiteral("files"), QJsonArray::fromStringList(handOver.files)}});
    return json;
}

QByteArray fromBase64(const JsonCursor &json)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(json.string().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        json.fail(JsonWords::tr("this is not in base64"));
    return *decoded;
}

int readNumber(const JsonCursor &json, int least, int most, int fallback)
{
    const int number = json.integerOr(fallback);
    if (number < least || number > most)
        json.fail(JsonWords::tr("a number from %1 to %2 is expected here").arg(least).arg(most));
    return number;
}

ReviewState readState(const JsonCursor &json)
{
    const auto state = json.exists() ? reviewStateFromString(json.string()) : ReviewState::Drafting;
    if (!state)
        json.fail(JsonWords::tr("no report is ever in such a state"));
    return state.value_or(ReviewState::Drafting);
}

QList<ChainStep> readChain(const JsonCursor &json)
{
    QList<ChainStep> chain;
    for (const auto &item : json.items())
        chain.append({item["role"].stringOr({}), item["name"].stringOr({})});
    return chain;
}

} // namespace

void Review::read(JsonIn &in)
{
    const auto json = in.root["review"];
    Review review;
    review.state = readState(json["state"]);
    review.step = readNumber(json["step"], 0, int(bounds::kChainSteps), 0);
    review.revision = readNumber(json["revision"], 1, bounds::kRevision, 1);
    review.chain = readChain(json["chain"]);
    review.correction = json["correction"].stringOr({});
    for (const auto &item : json["opinions"].items()) {
        const int step = readNumber(item["step"], 1, int(bounds::kChainSteps), 1);
        review.events.append({opinionAt(step, review.steps()), item["who"].stringOr({}),
            item["at"].verbatim(), item["opinion"].stringOr({}), step, item["role"].stringOr({})});
    }
    if (const auto paper = json["paper"]; paper.exists() && !paper.isNull())
        review.paper = PaperApproval{paper["signed_by"].stringOr({}), paper["date"].verbatim(), {}};
    if (const auto seal = in.root["seal"]; seal.exists() && !seal.isNull())
        review.seal = Seal{seal["digest"].verbatim(), seal["by"].verbatim(), seal["at"].verbatim(),
            fromBase64(seal["key"]), fromBase64(seal["signature"])};
    for (const auto &item : in.root["handed_over"].items()) {
        HandOver handOver{item["at"].verbatim(), item["to"].stringOr({}), item["digest"].verbatim(), {}};
        for (const auto &file : item["files"].items())
            handOver.files.append(file.string());
        review.handedOver.append(handOver);
    }
    if (const auto published = in.root["published"]; published.exists() && !published.isNull())
        review.published = Publication{published["date"].verbatim(), published["address"].stringOr({})};
    in.noticeUnknown(json,
        {QStringLiteral("state"), QStringLiteral("step"), QStringLiteral("revision"), QStringLiteral("chain"),
            QStringLiteral("opinions"), QStringLiteral("paper"), QStringLiteral("correction")});
    in.change.steps.append(SetReview{review});
}

void Review::write(JsonOut &out) const
{
    if (*this == Review())
        return;
    QJsonObject review{{QStringLiteral("state"), toString(state)}, {QStringLiteral("revision"), revision}};
    if (step > 0)
        review.insert(QStringLiteral("step"), step);
    if (!chain.isEmpty())
        review.insert(QStringLiteral("chain"), toJson(chain));
    QJsonArray opinions;
    for (const ReviewEvent &event : events) {
        if (isOpinion(event))
            opinions.append(QJsonObject{{QStringLiteral("step"), event.step},
                {QStringLiteral("role"), event.role}, {QStringLiteral("who"), event.who},
                {QStringLiteral("at"), event.at}, {QStringLiteral("opinion"), event.words}});
    }
    if (!opinions.isEmpty())
        review.insert(QStringLiteral("opinions"), opinions);
    if (paper)
        review.insert(QStringLiteral("paper"),
            QJsonObject{
                {QStringLiteral("signed_by"), paper->signedBy}, {QStringLiteral("date"), paper->date}});
    if (!correction.isEmpty())
        review.insert(QStringLiteral("correction"), correction);
    out.root.insert(QStringLiteral("review"), review);
    if (seal)
        out.root.insert(QStringLiteral("seal"), toJson(*seal));
    if (!handedOver.isEmpty())
        out.root.insert(QStringLiteral("handed_over"), toJson(handedOver));
    if (published)
        out.root.insert(QStringLiteral("published"), toJson(*published));
}

// For the history: all of it, also what the format does not say.

QJsonObject toKept(const SetReview &step, KeptOut &)
{
    const Review &review = step.review;
    QJsonArray events;
    for (const ReviewEvent &event : review.events)
        events.append(QJsonObject{{QStringLiteral("action"), toString(event.action)},
            {QStringLiteral("who"), event.who}, {QStringLiteral("at"), event.at},
            {QStringLiteral("words"), event.words}, {QStringLiteral("step"), event.step},
            {QStringLiteral("role"), event.role}});
    QJsonObject kept{{QStringLiteral("state"), toString(review.state)},
        {QStringLiteral("revision"), review.revision}, {QStringLiteral("step"), review.step},
        {QStringLiteral("chain"), toJson(review.chain)}, {QStringLiteral("events"), events},
        {QStringLiteral("correction"), review.correction},
        {QStringLiteral("handed_over"), toJson(review.handedOver)}};
    if (review.paper)
        kept.insert(QStringLiteral("paper"),
            QJsonObject{{QStringLiteral("signed_by"), review.paper->signedBy},
                {QStringLiteral("date"), review.paper->date},
                {QStringLiteral("digest"), review.paper->digest}});
    if (review.seal)
        kept.insert(QStringLiteral("seal"), toJson(*review.seal));
    if (review.published)
        kept.insert(QStringLiteral("published"), toJson(*review.published));
    return kept;
}

namespace {

QList<ChainStep> keptChain(KeptIn &in)
{
    QList<ChainStep> chain;
    for (const QJsonValue &item : in.list("chain")) {
        KeptIn member = in.within(item);
        chain.append({member.text("role"), member.text("name")});
        in.isSound = in.isSound && member.isSound;
    }
    return chain;
}

/// Members that earlier versions did not keep.
void fromKeptMembers(Review &review, KeptIn &in)
{
    review.step = in.number("step");
    review.chain = keptChain(in);
    review.correction = in.text("correction");
    for (const QJsonValue &item : in.list("events")) {
        KeptIn member = in.within(item);
        const auto action = reviewActionFromString(member.text("action"));
        review.events.append({action.value_or(ReviewAction::Send), member.text("who"), member.text("at"),
            member.text("words"), member.number("step"), member.text("role")});
        in.isSound = in.isSound && action && member.isSound;
    }
    for (const QJsonValue &item : in.list("handed_over")) {
        KeptIn member = in.within(item);
        HandOver handOver{member.text("at"), member.text("to"), member.text("digest"), {}};
        for (const QJsonValue &file : member.list("files"))
            handOver.files.append(file.toString());
        review.handedOver.append(handOver);
        in.isSound = in.isSound && member.isSound;
    }
    const auto within = [&in](const char *key, auto &&read) {
        if (!in.has(key))
            return;
        KeptIn member = in.within(in.json.value(QLatin1String(key)));
        read(member);
        in.isSound = in.isSound && member.isSound;
    };
    within("paper", [&](KeptIn &paper) {
        review.paper = PaperApproval{paper.text("signed_by"), paper.text("date"), paper.text("digest")};
    });
    within("seal", [&](KeptIn &seal) {
        review.seal = Seal{seal.text("digest"), seal.text("by"), seal.text("at"),
            QByteArray::fromBase64(seal.text("key").toLatin1()),
            QByteArray::fromBase64(seal.text("signature").toLatin1())};
    });
    within("published", [&](KeptIn &published) {
        review.published = Publication{published.text("date"), published.text("address")};
    });
}

} // namespace

void fromKept(SetReview &step, KeptIn &in)
{
    const auto state = reviewStateFromString(in.text("state"));
    in.isSound = in.isSound && state;
    step.review = {state.value_or(ReviewState::Drafting), in.number("revision")};
    if (in.has("events"))
        fromKeptMembers(step.review, in);
}

QJsonObject toKept(const SetChain &step, KeptOut &)
{
    return {{QStringLiteral("chain"), toJson(step.chain)}};
}
void fromKept(SetChain &step, KeptIn &in) { step.chain = keptChain(in); }

} // namespace nianbao
