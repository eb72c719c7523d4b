// SPDX-License-Identifier: MulanPSL-2.0
#include "fonts.h"

#include "installedfaces.h"

#include <QByteArrayView>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

namespace nianbao {

FontFace::FontFace(QString file, int index, QString family)
    : m_file(std::move(file)), m_index(index), m_family(std::move(family))
{
    hb_blob_t *blob = hb_blob_create_from_file(QFile::encodeName(m_file).constData()); // mapped, not read
    m_face = hb_face_create(blob, static_cast<unsigned>(index));
    hb_blob_destroy(blob);
    m_font = hb_font_create(m_face);
    m_unitsPerEm = hb_face_get_upem(m_face);
    hb_position_t value = 0;
    if (hb_ot_metrics_get_position(m_font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, &value))
        m_ascent = std::abs(double(value)) / m_unitsPerEm;
    if (hb_ot_metrics_get_position(m_font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, &value))
        m_descent = std::abs(double(value)) / m_unitsPerEm;
}

FontFace::~FontFace()
{
    hb_font_destroy(m_font);
    hb_face_destroy(m_face);
}

quint32 FontFace::glyph(char32_t character) const
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(m_font, character, &glyph) ? glyph : 0;
}

double FontFace::advance(quint32 glyph) const
{
    return double(hb_font_get_glyph_h_advance(m_font, glyph)) / m_unitsPerEm;
}

QByteArray FontFace::postScriptName() const
{
    char name[128] = {};
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(
        m_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, name);
    return QByteArray(name, qsizetype(size));
}

std::array<double, 4> FontFace::boundingBox() const
{
    constexpr unsigned kXMin = 36; // offset in the table head; yMin, xMax and yMax follow
    hb_blob_t *head = hb_face_reference_table(m_face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(head, &length);
    std::array<double, 4> box{};
    for (unsigned i = 0; i < 4 && length >= kXMin + 8; ++i) {
        const char *at = bytes + kXMin + 2 * i;
        box[i] = double(qint16((quint8(at[0]) << 8) | quint8(at[1]))) / m_unitsPerEm;
    }
    hb_blob_destroy(head);
    return box;
}

struct FontSet::Private {
    struct Entry { // a face that exists on this machine; opened when it is first asked for
        FontFile file{};
        QString family{};
        std::unique_ptr<FontFace> face{};
    };
    std::vector<Entry> entries{};
    std::vector<std::vector<int>> order{}; // of each role: its own chain, then all other faces
    QStringList standIns{};
    QHash<quint64, Hit> hits{};

    int entryFor(const FontFile &file, const QString &family)
    {
        for (size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].file == file)
                return int(i);
        }
        entries.push_back({file, family, nullptr});
        return int(entries.size()) - 1;
    }
    const FontFace &open(int index)
    {
        Entry &entry = entries[size_t(index)];
        if (!entry.face)
            entry.face = std::make_unique<FontFace>(entry.file.file, entry.file.index, entry.family);
        return *entry.face;
    }
    bool addRole(const FontChain &chain, const InstalledFaces &installed);
    void addFallbacks();
};

bool FontSet::Private::addRole(const FontChain &chain, const InstalledFaces &installed)
{
    std::vector<int> faces;
    for (const FontChain::Choice &choice : chain.choices) {
        const auto file = installed.find(choice);
        if (!file)
            continue;
        const int index = entryFor(*file, choice.family);
        // a file that went away or is damaged since fontconfig saw it has no glyphs
        if (faces.empty() && hb_face_get_glyph_count(open(index).face()) == 0)
            continue;
        if (faces.empty() && !choice.fitting)
            standIns.append(chain.label + QStringLiteral(": ") + choice.family);
        if (std::find(faces.begin(), faces.end(), index) == faces.end())
            faces.push_back(index);
    }
    order.push_back(faces);
    return !faces.empty();
}

void FontSet::Private::addFallbacks()
{
    for (std::vector<int> &faces : order) {
        for (int index = 0; index < int(entries.size()); ++index) {
            if (std::find(faces.begin(), faces.end(), index) == faces.end())
                faces.push_back(index);
        }
    }
}

FontSet::FontSet() : d(std::make_unique<Private>()) { }

FontSet::~FontSet() = default;

Result<std::shared_ptr<const FontSet>> FontSet::load(const QList<FontChain> &chains)
{
    const auto installed = InstalledFaces::forChains(chains);
    auto set = std::make_shared<FontSet>();
    for (const FontChain &chain : chains) {
        if (!set->d->addRole(chain, installed))
            return Error{ErrorCode::FontMissing, {}, chain.label};
    }
    set->d->addFallbacks();
    return std::shared_ptr<const FontSet>(std::move(set));
}

FontSet::Hit FontSet::find(FontRole role, char32_t character) const
{
    const quint64 key = (quint64(role) << 32) | character;
    if (const auto known = d->hits.constFind(key); known != d->hits.constEnd())
        return *known;
    const std::vector<int> &faces = d->order[size_t(role)];
    Hit hit{faces.front(), 0, d->open(faces.front()).advance(0)};
    for (const int index : faces) {
        const FontFace &candidate = d->open(index);
        if (const quint32 glyph = candidate.glyph(character)) {
            hit = {index, glyph, candidate.advance(glyph)};
            break;
        }
    }
    d->hits.insert(key, hit);
    return hit;
}

const FontFace &FontSet::face(int index) const { return d->open(index); }

int FontSet::faces() const { return int(d->entries.size()); }

QStringList FontSet::standIns() const { return d->standIns; }

namespace {

template <auto destroy> struct Destroy {
    template <typename T> void operator()(T *object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

QByteArray bytesOf(hb_blob_t *blob)
{
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    return QByteArray(data, qsizetype(length));
}

/// The same face with nothing but outlines and widths: the subsetter would walk cmap and layout tables of
/// some megabytes only for us to throw the result away. Shares the mapped file.
Face bareFace(const FontFace &face, FontSubset::Kind kind)
{
    Face bare(hb_face_builder_create());
    for (const char *name : {"head", "hhea", "hmtx", "maxp", "CFF ", "glyf", "loca"}) {
        const hb_tag_t tag = hb_tag_from_string(name, 4);
        if (kind == FontSubset::Kind::Cff && (tag == HB_TAG('g', 'l', 'y', 'f')))
            break;
        const Blob table(hb_face_reference_table(face.face(), tag));
        if (hb_blob_get_length(table.get()) > 0)
            hb_face_builder_add_table(bare.get(), tag, table.get());
    }
    return bare;
}

/// Reads what is needed of a CFF table. Every access is checked: after an overrun all values are 0.
class CffReader {
public:
    explicit CffReader(QByteArrayView bytes) : m_bytes(bytes) { }
    /// CIDs of the glyphs in order when the font is CID-keyed; empty: CIDs are glyph ids (PDF 9.7.4.2).
    std::vector<quint16> cids();

private:
    struct Top {
        bool isCidKeyed = false;
        qint64 charset = 0;
        qint64 charStrings = 0;
    };
    unsigned take(int size)
    {
        unsigned value = 0;
        for (int i = 0; i < size; ++i, ++m_at)
            value = (value << 8) | (m_at >= 0 && m_at < m_bytes.size() ? quint8(m_bytes[m_at]) : 0U);
        return value;
    }
    std::pair<qint64, qint64> takeIndex(); // where the first element begins and ends; goes behind the index
    qint64 takeOperand(unsigned first);
    Top topDict(qint64 begin, qint64 end);

    QByteArrayView m_bytes;
    qint64 m_at = 0;
};

std::pair<qint64, qint64> CffReader::takeIndex()
{
    const qint64 count = take(2);
    if (count == 0)
        return {m_at, m_at};
    const int size = int(take(1));
    const qint64 offsets = m_at;
    const qint64 base = offsets + (count + 1) * size - 1; // offsets count from 1
    const qint64 begin = base + take(size);
    const qint64 end = base + take(size);
    m_at = offsets + count * size;
    m_at = base + take(size);
    return {begin, end};
}

qint64 CffReader::takeOperand(unsigned first)
{
    if (first == 28)
        return qint16(take(2));
    if (first == 29)
        return qint32(take(4));
    if (first == 30) { // real number: nibbles up to 0xf, never an offset
        while (m_at < m_bytes.size() && (take(1) & 0xf) != 0xf) { }
        return 0;
    }
    if (first <= 246)
        return qint64(first) - 139;
    if (first <= 250)
        return (qint64(first) - 247) * 256 + take(1) + 108;
    return -(qint64(first) - 251) * 256 - take(1) - 108;
}

CffReader::Top CffReader::topDict(qint64 begin, qint64 end)
{
    Top top;
    qint64 operand = 0;
    m_at = begin;
    while (m_at < std::min<qint64>(end, m_bytes.size())) {
        const unsigned byte = take(1);
        if (byte >= 28) {
            operand = takeOperand(byte);
            continue;
        }
        if (byte == 12)
            top.isCidKeyed |= take(1) == 30; // ROS
        else if (byte == 15)
            top.charset = operand;
        else if (byte == 17)
            top.charStrings = operand;
    }
    return top;
}

std::vector<quint16> CffReader::cids()
{
    m_at = 2;
    m_at = take(1); // size of the header
    takeIndex(); // names
    const auto [begin, end] = takeIndex();
    const Top top = topDict(begin, end);
    if (!top.isCidKeyed)
        return {};
    m_at = top.charStrings;
    const size_t glyphs = take(2);
    std::vector<quint16> cids{0};
    m_at = top.charset;
    const unsigned format = take(1);
    while (cids.size() < glyphs && m_at < m_bytes.size()) {
        const unsigned first = take(2);
        const unsigned left = format == 0 ? 0 : take(format == 1 ? 1 : 2);
        for (unsigned i = 0; i <= left && cids.size() < glyphs; ++i)
            cids.push_back(quint16(first + i));
    }
    return cids;
}

bool isCff(const FontFace &face)
{
    const Blob table(hb_face_reference_table(face.face(), kCff));
    return hb_blob_get_length(table.get()) > 0;
}

} // namespace

std::optional<FontSubset> subsetFace(const FontFace &face, const std::vector<quint32> &glyphs)
{
    FontSubset subset;
    subset.kind = isCff(face) ? FontSubset::Kind::Cff : FontSubset::Kind::TrueType;
    const Face bare = bareFace(face, subset.kind);
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input)
        return std::nullopt;
    // with their subroutines written out, outlines pack better and are cut in half the time
    hb_subset_input_set_flags(input.get(),
        HB_SUBSET_FLAGS_NO_HINTING | unsigned(HB_SUBSET_FLAGS_NOTDEF_OUTLINE)
            | unsigned(HB_SUBSET_FLAGS_DESUBROUTINIZE));
    hb_set_clear(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    hb_set_add_sorted_array(hb_subset_input_glyph_set(input.get()), glyphs.data(), unsigned(glyphs.size()));
    const SubsetPlan plan(hb_subset_plan_create_or_fail(bare.get(), input.get()));
    const Face cut(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
    if (!cut)
        return std::nullopt;

    std::vector<quint16> cids;
    if (subset.kind == FontSubset::Kind::Cff) {
        const Blob table(hb_face_reference_table(cut.get(), kCff));
        subset.program = bytesOf(table.get());
        // a CID-keyed subset keeps its old CIDs while its glyphs are numbered anew
        cids = CffReader(subset.program).cids();
    } else {
        const Blob file(hb_face_reference_blob(cut.get()));
        subset.program = bytesOf(file.get());
    }
    const hb_map_t *newGlyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const quint32 glyph : glyphs) {
        const hb_codepoint_t fresh = hb_map_get(newGlyphs, glyph);
        if (fresh == HB_MAP_VALUE_INVALID || (!cids.empty() && fresh >= cids.size()))
            return std::nullopt;
        subset.codes.insert(glyph, cids.empty() ? quint16(fresh) : cids[fresh]);
    }
    if (subset.program.isEmpty())
        return std::nullopt;
    return subset;
}

} // namespace nianbao
