// SPDX-License-Identifier: MulanPSL-2.0
#include "partsofpackage.h"
#include "soundblocks.h"
#include "xlsxreader.h"

/// Any bytes for the reader of Excel files: blocks as they must be, or an error.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    using namespace nianbao;
    using namespace nianbao::test;
    static const QList<QByteArray> kNames{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
        "xl/workbook.xml", "xl/comments1.xml"};
    static const QList<ZipEntry> kOthers{
        {"_rels/.rels", relationsTo({{"officeDocument", "xl/workbook.xml"}}), true},
        {"xl/_rels/workbook.xml.rels",
            relationsTo({{"worksheet", "worksheets/sheet1.xml"}, {"sharedStrings", "sharedStrings.xml"},
                {"styles", "styles.xml"}}),
            true},
        {"xl/worksheets/_rels/sheet1.xml.rels", relationsTo({{"comments", "../comments1.xml"}}), true}};
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    holdSound(readXlsx(packageOf(input, kNames, kOthers)));
    return 0;
}
