// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "documentblocks.h"
#include "report.h"

#include <QMap>

#include <optional>

namespace nianbao {

/// How sure the recognition of a value is. What is wrong must never be Sure.
enum class Recognition {
    Sure, // 认出
    Guessed, // 猜的: `why` says what speaks against it
    Blank, // 空白: the cell is there and empty, or holds a mark for nothing
    Absent, // 没有这一行: the document has no such row or column
    Unreadable // 读不懂: something stands there that is no figure; nothing is taken
};
QString toString(Recognition recognition); // sure, guessed, blank, absent, unreadable

/// Where a value stands in the source document; -1: nowhere.
struct SourceSpot {
    int block = -1; // index in ForeignDocument::blocks
    int cell = -1; // index in the cells of that grid
    bool operator==(const SourceSpot &) const = default;
};

struct ProposedCell {
    Recognition state = Recognition::Absent;
    std::optional<Amount> value{}; // of Sure and Guessed
    QString note{}; // becomes the cell's
    QString text{}; // as it stands in the source
    Phrase why{}; // of all but Sure: empty there
    SourceSpot spot{};
};

/// A text, heading or fact, by the Place it would have in the proposed report.
struct ProposedText {
    Place place{};
    Recognition state = Recognition::Sure; // Sure or Guessed
    QString text{};
    Phrase why{};
    SourceSpot spot{}; // of its first paragraph
};

/// What a document says of a report, before anybody took any of it.
struct Proposal {
    bool isReport = false; // a statutory table or section was recognised
    std::optional<int> year{}; // nullopt: the document does not say
    SpecPointer form{}; // of the tables that were found; else that of the year
    QMap<CellId, ProposedCell> cells{}; // every cell of the form, totals too
    QList<ProposedText> texts{}; // in the order of the report
    QList<Channel> channels{}; // that the text lists; always a guess
    QList<Illustration> pictures{};
    QList<Phrase> notes{}; // what was decided, left out, or does not fit: whole sentences
    int notesOfWeight = 0; // so many of them, which stand first, ask for a look; the others only tell
    Findings arithmetic{}; // of the table rules, over what the source says

    int count(Recognition state) const; // of cells
    bool hasDoubts() const; // a guess, something unreadable, a note of weight, an arithmetic finding
};

/// What the one who asks knows already.
struct IntakeHints {
    std::optional<int> year{};
    SpecPointer form{}; // nullptr: whatever the document has
    QString name{}; // of the body
    QString file{}; // name of the document's file; its year counts where the document says none
};

/// Finds the statutory report in a document: labels, never positions, tell what a value is. Total: any
/// document gives a proposal, perhaps an empty one. Pure.
Proposal recognise(const ForeignDocument &document, const IntakeHints &hints = {});

/// What of it is taken.
struct Acceptance {
    bool guesses = true; // 全部采用; false: 只采用认出的
    QSet<CellId> without{}; // not these cells
    QSet<QString> withoutTexts{}; // nor the texts at these places (Place::toString)
    QMap<CellId, QString> corrected{}; // typed over on the mapping screen, as the person wrote it
};

/// The report it makes: year and form as proposed, declared totals kept as declared. The year must be known.
Report reportFrom(const Proposal &proposal, const Acceptance &acceptance, int year);

/// One undoable change that brings it into an open report of the same or another form: cells by id (moved as
/// forms supersede each other), texts in place of what is there. What the document does not say, and cells
/// that it leaves blank, stay as they are. description: as Change::description.
Change changeFrom(
    const Proposal &proposal, const Acceptance &acceptance, const Report &into, const QString &description);

/// A colleague's figures for these tables only, added to what the cells hold; each cell's note says from whom
/// (“含 NAME 3 件”). Blank adds nothing, to a blank cell too; totals follow. notes: what of the figures could
/// not be added, in whole sentences.
Change additionFrom(const Proposal &proposal, const Acceptance &acceptance, const Report &into,
    const QList<TableId> &tables, const QString &from, const QString &description,
    QList<Phrase> *notes = nullptr);

} // namespace nianbao
