// SPDX-License-Identifier: MulanPSL-2.0
#include "facts.h"

#include "bodykinds.h"
#include "jsonparts.h"
#include "kept.h"
#include "taking.h"
#include "textcleaner.h"

#include <QHash>

#include <array>

namespace nianbao {

namespace {

enum class Size { Line, Names, Text }; // what bounds.h allows

/// A fact and where a file says it. Its key is the path there.
struct FactPlace {
    const char *key;
    const char *object; // of the file; empty: top level
    const char *name;
};

constexpr std::array kFactPlaces{FactPlace{fact::kTitle, "", "title"},
    FactPlace{fact::kIntroduction, "", "introduction"}, FactPlace{fact::kSource, "", "source"},
    FactPlace{fact::kDate, "", "date"}, FactPlace{fact::kSignature, "", "signature"},
    FactPlace{fact::kName, "organisation", "name"}, FactPlace{fact::kShortName, "organisation", "short_name"},
    FactPlace{fact::kKind, "organisation", "kind"}, FactPlace{fact::kOffice, "organisation", "office"},
    FactPlace{fact::kAddress, "organisation", "address"}, FactPlace{fact::kPhone, "organisation", "phone"},
    FactPlace{fact::kFax, "organisation", "fax"}, FactPlace{fact::kPostcode, "organisation", "postcode"},
    FactPlace{fact::kEmail, "organisation", "email"}, FactPlace{fact::kWebsite, "organisation", "website"},
    FactPlace{fact::kWebsiteName, "organisation", "website_name"},
    FactPlace{fact::kAllowedWords, "", "allowed_words"}, FactPlace{fact::kDrafted, "people", "drafted"},
    FactPlace{fact::kChecked, "people", "checked"},
    FactPlace{fact::kCountersigned, "people", "countersigned"}, FactPlace{fact::kSigned, "people", "signed"}};

bool isTableNote(const QString &key) { return key.startsWith(QLatin1String(fact::kTableNote)); }

bool isKnown(const ReportSpec &spec, const QString &key)
{
    return isTableNote(key) ? spec.table(TableId(key.mid(qsizetype(qstrlen(fact::kTableNote))))) != nullptr
                            : fact::allKeys().contains(key);
}

Size sizeOf(const QString &key)
{
    if (key == QLatin1String(fact::kIntroduction) || isTableNote(key))
        return Size::Text;
    return key == QLatin1String(fact::kNames) || key == QLatin1String(fact::kAllowedWords) ? Size::Names
                                                                                           : Size::Line;
}

} // namespace

const QStringList &fact::allKeys()
{
    static const QStringList keys = [] {
        QStringList list;
        for (const char *key : {kTitle, kIntroduction, kSource, kName, kShortName, kKind, kOffice, kAddress,
                 kPhone, kFax, kPostcode, kEmail, kWebsite, kWebsiteName, kNames, kDate, kSignature, kDrafted,
                 kChecked, kCountersigned, kSigned, kAllowedWords})
            list.append(QLatin1String(key));
        return list;
    }();
    return keys;
}

QDate dateFrom(const QString &text)
{
    // Qt's own reader of ISO dates takes 2026/01/20 and whatever follows
    const bool isShaped = text.size() == 10 && text[4] == u'-' && text[7] == u'-';
    return isShaped ? QDate::fromString(text, QStringLiteral("yyyy-MM-dd")) : QDate();
}

qsizetype Facts::textSize() const
{
    qsizetype size = 0;
    for (const QString &value : m_facts)
        size += value.size();
    return size;
}

void Facts::take(const SetFact &step, Taking &taking)
{
    const QString value = step.value.value_or(QString());
    const QString before = m_facts.value(step.key);
    const bool isDate = step.key == QLatin1String(fact::kDate);
    if (!taking.restores && isDate && !value.isEmpty() && !dateFrom(value).isValid())
        taking.refuse({ErrorCode::BadDate, step.key, shortened(value)});
    if (const Size size = sizeOf(step.key); size == Size::Text)
        taking.checkText(value, before, step.key);
    else
        taking.checkSize(
            value.size(), size == Size::Names ? bounds::kNames : bounds::kLine, before.size(), step.key);
    if (!isKnown(taking.report.spec(), step.key))
        taking.refuse({ErrorCode::UnknownFact, step.key});
    if (taking.put<SetFact>(m_facts, step.key, step.value))
        taking.delta.facts.insert(step.key);
}

void Facts::addTexts(Change &change) const
{
    for (const auto &[key, value] : m_facts.asKeyValueRange())
        change.steps.append(SetFact{key, value});
}

void Facts::read(JsonIn &in)
{
    QHash<QString, QStringList> known{{QStringLiteral("organisation"), {QStringLiteral("names")}}};
    for (const FactPlace &place : kFactPlaces) {
        const auto value = (*place.object ? in.root[place.object] : in.root)[place.name];
        known[QLatin1String(place.object)].append(QLatin1String(place.name));
        if (value.exists() && !value.isNull())
            in.change.steps.append(SetFact{QLatin1String(place.key), value.string()});
    }
    const auto organisation = in.root["organisation"];
    if (!organisation["name"].exists())
        organisation["name"].fail(JsonWords::tr("the name of the organisation is missing"));
    if (const auto names = organisation["names"]; names.exists()) {
        QStringList list;
        for (const auto &name : names.items())
            list.append(name.string());
        in.change.steps.append(SetFact{QLatin1String(fact::kNames), list.join(u'\n')});
    }
    if (const auto kind = organisation["kind"];
        !in.isOwn && kind.exists() && !kind.isNull() && !bodyKinds().contains(kind.string()))
        kind.fail(JsonWords::tr("the kind is one of: %1").arg(bodyKinds().join(QStringLiteral(", "))));
    if (const auto date = in.root["date"]; !in.isOwn && date.exists() && !date.isNull()
        && !date.string().isEmpty() && !dateFrom(date.string()).isValid())
        date.fail(ErrorCode::BadDate, shortened(date.string()));
    for (const char *object : {"organisation", "people"})
        in.noticeUnknown(in.root[object], known.value(QLatin1String(object)));
}

void Facts::readTableNotes(JsonIn &in)
{
    const auto notes = in.root["table_notes"];
    for (const QString &key : notes.keys()) {
        if (!in.spec.table(TableId(key)))
            notes.member(key).fail(JsonWords::tr("the form has no such table"));
        else if (!notes.member(key).isNull())
            in.change.steps.append(
                SetFact{QLatin1String(fact::kTableNote) + key, notes.member(key).string()});
    }
}

void Facts::write(JsonOut &out) const
{
    QHash<QString, QJsonObject> objects;
    for (const FactPlace &place : kFactPlaces) {
        const auto value = m_facts.constFind(QLatin1String(place.key));
        if (value != m_facts.constEnd())
            (*place.object ? objects[QLatin1String(place.object)] : out.root)
                .insert(QLatin1String(place.name), *value);
    }
    QJsonObject organisation = objects.value(QStringLiteral("organisation"));
    if (const auto names = m_facts.constFind(QLatin1String(fact::kNames)); names != m_facts.constEnd())
        organisation.insert(
            QStringLiteral("names"), QJsonArray::fromStringList(cleanText(*names).split(u'\n')));
    if (!organisation.contains(QStringLiteral("name")))
        organisation.insert(QStringLiteral("name"), QJsonValue()); // not the same as an empty one
    out.root.insert(QStringLiteral("organisation"), organisation);
    if (const QJsonObject people = objects.value(QStringLiteral("people")); !people.isEmpty())
        out.root.insert(QStringLiteral("people"), people);
    QJsonObject notes;
    for (const TableSpec &table : out.spec.tables) {
        const auto note = m_facts.constFind(QLatin1String(fact::kTableNote) + table.id.toString());
        if (note != m_facts.constEnd())
            notes.insert(table.id.toString(), *note);
    }
    if (!notes.isEmpty())
        out.root.insert(QStringLiteral("table_notes"), notes);
}

void clean(SetFact &step, TextCleaner &cleaner)
{
    const bool hasManyLines = sizeOf(step.key) != Size::Line || step.key == QLatin1String(fact::kTitle);
    if (step.value)
        cleaner.take(*step.value, hasManyLines ? Lines::Many : Lines::One, step.key);
}

QJsonObject toKept(const SetFact &step, KeptOut &out)
{
    QJsonObject kept = step.value ? keptSplice(out.now.fact(step.key), *step.value) : QJsonObject();
    kept.insert(QStringLiteral("key"), step.key);
    return kept;
}

void fromKept(SetFact &step, KeptIn &in)
{
    step.key = in.text("key");
    if (in.has("put"))
        step.value = in.spliced(in.now.fact(step.key));
}

} // namespace nianbao
