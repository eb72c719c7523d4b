// SPDX-License-Identifier: MulanPSL-2.0
#include "richwords.h"

#include <QColor>
#include <QLabel>
#include <QStringList>
#include <QTextEdit>

namespace nianbao {

namespace {

const QString kParagraph = QStringLiteral("<p style=\"white-space:pre-wrap\">");
const QString kBetween = QStringLiteral("</p>") + kParagraph;

} // namespace

/// Each line in a span of its own: a span does not reach beyond its paragraph.
RichWords &RichWords::put(const QString &words, const QString &style)
{
    const QStringList lines = words.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_markup += i > 0 ? kBetween : QString();
        m_markup += style.isEmpty() ? lines[i].toHtmlEscaped()
                                    : QStringLiteral("<span style=\"") + style + QStringLiteral("\">")
                + lines[i].toHtmlEscaped() + QStringLiteral("</span>");
    }
    return *this;
}

RichWords &RichWords::add(const QString &words) { return put(words, {}); }

RichWords &RichWords::bold(const QString &words) { return put(words, QStringLiteral("font-weight:bold")); }

RichWords &RichWords::passage(const QString &words)
{
    return put(words, QStringLiteral("font-weight:bold;text-decoration:underline"));
}

RichWords &RichWords::heading(const QString &words)
{
    newParagraph();
    put(words, QStringLiteral("font-weight:bold;font-size:large"));
    return newParagraph();
}

RichWords &RichWords::coloured(const QString &words, const QColor &colour)
{
    return put(words, QStringLiteral("color:") + colour.name());
}

RichWords &RichWords::onGround(const QString &words, const QColor &ground)
{
    return put(words, QStringLiteral("background-color:") + ground.name(QColor::HexArgb));
}

RichWords &RichWords::struck(const QString &words, const QColor &colour, const QColor &ground)
{
    return put(words,
        QStringLiteral("text-decoration:line-through;color:%1;background-color:%2")
            .arg(colour.name(), ground.name(QColor::HexArgb)));
}

RichWords &RichWords::underlined(const QString &words, const QColor &colour, const QColor &ground)
{
    return put(words,
        QStringLiteral("text-decoration:underline;color:%1;background-color:%2")
            .arg(colour.name(), ground.name(QColor::HexArgb)));
}

RichWords &RichWords::link(const QString &target, const QString &words)
{
    m_markup += QStringLiteral("<a href=\"") + target.toHtmlEscaped() + QStringLiteral("\">")
        + words.toHtmlEscaped() + QStringLiteral("</a>");
    return *this;
}

RichWords &RichWords::newLine()
{
    m_markup += QStringLiteral("<br>");
    return *this;
}

RichWords &RichWords::newParagraph()
{
    m_markup += m_markup.isEmpty() || m_markup.endsWith(kBetween) ? QString() : kBetween;
    return *this;
}

QString RichWords::whole() const { return kParagraph + m_markup + QStringLiteral("</p>"); }

void RichWords::showIn(QLabel *label) const
{
    label->setTextFormat(Qt::RichText);
    label->setText(m_markup.isEmpty() ? QString() : whole());
}

void RichWords::showIn(QTextEdit *text) const { text->setHtml(whole()); }

} // namespace nianbao
