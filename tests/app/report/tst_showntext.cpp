// SPDX-License-Identifier: MulanPSL-2.0
#include "reportplaces.h"
#include "showntext.h"
#include "testreports.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nianbao;

class ShownTextTest : public QObject {
    Q_OBJECT

    static Report withText(const QString &heading, const QString &text)
    {
        Report report = test::filledReport();
        const SectionId other(QStringLiteral("other"));
        if (!report.apply(Change::of({}, SetHeading{other, 0, heading}))
            || !report.apply(Change::of({}, SetText{other, 0, text})))
            qFatal("the text cannot be set");
        return report;
    }

private Q_SLOTS:
    void cutAtWholeCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("first");
        QTest::newRow("short text stays") << QStringLiteral("公开") << 5 << QStringLiteral("公开");
        QTest::newRow("exactly as long stays")
            << QStringLiteral("公开信息") << 4 << QStringLiteral("公开信息");
        QTest::newRow("one more is cut") << QStringLiteral("公开信息表") << 4 << QStringLiteral("公开信息……");
        QTest::newRow("paragraphs become one line")
            << QStringLiteral(" 一\n\n二 ") << 9 << QStringLiteral("一 二");
        QTest::newRow("a character of two units is not halved")
            << QStringLiteral("𠮷𠮷𠮷") << 2 << QStringLiteral("𠮷𠮷……");
        QTest::newRow("an accent stays with its letter")
            << QStringLiteral("e\u0301e\u0301e\u0301") << 2 << QStringLiteral("e\u0301e\u0301……");
        QTest::newRow("a joined sign stays whole") << QStringLiteral("👨‍👩‍👧好坏") << 2
                                                   << QStringLiteral("👨‍👩‍👧好……");
        QTest::newRow("nothing") << QString() << 3 << QString();
        QTest::newRow("blanks alone") << QStringLiteral("  \n ") << 3 << QString();
    }
    void cutAtWholeCharacters()
    {
        QFETCH(QString, text);
        QFETCH(int, most);
        QTEST(firstCharacters(text, most), "first");
    }

    void aMillionCharactersAreCutAtOnce()
    {
        QElapsedTimer time;
        time.start();
        QCOMPARE(firstCharacters(QString(1'000'000, u'长'), 48).size(), 50);
        QCOMPARE(firstCharacters(QStringLiteral("a") + QString(1'000'000, QChar(0x301)), 48).left(1),
            QStringLiteral("a"));
        QVERIFY(time.elapsed() < 200);
    }

    void countedAsAPersonCounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("blanks do not count") << QStringLiteral("公 开\n　信息") << 4;
        QTest::newRow("two units are one character") << QStringLiteral("𠮷镇") << 2;
        QTest::newRow("an accent is no character") << QStringLiteral("e\u0301") << 1;
        QTest::newRow("nothing") << QString() << 0;
    }
    void countedAsAPersonCounts()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(characterCount(text), qsizetype(count));
    }

    void headingsShowLiveFigures()
    {
        const Report report
            = withText(QStringLiteral("收到{{requests.received.total}}件"), QStringLiteral("x"));
        QCOMPARE(shownHeadings(report, SectionId(QStringLiteral("other"))).first(),
            QStringLiteral("（一）收到0件"));
    }

    void theTextOfAPlace()
    {
        const Report report = withText({}, QStringLiteral("共{{requests.received.total}}件"));
        QCOMPARE(shownTextOf(report, *Place::parse(QStringLiteral("other/1"))).text, QStringLiteral("共0件"));
        QVERIFY(shownTextOf(report, *Place::parse(QStringLiteral("other/7"))).text.isEmpty());
        QVERIFY(shownTextOf(report, *Place::parse(QStringLiteral("nowhere/1"))).text.isEmpty());
        QVERIFY(shownTextOf(report, {}).text.isEmpty());
    }

    void aPassageInItsSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored"); // the passage, as it is stored
        QTest::addColumn<QString>("shown"); // before|passage|after
        QTest::newRow("up to the ends of the sentence")
            << QStringLiteral("前句。今年公开五件信息。后句") << QStringLiteral("五件")
            << QStringLiteral("今年公开|五件|信息");
        QTest::newRow("live figures on both sides are whole")
            << QStringLiteral("共{{requests.received.total}}件，公开{{requests.granted.total}}件")
            << QStringLiteral("公开") << QStringLiteral("共0件，|公开|0件");
        QTest::newRow("a passage that is a live figure")
            << QStringLiteral("共{{requests.received.total}}件")
            << QStringLiteral("{{requests.received.total}}") << QStringLiteral("共|0|件");
        QTest::newRow("one that begins within the braces' room is not cut in them")
            << QStringLiteral("{{requests.received.total}}") + QString(34, u'长') + QStringLiteral("错处")
            << QStringLiteral("错处") << QStringLiteral("0") + QString(34, u'长') + QStringLiteral("|错处|");
        QTest::newRow("a blank figure is a gap")
            << QStringLiteral("占{{percent(requests.granted.total, requests.total.total)}}多")
            << QStringLiteral("多") << QStringLiteral("占＿＿|多|");
    }
    void aPassageInItsSentence()
    {
        QFETCH(QString, text);
        QFETCH(QString, stored);
        QFETCH(QString, shown);
        const Report report = withText({}, text);
        const auto found = passageOf(shownTextOf(report, *Place::parse(QStringLiteral("other/1"))),
            text.indexOf(stored), stored.size());
        QCOMPARE(QStringList({found.before, found.passage, found.after}).join(u'|'), shown);
    }

    void aPassageThatIsNotThereIsEmpty()
    {
        const ShownText text = shownText(test::filledReport(), QStringLiteral("短"));
        QVERIFY(passageOf(text, 5, 2).passage.isEmpty());
        QVERIFY(passageOf(text, -1, 2).passage.isEmpty());
    }

    /// As a person chooses words on a page, where blanks and the braces of live figures are not.
    void aPassageIsFoundAgain_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("range"); // empty: no words
        QTest::newRow("words") << QStringLiteral("overview/1#0") << 2 << 3 << QStringLiteral("公开栏");
        QTest::newRow("all of the paragraph")
            << QStringLiteral("overview/1#0") << 0 << 99 << QStringLiteral("在镇 公开栏张贴");
        QTest::newRow("over a blank") << QStringLiteral("overview/1#0") << 1 << 2 << QStringLiteral("镇 公");
        QTest::newRow("of the second paragraph")
            << QStringLiteral("overview/1#1") << 0 << 2 << QStringLiteral("收到");
        QTest::newRow("a figure goes whole")
            << QStringLiteral("overview/1#1") << 2 << 1 << QStringLiteral("{{requests.received.total}}");
        QTest::newRow("behind a figure") << QStringLiteral("overview/1#1") << 3 << 1 << QStringLiteral("件");
        QTest::newRow("beyond the first plane")
            << QStringLiteral("overview/1#1") << 4 << 1 << QStringLiteral("𠮷");
        QTest::newRow("nothing") << QStringLiteral("overview/1#0") << 2 << 0 << QString();
        QTest::newRow("behind the end") << QStringLiteral("overview/1#0") << 50 << 2 << QString();
        QTest::newRow("a heading behind its number")
            << QStringLiteral("overview/1/heading") << 3 << 2 << QStringLiteral("主动");
        QTest::newRow("a heading with its number")
            << QStringLiteral("overview/1/heading") << 0 << 5 << QStringLiteral("主动");
        QTest::newRow("the number alone") << QStringLiteral("overview/1/heading") << 0 << 2 << QString();
    }
    void aPassageIsFoundAgain()
    {
        QFETCH(QString, place);
        QFETCH(int, from);
        QFETCH(int, count);
        QFETCH(QString, range);
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        const CellId cell(QStringLiteral("requests.received.individual"));
        Change change{{}, {SetCell{cell, Amount::fromInteger(3)}}, {}};
        for (auto i = report.subSections(overview).size(); i > 0; --i)
            change.steps.append(RemoveSubSection{overview, int(i) - 1});
        for (int i = 0; i < 2; ++i) // of one alone no number is printed
            change.steps.append(InsertSubSection{overview, i,
                {QStringLiteral("主动公开"),
                    QStringLiteral("在镇 公开栏张贴\n收到{{requests.received.total}}件𠮷")}});
        QVERIFY(report.apply(change));
        const QString words = place.section(u'#', 0, 0);
        Place there = *Place::parse(words);
        if (place.contains(u'#'))
            there = there.inParagraph(place.section(u'#', 1).toInt());
        const Place found = passageAt(report, there, from, count);
        QCOMPARE(found.hasRange(), !range.isEmpty());
        if (!range.isEmpty())
            QCOMPARE(textAt(report, found.whole())->mid(found.start(), found.length()), range);
    }
};

QTEST_GUILESS_MAIN(ShownTextTest)
#include "tst_showntext.moc"
