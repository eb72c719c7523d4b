// SPDX-License-Identifier: MulanPSL-2.0
#include "counting.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Tags kFillers{Tag::Filler, Tag::Total, Tag::Joint, Tag::Adverb, Tag::Timely, Tag::Respective,
    Tag::All, Tag::ThisYear, Tag::WholeYear, Tag::Opener, Tag::Complete, Tag::Open};
constexpr Tags kActs{
    Tag::Receive, Tag::Filed, Tag::Done, Tag::Handle, Tag::Carry, Tag::Unfinished, Tag::Outcome};

bool isMark(const Token &token, QStringView marks)
{
    return token.kind == Token::Kind::Mark && marks.contains(token.mark);
}

Counted of(Counted::Kind kind, const QString &label)
{
    Counted counted;
    counted.kind = kind;
    counted.label = label;
    return counted;
}

Counted nothing(const QString &label = {}) { return of(Counted::Kind::None, label); }

} // namespace

/// A figure that is asked for.
struct Counting::Asked {
    const Words &words;
    const Quantity &quantity;
    Topic &topic;
    QList<int> near{}; // lead and tail
    int head = -1;
};

bool Counting::has(const QList<int> &tokens, Tags tags) const
{
    return std::any_of(tokens.begin(), tokens.end(), [&](int each) { return token(each).tags.hasAny(tags); });
}

int Counting::headOf(const QList<int> &tokens) const
{
    for (qsizetype i = tokens.size() - 1; i >= 0; --i) {
        const Token &each = token(tokens[i]);
        const bool isFiller = each.tags.hasAny(kFillers) && !each.naming;
        if (isFiller || isMark(each, u"：:、“”‘’"))
            continue;
        return tokens[i];
    }
    return -1;
}

bool Counting::isRequest(const QList<int> &clause, int index) const
{
    const Token &word = token(index);
    if (word.tags.has(Tag::Request))
        return true;
    if (!word.tags.has(Tag::RequestBare))
        return false;
    if (index == 0 || token(index - 1).end != word.start)
        return true;
    const Token &before = token(index - 1);
    constexpr qsizetype kShort = 1; // 该申请, 两申请
    if (before.kind == Token::Kind::Other && before.end - before.start > kShort)
        return false;
    if (before.tags.hasAny({Tag::OtherMatter, Tag::Reconsideration, Tag::Litigation, Tag::Plain}))
        return false;
    // 受理企业登记申请: what is asked for is a registration
    const bool isNoun = before.tags.hasAny({Tag::Receive, Tag::Handle, Tag::Proactive}) && index >= 2
        && !token(index - 2).tags.hasAny(kFillers) && token(index - 2).kind != Token::Kind::Mark
        && std::any_of(clause.begin(), clause.end(), [&](int each) {
               return each < index - 1 && token(each).tags.hasAny({Tag::Receive, Tag::Done, Tag::Handle});
           });
    return !isNoun;
}

void Counting::follow(Topic &topic, const QList<int> &clause, int index) const
{
    const Token &word = token(index);
    if (word.tags.hasAny({Tag::Reconsideration, Tag::Litigation, Tag::Suit}))
        topic.lastDispute = index;
    else if (isRequest(clause, index))
        topic.lastRequest = index;
    else if (word.tags.has(Tag::OtherMatter) || word.tags.has(Tag::RequestBare))
        topic.lastOther = index;
    else if (word.tags.hasAny({Tag::Normative, Tag::Regulation}))
        topic.document = word.tags.has(Tag::Normative) ? Role::Normative : Role::Regulations;
    else if (word.tags.has(Tag::Site))
        topic.isOfSite = true;
    else
        return;
    if (topic.lastRequest >= 0)
        topic.requests = true;
    else
        topic.requests = topic.fromHeading && topic.lastOther < 0;
}

CellSum Counting::requestSum(const QString &key, const QStringList &rows, const QStringList &columns) const
{
    return {key, requests()->id, rows, columns.isEmpty() ? requests()->columnsOf(Role::Total) : columns};
}

CellSum Counting::disputeSum(const QStringList &rows, const QStringList &columns) const
{
    const bool isTotal = columns == disputes()->columnsOf(Role::Total);
    return {isTotal ? QStringLiteral("total") : QString(), disputes()->id, rows, columns};
}

CellSum Counting::documentSum(const QString &row, Role column) const
{
    return {{}, documents()->id, {row}, documents()->columnsOf(column)};
}

void Counting::addReceived(Counted &counted, const QStringList &columns) const
{
    const QString received = requests()->rowOf(Role::Received);
    counted.readings.append(requestSum(QStringLiteral("new"), {received}, columns));
    counted.readings.append(requestSum(
        QStringLiteral("new_and_carried_in"), {received, requests()->rowOf(Role::CarriedIn)}, columns));
}

void Counting::addDone(Counted &counted, const QStringList &columns) const
{
    counted.readings.append(requestSum(QStringLiteral("done"), {requests()->rowOf(Role::Total)}, columns));
}

bool Counting::speaksOfRequests(const Asked &asked) const
{
    return std::any_of(
        asked.near.begin(), asked.near.end(), [&](int each) { return isRequest(asked.words.clause, each); });
}

/// Its unit is one that requests have without their name, or that they were counted in before.
bool Counting::isOfRequests(const Asked &asked) const
{
    return m_context.units.requestsUnsaid.contains(asked.quantity.unit)
        || (!asked.topic.unit.isEmpty() && asked.topic.unit == asked.quantity.unit);
}

/// Nothing else is counted: "收到 21 件" in a paragraph on requests.
bool Counting::requestsMeant(const Asked &asked) const
{
    const bool other = std::any_of(asked.near.begin(), asked.near.end(), [&](int each) {
        return token(each).tags.has(Tag::OtherMatter)
            || (token(each).tags.has(Tag::RequestBare) && !isRequest(asked.words.clause, each));
    });
    if (asked.head >= 0 && isRequest(asked.words.clause, asked.head))
        return true;
    if (other)
        return false;
    if (speaksOfRequests(asked))
        return true;
    return asked.topic.requests && !asked.topic.isOther() && !asked.topic.isDispute() && isOfRequests(asked)
        && (asked.head < 0 || token(asked.head).kind != Token::Kind::Other);
}

Counted Counting::countedOf(const Words &words, const Quantity &quantity, Topic &topic) const
{
    if (quantity.isPercent())
        return nothing(QStringLiteral("share"));
    // a difference: 增加8件, 较2023年的512条
    const int head = headOf(words.lead);
    if ((head >= 0 && token(head).tags.has(Tag::Change)) || has(words.lead, {Tag::Average}))
        return nothing(QStringLiteral("delta"));
    const bool isFromThere // 由19件降至15件
        = !words.tail.isEmpty() && token(words.tail.first()).tags.has(Tag::Change) && !words.lead.isEmpty()
        && token(words.lead.last()).tags.hasAny({Tag::Agent, Tag::By});
    if (isFromThere)
        return nothing(QStringLiteral("delta"));
    int compared = -1;
    for (const int each : words.clause) {
        if (token(each).tags.has(Tag::Compare))
            compared = each;
        else if (compared >= 0 && token(each).tags.hasAny(kActs))
            compared = -1;
    }
    if (compared >= 0)
        return nothing(QStringLiteral("delta"));
    // 分别办结18件和3件: of what was told before, in turn
    if (has(words.lead, {Tag::Respective}) && has(words.lead, kActs))
        return nothing(QStringLiteral("part"));
    Asked asked{words, quantity, topic, words.lead + words.tail, head};
    return named(asked);
}

Counted Counting::named(const Asked &asked) const
{
    if (disputes()) {
        const Counted counted = dispute(asked);
        if (counted.kind != Counted::Kind::None || !counted.label.isEmpty())
            return counted;
    }
    if (const Counted counted = fee(asked); counted.kind != Counted::Kind::None)
        return counted;
    const bool mayBeRequest = requests() && m_context.units.requests.contains(asked.quantity.unit);
    if (mayBeRequest) {
        for (const auto read : {&Counting::carried, &Counting::outcome, &Counting::applicants,
                 &Counting::done, &Counting::received}) {
            const Counted counted = (this->*read)(asked);
            if (counted.kind != Counted::Kind::None || !counted.label.isEmpty())
                return counted;
        }
    }
    if (documents() && m_context.units.documents.contains(asked.quantity.unit)) {
        const Counted counted = document(asked);
        if (counted.kind != Counted::Kind::None || !counted.label.isEmpty())
            return counted;
    }
    return channels(asked);
}

Counted Counting::dispute(const Asked &asked) const
{
    if (!m_context.units.disputes.contains(asked.quantity.unit))
        return nothing();
    const QList<int> &lead = asked.words.lead;
    const bool reconsideration = has(lead, {Tag::Reconsideration});
    const bool litigation = has(lead, {Tag::Litigation});
    const bool suits = has(lead, {Tag::Suit});
    const bool named = reconsideration || litigation || suits
        || (asked.head < 0 && has(asked.words.tail, {Tag::Reconsideration, Tag::Litigation, Tag::Suit}));
    if (!named && !asked.topic.isDispute())
        return nothing();
    // 行政复议和行政诉讼情况…六个部分: counted is what stands beside the figure
    constexpr qsizetype kShort = 1;
    const auto isNoun = [&](int each) {
        const Token &word = token(each);
        return word.kind == Token::Kind::Other && word.end - word.start > kShort;
    };
    if ((asked.head >= 0 && isNoun(asked.head))
        || (!asked.words.tail.isEmpty() && isNoun(asked.words.tail.first())))
        return nothing(QStringLiteral("dispute_other"));
    const Naming *result = nullptr; // of the case; none: all cases are counted
    bool isDenied = false; // 3件行政复议案件无一被纠正
    for (const int each : asked.near) {
        isDenied = isDenied || token(each).tags.hasAny({Tag::Negation, Tag::All});
        if (token(each).tags.has(Tag::Result) && !isDenied)
            result = token(each).naming;
    }
    if (!named && !result)
        return nothing(); // some other figure in a sentence on disputes
    // results that the table does not have, and what others did with the case: 复议机关受理
    int noun = -1;
    bool isDone = has(lead, {Tag::OtherMatter});
    for (const int each : lead) {
        if (token(each).tags.hasAny({Tag::Reconsideration, Tag::Litigation, Tag::Suit}))
            noun = each;
        else if (token(each).tags.hasAny({Tag::Receive, Tag::Done, Tag::Handle, Tag::Decided})
            && (noun >= 0 || !named))
            isDone = true;
    }
    if (has(asked.near, {Tag::ResultOther}) || (!result && has(asked.words.tail, {Tag::Decided})) || isDone)
        return nothing(QStringLiteral("dispute_other"));
    const TableSpec *table = disputes();
    const QString reconsiderations = table->rowOf(Role::Reconsideration);
    const QString lawsuits = table->rowOf(Role::Litigation);
    Counted counted = of(Counted::Kind::Dispute, {});
    QStringList rows;
    const Naming *suit = nullptr;
    for (const int each : asked.near) {
        if (token(each).tags.has(Tag::Suit))
            suit = token(each).naming;
    }
    const bool inTail
        = has(asked.words.tail, {Tag::Reconsideration}) || has(asked.words.tail, {Tag::Litigation});
    const bool anyReconsideration
        = reconsideration || (!litigation && inTail && has(asked.words.tail, {Tag::Reconsideration}));
    const bool anyLitigation
        = litigation || (!reconsideration && inTail && has(asked.words.tail, {Tag::Litigation}));
    if (suit) {
        rows = suit->of;
        counted.name = suit->name;
        counted.label = suit->of.value(0);
    } else if (anyReconsideration && anyLitigation) {
        rows = {reconsiderations, lawsuits};
        counted.name = table->nameOfRow(reconsiderations) + u'、' + table->nameOfRow(lawsuits);
        counted.label = QStringLiteral("disputes");
        if (has(lead, {Tag::Each}))
            counted.isEach = true;
    } else if (anyReconsideration) {
        rows = {reconsiderations};
        counted.name = table->nameOfRow(reconsiderations);
        counted.label = QStringLiteral("reconsideration");
    } else if (anyLitigation) {
        rows = {lawsuits};
        counted.name = table->nameOfRow(lawsuits);
        counted.label = QStringLiteral("litigation");
    } else if (!asked.topic.cases.isEmpty()) { // "复议 7 件，其中维持 5 件"
        rows = asked.topic.cases;
        counted.name = asked.topic.casesName;
        counted.label = QStringLiteral("disputes");
    } else {
        const bool isLitigation
            = asked.topic.lastDispute >= 0 && token(asked.topic.lastDispute).tags.has(Tag::Litigation);
        rows = {isLitigation ? lawsuits : reconsiderations};
        counted.name = table->nameOfRow(rows.first());
        counted.label = isLitigation ? QStringLiteral("litigation") : QStringLiteral("reconsideration");
    }
    if (!asked.quantity.value.isZero() || asked.topic.cases.isEmpty()) // 复议5件、诉讼0件，其中维持2件
        asked.topic.cases = rows;
    asked.topic.allCases += rows;
    asked.topic.allCases.removeDuplicates();
    if (asked.topic.cases == rows)
        asked.topic.casesName = counted.name;
    if (result) {
        counted.name += result->name;
        counted.label += u'.' + result->of.value(0);
    }
    counted.readings.append(disputeSum(rows, result ? result->of : table->columnsOf(Role::Total)));
    if (!result)
        counted.pending = disputeSum(rows, table->columnsOf(Role::Pending));
    return counted;
}

/// 结转上年后新收到: the last that was done is to receive, and not last year.
bool Counting::isNewlyReceived(const QList<int> &lead) const
{
    for (qsizetype i = lead.size() - 1; i > 0; --i) {
        const Tags tags = token(lead[i]).tags;
        if (tags.hasAny({Tag::Carry, Tag::Unfinished}))
            return false;
        if (tags.has(Tag::Receive))
            return !token(lead[i - 1]).tags.has(Tag::LastYear) && has(lead, {Tag::Carry});
    }
    return false;
}

Counted Counting::carried(const Asked &asked) const
{
    const QList<int> &lead = asked.words.lead;
    const QList<int> &tail = asked.words.tail;
    const bool leadActs = has(lead, {Tag::Receive, Tag::Done, Tag::Outcome, Tag::Applicant, Tag::Filing})
        && !has(lead, {Tag::Unfinished, Tag::Carry, Tag::Negation, Tag::Rest}); // 收到的申请另有1件未办结
    const auto inLead = [&](Tags tags) { return has(lead, tags); };
    const auto anywhere = [&](Tags tags) { return has(lead, tags) || (!leadActs && has(tail, tags)); };
    const bool last = isOfYear(lead, Tag::LastYear) || (!leadActs && isOfYear(tail, Tag::LastYear));
    const bool moved = anywhere({Tag::Carry}) || (last && inLead({Tag::Filed}));
    const bool open = anywhere({Tag::Unfinished})
        || (isDenied(asked.near, {Tag::Done}) && !has(asked.near, {Tag::Manner}));
    if ((!moved && !open) || asked.topic.isOther() || has(asked.near, {Tag::OtherMatter})
        || isNewlyReceived(lead))
        return nothing();
    if (!speaksOfRequests(asked)
        && (asked.topic.isDispute() || !asked.topic.requests || !isOfRequests(asked)))
        return nothing();
    if (asked.head >= 0 && token(asked.head).kind == Token::Kind::Other)
        return nothing();
    const bool isOut = isOfYear(lead, Tag::NextYear) || isOfYear(tail, Tag::NextYear);
    const bool isIn = last && !isOut;
    Counted counted = isIn ? of(Counted::Kind::CarriedIn, QStringLiteral("carried_in"))
                           : of(Counted::Kind::CarriedOut, QStringLiteral("carried_out"));
    if (isIn) {
        counted.readings.append(requestSum(counted.label, {requests()->rowOf(Role::CarriedIn)}));
        return counted;
    }
    counted.readings.append(requestSum(counted.label, {requests()->rowOf(Role::CarriedOut)}));
    const bool isBare = !open && !isOut && !anywhere({Tag::Rest});
    if (isBare) // 结转4件: either
        counted.readings.append(
            requestSum(QStringLiteral("carried_in"), {requests()->rowOf(Role::CarriedIn)}));
    return counted;
}

/// Those joined to the last one by 、 or 和: "予以公开及部分公开".
QList<int> Counting::outcomesAtEnd(const QList<int> &tokens) const
{
    static constexpr Tags outcomes{Tag::Outcome, Tag::OutcomeOther, Tag::Publish};
    qsizetype i = tokens.size() - 1;
    while (i >= 0 && !token(tokens[i]).tags.hasAny(outcomes)
        && (token(tokens[i]).quantity >= 0 // 两类
            || token(tokens[i]).tags.hasAny(
                kFillers + Tags{Tag::People, Tag::Request, Tag::RequestBare, Tag::Done, Tag::Information})
            || isMark(token(tokens[i]), u"：:“”‘’（）()")))
        --i;
    QList<int> found;
    while (i >= 0 && token(tokens[i]).tags.hasAny(outcomes)) {
        found.prepend(tokens[i]);
        qsizetype k = i - 1;
        while (k >= 0 && token(tokens[k]).tags.has(Tag::Filler))
            --k;
        const bool isJoined
            = k >= 0 && (isMark(token(tokens[k]), u"、") || token(tokens[k]).tags.has(Tag::Joint));
        // 因不掌握、不予公开: only what follows one another
        if (!isJoined)
            break;
        i = k - 1;
        while (i >= 0 && token(tokens[i]).tags.has(Tag::Filler))
            --i;
    }
    return found;
}

bool Counting::isReason(const Token &word) const
{
    return word.tags.has(Tag::Outcome) && !requests()->rowParts.contains(word.naming->of.value(0))
        && !requests()->rowParts.value(requests()->rowOf(Role::Total)).contains(word.naming->of.value(0));
}

Causes Counting::causesIn(const QList<int> &tokens) const
{
    Causes causes;
    for (const int each : tokens) {
        causes.given = causes.given || token(each).tags.has(Tag::Cause);
        causes.isOpen = causes.isOpen || token(each).tags.has(Tag::Open);
        if (requests() && isReason(token(each)))
            causes.rows.append(each);
    }
    return causes;
}

/// 予以公开（含部分公开）: what a bracket between the words and the figure adds.
QList<int> Counting::outcomesInBracket(int behind) const
{
    QList<int> found;
    bool adds = false;
    for (int i = behind + 1; i < m_reading.tokens.size(); ++i) {
        const Token &each = token(i);
        if (each.group == token(behind).group) {
            if (each.quantity >= 0)
                break;
            continue;
        }
        adds = adds || each.tags.hasAny({Tag::Joint, Tag::Opener});
        if (each.quantity >= 0)
            return {};
        if (adds && each.tags.has(Tag::Outcome))
            found.append(i);
    }
    return found;
}

Counted Counting::outcome(const Asked &asked) const
{
    QList<int> found = outcomesAtEnd(asked.words.lead);
    if (found.isEmpty() && headOf(asked.words.lead) < 0) { // "20 件予以公开", "3 件申请予以公开"
        for (const int each : asked.words.tail) {
            const Token &word = token(each);
            const bool isOutcome = word.tags.hasAny({Tag::Outcome, Tag::OutcomeOther, Tag::Publish});
            const bool isJoint = word.tags.has(Tag::Joint) || word.mark == u'、';
            if (isOutcome)
                found.append(each);
            if (!found.isEmpty() && !isOutcome && !isJoint)
                break; // 予以公开及部分公开答复
            if (found.isEmpty()
                && !word.tags.hasAny(kFillers
                    + Tags{Tag::Request, Tag::RequestBare, Tag::Manner, Tag::By, Tag::Cause, Tag::Topic,
                        Tag::Done}))
                break;
        }
    }
    if (!found.isEmpty() && asked.words.lead.contains(found.last()))
        found += outcomesInBracket(found.last());
    const bool isNamed = std::any_of(
        found.begin(), found.end(), [&](int each) { return token(each).tags.has(Tag::Outcome); });
    if (found.isEmpty() || has(asked.words.lead, {Tag::Site, Tag::Normative})
        || (!isNamed && has(asked.words.lead, {Tag::Information})
            && !has(asked.words.lead, {Tag::Request, Tag::RequestBare, Tag::People})))
        return nothing();
    const bool speaks = speaksOfRequests(asked);
    // 信访类诉求等不予处理的: the other matter is what the outcome is of
    const bool isNamedHere = asked.topic.fromHeading && asked.words.lead.contains(asked.topic.lastOther);
    if ((asked.topic.isOther() && !isNamedHere && !speaks) || (asked.topic.isDispute() && !speaks))
        return nothing();
    if (has(asked.words.lead, {Tag::Open}) && !has(asked.words.lead, {Tag::Total}) && found.size() == 1
        && token(found.first()).start > token(asked.words.lead.first()).start
        && has(asked.words.lead.mid(asked.words.lead.indexOf(found.last())), {Tag::Open}))
        return nothing(); // 不予公开等4件
    // 6件信息不存在无法提供: the reason is of the group behind it, no other outcome
    if (asked.words.tail.contains(found.last()) && token(found.last()).tags.has(Tag::Outcome)) {
        const QStringList ofLast = requests()->rowsOf(token(found.last()).naming->of.value(0));
        found.removeIf([&](int each) {
            return each != found.last() && token(each).tags.has(Tag::Outcome)
                && ofLast.contains(token(each).naming->of.value(0));
        });
    }
    QStringList rows;
    QStringList names;
    for (const int each : std::as_const(found)) {
        const Token &word = token(each);
        if (word.tags.has(Tag::OutcomeOther))
            return nothing(QStringLiteral("outcome"));
        if (word.tags.has(Tag::Outcome)) {
            rows += word.naming->of;
            names.append(word.naming->name);
            continue;
        }
        // 公开3件: of requests only where nothing else could be published
        const bool isRequests = asked.topic.requests
            && m_context.units.requestsUnsaid.contains(asked.quantity.unit) && !asked.quantity.unit.isEmpty();
        const QString granted = requests()->rowOf(Role::Granted);
        if (!isRequests || granted.isEmpty())
            return nothing();
        rows.append(granted);
        names.append(requests()->nameOfRow(granted));
    }
    if (!asked.topic.requests && !speaks && !isNamedHere)
        return nothing();
    rows.removeDuplicates();
    names.removeDuplicates();
    // 因重复申请不予处理: of the group, those for that reason
    Causes causes = causesIn(asked.words.lead);
    if (asked.words.tail.contains(found.last())) // 6件因不掌握相关信息无法提供
        causes = causesIn(asked.words.tail.first(asked.words.tail.indexOf(found.last())));
    if (!causes.given && causes.rows.isEmpty())
        causes = asked.topic.causes;
    const QStringList ofGroup = rows.size() == 1 ? requests()->rowsOf(rows.first()) : QStringList();
    causes.rows.removeIf(
        [&](int each) { return found.contains(each) || !ofGroup.contains(token(each).naming->of.value(0)); });
    const bool isGroup = ofGroup.size() > 1;
    if (isGroup && !causes.rows.isEmpty() && !causes.isOpen) {
        rows.clear();
        names.clear();
        for (const int each : std::as_const(causes.rows)) {
            rows += token(each).naming->of;
            names.append(token(each).naming->name);
        }
        rows.removeDuplicates();
        names.removeDuplicates();
    }
    Counted counted = of(Counted::Kind::Outcome, rows.join(u'+'));
    counted.name = names.join(u'、');
    if (hasApplicant(asked.words.lead))
        return nothing(QStringLiteral("outcome")); // one kind of applicants and one outcome: not compared
    counted.hasShare = true;
    const bool isForReason = isGroup && (causes.given || !causes.rows.isEmpty());
    counted.isPart = has(asked.words.lead, {Tag::Filing, Tag::Manner})
        || (causes.rows.isEmpty() && (isForReason || has(asked.words.lead, {Tag::Topic})))
        || (isForReason && causes.isOpen);
    counted.readings.append(requestSum({}, rows));
    // 逾期未补正2件，其他处理5件: what was told before is none of it
    QStringList others = ofGroup;
    others.removeIf([&](const QString &row) { return asked.topic.outcomes.contains(row); });
    if (isGroup && others.size() < ofGroup.size() && !others.isEmpty())
        counted.readings.append(requestSum({}, others));
    asked.topic.outcomes += rows;
    return counted;
}

/// Of those who ask, and no part of a name or a matter: 公司收到, 企业服务中心.
bool Counting::isApplicant(int index) const
{
    if (!token(index).tags.has(Tag::Applicant))
        return false;
    if (index + 1 == m_reading.tokens.size())
        return true;
    const Token &next = token(index + 1);
    return next.kind != Token::Kind::Other
        && !next.tags.hasAny({Tag::Receive, Tag::Done, Tag::Handle, Tag::Plain});
}

/// 上年, 2023年 in the report of 2024; 下年, 2025年.
bool Counting::isOfYear(const QList<int> &tokens, Tag beside) const
{
    const int year = m_context.year + (beside == Tag::NextYear ? 1 : -1);
    return std::any_of(tokens.begin(), tokens.end(),
        [&](int each) { return token(each).tags.has(beside) || token(each).year == year; });
}

bool Counting::hasApplicant(const QList<int> &tokens) const
{
    return std::any_of(tokens.begin(), tokens.end(), [&](int each) { return isApplicant(each); });
}

/// 未能答复: the word is taken back by one before it.
bool Counting::isDenied(const QList<int> &tokens, Tags what) const
{
    bool denied = false;
    for (const int each : tokens) {
        denied = (denied || token(each).tags.has(Tag::Negation)) && token(each).kind != Token::Kind::Mark;
        if (denied && token(each).tags.hasAny(what))
            return true;
    }
    return false;
}

Counted Counting::applicants(const Asked &asked) const
{
    const Naming *kind = nullptr;
    for (const int each : asked.near) {
        if (!isApplicant(each))
            continue;
        if (kind && kind != token(each).naming)
            return nothing();
        kind = token(each).naming;
    }
    const bool isOfLead = hasApplicant(asked.words.lead);
    if (!kind || asked.topic.isOther() || asked.topic.isDispute() || has(asked.words.lead, {Tag::People}))
        return nothing();
    const bool isFiledBehind // 受理73件自然人提交的申请
        = has(asked.words.tail, {Tag::Filed}) && asked.head >= 0 && token(asked.head).tags.has(Tag::Receive);
    if (!isOfLead && asked.head >= 0 && !isFiledBehind)
        return nothing();
    if (!asked.topic.requests && !speaksOfRequests(asked))
        return nothing();
    if (!speaksOfRequests(asked) && !m_context.units.requestsUnsaid.contains(asked.quantity.unit))
        return nothing();
    const bool isOther = std::any_of(asked.near.begin(), asked.near.end(), [&](int each) {
        return token(each).tags.hasAny({Tag::OtherMatter, Tag::Topic})
            || (token(each).tags.has(Tag::RequestBare) && !isRequest(asked.words.clause, each));
    });
    if (isOther || (asked.head >= 0 && token(asked.head).kind == Token::Kind::Other))
        return nothing();
    if (asked.topic.isOfSome)
        return nothing(QStringLiteral("part"));
    Counted counted = of(Counted::Kind::Applicants, QStringLiteral("applicants.") + kind->of.join(u'+'));
    counted.name = kind->name;
    counted.hasShare = true;
    addReceived(counted, kind->of);
    if (has(asked.words.lead, {Tag::Done, Tag::Handle}))
        addDone(counted, kind->of);
    return counted;
}

Counted Counting::done(const Asked &asked) const
{
    const QList<int> &lead = asked.words.lead;
    const bool inLead = has(lead, {Tag::Done, Tag::Handle, Tag::AnswerPaper});
    const bool inTail = asked.head < 0 && has(asked.words.tail, {Tag::Done});
    if ((!inLead && !inTail) || !requestsMeant(asked))
        return nothing();
    Counted counted = of(Counted::Kind::Done, QStringLiteral("done"));
    if (isDenied(asked.near, {Tag::Done}) || has(asked.words.tail, {Tag::Plan, Tag::OutcomeOther}))
        return nothing(); // 4件将于明年答复, 对3件申请答复信息不存在
    counted.isPart
        = has(asked.near, {Tag::Manner, Tag::Filing, Tag::Topic, Tag::Site}) || asked.topic.isViewed;
    addDone(counted);
    if (has(lead, {Tag::Receive, Tag::Handle})) {
        addReceived(counted); // 收到并办结, 办理申请: either
        if (!has(lead, {Tag::Done}))
            counted.label = QStringLiteral("handled");
    }
    return counted;
}

/// "21 件政府信息公开申请", and nothing more is said of them.
bool Counting::isOfRequestsBehind(const Asked &asked) const
{
    constexpr qsizetype kShort = 1;
    bool found = false;
    for (const int each : asked.words.tail) {
        const Token &word = token(each);
        if (found
            && ((word.kind == Token::Kind::Other && word.end - word.start > kShort)
                || word.tags.hasAny({Tag::OutcomeOther, Tag::Manner, Tag::Topic})))
            return false;
        found = found || isRequest(asked.words.clause, each);
    }
    return found;
}

/// 新收104件，上年结转0件，共计104件.
bool Counting::isSumOfBoth(const Asked &asked) const
{
    const QList<int> &lead = asked.words.lead;
    const auto &mentions = m_reading.mentions;
    if (mentions.size() < 2 || lead.isEmpty() || !has(lead, {Tag::Total}) || !asked.words.tail.isEmpty()
        || !std::all_of(lead.begin(), lead.end(), [this](int each) {
               return token(each).tags.hasAny({Tag::Total, Tag::Filler});
           }))
        return false;
    const Mention &second = mentions.last();
    const Mention &first = mentions[mentions.size() - 2];
    const auto are = [&](Counted::Kind one, Counted::Kind other) {
        return first.counted.kind == one && second.counted.kind == other;
    };
    return first.sentence == second.sentence && lead.first() == second.token + 2
        && (are(Counted::Kind::Received, Counted::Kind::CarriedIn)
            || are(Counted::Kind::CarriedIn, Counted::Kind::Received));
}

Counted Counting::received(const Asked &asked) const
{
    if (isSumOfBoth(asked)) {
        Counted sum = of(Counted::Kind::Received, QStringLiteral("received"));
        sum.readings.append(requestSum(QStringLiteral("new_and_carried_in"),
            {requests()->rowOf(Role::Received), requests()->rowOf(Role::CarriedIn)}));
        return sum;
    }
    const QList<int> &lead = asked.words.lead;
    const bool verb = has(lead, {Tag::Receive});
    const bool isNoun = (asked.head >= 0 && isRequest(asked.words.clause, asked.head))
        || (asked.head < 0 && isOfRequestsBehind(asked));
    const bool filed = has(asked.near, {Tag::Filed}) && speaksOfRequests(asked);
    if (!verb && !isNoun && !filed)
        return nothing();
    if (!requestsMeant(asked) || (asked.head >= 0 && token(asked.head).kind == Token::Kind::Other))
        return nothing();
    // 年报、依申请公开四个板块: the noun behind is what is counted
    if (!verb && !filed && !asked.words.tail.isEmpty()
        && token(asked.words.tail.first()).kind == Token::Kind::Other
        && !m_context.units.requestsUnsaid.contains(asked.quantity.unit))
        return nothing();
    if (verb && asked.head >= 0 && token(asked.head).tags.has(Tag::Filing) && !speaksOfRequests(asked))
        return nothing(); // 收到来信2件
    if (has(asked.words.clause, {Tag::Negation}) || hasApplicant(lead) || has(lead, {Tag::OutcomeOther}))
        return nothing();
    Counted counted = of(Counted::Kind::Received, QStringLiteral("received"));
    counted.isPart = (has(asked.near, {Tag::Filing, Tag::Manner, Tag::Topic, Tag::OtherPart, Tag::Site})
                         && !has(asked.near, {Tag::Channels, Tag::Open, Tag::Joint}))
        || asked.topic.isViewed
        // （含1件…）; 其中县政府收到4件: what one of several got
        || (has(lead, {Tag::Opener})
            && (token(lead.first()).group != 0
                || (!isNoun
                    && std::any_of(asked.words.clause.begin(), asked.words.clause.end(),
                        [this](int each) { return token(each).kind == Token::Kind::Other; }))));
    addReceived(counted);
    return counted;
}

Counted Counting::document(const Asked &asked) const
{
    const QList<int> &lead = asked.words.lead;
    const QList<int> &tail = asked.words.tail;
    const bool normative = has(lead, {Tag::Normative}) || has(tail, {Tag::Normative});
    const bool regulation = has(lead, {Tag::Regulation}) || has(tail, {Tag::Regulation});
    const bool goesOn = !normative && !regulation && asked.topic.document != Role::Total
        && has(lead, {Tag::Issue, Tag::Repeal, Tag::InForce});
    if ((normative == regulation && !goesOn) || has(asked.near, {Tag::DocumentOther})
        || (goesOn && has(lead, {Tag::Topic, Tag::OtherPart}))) // 其中以本机关名义制发的
        return nothing();
    if (asked.head >= 0 && token(asked.head).kind == Token::Kind::Other)
        return nothing();
    // 规范性文件类信息5条: what was put into that column
    if (asked.head >= 0 && token(asked.head).tags.has(Tag::Information))
        return nothing();
    if (goesOn
        && (asked.head < 0
            || !token(asked.head).tags.hasAny({Tag::Issue, Tag::Repeal, Tag::InForce, Tag::DocumentBare})))
        return nothing();
    const Role row = goesOn ? asked.topic.document : normative ? Role::Normative : Role::Regulations;
    asked.topic.document = row;
    Counted counted = of(Counted::Kind::Document, {});
    const QString id = documents()->rowOf(row);
    if (id.isEmpty())
        return nothing();
    counted.name = documents()->rowLabels.value(id).label;
    const auto add = [&](Role column) { // of 2019 there are two that came into being: each by itself
        for (const QString &each : documents()->columnsOf(column)) {
            if (m_context.form->cell(CellId(documents()->id, id, each)))
                counted.readings.append({{}, documents()->id, {id}, {each}});
        }
    };
    const QString base
        = row == Role::Normative ? QStringLiteral("normative.") : QStringLiteral("regulations.");
    if (has(asked.near, {Tag::Repeal})) {
        counted.label = base + QStringLiteral("repealed");
        add(Role::Repealed);
    } else if (has(asked.near, {Tag::InForce})) {
        counted.label = base + QStringLiteral("in_force");
        add(Role::InForce);
    } else {
        counted.label = base + QStringLiteral("issued");
        add(Role::Issued);
        if (!has(asked.near, {Tag::Issue}))
            add(Role::InForce);
    }
    return counted.readings.isEmpty() ? nothing() : counted;
}

/// All that was published: "主动公开政府信息 9 条", nothing between but what fills.
Counted Counting::channels(const Asked &asked) const
{
    if (!m_context.units.items.contains(asked.quantity.unit) || asked.quantity.unit.isEmpty())
        return nothing();
    const QList<int> &lead = asked.words.lead;
    qsizetype i = lead.size() - 1;
    bool information = false;
    for (; i >= 0; --i) {
        const Token &each = token(lead[i]);
        if (each.tags.has(Tag::Information)) {
            information = true;
            if (each.tags.has(Tag::Proactive))
                break; // 公开信息
        } else if (!each.tags.hasAny(kFillers) || each.tags.has(Tag::Proactive))
            break;
    }
    const bool inTail
        = !asked.words.tail.isEmpty() && token(asked.words.tail.first()).tags.has(Tag::Information);
    if (i < 0 || !token(lead[i]).tags.has(Tag::Proactive) || (!information && !inTail))
        return nothing();
    int sites = 0;
    for (const int each : asked.words.clause)
        sites += token(each).tags.has(Tag::Site) ? 1 : 0;
    if (has(lead, {Tag::Opener, Tag::OtherPart}) || (sites == 0 && asked.topic.isOfSite))
        return nothing(QStringLiteral("site"));
    const bool all = has(asked.words.clause, {Tag::Channels}) || sites > 1;
    if (has(lead, {Tag::Request, Tag::RequestBare, Tag::People})) // 依申请向申请人公开信息的36件
        return nothing();
    if (has(asked.words.clause, {Tag::OtherMatter, Tag::Normative, Tag::Topic}) || (sites > 0 && !all))
        return nothing(QStringLiteral("site"));
    return of(Counted::Kind::Channels, QStringLiteral("channels"));
}

Counted Counting::fee(const Asked &asked) const
{
    const bool isMoney = m_context.units.money.contains(asked.quantity.unit);
    if (!isMoney || !has(asked.words.clause, {Tag::Fee}))
        return nothing();
    return of(Counted::Kind::Fee, QStringLiteral("fee"));
}

bool Counting::isViewOfShares(const QList<int> &clause) const
{
    const auto by
        = std::find_if(clause.begin(), clause.end(), [&](int each) { return token(each).tags.has(Tag::By); });
    const auto viewed
        = std::find_if(by, clause.end(), [&](int each) { return token(each).tags.has(Tag::Viewed); });
    if (by == clause.end() || viewed == clause.end())
        return false;
    static constexpr Tags whole{Tag::Request, Tag::RequestBare, Tag::Receive, Tag::Done, Tag::Handle,
        Tag::Filler, Tag::Total, Tag::Outcome, Tag::ThisYear, Tag::WholeYear};
    return !std::all_of(by + 1, viewed, [&](int each) { return token(each).tags.hasAny(whole); });
}

bool Counting::isOtherPart(const Words &words) const { return has(words.lead, {Tag::OtherPart}); }

Dimension Counting::dimensionOf(const Words &words, const Counted &counted, const Topic &topic) const
{
    switch (counted.kind) {
    case Counted::Kind::Applicants: return Dimension::Applicant;
    case Counted::Kind::Outcome: return Dimension::Outcome;
    case Counted::Kind::Done: return has(words.lead, {Tag::Filing}) ? Dimension::Filing : Dimension::State;
    case Counted::Kind::CarriedIn:
    case Counted::Kind::CarriedOut: return Dimension::State;
    case Counted::Kind::Dispute: return counted.label.contains(u'.') ? Dimension::Result : Dimension::None;
    case Counted::Kind::Received:
    case Counted::Kind::Document:
    case Counted::Kind::Channels:
    case Counted::Kind::Fee:
    case Counted::Kind::None: break;
    }
    if (counted.label == u"outcome")
        return Dimension::Outcome;
    if (counted.label == u"dispute_other")
        return Dimension::Result;
    if (has(words.lead, {Tag::PartOfYear}))
        return Dimension::Period;
    if (has(words.lead, {Tag::Filing}) && (topic.requests || counted.kind == Counted::Kind::Received))
        return Dimension::Filing;
    if (has(words.lead, {Tag::Applicant}))
        return Dimension::Applicant;
    return Dimension::Category;
}

} // namespace nianbao
