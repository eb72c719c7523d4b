// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "reportplaces.h"
#include "testreports.h"
#include "textreplace.h"

#include <QTest>

using namespace nianbao;

class TextReplaceTest : public QObject {
    Q_OBJECT

    const SectionId m_other{QStringLiteral("other")};
    const SectionId m_overview{QStringLiteral("overview")};

    static QList<Place> all(const Report &report, const TextQuery &query)
    {
        QList<Place> places;
        for (const TextHit &hit : findText(report, query).list)
            places.append(hit.place);
        return places;
    }
    Report with(const QList<Step> &steps) const
    {
        Report report = test::filledReport();
        if (!report.apply(Change{{}, steps}))
            qFatal("the report cannot be made");
        return report;
    }
    QString text(const Report &report, const char *place) const
    {
        return textAt(report, *Place::parse(QLatin1String(place))).value_or(QString());
    }

private Q_SLOTS:
    void allPlacesAreOneChangeAndOneWayBack()
    {
        Report report = with({SetText{m_other, 0, QStringLiteral("旧，旧旧\n新旧")},
            SetHeading{m_overview, 0, QStringLiteral("旧题")},
            SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("引旧")},
            SetNote{CellId(QStringLiteral("requests.received.individual")), QStringLiteral("旧附")},
            SetChannels{{{QStringLiteral("旧站"), 1, {{QStringLiteral("旧类"), 1}}},
                {QStringLiteral("旧栏"), 1, {{QStringLiteral("旧类"), 1}}}}}});
        const Report before = report;
        const TextQuery query{QStringLiteral("旧")};
        const auto made = replaceText(report, query, all(report, query), QStringLiteral("新的"));
        QVERIFY(made);
        QCOMPARE(made->count, 10);
        QCOMPARE(made->left, 0);
        const auto done = report.apply(made->change);
        QVERIFY(done);
        QCOMPARE(text(report, "other/1"), QStringLiteral("新的，新的新的\n新新的"));
        QCOMPARE(text(report, "overview/1/heading"), QStringLiteral("新的题"));
        QCOMPARE(text(report, "introduction"), QStringLiteral("引新的"));
        QCOMPARE(text(report, "requests.received.individual/note"), QStringLiteral("新的附"));
        QCOMPARE(text(report, "channels/1"), QStringLiteral("新的站"));
        QCOMPARE(text(report, "channels/2"), QStringLiteral("新的栏"));
        QCOMPARE(text(report, "channels/1/1"), QStringLiteral("新的类"));
        QCOMPARE(text(report, "channels/2/1"), QStringLiteral("新的类")); // one name, under each channel
        QVERIFY(findText(report, query).list.isEmpty());
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void someOfAText()
    {
        Report report = with({SetText{m_other, 0, QStringLiteral("甲1甲2甲3")}});
        const TextQuery query{QStringLiteral("甲")};
        auto places = all(report, query);
        places.removeAt(1);
        const auto made = replaceText(report, query, places, QStringLiteral("丁丁"));
        QVERIFY(made && report.apply(made->change));
        QCOMPARE(text(report, "other/1"), QStringLiteral("丁丁1甲2丁丁3"));
    }

    void foldedPlacesTakeTheWordsAsTheyAre()
    {
        Report report = with({SetText{m_other, 0, QStringLiteral("２０２０年和2020年，𠮷2020年")}});
        const TextQuery query{QStringLiteral("2020年")};
        const auto made = replaceText(report, query, all(report, query), QStringLiteral("2021年"));
        QVERIFY(made && report.apply(made->change));
        QCOMPARE(text(report, "other/1"), QStringLiteral("2021年和2021年，𠮷2021年"));
    }

    void whatIsNoLongerThereStays()
    {
        const TextQuery query{QStringLiteral("甲")};
        Report report = with({SetText{m_other, 0, QStringLiteral("一甲")}});
        const auto places = all(report, query);
        QVERIFY(report.apply(Change::of({}, SetText{m_other, 0, QStringLiteral("甲一")})));
        const auto made = replaceText(report, query, places, QStringLiteral("乙"));
        QVERIFY(made);
        QVERIFY(made->change.steps.isEmpty());
        QCOMPARE(made->left, 1);
        const auto nowhere = replaceText(
            report, query, {Place::subSection(m_other, 99).withRange(0, 1)}, QStringLiteral("乙"));
        QVERIFY(nowhere && nowhere->change.steps.isEmpty());
    }

    void whatCannotStandStays_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("place"); // whose text stays
        QTest::newRow("a live figure that holds the words")
            << QStringLiteral("7") << QStringLiteral("8") << QStringLiteral("other/1");
        QTest::newRow("a figure that would come into being")
            << QStringLiteral("甲") << QStringLiteral("{{channels.total}}") << QStringLiteral("other/1");
        QTest::newRow("a figure that would come of two braces")
            << QStringLiteral("乙") << QStringLiteral("{") << QStringLiteral("other/1");
        QTest::newRow("a date") << QStringLiteral("2022") << QStringLiteral("2023") << QStringLiteral("date");
        QTest::newRow("a channel without a name")
            << QStringLiteral("网站") << QString() << QStringLiteral("channels/1");
        QTest::newRow("a channel with the name of another")
            << QStringLiteral("网站") << QStringLiteral("公告栏") << QStringLiteral("channels/1");
        QTest::newRow("a category with the name of another")
            << QStringLiteral("财政") << QStringLiteral("人事") << QStringLiteral("channels/1/1");
    }
    void whatCannotStandStays()
    {
        QFETCH(QString, words);
        QFETCH(QString, by);
        QFETCH(QString, place);
        const Report report = with({SetCell{CellId(QStringLiteral("requests.received.individual")),
                                        Amount::fromInteger(7)},
            SetText{m_other, 0, QStringLiteral("甲{{requests.received.individual}}件，{乙channels.total}}")},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")},
            SetChannels{
                {{QStringLiteral("网站"), 1, {{QStringLiteral("财政"), 1}, {QStringLiteral("人事"), 1}}},
                    {QStringLiteral("公告栏"), 1, {}}}}});
        const TextQuery query{words};
        QList<Place> places;
        for (const Place &hit : all(report, query)) {
            if (hit.whole().toString() == place)
                places.append(hit);
        }
        QCOMPARE(places.size(), 1);
        const auto made = replaceText(report, query, places, by);
        QVERIFY(made);
        QVERIFY(made->change.steps.isEmpty());
        QCOMPARE(made->left, 1);
    }

    void aFactWithoutWordsIsAbsent()
    {
        Report report = with({SetFact{QLatin1String(fact::kAddress), QStringLiteral("旧址")}});
        const TextQuery query{QStringLiteral("旧址")};
        const auto made = replaceText(report, query, all(report, query), QString());
        QVERIFY(made && report.apply(made->change));
        QVERIFY(!report.hasFact(QLatin1String(fact::kAddress)));
    }

    void theSameWordsChangeNothing()
    {
        const Report report = with({SetText{m_other, 0, QStringLiteral("甲甲")}});
        const TextQuery query{QStringLiteral("甲")};
        const auto made = replaceText(report, query, all(report, query), QStringLiteral("甲"));
        QVERIFY(made && made->change.steps.isEmpty());
        QCOMPARE(made->left, 0);
    }

    void theWordsAreCleanAndStayOnOneLine()
    {
        Report report = with({SetText{m_other, 0, QStringLiteral("甲")}});
        const TextQuery query{QStringLiteral("甲")};
        const auto made = replaceText(report, query, all(report, query), QStringLiteral("乙\u200b\n丙"));
        QVERIFY(made && report.apply(made->change));
        QCOMPARE(text(report, "other/1"), QStringLiteral("乙 丙"));
    }

    void whatBecomesTooLongIsRefusedAndSaid()
    {
        const Report report = with({SetHeading{m_other, 0, QString(900, u'甲')}});
        const TextQuery query{QStringLiteral("甲")};
        const auto made = replaceText(report, query, all(report, query), QStringLiteral("乙乙"));
        QVERIFY(!made);
        QCOMPARE(int(made.error().code), int(ErrorCode::TooLong));
    }
};

QTEST_GUILESS_MAIN(TextReplaceTest)
#include "tst_textreplace.moc"
