// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

#include <QObject>

namespace nianbao {

/// A proposal while a person looks at it: what is ticked, what was confirmed and what was typed over. Both
/// sides of the mapping screen read it here. It takes nothing itself.
///
/// What is meant is told by its Place: a cell, a text, all channels together, a picture.
class Mapping final : public QObject {
    Q_OBJECT
public:
    /// year: for sums, when the document does not say.
    explicit Mapping(Proposal proposal, QObject *parent = nullptr);

    const Proposal &proposal() const { return m_proposal; }
    const SpecPointer &form() const { return m_proposal.form; }
    int year() const { return m_year; } // the one the document says, else the first of the form
    const QList<Place> &texts() const
    {
        return m_texts;
    } // facts, texts, channels, pictures, as they are listed
    const ProposedText *text(const Place &place) const; // nullptr: none, or no text

    Recognition state(const Place &place) const; // as the document was read
    Phrase why(const Place &place) const;
    QString source(const Place &place) const; // as it stands in the document
    SourceSpot spot(const Place &place) const;

    /// What would be taken; typed over or as proposed. nullopt: nothing.
    std::optional<Amount> value(const CellId &cell) const;
    QString note(const CellId &cell) const;
    bool isCorrected(const CellId &cell) const { return m_corrected.contains(cell); }
    bool isTicked(const Place &place) const { return !m_without.contains(place); }
    /// A doubt that a person has answered: confirmed, typed over or left out.
    bool isSettled(const Place &place) const { return m_settled.contains(place); }

    void confirm(const Place &place);
    /// Open guesses of the same table for the same reason, this one included.
    QList<Place> alike(const Place &place) const;
    void confirmAll(const QList<Place> &places); // one change
    void setTicked(const Place &place, bool ticked);
    /// Errors: those of parseCell, of what was typed.
    Result<> correct(const CellId &cell, const QString &text);

    /// Guesses, what could not be read, and totals that do not add up, in the order of the form.
    const QList<Place> &doubts() const { return m_doubts; }
    int openDoubts() const;
    /// The next open one that way, and round; nowhere: none is left.
    Place nextDoubt(const Place &from, int direction) const;

    /// What 全部采用 (guesses) or 只采用认出的 takes, in the words of app/intake. What was confirmed is sure.
    Proposal settled() const;
    Acceptance acceptance(bool guesses) const;
    int countTaken(bool guesses) const; // cells with a figure
    int countTexts(bool guesses) const; // of those listed
    int count(Recognition state) const; // cells and texts, as they were read
    /// Figures alone are wanted: nothing is asked about texts, none is counted, none is taken.
    void setFiguresOnly(bool figuresOnly);
    bool isFiguresOnly() const { return m_figuresOnly; }
    const Report &taken() const { return m_taken; } // with guesses
    const Findings &arithmetic() const { return m_arithmetic; } // of that
    QSet<CellId> statedTotals() const; // that are taken from the document

Q_SIGNALS:
    void changed();

private:
    void listTexts();
    void listDoubts();
    void addUp();
    bool isTaken(const Place &place, bool guesses) const;
    const ProposedCell *cell(const Place &place) const;

    Proposal m_proposal;
    int m_year;
    QList<Place> m_texts{};
    QList<Place> m_doubts{};
    bool m_figuresOnly = false;
    QSet<Place> m_without{};
    QSet<Place> m_settled{};
    QMap<CellId, QString> m_corrected{}; // as typed
    QMap<CellId, EnteredValue> m_entered{}; // what that says
    Report m_taken;
    Findings m_arithmetic{};
};

} // namespace nianbao
