// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fonts.h"

namespace nianbao {

/// What this computer has for one role of letters.
struct FontState {
    enum class Kind {
        Complete,
        LacksCharacters, // of the right style, but some characters come from another role's font
        StandIn, // of another style
        None, // no page can be made
    };
    Kind kind = Kind::None;
    FontRole role = FontRole::Title;
    QString label{}; // 仿宋
    QString family{}; // what is used; empty: none
    QString lacking{}; // characters that were asked for and are not in it, a few at most
    QString sample{}; // words to be shown in it
    QString package{}; // of Debian, in which there is one of the right style
    std::shared_ptr<const FontFace> face{}; // in which the pages are set; nullptr: none
};

/// One for each chain. characters: those that the pages need; those of rare names are asked for anyway.
QList<FontState> fontStates(const QList<FontChain> &chains, const QString &characters);

/// Makes a font file one of this person's fonts, at once and from then on. Its family; empty: it is no font
/// whose outlines can be printed, or it could not be copied.
QString installFont(const QString &path);

} // namespace nianbao
