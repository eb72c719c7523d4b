// SPDX-License-Identifier: MulanPSL-2.0
#include "soundblocks.h"
#include "textreader.h"

/// Any bytes for the readers of plain texts and separated values: blocks as they must be, or an error.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    using namespace nianbao;
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    test::holdSound(readPlainText(input));
    test::holdSound(readCsv(input));
    return 0;
}
