// SPDX-License-Identifier: MulanPSL-2.0
#include "bodywords.h"

#include "jsonreader.h"

#include <QFile>

#include <algorithm>

namespace nianbao {

namespace {

QStringList longestFirst(QStringList words)
{
    std::stable_sort(
        words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    words.removeDuplicates();
    return words;
}

QStringList wordsOf(const JsonCursor &list) { return longestFirst(list.strings()); }

BodyWords::Family familyOf(const JsonCursor &item)
{
    BodyWords::Family family;
    family.kind = item["kind"].string();
    family.isPlace = item["place"].booleanOr(false);
    family.isBranch = item["branch"].booleanOr(false);
    family.hasShortStems = item["short_stems"].booleanOr(false);
    family.level = item["level"].integerOr(0);
    family.units = wordsOf(item["units"]);
    family.bodies = wordsOf(item["bodies"]);
    family.generics = wordsOf(item["generics"]);
    family.alone = wordsOf(item["alone"]);
    return family;
}

BodyWords read()
{
    QFile file(QStringLiteral(":/rules/bodies.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the names of bodies are missing");
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const auto names = JsonCursor::parse(file.readAll(), fault)["names"];
    BodyWords words;
    for (const auto &item : names["superiors"].items())
        words.superiors.append({item["level"].integer(), wordsOf(item["ends"])});
    words.halfEnds = wordsOf(names["half_ends"]);
    words.noSuperiors = wordsOf(names["no_superiors"]);
    words.inSuperiors = wordsOf(names["in_superiors"]);
    words.provinces = wordsOf(names["provinces"]);
    words.upperBodies = wordsOf(names["upper_bodies"]);
    words.governments = wordsOf(names["governments"]);
    words.leaders = wordsOf(names["leaders"]);
    words.unitsBehind = wordsOf(names["units_behind"]);
    words.nationalities = wordsOf(names["nationalities"]);
    words.joints = wordsOf(names["joints"]);
    words.ordinal = names["ordinal"].string();
    words.numerals = names["numerals"].string();
    words.natures = wordsOf(names["natures"]);
    for (const auto &item : names["families"].items())
        words.families.append(familyOf(item));
    const auto offices = names["offices"];
    QStringList acting = wordsOf(offices["together"]);
    words.officesAlone = wordsOf(offices["alone"]) + acting;
    acting += wordsOf(offices["alone"]);
    for (const QString &topic : wordsOf(offices["topics"])) {
        for (const QString &end : wordsOf(offices["ends"])) {
            acting.append(topic + end);
            words.officesAlone.append(topic + end);
        }
    }
    words.offices = longestFirst(acting);
    words.officesAlone = longestFirst(words.officesAlone);
    words.selves = wordsOf(names["selves"]);
    words.selfMarks = wordsOf(names["self_marks"]);
    words.wholeMark = names["whole_mark"].string();
    words.levelEnd = names["level_end"].string();
    words.above = wordsOf(names["above"]);
    words.otherMarks = wordsOf(names["others"]["marks"]);
    words.otherEnds = wordsOf(names["others"]["ends"]);
    words.otherUnits = wordsOf(names["others"]["units"]);
    words.judges = wordsOf(names["others"]["judges"]);
    words.ordinary = wordsOf(names["ordinary"]);
    const auto running = names["running"];
    words.before = wordsOf(running["before"]);
    for (const auto &item : running["followed"].items())
        words.followed.append({item["form"].string(), wordsOf(item["by"]), item["bare"].booleanOr(false)});
    words.singles = running["singles"].string();
    words.verbStarts = running["verb_starts"].string();
    words.clauseEnds = running["clause_ends"].string();
    words.links = running["links"].string();
    words.notInNames = running["not_in_names"].string();
    words.toldApart = running["told_apart"].string();
    words.timeUnits = running["time_units"].string();
    words.times = wordsOf(running["times"]);
    words.leads = wordsOf(running["leads"]);
    words.visits = wordsOf(running["visits"]);
    words.matters = wordsOf(running["matters"]);
    words.departments = wordsOf(running["offices"]);
    if (fault.first)
        qFatal("the names of bodies: %s", qPrintable(fault.first->where));
    const auto addLast = [&](const QStringList &list) {
        for (const QString &word : list)
            words.lastCharacters.insert(word.back());
    };
    for (const auto &family : std::as_const(words.families)) {
        for (const auto &list : {family.units, family.bodies, family.generics, family.alone})
            addLast(list);
    }
    const auto addFirst = [](QString &firsts, const QStringList &list) {
        for (const QString &word : list) {
            if (!firsts.contains(word.front()))
                firsts += word.front();
        }
    };
    for (const auto &rank : std::as_const(words.superiors))
        addFirst(words.superiorFirsts, rank.ends);
    words.unitFirsts = words.superiorFirsts;
    for (const auto &family : std::as_const(words.families)) {
        if (family.isPlace)
            addFirst(words.unitFirsts, family.units);
    }
    addLast(words.offices);
    addLast(words.officesAlone);
    addLast(words.selves);
    return words;
}

} // namespace

const BodyWords &BodyWords::shipped()
{
    static const BodyWords words = read();
    return words;
}

QStringView endingOf(QStringView text, const QStringList &endings)
{
    const auto found = std::find_if(
        endings.begin(), endings.end(), [&](const QString &ending) { return text.endsWith(ending); });
    return found == endings.end() ? QStringView() : text.last(found->size());
}

QStringView beginningOf(QStringView text, const QStringList &beginnings)
{
    const auto found = std::find_if(beginnings.begin(), beginnings.end(),
        [&](const QString &beginning) { return text.startsWith(beginning); });
    return found == beginnings.end() ? QStringView() : text.first(found->size());
}

bool containsOneOf(QStringView text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

bool isHanzi(QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; }

} // namespace nianbao
