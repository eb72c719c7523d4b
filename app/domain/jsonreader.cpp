// SPDX-License-Identifier: MulanPSL-2.0
#include "jsonreader.h"

#include "cleantext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nianbao {

namespace {

// QJsonDocument turns 190.457379 into a double. Fractions are therefore handed through as strings that begin
// with this private-use character, so that they cannot be taken for text.
constexpr char kExactMark[] = "\xEE\x80\x80"; // U+E000
const QChar kExactMarkChar(0xE000);

QByteArray withExactFractions(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + 64);
    const auto isNumberChar = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    for (qsizetype i = 0; i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            qsizetype end = i + 1;
            while (end < json.size() && json[end] != '"')
                end += json[end] == '\\' ? 2 : 1;
            out += json.mid(i, end + 1 - i);
            i = end + 1;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            qsizetype end = i;
            while (end < json.size() && isNumberChar(json[end]))
                ++end;
            const QByteArray number = json.mid(i, end - i);
            // twelve digits and six places are all that a figure may have; longer integers must not be
            // rounded
            const bool exact = number.contains('.') || number.size() > 15;
            out += exact ? '"' + QByteArray(kExactMark) + number + '"' : number;
            i = end;
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

} // namespace

JsonCursor::JsonCursor(QJsonValue value, QString path, Fault *fault)
    : m_value(std::move(value)), m_path(std::move(path)), m_fault(fault)
{ }

JsonCursor JsonCursor::parse(const QByteArray &json, Fault &fault)
{
    QByteArray text = json;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    QJsonParseError problem{};
    const auto document = QJsonDocument::fromJson(withExactFractions(text), &problem);
    if (problem.error != QJsonParseError::NoError) {
        // the position is that of the text with marks: count lines, which the marks do not change
        const auto line = withExactFractions(text).left(problem.offset).count('\n') + 1;
        fault.first = Error{fault.code, Words::tr("line %1").arg(line),
            Words::tr("The text is not valid JSON: %1").arg(problem.errorString())};
    }
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    return JsonCursor(root, QString(), &fault);
}

JsonCursor JsonCursor::member(const QString &key) const
{
    const QString path = m_path.isEmpty() ? key : m_path + u'.' + key;
    if (m_value.isUndefined() || !expect(m_value.isObject(), Words::tr("an object is expected here")))
        return JsonCursor(QJsonValue(QJsonValue::Undefined), path, m_fault);
    return JsonCursor(m_value.toObject().value(key), path, m_fault);
}

QList<JsonCursor> JsonCursor::items() const
{
    QList<JsonCursor> result;
    if (!exists() || !expect(m_value.isArray(), Words::tr("a list is expected here")))
        return result;
    const auto array = m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        result.append(JsonCursor(array[i], QStringLiteral("%1[%2]").arg(m_path).arg(i), m_fault));
    return result;
}

QStringList JsonCursor::keys() const
{
    if (!exists() || !expect(m_value.isObject(), Words::tr("an object is expected here")))
        return {};
    return m_value.toObject().keys();
}

QString JsonCursor::string() const
{
    if (!expect(m_value.isString() && !m_value.toString().startsWith(kExactMarkChar),
            Words::tr("a text is expected here")))
        return {};
    QList<char32_t> lost;
    const QString text = cleanText(m_value.toString(), Lines::Many, &lost);
    if (!lost.isEmpty()) {
        const QString words = QStringLiteral("%1: %2").arg(m_path, characterWords(lost));
        if (!m_fault->removed.contains(words)) // the same text may be asked for twice
            m_fault->removed.append(words);
    }
    return text;
}

QString JsonCursor::stringOr(const QString &fallback) const { return exists() ? string() : fallback; }

int JsonCursor::integer() const
{
    const double number = m_value.toDouble(-1e12);
    const int whole = m_value.toInt(-1);
    if (!expect(m_value.isDouble() && double(whole) == number, Words::tr("a whole number is expected here")))
        return 0;
    return whole;
}

int JsonCursor::integerOr(int fallback) const { return exists() ? integer() : fallback; }

bool JsonCursor::booleanOr(bool fallback) const
{
    if (!exists() || !expect(m_value.isBool(), Words::tr("true or false is expected here")))
        return fallback;
    return m_value.toBool();
}

double JsonCursor::positive() const
{
    double number = m_value.toDouble();
    if (m_value.isString() && m_value.toString().startsWith(kExactMarkChar))
        number = m_value.toString().mid(1).toDouble();
    expect(number > 0, Words::tr("a number above zero is expected here"));
    return number;
}

QString JsonCursor::figure() const
{
    if (m_value.isString()) {
        const QString text = m_value.toString();
        return text.startsWith(kExactMarkChar) ? text.mid(1) : text;
    }
    if (!expect(m_value.isDouble(), Words::tr("a number is expected here")))
        return {};
    return QString::number(m_value.toInteger());
}

void JsonCursor::fail(const QString &reason) const
{
    if (!m_fault->first)
        m_fault->first = Error{m_fault->code, m_path, reason};
}

bool JsonCursor::expect(bool right, const QString &what) const
{
    if (!right)
        fail(what);
    return right;
}

} // namespace nianbao
