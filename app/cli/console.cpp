// SPDX-License-Identifier: MulanPSL-2.0
#include "console.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace nianbao::console {

namespace {

/// C1 controls, which QJsonDocument leaves as they are and terminals may obey, as \u0080 to \u009f; DEL too.
QByteArray escaped(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const auto c = static_cast<unsigned char>(json[i]);
        const auto next = i + 1 < json.size() ? static_cast<unsigned char>(json[i + 1]) : 0;
        if (c == 0x7F) {
            out += "\\u007f";
        } else if (c == 0xC2 && next >= 0x80 && next <= 0x9F) {
            out += "\\u00" + QByteArray::number(next, 16);
            ++i;
        } else {
            out += json[i];
        }
    }
    return out;
}

} // namespace

QString plainLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        const auto category = c.category();
        if (c == u'\n' || c == u'\t' || c == u'\r' || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph)
            line += u' ';
        else if (category != QChar::Other_Control && category != QChar::Other_Format)
            line += c;
    }
    return line;
}

void print(const QString &line)
{
    QTextStream out(stdout);
    out << plainLine(line) << Qt::endl;
}

void print(const QJsonValue &value)
{
    const auto document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    QTextStream out(stdout);
    out << escaped(document.toJson(QJsonDocument::Indented));
}

void notice(const QString &line)
{
    QTextStream err(stderr);
    err << plainLine(line) << Qt::endl;
}

} // namespace nianbao::console
