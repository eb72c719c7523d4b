// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"
#include "soundblocks.h"

/// Any bytes for the reader of web pages: blocks as they must be, or an error.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    using namespace nianbao;
    test::holdSound(readHtml(QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size))));
    return 0;
}
