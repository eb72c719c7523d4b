// SPDX-License-Identifier: MulanPSL-2.0
#include "rulewords.h"
#include "wordlist.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nianbao;

class WordListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Before any other asks for the list.
    void itIsReadQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(WordList::shipped().costOf(wordKey(QStringLiteral("公开"))) > 0);
        qInfo("read in %lld us", timer.nsecsElapsed() / 1000);
        QVERIFY(timer.elapsed() < 200); // some 5 ms; a loaded machine and sanitizers take longer
    }

    void usualWordsCostLess()
    {
        const WordList &list = WordList::shipped();
        const auto cost = [&](const char *word) { return list.costOf(wordKey(QString::fromUtf8(word))); };
        QVERIFY(cost("工作") < cost("财政局"));
        QVERIFY(cost("息息相关") > 0);
        QCOMPARE(cost("条列"), 0);
        QCOMPARE(cost("公开信息条例办法"), 0); // too long for a key
        QCOMPARE(cost("层层"), 0); // told by language.json
    }

    void aStretchIsCutIntoItsLikeliestWords_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"财政局 局长 任 组长", "机制 制度", "信息 息息相关", "工作 作为 考核 内容",
                 "网上 上传", "利用 微信 信息", "三审 审核 制度", "公开", "龘 龘"})
            QTest::newRow(words) << QString::fromUtf8(words);
    }
    void aStretchIsCutIntoItsLikeliestWords()
    {
        QFETCH(QString, words);
        const QString stretch = QString(words).remove(u' ');
        const Segments segments(stretch, RuleWords::shipped().language.words);
        QStringList cut;
        for (const Segments::Word &word : segments.words())
            cut.append(stretch.mid(word.start, word.size()));
        QCOMPARE(cut.join(u' '), words);
        for (qsizetype i = 0; i < stretch.size(); ++i)
            QVERIFY(segments.wordOf(i).start <= i && i < segments.wordOf(i).end);
    }

    void nothingIsCutIntoNothing() { QVERIFY(Segments(QStringView(), {}).words().empty()); }
};

QTEST_GUILESS_MAIN(WordListTest)
#include "tst_wordlist.moc"
