// SPDX-License-Identifier: MulanPSL-2.0
#include "reading.h"

#include "counting.h"
#include "inspection.h"
#include "keptforall.h"
#include "scope.h"
#include "tokens.h"
#include "wordings.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {

bool isOneOf(QChar c, QStringView marks) { return marks.contains(c); }

constexpr auto kSentenceEnds = u"。！？!?\n";
constexpr auto kClauseEnds = u"，；：,;:";
constexpr auto kQuotes = u"“”‘’《》";

/// Whether a quotation names rows of the form and nothing else: “予以公开和部分公开”.
bool namesRows(QStringView quoted, const Lexicon &lexicon)
{
    bool names = false;
    for (qsizetype at = 0; at < quoted.size();) {
        const auto match = lexicon.longestAt(quoted, at);
        const bool isJoint = quoted[at] == u'、' || (match.length > 0 && match.word->tags.has(Tag::Joint));
        if (!isJoint && (match.length == 0 || !match.word->naming))
            return false;
        names = names || !isJoint;
        at += std::max<qsizetype>(match.length, 1);
    }
    return names;
}

/// The text without what is quoted; but 作出“不予公开”答复 says so itself.
QString withQuotedRows(const CheckedText &text, const Lexicon &lexicon)
{
    QString read = text.bare;
    const QStringView shown = text.shown.text;
    constexpr qsizetype kLongest = 24;
    for (qsizetype from = shown.indexOf(u'“'); from >= 0; from = shown.indexOf(u'“', from + 1)) {
        const auto ahead = shown.mid(from + 1, kLongest + 1);
        const qsizetype length = ahead.indexOf(u'”');
        if (length > 0 && namesRows(ahead.first(length), lexicon))
            read.replace(from + 1, length, ahead.first(length).toString());
    }
    return read;
}

/// What a bracket, or the text outside of all of them, has said so far.
struct Passage {
    explicit Passage(const Scope &s) : scope(s) { }
    Scope scope;
    QList<int> clause{}; // tokens of the clause so far
    QList<int> before{}; // of the clause before it, in the same sentence
    bool beforeCounted = false; // it had a figure
    bool counted = false; // this one has
    int previous = -1; // the last figure of the sentence
    QList<QList<int>> inTurn{}; // what the next figures count
};

class Reader {
public:
    Reader(const ReadingContext &context, const CheckedText &text)
        : m_context(context)
        , m_shown(text)
        , m_counting(context, m_reading)
        , m_wordings(context, m_reading, m_counting)
    {
        const ReadText read = withoutBlanks(withQuotedRows(text, *context.lexicon));
        m_reading.text = read.text;
        m_reading.places = read.places;
        m_quantities = readQuantities(m_reading.text);
        m_reading.tokens = tokensOf(m_reading.text, *context.lexicon, m_quantities);
        readHeading();
        m_namesThisYear = std::any_of(m_reading.tokens.begin(), m_reading.tokens.end(),
            [&](const Token &token) { return token.year == context.year || token.tags.has(Tag::ThisYear); });
    }

    Reading read()
    {
        for (int i = 0; i < m_reading.tokens.size(); ++i)
            take(i);
        finish();
        m_wordings.finish();
        return m_reading;
    }

private:
    void readHeading()
    {
        const QString heading = withoutBlanks(m_shown.heading).text;
        for (qsizetype i = 0; i < heading.size();) {
            const auto match = m_context.lexicon->longestAt(heading, i);
            if (match.length > 0 && match.word->tags.hasAny({Tag::Request, Tag::RequestBare}))
                m_topic.fromHeading = true;
            i += std::max<qsizetype>(match.length, 1);
        }
        m_topic.requests = m_topic.fromHeading;
    }

    Passage &passageOf(int group)
    {
        auto found = m_passages.find(group);
        if (found == m_passages.end()) {
            Passage fresh(
                m_passages.isEmpty() ? Scope(m_context, m_reading, m_namesThisYear) : outer().scope);
            found = m_passages.insert(group, fresh);
            m_open.append(group);
        }
        return *found;
    }
    Passage &outer() { return m_passages.find(m_open.isEmpty() ? 0 : m_open.last()).value(); }

    void take(int index)
    {
        const Token &token = m_reading.tokens[index];
        Passage &passage = passageOf(token.group);
        if (token.kind == Token::Kind::Mark && token.group == 0 && isOneOf(token.mark, kSentenceEnds)) {
            finish();
            if (!m_passages.isEmpty() && !m_isEmptySentence)
                startSentence();
            return;
        }
        if (token.kind == Token::Kind::Mark && isOneOf(token.mark, kClauseEnds)
            && !(isOneOf(token.mark, u"：:") && isBeforeFigure(index))) {
            endClause(passage);
            return;
        }
        if (token.kind == Token::Kind::Number && token.quantity >= 0) {
            takeFigure(index, passage);
            append(index, passage);
            return;
        }
        append(index, passage);
        m_counting.follow(m_topic, passage.clause, index);
    }

    void append(int index, Passage &passage)
    {
        passage.clause.append(index);
        constexpr qsizetype kLongestClause = 160; // words: a clause without any mark is read by its end
        if (passage.clause.size() > kLongestClause)
            passage.clause = passage.clause.mid(kLongestClause / 2);
        m_isEmptySentence = false;
    }

    /// "收到申请：106件": what stands before the colon is of the figure.
    bool isBeforeFigure(int index) const
    {
        return index + 1 < m_reading.tokens.size() && m_reading.tokens[index + 1].kind == Token::Kind::Number
            && m_reading.tokens[index + 1].quantity >= 0;
    }

    void startSentence()
    {
        ++m_sentence;
        const bool counted
            = !m_reading.mentions.isEmpty() && m_reading.mentions.last().sentence == m_sentence - 1;
        if (!counted) // 听取意见: named in passing
            m_topic.requests = m_topic.requests || m_topic.fromHeading;
        m_topic.isAfterRequests = counted && m_reading.mentions.last().counted.isOfRequests();
        m_isEmptySentence = true;
        m_passages.clear();
        m_open.clear();
        m_topic.lastRequest = m_topic.lastOther = m_topic.lastDispute = -1;
        m_topic.cases.clear();
        m_topic.allCases.clear();
        m_topic.isOfSome = m_topic.isViewed = false;
        m_topic.causes.clear();
        m_topic.unit.clear();
        m_topic.isOfSite = false;
        m_topic.outcomes.clear();
        m_topic.document = Role::Total;
    }

    void endClause(Passage &passage)
    {
        passage.scope.read(passage.clause);
        m_topic.isViewed = m_topic.isViewed || m_counting.isViewOfShares(passage.clause);
        m_wordings.readClause(passage.clause, passage.before, m_topic, passage.scope, m_sentence);
        if (!passage.counted)
            m_topic.causes = m_counting.causesIn(passage.clause);
        passage.before = passage.clause;
        passage.beforeCounted = passage.counted;
        passage.counted = false;
        passage.clause.clear();
        passage.inTurn.clear();
        ++m_clause;
    }

    /// All that is open comes to its end.
    void finish()
    {
        for (const int group : std::as_const(m_open))
            endClause(m_passages.find(group).value());
    }

    QList<int> tailOf(int index) const
    {
        QList<int> tail;
        const int group = m_reading.tokens[index].group;
        constexpr int kLongestTail = 60; // words
        for (int i = index + 1; i < m_reading.tokens.size() && i - index < kLongestTail; ++i) {
            const Token &token = m_reading.tokens[i];
            if (token.kind == Token::Kind::Number && token.quantity >= 0 && token.group == group)
                return {};
            if (token.kind == Token::Kind::Mark && !isOneOf(token.mark, kQuotes))
                break;
            if (token.group != group)
                break;
            tail.append(i);
        }
        return tail;
    }

    /// 予以公开与部分公开两类: counts what stands before it, and parts nothing.
    bool isOfKinds(int index) const
    {
        const int quantity = m_reading.tokens[index].quantity;
        return quantity >= 0 && m_context.units.kinds.contains(m_quantities[quantity].unit);
    }

    /// 有3件申请因…，结转下年: what is done with them stands in the next clause.
    QList<int> predicateBehind(int index, const Words &words) const
    {
        static constexpr Tags acts{Tag::Receive, Tag::Done, Tag::Handle, Tag::Carry, Tag::Unfinished,
            Tag::Outcome, Tag::OutcomeOther, Tag::Filed};
        const auto cause = std::find_if(words.tail.begin(), words.tail.end(),
            [&](int each) { return m_reading.tokens[each].tags.has(Tag::Cause); });
        const QList<int> subject(words.tail.begin(), cause);
        const bool isSubject = m_counting.has(subject, {Tag::Request, Tag::RequestBare})
            && !m_counting.has(subject, acts) && isEmpty(words.lead);
        if (!isSubject)
            return {};
        int comma = words.tail.last() + 1;
        if (comma >= m_reading.tokens.size() || m_reading.tokens[comma].mark != u'，'
            || m_reading.tokens[comma].group != m_reading.tokens[index].group)
            return {};
        const QList<int> next = tailOf(comma);
        if (!m_counting.has(next, {Tag::Carry, Tag::Unfinished, Tag::Outcome}))
            return {};
        return subject + next;
    }

    /// The words since the figure before it; what follows that one, up to a mark, belongs to it.
    QList<int> leadOf(const Passage &passage) const
    {
        qsizetype from = 0;
        for (qsizetype i = 0; i < passage.clause.size(); ++i) {
            if (m_reading.tokens[passage.clause[i]].quantity < 0 || isOfKinds(passage.clause[i]))
                continue;
            from = i + 1;
            for (qsizetype k = i + 1; k < passage.clause.size(); ++k) {
                if (m_reading.tokens[passage.clause[k]].quantity >= 0)
                    break;
                if (m_reading.tokens[passage.clause[k]].kind == Token::Kind::Mark) {
                    from = k + 1;
                    break;
                }
            }
        }
        return passage.clause.mid(from);
    }

    bool isEmpty(const QList<int> &tokens) const
    {
        static constexpr Tags fillers{Tag::Filler, Tag::Total, Tag::Joint, Tag::Adverb, Tag::Timely,
            Tag::Respective, Tag::All, Tag::ThisYear, Tag::WholeYear, Tag::Opener, Tag::Complete};
        return std::all_of(tokens.begin(), tokens.end(), [&](int each) {
            const Token &token = m_reading.tokens[each];
            return token.kind == Token::Kind::Mark || (token.tags.hasAny(fillers) && !token.naming);
        });
    }

    /// "复议、诉讼分别为 8 件、3 件": one of the names each. False: nothing is told in turn.
    bool takeInTurn(Passage &passage, Words &words)
    {
        const auto last = std::find_if(words.lead.rbegin(), words.lead.rend(),
            [&](int each) { return m_reading.tokens[each].tags.has(Tag::Respective); });
        if (last != words.lead.rend() && isEmpty({last.base(), words.lead.end()})) {
            passage.inTurn = {{}};
            for (auto it = words.lead.begin(); it != last.base() - 1; ++it) {
                const Token &token = m_reading.tokens[*it];
                if ((token.kind == Token::Kind::Mark && token.mark == u'、') || token.tags.has(Tag::Joint))
                    passage.inTurn.append(QList<int>());
                else
                    passage.inTurn.last().append(*it);
            }
            if (passage.inTurn.size() < 2) {
                passage.inTurn.clear();
                return false;
            }
        } else if (passage.inTurn.isEmpty() || !isEmpty(words.lead)) {
            passage.inTurn.clear();
            return false;
        }
        words.lead = passage.inTurn.takeFirst();
        return true;
    }

    void takeFigure(int index, Passage &passage)
    {
        const Token &token = m_reading.tokens[index];
        // what a clause begins with is read with its first figure; with each further one only what is new
        constexpr qsizetype kLookedAt = 40; // words
        passage.scope.read(passage.counted ? passage.clause.last(std::min(passage.clause.size(), kLookedAt))
                                           : passage.clause);
        Words words{leadOf(passage), tailOf(index), passage.clause};
        if (const QList<int> predicate = predicateBehind(index, words); !predicate.isEmpty())
            words.tail = predicate;
        words.lead.removeIf([&](int each) { return passage.scope.isOwnName(m_reading.tokens[each]); });
        const bool told = takeInTurn(passage, words);
        const bool ofApplicants = m_counting.has(words.lead, {Tag::Receive}) && passage.previous < 0
            && !passage.beforeCounted && m_counting.has(passage.before, {Tag::Applicant});
        if (ofApplicants) // "自然人申请最多，新收 18 件"
            words.lead = passage.before + words.lead;
        if (!told && isEmpty(words.lead) && isEmpty(words.tail) && passage.previous < 0
            && !passage.before.isEmpty() && !passage.beforeCounted)
            words.lead = passage.before + words.lead; // "收到申请，共 21 件"

        Mention mention;
        mention.quantity = m_quantities[token.quantity];
        mention.group = token.group;
        mention.sentence = m_sentence;
        mention.clause = m_clause;
        mention.token = index;
        mention.firstToken = words.lead.isEmpty() ? index : words.lead.first();
        mention.previous = passage.previous;
        mention.counted = m_counting.countedOf(words, mention.quantity, m_topic);
        m_topic.isOfSite = false;
        const Counted::Kind kind = mention.counted.kind;
        if (kind == Counted::Kind::Received || kind == Counted::Kind::Done)
            m_topic.unit = mention.quantity.unit;
        mention.dimension = m_counting.dimensionOf(words, mention.counted, m_topic);
        mention.isOtherPart = m_counting.isOtherPart(words);
        mention.ours = passage.scope.isOurs();
        mention.isUsable = isTotal(mention, passage, words);
        if (!mention.ours && mention.counted.kind != Counted::Kind::None)
            mention.counted.label = passage.scope.why();
        // places in the shown text
        const qsizetype start = m_reading.places[mention.quantity.start];
        const qsizetype end = m_reading.places[mention.quantity.end() - 1] + 1;
        const qsizetype digits
            = m_reading.places[mention.quantity.start + mention.quantity.digits - 1] + 1 - start;
        mention.quantity.start = start;
        mention.quantity.length = end - start;
        mention.quantity.digits = digits;
        if (mention.counted.kind != Counted::Kind::Received && mention.counted.kind != Counted::Kind::None
            && !words.tail.isEmpty() && m_reading.tokens[words.tail.first()].tags.has(Tag::Within))
            m_topic.isOfSome = true;
        passage.previous = int(m_reading.mentions.size());
        passage.counted = true;
        m_reading.mentions.append(mention);
    }

    /// What parts may add up to.
    bool isTotal(const Mention &mention, const Passage &passage, const Words &words) const
    {
        const QString &label = mention.counted.label;
        return !mention.quantity.isPercent() && mention.quantity.exact && label != u"delta"
            && label != u"share" && mention.counted.kind != Counted::Kind::CarriedIn
            && passage.scope.why() != u"other_year" && !m_counting.has(words.lead, {Tag::Share});
    }

    const ReadingContext &m_context;
    const CheckedText &m_shown;
    Reading m_reading{};
    Counting m_counting;
    Wordings m_wordings;
    QList<Quantity> m_quantities{};
    Topic m_topic{};
    QHash<int, Passage> m_passages{};
    QList<int> m_open{}; // groups, outer ones first
    int m_sentence = 0;
    bool m_isEmptySentence = true;
    bool m_namesThisYear = false; // the text does: another year in it is meant
    int m_clause = 0;
};

} // namespace

bool Reading::has(int from, int to, Tag tag) const
{
    return std::any_of(tokens.begin() + from, tokens.begin() + std::max(from, to),
        [tag](const Token &token) { return token.tags.has(tag); });
}

ReadingContext::ReadingContext(const Report &report, const RuleWords &words)
    : form(report.specPointer())
    , year(report.year())
    , names(report, words.ownNames)
    , lexicon(Lexicon::of(form, words))
    , units(words.units)
{
    key = QStringList{form->id, QString::number(year), QString::number(lexicon->serial()), report.kind(),
        names.literals().join(u'\n')}
              .join(u'\t');
}

std::shared_ptr<const Reading> readText(const ReadingContext &context, const CheckedText &text)
{
    constexpr int kMostKept = 4'000'000; // characters
    static auto &kept = *new KeptForAll<std::shared_ptr<const Reading>>(kMostKept);
    const QString key = context.key + u'\v' + text.heading + u'\v' + text.bare;
    return kept.of(key, [&] { return std::make_shared<const Reading>(Reader(context, text).read()); });
}

} // namespace nianbao
