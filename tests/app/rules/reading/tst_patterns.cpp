// SPDX-License-Identifier: MulanPSL-2.0
#include "patterns.h"
#include "testreports.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nianbao;

namespace {

/// Every string literal of the sources of the rules, pieces that follow each other as one: what is an
/// expression, and what is none but may be read as one.
QStringList literalsOfRules()
{
    static const QRegularExpression pieces(
        QStringLiteral(R"x("(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*)x"));
    static const QRegularExpression joint(QStringLiteral(R"x("\s*")x"));
    QStringList literals;
    QDirIterator files(
        QStringLiteral(RULES_DIR), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString code = QString::fromUtf8(test::readFile(files.next()));
        for (auto it = pieces.globalMatch(code); it.hasNext();) {
            QString literal = it.next().captured().replace(QStringLiteral("\\\""), QStringLiteral("”"));
            literal.remove(joint);
            if (literal.size() > 2)
                literals.append(
                    literal.sliced(1).chopped(1).replace(QStringLiteral("\\\\"), QStringLiteral("\\")));
        }
    }
    for (const SpecPointer &form : shippedForms()) {
        for (const TableSpec &table : form->tables) {
            for (const Naming &naming : table.rowWords.list + table.columnWords.list)
                literals.append(naming.words);
        }
    }
    literals.removeDuplicates();
    return literals;
}

} // namespace

class PatternsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatATextMustHold_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("isAll");
        const auto row = [](const char *name, const char *expression, const char *words, bool isAll = false) {
            QTest::newRow(name) << QString::fromUtf8(expression)
                                << QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts) << isAll;
        };
        row("one word", "申请", "申请", true);
        row("several words", "将|计划|力争", "将 计划 力争", true);
        row("the longest piece", "无[^，]{0,8}处理费", "处理费");
        row("a piece before what may be left out", "申请件?数", "申请");
        row("what stands once or more", "收到+申请", "收到");
        row("a repeated one may stand never", "很*多", "多");
        row("nothing that is sure", "(?:收到|受理)\\d+", "");
        row("one alternative that is not sure", "申请|\\d+件?", "");
        row("a group in the middle", "行政(?:复议|诉讼(?!后))案", "行政");
        row("a class with brackets in it", "[)（|]号外", "号外");
        row("what must not stand there", "(?<!未)审结", "审结");
        row("ends", "占[^。]{0,4}$", "占");
        row("an escaped mark", "第\\|章节", "章节");
        row("a property", "\\p{Han}{1,4}街道", "街道");
        row("options", "(?m)^机密$", "");
    }
    void tellsWhatATextMustHold()
    {
        QFETCH(QString, expression);
        QFETCH(QStringList, words);
        QFETCH(bool, isAll);
        const NeededWords needed = neededWords(expression);
        QCOMPARE(needed.words, words);
        QCOMPARE(needed.isAll && !needed.words.isEmpty(), isAll);
    }

    /// No expression misses a text for the words it is looked for by first.
    void asTheExpressionItself()
    {
        QStringList texts;
        const QJsonObject sentences
            = QJsonDocument::fromJson(test::readFile(QStringLiteral(TEST_DATA_DIR "/sentences.json")))
                  .object();
        for (const char *kind : {"right", "wrong"}) {
            for (const auto &item : sentences[QLatin1String(kind)].toArray())
                texts.append(item[QStringLiteral("text")].toString());
        }
        const QStringList literals = literalsOfRules();
        QVERIFY(literals.size() > 400 && texts.size() > 200);
        int spared = 0;
        for (const QString &literal : literals) {
            const QRegularExpression expression(literal);
            const NeededWords needed = neededWords(literal);
            if (!expression.isValid() || needed.words.isEmpty())
                continue;
            for (const QString &text : texts + QStringList{literal}) { // which holds its own words
                const bool matches = expression.match(text).hasMatch();
                const bool mayMatch = std::any_of(needed.words.begin(), needed.words.end(),
                    [&text](const QString &word) { return text.contains(word); });
                QVERIFY2(mayMatch || !matches, qPrintable(literal + u'\n' + text));
                QVERIFY2(!needed.isAll || mayMatch == matches, qPrintable(literal + u'\n' + text));
                spared += mayMatch ? 0 : 1;
            }
        }
        QVERIFY(spared > 10'000);
    }

    void theWordsOfAFormAreExpressions()
    {
        for (const SpecPointer &form : shippedForms()) {
            for (const TableSpec &table : form->tables) {
                for (const Naming &naming : table.rowWords.list + table.columnWords.list)
                    QVERIFY2(QRegularExpression(naming.words).isValid(), qPrintable(naming.words));
            }
        }
    }
};

QTEST_GUILESS_MAIN(PatternsTest)
#include "tst_patterns.moc"
