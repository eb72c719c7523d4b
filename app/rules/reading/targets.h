// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "statements.h"

namespace nianbao {

/// A value the tables give for what a sentence counts; one of several usual ones.
struct Reading {
    Phrase words{}; // 新收
    Amount value{};
    QList<CellId> cells{};
    QString binding{};
};

/// What a figure of the text counts.
struct Target {
    const Rule *rule = nullptr;
    QString what{}; // 收到申请, 无法提供 …
    QList<Reading> readings{};
    std::optional<Amount> pending{}; // of disputes: not yet decided
    bool isPart = false; // "网上申请", "延期答复": at most the whole
    bool hasShare = false; // a percentage behind it is of the requests done
    bool ofApplicants = false;
};

/// Says what the figures of a text count, one after the other, by the words around them.
class TargetReader {
public:
    TargetReader(const Report &report, const CheckedText &text);
    /// The target of the next mention, in order; nullopt: nothing the tables count.
    std::optional<Target> next(const Mention &mention);

    /// Readings of the requests table: each adds one when any of its cells is filled. Without columns: of the
    /// whole row.
    void addDone(Target &target, const QStringList &columns = {}) const;
    void addReceived(Target &target, const QStringList &columns = {}) const;

private:
    void addRequests(Target &target, const Phrase &words, const QStringList &rowsOrGroups,
        const QStringList &columns = {}) const;
    void readMatter(qsizetype sentence, qsizetype until);
    std::optional<Target> targetOf(const Mention &mention);
    std::optional<Target> fromWords(const QString &words, const Mention &mention);
    std::optional<Target> disputes(const QString &words, const Mention &mention);
    bool speaksOfRequests(const QString &words, const Mention &mention) const;
    bool hasOtherObject(const QString &words, const Mention &mention) const;
    std::optional<Target> carried(const QString &words, const Mention &mention) const;
    std::optional<Target> outcomes(const QString &words, const Mention &mention) const;
    std::optional<Target> applicants(const QString &words, const Mention &mention) const;
    static bool isPart(const QString &words);
    std::optional<Target> done(const QString &words, const Mention &mention) const;
    bool requestsMeant(const QString &words, const Mention &mention) const;
    std::optional<Target> received(const QString &words, const Mention &mention) const;
    std::optional<Target> documents(const QString &words, const Mention &mention) const;
    void addReading(Target &target, const Phrase &words, const TableSpec &table,
        const QStringList &rowsOrGroups, const QStringList &columns) const;
    const Report &m_report;
    const CheckedText &m_text;
    // where the text speaks of requests, of other matters and of disputes; found once, each in order
    QList<qsizetype> m_requests{}, m_others{}, m_disputes{};
    int m_sentence = -1;
    bool m_requestsFromHeading = false;
    bool m_aboutRequests = false;
    bool m_aboutDisputes = false;
    bool m_aboutOther = false;
    QStringList m_respective{}; // what the next figures count: "分别为 8 件、3 件"
    QStringList m_namedRows{}; // what 维持, 纠正 behind it speak of
    QString m_namedCases{}; // the same in words
};

/// Of these cells as far as they are filled; nullopt when none is.
std::optional<Amount> sumOfFilled(const Report &report, const TableSpec &table,
    const QStringList &rowsOrGroups, const QStringList &columns);

} // namespace nianbao
