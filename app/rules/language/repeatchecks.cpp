// SPDX-License-Identifier: MulanPSL-2.0
#include "repeatchecks.h"

#include "inspection.h"
#include "wordlist.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {
void findRepeats(Inspection &check);
} // namespace

const Rule kRepeat{"REPEAT", Level::Hint, RuleGroup::Language, findRepeats};

namespace {

constexpr qsizetype kShortestSentence = 12; // hanzi; shorter ones may well be said twice
constexpr qsizetype kShortestPoint = 4; // of 一是…；二是…
constexpr qsizetype kLongestUnit = 3; // behind a figure

struct Passage {
    qsizetype start = 0, end = 0;
    qsizetype size() const { return end - start; }
};

bool isOneOf(QChar c, const char16_t *marks) { return QStringView(marks).contains(c); }

/// One text's lists and sentences. Its sentences are remembered for the texts behind it.
class Repeats {
public:
    Repeats(Inspection &check, const CheckedText &text, QSet<QString> &sentences)
        : m_check(check)
        , m_words(check.words.language)
        , m_text(text)
        , m_all(text.shown.text)
        , m_sentences(sentences)
    { }

    void check()
    {
        for (const Passage &sentence : parts({0, m_all.size()}, u"。！？\n")) {
            if (m_check.isFull(kRepeat))
                return;
            if (isSaidBefore(sentence))
                continue; // what it lists was told where it stood first
            checkPoints(sentence);
            for (const Passage &clause : parts(sentence, u"；，：（）()"))
                checkList(clause);
        }
    }

private:
    QStringView view(const Passage &passage) const
    {
        return QStringView(m_all).mid(passage.start, passage.size());
    }

    QList<Passage> parts(const Passage &whole, const char16_t *marks) const
    {
        QList<Passage> result;
        for (qsizetype end = whole.start; end <= whole.end; ++end) {
            const qsizetype start = end;
            while (end < whole.end && !isOneOf(m_all[end], marks))
                ++end;
            if (end > start)
                result.append(trimmed({start, end}));
        }
        return result;
    }

    Passage trimmed(Passage passage) const
    {
        while (passage.size() > 0 && m_all[passage.start].isSpace())
            ++passage.start;
        while (passage.size() > 0 && m_all[passage.end - 1].isSpace())
            --passage.end;
        return passage;
    }

    /// The same sentence twice in the report, short and standing ones apart.
    bool isSaidBefore(const Passage &sentence)
    {
        const QStringView words = view(sentence);
        if (std::count_if(words.begin(), words.end(), isHanzi) < kShortestSentence
            || std::any_of(m_words.standing.begin(), m_words.standing.end(),
                [&](const QString &standing) { return words.contains(standing); }))
            return false;
        const QString said = plain(words.toString());
        if (!m_sentences.contains(said)) {
            m_sentences.insert(said);
            return false;
        }
        add(sentence, "sentence");
        return true;
    }

    /// 一是…；二是…: begins anew with each first point.
    void checkPoints(const Passage &sentence)
    {
        for (const Passage &part : parts(sentence, u"；，：")) {
            const qsizetype content = behindOrdinal(part);
            if (content < 0)
                continue;
            if (m_words.firstPoint == m_all[part.start])
                m_points.clear();
            // up to the next mark that ends a point
            qsizetype end = part.end;
            while (end < sentence.end && m_all[end] != u'；' && !beginsPoint(end + 1, sentence.end))
                ++end;
            const Passage point = trimmed({content, end});
            if (point.size() < kShortestPoint)
                continue;
            if (m_points.contains(view(point).toString()))
                add(point, "item");
            else
                m_points.insert(view(point).toString());
        }
    }

    bool beginsPoint(qsizetype start, qsizetype end) const
    {
        return start < end && isOneOf(m_all[start - 1], u"；，：") && behindOrdinal({start, end}) >= 0;
    }

    /// Behind 一是; -1: no point begins there.
    qsizetype behindOrdinal(const Passage &part) const
    {
        qsizetype at = part.start;
        while (at < part.end && m_words.numerals.contains(m_all[at]))
            ++at;
        return at > part.start && at < part.end && m_words.pointMark == m_all[at] ? at + 1 : -1;
    }

    /// 机关简介1条 → 机关简介
    Passage withoutFigure(Passage item) const
    {
        qsizetype digits = item.end;
        while (digits > item.start && item.end - digits < kLongestUnit && !m_all[digits - 1].isDigit())
            --digits;
        if (digits == item.start || !m_all[digits - 1].isDigit())
            return item;
        while (digits > item.start && isOneOf(m_all[digits - 1], u"0123456789,.，０１２３４５６７８９"))
            --digits;
        return trimmed({item.start, digits});
    }

    bool isItem(const Passage &item) const
    {
        return item.size() > 1
            && std::all_of(
                m_all.begin() + item.start, m_all.begin() + item.end, [](QChar c) { return !c.isDigit(); });
    }

    /// The same item twice in one list: A、B、A.
    void checkList(const Passage &clause)
    {
        const QList<Passage> items = parts(clause, u"、");
        if (items.size() < 2)
            return;
        QHash<QStringView, Passage> between; // names of the items between the first and the last
        for (qsizetype i = 1; i + 1 < items.size(); ++i) {
            const Passage item = withoutFigure(items[i]);
            if (!isItem(item))
                continue;
            if (between.contains(view(item)))
                add(item, "item");
            else
                between.insert(view(item), item);
        }
        const Passage first = withoutFigure(items.first());
        for (auto it = between.constBegin(); it != between.constEnd(); ++it) {
            if (endsWithItem(first, it.key()))
                add(it.value(), "item");
        }
        for (const Passage &last : lastItems(items.last())) {
            for (qsizetype i = 0; i + 1 < items.size(); ++i) {
                const Passage item = withoutFigure(items[i]);
                const QStringView name = i == 0 ? sameAtEnd(item, last) : view(item);
                if (!name.isEmpty() && startsWithItem(last, name)) {
                    add({last.start, last.start + name.size()}, "item");
                    return;
                }
            }
        }
    }

    bool endsWithItem(const Passage &first, QStringView name) const
    {
        const QStringView words = view(first);
        return words.endsWith(name)
            && (words.size() == name.size()
                || std::any_of(m_words.openers.begin(), m_words.openers.end(),
                    [&](const QString &opener) { return words.chopped(name.size()).endsWith(opener); }));
    }

    /// The item that the last part of a list begins with is the end of its first part.
    QStringView sameAtEnd(const Passage &first, const Passage &last) const
    {
        for (qsizetype size = std::min(first.size(), last.size()); size > 1; --size) {
            const QStringView name = view({last.start, last.start + size});
            if (endsWithItem(first, name))
                return name;
        }
        return {};
    }

    /// What the last part of a list may name: B和A等 names two.
    QList<Passage> lastItems(const Passage &part) const
    {
        QList<Passage> items{part};
        for (qsizetype i = part.start + 2; i + 2 < part.end; ++i) {
            if (m_words.joints.contains(m_all[i]) && !m_words.joints.contains(m_all[i + 1]))
                items.append({i + 1, part.end});
        }
        return items;
    }

    bool startsWithItem(const Passage &last, QStringView name) const
    {
        const QStringView words = view(last);
        if (name.size() < 2 || !words.startsWith(name))
            return false;
        const QStringView rest = words.mid(name.size());
        return rest.isEmpty() || rest[0].isDigit() || m_words.joints.contains(rest[0])
            || std::any_of(m_words.behindLists.begin(), m_words.behindLists.end(),
                [&](const QString &word) { return rest.startsWith(word); });
    }

    void add(const Passage &passage, const char *key)
    {
        const QString words = withoutNumbers(view(passage).toString());
        Finding &finding = m_check.addAt(kRepeat, m_text, passage.start, passage.size(), key, words);
        finding.left = words;
        finding.excerpt = words;
    }

    Inspection &m_check;
    const LanguageWords &m_words;
    const CheckedText &m_text;
    const QString &m_all;
    QSet<QString> &m_sentences;
    QSet<QString> m_points{};
};

void findRepeats(Inspection &check)
{
    QSet<QString> sentences;
    for (const CheckedText &text : std::as_const(check.texts))
        Repeats(check, text, sentences).check();
}

} // namespace

} // namespace nianbao
