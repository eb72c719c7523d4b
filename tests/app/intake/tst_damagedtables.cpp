// SPDX-License-Identifier: MulanPSL-2.0
#include "drawntables.h"
#include "recognisetables.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

using Row = QList<ForeignCell>; // as a page writes it: without what reaches down from above
using Rows = QList<Row>;

Rows rowsOf(const ForeignGrid &grid)
{
    Rows rows(grid.rows);
    for (const ForeignCell &cell : grid.cells)
        rows[cell.row].append(cell);
    return rows;
}

ForeignGrid gridOf(const Rows &rows)
{
    GridBuilder builder;
    for (const Row &row : rows) {
        builder.beginRow();
        for (const ForeignCell &cell : row)
            builder.addCell(cell);
    }
    return builder.grid();
}

bool isNumber(const QString &text)
{
    bool is = false;
    text.toDouble(&is);
    return is;
}

struct Damaged {
    QList<ForeignGrid> grids{};
    bool isDone = false;
};

/// One table and one way to spoil it.
class Damage {
public:
    Damage(Rows rows, QRandomGenerator &random) : m_rows(std::move(rows)), m_random(random) { }
    Damaged make(const QString &kind);

private:
    int any(qsizetype count) { return int(m_random.bounded(int(std::max<qsizetype>(1, count)))); }
    QList<QPair<int, int>> cellsWith(bool figures) const
    {
        QList<QPair<int, int>> found;
        for (int row = 0; row < m_rows.size(); ++row) {
            for (int cell = 0; cell < m_rows[row].size(); ++cell) {
                const QString &text = m_rows[row][cell].text;
                if (!text.isEmpty() && isNumber(text) == figures)
                    found.append({row, cell});
            }
        }
        return found;
    }
    QPair<int, int> figure()
    {
        const auto all = cellsWith(true);
        return all[any(all.size())];
    }
    QPair<int, int> word()
    {
        const auto all = cellsWith(false);
        return all[any(all.size())];
    }
    QList<int> figuresIn(int row) const
    {
        QList<int> cells;
        for (int i = 0; i < m_rows[row].size(); ++i) {
            if (isNumber(m_rows[row][i].text))
                cells.append(i);
        }
        return cells;
    }
    bool swapColumns(); // false: their heads do not stand beside each other
    void misread();
    Damaged done() const { return {{gridOf(m_rows)}, true}; }
    Damaged cut(bool isTold);

    Rows m_rows;
    QRandomGenerator &m_random;
};

bool Damage::swapColumns()
{
    const auto [row, cell] = figure();
    const QList<int> figures = figuresIn(row);
    const int other = figures[any(figures.size())];
    const int a = m_rows[row][cell].column;
    const int b = m_rows[row][other].column;
    bool areHeadsSwapped = false;
    for (Row &each : m_rows) {
        ForeignCell *first = nullptr;
        ForeignCell *second = nullptr;
        for (ForeignCell &candidate : each) {
            first = candidate.column == a && candidate.columnSpan == 1 ? &candidate : first;
            second = candidate.column == b && candidate.columnSpan == 1 ? &candidate : second;
        }
        if (!first || !second)
            continue;
        areHeadsSwapped = areHeadsSwapped
            || (!first->text.isEmpty() && !second->text.isEmpty() && !isNumber(first->text));
        std::swap(first->text, second->text);
    }
    return areHeadsSwapped;
}

void Damage::misread()
{
    const auto [row, cell] = figure();
    QString &text = m_rows[row][cell].text;
    QList<int> digits;
    for (int i = 0; i < text.size(); ++i) {
        if (text[i].isDigit())
            digits.append(i);
    }
    const int at = digits[any(digits.size())];
    text[at] = QChar(u'0' + (text[at].digitValue() + 1 + any(8)) % 10);
}

Damaged Damage::cut(bool isTold)
{
    const int at = 1 + any(m_rows.size() - 1);
    Damaged damaged{{gridOf(m_rows.mid(0, at)), gridOf(m_rows.mid(at))}, true};
    damaged.grids[1].continuesLast = isTold;
    return damaged;
}

Damaged Damage::make(const QString &kind)
{
    const auto [row, cell] = figure();
    const auto [wordRow, wordCell] = word();
    if (kind == u"a figure's cell is dropped") {
        m_rows[row].removeAt(cell);
    } else if (kind == u"a label's cell is dropped") {
        m_rows[wordRow].removeAt(wordCell);
    } else if (kind == u"a cell is inserted") {
        const int at = any(m_rows.size());
        m_rows[at].insert(any(m_rows[at].size() + 1), ForeignCell{});
    } else if (kind == u"a cell with a figure is inserted") {
        m_rows[row].insert(cell, m_rows[row][cell]);
    } else if (kind == u"two rows are swapped") {
        m_rows.swapItemsAt(any(m_rows.size()), any(m_rows.size()));
    } else if (kind == u"two columns are swapped with their heads") {
        if (!swapColumns())
            return {};
    } else if (kind == u"two cells are merged") {
        if (cell + 1 >= m_rows[row].size())
            return {};
        m_rows[row][cell].text += m_rows[row][cell + 1].text;
        m_rows[row][cell].columnSpan += m_rows[row][cell + 1].columnSpan;
        m_rows[row].removeAt(cell + 1);
    } else if (kind == u"two cells become one") {
        if (cell + 1 >= m_rows[row].size())
            return {};
        m_rows[row][cell].text += m_rows[row][cell + 1].text;
        m_rows[row].removeAt(cell + 1);
    } else if (kind == u"two cells are merged downwards") {
        m_rows[row][cell].rowSpan = 2;
    } else if (kind == u"a cell is split") {
        ForeignCell half = m_rows[row][cell];
        half.text = half.text.right(1);
        m_rows[row].insert(cell + 1, half);
    } else if (kind == u"a label is split") {
        ForeignCell half = m_rows[wordRow][wordCell];
        half.text = half.text.mid(half.text.size() / 2);
        m_rows[wordRow][wordCell].text.truncate(half.text.size() / 2);
        m_rows[wordRow].insert(wordCell + 1, half);
    } else if (kind == u"a row without figures is deleted") {
        if (!figuresIn(wordRow).isEmpty())
            return {};
        m_rows.removeAt(wordRow);
    } else if (kind == u"a row with figures is deleted") {
        m_rows.removeAt(row);
    } else if (kind == u"a label is deleted") {
        m_rows[wordRow][wordCell].text.clear();
    } else if (kind == u"a row is doubled") {
        m_rows.insert(row, m_rows[row]);
    } else if (kind == u"figures of a row are shifted") {
        const QList<int> cells = figuresIn(row);
        for (qsizetype i = cells.size() - 1; i > 0; --i)
            m_rows[row][cells[i]].text = m_rows[row][cells[i - 1]].text;
        m_rows[row][cells[0]].text.clear();
    } else if (kind == u"figures of a column are shifted") {
        const int column = m_rows[row][cell].column;
        QString last;
        for (Row &each : m_rows) {
            for (ForeignCell &candidate : each) {
                if (candidate.column == column && isNumber(candidate.text))
                    std::swap(candidate.text, last);
            }
        }
    } else if (kind == u"a digit is misread") {
        misread();
    } else if (kind == u"a row is blank") {
        for (const int i : figuresIn(row))
            m_rows[row][i].text.clear();
    } else if (kind == u"a label is renamed") {
        QString &text = m_rows[wordRow][wordCell].text;
        text[any(text.size())] = u'某';
    } else if (kind == u"two labels change places") {
        const auto other = word();
        std::swap(m_rows[wordRow][wordCell].text, m_rows[other.first][other.second].text);
    } else if (kind == u"the table is cut over a page and says so") {
        return cut(true);
    } else if (kind == u"the table is cut over a page silently") {
        return cut(false);
    } else {
        qFatal("no such damage");
    }
    return done();
}

const QStringList kKinds{QStringLiteral("a figure's cell is dropped"),
    QStringLiteral("a label's cell is dropped"), QStringLiteral("a cell is inserted"),
    QStringLiteral("a cell with a figure is inserted"), QStringLiteral("two rows are swapped"),
    QStringLiteral("two columns are swapped with their heads"), QStringLiteral("two cells are merged"),
    QStringLiteral("two cells become one"), QStringLiteral("two cells are merged downwards"),
    QStringLiteral("a cell is split"), QStringLiteral("a label is split"),
    QStringLiteral("a row without figures is deleted"), QStringLiteral("a row with figures is deleted"),
    QStringLiteral("a label is deleted"), QStringLiteral("a row is doubled"),
    QStringLiteral("figures of a row are shifted"), QStringLiteral("figures of a column are shifted"),
    QStringLiteral("a digit is misread"), QStringLiteral("a row is blank"),
    QStringLiteral("a label is renamed"), QStringLiteral("two labels change places"),
    QStringLiteral("the table is cut over a page and says so"),
    QStringLiteral("the table is cut over a page silently")};

/// Nobody can tell these in a table without sums.
bool needsSums(const QString &kind)
{
    return kind == u"a digit is misread" || kind == u"figures of a column are shifted";
}

} // namespace

class DamagedTablesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingWrongIsSure_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : kKinds)
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void nothingWrongIsSure()
    {
        QFETCH(QString, kind);
        const int kRounds = qEnvironmentVariableIntValue("NIANBAO_ROUNDS") > 0
            ? qEnvironmentVariableIntValue("NIANBAO_ROUNDS")
            : 12;
        const auto seed = quint32(kKinds.indexOf(kind)) + 2026U;
        QRandomGenerator random(seed);
        int tables = 0, changed = 0, silent = 0, sure = 0, values = 0;
        QStringList wrong;
        for (const SpecPointer &form : shippedForms()) {
            for (int round = 0; round < kRounds; ++round) {
                const Figures figures = drawnFigures(*form, random);
                const auto &table = form->tables[random.bounded(int(form->tables.size()))];
                const bool isFlat = random.bounded(2) == 0;
                const bool hasSums = table.id != form->table(Role::Disclosure)->id;
                if (needsSums(kind) && !hasSums)
                    continue;
                const ForeignGrid right = statutoryGrid(table, figures);
                const Damaged damaged = Damage(rowsOf(isFlat ? flattened(right) : right), random).make(kind);
                if (!damaged.isDone)
                    continue;
                ForeignDocument document;
                for (const ForeignGrid &grid : damaged.grids)
                    document.blocks.append(grid);
                const RecognisedTables read = recogniseTables(document);
                ++tables;
                bool isChanged = false;
                bool isNoticed = !read.notes.isEmpty();
                for (const CellId &cell : table.cells) {
                    const ProposedCell got = read.cells.value(cell);
                    const QString value = got.value ? got.value->toString() : QString();
                    isNoticed = isNoticed || got.state != Recognition::Sure;
                    ++values;
                    sure += got.state == Recognition::Sure ? 1 : 0;
                    if (value == figures.value(cell))
                        continue;
                    isChanged = true;
                    if (got.state == Recognition::Sure)
                        wrong.append(form->id + QLatin1String(isFlat ? " flat " : " ") + cell.toString()
                            + u' ' + value + u'/' + figures.value(cell));
                }
                changed += isChanged ? 1 : 0;
                silent += isChanged && !isNoticed ? 1 : 0;
            }
        }
        qInfo("%d tables, %d with other values, %d of them silently; %d of %d values sure", tables, changed,
            silent, sure, values);
        QVERIFY(tables > 0);
        QCOMPARE(silent, 0);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QString::number(wrong.size()) + u'\n' + wrong.mid(0, 30).join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(DamagedTablesTest)
#include "tst_damagedtables.moc"
