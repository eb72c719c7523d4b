// SPDX-License-Identifier: MulanPSL-2.0
#include "phrase.h"

#include <QTest>

using namespace nianbao;

Q_DECLARE_METATYPE(nianbao::Phrase)

class PhraseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysItInBothLanguages_data()
    {
        QTest::addColumn<Phrase>("phrase");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row
            = [](const char *name, const Phrase &phrase, const char *english, const char *chinese) {
                  QTest::newRow(name) << phrase << QString::fromUtf8(english) << QString::fromUtf8(chinese);
              };
        const Sentence cells{"%1: %2 [2:cell is|cells are] blank", "%1：%2 格空白"};
        row("nothing", Phrase(), "", "");
        row("words that are the same in both", Phrase(QStringLiteral("表三")), "表三", "表三");
        row("without arguments", Phrase({"Blank cells", "空白格"}), "Blank cells", "空白格");
        row("one", Phrase(cells, QStringLiteral("表三"), 1), "表三: 1 cell is blank", "表三：1 格空白");
        row("several", Phrase(cells, QStringLiteral("表三"), 21), "表三: 21 cells are blank",
            "表三：21 格空白");
        row("none", Phrase(cells, QStringLiteral("表三"), 0), "表三: 0 cells are blank", "表三：0 格空白");
        row("in another order", Phrase({"%1 of %2", "%2的%1"}, QStringLiteral("甲"), QStringLiteral("乙")),
            "甲 of 乙", "乙的甲");
        row("an argument that looks like a mark",
            Phrase({"“%1” and “%2”", "“%1”和“%2”"}, QStringLiteral("%2[1:a|b]"), QStringLiteral("5%1")),
            "“%2[1:a|b]” and “5%1”", "“%2[1:a|b]”和“5%1”");
        row("a share", Phrase({"%1% of it", "其中 %1%"}, 40), "40% of it", "其中 40%");
        row("a phrase in a phrase", Phrase({"last year's %1", "上年%1"}, Phrase({"total", "总计"})),
            "last year's total", "上年总计");
        row("a list",
            Phrase::joined({Phrase({"new", "新收"}), Phrase(QStringLiteral("21"))}, QStringLiteral(" ")),
            "new 21", "新收 21");
        Phrase longer({"It is wrong.", "不对。"});
        longer += Phrase({" More follow.", "还有。"});
        row("one behind the other", longer, "It is wrong. More follow.", "不对。还有。");
    }
    void saysItInBothLanguages()
    {
        QFETCH(Phrase, phrase);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QCOMPARE(phrase.in(Language::English), english);
        QCOMPARE(phrase.in(Language::Chinese), chinese);
        QCOMPARE(phrase.isEmpty(), english.isEmpty());
    }

    void isAValue()
    {
        const Sentence sentence{"%1 is wrong", "%1不对"};
        QVERIFY(Phrase(sentence, 1) == Phrase({"%1 is wrong", "%1不对"}, 1));
        QVERIFY(!(Phrase(sentence, 1) == Phrase(sentence, 2)));
        QVERIFY(!(Phrase(sentence) == Phrase(QStringLiteral("%1 is wrong"))));
    }

    void theProgramSpeaksOneOfThem()
    {
        const Phrase phrase({"Save", "保存"});
        QCOMPARE(said(phrase), QStringLiteral("Save"));
        setLanguage(Language::Chinese);
        QCOMPARE(said(phrase), QStringLiteral("保存"));
        setLanguage(Language::English);
    }

    void sentencesFollowEachOther()
    {
        const QStringList chinese{QStringLiteral("签章有效。"), QString(), QStringLiteral("没有留底。")};
        const QStringList english{QStringLiteral("It holds."), QString(), QStringLiteral("None is kept.")};
        const Language before = language();
        setLanguage(Language::Chinese);
        QCOMPARE(sentences(chinese), QStringLiteral("签章有效。没有留底。"));
        QCOMPARE(sentences({}), QString());
        setLanguage(Language::English);
        QCOMPARE(sentences(english), QStringLiteral("It holds. None is kept."));
        setLanguage(before);
    }
};

QTEST_GUILESS_MAIN(PhraseTest)
#include "tst_phrase.moc"
