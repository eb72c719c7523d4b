// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "livefigures.h"

namespace nianbao {

// What a person is shown of a report's words, in whatever place: card, contents, message, page, paper. Live
// figures stand there as their values, and no character is ever cut in two.

/// The text as one line, its first characters; "……" stands for the rest.
QString firstCharacters(const QString &shown, qsizetype most);
/// How a person counts: blanks do not count, a character of several parts counts once.
qsizetype characterCount(const QString &shown);
/// Of all sub-sections, as their pages count them.
qsizetype characterCount(const Report &report);

/// The headings of a section with their numbers; empty where a sub-section has none.
QStringList shownHeadings(const Report &report, const SectionId &section);
/// The text that stands there; empty when there is none.
ShownText shownTextOf(const Report &report, const Place &place);

/// A passage of a text and the words around it, up to the ends of its sentence.
struct ShownPassage {
    QString before{};
    QString passage{};
    QString after{};
};
/// Places are of the stored text; empty when they lie outside of it.
ShownPassage passageOf(const ShownText &text, qsizetype storedStart, qsizetype storedLength);

/// The stored range of the characters [from, from + count), blanks not counted, of a paragraph or a heading
/// as it is printed; the place as it is when these are none of it.
Place passageAt(const Report &report, const Place &place, qsizetype from, qsizetype count);

} // namespace nianbao
