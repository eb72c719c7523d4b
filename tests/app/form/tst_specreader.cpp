// SPDX-License-Identifier: MulanPSL-2.0
#include "specreader.h"

#include <QTest>

using namespace nianbao;

namespace {

/// A small form: one table of two rows and two columns with totals, one equation.
QByteArray smallForm()
{
    return R"({
      "id": "small", "name": "Small", "from_year": 2021, "to_year": null,
      "title": "{body}{year}", "introduction": "",
      "tables": [{ "id": "t", "name": "T", "unit": "件", "widths": [2, 1, 1, 1.5], "row_head_columns": 1,
        "row_words": [{"words": "甲|乙", "name": "X", "of": ["x"]}], "compared": [{"row": "z", "label": "Z"}],
        "column_words": [{"words": "丙", "name": "", "of": ["a", "b"]}],
        "blocks": [{ "corner": "c",
          "columns": [{"label": "g", "id": "g", "columns": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]},
                      {"id": "sum", "label": "S", "formula": "g", "rule": "R-ROW"}],
          "rows": [{"id": "x", "label": "X"}, {"id": "y", "label": "Y"},
                   {"id": "z", "label": "Z", "formula": "x - y", "rule": "R-SUM"}] }] }],
      "sections": [{"id": "s", "kind": "table", "number": "一", "title": "S", "table": "t"}],
      "supersedes": [{"form": "old", "source": "旧", "moves": [{"from": "t.w.*", "to": "t.x.*", "zeros": ["t.y.*"]}]}],
      "drafts": [{"id": "d", "name": "D", "clauses": [{"of": ["t.x.a"], "text": "有{{t.x.a}}。", "none": "无。", "ends": true}]}],
      "checks": [{"id": "EQ", "level": "error", "table": "t", "each": "column", "left": "x", "right": "y + z"}]
    })";
}

} // namespace

class SpecReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsASmallForm()
    {
        const auto spec = readSpec(smallForm());
        QVERIFY(spec);
        const TableSpec &table = (*spec)->tables.first();
        QCOMPARE(table.rows, QStringList({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}));
        QCOMPARE(table.gridRows, 5);
        const CellSpec *corner = (*spec)->cell(CellId(QStringLiteral("t.z.sum")));
        QCOMPARE(corner->formula.size(), 2); // along the row: the column's formula comes first
        QCOMPARE(corner->totalRule, RuleId(QStringLiteral("R-ROW")));
        const CellSpec *difference = (*spec)->cell(CellId(QStringLiteral("t.z.a")));
        QCOMPARE(difference->formula.last().sign, -1);
        QCOMPARE((*spec)->equations.size(), 3);
    }

    void readsWhatPartsAreAndAreCalled()
    {
        const auto spec
            = readSpec(QByteArray(smallForm())
                           .replace(R"("id": "t", "name")", R"("id": "t", "role": "requests", "name")")
                           .replace(R"("id": "x", "label")", R"("id": "x", "role": "received", "label")")
                           .replace(R"("id": "sum", "label")", R"("id": "sum", "role": "total", "label")"));
        QVERIFY(spec);
        const TableSpec *table = (*spec)->table(Role::Requests);
        QVERIFY(table);
        QVERIFY(!(*spec)->table(Role::Disputes));
        QCOMPARE(table->rowOf(Role::Received), QStringLiteral("x"));
        QCOMPARE(table->rowOf(Role::CarriedIn), QString());
        QVERIFY(table->isColumn(QStringLiteral("sum"), Role::Total));
        QVERIFY(!table->isColumn(QStringLiteral("a"), Role::Total));
        QCOMPARE(table->rowWords.first().words, QStringList({QStringLiteral("甲"), QStringLiteral("乙")}));
        QCOMPARE(table->nameOfRow(QStringLiteral("x")), QStringLiteral("X"));
        QCOMPARE(table->nameOfRow(QStringLiteral("y")), QStringLiteral("Y")); // its label
        QCOMPARE(table->columnWords.first().of, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(table->compared.first().name, QStringLiteral("Z"));
        QCOMPARE(table->rowParts.value(QStringLiteral("z")),
            QStringList({QStringLiteral("x"), QStringLiteral("y")}));
        const DraftSpec *draft = (*spec)->draft(QStringLiteral("d"));
        QVERIFY(draft && draft->clauses.first().ends);
        QCOMPARE(draft->clauses.first().none, QStringLiteral("无。"));
        const Supersession::Move move = (*spec)->supersedes.first().moves.first();
        QVERIFY(move.from.matches(CellId(QStringLiteral("t.w.a"))));
        QVERIFY(!move.from.matches(CellId(QStringLiteral("t.x.a"))));
        QCOMPARE(move.to.filled(CellId(QStringLiteral("t.w.b"))), CellId(QStringLiteral("t.x.b")));
    }

    void anIdThatIsARoleHasIt()
    {
        const auto spec = readSpec(
            QByteArray(smallForm()).replace("\"t\"", "\"disputes\"").replace("\"t.", "\"disputes."));
        QVERIFY(spec);
        QVERIFY((*spec)->table(Role::Disputes));
    }

    void computesInOrder()
    {
        const auto order = (*readSpec(smallForm()))->evaluationOrder;
        QVERIFY(order.indexOf(CellId(QStringLiteral("t.z.sum")))
            > order.indexOf(CellId(QStringLiteral("t.z.a"))));
    }

    void refusesABadForm_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        const auto row
            = [](const char *name, const char *from, const char *to, const char *path, const char *reason) {
                  QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(path)
                                      << QString::fromLatin1(reason);
              };
        row("duplicate row id", R"("id": "y", "label": "Y")", R"("id": "x", "label": "Y")",
            "tables[0].blocks[0].rows[1]", "second time");
        row("duplicate column id", R"("id": "b", "label": "B")", R"("id": "a", "label": "B")",
            "tables[0].blocks[0].columns[0].columns[1]", "second time");
        row("unknown id in a row formula", "x - y", "x - q", "tables[0].blocks[0].rows[2].formula",
            "unknown id q");
        row("unknown id in a column formula", R"("formula": "g")", R"("formula": "h")",
            "tables[0].blocks[0].columns[1].formula", "unknown id h");
        row("a formula in a circle", R"({"id": "x", "label": "X"})",
            R"({"id": "x", "label": "X", "formula": "z + y"})", "tables[0].blocks[0].rows[0].formula",
            "circle");
        row("dangling table", R"("table": "t"}],)", R"("table": "u"}],)", "sections[0].table", "no table");
        row("dangling table in an equation", R"("table": "t", "each")", R"("table": "u", "each")",
            "checks[0].table", "no table");
        row("unknown id in an equation", "y + z", "y + w", "checks[0].right", "unknown id w");
        row("text where a number belongs", "2021,", "\"2021\",", "from_year", "whole number");
        row("number where a text belongs", R"("name": "Small")", R"("name": 5)", "name", "a text");
        row("fraction where a text belongs", R"("name": "Small")", R"("name": 5.5)", "name", "a text");
        row("object where a list belongs", R"("checks": [)", R"("checks": {"a": [)", "line", "JSON");
        row("too few widths", "[2, 1, 1, 1.5]", "[2, 1, 1]", "tables[0].blocks[0]", "widths");
        row("width of nothing", "[2, 1, 1, 1.5]", "[2, 1, 0, 1.5]", "tables[0].widths[2]", "above zero");
        row("broken formula", "x - y", "x y", "tables[0].blocks[0].rows[2].formula", "joined by + and -");
        row("unknown level", "\"level\": \"error\"", "\"level\": \"grave\"", "checks[0].level",
            "error, explain");
        row("unknown kind of section", "\"kind\": \"table\"", "\"kind\": \"poem\"", "sections[0].kind",
            "narrative");
        row("unknown role", R"("id": "y", "label")", R"("id": "y", "role": "yes", "label")",
            "tables[0].blocks[0].rows[1].role", "no role yes");
        row("words for a row that is not there", R"("of": ["x"])", R"("of": ["q"])",
            "tables[0].row_words[0].of[0]", "unknown id q");
        row("words for nothing", R"("of": ["a", "b"])", R"("of": [])", "tables[0].column_words[0].of",
            "at least one");
        row("words for a column that is not there", R"("of": ["a", "b"])", R"("of": ["a", "x"])",
            "tables[0].column_words[0].of[1]", "unknown id x");
        row("a chart of a row that is not there", R"({"row": "z")", R"({"row": "q")",
            "tables[0].compared[0].row", "unknown id q");
        row("a move to where nothing is", R"("to": "t.x.*")", R"("to": "t.q.*")", "supersedes[0].moves[0].to",
            "no cell t.q.*");
        row("a zero where nothing is", R"("zeros": ["t.y.*"])", R"("zeros": ["t.*"])",
            "supersedes[0].moves[0].zeros[0]", "no cell t.*");
        row("a draft twice", R"("drafts": [)", R"("drafts": [{"id": "d", "name": "E", "clauses": []}, )",
            "drafts[1].id", "second time");
        row("a clause without text", R"("text": "有{{t.x.a}}。", )", "", "drafts[0].clauses[0].text",
            "a text");
        row("missing id", R"("id": "y", "label": "Y")", R"("label": "Y")", "tables[0].blocks[0].rows[1].id",
            "a text");
    }
    void refusesABadForm()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, path);
        QFETCH(QString, reason);
        QByteArray bad = smallForm();
        QVERIFY(bad.contains(from));
        bad.replace(bad.indexOf(from), from.size(), to);
        const auto spec = readSpec(bad);
        QVERIFY(!spec);
        QCOMPARE(int(spec.error().code), int(ErrorCode::BadForm));
        QVERIFY2(spec.error().where.startsWith(path), qPrintable(spec.error().where));
        QVERIFY2(spec.error().detail.contains(reason), qPrintable(spec.error().detail));
    }
};

QTEST_GUILESS_MAIN(SpecReaderTest)
#include "tst_specreader.moc"
