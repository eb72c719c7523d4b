// SPDX-License-Identifier: MulanPSL-2.0
#include "peer.h"

#include <sys/socket.h>

namespace nianbao {

std::optional<quint32> userAtOtherEnd(qintptr socket)
{
    struct ucred who { };
    socklen_t size = sizeof who;
    if (getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0 || size != sizeof who)
        return std::nullopt;
    return quint32(who.uid);
}

} // namespace nianbao
