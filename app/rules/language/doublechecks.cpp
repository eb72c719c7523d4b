// SPDX-License-Identifier: MulanPSL-2.0
#include "doublechecks.h"

#include "inspection.h"
#include "wordlist.h"

#include <algorithm>

namespace nianbao {

namespace {
void findDoubles(Inspection &check);
} // namespace

const Rule kDup{"DUP", Level::Hint, RuleGroup::Language, findDoubles};

namespace {

constexpr qsizetype kLongestDouble = 12; // 坚持以人民为中心 and longer wordings
constexpr qsizetype kAround = 8; // as far as words are cut anew to try a place without one of the two

/// The doubled characters and words of one stretch of hanzi. Two that meet where one word ends and the next
/// begins are right (财政局|局长); the stretch is cut into words only when something stands twice in it.
class Doubles {
public:
    Doubles(Inspection &check, const CheckedText &text, qsizetype start, qsizetype end)
        : m_check(check)
        , m_words(check.words.language)
        , m_text(text)
        , m_all(text.shown.text)
        , m_start(start)
        , m_end(end)
    { }

    void check()
    {
        bool isAlmost = false;
        for (qsizetype i = m_start; i + 1 < m_end;) {
            isAlmost = isAlmost || mayBeAlmostTwice(i);
            const qsizetype length = doubledAt(i);
            if (length == 0 || (length > 1 ? isRightPair(i, length) : isRight(i))) {
                ++i;
                continue;
            }
            add(i, 2 * length, m_all.mid(i, length), true);
            i += 2 * length; // words doubled as a whole are not reported again character by character
        }
        if (isAlmost)
            checkAlmost();
    }

private:
    QChar at(qsizetype i) const { return i >= m_start && i < m_end ? m_all[i] : QChar(); }

    const Segments &segments()
    {
        if (!m_segments)
            m_segments.emplace(QStringView(m_all).mid(m_start, m_end - m_start), m_words.words);
        return *m_segments;
    }
    /// The word that the character is of; places in the whole text.
    Segments::Word wordOf(qsizetype i)
    {
        const auto &word = segments().wordOf(i - m_start);
        return {word.start + m_start, word.end + m_start};
    }
    QString textOf(const Segments::Word &word) const { return m_all.mid(word.start, word.size()); }

    /// Length of what stands there twice, the longest; 0: nothing does.
    qsizetype doubledAt(qsizetype i) const
    {
        const bool isNumeral = m_words.numerals.contains(m_all[i]);
        const qsizetype longest = std::min(kLongestDouble, (m_end - i) / 2);
        for (qsizetype length = longest; length >= 2 && !isNumeral; --length) {
            if (m_all[i] == m_all[i + length] && m_all[i] != m_all[i + 1]
                && QStringView(m_all).mid(i, length) == QStringView(m_all).mid(i + length, length))
                return length;
        }
        return m_all[i] == m_all[i + 1] && !isNumeral ? 1 : 0;
    }

    /// 讨论讨论, 法治|政治|政策, and the Regulation's 有关规定规定应当
    bool isRightPair(qsizetype i, qsizetype length)
    {
        if (m_words.pairs.contains(m_all.mid(i, 2 * length)))
            return true;
        const QString around = m_all.mid(std::max(m_start, i - kAround), 2 * length + 2 * kAround);
        const QString pair = m_all.mid(i, 2 * length);
        if (std::any_of(m_words.junctures.begin(), m_words.junctures.end(), [&](const QString &juncture) {
                return juncture.contains(pair) && around.contains(juncture);
            }))
            return true;
        return wordOf(i + length).start < i + length && wordOf(i).start < i; // a word lies across the middle
    }

    bool isRight(qsizetype i)
    {
        const QChar c = m_all[i];
        const auto isTwice = [this](qsizetype k) { return !at(k).isNull() && at(k) == at(k + 1); };
        if (isTwice(i + 2) || isTwice(i - 2)) // 方方面面
            return true;
        const Segments::Word first = wordOf(i);
        const Segments::Word second = wordOf(i + 1);
        if (first.start == second.start) // 息息相关, 层层; but not 2024年|年, though 2024年|年底
            return first.size() > 2 || i == 0 || !m_all[i - 1].isDigit() || beginsWord(i + 1);
        if (isPersonsName(i))
            return true;
        if (m_words.places.contains(c) && m_words.ours.contains(at(i - 1)) && isGovernment(i + 2))
            return isOwnGovernment(c); // 我县|县政府
        if ((first.size() > 1 && second.size() > 1) || (endsWord(i) && beginsWord(i + 1)))
            return true; // 公开栏目|目录, however the words before are cut
        if (second.size() > 1)
            return isRightAlone(i, second);
        if (first.size() > 1 && m_words.beforeAlone.contains(textOf(first)))
            return true; // 目的|的
        return !m_words.alone.contains(c) && isUnknown(i + 2)
            && (first.size() > 1
                || m_words.places.contains(c)); // the second word may be one that the list does not know
    }

    /// The first of the two is a word by itself (和|和谐, 水务局|局长), or the end of one that the list does
    /// not know (微信|信息).
    bool isRightAlone(qsizetype i, const Segments::Word &second) const
    {
        const QChar c = m_all[i];
        const QChar before = at(i - 1);
        if (m_words.alone.contains(c))
            return !m_words.linking.contains(textOf(second));
        if (m_words.places.contains(c))
            return !before.isNull() || !isGovernment(i + 2);
        if (before.isNull())
            return i > 0 && m_all[i - 1].isDigit(); // 2024年|年底
        if (m_words.bodies.contains(c))
            return !m_words.determiners.contains(before);
        const qsizetype from = std::max(m_start, i - kAround);
        const QString once = m_all.mid(from, i - from) + m_all.mid(i + 1, std::min(kAround, m_end - i - 1));
        return Segments(once, m_words.words).wordOf(i - 1 - from).size() == 1
            && !m_words.alone.contains(before);
    }

    bool beginsWord(qsizetype i) const
    {
        const auto rest = QStringView(m_all).mid(i, std::min(kAround, m_end - i));
        return Segments(rest, m_words.words).wordOf(0).size() > 1;
    }

    /// Whether any usual word ends there, also one that was cut otherwise.
    bool endsWord(qsizetype i) const
    {
        for (qsizetype length = 2; length <= kLongestWord && i - length + 1 >= m_start; ++length) {
            const WordKey key = wordKey(QStringView(m_all).mid(i - length + 1, length));
            if (WordList::shipped().costOf(key) > 0 || m_words.words.contains(key))
                return true;
        }
        return false;
    }

    /// A character that is no word, so that it may be the end of one.
    bool isUnknown(qsizetype i)
    {
        return !at(i).isNull() && wordOf(i).size() == 1 && !m_words.alone.contains(at(i))
            && !m_words.prepositions.contains(at(i));
    }

    bool isGovernment(qsizetype i) const
    {
        return std::any_of(m_words.governments.begin(), m_words.governments.end(),
            [&](const QString &name) { return QStringView(m_all).mid(i).startsWith(name); });
    }
    bool isOwnGovernment(QChar place) const
    {
        const QStringList names = m_check.report.ownNames();
        return std::any_of(names.begin(), names.end(), [&](const QString &name) {
            return std::any_of(m_words.governments.begin(), m_words.governments.end(),
                [&](const QString &government) { return name.endsWith(place + government); });
        });
    }

    /// 王莹莹同志
    bool isPersonsName(qsizetype i) const
    {
        const auto isPlain = [this](qsizetype k) {
            return k >= 0 && k < m_all.size() && !m_all[k].isSpace() && !isHanzi(m_all[k]);
        };
        const bool ends
            = i + 2 >= m_all.size() || isPlain(i + 2) || m_words.behindNames.contains(m_all[i + 2]);
        return m_words.surnames.contains(at(i - 1)) && ends
            && (at(i - 2).isNull() || m_words.beforeNames.contains(at(i - 2)));
    }

    bool mayBeAlmostTwice(qsizetype i) const
    {
        if (m_words.prepositions.contains(m_all[i]) && at(i + 3) == m_all[i])
            return true;
        for (qsizetype offset = 3; offset <= 5 && i + offset + 1 < m_end; ++offset) {
            if (m_all[i] == m_all[i + offset] && m_all[i + 1] == m_all[i + offset + 1])
                return true;
        }
        return false;
    }

    /// 可|通过|可以|通过 and 对|加强|对
    void checkAlmost()
    {
        const auto &words = segments().words();
        const auto view
            = [&](size_t i) { return QStringView(m_all).mid(m_start + words[i].start, words[i].size()); };
        for (size_t i = 0; i + 2 < words.size(); ++i) {
            const QStringView first = view(i);
            const QStringView third = view(i + 2);
            const qsizetype from = m_start + words[i].start;
            if (i + 3 < words.size() && words[i + 1].size() > 1 && view(i + 1) == view(i + 3)
                && first[0] == third[0] && first.size() != third.size()
                && m_words.linking.contains((first.size() < third.size() ? third : first).toString())) {
                add(from, words[i + 3].end - words[i].start, view(i + 1).toString(), false);
                i += 3;
            } else if (first == third && first.size() == 1 && m_words.prepositions.contains(first[0])
                && m_words.actions.contains(view(i + 1).toString())) {
                add(from, words[i + 2].end - words[i].start, first.toString(), false);
                i += 2;
            }
        }
    }

    void add(qsizetype place, qsizetype length, const QString &twice, bool hasOneWay)
    {
        const qsizetype from = twice.size() > 1 || !hasOneWay ? place : std::max<qsizetype>(0, place - 2);
        const QString excerpt = m_all.mid(from, place + length - from);
        Finding &finding = m_check.addAt(kDup, m_text, place, length, "twice", excerpt, twice);
        finding.excerpt = excerpt;
        finding.left = hasOneWay ? twice + twice : excerpt;
        finding.right = twice;
        if (hasOneWay && !m_text.shown.liveAt(place, place + length))
            finding.fix = twice;
    }

    Inspection &m_check;
    const LanguageWords &m_words;
    const CheckedText &m_text;
    const QString &m_all;
    const qsizetype m_start, m_end; // of the stretch
    std::optional<Segments> m_segments{};
};

void checkDoubles(Inspection &check, const CheckedText &text)
{
    const QString &words = text.shown.text;
    for (qsizetype end = 0; end < words.size() && !check.isFull(kDup); ++end) {
        const qsizetype start = end;
        while (end < words.size() && isHanzi(words[end]))
            ++end;
        if (end - start > 1)
            Doubles(check, text, start, end).check();
    }
}

void findDoubles(Inspection &check) { check.forEachText(checkDoubles); }

} // namespace

} // namespace nianbao
