// SPDX-License-Identifier: MulanPSL-2.0
#include "numberwords.h"

#include "jsonreader.h"

#include <QFile>

#include <algorithm>

namespace nianbao {

namespace {

QStringList strings(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items())
        list.append(item.string());
    return list;
}

/// Longer ones before their own beginnings.
void sortByLength(QStringList &list)
{
    std::stable_sort(
        list.begin(), list.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

NumberWords wordsFrom(const JsonCursor &root)
{
    NumberWords words;
    words.counting = strings(root["counting_words"]);
    words.shares = strings(root["shares"]);
    for (const auto &item : root["money"].items())
        words.money.insert(item["unit"].string(), item["yuan"].integer());
    words.currency = strings(root["currency_signs"]);
    words.otherUnits = strings(root["other_units"]);
    words.allUnits = words.counting + words.shares + words.money.keys() + words.otherUnits;
    const auto numerals = root["numerals"];
    words.digits = numerals["digits"].string();
    for (const QString &key : numerals["same"].keys())
        words.sameDigits.insert(key.front(), numerals["same"].member(key).string().front());
    for (const QString &key : numerals["scales"].keys())
        words.scales.insert(key.front(), numerals["scales"].member(key).integer());
    words.point = numerals["point"].string().front();
    words.shareVerbs = strings(numerals["share_verbs"]);
    words.percent = numerals["percent"].string();
    const auto vague = root["vague"];
    words.vagueAhead = strings(vague["ahead"]);
    words.notVagueAhead = strings(vague["not_ahead"]);
    words.vagueAheadOfChinese = strings(vague["ahead_of_chinese"]);
    words.vagueInside = vague["inside"].string();
    words.vagueBehind = strings(vague["behind"]);
    words.ordinals = strings(root["ordinals"]);
    words.single = root["single"].string();
    words.rangeJoints = strings(root["range_joints"]);
    words.nothingMarks = root["nothing"]["marks"].string();
    for (const QString &word : strings(root["nothing"]["words"]))
        words.nothingWords.append(word.toLower());
    for (QStringList *list : {&words.counting, &words.currency, &words.allUnits})
        sortByLength(*list);
    return words;
}

} // namespace

const NumberWords &numberWords()
{
    static const NumberWords words = [] {
        QFile file(QStringLiteral(":/rules/numbers.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the words beside figures are missing");
        JsonCursor::Fault fault{ErrorCode::BadJson};
        const NumberWords shipped = wordsFrom(JsonCursor::parse(file.readAll(), fault));
        if (fault.first)
            qFatal("the words beside figures: %s", qPrintable(fault.first->where));
        return shipped;
    }();
    return words;
}

} // namespace nianbao
