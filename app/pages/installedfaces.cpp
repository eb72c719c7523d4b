// SPDX-License-Identifier: MulanPSL-2.0
#include "installedfaces.h"

#include "systemfolders.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <fontconfig/fontconfig.h>

namespace nianbao {

namespace {

using Families = QHash<QString, QList<FontFile>>;

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

/// In a configuration of its own: the shared one is read by whatever paints in other threads.
void addUnlisted(Families &families)
{
    FcConfig *config = FcInitLoadConfig(); // with the system's caches, and without a font yet
    if (!config)
        return;
    for (const QString &folder : fontFolders()) {
        if (QFileInfo::exists(folder))
            FcConfigAppFontAddDir(
                config, reinterpret_cast<const FcChar8 *>(QFile::encodeName(folder).constData()));
    }
    addFamilies(families, FcConfigGetFonts(config, FcSetApplication));
    FcConfigDestroy(config);
}

/// fontconfig substitutes silently, so its list is searched and never its best match asked for.
Families installedFamilies(bool beyondFontconfig)
{
    FcConfig *config = FcConfigGetCurrent();
    Families families;
    addFamilies(families, FcConfigGetFonts(config, FcSetSystem));
    addFamilies(
        families, FcConfigGetFonts(config, FcSetApplication)); // what was installed since the start, too
    if (beyondFontconfig)
        addUnlisted(families);
    return families;
}

} // namespace

QString printableFamily(const QString &path)
{
    int count = 0;
    const QByteArray file = QFile::encodeName(path);
    FcPattern *pattern
        = FcFreeTypeQuery(reinterpret_cast<const FcChar8 *>(file.constData()), 0, nullptr, &count);
    if (!pattern)
        return {};
    FcChar8 *name = nullptr;
    const bool isOne
        = isPrintable(pattern) && FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch;
    const QString family = isOne ? QString::fromUtf8(reinterpret_cast<const char *>(name)) : QString();
    FcPatternDestroy(pattern);
    return family;
}

std::optional<FontFile> InstalledFaces::find(const FontChain::Choice &choice) const
{
    const double wanted = choice.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    std::optional<FontFile> best;
    double bestDistance = 0;
    for (const FontFile &file : m_families.value(choice.family.toCaseFolded())) {
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

bool InstalledFaces::fitsAll(const QList<FontChain> &chains) const
{
    return std::all_of(chains.begin(), chains.end(), [&](const FontChain &chain) {
        return std::any_of(chain.choices.begin(), chain.choices.end(),
            [&](const FontChain::Choice &choice) { return choice.fitting && find(choice); });
    });
}

InstalledFaces InstalledFaces::forChains(const QList<FontChain> &chains)
{
    InstalledFaces faces;
    faces.m_families = installedFamilies(false);
    if (!faces.fitsAll(chains))
        faces.m_families = installedFamilies(true);
    return faces;
}

} // namespace nianbao
