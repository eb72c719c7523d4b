// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "manychannels.h"
#include "reportjson.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));

QString letters(qsizetype count) { return QString(count, u'字'); }

Report report() { return test::filledReport(); }

QJsonObject json() { return QJsonDocument::fromJson(reportToJson(report())).object(); }

SubSection sub(qsizetype heading, qsizetype text) { return {letters(heading), letters(text)}; }

} // namespace

/// What one report may hold is the same at every entrance: an edit and a JSON file are refused alike.
class BoundsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allTextsTogetherHaveABoundToo()
    {
        Report edited = report();
        QVERIFY(edited.apply(Change::of({}, SetText{kOverview, 0, letters(bounds::kText)})));
        const auto done = edited.apply(Change::of({}, InsertSubSection{kOverview, 0, sub(0, bounds::kText)}));
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::TooLong));
        QCOMPARE(done.error().where, QStringLiteral("report"));
    }

    void whatAnOlderFileHoldsStaysAndShrinks()
    {
        Report old = report();
        Change loading;
        loading.restores = true;
        loading.steps = {SetText{kOverview, 0, letters(bounds::kText + 100)},
            SetFact{QLatin1String(fact::kName), letters(bounds::kLine + 100)},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2025-02-30")},
            SetChannels{test::manyChannels(bounds::kChannels + 5, 0, bounds::kCount + 1)}};
        QVERIFY(old.apply(loading));

        // other parts are edited, the long ones made shorter, and all of it comes back
        const Report before = old;
        const auto other = old.apply(Change::of({}, SetHeading{kOverview, 0, QStringLiteral("概述")}));
        QVERIFY(other);
        const auto shorter = old.apply(Change::of({}, SetText{kOverview, 0, letters(bounds::kText + 50)}));
        QVERIFY(shorter);
        auto fewer = old.channels();
        fewer.removeLast();
        fewer.first().count = 5;
        const auto removed = old.apply(Change::of({}, SetChannels{fewer}));
        QVERIFY(removed);
        QVERIFY(!old.apply(Change::of({}, SetText{kOverview, 0, letters(bounds::kText + 60)})));
        for (const auto *delta : {&removed, &shorter, &other})
            QVERIFY((*delta)->inverse.restores && old.apply((*delta)->inverse));
        QVERIFY(old == before);
    }

    void jsonKeepsTheBounds_data()
    {
        QTest::addColumn<QString>("key"); // of the whole file
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *key, const QJsonValue &value, ErrorCode code,
                             const char *where) {
            QTest::newRow(name) << QString::fromLatin1(key) << value << int(code)
                                << QString::fromLatin1(where);
        };
        const auto texts = [](const QString &heading, const QString &text) {
            return QJsonObject{{QStringLiteral("overview"),
                QJsonArray{
                    QJsonObject{{QStringLiteral("heading"), heading}, {QStringLiteral("text"), text}}}}};
        };
        const auto channel = [](const QString &name, const QJsonValue &count) {
            return QJsonArray{QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("count"), count}}};
        };
        const auto picture = [](const QString &section) {
            return QJsonArray{QJsonObject{
                {QStringLiteral("section"), section}, {QStringLiteral("kind"), QStringLiteral("chart")}}};
        };
        const auto received = [](const QJsonValue &value) {
            return QJsonObject{{QStringLiteral("requests"),
                QJsonObject{{QStringLiteral("received"), QJsonObject{{QStringLiteral("other"), value}}}}}};
        };
        using E = ErrorCode;
        row("a long text", "sections", texts({}, letters(bounds::kText + 1)), E::TooLong,
            "sections.overview[0].text");
        row("a long heading", "sections", texts(letters(bounds::kLine + 1), {}), E::TooLong,
            "sections.overview[0].heading");
        row("a long title", "title", letters(bounds::kLine + 1), E::TooLong, "title");
        row("a long name of a channel", "channels", channel(letters(bounds::kLine + 1), 1), E::TooLong,
            "channels[0]");
        row("a count of thirteen digits", "channels", channel(QStringLiteral("a"), 1e12), E::OutOfRange,
            "channels[0].count");
        row("a mark for a count", "channels", channel(QStringLiteral("a"), QStringLiteral("－")),
            E::UnclearMark, "channels[0].count");
        row("thirteen digits", "tables", received(1e12), E::OutOfRange, "tables.requests.received.other");
        row("a mark", "tables", received(QStringLiteral("－")), E::UnclearMark,
            "tables.requests.received.other");
        row("two figures", "tables", received(QStringLiteral("3 5")), E::SeveralFigures,
            "tables.requests.received.other");
        row("a figure with a note", "tables", received(QStringLiteral("22（其中修订16件）")),
            E::FigureWithNote, "tables.requests.received.other");
        row("a picture of a section that is not there", "figures", picture(QStringLiteral("overview/9")),
            E::BadJson, "figures[0].section");
        row("a picture of an unknown section", "figures", picture(QStringLiteral("preface/1")), E::BadJson,
            "figures[0].section");
        row("a picture of a section as a whole", "figures", picture(QStringLiteral("overview")), E::BadJson,
            "figures[0].section");
        row("no date", "date", QStringLiteral("2025-02-30"), E::BadDate, "date");
        row("a date with a time", "date", QStringLiteral("2025-02-03T10:00"), E::BadDate, "date");
        row("a year before the Regulation", "year", 2007, E::BadJson, "year");
        row("a year far away", "year", 2101, E::BadJson, "year");
    }
    void jsonKeepsTheBounds()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(int, code);
        QFETCH(QString, where);
        QJsonObject root = json();
        root.insert(key, value);
        const auto refused = reportFromJson(QJsonDocument(root).toJson());
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), code);
        QCOMPARE(refused.error().where, where);
        // and as last year's report
        QJsonObject prior = json();
        prior.insert(QStringLiteral("prior"), root);
        const auto withPrior = reportFromJson(QJsonDocument(prior).toJson());
        QVERIFY(!withPrior);
        QCOMPARE(withPrior.error().where, QStringLiteral("prior.") + where);
    }

    void ownFilesAreReadBeyondThem()
    {
        QJsonObject root = json();
        root.insert(QStringLiteral("title"), letters(bounds::kLine + 1));
        root.insert(QStringLiteral("date"), QStringLiteral("2025-02-30"));
        const QByteArray bytes = QJsonDocument(root).toJson();
        QVERIFY(!reportFromJson(bytes));
        const auto own = reportFromJson(bytes, Origin::OwnFile);
        QVERIFY(own);
        QVERIFY(provenJson(own->report, Origin::OwnFile));
        QVERIFY(!provenJson(own->report)); // would not come in again elsewhere: said now, not then
    }
};

QTEST_GUILESS_MAIN(BoundsTest)
#include "tst_bounds.moc"
