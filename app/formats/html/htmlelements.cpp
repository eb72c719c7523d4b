// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlelements.h"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace nianbao {

namespace {

struct NamedKind {
    const char *name;
    ElementKind kind;
};

// in the order of their names
constexpr NamedKind kKinds[] = {
    {"address", ElementKind::Block},
    {"applet", ElementKind::Unseen},
    {"article", ElementKind::Block},
    {"aside", ElementKind::Block},
    {"audio", ElementKind::Unseen},
    {"blockquote", ElementKind::Block},
    {"body", ElementKind::Block},
    {"br", ElementKind::LineBreak},
    {"canvas", ElementKind::Unseen},
    {"caption", ElementKind::Caption},
    {"center", ElementKind::Block},
    {"datalist", ElementKind::Unseen},
    {"dd", ElementKind::Block},
    {"del", ElementKind::Unseen},
    {"details", ElementKind::Block},
    {"dialog", ElementKind::Block},
    {"dir", ElementKind::PlainList},
    {"div", ElementKind::Block},
    {"dl", ElementKind::Block},
    {"dt", ElementKind::Block},
    {"fieldset", ElementKind::Block},
    {"figcaption", ElementKind::Block},
    {"figure", ElementKind::Block},
    {"footer", ElementKind::Block},
    {"form", ElementKind::Block},
    {"h1", ElementKind::Heading},
    {"h2", ElementKind::Heading},
    {"h3", ElementKind::Heading},
    {"h4", ElementKind::Heading},
    {"h5", ElementKind::Heading},
    {"h6", ElementKind::Heading},
    {"header", ElementKind::Block},
    {"hr", ElementKind::Block},
    {"iframe", ElementKind::Unseen},
    {"img", ElementKind::Picture},
    {"legend", ElementKind::Block},
    {"li", ElementKind::Item},
    {"main", ElementKind::Block},
    {"math", ElementKind::Unseen},
    {"menu", ElementKind::PlainList},
    {"nav", ElementKind::Block},
    {"noframes", ElementKind::Unseen},
    {"noscript", ElementKind::Unseen},
    {"object", ElementKind::Unseen},
    {"ol", ElementKind::OrderedList},
    {"optgroup", ElementKind::Block},
    {"option", ElementKind::Block},
    {"p", ElementKind::Block},
    {"pre", ElementKind::Preformatted},
    {"rp", ElementKind::Unseen},
    {"rt", ElementKind::Unseen},
    {"script", ElementKind::Unseen},
    {"section", ElementKind::Block},
    {"select", ElementKind::Block},
    {"style", ElementKind::Unseen},
    {"summary", ElementKind::Block},
    {"svg", ElementKind::Unseen},
    {"table", ElementKind::Table},
    {"tbody", ElementKind::RowGroup},
    {"td", ElementKind::Cell},
    {"template", ElementKind::Unseen},
    {"textarea", ElementKind::Preformatted},
    {"tfoot", ElementKind::RowGroup},
    {"th", ElementKind::HeadCell},
    {"thead", ElementKind::HeadGroup},
    {"title", ElementKind::Title},
    {"tr", ElementKind::Row},
    {"ul", ElementKind::PlainList},
    {"video", ElementKind::Unseen},
    {"xml", ElementKind::Unseen},
};

} // namespace

ElementKind elementKind(QByteArrayView name)
{
    const auto found = std::lower_bound(std::begin(kKinds), std::end(kKinds), name,
        [](const NamedKind &kind, QByteArrayView wanted) { return QByteArrayView(kind.name) < wanted; });
    return found != std::end(kKinds) && name == QByteArrayView(found->name) ? found->kind
                                                                            : ElementKind::Inline;
}

bool ElementAttributes::has(const char *name) const
{
    for (const unsigned char **at = m_attributes; at && *at; at += 2) {
        if (qstricmp(reinterpret_cast<const char *>(*at), name) == 0)
            return true;
    }
    return false;
}

QByteArrayView ElementAttributes::value(const char *name) const
{
    for (const unsigned char **at = m_attributes; at && *at; at += 2) {
        if (qstricmp(reinterpret_cast<const char *>(*at), name) == 0)
            return at[1] ? QByteArrayView(reinterpret_cast<const char *>(at[1])) : QByteArrayView();
    }
    return {};
}

int ElementAttributes::number(const char *name, int otherwise) const
{
    const QByteArray words = value(name).toByteArray().trimmed();
    qsizetype digits = words.startsWith('-') ? 1 : 0;
    while (digits < words.size() && std::isdigit(static_cast<unsigned char>(words.at(digits))))
        ++digits; // as browsers: 3px is 3
    bool isNumber = false;
    const int number = words.left(digits).toInt(&isNumber);
    if (isNumber)
        return number;
    constexpr qsizetype kFewDigits = 9;
    return digits > kFewDigits ? (words.startsWith('-') ? -1'000'000'000 : 1'000'000'000) : otherwise;
}

QByteArray ElementAttributes::style() const
{
    const QByteArrayView words = value("style");
    QByteArray style(words.size(), Qt::Uninitialized);
    char *to = style.data();
    for (const char *at = words.begin(); at != words.end(); ++at) {
        const char c = *at;
        if (c > 0 && c <= ' ')
            continue;
        *to++ = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    style.truncate(to - style.constData());
    return style;
}

QByteArray styleValue(const QByteArray &style, QByteArrayView property)
{
    for (auto at = style.indexOf(property); at >= 0; at = style.indexOf(property, at + 1)) {
        const auto colon = at + property.size();
        if ((at > 0 && style.at(at - 1) != ';') || colon >= style.size() || style.at(colon) != ':')
            continue;
        const auto end = style.indexOf(';', colon);
        return style.mid(colon + 1, end < 0 ? -1 : end - colon - 1);
    }
    return {};
}

} // namespace nianbao
