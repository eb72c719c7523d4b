// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"
#include "soundblocks.h"

/// Any bytes for the readers of web pages: blocks as they must be, or an error. What begins as the head of a
/// message is a page that was saved with its pictures.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    using namespace nianbao;
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    test::holdSound(input.startsWith("MIME") || input.startsWith("From") ? readMht(input) : readHtml(input));
    return 0;
}
