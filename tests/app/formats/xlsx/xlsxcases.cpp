// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxcases.h"

#include "testreports.h"
#include "zipbytes.h"

namespace nianbao::test {

namespace {

QString line(const ForeignCell &cell)
{
    return QStringLiteral("%1,%2 %3x%4 %5")
        .arg(cell.row)
        .arg(cell.column)
        .arg(cell.rowSpan)
        .arg(cell.columnSpan)
        .arg(cell.text);
}

QStringList linesOf(const ForeignGrid &grid)
{
    QStringList lines;
    for (const ForeignCell &cell : grid.cells) {
        if (!cell.text.isEmpty())
            lines.append(line(cell));
    }
    return lines;
}

void sortByPlace(QStringList &lines) { lines.sort(); }

} // namespace

QStringList linesOf(const ForeignDocument &document)
{
    QStringList lines;
    for (const ForeignBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block)) {
            lines.append(QStringLiteral("P ") + paragraph->text);
        } else if (const auto *grid = std::get_if<ForeignGrid>(&block)) {
            lines.append(QStringLiteral("G %1x%2").arg(grid->rows).arg(grid->columns));
            lines += linesOf(*grid);
        }
    }
    return lines;
}

QList<ExpectedSheet> expectedSheets(const Workbook &workbook)
{
    QList<ExpectedSheet> all;
    for (const Workbook::Sheet &sheet : workbook.sheets) {
        ExpectedSheet expected{sheet.name, {}};
        for (const TableCell &cell : sheet.table.cells) {
            QString text = cell.words;
            for (const Workbook::Sum &sum : sheet.sums) { // a share is shown by its format alone
                if (sum.per && sum.at == Workbook::Square{cell.row, cell.column})
                    text = QStringLiteral("share");
            }
            if (!cell.note.isEmpty())
                text += QStringLiteral("（%1）").arg(cell.note.simplified());
            text = text.trimmed();
            if (!text.isEmpty())
                expected.cells.append(
                    line({cell.row, cell.column, cell.rowSpan, cell.columnSpan, text, false}));
        }
        sortByPlace(expected.cells);
        all.append(expected);
    }
    ExpectedSheet data{QStringLiteral("data"), {}};
    const auto add = [&](int row, const QStringList &words) {
        for (int i = 0; i < words.size(); ++i) {
            if (!words.at(i).trimmed().isEmpty())
                data.cells.append(line({row, i, 1, 1, words.at(i).trimmed(), false}));
        }
    };
    add(0,
        {QStringLiteral("cell"), QStringLiteral("label"), QStringLiteral("value"), QStringLiteral("note")});
    int row = 0;
    for (const Workbook::DataRow &each : workbook.data)
        add(++row, {each.cell, each.label, each.value, each.note});
    sortByPlace(data.cells);
    all.append(data);
    return all;
}

QList<ExpectedSheet> readSheets(const ForeignDocument &document, const QStringList &names)
{
    QList<ExpectedSheet> all;
    for (const ForeignBlock &block : document.blocks) {
        const auto *paragraph = std::get_if<ForeignParagraph>(&block);
        const auto *grid = std::get_if<ForeignGrid>(&block);
        if (paragraph && names.contains(paragraph->text)
            && (all.isEmpty() || all.last().name != paragraph->text))
            all.append({paragraph->text, {}});
        else if (grid && !all.isEmpty() && all.last().cells.isEmpty())
            all.last().cells = linesOf(*grid);
    }
    for (ExpectedSheet &sheet : all)
        sortByPlace(sheet.cells);
    return all;
}

Report drawnReport(const QString &form, quint32 seed)
{
    QRandomGenerator random(seed);
    const auto chance = [&](int of) { return random.bounded(of) == 0; };
    Report report(findForm(form), 2022);
    Report prior(findForm(form), 2021);
    Change change, before;
    change.steps.append(SetFact{QLatin1String(fact::kName), QStringLiteral("清河县柳林镇人民政府")});
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &id : table.cells) {
            const CellSpec &cell = *report.spec().cell(id);
            qint64 most = chance(20) ? 999'999'999 : chance(4) ? 5'000 : 40;
            Amount value = Amount::fromInteger(chance(3) ? 0 : qint64(random.bounded(int(most))));
            if (cell.decimals == Amount::kDecimals && !chance(3))
                value = value + Amount::fromMicros(random.bounded(1'000'000));
            if (cell.mayBeNegative && chance(2))
                value = Amount() - value;
            if (cell.isComputed()) {
                if (chance(15))
                    change.steps.append(SetDeclared{
                        id, Declared{chance(3) ? std::nullopt : std::optional(value), chance(2)}});
            } else if (!chance(6)) {
                change.steps.append(SetCell{id, value});
                before.steps.append(SetCell{id, chance(2) ? value : Amount::fromInteger(random.bounded(90))});
            }
            if (chance(12))
                change.steps.append(
                    SetNote{id, QStringLiteral("其中修订%1件 <&> “=1+1”").arg(random.bounded(9))});
        }
    }
    if (!chance(3))
        change.steps.append(SetChannels{{{QStringLiteral("=政府网站"), random.bounded(300),
                                             {{QStringLiteral("机构职能"), random.bounded(150)},
                                                 {QStringLiteral("通知_x0041_公告"), {}}}},
            {QStringLiteral("公开栏"), {}, {}}}});
    const auto done = prior.apply(before);
    if (!chance(3))
        change.steps.append(SetPrior{std::make_shared<const Report>(prior)});
    const auto made = report.apply(change);
    if (!done || !made)
        qFatal("the report cannot be drawn: %s", qPrintable(done ? made.error().where : done.error().where));
    return report;
}

QByteArray xlsxFile(const SheetCase &given)
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const QByteArray space = " xmlns=\"" + given.space + "\"";
    const QByteArray package = " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto relation = [&](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + '/' + type + "\" Target=\"" + target
            + "\"/>";
    };
    QList<ZipEntry> parts{{"[Content_Types].xml", head + "<Types/>"},
        {"_rels/.rels",
            head + "<Relationships" + package + '>' + relation("rId1", "officeDocument", "xl/workbook.xml")
                + "</Relationships>"}};
    QByteArray book, relations;
    for (int i = 0; i < given.sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        book += "<sheet name=\"页" + number + "\" sheetId=\"" + number + "\" "
            + (i == 0 && !given.hidden.isEmpty() ? "state=\"" + given.hidden + "\" " : QByteArray())
            + "r:id=\"s" + number + "\"/>";
        relations += relation("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.append({"xl/worksheets/sheet" + number + ".xml",
            head + "<worksheet" + space + '>' + given.sheets.at(i) + "</worksheet>"});
    }
    parts.append({"xl/workbook.xml",
        head + "<workbook" + space + " xmlns:r=\"" + office + "\"><workbookPr " + given.bookProperties
            + "/><sheets>" + book + "</sheets><definedNames>" + given.names + "</definedNames></workbook>"});
    if (!given.shared.isEmpty()) {
        relations += relation("t", "sharedStrings", "sharedStrings.xml");
        parts.append({"xl/sharedStrings.xml", head + "<sst" + space + '>' + given.shared + "</sst>"});
    }
    if (!given.styles.isEmpty()) {
        relations += relation("y", "styles", "styles.xml");
        parts.append({"xl/styles.xml", head + "<styleSheet" + space + '>' + given.styles + "</styleSheet>"});
    }
    if (!given.comments.isEmpty()) {
        parts.append({"xl/worksheets/_rels/sheet1.xml.rels",
            head + "<Relationships" + package + '>' + relation("c", "comments", "../comments1.xml")
                + "</Relationships>"});
        parts.append({"xl/comments1.xml", head + "<comments" + space + '>' + given.comments + "</comments>"});
    }
    parts.append({"xl/_rels/workbook.xml.rels",
        head + "<Relationships" + package + '>' + relations + "</Relationships>"});
    return zipBytes(parts);
}

} // namespace nianbao::test
