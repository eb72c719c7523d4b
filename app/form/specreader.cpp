// SPDX-License-Identifier: MulanPSL-2.0
#include "specreader.h"

#include "formtree.h"
#include "jsonreader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <functional>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

struct Word {
    int sign = 1;
    bool prior = false;
    QString id{};
};

class SpecReader {
public:
    explicit SpecReader(const QByteArray &json) : m_root(JsonCursor::parse(json, m_fault)) { }

    Result<SpecPointer> read()
    {
        readHead();
        for (const auto &table : m_root["tables"].items())
            readTable(table);
        for (const auto &section : m_root["sections"].items())
            readSection(section);
        for (const auto &equation : m_root["checks"].items())
            readEquation(equation);
        for (const auto &draft : m_root["drafts"].items())
            readDraft(draft);
        for (const auto &older : m_root["supersedes"].items())
            readSupersession(older);
        orderComputedCells();
        if (m_spec->tables.isEmpty())
            m_root["tables"].fail(Words::tr("a form needs at least one table"));
        if (m_fault.first)
            return *m_fault.first;
        return SpecPointer(m_spec);
    }

private:
    void readHead();
    void readSection(const JsonCursor &json);
    void readTable(const JsonCursor &json);
    void readBlock(const JsonCursor &json, TableSpec &table, const QString &unit, bool transposed);
    void addCells(
        TableSpec &table, const QString &unit, const QList<FormNode> &rows, const QList<FormNode> &columns);
    QList<FormNode> readNodes(const JsonCursor &json, QLatin1String childKey);
    void readEquation(const JsonCursor &json);
    void resolveFormulas(const TableSpec &table, const QList<FormNode> &rows, const QList<FormNode> &columns);
    QList<Word> wordsOf(const QString &formula, const QString &path);
    QStringList expand(
        const QHash<QString, QStringList> &groups, const QStringList &ids, const QString &word);
    std::optional<Role> roleOf(const JsonCursor &json, const QString &id);
    Namings namings(const JsonCursor &json, const std::function<bool(const QString &)> &exists);
    void readDraft(const JsonCursor &json);
    void readSupersession(const JsonCursor &json);
    void expectCells(const JsonCursor &json);
    Expression expression(
        const TableSpec &table, const JsonCursor &json, const QString &each, bool eachColumn);
    void orderComputedCells();
    void failAt(const QString &path, const QString &reason)
    {
        if (!m_fault.first)
            m_fault.first = Error{m_fault.code, path, reason};
    }

    JsonCursor::Fault m_fault{ErrorCode::BadForm};
    JsonCursor m_root;
    std::shared_ptr<ReportSpec> m_spec = std::make_shared<ReportSpec>();
    QHash<CellId, QString> m_formulaPaths;
};

void SpecReader::readHead()
{
    m_spec->id = m_root["id"].string();
    m_spec->name = m_root["name"].string();
    m_spec->fromYear = m_root["from_year"].integer();
    if (const auto to = m_root["to_year"]; to.exists() && !to.isNull())
        m_spec->toYear = to.integer();
    if (const auto jump = m_root["jump"]; jump.exists())
        m_spec->jump = {jump["percent"].integer(), jump["least"].integer()};
    if (const auto successor = m_root["superseded_by"]; successor.exists()) {
        m_spec->successor = successor["form"].string();
        m_spec->successorFromYear = successor["from_year"].integer();
    }
    m_spec->titlePattern = m_root["title"].string();
    m_spec->introductionPattern = m_root["introduction"].string();
    for (const auto &name : m_root["channels"].items())
        m_spec->defaultChannels.append(name.string());
    for (const auto &name : m_root["categories"].items())
        m_spec->defaultCategories.append(name.string());
}

void SpecReader::readSection(const JsonCursor &json)
{
    SectionSpec section;
    section.id = SectionId(json["id"].string());
    section.number = json["number"].string();
    section.title = json["title"].string();
    section.role = roleOf(json, section.id.toString());
    section.guidance = json["guidance"].stringOr({});
    section.reportsFee = json["reports_fee"].booleanOr(false);
    const QString kind = json["kind"].string();
    if (m_spec->section(section.id))
        json["id"].fail(Words::tr("the id %1 stands here for the second time").arg(section.id.toString()));
    if (kind == u"table") {
        section.kind = SectionSpec::Kind::Table;
        section.table = TableId(json["table"].string());
        if (!m_spec->table(section.table))
            json["table"].fail(Words::tr("there is no table with the id %1").arg(section.table.toString()));
    } else if (kind != u"narrative") {
        json["kind"].fail(Words::tr("the kind is narrative or table"));
    }
    for (const auto &aspect : json["aspects"].items())
        section.aspects.append({aspect["heading"].string(), aspect["guidance"].stringOr({})});
    m_spec->sections.append(section);
}

QList<FormNode> SpecReader::readNodes(const JsonCursor &json, QLatin1String childKey)
{
    QList<FormNode> nodes;
    for (const auto &item : json.items()) {
        FormNode node;
        node.path = item.path();
        node.label = item["label"].string();
        node.stacked = item["stacked"].booleanOr(false);
        node.guidance = item["guidance"].stringOr({});
        node.role = roleOf(item, item["id"].stringOr({}));
        if (item[childKey].exists()) {
            node.id = item["id"].stringOr({});
            node.children = readNodes(item[childKey], childKey);
            if (node.children.isEmpty())
                item[childKey].fail(Words::tr("a group needs at least one member"));
        } else {
            node.id = item["id"].string();
            node.mark = item["mark"].stringOr({});
            node.word = item["word"].stringOr({});
            node.formula = item["formula"].stringOr({});
            node.rule = RuleId(item["rule"].stringOr({}));
            node.unit = item["unit"].stringOr({});
            node.decimals = item["decimals"].integerOr(0);
            node.negative = item["negative"].booleanOr(false);
            if (node.decimals < 0 || node.decimals > 6)
                item["decimals"].fail(Words::tr("decimals are between 0 and 6"));
            if (node.id.contains(u'.') || node.id.contains(u' '))
                item["id"].fail(Words::tr("an id is one word without dot or space"));
        }
        nodes.append(node);
    }
    return nodes;
}

void SpecReader::readTable(const JsonCursor &json)
{
    TableSpec table;
    table.id = TableId(json["id"].string());
    table.name = json["name"].string();
    table.role = roleOf(json, table.id.toString());
    table.guidance = json["guidance"].stringOr({});
    table.rowHeadColumns = json["row_head_columns"].integer();
    for (const auto &width : json["widths"].items())
        table.widths.append(width.positive());
    if (m_spec->table(table.id))
        json["id"].fail(Words::tr("the id %1 stands here for the second time").arg(table.id.toString()));
    const bool transposed = json["transposed"].booleanOr(false);
    const QString unit = json["unit"].stringOr({});
    for (const auto &block : json["blocks"].items())
        readBlock(block, table, unit, transposed);
    if (table.blocks.isEmpty())
        json["blocks"].fail(Words::tr("a table needs at least one block"));
    const auto isRow = [&table](const QString &id) { return !table.rowsOf(id).isEmpty(); };
    table.rowWords = namings(json["row_words"], isRow);
    table.columnWords
        = namings(json["column_words"], [&table](const QString &id) { return table.columns.contains(id); });
    for (const auto &line : json["compared"].items()) {
        table.compared.append({{}, line["label"].string(), {line["row"].string()}});
        if (!isRow(table.compared.last().of.first()))
            line["row"].fail(Words::tr("unknown id %1").arg(table.compared.last().of.first()));
    }
    m_spec->tables.append(table);
}

void SpecReader::readBlock(const JsonCursor &json, TableSpec &table, const QString &unit, bool transposed)
{
    const auto columns = readNodes(json["columns"], QLatin1String("columns"));
    const auto rows = readNodes(json["rows"], QLatin1String("rows"));
    const auto columnLeaves = leavesOf(columns);
    const auto rowLeaves = leavesOf(rows);
    if (columnLeaves.isEmpty() || rowLeaves.isEmpty()) {
        json.fail(Words::tr("a block needs rows and columns"));
        return;
    }
    const auto figureColumns = transposed ? columnLeaves.size() * rowLeaves.size() : columnLeaves.size();
    const auto room = table.widths.size() - table.rowHeadColumns;
    if (figureColumns > room || (transposed && figureColumns != room) || table.rowHeadColumns < 0
        || (!transposed && depthOf(rows) > table.rowHeadColumns)) {
        json.fail(Words::tr("the widths do not fit the rows and columns"));
        return;
    }
    QSet<QString> seen;
    walk(columns, [&](const FormNode &node, int, int) {
        if (!node.isLeaf())
            return;
        if (seen.contains(node.id))
            failAt(node.path, Words::tr("the id %1 stands here for the second time").arg(node.id));
        seen.insert(node.id);
        if (!table.columns.contains(node.id))
            table.columns.append(node.id);
        table.columnLabels.insert(node.id, node.label);
        if (node.role && !table.columnRoles[*node.role].contains(node.id))
            table.columnRoles[*node.role].append(node.id);
    });
    walk(rows, [&](const FormNode &node, int, int) {
        if (!node.id.isEmpty() && (table.rows.contains(node.id) || table.rowGroups.contains(node.id)))
            failAt(node.path, Words::tr("the id %1 stands here for the second time").arg(node.id));
        if (node.isLeaf()) {
            table.rows.append(node.id);
            table.rowLabels.insert(node.id, {node.label, node.mark, node.word});
        } else if (!node.id.isEmpty()) {
            table.rowLabels.insert(node.id, {node.label, node.mark, node.word});
            for (const FormNode &leaf : leavesOf(node.children))
                table.rowGroups[node.id].append(leaf.id);
        }
        if (node.role && !node.id.isEmpty())
            table.rowRoles[*node.role].append(node.id);
        for (const Word &word : node.formula.isEmpty()
                ? QList<Word>()
                : wordsOf(node.formula, node.path + QStringLiteral(".formula")))
            table.rowParts[node.id].append(word.id);
    });
    addCells(table, unit, rowLeaves, columnLeaves);
    resolveFormulas(table, rowLeaves, columns);
    if (transposed)
        layOutTransposed(table, rows, columns);
    else
        layOutBlock(table, json["banner"].stringOr({}), json["corner"].string(), rows, columns);
}

void SpecReader::addCells(
    TableSpec &table, const QString &unit, const QList<FormNode> &rows, const QList<FormNode> &columns)
{
    for (const FormNode &row : rows) {
        for (const FormNode &column : columns) {
            CellSpec cell;
            cell.id = CellId(table.id, row.id, column.id);
            cell.label = row.label + QStringLiteral(" · ") + column.label;
            cell.decimals = std::max(column.decimals, row.decimals);
            cell.mayBeNegative = column.negative || row.negative;
            cell.unit = column.unit.isEmpty() ? unit : column.unit;
            cell.totalRule = column.formula.isEmpty() ? row.rule : column.rule;
            QStringList guidance{row.guidance, column.guidance};
            guidance.removeAll(QString());
            cell.guidance = guidance.join(u'\n');
            table.cells.append(cell.id);
            m_spec->cellSpecs.insert(cell.id, cell);
        }
    }
}

QList<Word> SpecReader::wordsOf(const QString &formula, const QString &path)
{
    QList<Word> result;
    Word word;
    bool expectsWord = true;
    for (const QString &token : formula.split(u' ', Qt::SkipEmptyParts)) {
        const bool isSign = token == u"+" || token == u"-";
        if (isSign == expectsWord) {
            failAt(path, Words::tr("a formula is words joined by + and -: %1").arg(formula));
            return {};
        }
        if (isSign) {
            word.sign = token == u"+" ? 1 : -1;
        } else {
            word.prior = token.startsWith(QStringLiteral("prior."));
            word.id = word.prior ? token.mid(6) : token;
            result.append(word);
        }
        expectsWord = !expectsWord;
    }
    if (expectsWord)
        failAt(path, Words::tr("a formula is words joined by + and -: %1").arg(formula));
    return result;
}

QStringList SpecReader::expand(
    const QHash<QString, QStringList> &groups, const QStringList &ids, const QString &word)
{
    if (groups.contains(word))
        return groups.value(word);
    return ids.contains(word) ? QStringList{word} : QStringList();
}

void SpecReader::resolveFormulas(
    const TableSpec &table, const QList<FormNode> &rows, const QList<FormNode> &columns)
{
    QHash<QString, QStringList> columnGroups;
    walk(columns, [&](const FormNode &node, int, int) {
        if (!node.isLeaf() && !node.id.isEmpty()) {
            for (const FormNode &leaf : leavesOf(node.children))
                columnGroups[node.id].append(leaf.id);
        }
    });
    const auto columnLeaves = leavesOf(columns);
    QStringList columnIds;
    for (const FormNode &column : columnLeaves)
        columnIds.append(column.id);
    const auto resolve
        = [&](const FormNode &node, const QString &row, const QString &column, bool alongColumns) {
              CellSpec &cell = m_spec->cellSpecs[CellId(table.id, row, column)];
              for (const Word &word : wordsOf(node.formula, node.path + QStringLiteral(".formula"))) {
                  const auto ids = alongColumns ? expand(columnGroups, columnIds, word.id)
                                                : expand(table.rowGroups, table.rows, word.id);
                  if (ids.isEmpty() || word.prior)
                      failAt(node.path + QStringLiteral(".formula"), Words::tr("unknown id %1").arg(word.id));
                  for (const QString &id : ids)
                      cell.formula.append({word.sign,
                          alongColumns ? CellId(table.id, row, id) : CellId(table.id, id, column), false});
              }
              m_formulaPaths.insert(cell.id, node.path + QStringLiteral(".formula"));
          };
    for (const FormNode &row : rows) {
        for (const FormNode &column : columnLeaves) {
            if (!column.formula.isEmpty())
                resolve(column, row.id, column.id, true);
            else if (!row.formula.isEmpty())
                resolve(row, row.id, column.id, false);
        }
    }
}

std::optional<Role> SpecReader::roleOf(const JsonCursor &json, const QString &id)
{
    if (!json["role"].exists())
        return roleNamed(id);
    const QString name = json["role"].string();
    const auto role = roleNamed(name);
    if (!role)
        json["role"].fail(Words::tr("there is no role %1").arg(name));
    return role;
}

Namings SpecReader::namings(const JsonCursor &json, const std::function<bool(const QString &)> &exists)
{
    Namings result;
    for (const auto &item : json.items()) {
        Naming naming{item["words"].string().split(u'|', Qt::SkipEmptyParts), item["name"].string(), {}};
        for (const auto &id : item["of"].items()) {
            naming.of.append(id.string());
            if (!exists(naming.of.last()))
                id.fail(Words::tr("unknown id %1").arg(naming.of.last()));
        }
        if (naming.of.isEmpty())
            item["of"].fail(Words::tr("a group needs at least one member"));
        if (naming.words.isEmpty())
            item["words"].fail(Words::tr("a group needs at least one member"));
        result.append(naming);
    }
    return result;
}

void SpecReader::readDraft(const JsonCursor &json)
{
    DraftSpec draft{json["id"].string(), json["name"].string(), {}};
    if (m_spec->draft(draft.id))
        json["id"].fail(Words::tr("the id %1 stands here for the second time").arg(draft.id));
    for (const auto &item : json["clauses"].items()) {
        DraftSpec::Clause clause{
            item["text"].string(), item["none"].stringOr({}), {}, item["ends"].booleanOr(false)};
        for (const auto &expression : item["of"].items())
            clause.of.append(expression.string());
        draft.clauses.append(clause);
    }
    m_spec->drafts.append(draft);
}

/// "requests.other.*": a cell, or several of this form.
void SpecReader::expectCells(const JsonCursor &json)
{
    const CellPattern pattern(json.string());
    const bool exists = std::any_of(m_spec->cellSpecs.cbegin(), m_spec->cellSpecs.cend(),
        [&pattern](const CellSpec &cell) { return pattern.matches(cell.id); });
    if (!exists)
        json.fail(Words::tr("there is no cell %1").arg(json.string()));
}

void SpecReader::readSupersession(const JsonCursor &json)
{
    Supersession older{json["form"].string(), json["source"].string(), {}};
    for (const auto &item : json["moves"].items()) {
        Supersession::Move move{CellPattern(item["from"].string()), CellPattern(item["to"].string()), {}};
        expectCells(item["to"]);
        for (const auto &zero : item["zeros"].items()) {
            move.zeros.append(CellPattern(zero.string()));
            expectCells(zero);
        }
        older.moves.append(move);
    }
    m_spec->supersedes.append(older);
}

Expression SpecReader::expression(
    const TableSpec &table, const JsonCursor &json, const QString &each, bool eachColumn)
{
    Expression result;
    for (const Word &word : wordsOf(json.string(), json.path())) {
        const auto ids
            = eachColumn ? expand(table.rowGroups, table.rows, word.id) : expand({}, table.columns, word.id);
        if (ids.isEmpty())
            json.fail(Words::tr("unknown id %1").arg(word.id));
        for (const QString &id : ids) {
            const CellId cell = eachColumn ? CellId(table.id, id, each) : CellId(table.id, each, id);
            if (!m_spec->cell(cell))
                json.fail(Words::tr("there is no cell %1").arg(cell.toString()));
            result.append({word.sign, cell, word.prior});
        }
    }
    return result;
}

void SpecReader::readEquation(const JsonCursor &json)
{
    const TableSpec *table = m_spec->table(TableId(json["table"].string()));
    if (!table) {
        json["table"].fail(Words::tr("there is no table with the id %1").arg(json["table"].string()));
        return;
    }
    const QString each = json["each"].string();
    if (each != u"column" && each != u"row") {
        json["each"].fail(Words::tr("each is column or row"));
        return;
    }
    Equation equation;
    equation.rule = RuleId(json["id"].string());
    equation.table = table->id;
    const QString level = json["level"].string();
    if (level == u"explain")
        equation.level = Level::Explain;
    else if (level == u"hint")
        equation.level = Level::Hint;
    else if (level != u"error")
        json["level"].fail(Words::tr("the level is error, explain or hint"));
    const bool eachColumn = each == u"column";
    equation.isOfRow = !eachColumn;
    const QStringList all = eachColumn ? table->columns : table->rows;
    QStringList chosen;
    for (const auto &id : json["of"].items()) {
        if (!all.contains(id.string()))
            id.fail(Words::tr("unknown id %1").arg(id.string()));
        chosen.append(id.string());
    }
    for (const QString &id : chosen.isEmpty() ? all : chosen) {
        equation.each = id;
        equation.label = eachColumn ? table->columnLabels.value(id) : table->rowLabels.value(id).label;
        equation.left = expression(*table, json["left"], id, eachColumn);
        equation.right = expression(*table, json["right"], id, eachColumn);
        m_spec->equations.append(equation);
    }
}

void SpecReader::orderComputedCells()
{
    QHash<CellId, int> waiting;
    for (const CellSpec &cell : std::as_const(m_spec->cellSpecs)) {
        if (cell.isComputed())
            waiting.insert(cell.id, 0);
    }
    QList<CellId> rest;
    for (const auto &table : std::as_const(m_spec->tables)) {
        for (const CellId &cell : table.cells) {
            if (waiting.contains(cell))
                rest.append(cell);
        }
    }
    while (!rest.isEmpty()) {
        const auto before = rest.size();
        rest.removeIf([&](const CellId &id) {
            const auto &formula = m_spec->cell(id)->formula;
            const bool ready = std::none_of(formula.begin(), formula.end(),
                [&](const Term &term) { return waiting.contains(term.cell); });
            if (ready) {
                m_spec->evaluationOrder.append(id);
                waiting.remove(id);
            }
            return ready;
        });
        if (rest.size() == before) {
            failAt(m_formulaPaths.value(rest.first()),
                Words::tr("the formula goes in a circle through %1").arg(rest.first().toString()));
            return;
        }
    }
}

} // namespace

Result<SpecPointer> readSpec(const QByteArray &json) { return SpecReader(json).read(); }

} // namespace nianbao
