// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"

#include <QList>
#include <QString>

namespace nianbao {

// The one cleaning of text at every entrance: typing, paste, drop, JSON, another file, the command line.
// After it a text holds nothing that stands on the page unseen and would get between the words of a search.

enum class Lines { One, Many }; // One: a line end becomes a blank

/// What a character is to somebody who cannot see it, or sees an empty box.
enum class CharacterKind {
    Ordinary,
    Control, // C0, DEL and C1
    Direction, // marks, embeddings and isolates of writing from right to left
    Invisible, // of no width: joiners, soft hyphen, byte order mark, fillers
    Selector, // chooses another form of the character before it
    Tag, // part of a flag, or hidden words
    Broken, // half a surrogate pair, a noncharacter, or what stands for a character that was lost
    PrivateUse, // everyone may mean something else by it
    Unassigned,
    Pictograph // emoji and the like
};
CharacterKind characterKind(char32_t character);

/// Never part of a text: dropped at every entrance. Private-use and unassigned characters are none of these,
/// they may be a rare character of a name; the rule GLYPH speaks of them.
bool isForeign(char32_t character);

/// Foreign characters dropped, tabs and odd spaces made ordinary blanks, odd line ends made \n. What is clean
/// comes back as it is, without a copy. removed: each dropped character, once.
QString cleanText(const QString &text, Lines lines = Lines::Many, QList<char32_t> *removed = nullptr);

/// A piece that was cut out of a text, without half a character at either end: an expression that is given
/// one finds nothing at all.
QStringView wholeCharacters(QStringView piece);

/// “😀” U+1F600 (pictograph); what cannot be seen by its number and kind alone.
Phrase characterWords(char32_t character);
Phrase characterWords(const QList<char32_t> &characters); // several, in one list

} // namespace nianbao
