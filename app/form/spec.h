// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ids.h"
#include "roles.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace nianbao {

enum class Level { Error, Explain, Hint }; // 错误, 需说明, 提示

struct Term {
    int sign = 1; // +1 or -1
    CellId cell{};
    bool prior = false; // the cell of last year's report
};
using Expression = QList<Term>; // sums and differences only

struct CellSpec {
    CellId id{};
    QString label{}; // row and column labels joined, for messages and screen readers
    int decimals = 0; // digits after the point that may be typed, 0 to 6
    bool mayBeNegative = false;
    QString unit{}; // 件, 万元
    Expression formula{}; // of a computed cell; empty: typed
    RuleId totalRule{}; // reports a declared total that differs from the formula
    QString guidance{}; // what belongs there and the clause it comes from
    bool isComputed() const { return !formula.isEmpty(); }
};

/// One rectangle of the table as it stands on paper and on screen.
struct GridCell {
    enum class Kind { Banner, Corner, ColumnHead, RowHead, Figure };
    Kind kind = Kind::Figure;
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    bool stacked = false; // one character under the other
    QString text{};
    CellId cell{}; // of a Figure
};

/// A run of grid rows with its own head, which is repeated when the block continues on a new page.
struct GridBlock {
    int firstRow = 0;
    int headRows = 0; // of these, counted from firstRow
    int rows = 0; // head included
};

struct RowLabel {
    QString label{}; // statutory, "一、本年新收政府信息公开申请数量"
    QString mark{}; // its number in the balance equation, "一"
    QString word{}; // short word for sentences, "新收"
};

/// What texts call rows or columns of a table: "自然人", "不予公开".
struct Naming {
    QStringList words{}; // as texts write it; the reader of texts knows its longer neighbours too
    QString name{}; // for sentences; may be empty
    QStringList of{}; // ids of rows, groups of rows or columns
};
using Namings = QList<Naming>;

struct TableSpec {
    TableId id{};
    std::optional<Role> role{};
    QString name{}; // 表二, 表三, 表四 as offices say
    QString guidance{};
    QStringList rows{}; // ids in statutory order
    QStringList columns{}; // ids, all that occur, in order
    QHash<QString, RowLabel> rowLabels{}; // of rows and of named groups
    QHash<QString, QString> columnLabels{};
    QList<CellId> cells{}; // in reading order
    QList<double> widths{}; // relative, one a grid column
    int rowHeadColumns = 0; // grid columns that hold row heads and stay put when scrolling
    int gridRows = 0;
    QList<GridBlock> blocks{};
    QList<GridCell> grid{};
    QHash<QString, QStringList> rowGroups{}; // refused → its rows
    QHash<QString, QStringList> rowParts{}; // of a row with a formula: the rows and groups that it names
    QHash<Role, QStringList> rowRoles{}; // rows and groups
    QHash<Role, QStringList> columnRoles{};
    Namings rowWords{};
    Namings columnWords{};
    QList<Naming> compared{}; // what a chart of two years shows: name and row, without words

    QString rowOf(Role which) const { return rowRoles.value(which).value(0); } // empty: the form has none
    QStringList columnsOf(Role which) const { return columnRoles.value(which); }
    bool isColumn(const QString &column, Role which) const
    {
        return columnRoles.value(which).contains(column);
    }
    /// The rows a word for rows stands for: itself, its group's; empty: unknown.
    QStringList rowsOf(const QString &rowOrGroup) const;
    /// "不予公开", of a row or a group; its label where no name is given.
    QString nameOfRow(const QString &rowOrGroup) const;
};

struct Aspect {
    QString heading{};
    QString guidance{};
};

struct SectionSpec {
    enum class Kind { Narrative, Table };
    SectionId id{};
    Kind kind = Kind::Narrative;
    QString number{}; // 一
    QString title{}; // 总体情况
    std::optional<Role> role{};
    QString guidance{};
    bool reportsFee = false; // 信息处理费 is reported there, also that none was charged: 国办函〔2020〕109号
    TableId table{}; // of a Table section
    QList<Aspect> aspects{}; // sub-sections offered when new
    QString heading() const { return number + QStringLiteral("、") + title; }
};

/// A paragraph written from the figures.
struct DraftSpec {
    struct Clause {
        QString text{}; // with {year}, {channels} and live figures
        QString none{}; // said where all of `of` are known to be 0 or {channels} has nothing to list
        QStringList of{}; // expressions of live figures
        bool ends = false; // after `none` nothing follows
    };
    QString id{};
    QString name{}; // 依申请公开情况, for the menu
    QList<Clause> clauses{};
};

/// "requests.other.*": cells by the parts of their ids, * for any. A row may be one of another form.
class CellPattern {
public:
    explicit CellPattern(const QString &written) : m_parts(written.split(u'.')) { }
    bool matches(const CellId &cell) const;
    /// The cell with the parts of this pattern, those of `cell` where it says *.
    CellId filled(const CellId &cell) const;

private:
    QString part(int index) const { return m_parts.value(index); }
    QStringList m_parts;
};

/// How a report of an older form comes into this one; what is not named keeps its id.
struct Supersession {
    struct Move { // the first that matches a cell and leads to one of this form
        CellPattern from;
        CellPattern to;
        QList<CellPattern> zeros{}; // become 0 where the cell was 0
    };
    QString form{}; // the older one
    QString source{}; // "2019年表样所载", before what has no place any more
    QList<Move> moves{};
};

/// left = right, once for each row or column the form names; already spelled out.
struct Equation {
    RuleId rule{};
    Level level = Level::Error;
    TableId table{};
    bool isOfRow = false; // else of a column
    QString each{}; // id of the row or column
    QString label{}; // its label
    Expression left{};
    Expression right{};
    bool usesPrior() const;
};

/// What is a jump against last year: more than this share and more than this number.
struct JumpLimits {
    int percent = 50;
    int least = 5;
};

/// The form of one period: sections, tables, formulas, equations, guidance. Immutable and shared.
/// Everything statutory comes from resources/forms; nothing of it stands in C++.
class ReportSpec {
public:
    QString id{};
    QString name{};
    int fromYear = 0;
    std::optional<int> toYear{};
    QString successor{}; // form that replaces this one, if any
    int successorFromYear = 0; // from the report of this year on
    QList<Supersession> supersedes{};
    QList<DraftSpec> drafts{};
    QList<SectionSpec> sections{};
    QList<TableSpec> tables{};
    QList<Equation> equations{};
    JumpLimits jump{};
    QList<CellId> evaluationOrder{}; // computed cells, each after all it depends on
    QStringList defaultChannels{};
    QStringList defaultCategories{};
    QString titlePattern{}; // "%1%2年政府信息公开工作年度报告": body, year
    QString introductionPattern{}; // draft with {name} {year} … placeholders

    const CellSpec *cell(const CellId &id) const; // nullptr: no such cell
    const TableSpec *table(const TableId &id) const;
    const SectionSpec *section(const SectionId &id) const;
    const SectionSpec *sectionOfTable(const TableId &id) const;
    const TableSpec *table(Role role) const; // nullptr: the form has none
    const SectionSpec *section(Role role) const;
    const DraftSpec *draft(const QString &id) const;

    QHash<CellId, CellSpec> cellSpecs{};
};

using SpecPointer = std::shared_ptr<const ReportSpec>;

/// The forms the program ships, in order of their first year. Each is read once, when it is first asked for.
const QList<SpecPointer> &shippedForms();
SpecPointer findForm(const QString &id); // nullptr: unknown
/// 2019 for reports of 2019 and 2020, else 2021.
SpecPointer formForYear(int year);

/// 1 → 一, 12 → 十二, 105 → 一百零五; 1 to 999.
QString chineseNumber(int number);

} // namespace nianbao
