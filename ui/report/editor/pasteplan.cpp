// SPDX-License-Identifier: MulanPSL-2.0
#include "pasteplan.h"

#include "digits.h"
#include "errorwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace nianbao {

namespace {

using Field = PasteTarget::Field;
using Kind = Entry::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Clipboard)
};

constexpr qsizetype kMostRows = 2000; // more than any table
constexpr qsizetype kMostCells = 20'000;
constexpr qsizetype kMostHeads = 4; // columns of a copied sheet that hold no figures, or numbers of rows

bool isBlank(const QString &text) { return readEntry(text).kind == Kind::Blank; }

/// A figure or a mark that stands for one.
bool isFigure(const QString &text)
{
    const Kind kind = readEntry(text).kind;
    return kind != Kind::Blank && kind != Kind::Words && kind != Kind::None;
}

bool isWords(const QString &text) { return !isBlank(text) && !isFigure(text); }

bool hasFigures(const QStringList &texts) { return std::any_of(texts.begin(), texts.end(), isFigure); }

/// A line of a PDF: its label, then figures with blanks between; itself when it is none.
QStringList cellsOfLine(const QString &line)
{
    constexpr qsizetype kLongestLine = 400;
    constexpr qsizetype kShortestLabel = 4; // 约 22 and 超过 22 are no label with its figure
    const Entry whole = readEntry(line);
    if (whole.kind == Kind::Several)
        return whole.parts;
    // the label ends before the first blank behind which nothing but figures stands
    const bool mayHaveLabel = whole.kind == Kind::Words || whole.kind == Kind::None;
    for (qsizetype i = 1; mayHaveLabel && i + 1 < line.size() && line.size() <= kLongestLine; ++i) {
        if (!digits::isBlank(line[i]) || digits::isBlank(line[i + 1]))
            continue;
        const Entry rest = readEntry(line.mid(i + 1));
        if (rest.kind == Kind::Several)
            return QStringList{line.left(i)} + rest.parts;
        if (rest.kind == Kind::Figure && i >= kShortestLabel)
            return {line.left(i), line.mid(i + 1)};
    }
    return {line};
}

/// The rows of a block, each with whether its figures came in one line.
struct Row {
    QStringList texts{};
    bool isLine = false;
};

QList<Row> rowsOf(const TextBlock &block)
{
    QList<Row> rows;
    const bool isColumn
        = std::all_of(block.begin(), block.end(), [](const QStringList &row) { return row.size() <= 1; });
    for (const QStringList &texts : block) {
        const Entry entry = isColumn && !texts.isEmpty() ? readEntry(texts.first()) : Entry();
        const QStringList lines = entry.kind == Kind::Lines ? entry.parts : texts;
        if (!isColumn || lines.isEmpty()) {
            rows.append({texts, false});
            continue;
        }
        for (const QString &line : lines) {
            const QStringList cells = cellsOfLine(line);
            rows.append({cells, cells.size() > 1});
        }
    }
    return rows;
}

/// 1, 2, 3 below each other, blanks between.
bool isNumbering(const QList<Row> &rows, qsizetype column)
{
    int last = 0;
    for (const Row &row : rows) {
        const QString text = row.texts.value(column);
        if (isBlank(text))
            continue;
        if (text.trimmed() != QString::number(last + 1))
            return false;
        ++last;
    }
    return last > 1;
}

/// What of a copied block is head: rows above and columns left of the figures.
struct Heads {
    qsizetype rows = 0;
    qsizetype columns = 0;
    QStringList texts{};
};

Heads headsOf(const QList<Row> &rows)
{
    Heads heads;
    const bool any
        = std::any_of(rows.begin(), rows.end(), [](const Row &row) { return hasFigures(row.texts); });
    if (!any)
        return heads;
    while (!hasFigures(rows[heads.rows].texts))
        ++heads.rows;
    const QList<Row> body = rows.mid(heads.rows);
    const auto all = [&](qsizetype column, auto predicate) {
        return std::all_of(
            body.begin(), body.end(), [&](const Row &row) { return predicate(row.texts.value(column)); });
    };
    const auto figuresBehind = [&](qsizetype column) {
        return std::any_of(
            body.begin(), body.end(), [&](const Row &row) { return hasFigures(row.texts.mid(column + 1)); });
    };
    for (qsizetype column = 0; column < kMostHeads && figuresBehind(column); ++column) {
        const bool isHead = all(column, [](const QString &text) { return !isFigure(text); })
            && !all(column, [](const QString &text) { return isBlank(text); });
        if (isHead)
            heads.columns = column + 1;
        else if (!isNumbering(body, column))
            break;
    }
    bool hasWords = heads.columns > 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QStringList texts = i < heads.rows ? rows[i].texts : rows[i].texts.mid(0, heads.columns);
        for (const QString &text : texts) {
            hasWords = hasWords || isWords(text);
            if (isWords(text))
                heads.texts.append(text.simplified());
        }
    }
    return hasWords ? heads : Heads(); // blank rows keep their place
}

/// Lays the rows over the grid.
class Planner {
public:
    explicit Planner(const PasteTarget &target) : m_target(target), m_size(target.gridSize()) { }

    PastePlan at(QList<Row> rows, int row, int column)
    {
        leaveOutHeads(rows);
        for (const Row &source : std::as_const(rows)) {
            // A sheet that mirrors the form has the heads too; a bare list of figures has not.
            while (row < m_size.height() && !holdsFigures(row) && hasFigures(source.texts))
                ++row;
            if (row >= m_size.height() || holdsFigures(row))
                layRow(source, row, column);
            ++row;
        }
        return result();
    }

    PastePlan fill(const QRect &selection, const QString &text)
    {
        for (int row = selection.top(); row <= selection.bottom(); ++row) {
            for (int column = selection.left(); column <= selection.right(); ++column) {
                if (isPlaceOfFigures(row, column))
                    put(row, column, text);
            }
        }
        return result();
    }

    /// 12 105 300 where just three cells are left: one figure or three?
    std::optional<PastePlan> oneOrSeveral(const QString &text, int row, int column)
    {
        const Entry entry = readEntry(text);
        if (entry.kind != Kind::Figure || !entry.isGroupedByBlanks)
            return std::nullopt;
        QStringList parts;
        for (const QString &word : text.simplified().split(u' '))
            parts.append(word);
        const auto places = placesFrom(row, column);
        if (parts.size() != places.size() || parts.size() < 2)
            return std::nullopt;
        Planner one(m_target);
        Planner several(m_target);
        const PastePlan asOne = one.at({{{text}, false}}, row, column);
        const PastePlan asSeveral = several.at({{parts, true}}, row, column);
        if (!asOne.refusal.isEmpty() || !asSeveral.refusal.isEmpty())
            return std::nullopt;
        m_plan.questions.append({Words::tr("“%1” may be one figure or %2. Which is meant?")
                                     .arg(shortened(text))
                                     .arg(parts.size()),
            {{Words::tr("One figure: %1").arg(entry.value.toString()), asOne.values},
                {Words::tr("%1 figures beside each other").arg(parts.size()), asSeveral.values}}});
        return m_plan;
    }

private:
    bool isPlaceOfFigures(int row, int column) const
    {
        const Field place = m_target.placeAt(row, column);
        return place == Field::Typed || place == Field::Computed;
    }

    bool holdsFigures(int row) const
    {
        for (int column = 0; column < m_size.width(); ++column) {
            if (isPlaceOfFigures(row, column))
                return true;
        }
        return false;
    }

    QList<int> placesFrom(int row, int column) const
    {
        QList<int> columns;
        for (int i = column; row < m_size.height() && i < m_size.width(); ++i) {
            if (isPlaceOfFigures(row, i))
                columns.append(i);
        }
        return columns;
    }

    void leaveOutHeads(QList<Row> &rows)
    {
        const Heads heads = headsOf(rows);
        if (heads.texts.isEmpty())
            return;
        rows.remove(0, heads.rows);
        for (Row &row : rows)
            row.texts = row.texts.mid(heads.columns);
        const QString list = shortened(heads.texts.join(QStringLiteral("、")));
        const QStringList known = m_target.headTexts();
        const bool isKnown = std::any_of(heads.texts.begin(), heads.texts.end(), [&](const QString &text) {
            return std::any_of(known.begin(), known.end(), [&](const QString &head) {
                return head == text || (text.size() > 1 && (head.contains(text) || text.contains(head)));
            });
        });
        if (isKnown)
            m_plan.heads = list;
        else
            m_plan.questions.append(
                {Words::tr("The copied block has heads: %1. Only its figures can be pasted.").arg(list),
                    {{Words::tr("Paste the figures without the heads"), {}}}});
    }

    void layRow(const Row &source, int row, int column)
    {
        const auto places = placesFrom(row, column);
        const auto typed = std::count_if(places.begin(), places.end(),
            [&](int place) { return m_target.placeAt(row, place) == Field::Typed; });
        const bool overTyped
            = source.isLine && source.texts.size() <= typed && source.texts.size() != places.size();
        qsizetype next = 0;
        for (const QString &text : source.texts) {
            if (overTyped) {
                while (m_target.placeAt(row, places[next]) != Field::Typed)
                    ++next;
                put(row, places[next++], text);
            } else {
                put(row, column++, text);
            }
        }
    }

    void put(int row, int column, const QString &text)
    {
        const bool inside = row < m_size.height() && column < m_size.width();
        switch (inside ? m_target.placeAt(row, column) : Field::Outside) {
        case Field::Computed: ++m_plan.skipped; break;
        case Field::Typed: putTyped(row, column, text); break;
        case Field::Outside:
        case Field::Head:
        case Field::Covered:
            if (!isBlank(text))
                refuse(Words::tr("Nothing was pasted: “%1” would stand outside the figures of the table. "
                                 "Begin further up or further left, or copy fewer cells.")
                           .arg(shortened(text)));
        }
    }

    void putTyped(int row, int column, const QString &text)
    {
        const EntryPlace place = m_target.entryPlaceAt(row, column);
        const auto entered = enter(text, place);
        if (entered) {
            m_plan.values.append({row, column, entered->value, entered->note});
        } else if (entered.error().code == ErrorCode::UnclearMark) {
            m_unclear.append({row, column, {}, {}});
            if (!m_marks.contains(entered.error().detail))
                m_marks.append(entered.error().detail);
        } else if (const auto readings = currencyReadings(text, place)) {
            m_plan.questions.append(currencyQuestion(text, place, *readings, {row, column, {}, {}}));
        } else {
            const Error error{entered.error().code, m_target.labelAt(row, column), entered.error().detail};
            refuse(Words::tr("Nothing was pasted. %1").arg(describe(error)));
        }
    }

    static PasteQuestion currencyQuestion(
        const QString &text, const EntryPlace &place, const CurrencyReadings &readings, GridValue value)
    {
        PasteQuestion question{
            Words::tr("“%1”: the cell counts in %2. What is meant?").arg(shortened(text), place.unit), {}};
        const auto add = [&](const QString &words, Amount amount) {
            value.value = amount;
            question.answers.append({words, {value}});
        };
        add(QStringLiteral("%1 %2").arg(readings.asWritten.toString(), place.unit), readings.asWritten);
        if (readings.converted)
            add(QStringLiteral("%1 元 = %2 %3")
                    .arg(readings.asWritten.toString(), readings.converted->toString(), place.unit),
                *readings.converted);
        return question;
    }

    void refuse(const QString &sentence)
    {
        if (m_plan.refusal.isEmpty())
            m_plan.refusal = sentence;
    }

    /// One question for all marks of the block.
    void askMarks()
    {
        if (m_unclear.isEmpty())
            return;
        QList<GridValue> zeros = m_unclear;
        for (GridValue &value : zeros)
            value.value = Amount();
        m_plan.questions.append(
            {Words::tr(
                 "%n cells hold “%1”. Does that mean that the figure is not known yet, or that there was "
                 "nothing?",
                 nullptr, int(m_unclear.size()))
                    .arg(m_marks.join(Words::tr("”, “", "between two marks that are named"))),
                {{Words::tr("Not known: leave blank"), m_unclear}, {Words::tr("Nothing: write 0"), zeros}}});
    }

    PastePlan result()
    {
        askMarks();
        if (m_plan.refusal.isEmpty() && m_plan.values.isEmpty() && m_plan.questions.isEmpty())
            refuse(m_plan.skipped > 0
                    ? Words::tr("Nothing was pasted: the cells there are computed from others.")
                    : Words::tr("Nothing was pasted: the clipboard holds no figures."));
        if (!m_plan.refusal.isEmpty()) {
            m_plan.values.clear();
            m_plan.questions.clear();
        }
        return m_plan;
    }

    const PasteTarget &m_target;
    const QSize m_size;
    PastePlan m_plan{};
    QList<GridValue> m_unclear{};
    QStringList m_marks{};
};

} // namespace

QString PastePlan::summary() const
{
    const int count = int(values.size());
    QString sentence = skipped == 0
        ? Words::tr("%n cells pasted.", nullptr, count)
        : Words::tr("%n cells pasted; computed cells in between (%1) were skipped.", nullptr, count)
              .arg(skipped);
    if (!heads.isEmpty())
        sentence += Words::tr(" The heads were left out: %1.").arg(heads);
    return sentence;
}

PastePlan planPaste(const TextBlock &block, const QRect &selection, const PasteTarget &target)
{
    Planner planner(target);
    PastePlan refused;
    if (block.size() > kMostRows) {
        refused.refusal = Words::tr("Nothing was pasted: the clipboard holds %1 rows, more than any table.")
                              .arg(block.size());
        return refused;
    }
    const auto cells = std::accumulate(block.begin(), block.end(), qsizetype(0),
        [](qsizetype sum, const QStringList &row) { return sum + row.size(); });
    if (cells > kMostCells) {
        refused.refusal
            = Words::tr("Nothing was pasted: the clipboard holds %1 cells, more than any table.").arg(cells);
        return refused;
    }
    const auto rows = rowsOf(block);
    const bool isSingle = rows.size() == 1 && rows.first().texts.size() == 1;
    if (isSingle && (selection.width() > 1 || selection.height() > 1))
        return planner.fill(selection, rows.first().texts.first());
    if (isSingle) {
        if (const auto asked
            = planner.oneOrSeveral(rows.first().texts.first(), selection.top(), selection.left()))
            return *asked;
    }
    return planner.at(rows, selection.top(), selection.left());
}

} // namespace nianbao
