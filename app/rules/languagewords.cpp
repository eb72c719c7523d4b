// SPDX-License-Identifier: MulanPSL-2.0
#include "languagewords.h"

#include "jsonreader.h"

#include <QCoreApplication>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckRules)
};

void add(const JsonCursor &json, QSet<QString> &set)
{
    for (const auto &item : json.items())
        set.insert(item.string());
}

void add(const JsonCursor &json, QSet<WordKey> &set)
{
    for (const auto &item : json.items())
        set.insert(wordKey(item.string()));
    set.remove(0);
}

QRegularExpression expression(const JsonCursor &json)
{
    QRegularExpression result(json.verbatim());
    if (result.pattern().isEmpty() || !result.isValid())
        json.fail(Words::tr("“%1” is no regular expression").arg(json.verbatim()));
    return result;
}

void takePatterns(
    const JsonCursor &json, const QList<QByteArray> &known, QList<LanguageWords::Pattern> &patterns)
{
    for (const auto &item : json.items()) {
        const QByteArray says = item["says"].string().toUtf8();
        if (!known.contains(says))
            item["says"].fail(Words::tr("nothing is said under this key"));
        std::optional<QString> right;
        if (item["right"].exists())
            right = item["right"].verbatim();
        patterns.append({expression(item["find"]), says, right});
    }
}

} // namespace

WordKey wordKey(QStringView word)
{
    if (word.size() > kLongestWord)
        return 0;
    WordKey key = 0;
    for (const QChar c : word)
        key = (key << 16) | c.unicode();
    return key;
}

void LanguageWords::take(const JsonCursor &root)
{
    numerals += root["numerals"].stringOr({});
    const auto doubles = root["doubles"];
    add(doubles["words"], words);
    add(doubles["reduplications"], words);
    add(doubles["pairs"], pairs);
    junctures += doubles["junctures"].strings();
    alone += doubles["alone"].stringOr({});
    places += doubles["places"].stringOr({});
    bodies += doubles["bodies"].stringOr({});
    add(doubles["linking"], linking);
    add(doubles["before_alone"], beforeAlone);
    surnames += doubles["surnames"].stringOr({});
    beforeNames += doubles["before_names"].stringOr({});
    behindNames += doubles["behind_names"].stringOr({});
    prepositions += doubles["prepositions"].stringOr({});
    add(doubles["actions"], actions);
    ours += doubles["ours"].stringOr({});
    determiners += doubles["determiners"].stringOr({});
    governments += doubles["governments"].strings();

    const auto gap = root["gap"];
    self = gap["self"].stringOr(self);
    beforeSelf += gap["before_self"].stringOr({});
    gapFollowers += gap["followers"].stringOr({});
    persons += gap["persons"].strings();
    takePatterns(gap["patterns"], {"day", "year", "which-year", "number", "empty", "word"}, gaps);

    const auto mark = root["marks"];
    behindLetters += mark["behind_letters"].stringOr({});
    takePatterns(
        mark["patterns"], {"twice", "mixed", "stray", "beside-bracket", "ellipsis", "document"}, marks);

    const auto repeat = root["repeat"];
    openers += repeat["openers"].strings();
    standing += repeat["standing"].strings();
    behindLists += repeat["behind_lists"].strings();
    joints += repeat["joints"].stringOr({});
    firstPoint = repeat["first_point"].stringOr(firstPoint);
    pointMark = repeat["point_mark"].stringOr(pointMark);

    for (const auto &item : root["misprints"].items()) {
        const LanguageWords::Misprint misprint{item["wrong"].string(), item["right"].string()};
        if (misprint.wrong.size() < 2)
            item["wrong"].fail(Words::tr("it has fewer than two characters"));
        misprints[wordKey(misprint.wrong.left(2))].append(misprint);
    }
    takePatterns(root["misuses"], {"misprint"}, misuses);
}

} // namespace nianbao
