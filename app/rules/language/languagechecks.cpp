// SPDX-License-Identifier: MulanPSL-2.0
#include "languagechecks.h"

#include "inspection.h"
#include "patterns.h"

#include <algorithm>
#include <array>

namespace nianbao {

namespace {
void findDoubles(Inspection &check);
void findGaps(Inspection &check);
void findMarks(Inspection &check);
} // namespace

const Rule kDup{"DUP", Level::Hint, RuleGroup::Language, findDoubles};
const Rule kGap{"GAP", Level::Hint, RuleGroup::Language, findGaps};
const Rule kPair{"PAIR", Level::Hint, RuleGroup::Language, findMarks};

namespace {

bool isHanzi(QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; }

bool isNumeral(QChar c) { return QStringLiteral("零〇一二三四五六七八九十").contains(c); }

/// A word list that may hold words of two to four characters.
bool hasWordEndingAt(const QSet<QString> &words, const QString &text, qsizetype end)
{
    for (qsizetype length = 2; length <= 4 && length <= end; ++length) {
        if (words.contains(text.mid(end - length, length)))
            return true;
    }
    return false;
}

bool hasWordStartingAt(const QSet<QString> &words, const QString &text, qsizetype start)
{
    for (qsizetype length = 2; length <= 4; ++length) {
        if (words.contains(text.mid(start, length)))
            return true;
    }
    return false;
}

class Doubles {
public:
    Doubles(Inspection &check, const CheckedText &text)
        : m_check(check), m_text(text), m_words(text.shown.text), m_ownNames(check.report.ownNames())
    { }

    void check()
    {
        qsizetype reported = 0; // words doubled as a whole are not reported again character by character
        for (qsizetype i = 0; i + 1 < m_words.size(); ++i) {
            if (!isHanzi(m_words[i]) || i < reported)
                continue;
            if (const auto length = doubledWordAt(i); length > 0) {
                add(i, length);
                reported = i + 2 * length;
            } else if (m_words[i] == m_words[i + 1] && !isRight(i)) {
                add(i, 1);
                reported = i + 2;
            }
        }
    }

private:
    /// 遵循遵循: length of the word that stands there twice, 0 for none.
    qsizetype doubledWordAt(qsizetype i) const
    {
        for (qsizetype length = 8; length >= 2; --length) {
            if (i + 2 * length > m_words.size() || m_words[i] != m_words[i + length])
                continue;
            const QStringView word = QStringView(m_words).mid(i, length);
            const bool allHanzi
                = std::all_of(word.begin(), word.end(), [](QChar c) { return isHanzi(c) && !isNumeral(c); });
            if (allHanzi && word[0] != word[1] && word == QStringView(m_words).mid(i + length, length)
                && !m_check.words.doublePairs.contains(m_words.mid(i, 2 * length)))
                return length;
        }
        return 0;
    }

    /// A reduplication (紧紧), or the juncture of two words (工作作为).
    bool isRight(qsizetype i) const
    {
        const QChar c = m_words[i];
        if (isNumeral(c) || m_check.words.reduplications.contains(m_words.mid(i, 2)))
            return true;
        const auto doubledAt = [this](qsizetype k) {
            return k >= 0 && k + 1 < m_words.size() && isHanzi(m_words[k]) && m_words[k] == m_words[k + 1];
        };
        if (doubledAt(i + 2) || doubledAt(i - 2))
            return true; // 方方面面
        if (isPersonsName(i))
            return true;
        static const QString places = QStringLiteral("省市区县镇乡村");
        // 审核后后台, 有的的确: the first is a word by itself
        static const QString alone
            = QStringLiteral("后时中上下前内外里的了和与在为对等并而及以是有由向从被把将");
        const bool left = alone.contains(c) || hasWordEndingAt(m_check.words.doubleWords, m_words, i + 1)
            || (places.contains(c) && i > 0 && isHanzi(m_words[i - 1]))
            || std::any_of(m_ownNames.begin(), m_ownNames.end(), [&](const QString &name) {
                   return name.size() > 1 && QStringView(m_words).left(i + 1).endsWith(name);
               });
        return left && hasWordStartingAt(m_check.words.doubleWords, m_words, i + 1);
    }

    /// 王莹莹同志
    bool isPersonsName(qsizetype i) const
    {
        static const QString surnames = QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许"
                                                       "韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
                                                       "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹"
                                                       "薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤");
        static const QString behind = QStringLiteral("同、，。（）任为等担");
        return i > 0 && surnames.contains(m_words[i - 1]) && i + 2 < m_words.size()
            && behind.contains(m_words[i + 2])
            && (i < 2 || !isHanzi(m_words[i - 2]) || QStringLiteral("长记任员由").contains(m_words[i - 2]));
    }

    void add(qsizetype at, qsizetype length)
    {
        const QString once = m_words.mid(at, length);
        const qsizetype from = length > 1 ? at : std::max<qsizetype>(0, at - 2);
        const QString excerpt = m_words.mid(from, at + 2 * length - from);
        Finding &finding = m_check.addAt(kDup, m_text, at, 2 * length, Phrase({"Said twice", "重复的字"}),
            Phrase({"“%1”: “%2” stands there twice.", "“%1”里“%2”重复了。"}, excerpt, once));
        finding.excerpt = excerpt;
        finding.left = once + once;
        finding.right = once;
        if (!m_text.shown.liveAt(at, at + 2 * length))
            finding.fix = once;
    }

    Inspection &m_check;
    const CheckedText &m_text;
    const QString &m_words;
    const QStringList m_ownNames;
};

/// GAP: a body's short name or a word of a date is lost.
void checkGaps(Inspection &check, const CheckedText &text)
{
    const QString &bare = text.bare;
    for (auto at = bare.indexOf(u'我'); at >= 0; at = bare.indexOf(u'我', at + 1)) {
        const bool self = at > 0 && (bare[at - 1] == u'自' || bare[at - 1] == u'大' || bare[at - 1] == u'如');
        if (self || at + 1 >= bare.size() || !isHanzi(bare[at + 1])
            || check.words.gapFollowers.contains(bare[at + 1]))
            continue;
        const auto length = std::min<qsizetype>(3, bare.size() - at);
        Finding &finding = check.addAt(kGap, text, at, length, Phrase({"A word is lost", "漏字"}),
            Phrase({"“%1”: after 我 the body's short name seems to be lost.",
                       "“%1”：“我”后面似乎漏了“镇”“区”“局”一类的字。"},
                bare.mid(at, 5)));
        finding.left = bare.mid(at, 3);
    }
    for (auto it = pattern("(?<!\\d)\\d{1,2}月\\d{1,2}(?![\\d日号、—\\-－~～至和.])").globalMatch(bare);
         it.hasNext();) {
        const auto match = it.next();
        Finding &finding = check.addAt(kGap, text, match.capturedStart(), match.capturedLength(),
            Phrase({"A word is lost", "漏字"}),
            Phrase({"“%1”: 日 is lost after the date.", "“%1”后面漏了“日”。"}, match.captured()));
        finding.left = match.captured();
        finding.right = match.captured() + u'日';
        finding.fix = finding.right;
    }
}

void addPair(Inspection &check, const CheckedText &text, qsizetype at, qsizetype length,
    const Phrase &message, const std::optional<QString> &fix = {})
{
    Finding &finding = check.addAt(kPair, text, at, length, Phrase({"Punctuation", "标点"}), message);
    const qsizetype from = std::max<qsizetype>(0, at - 4);
    finding.excerpt = text.shown.text.mid(from, at + length + 4 - from).simplified();
    finding.left = text.shown.text.mid(at, length);
    finding.fix = fix;
}

/// PAIR: marks that come in pairs, within a paragraph.
void checkPairs(Inspection &check, const CheckedText &text)
{
    static const QString opening = QStringLiteral("《“（‘【");
    static const QString closing = QStringLiteral("》”）’】");
    const QString &words = text.shown.text;
    QList<qsizetype> open;
    const auto addUnpaired = [&](qsizetype at) {
        addPair(check, text, at, 1,
            Phrase({"“%1” has no partner in its paragraph.", "“%1”在本段里没有成对。"}, words[at]));
    };
    for (qsizetype i = 0; i <= words.size(); ++i) {
        if (i == words.size() || words[i] == u'\n') {
            for (const qsizetype at : std::as_const(open))
                addUnpaired(at);
            open.clear();
            continue;
        }
        QChar c = words[i];
        if (c == u'(')
            c = u'（';
        if (c == u')')
            c = u'）';
        if (opening.contains(c)) {
            open.append(i);
        } else if (const auto kind = closing.indexOf(c); kind >= 0) {
            const bool listNumber = c == u'）' && i > 0 && (words[i - 1].isDigit() || isNumeral(words[i - 1]))
                && (open.isEmpty() || (words[open.last()] != u'（' && words[open.last()] != u'('));
            const auto partner = [&] {
                const QChar o = words[open.last()] == u'(' ? QChar(u'（') : words[open.last()];
                return opening.indexOf(o) == kind;
            };
            if (!open.isEmpty() && partner())
                open.removeLast();
            else if (!listNumber)
                addUnpaired(i);
        }
    }
}

/// PAIR: dashes of several kinds; those of telephone numbers and those of ranges are told apart.
void checkDashes(Inspection &check, const CheckedText &text)
{
    for (const char *kind :
        {"(?<![\\d—－-])0\\d{2,3}(—++|－|-)(?=\\d{7,8})", "(?<!\\d)(?:[1-9]\\d*+)(—++|－|-|~|～)(?=\\d)"}) {
        constexpr qsizetype kMostKinds = 5; // more need not be named
        QStringList dashes;
        qsizetype second = -1;
        for (auto it = pattern(kind).globalMatch(text.shown.text); it.hasNext();) {
            const auto match = it.next();
            if (dashes.contains(match.captured(1)))
                continue;
            dashes.append(match.captured(1));
            if (dashes.size() == 2)
                second = match.capturedStart(1);
            if (dashes.size() == kMostKinds)
                break;
        }
        if (second >= 0)
            addPair(check, text, second, 1,
                Phrase({"Dashes of several kinds stand between figures: %1.", "数字之间用了几种连接号：%1。"},
                    dashes.join(QStringLiteral(" "))));
    }
}

/// PAIR: half-width marks between hanzi, and dashes.
void checkMarks(Inspection &check, const CheckedText &text)
{
    static const QString half = QStringLiteral(",;:?!()");
    static const QString full = QStringLiteral("，；：？！（）");
    const QString &words = text.shown.text;
    for (auto it
         = pattern("(?<=[\\p{Han}》”）])[,;:?!](?=[\\p{Han}《“（]|$|\\n)|(?<=\\p{Han})\\.(?=\\p{Han}|$|\\n)")
               .globalMatch(words);
         it.hasNext();) {
        const auto match = it.next();
        const QChar mark = match.captured().front();
        const QString right = mark == u'.' ? QStringLiteral("。") : QString(full[half.indexOf(mark)]);
        addPair(check, text, match.capturedStart(), 1,
            Phrase({"“%1” is a half-width mark; between Chinese it is “%2”.",
                       "“%1”是半角标点，中文里应当用“%2”。"},
                mark, right),
            right);
    }
    checkDashes(check, text);
}

void findDoubles(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        Doubles(check, text).check();
}

void findGaps(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        checkGaps(check, text);
}

void findMarks(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts)) {
        checkPairs(check, text);
        checkMarks(check, text);
    }
}

} // namespace

} // namespace nianbao
