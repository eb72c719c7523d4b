// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QtGlobal>

namespace nianbao::test {

/// How often a test repeats what it draws by chance. Under the sanitizers the code is looked at, not the
/// draws; `bash tests/run long` asks for many, without a limit of time.
inline int rounds(int usual, int sanitized, int many)
{
    if (qEnvironmentVariableIsSet("NIANBAO_LONG"))
        return many;
#ifdef __SANITIZE_ADDRESS__
    Q_UNUSED(usual)
    return sanitized;
#else
    Q_UNUSED(sanitized)
    return usual;
#endif
}

} // namespace nianbao::test
