// SPDX-License-Identifier: MulanPSL-2.0
#include "drafts.h"

#include "livefigures.h"

#include <algorithm>

namespace nianbao {

namespace {

QString live(const char *expression) { return liveMarkup(QLatin1String(expression)); }

/// Zero only when it is known to be zero: a blank figure stays a gap that shows.
bool isNone(const Report &report, const char *expression)
{
    const LiveValue value = evaluateLive(report, QLatin1String(expression));
    return value.state == LiveValue::State::Known && value.amount && value.amount->isZero();
}

bool exists(const Report &report, const char *expression)
{
    return evaluateLive(report, QLatin1String(expression)).state != LiveValue::State::Unknown;
}

QString yearWords(const Report &report) { return QStringLiteral("%1年，").arg(report.year()); }

QString disclosureDraft(const Report &report)
{
    QString text = yearWords(report);
    QStringList parts;
    for (const Channel &channel : report.channels()) {
        if (channel.name.contains(u'"') || channel.name.isEmpty() || !channelCount(channel))
            continue;
        parts.append(QStringLiteral("%1%2条").arg(
            channel.name, liveMarkup(QStringLiteral("channels[\"%1\"]").arg(channel.name))));
    }
    if (parts.isEmpty())
        text += QStringLiteral("通过政府网站等渠道主动公开政府信息。");
    else
        text += QStringLiteral("共主动公开政府信息%1条，其中，%2。")
                    .arg(live("channels.total"), parts.join(QStringLiteral("、")));
    if (!exists(report, "disclosure.normative.issued"))
        return text;
    text += isNone(report, "disclosure.normative.issued")
        ? QStringLiteral("未制发行政规范性文件")
        : QStringLiteral("制发行政规范性文件%1件").arg(live("disclosure.normative.issued"));
    if (!isNone(report, "disclosure.normative.repealed"))
        text += QStringLiteral("，废止行政规范性文件%1件").arg(live("disclosure.normative.repealed"));
    if (!isNone(report, "disclosure.normative.in_force"))
        text += QStringLiteral("，现行有效行政规范性文件%1件").arg(live("disclosure.normative.in_force"));
    return text + QStringLiteral("。");
}

QString requestsDraft(const Report &report)
{
    const bool noneReceived = isNone(report, "requests.received.total");
    const bool noneCarriedIn = isNone(report, "requests.carried_in.total");
    if (noneReceived && noneCarriedIn)
        return yearWords(report) + QStringLiteral("未收到政府信息公开申请，没有上年结转的申请。");
    QString text = yearWords(report);
    text += noneReceived ? QStringLiteral("未收到新的政府信息公开申请")
                         : QStringLiteral("共收到政府信息公开申请%1件").arg(live("requests.received.total"));
    if (!noneCarriedIn)
        text += QStringLiteral("，上年结转申请%1件").arg(live("requests.carried_in.total"));
    text += QStringLiteral("；办结申请%1件").arg(live("requests.total.total"));
    if (!isNone(report, "requests.carried_out.total"))
        text += QStringLiteral("，结转下年度继续办理%1件").arg(live("requests.carried_out.total"));
    text += QStringLiteral("。");
    if (!noneReceived)
        text += QStringLiteral("新收申请中，自然人申请%1件，法人或其他组织申请%2件。")
                    .arg(live("requests.received.individual"),
                        live("sum(requests.received.business, requests.received.research, "
                             "requests.received.welfare, requests.received.legal_service, "
                             "requests.received.other)"));
    if (isNone(report, "requests.total.total"))
        return text;
    return text
        + QStringLiteral(
            "从办理结果看，予以公开%1件，部分公开%2件，不予公开%3件，无法提供%4件，不予处理%5件，"
            "其他处理%6件。")
              .arg(live("requests.granted.total"), live("requests.partly_granted.total"),
                  live("requests.refused.total"), live("requests.unavailable.total"),
                  live("requests.declined.total"), live("requests.other.total"));
}

/// "（结果维持5件，结果纠正1件，其他结果0件，尚未审结2件）"
QString results(const char *row)
{
    const auto count = [&](const char *column) {
        return liveMarkup(QStringLiteral("disputes.%1.%2").arg(QLatin1String(row), QLatin1String(column)));
    };
    return QStringLiteral("（结果维持%1件，结果纠正%2件，其他结果%3件，尚未审结%4件）")
        .arg(count("upheld"), count("corrected"), count("other"), count("pending"));
}

QString disputesDraft(const Report &report)
{
    const bool noReconsideration = isNone(report, "disputes.reconsideration.total");
    const bool noLitigation = isNone(report, "disputes.litigation.total");
    if (noReconsideration && noLitigation)
        return yearWords(report) + QStringLiteral("未因政府信息公开被申请行政复议、被提起行政诉讼。");
    QString text = yearWords(report);
    text += noReconsideration ? QStringLiteral("未因政府信息公开被申请行政复议")
                              : QStringLiteral("因政府信息公开被申请行政复议%1件%2")
                                    .arg(live("disputes.reconsideration.total"), results("reconsideration"));
    text += noLitigation ? QStringLiteral("；未被提起行政诉讼。")
                         : QStringLiteral("；被提起行政诉讼%1件%2。")
                               .arg(live("disputes.litigation.total"), results("litigation"));
    return text;
}

QString feeDraft(const Report &report)
{
    return QStringLiteral(
        "依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），%1年未收取信息处理费。")
        .arg(report.year());
}

} // namespace

QString draftParagraph(const Report &report, Draft draft)
{
    switch (draft) {
    case Draft::Disclosure: return disclosureDraft(report);
    case Draft::Requests: return requestsDraft(report);
    case Draft::Disputes: return disputesDraft(report);
    case Draft::Fee: break;
    }
    return feeDraft(report);
}

Report nextYear(const Report &last) { return nextYear(last, formForYear(last.year() + 1), last.year() + 1); }

Report nextYear(const Report &last, SpecPointer form, int year)
{
    Report report(std::move(form), year);
    Change change;
    change.restores = true; // last year's file may be an older version's
    for (const QString &key : last.facts().keys()) {
        const bool isLasting
            = key.startsWith(QStringLiteral("organisation.")) || key == QLatin1String(fact::kAllowedWords);
        if (isLasting)
            change.steps.append(SetFact{key, last.fact(key)});
    }
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        int index = 0;
        for (const SubSection &sub : last.subSections(section.id))
            change.steps.append(InsertSubSection{section.id, index++, {sub.heading, {}}});
    }
    QList<Channel> channels = last.channels();
    for (Channel &channel : channels) {
        channel.count.reset();
        for (Category &category : channel.categories)
            category.count.reset();
    }
    change.steps.append(SetChannels{channels});
    Report prior = last;
    Change leaving{{}, {SetPrior{}}}; // and what was said to last year's findings, which nobody sees again
    for (const QString &key : last.explanations().keys())
        leaving.steps.append(SetExplanation{key, std::nullopt});
    for (const RuleId &rule : last.rulesOff().keys())
        leaving.steps.append(SetRuleOff{rule, std::nullopt});
    const auto cut = prior.apply(leaving);
    change.steps.append(SetPrior{std::make_shared<const Report>(std::move(prior))});
    const auto done = report.apply(change);
    Q_ASSERT(cut && done); // facts and headings of one form are those of every form
    return report;
}

QHash<CellId, Amount> proposals(const Report &report)
{
    QHash<CellId, Amount> result;
    const auto &prior = report.prior();
    if (!prior)
        return result;
    for (const Equation &equation : report.spec().equations) {
        if (!equation.usesPrior() || equation.left.size() != 1)
            continue;
        const CellId cell = equation.left.first().cell;
        if (report.computed(cell) || report.spec().cell(cell)->isComputed())
            continue;
        std::optional<Amount> sum = Amount();
        for (const Term &term : equation.right) {
            const bool known = !term.prior || prior->spec().cell(term.cell);
            const auto value = !known ? std::nullopt
                : term.prior          ? prior->computed(term.cell)
                                      : std::optional(report.computed(term.cell).value_or(Amount()));
            if (!sum || !value)
                sum.reset();
            else
                sum = term.sign > 0 ? *sum + *value : *sum - *value;
        }
        if (sum && !sum->isNegative())
            result.insert(cell, *sum);
    }
    return result;
}

namespace {

/// Where a cell of an older form goes. 2019 → 2021: what was newly made was issued; what is public in all is
/// not what is in force, and other columns have no place either. The one row of other outcomes becomes its
/// last.
CellId successorOf(const CellId &cell, const ReportSpec &form)
{
    const QString row = cell.row();
    const QString column = cell.column();
    if (form.cell(cell))
        return cell;
    if (cell.table().toString() == u"requests" && row == u"other")
        return CellId(cell.table(), QStringLiteral("other_misc"), column);
    if (cell.table().toString() == u"disclosure" && column == u"made")
        return CellId(cell.table(), row, QStringLiteral("issued"));
    return {};
}

/// Cell by cell into another form; what has no place there is written into a note.
class Converter {
public:
    Converter(const Report &report, const ReportSpec &form) : m_report(report), m_form(form) { }

    Conversion run()
    {
        for (const TableSpec &table : m_report.spec().tables) {
            for (const CellId &cell : table.cells)
                move(cell);
        }
        for (const TableSpec &table : m_form.tables) {
            for (const CellId &cell : table.cells)
                addNew(cell);
        }
        m_result.change.steps = m_clearing;
        m_result.change.steps.append(SetForm{m_form.id});
        m_result.change.steps += m_filling;
        for (auto it = m_homeless.cbegin(); it != m_homeless.cend(); ++it)
            addNote(it.key(), it.value());
        return m_result;
    }

private:
    void move(const CellId &cell)
    {
        const bool isComputed = m_report.spec().cell(cell)->isComputed();
        const auto value = isComputed ? std::optional<Amount>() : m_report.computed(cell);
        const QString note = m_report.note(cell);
        const CellId to = successorOf(cell, m_form);
        if (to == cell) {
            m_result.kept += value ? 1 : 0;
            return;
        }
        if (m_report.declared(cell))
            m_clearing.append(SetDeclared{cell, {}});
        if (!note.isEmpty())
            m_clearing.append(SetNote{cell, {}});
        if (value)
            m_clearing.append(SetCell{cell, {}});
        const bool hasPlace = !to.isEmpty() && (isComputed || !m_form.cell(to)->isComputed());
        if (hasPlace && value)
            m_filling.append(SetCell{to, value});
        if (hasPlace && !note.isEmpty())
            m_filling.append(SetNote{to, note});
        if (value)
            m_result.moves.append({cell, hasPlace ? to : CellId(), value});
        const bool isSaid = !note.isEmpty() || (value && !value->isZero());
        if (!hasPlace && isSaid)
            m_homeless[cell.table()].append(m_report.spec().cell(cell)->label + u' '
                + (value ? value->toString() : QString())
                + (note.isEmpty() ? QString() : QStringLiteral("（%1）").arg(note)));
    }

    /// Where the single row says 0, all three are 0; otherwise the clerk tells them apart.
    void addNew(const CellId &cell)
    {
        const bool moved = std::any_of(m_result.moves.begin(), m_result.moves.end(),
            [&](const Conversion::Move &move) { return move.to == cell; });
        if (m_report.spec().cell(cell) || m_form.cell(cell)->isComputed() || moved)
            return;
        const CellId single(cell.table(), QStringLiteral("other"), cell.column());
        const bool otherRow = cell.row() == u"other_not_corrected" || cell.row() == u"other_fee_unpaid";
        const bool zero = otherRow && m_report.computed(single) == Amount();
        if (zero)
            m_filling.append(SetCell{cell, Amount()});
        m_result.moves.append({{}, cell, zero ? std::optional(Amount()) : std::nullopt});
    }

    void addNote(const TableId &table, const QStringList &figures)
    {
        const QString key = QLatin1String(fact::kTableNote) + table.toString();
        QStringList notes = m_report.fact(key).split(u'\n', Qt::SkipEmptyParts);
        const QString source
            = m_report.spec().id == u"2019" ? QStringLiteral("2019年表样所载") : QStringLiteral("旧表样所载");
        notes.append(QStringLiteral("%1：%2。").arg(source, figures.join(QStringLiteral("，"))));
        m_result.change.steps.append(SetFact{key, notes.join(u'\n')});
    }

    const Report &m_report;
    const ReportSpec &m_form;
    Conversion m_result{};
    QList<Step> m_clearing{};
    QList<Step> m_filling{};
    QHash<TableId, QStringList> m_homeless{};
};

} // namespace

Result<Conversion> conversion(const Report &report)
{
    const SpecPointer form = findForm(report.spec().successor);
    if (!form)
        return Error{ErrorCode::NoSuchPlace, report.spec().id};
    return Converter(report, *form).run();
}

} // namespace nianbao
