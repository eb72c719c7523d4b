// SPDX-License-Identifier: MulanPSL-2.0
#include "hostilejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nianbao::fuzz {

namespace {

QString longText(Random &random)
{
    const QString part = QString::fromUtf8(random.oneOf<const char *>(
        {"长", "5%", "收到申请3件，", "a", "1", "\n", "（一）", "{{", "“", "第3条"}));
    return part.repeated(random.oneOf({5, 1000, 30'000, 300'000}) / int(part.size()));
}

QJsonValue strange(Random &random)
{
    switch (random.below(10)) {
    case 0: return QJsonValue();
    case 1: return random.chance(50);
    case 2: return double(qint32(random.edge()));
    case 3: return random.oneOf({1e15, 1e300, -1.0, 0.1, 123456789012.0, 9007199254740993.0, 0.0000001});
    case 4: return QJsonArray{1, QStringLiteral("x"), QJsonArray{}};
    case 5: return QJsonObject{{QStringLiteral("x"), 1}};
    case 6:
        return QString::fromUtf8(random.oneOf<const char *>(
            {"", " ", "-", "无", "1 2", "1,000", "１２", "1e9", "-3", "2025-02-30", "/dev/zero"}));
    case 7:
        return QString(QChar(
                   char16_t(random.oneOf({0x1b, 0x0, 0x202e, 0xe000, 0xd800, 0xfffe, 0x7f, 0x85, 0x2028}))))
            + QStringLiteral("x");
    case 8: return QString::fromLatin1(random.bytes(random.below(200)));
    default: return longText(random);
    }
}

/// Goes down at random and changes something there.
QJsonValue changed(const QJsonValue &value, Random &random, int depth)
{
    if (depth > 0 && random.chance(18))
        return strange(random);
    if (value.isObject() && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        const QString key = keys[random.below(keys.size())];
        const int what = random.below(100);
        if (what < 6)
            object.remove(key);
        else if (what < 12)
            object.insert(random.chance(50) ? longText(random).left(3000) : QStringLiteral("\u001b[2J"),
                strange(random));
        else if (what < 16)
            object.insert(keys[random.below(keys.size())], object.value(key));
        else
            object.insert(key, changed(object.value(key), random, depth + 1));
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const int at = random.below(array.size());
        const int what = random.below(100);
        if (what < 8)
            array.removeAt(at);
        else if (what < 14)
            for (int i = random.oneOf({1, 30, 700}); i > 0; --i)
                array.append(array.at(at));
        else
            array[at] = changed(array.at(at), random, depth + 1);
        return array;
    }
    return strange(random);
}

QByteArray brokenText(QByteArray json, Random &random)
{
    switch (random.below(8)) {
    case 0: json.truncate(random.below(json.size())); break;
    case 1: json.insert(random.below(json.size()), random.bytes(1 + random.below(20))); break;
    case 2:
        json.insert(random.below(json.size()),
            random.oneOf<const char *>(
                {"{", "}", "[", "]", "\"", ",", ":", "1e999", "-", "\\u0000", "\\ud800", "\xef\xbb\xbf"}));
        break;
    case 3: json.prepend(QByteArray(random.oneOf({5, 600, 200'000}), random.oneOf({'[', ' ', '{'}))); break;
    case 4: json = QByteArray("{\"a\":").repeated(random.oneOf({5, 600, 100'000})) + json; break;
    case 5:
        json.insert(random.below(json.size()),
            QByteArray::number(random.word()).repeated(random.oneOf({1, 9, 20'000})));
        break;
    case 6: json.replace(random.below(json.size()), 1, random.bytes(1)); break;
    default: std::reverse(json.begin() + random.below(json.size()), json.end());
    }
    return json;
}

} // namespace

QByteArray brokenJson(const QByteArray &json, Random &random)
{
    if (random.chance(35))
        return brokenText(json, random);
    QJsonValue value = QJsonDocument::fromJson(json).object();
    for (int i = random.chance(60) ? 0 : random.below(8); i >= 0; --i)
        value = changed(value, random, 0);
    return QJsonDocument(value.toObject())
        .toJson(random.chance(50) ? QJsonDocument::Compact : QJsonDocument::Indented);
}

} // namespace nianbao::fuzz
