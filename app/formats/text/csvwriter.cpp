// SPDX-License-Identifier: MulanPSL-2.0
#include "csvwriter.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

bool isPlainNumber(const QString &text)
{
    const qsizetype sign = text.startsWith(u'-') ? 1 : 0;
    return text.size() > sign && std::all_of(text.begin() + sign, text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.';
    });
}

/// What a table program would count with, or take for the start of a formula behind what it leaves out.
bool isTakenForFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r＝＋－＠").contains(text.front()) && !isPlainNumber(text);
}

QString field(QString text)
{
    if (isTakenForFormula(text))
        text.prepend(u'\'');
    const bool isQuoted = std::any_of(
        text.begin(), text.end(), [](QChar c) { return QStringView(u"\",;\t\r\n").contains(c); });
    return isQuoted ? u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

QString line(const QStringList &texts)
{
    QStringList fields;
    for (const QString &text : texts)
        fields.append(field(text));
    return fields.join(u',') + QStringLiteral("\r\n");
}

} // namespace

QByteArray csvOf(const Workbook &workbook)
{
    QString text = line(
        {QStringLiteral("cell"), QStringLiteral("label"), QStringLiteral("value"), QStringLiteral("note")});
    for (const Workbook::DataRow &row : workbook.data)
        text += line({row.cell, row.label, row.value, row.note});
    return kByteOrderMark + text.toUtf8();
}

} // namespace nianbao
