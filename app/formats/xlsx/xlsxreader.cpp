// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxreader.h"

#include "packagereader.h"
#include "xlsxgrids.h"
#include "xlsxsource.h"

namespace nianbao {

namespace {

constexpr Sentence kHidden{
    "The sheet “%1” is hidden in the file; it was read as well.", "工作表“%1”在文件中是隐藏的，也一并读取。"};
constexpr Sentence kCutSheet{
    "The sheet “%1” is larger than can be read: what is beyond row %2 or column %3, or "
    "beyond what one file may hold, was left out.",
    "工作表“%1”太大，第 %2 行以下、第 %3 列以右或者超出总量的内容没有读取。"};
constexpr Sentence kCutTables{
    "Some tables were left out because they are too large.", "有的表格太大，没有读取。"};
constexpr Sentence kCutSheets{
    "There are more than %1 sheets; the others were left out.", "工作表超过 %1 个，其余的没有读取。"};

} // namespace

Result<ForeignDocument> readXlsx(const QByteArray &bytes)
{
    auto package = PackageReader::open(bytes);
    if (!package)
        return package.error();
    XlsxSource source(*package);
    const auto sheets = source.sheets();
    if (!sheets)
        return sheets.error();
    ForeignDocument document;
    document.kind = QStringLiteral("xlsx");
    document.title = source.title();
    XlsxGrids grids;
    for (const XlsxSheet &sheet : *sheets) {
        const QList<ForeignBlock> blocks = grids.blocksOf(sheet);
        if (sheet.isCut)
            document.notices.append(Phrase(
                kCutSheet, sheet.name, qint64(GridBuilder::kMostRows), qint64(GridBuilder::kMostColumns)));
        if (blocks.isEmpty())
            continue;
        if (sheet.isHidden)
            document.notices.append(Phrase(kHidden, sheet.name));
        if (!sheet.name.isEmpty())
            document.blocks.emplaceBack(ForeignParagraph{sheet.name});
        document.blocks += blocks;
    }
    if (grids.isCut())
        document.notices.append(Phrase(kCutTables));
    if (source.leftSheetsOut())
        document.notices.append(Phrase(kCutSheets, qint64(XlsxSource::kMostSheets)));
    return document;
}

} // namespace nianbao
