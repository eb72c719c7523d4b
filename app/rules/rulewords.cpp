// SPDX-License-Identifier: MulanPSL-2.0
#include "rulewords.h"

#include "jsonreader.h"
#include "lexicon.h"
#include "meanings.h"
#include "numberwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckRules)
};

/// Words that texts are searched for.
QStringList nonEmpty(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items()) {
        list.append(item.string());
        if (list.last().isEmpty())
            item.fail(Words::tr("it is empty"));
    }
    return list;
}

QStringList patterns(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items()) {
        list.append(item.string());
        if (!QRegularExpression(list.last()).isValid())
            item.fail(Words::tr("“%1” is no regular expression").arg(list.last()));
    }
    return list;
}

/// More alternatives to those there are.
void takePatterns(const JsonCursor &json, QString &expression)
{
    QStringList all = patterns(json);
    if (!expression.isEmpty())
        all.prepend(expression);
    expression = all.join(u'|');
}

QStringList mentions(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items()) {
        list.append(item.string());
        if (!Mentions::isPattern(list.last()))
            item.fail(Words::tr("“%1” is no pattern of words").arg(list.last()));
    }
    return list;
}

/// Words of an aspect that is there already are added to it. What only looks like it is passed over whole.
void takeAspects(const JsonCursor &json, QList<RuleWords::Aspect> &aspects)
{
    for (const auto &item : json.items()) {
        const QString name = item["aspect"].string();
        auto known = std::find_if(aspects.begin(), aspects.end(),
            [&](const RuleWords::Aspect &aspect) { return aspect.name == name; });
        if (known == aspects.end())
            known = aspects.insert(aspects.end(), {name});
        known->said.count(mentions(item["words"]));
        known->said.passOver(mentions(item["not"]));
    }
}

/// 收悉…件: the word, when what stands behind the gap is a counting word; else empty.
QString wordOfPattern(const QString &pattern)
{
    const QString word = pattern.section(u'…', 0, 0).trimmed();
    const QString unit = pattern.section(u'…', -1).trimmed();
    const bool hasGap = pattern.contains(u'…');
    return !hasGap || numberWords().counting.contains(unit) ? word : QString();
}

QStringList offeredTags()
{
    QStringList tags;
    for (const Meaning &meaning : meanings())
        tags.append(meaning.tag);
    return tags;
}

RuleWords::PhraseClass phraseClass(const JsonCursor &json, const QString &source)
{
    RuleWords::PhraseClass phrase;
    const QString tag = json["tag"].string();
    if (const auto known = tagNamed(tag))
        phrase.tag = int(*known);
    else
        json["tag"].fail(Words::tr("There is no meaning “%1”. Take one of: %2.")
                             .arg(tag, offeredTags().join(QStringLiteral(", "))));
    phrase.counts = json["counts"].stringOr({});
    phrase.words = json["words"].strings();
    phrase.reads = json["reads"].strings();
    phrase.notReads = json["not"].strings();
    phrase.source = source;
    if (phrase.words.isEmpty())
        json["words"].fail(Words::tr("The wording is missing. Write it as in: %1.").arg(wordingFormat()));
    for (QString &word : phrase.words)
        word = wordOfPattern(word);
    for (const auto &word : json["words"].items()) {
        if (wordOfPattern(word.string()).isEmpty())
            word.fail(Words::tr(
                "“%1” is no wording. Write hanzi alone, or with … and a counting word behind, as in: %2.")
                          .arg(word.string(), wordingFormat()));
    }
    static const char *const kReads = "reads";
    for (const char *key : {kReads, "not"}) {
        if (json[key].items().isEmpty())
            json[key].fail(key == kReads
                    ? Words::tr("An example is missing: a sentence that must be read so, its figure in [ ].")
                    : Words::tr(
                        "An example is missing: a sentence that must not be read so, its figure in [ ]."));
        for (const auto &sentence : json[key].items()) {
            const QString words = sentence.string();
            if (words.count(u'[') != 1 || words.count(u']') != 1 || words.indexOf(u']') < words.indexOf(u'['))
                sentence.fail(Words::tr(
                    "The example “%1” has no figure in [ ], or more than one. Mark one figure, as in [7].")
                                  .arg(words));
        }
    }
    return phrase;
}

void takePhrases(const JsonCursor &json, RuleWords &words, const QString &source)
{
    const auto items = json.items();
    if (items.isEmpty())
        return;
    auto more = std::make_shared<QList<RuleWords::PhraseClass>>(*words.phrases);
    for (qsizetype i = 0; i < items.size(); ++i)
        more->append(phraseClass(items[i], QStringLiteral("%1[%2]").arg(source).arg(i)));
    words.phrases = more;
}

void takeYear(const JsonCursor &json, RuleWords &words)
{
    words.comparison += json["comparison"].strings();
    words.comparisonBehind += json["comparison_behind"].strings();
    words.thisYear += json["this_year"].strings();
    words.since += json["since"].strings();
    words.standing += json["standing"].strings();
    words.enacted += json["enacted"].strings();
    words.documents += json["documents"].strings();
    words.deeds += json["deeds"].strings();
    words.matters += json["matters"].strings();
    words.carried += json["carried"].strings();
    words.plan += json["plan"].strings();
    words.planHeadings += json["plan_headings"].strings();
    words.until += json["until"].strings();
    words.partOfName += json["part_of_name"].strings();
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
    take("multiple", words.multiplePattern);
    words.joints += json["joints"].strings();
    words.listed += json["listed"].strings();
}

/// Limits are replaced, lists grow.
void take(const JsonCursor &root, RuleWords &words)
{
    const auto limits = root["limits"];
    words.overviewCharacters = limits["overview_characters"].integerOr(words.overviewCharacters);
    words.problemsCharacters = limits["problems_characters"].integerOr(words.problemsCharacters);
    words.copyPercent = limits["copy_percent"].integerOr(words.copyPercent);
    words.copyPassagePercent = limits["copy_passage_percent"].integerOr(words.copyPassagePercent);
    words.copyCharacters = limits["copy_characters"].integerOr(words.copyCharacters);
    words.copyShortest = limits["copy_shortest"].integerOr(words.copyShortest);
    words.exampleHeading = root["example_heading"].stringOr(words.exampleHeading);
    words.exampleBody = root["example_body"].stringOr(words.exampleBody);
    words.ownNames += nonEmpty(root["own_names"]);
    const auto units = root["units"];
    words.units.requests += units["requests"].strings();
    words.units.requestsUnsaid += units["requests_unsaid"].strings();
    words.units.disputes += units["disputes"].strings();
    words.units.documents += units["documents"].strings();
    words.units.items += units["items"].strings();
    words.units.published += units["published"].strings();
    words.units.people += units["people"].strings();
    words.units.kinds += units["kinds"].strings();
    words.siteItems += root["site_items"].strings();
    for (const auto &kind : root["site_kinds"].items())
        words.siteKinds.append(kind.strings());
    words.units.money += units["money"].strings();
    takePhrases(root["phrases"], words, QStringLiteral("phrases"));
    takeAspects(root["cover"], words.cover);
    takeAspects(root["cover_of_governments"], words.coverOfGovernments);
    takeAspects(root["sub_sections"], words.subSections);
    words.government = root["government"].stringOr(words.government);
    takePatterns(root["fee"], words.fee);
    takePatterns(root["nothing_else"], words.nothingElse);
    takePatterns(root["measures"], words.measures);
    if (words.numerals.isEmpty()) { // of what ships only: no office counts in another way
        words.numerals = root["numbering"]["numerals"].stringOr({});
        words.handNumber = root["numbering"]["mark"].stringOr({});
    }
    takePatterns(root["secrecy"], words.secrecy);
    for (const auto &item : root["citations"].items()) {
        const QString wrong = item["wrong"].string();
        const QString find = item["find"].stringOr(wrong);
        if (find.isEmpty() || !wrong.contains(find))
            item.fail(Words::tr("“%1” does not stand in “%2”").arg(find, wrong));
        words.citations.append(
            {wrong, item["right"].string(), find, item["why"].string(), item["from_year"].integerOr(0)});
    }
    words.language.take(root);
    words.replaced += root["replaced"].strings();
    words.templates += root["templates"].strings();
    words.masked += root["masked"].strings();
    words.remains = QRegularExpression(
        QStringLiteral("(?<masked>%1)|(?:%2)")
            .arg(words.masked.isEmpty() ? QStringLiteral("(?!)") : words.masked.join(u'|'),
                words.templates.join(u'|')));
    if (!words.remains.isValid()) {
        for (const auto &item : root["templates"].items() + root["masked"].items()) {
            if (!QRegularExpression(item.string()).isValid())
                item.fail(Words::tr("“%1” is no regular expression").arg(item.string()));
        }
    }
    takeYear(root["year"], words);
    words.ordinaryBodies += nonEmpty(root["other_body"]["ordinary"]);
    words.wordsBeforeBodies += nonEmpty(root["other_body"]["verbs_before"]);
    words.accounts += nonEmpty(root["other_body"]["accounts"]);
    words.accountMarks += nonEmpty(root["other_body"]["account_marks"]);
    const auto scopes = root["other_body"]["scopes"];
    words.scopes.whole = scopes["whole"].stringOr(words.scopes.whole);
    words.scopes.city = scopes["city"].stringOr(words.scopes.city);
    words.scopes.places += nonEmpty(scopes["places"]);
    words.scopes.directs += nonEmpty(scopes["directs"]);
    words.scopes.excuses += nonEmpty(scopes["excuses"]);
    words.scopes.excusesBehind += nonEmpty(scopes["excuses_behind"]);
}

} // namespace

RuleWords RuleWords::shipped()
{
    RuleWords words;
    const auto take = [&words](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(path));
        const QByteArray json = file.readAll();
        auto more = words.with(json);
        if (!more)
            qFatal("%s: %s %s", qPrintable(path), qPrintable(more.error().where),
                qPrintable(more.error().detail));
        words = std::move(*more);
        return json;
    };
    const QByteArray lists = take(QStringLiteral(":/rules/words.json"));
    JsonCursor::Fault fault{ErrorCode::BadJson};
    takeDates(JsonCursor::parse(lists, fault)["dates"], words.dates); // no lists: nobody adds to them
    take(QStringLiteral(":/rules/language.json"));
    const QString phrases = QStringLiteral(":/rules/phrases/");
    for (const QString &name : QDir(phrases).entryList(QDir::Files, QDir::Name))
        take(phrases + name);
    return words;
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
