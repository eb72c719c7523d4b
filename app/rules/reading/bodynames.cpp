// SPDX-License-Identifier: MulanPSL-2.0
#include "bodynames.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kLongestName = 40; // of a phrase; longer ones are sentences
constexpr qsizetype kMostNames = 40; // that a body registers
constexpr qsizetype kLongestPlace = 14; // 双江拉祜族佤族布朗族傣族自治县

/// Whether the characters stand in the text in this order.
bool standsIn(QStringView text, QStringView characters)
{
    qsizetype found = 0;
    for (qsizetype i = 0; i < text.size() && found < characters.size(); ++i)
        found += text[i] == characters[found] ? 1 : 0;
    return found == characters.size();
}

/// The same, from its first on.
bool shortens(QStringView text, QStringView characters)
{
    return !characters.isEmpty() && !text.isEmpty() && characters.front() == text.front()
        && standsIn(text, characters);
}

/// Without blanks, with wide brackets.
QString asWritten(QStringView name)
{
    QString written;
    for (const QChar c : name) {
        if (!c.isSpace())
            written += c == u'(' ? u'（' : c == u')' ? u'）' : c;
    }
    return written;
}

QString withoutBrackets(const QString &written)
{
    QString name;
    int brackets = 0; // 各乡镇（街道）
    for (const QChar c : written) {
        brackets += c == u'（' ? 1 : 0;
        if (brackets == 0)
            name += c;
        brackets -= c == u'）' && brackets > 0 ? 1 : 0;
    }
    return name;
}

QString only(QStringView text, const QString &characters)
{
    QString result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
        [&](QChar c) { return characters.contains(c); });
    return result;
}

} // namespace

BodyNames::BodyNames(const Report &report, const QStringList &more) : m_words(BodyWords::shipped())
{
    add(report.fact(fact::kName));
    add(report.fact(fact::kShortName));
    for (const QString &name : report.fact(fact::kNames).split(u'\n', Qt::SkipEmptyParts))
        add(name);
    // what is registered with a mark of a superior only, or with none, has those of the full name
    for (Name &name : m_names) {
        if (name.superiors.isEmpty())
            name.superiors = m_names.first().superiors;
    }
    for (const Name &name : std::as_const(m_names)) {
        for (const Superior &one : name.superiors) {
            for (const QString &form : {one.text, one.plain + one.end, one.plain + one.end.right(1)}) {
                if (one.level > 0 && !m_placeForms.contains({form, one.level}))
                    m_placeForms.append({form, one.level});
            }
        }
    }
    for (const char *key : {fact::kOffice, fact::kWebsiteName})
        m_literals.append(report.fact(key).trimmed());
    for (const Channel &channel : report.channels())
        m_literals.append(channel.name.trimmed());
    m_literals += more;
    m_literals.removeAll(QString());
    m_literals.removeDuplicates();
    const auto first = [this](const QStringList &list) {
        for (const QString &word : list)
            m_firsts.insert(word.front());
    };
    for (const Name &name : std::as_const(m_names)) {
        for (const Superior &one : name.superiors)
            first({one.text, one.text.right(1)});
        for (const QChar c : name.stem)
            m_firsts.insert(c);
        if (!name.family) {
            first({name.text});
            continue;
        }
        first(name.family->units + name.family->bodies + name.family->generics + name.family->alone);
    }
    first(m_literals + m_words.selves + m_words.selfMarks + m_words.officesAlone);
}

void BodyNames::add(const QString &registered)
{
    const QString written = asWritten(registered);
    if (written.isEmpty() || m_names.size() >= kMostNames)
        return;
    m_literals.append(written.left(kLongestName));
    const QString name = withoutBrackets(written);
    if (name.isEmpty() || name.size() > kLongestName)
        return; // no name
    if (name != written)
        m_literals.append(name);
    QStringView rest = name;
    const auto superiors = takeSuperiors(rest);
    // 县教体局: a superior by its kind only
    if (superiors.isEmpty() && rest.size() > 2 && !m_names.isEmpty()) {
        for (const Superior &superior : m_names.first().superiors) {
            if (!superior.end.isEmpty() && rest.front() == superior.end.back() && nameOf(rest.mid(1))) {
                rest = rest.mid(1);
                break;
            }
        }
    }
    Name own = nameOf(rest).value_or(Name());
    if (!own.family) {
        own.text = rest.toString();
        own.stem = own.text;
        own.plain = own.text;
    }
    own.superiors = superiors;
    m_names.append(own);
    // 经开区管委会（商务区管委会）: another name of it; 开发区（滨江）: none
    const auto opening = written.indexOf(u'（');
    const auto closing = written.indexOf(u'）', opening + 1);
    const QString other
        = opening > 0 && closing > opening ? written.mid(opening + 1, closing - opening - 1) : QString();
    if (const auto parsed = nameOf(other); parsed && parsed->family && !parsed->stem.isEmpty())
        add(other);
}

// Names in their parts

QString BodyNames::withoutNationality(const QString &stem) const
{
    QStringView rest = stem;
    for (auto end = endingOf(rest, m_words.nationalities); !end.isEmpty() && rest.size() - end.size() >= 2;
         end = endingOf(rest, m_words.nationalities))
        rest.chop(end.size());
    return rest.toString();
}

/// 岚山彝族自治州 at the beginning of a text that goes on.
std::optional<BodyNames::Superior> BodyNames::placeAt(QStringView text, bool isRegistered) const
{
    const auto endAt = [&](qsizetype at) {
        for (const auto &rank : m_words.superiors) {
            const auto end = beginningOf(text.mid(at), rank.ends);
            if (!end.isEmpty())
                return std::make_pair(rank.level, end);
        }
        return std::make_pair(0, QStringView());
    };
    const qsizetype last = std::min(text.size(), kLongestPlace);
    for (qsizetype at = 1; at < last; ++at) {
        if (!isHanzi(text[at]))
            return std::nullopt;
        if (!m_words.superiorFirsts.contains(text[at]))
            continue;
        const auto [level, end] = endAt(at);
        if (end.isEmpty())
            continue;
        const qsizetype behind = at + end.size();
        constexpr int kCounties = 3;
        if ((at == 1 && (level < kCounties || end.size() > 1))
            || !endingOf(text.first(behind), m_words.noSuperiors).isEmpty()) {
            // 锡山区, 越城区 in a name that is registered
            if (!isRegistered || endingOf(text.first(behind), m_words.inSuperiors).isEmpty())
                continue;
        } // 城市管理, 社区
        // 滕州市 goes on
        const auto next = endAt(behind).second;
        if (m_words.halfEnds.contains(end.toString()) && next.size() == 1 && next != end)
            continue;
        if (containsOneOf(text.first(at), m_words.upperBodies))
            return std::nullopt; // 国家税务总局青山县
        Superior place{text.first(behind).toString(), text.first(at).toString(), {}, end.toString(), level};
        place.plain = withoutNationality(place.stem);
        return place;
    }
    return std::nullopt;
}

/// What stands before the own name, taken off its beginning.
QList<BodyNames::Superior> BodyNames::takeSuperiors(QStringView &name) const
{
    const auto isName = [this](QStringView rest) {
        const QString words = rest.toString();
        const bool isPart = std::any_of(
            m_words.families.begin(), m_words.families.end(), [&](const BodyWords::Family &family) {
                return family.bodies.contains(words) || family.alone.contains(words);
            });
        if (isPart)
            return false; // 管理委员会 behind 滨湖新区
        const auto parsed = nameOf(rest);
        return parsed && parsed->family && !parsed->text.isEmpty()
            && (!parsed->stem.isEmpty() || parsed->unit.size() > 1);
    };
    QList<Superior> superiors;
    constexpr int kMost = 6; // a village has 省市县镇 above it
    while (superiors.size() < kMost) {
        if (superiors.isEmpty()) { // 安徽亳州
            const auto province = beginningOf(name, m_words.provinces);
            const auto behind = name.mid(province.size());
            const QStringList &ends = m_words.superiors.first().ends; // of provinces
            const bool isWhole = std::any_of(m_words.superiors.begin(), m_words.superiors.end(),
                [&](const BodyWords::Rank &rank) { return !beginningOf(behind, rank.ends).isEmpty(); });
            if (!province.isEmpty() && behind.size() > 2 && !isWhole && isName(behind)) {
                const QString text = province.toString();
                superiors.append({text, text, text, ends.last(), 1});
                name = behind;
                continue;
            }
        }
        if (auto place = placeAt(name, true)) {
            QStringView rest = name.mid(place->text.size());
            // 临江区人民政府柳泉街道办事处
            const auto government = beginningOf(rest, m_words.governments);
            const auto behind = rest.mid(government.size());
            const auto below = government.isEmpty() ? std::nullopt : nameOf(behind);
            if (below && below->family && !below->stem.isEmpty())
                rest = behind;
            if (isName(rest) || placeAt(rest, true)) {
                superiors.append(*place);
                name = rest;
                continue;
            }
        }
        // 国家税务总局青山县税务局, 公安局临江分局
        qsizetype cut = 0;
        for (qsizetype at = 3; at + 2 < name.size() && cut == 0; ++at) {
            const auto rest = name.mid(at);
            const auto upper = nameOf(name.first(at));
            const bool isZone // 高新技术产业开发区 + 梅岭街道
                = upper && upper->family && upper->family->kind == u"zone" && upper->unit.size() > 1;
            if (!isZone && endingOf(name.first(at), m_words.upperBodies).isEmpty())
                continue;
            const auto parsed = nameOf(rest);
            const auto longer = nameOf(name.first(at + 1)); // 工业园 of 工业园区
            const bool goesOn = longer && longer->family && longer->family->kind == u"zone";
            if (isZone
                && (goesOn || !isName(rest) || (parsed && parsed->family && parsed->family->kind == u"zone")))
                continue;
            const bool isBranch
                = parsed && parsed->family && parsed->family->isBranch && !parsed->stem.isEmpty();
            if (isBranch || isZone || (placeAt(rest) && parsed && parsed->family))
                cut = at;
        }
        if (cut == 0)
            return superiors;
        superiors.append({name.first(cut).toString(), {}, {}, {}, 0});
        name = name.mid(cut);
    }
    return superiors;
}

/// The own name: the family whose ending is the longest.
std::optional<BodyNames::Name> BodyNames::nameOf(QStringView rest) const
{
    std::optional<Name> best;
    qsizetype longest = 0;
    for (const auto &family : m_words.families) {
        const bool isZone = family.kind == u"zone";
        QStringList bodies = family.bodies;
        bodies.append(QString());
        for (const QString &body : std::as_const(bodies)) {
            if (!rest.endsWith(body))
                continue;
            const auto words = rest.chopped(body.size());
            for (const QString &unit : family.units) {
                if (!words.endsWith(unit))
                    continue;
                const auto stem = words.chopped(unit.size());
                const auto nature = isZone ? endingOf(stem, m_words.natures) : QStringView();
                if (isZone && unit.size() == 1 && body.isEmpty() && nature.isEmpty())
                    continue; // 区, 城, 港 by themselves are no zone
                if (stem.isEmpty() && (family.isPlace || isZone))
                    continue;
                const auto length = body.size() + unit.size() + nature.size();
                if (length <= longest)
                    continue;
                longest = length;
                Name name;
                name.family = &family;
                name.text = words.toString();
                name.stem = stem.toString();
                name.plain = withoutNationality(name.stem);
                if (name.plain.startsWith(m_words.ordinal) && name.plain.size() > 1)
                    name.plain.remove(0, m_words.ordinal.size());
                name.unit = unit;
                name.nature = stem.size() - nature.size();
                for (auto more = nature; !more.isEmpty(); name.nature -= more.size()) // 国家级经济技术
                    more = endingOf(stem.first(name.nature), m_words.natures);
                if (nature.isEmpty())
                    name.nature = 0;
                best = name;
            }
        }
    }
    return best;
}

// Whether a phrase is the own name

bool BodyNames::isGeneric(const Name &name, QStringView words) const
{
    if (!name.family)
        return false;
    const auto isWords = [&](const QString &one) { return words == one; };
    if (std::any_of(name.family->generics.begin(), name.family->generics.end(), isWords))
        return true;
    if (name.family->kind == u"zone") // 我区
        return words == name.unit || (words.size() == 1 && words.back() == name.unit.back());
    const bool isUnit = std::any_of(name.family->units.begin(), name.family->units.end(), isWords);
    return isUnit && (words.size() > 1 || !name.family->hasShortStems);
}

/// 教体 of 教育和体育, 公积金 of 住房公积金管理, 综合执法 of 城市管理和综合行政执法.
bool BodyNames::fitsStem(const Name &name, QStringView stem) const
{
    if (stem == name.stem || stem == name.plain)
        return true;
    constexpr qsizetype kLongPlace = 4; // 崇外 of 崇文门外
    if (name.family->isPlace)
        return stem.size() >= 2 && name.plain.size() >= kLongPlace && shortens(name.plain, stem);
    if (only(stem, m_words.numerals) != only(name.stem, m_words.numerals))
        return false;
    constexpr qsizetype kShort = 4; // 中医 is 中, 第一人民 is 一
    if (stem.size() == 1)
        return name.family->hasShortStems && name.stem.size() <= kShort && name.plain.front() == stem.front();
    if (shortens(name.stem, stem) || shortens(name.plain, stem))
        return true;
    if (stem.size() >= 3 && name.stem.contains(stem))
        return true;
    for (const QString &joint : m_words.joints) {
        const auto at = name.stem.indexOf(joint);
        const auto second = at < 0 ? QStringView() : QStringView(name.stem).mid(at + joint.size());
        if (stem.size() >= 4 && shortens(second, stem))
            return true;
        // 资规: some of either side
        for (qsizetype cut = 1; !second.isEmpty() && cut < stem.size(); ++cut) {
            if (standsIn(QStringView(name.stem).first(at), stem.first(cut))
                && standsIn(second, stem.mid(cut)))
                return true;
        }
    }
    // 临江公安分局
    return std::any_of(name.superiors.begin(), name.superiors.end(), [&](const Superior &superior) {
        return superior.level == 0 && stem.startsWith(name.stem) && stem.size() > name.stem.size() + 1
            && shortens(superior.text, stem.mid(name.stem.size()));
    });
}

/// 经开区 of 青山经济开发区, 青山开发区, 滨湖新区.
bool BodyNames::fitsZone(const Name &name, QStringView words) const
{
    if (words == name.text)
        return true;
    const QStringView own = name.text;
    const auto nature = own.mid(name.nature);
    QStringView rest = words;
    const auto place = own.first(name.nature);
    const bool isPlaced = !place.isEmpty() && words.startsWith(place);
    if (isPlaced) {
        rest = words.mid(place.size());
        if (!rest.isEmpty()
            && std::any_of(m_words.superiors.begin(), m_words.superiors.end(),
                [&](const BodyWords::Rank &rank) { return rank.ends.contains(QString(rest.front())); }))
            rest = rest.mid(1);
        if (rest == name.unit || rest == nature || name.family->generics.contains(rest.toString()))
            return true;
    }
    if (rest.size() < (isPlaced ? 2 : 3) || rest.back() != own.back())
        return false;
    for (auto part = nature;;) { // 经开区 of 国家级经济技术开发区
        if (shortens(part, rest))
            return true;
        const auto first = beginningOf(part, m_words.natures);
        if (first.isEmpty())
            return false;
        part = part.mid(first.size());
    }
}

bool BodyNames::fitsUnit(const Name &name, QStringView words, Behind behind) const
{
    const bool isZone = name.family->kind == u"zone";
    if (isGeneric(name, words)) {
        if (behind == Behind::Nothing)
            return true;
        if (name.stem.isEmpty() || isZone)
            return name.family->units.contains(words.toString());
        // 县局, 县医院
        return !name.family->isPlace && words == name.unit && m_words.unitsBehind.contains(words.toString());
    }
    if (isZone)
        return fitsZone(name, words);
    for (const QString &unit : name.family->units) {
        if (words.endsWith(unit) && words.size() > unit.size() && fitsStem(name, words.chopped(unit.size())))
            return true;
    }
    return false;
}

bool BodyNames::fitsCore(const Name &name, QStringView rest, Behind behind) const
{
    if (rest.isEmpty())
        return false;
    if (!name.family)
        return rest == name.text;
    if (behind == Behind::Nothing && name.family->alone.contains(rest.toString()))
        return true;
    if (fitsUnit(name, rest, behind))
        return true;
    return std::any_of(name.family->bodies.begin(), name.family->bodies.end(), [&](const QString &body) {
        return rest.size() > body.size() && rest.endsWith(body)
            && fitsUnit(name, rest.chopped(body.size()), behind);
    });
}

/// Length of the name of a body above that is no place, as a whole or shortened: 市场监管局; 0: none.
qsizetype BodyNames::upperAt(const Superior &upper, QStringView phrase) const
{
    const auto name = nameOf(upper.text);
    if (!name || !name->family || phrase.isEmpty() || phrase.front() != upper.text.front())
        return 0;
    for (qsizetype length = std::min(phrase.size(), upper.text.size()); length > 2; --length) {
        const auto words = phrase.first(length);
        if (!isGeneric(*name, words) && fitsUnit(*name, words, Behind::Nothing))
            return length;
    }
    return 0;
}

/// With all of its superiors, some, or only the kinds of them: 青山县, 县, 青山.
bool BodyNames::fits(const Name &name, QStringView phrase, qsizetype superior, Behind behind) const
{
    if (fitsCore(name, phrase, behind))
        return true;
    const auto go = [&](QStringView rest, qsizetype next, Behind b) {
        const auto government = beginningOf(rest, m_words.governments);
        return fits(name, rest, next, b)
            || (!government.isEmpty() && fits(name, rest.mid(government.size()), next, b));
    };
    for (qsizetype k = superior; k < name.superiors.size(); ++k) {
        const Superior &one = name.superiors[k];
        if (phrase.startsWith(one.text) && go(phrase.mid(one.text.size()), k + 1, Behind::Place))
            return true;
        if (one.level == 0) {
            const auto length = upperAt(one, phrase);
            if (length > 0 && go(phrase.mid(length), k + 1, Behind::Place))
                return true;
            continue;
        }
        const QString end = one.end.right(1);
        for (const QString &text : {one.plain + one.end, one.plain + end}) {
            if (phrase.startsWith(text) && go(phrase.mid(text.size()), k + 1, Behind::Place))
                return true;
        }
        if (phrase.startsWith(end) && go(phrase.mid(end.size()), k + 1, Behind::Mark))
            return true;
        if (one.plain.size() > 1 && phrase.startsWith(one.plain)
            && fits(name, phrase.mid(one.plain.size()), k + 1, Behind::Stem))
            return true;
    }
    if (behind != Behind::Nothing && behind != Behind::Unknown)
        return false;
    // superiors that are not registered
    const auto first = std::find_if(
        name.superiors.begin(), name.superiors.end(), [](const Superior &one) { return one.level > 0; });
    const bool hasPlaces = first != name.superiors.end();
    if (const auto place = placeAt(phrase)) {
        const auto rest = phrase.mid(place->text.size());
        const bool isOwnPlace = hasPlaces
            ? (rest.startsWith(first->text) ? go(rest, 0, Behind::Nothing)
                                            : placeAt(rest) && fits(name, rest, 0, Behind::Unknown))
            : go(rest, name.superiors.size(), Behind::Unknown);
        if (isOwnPlace)
            return true;
    }
    if (behind != Behind::Nothing)
        return false;
    return !hasPlaces && name.family && !name.family->isPlace && phrase.size() > 2
        && std::any_of(m_words.superiors.begin(), m_words.superiors.end(),
            [&](const BodyWords::Rank &rank) { return rank.ends.contains(QString(phrase.front())); })
        && fits(name, phrase.mid(1), name.superiors.size(), Behind::Unknown);
}

bool BodyNames::isOwnForm(QStringView phrase) const
{
    return std::any_of(m_names.begin(), m_names.end(),
        [&](const Name &name) { return fits(name, phrase, 0, Behind::Nothing); });
}

bool BodyNames::isOwn(QStringView phrase) const
{
    if (m_words.selves.contains(phrase.toString()) || m_literals.contains(phrase.toString())
        || isOwnForm(phrase))
        return true;
    const auto mark = beginningOf(phrase, m_words.selfMarks);
    if (!mark.isEmpty() && phrase.size() > mark.size())
        return mark != m_words.wholeMark // 全市开发区 are all of them
            ? isOwn(phrase.mid(mark.size()))
            : std::any_of(m_names.begin(), m_names.end(),
                [&](const Name &name) { return fitsCore(name, phrase.mid(mark.size()), Behind::Nothing); });
    if (m_words.officesAlone.contains(phrase.toString()))
        return true;
    for (const QString &office : m_words.offices) {
        if (phrase.size() > office.size() && phrase.endsWith(office)
            && isOwnForm(phrase.chopped(office.size())))
            return true;
    }
    return false;
}

// Whose else it is

/// A body above: 县政府, 省自然资源厅, 上级; of a town and the like also the superior's offices.
bool BodyNames::isAbove(QStringView phrase) const
{
    const Name own = m_names.isEmpty() ? Name() : m_names.first();
    const bool isOfOther = std::any_of(own.superiors.begin(), own.superiors.end(), [&](const Superior &one) {
        return one.level == 0 && phrase.size() > one.text.size() && phrase.startsWith(one.text);
    });
    if (isOfOther)
        return false; // 国家税务总局临江区税务局
    const auto above = beginningOf(phrase, m_words.above);
    if (!above.isEmpty())
        return phrase.size() == above.size() || isBody(phrase);
    if (m_names.isEmpty())
        return false;
    const bool isBelow = own.family && (own.family->isPlace || own.family->kind == u"zone");
    int ownLevel = isBelow ? own.family->level : 0;
    for (const Superior &one : own.superiors) {
        if (!isBelow && one.level > 0)
            ownLevel = one.level + 1;
    }
    constexpr int kLowest = 4;
    if (ownLevel == 0)
        ownLevel = kLowest;

    QStringView rest = phrase;
    int level = 0;
    bool isKnown = false;
    const auto take = [&](qsizetype length, int l, bool known) {
        rest = rest.mid(length);
        level = l;
        isKnown = known;
        return true;
    };
    const auto takeOne = [&] {
        for (const Superior &one : own.superiors) {
            if (one.level == 0) { // 市公安局 of 公安局临江分局
                if (rest == one.text || (!rest.isEmpty() && upperAt(one, rest) == rest.size()))
                    return take(rest.size(), std::max(level, 1), true);
                continue;
            }
            if (rest.startsWith(one.text))
                return take(one.text.size(), one.level, true);
            const QString end = one.end.right(1);
            if (rest.startsWith(one.plain + end))
                return take(one.plain.size() + 1, one.level, true);
            if (rest.size() == phrase.size() && rest.startsWith(end))
                return take(1, one.level, true);
        }
        if (const auto place = rest.isEmpty() ? std::nullopt : placeAt(rest)) {
            const bool differs = std::any_of(own.superiors.begin(), own.superiors.end(),
                [&](const Superior &one) { return one.level == place->level; });
            const auto parsed = nameOf(place->text);
            const bool isZone = parsed && parsed->family && parsed->family->kind == u"zone";
            if (differs || isZone || (own.family && own.family->isPlace && rest.startsWith(own.plain)))
                return false;
            return take(place->text.size(), place->level, false);
        }
        if (rest.size() == phrase.size() && !rest.isEmpty()) {
            for (const auto &rank : m_words.superiors) {
                if (rank.ends.contains(QString(rest.front())))
                    return take(1, rank.level, false);
            }
        }
        return false;
    };
    while (takeOne()) { }
    if (level == 0 && !isKnown)
        return false;
    if (!isKnown && level >= ownLevel)
        return false;
    if (rest.isEmpty())
        return true;
    const auto leader = beginningOf(rest, m_words.leaders);
    if (rest.size() == leader.size()
        || (!leader.isEmpty() && m_words.offices.contains(rest.mid(leader.size()).toString())))
        return true;
    if (!beginningOf(rest, m_words.otherMarks).isEmpty())
        return false;
    const auto below = nameOf(rest);
    if (below && below->family && (below->family->isPlace || below->family->kind == u"zone"))
        return false;
    // an office of the superior stands above a town, beside another office
    const bool isOffice = isBody(rest) || m_words.offices.contains(rest.toString())
        || m_words.unitsBehind.contains(rest.toString()); // 省厅
    return isOffice && (isBelow || level < ownLevel - 1);
}

bool BodyNames::isBody(QStringView phrase) const
{
    if (phrase.size() < 2)
        return false;
    for (const QString &word : m_words.ordinary) {
        if (word.size() > 1 ? phrase.endsWith(word) : phrase == word)
            return false;
    }
    if (!endingOf(phrase, m_words.otherEnds).isEmpty())
        return true;
    constexpr qsizetype kShortest = 3; // 河湾镇; 县局
    const bool isMarked
        = std::any_of(m_words.superiors.begin(), m_words.superiors.end(),
              [&](const BodyWords::Rank &rank) { return rank.ends.contains(QString(phrase.front())); })
        || !beginningOf(phrase, m_words.otherMarks).isEmpty();
    return !endingOf(phrase, m_words.otherUnits).isEmpty() && (phrase.size() >= kShortest || isMarked);
}

std::optional<BodyNames::PlaceAhead> BodyNames::placeOf(QStringView text) const
{
    const auto superior = std::find_if(m_placeForms.begin(), m_placeForms.end(),
        [&](const auto &each) { return text.startsWith(each.first); });
    if (superior != m_placeForms.end())
        return PlaceAhead{superior->first.size(), superior->second, true};
    const auto place = placeAt(text);
    return place ? std::make_optional(PlaceAhead{place->text.size(), place->level, false}) : std::nullopt;
}

BodyNames::Whose BodyNames::whose(QStringView given) const
{
    const QString written = asWritten(given.first(std::min(given.size(), 2 * kLongestName)));
    const QString phrase = withoutBrackets(written);
    if (phrase.isEmpty() || phrase.size() > kLongestName)
        return Whose::None;
    if (m_literals.contains(written) || isOwn(phrase))
        return Whose::Own;
    // 我县, 全市 of a body there
    const auto mark = beginningOf(phrase, m_words.selfMarks);
    if (!mark.isEmpty() && isAbove(QStringView(phrase).mid(mark.size())))
        return mark == m_words.selfMarks.first() ? Whose::Above : Whose::Other;
    if (!beginningOf(phrase, m_words.otherMarks).isEmpty() || !mark.isEmpty())
        return isBody(phrase) ? Whose::Other : Whose::None;
    if (isAbove(phrase))
        return Whose::Above;
    return isBody(phrase) ? Whose::Other : Whose::None;
}

bool BodyNames::isBelowCounty() const
{
    constexpr int kCounties = 3; // level
    return std::any_of(m_names.begin(), m_names.end(), [](const Name &name) {
        return std::any_of(name.superiors.begin(), name.superiors.end(),
            [](const Superior &one) { return one.level == kCounties; });
    });
}

bool BodyNames::isPeer(QStringView phrase) const
{
    const auto *family = m_names.isEmpty() ? nullptr : m_names.first().family;
    if (!family || family->isPlace || endingOf(phrase, family->units + family->bodies).isEmpty())
        return false;
    QStringView rest = phrase;
    const bool isPlaced = !takeSuperiors(rest).isEmpty();
    const auto name = nameOf(rest);
    constexpr qsizetype kShortest = 2, kLongest = 4; // of a stem by itself: 西城
    const auto isOwnStem = [&](QStringView stem) {
        return stem.size() >= kShortest && stem.size() <= kLongest
            && beginningOf(stem, m_words.otherMarks + m_words.selfMarks).isEmpty();
    };
    return name && name->family && name->family->kind == family->kind && name->unit.size() > 1
        && (isPlaced ? !name->stem.isEmpty() : isOwnStem(name->stem)) && whose(phrase) == Whose::Other;
}

QStringList BodyNames::stems() const
{
    QStringList stems;
    for (const Name &name : m_names) {
        if (name.plain.size() > 1)
            stems.append(name.plain);
    }
    stems.removeDuplicates();
    return stems;
}

bool BodyNames::mayBeCalled(QStringView account) const
{
    constexpr qsizetype kShortest = 2, kLongest = 4; // 住建, 人力社保
    return std::any_of(m_names.begin(), m_names.end(), [&](const Name &name) {
        const bool isPlaced
            = std::any_of(name.superiors.begin(), name.superiors.end(), [&](const Superior &one) {
                  // 湛江开发区平安在线 of 湛江经济技术开发区公安局
                  return one.level > 0
                      ? one.plain.size() > 1 && account.contains(one.plain)
                      : one.text.size() > kShortest && account.startsWith(one.text.left(kShortest));
              });
        if (isPlaced || !name.family || name.stem.isEmpty())
            return isPlaced;
        if (name.family->isPlace) // 崇外在线
            return account.size() > kShortest && fitsStem(name, account.first(kShortest));
        for (qsizetype length = kShortest; length <= std::min(kLongest, account.size()); ++length) {
            if (fitsStem(name, account.last(length)))
                return true;
        }
        return false;
    });
}

// In running text

qsizetype BodyNames::ownAt(QStringView text, qsizetype at) const
{
    if (at < 0 || at >= text.size() || !m_firsts.contains(text[at]))
        return 0;
    const auto isLevel = [this](QChar c) {
        return std::any_of(m_words.superiors.begin(), m_words.superiors.end(),
            [c](const BodyWords::Rank &rank) { return rank.ends.contains(QString(c)); });
    };
    qsizetype end = at;
    while (end < text.size() && end - at < kLongestName && (isHanzi(text[end]) || text[end] == u'、'))
        ++end;
    const auto ahead = text.first(at);
    const bool begins = ahead.isEmpty() || !isHanzi(ahead.back());
    const bool isPreceded = begins || !endingOf(ahead, m_words.before).isEmpty();
    for (qsizetype length = end - at; length > 0; --length) {
        const auto form = text.mid(at, length);
        if (!m_words.lastCharacters.contains(form.back()) || !isOwn(form))
            continue;
        const auto behind = text.mid(at + length);
        const bool isWord = std::any_of(
            m_words.followed.begin(), m_words.followed.end(), [&](const BodyWords::Followed &followed) {
                return form.endsWith(followed.form) && (!followed.isBare || form.size() <= 2)
                    && !beginningOf(behind, followed.by).isEmpty();
            });
        if (isWord)
            continue;
        const bool isAnchored = std::any_of(m_names.begin(), m_names.end(), [&](const Name &name) {
            return (name.plain.size() > 1 && form.startsWith(name.plain))
                || std::any_of(name.superiors.begin(), name.superiors.end(), [&](const Superior &one) {
                       return form.startsWith(one.text)
                           || (one.plain.size() > 1 && form.startsWith(one.plain));
                   });
        });
        const bool isMarked = !beginningOf(form, m_words.selfMarks).isEmpty();
        if (isAnchored && (begins || !isLevel(ahead.back())))
            return length;
        if (!isPreceded && !isMarked)
            continue;
        if (length > 1)
            return length;
        if (!behind.isEmpty() && m_words.singles.contains(form.front())
            && m_words.verbStarts.contains(behind.front()))
            return length;
    }
    return 0;
}

} // namespace nianbao
