// SPDX-License-Identifier: MulanPSL-2.0
#include "textchanges.h"

#include "words.h"

#include <dtl/dtl.hpp>

#include <QHash>

#include <algorithm>
#include <numeric>

namespace nianbao {

namespace {

// What is compared at most with everything on the other side, so that the whole stays in proportion to the
// texts: M × N of a run of words, and sentences on either side.
constexpr qsizetype kMostPairs = 300'000;
constexpr qsizetype kMostSentences = 64;
constexpr int kDeepest = 6; // anchors within anchors
constexpr qsizetype kAnchorWeight = 8; // a shorter sentence is equal to another by chance
constexpr double kAlike = 0.35; // two sentences less alike than this are not the same one

/// The same run of members in both: of words, or of sentences.
struct Block {
    qsizetype a = 0; // in the old text
    qsizetype b = 0; // in the new one
    qsizetype size = 0;
};

/// From … to, without to.
struct Range {
    qsizetype from = 0;
    qsizetype to = 0;
    qsizetype size() const { return to - from; }
};

/// Calls back for each block, and for what lies between two, before the first and behind the last, in order.
template <typename Gap, typename Same>
void walk(const QList<Block> &blocks, Range a, Range b, Gap gap, Same same)
{
    for (const Block &block : blocks) {
        gap(Range{a.from, block.a}, Range{b.from, block.b});
        same(block);
        a.from = block.a + block.size;
        b.from = block.b + block.size;
    }
    gap(a, b);
}

void append(QList<Block> &blocks, const Block &block)
{
    if (block.size == 0)
        return;
    if (!blocks.isEmpty() && blocks.last().a + blocks.last().size == block.a
        && blocks.last().b + blocks.last().size == block.b)
        blocks.last().size += block.size;
    else
        blocks.append(block);
}

class Counting : public dtl::Compare<int> {
public:
    explicit Counting(qint64 *work = nullptr) : m_work(work) { }
    bool impl(const int &one, const int &other) const override
    {
        ++*m_work;
        return one == other;
    }

private:
    qint64 *m_work;
};

using Ids = std::vector<int>;

/// The longest runs that two lists have in common, in order.
class Alignment {
public:
    Alignment(const Ids &a, const Ids &b, qint64 *work) : m_a(a), m_b(b), m_work(work) { }

    QList<Block> blocks()
    {
        align({0, qsizetype(m_a.size())}, {0, qsizetype(m_b.size())}, 0);
        return m_blocks;
    }

private:
    bool isSame(qsizetype a, qsizetype b) const
    {
        ++*m_work;
        return m_a[size_t(a)] == m_b[size_t(b)];
    }

    void align(Range a, Range b, int depth)
    {
        qsizetype head = 0;
        while (head < std::min(a.size(), b.size()) && isSame(a.from + head, b.from + head))
            ++head;
        append(m_blocks, {a.from, b.from, head});
        a.from += head;
        b.from += head;
        qsizetype tail = 0;
        while (tail < std::min(a.size(), b.size()) && isSame(a.to - 1 - tail, b.to - 1 - tail))
            ++tail;
        a.to -= tail;
        b.to -= tail;
        if (a.size() > 0 && b.size() > 0) {
            if (a.size() <= kMostPairs / b.size())
                alignAll(a, b);
            else if (depth < kDeepest)
                alignAnchors(a, b, depth);
        }
        append(m_blocks, {a.to, b.to, tail});
    }

    void alignAll(Range a, Range b)
    {
        const Ids old(m_a.begin() + a.from, m_a.begin() + a.to);
        const Ids now(m_b.begin() + b.from, m_b.begin() + b.to);
        dtl::Diff<int, Ids, Counting> diff(old, now, Counting(m_work));
        diff.compose();
        const auto script = diff.getSes();
        for (const auto &[id, info] : script.getSequence()) {
            if (info.type == dtl::SES_COMMON)
                append(m_blocks, {a.from, b.from, 1});
            a.from += info.type != dtl::SES_ADD ? 1 : 0;
            b.from += info.type != dtl::SES_DELETE ? 1 : 0;
        }
    }

    /// What occurs once on either side, as far as its order is the same; between these as before.
    void alignAnchors(Range a, Range b, int depth)
    {
        struct Where {
            int timesInA = 0;
            int timesInB = 0;
            qsizetype b = 0;
        };
        QHash<int, Where> where;
        for (qsizetype i = a.from; i < a.to; ++i)
            ++where[m_a[size_t(i)]].timesInA;
        for (qsizetype i = b.from; i < b.to; ++i) {
            Where &there = where[m_b[size_t(i)]];
            ++there.timesInB;
            there.b = i;
        }
        *m_work += a.size() + b.size();
        QList<Block> anchors;
        QList<qsizetype> order;
        for (qsizetype i = a.from; i < a.to; ++i) {
            const Where there = where.value(m_a[size_t(i)]);
            if (there.timesInA == 1 && there.timesInB == 1) {
                anchors.append({i, there.b, 1});
                order.append(there.b);
            }
        }
        QList<Block> kept;
        for (const qsizetype index : longestRise(order))
            kept.append(anchors[index]);
        if (kept.isEmpty())
            return;
        walk(
            kept, a, b, [&](Range inA, Range inB) { align(inA, inB, depth + 1); },
            [this](const Block &anchor) { append(m_blocks, anchor); });
    }

    const Ids &m_a;
    const Ids &m_b;
    qint64 *m_work;
    QList<Block> m_blocks{};
};

/// How alike two bags of words are.
struct Bag {
    QList<std::pair<int, int>> words{}; // id and weight, sorted
    int weight = 0;

    Bag(const QList<Word> &all, Range range)
    {
        words.reserve(range.size());
        for (qsizetype i = range.from; i < range.to; ++i) {
            const Word &word = all[i];
            if (word.weight == 0)
                continue;
            words.append({word.kind == Word::Kind::Number ? -1 : word.id, word.weight});
            weight += word.weight;
        }
        std::sort(words.begin(), words.end());
    }

    double likeness(const Bag &other, qint64 *work) const
    {
        *work += words.size() + other.words.size();
        if (weight + other.weight == 0)
            return 0;
        int common = 0;
        for (qsizetype i = 0, j = 0; i < words.size() && j < other.words.size();) {
            if (words[i].first == other.words[j].first) {
                common += std::min(words[i].second, other.words[j].second);
                ++i;
                ++j;
            } else if (words[i].first < other.words[j].first) {
                ++i;
            } else {
                ++j;
            }
        }
        return 2.0 * common / (weight + other.weight);
    }
};

/// Two texts: first the paragraphs that are the same, between them the sentences that are the same or alike,
/// inside of these the words.
class Comparison {
public:
    Comparison(const QString &old, const QString &now, qint64 *work)
        : m_a(wordsOf(old, m_ids)), m_b(wordsOf(now, m_ids)), m_old(old), m_now(now), m_work(work)
    { }

    QList<TextChange> changes()
    {
        const auto a = units(m_a, {0, m_a.size()}, &Comparison::endsParagraph);
        const auto b = units(m_b, {0, m_b.size()}, &Comparison::endsParagraph);
        QHash<QStringView, int> texts;
        compareUnits(a, b, idsOf(m_old, m_a, a, texts), idsOf(m_now, m_b, b, texts),
            [this](const QList<Range> &inA, const QList<Range> &inB) { compareParagraphs(inA, inB); });
        slide();
        return written();
    }

private:
    static bool endsParagraph(const Word &word) { return word.kind == Word::Kind::End; }
    static bool endsSentence(const Word &word)
    {
        return word.kind == Word::Kind::End || word.border >= Word::kSentence;
    }

    static bool endsClause(const Word &word)
    {
        return endsSentence(word)
            || (word.kind == Word::Kind::Mark && word.border >= Word::kItem && !word.closes);
    }

    /// The ranges of words up to each that ends one; of sentences the end of a paragraph is its own.
    static QList<Range> units(const QList<Word> &words, Range range, bool (*ends)(const Word &))
    {
        QList<Range> list;
        qsizetype from = range.from;
        for (qsizetype i = range.from; i < range.to; ++i) {
            const bool isOwn = ends == &endsSentence && endsParagraph(words[i]);
            if (isOwn && from < i)
                list.append({std::exchange(from, i), i});
            const bool goesOn = i + 1 < range.to && !isOwn && words[i + 1].closes && !endsParagraph(words[i]);
            if (ends(words[i]) && !goesOn)
                list.append({std::exchange(from, i + 1), i + 1});
            else if (i > from && words[i].closes && ends(words[i - 1]) && !goesOn) // 。”
                list.append({std::exchange(from, i + 1), i + 1});
        }
        if (from < range.to)
            list.append({from, range.to});
        return list;
    }

    static Ids idsOf(const QString &text, const QList<Word> &words, const QList<Range> &units,
        QHash<QStringView, int> &texts)
    {
        Ids ids;
        ids.reserve(size_t(units.size()));
        for (const Range &unit : units) {
            const Word &last = words[unit.to - 1];
            const qsizetype start = words[unit.from].start;
            ids.push_back(idOf(QStringView(text).mid(start, last.start + last.length - start), texts));
        }
        return ids;
    }

    template <typename Between>
    void compareUnits(
        const QList<Range> &a, const QList<Range> &b, const Ids &idsA, const Ids &idsB, Between between)
    {
        walk(
            Alignment(idsA, idsB, m_work).blocks(), {0, a.size()}, {0, b.size()},
            [&](Range inA, Range inB) {
                if (inA.size() > 0 && inB.size() > 0)
                    between(a.mid(inA.from, inA.size()), b.mid(inB.from, inB.size()));
            },
            [&](const Block &same) {
                const qsizetype first = a[same.a].from;
                append(m_blocks, {first, b[same.b].from, a[same.a + same.size - 1].to - first});
            });
    }

    void compareParagraphs(const QList<Range> &inA, const QList<Range> &inB)
    {
        const auto a = units(m_a, {inA.first().from, inA.last().to}, &Comparison::endsSentence);
        const auto b = units(m_b, {inB.first().from, inB.last().to}, &Comparison::endsSentence);
        QHash<QStringView, int> texts;
        Ids idsA = idsOf(m_old, m_a, a, texts);
        Ids idsB = idsOf(m_now, m_b, b, texts);
        const auto leaveOut = [](const QList<Word> &words, const QList<Range> &list, Ids &ids, int other) {
            for (qsizetype i = 0; i < list.size(); ++i) {
                if (weightOf(words, list[i]) < kAnchorWeight)
                    ids[size_t(i)] = -int(2 * i + other);
            }
        };
        leaveOut(m_a, a, idsA, 1);
        leaveOut(m_b, b, idsB, 2);
        compareUnits(a, b, idsA, idsB, [this](const QList<Range> &restA, const QList<Range> &restB) {
            const qsizetype pieces
                = (std::max(restA.size(), restB.size()) + kMostSentences - 1) / kMostSentences;
            for (qsizetype i = 0; i < pieces; ++i) {
                const auto piece = [&](const QList<Range> &list) {
                    const qsizetype from = list.size() * i / pieces;
                    return list.mid(from, list.size() * (i + 1) / pieces - from);
                };
                const auto sentencesA = piece(restA);
                const auto sentencesB = piece(restB);
                for (const auto &[old, now] : alikePairs(sentencesA, sentencesB)) {
                    for (const Block &block : comparedSentences(old, now))
                        append(m_blocks, block);
                }
            }
        });
    }

    /// The pairs, in order on both sides, that have most in common.
    QList<std::pair<Range, Range>> alikePairs(const QList<Range> &a, const QList<Range> &b) const
    {
        const qsizetype width = b.size() + 1;
        QList<double> best((a.size() + 1) * width, 0.0); // of the first i and the first j
        QList<double> gain(a.size() * b.size(), 0.0);
        QList<Bag> bags;
        for (const Range &range : b)
            bags.append(Bag(m_b, range));
        for (qsizetype i = 0; i < a.size(); ++i) {
            const Bag bag(m_a, a[i]);
            for (qsizetype j = 0; j < b.size(); ++j) {
                const double each = gainOf(a[i], b[j], bag, bags[j]);
                gain[i * b.size() + j] = each;
                best[(i + 1) * width + j + 1] = std::max(
                    {best[i * width + j + 1], best[(i + 1) * width + j], best[i * width + j] + each});
            }
        }
        QList<std::pair<Range, Range>> pairs;
        for (qsizetype i = a.size(), j = b.size(); i > 0 && j > 0;) {
            const double here = best[i * width + j];
            if (here == best[(i - 1) * width + j])
                --i;
            else if (here == best[i * width + j - 1])
                --j;
            else
                pairs.prepend({a[--i], b[--j]});
        }
        return pairs;
    }

    double gainOf(Range a, Range b, const Bag &bagA, const Bag &bagB) const
    {
        constexpr double kSame = 0.5; // marks and ends of paragraphs, which weigh nothing
        ++*m_work;
        if (bagA.weight == 0 || bagB.weight == 0) {
            const bool isSame = std::equal(m_a.begin() + a.from, m_a.begin() + a.to, m_b.begin() + b.from,
                m_b.begin() + b.to, [](const Word &one, const Word &other) { return one.id == other.id; });
            return isSame ? kSame : 0;
        }
        const double alike = bagA.likeness(bagB, m_work);
        return alike < kAlike ? 0 : alike * (bagA.weight + bagB.weight);
    }

    /// Clause by clause where nearly as much is left then: of a list, each item stays beside its own number.
    /// Not where a comma came or went, and with it the clauses.
    QList<Block> comparedSentences(Range a, Range b) const
    {
        const auto whole = comparedWords(a, b);
        const auto clausesA = units(m_a, a, &Comparison::endsClause);
        const auto clausesB = units(m_b, b, &Comparison::endsClause);
        const qsizetype most = std::max(clausesA.size(), clausesB.size());
        if (whole.isEmpty() || most == 1 || most > kMostSentences)
            return whole;
        QList<Block> byClauses;
        for (const auto &[inA, inB] : alikePairs(clausesA, clausesB)) {
            for (const Block &block : comparedWords(inA, inB))
                append(byClauses, block);
        }
        const bool isEndSame = m_a[a.to - 1].id == m_b[b.to - 1].id && m_a[a.to - 1].kind == Word::Kind::Mark;
        const bool isEndIn = !byClauses.isEmpty() && byClauses.last().a + byClauses.last().size == a.to;
        const bool isEndInNow = !byClauses.isEmpty() && byClauses.last().b + byClauses.last().size == b.to;
        if (isEndSame && !isEndIn && !isEndInNow)
            append(byClauses, {a.to - 1, b.to - 1, 1});
        constexpr int kNearly = 8; // tenths
        return 10 * weightOf(byClauses) >= kNearly * weightOf(whole) ? byClauses : whole;
    }

    QList<Block> comparedWords(Range a, Range b) const
    {
        const auto ids = [](const QList<Word> &words, Range range) {
            Ids list;
            for (qsizetype i = range.from; i < range.to; ++i)
                list.push_back(words[i].id);
            return list;
        };
        const Ids idsA = ids(m_a, a);
        const Ids idsB = ids(m_b, b);
        auto blocks = Alignment(idsA, idsB, m_work).blocks();
        for (Block &block : blocks) {
            block.a += a.from;
            block.b += b.from;
        }
        tidy(blocks, a, b);
        return blocks;
    }

    static int weightOf(const QList<Word> &words, Range range)
    {
        int weight = 0;
        for (qsizetype i = range.from; i < range.to; ++i)
            weight += words[i].weight;
        return weight;
    }

    int weightOf(const Block &block) const { return weightOf(m_a, {block.a, block.a + block.size}); }
    int weightOf(const QList<Block> &blocks) const
    {
        return std::accumulate(blocks.begin(), blocks.end(), 0,
            [this](int sum, const Block &block) { return sum + weightOf(block); });
    }

    /// What was replaced between two blocks.
    struct Edit {
        Range a{};
        Range b{};
        int weight = 0;
        bool isOfNumbers = false; // one number for another
        bool hasMarks = false;
    };
    Edit editOf(Range a, Range b) const
    {
        const auto isNumber = [](const QList<Word> &words, Range range) {
            return range.size() == 1 && words[range.from].kind == Word::Kind::Number;
        };
        const auto hasMarks = [](const QList<Word> &words, Range range) {
            return std::any_of(words.begin() + range.from, words.begin() + range.to,
                [](const Word &word) { return word.kind == Word::Kind::Mark; });
        };
        return {a, b, std::max(weightOf(m_a, a), weightOf(m_b, b)), isNumber(m_a, a) && isNumber(m_b, b),
            hasMarks(m_a, a) || hasMarks(m_b, b)};
    }

    /// Takes out what stayed by chance between two edits, so that a person reads words and not a puzzle.
    void tidy(QList<Block> &blocks, Range a, Range b) const
    {
        for (qsizetype weakest = 0; weakest >= 0;) {
            QList<Edit> edits;
            walk(
                blocks, a, b, [&](Range inA, Range inB) { edits.append(editOf(inA, inB)); },
                [](const Block &) {});
            weakest = -1;
            for (qsizetype i = 0; i < blocks.size(); ++i) {
                const bool isWeaker = weakest < 0 || weightOf(blocks[i]) < weightOf(blocks[weakest]);
                if (isWeaker && isByChance(blocks[i], edits[i], edits[i + 1]))
                    weakest = i;
            }
            if (weakest >= 0)
                blocks.removeAt(weakest);
        }
        constexpr int kShare = 4; // less than a quarter of the longer one
        if (weightOf(blocks) * kShare < std::max(weightOf(m_a, a), weightOf(m_b, b)))
            blocks.clear();
    }

    bool isByChance(const Block &block, const Edit &before, const Edit &after) const
    {
        if (before.isOfNumbers || after.isOfNumbers)
            return false;
        const int least = std::min(before.weight, after.weight);
        const int weight = weightOf(block);
        if (weight > 0)
            return 2 * weight <= least;
        const bool isMark = block.size == 1 && m_a[block.a].kind == Word::Kind::Mark;
        constexpr int kLong = 3; // 的 between two words each is read easily
        return least >= kLong && !(isMark && !before.hasMarks && !after.hasMarks);
    }

    /// An insertion or deletion that could as well stand a few words further goes where a phrase begins.
    void slide()
    {
        for (qsizetype i = 0; i + 1 < m_blocks.size(); ++i) {
            Block &left = m_blocks[i];
            Block &right = m_blocks[i + 1];
            const Range inA{left.a + left.size, right.a};
            const Range inB{left.b + left.size, right.b};
            if (inA.size() == 0)
                slide(m_b, inB, left, right);
            else if (inB.size() == 0)
                slide(m_a, inA, left, right);
        }
        m_blocks.removeIf([](const Block &block) { return block.size == 0; });
    }

    void slide(const QList<Word> &words, Range gap, Block &left, Block &right)
    {
        const auto border = [&words](qsizetype at) { return at > 0 ? words[at - 1].border : Word::kEnd; };
        qsizetype least = 0;
        while (-least < left.size && words[gap.from - 1 + least].id == words[gap.to - 1 + least].id)
            --least;
        qsizetype most = 0;
        while (most < right.size && words[gap.from + most].id == words[gap.to + most].id)
            ++most;
        *m_work += most - least;
        qsizetype best = 0;
        for (qsizetype by = least; by <= most; ++by) {
            if (border(gap.from + by) + border(gap.to + by) > border(gap.from + best) + border(gap.to + best))
                best = by;
        }
        left.size += best;
        right.a += best;
        right.b += best;
        right.size -= best;
    }

    QList<TextChange> written() const
    {
        QList<TextChange> list;
        const auto add
            = [&list](TextChange::Op op, const QString &text, const QList<Word> &words, Range range) {
                  if (range.size() == 0)
                      return;
                  const qsizetype start = words[range.from].start;
                  const Word &last = words[range.to - 1];
                  list.append({op, text.mid(start, last.start + last.length - start)});
              };
        QList<Block> blocks;
        for (const Block &block : m_blocks)
            append(blocks, block);
        walk(
            blocks, {0, m_a.size()}, {0, m_b.size()},
            [&](Range a, Range b) {
                add(TextChange::Op::Delete, m_old, m_a, a);
                add(TextChange::Op::Insert, m_now, m_b, b);
            },
            [&](const Block &same) {
                add(TextChange::Op::Keep, m_old, m_a, {same.a, same.a + same.size});
            });
        return list;
    }

    QHash<QString, int> m_ids{};
    const QList<Word> m_a;
    const QList<Word> m_b;
    const QString &m_old;
    const QString &m_now;
    qint64 *m_work;
    QList<Block> m_blocks{}; // of words, in order
};

} // namespace

QList<TextChange> wordChanges(const QString &old, const QString &now, qint64 *work)
{
    qint64 counted = 0;
    const auto changes = old == now
        ? (old.isEmpty() ? QList<TextChange>() : QList<TextChange>{{TextChange::Op::Keep, old}})
        : Comparison(old, now, &counted).changes();
    if (work)
        *work += counted;
    return changes;
}

double likeness(const QString &one, const QString &other)
{
    if (one == other)
        return 1;
    QHash<QString, int> ids;
    const auto a = wordsOf(one, ids);
    const auto b = wordsOf(other, ids);
    qint64 work = 0;
    return Bag(a, {0, a.size()}).likeness(Bag(b, {0, b.size()}), &work);
}

} // namespace nianbao
