// SPDX-License-Identifier: MulanPSL-2.0
#include "paragraphs.h"

#include "livefigures.h"

#include <algorithm>

namespace nianbao {

namespace {

/// Zero only when it is known to be zero: a blank figure stays a gap that shows.
bool isNone(const Report &report, const QString &expression)
{
    const LiveValue value = evaluateLive(report, expression);
    return value.state == LiveValue::State::Known && value.amount && value.amount->isZero();
}

/// Whether the sentence for none stands instead; without figures it never does.
bool areNone(const Report &report, const QStringList &figures)
{
    return !figures.isEmpty()
        && std::all_of(figures.begin(), figures.end(),
            [&report](const QString &figure) { return isNone(report, figure); });
}

/// "政府网站12条、微信公众号3条", each number a live figure.
QString channelWords(const Report &report)
{
    QStringList parts;
    for (const Channel &channel : report.channels()) {
        if (channel.name.contains(u'"') || channel.name.isEmpty() || !channelCount(channel))
            continue;
        parts.append(QStringLiteral("%1%2条").arg(
            channel.name, liveMarkup(QStringLiteral("channels[\"%1\"]").arg(channel.name))));
    }
    return parts.join(QStringLiteral("、"));
}

} // namespace

QString draftParagraph(const Report &report, const DraftSpec &draft)
{
    const QString year = QString::number(report.year());
    const QString channels = channelWords(report);
    QString text;
    for (const DraftSpec::Clause &clause : draft.clauses) {
        const bool lists = clause.text.contains(QStringLiteral("{channels}"));
        const bool none = lists ? channels.isEmpty() : areNone(report, clause.of);
        QString words = none ? clause.none : clause.text;
        words.replace(QStringLiteral("{year}"), year);
        text += words.replace(QStringLiteral("{channels}"), channels);
        if (none && clause.ends)
            break;
    }
    return text;
}

} // namespace nianbao
