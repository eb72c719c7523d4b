// SPDX-License-Identifier: MulanPSL-2.0
#include "scope.h"

#include <algorithm>

namespace nianbao {

void Scope::startSentence()
{
    m_otherYear = false;
    m_otherBody = false;
    m_partOfYear = false;
    m_planned = false;
}

QString Scope::why() const
{
    return m_otherBody ? QStringLiteral("other_body")
        : m_otherYear  ? QStringLiteral("other_year")
        : m_partOfYear ? QStringLiteral("part_of_year")
        : m_planned    ? QStringLiteral("plan")
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
        if (token.tags.has(Tag::Plan))
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
        if (token.tags.hasAny({Tag::LastYear, Tag::Past, Tag::NextYear})) {
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
                m_otherYear = token.year != m_context->year;
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

/// A name of a body that something is said of: it ends before what it does, or before a figure.
void Scope::readBody(const QList<int> &tokens)
{
    static const Tags doings{Tag::Receive, Tag::Done, Tag::Handle, Tag::Filed, Tag::Carry, Tag::Issue,
        Tag::Repeal, Tag::InForce, Tag::Outcome, Tag::Publish, Tag::Proactive, Tag::Total, Tag::ThisYear,
        Tag::Adverb, Tag::Respective, Tag::All, Tag::Negation, Tag::DisputeWords, Tag::Request,
        Tag::Reconsideration, Tag::Litigation, Tag::Unfinished, Tag::WholeYear, Tag::Filler, Tag::Normative,
        Tag::Suit, Tag::Applicant};
    static const Tags boundaries{Tag::ThisYear, Tag::LastYear, Tag::NextYear, Tag::Past, Tag::WholeYear,
        Tag::PartOfYear, Tag::Opener, Tag::By, Tag::Compare, Tag::Except};
    qsizetype start = -1; // in the read text
    for (const int index : tokens) {
        const Token &token = m_reading->tokens[index];
        if (start < 0)
            start = token.start;
        const bool isDoing = token.kind == Token::Kind::Number || token.tags.hasAny(doings);
        if (isDoing && token.start > start) {
            switch (m_context->names.whose(QStringView(m_reading->text).mid(start, token.start - start))) {
            case BodyNames::Whose::Own: m_otherBody = false; break;
            case BodyNames::Whose::Above:
            case BodyNames::Whose::Other: m_otherBody = true; break;
            case BodyNames::Whose::None: break;
            }
        }
        const bool isTime = token.year > 0 || token.month > 0;
        if (token.kind == Token::Kind::Number || token.kind == Token::Kind::Mark
            || token.tags.hasAny(boundaries) || isTime)
            start = token.end;
    }
}

} // namespace nianbao
