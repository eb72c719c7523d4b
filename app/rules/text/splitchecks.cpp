// SPDX-License-Identifier: MulanPSL-2.0
#include "splitchecks.h"

#include "catalogue.h"
#include "statementchecks.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {

/// What stands between two figures.
struct Gap {
    bool opens = false; // 其中, 包括 …, a colon
    bool closes = false; // the parts are all of it: 分别为, 具体为
    bool isOpen = false; // 等, 主要有: not all parts are named
    bool besides = false; // 另有: no part any more
    bool isNewView = false; // 从内容看, 按季度分: another split of the same
    bool isPause = false; // 、
    bool isSemicolon = false;
    int sentences = 0;
    bool hasClause = false; // a clause without a figure
};

/// Parts that stand together, all of one dimension.
struct Run {
    QList<int> parts{};
    Gap gap{}; // before the first part
    bool isBracket = false;
    bool hasOther = false; // 其他12条: nothing is left out
    bool isOpen = false;
    Dimension dimension = Dimension::None;
    QList<std::pair<int, QList<int>>> nested{}; // parts of a part that add up to it
};

class Splits {
public:
    Splits(Inspection &check, const CheckedText &text, const Reading &reading, const QList<int> &faulty)
        : m_check(check), m_text(text), m_reading(reading), m_faulty(faulty.begin(), faulty.end())
    { }

    void check()
    {
        QHash<int, QList<int>> groups;
        QList<int> order;
        for (int i = 0; i < m_reading.mentions.size(); ++i) {
            const int group = m_reading.mentions[i].group;
            if (!groups.contains(group))
                order.append(group);
            groups[group].append(i);
        }
        for (int i = 0; i < m_reading.tokens.size(); ++i) {
            if (m_reading.tokens[i].group != 0 && !m_openings.contains(m_reading.tokens[i].group))
                m_openings.insert(m_reading.tokens[i].group, i - 1);
        }
        checkChannels();
        for (const int group : std::as_const(order))
            checkGroup(groups[group], group);
    }

private:
    static constexpr int kMostFigures = 120; // of one list; more is no sentence
    static constexpr int kMostTogether = 6; // figures before a list that are looked at in pairs
    static constexpr int kMostSentences = 3; // between a total and its parts

    const Mention &mention(int i) const { return m_reading.mentions[i]; }
    Amount value(int i) const { return mention(i).quantity.value; }
    const QString &unit(int i) const { return mention(i).quantity.unit; }
    /// What may be a part: no money, no people.
    bool isItem(int i) const
    {
        return !m_check.words.units.people.contains(unit(i)) && !m_check.words.units.money.contains(unit(i));
    }
    bool isSkipped(int i) const
    {
        const QString &label = mention(i).counted.label;
        return mention(i).quantity.isPercent() || label == u"delta" || label == u"share";
    }

    bool isDecimal(int i) const
    {
        const Quantity &quantity = mention(i).quantity;
        return QStringView(m_text.shown.text).mid(quantity.start, quantity.length).contains(u'.');
    }

    Gap gapBefore(int from, int to) const // tokens, from: -1 the beginning
    {
        Gap gap;
        const int group = m_reading.tokens[to].group;
        bool clauseHasWords = false;
        bool byViewed = false;
        for (int i = from + 1; i < to; ++i) {
            const Token &token = m_reading.tokens[i];
            if (token.group != group)
                continue;
            if (token.kind == Token::Kind::Mark) {
                const QChar mark = token.mark;
                if (QStringLiteral("。！？!?\n").contains(mark)) {
                    ++gap.sentences;
                    gap.opens = gap.closes = gap.besides = gap.isOpen = false;
                    gap.hasClause = gap.hasClause || clauseHasWords;
                    clauseHasWords = false;
                } else if (QStringLiteral("，；,;：:").contains(mark)) {
                    gap.hasClause = gap.hasClause || clauseHasWords;
                    clauseHasWords = false;
                    gap.isOpen = false;
                    const bool isSemicolon = mark == u'；' || mark == u';';
                    gap.isSemicolon = gap.isSemicolon || isSemicolon;
                    if (isSemicolon) // 包含甲、乙；丙3条
                        gap.opens = gap.closes = false;
                    if (QStringLiteral("：:").contains(mark) && (i == from + 1 || gap.opens))
                        gap.opens = true;
                }
                gap.isPause = mark == u'、';
                continue;
            }
            if (token.kind == Token::Kind::Number) { // 收取30元: no clause without a figure
                clauseHasWords = false;
                continue;
            }
            clauseHasWords = true;
            if (token.tags.has(Tag::Opener)) {
                gap.opens = true;
                gap.besides = false;
            }
            gap.closes = gap.closes || token.tags.has(Tag::Complete);
            gap.isOpen = gap.isOpen || token.tags.has(Tag::Open);
            gap.besides = gap.besides || token.tags.has(Tag::Besides);
            byViewed = byViewed || token.tags.has(Tag::By);
            gap.isNewView = gap.isNewView || (token.tags.hasAny({Tag::Viewed, Tag::Complete}) && byViewed);
        }
        return gap;
    }

    void checkGroup(const QList<int> &mentions, int group)
    {
        QList<std::pair<int, QList<int>>> totals; // of runs: total and its parts
        int at = 0;
        while (at < mentions.size()) {
            if (isSkipped(mentions[at])) {
                ++at;
                continue;
            }
            const int before = at == 0 ? -1 : mention(mentions[at - 1]).token;
            Run run;
            run.gap
                = gapBefore(group == 0 || at > 0 ? before : openingOf(group), mention(mentions[at]).token);
            run.isBracket = group != 0 && at == 0;
            const int end = takeRun(mentions, at, run);
            totals += run.nested;
            const int total = totalOf(mentions, at, run, totals);
            if (total >= 0)
                totals.append({total, run.parts});
            at = end;
        }
    }

    /// The token of a bracket's opening mark.
    int openingOf(int group) const { return m_openings.value(group, -1); }

    Dimension dimensionOf(int i) const { return mention(i).dimension; }

    /// The parts from `at` on; where they end.
    int takeRun(const QList<int> &mentions, int at, Run &run)
    {
        const int first = mentions[at];
        run.parts = {first};
        run.dimension = dimensionOf(first);
        run.hasOther = mention(first).isOtherPart;
        run.isOpen = run.gap.isOpen;
        int last = first;
        int k = at + 1;
        bool bySemicolons = false;
        bool byPauses = false;
        for (; k < mentions.size() && k - at < kMostFigures; ++k) {
            const int next = mentions[k];
            if (mention(next).sentence != mention(first).sentence)
                break;
            if (isSkipped(next) || (isItem(first) && !isItem(next)))
                continue; // 民政办1件，收取30元
            const Gap gap = gapBefore(mention(last).token, mention(next).token);
            if (gap.besides || gap.isNewView || (gap.hasClause && !gap.opens))
                break;
            // 甲1条；乙2条 is one list, 甲1条，乙2条；丙3条 are two
            if (gap.isSemicolon && ((run.parts.size() > 1 && !bySemicolons) || !run.nested.isEmpty()))
                break;
            // 其中动态55条，通过公众号发布995条: what was done by itself is no part
            if (!gap.isPause && !acts(first) && acts(next)
                && !(run.gap.opens && isNearWhole(mentions, at, sumOf(run.parts) + value(next))))
                break;
            // 动态62条，开展征集3期: what else was done, when the list is whole
            if (!gap.isPause && unit(next) != unit(first) && run.parts.size() > 1
                && std::all_of(
                    run.parts.begin(), run.parts.end(), [&](int part) { return unit(part) == unit(first); })
                && isNearWhole(mentions, at, sumOf(run.parts), 20))
                break;
            if (unit(next).isEmpty() && !unit(first).isEmpty() && isDecimal(next))
                continue; // 获赞3.6万
            if (gap.isSemicolon && unit(next) != unit(first) && acts(next))
                break;
            // 文字3篇、图片2篇，本级4篇、部门1篇: two of the same total
            if (!gap.isPause && byPauses && run.parts.size() > 1 && isWhole(mentions, at, sumOf(run.parts)))
                break;
            // 材料64篇，其中文字30篇、图片34篇，本级22篇、部门42篇: behind a split that closed, another one
            if (!run.nested.isEmpty() && run.parts.size() == 1 && !run.gap.opens && !gap.opens
                && isListAt(mentions, k))
                break;
            byPauses = gap.isPause;
            bySemicolons = gap.isSemicolon;
            if (gap.opens) { // parts of a part: they close, or another split begins
                const int behind = mention(last).isUsable ? behindNested(mentions, k, value(last)) : -1;
                if (behind < 0)
                    break;
                run.nested.append({last, mentions.mid(k, behind - k)});
                k = behind - 1;
                last = mentions[k];
                continue;
            }
            const bool fits = dimensionOf(next) == run.dimension || mention(next).isOtherPart
                || (run.parts.size() == 1 && mention(first).isOtherPart)
                || (gap.isPause
                    && (dimensionOf(next) == Dimension::Category || run.dimension == Dimension::Category));
            if (!fits || !(isItem(next) || unit(next) == unit(first)))
                break;
            run.isOpen = run.isOpen || gap.isOpen;
            run.hasOther = run.hasOther || mention(next).isOtherPart;
            run.parts.append(next);
            last = next;
        }
        // 等 behind the last part
        for (int i = mention(last).token + 1; i < m_reading.tokens.size(); ++i) {
            const Token &token = m_reading.tokens[i];
            if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Other)
                break;
            run.isOpen = run.isOpen || token.tags.has(Tag::Open);
        }
        return k;
    }

    /// Whether the figure at k and the next are joined by 、.
    bool isListAt(const QList<int> &mentions, int k) const
    {
        return k + 1 < mentions.size() && mention(mentions[k + 1]).sentence == mention(mentions[k]).sentence
            && gapBefore(mention(mentions[k]).token, mention(mentions[k + 1]).token).isPause;
    }

    /// Whether the sum is that of a figure before the list.
    bool isWhole(const QList<int> &mentions, int at, Amount sum) const
    {
        const int from = std::max(0, at - kMostTogether);
        return std::any_of(mentions.begin() + from, mentions.begin() + at,
            [&](int each) { return mention(each).isUsable && value(each) == sum; });
    }

    /// Whether it comes near the figure before the list.
    bool isNearWhole(const QList<int> &mentions, int at, Amount sum, int oneOf = 10) const
    {
        if (at == 0 || !mention(mentions[at - 1]).isUsable)
            return false;
        const Amount whole = value(mentions[at - 1]);
        return (sum - whole).absolute() * oneOf <= whole;
    }

    /// 通过公众号发布995条, 发布公告3条: told for itself, not the name of a part.
    bool acts(int i) const
    {
        static constexpr Tags acting{Tag::Proactive, Tag::Receive, Tag::Issue};
        const Mention &each = mention(i);
        static constexpr Tags fillers{Tag::Opener, Tag::Total, Tag::Filler, Tag::Adverb};
        int begin = each.firstToken;
        while (begin < each.token && m_reading.tokens[begin].tags.hasAny(fillers)
            && !m_reading.tokens[begin].tags.hasAny(acting))
            ++begin;
        if (begin >= each.token)
            return false;
        const bool isPlaced = m_reading.has(each.firstToken, each.token, Tag::By)
            || m_reading.has(each.firstToken, each.token, Tag::Site);
        const bool isThere = m_reading.has(each.firstToken, each.token, Tag::By)
            && m_reading.has(each.firstToken, each.token, Tag::Site);
        return isThere || m_reading.tokens[begin].tags.hasAny(acting)
            || (isPlaced && m_reading.has(each.firstToken, each.token, Tag::Proactive));
    }

    /// Behind the figures from k on that add up to a part; -1 when none do.
    int behindNested(const QList<int> &mentions, int k, Amount whole) const
    {
        Amount sum;
        for (int i = k; i < mentions.size() && i - k < kMostFigures; ++i) {
            if (mention(mentions[i]).sentence != mention(mentions[k]).sentence)
                break;
            if (isSkipped(mentions[i]))
                continue;
            sum = sum + value(mentions[i]);
            if (sum == whole && i > k && endsHere(mentions, i))
                return i + 1;
        }
        return -1;
    }

    /// Whether a list may end with the figure at i: the next one is of another kind, or parted in another
    /// way.
    bool endsHere(const QList<int> &mentions, int i) const
    {
        if (i + 1 >= mentions.size() || mention(mentions[i + 1]).sentence != mention(mentions[i]).sentence)
            return true;
        const Gap before = gapBefore(mention(mentions[i - 1]).token, mention(mentions[i]).token);
        const Gap behind = gapBefore(mention(mentions[i]).token, mention(mentions[i + 1]).token);
        return dimensionOf(mentions[i]) != dimensionOf(mentions[i + 1]) || behind.isPause != before.isPause
            || behind.isSemicolon != before.isSemicolon || behind.opens || behind.besides || behind.isNewView
            || behind.hasClause;
    }

    Amount sumOf(const QList<int> &parts, const QString &ofUnit = {}) const
    {
        Amount sum;
        for (const int part : parts) {
            if (ofUnit.isNull() || unit(part) == ofUnit || unit(part).isEmpty())
                sum = sum + value(part);
        }
        return sum;
    }

    bool isAddable(int total, const Run &run) const
    {
        const bool isSaid = run.gap.opens && isItem(total)
            && std::all_of(run.parts.begin(), run.parts.end(), [&](int part) { return isItem(part); });
        return mention(total).isUsable
            && (isSaid || std::any_of(run.parts.begin(), run.parts.end(), [&](int part) {
                   return unit(part) == unit(total) || unit(part).isEmpty();
               }));
    }

    /// Figures that the parts may add up to, the most probable first.
    QList<int> totalsFor(const QList<int> &mentions, int at, const Run &run,
        const QList<std::pair<int, QList<int>>> &earlier) const
    {
        constexpr qsizetype kMost = 6;
        constexpr int kMostBefore = 24; // figures that are looked at
        QList<int> totals;
        const int first = run.parts.first();
        if (run.isBracket) { // the figure that the bracket stands behind
            const int opening = openingOf(mention(first).group);
            const int around = opening < 0 ? 0 : m_reading.tokens[opening].group;
            for (int i = first - 1; i >= 0 && first - i <= kMostFigures && totals.isEmpty()
                 && mention(i).sentence == mention(first).sentence;
                 --i) {
                if (mention(i).group == around && isAddable(i, run))
                    totals.append(i);
            }
            return totals;
        }
        QList<int> rest;
        for (int k = at - 1; k >= 0 && at - k <= kMostBefore && totals.size() < kMost; --k) {
            const int each = mentions[k];
            if (mention(first).sentence - mention(each).sentence > kMostSentences)
                break;
            if (!isAddable(each, run))
                continue;
            // a part of an earlier split is a total only of a split of itself
            (isPartOf(earlier, each) ? rest : totals).append(each);
        }
        totals += rest;
        if (run.dimension == Dimension::Filing) // how they came is told of what came
            std::stable_partition(totals.begin(), totals.end(),
                [this](int each) { return mention(each).counted.kind == Counted::Kind::Received; });
        return totals;
    }

    /// Whether the figure is a part of one of the last splits.
    static bool isPartOf(const QList<std::pair<int, QList<int>>> &earlier, int figure)
    {
        constexpr qsizetype kMostEarlier = 12;
        const auto from = earlier.end() - std::min(earlier.size(), kMostEarlier);
        return std::any_of(from, earlier.end(),
            [figure](const std::pair<int, QList<int>> &split) { return split.second.contains(figure); });
    }

    /// A figure that the parts do add up to; -1: none.
    int equalTotal(const QList<int> &mentions, int at, const Run &run,
        const QList<std::pair<int, QList<int>>> &earlier) const
    {
        Amount sum = sumOf(run.parts);
        QList<Amount> sums{sum};
        // 无法提供97件、结转下年度5件: what is left over may close the list
        const int behind = at + int(run.parts.size());
        if (behind < mentions.size() && mention(mentions[behind]).counted.kind == Counted::Kind::CarriedOut
            && mention(mentions[behind]).sentence == mention(run.parts.first()).sentence)
            sums.append(sum + value(mentions[behind]));
        for (const int total : totalsFor(mentions, at, run, earlier)) {
            const bool isAgain // 答复12件，办结12件
                = !run.gap.opens && value(run.parts.first()) == value(total) && !isPartOf(earlier, total);
            if (sums.contains(value(total)) || isAgain || value(total) == sumOf(run.parts, unit(total)))
                return total;
        }
        // new and carried in, reconsiderations and lawsuits: two that stand together, as one
        for (int a = std::max(0, at - kMostTogether); a + 1 < at; ++a) {
            const Mention &one = mention(mentions[a]);
            const Mention &other = mention(mentions[a + 1]);
            const bool isPair = (one.counted.kind == Counted::Kind::Received
                                    && other.counted.kind == Counted::Kind::CarriedIn)
                || (one.counted.kind == Counted::Kind::Dispute
                    && other.counted.kind == Counted::Kind::Dispute);
            if (isPair && sums.contains(value(mentions[a]) + value(mentions[a + 1])))
                return mentions[a];
        }
        return -1;
    }

    /// The figure the parts add up to, or should; -1: there is none. Says so where they do not.
    int totalOf(
        const QList<int> &mentions, int at, const Run &run, const QList<std::pair<int, QList<int>>> &earlier)
    {
        const bool isExplicit = run.gap.opens || run.gap.closes
            || (run.gap.isNewView && run.dimension != Dimension::Outcome && continuesSplit(run, earlier))
            || (run.isBracket && run.parts.size() > 1
                && !m_reading.has(
                    mention(run.parts.first()).firstToken, mention(run.parts.first()).token, Tag::Compare));
        if (run.dimension == Dimension::State || (run.parts.size() < 2 && !isExplicit))
            return -1;
        const int found = equalTotal(mentions, at, run, earlier);
        if (found >= 0)
            return found;
        const bool mayBeMeant = !isExplicit
            && (run.gap.sentences > 0 || run.gap.hasClause || run.gap.isNewView || acts(run.parts.first()));
        if (!isExplicit
            && ((!mayBeMeant && !continuesSplit(run, earlier))
                || (run.gap.isSemicolon && acts(run.parts.first()))))
            return -1; // 通过公众号公开580条: told for itself
        const QList<int> totals = totalsFor(mentions, at, run, earlier);
        if (totals.isEmpty())
            return -1;
        // what was answered is not what was received
        if (run.dimension == Dimension::Outcome && !run.gap.opens
            && mention(totals.first()).counted.kind == Counted::Kind::Received)
            return -1;
        const Amount sum = sumOf(run.parts);
        const bool exact = std::all_of(
            run.parts.begin(), run.parts.end(), [&](int part) { return mention(part).quantity.exact; });
        const int total = totals.first();
        // a single part is too large only when it is larger than all it could be of
        if (run.parts.size() == 1
            && std::any_of(totals.begin(), totals.end(), [&](int each) { return sum <= value(each); }))
            return total;
        if (!exact || !isWrong(run, total, sum, isExplicit))
            return isExplicit ? total : -1;
        report(run, total, sum);
        return total;
    }

    /// "；原创260条，转载134条": another split of the total of the one before it.
    bool continuesSplit(const Run &run, const QList<std::pair<int, QList<int>>> &earlier) const
    {
        return !earlier.isEmpty()
            && mention(earlier.last().first).sentence >= mention(run.parts.first()).sentence - 1
            && run.parts.size() > 1;
    }

    bool isWrong(const Run &run, int total, Amount sum, bool isExplicit) const
    {
        const Amount whole = value(total);
        const Amount difference = (sum - whole).absolute();
        const qint64 parts = run.parts.size();
        // parts that speak for themselves must come near: what is counted beside the total is no part of it
        const bool isNear = difference * 5 <= whole;
        const bool isSame = parts > 1 && std::all_of(run.parts.begin(), run.parts.end(), [&](int part) {
            return value(part) == whole;
        });
        if (isSame) // 73条，其中网站73条、公众号73条: the same ones at each
            return false;
        if (sum > whole)
            return isExplicit || (parts > 1 && isNear);
        if (run.isOpen || parts < 2)
            return false;
        if (run.hasOther)
            return isExplicit || isNear;
        if (!isExplicit)
            return false;
        if (run.gap.closes || run.isBracket)
            return true;
        // 其中 names some; what comes this near was to be all
        constexpr qint64 kMany = 5; // so long a list leaves out little
        return difference == Amount::fromInteger(1)
            || difference
                * (parts >= kMany   ? 5
                        : parts > 2 ? 20
                                    : 40)
            <= whole;
    }

    void report(const Run &run, int total, Amount sum)
    {
        const auto isFaulty = [&](int i) { return m_faulty.contains(i); };
        if (isFaulty(total) || std::any_of(run.parts.begin(), run.parts.end(), isFaulty))
            return;
        const auto isLive = [&](int i) {
            return m_text.shown.liveAt(mention(i).quantity.start, mention(i).quantity.end()) != nullptr;
        };
        if (isLive(total) && std::all_of(run.parts.begin(), run.parts.end(), isLive))
            return;
        if (m_reported.contains(total))
            return;
        m_reported.insert(total);
        QStringList parts;
        for (const int part : run.parts)
            parts.append(value(part).toString());
        const Amount whole = value(total);
        const Quantity &quantity = mention(total).quantity;
        const QString written = m_text.shown.text.mid(quantity.start, quantity.length).simplified();
        Finding &finding = parts.size() == 1
            ? m_check.addAt(
                kTxtSum, m_text, quantity.start, quantity.length, "one_part", written, sum.toString())
            : m_check.addAt(kTxtSum, m_text, quantity.start, quantity.length, "parts", written,
                parts.join(QStringLiteral(" + ")), sum.toString(), (sum - whole).absolute().toString());
        finding.left = whole.toString();
        finding.right = sum.toString();
    }

    // The register

    void compare(const Rule &rule, const char *key, int i, const QString &name, qint64 registered,
        const QString &binding)
    {
        const Quantity &quantity = mention(i).quantity;
        if (!mention(i).ours || !quantity.exact || quantity.value == Amount::fromInteger(registered)
            || m_text.shown.liveAt(quantity.start, quantity.end()))
            return;
        const QString written = m_text.shown.text.mid(quantity.start, quantity.length).simplified();
        const qint64 stated = quantity.value.toString().toLongLong();
        const qint64 difference = std::abs(stated - registered);
        Finding &finding = name.isEmpty() ? m_check.addAt(rule, m_text, quantity.start, quantity.length, key,
                               written, registered, difference)
                                          : m_check.addAt(rule, m_text, quantity.start, quantity.length, key,
                                              written, name, registered, difference);
        m_faulty.insert(i);
        finding.left = quantity.value.toString();
        finding.right = QString::number(registered);
        finding.binding = binding;
        finding.numberStart = m_text.shown.toStored(quantity.start);
        finding.numberLength
            = m_text.shown.toStored(quantity.start + quantity.digits - 1) + 1 - finding.numberStart;
    }

    void checkChannels()
    {
        const QList<Channel> &channels = m_check.report.channels();
        if (channels.isEmpty())
            return;
        const auto sum = channelsTotal(channels);
        for (int i = 0; i < m_reading.mentions.size(); ++i) {
            if (!isItem(i) || unit(i).isEmpty() || mention(i).group != 0)
                continue;
            if (compareChannel(i))
                continue;
            if (mention(i).counted.kind == Counted::Kind::Channels && sum && !isOfOneChannel(i))
                compare(kChannelTotal, "differs", i, {}, *sum, QStringLiteral("channels.total"));
        }
    }

    /// The figure is what one of the channels has: said of it, whatever stands around.
    bool isOfOneChannel(int i) const
    {
        const QList<Channel> &channels = m_check.report.channels();
        return channels.size() > 1
            && std::any_of(channels.begin(), channels.end(), [&](const Channel &channel) {
                   const auto count = channelCount(channel);
                   return count && value(i) == Amount::fromInteger(*count);
               });
    }

    /// 网站发布信息42条, but not 网站发布新闻类42条: between the site and the figure stands nothing of its
    /// own.
    bool countsAll(int i) const
    {
        int site = mention(i).firstToken - 1;
        for (int k = mention(i).firstToken; k < mention(i).token; ++k) {
            if (m_reading.tokens[k].tags.has(Tag::Site))
                site = k;
        }
        return std::all_of(m_reading.tokens.begin() + site + 1, m_reading.tokens.begin() + mention(i).token,
            [&](const Token &token) {
                const auto word = QStringView(m_reading.text).mid(token.start, token.end - token.start);
                const bool isUnknown = token.kind == Token::Kind::Other || token.tags.has(Tag::Plain);
                return !isUnknown || word.contains(u'＃') // a name in quotes
                    || m_check.words.siteItems.contains(word);
            });
    }

    /// The only channel of the kind of site that the clause names: 门户网站 is 政府网站; nullptr: none.
    const Channel *channelOfKind(int i) const
    {
        const Mention &figure = mention(i);
        const bool isDouble // 294期1014条
            = i + 1 < m_reading.mentions.size() && m_reading.mentions[i + 1].token == figure.token + 1;
        if (isDouble)
            return nullptr;
        QString site;
        int sites = 0;
        for (int k = figure.firstToken; k < figure.token; ++k) {
            const Token &token = m_reading.tokens[k];
            if (token.tags.has(Tag::Site)) {
                site = m_reading.text.mid(token.start, token.end - token.start);
                ++sites;
            }
        }
        const bool isOfAll
            = figure.counted.label == u"site" || figure.counted.kind == Counted::Kind::Channels;
        if (sites != 1 || !isOfAll)
            return nullptr;
        for (const QStringList &kind : m_check.words.siteKinds) {
            if (!kind.contains(site))
                continue;
            const Channel *found = nullptr;
            for (const Channel &channel : m_check.report.channels()) {
                if (!std::any_of(kind.begin(), kind.end(),
                        [&](const QString &word) { return channel.name.endsWith(word); }))
                    continue;
                if (found)
                    return nullptr;
                found = &channel;
            }
            return found;
        }
        return nullptr;
    }

    /// The clause with its quoted names, since the figure before it: channels are often called by them.
    QString clauseOf(int i) const
    {
        const QString &text = m_text.shown.text;
        qsizetype from = mention(i).quantity.start;
        const qsizetype least = i > 0 ? mention(i - 1).quantity.end() : 0;
        while (from > least && !QStringLiteral("，；：。\n").contains(text[from - 1]))
            --from;
        return text.mid(from, mention(i).quantity.start - from);
    }

    /// A channel as clauses name it, and its categories by their names.
    struct Register {
        struct Named {
            const Channel *channel;
            QString core; // “…” of its name
        };
        QList<Named> channels;
        QHash<QString, QList<std::pair<qsizetype, const Category *>>> categories;
    };

    const Register &channelRegister()
    {
        if (m_register)
            return *m_register;
        m_register.emplace();
        const QList<Channel> &channels = m_check.report.channels();
        for (qsizetype i = 0; i < channels.size(); ++i) {
            const QString &name = channels[i].name;
            const auto opening = name.indexOf(u'“');
            const auto closing = name.indexOf(u'”', opening + 1);
            m_register->channels.append({&channels[i],
                opening >= 0 && closing > opening ? name.mid(opening, closing - opening + 1) : QString()});
            for (const Category &category : channels[i].categories) {
                if (category.count && category.name.size() >= 2)
                    m_register->categories[category.name].append({i, &category});
            }
        }
        return *m_register;
    }

    /// The count of a channel, or "人事任免7条" in the list of one; the first of the register that is named.
    bool compareChannel(int i)
    {
        const Register &known = channelRegister();
        const QString clause = clauseOf(i);
        int named = 0;
        for (const auto &[channel, core] : known.channels)
            named += clause.contains(channel->name) || (!core.isEmpty() && clause.contains(core)) ? 1 : 0;
        const auto sites = std::count_if(m_reading.tokens.begin() + mention(i).firstToken,
            m_reading.tokens.begin() + mention(i).token,
            [](const Token &token) { return token.tags.has(Tag::Site); });
        if (named > 1 || (sites > 1 && named == 1 && mention(i).counted.kind == Counted::Kind::Channels))
            return false; // "通过网站和公众号共" speaks of both
        if (m_reading.has(mention(i).firstToken, mention(i).token, Tag::Filed))
            return false; // 通过政府网站提交的申请
        const auto inList = known.categories.value(listItem(i, clause));
        const int from = mention(i).firstToken;
        const bool mayName
            = (m_reading.has(from, mention(i).token, Tag::Proactive)
                  || m_reading.has(from, mention(i).token, Tag::Site) || clause.endsWith(u'”') || named == 1)
            && countsAll(i);
        const qsizetype end = inList.isEmpty() ? known.channels.size() : inList.first().first + 1;
        for (qsizetype k = 0; mayName && k < end; ++k) {
            const auto &[channel, core] = known.channels[k];
            const auto count = channelCount(*channel);
            if (count && (clause.contains(channel->name) || (!core.isEmpty() && clause.contains(core)))) {
                compare(kTxtSum, "channel", i, channel->name, *count,
                    QStringLiteral("channels[\"%1\"]").arg(channel->name));
                return true;
            }
        }
        if (inList.isEmpty()) {
            const Channel *channel = named == 0 && countsAll(i) ? channelOfKind(i) : nullptr;
            const auto count = channel ? channelCount(*channel) : std::nullopt;
            if (count)
                compare(kTxtSum, "channel", i, channel->name, *count,
                    QStringLiteral("channels[\"%1\"]").arg(channel->name));
            return count.has_value();
        }
        const auto &[k, category] = inList.first();
        compare(kTxtSum, "channel", i, category->name, *category->count,
            QStringLiteral("channels[\"%1\"][\"%2\"]").arg(known.channels[k].channel->name, category->name));
        return true;
    }

    /// What stands in the list behind its last 、 and behind what opens the list.
    QString listItem(int i, const QString &clause) const
    {
        QString item = clause.mid(clause.lastIndexOf(u'、') + 1).trimmed();
        for (int k = mention(i).token - 1; k >= mention(i).firstToken; --k) {
            const Token &token = m_reading.tokens[k];
            if (!token.tags.has(Tag::Opener))
                continue;
            const qsizetype end = m_reading.places[token.end];
            const qsizetype start = mention(i).quantity.start;
            if (end < start && start - end < item.size())
                item = m_text.shown.text.mid(end, start - end).trimmed();
            break;
        }
        return item;
    }

    Inspection &m_check;
    const CheckedText &m_text;
    const Reading &m_reading;
    QSet<int> m_faulty;
    QHash<int, int> m_openings{}; // of brackets: the token before the first in them
    QSet<int> m_reported{}; // totals: no second finding for the same one
    std::optional<Register> m_register{};
};

} // namespace

void checkRegister(Inspection &check)
{
    for (const Channel &channel : check.report.channels()) {
        const bool filled = std::all_of(channel.categories.begin(), channel.categories.end(),
            [](const Category &category) { return category.count.has_value(); });
        const auto sum = channelSum(channel);
        if (!channel.count || !sum || !filled || *sum == *channel.count)
            continue;
        Finding &finding = check.add(
            kTxtSum, "categories", channel.name, *channel.count, *sum, std::abs(*channel.count - *sum));
        finding.place = Place::channels();
        finding.excerpt = channel.name;
        finding.left = QString::number(*channel.count);
        finding.right = QString::number(*sum);
    }
}

void checkSplits(Inspection &check, const CheckedText &text, const Reading &reading, const QList<int> &faulty)
{
    Splits(check, text, reading, faulty).check();
}

} // namespace nianbao
