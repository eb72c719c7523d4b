// SPDX-License-Identifier: MulanPSL-2.0
#include "statementchecks.h"

#include "catalogue.h"
#include "feechecks.h"
#include "inspection.h"
#include "numberwords.h"
#include "reading.h"
#include "splitchecks.h"

#include <algorithm>

namespace nianbao {

namespace {
void findStatements(Inspection &check);
} // namespace

const Rule kTxtReceived{"TXT-RECEIVED", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtDone{"TXT-DONE", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtOutcome{"TXT-OUTCOME", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtPercent{"TXT-PERCENT", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtDisputes{"TXT-DISPUTES", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtNormative{"TXT-NORMATIVE", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtNone{"TXT-NONE", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtLive{"TXT-LIVE", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kTxtSum{"TXT-SUM", Level::Explain, RuleGroup::Texts, findStatements};
const Rule kChannelTotal{"CHANNEL-TOTAL", Level::Explain, RuleGroup::Texts, findStatements};

namespace {

/// A value the tables give for what a sentence counts.
struct Value {
    const CellSum *sum = nullptr;
    Amount amount{};
};

const Rule *ruleOf(Counted::Kind kind)
{
    switch (kind) {
    case Counted::Kind::Received:
    case Counted::Kind::CarriedIn:
    case Counted::Kind::Applicants: return &kTxtReceived;
    case Counted::Kind::Done:
    case Counted::Kind::CarriedOut: return &kTxtDone;
    case Counted::Kind::Outcome: return &kTxtOutcome;
    case Counted::Kind::Dispute: return &kTxtDisputes;
    case Counted::Kind::Document: return &kTxtNormative;
    case Counted::Kind::Channels:
    case Counted::Kind::Fee:
    case Counted::Kind::None: break;
    }
    return nullptr;
}

/// What is counted, in words.
Phrase wordsFor(const Counted &counted)
{
    switch (counted.kind) {
    case Counted::Kind::Received: return ruleWords(kTxtReceived, "received");
    case Counted::Kind::CarriedIn: return ruleWords(kTxtReceived, "carried_in");
    case Counted::Kind::Applicants: return ruleWords(kTxtReceived, "of_applicants", counted.name);
    case Counted::Kind::Done:
        return counted.label == u"handled" ? ruleWords(kTxtDone, "handled") : ruleWords(kTxtDone, "done");
    case Counted::Kind::CarriedOut: return ruleWords(kTxtDone, "carried_out");
    case Counted::Kind::Outcome:
    case Counted::Kind::Dispute:
    case Counted::Kind::Document:
    case Counted::Kind::Channels:
    case Counted::Kind::Fee:
    case Counted::Kind::None: break;
    }
    return counted.name;
}

/// The figures and wordings of one text against the tables.
class Statements {
public:
    Statements(Inspection &check, const CheckedText &text)
        : m_check(check)
        , m_report(check.report)
        , m_text(text)
        , m_kept(check.readingOf(text))
        , m_reading(*m_kept)
    { }

    void check()
    {
        QList<int> faulty; // mentions with a finding: no second one for the same fault
        for (int i = 0; i < m_reading.mentions.size(); ++i) {
            const Mention &mention = m_reading.mentions[i];
            const bool isCompared = mention.ours && mention.quantity.exact;
            if (isCompared && !mention.quantity.isPercent() && !isPartOfTold(i) && !isOfOneApplicant(i)
                && !isHalfOfOneCell(i) && !isPartOfWrong(i, faulty) && compare(mention))
                faulty.append(i);
            const int of = mention.previous >= 0 ? mention.previous : inBracketBehind(i);
            if (mention.quantity.isPercent() && of >= 0)
                checkShare(mention, m_reading.mentions[of]);
        }
        int sentence = -1;
        QList<CellId> said; // cells that this sentence was wrong about
        for (const Wording &wording : m_reading.wordings) {
            if (wording.sentence != sentence)
                said.clear();
            sentence = wording.sentence;
            compare(wording, said);
        }
        checkSplits(m_check, m_text, m_reading, faulty);
    }

private:
    static constexpr int kMostParts = 8; // of a figure that is told once more in its parts

    const LiveSpan *liveAt(const Quantity &quantity) const
    {
        return m_text.shown.liveAt(quantity.start, quantity.end());
    }

    QList<CellId> cellsOf(const CellSum &sum) const
    {
        QList<CellId> cells;
        const TableSpec *table = m_report.spec().table(sum.table);
        for (const QString &name : sum.rows) {
            for (const QString &row : table->rowsOf(name)) {
                for (const QString &column : sum.columns) {
                    if (m_report.spec().cell(CellId(sum.table, row, column)))
                        cells.append(CellId(sum.table, row, column));
                }
            }
        }
        return cells;
    }

    /// Of a total whose parts are blank the one that was declared.
    std::optional<Amount> valueOf(const CellId &cell) const
    {
        const auto computed = m_report.computed(cell);
        return computed ? computed : m_report.value(cell);
    }

    /// Which of the two totals is right is told of the table; the text may say either.
    bool isDeclared(const CellSum &sum, Amount stated) const
    {
        const QList<CellId> cells = cellsOf(sum);
        return cells.size() == 1 && m_report.value(cells.first()) == stated;
    }

    /// Of the cells as far as they are filled; nullopt when none is.
    std::optional<Amount> valueOf(const CellSum &sum) const
    {
        std::optional<Amount> total;
        for (const CellId &cell : cellsOf(sum)) {
            if (const auto value = valueOf(cell))
                total = total.value_or(Amount()) + *value;
        }
        return total;
    }

    /// Of all readings; a blank new one leaves no other: it would be half of it.
    QList<Value> valuesOf(const Counted &counted) const
    {
        QList<Value> values;
        for (const CellSum &sum : counted.readings) {
            const auto value = valueOf(sum);
            if (!value && sum.key == u"new")
                return values;
            if (value)
                values.append({&sum, *value});
        }
        return values;
    }

    Phrase wordsFor(const CellSum &sum, const Counted &counted) const
    {
        if (!sum.key.isEmpty())
            return commonWords(qPrintable(sum.key));
        if (counted.kind != Counted::Kind::Document)
            return counted.name;
        const TableSpec *table = m_report.spec().table(sum.table);
        return table->columnLabels.value(sum.columns.value(0));
    }

    /// The exact cell with its label; of several the first and their number.
    Phrase cellWords(const QList<CellId> &cells) const
    {
        const Phrase first = m_report.spec().cell(cells.first())->label;
        return cells.size() == 1 ? commonWords("cell", first) : commonWords("cells", first, cells.size());
    }

    QString bindingOf(const CellSum &sum) const
    {
        QStringList expressions;
        for (const QString &row : sum.rows) {
            for (const QString &column : sum.columns)
                expressions.append(CellId(sum.table, row, column).toString());
        }
        return expressions.size() == 1
            ? expressions.first()
            : QStringLiteral("sum(%1)").arg(expressions.join(QStringLiteral(", ")));
    }

    /// The clause a figure stands in, shortened.
    QString clauseAround(qsizetype start, qsizetype end) const
    {
        constexpr qsizetype kMost = 40;
        static const QString ends = QStringLiteral("，。；！？\n,;");
        const QString &text = m_text.shown.text;
        qsizetype from = start;
        while (from > 0 && start - from < kMost && !ends.contains(text[from - 1]))
            --from;
        qsizetype to = end;
        while (to < text.size() && to - end < kMost && !ends.contains(text[to]))
            ++to;
        return withoutNumbers(text.mid(from, to - from)).simplified();
    }

    /// 33件已办结，答复27件，撤回6件: one of those that add up to a figure of the same kind, which is right.
    bool isPartOfTold(int i) const
    {
        const Mention &part = m_reading.mentions[i];
        if (part.counted.kind != Counted::Kind::Done && part.counted.kind != Counted::Kind::Received)
            return false;
        const auto isOf = [&](const Mention &other) {
            return other.sentence == part.sentence && other.group == part.group
                && !other.quantity.isPercent();
        };
        for (int k = i - 1; k >= 0 && i - k <= kMostParts && isOf(m_reading.mentions[k]); --k) {
            const Mention &whole = m_reading.mentions[k];
            const QList<Value> values = valuesOf(whole.counted);
            if (whole.counted.kind != part.counted.kind || whole.quantity.value <= part.quantity.value
                || std::none_of(values.begin(), values.end(),
                    [&](const Value &value) { return value.amount == whole.quantity.value; }))
                continue;
            Amount sum = part.quantity.value;
            for (int next = i + 1;
                 next < m_reading.mentions.size() && next - i <= kMostParts && isOf(m_reading.mentions[next]);
                 ++next) {
                sum = sum + m_reading.mentions[next].quantity.value;
                if (sum == whole.quantity.value)
                    return true;
            }
        }
        return false;
    }

    /// 失效2件、废止4件: two figures of one cell that add up to it.
    bool isHalfOfOneCell(int i) const
    {
        const Mention &half = m_reading.mentions[i];
        const QList<Value> values = valuesOf(half.counted);
        return std::any_of(values.begin(), values.end(), [&](const Value &value) {
            return isHalfWith(half, i - 1, value.amount) || isHalfWith(half, i + 1, value.amount);
        });
    }
    bool isHalfWith(const Mention &half, int other, Amount whole) const
    {
        if (other < 0 || other >= m_reading.mentions.size())
            return false;
        const Mention &second = m_reading.mentions[other];
        return second.counted.kind == half.counted.kind && second.counted.label == half.counted.label
            && second.sentence == half.sentence && second.quantity.exact
            && half.quantity.value + second.quantity.value == whole;
    }

    /// 收到33件，其中网络20件: of a figure that was told already.
    bool isPartOfWrong(int i, const QList<int> &faulty) const
    {
        const Mention &part = m_reading.mentions[i];
        return part.counted.isPart && std::any_of(faulty.begin(), faulty.end(), [&](int each) {
            const Mention &whole = m_reading.mentions[each];
            return whole.sentence == part.sentence && whole.counted.kind == part.counted.kind
                && !whole.counted.isPart && whole.quantity.value >= part.quantity.value;
        });
    }

    /// 自然人7件，6件予以公开，…法人6件，…: outcomes of one kind of applicants, another follows.
    bool isOfOneApplicant(int i) const
    {
        const auto &mentions = m_reading.mentions;
        if (mentions[i].counted.kind != Counted::Kind::Outcome)
            return false;
        const auto isApplicants = [&](int k) {
            return mentions[k].sentence == mentions[i].sentence
                && mentions[k].counted.kind == Counted::Kind::Applicants;
        };
        int before = i - 1, behind = i + 1;
        while (before >= 0 && i - before <= kMostParts && !isApplicants(before))
            --before;
        while (behind < mentions.size() && behind - i <= kMostParts && !isApplicants(behind))
            ++behind;
        return before >= 0 && isApplicants(before) && behind < mentions.size() && isApplicants(behind);
    }

    bool compare(const Mention &mention)
    {
        const Rule *rule = ruleOf(mention.counted.kind);
        if (!rule)
            return false;
        const QList<Value> values = valuesOf(mention.counted);
        if (values.isEmpty())
            return false;
        const Amount stated = mention.quantity.value;
        for (const Value &value : values) {
            if (value.amount == stated || isDeclared(*value.sum, stated))
                return false;
        }
        if (mention.counted.isPart && !std::all_of(values.begin(), values.end(), [&](const Value &value) {
                return stated > value.amount;
            }))
            return false;
        if (mention.counted.isEach && isOneOfEach(mention.counted, stated))
            return false;
        const Value &nearest = values.first();
        QList<Phrase> tried;
        for (const Value &value : values)
            tried.append(Phrase::joined(
                {wordsFor(*value.sum, mention.counted), value.amount.toString()}, QStringLiteral(" ")));
        const Quantity &quantity = mention.quantity;
        const QString written = m_text.shown.text.mid(quantity.start, quantity.length).simplified();
        const QList<CellId> cells = cellsOf(*nearest.sum);
        const Amount difference = stated > nearest.amount ? stated - nearest.amount : nearest.amount - stated;
        const QString clause = clauseAround(quantity.start, quantity.end());
        const QString &table = m_report.spec().table(nearest.sum->table)->name;
        const Phrase right = Phrase::joined(tried, QStringLiteral("；"));
        const LiveSpan *live = liveAt(quantity);
        // it follows the table, but which cell it follows was chosen by hand
        Finding &finding = live
            ? m_check.addAt(kTxtLive, m_text, quantity.start, quantity.length, "other_cell", clause, written,
                liveLabel(m_report, live->expression), wordsFor(mention.counted), table, right)
            : m_check.addAt(*rule, m_text, quantity.start, quantity.length, "disagrees", clause,
                wordsFor(mention.counted), written, table, right, difference.toString(), cellWords(cells));
        if (const auto pending = mention.counted.pending ? valueOf(*mention.counted.pending) : std::nullopt;
            pending && !pending->isZero() && nearest.amount - *pending == stated)
            finding.message += ruleWords(
                kTxtDisputes, "decided", stated.toString(), nearest.amount.toString(), pending->toString());
        finding.left = stated.toString();
        finding.right = nearest.amount.toString();
        finding.cells = cells;
        finding.binding = bindingOf(*nearest.sum);
        setNumber(finding, quantity);
        return true;
    }

    /// 复议、诉讼各1件: each by itself.
    bool isOneOfEach(const Counted &counted, Amount stated) const
    {
        for (const CellSum &sum : counted.readings) {
            for (const QString &row : sum.rows) {
                CellSum one = sum;
                one.rows = {row};
                if (const auto value = valueOf(one); value && *value != stated)
                    return false;
            }
        }
        return true;
    }

    void setNumber(Finding &finding, const Quantity &quantity) const
    {
        if (const LiveSpan *live = liveAt(quantity)) {
            finding.numberStart = live->storedStart;
            finding.numberLength = live->storedLength;
            return;
        }
        finding.numberStart = m_text.shown.toStored(quantity.start);
        finding.numberLength
            = m_text.shown.toStored(quantity.start + quantity.digits - 1) + 1 - finding.numberStart;
    }

    void compare(const Wording &wording, QList<CellId> &said)
    {
        if (!wording.ours || wording.counted.kind == Counted::Kind::Fee)
            return;
        const CellSum &sum = wording.isAll ? wording.others : wording.counted.readings.first();
        const auto value = valueOf(sum);
        if (!value || value->isZero())
            return;
        const QString words = m_text.shown.text.mid(wording.start, wording.length).simplified();
        const QList<CellId> cells = cellsOf(sum);
        const bool isSaid = std::all_of(cells.begin(), cells.end(), [&](const CellId &cell) {
            const auto one = valueOf(cell);
            return !one || one->isZero() || said.contains(cell);
        });
        if (isSaid)
            return; // 全部办结，没有遗留; 无一被纠正，全部维持
        said += cells;
        const QString table = m_report.spec().table(sum.table)->name;
        const auto own = wording.isAll && !wording.counted.readings.isEmpty()
            ? valueOf(wording.counted.readings.first())
            : std::nullopt;
        Finding &finding = own
            ? m_check.addAt(kTxtNone, m_text, wording.start, wording.length, "not_all", words, table,
                wordsFor(wording.counted), own->toString(), value->toString(), cellWords(cells))
            : m_check.addAt(kTxtNone, m_text, wording.start, wording.length, "not_none", words, table,
                wording.isAll ? wordsForAll(wording) : wordsFor(wording.counted), value->toString(),
                cellWords(cells));
        finding.left = QStringLiteral("0");
        finding.right = value->toString();
        finding.cells = cells;
    }

    static Phrase wordsFor(const Counted &counted) { return nianbao::wordsFor(counted); }
    static Phrase wordsForAll(const Wording &wording)
    {
        return wording.counted.label == u"decided" ? ruleWords(kTxtDisputes, "pending", wording.counted.name)
                                                   : wordsFor(wording.counted);
    }

    /// Whether the printed percentage is part ÷ whole within one unit of its last digit.
    static bool isShare(const Quantity &printed, Amount part, Amount whole)
    {
        if (!whole.isPositive())
            return true;
        qint64 unit = 1'000'000;
        for (int i = 0; i < printed.decimals; ++i)
            unit /= 10;
        const Amount exact = Amount::ratio(part, whole, 100);
        return (exact - printed.value).absolute() <= Amount::fromMicros(unit);
    }

    /// 208件（17.64%）: the figure that a share directly in a bracket is of; -1: none.
    int inBracketBehind(int i) const
    {
        const Mention &percent = m_reading.mentions[i];
        if (i == 0 || percent.group == 0 || m_reading.mentions[i - 1].group != 0
            || percent.token != m_reading.mentions[i - 1].token + 2)
            return -1;
        return i - 1;
    }

    /// A share directly behind a figure is of the requests done, or received.
    void checkShare(const Mention &percent, const Mention &figure)
    {
        constexpr qsizetype kFar = 18; // characters between
        const qsizetype between = percent.quantity.start - figure.quantity.end();
        const bool isBehind = between >= 0 && between <= kFar
            && (percent.group != figure.group || m_reading.has(figure.token + 1, percent.token, Tag::Share))
            && !m_reading.has(figure.token + 1, percent.token, Tag::Compare);
        const QStringView words
            = QStringView(m_text.shown.text).mid(figure.quantity.end(), std::max<qsizetype>(0, between));
        const QStringList &vague = numberWords().vagueAhead;
        const bool isAbout = std::any_of(
            vague.begin(), vague.end(), [&](const QString &word) { return words.contains(word); });
        if (!isBehind || isAbout || !figure.counted.hasShare || !figure.ours || !percent.ours
            || !figure.quantity.exact || !percent.quantity.exact || liveAt(percent.quantity))
            return;
        const TableSpec *requests = m_report.spec().table(Role::Requests);
        const auto sumOf = [&](const QStringList &rows) {
            return valueOf({{}, requests->id, rows, requests->columnsOf(Role::Total)});
        };
        QList<Amount> wholes;
        if (const auto done = sumOf({requests->rowOf(Role::Total)}))
            wholes.append(*done);
        const bool mayBeReceived = figure.counted.kind == Counted::Kind::Applicants
            || m_reading.has(figure.token + 1, percent.token, Tag::Receive)
            || m_reading.has(figure.token + 1, percent.token, Tag::Request)
            || m_reading.has(figure.token + 1, percent.token, Tag::RequestBare);
        if (mayBeReceived) {
            for (const QStringList &rows : {QStringList{requests->rowOf(Role::Received)},
                     QStringList{requests->rowOf(Role::Received), requests->rowOf(Role::CarriedIn)}}) {
                if (const auto received = sumOf(rows))
                    wholes.append(*received);
            }
        }
        if (wholes.isEmpty())
            return;
        const Amount part = figure.quantity.value;
        for (const Amount whole : std::as_const(wholes)) {
            if (isShare(percent.quantity, part, whole))
                return;
        }
        const QList<Value> values = valuesOf(figure.counted);
        const auto hundredths = [](Amount a, Amount b) { return Amount::ratio(a, b, 100).toFixed(2); };
        const Amount whole = wholes.first();
        const QString right = hundredths(part, whole);
        Finding &finding = m_check.addAt(kTxtPercent, m_text, percent.quantity.start, percent.quantity.length,
            "wrong", part.toString(), percent.quantity.value.toString(), whole.toString(), right);
        if (!values.isEmpty() && values.first().amount != part)
            finding.message += ruleWords(kTxtPercent, "by_table", values.first().amount.toString(),
                whole.toString(), hundredths(values.first().amount, whole));
        finding.left = percent.quantity.value.toString() + u'%';
        finding.right = right + u'%';
        if (!values.isEmpty()) {
            finding.cells = cellsOf(*values.first().sum);
            finding.binding
                = QStringLiteral("percent(%1, requests.total.total)").arg(bindingOf(*values.first().sum));
        }
        finding.numberStart = finding.place.start();
        finding.numberLength = finding.place.length();
    }

    Inspection &m_check;
    const Report &m_report;
    const CheckedText &m_text;
    const std::shared_ptr<const Reading> m_kept;
    const Reading &m_reading;
};

void findStatements(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts))
        Statements(check, text).check();
    for (const CheckedText &heading : std::as_const(check.headings))
        Statements(check, heading).check();
    checkRegister(check);
    compareFees(check);
}

} // namespace

} // namespace nianbao
