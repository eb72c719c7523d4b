// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

namespace nianbao {

/// The channels that the texts of a proposal's overview list, and what of them does not fit: whole sentences,
/// all of weight.
struct RecognisedChannels {
    QList<Channel> channels{};
    QList<Phrase> notes{};
};

/// Counts are kept as the text states them, also where the kinds it lists add up otherwise: the report says
/// both, and a note tells. A channel that is told twice with different counts is left out with a note.
RecognisedChannels recogniseChannels(const Proposal &proposal);

} // namespace nianbao
