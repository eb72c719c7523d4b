// SPDX-License-Identifier: MulanPSL-2.0
#include "patterns.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nianbao;

namespace {

/// Every string of what the rules know: what is an expression, and what is none but may be read as one.
QStringList stringsIn(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList strings;
    for (const auto &item : value.toArray())
        strings += stringsIn(item);
    for (const auto &item : value.toObject())
        strings += stringsIn(item);
    return strings;
}

QStringList stringsOfRules()
{
    QStringList strings;
    for (const char *name : {"words.json", "language.json"})
        strings += stringsIn(
            QJsonDocument::fromJson(test::readFile(QStringLiteral(RULES_DIR "/") + QLatin1String(name)))
                .object());
    strings.removeDuplicates();
    return strings;
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
        const QStringList literals = stringsOfRules();
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
};

QTEST_GUILESS_MAIN(PatternsTest)
#include "tst_patterns.moc"
