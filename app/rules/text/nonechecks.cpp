// SPDX-License-Identifier: MulanPSL-2.0
#include "nonechecks.h"

#include "inspection.h"
#include "patterns.h"
#include "targets.h"

#include <algorithm>

namespace nianbao {

namespace {
void findNone(Inspection &check);
} // namespace

const Rule kTxtNone{"TXT-NONE", Level::Explain, RuleGroup::Texts, findNone};

namespace {

/// Statements without a figure: none, all, not yet.
class NoneStatements {
public:
    explicit NoneStatements(Inspection &check) : m_check(check) { }

    void check(const CheckedText &text)
    {
        qsizetype start = 0;
        const QString &bare = text.bare;
        for (qsizetype i = 0; i <= bare.size(); ++i) {
            if (i < bare.size() && !QStringLiteral("。！？!?\n").contains(bare[i]))
                continue;
            checkSentence(text, start, bare.mid(start, i - start));
            start = i + 1;
        }
    }

private:
    /// The words say there is none; the cells say there is some.
    void contradict(const CheckedText &text, qsizetype sentence, const QRegularExpressionMatch &words,
        const TableSpec &table, const QStringList &rowsOrGroups, const QStringList &columns,
        const Phrase &what)
    {
        const auto value = sumOfFilled(m_check.report, table, rowsOrGroups, columns);
        if (!value || value->isZero())
            return;
        Finding &finding = m_check.addAt(kTxtNone, text, sentence + words.capturedStart(),
            words.capturedLength(), Phrase({"The text says none or all", "正文与表格不符"}),
            Phrase({"The text says “%1”; by the table %2 is %3.", "正文写“%1”，而表里%2是 %3。"},
                words.captured(), what, value->toString()));
        finding.left = QStringLiteral("0");
        finding.right = value->toString();
        for (const QString &name : rowsOrGroups) {
            for (const QString &row : table.rowsOf(name)) {
                for (const QString &column : columns)
                    finding.cells.append(CellId(table.id, row, column));
            }
        }
    }

    bool isAboutOthers(const QString &sentence, qsizetype until) const
    {
        const QString before = sentence.left(until);
        const QString year = QString::number(m_check.report.year());
        const auto stated = pattern("(\\d{4})年").match(before);
        return has(before, "去年|上一?年度?(?!结转)|上半年|季度|有关部门|各乡镇|\\d月份")
            || (stated.hasMatch() && stated.captured(1) != year && !before.contains(year));
    }

    void checkSentence(const CheckedText &text, qsizetype at, const QString &sentence)
    {
        if (const TableSpec *requests = m_check.report.spec().table(Role::Requests)) {
            checkRequests(*requests, text, at, sentence);
            checkAllDone(*requests, text, at, sentence);
        }
        if (const TableSpec *disputes = m_check.report.spec().table(Role::Disputes))
            checkDisputes(*disputes, text, at, sentence);
        collectFee(text, at, sentence);
    }

    void checkRequests(const TableSpec &table, const CheckedText &text, qsizetype at, const QString &sentence)
    {
        const auto match = pattern(
            "(?:未|没有|未曾|没)(?:收到|接到|受理|接收|产生|发生)[^，。；、]{0,24}?"
            "(?:申请(?!人|行政复议|复议|行政诉讼)|依申请公开)[^，。；、]{0,8}"
            "|无(?:人|群众|公民|单位|任何)?(?:提出|提交|向)?(?:政府信息公开|信息公开|依申请公开|依申请)(?:的)"
            "?"
            "(?:申请|事项|件|情况)*"
            "|(?:政府信息公开|信息公开|依申请公开)(?:申请)?(?:数量?|件数)?(?:均|全部)?为(?:0|零|０)(?!\\d)")
                               .match(sentence);
        if (!match.hasMatch() || has(match.captured(), "复议|诉讼|投诉|举报|建议|提案|收费|费用|逾期|超期")
            || isAboutOthers(sentence, match.capturedStart()))
            return;
        contradict(text, at, match, table, {table.rowOf(Role::Received)}, table.columnsOf(Role::Total),
            Phrase({"requests received", "新收申请"}));
    }

    void checkDisputes(const TableSpec &table, const CheckedText &text, qsizetype at, const QString &sentence)
    {
        const bool reconsideration = has(sentence, "复议");
        const bool litigation = has(sentence, "诉讼|起诉");
        if ((!reconsideration && !litigation) || isAboutOthers(sentence, sentence.size()))
            return;
        QStringList rows;
        const auto none = pattern(
            "(?:(?:未|没有|无)(?!经复议|审结|办结|结案)[^，。；]{0,24}?(?:行政复议|复议|行政诉讼|诉讼)"
            "(?:(?:、|和|及|与|或|以及|或者)(?:提起|申请|被)?(?:行政)?(?:复议|诉讼)){0,4}[^，。；、]{0,6})"
            "|(?:(?:行政)?(?:复议|诉讼)(?:、|和|及|与)?){1,3}[^，。；\\d]{0,10}(?:均|全部)?为(?:0|零|０)(?!"
            "\\d)")
                              .match(sentence);
        if (none.hasMatch()) {
            if (has(none.captured(), "复议"))
                rows.append(table.rowOf(Role::Reconsideration));
            if (has(none.captured(), "诉讼"))
                rows.append(table.rowOf(Role::Litigation));
            contradict(text, at, none, table, rows, table.columnsOf(Role::Total),
                Phrase({"reconsideration and litigation", "行政复议、行政诉讼"}));
            return;
        }
        rows.clear();
        if (reconsideration)
            rows.append(table.rowOf(Role::Reconsideration));
        if (litigation)
            rows.append(table.rowOf(Role::Litigation));
        const auto upheld = pattern("(?:均|全部|都)(?:获|予以|被|已|得到)?维持").match(sentence);
        QStringList others = table.columns;
        others.removeIf([&table](const QString &column) {
            return table.isColumn(column, Role::Upheld) || table.isColumn(column, Role::Total);
        });
        if (upheld.hasMatch())
            contradict(text, at, upheld, table, rows, others,
                Phrase({"corrected, other or pending", "纠正、其他结果和尚未审结"}));
        const auto decided = pattern("(?:均|全部|都)(?:已)?(?:审结|结案)").match(sentence);
        if (decided.hasMatch())
            contradict(text, at, decided, table, rows, table.columnsOf(Role::Pending),
                Phrase({"pending", "尚未审结"}));
    }

    void checkAllDone(const TableSpec &table, const CheckedText &text, qsizetype at, const QString &sentence)
    {
        if (!has(text.heading + sentence, "申请") || has(sentence, "建议|提案|信访|热线|工单|留言|诉求|咨询"))
            return;
        if (has(sentence, "结转|顺延|下年|尚未|未办结|力争|下一步|将|计划|确保|目标")
            || isAboutOthers(sentence, sentence.size()))
            return;
        // "均在法定期限内答复" speaks of those that were answered
        const auto done
            = pattern("(?:均|全部|都)(?:已|已经)*(?:办结|办理完毕|答复完毕|答复)"
                      "|(?<!按期|按时|及时|依法|限期|如期)(?:办结|答复)率(?:均|达到?|为|：)*100[%％]"
                      "|无(?:一)?结转")
                  .match(sentence);
        if (done.hasMatch())
            contradict(text, at, done, table, {table.rowOf(Role::CarriedOut)}, table.columnsOf(Role::Total),
                Phrase({"carried over to next year", "结转下年"}));
    }

public:
    /// What the texts say of the processing fee, to be compared with each other.
    void compareFees()
    {
        for (qsizetype i = 1; i < m_fees.size(); ++i) {
            const Fee &first = m_fees.first();
            const Fee &other = m_fees[i];
            if (first.amount == other.amount)
                continue;
            Finding &finding = m_check.addAt(kTxtNone, *other.text, other.start, other.length,
                Phrase({"Two statements on the processing fee", "信息处理费说法不一"}),
                Phrase({"The processing fee is %1 yuan here, and %2 yuan in “%3”.",
                           "这里信息处理费是 %1 元，而“%3”是 %2 元。"},
                    other.amount.toString(), first.amount.toString(),
                    first.text->shown.text.mid(first.start, first.length)));
            finding.left = other.amount.toString();
            finding.right = first.amount.toString();
        }
    }

private:
    struct Fee {
        const CheckedText *text;
        qsizetype start, length;
        Amount amount;
    };

    static QString justBefore(const QString &sentence, qsizetype at)
    {
        constexpr qsizetype kFar = 16;
        return sentence.mid(std::max<qsizetype>(0, at - kFar), std::min(at, kFar));
    }

    void collectFee(const CheckedText &text, qsizetype at, const QString &sentence)
    {
        const bool fee = has(sentence, "(?:信息)?处理费|信息公开[^，。；]{0,10}(?:费用|收费)|检索费");
        const bool free = has(text.heading + sentence, "公开") && has(sentence, "均为免费|免费提供|全部免费");
        if ((!fee && !free) || isAboutOthers(sentence, sentence.size()))
            return;
        const auto none = pattern("(?:未|没有|不|无)(?:收取?|产生|发生|涉及|收费)[^，。；]{0,14}|无[^，。；]{"
                                  "0,8}(?:处理费|收费)[^，。；]{0,4}"
                                  "|均为免费|免费提供|全部免费")
                              .match(sentence);
        if (none.hasMatch()) {
            m_fees.append({&text, at + none.capturedStart(), none.capturedLength(), Amount()});
            return;
        }
        for (const Quantity &quantity : readQuantities(sentence)) {
            if (quantity.unit != u"元" || !quantity.exact
                || !has(justBefore(sentence, quantity.start), "费[^，。；]{0,12}$|收取[^，。；]{0,12}$"))
                continue;
            m_fees.append({&text, at + quantity.start, quantity.length, quantity.value});
            return; // the total; parts follow
        }
    }

    Inspection &m_check;
    QList<Fee> m_fees{};
};

void findNone(Inspection &check)
{
    NoneStatements statements(check);
    for (const CheckedText &text : std::as_const(check.texts))
        statements.check(text);
    statements.compareFees();
}

} // namespace

} // namespace nianbao
