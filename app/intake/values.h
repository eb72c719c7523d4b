// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

namespace nianbao {

/// What the text of a cell in a foreign table says for that cell of the form: Sure, Guessed, Blank or
/// Unreadable, with value, note and why. headUnit: what the head says it is counted in, empty: nothing. Never
/// 0 for what is no figure.
ProposedCell readForeignValue(const QString &text, const CellSpec &cell, const QString &headUnit = {});

/// A figure, or nothing, or a mark for nothing: it is no label.
bool looksLikeValue(const QString &text);
/// 元 of 采购总金额(元), 万元 of （单位：万元）; empty: the head tells no unit of money.
QString moneyUnitIn(const QString &head);

} // namespace nianbao
