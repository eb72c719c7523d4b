// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

namespace nianbao {

/// What a proposal says for a cell, once it is known what of it is taken.
struct TakenCell {
    bool isSaid = false; // blank is said too
    std::optional<Amount> value{};
    QString note{};
};
TakenCell takenCell(const Proposal &proposal, const Acceptance &acceptance, const CellId &cell);

/// Whether the cell may hold it: sign, decimals, size.
bool mayHold(const CellSpec &cell, const Amount &value);

/// A report's texts out of a proposal.
struct TakenTexts {
    QMap<QString, QString> facts{};
    QList<std::pair<SectionId, QList<SubSection>>> sections{}; // only those that have any
    QList<Illustration> pictures{}; // at their places in these
};
TakenTexts takenTexts(const Proposal &proposal, const Acceptance &acceptance);

} // namespace nianbao
