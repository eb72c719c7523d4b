// SPDX-License-Identifier: MulanPSL-2.0
#include "changeto.h"
#include "rounds.h"
#include "testreports.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));

/// Reports that differ in everything an office can change, drawn by chance.
class Drawer {
public:
    explicit Drawer(quint32 seed) : m_random(seed) { }

    Change edits(const Report &report)
    {
        Change change;
        Report there = report;
        for (int i = 1 + below(12); i > 0; --i) {
            Change one;
            one.steps = {step(there)};
            if (there.apply(one))
                change.steps += one.steps;
        }
        return change;
    }

private:
    int below(qsizetype end) { return end < 1 ? 0 : int(m_random.bounded(quint32(end))); }
    QString words()
    {
        static const QStringList all{QStringLiteral("收到申请"), QStringLiteral("3件"), QStringLiteral("\n"),
            QStringLiteral("😀"), QStringLiteral("主动公开"), QStringLiteral("，")};
        QString text;
        for (int i = below(6); i > 0; --i)
            text += all[below(all.size())];
        return text;
    }
    int sub(const Report &report) { return below(report.subSections(kOverview).size()); }
    Step step(const Report &report)
    {
        const TableSpec &table = report.spec().tables[below(report.spec().tables.size())];
        const CellId cell = table.cells[below(table.cells.size())];
        const bool isComputed = report.spec().cell(cell)->isComputed();
        switch (below(13)) {
        case 0:
            if (isComputed)
                return SetDeclared{cell,
                    below(3) ? std::optional(Declared{Amount::fromInteger(below(9)), below(2) == 1})
                             : std::nullopt};
            return SetCell{cell, below(4) ? std::optional(Amount::fromInteger(below(90))) : std::nullopt};
        case 1: return SetNote{cell, words().remove(u'\n')};
        case 2:
            return SetFact{QLatin1String(below(2) ? fact::kIntroduction : fact::kSigned),
                below(4) ? std::optional(words()) : std::nullopt};
        case 3:
            return InsertSubSection{
                kOverview, below(report.subSections(kOverview).size() + 1), {words(), words()}};
        case 4: return RemoveSubSection{kOverview, sub(report)};
        case 5: return MoveSubSection{kOverview, sub(report), sub(report)};
        case 6: return SetHeading{kOverview, sub(report), words().remove(u'\n')};
        case 7: return SetText{kOverview, sub(report), words()};
        case 8: return SetChannels{{{words().remove(u'\n') + u'网', below(99), {{QStringLiteral("类"), 1}}}}};
        case 9: {
            QList<Illustration> all = report.illustrations();
            Illustration chart;
            chart.place = Place::subSection(kOverview, sub(report));
            chart.afterParagraph = below(3);
            chart.kind = QStringLiteral("chart");
            chart.chart = QStringLiteral("outcomes");
            chart.caption = words().remove(u'\n');
            all.append(chart);
            return SetIllustrations{all};
        }
        case 10:
            return SetExplanation{QStringLiteral("K%1").arg(below(3)),
                below(3)
                    ? std::optional(Explanation{words(), QStringLiteral("1|2"), QStringLiteral("甲"), {}})
                    : std::nullopt};
        case 11:
            return SetRuleOff{RuleId(QStringLiteral("R%1").arg(below(3))),
                below(3) ? std::optional(QStringLiteral("因") + words()) : std::nullopt};
        default: {
            static const PriorPointer prior
                = std::make_shared<const Report>(test::sampleReport(QStringLiteral("hongze-2023")));
            return SetPrior{report.prior() ? PriorPointer() : prior};
        }
        }
    }

    QRandomGenerator m_random;
};

/// What a person sees of two reports that are to be the same, however little it is.
void compareContent(const Report &is, const Report &wanted)
{
    QCOMPARE(is.spec().id, wanted.spec().id);
    QVERIFY(is.parts().tables == wanted.parts().tables);
    QVERIFY(is.parts().facts == wanted.parts().facts);
    QVERIFY(is.parts().prose == wanted.parts().prose);
    QVERIFY(is.parts().channels == wanted.parts().channels);
    QVERIFY(is.parts().illustrations == wanted.parts().illustrations);
    QVERIFY(is.parts().explanations == wanted.parts().explanations);
    QCOMPARE(bool(is.prior()), bool(wanted.prior()));
    QVERIFY(!is.prior() || *is.prior() == *wanted.prior());
    for (const TableSpec &table : wanted.spec().tables) {
        for (const CellId &cell : table.cells)
            QVERIFY(is.computed(cell) == wanted.computed(cell)); // totals too
    }
}

Report withTalk(Report report)
{
    Review review;
    review.state = ReviewState::Returned;
    review.revision = 2;
    Change talk;
    talk.steps = {SetReview{review},
        SetComment{1,
            Comment{Place::subSection(kOverview, 0).withRange(0, 1), QStringLiteral("为何"),
                QStringLiteral("陈立"), {}, false, false, {}}}};
    if (!report.apply(talk))
        qFatal("the report cannot be talked about");
    return report;
}

Change setText(int index, const QString &text) { return Change::of({}, SetText{kOverview, index, text}); }

} // namespace

/// Applied to the one, a report says what the other says; undone, what it said.
class ChangeToTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyTwoStates()
    {
        const Report start = withTalk(test::sampleReport(QStringLiteral("zhangcun-2021")));
        for (int round = 0; round < test::rounds(300, 30, 5000); ++round) {
            Drawer drawer(quint32(20261127 + round));
            Report from = start;
            Report to = start;
            QVERIFY(from.apply(drawer.edits(from)));
            QVERIFY(to.apply(drawer.edits(to)));
            const Change change = changeTo(from, to);
            QVERIFY(change.restores);
            Report there = from;
            const auto done = there.apply(change);
            QVERIFY2(done,
                qPrintable(
                    QStringLiteral("round %1: %2").arg(round).arg(done ? QString() : done.error().where)));
            compareContent(there, to);
            QVERIFY(there.review() == from.review());
            QCOMPARE(there.comments().size(), from.comments().size());
            QVERIFY(changeTo(there, to).steps.isEmpty()); // it is there already
            QVERIFY(there.apply(done->inverse));
            QVERIFY(there == from);
        }
    }

    void anotherForm_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("back to an older form") << QStringLiteral("2021") << QStringLiteral("2019");
        QTest::newRow("to a newer form") << QStringLiteral("2019") << QStringLiteral("2021");
        QTest::newRow("to a form with one row less")
            << QStringLiteral("2021") << QStringLiteral("2021-single-other");
    }
    void anotherForm()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        Report start = test::filledReport(from, 2020);
        Change full;
        for (const TableSpec &table : start.spec().tables) {
            full.steps.append(
                SetFact{QLatin1String(fact::kTableNote) + table.id.toString(), QStringLiteral("注")});
            for (const CellId &cell : table.cells) {
                full.steps.append(SetNote{cell, QStringLiteral("注")});
                if (start.spec().cell(cell)->isComputed())
                    full.steps.append(SetDeclared{cell, Declared{Amount::fromInteger(7), true}});
            }
        }
        QVERIFY(start.apply(full));
        const Report target = test::filledReport(to, 2020);
        Report there = start;
        const auto done = there.apply(changeTo(start, target));
        QVERIFY2(done, done ? "" : qPrintable(done.error().where));
        compareContent(there, target);
        QVERIFY(there.apply(done->inverse));
        QVERIFY(there == start);
    }

    /// What is still the same sub-section stays one, with what hangs on it.
    void commentsStayWithTheirWords()
    {
        Report to = test::filledReport();
        QVERIFY(to.apply({{},
            {RemoveSubSection{kOverview, 0},
                InsertSubSection{kOverview, 0, {QStringLiteral("甲"), QStringLiteral("甲文")}},
                InsertSubSection{kOverview, 1, {QStringLiteral("乙"), QStringLiteral("乙文很长")}}},
            {}}));
        Report from = to;
        QVERIFY(from.apply({{},
            {MoveSubSection{kOverview, 1, 0}, InsertSubSection{kOverview, 0, {QStringLiteral("新"), {}}},
                SetComment{1,
                    Comment{Place::subSection(kOverview, 2).withRange(0, 2), QStringLiteral("问"),
                        QStringLiteral("陈"), {}, false, false, {}}}},
            {}}));
        QVERIFY(from.apply(changeTo(from, to)));
        compareContent(from, to);
        QCOMPARE(from.comments()[1].place, Place::subSection(kOverview, 0).withRange(0, 2));
        QVERIFY(!from.comments()[1].isGone);
    }

    void onlyOnePlace_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("changed"); // and nothing else
        QTest::newRow("a cell") << QStringLiteral("requests.received.individual")
                                << QStringList{QStringLiteral("requests.received.individual")};
        QTest::newRow("a note of a cell") << QStringLiteral("requests.received.individual/note")
                                          << QStringList{QStringLiteral("requests.received.individual/note")};
        QTest::newRow("a fact") << QStringLiteral("people/signed")
                                << QStringList{QStringLiteral("people/signed")};
        QTest::newRow("a text without its heading")
            << QStringLiteral("overview/1") << QStringList{QStringLiteral("overview/1")};
        QTest::newRow("a heading without its text")
            << QStringLiteral("overview/1/heading") << QStringList{QStringLiteral("overview/1/heading")};
        QTest::newRow("a sub-section that went in the meantime")
            << QStringLiteral("overview/2") << QStringList{QStringLiteral("overview")};
        QTest::newRow("a section") << QStringLiteral("overview")
                                   << QStringList{QStringLiteral("overview/1/heading"),
                                          QStringLiteral("overview/1"), QStringLiteral("overview")};
        QTest::newRow("the channels")
            << QStringLiteral("channels") << QStringList{QStringLiteral("channels")};
        QTest::newRow("what is the same already") << QStringLiteral("title") << QStringList{};
    }
    void onlyOnePlace()
    {
        QFETCH(QString, place);
        QFETCH(QStringList, changed);
        Report to = test::filledReport();
        const CellId cell(QStringLiteral("requests.received.individual"));
        QVERIFY(to.apply({{},
            {SetCell{cell, Amount::fromInteger(9)}, SetNote{cell, QStringLiteral("网上")},
                SetFact{QLatin1String(fact::kSigned), QStringLiteral("赵明")},
                SetHeading{kOverview, 0, QStringLiteral("旧题")},
                SetText{kOverview, 0, QStringLiteral("旧文")},
                InsertSubSection{kOverview, 1, {QStringLiteral("后来删了"), QStringLiteral("一段")}},
                SetChannels{{{QStringLiteral("网站"), 3, {}}}}},
            {}}));
        const Report from = test::filledReport();
        const Change change = changeTo(from, to, {*Place::parse(place)});
        QStringList places;
        for (const Place &each : placesOf(change))
            places.append(each.toString());
        QCOMPARE(places, changed);
        Report there = from;
        QVERIFY(there.apply(change));
        QVERIFY(changeTo(there, to, {*Place::parse(place)}).steps.isEmpty());
    }

    /// Of a row of the history that changed several: what went in the meantime comes back among the others.
    void severalPlacesOfASection()
    {
        const auto section = [](const QStringList &words) {
            Report report = test::filledReport();
            Change change;
            for (auto i = report.subSections(kOverview).size(); i > 0; --i)
                change.steps.append(RemoveSubSection{kOverview, int(i) - 1});
            for (qsizetype i = 0; i < words.size(); ++i)
                change.steps.append(InsertSubSection{
                    kOverview, int(i), {words[i].section(u'=', 0, 0), words[i].section(u'=', 1)}});
            if (!report.apply(change))
                qFatal("the section cannot be made");
            return report;
        };
        const auto told = [](const Report &report) {
            QStringList words;
            for (const SubSection &sub : report.subSections(kOverview))
                words.append(sub.heading + u'=' + sub.text);
            return words;
        };
        const Report to = section(
            {QStringLiteral("A=a"), QStringLiteral("B=b"), QStringLiteral("C=c"), QStringLiteral("D=d")});
        const QList<QStringList> presents{
            {QStringLiteral("B=b"), QStringLiteral("C=x"), QStringLiteral("D=y")},
            {QStringLiteral("D=y"), QStringLiteral("B=b")}, {QStringLiteral("B=b"), QStringLiteral("new=n")},
            {QStringLiteral("C=x")}};
        for (const QStringList &present : presents) {
            Report report = section(present);
            const Change change = changeTo(report, to,
                {Place::subSection(kOverview, 0), Place::subSection(kOverview, 2),
                    Place::subSection(kOverview, 3)});
            QVERIFY(report.apply(change));
            const QStringList now = told(report);
            const QStringList texts
                = now.join(u'\n').split(QRegularExpression(QStringLiteral("\n?[A-Za-z]+=")));
            for (const char *wanted : {"a", "c", "d"}) // whatever it is called now
                QVERIFY2(texts.count(QLatin1String(wanted)) == 1, qPrintable(now.join(u' ')));
            if (present.contains(QStringLiteral("B=b"))) // which nobody asked for
                QVERIFY2(now.count(QStringLiteral("B=b")) == 1, qPrintable(now.join(u' ')));
        }
    }

    void theTextIsFoundWhereItStandsNow()
    {
        Report to = test::filledReport();
        QVERIFY(to.apply(Change::of({}, SetHeading{kOverview, 0, QStringLiteral("依申请公开")})));
        Report from = to;
        QVERIFY(from.apply(setText(0, QStringLiteral("后来写的"))));
        QVERIFY(from.apply(Change::of(
            {}, InsertSubSection{kOverview, 0, {QStringLiteral("前面"), QStringLiteral("别动")}})));
        QVERIFY(from.apply(changeTo(from, to, {Place::subSection(kOverview, 0)})));
        QCOMPARE(from.subSections(kOverview)[0].text, QStringLiteral("别动"));
        QCOMPARE(from.subSections(kOverview)[1].text, to.subSections(kOverview)[0].text);
    }
};

QTEST_GUILESS_MAIN(ChangeToTest)
#include "tst_changeto.moc"
