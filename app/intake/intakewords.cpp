// SPDX-License-Identifier: MulanPSL-2.0
#include "intakewords.h"

#include "jsonreader.h"

#include <QFile>

#include <algorithm>

namespace nianbao {

namespace {

IntakeWords wordsIn(const JsonCursor &root)
{
    IntakeWords words;
    for (const QString &section : root["sections"].keys())
        words.sections.insert(section, root["sections"].member(section).strings());
    words.report = root["report"].strings();
    words.matter = root["matter"].strings();
    words.templates = root["template"].strings();
    words.contents = root["contents"].strings();
    words.instructions = root["instructions"].strings();
    words.beforeTables = root["before_tables"].strings();
    words.furnitureBegins = root["furniture"]["begins"].strings();
    words.furnitureContains = root["furniture"]["contains"].strings();
    for (const QString &fact : root["facts"].keys())
        words.facts.append({QStringLiteral("organisation.") + fact, root["facts"].member(fact).strings()});
    words.contactBefore = root["contact"]["before"].strings();
    words.contactAfter = root["contact"]["after"].strings();
    words.publishedBefore = root["published_at"]["before"].strings();
    words.publishedEnds = root["published_at"]["ends"].strings();
    for (const QString &kind : root["bodies"].keys())
        words.bodies.insert(kind, root["bodies"].member(kind).string());
    words.runningNumbers = root["running_numbers"].strings();
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
