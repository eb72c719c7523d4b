// SPDX-License-Identifier: MulanPSL-2.0
#include "acceptance.h"

#include "bounds.h"

#include <algorithm>

namespace nianbao {

namespace {

bool isTaken(const ProposedText &text, const Acceptance &acceptance)
{
    return (text.state == Recognition::Sure || acceptance.guesses)
        && !acceptance.withoutTexts.contains(text.place.toString());
}

/// A sub-section as it is put together; index: in the proposal.
struct Assembled {
    SectionId section{};
    int index = 0;
    SubSection content{};
    bool isTaken = false;
    int added = 0; // paragraphs ahead of its own
};

Assembled &assembledAt(QList<Assembled> &all, const Place &place)
{
    if (all.isEmpty() || all.last().section != place.sectionId() || all.last().index != place.index())
        all.append({place.sectionId(), place.index()});
    return all.last();
}

void takeText(QList<Assembled> &all, const ProposedText &text, const Acceptance &acceptance)
{
    Assembled &sub = assembledAt(all, text.place);
    const bool takes = isTaken(text, acceptance);
    const bool isHeading = text.place.kind() == Place::Kind::Heading;
    if (isHeading && takes) {
        sub.content.heading = text.text;
    } else if (isHeading && !acceptance.withoutTexts.contains(text.place.toString())) {
        sub.content.text = text.text; // a line of the document all the same
        sub.added = 1;
    } else if (takes && !text.text.isEmpty()) {
        sub.content.text += (sub.content.text.isEmpty() ? QString() : QStringLiteral("\n")) + text.text;
    }
    sub.isTaken = sub.isTaken || takes;
}

} // namespace

TakenCell takenCell(const Proposal &proposal, const Acceptance &acceptance, const CellId &cell)
{
    const CellSpec *spec = proposal.form->cell(cell);
    if (!spec)
        return {};
    if (const auto typed = acceptance.corrected.constFind(cell); typed != acceptance.corrected.cend()) {
        const auto entered = enter(*typed, entryPlace(*spec));
        return entered ? TakenCell{true, entered->value, entered->note} : TakenCell{};
    }
    const auto proposed = proposal.cells.constFind(cell);
    if (proposed == proposal.cells.cend() || acceptance.without.contains(cell))
        return {};
    if (proposed->state == Recognition::Blank)
        return {true, {}, proposed->note};
    const bool takes = proposed->state == Recognition::Sure
        || (proposed->state == Recognition::Guessed && acceptance.guesses);
    if (!takes || (proposed->value && !spec->isComputed() && !mayHold(*spec, *proposed->value)))
        return {};
    return {true, proposed->value, proposed->note};
}

bool mayHold(const CellSpec &cell, const Amount &value)
{
    return value.fitsACell() && (cell.mayBeNegative || !value.isNegative())
        && value.decimals() <= cell.decimals;
}

TakenTexts takenTexts(const Proposal &proposal, const Acceptance &acceptance)
{
    TakenTexts taken;
    QList<Assembled> all;
    for (const ProposedText &text : proposal.texts) {
        if (text.place.kind() == Place::Kind::Fact) {
            if (isTaken(text, acceptance))
                taken.facts.insert(text.place.factKey(), text.text);
        } else if (text.place.kind() == Place::Kind::SubSection
            || text.place.kind() == Place::Kind::Heading) {
            takeText(all, text, acceptance);
        }
    }
    QHash<Place, std::pair<Place, int>>
        places; // where a proposed sub-section went, and by how many paragraphs
    for (const Assembled &sub : std::as_const(all)) {
        const bool isThere = sub.isTaken || !sub.content.text.isEmpty();
        if (!isThere)
            continue;
        if (taken.sections.isEmpty() || taken.sections.last().first != sub.section)
            taken.sections.append({sub.section, {}});
        QList<SubSection> &list = taken.sections.last().second;
        places.insert(Place::subSection(sub.section, sub.index),
            {Place::subSection(sub.section, int(list.size())), sub.added});
        list.append(sub.content);
    }
    for (Illustration picture : proposal.pictures) {
        const auto place = places.constFind(picture.place);
        if (place == places.cend())
            continue;
        picture.place = place->first;
        picture.afterParagraph += place->second;
        taken.pictures.append(picture);
    }
    return taken;
}

} // namespace nianbao
