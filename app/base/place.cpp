// SPDX-License-Identifier: MulanPSL-2.0
#include "place.h"

#include <QStringList>

#include <algorithm>

namespace nianbao {

namespace {

const QString kReport = QStringLiteral("report");
const QString kOrganisation = QStringLiteral("organisation");
const QString kChannels = QStringLiteral("channels");
const QString kIllustrations = QStringLiteral("illustrations");
const QString kHeading = QStringLiteral("heading");
const QString kNote = QStringLiteral("note");
const QString kPicture = QStringLiteral("picture");
const QString kCaption = QStringLiteral("caption");

/// Facts of one word, and the first words of those of two. "organisation" alone is the page of its facts.
bool isFactWord(const QString &word)
{
    static const QStringList words{QStringLiteral("title"), QStringLiteral("introduction"),
        QStringLiteral("source"), QStringLiteral("date"), QStringLiteral("signature"),
        QStringLiteral("allowed_words")};
    return words.contains(word);
}
bool isFactGroup(const QString &word)
{
    static const QStringList words{kOrganisation, QStringLiteral("people"), QStringLiteral("table_notes")};
    return words.contains(word);
}

bool isWord(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

/// Counted from 1 as it is written, from 0 as it is returned; nullopt: no such number, or written otherwise
/// than it is printed.
std::optional<int> indexFrom(const QString &word)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number >= 1 && word == QString::number(number) ? std::optional(number - 1)
                                                                      : std::nullopt;
}

std::optional<CellId> cellFrom(const QString &word)
{
    const QStringList parts = word.split(u'.');
    return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), isWord) ? std::optional(CellId(word))
                                                                                : std::nullopt;
}

QString numbered(const QString &list, int index) { return list + u'/' + QString::number(index + 1); }

qsizetype codePoints(QStringView text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

/// Where so many code points from a place end; -1: the text has not so many.
qsizetype behind(const QString &text, qsizetype from, qsizetype points)
{
    qsizetype at = from;
    for (; points > 0; --points) {
        if (at >= text.size())
            return -1;
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    }
    return at;
}

} // namespace

Place Place::report()
{
    Place place;
    place.m_kind = Kind::Report;
    return place;
}

Place Place::organisation() { return section(SectionId(kOrganisation)); }

Place Place::cell(const CellId &cell)
{
    Place place;
    place.m_kind = Kind::Cell;
    place.m_cell = cell;
    return place;
}

Place Place::note(const CellId &cell)
{
    Place place = Place::cell(cell);
    place.m_kind = Kind::Note;
    return place;
}

Place Place::fact(const QString &key)
{
    Place place;
    place.m_kind = Kind::Fact;
    place.m_key = key;
    return place;
}

Place Place::section(const SectionId &section)
{
    Place place;
    place.m_kind = Kind::Section;
    place.m_section = section.toString();
    return place;
}

Place Place::subSection(const SectionId &section, int index)
{
    Place place = Place::section(section);
    place.m_kind = Kind::SubSection;
    place.m_index = index;
    return place;
}

Place Place::heading(const SectionId &section, int index)
{
    Place place = subSection(section, index);
    place.m_kind = Kind::Heading;
    return place;
}

Place Place::channels()
{
    Place place;
    place.m_kind = Kind::Channels;
    return place;
}

Place Place::channel(int index)
{
    Place place;
    place.m_kind = Kind::Channel;
    place.m_index = index;
    return place;
}

Place Place::category(int channel, int index)
{
    Place place = Place::channel(channel);
    place.m_kind = Kind::Category;
    place.m_category = index;
    return place;
}

Place Place::illustration(int index)
{
    Place place;
    place.m_kind = Kind::Illustration;
    place.m_index = index;
    return place;
}

Place Place::picture(int index)
{
    Place place = illustration(index);
    place.m_kind = Kind::Picture;
    return place;
}

Place Place::caption(int index)
{
    Place place = illustration(index);
    place.m_kind = Kind::Caption;
    return place;
}

Place Place::withRange(qsizetype start, qsizetype length) const
{
    Place place = whole();
    place.m_start = start;
    place.m_length = start < 0 ? 0 : length;
    return place;
}

Place Place::inParagraph(int paragraph) const
{
    Place place = whole();
    place.m_paragraph = paragraph;
    return place;
}

Place Place::whole() const
{
    Place place = *this;
    place.m_start = -1;
    place.m_length = 0;
    place.m_paragraph = -1;
    return place;
}

Place Place::owner() const
{
    Place place = whole();
    switch (m_kind) {
    case Kind::Note: place.m_kind = Kind::Cell; break;
    case Kind::Heading: place.m_kind = Kind::SubSection; break;
    case Kind::Category:
        place.m_kind = Kind::Channel;
        place.m_category = -1;
        break;
    case Kind::Picture:
    case Kind::Caption: place.m_kind = Kind::Illustration; break;
    default: break;
    }
    return place;
}

bool Place::holds(const Place &other) const
{
    if (isNowhere() || other.isNowhere())
        return false;
    if (m_kind == Kind::Report)
        return true;
    const Place mine = whole();
    const Place theirs = other.whole();
    if (mine == theirs) {
        if (hasRange())
            return other.hasRange() && other.m_start >= m_start
                && other.m_start + other.m_length <= m_start + m_length;
        return m_paragraph < 0 || m_paragraph == other.m_paragraph;
    }
    if (hasRange() || m_paragraph >= 0)
        return false;
    if (mine == theirs.owner())
        return true;
    switch (m_kind) {
    case Kind::Section:
        return (other.m_kind == Kind::SubSection || other.m_kind == Kind::Heading)
            && other.m_section == m_section;
    case Kind::Channels: return other.m_kind == Kind::Channel || other.m_kind == Kind::Category;
    default: return false;
    }
}

QString Place::head() const
{
    return m_kind == Kind::Cell || m_kind == Kind::Note ? QString() : toString().section(u'/', 0, 0);
}

QString Place::toString() const
{
    switch (m_kind) {
    case Kind::Nowhere: break;
    case Kind::Report: return kReport;
    case Kind::Cell: return m_cell.toString();
    case Kind::Note: return m_cell.toString() + u'/' + kNote;
    case Kind::Fact: {
        const auto dot = m_key.indexOf(u'.'); // organisation.name
        return dot < 0 ? m_key : m_key.left(dot) + u'/' + m_key.mid(dot + 1);
    }
    case Kind::Section: return m_section;
    case Kind::SubSection: return numbered(m_section, m_index);
    case Kind::Heading: return numbered(m_section, m_index) + u'/' + kHeading;
    case Kind::Channels: return kChannels;
    case Kind::Channel: return numbered(kChannels, m_index);
    case Kind::Category: return numbered(numbered(kChannels, m_index), m_category);
    case Kind::Illustration: return numbered(kIllustrations, m_index);
    case Kind::Picture: return numbered(kIllustrations, m_index) + u'/' + kPicture;
    case Kind::Caption: return numbered(kIllustrations, m_index) + u'/' + kCaption;
    }
    return {};
}

QString Place::toString(const QString &text) const
{
    if (!hasRange())
        return toString();
    return QStringLiteral("%1#%2+%3")
        .arg(toString())
        .arg(codePoints(QStringView(text).left(m_start)))
        .arg(codePoints(QStringView(text).mid(m_start, m_length)));
}

std::optional<Place> Place::parse(const QString &words)
{
    const QStringList parts = words.split(u'/');
    const QString &first = parts.first();
    if (const auto id = cellFrom(first)) {
        if (parts.size() == 1)
            return cell(*id);
        return parts.size() == 2 && parts[1] == kNote ? std::optional(note(*id)) : std::nullopt;
    }
    if (!std::all_of(parts.begin(), parts.end(), isWord) || parts.size() > 3)
        return std::nullopt;
    if (parts.size() == 1) {
        if (first == kReport)
            return report();
        if (first == kChannels)
            return channels();
        if (first == kIllustrations || first == u"people" || first == u"table_notes")
            return std::nullopt;
        return isFactWord(first) ? fact(first) : section(SectionId(first));
    }
    if (isFactGroup(first))
        return parts.size() == 2 ? std::optional(fact(first + u'.' + parts[1])) : std::nullopt;
    const auto index = indexFrom(parts[1]);
    if (!index || isFactWord(first) || first == kReport)
        return std::nullopt;
    if (first == kChannels) {
        if (parts.size() == 2)
            return channel(*index);
        const auto inChannel = indexFrom(parts[2]);
        return inChannel ? std::optional(category(*index, *inChannel)) : std::nullopt;
    }
    if (first == kIllustrations) {
        if (parts.size() == 2)
            return illustration(*index);
        return parts[2] == kPicture ? std::optional(picture(*index))
            : parts[2] == kCaption  ? std::optional(caption(*index))
                                    : std::nullopt;
    }
    if (parts.size() == 2)
        return subSection(SectionId(first), *index);
    return parts[2] == kHeading ? std::optional(heading(SectionId(first), *index)) : std::nullopt;
}

std::optional<Place> Place::parse(const QString &words, const QString &text)
{
    const auto mark = words.indexOf(u'#');
    if (mark < 0)
        return parse(words);
    const auto place = parse(words.left(mark));
    const QStringList numbers = words.mid(mark + 1).split(u'+');
    if (!place || numbers.size() != 2)
        return std::nullopt;
    bool isStart = false, isLength = false;
    const qsizetype start = numbers[0].toInt(&isStart);
    const qsizetype length = numbers[1].toInt(&isLength);
    if (!isStart || !isLength || start < 0 || length < 0)
        return std::nullopt;
    const qsizetype from = behind(text, 0, start);
    const qsizetype to = from < 0 ? -1 : behind(text, from, length);
    return to < 0 ? std::nullopt : std::optional(place->withRange(from, to - from));
}

/// Both are counted in one list: the sub-sections of a section, the channels, the categories of a channel,
/// the illustrations. The other names the list by one of its members, not by a part of one.
bool Place::isInListOf(const Place &other) const
{
    switch (other.m_kind) {
    case Kind::SubSection:
        return (m_kind == Kind::SubSection || m_kind == Kind::Heading) && m_section == other.m_section;
    case Kind::Channel: return m_kind == Kind::Channel || m_kind == Kind::Category;
    case Kind::Category: return m_kind == Kind::Category && m_index == other.m_index;
    case Kind::Illustration:
        return m_kind == Kind::Illustration || m_kind == Kind::Picture || m_kind == Kind::Caption;
    default: return false;
    }
}

std::optional<Place> Place::afterInserting(const Place &fresh) const
{
    Place place = *this;
    if (!isInListOf(fresh))
        return place;
    const bool inChannel = fresh.m_kind == Kind::Category;
    int &index = inChannel ? place.m_category : place.m_index;
    if (index >= (inChannel ? fresh.m_category : fresh.m_index))
        ++index;
    return place;
}

std::optional<Place> Place::afterRemoving(const Place &old) const
{
    Place place = *this;
    if (!isInListOf(old))
        return place;
    const bool inChannel = old.m_kind == Kind::Category;
    int &index = inChannel ? place.m_category : place.m_index;
    const int gone = inChannel ? old.m_category : old.m_index;
    if (index == gone)
        return std::nullopt;
    if (index > gone)
        --index;
    return place;
}

std::optional<Place> Place::afterMoving(const Place &from, int to) const
{
    Place place = *this;
    if (!isInListOf(from))
        return place;
    const bool inChannel = from.m_kind == Kind::Category;
    int &index = inChannel ? place.m_category : place.m_index;
    const int start = inChannel ? from.m_category : from.m_index;
    if (index == start) {
        index = to;
        return place;
    }
    const int closed = index > start ? index - 1 : index;
    index = closed >= to ? closed + 1 : closed;
    return place;
}

std::optional<Place> Place::afterText(const Place &place, const QString &before, const QString &after) const
{
    if (!hasRange() || !(whole() == place.whole()))
        return *this;
    // what both texts begin and end with stayed; between them one passage was replaced by another
    const qsizetype least = std::min(before.size(), after.size());
    qsizetype head
        = std::mismatch(before.begin(), before.begin() + least, after.begin()).first - before.begin();
    qsizetype tail = 0;
    while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (head > 0 && before[head - 1].isHighSurrogate()) // no character is cut in two
        --head;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    const qsizetype oldEnd = before.size() - tail; // of the replaced passage
    const qsizetype shift = after.size() - before.size();
    const auto moved = [&](qsizetype at, bool isEnd) {
        if (at < head || (isEnd && at == head))
            return at;
        if (at > oldEnd || (!isEnd && at == oldEnd))
            return at + shift;
        return isEnd ? head : oldEnd + shift; // it stood inside: the words beside the passage are left
    };
    const qsizetype end = m_start + m_length;
    if (m_length > 0 && m_start >= head && end <= oldEnd && !(head == oldEnd))
        return std::nullopt;
    if (m_start < head && end > oldEnd) // the passage lies inside the range and belongs to it
        return withRange(m_start, m_length + shift);
    const qsizetype start = moved(m_start, false);
    return withRange(start, std::max<qsizetype>(0, moved(end, true) - start));
}

} // namespace nianbao
