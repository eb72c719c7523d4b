// SPDX-License-Identifier: MulanPSL-2.0
#include "docxlooks.h"

#include "docxmarkup.h"

#include <array>

namespace nianbao {

namespace {

using namespace docx;

// names under which offices have these fonts
constexpr const char *kXiaoBiaoSong = "方正小标宋简体";
constexpr const char *kFangSong = "仿宋_GB2312";
constexpr const char *kKaiTi = "楷体_GB2312";
constexpr const char *kHeiTi = "黑体";
constexpr const char *kSongTi = "宋体";
constexpr const char *kLatin = "Times New Roman";

struct StyleLook {
    const char *id;
    const char *name;
    const char *basedOn = "Normal";
    const char *next = nullptr; // nullptr: itself
    bool isBuiltIn = false;
    bool isQuick = true; // in the gallery
    int priority = 99;
    // paragraph
    bool keepsNext = false;
    bool isOnGrid = true;
    bool isNumbered = true; // by line numbers
    int before = 0;
    int after = 0;
    int line = kLine; // exact; 0: as high as it is
    int firstLine = 0; // characters
    const char *align = "both";
    int outline = -1;
    // characters
    const char *eastAsia = nullptr;
    bool isLatinToo = false; // the same font for Latin letters and digits
    int spacing = 0;
    int size = 32;
};

constexpr int kTight = -5; // a quarter of a point: 28 characters of 16 pt on 442 pt

constexpr std::array kStyles{
    StyleLook{.id = kBody,
        .name = "Body Text",
        .isBuiltIn = true,
        .priority = 1,
        .firstLine = 2,
        .spacing = kTight},
    StyleLook{.id = kTitle,
        .name = "Title",
        .next = kBody,
        .isBuiltIn = true,
        .priority = 10,
        .isOnGrid = false,
        .isNumbered = false,
        .after = kLine,
        .line = kTitleLine,
        .align = "center",
        .eastAsia = kXiaoBiaoSong,
        .size = 44},
    StyleLook{.id = kHeading1,
        .name = "heading 1",
        .next = kBody,
        .isBuiltIn = true,
        .priority = 9,
        .keepsNext = true,
        .firstLine = 2,
        .outline = 0,
        .eastAsia = kHeiTi,
        .spacing = kTight},
    StyleLook{.id = kHeading2,
        .name = "heading 2",
        .next = kBody,
        .isBuiltIn = true,
        .priority = 9,
        .keepsNext = true,
        .firstLine = 2,
        .outline = 1,
        .eastAsia = kKaiTi,
        .spacing = kTight},
    StyleLook{.id = kSignature,
        .name = "Signature",
        .isBuiltIn = true,
        .isQuick = false,
        .align = "right",
        .spacing = kTight},
    StyleLook{.id = kCaption,
        .name = "caption",
        .next = kBody,
        .isBuiltIn = true,
        .priority = 35,
        .align = "center",
        .eastAsia = kKaiTi,
        .size = 24},
    StyleLook{.id = kHeader,
        .name = "header",
        .isBuiltIn = true,
        .isQuick = false,
        .isOnGrid = false,
        .line = 0,
        .align = "center",
        .eastAsia = kSongTi,
        .size = 18},
    StyleLook{.id = kFooter,
        .name = "footer",
        .isBuiltIn = true,
        .isQuick = false,
        .isOnGrid = false,
        .line = 280,
        .align = "left",
        .eastAsia = kSongTi,
        .isLatinToo = true,
        .size = 28},
    StyleLook{.id = kFigure,
        .name = "图",
        .next = kCaption,
        .keepsNext = true,
        .isOnGrid = false,
        .before = 85,
        .after = 85,
        .line = 0,
        .align = "center",
        .size = 21},
    StyleLook{.id = kTableText,
        .name = "表格文字",
        .isOnGrid = false,
        .isNumbered = false,
        .line = 256,
        .align = "center",
        .eastAsia = kSongTi,
        .isLatinToo = true,
        .size = kTableSize},
    StyleLook{.id = kTableNote,
        .name = "表注",
        .next = kBody,
        .isOnGrid = false,
        .isNumbered = false,
        .line = 243,
        .eastAsia = kSongTi,
        .isLatinToo = true,
        .size = 18},
    StyleLook{.id = kPaperTitle,
        .name = "附页标题",
        .next = kPaperText,
        .isOnGrid = false,
        .isNumbered = false,
        .after = 180,
        .line = 540,
        .align = "center",
        .eastAsia = kXiaoBiaoSong,
        .size = 36},
    StyleLook{.id = kPaperHeading,
        .name = "附页小标题",
        .next = kPaperText,
        .keepsNext = true,
        .isOnGrid = false,
        .isNumbered = false,
        .before = 144,
        .after = 72,
        .line = 360,
        .outline = 0,
        .eastAsia = kHeiTi,
        .size = 24},
    StyleLook{.id = kPaperText,
        .name = "附页正文",
        .isOnGrid = false,
        .isNumbered = false,
        .line = 360,
        .firstLine = 2,
        .size = 24},
    StyleLook{.id = kCommentText,
        .name = "annotation text",
        .isBuiltIn = true,
        .isQuick = false,
        .isOnGrid = false,
        .isNumbered = false,
        .line = 0,
        .align = "left",
        .eastAsia = kSongTi,
        .size = 21},
};

void addFonts(DocxMarkup &xml, const char *eastAsia, bool isLatinToo)
{
    const char *latin = isLatinToo ? eastAsia : kLatin;
    xml.leaf(
        "w:rFonts", {{"w:ascii", latin}, {"w:eastAsia", eastAsia}, {"w:hAnsi", latin}, {"w:cs", kLatin}});
}

void addParagraphProperties(DocxMarkup &xml, const StyleLook &look)
{
    xml.open("w:pPr");
    if (look.keepsNext) {
        xml.leaf("w:keepNext");
        xml.leaf("w:keepLines");
    }
    if (!look.isNumbered)
        xml.leaf("w:suppressLineNumbers");
    if (!look.isOnGrid)
        xml.value("w:snapToGrid", {"w:val", "0"});
    const QByteArray before = QByteArray::number(look.before), after = QByteArray::number(look.after);
    if (look.line > 0)
        xml.leaf("w:spacing",
            {{"w:before", before}, {"w:after", after}, {"w:line", look.line}, {"w:lineRule", "exact"}});
    else // never exact where a picture stands: it would be cut off
        xml.leaf("w:spacing",
            {{"w:before", before}, {"w:after", after}, {"w:line", "240"}, {"w:lineRule", "auto"}});
    if (look.firstLine > 0)
        xml.leaf("w:ind",
            {{"w:firstLineChars", look.firstLine * 100}, {"w:firstLine", look.firstLine * look.size * 10}});
    xml.value("w:jc", {"w:val", look.align});
    if (look.outline >= 0)
        xml.value("w:outlineLvl", {"w:val", look.outline});
    xml.close();
}

void addStyle(DocxMarkup &xml, const StyleLook &look)
{
    if (look.isBuiltIn)
        xml.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", look.id}});
    else
        xml.open("w:style", {{"w:type", "paragraph"}, {"w:customStyle", "1"}, {"w:styleId", look.id}});
    xml.value("w:name", {"w:val", look.name});
    xml.value("w:basedOn", {"w:val", look.basedOn});
    if (look.next)
        xml.value("w:next", {"w:val", look.next});
    xml.value("w:uiPriority", {"w:val", look.priority});
    if (look.isQuick)
        xml.leaf("w:qFormat");
    addParagraphProperties(xml, look);
    xml.open("w:rPr");
    if (look.eastAsia)
        addFonts(xml, look.eastAsia, look.isLatinToo);
    if (look.outline >= 0 || look.eastAsia == kXiaoBiaoSong) { // Word's own headings are bold
        xml.value("w:b", {"w:val", "0"});
        xml.value("w:bCs", {"w:val", "0"});
    }
    if (look.spacing != 0)
        xml.value("w:spacing", {"w:val", look.spacing});
    xml.value("w:sz", {"w:val", look.size});
    xml.value("w:szCs", {"w:val", look.size});
    xml.close();
    xml.close();
}

void addDefaults(DocxMarkup &xml)
{
    xml.open("w:docDefaults");
    xml.open("w:rPrDefault");
    xml.open("w:rPr");
    addFonts(xml, kFangSong, false);
    xml.value("w:kern", {"w:val", "2"});
    xml.value("w:sz", {"w:val", "32"});
    xml.value("w:szCs", {"w:val", "32"});
    xml.leaf("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}, {"w:bidi", "ar-SA"}});
    xml.close();
    xml.close();
    xml.leaf("w:pPrDefault");
    xml.close();
}

/// Those that everything else is made upon.
void addGroundStyles(DocxMarkup &xml)
{
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
    xml.value("w:name", {"w:val", "Normal"});
    xml.leaf("w:qFormat");
    xml.open("w:pPr");
    xml.leaf("w:widowControl");
    // A mark may hang over the edge, which is what Word does anyhow. LibreOffice 7.4 reads the word as its
    // opposite, and must: in justified lines it does not paint a mark that hangs (43 of 400 paragraphs).
    xml.leaf("w:overflowPunct");
    // hanzi and digits stand without air between them, as on the page; LibreOffice 7.4 does not read it
    xml.value("w:autoSpaceDE", {"w:val", "0"});
    xml.value("w:autoSpaceDN", {"w:val", "0"});
    xml.leaf("w:spacing", {{"w:line", kLine}, {"w:lineRule", "exact"}});
    xml.value("w:jc", {"w:val", "both"});
    xml.close();
    xml.open("w:rPr");
    addFonts(xml, kFangSong, false);
    xml.value("w:sz", {"w:val", "32"});
    xml.value("w:szCs", {"w:val", "32"});
    xml.close();
    xml.close();
    const auto bare = [&xml](const char *type, const char *id, const char *name) {
        xml.open("w:style", {{"w:type", type}, {"w:default", "1"}, {"w:styleId", id}});
        xml.value("w:name", {"w:val", name});
        xml.value("w:uiPriority", {"w:val", "99"});
        xml.leaf("w:semiHidden");
        xml.leaf("w:unhideWhenUsed");
    };
    bare("character", "DefaultParagraphFont", "Default Paragraph Font");
    xml.close();
    bare("table", "TableNormal", "Normal Table");
    xml.open("w:tblPr");
    xml.leaf("w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}});
    xml.open("w:tblCellMar");
    for (const auto &[edge, width] : {std::pair("w:top", "0"), std::pair("w:left", "108"),
             std::pair("w:bottom", "0"), std::pair("w:right", "108")})
        xml.leaf(edge, {{"w:w", width}, {"w:type", "dxa"}});
    xml.close();
    xml.close();
    xml.close();
    bare("numbering", "NoList", "No List");
    xml.close();
}

} // namespace

QByteArray docxStyles()
{
    DocxMarkup xml;
    xml.declare();
    xml.open("w:styles", {{"xmlns:w", kMain}});
    addDefaults(xml);
    addGroundStyles(xml);
    for (const StyleLook &look : kStyles)
        addStyle(xml, look);
    xml.open("w:style", {{"w:type", "character"}, {"w:styleId", kCommentReference}});
    xml.value("w:name", {"w:val", "annotation reference"});
    xml.value("w:basedOn", {"w:val", "DefaultParagraphFont"});
    xml.value("w:uiPriority", {"w:val", "99"});
    xml.open("w:rPr");
    xml.value("w:sz", {"w:val", "21"});
    xml.value("w:szCs", {"w:val", "21"});
    xml.close();
    xml.close();
    xml.close();
    return xml.bytes();
}

QByteArray docxSettings()
{
    DocxMarkup xml;
    xml.declare();
    xml.open("w:settings", {{"xmlns:w", kMain}});
    xml.value("w:zoom", {"w:percent", "100"});
    xml.value("w:defaultTabStop", {"w:val", "640"});
    xml.leaf("w:evenAndOddHeaders");
    xml.value("w:drawingGridHorizontalSpacing", {"w:val", "160"});
    xml.value("w:drawingGridVerticalSpacing", {"w:val", kLine});
    xml.value("w:displayHorizontalDrawingGridEvery", {"w:val", "0"});
    xml.value("w:characterSpacingControl", {"w:val", "compressPunctuation"});
    xml.open("w:compat");
    for (const char *name : {"w:spaceForUL", "w:balanceSingleByteDoubleByteWidth",
             "w:doNotLeaveBackslashAlone", "w:ulTrailSpace", "w:doNotExpandShiftReturn", "w:useFELayout"})
        xml.leaf(name);
    for (const auto &[name, value] :
        {std::pair("compatibilityMode", "15"), std::pair("overrideTableStyleFontSizeAndJustification", "1"),
            std::pair("enableOpenTypeFeatures", "1"), std::pair("doNotFlipMirrorIndents", "1"),
            std::pair("differentiateMultirowTableHeaders", "1")})
        xml.leaf("w:compatSetting",
            {{"w:name", name}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", value}});
    xml.close();
    xml.leaf("w:themeFontLang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}});
    xml.close();
    return xml.bytes();
}

QByteArray docxFontTable()
{
    struct Font {
        const char *name;
        const char *other; // where the first one is missing
        const char *charset;
        const char *family;
        const char *pitch;
    };
    constexpr Font kFonts[] = {{kLatin, nullptr, "00", "roman", "variable"},
        {kFangSong, "仿宋", "86", "modern", "default"}, {kKaiTi, "楷体", "86", "modern", "default"},
        {kHeiTi, "SimHei", "86", "modern", "fixed"}, {kSongTi, "SimSun", "86", "auto", "variable"},
        {kXiaoBiaoSong, "方正小标宋_GBK", "86", "script", "default"}};
    DocxMarkup xml;
    xml.declare();
    xml.open("w:fonts", {{"xmlns:w", kMain}});
    for (const Font &font : kFonts) {
        xml.open("w:font", {{"w:name", font.name}});
        if (font.other)
            xml.value("w:altName", {"w:val", font.other});
        xml.value("w:charset", {"w:val", font.charset});
        xml.value("w:family", {"w:val", font.family});
        xml.value("w:pitch", {"w:val", font.pitch});
        xml.close();
    }
    xml.close();
    return xml.bytes();
}

} // namespace nianbao
