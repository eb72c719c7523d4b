// SPDX-License-Identifier: MulanPSL-2.0
#include "words.h"

#include <unicode/ubrk.h>

#include <algorithm>
#include <memory>

namespace nianbao {

namespace {

using Kind = Word::Kind;

Kind kindOf(QStringView word)
{
    const QChar c = word.front();
    if (c == u'\n')
        return Kind::End;
    if (c.isSpace())
        return Kind::Space;
    if (c.isDigit())
        return Kind::Number;
    const bool isMark = (c.isPunct() || c.isSymbol()) && !c.isSurrogate();
    return isMark ? Kind::Mark : Kind::Letters;
}

bool isHanzi(QStringView word)
{
    return word.front().script() == QChar::Script_Han || word.front().isSurrogate();
}

int weightOf(QStringView word, Kind kind)
{
    // Words that say nothing by themselves: where only these stayed, nothing stayed.
    static const QString kParticles = QStringLiteral("的和等了在与及为对是以并把将也都又而其由从向到有着个");
    constexpr int kAny = 2; // as a word of two hanzi
    switch (kind) {
    case Kind::Letters:
        if (!isHanzi(word))
            return kAny;
        return word.size() == 1 && kParticles.contains(word.front()) ? 0 : int(word.size());
    case Kind::Number:
    case Kind::Figure: return kAny;
    case Kind::Mark:
    case Kind::Space:
    case Kind::End: break;
    }
    return 0;
}

int borderBehind(QStringView word, Kind kind)
{
    if (kind == Kind::End)
        return Word::kEnd;
    if (kind == Kind::Space)
        return Word::kItem;
    if (kind != Kind::Mark)
        return Word::kInside;
    const QChar c = word.front();
    if (QStringView(u"。！？；!?;").contains(c))
        return Word::kSentence;
    if (QStringView(u"，：,:").contains(c))
        return Word::kClause;
    return QStringView(u"、”’）》」』)").contains(c) ? Word::kItem : Word::kInside;
}

struct Closing {
    void operator()(UBreakIterator *breaks) const { ubrk_close(breaks); }
};

/// Finds the words of ICU, whose dictionary knows those of hanzi.
class Splitter {
public:
    Splitter(const QString &text, QHash<QString, int> &ids) : m_text(text), m_ids(ids)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_breaks.reset(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status));
        if (U_FAILURE(status))
            qFatal("the word rules of ICU cannot be read: %s", u_errorName(status));
    }

    QList<Word> words()
    {
        qsizetype at = 0;
        for (qsizetype open = 0; (open = m_text.indexOf(u"{{", open)) >= 0;) {
            const qsizetype close = m_text.indexOf(u"}}", open);
            if (close < 0)
                break;
            const qsizetype next = m_text.lastIndexOf(u"{{", close); // the innermost
            if (!QStringView(m_text).mid(next, close - next).contains(u'\n')) {
                addPlain(at, next);
                add(next, close + 2 - next, Kind::Figure);
                at = close + 2;
            }
            open = close + 2;
        }
        addPlain(at, m_text.size());
        return std::move(m_words);
    }

private:
    void addPlain(qsizetype from, qsizetype to)
    {
        if (from == to)
            return;
        UErrorCode status = U_ZERO_ERROR;
        ubrk_setText(m_breaks.get(), reinterpret_cast<const UChar *>(m_text.utf16()) + from,
            int32_t(to - from), &status);
        int32_t start = 0;
        for (int32_t end = ubrk_next(m_breaks.get()); end != UBRK_DONE; end = ubrk_next(m_breaks.get())) {
            const auto word = QStringView(m_text).mid(from + start, end - start);
            const bool isShare = QStringView(u"%％‰").contains(word.front()) && start > 0
                && m_words.last().kind == Kind::Number;
            if (isShare) { // 30.5% is one number
                const Word number = m_words.takeLast();
                add(number.start, number.length + word.size(), Kind::Number);
            } else if (start > 0 && endsName(word) && isOneHanzi(m_words.last())) {
                const Word first = m_words.takeLast(); // 泗阳县, whose first the dictionary does not know
                add(first.start, first.length + word.size(), Kind::Letters);
            } else {
                add(from + start, word.size(), kindOf(word));
            }
            start = end;
        }
    }

    /// Two hanzi of which the second is a kind of place.
    static bool endsName(QStringView word)
    {
        return word.size() == 2 && isHanzi(word) && QStringView(u"县区市镇乡村").contains(word.back());
    }
    bool isOneHanzi(const Word &word) const
    {
        const auto text = QStringView(m_text).mid(word.start, word.length);
        return word.kind == Kind::Letters && text.size() == 1 && isHanzi(text) && word.weight > 0;
    }

    void add(qsizetype start, qsizetype length, Kind kind)
    {
        const QString text = m_text.mid(start, length);
        m_words.append(
            {start, length, idOf(text, m_ids), kind, weightOf(text, kind), borderBehind(text, kind),
                kind == Kind::Mark && QStringView(u"”’）》」』)").contains(text.front())});
    }

    const QString &m_text;
    QHash<QString, int> &m_ids;
    std::unique_ptr<UBreakIterator, Closing> m_breaks{};
    QList<Word> m_words{};
};

} // namespace

QList<Word> wordsOf(const QString &text, QHash<QString, int> &ids) { return Splitter(text, ids).words(); }

QList<qsizetype> longestRise(const QList<qsizetype> &list)
{
    QList<qsizetype> ends; // of the runs by length: the index of the least last member
    QList<qsizetype> before(list.size(), -1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), list[i],
            [&list](qsizetype index, qsizetype member) { return list[index] < member; });
        if (at != ends.begin())
            before[i] = *(at - 1);
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QList<qsizetype> run;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before[i])
        run.append(i);
    std::reverse(run.begin(), run.end());
    return run;
}

} // namespace nianbao
