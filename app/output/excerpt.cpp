// SPDX-License-Identifier: MulanPSL-2.0
#include "excerpt.h"

#include "htmlwriter.h"
#include "pagestyle.h"
#include "paperpages.h"
#include "reportplaces.h"
#include "session.h"
#include "textwriter.h"

#include <type_traits>
#include <utility>

namespace nianbao {

namespace {

Place placeOfBlock(const Block &block)
{
    return std::visit(
        [](const auto &each) -> Place {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, IllustrationBlock>)
                return each.text; // it stands with a paragraph
            else
                return each.place;
        },
        block);
}

bool isPart(const Report &report, const Place &entry, const Place &place)
{
    if (place.isNowhere())
        return entry.kind() == Place::Kind::Report;
    return entry.holds(place.whole()) || entryOf(report, place) == entry;
}

} // namespace

Result<Excerpt> excerptOf(const Session &session, const Place &entry, std::shared_ptr<const FontSet> fonts)
{
    Manuscript manuscript = paperManuscript(Paper::Report, session);
    bool isEmpty = true;
    for (Manuscript::Part &part : manuscript.parts) {
        std::erase_if(part.blocks,
            [&](const Block &block) { return !isPart(session.report(), entry, placeOfBlock(block)); });
        isEmpty = isEmpty && part.blocks.empty();
    }
    std::erase_if(manuscript.parts, [](const Manuscript::Part &part) { return part.blocks.empty(); });
    if (isEmpty)
        return Excerpt();
    if (!fonts) {
        auto loaded = FontSet::load(pageStyle().fonts);
        if (!loaded)
            return loaded.error();
        fonts = *loaded;
    }
    QString text = plainText(manuscript);
    while (text.startsWith(u'\n')) // which parts sections
        text.remove(0, 1);
    HtmlChoices choices;
    choices.isFragment = true;
    return Excerpt{text,
        QStringLiteral("<meta charset=\"utf-8\">") + QString::fromUtf8(htmlOf(manuscript, choices, *fonts))};
}

} // namespace nianbao
