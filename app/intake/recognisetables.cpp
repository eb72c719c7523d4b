// SPDX-License-Identifier: MulanPSL-2.0
#include "recognisetables.h"

namespace nianbao {

RecognisedTables recogniseTables(const ForeignDocument &, const IntakeHints &)
{
    return {};
}

} // namespace nianbao
