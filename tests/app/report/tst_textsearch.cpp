// SPDX-License-Identifier: MulanPSL-2.0
#include "reportplaces.h"
#include "testreports.h"
#include "textsearch.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nianbao;

class TextSearchTest : public QObject {
    Q_OBJECT

    const SectionId m_other{QStringLiteral("other")};

    /// One sub-section with that text, and nothing else of it anywhere.
    Report withText(const QString &text) const
    {
        Report report = test::filledReport();
        if (!report.apply(Change::of({}, SetText{m_other, 0, text})))
            qFatal("the text cannot be set");
        return report;
    }
    static QStringList placesOf(const Report &report, const TextHits &hits)
    {
        QStringList words;
        for (const TextHit &hit : hits.list)
            words.append(placeWords(report, hit.place));
        return words;
    }
    static QString in(const Report &report, const TextHit &hit)
    {
        return textAt(report, hit.place.whole())
            .value_or(QString())
            .mid(hit.place.start(), hit.place.length());
    }

private Q_SLOTS:
    /// It is printed, so whoever reads it looks for its words.
    void theCorrectionIsFound()
    {
        Report report = withText(QStringLiteral("没有。"));
        Review review;
        review.revision = 2;
        review.correction = QStringLiteral("表三更证了两格。");
        QVERIFY(report.apply({{}, {SetReview{review}}, {}, true}));
        const TextHits hits = findText(report, {QStringLiteral("更证")});
        QCOMPARE(hits.list.size(), 1);
        QVERIFY(hits.list[0].talk.isCorrection && hits.list[0].talk.start == 2);
        QVERIFY(hits.list[0].standing == TextHit::Standing::Fixed);
        QCOMPARE(hits.list[0].reason.in(Language::Chinese), QStringLiteral("在第六部分的页面上改"));
        QCOMPARE(placeOfCorrection(report).toString(), QStringLiteral("other"));
    }

    void whatIsSaidAboutTheReportIsFoundBehindItsWords()
    {
        Report report = withText(QStringLiteral("台账在此。"));
        Comment comment{Place::subSection(m_other, 0), QStringLiteral("请与{{台账}}核对，台账在档案室"),
            QStringLiteral("陈")};
        comment.answers.append({QStringLiteral("已查台账"), QStringLiteral("王")});
        QVERIFY(report.apply({{},
            {SetComment{3, comment},
                SetExplanation{
                    QStringLiteral("REQ-BALANCE/x"), Explanation{QStringLiteral("见台账第2页")}}}}));
        const TextHits hits = findText(report, {QStringLiteral("台账")});
        QCOMPARE(hits.list.size(), 5);
        QVERIFY(hits.list[0].talk.isNone() && hits.list[0].standing == TextHit::Standing::Sure);
        const FoundTalk talks[]{
            {3, -1, {}, 4}, {3, -1, {}, 11}, {3, 0, {}, 2}, {0, -1, QStringLiteral("REQ-BALANCE/x"), 1}};
        for (int i = 0; i < 4; ++i) {
            const TextHit &hit = hits.list[i + 1];
            QVERIFY2(hit.talk == talks[i], qPrintable(QString::number(hit.talk.start)));
            QVERIFY(hit.place.isNowhere());
            QVERIFY(hit.standing == TextHit::Standing::Fixed && !hit.reason.isEmpty());
            QCOMPARE(hit.found, QStringLiteral("台账"));
        }
        QCOMPARE(hits.list[1].before, QStringLiteral("请与{{"));
        QCOMPARE(findText(report, {QStringLiteral("台账")}, 2).list.size(), 2);
    }

    void foldsWhatMayBeFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("tellsCase");
        QTest::addColumn<bool>("tellsWidth");
        QTest::addColumn<QStringList>("found"); // as it is stored
        QTest::newRow("the same words")
            << QStringLiteral("甲乙甲乙") << QStringLiteral("甲乙") << false << false
            << QStringList{QStringLiteral("甲乙"), QStringLiteral("甲乙")};
        QTest::newRow("full width is found by half width")
            << QStringLiteral("一是２０２４年。") << QStringLiteral("2024年") << false << false
            << QStringList{QStringLiteral("２０２４年")};
        QTest::newRow("half width is found by full width")
            << QStringLiteral("在2024年,") << QStringLiteral("２０２４年，") << false << false
            << QStringList{QStringLiteral("2024年,")};
        QTest::newRow("width is told apart where that is wanted")
            << QStringLiteral("２０２４年 2024年") << QStringLiteral("2024年") << false << true
            << QStringList{QStringLiteral("2024年")};
        QTest::newRow("capitals are small letters")
            << QStringLiteral("App、ＡＰＰ") << QStringLiteral("app") << false << false
            << QStringList{QStringLiteral("App"), QStringLiteral("ＡＰＰ")};
        QTest::newRow("capitals are told apart where that is wanted") << QStringLiteral(
            "App、app") << QStringLiteral("app") << true << false << QStringList{QStringLiteral("app")};
        QTest::newRow("a wide blank is a blank") << QStringLiteral("甲　乙") << QStringLiteral("甲 乙")
                                                 << false << false << QStringList{QStringLiteral("甲　乙")};
        QTest::newRow("a character of two units keeps its place") << QStringLiteral(
            "𠮷村２号") << QStringLiteral("村2") << false << false << QStringList{QStringLiteral("村２")};
        QTest::newRow("half a character is nowhere")
            << QStringLiteral("𠮷村") << QString(QChar(0xDFB7)) << false << false << QStringList();
        QTest::newRow("places do not overlap") << QStringLiteral("天天天") << QStringLiteral("天天") << false
                                               << false << QStringList{QStringLiteral("天天")};
        QTest::newRow("signs mean nothing else") << QStringLiteral("a.b*(c) axb") << QStringLiteral("a.b*(c)")
                                                 << false << false << QStringList{QStringLiteral("a.b*(c)")};
        QTest::newRow("no words are nowhere")
            << QStringLiteral("甲") << QString() << false << false << QStringList();
    }
    void foldsWhatMayBeFolded()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(bool, tellsCase);
        QFETCH(bool, tellsWidth);
        const Report report = withText(text);
        QStringList found;
        for (const TextHit &hit : findText(report, {words, tellsCase, tellsWidth}).list) {
            if (hit.place.whole() == Place::subSection(m_other, 0))
                found.append(in(report, hit));
        }
        QTEST(found, "found");
    }

    void whatIsFoldedIsAsLong()
    {
        QString all;
        for (char32_t c = 1; c < 0x30000; ++c) {
            if (c < 0xD800 || c > 0xDFFF)
                all += QString::fromUcs4(&c, 1);
        }
        QCOMPARE(folded(all, {}).size(), all.size());
        QCOMPARE(folded(all, {{}, true, true}), all);
    }

    void searchesAllThatIsWritten()
    {
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        Illustration chart;
        chart.place = Place::subSection(overview, 0);
        chart.kind = QStringLiteral("chart");
        chart.chart = QStringLiteral("channels");
        chart.caption = QStringLiteral("甬图");
        const CellId cell(QStringLiteral("requests.received.individual"));
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kAddress), QStringLiteral("甬路1号")},
                SetFact{QLatin1String(fact::kTitle), QStringLiteral("甬报告")},
                SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("甬引言")},
                SetFact{QLatin1String(fact::kSigned), QStringLiteral("甬人")},
                SetFact{QLatin1String(fact::kTableNote) + QStringLiteral("requests"), QStringLiteral("甬注")},
                SetHeading{overview, 0, QStringLiteral("甬标题")},
                SetText{overview, 0, QStringLiteral("甬文")}, SetIllustrations{{chart}},
                SetNote{cell, QStringLiteral("甬附注")},
                SetChannels{{{QStringLiteral("甬网站"), 1, {{QStringLiteral("甬分类"), 1}}},
                    {QStringLiteral("栏"), 1, {{QStringLiteral("甬分类"), 1}}}}}}}));
        QCOMPARE(placesOf(report, findText(report, {QStringLiteral("甬")})),
            (QStringList{QStringLiteral("organisation/address#0+1"), QStringLiteral("title#0+1"),
                QStringLiteral("introduction#0+1"), QStringLiteral("people/signed#0+1"),
                QStringLiteral("overview/1/heading#0+1"), QStringLiteral("overview/1#0+1"),
                QStringLiteral("illustrations/1/caption#0+1"),
                QStringLiteral("requests.received.individual/note#0+1"),
                QStringLiteral("table_notes/requests#0+1"), QStringLiteral("channels/1#0+1"),
                QStringLiteral("channels/1/1#0+1")}));
    }

    void aNumberIsFoundInTheTables()
    {
        Report report = test::filledReport();
        const CellId cell(QStringLiteral("requests.received.individual"));
        QVERIFY(report.apply(Change::of({}, SetCell{cell, Amount::fromInteger(1234)})));
        for (const QString &words :
            {QStringLiteral("1234"), QStringLiteral("1,234"), QStringLiteral("１２３４")}) {
            const TextHits hits = findText(report, {words});
            QVERIFY2(placesOf(report, hits).contains(QStringLiteral("requests.received.individual")),
                qPrintable(words));
            for (const TextHit &hit : hits.list)
                QCOMPARE(int(hit.standing), int(TextHit::Standing::Fixed));
        }
        QVERIFY(findText(report, {QStringLiteral("123")}).list.isEmpty());
    }

    void aLiveFigureIsFoundByItsValueAndFixed()
    {
        Report report = withText(QStringLiteral("收到{{requests.received.individual}}件，又7件。"));
        const CellId cell(QStringLiteral("requests.received.individual"));
        QVERIFY(report.apply(Change::of({}, SetCell{cell, Amount::fromInteger(7)})));
        const auto hits = findText(report, {QStringLiteral("7件")}).list;
        QCOMPARE(hits.size(), 2);
        QCOMPARE(in(report, hits[0]), QStringLiteral("{{requests.received.individual}}件"));
        QCOMPARE(hits[0].found, QStringLiteral("7件"));
        QCOMPARE(int(hits[0].standing), int(TextHit::Standing::Fixed));
        QCOMPARE(in(report, hits[1]), QStringLiteral("7件"));
        QCOMPARE(int(hits[1].standing), int(TextHit::Standing::Sure));
        QVERIFY(findText(report, {QStringLiteral("received.individual")}).list.isEmpty()); // is not seen
    }

    void theWordsAroundGoToTheEndsOfTheSentence()
    {
        const Report report = withText(QStringLiteral("第一句。甲乙丙，丁。第三句"));
        const auto hits = findText(report, {QStringLiteral("乙")}).list;
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0].before, QStringLiteral("甲"));
        QCOMPARE(hits[0].found, QStringLiteral("乙"));
        QCOMPARE(hits[0].after, QStringLiteral("丙，丁"));
    }

    void doubts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("doubt"); // its beginning in English; empty: none
        const QString year = QStringLiteral("2020年"); // the report is of 2021
        QTest::newRow("the report's own year")
            << QStringLiteral("2021年的工作") << QStringLiteral("2021年") << QString();
        QTest::newRow("another year that only stands there")
            << QStringLiteral("2020年，本镇公开信息") << year << QString();
        QTest::newRow("a year that is compared with")
            << QStringLiteral("比2020年增加3件") << year << QStringLiteral("Seems to compare");
        QTest::newRow("a year that is compared with, its unit not looked for") << QStringLiteral(
            "与2020年度相比增加") << QStringLiteral("2020") << QStringLiteral("Seems to compare");
        QTest::newRow("a year that is carried over from")
            << QStringLiteral("2020年结转2件") << year << QStringLiteral("Seems to be carried over");
        QTest::newRow("a year of something old")
            << QStringLiteral("2020年的旧文件") << year << QStringLiteral("Seems to speak of");
        QTest::newRow("digits of a longer number") << QStringLiteral("共12024件") << QStringLiteral("2024")
                                                   << QStringLiteral("Part of a longer number");
        QTest::newRow("digits behind a point")
            << QStringLiteral("占3.12%") << QStringLiteral("12") << QStringLiteral("Part of a longer number");
        QTest::newRow("digits before a separator") << QStringLiteral("共1,305条") << QStringLiteral("1")
                                                   << QStringLiteral("Part of a longer number");
        QTest::newRow("a number before a comma that ends a clause")
            << QStringLiteral("共12,其中") << QStringLiteral("12") << QString();
        QTest::newRow("Chinese numerals") << QStringLiteral("二十三件") << QStringLiteral("三件")
                                          << QStringLiteral("Part of a longer number");
        QTest::newRow("letters of a longer word") << QStringLiteral("government") << QStringLiteral("gov")
                                                  << QStringLiteral("Part of a longer word");
        QTest::newRow("letters between Chinese words")
            << QStringLiteral("用app办") << QStringLiteral("app") << QString();
        QTest::newRow("in a title") << QStringLiteral("印发《柳林镇公开办法》") << QStringLiteral("公开办")
                                    << QStringLiteral("In the title of the document “柳林镇公开办法”");
        QTest::newRow("a whole title")
            << QStringLiteral("印发《公开办法》") << QStringLiteral("公开办法") << QString();
        QTest::newRow("between two titles")
            << QStringLiteral("《甲》和乙丙《丁》") << QStringLiteral("乙丙") << QString();
        QTest::newRow("in the number of a document")
            << QStringLiteral("国办〔2020〕30号") << QStringLiteral("2020")
            << QStringLiteral("In the number of");
        QTest::newRow("who made the document, in its number")
            << QStringLiteral("按照国办公开办函〔2021〕30号，公开12条") << QStringLiteral("公开")
            << QStringLiteral("In the number of");
        QTest::newRow("the same word before that number")
            << QStringLiteral("公开要求按照国办公开办函〔2021〕30号") << QStringLiteral("公开") << QString();
        QTest::newRow("the same word right before a number")
            << QStringLiteral("主动公开柳政发（2021）3号") << QStringLiteral("公开") << QString();
        QTest::newRow("the last figure of a number")
            << QStringLiteral("国办公开办函〔2021〕30号") << QStringLiteral("30")
            << QStringLiteral("In the number of");
        QTest::newRow("a piece of a number with square brackets") << QStringLiteral(
            "柳政发[2021]第3号") << QStringLiteral("政发") << QStringLiteral("In the number of");
        // a character of two code units, where what is looked at begins or ends
        const QString rare = QString::fromUcs4(U"\U00020000");
        QTest::newRow("a number behind a rare character")
            << rare + QString(25, u'。') + QStringLiteral("柳政发〔2021〕3号") << QStringLiteral("政发")
            << QStringLiteral("In the number of");
        QTest::newRow("a number before a rare character")
            << QStringLiteral("柳政发〔2021〕3号") + QString(18, u'。') + rare << QStringLiteral("政发")
            << QStringLiteral("In the number of");
        QTest::newRow("a body whose name begins like a word that joins") << QStringLiteral(
            "和平政发〔2021〕3号") << QStringLiteral("和") << QStringLiteral("In the number of");
        QTest::newRow("a body in whose name there is such a word") << QStringLiteral(
            "共和政发〔2021〕3号") << QStringLiteral("共") << QStringLiteral("In the number of");
        QTest::newRow("a body whose name begins like a word for what is done to it") << QStringLiteral(
            "公布将乐政发〔2021〕3号") << QStringLiteral("将") << QStringLiteral("In the number of");
        QTest::newRow("a body with such a word in the middle") << QStringLiteral(
            "自由街道发〔2021〕3号") << QStringLiteral("自") << QStringLiteral("In the number of");
        QTest::newRow("what joins two numbers")
            << QStringLiteral("柳政发〔2021〕3号和柳政发〔2021〕4号") << QStringLiteral("和") << QString();
        QTest::newRow("what joins a title and a number")
            << QStringLiteral("《办法》和柳政发〔2021〕4号") << QStringLiteral("和") << QString();
        QTest::newRow("words well before a number")
            << QStringLiteral("大家都看到了柳政发〔2021〕4号") << QStringLiteral("大家") << QString();
        QTest::newRow("a whole number") << QStringLiteral("根据国办公开办函〔2021〕30号填写")
                                        << QStringLiteral("国办公开办函〔2021〕30号") << QString();
        QTest::newRow("no number but a year in brackets")
            << QStringLiteral("公开指南（2021）修订") << QStringLiteral("公开") << QString();
        QTest::newRow("in a name that the law gives")
            << QStringLiteral("制发行政规范性文件2件") << QStringLiteral("文件")
            << QStringLiteral("In the name “");
        QTest::newRow("the same word alone")
            << QStringLiteral("公开文件2件") << QStringLiteral("文件") << QString();
    }
    void doubts()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(QString, doubt);
        const Report report = withText(text);
        for (const TextHit &hit : findText(report, {words}).list) {
            if (hit.place.whole() != Place::subSection(m_other, 0))
                continue;
            const QString reason = hit.reason.in(Language::English);
            QVERIFY2(doubt.isEmpty() ? reason.isEmpty() : reason.startsWith(doubt), qPrintable(reason));
            QCOMPARE(int(hit.standing),
                int(doubt.isEmpty() ? TextHit::Standing::Sure : TextHit::Standing::Doubtful));
            return;
        }
        QFAIL("it was not found");
    }

    void theBodysNameIsNotCutByAccident()
    {
        Report report = withText(QStringLiteral("柳林镇人民政府与柳林镇"));
        QVERIFY(report.apply(
            Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("柳林镇人民政府")})));
        QList<TextHit> hits;
        for (const TextHit &hit : findText(report, {QStringLiteral("镇")}).list) {
            if (hit.place.whole() == Place::subSection(m_other, 0))
                hits.append(hit);
        }
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits[0].reason.in(Language::Chinese), QStringLiteral("在名称“柳林镇人民政府”里"));
    }

    void aNameThatALiveFigureUsesIsDoubtful()
    {
        Report report = withText(QStringLiteral("{{channels[\"网站\"]}}条"));
        QVERIFY(report.apply(Change::of({}, SetChannels{{{QStringLiteral("网站"), 3, {}}}})));
        const auto hits = findText(report, {QStringLiteral("网站")}).list;
        QCOMPARE(hits.last().place.whole(), Place::channel(0));
        QCOMPARE(int(hits.last().standing), int(TextHit::Standing::Doubtful));
    }

    void manyPlacesAreCutAndALongTextIsSearchedAtOnce()
    {
        const Report report = withText(QString(400'000, u'长'));
        QElapsedTimer time;
        time.start();
        const TextHits hits = findText(report, {QStringLiteral("长")});
        QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(hits.list.size(), kMostHits);
        QVERIFY(hits.isCut);
        QVERIFY(!findText(report, {QString(400'000, u'长')}).isCut);
    }
};

QTEST_GUILESS_MAIN(TextSearchTest)
#include "tst_textsearch.moc"
