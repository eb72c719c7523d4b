// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ids.h"

#include <optional>

namespace nianbao {

/// One address for everything in a report: a cell, a fact, a sub-section, a range in its text, a channel, an
/// illustration. A value. Prints and parses as the ids that files and other programs know (interchange.md §4:
/// "overview/2/heading", "channels/2/1"), and follows its thing when others are inserted, removed or moved.
/// Nothing else in the program takes such an id apart. Indexes count from 0, printed they count from 1.
class Place {
public:
    enum class Kind {
        Nowhere,
        Report, // the whole of it
        Cell, // requests.received.total
        Note, // of a cell: requests.received.total/note
        Fact, // title, date, organisation/name, people/signed, table_notes/requests
        Section, // overview, disclosure; also the page of facts, organisation
        SubSection, // its text: overview/2
        Heading, // overview/2/heading
        Channels,
        Channel, // its name and count: channels/2
        Category, // channels/2/1
        Illustration, // illustrations/1
        Picture,
        Caption,
    };

    Place() = default; // nowhere
    static Place report();
    static Place organisation(); // the page of its facts
    static Place cell(const CellId &cell);
    static Place note(const CellId &cell);
    static Place fact(const QString &key); // as Report::fact: organisation.name
    static Place section(const SectionId &section);
    static Place subSection(const SectionId &section, int index);
    static Place heading(const SectionId &section, int index);
    static Place channels();
    static Place channel(int index);
    static Place category(int channel, int index);
    static Place illustration(int index);
    static Place picture(int index);
    static Place caption(int index);

    Kind kind() const { return m_kind; }
    bool isNowhere() const { return m_kind == Kind::Nowhere; }
    const CellId &cellId() const { return m_cell; } // of a cell or its note
    const QString &factKey() const { return m_key; }
    SectionId sectionId() const { return SectionId(m_section); } // of a section, sub-section or heading
    int index() const { return m_index; } // of the sub-section, channel or illustration in its list; -1: none
    int categoryIndex() const { return m_category; }

    /// A passage of the text at this place, as it is stored, in UTF-16 units.
    Place withRange(qsizetype start, qsizetype length) const;
    /// A whole paragraph, counted from 0: as near as a click on a page tells.
    Place inParagraph(int paragraph) const;
    bool hasRange() const { return m_start >= 0; }
    qsizetype start() const { return m_start; } // -1: no range
    qsizetype length() const { return m_length; }
    int paragraph() const { return m_paragraph; } // -1: none
    Place whole() const; // without range and paragraph

    /// The sub-section that a heading belongs to, the illustration of a caption, the cell of a note, the
    /// channel of a category; anything else itself. Without range.
    Place owner() const;
    /// Whether the other is this place or a part of it: the whole report holds everything, a section its
    /// sub-sections, a text its ranges.
    bool holds(const Place &other) const;

    /// The first of its words: overview, organisation, channels. Empty: nowhere, or in a table.
    QString head() const;
    /// "overview/2", without range; empty: nowhere.
    QString toString() const;
    /// The same with its range in code points, "overview/2#14+6"; text: what is stored there.
    QString toString(const QString &text) const;
    /// nullopt: no place is written like that. Whether a report has it is not asked.
    static std::optional<Place> parse(const QString &words);
    /// The same for words with a range, whose units are told by the text: none where it reaches beyond that.
    static std::optional<Place> parse(const QString &words, const QString &text);

    // Where the thing is after an edit; nullopt: it is gone. What the edit does not touch stays.
    std::optional<Place> afterInserting(const Place &fresh) const; // one more in the list of fresh, there
    std::optional<Place> afterRemoving(const Place &old) const;
    std::optional<Place> afterMoving(const Place &from, int to) const; // to another index in the same list
    /// The stored text at a place became another: a range keeps to its words, as far as they are left. One
    /// that was replaced whole is gone.
    std::optional<Place> afterText(const Place &place, const QString &before, const QString &after) const;

    bool operator==(const Place &) const = default;
    friend size_t qHash(const Place &place, size_t seed = 0)
    {
        return qHashMulti(seed, int(place.m_kind), place.m_cell, place.m_key, place.m_section, place.m_index,
            place.m_category);
    }

private:
    bool isInListOf(const Place &other) const;

    Kind m_kind = Kind::Nowhere;
    CellId m_cell{};
    QString m_key{};
    QString m_section{};
    int m_index = -1;
    int m_category = -1;
    qsizetype m_start = -1;
    qsizetype m_length = 0;
    int m_paragraph = -1;
};

} // namespace nianbao
