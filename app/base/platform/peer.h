// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QtGlobal>

#include <optional>

namespace nianbao {

/// Who is at the other end of a connected local socket, as the system says; nullopt: it does not say.
std::optional<quint32> userAtOtherEnd(qintptr socket);

} // namespace nianbao
