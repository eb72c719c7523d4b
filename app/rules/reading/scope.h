// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reading.h"

namespace nianbao {

/// Whom and when a clause speaks of, carried from clause to clause of a sentence. A sentence speaks of the
/// body itself and of the whole of its year until it says otherwise.
class Scope {
public:
    /// namesThisYear: the text does. Where it never does, another year is a slip and hides nothing.
    Scope(const ReadingContext &context, const Reading &reading, bool namesThisYear)
        : m_context(&context), m_reading(&reading), m_namesThisYear(namesThisYear)
    { }
    /// What of a clause stands before a figure; again and longer for each further figure in it.
    void read(const QList<int> &tokens);
    bool isOurs() const { return !m_otherYear && !m_otherBody && !m_partOf && !m_partOfYear && !m_planned; }
    /// Why it is not: other_year, part_of_year, other_body, plan.
    QString why() const;
    /// Whether a word belongs to the body's own name as the clause's subject.
    bool isOwnName(const Token &token) const { return token.start >= m_ownStart && token.end <= m_ownEnd; }

private:
    void readTime(const QList<int> &tokens);
    void readBody(const QList<int> &tokens);
    bool isNear(const QList<int> &tokens, qsizetype i, Tags tags) const;
    BodyNames::Whose whoseOf(qsizetype from, qsizetype to) const;
    bool endsOwn(qsizetype from, qsizetype to) const;
    bool isLed(qsizetype clause, qsizetype at) const;

    const ReadingContext *m_context;
    const Reading *m_reading;
    bool m_namesThisYear;
    bool m_otherYear = false;
    bool m_otherBody = false;
    bool m_isOfWhole = false; // the whole place was spoken of: 全区
    bool m_partOf = false; // the figure at hand is another's: 县直部门 46 件; the next one may not be
    bool m_partOfYear = false;
    bool m_planned = false;
    qsizetype m_ownStart = -1, m_ownEnd = -1; // in the read text
};

} // namespace nianbao
