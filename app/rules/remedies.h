// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rule.h"

namespace nianbao {

/// What a person does about a finding of the rule, from the catalogue; empty where that says nothing. Apart
/// from catalogue.h, which every rule reads: they judge, and Help says what to do.
const Sentence &remedyOf(const Rule &rule);

} // namespace nianbao
