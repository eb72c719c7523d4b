// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"
#include "spec.h"

#include <QSet>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// Ids of tables, rows, groups of rows, columns and sections of all forms.
QSet<QString> idsOfForms()
{
    QSet<QString> ids;
    for (const SpecPointer &form : shippedForms()) {
        for (const TableSpec &table : form->tables) {
            ids.insert(table.id.toString());
            ids += QSet<QString>(table.rows.begin(), table.rows.end());
            ids += QSet<QString>(table.columns.begin(), table.columns.end());
            const QStringList groups = table.rowGroups.keys();
            ids += QSet<QString>(groups.begin(), groups.end());
        }
        for (const SectionSpec &section : form->sections)
            ids.insert(section.id.toString());
    }
    return ids;
}

/// Words that are an id somewhere and something else here.
bool isAnotherWord(const QString &path, const QString &word)
{
    static const QSet<std::pair<QString, QString>> known{
        {QStringLiteral("app/report/livefigures.cpp"),
            QStringLiteral("change")}, // a function of live figures
        {QStringLiteral("app/rules/reading/targets.cpp"), QStringLiteral("total")}, // English of a sentence
        {QStringLiteral("app/rules/text/nonechecks.cpp"), QStringLiteral("pending")}, // English of a sentence
        {QStringLiteral("ui/report/editor/celldelegate.cpp"), QStringLiteral("refused")}}; // a property of Qt
    return known.contains({path, word});
}

/// Where a file names a part of a form by its id.
QStringList namesIn(const QString &path, const QString &text)
{
    static const QSet<QString> ids = idsOfForms();
    const CppSource source(text);
    QStringList faults;
    for (const Literal &literal : source.literals()) {
        const QStringList words = literal.text.split(u'.');
        const bool isId = words.size() == 1 && ids.contains(literal.text);
        const bool isCell = words.size() > 1 && ids.contains(words[0]) && ids.contains(words[1]);
        if ((isId || isCell) && !isAnotherWord(path, literal.text))
            faults.append(QStringLiteral("%1:%2: “%3” is an id of a form; ask for its role (form/roles.h)")
                              .arg(path)
                              .arg(source.lineOf(literal.start))
                              .arg(literal.text));
    }
    return faults;
}

} // namespace

/// The statute is data: no table, row, column or section of a form is named in the program, but by its role.
class StatuteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allSources()
    {
        QStringList faults;
        for (const QString &path : sourceFiles({QStringLiteral("app"), QStringLiteral("ui")})) {
            if (path != u"app/form/roles.cpp")
                faults += namesIn(path, readSource(path));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void planted_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a table", R"x(const TableId id(QStringLiteral("requests"));)x");
        row("a row", R"x(if (cell.row() == u"carried_in"))x");
        row("a group of rows", R"x(rows = {"unavailable"};)x");
        row("a column", R"x(column = QLatin1String("individual");)x");
        row("a section", R"x(SectionId(QStringLiteral("overview")))x");
        row("a cell", R"x(live("requests.received.total"))x");
        row("the first words of a cell", R"x(QStringLiteral("requests.received.%1").arg(column))x");
    }
    void planted()
    {
        QFETCH(QString, code);
        QVERIFY(!namesIn(QStringLiteral("ui/planted.cpp"), code).isEmpty());
    }

    void harmless_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a role", "table->rowOf(Role::Received)");
        row("a comment", "// \"requests\"");
        row("a sentence with such a word", R"x(tr("All requests of this year"))x");
    }
    void harmless()
    {
        QFETCH(QString, code);
        QCOMPARE(namesIn(QStringLiteral("ui/harmless.cpp"), code), QStringList());
    }
};

QTEST_GUILESS_MAIN(StatuteTest)
#include "tst_statute.moc"
