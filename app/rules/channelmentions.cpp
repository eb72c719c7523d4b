// SPDX-License-Identifier: MulanPSL-2.0
#include "channelmentions.h"

#include "bounds.h"
#include "inspection.h"

#include <algorithm>

namespace nianbao {

namespace {

/// What stands around a channel, or a kind of items, and is no part of its name.
constexpr Tags kAroundNames{Tag::Filler, Tag::Joint, Tag::Total, Tag::Adverb, Tag::Timely, Tag::Respective,
    Tag::Opener, Tag::Complete, Tag::Open, Tag::ThisYear, Tag::WholeYear, Tag::By, Tag::Already};
constexpr Tags kOtherwise{Tag::Request, Tag::RequestBare, Tag::Receive, Tag::OtherMatter, Tag::Compare,
    Tag::Change, Tag::Average, Tag::Plan, Tag::LastYear, Tag::Negation, Tag::Reconsideration,
    Tag::Litigation};

/// What a text says of channels, figure by figure.
class ChannelReader {
public:
    ChannelReader(const ReadingContext &context, const CheckedText &text, const Reading &reading,
        const RuleWords &words)
        : m_context(context), m_spec(*context.form), m_text(text), m_reading(reading), m_words(words)
    { }

    QList<MentionedChannel> run()
    {
        QList<MentionedChannel> found;
        for (int i = 0; i < m_reading.mentions.size(); ++i) {
            const int site = mention(i).ours && isItems(i) ? siteOf(i) : -1;
            if (site < 0 || isOfAnother(site) || found.size() >= bounds::kChannels)
                continue;
            MentionedChannel mentioned{{nameOfSite(site), countOf(i), {}}};
            readCategories(i, mentioned);
            if (mentioned.channel.name.size() <= bounds::kLine)
                found.append(mentioned);
        }
        return found;
    }

private:
    static constexpr int kFarthest = 60; // words that are read back for a name

    const Mention &mention(int i) const { return m_reading.mentions[i]; }
    const Token &token(int i) const { return m_reading.tokens[i]; }
    QString wordsOf(int from, int to) const // tokens [from, to), as they are written, without blanks
    {
        QString said;
        for (qsizetype k = from < to ? token(from).start : 0; from < to && k < token(to - 1).end; ++k)
            said += m_text.shown.text[m_reading.places[k]];
        return said;
    }
    qint64 countOf(int i) const { return mention(i).quantity.value.whole(); }

    /// 条, 篇: an issue (期) holds several of them, and of 个 it is boards that are counted.
    bool isItems(int i) const
    {
        const Quantity &quantity = mention(i).quantity;
        const QString &label = mention(i).counted.label;
        return quantity.exact && m_words.units.published.contains(quantity.unit)
            && quantity.value.decimals() == 0 && !quantity.value.isNegative()
            && quantity.value <= Amount::fromInteger(bounds::kCount) && label != u"delta"
            && label != u"share";
    }

    bool isMark(int i, QStringView marks) const
    {
        return token(i).kind == Token::Kind::Mark && marks.contains(token(i).mark);
    }

    /// What may stand between a channel and the number of all that was published there.
    bool isFillerBehindSite(int i) const
    {
        const Token &word = token(i);
        if (word.kind == Token::Kind::Mark)
            return QStringView(u"，：:“”").contains(word.mark);
        const auto said = QStringView(m_reading.text).mid(word.start, word.end - word.start);
        return said.contains(u'＃') || m_words.siteItems.contains(said)
            || (word.kind == Token::Kind::Word && !word.tags.has(Tag::Plain) && word.tags.hasAny(kPublished));
    }

    /// The one channel whose items the figure counts; -1: none, several, or only some of its items.
    int siteOf(int i) const
    {
        const int at = mention(i).token;
        const int group = token(at).group;
        if (at + 1 < m_reading.tokens.size() && token(at + 1).kind == Token::Kind::Number)
            return -1; // 294期1014条
        int site = -1;
        int weak = -1; // 微信: a channel, or what is published on one
        for (int k = at - 1; k >= 0 && at - k <= kFarthest; --k) {
            if (token(k).group != group)
                break;
            if (token(k).quantity >= 0 || isMark(k, u"。！？!?；;\n（("))
                break;
            if (token(k).tags.hasAny(kOtherwise) && !token(k).tags.has(Tag::Site)
                && !token(k).tags.hasAny(kPublished))
                return -1;
            const bool isSite = token(k).tags.has(Tag::Site);
            if (isSite && m_words.siteItems.contains(wordsOf(k, k + 1)) && site < 0) {
                if (weak >= 0 && wordsOf(weak, weak + 1) != wordsOf(k, k + 1))
                    return -1; // 微博微信
                weak = weak < 0 ? k : weak;
                continue;
            }
            if (!isSite && site < 0 && !isFillerBehindSite(k)) {
                if (weak < 0)
                    return -1;
                site = weak; // 通过微信发布5条
            }
            if (isSite) {
                if (site >= 0)
                    return -1;
                site = k;
            } else if (site >= 0 && isMark(k, u"，：:")) {
                break; // what the clause before speaks of is another matter
            } else if (site >= 0 && token(k).tags.has(Tag::Channels)) {
                return -1;
            }
        }
        return site >= 0 ? site : weak;
    }

    /// 县教育局门户网站 is another body's; 县政府网站 is where everybody of the county publishes.
    bool isOfAnother(int site) const
    {
        int from = site;
        while (from > 0 && site - from < kFarthest && token(from - 1).kind != Token::Kind::Number
            && token(from - 1).kind != Token::Kind::Mark && !token(from - 1).tags.has(Tag::By)
            && token(from - 1).group == token(site).group)
            --from;
        const auto name
            = QStringView(m_reading.text).mid(token(from).start, token(site).start - token(from).start);
        const auto place = m_context.names.placeOf(name);
        if (name.size() < 2 || (place && place->length == name.size()))
            return false;
        const auto whose = m_context.names.whose(name);
        return whose == BodyNames::Whose::Other || whose == BodyNames::Whose::Above;
    }

    /// As the form calls it, or the text: an account by its name.
    QString nameOfSite(int site) const
    {
        if (site + 1 < m_reading.tokens.size() && isMark(site + 1, u"“")) {
            for (int k = site + 2; k < m_reading.tokens.size() && k - site < kFarthest; ++k) {
                if (isMark(k, u"”"))
                    return wordsOf(site, k + 1);
            }
        }
        if (site > 0 && isMark(site - 1, u"”")) {
            for (int k = site - 2; k >= 0 && site - k < kFarthest; --k) {
                if (isMark(k, u"“"))
                    return wordsOf(k, site + 1);
            }
        }
        const QString said = wordsOf(site, site + 1);
        const auto ahead = QStringView(m_reading.text).left(token(site).end);
        for (const QString &own : m_spec.defaultChannels) {
            if (ahead.endsWith(own) && own.size() >= said.size())
                return own;
        }
        for (const QStringList &kind : m_words.siteKinds) {
            const auto own = std::find_if(m_spec.defaultChannels.begin(), m_spec.defaultChannels.end(),
                [&](const QString &name) { return kind.contains(name); });
            if (!kind.contains(said) || own == m_spec.defaultChannels.end())
                continue;
            constexpr qsizetype kShort = 4;
            const bool isOther = own->endsWith(said) && site > 0 && token(site - 1).kind == Token::Kind::Other
                && token(site - 1).end == token(site).start
                && token(site - 1).end - token(site - 1).start <= kShort;
            return isOther ? wordsOf(site - 1, site + 1) : *own; // 村务公开栏 is no 政务公开栏
        }
        return said;
    }

    /// The bracket that opens right behind a figure; 0: none.
    int bracketBehind(int i) const
    {
        const int next = mention(i).token + 1;
        const bool opens = next + 1 < m_reading.tokens.size() && isMark(next, u"（(")
            && token(next + 1).group != token(mention(i).token).group;
        return opens ? token(next + 1).group : 0;
    }

    /// Whether a list begins between two figures: 其中, a colon, or the next sentence with such a word.
    bool opensList(int from, int to, MentionedChannel &mentioned) const
    {
        bool opens = false;
        bool isBehindSentence = false;
        for (int k = from + 1; k < to && k - from <= kFarthest; ++k) {
            if (token(k).group != token(to).group)
                continue;
            if (isMark(k, u"。\n")) {
                if (opens && token(k).mark != u'\n') // 包括三类。
                    return false;
                isBehindSentence = true;
                continue;
            }
            if (token(k).tags.has(Tag::Besides) || token(k).tags.hasAny({Tag::Request, Tag::RequestBare}))
                return false;
            if (token(k).tags.hasAny({Tag::Opener, Tag::Open}) || isMark(k, u"：:")) {
                opens = true;
                mentioned.isOpen = mentioned.isOpen || token(k).tags.has(Tag::Open);
            } else if (isBehindSentence && !opens) {
                return false;
            }
        }
        return opens && to - from <= kFarthest;
    }

    void readCategories(int i, MentionedChannel &mentioned) const
    {
        const int own = token(mention(i).token).group;
        const int bracket = bracketBehind(i);
        const int group = bracket != 0 ? bracket : own;
        int last = mention(i).token;
        int first = -1;
        qint64 sum = 0;
        QList<Category> &categories = mentioned.channel.categories;
        const bool wasOpen = mentioned.isOpen;
        for (int k = i + 1; k < m_reading.mentions.size() && k - i <= bounds::kChannels; ++k) {
            if (mention(k).group != group || mention(k).quantity.isPercent()) {
                if (bracket != 0 && mention(k).group == own)
                    break;
                continue;
            }
            const bool opensHere = first < 0 && bracket == 0;
            const bool fits = opensHere ? opensList(last, mention(k).token, mentioned)
                                        : first < 0 || mention(k).sentence == mention(first).sentence;
            const QString name = fits ? categoryName(last, k) : QString();
            if (name.isEmpty())
                break;
            first = first < 0 ? k : first;
            last = mention(k).token;
            categories.append({name, countOf(k)});
            sum += countOf(k);
            if (sum == mentioned.channel.count)
                break; // what follows is no part any more
        }
        if (categories.isEmpty()) {
            mentioned.isOpen = wasOpen;
            return;
        }
        const int behind = last + 1; // 等
        mentioned.isOpen
            = mentioned.isOpen || (behind < m_reading.tokens.size() && token(behind).tags.has(Tag::Open));
    }

    /// What the figure counts as a kind of items; empty: it is no part of the list.
    QString categoryName(int behind, int i) const
    {
        constexpr qsizetype kLongest = 40; // characters
        const int at = mention(i).token;
        if (!isItems(i) || siteOf(i) >= 0)
            return {};
        int from = at;
        while (from > behind + 1 && token(from - 1).quantity < 0 && !isMark(from - 1, u"，、；：:,;。\n（(")
            && !token(from - 1).tags.has(Tag::Opener))
            --from;
        const bool isOpened
            = from > 0 && (token(from - 1).tags.hasAny({Tag::Opener, Tag::Open}) || isMark(from - 1, u"：:"));
        int to = at;
        const auto isFiller = [&](int k) {
            return token(k).tags.hasAny(kAroundNames) && !token(k).naming && !token(k).tags.has(Tag::Site);
        };
        const auto isOwn = [&] { return m_spec.defaultCategories.contains(wordsOf(from, to)); };
        while (from < to && !isOwn() && (isFiller(from) || (isOpened && isPublishing(from))))
            ++from;
        while (from < to && !isOwn() && (isFiller(to - 1) || isMark(to - 1, u"：:")))
            --to;
        if (from >= to || token(to - 1).end - token(from).start > kLongest)
            return {};
        const bool isOwnName = isOwn();
        if (!isOwnName && !mention(i).ours) // 政务公开工作机构 is a kind of items, and no other body
            return {};
        const bool isOfOther = std::any_of(
            m_reading.tokens.begin() + from, m_reading.tokens.begin() + to, [](const Token &word) {
                return word.tags.hasAny({Tag::Request, Tag::RequestBare, Tag::Receive, Tag::Besides})
                    || word.quantity >= 0;
            });
        if (!isOwnName
            && (isOfOther || (isPublishing(from) && to - from < 2) || token(from).tags.has(Tag::By)))
            return {};
        if (!isOwnName && to - from > 1 && token(to - 1).tags.has(Tag::Information)
            && m_spec.defaultCategories.contains(wordsOf(from, to - 1)))
            --to; // 财政预决算信息
        return wordsOf(from, to);
    }

    bool isPublishing(int i) const { return token(i).tags.hasAny({Tag::Proactive, Tag::Issue}); }

    static constexpr Tags kPublished{Tag::Proactive, Tag::Information, Tag::Filler, Tag::Total, Tag::Adverb,
        Tag::ThisYear, Tag::WholeYear, Tag::Already, Tag::Timely, Tag::Opener};

    const ReadingContext &m_context;
    const ReportSpec &m_spec;
    const CheckedText &m_text;
    const Reading &m_reading;
    const RuleWords &m_words;
};

} // namespace

QList<MentionedChannel> channelsIn(const QString &text, const Report &report)
{
    static const RuleWords words = RuleWords::shipped();
    CheckedText checked;
    checked.shown = shownText(report, text);
    checked.bare = withoutQuotes(checked.shown.text);
    const ReadingContext context(report, words);
    return ChannelReader(context, checked, *readText(context, checked), words).run();
}

} // namespace nianbao
