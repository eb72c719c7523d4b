// SPDX-License-Identifier: MulanPSL-2.0
#include "rulewords.h"

#include "jsonreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckRules)
};

QStringList strings(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items())
        list.append(item.string());
    return list;
}

QSet<QString> stringSet(const JsonCursor &json)
{
    const QStringList list = strings(json);
    return {list.begin(), list.end()};
}

/// Words of an aspect that is there already are added to it.
void takeAspects(const JsonCursor &json, QList<RuleWords::Aspect> &aspects)
{
    for (const auto &item : json.items()) {
        const QString name = item["aspect"].string();
        const auto known = std::find_if(aspects.begin(), aspects.end(),
            [&](const RuleWords::Aspect &aspect) { return aspect.name == name; });
        if (known == aspects.end())
            aspects.append({name, strings(item["words"])});
        else
            known->words += strings(item["words"]);
    }
}

void takeYear(const JsonCursor &json, RuleWords &words)
{
    words.comparison += strings(json["comparison"]);
    words.comparisonBehind += strings(json["comparison_behind"]);
    words.thisYear += strings(json["this_year"]);
    words.since += strings(json["since"]);
    words.standing += strings(json["standing"]);
    words.enacted += strings(json["enacted"]);
    words.documents += strings(json["documents"]);
    words.deeds += strings(json["deeds"]);
    words.matters += strings(json["matters"]);
    words.carried += strings(json["carried"]);
    words.plan += strings(json["plan"]);
    words.planHeadings += strings(json["plan_headings"]);
    words.until += strings(json["until"]);
    words.partOfName += strings(json["part_of_name"]);
}

void takeDates(const JsonCursor &json, DateWords &words)
{
    const auto take = [&](const char *key, QString &word) { word = json[key].stringOr(word); };
    take("digits", words.digits);
    take("units", words.units);
    take("clause_ends", words.clauseEnds);
    take("sentence_ends", words.sentenceEnds);
    take("year", words.yearPattern);
    take("month", words.monthPattern);
    take("day", words.dayPattern);
    take("date", words.datePattern);
    take("statistics", words.statistics);
    take("periods", words.periods);
    take("begins", words.begins);
    take("ends", words.ends);
    take("between", words.between);
    take("first_day", words.firstDay);
    take("last_day", words.lastDay);
    take("whole_year", words.wholeYear);
    if (const QString ten = json["ten"].stringOr({}); !ten.isEmpty())
        words.ten = ten.front();
    words.joints += strings(json["joints"]);
}

/// Limits are replaced, lists grow.
void take(const JsonCursor &root, RuleWords &words)
{
    const auto limits = root["limits"];
    words.overviewCharacters = limits["overview_characters"].integerOr(words.overviewCharacters);
    words.problemsCharacters = limits["problems_characters"].integerOr(words.problemsCharacters);
    words.copyPercent = limits["copy_percent"].integerOr(words.copyPercent);
    words.copyShortest = limits["copy_shortest"].integerOr(words.copyShortest);
    takeAspects(root["cover"], words.cover);
    takeAspects(root["cover_of_governments"], words.coverOfGovernments);
    for (const auto &item : root["citations"].items())
        words.citations.append(
            {item["wrong"].string(), item["right"].string(), item["find"].stringOr(item["wrong"].string()),
                item["why"].string(), item["from_year"].integerOr(0)});
    words.reduplications += stringSet(root["doubles"]["reduplications"]);
    words.doubleWords += stringSet(root["doubles"]["words"]);
    words.doublePairs += stringSet(root["doubles"]["pairs"]);
    words.gapFollowers += root["gap"]["followers"].stringOr({});
    words.templates += strings(root["templates"]);
    words.remains = QRegularExpression(QStringLiteral("(?:%1)").arg(words.templates.join(u'|')));
    if (!words.remains.isValid()) {
        for (const auto &item : root["templates"].items()) {
            if (!QRegularExpression(item.string()).isValid())
                item.fail(Words::tr("“%1” is no regular expression").arg(item.string()));
        }
    }
    takeYear(root["year"], words);
    words.ordinaryBodies += strings(root["other_body"]["ordinary"]);
    words.wordsBeforeBodies += strings(root["other_body"]["verbs_before"]);
    words.accounts += strings(root["other_body"]["accounts"]);
    words.accountMarks += strings(root["other_body"]["account_marks"]);
}

} // namespace

RuleWords RuleWords::shipped()
{
    QFile file(QStringLiteral(":/rules/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the word lists of the rules are missing");
    const QByteArray json = file.readAll();
    auto words = RuleWords().with(json);
    if (words) { // these are no lists: nobody adds to them
        JsonCursor::Fault fault{ErrorCode::BadJson};
        takeDates(JsonCursor::parse(json, fault)["dates"], words->dates);
    }
    if (!words)
        qFatal("the word lists of the rules: %s", qPrintable(words.error().where));
    return *words;
}

Result<RuleWords> RuleWords::with(const QByteArray &json) const
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    RuleWords more = *this;
    take(JsonCursor::parse(json, fault), more);
    if (fault.first)
        return *fault.first;
    return more;
}

} // namespace nianbao
