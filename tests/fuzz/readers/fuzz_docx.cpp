// SPDX-License-Identifier: MulanPSL-2.0
#include "docxreader.h"
#include "partsofpackage.h"
#include "soundblocks.h"

/// Any bytes for the reader of Word documents: blocks as they must be, or an error.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    using namespace nianbao;
    using namespace nianbao::test;
    static const QList<QByteArray> kNames{"word/document.xml", "word/numbering.xml", "word/styles.xml"};
    static const QList<ZipEntry> kOthers{
        {"_rels/.rels", relationsTo({{"officeDocument", "word/document.xml"}}), true},
        {"word/_rels/document.xml.rels",
            relationsTo({{"numbering", "numbering.xml"}, {"styles", "styles.xml"}, {"image", "a.png"}}),
            true},
        {"word/a.png", "\x89PNG\r\n\x1A\n", true}};
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    holdSound(readDocx(packageOf(input, kNames, kOthers)));
    return 0;
}
