// SPDX-License-Identifier: MulanPSL-2.0
#include "meanings.h"

#include "jsonreader.h"
#include "lexicon.h"
#include "ruleset.h"
#include "spec.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <deque>

namespace nianbao {

namespace {

/// All of the file, and the bytes that its sentences point to.
struct Meanings {
    QString format{};
    QList<Meaning> wordings{};
    QHash<QString, Phrase> counts{};
    std::deque<QByteArray> bytes{};

    Meanings();
    Phrase name(const JsonCursor &json);
};

Meanings::Meanings()
{
    QFile file(QStringLiteral(":/rules/meanings.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const JsonCursor root = JsonCursor::parse(file.readAll(), fault);
    format = root["format"].string();
    for (const QString &key : root["counts"].keys())
        counts.insert(key, name(root["counts"].member(key)));
    const auto phrases = RuleSet().words().phrases;
    for (const JsonCursor &json : root["wordings"].items()) {
        const QString tag = json["tag"].string();
        const auto shipped = std::find_if(phrases->begin(), phrases->end(),
            [&](const RuleWords::PhraseClass &phrase) { return nameOf(Tag(phrase.tag)) == tag; });
        if (shipped == phrases->end())
            json["tag"].fail(QStringLiteral("no phrase has it"));
        else
            wordings.append({tag, shipped->counts, shipped->reads.first(), shipped->notReads.first(),
                name(json["name"])});
    }
    if (fault.first)
        qFatal("%s: %s %s", qPrintable(file.fileName()), qPrintable(fault.first->where),
            qPrintable(fault.first->detail));
}

Phrase Meanings::name(const JsonCursor &json)
{
    const auto both = json.items();
    const auto kept = [&](qsizetype i) {
        bytes.push_back(both.value(i, json).string().toUtf8());
        return bytes.back().constData();
    };
    return Phrase(Sentence{kept(0), kept(1)});
}

const Meanings &all()
{
    static const Meanings meanings;
    return meanings;
}

/// Words of the newest form: 予以公开.
Phrase rowName(const QString &row)
{
    for (const TableSpec &table : shippedForms().last()->tables) {
        if (table.rows.contains(row) || table.rowGroups.contains(row))
            return table.nameOfRow(row);
    }
    return row;
}

} // namespace

const QList<Meaning> &meanings() { return all().wordings; }

QString wordingFormat() { return all().format; }

Phrase countName(const QString &counts)
{
    const auto known = all().counts.constFind(counts);
    if (known != all().counts.constEnd())
        return *known;
    const auto ofWhole = all().counts.constFind(counts.section(u'.', 0, 0));
    if (ofWhole != all().counts.constEnd())
        return *ofWhole;
    QList<Phrase> rows;
    for (const QString &row : counts.split(u'+'))
        rows.append(rowName(row));
    return Phrase::joined(rows, QStringLiteral("＋"));
}

} // namespace nianbao
