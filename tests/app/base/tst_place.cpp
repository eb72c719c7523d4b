// SPDX-License-Identifier: MulanPSL-2.0
#include "place.h"

#include <QTest>

using namespace nianbao;

namespace {
const SectionId kOverview(QStringLiteral("overview"));
const SectionId kProblems(QStringLiteral("problems"));
const CellId kCell(QStringLiteral("requests.received.total"));
} // namespace

class PlaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsAndParses_data()
    {
        QTest::addColumn<Place>("place");
        QTest::addColumn<QString>("words");
        const auto row = [](const Place &place, const char *words) {
            QTest::newRow(words) << place << QString::fromLatin1(words);
        };
        row(Place::report(), "report");
        row(Place::cell(kCell), "requests.received.total");
        row(Place::note(kCell), "requests.received.total/note");
        row(Place::fact(QStringLiteral("title")), "title");
        row(Place::fact(QStringLiteral("introduction")), "introduction");
        row(Place::fact(QStringLiteral("date")), "date");
        row(Place::fact(QStringLiteral("signature")), "signature");
        row(Place::fact(QStringLiteral("organisation.name")), "organisation/name");
        row(Place::fact(QStringLiteral("organisation.website_name")), "organisation/website_name");
        row(Place::fact(QStringLiteral("people.signed")), "people/signed");
        row(Place::fact(QStringLiteral("table_notes.requests")), "table_notes/requests");
        row(Place::organisation(), "organisation");
        row(Place::section(SectionId(QStringLiteral("requests"))), "requests");
        row(Place::subSection(kOverview, 1), "overview/2");
        row(Place::heading(kOverview, 1), "overview/2/heading");
        row(Place::channels(), "channels");
        row(Place::channel(1), "channels/2");
        row(Place::category(1, 0), "channels/2/1");
        row(Place::illustration(0), "illustrations/1");
        row(Place::picture(0), "illustrations/1/picture");
        row(Place::caption(11), "illustrations/12/caption");
    }
    void printsAndParses()
    {
        QFETCH(Place, place);
        QFETCH(QString, words);
        QCOMPARE(place.toString(), words);
        const auto parsed = Place::parse(words);
        QVERIFY(parsed);
        QVERIFY(*parsed == place);
        QVERIFY(place.holds(*parsed));
        QVERIFY(Place::report().holds(place));
    }

    void namesItsHead()
    {
        for (const auto &[words, head] :
            {std::pair("overview/2/heading", "overview"), {"requests", "requests"},
                {"organisation", "organisation"}, {"organisation/name", "organisation"},
                {"introduction", "introduction"}, {"channels/2/1", "channels"},
                {"illustrations/1/caption", "illustrations"}, {"table_notes/requests", "table_notes"},
                {"requests.received.total", ""}, {"requests.received.total/note", ""}})
            QCOMPARE(Place::parse(QLatin1String(words))->head(), QLatin1String(head));
        QVERIFY(Place().head().isEmpty());
        QVERIFY(Place::organisation() == Place::section(SectionId(QStringLiteral("organisation"))));
    }

    void isNoPlace_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"", "/", "overview/", "overview/0", "overview/-1", "overview/02",
                 "overview/2/", "overview/2/title", "overview/2/heading/1", "overview/9999999999",
                 "overview/x", "Overview", "requests.received", "requests..total", "requests.received.total/",
                 "requests.received.total/x", "requests.received.total.more", "title/1", "date/2", "report/1",
                 "people", "table_notes", "organisation/name/1", "channels/0", "channels/1/0",
                 "channels/1/1/1", "channels/1/heading", "illustrations", "illustrations/1/heading",
                 "illustrations/x", "over view", "overview/2#1+1", "概况/1"})
            QTest::newRow(*words ? words : "nothing") << QString::fromUtf8(words);
    }
    void isNoPlace()
    {
        QFETCH(QString, words);
        const auto place = Place::parse(words);
        QVERIFY2(!place, qPrintable(place ? place->toString() : QString()));
        QCOMPARE(Place().toString(), QString());
    }

    void rangesAreCountedInCodePoints()
    {
        const QString text = QStringLiteral("甲\U00020BB7镇收\U00020BB7件。");
        const Place place = Place::subSection(kOverview, 0).withRange(3, 4); // 镇收𠮷
        QCOMPARE(place.toString(text), QStringLiteral("overview/1#2+3"));
        QCOMPARE(place.toString(), QStringLiteral("overview/1"));
        const auto parsed = Place::parse(QStringLiteral("overview/1#2+3"), text);
        QVERIFY(parsed && *parsed == place);
        QCOMPARE(text.mid(parsed->start(), parsed->length()), QStringLiteral("镇收\U00020BB7"));
        QVERIFY(Place::parse(QStringLiteral("overview/1#7+0"), text));
        for (const char *words : {"overview/1#7+1", "overview/1#8+0", "overview/1#2", "overview/1#+3",
                 "overview/1#-1+2", "overview/1#2+3+4", "overview/1#a+b", "#1+1"})
            QVERIFY2(!Place::parse(QString::fromLatin1(words), text), words);
    }

    void aPlaceHoldsItsParts_data()
    {
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("part");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *whole, const char *part, bool holds) {
            QTest::addRow("%s, %s", whole, part)
                << QString::fromLatin1(whole) << QString::fromLatin1(part) << holds;
        };
        row("overview", "overview/2", true);
        row("overview", "overview/2/heading", true);
        row("overview/2", "overview/2/heading", true);
        row("overview/2", "overview/21", false);
        row("overview/2/heading", "overview/2", false);
        row("overview", "problems/2", false);
        row("channels", "channels/1/2", true);
        row("channels/1", "channels/1/2", true);
        row("channels/2", "channels/1/2", false);
        row("illustrations/1", "illustrations/1/caption", true);
        row("illustrations/1", "illustrations/2/caption", false);
        row("requests.received.total", "requests.received.total/note", true);
        row("requests", "requests.received.total", false); // which table a section shows is the form's to say
        row("organisation", "organisation/name", false); // so are its facts
        row("title", "report", false);
    }
    void aPlaceHoldsItsParts()
    {
        QFETCH(QString, whole);
        QFETCH(QString, part);
        QFETCH(bool, holds);
        QCOMPARE(Place::parse(whole)->holds(*Place::parse(part)), holds);
    }
    void aTextHoldsItsRanges()
    {
        const Place text = Place::subSection(kOverview, 0);
        QVERIFY(text.holds(text.withRange(3, 4)));
        QVERIFY(text.withRange(2, 5).holds(text.withRange(3, 4)));
        QVERIFY(!text.withRange(4, 5).holds(text.withRange(3, 4)));
        QVERIFY(!text.withRange(3, 4).holds(text));
        QVERIFY(text.holds(text.inParagraph(1)));
        QVERIFY(!text.inParagraph(1).holds(text.inParagraph(2)));
        QVERIFY(!Place().holds(text) && !text.holds(Place()));
        QVERIFY(text.withRange(3, 4).owner() == text);
    }

    void followsItsList_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("inserted"); // once another came in at overview/2, channels/2, …
        QTest::addColumn<QString>("removed"); // once that one went; empty: gone with it
        QTest::addColumn<QString>("moved"); // once that one went to the fourth place
        const auto row = [](const char *place, const char *inserted, const char *removed, const char *moved) {
            QTest::newRow(place) << QString::fromLatin1(place) << QString::fromLatin1(inserted)
                                 << QString::fromLatin1(removed) << QString::fromLatin1(moved);
        };
        row("overview/1", "overview/1", "overview/1", "overview/1");
        row("overview/2", "overview/3", "", "overview/4");
        row("overview/2/heading", "overview/3/heading", "", "overview/4/heading");
        row("overview/3", "overview/4", "overview/2", "overview/2");
        row("overview/4", "overview/5", "overview/3", "overview/3");
        row("overview/5", "overview/6", "overview/4", "overview/5");
        row("overview", "overview", "overview", "overview");
        row("problems/2", "problems/2", "problems/2", "problems/2");
        row("title", "title", "title", "title");
        row("channels/2", "channels/3", "", "channels/4");
        row("channels/2/3", "channels/3/3", "", "channels/4/3");
        row("channels/3/2", "channels/4/2", "channels/2/2", "channels/2/2");
        row("illustrations/2/caption", "illustrations/3/caption", "", "illustrations/4/caption");
        row("illustrations/4/picture", "illustrations/5/picture", "illustrations/3/picture",
            "illustrations/3/picture");
        row("requests.received.total", "requests.received.total", "requests.received.total",
            "requests.received.total");
    }
    void followsItsList()
    {
        QFETCH(QString, place);
        QFETCH(QString, inserted);
        QFETCH(QString, removed);
        QFETCH(QString, moved);
        const Place at = *Place::parse(place);
        const Place member = place.startsWith(QStringLiteral("channels")) ? Place::channel(1)
            : place.startsWith(QStringLiteral("illustrations"))           ? Place::illustration(1)
                                                                          : Place::subSection(kOverview, 1);
        QCOMPARE(at.afterInserting(member)->toString(), inserted);
        const auto left = at.afterRemoving(member);
        QCOMPARE(left ? left->toString() : QString(), removed);
        QCOMPARE(at.afterMoving(member, 3)->toString(), moved);
        // and back again
        QVERIFY(*at.afterInserting(member)->afterRemoving(member) == at);
        const Place there = *member.afterMoving(member, 3);
        QVERIFY(*at.afterMoving(member, 3)->afterMoving(there, 1) == at);
    }
    void categoriesAreAListOfTheirChannel()
    {
        const Place second = Place::category(1, 1);
        QVERIFY(*second.afterInserting(Place::category(1, 0)) == Place::category(1, 2));
        QVERIFY(*second.afterInserting(Place::category(0, 0)) == second);
        QVERIFY(!second.afterRemoving(second));
        QVERIFY(*second.afterMoving(second, 0) == Place::category(1, 0));
        QVERIFY(*Place::channel(1).afterRemoving(second) == Place::channel(1));
    }

    void rangesFollowTheirWords_data()
    {
        QTest::addColumn<QString>("before"); // the range in [ ]
        QTest::addColumn<QString>("after"); // empty: gone
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after);
        };
        row("words before it", "收到[申请]三件。", "全年收到[申请]三件。");
        row("words behind it", "收到[申请]三件。", "收到[申请]共三件。");
        row("words before it go", "全年收到[申请]三件。", "收到[申请]三件。");
        row("typed within", "收到[申请]三件。", "收到[申公请]三件。");
        row("typed at its head", "收到[申请]三件。", "收到新[申请]三件。");
        row("typed at its end", "收到[申请]三件。", "收到[申请]书三件。");
        row("taken away whole", "收到[申请]三件。", "");
        row("its beginning is replaced", "收到[申请书]三件。", "收了[请书]三件。");
        row("its end is replaced", "收到[申请书]三件。", "收到[申请]呈两件。");
        row("all is the same", "收到[申请]三件。", "收到[申请]三件。");
    }
    void rangesFollowTheirWords()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const Place text = Place::subSection(kOverview, 0);
        const auto marked = [&](QString words) {
            const auto start = words.indexOf(u'[');
            const auto length = words.indexOf(u']') - start - 1;
            words.remove(u'[').remove(u']');
            return std::pair(words, text.withRange(start, length));
        };
        const auto [old, range] = marked(before);
        if (after.isEmpty()) {
            QVERIFY(!range.afterText(text, old, QStringLiteral("收到三件。")));
            QVERIFY(!range.afterText(text, old, QString()));
            return;
        }
        const auto [fresh, expected] = marked(after);
        const auto moved = range.afterText(text, old, fresh);
        QVERIFY(moved);
        QCOMPARE(moved->start(), expected.start());
        QCOMPARE(moved->length(), expected.length());
        QVERIFY(*range.afterText(Place::subSection(kProblems, 0), old, fresh) == range);
        QVERIFY(*text.afterText(text, old, fresh) == text);
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
