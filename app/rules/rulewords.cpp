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
    words.language.take(root);
    words.replaced += strings(root["replaced"]);
    words.templates += strings(root["templates"]);
    words.masked += strings(root["masked"]);
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
    RuleWords words;
    for (const char *path : {":/rules/words.json", ":/rules/language.json"}) {
        QFile file{QString::fromLatin1(path)};
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", path);
        auto more = words.with(file.readAll());
        if (!more)
            qFatal("%s: %s", path, qPrintable(more.error().where));
        words = std::move(*more);
    }
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
