// SPDX-License-Identifier: MulanPSL-2.0
#include "fonts.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb.h>
#include <optional>
#include <vector>

namespace nianbao {

namespace {

struct FontFile {
    QString file{};
    int index = 0;
    double weight = FC_WEIGHT_REGULAR;
    double width = FC_WIDTH_NORMAL;
    bool operator==(const FontFile &) const = default;
};

using Families = QHash<QString, QList<FontFile>>; // by case-folded family name, Chinese and English alike

std::optional<double> number(const FcPattern *pattern, const char *property)
{
    double value = 0;
    if (FcPatternGetDouble(pattern, property, 0, &value) != FcResultMatch)
        return std::nullopt; // a variable font states a range
    return value;
}

bool isPrintable(const FcPattern *pattern)
{
    FcBool flag = FcFalse;
    if (FcPatternGetBool(pattern, FC_OUTLINE, 0, &flag) != FcResultMatch || !flag)
        return false;
    if (FcPatternGetBool(pattern, FC_VARIABLE, 0, &flag) == FcResultMatch && flag)
        return false;
    int slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    FcChar8 *format = nullptr;
    if (slant != FC_SLANT_ROMAN || FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch)
        return false;
    const QLatin1String word(reinterpret_cast<const char *>(format));
    return word == QLatin1String("TrueType") || word == QLatin1String("CFF");
}

void addFamilies(Families &families, const FcFontSet *fonts)
{
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        const FcPattern *pattern = fonts->fonts[i];
        FcChar8 *file = nullptr;
        int index = 0;
        const auto weight = number(pattern, FC_WEIGHT);
        if (!weight || !isPrintable(pattern)
            || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch
            || FcPatternGetInteger(pattern, FC_INDEX, 0, &index) != FcResultMatch
            || index > 0xffff) // named instance of a variable font
            continue;
        const FontFile entry{QFile::decodeName(reinterpret_cast<const char *>(file)), index, *weight,
            number(pattern, FC_WIDTH).value_or(FC_WIDTH_NORMAL)};
        FcChar8 *name = nullptr;
        for (int n = 0; FcPatternGetString(pattern, FC_FAMILY, n, &name) == FcResultMatch; ++n)
            families[QString::fromUtf8(reinterpret_cast<const char *>(name)).toCaseFolded()].append(entry);
    }
}

/// fontconfig substitutes silently, so its list is searched and never its best match asked for.
Families installedFamilies(bool beyondFontconfig)
{
    FcConfig *config = FcConfigGetCurrent();
    if (beyondFontconfig) {
        // where texlive-lang-chinese and our set-up leave FandolFang; a fontconfig.conf may omit the others
        const QStringList folders{
            QStringLiteral("/usr/local/share/fonts/nianbao"),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/fonts"),
            QStringLiteral("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
        };
        for (const QString &folder : folders) {
            if (QFileInfo::exists(folder))
                FcConfigAppFontAddDir(
                    config, reinterpret_cast<const FcChar8 *>(QFile::encodeName(folder).constData()));
        }
    }
    Families families;
    addFamilies(families, FcConfigGetFonts(config, FcSetSystem));
    if (beyondFontconfig)
        addFamilies(families, FcConfigGetFonts(config, FcSetApplication));
    return families;
}

std::optional<FontFile> fontFile(const Families &families, const FontChain::Choice &choice)
{
    const double wanted = choice.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    std::optional<FontFile> best;
    double bestDistance = 0;
    for (const FontFile &file : families.value(choice.family.toCaseFolded())) {
        if (choice.bold && file.weight < FC_WEIGHT_BOLD)
            continue;
        const double distance = std::abs(file.weight - wanted) + 10 * std::abs(file.width - FC_WIDTH_NORMAL);
        // the same font may lie in two folders: the choice must not depend on the order of the list
        if (!best || distance < bestDistance || (distance == bestDistance && file.file < best->file)) {
            best = file;
            bestDistance = distance;
        }
    }
    return best;
}

bool fitsAll(const Families &families, const QList<FontChain> &chains)
{
    return std::all_of(chains.begin(), chains.end(), [&](const FontChain &chain) {
        return std::any_of(chain.choices.begin(), chain.choices.end(),
            [&](const FontChain::Choice &choice) { return choice.fitting && fontFile(families, choice); });
    });
}

} // namespace

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
    bool addRole(const FontChain &chain, const Families &families);
    void addFallbacks();
};

bool FontSet::Private::addRole(const FontChain &chain, const Families &families)
{
    std::vector<int> faces;
    for (const FontChain::Choice &choice : chain.choices) {
        const auto file = fontFile(families, choice);
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
    Families families = installedFamilies(false);
    if (!fitsAll(families, chains))
        families = installedFamilies(true);
    auto set = std::make_shared<FontSet>();
    for (const FontChain &chain : chains) {
        if (!set->d->addRole(chain, families))
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

} // namespace nianbao
