// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlmarkup.h"

namespace nianbao::html {

QString words(const QString &text)
{
    QString markup;
    markup.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'&')
            markup += QStringLiteral("&amp;");
        else if (c == u'<')
            markup += QStringLiteral("&lt;");
        else if (c == u'>')
            markup += QStringLiteral("&gt;");
        else if (c == u'\n')
            markup += QStringLiteral("<br>");
        else if (c == u' ' && i > 0 && text.at(i - 1) == u' ')
            markup += QStringLiteral("&nbsp;"); // browsers show one of several blanks
        else
            markup += c;
    }
    return markup;
}

QString attribute(const QString &text)
{
    QString markup = text.toHtmlEscaped();
    for (QChar &c : markup) {
        if (c == u'\n' || c == u'\t')
            c = u' ';
    }
    return markup;
}

} // namespace nianbao::html
