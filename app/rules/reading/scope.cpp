// SPDX-License-Identifier: MulanPSL-2.0
#include "scope.h"

#include "usualwords.h"

#include <algorithm>

namespace nianbao {

QString Scope::why() const
{
    return m_otherBody || m_partOf ? QStringLiteral("other_body")
        : m_otherYear              ? QStringLiteral("other_year")
        : m_partOfYear             ? QStringLiteral("part_of_year")
        : m_planned                ? QStringLiteral("plan")
                                   : QString();
}

void Scope::read(const QList<int> &tokens)
{
    readTime(tokens);
    readBody(tokens);
}

/// Whether one of the next words, or the one before, is of these: 上年度结转, 结转至2025年.
bool Scope::isNear(const QList<int> &tokens, qsizetype i, Tags tags) const
{
    constexpr qsizetype kFar = 4;
    for (qsizetype k = std::max<qsizetype>(0, i - 2); k < std::min(tokens.size(), i + kFar); ++k) {
        const Token &token = m_reading->tokens[tokens[k]];
        if (k > i && token.kind == Token::Kind::Number && token.quantity >= 0)
            return false;
        if (k != i && token.tags.hasAny(tags))
            return true;
    }
    return false;
}

void Scope::readTime(const QList<int> &tokens)
{
    bool isCompared = false;
    bool isUntil = false;
    int months = 0;
    bool fromJanuary = false;
    m_planned = false;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token &token = m_reading->tokens[tokens[i]];
        // 规划计划2条 is no plan: it must do something
        if (token.tags.has(Tag::Plan) && std::any_of(tokens.begin() + i, tokens.end(), [&](int each) {
                return m_reading->tokens[each].tags.hasAny({Tag::Receive, Tag::Done, Tag::Handle,
                    Tag::Outcome, Tag::Issue, Tag::Publish, Tag::Proactive});
            }))
            m_planned = true;
        if (token.tags.has(Tag::Until))
            isUntil = true;
        if (token.tags.has(Tag::Compare)) {
            isCompared = true;
            continue;
        }
        if (token.tags.hasAny({Tag::Receive, Tag::Done, Tag::Handle, Tag::Change}))
            isCompared = false;
        const bool isCarried = isNear(tokens, i, {Tag::Carry, Tag::Unfinished, Tag::Filed});
        // 历年文件 is what was done of them, 历年收到 what was done then
        const bool isThen = !token.tags.has(Tag::Past)
            || isNear(tokens, i, {Tag::Receive, Tag::Done, Tag::Handle, Tag::Issue, Tag::Total});
        if (token.tags.hasAny({Tag::LastYear, Tag::Past, Tag::NextYear}) && isThen) {
            if (!isCompared && !isCarried) {
                m_otherYear = true;
                m_partOfYear = false;
            }
        } else if (token.tags.hasAny({Tag::ThisYear, Tag::WholeYear})) {
            m_otherYear = m_otherYear && !token.tags.has(Tag::ThisYear);
            m_partOfYear = false;
        } else if (token.tags.has(Tag::PartOfYear)) {
            m_partOfYear = true;
        } else if (token.year > 0) {
            if (!isCompared && !isCarried && !token.isDate) {
                m_otherYear
                    = token.year == m_context->year - 1 || (token.year != m_context->year && m_namesThisYear);
                m_partOfYear = false;
            }
        } else if (token.month > 0) {
            ++months;
            fromJanuary = fromJanuary || token.month == 1;
            constexpr int kDecember = 12;
            if (token.month == kDecember && (isUntil || fromJanuary))
                m_partOfYear = false;
            else if (!token.isDate || isUntil)
                m_partOfYear = !fromJanuary || months > 1 || !token.isDate;
        }
    }
}

BodyNames::Whose Scope::whoseOf(qsizetype from, qsizetype to) const
{
    constexpr qsizetype kLongestName = 60;
    return to - from > kLongestName
        ? BodyNames::Whose::None
        : m_context->names.whose(QStringView(m_reading->text).mid(from, to - from));
}

/// 经审查镇政府: the own name stands behind usual words that nothing parts from it.
bool Scope::endsOwn(qsizetype from, qsizetype to) const
{
    constexpr qsizetype kLongest = 24;
    if (to - from > kLongest)
        return false;
    const auto phrase = QStringView(m_reading->text).mid(from, to - from);
    const auto &words = BodyWords::shipped();
    std::vector<bool> begins(static_cast<size_t>(phrase.size()) + 1); // a word may, there
    begins[0] = true;
    for (qsizetype at = 0; at < phrase.size(); ++at) {
        if (!begins[size_t(at)])
            continue;
        if (at > 0 && !words.officesAlone.contains(phrase.mid(at))
            && whoseOf(from + at, to) == BodyNames::Whose::Own)
            return whoseOf(from, from + at) == BodyNames::Whose::None;
        if (words.links.contains(phrase[at]))
            begins[size_t(at) + 1] = true;
        for (qsizetype length = 2; length <= UsualWords::kLongest && at + length <= phrase.size(); ++length) {
            const auto word = phrase.mid(at, length);
            if (UsualWords::shipped().has(word) || words.before.contains(word))
                begins[size_t(at + length)] = true;
        }
    }
    return false;
}

/// 经审查, 根据申请内容: what a clause begins with before it names who acts.
bool Scope::isLed(qsizetype clause, qsizetype at) const
{
    const auto text = QStringView(m_reading->text);
    return at >= clause && !beginningOf(text.mid(clause), BodyWords::shipped().leads).isEmpty();
}

/// A name of a body that something is said of: it ends before what it does, or before a figure.
void Scope::readBody(const QList<int> &tokens)
{
    static constexpr Tags doings{Tag::Receive, Tag::Done, Tag::Handle, Tag::Filed, Tag::Carry, Tag::Issue,
        Tag::Repeal, Tag::InForce, Tag::Outcome, Tag::Publish, Tag::Proactive, Tag::Total, Tag::ThisYear,
        Tag::Adverb, Tag::Timely, Tag::Respective, Tag::All, Tag::Negation, Tag::DisputeWords, Tag::Request,
        Tag::Reconsideration, Tag::Litigation, Tag::Unfinished, Tag::WholeYear, Tag::Filler, Tag::Normative,
        Tag::Suit, Tag::Applicant, Tag::Says, Tag::Cause, Tag::OutcomeOther, Tag::Topic, Tag::Already};
    static constexpr Tags boundaries{Tag::ThisYear, Tag::LastYear, Tag::NextYear, Tag::Past, Tag::WholeYear,
        Tag::PartOfYear, Tag::Opener, Tag::By, Tag::Agent, Tag::Compare, Tag::Except, Tag::Filed,
        Tag::YearMark, Tag::MonthMark, Tag::DayMark, Tag::Until};
    qsizetype start = -1; // in the read text
    qsizetype clause = -1; // where it begins
    qsizetype joined = -1; // behind 和, 及: a name may have one within it, or two names be joined
    bool byAgent = false; // 由县政府办公室答复: a share, whoever it is
    m_partOf = false;

    for (const int index : tokens) {
        const Token &token = m_reading->tokens[index];
        if (start < 0)
            start = token.start;
        if (clause < 0)
            clause = token.start;
        const bool isDoing = token.kind == Token::Kind::Number || token.tags.hasAny(doings);
        if (isDoing && token.start > start) {
            auto whose = whoseOf(start, token.start);
            const bool isJudge = BodyWords::shipped().judges.contains(
                QStringView(m_reading->text).mid(start, token.start - start));
            if (isJudge)
                whose = BodyNames::Whose::None;
            const bool isJoined = joined > start && joined < token.start
                && whoseOf(joined, token.start) == BodyNames::Whose::Own;
            if (whose != BodyNames::Whose::Own
                && (isJoined || (isLed(clause, start) && endsOwn(start, token.start))))
                whose = BodyNames::Whose::Own;
            if (whose == BodyNames::Whose::Own) {
                const auto name = QStringView(m_reading->text).mid(start, token.start - start);
                m_ownStart = start;
                m_ownEnd = token.start;
                m_isOfWhole = m_isOfWhole || name.startsWith(BodyWords::shipped().wholeMark);
                if (m_isOfWhole && name.endsWith(BodyWords::shipped().levelEnd)) // 全区共…，区政府本级…
                    whose = BodyNames::Whose::Other;
            }
            const bool isPart = token.kind == Token::Kind::Number && token.quantity >= 0;
            if (whose == BodyNames::Whose::Own && byAgent)
                m_partOf = true;
            else if (whose == BodyNames::Whose::Own)
                m_otherBody = m_partOf = false;
            else if (whose != BodyNames::Whose::None)
                (isPart || byAgent ? m_partOf : m_otherBody) = true;
        } else if (token.tags.hasAny(boundaries) && token.start > start
            && whoseOf(start, token.start) == BodyNames::Whose::Own) {
            m_otherBody = m_partOf = false; // 县局截至12月31日
            m_ownStart = start;
            m_ownEnd = token.start;
        }
        if (token.tags.has(Tag::Joint))
            joined = token.end;
        const bool isTime = token.year > 0 || token.month > 0;
        const bool isWay // 网上申请平台, but 政务公开窗口
            = token.tags.has(Tag::Filing) && whoseOf(start, token.end) != BodyNames::Whose::Own;
        if (token.kind == Token::Kind::Number || token.kind == Token::Kind::Mark
            || token.tags.hasAny(boundaries) || isTime || isWay)
            start = token.end;
        if (token.kind == Token::Kind::Mark)
            clause = token.end;
        if (token.kind == Token::Kind::Mark || token.tags.has(Tag::Agent))
            byAgent = token.tags.has(Tag::Agent);
    }
}

} // namespace nianbao
