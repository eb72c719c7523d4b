// SPDX-License-Identifier: MulanPSL-2.0
#include "officewords.h"

#include "clock.h"
#include "jsonline.h"
#include "jsonreader.h"
#include "wholefile.h"
#include "writewhole.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OfficeWords)
};

constexpr qint64 kMostBytes = 4'000'000; // fifty times what is shipped
const QString kName = QStringLiteral("nianbao/words.json");
const QString kPhrases = QStringLiteral("phrases");
const QString kNames = QStringLiteral("own_names");
const QString kTag = QStringLiteral("tag");
const QString kCounts = QStringLiteral("counts");
const QString kWords = QStringLiteral("words");
const QString kReads = QStringLiteral("reads");
const QString kNot = QStringLiteral("not");

/// The file that is read, of this user or of the machine; empty: there is none.
QString foundPath() { return QStandardPaths::locate(QStandardPaths::GenericConfigLocation, kName); }

Error badWords(const QString &path, int line, const QString &reason)
{
    return {ErrorCode::BadWords, path, QStringLiteral("%1\n%2").arg(line).arg(reason)};
}

/// Of a text that is no JSON at all. What the reader of JSON calls it helps nobody who has only this file.
std::optional<Error> brokenJson(const QByteArray &json, const QString &path)
{
    JsonCursor::Fault fault{ErrorCode::BadWords};
    static_cast<void>(JsonCursor::parse(json, fault));
    if (!fault.first)
        return std::nullopt;
    return badWords(path, fault.line,
        Words::tr(
            "Look at the quotation marks, commas and brackets of this line and of the one before; they are "
            "half-width ones."));
}

/// What stands at a path, with its line. Of a phrase the sentence tells enough; of others the path says what
/// is meant.
Error badValue(const QString &path, const QByteArray &json, const Error &error)
{
    const bool isOfPhrase = error.where.startsWith(kPhrases) && error.where.contains(u'.');
    const QString reason = isOfPhrase || error.where.isEmpty()
        ? error.detail
        : error.where + QStringLiteral(": ") + error.detail;
    return badWords(path, lineOfPath(json, error.where), reason);
}

OfficeWording wordingFrom(const JsonCursor &json, const QJsonObject &object)
{
    OfficeWording wording{json["tag"].stringOr({}), json["counts"].stringOr({}), json["words"].strings(),
        json["reads"].strings(), json["not"].strings(), object};
    for (const QString &key : {kTag, kCounts, kWords, kReads, kNot})
        wording.rest.remove(key);
    return wording;
}

QJsonObject objectOf(const OfficeWording &wording)
{
    QJsonObject object = wording.rest;
    object.insert(kTag, wording.tag);
    if (!wording.counts.isEmpty())
        object.insert(kCounts, wording.counts);
    object.insert(kWords, QJsonArray::fromStringList(wording.words));
    object.insert(kReads, QJsonArray::fromStringList(wording.reads));
    object.insert(kNot, QJsonArray::fromStringList(wording.notReads));
    return object;
}

} // namespace

Result<RuleSet> rulesWith(const QByteArray &json, const QString &path)
{
    if (auto broken = brokenJson(json, path))
        return *broken;
    RuleSet rules;
    const auto taken = rules.addWords(json);
    if (!taken)
        return badValue(path, json, taken.error());
    return rules;
}

Result<RuleSet> officeRules()
{
    const QString path = foundPath();
    if (path.isEmpty())
        return RuleSet();
    const auto content = readWholeFile(path, kMostBytes);
    return content ? rulesWith(*content, path) : Result<RuleSet>(content.error());
}

RuleSet rulesInForce()
{
    const auto rules = officeRules();
    return rules ? *rules : RuleSet();
}

QString officeWordsPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)).filePath(kName);
}

Result<QString> putOfficeWordsAside()
{
    const QString path = officeWordsPath();
    const QString aside = path + now().toString(QStringLiteral(".yyyyMMdd-HHmmss"));
    if (!QFile::rename(path, aside))
        return Error{ErrorCode::WriteFailed, path};
    return aside;
}

QString withMarkedFigure(const QString &example)
{
    if (example.contains(u'[') || example.contains(u']'))
        return example;
    qsizetype start = -1;
    qsizetype end = -1;
    for (qsizetype i = 0; i < example.size(); ++i) {
        if (!example[i].isDigit())
            continue;
        if (start >= 0 && end < i)
            return example; // which of two is meant, is not guessed
        if (start < 0)
            start = i;
        end = i + 1;
    }
    if (start < 0)
        return example;
    QString marked = example;
    return marked.insert(end, u']').insert(start, u'[');
}

Result<OfficeWords> OfficeWords::load()
{
    OfficeWords words;
    const QString path = foundPath();
    if (path.isEmpty())
        return words;
    const auto content = readWholeFile(path, kMostBytes);
    if (!content)
        return content.error();
    words.m_loaded = *content;
    if (auto broken = brokenJson(*content, path))
        return *broken;
    JsonCursor::Fault fault{ErrorCode::BadWords};
    const JsonCursor root = JsonCursor::parse(*content, fault);
    words.m_others = QJsonDocument::fromJson(*content).object();
    const QJsonArray phrases = words.m_others.take(kPhrases).toArray();
    words.m_others.remove(kNames);
    const auto items = root["phrases"].items();
    for (qsizetype i = 0; i < items.size(); ++i)
        words.wordings.append(wordingFrom(items[i], phrases[i].toObject()));
    words.names = root["own_names"].strings();
    if (fault.first)
        return badValue(path, *content, *fault.first);
    if (const auto taken = rulesWith(*content, path); !taken)
        words.m_fault = taken.error();
    return words;
}

QList<PhraseFault> OfficeWords::faults() const
{
    QJsonArray phrases;
    for (const OfficeWording &wording : wordings)
        phrases.append(objectOf(wording));
    return phraseFaults(RuleSet().words(), phrases);
}

QByteArray OfficeWords::json() const
{
    QJsonObject root = m_others;
    QJsonArray phrases;
    for (const OfficeWording &wording : wordings)
        phrases.append(objectOf(wording));
    if (!phrases.isEmpty())
        root.insert(kPhrases, phrases);
    if (!names.isEmpty())
        root.insert(kNames, QJsonArray::fromStringList(names));
    return QJsonDocument(root).toJson();
}

Result<RuleSet> OfficeWords::save() const
{
    const QString found = foundPath();
    const auto there = found.isEmpty() ? Result<QByteArray>(QByteArray()) : readWholeFile(found, kMostBytes);
    if (!there)
        return there.error();
    if (*there != m_loaded)
        return Error{ErrorCode::WordsChanged, found.isEmpty() ? officeWordsPath() : found};
    const QString path = officeWordsPath();
    const QByteArray bytes = json();
    auto rules = rulesWith(bytes, path);
    // what a person cannot mend here is told with the line that he would look for
    if (!rules)
        return m_fault && faults().isEmpty() ? *m_fault : rules.error();
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (const auto written = writeWhole(path, bytes); !written)
        return written.error();
    return rules;
}

} // namespace nianbao
