// SPDX-License-Identifier: MulanPSL-2.0
#include "pdffont.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <future>

namespace nianbao {

FontUses collectGlyphs(const PageDocument &document)
{
    FontUses uses;
    for (const Page &page : document.pages) {
        for (const GlyphRun &run : page.runs) {
            auto &characters = uses[run.face].characters;
            for (const Glyph &glyph : run.glyphs)
                characters.emplace(glyph.glyph, glyph.character);
        }
    }
    return uses;
}

namespace {

/// "ABCDEF+NotoSerifCJKsc-Regular"; the tag is of the subset's content, so it is the same each time.
QByteArray fontName(const FontFace &face, const FontSubset &subset)
{
    const QByteArray hash = QCryptographicHash::hash(subset.program, QCryptographicHash::Md5);
    QByteArray name;
    for (int i = 0; i < 6; ++i)
        name += char('A' + quint8(hash[i]) % 26);
    name += '+';
    for (const char c : face.postScriptName()) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-')
            name += c;
    }
    return name;
}

/// False: the face cannot be read.
bool cut(const FontFace &face, FontUse &use)
{
    std::vector<quint32> glyphs;
    for (const auto &[glyph, character] : use.characters) {
        glyphs.push_back(glyph);
        use.widths[glyph] = std::round(face.advance(glyph) * 1e6) / 1000;
    }
    auto subset = subsetFace(face, glyphs);
    if (!subset)
        return false;
    use.subset = *std::move(subset);
    use.packed = pdf::packed(use.subset.program);
    return true;
}

} // namespace

Result<> subsetFonts(FontUses &uses, const FontSet &fonts)
{
    // half of the time of writing a file: the faces at once, if there are processors for them
    std::map<int, std::future<bool>> cuts;
    for (auto &[index, use] : uses)
        cuts.emplace(index, std::async(cut, std::cref(fonts.face(index)), std::ref(use)));
    for (auto &[index, isCut] : cuts) {
        const FontFace &face = fonts.face(index);
        if (!isCut.get())
            return Error{ErrorCode::FontMissing, face.file(), face.family()};
        uses[index].name = fontName(face, uses[index].subset);
    }
    return {};
}

namespace {

QByteArray toUnicode(const std::map<quint16, char32_t> &characters)
{
    QByteArray map = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                     "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    auto next = characters.begin();
    for (size_t left = characters.size(); left > 0;) {
        const size_t count = std::min<size_t>(left, 100); // the most a section may hold
        map += QByteArray::number(qint64(count)) + " beginbfchar\n";
        for (size_t i = 0; i < count; ++i, ++next) {
            map += '<';
            pdf::appendHex(map, next->first);
            map += "><" + pdf::hexUtf16(next->second) + ">\n";
        }
        map += "endbfchar\n";
        left -= count;
    }
    return map + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

} // namespace

int putFont(PdfFile &pdf, const FontFace &face, const FontUse &use)
{
    const bool cff = use.subset.kind == FontSubset::Kind::Cff;
    std::map<quint16, char32_t> characters;
    std::map<quint16, double> widths;
    for (const auto &[glyph, character] : use.characters) {
        characters.emplace(use.subset.codes.value(glyph), character);
        widths.emplace(use.subset.codes.value(glyph), use.widths.at(glyph));
    }
    QByteArray widthArray = "[";
    for (const auto &[code, width] : widths) {
        if (width != 1000) // the default of /DW
            widthArray += QByteArray::number(code) + '[' + pdf::number(width) + ']';
    }
    widthArray += ']';

    const QByteArray name = '/' + use.name;
    const int font = pdf.reserve(), descendant = pdf.reserve(), descriptor = pdf.reserve();
    const int program = pdf.reserve(), map = pdf.reserve();
    pdf.put(font,
        "<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts["
            + pdf::reference(descendant) + "]/ToUnicode " + pdf::reference(map) + ">>");
    pdf.put(descendant,
        "<</Type/Font/Subtype/" + QByteArray(cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity")
            + "/BaseFont" + name
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W" + widthArray
            + "/FontDescriptor " + pdf::reference(descriptor) + ">>");
    QByteArray box = "[";
    for (const double edge : face.boundingBox())
        box += pdf::number(std::round(edge * 1000)) + ' ';
    box += ']';
    const QByteArray ascent = pdf::number(std::round(face.ascent() * 1000));
    pdf.put(descriptor,
        "<</Type/FontDescriptor/FontName" + name + "/Flags 4/ItalicAngle 0/StemV 80/Ascent " + ascent
            + "/Descent " + pdf::number(-std::round(face.descent() * 1000)) + "/CapHeight " + ascent
            + "/FontBBox" + box + (cff ? "/FontFile3 " : "/FontFile2 ") + pdf::reference(program) + ">>");
    pdf.putPacked(program, use.packed,
        cff ? QByteArray("/Subtype/CIDFontType0C")
            : "/Length1 " + QByteArray::number(use.subset.program.size()));
    pdf.putStream(map, toUnicode(characters));
    return font;
}

} // namespace nianbao
