// SPDX-License-Identifier: MulanPSL-2.0
#include "docxreader.h"
#include "foreigndocx.h"
#include "processortime.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QByteArray numbered(const QByteArray &text, int number, int level)
{
    return paragraph(text,
        "<w:numPr><w:ilvl w:val='" + QByteArray::number(level) + "'/><w:numId w:val='"
            + QByteArray::number(number) + "'/></w:numPr>");
}

QByteArray level(int at, const QByteArray &format, const QByteArray &text, const QByteArray &more = {})
{
    return "<w:lvl w:ilvl='" + QByteArray::number(at) + "'><w:start w:val='1'/><w:numFmt w:val='" + format
        + "'/><w:lvlText w:val='" + text + "'/>" + more + "</w:lvl>";
}

/// 一、 and （一） and 1. and 1.1 below each other.
const QByteArray kList = "<w:abstractNum w:abstractNumId='0'>" + level(0, "chineseCounting", "%1、")
    + level(1, "japaneseCounting", "（%2）") + level(2, "decimal", "%3.") + level(3, "decimal", "%3.%4")
    + "</w:abstractNum>";

QByteArray use(int number, int list, const QByteArray &more = {})
{
    return "<w:num w:numId='" + QByteArray::number(number) + "'><w:abstractNumId w:val='"
        + QByteArray::number(list) + "'/>" + more + "</w:num>";
}

QByteArray style(const QByteArray &id, const QByteArray &name, const QByteArray &more = {},
    const QByteArray &type = "paragraph")
{
    return "<w:style w:type='" + type + "' w:styleId='" + id + "'><w:name w:val='" + name + "'/>" + more
        + "</w:style>";
}

QByteArray styled(const QByteArray &text, const QByteArray &id, const QByteArray &more = {})
{
    return paragraph(text, "<w:pStyle w:val='" + id + "'/>" + more);
}

QByteArray field(const QByteArray &code, const QByteArray &result)
{
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" + code
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + result
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
}

const QByteArray kDown = "<w:vMerge w:val='restart'/>", kGoesOn = "<w:vMerge/>";

} // namespace

class DocxReaderTest : public QObject {
    Q_OBJECT

    static void read(const ForeignDocx &docx, const QStringList &expected)
    {
        const auto document = readDocx(docx.bytes());
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QCOMPARE(told(*document), expected);
    }

private Q_SLOTS:
    void readsText_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("blocks");
        const auto row
            = [](const char *name, const QByteArray &body, std::initializer_list<const char *> blocks) {
                  QTest::newRow(name) << body << lines(blocks);
              };
        const auto one = [&](const char *name, const QByteArray &inside, const char *text) {
            row(name, "<w:p>" + inside + "</w:p>", {text});
        };
        row("paragraphs", paragraph("甲") + "<w:p/>" + paragraph(" 乙 ") + paragraph("　"), {"甲", "乙"});
        one("runs that cut a word", run("张村") + run("镇"), "张村镇");
        one("a hyperlink", "<w:hyperlink>" + run("公开") + "</w:hyperlink>", "公开");
        one("what content controls and tags wrap",
            "<w:smartTag>" + run("甲") + "</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>" + run("乙")
                + "</w:sdtContent></w:sdt>",
            "甲乙");
        one("words that ask to be replaced",
            run("甲") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("单击此处")
                + "</w:sdtContent></w:sdt>",
            "甲");
        one("inserted and deleted text",
            "<w:ins>" + run("甲") + "</w:ins><w:del>" + run("乙") + "</w:del><w:moveFrom>" + run("丙")
                + "</w:moveFrom><w:moveTo>" + run("丁") + "</w:moveTo>",
            "甲丁");
        row("a deleted end of a paragraph",
            paragraph("甲", "<w:rPr><w:del/></w:rPr>") + paragraph("乙") + paragraph("丙"), {"甲乙", "丙"});
        row("a deleted end of the last paragraph", paragraph("甲", "<w:rPr><w:del/></w:rPr>"), {"甲"});
        one("hidden text", run("甲") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>", "甲");
        one("text that is not hidden after all",
            "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>乙</w:t></w:r>", "乙");
        one("text that was hidden before a change",
            "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>乙</w:t></w:r>",
            "乙");
        one("tabs and hyphens",
            "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>"
            "<w:t>丙\xC2\xAD丁</w:t></w:r>",
            "甲\t乙-丙丁");
        one("a soft line of the XML", run("甲\n乙"), "甲 乙");
        row("line and page breaks",
            "<w:p>" + run("甲") + "<w:r><w:br/></w:r>" + run("乙") + "<w:r><w:br w:type='page'/></w:r></w:p>",
            {"甲", "乙"});
        one("signs of a font", "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + run("是"), "☑是");
        one("the result of a field", run("共") + field("=1+1", run("2")) + run("件"), "共2件");
        one("a field in the code of a field", field("IF " + field("X", run("5")), run("甲")), "甲");
        row("a field that never ends",
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("1") + "</w:p>" + paragraph("甲"),
            {"甲"});
        one("phonetic marks",
            "<w:r><w:ruby><w:rubyPr/><w:rt>" + run("zhang") + "</w:rt><w:rubyBase>" + run("张")
                + "</w:rubyBase></w:ruby></w:r>",
            "张");
        one("one branch of several",
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>甲</w:t></mc:Choice><mc:Fallback>"
            "<w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "甲");
        one("the branch that is understood",
            "<w:r><mc:AlternateContent><mc:Choice Requires='cx1'><w:t>乙</w:t></mc:Choice><mc:Fallback>"
            "<w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "甲");
        row("a text box",
            "<w:p>" + run("甲") + "<w:r><wps:txbx><w:txbxContent>" + paragraph("框") + paragraph("内")
                + "</w:txbxContent></wps:txbx></w:r>" + run("乙") + "</w:p>",
            {"甲乙", "框", "内"});
        row("a table of contents",
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of "
            "Contents'/></w:docPartObj></w:sdtPr>"
            "<w:sdtContent>"
                + paragraph("一、总体情况 1") + "</w:sdtContent></w:sdt>" + paragraph("甲"),
            {"甲"});
    }
    void readsText()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QStringList, blocks);
        read({body}, blocks);
    }

    void readsStrictFiles()
    {
        ForeignDocx docx{paragraph("甲") + table(row(cell("1") + cell("2")))};
        docx.mainNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        read(docx, lines({"甲", "grid 1×2 [0,0:1] [0,1:2]"}));
    }

    void tellsHeadings()
    {
        const QByteArray styles = style("a", "heading 1") + style("b", "标题 2")
            + style("c", "我的", "<w:basedOn w:val='b'/>")
            + style("d", "正文标题", "<w:pPr><w:outlineLvl w:val='2'/></w:pPr>") + style("t", "Title")
            + style("x", "圈", "<w:basedOn w:val='y'/>") + style("y", "圈二", "<w:basedOn w:val='x'/>")
            + style("toc", "toc 1") + style("h", "hidden", "<w:rPr><w:vanish/></w:rPr>");
        const QByteArray body = styled("一", "a") + styled("二", "b") + styled("三", "c") + styled("四", "d")
            + styled("五", "d", "<w:outlineLvl w:val='9'/>") + styled("六", "t") + styled("七", "x")
            + styled("八", "none") + styled("九", "toc") + styled("十", "h");
        read({body, {}, styles}, lines({"#1 一", "#2 二", "#2 三", "#3 四", "五", "@ 六", "七", "八"}));
    }

    void countsNumbers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("numbering");
        QTest::addColumn<QStringList>("blocks");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &numbering,
                             std::initializer_list<const char *> blocks) {
            QTest::newRow(name) << body << kList + numbering << lines(blocks);
        };
        const QByteArray plain = use(1, 0);
        row("levels within each other",
            numbered("甲", 1, 0) + numbered("乙", 1, 1) + numbered("丙", 1, 1) + numbered("丁", 1, 2)
                + numbered("戊", 1, 3) + numbered("己", 1, 0) + numbered("庚", 1, 1),
            plain, {"一、|甲", "（一）|乙", "（二）|丙", "1.|丁", "1.1|戊", "二、|己", "（一）|庚"});
        row("text between does not stop it", numbered("甲", 1, 0) + paragraph("乙") + numbered("丙", 1, 0),
            plain, {"一、|甲", "乙", "二、|丙"});
        row("an empty paragraph counts", numbered("甲", 1, 0) + numbered("", 1, 0) + numbered("丙", 1, 0),
            plain, {"一、|甲", "三、|丙"});
        row("numbers switched off", numbered("甲", 0, 0), plain, {"甲"});
        row("an unknown list", numbered("甲", 9, 0), plain, {"甲"});
        row("two uses of a list go on", numbered("甲", 1, 0) + numbered("乙", 2, 0), plain + use(2, 0),
            {"一、|甲", "二、|乙"});
        row("a use that begins anew, once",
            numbered("甲", 1, 0) + numbered("乙", 2, 0) + numbered("丙", 2, 0),
            plain + use(2, 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"),
            {"一、|甲", "五、|乙", "六、|丙"});
        row("a use with a level of its own", numbered("甲", 2, 0),
            use(2, 0,
                "<w:lvlOverride w:ilvl='0'>" + level(0, "decimalEnclosedCircle", "%1") + "</w:lvlOverride>"),
            {"①|甲"});
        row("a level that never begins anew",
            numbered("甲", 1, 0) + numbered("乙", 1, 1) + numbered("丙", 1, 0) + numbered("丁", 1, 1),
            "<w:abstractNum w:abstractNumId='1'>" + level(0, "decimal", "%1")
                + level(1, "lowerLetter", "%2)", "<w:lvlRestart w:val='0'/>") + "</w:abstractNum>"
                + use(1, 1),
            {"1|甲", "a)|乙", "2|丙", "b)|丁"});
        row("plain digits for all levels", numbered("甲", 1, 0) + numbered("乙", 1, 1),
            "<w:abstractNum w:abstractNumId='1'>" + level(0, "chineseCounting", "第%1章")
                + level(1, "decimal", "%1.%2", "<w:isLgl/>") + "</w:abstractNum>" + use(1, 1),
            {"第一章|甲", "1.1|乙"});
        row("bullets are no numbers", numbered("甲", 1, 0),
            "<w:abstractNum w:abstractNumId='1'>" + level(0, "bullet", "\xEF\x82\xB7") + "</w:abstractNum>"
                + use(1, 1),
            {"甲"});
        row("lists that lead to each other", numbered("甲", 1, 0),
            "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='s'/></w:abstractNum>" + use(1, 1),
            {"甲"});
        row("in a cell as printed",
            table(test::row(cell("规章") + "<w:tc>" + numbered("予以公开", 1, 1) + "</w:tc><w:tc>"
                + numbered("", 1, 1) + "</w:tc>")),
            plain, {"grid 1×3 [0,0:规章] [0,1:（一） 予以公开] [0,2:（二）]"});
    }
    void countsNumbers()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, numbering);
        QFETCH(const QStringList, blocks);
        // a list style that says the list which asks for it
        read({body, numbering,
                 style("s", "list", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", "numbering")},
            blocks);
    }

    void countsNumbersOfStyles()
    {
        const QByteArray own = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>";
        const QByteArray numbering = "<w:abstractNum w:abstractNumId='0'>"
            + level(0, "chineseCounting", "%1、", "<w:pStyle w:val='a'/>")
            + level(1, "chineseCounting", "（%2）", "<w:pStyle w:val='b'/>") + "</w:abstractNum>" + use(1, 0)
            + "<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='l'/></w:abstractNum>" + use(3, 2);
        const QByteArray styles = style("a", "heading 1", own) + style("b", "heading 2", own)
            + style("c", "based", "<w:basedOn w:val='b'/>")
            + style("l", "list", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", "numbering");
        read({styled("甲", "a") + styled("乙", "b") + styled("丙", "c")
                     + styled("丁", "a", "<w:numPr><w:numId w:val='0'/></w:numPr>") + numbered("戊", 3, 0),
                 numbering, styles},
            lines({"#1 一、|甲", "#2 （一）|乙", "#2 （二）|丙", "#1 丁", "二、|戊"}));
    }

    void readsTables_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QStringList>("blocks");
        const auto one = [](const char *name, const QByteArray &rows, const char *grid) {
            QTest::newRow(name) << rows << QStringList(QString::fromUtf8(grid));
        };
        one("plain", row(cell("1") + cell("2")) + row(cell("3") + cell("")),
            "grid 2×2 [0,0:1] [0,1:2] [1,0:3] [1,1:]");
        one("merged across and down",
            row(cell("a", "<w:gridSpan w:val='2'/>" + kDown) + cell("b"))
                + row(cell("", "<w:gridSpan w:val='2'/>" + kGoesOn) + cell("c"))
                + row(cell("d") + cell("e") + cell("f", kGoesOn)),
            "grid 3×3 [0,0+2×2:a] [0,2:b] [1,2:c] [2,0:d] [2,1:e] [2,2:f]");
        one("a merge that begins anew",
            row(cell("a", kDown) + cell("1")) + row(cell("b", kDown) + cell("2"))
                + row(cell("", kGoesOn) + cell("3")),
            "grid 3×2 [0,0:a] [0,1:1] [1,0+2×1:b] [1,1:2] [2,1:3]");
        one("a merge that nothing begins",
            row(cell("a", kGoesOn) + cell("1")) + row(cell("", kGoesOn) + cell("2")),
            "grid 2×2 [0,0+2×1:a] [0,1:1] [1,1:2]");
        one("a merge of another width is none",
            row(cell("a", "<w:gridSpan w:val='2'/>" + kDown) + cell("1"))
                + row(cell("", kGoesOn) + cell("x") + cell("2")),
            "grid 2×3 [0,0+1×2:a] [0,2:1] [1,0:] [1,1:x] [1,2:2]");
        one("merged across in the old way",
            row(cell("a", "<w:hMerge w:val='restart'/>") + cell("", "<w:hMerge/>") + cell("b")),
            "grid 1×3 [0,0+1×2:a] [0,2:b]");
        one("squares left out before and behind",
            row(cell("a") + cell("b") + cell("c"))
                + row(cell("d"), "<w:gridBefore w:val='1'/><w:gridAfter w:val='1'/>"),
            "grid 2×3 [0,0:a] [0,1:b] [0,2:c] [1,1:d]");
        one("a row that is too short", row(cell("a") + cell("b")) + row(cell("c")),
            "grid 2×2 [0,0:a] [0,1:b] [1,0:c]");
        one("heads that are repeated",
            row(cell("a") + cell("x"), "<w:tblHeader/>") + row(cell("b") + cell("y"))
                + row(cell("c") + cell("z"), "<w:tblHeader/>"),
            "grid 3×2 [0,0!a] [0,1!x] [1,0:b] [1,1:y] [2,0:c] [2,1:z]");
        one("deleted and hidden rows",
            row(cell("a") + cell("x"), "<w:del/>") + row(cell("b") + cell("y"))
                + row(cell("c") + cell("z"), "<w:hidden/>"),
            "grid 1×2 [0,0:b] [0,1:y]");
        one("several paragraphs, breaks and tabs in a cell",
            row("<w:tc>" + paragraph("商业") + "<w:p/>" + paragraph("企业")
                + "</w:tc><w:tc><w:p><w:r><w:t>1</w:t><w:br/><w:t>2</w:t><w:tab/><w:t>3</w:t></w:r></w:p></"
                  "w:tc>"),
            "grid 1×2 [0,0:商业\n企业] [0,1:1\n2 3]");
        one("cells and rows in content controls",
            "<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" + cell("a") + "</w:sdtContent></w:sdt>"
                + cell("b") + "</w:tr></w:sdtContent></w:sdt>",
            "grid 1×2 [0,0:a] [0,1:b]");
        one("spans beyond all bounds", row(cell("a", "<w:gridSpan w:val='1000000000'/>") + cell("b")),
            "grid 1×200 [0,0+1×200:a]");
        QTest::newRow("a table that lays out another") << row("<w:tc>" + paragraph("甲")
            + table(row(cell("1") + cell("2"))) + paragraph("乙") + "</w:tc>"
            + cell("丙")) << lines({"甲", "grid 1×2 [0,0:1] [0,1:2]", "乙", "丙"});
        QTest::newRow("a frame of one cell")
            << row("<w:tc>" + paragraph("甲") + paragraph("乙") + "</w:tc>") << lines({"甲", "乙"});
        QTest::newRow("a frame of one cell in a cell")
            << row(cell("a") + "<w:tc>" + table(row(cell("5"))) + "<w:p/></w:tc>")
            << lines({"grid 1×2 [0,0:a] [0,1:5]"});
        QTest::newRow("without rows") << QByteArray() << QStringList();
    }
    void readsTables()
    {
        QFETCH(const QByteArray, rows);
        QFETCH(const QStringList, blocks);
        read({table(rows)}, blocks);
    }

    void takesPictures()
    {
        const auto picture = [](const QByteArray &id, const QByteArray &words) {
            return "<w:drawing><wp:inline><wp:docPr descr='" + words + "'/><a:graphic><a:blip r:embed='" + id
                + "'/></a:graphic></wp:inline></w:drawing>";
        };
        const auto relation = [](const QByteArray &id, const QByteArray &target) {
            return "<Relationship Id='" + id + "' Type='t/image' Target='" + target + "'/>";
        };
        ForeignDocx docx;
        docx.body = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>" + picture("p", "柱状图")
            + "</mc:Choice><mc:Fallback><w:pict><v:shape alt='柱状图'><v:imagedata "
              "r:id='p'/></v:shape></w:pict>"
              "</mc:Fallback></mc:AlternateContent></w:r>"
            + run("图一")
            + "</w:p><w:p><w:r><w:pict><v:shape alt='照片'><v:imagedata r:id='j'/></v:shape></w:pict>"
              "</w:r><w:r>"
            + picture("e", "") + picture("x", "") + picture("gone", "") + "</w:r></w:p>"
            + table(row(cell("a") + "<w:tc><w:p><w:r>" + picture("p", "") + "</w:r></w:p></w:tc>"));
        docx.relations = relation("p", "media/a.png") + relation("j", "media/b.jpeg")
            + relation("e", "media/c.emf") + relation("x", "media/lost.png");
        docx.others = {{"word/media/a.png", "\x89PNG\r\n\x1A\nbytes"},
            {"word/media/b.jpeg", "\xFF\xD8\xFF\xE0"}, {"word/media/c.emf", "\x01"}};
        const auto document = readDocx(docx.bytes());
        QVERIFY(document);
        QCOMPARE(told(*document),
            (lines({"图一", "picture a.png: 柱状图", "picture b.jpeg: 照片", "grid 1×2 [0,0:a] [0,1:]",
                "picture a.png: "})));
        QCOMPARE(
            std::get<ForeignPicture>(document->blocks.at(1)).bytes, QByteArray("\x89PNG\r\n\x1A\nbytes"));
        QCOMPARE(document->notices.size(), 2);
        QCOMPARE(document->notices.at(0).in(Language::Chinese),
            QStringLiteral("图片 c.emf 不是 PNG 或 JPEG 格式，没有读入。"));
        QCOMPARE(document->notices.at(1).in(Language::English),
            QStringLiteral("The picture lost.png cannot be read; it was left out."));
    }

    void saysWhatItLeftOut()
    {
        ForeignDocx docx{"<w:p>" + run("甲") + "<w:r><w:footnoteReference w:id='1'/></w:r><w:del>" + run("乙")
            + "</w:del><w:r><w:sym w:font='Wingdings' w:char='F021'/></w:r></w:p><w:altChunk/>"};
        docx.others = {{"docProps/core.xml", "<p xmlns:dc='dc'><dc:title>张村镇\n年报</dc:title></p>"}};
        const auto document = readDocx(docx.bytes());
        QVERIFY(document);
        QCOMPARE(document->kind, QStringLiteral("docx"));
        QCOMPARE(document->title, QStringLiteral("张村镇 年报"));
        QStringList notices;
        for (const Phrase &notice : document->notices)
            notices.append(notice.in(Language::Chinese));
        QCOMPARE(notices,
            (lines({"文件带有修订，按全部接受修订读入。", "脚注和尾注没有读入。",
                "文件中整个插入的其他文件没有读入。", "有符号字体中的符号不认识，没有读入。"})));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error>("error");
        const auto part = [](ErrorCode code, const char *name) {
            return Error{code, {}, QLatin1String(name)};
        };
        const Error notDocx = part(ErrorCode::NotOfItsKind, "docx");
        const QByteArray good = ForeignDocx{paragraph("甲")}.bytes();
        const QByteArray rels = "<Relationships><Relationship Id='a' Type='t/officeDocument' "
                                "Target='word/document.xml'/></Relationships>";
        const auto withMain = [&](const QByteArray &xml) {
            return zipBytes({{"_rels/.rels", rels}, {"word/document.xml", xml}});
        };
        ZipEntry bomb{"word/document.xml", {}, false, compressedZeros(2'000'000'000), 1000};
        QTest::newRow("nothing") << QByteArray() << notDocx;
        QTest::newRow("a text") << QByteArray("政府信息公开") << notDocx;
        QTest::newRow("a zip of something else") << zipBytes({{"a.txt", "1"}}) << notDocx;
        QTest::newRow("a workbook") << withMain("<workbook xmlns='http://x/spreadsheetml/main'/>") << notDocx;
        QTest::newRow("without its text")
            << zipBytes({{"_rels/.rels", rels}}) << part(ErrorCode::BrokenDocument, "word/document.xml");
        QTest::newRow("cut off") << good.left(good.size() * 2 / 3) << Error{ErrorCode::BrokenDocument};
        QTest::newRow("text that is cut off") << withMain("<w:document xmlns:w='wordprocessingml'><w:body>")
                                              << part(ErrorCode::BrokenDocument, "word/document.xml");
        QTest::newRow("a bomb") << zipBytes({{"_rels/.rels", rels}, bomb}) << part(ErrorCode::TooLarge, "64");
        QTest::newRow("an external entity")
            << withMain("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
            << part(ErrorCode::DeclaresEntities, "word/document.xml");
        QTest::newRow("200,000 levels")
            << ForeignDocx{QByteArray("<w:sdt>").repeated(200'000) + QByteArray("</w:sdt>").repeated(200'000)}
                   .bytes()
            << part(ErrorCode::TooDeep, "256");
        QTest::newRow("a million cells")
            << ForeignDocx{table(row(QByteArray("<w:tc/>").repeated(200)).repeated(5'000))}.bytes()
            << part(ErrorCode::TooManyParts, "200000");
        QTest::newRow("a million paragraphs") << ForeignDocx{QByteArray("<w:p/>").repeated(1'000'000)}.bytes()
                                              << part(ErrorCode::TooManyParts, "100000");
        QTest::newRow("20 million characters")
            << ForeignDocx{paragraph(QByteArray(20'000'000, 'a'))}.bytes() << part(ErrorCode::TooLarge, "4");
        QTest::newRow("fields without end") << ForeignDocx{"<w:p>"
            + QByteArray("<w:fldChar w:fldCharType='begin'/>").repeated(1'000) + "</w:p>"}
                                                   .bytes()
                                            << part(ErrorCode::TooDeep, "256");
        QTest::newRow("styles that are no XML") << ForeignDocx{paragraph("甲"), {}, "<w:style>"}.bytes()
                                                << part(ErrorCode::BrokenDocument, "word/styles.xml");
        QTest::newRow("a million lists") << ForeignDocx{paragraph("甲"),
            [] {
                QByteArray all;
                for (int at = 0; at < 1'000'000; ++at)
                    all += "<w:num w:numId='" + QByteArray::number(at) + "'/>";
                return all;
            }()}
                                                .bytes()
                                         << part(ErrorCode::TooManyParts, "20000");
    }
    void refuses()
    {
        QFETCH(const QByteArray, bytes);
        const test::ProcessorTime time;
        const auto document = readDocx(bytes);
        QVERIFY(!document);
        QTEST(document.error(), "error");
        QVERIFY2(time.milliseconds() < 2000, qPrintable(QString::number(time.milliseconds())));
    }

    void staysLinear_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto newRow
            = [](const char *name, const ForeignDocx &docx) { QTest::newRow(name) << docx.bytes(); };
        const QByteArray joined = paragraph("甲", "<w:rPr><w:del/></w:rPr>");
        newRow("paragraphs that all go on", {joined.repeated(90'000)});
        newRow("a row of a million cells", {table(row(QByteArray("<w:tc/>").repeated(1'000'000)))});
        newRow("a table of 90,000 rows", {table(row(cell("1")).repeated(90'000))});
        newRow("tables 60 deep",
            {QByteArray("<w:tbl><w:tr><w:tc>").repeated(60) + paragraph("甲").repeated(50'000)
                + QByteArray("</w:tc></w:tr></w:tbl>").repeated(60)});
        newRow("merges over all rows", {table(row(cell("1", kDown) + cell("2", kGoesOn)).repeated(5'000))});
        QByteArray styles;
        for (int at = 0; at < 19'000; ++at) {
            const QByteArray next = "<w:basedOn w:val='" + QByteArray::number((at + 1) % 19'000) + "'/>";
            styles += style(QByteArray::number(at), "a", next);
        }
        newRow("a circle of 19,000 styles", {styled("甲", "7").repeated(1'000), {}, styles});
    }
    void staysLinear()
    {
        QFETCH(const QByteArray, bytes);
        const test::ProcessorTime time;
        QVERIFY(readDocx(bytes));
        QVERIFY2(time.milliseconds() < 2000, qPrintable(QString::number(time.milliseconds())));
    }
};

QTEST_GUILESS_MAIN(DocxReaderTest)
#include "tst_docxreader.moc"
