// SPDX-License-Identifier: MulanPSL-2.0
#include "statements.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {

bool isOneOf(QChar c, QStringView marks) { return marks.contains(c); }

/// Ends of clauses, brackets apart.
constexpr auto kClauseEnds = u"，；：,;:";
constexpr auto kSentenceEnds = u"。！？!?\n";
constexpr auto kPunctuation = u"，；：,;:、。！？!?\n（）()";

/// Whom and when a clause speaks of, carried from clause to clause of a sentence.
class Scope {
public:
    Scope(const Report &report) : m_year(report.year()), m_ownNames(report.ownNames())
    {
        const QString name = report.fact(fact::kName);
        static const QString ends = QStringLiteral("市区县镇乡");
        const bool isGovernment = name.contains(QStringLiteral("人民政府"));
        for (const QChar c : name) {
            if (ends.contains(c) && (isGovernment || ends.contains(name.back())))
                m_kind = c;
        }
    }
    void startSentence()
    {
        m_otherYear = false;
        m_otherBody = false;
        m_partOfYear = false;
    }
    /// What of a clause stands before a figure; again and longer for each further figure in it.
    void read(const QString &clause)
    {
        const bool namesTime
            = std::any_of(clause.begin(), clause.end(), [](QChar c) { return isOneOf(c, u"年月季半比"); });
        if (namesTime)
            readTime(clause);
        const bool namesBody = std::any_of(clause.begin(), clause.end(),
            [](QChar c) { return isOneOf(c, u"县区市镇乡道局委会室厅队心司校院府门位关统村我本全"); });
        if (namesBody)
            readBody(clause);
    }
    bool isOurs() const { return !m_otherYear && !m_otherBody && !m_partOfYear; }

private:
    void readTime(const QString &clause)
    {
        const auto &compared
            = pattern("(?:比|较|与|同)(?:上一?年|去年|往年|前年|\\d{4}年)(?:度|同期)?(?:相比)?|同比|环比");
        const auto &carried = pattern("(?:上一?年|去年|\\d{4}年)度?(?:的)?(?:结转|转入|顺延|转结|遗留|"
                                      "延续)|(?:结转|顺延|转|延)(?:至|到|入)?(?:下|次|明|\\d{4})一?年"
                                      "|结转(?:自)?(?:上|去)一?年");
        const auto &last
            = pattern("去年|上一?年|往年|前年|明年|下一?年度|近[两三四五]年|[一二三四五六七八九十]年来");
        const auto &stated = pattern("(?<!\\d)(\\d{4})年(?!修订|\\d{1,2}月\\d{1,2}日)");
        const auto &thisYear = pattern("今年|本年|全年|年内|一年来");
        const auto &part
            = pattern("上半年|下半年|第?[一二三四1-4]季度|(?<![\\d每按逐当])\\d{1,2}月份?(?!\\d|[^，。]{0,3}"
                      "日)|前[一二三四五六七八九十\\d]{1,4}个?(?:季度|月)");
        const auto &wholeYear = pattern("截[至止到]?[^，]{0,8}(?:12月|年底|年末)|1月[^，]{0,8}12月");
        QString rest = clause;
        rest.remove(compared);
        rest.remove(carried);
        if (thisYear.match(rest).hasMatch())
            m_otherYear = false;
        if (last.match(rest).hasMatch())
            m_otherYear = true;
        if (const auto year = stated.match(rest); year.hasMatch()) {
            m_otherYear = year.captured(1).toInt() != m_year;
            m_partOfYear = false;
        }
        if (wholeYear.match(rest).hasMatch())
            m_partOfYear = false;
        else if (part.match(rest).hasMatch())
            m_partOfYear = true;
        else if (thisYear.match(rest).hasMatch())
            m_partOfYear = false;
    }

    void readBody(const QString &clause)
    {
        const auto &body = pattern(
            "^(?:其中|由|另外?|此外|同时|\\d{4}年度?|全年|今年|本年度?){0,3}(?:截至[^，]{1,12})?"
            "(?:其中|由|另外?|此外|同时|\\d{4}年度?|全年|今年|本年度?){0,3}((?:(?!["
            "共收受办答接被主制依向对])\\p{Han}){0,12}?"
            "(?:县|区|市|镇|乡|街道|局|委|委员会|办公室|办公厅|厅|大队|中心|公司|学校|法院|政府|部门|单位|"
            "机关|系统|村|社区))"
            "(?:全年|今年|本年度?|共计?|累计|总计|一共|代表[\\p{Han}]{1,6}|\\d{4}年|分别|依法|主动|已|均|新){"
            "0,6}"
            "(?:收|受理|办|答复|接|制|被|印发|出台|发布|公开|发生|依申请|行政|申请|予以|不予|部分|无法|\\d)");
        const auto &ours = pattern(
            "^(?:我|本|全)|我[市区县镇乡街局委办厅单机部]|本[机单级市区县镇乡街局部行]|全[市区县镇乡街]");
        const auto match = body.match(clause);
        if (!match.hasMatch()) {
            if (ours.match(clause).hasMatch())
                m_otherBody = false;
            return;
        }
        const QString name = match.captured(1);
        m_otherBody = !isOwn(name) && !ours.match(name).hasMatch();
    }

    bool isOwn(const QString &name) const
    {
        const auto &office = pattern("^(?:党政|政务公开|政府信息公开|综合|政府办|党政综合)");
        const auto &subordinate = pattern("(?:部门|单位)$");
        if (office.match(name).hasMatch())
            return true;
        if (subordinate.match(name).hasMatch())
            return false;
        const bool named = std::any_of(m_ownNames.begin(), m_ownNames.end(), [&](const QString &own) {
            return own.size() > 1 && (name.startsWith(own) || own.endsWith(name));
        });
        // 市政府办公厅 of a city, 区政府 of a district
        return named
            || (!m_kind.isEmpty() && name.startsWith(m_kind)
                && has(name, "^.(?:人民)?政府(?:办公室|办公厅|办)?$"));
    }

    int m_year;
    QStringList m_ownNames;
    QString m_kind;
    bool m_otherYear = false;
    bool m_otherBody = false;
    bool m_partOfYear = false;
};

/// Group number of each character: 0 outside of brackets, one of its own for each pair. Pairs far inside
/// others belong to the one around them: what stands in a group is read across the groups within.
QList<int> bracketGroups(const QString &text)
{
    constexpr qsizetype kDeepest = 4;
    QList<int> groups(text.size(), 0);
    QList<int> open;
    int last = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n')
            open.clear();
        if ((c == u'）' || c == u')') && !open.isEmpty())
            open.removeLast();
        groups[i] = open.isEmpty() ? 0 : open.last();
        if (c == u'（' || c == u'(')
            open.append(open.size() < kDeepest ? ++last : open.last());
    }
    return groups;
}

/// The characters of [from, to) that stand in the group.
QString inGroup(const QString &text, const QList<int> &groups, qsizetype from, qsizetype to, int group)
{
    QString result;
    for (qsizetype i = from; i < to; ++i) {
        if (groups[i] == group && !isOneOf(text[i], u"（）()"))
            result += text[i];
    }
    return result;
}

/// What follows the figure before, up to a mark, belongs to that one.
qsizetype behindPrevious(
    const QString &text, const QList<int> &groups, qsizetype end, const Quantity &quantity)
{
    for (qsizetype i = end; i < quantity.start; ++i) {
        if (groups[i] == groups[quantity.start] && isOneOf(text[i], kPunctuation))
            return i + 1;
    }
    return end;
}

qsizetype bracketStart(
    const QString &text, const QList<int> &groups, qsizetype sentence, const Quantity &quantity)
{
    qsizetype from = quantity.start;
    while (from > sentence && groups[from - 1] != 0 && !isOneOf(text[from - 1], u"（("))
        --from;
    return from;
}

/// Up to the next mark; empty when another figure comes before it: then the words are that one's.
QString tailOf(const QString &text, const Quantity &quantity, qsizetype next)
{
    qsizetype end = quantity.end();
    while (end < next && !isOneOf(text[end], kPunctuation))
        ++end;
    return end < next || next == text.size() ? text.mid(quantity.end(), end - quantity.end()) : QString();
}

QString lastClause(const QString &lead)
{
    qsizetype from = lead.size();
    while (from > 0 && !isOneOf(lead[from - 1], kClauseEnds))
        --from;
    return lead.mid(from);
}

} // namespace

QList<Mention> readMentions(const Report &report, const CheckedText &text)
{
    const QString &bare = text.bare;
    const QList<int> groups = bracketGroups(bare);
    QList<Mention> mentions;
    Scope scope(report);
    const QList<Quantity> quantities = readQuantities(bare);
    qsizetype sentence = 0;
    constexpr qsizetype kLongestClause = 600; // longer: what its beginning said goes on to hold
    qsizetype searched = 0; // for the ends of sentences and of clauses
    qsizetype readTo = 0; // clauses up to here are known to the scope
    bool isBegun = false; // the clause from there on was read up to a figure
    QHash<int, qsizetype> lastInGroup; // index of the last mention of a group in this sentence
    int sentenceNumber = 0;
    const auto startSentence = [&](qsizetype at) {
        sentence = at;
        readTo = at;
        isBegun = false;
        ++sentenceNumber;
        scope.startSentence();
        lastInGroup.clear();
    };
    startSentence(0);
    for (qsizetype k = 0; k < quantities.size(); ++k) {
        const Quantity &quantity = quantities[k];
        // sentences and clauses that end before the quantity, and the clause it stands in
        const int group = groups[quantity.start];
        for (; searched < quantity.start; ++searched) {
            if (isOneOf(bare[searched], kSentenceEnds)) {
                startSentence(searched + 1);
            } else if (groups[searched] == 0 && isOneOf(bare[searched], kClauseEnds)) {
                scope.read(inGroup(bare, groups, readTo, searched, 0));
                readTo = searched + 1;
                isBegun = false;
            }
        }
        if (group == 0 && (!isBegun || quantity.start - readTo < kLongestClause)) {
            scope.read(inGroup(bare, groups, readTo, quantity.start, 0));
            isBegun = true;
        }

        Mention mention;
        mention.quantity = quantity;
        mention.group = group;
        mention.sentence = sentenceNumber;
        mention.sentenceStart = sentence;
        mention.ours = scope.isOurs();
        mention.live = text.shown.liveAt(quantity.start, quantity.end()) != nullptr;
        mention.previous = lastInGroup.value(group, -1);
        const qsizetype from = mention.previous >= 0
            ? behindPrevious(bare, groups, mentions[mention.previous].quantity.end(), quantity)
            : group != 0 ? bracketStart(bare, groups, sentence, quantity)
                         : sentence;
        mention.lead = inGroup(bare, groups, from, quantity.start, group);
        mention.leadStart = from;
        const qsizetype next = k + 1 < quantities.size() ? quantities[k + 1].start : bare.size();
        mention.tail = tailOf(bare, quantity, next);
        mention.clause = lastClause(mention.lead);
        lastInGroup.insert(group, mentions.size());
        mentions.append(mention);
    }
    return mentions;
}

} // namespace nianbao
