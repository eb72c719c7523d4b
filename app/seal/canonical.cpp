// SPDX-License-Identifier: MulanPSL-2.0
#include "canonical.h"

#include "charts.h"
#include "cleantext.h"
#include "keptstep.h"
#include "livefigures.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

void writeText(const QString &text, QByteArray &out)
{
    out += '"';
    for (const char byte : text.toUtf8()) {
        switch (byte) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            if (const auto code = static_cast<unsigned char>(byte); code < 0x20)
                out += "\\u00" + QByteArray(1, byte).toHex();
            else
                out += byte;
        }
    }
    out += '"';
}

void write(const QJsonValue &value, QByteArray &out);

void writeObject(const QJsonObject &object, QByteArray &out)
{
    QStringList keys = object.keys();
    std::sort(keys.begin(), keys.end()); // QString compares UTF-16 code units, as RFC 8785 wants it
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            out += ',';
        writeText(keys[i], out);
        out += ':';
        write(object.value(keys[i]), out);
    }
    out += '}';
}

void writeArray(const QJsonArray &array, QByteArray &out)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        write(array[i], out);
    }
    out += ']';
}

void write(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; return;
    case QJsonValue::Double: {
        constexpr double kExact = 9007199254740991; // 2^53 - 1
        Q_ASSERT(value.toDouble() == std::trunc(value.toDouble()) && std::abs(value.toDouble()) <= kExact);
        out += QByteArray::number(value.toInteger());
        return;
    }
    case QJsonValue::String: writeText(value.toString(), out); return;
    case QJsonValue::Array: writeArray(value.toArray(), out); return;
    case QJsonValue::Object: writeObject(value.toObject(), out); return;
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    out += "null";
}

/// What is blank is left out; in a list it keeps its place.
void put(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    const bool isBlank = value.isNull() || value == QJsonValue(QString())
        || value == QJsonValue(QJsonObject()) || value == QJsonValue(QJsonArray());
    if (!isBlank)
        object.insert(key, value);
}

QJsonValue textOf(const std::optional<qint64> &count)
{
    return count ? QJsonValue(QString::number(*count)) : QJsonValue();
}

QString resolved(const Report &report, const QString &text) { return shownText(report, text).text; }

/// Null for a total that was declared otherwise and that nobody has taken yet: which of the two figures holds
/// is not said.
QJsonValue figureOf(const Report &report, const CellId &cell)
{
    const auto value = report.isOpen(cell) ? std::nullopt : report.value(cell);
    return value ? QJsonValue(value->toString()) : QJsonValue();
}

QJsonObject organisationOf(const Report &report)
{
    const QString prefix = QStringLiteral("organisation."); // the key of a fact is its path
    QJsonObject object;
    for (const auto &[key, value] : report.facts().asKeyValueRange()) {
        if (key == QLatin1String(fact::kNames))
            put(object, QStringLiteral("names"),
                QJsonArray::fromStringList(cleanText(value).split(u'\n', Qt::SkipEmptyParts)));
        else if (key.startsWith(prefix))
            put(object, key.mid(prefix.size()), value);
    }
    return object;
}

QJsonObject sectionsOf(const Report &report)
{
    QJsonObject sections;
    for (const SectionSpec &section : report.spec().sections) {
        QJsonArray list;
        for (const SubSection &sub : report.subSections(section.id)) {
            QJsonObject object;
            put(object, QStringLiteral("heading"), resolved(report, sub.heading));
            put(object, QStringLiteral("text"), resolved(report, sub.text));
            list.append(object);
        }
        put(sections, section.id.toString(), list);
    }
    return sections;
}

QJsonObject tablesOf(const Report &report)
{
    QJsonObject tables;
    for (const TableSpec &table : report.spec().tables) {
        QJsonObject rows;
        for (const CellId &cell : table.cells) {
            QJsonValue figure = figureOf(report, cell);
            if (const QString note = report.note(cell); !note.isEmpty()) {
                QJsonObject noted;
                put(noted, QStringLiteral("value"), figure);
                put(noted, QStringLiteral("note"), note);
                figure = noted;
            }
            QJsonObject row = rows.value(cell.row()).toObject();
            put(row, cell.column(), figure);
            put(rows, cell.row(), row);
        }
        put(tables, table.id.toString(), rows);
    }
    return tables;
}

QJsonObject tableNotesOf(const Report &report)
{
    QJsonObject notes;
    for (const TableSpec &table : report.spec().tables)
        put(notes, table.id.toString(), report.fact(QLatin1String(fact::kTableNote) + table.id.toString()));
    return notes;
}

QJsonArray channelsOf(const Report &report)
{
    QJsonArray channels;
    for (const Channel &channel : report.channels()) {
        QJsonArray categories;
        for (const Category &category : channel.categories) {
            QJsonObject object;
            put(object, QStringLiteral("name"), category.name);
            put(object, QStringLiteral("count"), textOf(category.count));
            categories.append(object);
        }
        QJsonObject object;
        put(object, QStringLiteral("name"), channel.name);
        put(object, QStringLiteral("count"), textOf(channel.count));
        put(object, QStringLiteral("categories"), categories);
        channels.append(object);
    }
    return channels;
}

/// None for a chart that cannot be drawn.
QJsonArray drawnBy(const Report &report, const QString &chart)
{
    QJsonArray values;
    const ChartFigures figures = chartFigures(report, chart);
    if (!figures.isDrawable())
        return values;
    for (const ChartFigures::Value &value : figures.values) {
        QJsonObject object;
        put(object, QStringLiteral("label"), value.label);
        put(object, QStringLiteral("count"), textOf(value.count));
        if (figures.form == ChartFigures::Form::Pairs)
            put(object, QStringLiteral("before"), textOf(value.before));
        values.append(object);
    }
    return values;
}

QJsonArray illustrationsOf(const Report &report)
{
    QJsonArray list;
    for (const Illustration &illustration : report.illustrations()) {
        QJsonObject object{{QStringLiteral("after_paragraph"), illustration.afterParagraph}};
        put(object, QStringLiteral("section"), illustration.place.toString());
        put(object, QStringLiteral("kind"), illustration.kind);
        put(object, QStringLiteral("caption"), illustration.caption);
        put(object, QStringLiteral("file"), illustration.file);
        put(object, QStringLiteral("chart"), illustration.chart);
        if (illustration.kind == u"chart")
            put(object, QStringLiteral("values"), drawnBy(report, illustration.chart));
        put(object, QStringLiteral("picture"),
            illustration.picture.isEmpty() ? illustration.lostPicture : keyOf(illustration.picture));
        list.append(object);
    }
    return list;
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    write(value, out);
    return out;
}

QByteArray canonicalForm(const Report &report)
{
    QJsonObject root{{QStringLiteral("form"), report.spec().id}, {QStringLiteral("year"), report.year()},
        {QStringLiteral("revision"), report.review().revision}};
    put(root, QStringLiteral("title"), report.fact(fact::kTitle));
    put(root, QStringLiteral("introduction"), resolved(report, report.fact(fact::kIntroduction)));
    put(root, QStringLiteral("organisation"), organisationOf(report));
    put(root, QStringLiteral("sections"), sectionsOf(report));
    put(root, QStringLiteral("tables"), tablesOf(report));
    put(root, QStringLiteral("table_notes"), tableNotesOf(report));
    put(root, QStringLiteral("channels"), channelsOf(report));
    put(root, QStringLiteral("date"), report.fact(fact::kDate));
    put(root, QStringLiteral("signature"), report.fact(fact::kSignature));
    put(root, QStringLiteral("figures"), illustrationsOf(report));
    return canonicalJson(root);
}

} // namespace nianbao
