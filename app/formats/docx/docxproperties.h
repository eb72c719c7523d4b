// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

#include <optional>

namespace nianbao {

class XmlReader;

/// What w:pPr says of a paragraph, or of all of a style.
struct DocxParagraphProperties {
    QString style{};
    std::optional<int> outline{}; // 0…9; 9 is body text
    std::optional<int> number{}; // w:numId; 0: none
    std::optional<int> level{}; // of the list
    bool joinsNext = false; // its end is deleted or hidden: the next paragraph goes on with it
};

struct DocxRunProperties {
    QString style{};
    std::optional<bool> isHidden{};
};

struct DocxRowProperties {
    int before = 0; // squares without a cell at its beginning
    bool isHead = false;
    bool isGone = false; // deleted with changes tracked, or hidden
};

struct DocxCellProperties {
    enum class Merge { None, Restart, Continue };
    int span = 1;
    Merge down = Merge::None;
    Merge across = Merge::None;
};

/// Each stands at the start of its element and goes to its end. What was so before a tracked change is no
/// property.
DocxParagraphProperties readParagraphProperties(XmlReader &xml);
DocxRunProperties readRunProperties(XmlReader &xml);
DocxRowProperties readRowProperties(XmlReader &xml);
DocxCellProperties readCellProperties(XmlReader &xml);

/// w:val of an element that switches something: without it, on.
bool isOn(const XmlReader &xml);
/// w:val as a number; what is beyond a thousand million, or no number, is nullopt.
std::optional<int> docxNumber(const XmlReader &xml);

} // namespace nianbao
