// SPDX-License-Identifier: MulanPSL-2.0
#include "jsonreader.h"

#include "amount.h"
#include "cleantext.h"
#include "jsonline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nianbao {

namespace {

// QJsonDocument turns 190.457379 and 123456789012345678 into doubles. Every number is therefore handed
// through as a string: the mark, n, its spelling. A text that begins with the mark gets the mark and s in
// front, so that no text can be taken for a number, whatever it holds.
const QChar kMark(0xE000); // private use
constexpr char kMarkBytes[] = "\xEE\x80\x80";
const QChar kNumber(u'n');
const QChar kText(u's');

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Length of the number that JSON's grammar finds there; 0: none.
qsizetype numberAt(const QByteArray &json, qsizetype start)
{
    qsizetype at = start;
    const auto charAt = [&](qsizetype i) { return i < json.size() ? json[i] : '\0'; };
    const auto skipDigits = [&] {
        const qsizetype from = at;
        while (isDigit(charAt(at)))
            ++at;
        return at > from;
    };
    if (charAt(at) == '-')
        ++at;
    if (charAt(at) == '0')
        ++at;
    else if (!skipDigits())
        return 0;
    if (charAt(at) == '.') {
        ++at;
        if (!skipDigits())
            return 0;
    }
    if (charAt(at) == 'e' || charAt(at) == 'E') {
        ++at;
        if (charAt(at) == '+' || charAt(at) == '-')
            ++at;
        if (!skipDigits())
            return 0;
    }
    const qsizetype end = at;
    while (charAt(at) == ' ' || charAt(at) == '\t' || charAt(at) == '\n' || charAt(at) == '\r')
        ++at;
    return charAt(at) == ':' ? 0 : end - start; // a number is no key
}

QByteArray withSpelledNumbers(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 8);
    for (qsizetype i = 0; i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            qsizetype end = i + 1;
            while (end < json.size() && json[end] != '"')
                end += json[end] == '\\' ? 2 : 1;
            const auto content = QByteArrayView(json).sliced(i + 1);
            out += '"';
            if (content.startsWith(kMarkBytes)
                || content.first(std::min<qsizetype>(6, content.size())).toByteArray().toLower() == "\\ue000")
                out += QByteArray(kMarkBytes) + 's';
            out += QByteArrayView(json).sliced(i + 1, std::min(end + 1, json.size()) - i - 1);
            i = end + 1;
        } else if (const auto length = c == '-' || isDigit(c) ? numberAt(json, i) : 0; length > 0) {
            out += '"' + QByteArray(kMarkBytes) + 'n';
            out += QByteArrayView(json).sliced(i, length);
            out += '"';
            i += length;
        } else if (c == '-' || isDigit(c)) { // no number: the parser says so
            for (; i < json.size() && (isDigit(json[i]) || json[i] == '-'); ++i)
                out += json[i];
        } else {
            out += c;
            ++i;
        }
    }
    return out;
}

/// 1.5e-3 → 0.0015. Exponents beyond every figure end at one that is refused as such.
QString withoutExponent(const QString &spelling)
{
    constexpr int kFarthest = 60;
    const auto mark = spelling.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (mark < 0)
        return spelling;
    const bool isNegative = spelling.startsWith(u'-');
    const QStringView mantissa = QStringView(spelling).first(mark).sliced(isNegative ? 1 : 0);
    bool isSmall = false;
    int exponent = QStringView(spelling).sliced(mark + 1).toInt(&isSmall);
    if (!isSmall)
        exponent = spelling.at(mark + 1) == u'-' ? -kFarthest : kFarthest;
    exponent = std::clamp(exponent, -kFarthest, kFarthest);
    const auto point = mantissa.indexOf(u'.');
    QString digits = mantissa.toString().remove(u'.');
    qsizetype whole = (point < 0 ? mantissa.size() : point) + exponent;
    if (whole <= 0) {
        digits.prepend(QString(1 - whole, u'0'));
        whole = 1;
    }
    if (whole > digits.size())
        digits.append(QString(whole - digits.size(), u'0'));
    const QString plain = whole == digits.size() ? digits : digits.first(whole) + u'.' + digits.sliced(whole);
    return isNegative ? u'-' + plain : plain;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

/// What a file holds may be told, but not all of it.
QString readable(const QString &words)
{
    constexpr qsizetype kLongest = 300;
    return words.size() > kLongest ? words.left(kLongest) + u'…' : words;
}

} // namespace

JsonCursor::JsonCursor(QJsonValue value, QString parent, QString key, qsizetype index, Fault *fault)
    : m_value(std::move(value))
    , m_parent(std::move(parent))
    , m_key(std::move(key))
    , m_index(index)
    , m_fault(fault)
{ }

QString JsonCursor::path() const
{
    if (!m_path && m_index >= 0)
        m_path = QStringLiteral("%1[%2]").arg(m_parent).arg(m_index);
    if (!m_path) {
        const QString name = nameInPath(m_key);
        m_path = m_parent.isEmpty() ? name : m_parent + u'.' + name;
    }
    return *m_path;
}

JsonCursor JsonCursor::parse(const QByteArray &json, Fault &fault)
{
    QByteArray text = json;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    QJsonParseError problem{};
    const QByteArray spelled = withSpelledNumbers(text);
    const auto document = QJsonDocument::fromJson(spelled, &problem);
    if (problem.error != QJsonParseError::NoError) {
        // the position is that of the text with marks: count lines, which the marks do not change
        const auto line
            = QByteArrayView(spelled).first(std::clamp<qsizetype>(problem.offset, 0, spelled.size()));
        fault.line = int(std::count(line.begin(), line.end(), '\n')) + 1;
        fault.first = Error{fault.code, Words::tr("line %1").arg(fault.line),
            Words::tr("The text is not valid JSON: %1").arg(problem.errorString())};
    }
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    return JsonCursor(root, {}, {}, -1, &fault);
}

JsonCursor JsonCursor::member(const QString &key) const
{
    if (m_value.isUndefined()
        || !expect(m_value.isObject(), QT_TRANSLATE_NOOP("Json", "an object is expected here")))
        return JsonCursor(QJsonValue(QJsonValue::Undefined), path(), key, -1, m_fault);
    const QString stored = key.startsWith(kMark) ? kMark + QString(kText) + key : key;
    return JsonCursor(m_value.toObject().value(stored), path(), key, -1, m_fault);
}

QList<JsonCursor> JsonCursor::items() const
{
    QList<JsonCursor> result;
    if (!exists() || !expect(m_value.isArray(), QT_TRANSLATE_NOOP("Json", "a list is expected here")))
        return result;
    const auto array = m_value.toArray();
    result.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        result.append(JsonCursor(array[i], path(), {}, i, m_fault));
    return result;
}

QStringList JsonCursor::strings() const
{
    QStringList list;
    for (const auto &item : items())
        list.append(item.string());
    return list;
}

QStringList JsonCursor::keys() const
{
    if (!exists() || !expect(m_value.isObject(), QT_TRANSLATE_NOOP("Json", "an object is expected here")))
        return {};
    QStringList keys = m_value.toObject().keys();
    for (QString &key : keys) {
        if (key.startsWith(kMark))
            key.remove(0, 2);
    }
    return keys;
}

bool JsonCursor::isNumber() const
{
    const QString text = m_value.toString();
    return text.size() > 2 && text[0] == kMark && text[1] == kNumber;
}

QString JsonCursor::verbatim() const
{
    if (!exists() || !expect(isString(), QT_TRANSLATE_NOOP("Json", "a text is expected here")))
        return {};
    const QString spelled = m_value.toString();
    return spelled.startsWith(kMark) ? spelled.sliced(2) : spelled;
}

QString JsonCursor::string() const
{
    if (!exists())
        expect(false, QT_TRANSLATE_NOOP("Json", "a text is expected here"));
    QList<char32_t> lost;
    const QString text = cleanText(verbatim(), Lines::Many, &lost);
    if (!lost.isEmpty()) {
        const QString words = QStringLiteral("%1: %2").arg(path(), said(characterWords(lost)));
        if (!m_fault->removed.contains(words)) // the same text may be asked for twice
            m_fault->removed.append(words);
    }
    return text;
}

QString JsonCursor::stringOr(const QString &fallback) const { return exists() ? string() : fallback; }

int JsonCursor::integer() const
{
    const auto number = isNumber() ? Amount::parse(figure()) : Result<Amount>(Amount::fromMicros(1));
    const bool isWhole = number && number->decimals() == 0
        && number->absolute() <= Amount::fromInteger(std::numeric_limits<int>::max());
    if (!expect(isWhole, QT_TRANSLATE_NOOP("Json", "a whole number is expected here")))
        return 0;
    return int(number->whole());
}

int JsonCursor::integerOr(int fallback) const { return exists() ? integer() : fallback; }

bool JsonCursor::booleanOr(bool fallback) const
{
    if (!exists() || !expect(m_value.isBool(), QT_TRANSLATE_NOOP("Json", "true or false is expected here")))
        return fallback;
    return m_value.toBool();
}

double JsonCursor::positive() const
{
    const double number = isNumber() ? m_value.toString().sliced(2).toDouble() : 0;
    expect(number > 0, QT_TRANSLATE_NOOP("Json", "a number above zero is expected here"));
    return number;
}

QString JsonCursor::figure() const
{
    if (isNumber())
        return withoutExponent(m_value.toString().sliced(2));
    return expect(m_value.isString(), QT_TRANSLATE_NOOP("Json", "a number is expected here")) ? string()
                                                                                              : QString();
}

void JsonCursor::fail(ErrorCode code, const QString &detail) const
{
    if (!m_fault->first)
        m_fault->first = Error{code, path(), readable(detail)};
}

void JsonCursor::fail(const QString &reason) const
{
    if (!m_fault->first)
        m_fault->first = Error{m_fault->code, path(), readable(reason)};
}

bool JsonCursor::expect(bool right, const char *what) const
{
    if (!right)
        fail(Words::tr(what));
    return right;
}

} // namespace nianbao
