// SPDX-License-Identifier: MulanPSL-2.0
#include "textencoding.h"

#include <QStringDecoder>

#include <algorithm>

namespace nianbao {

namespace {

using Flag = QStringConverter::Flag;

std::optional<DecodedText> decoded(QStringDecoder decoder, const QByteArray &bytes, const QString &name)
{
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return DecodedText{text, name};
}

/// The encoding that a mark at the beginning tells.
std::optional<QStringConverter::Encoding> markedEncoding(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return QStringConverter::Utf8;
    if (bytes.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// Stateless: half a character at the end is an error, too.
std::optional<DecodedText> asUnicode(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    if (encoding != QStringConverter::Utf8 && bytes.size() % 2 != 0) // which Qt passes over
        return std::nullopt;
    return decoded(QStringDecoder(encoding, Flag::Stateless), bytes,
        QLatin1String(QStringConverter::nameForEncoding(encoding)));
}

/// A UTF-8 text with a fault or two (cut off, glued together): GB18030 would make a text of it, but not this
/// one.
bool isDamagedUtf8(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto faults = text.count(QChar::ReplacementCharacter);
    const auto others = std::count_if(text.cbegin(), text.cend(),
        [](QChar c) { return c.unicode() > 0x7F && c != QChar::ReplacementCharacter; });
    constexpr qsizetype kOneIn = 10; // of GB18030 read as UTF-8, most is a fault
    return others > faults * kOneIn;
}

std::optional<DecodedText> asGb18030(const QByteArray &bytes)
{
    if (isDamagedUtf8(bytes))
        return std::nullopt;
    auto text = decoded(QStringDecoder("GB18030", Flag::Stateless), bytes, QStringLiteral("GB18030"));
    if (!text || text->text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    const auto isPrivate = [](QChar c) { return c.unicode() >= 0xE000 && c.unicode() <= 0xF8FF; };
    const auto found = std::count_if(text->text.cbegin(), text->text.cend(), isPrivate);
    constexpr qsizetype kFewest = 4, kOneIn = 50; // a rare character of a name or two is no sign
    if (found >= kFewest && found * kOneIn > text->text.size())
        return std::nullopt;
    return text;
}

} // namespace

std::optional<DecodedText> decodeText(const QByteArray &bytes)
{
    if (const auto encoding = markedEncoding(bytes))
        return asUnicode(bytes, *encoding);
    if (auto text = asUnicode(bytes, QStringConverter::Utf8))
        return text;
    return asGb18030(bytes);
}

std::optional<DecodedText> decodeText(const QByteArray &bytes, const QString &named)
{
    if (markedEncoding(bytes))
        return decodeText(bytes);
    const QString name = named.trimmed().toLower();
    const bool isGb = name.startsWith(u"gb") || name == u"cp936" || name == u"x-gbk" || name == u"ms936";
    if (isGb) {
        if (auto text = asGb18030(bytes))
            return text;
    } else if (!name.isEmpty() && name != u"utf-8" && name != u"utf8") {
        auto text
            = decoded(QStringDecoder(name.toLatin1().constData(), Flag::Stateless), bytes, name.toUpper());
        if (text && !text->text.contains(QChar::ReplacementCharacter))
            return text;
    }
    return decodeText(bytes);
}

} // namespace nianbao
