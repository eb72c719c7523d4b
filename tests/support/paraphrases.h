// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace nianbao::test {

/// A figure of a sentence and what the tables may say for it.
struct StatedFigure {
    qsizetype start = 0; // of its digits
    qint64 value = 0;
    QStringList meanings{}; // expressions, all usual ones; empty: the tables do not know it
    QString rule{}; // that tells when it is wrong; empty: any that compares texts
    bool isInSplit = false; // a part or its total: their sum may tell it too
    bool isTotal = false; // of a split
    bool isSome = false; // less would be no fault: other parts may exist
};

struct DrawnSentence {
    QString heading{};
    QString text{};
    QString wording{}; // what it was made from
    QList<StatedFigure> figures{};
    qsizetype second = 0; // figures before those of the second split
    QString with(qsizetype figure, qint64 value) const; // the text with another figure
};

/// Sums of cells, "requests.refused.total + disputes.direct.upheld": a row may be a group of rows, and
/// channels.total is all channels together. nullopt: the form has no such cell, or it is blank.
std::optional<qint64> valueOf(const Report &report, const QString &expression);
/// The typed cells that it adds up.
QSet<CellId> typedCells(const ReportSpec &spec, const QString &expression);
QSet<CellId> typedCells(const ReportSpec &spec, const QList<CellId> &cells);

/// The finding tells that the text at that place says the value, where it says it, and the cell.
bool names(const Finding &finding, const StatedFigure &figure, qint64 value, const Report &report,
    const Place &place);
/// A value that is wrong in its place by all usual readings: so many steps away.
qint64 otherValue(const StatedFigure &figure, const Report &report, int step);

/// A statement, a split of a total into parts, or a split with what follows it, of
/// tests/data/sentences/paraphrases.json, whose `about` explains it.
struct Paraphrase {
    QString id{}; // received, applicant, applicant+then_done
    QString kind{}; // statement, none, split, second
    QJsonObject first{};
    QJsonObject second{};
    QStringList times{};

    bool suits(const QString &bodyKind) const;
    QStringList headings() const;
    QString none() const; // must be 0 for it to be true; empty: it states figures
    QString noneRule() const;
    QStringList zeros() const; // none and what else must be 0
    QStringList positives() const;
    QStringList values() const; // every expression in it
    bool isTrueOf(const Report &report) const; // the form knows the cells and they allow it to be said
};

/// Which of so many is taken: template, slot, time, call, heading, reading, opener, joint …
using Choose = std::function<int(const QString &what, qsizetype of)>;

class Paraphrases {
public:
    struct Body {
        QString kind{}, name{}, names{};
        QStringList calls{}; // what texts call it; also nothing
    };
    Paraphrases();
    const QList<Body> &bodies() const { return m_bodies; }
    const QList<Paraphrase> &all() const { return m_all; }
    /// Faults of a paraphrase that are known and not mended yet: `known` of the file. It only ever sinks.
    int knownFaults(const QString &id) const { return m_known.value(id); }
    /// Of a report of which it is true.
    DrawnSentence draw(
        const Paraphrase &paraphrase, const Report &report, const Body &body, const Choose &choose) const;

private:
    QList<Body> m_bodies;
    QList<Paraphrase> m_all;
    QStringList m_some;
    QHash<QString, int> m_known{};
};

} // namespace nianbao::test
