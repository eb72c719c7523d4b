// SPDX-License-Identifier: MulanPSL-2.0
#include "numberwords.h"

#include "jsonreader.h"

#include <QFile>

#include <algorithm>

namespace nianbao {

namespace {

/// Longer ones before their own beginnings.
void sortByLength(QStringList &list)
{
    std::stable_sort(
        list.begin(), list.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

NumberWords wordsFrom(const JsonCursor &root)
{
    NumberWords words;
    words.counting = root["counting_words"].strings();
    words.shares = root["shares"].strings();
    for (const auto &item : root["money"].items())
        words.money.insert(item["unit"].string(), item["yuan"].integer());
    words.currency = root["currency_signs"].strings();
    words.otherUnits = root["other_units"].strings();
    words.allUnits = words.counting + words.shares + words.money.keys() + words.otherUnits;
    const auto numerals = root["numerals"];
    words.digits = numerals["digits"].string();
    for (const QString &key : numerals["same"].keys())
        words.sameDigits.insert(key.front(), numerals["same"].member(key).string().front());
    for (const QString &key : numerals["scales"].keys())
        words.scales.insert(key.front(), numerals["scales"].member(key).integer());
    words.point = numerals["point"].string().front();
    words.shareVerbs = numerals["share_verbs"].strings();
    words.percent = numerals["percent"].string();
    const auto vague = root["vague"];
    words.vagueAhead = vague["ahead"].strings();
    words.notVagueAhead = vague["not_ahead"].strings();
    words.vagueAheadOfChinese = vague["ahead_of_chinese"].strings();
    words.vagueInside = vague["inside"].string();
    words.vagueBehind = vague["behind"].strings();
    words.ordinals = root["ordinals"].strings();
    words.single = root["single"].string();
    words.rangeJoints = root["range_joints"].strings();
    words.nothingMarks = root["nothing"]["marks"].string();
    for (const QString &word : root["nothing"]["words"].strings())
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
