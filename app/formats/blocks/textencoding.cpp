// SPDX-License-Identifier: MulanPSL-2.0
#include "textencoding.h"

#include <QStringDecoder>

#include <algorithm>

namespace nianbao {

namespace {

std::optional<DecodedText> decoded(QStringDecoder decoder, const QByteArray &bytes, const QString &name)
{
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return DecodedText{text, name};
}

std::optional<DecodedText> marked(const QByteArray &bytes)
{
    struct Mark {
        const char *start;
        QStringConverter::Encoding encoding;
    };
    static constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", QStringConverter::Utf8},
        {"\xFF\xFE", QStringConverter::Utf16LE}, {"\xFE\xFF", QStringConverter::Utf16BE}};
    for (const Mark &mark : kMarks) {
        if (bytes.startsWith(mark.start))
            return decoded(QStringDecoder(mark.encoding), bytes,
                QLatin1String(QStringConverter::nameForEncoding(mark.encoding)));
    }
    return std::nullopt;
}

std::optional<DecodedText> asUtf8(const QByteArray &bytes)
{
    return decoded(QStringDecoder(QStringConverter::Utf8), bytes, QStringLiteral("UTF-8"));
}

std::optional<DecodedText> asGb18030(const QByteArray &bytes)
{
    auto text = decoded(QStringDecoder("GB18030"), bytes, QStringLiteral("GB18030"));
    if (!text)
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
    if (auto text = marked(bytes))
        return text;
    if (auto text = asUtf8(bytes))
        return text;
    return asGb18030(bytes);
}

std::optional<DecodedText> decodeText(const QByteArray &bytes, const QString &named)
{
    const QString name = named.trimmed().toLower();
    const bool isGb = name.startsWith(u"gb") || name == u"cp936" || name == u"x-gbk" || name == u"ms936";
    if (!name.isEmpty() && !isGb && name != u"utf-8" && name != u"utf8" && !marked(bytes)) {
        if (auto text = decoded(QStringDecoder(name.toLatin1().constData()), bytes, name.toUpper()))
            return text;
    }
    if (isGb && !marked(bytes)) {
        if (auto text = asGb18030(bytes))
            return text;
    }
    return decodeText(bytes);
}

} // namespace nianbao
