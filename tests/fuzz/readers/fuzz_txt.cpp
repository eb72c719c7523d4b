// SPDX-License-Identifier: MulanPSL-2.0
#include "soundblocks.h"
#include "textreader.h"

/// Any bytes for the reader of plain texts: blocks as they must be, or an error.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    using namespace nianbao;
    test::holdSound(readPlainText(QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size))));
    return 0;
}
