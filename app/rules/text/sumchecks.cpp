// SPDX-License-Identifier: MulanPSL-2.0
#include "sumchecks.h"

#include "patterns.h"
#include "statementchecks.h"
#include "statements.h"

#include <QHash>

#include <algorithm>

namespace nianbao {

namespace {

/// Parts a sentence lists for a total it states.
struct PartList {
    qsizetype total = -1; // index of the mention
    QList<qsizetype> parts{};
    bool mustAddUp = false; // 包括, 分别为, a bare list in brackets; after 其中 a part may be left out
};

class Sums {
public:
    Sums(Inspection &check, const CheckedText &text, const QList<Mention> &mentions)
        : m_check(check), m_text(&text), m_mentions(mentions)
    { }

    void check()
    {
        for (qsizetype i = 0; i < m_mentions.size(); ++i)
            checkListFrom(i);
        checkChannels();
    }

private:
    static constexpr qsizetype kMostFigures = 120; // of one list with its total; more is no sentence

    /// "其中 5 件" within a list: parts of a part.
    bool opensParts(qsizetype k)
    {
        if (m_opensParts.isEmpty())
            m_opensParts.resize(m_mentions.size());
        auto &known = m_opensParts[k];
        if (!known)
            known = has(m_mentions[k].lead, "^[^，；]{0,4}(?:其中|包括)");
        return *known;
    }

    const Quantity &quantity(qsizetype i) const { return m_mentions[i].quantity; }

    QString between(qsizetype from, qsizetype to) const { return m_text->bare.mid(from, to - from); }

    bool sameSentence(qsizetype a, qsizetype b) const
    {
        return m_mentions[a].sentence == m_mentions[b].sentence;
    }

    /// The list that starts with mention i: its words say so, or the bracket it opens.
    void checkListFrom(qsizetype i)
    {
        const Mention &first = m_mentions[i];
        if (first.quantity.isPercent())
            return;
        const auto &marker = pattern("(其中|包括|分别是|分别为|具体为|即)[，,：:]?([^，；。]{0,30})$");
        const bool opensBracket = first.group != 0 && first.previous < 0;
        const auto words = marker.match(first.lead);
        PartList list;
        if (words.hasMatch() && !(first.previous < 0 && first.group != 0 && !opensBracket)) {
            list.mustAddUp = words.captured(1) != u"其中";
            list.total = totalBefore(i, first.leadStart);
        } else if (opensBracket
            && !has(first.lead, "^[^，、]{0,4}(?:含|另|不含|较|比|同比|占|约|其中|截至)")) {
            list.mustAddUp = true;
            list.total = totalBefore(i, first.quantity.start);
            // a remark in brackets is no list
            if (list.total < 0 || quantity(list.total).end() + 14 < first.leadStart)
                return;
        } else {
            return;
        }
        if (list.total < 0 || !quantity(list.total).exact)
            return;
        collect(list, i);
    }

    /// The nearest figure with the same counting word before the list, in this sentence or the one before.
    qsizetype totalBefore(qsizetype i, qsizetype) const
    {
        const qsizetype farthest = std::max<qsizetype>(0, i - kMostFigures);
        for (qsizetype k = i - 1; k >= farthest && m_mentions[k].sentence >= m_mentions[i].sentence - 1;
             --k) {
            const bool outer = m_mentions[i].group != 0 ? m_mentions[k].group != m_mentions[i].group
                                                        : m_mentions[k].group == 0;
            if (outer && quantity(k).unit == quantity(i).unit) {
                const bool sentenceOpens = sameSentence(k, i)
                    || has(between(m_mentions[i].sentenceStart, quantity(i).start), "^其中");
                return sentenceOpens ? k : -1;
            }
        }
        return -1;
    }

    void collect(PartList &list, qsizetype from)
    {
        const Mention &first = m_mentions[from];
        const Amount total = quantity(list.total).value;
        Amount sum;
        Amount sumOfFirstRun;
        qsizetype firstRun = 0;
        bool complete = true;
        const qsizetype end = std::min(m_mentions.size(), from + kMostFigures);
        for (qsizetype k = from; k < end && sameSentence(k, from); ++k) {
            if (m_mentions[k].group != first.group || quantity(k).unit != first.quantity.unit)
                continue;
            if (k > from && opensParts(k)) {
                // parts of a part are checked by themselves
                k = lastPartOf(list.parts.last(), k);
                if (k < 0)
                    return;
                continue;
            }
            const QString gap = between(quantity(std::max(k - 1, from)).end(), quantity(k).start);
            if (k > from && firstRun == 0 && gap.contains(u'；')) {
                firstRun = list.parts.size();
                sumOfFirstRun = sum;
            }
            complete = complete && quantity(k).exact;
            list.parts.append(k);
            sum = sum + quantity(k).value;
            if (sum == total && list.parts.size() > 1 && mayEndBehind(k, first.group))
                return;
        }
        const bool isCutShort = end < m_mentions.size() && sameSentence(end, from);
        if (list.parts.isEmpty() || !complete || isCutShort)
            return;
        if (firstRun > 1) {
            list.parts.resize(firstRun);
            sum = sumOfFirstRun;
        }
        const QString behind = m_text->bare.mid(quantity(list.parts.last()).end(), 12);
        const bool open = has(behind, "^[^，。；]{0,8}等")
            || has(between(quantity(list.total).end(), first.quantity.start), "主要|等");
        const bool tooMuch = sum > total;
        const bool most = sum * 2 >= total;
        const bool wrong
            = tooMuch || (!open && list.parts.size() > 1 && sum != total && (list.mustAddUp || most));
        if (wrong)
            report(list, sum);
    }

    /// A list in brackets ends with them; another one may end at any mark but 、.
    bool mayEndBehind(qsizetype k, int group) const
    {
        if (k + 1 >= m_mentions.size() || !sameSentence(k, k + 1) || m_mentions[k + 1].group != group)
            return true;
        return group == 0 && !between(quantity(k).end(), quantity(k + 1).start).contains(u'、');
    }

    /// The last of the parts from k on that add up to that figure; -1 when they do not.
    qsizetype lastPartOf(qsizetype whole, qsizetype k) const
    {
        Amount sum;
        const qsizetype end = std::min(m_mentions.size(), k + kMostFigures);
        for (qsizetype i = k; i < end && sameSentence(i, k); ++i) {
            if (m_mentions[i].group != m_mentions[k].group || quantity(i).unit != quantity(k).unit)
                continue;
            sum = sum + quantity(i).value;
            if (sum == quantity(whole).value)
                return i;
        }
        return -1;
    }

    void report(const PartList &list, Amount sum)
    {
        QStringList parts;
        for (const qsizetype part : list.parts)
            parts.append(quantity(part).value.toString());
        const Amount total = quantity(list.total).value;
        const bool allLive = m_mentions[list.total].live
            && std::all_of(
                list.parts.begin(), list.parts.end(), [&](qsizetype k) { return m_mentions[k].live; });
        if (allLive)
            return;
        const qsizetype start = quantity(list.total).start;
        const Phrase message = parts.size() == 1
            ? Phrase({"The text says %1 in all; a part of it, %2, is more.",
                         "正文写合计 %1，其中的一项 %2 比它还多。"},
                total.toString(), sum.toString())
            : Phrase({"The text says %1 in all; its parts %2 = %3; difference %4.",
                         "正文写合计 %1，分项 %2 = %3，差 %4。"},
                total.toString(), parts.join(QStringLiteral(" + ")), sum.toString(),
                (sum > total ? sum - total : total - sum).toString());
        Finding &finding = m_check.addAt(kTxtSum, *m_text, start, quantity(list.total).length,
            Phrase({"The parts do not add up", "分项与合计不符"}), message);
        finding.left = total.toString();
        finding.right = sum.toString();
    }

    // Channels and categories

    static bool countsItems(const Quantity &quantity)
    {
        return quantity.unit == u"条" || quantity.unit == u"篇" || quantity.unit == u"件"
            || quantity.unit == u"期" || quantity.unit == u"次";
    }

    void compare(qsizetype i, const Phrase &what, qint64 registered, const QString &binding)
    {
        const Mention &mention = m_mentions[i];
        if (!mention.ours || mention.live || !mention.quantity.exact
            || mention.quantity.value == Amount::fromInteger(registered))
            return;
        Finding &finding = m_check.addAt(kTxtSum, *m_text, mention.quantity.start, mention.quantity.length,
            Phrase({"Text and channels disagree", "正文与渠道登记不符"}),
            Phrase({"The text says %1 for %2; the register of channels says %3.",
                       "正文写%2 %1，渠道登记是 %3。"},
                mention.quantity.value.toString(), what, registered));
        finding.left = mention.quantity.value.toString();
        finding.right = QString::number(registered);
        finding.binding = binding;
        finding.numberStart = m_text->shown.toStored(mention.quantity.start);
        finding.numberLength = mention.quantity.digits;
    }

    void checkChannels()
    {
        const QList<Channel> &channels = m_check.report.channels();
        static const char *const all = "(?:共|累计|总计|合计|全年|一共)[^，；]{0,16}?(?:主动)?(?:公开|发布)[^"
                                       "，；]{0,14}信息[^，；]{0,8}$"
                                       "|(?:公开|发布)[^，；]{0,10}信息(?:一?共|累计|总计|合计)计?$";
        static const char *const through = "(?:网站|公众号|微博|抖音|快手|客户端|APP|头条|专栏|公报|公示栏|"
                                           "电子屏|新闻发布会|新媒体)[^，；。]{0,24}$";
        // "通过网站和新媒体……共" speaks of all of them
        static const char *const several = "(?:网站|公众号|微博|抖音|客户端|公报|公示栏|新媒体)[^，；。]{0,4}"
                                           "(?:、|和|及|与|等)[^，；。]{0,30}$";
        qsizetype total = -1;
        QList<qsizetype> parts;
        for (qsizetype i = 0; i < m_mentions.size(); ++i) {
            const Mention &mention = m_mentions[i];
            if (mention.group != 0 || !countsItems(mention.quantity))
                continue;
            const QString clause = rawClause(i);
            if (has(mention.lead, all) && (!has(clause, through) || has(clause, several))) {
                if (total < 0)
                    total = i;
                if (const auto sum = channelsTotal(channels); sum && channels.size() > 0)
                    compare(i, Phrase({"all channels together", "各渠道合计"}), *sum,
                        QStringLiteral("channels.total"));
                continue;
            }
            if (has(clause, several))
                continue;
            if (compareChannel(i, clause))
                continue;
            if (total >= 0 && quantity(total).unit == mention.quantity.unit && has(clause, through)
                && has(clause, "公开|发布|推送|刊发|更新|条$"))
                parts.append(i);
        }
        if (total < 0 || parts.size() < 2 || !channels.isEmpty() || !quantity(total).exact)
            return;
        PartList list{total, parts, true};
        Amount sum;
        for (const qsizetype part : std::as_const(parts)) {
            if (!quantity(part).exact || !m_mentions[part].ours)
                return;
            sum = sum + quantity(part).value;
        }
        const bool open = has(m_text->bare, "等(?:渠道|平台|方式|形式|途径)");
        const bool most = sum * 10 >= quantity(total).value * 8;
        if (sum > quantity(total).value || (sum != quantity(total).value && most && !open))
            report(list, sum);
    }

    /// The clause with its quoted names: channels are often called by them.
    QString rawClause(qsizetype i) const
    {
        const Mention &mention = m_mentions[i];
        const QString &text = m_text->shown.text;
        qsizetype from = mention.quantity.start;
        while (from > mention.leadStart && !QStringLiteral("，；：").contains(text[from - 1]))
            --from;
        return text.mid(from, mention.quantity.start - from);
    }

    /// A channel as clauses name it, and its categories by their names.
    struct Register {
        struct Named {
            const Channel *channel;
            QString core; // “…” of its name
        };
        QList<Named> channels{};
        QHash<QString, QList<std::pair<qsizetype, const Category *>>> categories{};
    };

    const Register &channelRegister()
    {
        if (m_register)
            return *m_register;
        const auto &quoted = pattern("“([^”]+)”");
        m_register.emplace();
        const QList<Channel> &channels = m_check.report.channels();
        for (qsizetype i = 0; i < channels.size(); ++i) {
            m_register->channels.append({&channels[i], quoted.match(channels[i].name).captured()});
            for (const Category &category : channels[i].categories) {
                if (category.count && category.name.size() >= 2)
                    m_register->categories[category.name].append({i, &category});
            }
        }
        return *m_register;
    }

    /// The count of a channel, or "人事任免7条" in the list of one; the first of the register that is named.
    bool compareChannel(qsizetype i, const QString &clause)
    {
        const Register &known = channelRegister();
        if (known.channels.isEmpty())
            return false;
        const auto inList = known.categories.value(listItem(clause));
        const bool mayName = has(clause, "公开|发布|推送|刊发|更新|[”站号博栏]共?$");
        const qsizetype end = inList.isEmpty() ? known.channels.size() : inList.first().first + 1;
        for (qsizetype k = 0; mayName && k < end; ++k) {
            const auto &[channel, core] = known.channels[k];
            const auto count = channelCount(*channel);
            if (count && (clause.contains(channel->name) || (!core.isEmpty() && clause.contains(core)))) {
                compare(i, channel->name, *count, QStringLiteral("channels[\"%1\"]").arg(channel->name));
                return true;
            }
        }
        if (inList.isEmpty())
            return false;
        const auto &[k, category] = inList.first();
        compare(i, category->name, *category->count,
            QStringLiteral("channels[\"%1\"][\"%2\"]").arg(known.channels[k].channel->name, category->name));
        return true;
    }

    /// What stands in the list behind its last 、, 包括 and 其中 set aside.
    static QString listItem(const QString &clause)
    {
        QString item = clause.mid(clause.lastIndexOf(u'、') + 1);
        for (const QString &word : {QStringLiteral("包括"), QStringLiteral("其中")}) {
            if (const auto at = item.lastIndexOf(word); at >= 0)
                item = item.mid(at + word.size());
        }
        return item;
    }

    Inspection &m_check;
    const CheckedText *m_text;
    const QList<Mention> &m_mentions;
    QList<std::optional<bool>> m_opensParts{};
    std::optional<Register> m_register{};
};

} // namespace

/// A channel's own count against its categories.
void checkRegister(Inspection &check)
{
    for (const Channel &channel : check.report.channels()) {
        const bool filled = std::all_of(channel.categories.begin(), channel.categories.end(),
            [](const Category &category) { return category.count.has_value(); });
        const auto sum = channelSum(channel);
        if (!channel.count || !sum || !filled || *sum == *channel.count)
            continue;
        Finding &finding = check.add(kTxtSum, Phrase({"The categories do not add up", "分类与渠道不符"}),
            Phrase({"%1: %2 items; its categories together %3; difference %4.",
                       "%1：%2 条，各分类之和 %3，差 %4。"},
                channel.name, *channel.count, *sum, std::abs(*channel.count - *sum)));
        finding.place = Place::channels();
        finding.excerpt = channel.name;
        finding.left = QString::number(*channel.count);
        finding.right = QString::number(*sum);
    }
}

void checkSums(Inspection &check, const CheckedText &text, const QList<Mention> &mentions)
{
    Sums(check, text, mentions).check();
}

} // namespace nianbao
