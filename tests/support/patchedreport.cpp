// SPDX-License-Identifier: MulanPSL-2.0
#include "patchedreport.h"

#include "reportplaces.h"
#include "testreports.h"

#include <QJsonArray>

namespace nianbao::test {

namespace {

std::optional<Amount> amount(const QJsonValue &value)
{
    return value.isNull() ? std::nullopt : std::optional(Amount::fromInteger(value.toInteger()));
}

QList<SubSection> subSections(const QJsonArray &array)
{
    QList<SubSection> list;
    for (const auto &item : array)
        list.append({item[QStringLiteral("heading")].toString(), item[QStringLiteral("text")].toString()});
    return list;
}

/// The steps a patch of a fixture stands for.
QList<Step> steps(const Report &report, const QJsonObject &patch)
{
    QList<Step> list;
    const auto object = [&](const char *key) { return patch.value(QLatin1String(key)).toObject(); };
    const QJsonObject facts = object("facts");
    for (auto it = facts.constBegin(); it != facts.constEnd(); ++it)
        list.append(SetFact{it.key(), it.value().toString()});
    const QJsonObject cells = object("cells");
    for (auto it = cells.constBegin(); it != cells.constEnd(); ++it)
        list.append(SetCell{CellId(it.key()), amount(it.value())});
    const QJsonObject declared = object("declared");
    for (auto it = declared.constBegin(); it != declared.constEnd(); ++it)
        list.append(SetDeclared{CellId(it.key()), Declared{amount(it.value())}});
    const QJsonObject sections = object("sections");
    for (auto it = sections.constBegin(); it != sections.constEnd(); ++it) {
        const SectionId section(it.key());
        for (qsizetype i = report.subSections(section).size(); i > 0; --i)
            list.append(RemoveSubSection{section, int(i) - 1});
        int index = 0;
        for (const SubSection &sub : subSections(it.value().toArray()))
            list.append(InsertSubSection{section, index++, sub});
    }
    const QJsonObject added = object("add");
    for (auto it = added.constBegin(); it != added.constEnd(); ++it) {
        int index = int(report.subSections(SectionId(it.key())).size());
        for (const SubSection &sub : subSections(it.value().toArray()))
            list.append(InsertSubSection{SectionId(it.key()), index++, sub});
    }
    const QJsonObject texts = object("texts");
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it)
        list.append(*withTextAt(report, *Place::parse(it.key()), it.value().toString()));
    if (patch.contains(QStringLiteral("channels"))) {
        QList<Channel> channels;
        for (const auto &item : patch.value(QStringLiteral("channels")).toArray()) {
            Channel channel{
                item[QStringLiteral("name")].toString(), item[QStringLiteral("count")].toInteger(), {}};
            for (const auto &category : item[QStringLiteral("categories")].toArray())
                channel.categories.append({category[QStringLiteral("name")].toString(),
                    category[QStringLiteral("count")].toInteger()});
            channels.append(channel);
        }
        list.append(SetChannels{channels});
    }
    if (patch.contains(QStringLiteral("prior")))
        list.append(
            SetPrior{std::make_shared<const Report>(faultless({object("prior")}, report.year() - 1))});
    return list;
}

} // namespace

Report faultless(const QList<QJsonObject> &patches, int yearBefore)
{
    QString form = QStringLiteral("2021");
    int year = yearBefore > 0 ? yearBefore : 2021;
    for (const QJsonObject &patch : patches) {
        form = patch.value(QStringLiteral("form")).toString(form);
        year = patch.value(QStringLiteral("year")).toInt(year);
    }
    Report report = filledReport(form, year);
    for (const QJsonObject &patch : patches) {
        Change change{{}, steps(report, patch), {}};
        change.restores = true; // what a file of an older version may hold
        if (const auto done = report.apply(change); !done)
            qFatal("the patch cannot be put on: %s", qPrintable(done.error().where));
    }
    return report;
}

} // namespace nianbao::test
