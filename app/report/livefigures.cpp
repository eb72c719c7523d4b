// SPDX-License-Identifier: MulanPSL-2.0
#include "livefigures.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

using State = LiveValue::State;

constexpr int kDeepest = 8; // functions inside functions
constexpr qsizetype kLongestExpression = 2000; // characters; the names of two hundred cells

struct Operand {
    State state = State::Unknown;
    Amount amount{};
};

Operand known(const std::optional<Amount> &amount)
{
    return amount ? Operand{State::Known, *amount} : Operand{State::Blank, {}};
}

QString plain(Amount amount) { return amount.absolute().toString(); }

/// part ÷ whole in percent, rounded half up to one digit after the point.
QString percentage(Amount part, Amount whole) { return Amount::ratio(part, whole, 100).toFixed(1) + u'%'; }

class Evaluation {
public:
    Evaluation(const Report &report, const QString &expression) : m_report(report), m_text(expression) { }

    LiveValue value()
    {
        const QString word = peekWord();
        LiveValue result;
        if (const auto function = m_functions.constFind(word);
            function != m_functions.constEnd() && isCall(word)) {
            m_at += word.size();
            const bool compares = word == u"change" || word == u"growth";
            const QList<Operand> operands = arguments(m_report, 0, compares);
            result = finished() ? (this->**function)(operands) : LiveValue();
        } else {
            const Operand operand = this->operand(m_report, 0);
            result = finished() ? shown(operand) : LiveValue();
        }
        if (result.state == State::Blank)
            result.text = QStringLiteral("＿＿");
        else if (result.state == State::Unknown)
            result.text = liveMarkup(m_text);
        return result;
    }

private:
    using Function = LiveValue (Evaluation::*)(const QList<Operand> &) const;

    static LiveValue shown(const Operand &operand)
    {
        return operand.state == State::Known
            ? LiveValue{State::Known, operand.amount.toString(), operand.amount}
            : LiveValue{operand.state, {}, {}};
    }
    static State worst(const QList<Operand> &operands)
    {
        State state = State::Known;
        for (const Operand &operand : operands)
            state = std::max(state, operand.state);
        return state;
    }

    LiveValue percent(const QList<Operand> &operands) const
    {
        if (operands.size() != 2)
            return {};
        const State state = worst(operands);
        if (state != State::Known)
            return {state, {}, {}};
        if (!operands[1].amount.isPositive() || operands[0].amount.isNegative())
            return {State::Blank, {}, {}};
        return {State::Known, percentage(operands[0].amount, operands[1].amount), {}};
    }
    /// This year's and last year's value of one argument, which is read twice.
    LiveValue compared(const QList<Operand> &operands, bool asGrowth) const
    {
        if (operands.size() != 2)
            return {};
        const State state = worst(operands);
        if (state != State::Known)
            return {state, {}, {}};
        const Amount now = operands[0].amount;
        const Amount before = operands[1].amount;
        if (now == before)
            return {State::Known, QStringLiteral("持平"), {}};
        if (!asGrowth)
            return {State::Known,
                (now > before ? QStringLiteral("增加") : QStringLiteral("减少")) + plain(now - before), {}};
        if (!before.isPositive())
            return {State::Blank, {}, {}};
        const Amount difference = now > before ? now - before : before - now;
        return {State::Known,
            (now > before ? QStringLiteral("增长") : QStringLiteral("下降")) + percentage(difference, before),
            {}};
    }
    LiveValue change(const QList<Operand> &operands) const { return compared(operands, false); }
    LiveValue growth(const QList<Operand> &operands) const { return compared(operands, true); }

    bool isCall(const QString &word) const
    {
        qsizetype at = m_at + word.size();
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        return at < m_text.size() && m_text[at] == u'(';
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool finished()
    {
        skipSpace();
        return m_at == m_text.size() && !m_broken;
    }
    QString peekWord()
    {
        skipSpace();
        qsizetype end = m_at;
        while (end < m_text.size()
            && ((m_text[end] >= u'a' && m_text[end] <= u'z') || m_text[end] == u'_' || m_text[end] == u'.'))
            ++end;
        return m_text.mid(m_at, end - m_at);
    }

    /// "(a, b)"; for functions that compare, the argument is followed by its value of last year.
    QList<Operand> arguments(const Report &report, int depth, bool compares = false)
    {
        QList<Operand> operands;
        const qsizetype opening = m_at;
        if (!take(u'(')) {
            m_broken = true;
            return {};
        }
        do {
            operands.append(operand(report, depth + 1));
        } while (!m_broken && take(u','));
        if (!take(u')'))
            m_broken = true;
        if (compares && !m_broken && operands.size() == 1) {
            const qsizetype closed = m_at;
            m_at = opening + 1;
            operands.append(report.prior() ? operand(*report.prior(), depth + 1) : Operand{State::Blank, {}});
            m_at = closed;
            if (operands.first().state == State::Unknown)
                operands.last().state = State::Unknown;
        }
        return operands;
    }

    Operand operand(const Report &report, int depth)
    {
        const QString word = peekWord();
        if (word.isEmpty() || depth > kDeepest) {
            m_broken = true;
            return {};
        }
        const bool call = isCall(word);
        m_at += word.size();
        if (call && word == u"sum") {
            const QList<Operand> operands = arguments(report, depth + 1);
            Operand sum{worst(operands), {}};
            for (const Operand &one : operands)
                sum.amount = sum.amount + one.amount;
            return sum;
        }
        if (call && word == u"prior") {
            const qsizetype opening = m_at;
            Operand last{State::Blank, {}};
            const QList<Operand> now = arguments(report, depth + 1);
            if (m_broken || now.size() != 1 || now.first().state == State::Unknown)
                return {};
            if (report.prior()) {
                const qsizetype closed = m_at;
                m_at = opening + 1;
                last = operand(*report.prior(), depth + 1);
                m_at = closed;
                // a cell that last year's form did not have is blank, not a mistake
                last.state = std::min(last.state, State::Blank);
            }
            return last;
        }
        return call ? Operand() : named(report, word);
    }

    QString quoted()
    {
        if (!take(u'['))
            return {};
        QString name;
        if (!take(u'"')) {
            m_broken = true;
            return {};
        }
        const auto end = m_text.indexOf(u'"', m_at);
        if (end < 0) {
            m_broken = true;
            return {};
        }
        name = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        if (!take(u']'))
            m_broken = true;
        return name;
    }

    Operand named(const Report &report, const QString &word)
    {
        if (word == u"channels") {
            const QString name = quoted();
            const QString category = quoted();
            for (const Channel &channel : report.channels()) {
                if (m_broken || channel.name != name)
                    continue;
                if (category.isEmpty())
                    return count(channelCount(channel));
                for (const Category &one : channel.categories) {
                    if (one.name == category)
                        return count(one.count);
                }
            }
            return {};
        }
        if (word == u"channels.total")
            return count(channelsTotal(report.channels()));
        const CellId id(word);
        const TableSpec *table = report.spec().table(id.table());
        if (!table || word.count(u'.') != 2)
            return {};
        const QStringList rows = table->rowsOf(id.row());
        Operand sum{rows.isEmpty() ? State::Unknown : State::Known, {}};
        for (const QString &row : rows) {
            const CellId cell(id.table(), row, id.column());
            if (!report.spec().cell(cell))
                return {};
            const auto shownValue = report.value(cell);
            const Operand one = known(shownValue ? shownValue : report.computed(cell));
            sum = {std::max(sum.state, one.state), sum.amount + one.amount};
        }
        return sum;
    }
    static Operand count(const std::optional<qint64> &number)
    {
        return number ? Operand{State::Known, Amount::fromInteger(*number)} : Operand{State::Blank, {}};
    }

    const QHash<QString, Function> m_functions{{QStringLiteral("percent"), &Evaluation::percent},
        {QStringLiteral("change"), &Evaluation::change}, {QStringLiteral("growth"), &Evaluation::growth}};
    const Report &m_report;
    const QString m_text;
    qsizetype m_at = 0;
    bool m_broken = false;
};

} // namespace

LiveValue evaluateLive(const Report &report, const QString &expression)
{
    if (expression.size() > kLongestExpression)
        return {State::Unknown, liveMarkup(expression), {}};
    return Evaluation(report, expression).value();
}

namespace {

/// The first of the spans, which stand in order, that ends behind the place.
auto firstEndingBehind(const QList<LiveSpan> &spans, qsizetype shown)
{
    return std::partition_point(spans.begin(), spans.end(),
        [shown](const LiveSpan &span) { return span.start + span.length <= shown; });
}

} // namespace

qsizetype ShownText::toStored(qsizetype shown) const
{
    const auto next = firstEndingBehind(live, shown);
    if (next != live.end() && next->start <= shown)
        return next->storedStart;
    if (next == live.begin())
        return shown;
    const LiveSpan &before = *std::prev(next);
    return shown + before.storedStart + before.storedLength - before.start - before.length;
}

qsizetype ShownText::toShown(qsizetype stored) const
{
    qsizetype shift = 0;
    for (const LiveSpan &span : live) {
        if (stored <= span.storedStart)
            break;
        if (stored < span.storedStart + span.storedLength)
            return span.start + span.length;
        shift = span.start + span.length - span.storedStart - span.storedLength;
    }
    return stored + shift;
}

const LiveSpan *ShownText::liveAt(qsizetype start, qsizetype end) const
{
    const auto next = firstEndingBehind(live, start);
    return next != live.end() && next->start < end ? &*next : nullptr;
}

ShownText shownText(const Report &report, const QString &stored)
{
    ShownText result;
    qsizetype from = 0;
    for (;;) {
        const auto opening = stored.indexOf(u"{{", from);
        const auto closing = opening < 0 ? -1 : stored.indexOf(u"}}", opening);
        if (closing < 0)
            break;
        result.text += QStringView(stored).mid(from, opening - from);
        LiveSpan span;
        span.expression = stored.mid(opening + 2, closing - opening - 2).trimmed();
        span.value = evaluateLive(report, span.expression);
        span.start = result.text.size();
        span.length = span.value.text.size();
        span.storedStart = opening;
        span.storedLength = closing + 2 - opening;
        result.text += span.value.text;
        result.live.append(span);
        from = closing + 2;
    }
    result.text += QStringView(stored).mid(from);
    return result;
}

QString liveMarkup(const QString &expression) { return QStringLiteral("{{%1}}").arg(expression); }

Phrase liveLabel(const Report &report, const QString &expression)
{
    for (const LiveChoice &choice : liveChoices(report)) {
        if (choice.expression == expression)
            return choice.label;
    }
    return expression;
}

/// "（七）总计" without its number, and with what texts call it where that is another word: 总计（办结）.
static QString rowName(const RowLabel &row)
{
    const auto dot = row.label.indexOf(u'.');
    const auto bracket = row.label.startsWith(u'（') ? row.label.indexOf(u'）') : -1;
    const auto mark = row.label.indexOf(u'、');
    const qsizetype cut = dot == 1 ? 1 : bracket > 0 ? bracket : mark == 1 ? 1 : -1;
    const QString name = row.label.mid(cut + 1);
    return row.word.isEmpty() || name.contains(row.word) ? name
                                                         : QStringLiteral("%1（%2）").arg(name, row.word);
}

/// Who names a row alone means all of it.
static QList<CellId> totalsFirst(const TableSpec &table)
{
    QList<CellId> cells = table.cells;
    for (auto row = cells.begin(); row != cells.end();) {
        const auto end = std::find_if(
            row, cells.end(), [name = row->row()](const CellId &cell) { return cell.row() != name; });
        std::stable_partition(
            row, end, [&table](const CellId &cell) { return table.isColumn(cell.column(), Role::Total); });
        row = end;
    }
    return cells;
}

QList<LiveChoice> liveChoices(const Report &report)
{
    QList<LiveChoice> choices;
    const Phrase channelsGroup({"Channels", "渠道"});
    if (channelsTotal(report.channels()))
        choices.append({QStringLiteral("channels.total"), Phrase({"All channels together", "各渠道合计"}),
            channelsGroup});
    for (const Channel &channel : report.channels()) {
        const QString expression = QStringLiteral("channels[\"%1\"]").arg(channel.name);
        if (channel.name.contains(u'"'))
            continue;
        choices.append({expression, channel.name, channelsGroup});
        for (const Category &category : channel.categories) {
            if (!category.name.contains(u'"'))
                choices.append({QStringLiteral("%1[\"%2\"]").arg(expression, category.name),
                    QStringLiteral("%1 · %2").arg(channel.name, category.name), channelsGroup});
        }
    }
    for (const TableSpec &table : report.spec().tables) {
        QSet<QString> groupsSeen;
        for (const CellId &cell : totalsFirst(table)) {
            // a group stands before its first row, its total column only
            const bool isTotal = table.isColumn(cell.column(), Role::Total);
            if (isTotal) {
                for (auto group = table.rowGroups.cbegin(); group != table.rowGroups.cend(); ++group) {
                    if (!group->contains(cell.row()) || groupsSeen.contains(group.key()))
                        continue;
                    groupsSeen.insert(group.key());
                    choices.append({CellId(table.id, group.key(), cell.column()).toString(),
                        Phrase({"%1, whole group", "%1（全类合计）"},
                            table.rowLabels.value(group.key()).label.isEmpty()
                                ? group.key()
                                : rowName(table.rowLabels.value(group.key()))),
                        table.name});
                }
            }
            const QString row = rowName(table.rowLabels.value(cell.row()));
            const QString column = table.columnLabels.value(cell.column());
            choices.append({cell.toString(),
                column.isEmpty() ? row : QStringLiteral("%1 · %2").arg(row, column), table.name});
        }
    }
    return choices;
}

QString withRenamedCells(const QString &stored, const std::function<CellId(const CellId &)> &renamed)
{
    static const QRegularExpression names(
        QStringLiteral("\"[^\"]*\"|[a-z_]+\\.[a-z_]+\\.[a-z_]+")); // a quoted one is a channel's
    QString result;
    qsizetype from = 0;
    for (auto start = stored.indexOf(QStringLiteral("{{")); start >= 0;
         start = stored.indexOf(QStringLiteral("{{"), from)) {
        const auto end = stored.indexOf(QStringLiteral("}}"), start);
        if (end < 0)
            break;
        const QString expression = stored.mid(start, end - start);
        result += QStringView(stored).mid(from, start - from);
        qsizetype inside = 0;
        for (auto it = names.globalMatch(expression); it.hasNext();) {
            const auto match = it.next();
            const QString name = match.captured();
            result += QStringView(expression).mid(inside, match.capturedStart() - inside);
            result += name.startsWith(u'"') ? name : renamed(CellId(name)).toString();
            inside = match.capturedEnd();
        }
        result += QStringView(expression).mid(inside);
        from = end;
    }
    return result + stored.mid(from);
}

} // namespace nianbao
