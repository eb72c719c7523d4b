// SPDX-License-Identifier: MulanPSL-2.0
#include "namesintext.h"

#include "keptforall.h"
#include "usualwords.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kShortestStem = 2, kLongestStem = 3; // 柳泉, 大石桥
constexpr qsizetype kFarthestUnit = 16; // from the beginning of a name with its nationalities
constexpr qsizetype kLongestDepartment = 16;
constexpr int kTowns = 4; // level

} // namespace

NamesInText::NamesInText(const BodyNames &own, const QStringList &before)
    : m_own(own)
    , m_words(BodyWords::shipped())
    , m_more(before)
    , m_key(own.literals().join(u'\t') + u'\v' + before.join(u'\t') + u'\v')
{ }

void NamesInText::prepare()
{
    if (!m_before.isEmpty())
        return;
    m_before = QSet<QString>(m_more.begin(), m_more.end());
    for (const QStringList &list : {m_words.before, m_words.times})
        m_before.unite(QSet<QString>(list.begin(), list.end()));
    for (const QString &word : std::as_const(m_before))
        m_beforeFirsts.insert(word.front());
}

/// Length of the longest usual word there; 0: none is known.
qsizetype NamesInText::wordAt(QStringView text, qsizetype at) const
{
    const bool isBefore = m_beforeFirsts.contains(text[at]);
    for (qsizetype length = std::min(UsualWords::kLongest, text.size() - at); length > 1; --length) {
        const auto word = text.mid(at, length);
        if (UsualWords::shipped().has(word) || (isBefore && m_before.contains(word.toString())))
            return length;
    }
    return 0;
}

/// Whether the form goes on as another word there: 镇 + 长.
bool NamesInText::goesOn(QStringView text, QStringView form, qsizetype end) const
{
    const auto behind = text.mid(end);
    return std::any_of(m_words.followed.begin(), m_words.followed.end(), [&](const auto &followed) {
        return form == followed.form && !beginningOf(behind, followed.by).isEmpty();
    });
}

bool NamesInText::isStem(QStringView stem) const
{
    auto own = stem; // 河湾彝族
    for (auto end = endingOf(own, m_words.nationalities); !end.isEmpty() && own.size() > end.size() + 1;
         end = endingOf(own, m_words.nationalities))
        own.chop(end.size());
    // 网站和街道
    const bool isMore = own.size() > kShortestStem
        && (UsualWords::shipped().has(own.first(2)) || m_before.contains(own.first(2).toString())
            || std::any_of(m_words.joints.begin(), m_words.joints.end(),
                [&](const QString &joint) { return own.contains(joint); }));
    return !isMore && own.size() >= kShortestStem && own.size() <= kLongestStem
        && std::all_of(
            own.begin(), own.end(), [this](QChar c) { return isHanzi(c) && !m_words.notInNames.contains(c); })
        && !UsualWords::shipped().has(own) && !m_before.contains(own.toString())
        && beginningOf(own, m_words.otherMarks).isEmpty() && beginningOf(own, m_words.selfMarks).isEmpty();
}

/// 设花山镇: the own name behind one character more, where 大花山镇 is the town beside it.
bool NamesInText::isOwnBehindWord(QStringView name) const
{
    return name.size() > kShortestStem && !m_words.toldApart.contains(name.front())
        && m_own.whose(name.mid(1)) == BodyNames::Whose::Own;
}

/// 石桥 + 街道 + 办事处: from the beginning of the stem; the unit stands at its end.
std::optional<NamedBody> NamesInText::townAt(QStringView text, qsizetype from, qsizetype stemEnd) const
{
    for (const auto &family : m_words.families) {
        if (!family.isPlace || family.level != kTowns)
            continue;
        const auto unit = beginningOf(text.mid(stemEnd), family.units);
        if (unit.isEmpty())
            continue;
        const qsizetype end = stemEnd + unit.size();
        const auto name = text.mid(from, end - from);
        const bool isOrdinary = !endingOf(name, m_words.ordinary).isEmpty();
        if (!isStem(text.mid(from, stemEnd - from)) || goesOn(text, unit, end) || isOrdinary
            || m_own.whose(name) != BodyNames::Whose::Other || isOwnBehindWord(name))
            return std::nullopt;
        return NamedBody{from, name.size(), NamedBody::Kind::Town, kTowns, false};
    }
    return std::nullopt;
}

/// 白水 + 县 where its government or party committee follows.
std::optional<NamedBody> NamesInText::largerAt(QStringView text, qsizetype from, qsizetype stemEnd) const
{
    for (const auto &rank : m_words.superiors) {
        const auto unit = beginningOf(text.mid(stemEnd), rank.ends);
        if (unit.isEmpty())
            continue;
        const qsizetype end = stemEnd + unit.size();
        const auto name = text.mid(from, end - from);
        const auto leader = beginningOf(text.mid(end), m_words.leaders);
        if (leader.isEmpty() || goesOn(text, leader, end + leader.size())
            || !isStem(text.mid(from, stemEnd - from)) || !endingOf(name, m_words.noSuperiors).isEmpty()
            || m_own.whose(name) != BodyNames::Whose::Other || isOwnBehindWord(name))
            return std::nullopt;
        return NamedBody{from, name.size(), NamedBody::Kind::Place, rank.level, false};
    }
    return std::nullopt;
}

/// 水务 + 局 behind a place: made of the matters of departments from end to end.
std::optional<NamedBody> NamesInText::departmentAt(
    QStringView text, qsizetype from, qsizetype at, int level) const
{
    qsizetype end = at;
    while (end - at < kLongestDepartment) {
        const auto rest = text.mid(end);
        const auto unit = beginningOf(rest, m_words.departments);
        if (!unit.isEmpty() && end > at) {
            const auto name = text.mid(from, end + unit.size() - from);
            if (goesOn(text, unit, end + unit.size()) || m_own.whose(name) != BodyNames::Whose::Other)
                return std::nullopt;
            return NamedBody{from, name.size(), NamedBody::Kind::Department, level, false};
        }
        const auto matter = beginningOf(rest, m_words.matters);
        const auto joint = end > at ? beginningOf(rest, m_words.joints) : QStringView();
        if (matter.isEmpty() && joint.isEmpty())
            return std::nullopt;
        end += std::max(matter.size(), joint.size());
    }
    return std::nullopt;
}

/// 青山县 + 白石乡, 云溪市 + 林业局.
std::optional<NamedBody> NamesInText::behindPlaces(QStringView text, qsizetype at) const
{
    qsizetype end = at;
    int level = 0;
    bool isOwnPlace = true; // all of them are superiors
    while (const auto place = m_own.placeOf(text.mid(end))) {
        if (!place->isSuperior && (place->length > kLongestStem + 1 || wordAt(text, end) > 0))
            break;
        isOwnPlace = isOwnPlace && place->isSuperior;
        end += place->length;
        level = place->level;
    }
    if (end == at)
        return std::nullopt;
    end += beginningOf(text.mid(end), m_words.governments).size();
    for (qsizetype length = kLongestStem; length >= kShortestStem; --length) {
        if (auto town = townAt(text, end, end + length)) {
            if (!isOwnPlace) {
                town->length += town->start - at;
                town->start = at;
            }
            return town;
        }
    }
    return departmentAt(text, at, end, level);
}

/// A body beside this one that a clause tells something of: 市交通运输局严格落实…,
/// 西城工业园区管委会高度重视….
std::optional<NamedBody> NamesInText::peerAt(QStringView text, qsizetype at) const
{
    const auto acts = [&](qsizetype end) {
        return end < text.size() && m_words.verbStarts.contains(text[end]) && m_own.ownAt(text, end) == 0;
    };
    if (m_words.singles.contains(text[at]) && at + 1 < text.size()) {
        auto named = departmentAt(text, at, at + 1, 0);
        return named && acts(at + named->length) ? named : std::nullopt;
    }
    constexpr qsizetype kShortest = 4, kLongest = 20;
    const qsizetype last = std::min(text.size(), at + kLongest);
    for (qsizetype end = at + 1; end < last && isHanzi(text[end - 1]); ++end) {
        if (end - at < kShortest || !acts(end))
            continue;
        const auto name = text.mid(at, end - at);
        const bool isName
            = !UsualWords::shipped().has(name.first(2)) && !m_before.contains(name.first(2).toString());
        if (isName && m_own.isPeer(name))
            return NamedBody{at, name.size(), NamedBody::Kind::Peer, 0, true};
    }
    return std::nullopt;
}

QList<NamedBody> NamesInText::read(QStringView text)
{
    constexpr int kMostKept = 4'000'000; // characters
    static auto &kept = *new KeptForAll<QList<NamedBody>>(kMostKept);
    return kept.of(m_key + text.toString(), [&] {
        prepare();
        return readAnew(text);
    });
}

QList<NamedBody> NamesInText::readAnew(QStringView text) const
{
    QList<NamedBody> found;
    qsizetype begin = 0; // where the name begins, if it is one
    bool isSubject = true;
    const auto goTo = [&](qsizetype at, bool subject) {
        begin = at;
        isSubject = subject;
        return at;
    };
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (!isHanzi(c)) {
            static constexpr auto kOfNumbers = u".%％~～—-－";
            const bool isInside
                = c.isDigit() || (c.isSpace() && c != u'\n') || QStringView(kOfNumbers).contains(c);
            at = goTo(at + 1, isInside ? isSubject : c != u'、');
            continue;
        }
        if (at == begin && at > 0 && text[at - 1].isDigit() && m_words.timeUnits.contains(c)) {
            at = goTo(at + std::max<qsizetype>(1, wordAt(text, at)), isSubject); // 2021年县统计局
            continue;
        }
        if (at == begin) {
            if (const auto own = m_own.ownAt(text, at); own > 0) {
                at = goTo(at + own, false);
                continue;
            }
            const auto next = m_words.links.contains(c) && wordAt(text, at) == 0
                ? m_own.placeOf(text.mid(at + 1))
                : std::nullopt;
            if (next && (next->isSuperior || next->length > kShortestStem)) { // 向青山县; 和政县
                at = goTo(at + 1, false);
                continue;
            }
            auto named = behindPlaces(text, at);
            if (!named && isSubject)
                named = peerAt(text, at);
            if (named) {
                named->isSubject = isSubject;
                found.append(*named);
                at = goTo(named->start + named->length, false);
                continue;
            }
        } else if (at - begin <= kFarthestUnit && m_words.unitFirsts.contains(c)) {
            auto named = townAt(text, begin, at);
            if (!named)
                named = largerAt(text, begin, at);
            if (named) {
                named->isSubject = isSubject;
                found.append(*named);
                at = goTo(named->start + named->length, false);
                continue;
            }
        }
        if (const auto length = wordAt(text, at); length > 0) {
            const bool isTime = m_words.times.contains(text.mid(at, length).toString());
            at = goTo(at + length, isSubject && isTime);
            continue;
        }
        const bool isLink = m_words.links.contains(c) && (at == begin || at - begin >= kShortestStem);
        if (isLink)
            at = goTo(at + 1, false);
        else
            ++at;
    }
    return found;
}

} // namespace nianbao
