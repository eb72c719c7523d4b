// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reading.h"

namespace nianbao {

/// The words around a figure: numbers of tokens, in order.
struct Words {
    QList<int> lead{}; // since the figure before it, or the clause's beginning
    QList<int> tail{}; // up to the next mark; none when another figure comes before it
    QList<int> clause{}; // all of the clause before the figure
};

/// Reasons: 因重复申请.
struct Causes {
    bool given = false;
    bool isOpen = false; // 等原因: others too
    QList<int> rows{}; // tokens that the form calls rows by; none: a reason of no row
    void clear() { *this = Causes(); }
};

/// What a text speaks of, as far as it was read.
struct Topic {
    bool fromHeading = false; // the heading speaks of requests
    bool isOfSome = false; // 未办结的3件中: what follows in the sentence is of these only
    bool isViewed = false; // 从承办科室看: what follows are shares
    Causes causes{}; // that the clause before gave
    bool requests = false;
    // of the sentence: what was named last
    int lastRequest = -1, lastOther = -1, lastDispute = -1; // tokens
    QStringList cases{}; // rows of disputes that 维持, 纠正 behind them are results of
    QStringList allCases{}; // of the sentence
    QString casesName{};
    bool isAfterRequests = false; // the sentence before ended with how many came or were done
    bool isOfSite = false; // 通过公众号，发布信息9条: a site was named since the figure before
    QString unit{}; // that requests of the sentence were counted in
    QStringList outcomes{}; // rows of the sentence's outcomes so far
    Role document = Role::Total; // 规范性文件 … that 废止2件 behind it is of; Total: none
    bool isDispute() const
    {
        return lastDispute >= 0 && lastDispute > lastOther && lastDispute > lastRequest;
    }
    bool isOther() const { return lastOther >= 0 && lastOther > lastRequest && lastOther > lastDispute; }
};

/// Says what a figure counts, by the words around it.
class Counting {
public:
    Counting(const ReadingContext &context, const Reading &reading) : m_context(context), m_reading(reading)
    { }

    /// A clause was read up to here.
    void follow(Topic &topic, const QList<int> &clause, int token) const;
    Counted countedOf(const Words &words, const Quantity &quantity, Topic &topic) const;
    Dimension dimensionOf(const Words &words, const Counted &counted, const Topic &topic) const;
    bool isOtherPart(const Words &words) const;
    Causes causesIn(const QList<int> &tokens) const;
    /// A row that says why, and is one of a group: 国家秘密.
    bool isReason(const Token &word) const;
    /// 从承办科室看, but not 从申请数量看.
    bool isViewOfShares(const QList<int> &clause) const;

    /// 申请 of information, not of a licence: token is one that says so.
    bool isRequest(const QList<int> &clause, int token) const;
    const Token &token(int index) const { return m_reading.tokens[index]; }
    bool has(const QList<int> &tokens, Tags tags) const;
    bool isOfYear(const QList<int> &tokens, Tag beside) const; // LastYear, NextYear: by a word or its number
    bool hasApplicant(const QList<int> &tokens) const;

    CellSum requestSum(const QString &key, const QStringList &rows, const QStringList &columns = {}) const;
    CellSum disputeSum(const QStringList &rows, const QStringList &columns) const;
    CellSum documentSum(const QString &row, Role column) const;
    const TableSpec *requests() const { return m_context.form->table(Role::Requests); }
    const TableSpec *disputes() const { return m_context.form->table(Role::Disputes); }
    const TableSpec *documents() const { return m_context.form->table(Role::Disclosure); }

private:
    struct Asked; // the figure and its words
    int headOf(const QList<int> &tokens) const; // the last word that is no filler; -1: none
    QList<int> outcomesAtEnd(const QList<int> &tokens) const;
    QList<int> outcomesInBracket(int behind) const;
    bool isApplicant(int index) const;
    bool isOfRequestsBehind(const Asked &asked) const;
    bool isOfRequests(const Asked &asked) const;
    bool isNewlyReceived(const QList<int> &lead) const;
    bool isDenied(const QList<int> &tokens, Tags what) const;
    bool speaksOfRequests(const Asked &asked) const;
    bool requestsMeant(const Asked &asked) const;
    Counted named(const Asked &asked) const;
    Counted dispute(const Asked &asked) const;
    Counted carried(const Asked &asked) const;
    Counted outcome(const Asked &asked) const;
    Counted applicants(const Asked &asked) const;
    Counted done(const Asked &asked) const;
    Counted received(const Asked &asked) const;
    bool isSumOfBoth(const Asked &asked) const;
    Counted document(const Asked &asked) const;
    Counted channels(const Asked &asked) const;
    Counted fee(const Asked &asked) const;
    void addReceived(Counted &counted, const QStringList &columns = {}) const;
    void addDone(Counted &counted, const QStringList &columns = {}) const;

    const ReadingContext &m_context;
    const Reading &m_reading;
};

} // namespace nianbao
