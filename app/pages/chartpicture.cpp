// SPDX-License-Identifier: MulanPSL-2.0
#include "chartpicture.h"

namespace nianbao {

ChartPicture chartPicture(const ChartFigures &, const FontSet &)
{
    return {};
}

} // namespace nianbao
