// SPDX-License-Identifier: MulanPSL-2.0
#include "targets.h"

#include "patterns.h"
#include "statementchecks.h"

#include <algorithm>

namespace nianbao {

TargetReader::TargetReader(const Report &report, const CheckedText &text) : m_report(report), m_text(text)
{
    m_aboutRequests = text.heading.contains(QStringLiteral("申请"));
    m_requestsFromHeading = m_aboutRequests;
    const auto find = [&](const char *expression) {
        QList<qsizetype> places;
        for (auto it = pattern(expression).globalMatch(text.bare); it.hasNext();)
            places.append(it.next().capturedStart());
        return places;
    };
    m_requests = find("(?<!许可|救助|补助|补贴|复议|赔偿|报名|参保)(?:政府信息公开|信息公开|公开)?(?:案件)?"
                      "申请(?!人|表|行政复议|复议|诉讼|强制|救助|书)|依申请公开");
    m_others = find("建议|提案|信访件|信访事项|热线|来信|咨询|留言|征集|公众意见|工单|诉求|"
                    "许可事项|处罚|案卷|培训|监测|"
                    "通报|报告分|公报");
    m_disputes = find("行政复议|行政诉讼|复议|诉讼");
}

std::optional<Target> TargetReader::next(const Mention &mention)
{
    if (mention.sentence != m_sentence) {
        m_sentence = mention.sentence;
        m_aboutDisputes = false;
        m_aboutOther = false;
        m_namedRows.clear();
        m_respective.clear();
    }
    readMatter(mention.sentenceStart, mention.quantity.start);
    return mention.quantity.isPercent() ? std::nullopt : targetOf(mention);
}

/// What the sentence speaks of so far.
void TargetReader::readMatter(qsizetype sentence, qsizetype until)
{
    const auto last = [&](const QList<qsizetype> &places) {
        const auto behind = std::lower_bound(places.begin(), places.end(), until);
        return behind != places.begin() && *std::prev(behind) >= sentence ? *std::prev(behind) : -1;
    };
    const auto request = last(m_requests);
    const auto others = last(m_others);
    const auto dispute = last(m_disputes);
    m_aboutDisputes = dispute >= 0 && dispute > others;
    m_aboutOther = others >= 0 && others > request && others > dispute;
    if (request >= 0)
        m_aboutRequests = true;
    else if (others >= 0 || dispute >= 0)
        m_aboutRequests = m_requestsFromHeading && others < 0;
}

// Values of the tables

/// Adds a reading when any of the cells is filled.
void TargetReader::addReading(Target &target, const Phrase &words, const TableSpec &table,
    const QStringList &rowsOrGroups, const QStringList &columns) const
{
    const auto value = sumOfFilled(m_report, table, rowsOrGroups, columns);
    if (!value)
        return;
    Reading reading{words, *value, {}, {}};
    QStringList expressions;
    for (const QString &name : rowsOrGroups) {
        for (const QString &column : columns)
            expressions.append(CellId(table.id, name, column).toString());
        for (const QString &row : table.rowsOf(name)) {
            for (const QString &column : columns) {
                if (m_report.spec().cell(CellId(table.id, row, column)))
                    reading.cells.append(CellId(table.id, row, column));
            }
        }
    }
    reading.binding = expressions.size() == 1
        ? expressions.first()
        : QStringLiteral("sum(%1)").arg(expressions.join(QStringLiteral(", ")));
    target.readings.append(reading);
}

void TargetReader::addRequests(
    Target &target, const Phrase &words, const QStringList &rowsOrGroups, const QStringList &columns) const
{
    if (const TableSpec *table = m_report.spec().table(Role::Requests))
        addReading(
            target, words, *table, rowsOrGroups, columns.isEmpty() ? table->columnsOf(Role::Total) : columns);
}

void TargetReader::addDone(Target &target, const QStringList &columns) const
{
    if (const TableSpec *table = m_report.spec().table(Role::Requests))
        addRequests(target, Phrase({"done", "办结"}), {table->rowOf(Role::Total)}, columns);
}

void TargetReader::addReceived(Target &target, const QStringList &columns) const
{
    const TableSpec *table = m_report.spec().table(Role::Requests);
    if (!table)
        return;
    const QString received = table->rowOf(Role::Received);
    addRequests(target, Phrase({"new", "新收"}), {received}, columns);
    if (target.readings.isEmpty())
        return; // blank: the other reading would be half of it
    addRequests(target, Phrase({"new and carried in", "新收加上年结转"}),
        {received, table->rowOf(Role::CarriedIn)}, columns);
}

// What a mention counts

std::optional<Target> TargetReader::targetOf(const Mention &mention)
{
    static const QStringList units = QStringLiteral("件 份 条 宗 起 例 件次 次").split(u' ');
    QString clause = mention.clause;
    const bool isDocument = has(clause + mention.tail, "规范性文件|规章")
        && (mention.quantity.unit == u"个" || mention.quantity.unit == u"部");
    if (!units.contains(mention.quantity.unit) && !isDocument)
        return std::nullopt;
    // a difference, or a kind of matters that the tables do not know
    if (has(clause, "(?:增加|减少|增长|下降|上升|提高|降低|增|减|多|少)了?$|类$"))
        return std::nullopt;
    static const char *const filler = "^(?:[共合总累]*计|一?共|总数|件数|数量|全年|分别|各|为|是|有|达到?"
                                      "|了|：|、|\\s|另有?|其中|均|对|就)*$";
    // "复议、诉讼分别为 8 件、3 件": one each
    const auto &respectively = pattern("分别(?:为|是|有|达|：)*$");
    if (clause.contains(respectively)) {
        m_respective = clause.remove(respectively).split(pattern("、|和|及|与"));
        clause = m_respective.takeFirst();
    } else if (clause.contains(QStringLiteral("分别"))) {
        return std::nullopt; // "分别办结 18 件和 3 件": of what each was received
    } else if (has(clause, "^\\s*[和及与]?$") && !m_respective.isEmpty()) {
        clause = m_respective.takeFirst();
    } else {
        m_respective.clear();
    }
    const bool empty = has(clause, filler);
    if (empty) { // "收到申请，共 21 件"
        const QString head = mention.lead.left(mention.lead.size() - mention.clause.size());
        const auto mark
            = head.chopped(std::min<qsizetype>(1, head.size())).lastIndexOf(pattern("[，；：,;:]"));
        clause = head.mid(mark + 1) + clause;
    }
    // "自然人申请最多，新收 267 件"
    if (has(clause, "收") && has(mention.lead, "自然人|法人|企业|科研机构|公益组织|法律服务"))
        clause = mention.lead;
    if (auto target = fromWords(clause, mention))
        return target;
    // "3 件申请予以公开"
    return has(mention.clause, filler) && !mention.tail.isEmpty() ? fromWords(mention.tail, mention)
                                                                  : std::nullopt;
}

std::optional<Target> TargetReader::fromWords(const QString &words, const Mention &mention)
{
    if (has(words, "将|计划|力争|预计|拟办"))
        return std::nullopt;
    if (auto target = disputes(words, mention))
        return target->readings.isEmpty() ? std::nullopt : target;
    for (const auto read : {&TargetReader::carried, &TargetReader::outcomes, &TargetReader::applicants,
             &TargetReader::done, &TargetReader::received, &TargetReader::documents}) {
        if (auto target = (this->*read)(words, mention))
            return target->readings.isEmpty() ? std::nullopt : target;
    }
    return std::nullopt;
}

std::optional<Target> TargetReader::disputes(const QString &words, const Mention &mention)
{
    static const QStringList caseUnits = QStringLiteral("件 起 宗 例 次").split(u' ');
    if (!caseUnits.contains(mention.quantity.unit))
        return std::nullopt;
    const QString near = words + mention.tail;
    const bool reconsideration = has(words, "复议(?!后)") && !has(words, "未经复议");
    const bool litigation = has(words, "诉讼|起诉|应诉");
    const bool named = reconsideration || litigation || has(words, "复议后|未经复议");
    if (!named && !m_aboutDisputes)
        return std::nullopt;
    const TableSpec *table = m_report.spec().table(Role::Disputes);
    if (!table)
        return std::nullopt;
    const Naming *result = nullptr; // of the case; none: all cases are counted
    for (const Naming &naming : table->columnWords.list) {
        if (has(near, naming.words))
            result = &naming;
    }
    if (!named && !result)
        return std::nullopt; // some other figure in a sentence on disputes
    if (has(result ? QString(near).remove(pattern(result->words)) : near,
            "撤销|败诉|胜诉|驳回|撤回|调解|出庭")
        || has(words, "办结|(?<!未)审结|受理(?!.*复议)"))
        return std::nullopt; // results that the table does not have
    Target target;
    target.rule = &kTxtDisputes;
    QStringList rows;
    const auto suit = std::find_if(table->rowWords.list.begin(), table->rowWords.list.end(),
        [&words](const Naming &naming) { return has(words, naming.words); });
    if (suit != table->rowWords.list.end()) {
        rows = suit->of;
        target.what = suit->name;
    } else if (reconsideration && litigation) {
        rows = {table->rowOf(Role::Reconsideration), table->rowOf(Role::Litigation)};
        if (has(words, "各$")) { // the one that differs
            const bool sameReconsideration
                = sumOfFilled(m_report, *table, {rows.first()}, table->columnsOf(Role::Total))
                == mention.quantity.value;
            rows.removeAt(sameReconsideration ? 0 : 1);
        }
        target.what = QStringLiteral("行政复议、诉讼");
    } else if (reconsideration
        || (!litigation
            && mention.lead.lastIndexOf(QStringLiteral("复议")) > mention.lead.lastIndexOf(u'诉'))) {
        rows = {table->rowOf(Role::Reconsideration)};
        target.what = QStringLiteral("行政复议");
    } else {
        rows = {table->rowOf(Role::Litigation)};
        target.what = QStringLiteral("行政诉讼");
    }
    if (!named && !m_namedRows.isEmpty()) { // "复议 7 件，其中维持 5 件"
        rows = m_namedRows;
        target.what = m_namedCases;
    } else {
        m_namedRows = rows;
        m_namedCases = target.what;
    }
    if (result)
        target.what += result->name;
    addReading(
        target, Phrase({"total", "总计"}), *table, rows, result ? result->of : table->columnsOf(Role::Total));
    if (!result)
        target.pending = sumOfFilled(m_report, *table, rows, table->columnsOf(Role::Pending));
    return target;
}

bool TargetReader::speaksOfRequests(const QString &words, const Mention &mention) const
{
    return has(words + mention.tail,
        "(?<!许可|救助|补助|补贴|复议|赔偿|参保)申请(?!人|表|行政复议|复议|诉讼|强制|救助|书)|"
        "依申请公开");
}

/// Nothing else is counted: "收到 21 件" in a paragraph on requests.
bool TargetReader::hasOtherObject(const QString &words, const Mention &mention) const
{
    const QString rest
        = QString(words + mention.tail)
              .remove(pattern("政府信息公开|依申请公开|信息公开|政务公开|法人|自然人|申请人|信息处理费"));
    return has(rest,
        "建议|提案|信访|热线|来信|咨询|留言|意见|工单|诉求|投诉|举报|许可|处罚|事项|案卷|文件|信息|问题|"
        "审批|证|课|人次|复议|诉讼|栏目|稿");
}

std::optional<Target> TargetReader::carried(const QString &words, const Mention &mention) const
{
    Target target;
    target.rule = &kTxtDone;
    const bool in = has(words,
        "(?:上一?年度?|去年|前一?年度?)(?:的|度)?(?:结转|转入|顺延|转结|遗留|延续)|结转(?:自)?(?:上|去)"
        "一?年");
    const bool named = has(words, "(?:上一?年|去年|\\d{4}年)度?");
    const bool out = has(words,
        "(?:结转|顺延|转结|转入|延续|转|延)(?:至|到|入)?(?:下|次|明)一?年度?|(?:结转|顺延)(?:至|到)\\d{4}"
        "年"
        "|(?:尚未|暂未|未)(?:办结|办理完毕|答复|处理完毕)|正在(?:办理|处理)|结转下");
    const bool bare = has(words, "结转|顺延") && !named;
    const TableSpec *table = m_report.spec().table(Role::Requests);
    if (!table || (!in && !out && !bare))
        return std::nullopt;
    if (m_aboutOther || (m_aboutDisputes && !speaksOfRequests(words, mention)))
        return std::nullopt;
    if (in || (bare && !out)) {
        target.what = QStringLiteral("上年结转");
        target.rule = &kTxtReceived;
        addRequests(target, Phrase({"carried in", "上年结转"}), {table->rowOf(Role::CarriedIn)});
    }
    if (out || (bare && !in)) {
        target.what = in ? target.what : QStringLiteral("结转下年");
        target.rule = &kTxtDone;
        addRequests(target, Phrase({"carried out", "结转下年"}), {table->rowOf(Role::CarriedOut)});
    }
    return target;
}

std::optional<Target> TargetReader::outcomes(const QString &words, const Mention &mention) const
{
    struct Hit {
        qsizetype start, end;
        const Naming *outcome;
    };
    const TableSpec *table = m_report.spec().table(Role::Requests);
    // most figures of a text are of something else
    if (!table || table->rowWords.list.isEmpty() || !pattern(table->rowWords.any).match(words).hasMatch())
        return std::nullopt;
    QList<Hit> hits;
    for (const Naming &outcome : table->rowWords.list) {
        for (auto it = pattern(outcome.words).globalMatch(words); it.hasNext();) {
            const auto match = it.next();
            hits.append({match.capturedStart(), match.capturedEnd(), &outcome});
        }
    }
    if (hits.isEmpty() || has(words, "等(?:情形|情况|原因|方式)?(?:的)?(?:共|答复|决定)*$"))
        return std::nullopt;
    std::sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.end < b.end; });
    // those joined to the last one by 、 or 和: "予以公开及部分公开"
    qsizetype first = hits.size() - 1;
    while (first > 0) {
        const QString between = words.mid(hits[first - 1].end, hits[first].start - hits[first - 1].end);
        if (!has(between, "^(?:、|和|及|与|或|以及|及其)$"))
            break;
        --first;
    }
    Target target;
    target.rule = &kTxtOutcome;
    target.hasShare = true;
    QStringList rows;
    QStringList names;
    for (qsizetype i = first; i < hits.size(); ++i) {
        rows.append(hits[i].outcome->of);
        names.append(hits[i].outcome->name);
    }
    if (hasOtherObject(words.mid(hits.last().end), {}) || (m_aboutOther && !speaksOfRequests(words, mention)))
        return std::nullopt;
    rows.removeDuplicates();
    target.what = names.join(QStringLiteral("、"));
    if (has(words, "自然人|法人|企业|科研机构|公益组织|法律服务"))
        return std::nullopt; // one kind of applicants and one outcome: not compared
    addRequests(target, target.what, rows);
    return target;
}

std::optional<Target> TargetReader::applicants(const QString &words, const Mention &mention) const
{
    if (has(words, "公民、")) // 公民、法人和其他组织: all of them
        return std::nullopt;
    const TableSpec *table = m_report.spec().table(Role::Requests);
    if (!table)
        return std::nullopt;
    QList<const Naming *> hits;
    for (const Naming &kind : table->columnWords.list) {
        if (has(words, kind.words))
            hits.append(&kind);
    }
    if (hits.size() != 1 || m_aboutOther || m_aboutDisputes || hasOtherObject(words, mention))
        return std::nullopt;
    Target target;
    target.rule = &kTxtReceived;
    target.what = hits.first()->name;
    target.hasShare = true;
    target.ofApplicants = true;
    addReceived(target, hits.first()->of);
    if (has(words, "办结|答复|办理"))
        addDone(target, hits.first()->of);
    return target;
}

bool TargetReader::isPart(const QString &words)
{
    return has(words,
        "网上|网络|线上|在线|信函|邮寄|当面|现场|邮件|邮箱|传真|口头|电话|书面|延期|逾期|超期|按期|按时|"
        "限期|期限|补正|重复|"
        "撤回|转办|协助|配合|提前|当场|平台|网站|渠道");
}

std::optional<Target> TargetReader::done(const QString &words, const Mention &mention) const
{
    if (!has(words, "(?<!不予|其他|信息)(?:办结|答复|办理|回复|办复|办毕|处理)(?!费)"))
        return std::nullopt;
    if (!requestsMeant(words, mention))
        return std::nullopt;
    Target target;
    target.rule = &kTxtDone;
    target.what = QStringLiteral("办结申请");
    target.isPart = isPart(words);
    addDone(target);
    if (has(words, "收到|受理|接收|收办|收悉|办理"))
        addReceived(target); // 收到并办结, 办理申请: either
    return target;
}

bool TargetReader::requestsMeant(const QString &words, const Mention &mention) const
{
    if (speaksOfRequests(words, mention))
        return !has(words, "建议|提案|信访件|热线|咨询|工单|许可申请");
    return m_aboutRequests && !m_aboutOther && !m_aboutDisputes && !hasOtherObject(words, mention)
        && QStringLiteral("件 份 宗").contains(mention.quantity.unit);
}

std::optional<Target> TargetReader::received(const QString &words, const Mention &mention) const
{
    const bool verb
        = has(words, "收到|受理|收办|接收|接到|新收|收悉|收件|收取(?!.*费)|登记|(?<![征吸回验税])收");
    const bool noun = has(words,
        "(?:(?:政府信息|信息|依申请|政务)公开|公开)申请(?:案件|事项|件)?(?:[共合总累]*计|一?共|总数|件数|"
        "数量|为|是|有|达|：|\\s)*$");
    if ((!verb && !noun) || (verb && !requestsMeant(words, mention)))
        return std::nullopt;
    if (has(words, "未收|没有收|费"))
        return std::nullopt;
    Target target;
    target.rule = &kTxtReceived;
    target.what = QStringLiteral("收到申请");
    target.isPart = isPart(words) || (!verb && m_aboutDisputes);
    addReceived(target);
    return target;
}

std::optional<Target> TargetReader::documents(const QString &words, const Mention &mention) const
{
    const QString near = words + mention.tail;
    const bool normative
        = has(words, "规范性文件(?:情况)?(?:公开)?[^，]{0,6}$|规范性文件(?:目录|库)?[共合总累]*计?$")
        || (has(mention.tail, "^(?:行政)?规范性文件") && !words.contains(QStringLiteral("解读")));
    const bool regulations
        = has(words, "规章(?!制度)[^，]{0,4}$") || has(mention.tail, "^(?:政府)?规章(?!制度)");
    if (normative == regulations
        || has(near, "解读|意见|征求|审查|审核|备案|评估|清理[^，]{0,4}$|党内|党委|目录"))
        return std::nullopt;
    Target target;
    target.rule = &kTxtNormative;
    target.what = normative ? QStringLiteral("规范性文件") : QStringLiteral("规章");
    const TableSpec *table = m_report.spec().table(Role::Disclosure);
    const QString row = table ? table->rowOf(normative ? Role::Normative : Role::Regulations) : QString();
    const auto add = [&](Role role) {
        for (const QString &column : table ? table->columnsOf(role) : QStringList()) {
            if (m_report.spec().cell(CellId(table->id, row, column)))
                addReading(target, table->columnLabels.value(column), *table, {row}, {column});
        }
    };
    if (has(near, "废止|失效")) {
        add(Role::Repealed);
    } else if (has(near, "现行有效|有效")) {
        add(Role::InForce);
    } else {
        add(Role::Issued);
        if (!has(near, "制发|制定|出台|印发|新制|新增|发布"))
            add(Role::InForce);
    }
    return target;
}

std::optional<Amount> sumOfFilled(
    const Report &report, const TableSpec &table, const QStringList &rowsOrGroups, const QStringList &columns)
{
    std::optional<Amount> total;
    for (const QString &name : rowsOrGroups) {
        for (const QString &row : table.rowsOf(name)) {
            for (const QString &column : columns) {
                if (const auto value = report.computed(CellId(table.id, row, column)))
                    total = total.value_or(Amount()) + *value;
            }
        }
    }
    return total;
}

} // namespace nianbao
