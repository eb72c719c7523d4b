// SPDX-License-Identifier: MulanPSL-2.0
#include "textreplace.h"

#include "cleantext.h"
#include "reportplaces.h"

#include <algorithm>

namespace nianbao {

namespace {

/// All {{…}} of a text, one after the other.
QStringList liveMarkups(const QString &text)
{
    QStringList all;
    for (auto opening = text.indexOf(u"{{"); opening >= 0;) {
        const auto closing = text.indexOf(u"}}", opening);
        if (closing < 0)
            break;
        all.append(text.mid(opening, closing + 2 - opening));
        opening = text.indexOf(u"{{", closing + 2);
    }
    return all;
}

template <typename Named> bool isNameOf(const QList<Named> &list, const QString &name)
{
    return std::any_of(list.begin(), list.end(), [&name](const Named &one) { return one.name == name; });
}

class Replacer {
public:
    Replacer(const Report &report, const TextQuery &query, const QString &words)
        : m_after(report)
        , m_query(query)
        , m_needle(folded(cleanText(query.words, Lines::One), query))
        , m_words(words)
    { }

    /// In one text, at all its hits.
    Result<> replace(const Place &place, QList<Place> hits)
    {
        const auto before = textAt(m_after, place);
        const auto all = int(hits.size());
        if (!before) {
            m_made.left += all;
            return {};
        }
        std::sort(hits.begin(), hits.end(),
            [](const Place &one, const Place &other) { return one.start() > other.start(); });
        QString text = *before;
        qsizetype end = text.size(); // from here on it is done
        int count = 0;
        for (const Place &hit : std::as_const(hits)) {
            const bool isThere = hit.hasRange() && hit.start() + hit.length() <= end
                && folded(before->mid(hit.start(), hit.length()), m_query) == m_needle;
            if (!isThere)
                continue;
            text.replace(hit.start(), hit.length(), m_words);
            end = hit.start();
            ++count;
        }
        if (text == *before) { // the same words, or none was there
            m_made.left += all - count;
            return {};
        }
        if (!mayStand(place, *before, text)) {
            m_made.left += all;
            return {};
        }
        m_made.count += count;
        m_made.left += all - count;
        return take(stepFor(place, *before, text));
    }

    TextReplacement made() { return std::move(m_made); }

private:
    bool mayStand(const Place &place, const QString &before, const QString &text) const
    {
        if (liveMarkups(before) != liveMarkups(text))
            return false;
        const auto &channels = m_after.channels();
        switch (place.kind()) {
        case Place::Kind::Fact:
            return place.factKey() != QLatin1String(fact::kDate)
                && place.factKey() != QLatin1String(fact::kKind);
        case Place::Kind::Channel: return !text.trimmed().isEmpty() && !isNameOf(channels, text);
        case Place::Kind::Category:
            return !text.trimmed().isEmpty()
                && std::none_of(channels.begin(), channels.end(),
                    [&text](const Channel &channel) { return isNameOf(channel.categories, text); });
        default: return true;
        }
    }

    Step stepFor(const Place &place, const QString &before, const QString &text) const
    {
        if (place.kind() == Place::Kind::Fact && text.trimmed().isEmpty())
            return SetFact{place.factKey(), std::nullopt};
        if (place.kind() != Place::Kind::Category)
            return *withTextAt(m_after, place, text);
        auto channels = m_after.channels();
        for (Channel &channel : channels) {
            for (Category &category : channel.categories) {
                if (category.name == before)
                    category.name = text;
            }
        }
        return SetChannels{channels};
    }

    /// Lists that are changed as a whole are one step, the last one.
    Result<> take(const Step &step)
    {
        const auto done = m_after.apply(Change::of({}, step));
        if (!done)
            return done.error();
        const bool isList
            = std::holds_alternative<SetChannels>(step) || std::holds_alternative<SetIllustrations>(step);
        auto &steps = m_made.change.steps;
        const auto same = std::find_if(
            steps.begin(), steps.end(), [&step](const Step &one) { return one.index() == step.index(); });
        if (isList && same != steps.end())
            *same = step;
        else
            steps.append(step);
        return {};
    }

    Report m_after; // with what is replaced so far
    const TextQuery m_query;
    const QString m_needle;
    const QString m_words;
    TextReplacement m_made{};
};

} // namespace

Result<TextReplacement> replaceText(
    const Report &report, const TextQuery &query, const QList<Place> &hits, const QString &words)
{
    QList<Place> texts; // each once
    QHash<Place, QList<Place>> byText;
    for (const Place &hit : hits) {
        QList<Place> &here = byText[hit.whole()];
        if (here.isEmpty())
            texts.append(hit.whole());
        here.append(hit);
    }
    Replacer replacer(report, query, cleanText(words, Lines::One));
    for (const Place &text : std::as_const(texts)) {
        if (const auto done = replacer.replace(text, byText[text]); !done)
            return done.error();
    }
    return replacer.made();
}

} // namespace nianbao
