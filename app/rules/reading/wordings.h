// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "counting.h"
#include "scope.h"

namespace nianbao {

/// What a text says without a figure: there is none of something, or all are of one kind. It binds as 0 does.
class Wordings {
public:
    Wordings(const ReadingContext &context, Reading &reading, const Counting &counting)
        : m_context(context), m_reading(reading), m_counting(counting)
    { }
    /// A clause has ended; before: the one before it in the same sentence.
    void readClause(const QList<int> &clause, const QList<int> &before, const Topic &topic,
        const Scope &scope, int sentence);
    void finish(); // the text has ended

private:
    struct Said; // a clause
    void readFee(const Said &said, qsizetype at);
    void readNone(const Said &said, qsizetype at);
    bool readAll(const Said &said, qsizetype at);
    std::optional<Counted> noneOf(const Said &said, const QList<int> &rest) const;
    void add(const Said &said, int from, int to, const Counted &counted);
    const Token &token(int index) const { return m_reading.tokens[index]; }
    QList<Mention>::const_iterator firstOf(int sentence) const;
    bool isCounted(const QList<int> &clause, int word) const;
    bool isMadeBy(const QList<int> &ahead) const;
    bool isAlready(const Said &said, qsizetype at) const;
    bool isListed(const QList<int> &tokens, qsizetype at) const;
    bool isRestricted(const QList<int> &tokens) const;
    QStringList disputeRows(const QList<int> &tokens) const;
    QString nameOfRows(const TableSpec &table, const QStringList &rows) const;
    QStringList outcomeRows() const;

    const ReadingContext &m_context;
    Reading &m_reading;
    const Counting &m_counting;
    struct AllDone {
        qsizetype wording = 0;
        bool isHandled = false; // 均妥善处理: what is carried over is told anywhere
    };
    QList<AllDone> m_allDone{};
};

} // namespace nianbao
