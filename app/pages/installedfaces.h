// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fonts.h"

namespace nianbao {

struct FontFile {
    QString file{};
    int index = 0;
    double weight = 0; // fontconfig's
    double width = 0;
    bool operator==(const FontFile &) const = default;
};

/// The family of the first face of a font file; empty: it is none whose outlines can be printed upright.
QString printableFamily(const QString &path);

/// The faces of this computer, by their families.
class InstalledFaces {
public:
    /// All that fontconfig lists; where that leaves a chain without a fitting face, those too that lie where
    /// it may not look.
    static InstalledFaces forChains(const QList<FontChain> &chains);
    std::optional<FontFile> find(const FontChain::Choice &choice) const;

private:
    bool fitsAll(const QList<FontChain> &chains) const;
    QHash<QString, QList<FontFile>> m_families{}; // by case-folded name, Chinese and English alike
};

} // namespace nianbao
