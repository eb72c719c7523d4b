// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfwriter.h"

#include "exporters.h"
#include "pagestyle.h"

#include <QCryptographicHash>
#include <QFileDevice>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <zlib.h>

namespace nianbao {

namespace {

/// Three decimals, no trailing zeros.
QByteArray number(double value)
{
    const qint64 thousandths = std::llround(value * 1000);
    QByteArray out = QByteArray::number(std::abs(thousandths) / 1000);
    if (const qint64 rest = std::abs(thousandths) % 1000) {
        out += '.' + QByteArray::number(1000 + rest).mid(1);
        while (out.endsWith('0'))
            out.chop(1);
    }
    return thousandths < 0 ? '-' + out : out;
}

void appendNumbers(QByteArray &out, std::initializer_list<double> values, const char *operation)
{
    for (const double value : values)
        out += number(value) + ' ';
    out += operation;
    out += '\n';
}

void appendHex(QByteArray &out, quint16 value)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += kDigits[(value >> shift) & 0xf];
}

QByteArray hexUtf16(QStringView text)
{
    QByteArray out;
    for (const QChar unit : text)
        appendHex(out, unit.unicode());
    return out;
}

QByteArray hexUtf16(char32_t character) { return hexUtf16(QString::fromUcs4(&character, 1)); }

QByteArray textString(const QString &text) { return "<FEFF" + hexUtf16(text) + '>'; }

QByteArray reference(int object) { return QByteArray::number(object) + " 0 R"; }

class PdfFile {
public:
    explicit PdfFile(QIODevice &device) : m_device(device)
    {
        write("%PDF-1.7\n%\xE5\xB9\xB4\xE6\x8A\xA5\n"); // bytes above 127: not to be taken for text
    }
    int reserve()
    {
        m_offsets.push_back(0);
        return int(m_offsets.size());
    }
    void put(int object, const QByteArray &body)
    {
        m_offsets[size_t(object - 1)] = m_position;
        write(QByteArray::number(object) + " 0 obj\n" + body + "\nendobj\n");
    }
    void putStream(int object, const QByteArray &bytes, const QByteArray &entries = {});
    Result<> finish(int catalog, int info);

private:
    void write(const QByteArray &bytes)
    {
        if (m_failed)
            return;
        m_failed = !writeAll(m_device, bytes);
        m_position += bytes.size();
        m_hash.addData(bytes);
    }
    Error failure() const;

    QIODevice &m_device;
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    std::vector<qint64> m_offsets{};
    qint64 m_position = 0;
    bool m_failed = false;
};

void PdfFile::putStream(int object, const QByteArray &bytes, const QByteArray &entries)
{
    uLongf length = compressBound(uLong(bytes.size()));
    QByteArray packed(qsizetype(length), Qt::Uninitialized);
    if (compress2(reinterpret_cast<Bytef *>(packed.data()), &length,
            reinterpret_cast<const Bytef *>(bytes.constData()), uLong(bytes.size()), Z_DEFAULT_COMPRESSION)
        != Z_OK) { // only for want of memory
        m_failed = true;
        return;
    }
    packed.truncate(qsizetype(length));
    put(object,
        "<</Filter/FlateDecode/Length " + QByteArray::number(packed.size()) + entries + ">>stream\n" + packed
            + "\nendstream");
}

Result<> PdfFile::finish(int catalog, int info)
{
    const qint64 start = m_position;
    const QByteArray id = m_hash.result().toHex(); // of the content: the same report gives the same file
    const QByteArray size = QByteArray::number(qint64(m_offsets.size()) + 1);
    QByteArray table = "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const qint64 offset : m_offsets)
        table += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    write(table + "trailer\n<</Size " + size + "/Root " + reference(catalog) + "/Info " + reference(info)
        + "/ID[<" + id + "><" + id + ">]>>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n");
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (!m_failed && file && !file->flush())
        m_failed = true;
    if (m_failed)
        return failure();
    return {};
}

Error PdfFile::failure() const
{
    const auto *file = qobject_cast<const QFileDevice *>(&m_device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    return {full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, {}, m_device.errorString()};
}

struct FontUse { // a face as the document uses it
    std::map<quint32, char32_t> characters{}; // glyph → the first character it stands for
    FontSubset subset{};
    std::unordered_map<quint32, double> widths{}; // thousandths of an em, as written
};

using FontUses = std::map<int, FontUse>; // by face of the FontSet

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

Result<> subsetFonts(FontUses &uses, const FontSet &fonts)
{
    for (auto &[index, use] : uses) {
        const FontFace &face = fonts.face(index);
        std::vector<quint32> glyphs;
        for (const auto &[glyph, character] : use.characters) {
            glyphs.push_back(glyph);
            use.widths[glyph] = std::round(face.advance(glyph) * 1e6) / 1000;
        }
        auto subset = subsetFace(face, glyphs);
        if (!subset)
            return Error{ErrorCode::FontMissing, face.file(), face.family()};
        use.subset = *std::move(subset);
    }
    return {};
}

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
            appendHex(map, next->first);
            map += "><" + hexUtf16(next->second) + ">\n";
        }
        map += "endbfchar\n";
        left -= count;
    }
    return map + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

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
            widthArray += QByteArray::number(code) + '[' + number(width) + ']';
    }
    widthArray += ']';

    const QByteArray name = '/' + fontName(face, use.subset);
    const int font = pdf.reserve(), descendant = pdf.reserve(), descriptor = pdf.reserve();
    const int program = pdf.reserve(), map = pdf.reserve();
    pdf.put(font,
        "<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts["
            + reference(descendant) + "]/ToUnicode " + reference(map) + ">>");
    pdf.put(descendant,
        "<</Type/Font/Subtype/" + QByteArray(cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity")
            + "/BaseFont" + name
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W" + widthArray
            + "/FontDescriptor " + reference(descriptor) + ">>");
    QByteArray box = "[";
    for (const double edge : face.boundingBox())
        box += number(std::round(edge * 1000)) + ' ';
    box += ']';
    const QByteArray ascent = number(std::round(face.ascent() * 1000));
    pdf.put(descriptor,
        "<</Type/FontDescriptor/FontName" + name + "/Flags 4/ItalicAngle 0/StemV 80/Ascent " + ascent
            + "/Descent " + number(-std::round(face.descent() * 1000)) + "/CapHeight " + ascent + "/FontBBox"
            + box + (cff ? "/FontFile3 " : "/FontFile2 ") + reference(program) + ">>");
    pdf.putStream(program, use.subset.program,
        cff ? QByteArray("/Subtype/CIDFontType0C")
            : "/Length1 " + QByteArray::number(use.subset.program.size()));
    pdf.putStream(map, toUnicode(characters));
    return font;
}

double points(double mm) { return mm / kMmPerPoint; }

class PageContent {
public:
    PageContent(const PageDocument &document, const FontUses &fonts)
        : m_fonts(fonts), m_height(document.height)
    { }
    QByteArray content(const Page &page);

private:
    double up(double y) const { return points(m_height - y); }
    void setColour(const QColor &colour);
    void addFill(const Fill &fill);
    void addShape(const Shape &shape);
    void addRules(const std::vector<Rule> &rules);
    void addRun(const GlyphRun &run);

    const FontUses &m_fonts;
    double m_height;
    QByteArray m_out{};
};

/// Grounds lie on the white paper alone, so a translucent colour is mixed with white once and for all.
void PageContent::setColour(const QColor &colour)
{
    const auto mixed = [&](float part) { return 1 - (1 - double(part)) * double(colour.alphaF()); };
    appendNumbers(m_out, {mixed(colour.redF()), mixed(colour.greenF()), mixed(colour.blueF())}, "rg");
}

void PageContent::addFill(const Fill &fill)
{
    if (!fill.colour.isValid() || fill.colour.alpha() == 0)
        return;
    m_out += "q\n";
    setColour(fill.colour);
    const QRectF &rect = fill.rect;
    appendNumbers(m_out,
        {points(rect.left()), up(rect.bottom()), points(rect.width()), points(rect.height())}, "re f Q");
}

void PageContent::addShape(const Shape &shape)
{
    if (!shape.colour.isValid() || shape.colour.alpha() == 0 || shape.path.isEmpty())
        return;
    m_out += "q\n";
    setColour(shape.colour);
    const QPainterPath &path = shape.path;
    const auto x = [&](int i) { return points(path.elementAt(i).x); };
    const auto y = [&](int i) { return up(path.elementAt(i).y); };
    for (int i = 0; i < path.elementCount(); ++i) {
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement: appendNumbers(m_out, {x(i), y(i)}, "m"); break;
        case QPainterPath::LineToElement: appendNumbers(m_out, {x(i), y(i)}, "l"); break;
        case QPainterPath::CurveToElement:
            appendNumbers(m_out, {x(i), y(i), x(i + 1), y(i + 1), x(i + 2), y(i + 2)}, "c");
            i += 2;
            break;
        case QPainterPath::CurveToDataElement: break; // taken with its curve
        }
    }
    m_out += path.fillRule() == Qt::WindingFill ? "f\nQ\n" : "f*\nQ\n";
}

void PageContent::addRules(const std::vector<Rule> &rules)
{
    if (!rules.empty())
        m_out += "2 J\n"; // square ends, so that the rules of a frame meet in its corners
    double width = -1;
    for (const Rule &rule : rules) {
        if (rule.width != width)
            appendNumbers(m_out, {points(rule.width)}, "w");
        width = rule.width;
        appendNumbers(m_out, {points(rule.x1), up(rule.y1)}, "m");
        appendNumbers(m_out, {points(rule.x2), up(rule.y2)}, "l S");
    }
}

/// Glyphs follow each other by their own widths; what differs is corrected in thousandths of an em. The
/// corrections are rounded against the exact place, so the error never adds up.
void PageContent::addRun(const GlyphRun &run)
{
    if (run.glyphs.empty())
        return;
    const FontUse &font = m_fonts.at(run.face);
    const double start = double(run.glyphs.front().x);
    m_out += "BT\n/F" + QByteArray::number(run.face) + ' ';
    appendNumbers(m_out, {points(run.size)}, "Tf");
    appendNumbers(m_out, {1, 0, 0, 1, points(start), up(run.baseline)}, "Tm");
    double at = 0;
    bool open = false; // inside <…>
    m_out += '[';
    for (const Glyph &glyph : run.glyphs) {
        const qint64 back = std::llround(at - (double(glyph.x) - start) / run.size * 1000);
        const bool shared = font.characters.at(glyph.glyph) != glyph.character;
        if (open && (back != 0 || shared)) {
            m_out += '>';
            open = false;
        }
        if (back != 0)
            m_out += QByteArray::number(back);
        at += font.widths.at(glyph.glyph) - double(back);
        if (shared)
            m_out += "]TJ\n/Span<</ActualText<FEFF" + hexUtf16(glyph.character) + ">>>BDC\n[";
        if (!open)
            m_out += '<';
        appendHex(m_out, font.subset.codes.value(glyph.glyph));
        open = !shared;
        if (shared)
            m_out += ">]TJ\nEMC\n[";
    }
    m_out += open ? ">]TJ\nET\n" : "]TJ\nET\n";
}

QByteArray PageContent::content(const Page &page)
{
    m_out.clear();
    for (const Fill &fill : page.fills)
        addFill(fill);
    for (const Shape &shape : page.shapes)
        addShape(shape);
    addRules(page.rules);
    for (const GlyphRun &run : page.runs)
        addRun(run);
    return m_out;
}

/// The bookmarks as a tree; a level that skips one hangs under the nearest higher one. 0: there are none.
int putOutline(PdfFile &pdf, const PageDocument &document, const std::vector<int> &pages)
{
    struct Node {
        const Bookmark *bookmark = nullptr;
        int object = 0;
        size_t parent = 0, previous = 0, next = 0; // 0: the root, which is nobody's sibling
        std::vector<size_t> children{};
    };
    std::vector<Node> nodes(1); // the root
    std::vector<std::pair<int, size_t>> path{{0, 0}}; // level, node
    for (const Bookmark &bookmark : document.bookmarks) {
        if (bookmark.page < 0 || bookmark.page >= int(pages.size()))
            continue;
        while (path.size() > 1 && path.back().first >= bookmark.level)
            path.pop_back();
        const size_t parent = path.back().second;
        const size_t previous = nodes[parent].children.empty() ? 0 : nodes[parent].children.back();
        if (previous)
            nodes[previous].next = nodes.size();
        nodes[parent].children.push_back(nodes.size());
        path.push_back({bookmark.level, nodes.size()});
        nodes.push_back({&bookmark, 0, parent, previous, 0, {}});
    }
    if (nodes.size() == 1)
        return 0;
    for (Node &node : nodes)
        node.object = pdf.reserve();
    for (const Node &node : nodes) {
        QByteArray body = "<<";
        if (!node.children.empty()) // all are shown open
            body += "/First " + reference(nodes[node.children.front()].object) + "/Last "
                + reference(nodes[node.children.back()].object) + "/Count "
                + QByteArray::number(qint64(node.bookmark ? node.children.size() : nodes.size() - 1));
        if (!node.bookmark) {
            pdf.put(node.object, body + "/Type/Outlines>>");
            continue;
        }
        if (node.previous)
            body += "/Prev " + reference(nodes[node.previous].object);
        if (node.next)
            body += "/Next " + reference(nodes[node.next].object);
        body += "/Parent " + reference(nodes[node.parent].object) + "/Title" + textString(node.bookmark->text)
            + "/Dest[" + reference(pages[size_t(node.bookmark->page)]) + "/XYZ null "
            + number(points(document.height - node.bookmark->y)) + " null]";
        pdf.put(node.object, body + ">>");
    }
    return nodes.front().object;
}

std::vector<int> putPages(PdfFile &pdf, const PageDocument &document, const FontUses &uses, int tree)
{
    PageContent content(document, uses);
    const int resources = pdf.reserve();
    std::vector<int> pages;
    QByteArray kids;
    for (const Page &page : document.pages) {
        const int object = pdf.reserve(), stream = pdf.reserve();
        pdf.put(object, "<</Type/Page/Parent " + reference(tree) + "/Contents " + reference(stream) + ">>");
        pdf.putStream(stream, content.content(page));
        pages.push_back(object);
        kids += reference(object) + ' ';
    }
    pdf.put(tree,
        "<</Type/Pages/Count " + QByteArray::number(qint64(pages.size())) + "/Kids[" + kids + "]/Resources "
            + reference(resources) + "/MediaBox[0 0 " + number(points(document.width)) + ' '
            + number(points(document.height)) + "]>>");
    QByteArray entries = "<<";
    if (!uses.empty()) {
        entries += "/Font<<";
        for (const auto &[index, use] : uses)
            entries += "/F" + QByteArray::number(index) + ' '
                + reference(putFont(pdf, document.fonts->face(index), use));
        entries += ">>";
    }
    pdf.put(resources, entries + ">>");
    return pages;
}

} // namespace

Result<> writePdf(const PageDocument &document, QIODevice &device)
{
    FontUses uses = collectGlyphs(document);
    if (!uses.empty() && !document.fonts)
        return Error{ErrorCode::FontMissing};
    if (const Result<> done = uses.empty() ? Result<>() : subsetFonts(uses, *document.fonts); !done)
        return done;
    PdfFile pdf(device);
    const int catalog = pdf.reserve(), tree = pdf.reserve(), info = pdf.reserve();
    const std::vector<int> pages = putPages(pdf, document, uses, tree);
    const int outline = putOutline(pdf, document, pages);
    QByteArray root = "<</Type/Catalog/Pages " + reference(tree)
        + "/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>";
    if (outline)
        root += "/Outlines " + reference(outline);
    pdf.put(catalog, root + ">>");
    pdf.put(info, "<</Title" + textString(document.title) + "/Producer(Nianbao)>>");
    return pdf.finish(catalog, info);
}

Result<> writePdf(const PageDocument &document, const QString &path)
{
    return writeWhole(path, [&](QIODevice &device) { return writePdf(document, device); });
}

} // namespace nianbao
