// SPDX-License-Identifier: MulanPSL-2.0
#include "wordings.h"

#include <QSet>

#include <algorithm>

namespace nianbao {

namespace {

/// Words between what is denied that narrow nothing.
constexpr Tags kSayNothing{Tag::Filler, Tag::Total, Tag::Joint, Tag::Adverb, Tag::Timely, Tag::Respective,
    Tag::ThisYear, Tag::WholeYear, Tag::All, Tag::Negation, Tag::By};

} // namespace

struct Wordings::Said {
    const QList<int> &clause;
    const QList<int> &before;
    const Topic &topic;
    const Scope &scope;
    int sentence;
};

void Wordings::readClause(
    const QList<int> &clause, const QList<int> &before, const Topic &topic, const Scope &scope, int sentence)
{
    const Said said{clause, before, topic, scope, sentence};
    for (qsizetype i = 0; i < clause.size(); ++i) {
        const Tags tags = token(clause[i]).tags;
        const bool isOfFee = m_counting.has(clause, {Tag::Fee}) || tags.has(Tag::Free);
        if (tags.has(Tag::Free) || (tags.has(Tag::Negation) && isOfFee)) {
            readFee(said, i);
            break; // one thing is said of it
        }
        if (tags.has(Tag::Negation))
            readNone(said, i);
        else if ((tags.has(Tag::All) || isAlready(said, i)) && readAll(said, i))
            break; // 所有申请均已办结: said once
    }
}

void Wordings::finish()
{
    QSet<int> sentences; // that tell what is carried over
    for (const Mention &mention : std::as_const(m_reading.mentions)) {
        if (mention.counted.kind == Counted::Kind::CarriedOut && mention.quantity.value.isPositive())
            sentences.insert(mention.sentence);
    }
    for (const AllDone &each : std::as_const(m_allDone)) {
        // "答复 21 件，均按期办结；3 件结转下年"
        Wording &wording = m_reading.wordings[each.wording];
        if (each.isHandled ? !sentences.isEmpty() : sentences.contains(wording.sentence))
            wording.ours = false;
    }
}

/// The first figure of a sentence that is being read.
QList<Mention>::const_iterator Wordings::firstOf(int sentence) const
{
    auto first = m_reading.mentions.constEnd();
    while (first != m_reading.mentions.constBegin() && std::prev(first)->sentence == sentence)
        --first;
    return first;
}

void Wordings::add(const Said &said, int from, int to, const Counted &counted)
{
    Wording wording;
    wording.start = m_reading.places[token(from).start];
    wording.length = m_reading.places[token(to).end - 1] + 1 - wording.start;
    wording.counted = counted;
    wording.ours = said.scope.isOurs();
    wording.sentence = said.sentence;
    m_reading.wordings.append(wording);
}

/// Words that the reading does not know narrow what is said: "未收到要求更正的申请".
bool Wordings::isRestricted(const QList<int> &tokens) const
{
    constexpr qsizetype kShort = 1;
    static constexpr Tags narrowing{Tag::OtherMatter, Tag::Filing, Tag::OtherPart, Tag::Except, Tag::Topic,
        Tag::Manner, Tag::OutcomeOther, Tag::DocumentOther, Tag::Plain};
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token &word = token(tokens[i]);
        const bool isUnknown = word.kind == Token::Kind::Other && word.end - word.start > kShort;
        if (!isUnknown && !word.tags.hasAny(narrowing))
            continue;
        const auto isOwn = [&](const Token &one) {
            return m_context.names.whose(QStringView(m_reading.text).mid(one.start, one.end - one.start))
                == BodyNames::Whose::Own;
        };
        static constexpr Tags cases{Tag::Reconsideration, Tag::Litigation, Tag::Suit};
        if (word.tags.has(Tag::Topic) && i + 1 < tokens.size() && token(tokens[i + 1]).tags.hasAny(cases))
            continue; // 无涉行政复议
        if (isOwn(word)
            || (i + 1 < tokens.size() && word.tags.has(Tag::Topic) && isOwn(token(tokens[i + 1]))))
            continue; // 向管委会, 涉及本局
        if (!isListed(tokens, i))
            return true;
    }
    return false;
}

/// One more in a list of what there is none of: 行政复议、行政诉讼和申诉情况.
bool Wordings::isListed(const QList<int> &tokens, qsizetype at) const
{
    static constexpr Tags items{Tag::Reconsideration, Tag::Litigation, Tag::Suit, Tag::Normative,
        Tag::Regulation, Tag::Request, Tag::RequestBare, Tag::Result};
    static constexpr Tags between = kSayNothing + Tags{Tag::Open, Tag::DisputeWords};
    const auto parts = [&](qsizetype i) {
        return i >= 0 && i < tokens.size()
            && (token(tokens[i]).tags.has(Tag::Joint) || token(tokens[i]).mark == u'、');
    };
    // 因举报、投诉引发的复议: what the list is the cause of
    const auto leads = [&](qsizetype i) {
        return i < tokens.size() && token(tokens[i]).tags.has(Tag::DisputeWords) && !parts(i);
    };
    qsizetype last = at;
    bool isAhead = false; // 投诉、提起行政诉讼
    while (parts(last + 1) && last + 2 < tokens.size() && !isAhead) {
        last += 2;
        while (last + 1 < tokens.size() && token(tokens[last]).tags.has(Tag::DisputeWords))
            ++last;
        isAhead = token(tokens[last]).tags.hasAny(items);
    }
    if (leads(last + 1) && !isAhead)
        return false;
    qsizetype first = at;
    while (parts(first - 1) && first >= 2 && !token(tokens[first - 2]).tags.hasAny(items))
        first -= 2;
    const bool isBehind = parts(first - 1) && first >= 2;
    const bool isEnd = std::all_of(
        tokens.begin() + last + 1, tokens.end(), [&](int each) { return token(each).tags.hasAny(between); });
    return isAhead || (isBehind && isEnd);
}

QStringList Wordings::disputeRows(const QList<int> &tokens) const
{
    QStringList rows;
    for (const int each : tokens) {
        if (token(each).tags.has(Tag::Suit))
            rows += token(each).naming->of;
        else if (token(each).tags.has(Tag::Reconsideration))
            rows.append(m_counting.disputes()->rowOf(Role::Reconsideration));
        else if (token(each).tags.has(Tag::Litigation))
            rows.append(m_counting.disputes()->rowOf(Role::Litigation));
    }
    rows.removeDuplicates();
    return rows;
}

QString Wordings::nameOfRows(const TableSpec &table, const QStringList &rows) const
{
    QStringList names;
    for (const QString &row : rows)
        names.append(table.nameOfRow(row));
    return names.join(u'、');
}

/// All rows of outcomes, groups opened.
QStringList Wordings::outcomeRows() const
{
    const TableSpec &table = *m_counting.requests();
    QStringList rows;
    for (const QString &part : table.rowParts.value(table.rowOf(Role::Total)))
        rows += table.rowsOf(part);
    return rows;
}

/// "未收取信息处理费", "均为免费": of the fee for information, where requests are spoken of or its name is
/// said.
void Wordings::readFee(const Said &said, qsizetype at)
{
    const QList<int> rest = said.clause.mid(at);
    const auto fee = std::find_if(rest.begin(), rest.end(),
        [&](int each) { return token(each).tags.has(Tag::Fee) || token(each).tags.has(Tag::Free); });
    if (fee == rest.end() || m_counting.has(rest, {Tag::OtherMatter}))
        return;
    Counted counted;
    counted.kind = Counted::Kind::Fee;
    counted.label = QStringLiteral("fee");
    add(said, said.clause[at], *fee, counted);
}

void Wordings::readNone(const Said &said, qsizetype at)
{
    if (at + 1 < said.clause.size() && token(said.clause[at + 1]).quantity >= 0)
        return; // 不存在9件
    QList<int> rest;
    for (qsizetype i = at + 1; i < said.clause.size(); ++i) {
        const Token &each = token(said.clause[i]);
        if (each.kind == Token::Kind::Number && each.quantity >= 0)
            break;
        if (each.tags.has(Tag::Negation) && !rest.isEmpty() && token(rest.last()).kind == Token::Kind::Mark)
            break; // "无纠正、无败诉"
        rest.append(said.clause[i]);
    }
    const bool isExcepted
        = m_counting.has(said.clause, {Tag::Except}) || m_counting.has(said.before, {Tag::Except});
    if (isExcepted)
        return;
    // "复议、诉讼的情况：无", "行政复议未发生"
    const bool isBare = !m_counting.has(rest,
        {Tag::Request, Tag::RequestBare, Tag::Reconsideration, Tag::Litigation, Tag::Suit, Tag::Result,
            Tag::Outcome, Tag::Carry, Tag::Unfinished, Tag::Normative, Tag::Regulation, Tag::Applicant});
    QList<int> spoken = rest;
    if (isBare) {
        const QList<int> ahead = said.clause.mid(0, at);
        spoken = (m_counting.has(ahead,
                      {Tag::Request, Tag::Reconsideration, Tag::Litigation, Tag::Normative, Tag::Outcome})
                         ? ahead
                         : said.before)
            + rest;
        const bool isAnswer = at == 0 && rest.isEmpty() && !said.before.isEmpty();
        const bool isVerbless
            = !ahead.isEmpty() && !isRestricted(rest) && !m_counting.has(ahead, {Tag::Manner});
        if (!isAnswer && !isVerbless)
            return;
        if (m_counting.has(spoken, {Tag::Done, Tag::Open}))
            return;
    }
    const auto counted = noneOf(said, spoken);
    if (!counted)
        return;
    int last = said.clause[at];
    for (const int each : std::as_const(rest)) {
        if (token(each).kind == Token::Kind::Word && !token(each).tags.hasAny(kSayNothing))
            last = each;
    }
    add(said, said.clause[at], last, *counted);
}

std::optional<Counted> Wordings::noneOf(const Said &said, const QList<int> &rest) const
{
    const auto has = [&](Tags tags) { return m_counting.has(rest, tags); };
    Counted counted;
    const bool restricted = isRestricted(rest);
    if (m_counting.disputes() && has({Tag::Result}) && !has({Tag::Outcome})) {
        if (restricted || has({Tag::ResultOther}))
            return std::nullopt;
        QStringList rows = disputeRows(rest);
        if (rows.isEmpty())
            rows = disputeRows(said.clause);
        if (rows.isEmpty())
            rows = disputeRows(said.before);
        if (rows.isEmpty())
            rows = said.topic.cases;
        const auto result = std::find_if(
            rest.begin(), rest.end(), [&](int each) { return token(each).tags.has(Tag::Result); });
        if (rows.isEmpty())
            return std::nullopt;
        counted.kind = Counted::Kind::Dispute;
        counted.label = QStringLiteral("disputes.") + token(*result).naming->of.value(0);
        counted.name = nameOfRows(*m_counting.disputes(), rows) + token(*result).naming->name;
        counted.readings = {m_counting.disputeSum(rows, token(*result).naming->of)};
        return counted;
    }
    if (m_counting.disputes() && has({Tag::Reconsideration, Tag::Litigation, Tag::Suit})) {
        if (restricted || has({Tag::ResultOther}))
            return std::nullopt;
        const QStringList rows = disputeRows(rest);
        counted.kind = Counted::Kind::Dispute;
        counted.label = QStringLiteral("disputes");
        counted.name = nameOfRows(*m_counting.disputes(), rows);
        counted.readings = {m_counting.disputeSum(rows, m_counting.disputes()->columnsOf(Role::Total))};
        return counted;
    }
    const bool requestsMeant
        = m_counting.requests() && !said.topic.isOther() && (said.topic.requests || has({Tag::Request}));
    if (requestsMeant && has({Tag::Carry, Tag::Unfinished})) {
        if (restricted)
            return std::nullopt;
        const bool isIn
            = m_counting.isOfYear(said.clause, Tag::LastYear) && !m_counting.isOfYear(rest, Tag::NextYear);
        counted.kind = isIn ? Counted::Kind::CarriedIn : Counted::Kind::CarriedOut;
        counted.label = isIn ? QStringLiteral("carried_in") : QStringLiteral("carried_out");
        counted.readings = {m_counting.requestSum(
            counted.label, {m_counting.requests()->rowOf(isIn ? Role::CarriedIn : Role::CarriedOut)})};
        return counted;
    }
    if (requestsMeant && has({Tag::Outcome}) && !has({Tag::Receive, Tag::Filed})) {
        const bool isOfRequests = std::any_of(rest.begin(), rest.end(), [&](int each) {
            return (token(each).tags.has(Tag::Outcome) && !m_counting.isReason(token(each)))
                || m_counting.isRequest(said.clause, each);
        });
        if (restricted || has({Tag::Applicant}) || !isOfRequests) // 未涉及国家秘密
            return std::nullopt;
        QStringList rows;
        int last = -1;
        for (const int each : rest) {
            const Token &word = token(each);
            if (!word.tags.has(Tag::Outcome))
                continue;
            // 不予处理中的信访类: a part of it
            const bool isJoined = last < 0
                || std::any_of(m_reading.tokens.begin() + last, m_reading.tokens.begin() + each,
                    [](const Token &between) {
                        return between.tags.has(Tag::Joint)
                            || (between.kind == Token::Kind::Mark && between.mark == u'、');
                    });
            if (!isJoined)
                return std::nullopt;
            rows += word.naming->of;
            last = each;
        }
        rows.removeDuplicates();
        counted.kind = Counted::Kind::Outcome;
        counted.label = rows.join(u'+');
        counted.name = nameOfRows(*m_counting.requests(), rows);
        counted.readings = {m_counting.requestSum({}, rows)};
        return counted;
    }
    if (m_counting.documents() && has({Tag::Normative, Tag::Regulation})) {
        if (restricted || (has({Tag::Normative}) && has({Tag::Regulation})))
            return std::nullopt;
        const bool normative = has({Tag::Normative});
        const QString row = m_counting.documents()->rowOf(normative ? Role::Normative : Role::Regulations);
        // 现行有效规范性文件12件，本年度无新增: what was said last
        const auto deed = std::find_if(rest.rbegin(), rest.rend(), [&](int each) {
            return token(each).tags.hasAny({Tag::Issue, Tag::Repeal, Tag::InForce});
        });
        const bool isSaid = deed != rest.rend();
        const Role column = isSaid && token(*deed).tags.has(Tag::Repeal) ? Role::Repealed
            : isSaid && token(*deed).tags.has(Tag::InForce)              ? Role::InForce
                                                                         : Role::Issued;
        if (row.isEmpty() || m_counting.documents()->columnsOf(column).isEmpty())
            return std::nullopt;
        counted.kind = Counted::Kind::Document;
        counted.label = normative ? QStringLiteral("normative") : QStringLiteral("regulations");
        counted.name = m_counting.documents()->rowLabels.value(row).label;
        counted.readings = {m_counting.documentSum(row, column)};
        return counted;
    }
    if (!m_counting.requests() || said.topic.isOther())
        return std::nullopt;
    const bool named = std::any_of(
        rest.begin(), rest.end(), [&](int each) { return m_counting.isRequest(said.clause, each); });
    const bool applicants = has({Tag::Applicant}) && !has({Tag::People});
    if (!named && !(said.topic.requests && has({Tag::Receive}) && applicants))
        return std::nullopt;
    if (restricted || has({Tag::Outcome, Tag::Done}))
        return std::nullopt;
    counted.kind = Counted::Kind::Received;
    counted.label = QStringLiteral("received");
    QStringList columns;
    if (applicants) {
        QStringList names;
        for (const int each : rest) {
            if (token(each).tags.has(Tag::Applicant)) {
                columns += token(each).naming->of;
                names.append(token(each).naming->name);
            }
        }
        columns.removeDuplicates();
        counted.kind = Counted::Kind::Applicants;
        counted.name = names.join(u'、');
    }
    counted.readings = {m_counting.requestSum(
        QStringLiteral("new"), {m_counting.requests()->rowOf(Role::Received)}, columns)};
    return counted;
}

/// 收到申请3件，已按时办结, 并在法定时限内答复: said of all of them.
bool Wordings::isAlready(const Said &said, qsizetype at) const
{
    if (!token(said.clause[at]).tags.hasAny({Tag::Already, Tag::Timely})
        || !std::all_of(said.clause.begin(), said.clause.begin() + at,
            [&](int each) { return token(each).tags.hasAny(kSayNothing); }))
        return false;
    const auto first = firstOf(said.sentence);
    return first != m_reading.mentions.constEnd() && m_reading.mentions.constEnd() - first == 1
        && first->counted.kind == Counted::Kind::Received && !first->counted.isPart
        && said.before.contains(first->token) && !isCounted(said.clause, -1)
        && !m_counting.has(said.clause, {Tag::Negation, Tag::Outcome, Tag::Carry, Tag::Unfinished});
}

/// Whether a figure follows in the clause: 全部公开的36件.
bool Wordings::isCounted(const QList<int> &clause, int word) const
{
    for (const int each : clause) {
        if (each < word)
            continue;
        if (token(each).quantity >= 0)
            return true;
        if (token(each).kind == Token::Kind::Mark && token(each).mark != u'、')
            return false;
    }
    return false;
}

/// 管委会制作或保存的信息均: of information of one kind only, not of requests.
bool Wordings::isMadeBy(const QList<int> &ahead) const
{
    const qsizetype last = ahead.size() - 1;
    return last > 1 && token(ahead[last]).tags.has(Tag::Information)
        && token(ahead[last - 1]).tags.has(Tag::Filler) && token(ahead[last - 2]).kind == Token::Kind::Other;
}

bool Wordings::readAll(const Said &said, qsizetype at)
{
    const QList<int> ahead = said.clause.mid(0, at);
    const QList<int> rest = said.clause.mid(at + 1);
    if (m_counting.has(said.clause, {Tag::Except, Tag::Plan, Tag::Negation})
        || m_counting.has(said.before, {Tag::Except})
        || m_counting.has(ahead, {Tag::Rest, Tag::OtherPart, Tag::Unfinished}))
        return false;
    // what is said of all: the first word that says something
    constexpr int kMostUnknown = 12; // characters in between: 均因本院不掌握相关信息而无法提供
    static constexpr Tags predicates{
        Tag::Done, Tag::Outcome, Tag::Publish, Tag::Applicant, Tag::Result, Tag::Decided, Tag::Handle};
    int found = -1;
    qsizetype unknown = 0;
    for (const int each : rest) {
        const Token &word = token(each);
        if (word.kind == Token::Kind::Number && word.quantity >= 0)
            return false; // 全部公开的36件
        if (word.kind == Token::Kind::Number || (word.kind == Token::Kind::Mark && word.mark != u'、'))
            break;
        if (word.kind == Token::Kind::Other)
            unknown += word.end - word.start;
        if (unknown > kMostUnknown
            || word.tags.hasAny({Tag::OtherMatter, Tag::Carry, Tag::Information, Tag::Site}))
            break;
        if (word.tags.hasAny(predicates)) {
            found = each;
            if (!word.tags.hasAny({Tag::Outcome, Tag::Done, Tag::Handle}))
                break;
        }
    }
    if (found < 0 || isCounted(said.clause, found))
        return false;
    const Token &predicate = token(found);
    Wording wording;
    wording.start = m_reading.places[token(said.clause[at]).start];
    wording.length = m_reading.places[predicate.end - 1] + 1 - wording.start;
    wording.isAll = true;
    wording.sentence = said.sentence;
    wording.ours = said.scope.isOurs();
    Counted &counted = wording.counted;
    if (predicate.tags.hasAny({Tag::Result, Tag::Decided}) && m_counting.disputes()) {
        QStringList rows = disputeRows(said.clause);
        if (rows.isEmpty())
            rows = said.topic.allCases;
        if (rows.isEmpty())
            rows = disputeRows(said.before);
        if (rows.isEmpty() || m_counting.has(ahead, {Tag::OtherMatter}))
            return false;
        const TableSpec &table = *m_counting.disputes();
        counted.kind = Counted::Kind::Dispute;
        QStringList others = table.columnsOf(Role::Pending);
        if (predicate.naming) {
            others = table.columns;
            others.removeIf([&](const QString &column) {
                return table.isColumn(column, Role::Total) || predicate.naming->of.contains(column);
            });
            counted.name = nameOfRows(table, rows) + predicate.naming->name;
            counted.readings = {m_counting.disputeSum(rows, predicate.naming->of)};
        } else {
            counted.label = QStringLiteral("decided");
            counted.name = nameOfRows(table, rows);
        }
        wording.others = m_counting.disputeSum(rows, others);
        m_reading.wordings.append(wording);
        return true;
    }
    if (!m_counting.requests() || said.topic.isOther() || said.topic.isDispute())
        return false;
    // who is meant: requests of this sentence, named or counted
    const bool named = std::any_of(
        ahead.begin(), ahead.end(), [&](int each) { return m_counting.isRequest(said.clause, each); });
    const bool counts
        = std::any_of(firstOf(said.sentence), m_reading.mentions.constEnd(), [](const Mention &mention) {
              return mention.counted.kind != Counted::Kind::None
                  && mention.counted.kind != Counted::Kind::Document
                  && mention.counted.kind != Counted::Kind::Channels
                  && mention.counted.kind != Counted::Kind::Dispute;
          });
    constexpr qsizetype kShort = 2; // 目前, 其中: more is a noun of its own
    qsizetype nouns = 0;
    for (const int each : ahead) {
        if (token(each).kind == Token::Kind::Other)
            nouns += token(each).end - token(each).start;
    }
    const bool isOther
        = (nouns > kShort && !named && !m_counting.has(ahead, {Tag::People})) || isMadeBy(ahead);
    const bool isHeaded = said.topic.fromHeading && predicate.tags.has(Tag::Outcome);
    // 收到申请12件。截至12月31日，均已答复
    const bool isOfTheLast = said.topic.isAfterRequests && predicate.tags.has(Tag::Done) && unknown == 0
        && nouns == 0 && firstOf(said.sentence) == m_reading.mentions.constEnd();
    if (isOther
        || !(named || counts || isHeaded || isOfTheLast
            || (said.topic.requests && said.topic.lastRequest >= 0)
            || (said.topic.requests && m_counting.has(ahead, {Tag::People}))))
        return false;
    if (m_counting.has(ahead, {Tag::Topic, Tag::Filing, Tag::Site, Tag::Normative}) && !named)
        return false;
    // 重复申请46件，均不予处理: of those only
    const auto first = firstOf(said.sentence);
    const bool ofOutcome = !named && m_reading.mentions.constEnd() - first == 1
        && (first->counted.kind == Counted::Kind::Outcome || first->counted.isPart);
    if (ofOutcome)
        return false;
    // 不予公开的2件均为…: of these only
    const auto subset = std::find_if(ahead.rbegin(), ahead.rend(),
        [&](int each) { return token(each).kind == Token::Kind::Number && token(each).quantity >= 0; });
    if (subset != ahead.rend()) {
        const auto mention = std::find_if(firstOf(said.sentence), m_reading.mentions.constEnd(),
            [&](const Mention &one) { return one.token == *subset; });
        if (mention != m_reading.mentions.constEnd()
            && (mention->counted.kind == Counted::Kind::Outcome
                || mention->counted.kind == Counted::Kind::Applicants
                || mention->counted.kind == Counted::Kind::CarriedOut))
            return false;
    }
    const TableSpec &table = *m_counting.requests();
    if (predicate.tags.has(Tag::Applicant)) {
        counted.kind = Counted::Kind::Applicants;
        counted.name = predicate.naming->name;
        QStringList others = table.columns;
        others.removeIf([&](const QString &column) {
            return table.isColumn(column, Role::Total) || predicate.naming->of.contains(column);
        });
        counted.readings = {m_counting.requestSum(
            QStringLiteral("new"), {table.rowOf(Role::Received)}, predicate.naming->of)};
        wording.others = m_counting.requestSum(QStringLiteral("new"), {table.rowOf(Role::Received)}, others);
    } else if (predicate.tags.hasAny({Tag::Outcome, Tag::Publish})) {
        counted.kind = Counted::Kind::Outcome;
        const QStringList of
            = predicate.naming ? predicate.naming->of : QStringList{table.rowOf(Role::Granted)};
        QStringList own;
        for (const QString &row : of)
            own += table.rowsOf(row);
        QStringList others = outcomeRows();
        others.removeIf([&](const QString &row) { return own.contains(row); });
        counted.name = nameOfRows(table, of);
        counted.readings = {m_counting.requestSum({}, of)};
        wording.others = m_counting.requestSum(QStringLiteral("done"), others);
    } else {
        // "答复 21 件，均在法定期限内办结" speaks of those that were answered
        auto last = m_reading.mentions.constEnd();
        while (last != first && std::prev(last)->counted.kind == Counted::Kind::None)
            --last;
        const bool ofDone = last != first && std::prev(last)->counted.kind == Counted::Kind::Done;
        if (ofDone || m_counting.has(ahead, {Tag::Done}) || m_counting.has(ahead, {Tag::Manner}))
            return false;
        counted.kind = Counted::Kind::CarriedOut;
        counted.label = QStringLiteral("all_done");
        wording.others
            = m_counting.requestSum(QStringLiteral("carried_out"), {table.rowOf(Role::CarriedOut)});
        m_allDone.append({m_reading.wordings.size(), !predicate.tags.has(Tag::Done)});
    }
    m_reading.wordings.append(wording);
    return true;
}

} // namespace nianbao
