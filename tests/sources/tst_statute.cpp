// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"
#include "spec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
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

/// What a figure of a text counts has a name of its own, which may be that of a row, too.
QSet<QString> namesOfMeanings()
{
    const QJsonObject counts
        = QJsonDocument::fromJson(readSource(QStringLiteral("resources/rules/meanings.json")).toUtf8())
              .object()
              .value(QStringLiteral("counts"))
              .toObject();
    const QStringList names = counts.keys();
    return {names.begin(), names.end()};
}

/// Words that are an id somewhere and something else here.
bool isAnotherWord(const QString &path, const QString &word)
{
    static const QSet<std::pair<QString, QString>> known{
        {QStringLiteral("app/report/livefigures.cpp"),
            QStringLiteral("change")}, // a function of live figures
        {QStringLiteral("app/rules/reading/counting.cpp"), QStringLiteral("total")}, // a key of the catalogue
        {QStringLiteral("ui/report/editor/celldelegate.cpp"), QStringLiteral("refused")}}; // a property of Qt
    static const QSet<QString> meanings = namesOfMeanings();
    return known.contains({path, word})
        || (path == u"app/rules/reading/counting.cpp" && meanings.contains(word));
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

/// Where a file of the rules holds hanzi, spelled out or by their numbers, but in a comment.
QStringList hanziIn(const QString &path, const QString &text)
{
    static const QRegularExpression hanzi(
        QStringLiteral("\\p{Han}+|\\\\u[0-9a-fA-F]{4}|\\\\U[0-9a-fA-F]{8}"));
    const CppSource source(text);
    QStringList faults;
    for (auto it = hanzi.globalMatch(source.uncommented()); it.hasNext();) {
        const auto match = it.next();
        const QString found = match.captured();
        const bool isNumber = found.startsWith(u'\\');
        if (!isNumber || QChar::script(found.mid(2).toUInt(nullptr, 16)) == QChar::Script_Han)
            faults.append(QStringLiteral("%1:%2: “%3” is a word of texts; it belongs to resources/rules")
                              .arg(path)
                              .arg(source.lineOf(match.capturedStart()))
                              .arg(found));
    }
    return faults;
}

} // namespace

/// The statute is data: no table, row, column or section of a form is named in the program, but by its role.
/// So are the words of texts: no file of the rules holds any.
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
        for (const QString &fault : std::as_const(faults))
            qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
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

    void wordsOfRules()
    {
        const QStringList files = sourceFiles({QStringLiteral("app/rules")});
        QVERIFY(files.size() > 60);
        QStringList faults;
        for (const QString &path : files)
            faults += hanziIn(path, readSource(path));
        for (const QString &fault : std::as_const(faults))
            qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

    void plantedWords_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isFault");
        const auto row = [](const char *name, const char *code, bool isFault) {
            QTest::newRow(name) << QString::fromUtf8(code) << isFault;
        };
        row("a word", R"x(if (text.contains(QStringLiteral("申请"))))x", true);
        row("a pattern", "const QRegularExpression pattern(R\"(收到\\d+件)\");", true);
        row("one character", "if (c == u'件')", true);
        row("the zero of years", "if (c == u'〇')", true);
        row("one by its number", R"x(if (c == u'\u4ef6'))x", true);
        row("one beyond two bytes", R"x(const auto word = u"\U00020000";)x", true);
        row("a word behind a comment", "/* 件 */ const auto unit = u\"件\"; // 件", true);
        row("a name", "const int 件 = 1;", true);
        row("behind what is no comment", "open(\"https://a\", u\"件\");", true);
        row("a comment", "// 收到申请7件", false);
        row("a comment of several lines", "/* 收到\n申请 */", false);
        row("marks", R"x(QStringLiteral("。；：“”（）、＃"))x", false);
        row("a blank by its number", R"x(c == u'\u3000' || text.contains(u"\u00A0"))x", false);
    }
    void plantedWords()
    {
        QFETCH(QString, code);
        QFETCH(bool, isFault);
        QCOMPARE(!hanziIn(QStringLiteral("app/rules/planted.cpp"), code).isEmpty(), isFault);
    }
};

QTEST_GUILESS_MAIN(StatuteTest)
#include "tst_statute.moc"
