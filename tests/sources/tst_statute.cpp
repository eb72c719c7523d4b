// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"
#include "spec.h"

#include <QJsonArray>
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

/// The keys at any depth of a file of words, and the names of tags.
void collectWords(const QJsonValue &value, QSet<QString> &words)
{
    for (const QJsonValue &each : value.toArray())
        collectWords(each, words);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QStringList parts = it.key().split(u'.');
        words += QSet<QString>(parts.begin(), parts.end());
        if (it.key() == u"tag")
            words.insert(it.value().toString());
        collectWords(it.value(), words);
    }
}

/// What the rules call wordings, what these count, and the sentences of the catalogue: words of their own,
/// which may be those of a row, too.
QSet<QString> wordsOfTheRules()
{
    QSet<QString> words;
    for (const char *name : {"catalogue", "meanings", "words", "phrases/time", "phrases/links",
             "phrases/requests", "phrases/outcomes", "phrases/disputes", "phrases/documents"}) {
        const QString path = QStringLiteral("resources/rules/%1.json").arg(QLatin1String(name));
        const QJsonDocument file = QJsonDocument::fromJson(readSource(path).toUtf8());
        collectWords(file.isArray() ? QJsonValue(file.array()) : QJsonValue(file.object()), words);
    }
    return words;
}

/// Whether a literal of the rules stands where a part of the form is asked for by its id.
bool asksTheForm(const CppSource &source, const Literal &literal)
{
    static const QRegularExpression call(
        QStringLiteral("^(id|TableId|SectionId|CellId|table|section|cell|rowOf|columnsOf|nameOfRow)$"));
    static const QRegularExpression compared(
        QStringLiteral("\\b(id|row|column|table|section)(\\(\\))? *[!=]= *\\S*$"));
    const QStringList calls = source.callsAround(literal.start);
    return calls.indexOf(call) >= 0
        || QStringView(source.bare()).left(literal.start).trimmed().toString().right(60).contains(compared);
}

/// Words that are an id somewhere and something else here.
bool isAnotherWord(const QString &path, const QString &word)
{
    static const QSet<std::pair<QString, QString>> known{
        {QStringLiteral("app/report/livefigures.cpp"),
            QStringLiteral("change")}, // a function of live figures
        {QStringLiteral("ui/report/editor/celldelegate.cpp"), QStringLiteral("refused")}}; // a property of Qt
    return known.contains({path, word});
}

/// Where a file names a part of a form by its id.
QStringList namesIn(const QString &path, const QString &text)
{
    static const QSet<QString> ids = idsOfForms();
    static const QSet<QString> rulesOwn = wordsOfTheRules();
    const CppSource source(text);
    QStringList faults;
    for (const Literal &literal : source.literals()) {
        const QStringList words = literal.text.split(u'.');
        const bool isId = words.size() == 1 && ids.contains(literal.text);
        const bool isCell = words.size() > 1 && ids.contains(words[0]) && ids.contains(words[1]);
        const bool isOfRules = isId && path.startsWith(u"app/rules/") && rulesOwn.contains(literal.text)
            && !asksTheForm(source, literal);
        if ((isId || isCell) && !isOfRules && !isAnotherWord(path, literal.text))
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
    static const QRegularExpression number(QStringLiteral("\\\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"));
    const CppSource source(text);
    const QString &code = source.uncommented();
    QStringList faults;
    const auto look = [&](char32_t c, qsizetype at) {
        if (QChar::script(c) == QChar::Script_Han) // 々 and 〇 are, marks are not
            faults.append(QStringLiteral("%1:%2: “%3” is a word of texts; it belongs to resources/rules")
                              .arg(path)
                              .arg(source.lineOf(at))
                              .arg(QString::fromUcs4(&c, 1)));
    };
    for (qsizetype i = 0; i < code.size(); ++i) {
        const bool isPair = code[i].isHighSurrogate() && i + 1 < code.size();
        look(isPair ? QChar::surrogateToUcs4(code[i], code[i + 1]) : code[i].unicode(), i);
    }
    for (auto it = number.globalMatch(code); it.hasNext();) {
        const auto match = it.next();
        look(match.captured(1).mid(1).toUInt(nullptr, 16), match.capturedStart());
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
        QStringList files = sourceFiles({QStringLiteral("app"), QStringLiteral("ui")});
        QVERIFY(files.removeOne(QStringLiteral("app/form/roles.cpp")));
        QVERIFY(faultsIn(files, namesIn).isEmpty());
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
        QCOMPARE(namesIn(QStringLiteral("app/rules/planted.cpp"), code).size(), 1);
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
    void wordsOfRulesAreNoIds()
    {
        const QString path = QStringLiteral("app/rules/harmless.cpp");
        QCOMPARE(
            namesIn(path, QStringLiteral("return ruleWords(kTxtDone, \"carried_out\");")), QStringList());
        QCOMPARE(namesIn(path, QStringLiteral("counted.label = u\"disputes\"_s;")), QStringList());
    }

    void wordsOfRules()
    {
        const QStringList files = sourceFiles({QStringLiteral("app/rules")});
        QVERIFY(files.size() > 60);
        QVERIFY(faultsIn(files, hanziIn).isEmpty());
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
