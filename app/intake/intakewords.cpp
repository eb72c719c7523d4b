// SPDX-License-Identifier: MulanPSL-2.0
#include "intakewords.h"

#include "jsonreader.h"

#include <QFile>

#include <algorithm>

namespace nianbao {

namespace {

QStringList listIn(const JsonCursor &json)
{
    QStringList list;
    for (const auto &item : json.items())
        list.append(item.string());
    return list;
}

IntakeWords wordsIn(const JsonCursor &root)
{
    IntakeWords words;
    for (const QString &section : root["sections"].keys())
        words.sections.insert(section, listIn(root["sections"].member(section)));
    words.report = listIn(root["report"]);
    words.matter = listIn(root["matter"]);
    words.templates = listIn(root["template"]);
    words.contents = listIn(root["contents"]);
    words.instructions = listIn(root["instructions"]);
    words.beforeTables = listIn(root["before_tables"]);
    words.furnitureBegins = listIn(root["furniture"]["begins"]);
    words.furnitureContains = listIn(root["furniture"]["contains"]);
    for (const QString &fact : root["facts"].keys())
        words.facts.append({QStringLiteral("organisation.") + fact, listIn(root["facts"].member(fact))});
    words.contactBefore = listIn(root["contact"]["before"]);
    words.contactAfter = listIn(root["contact"]["after"]);
    words.publishedBefore = listIn(root["published_at"]["before"]);
    words.publishedEnds = listIn(root["published_at"]["ends"]);
    for (const QString &kind : root["bodies"].keys())
        words.bodies.insert(kind, root["bodies"].member(kind).string());
    words.runningNumbers = listIn(root["running_numbers"]);
    words.figure = root["figure"].string();
    words.lostPicture = QRegularExpression(root["lost_picture"].string());
    return words;
}

} // namespace

const IntakeWords &IntakeWords::shipped()
{
    static const IntakeWords words = [] {
        QFile file(QStringLiteral(":/intake/texts.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the words of other documents are missing");
        JsonCursor::Fault fault{ErrorCode::BadJson};
        IntakeWords read = wordsIn(JsonCursor::parse(file.readAll(), fault));
        if (fault.first || !read.lostPicture.isValid())
            qFatal("the words of other documents: %s",
                qPrintable(fault.first ? fault.first->where : read.lostPicture.errorString()));
        return read;
    }();
    return words;
}

bool beginsWithOneOf(const QString &text, const QStringList &words)
{
    return std::any_of(
        words.begin(), words.end(), [&text](const QString &word) { return text.startsWith(word); });
}

bool holdsOneOf(const QString &text, const QStringList &words)
{
    return std::any_of(
        words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace nianbao
