// SPDX-License-Identifier: MulanPSL-2.0
#include "docxproperties.h"

#include "xmlreader.h"

namespace nianbao {

namespace {

/// Calls take at each start inside the element where the reader stands, to its end.
template <typename Take> void forEachProperty(XmlReader &xml, Take take)
{
    const int outer = xml.depth();
    while (xml.next() && !(xml.isEnd() && xml.depth() == outer)) {
        if (!xml.isStart())
            continue;
        if (xml.name().endsWith(u"Change")) // pPrChange and its like hold what was so before
            xml.skip();
        else
            take();
    }
}

DocxCellProperties::Merge mergeOf(const XmlReader &xml)
{
    const bool isRestart = xml.attribute(u"val") == u"restart";
    return isRestart ? DocxCellProperties::Merge::Restart : DocxCellProperties::Merge::Continue;
}

} // namespace

bool isOn(const XmlReader &xml)
{
    const QString value = xml.attribute(u"val");
    return value != u"0" && value != u"false" && value != u"off";
}

std::optional<int> docxNumber(const XmlReader &xml)
{
    bool isNumber = false;
    const int number = xml.attribute(u"val").toInt(&isNumber);
    constexpr int kMost = 1'000'000'000;
    if (!isNumber || number > kMost || number < -kMost)
        return std::nullopt;
    return number;
}

DocxParagraphProperties readParagraphProperties(XmlReader &xml)
{
    DocxParagraphProperties properties;
    forEachProperty(xml, [&] {
        if (xml.is(u"pStyle"))
            properties.style = xml.attribute(u"val");
        else if (xml.is(u"outlineLvl"))
            properties.outline = docxNumber(xml);
        else if (xml.is(u"numId"))
            properties.number = docxNumber(xml);
        else if (xml.is(u"ilvl"))
            properties.level = docxNumber(xml);
        else if (xml.is(u"del") || xml.is(u"moveFrom")) // of its mark: these stand in w:rPr
            properties.joinsNext = true;
        else if (xml.is(u"vanish") || xml.is(u"specVanish"))
            properties.joinsNext = properties.joinsNext || isOn(xml);
        else if (xml.is(u"sectPr") || xml.is(u"tabs"))
            xml.skip();
    });
    return properties;
}

DocxRunProperties readRunProperties(XmlReader &xml)
{
    DocxRunProperties properties;
    forEachProperty(xml, [&] {
        if (xml.is(u"rStyle"))
            properties.style = xml.attribute(u"val");
        else if (xml.is(u"vanish"))
            properties.isHidden = isOn(xml);
    });
    return properties;
}

DocxRowProperties readRowProperties(XmlReader &xml)
{
    DocxRowProperties properties;
    forEachProperty(xml, [&] {
        if (xml.is(u"gridBefore"))
            properties.before = std::max(0, docxNumber(xml).value_or(0));
        else if (xml.is(u"tblHeader"))
            properties.isHead = isOn(xml);
        else if (xml.is(u"del"))
            properties.isGone = true;
        else if (xml.is(u"hidden"))
            properties.isGone = properties.isGone || isOn(xml);
    });
    return properties;
}

DocxCellProperties readCellProperties(XmlReader &xml)
{
    DocxCellProperties properties;
    forEachProperty(xml, [&] {
        if (xml.is(u"gridSpan"))
            properties.span = std::max(1, docxNumber(xml).value_or(1));
        else if (xml.is(u"vMerge"))
            properties.down = mergeOf(xml);
        else if (xml.is(u"hMerge"))
            properties.across = mergeOf(xml);
    });
    return properties;
}

} // namespace nianbao
