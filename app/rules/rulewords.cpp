// SPDX-License-Identifier: MulanPSL-2.0
#include "rulewords.h"

#include "jsonreader.h"
#include "lexicon.h"

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

RuleWords::PhraseClass phraseClass(const JsonCursor &json, const QString &source)
{
    RuleWords::PhraseClass phrase;
    const QString tag = json["tag"].string();
    if (const auto known = tagNamed(tag))
        phrase.tag = int(*known);
    else
        json["tag"].fail(Words::tr("there is no kind of words “%1”").arg(tag));
    phrase.counts = json["counts"].stringOr({});
    phrase.words = strings(json["words"]);
    phrase.reads = strings(json["reads"]);
    phrase.notReads = strings(json["not"]);
    phrase.source = source;
    if (phrase.words.isEmpty())
        json["words"].fail(Words::tr("there are no words"));
    for (const auto &word : json["words"].items()) {
        if (word.string().trimmed().isEmpty())
            word.fail(Words::tr("the word is empty"));
    }
    for (const char *key : {"reads", "not"}) {
        if (json[key].items().isEmpty())
            json[key].fail(Words::tr("an example is missing: a sentence with its figure in [ ]"));
        for (const auto &sentence : json[key].items()) {
            const QString words = sentence.string();
            if (words.count(u'[') != 1 || words.count(u']') != 1 || words.indexOf(u']') < words.indexOf(u'['))
                sentence.fail(Words::tr("the example has no figure in [ ]: “%1”").arg(words));
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
    const auto units = root["units"];
    words.units.requests += strings(units["requests"]);
    words.units.requestsUnsaid += strings(units["requests_unsaid"]);
    words.units.disputes += strings(units["disputes"]);
    words.units.documents += strings(units["documents"]);
    words.units.items += strings(units["items"]);
    words.units.people += strings(units["people"]);
    words.units.money += strings(units["money"]);
    takePhrases(root["phrases"], words, QStringLiteral("phrases"));
    takeAspects(root["cover"], words.cover);
    takeAspects(root["cover_of_governments"], words.coverOfGovernments);
    words.government = root["government"].stringOr(words.government);
    takePatterns(root["fee"], words.fee);
    takePatterns(root["measures"], words.measures);
    words.numerals = root["numbering"]["numerals"].stringOr(words.numerals);
    words.handNumber = root["numbering"]["mark"].stringOr(words.handNumber);
    takePatterns(root["secrecy"], words.secrecy);
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
    words.comparison += strings(root["year"]["comparison"]);
    words.plan += strings(root["year"]["plan"]);
    words.standing += strings(root["year"]["standing"]);
    words.partOfName += strings(root["year"]["part_of_name"]);
    words.ordinaryBodies += strings(root["other_body"]["ordinary"]);
    words.wordsBeforeBodies += strings(root["other_body"]["verbs_before"]);
}

} // namespace

RuleWords RuleWords::shipped()
{
    QFile file(QStringLiteral(":/rules/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the word lists of the rules are missing");
    auto words = RuleWords().with(file.readAll());
    if (!words)
        qFatal("the word lists of the rules: %s", qPrintable(words.error().where));
    for (const QString &name : QDir(QStringLiteral(":/rules/phrases")).entryList(QDir::Files, QDir::Name)) {
        QFile phrases(QStringLiteral(":/rules/phrases/") + name);
        if (!phrases.open(QIODevice::ReadOnly))
            qFatal("phrases cannot be read");
        words = words->with(phrases.readAll());
        if (!words)
            qFatal("%s: %s %s", qPrintable(name), qPrintable(words.error().where),
                qPrintable(words.error().detail));
    }
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
