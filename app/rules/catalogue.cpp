// SPDX-License-Identifier: MulanPSL-2.0
#include "catalogue.h"

#include "jsonreader.h"
#include "remedies.h"

#include <QDir>
#include <QFile>

#include <map>

namespace nianbao {

namespace {

struct Entry {
    RuleWording wording{};
    Sentence remedy{};
    std::map<QByteArray, Saying> says{};
    std::map<QByteArray, Sentence> words{};
};

/// All entries, and the bytes that their sentences point to. Neither moves once it is read.
class Catalogue {
public:
    Catalogue()
    {
        const QDir folder(QStringLiteral(":/rules"));
        for (const QString &name : folder.entryList({QStringLiteral("catalogue*.json")}, QDir::Files))
            read(folder.filePath(name));
    }

    const Entry &entry(const char *id) const
    {
        const auto found = m_entries.find(id);
        if (found == m_entries.end())
            qFatal("the catalogue has no rule %s", id);
        return found->second;
    }

private:
    void read(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        JsonCursor::Fault fault{ErrorCode::BadJson};
        const JsonCursor root = JsonCursor::parse(file.readAll(), fault);
        for (const QString &id : root.keys())
            m_entries[id.toUtf8()] = entryFrom(root.member(id));
        if (fault.first)
            qFatal("%s: %s", qPrintable(path), qPrintable(fault.first->where));
    }

    Entry entryFrom(const JsonCursor &json)
    {
        Entry entry;
        if (json["title"].exists())
            entry.wording = {sentence(json["title"]), sentence(json["text"]), json["wrong"].verbatim(),
                json["right"].verbatim()};
        if (json["remedy"].exists())
            entry.remedy = sentence(json["remedy"]);
        for (const QString &key : json["says"].keys()) {
            const JsonCursor said = json["says"].member(key);
            entry.says[key.toUtf8()] = {sentence(said["title"]), sentence(said["message"])};
        }
        for (const QString &key : json["words"].keys())
            entry.words[key.toUtf8()] = sentence(json["words"].member(key));
        return entry;
    }

    Sentence sentence(const JsonCursor &json)
    {
        const auto both = json.items();
        if (both.size() != 2)
            qFatal("the catalogue: %s is no sentence in two languages", qPrintable(json.path()));
        return {kept(both.first()), kept(both.last())};
    }

    const char *kept(const JsonCursor &json)
    {
        m_bytes.push_back(json.verbatim().toUtf8());
        return m_bytes.back().constData();
    }

    std::map<QByteArray, Entry> m_entries{};
    QList<QByteArray> m_bytes{};
};

const Entry &entry(const char *id)
{
    static const Catalogue all;
    return all.entry(id);
}

template <typename Value>
const Value &valueOf(const std::map<QByteArray, Value> &values, const char *id, const char *key)
{
    const auto found = values.find(key);
    if (found == values.end())
        qFatal("the catalogue of %s does not say %s", id, key);
    return found->second;
}

constexpr const char *kCommon = "COMMON";

} // namespace

const RuleWording &wordingOf(const Rule &rule) { return entry(rule.id).wording; }

const Sentence &remedyOf(const Rule &rule) { return entry(rule.id).remedy; }

const Saying &sayingOf(const Rule &rule, const char *key)
{
    return valueOf(entry(rule.id).says, rule.id, key);
}

bool hasSaying(const Rule &rule, const char *key) { return entry(rule.id).says.contains(key); }

const Sentence &ruleSentence(const Rule &rule, const char *key)
{
    return valueOf(entry(rule.id).words, rule.id, key);
}

const Sentence &commonSentence(const char *key) { return valueOf(entry(kCommon).words, kCommon, key); }

} // namespace nianbao
