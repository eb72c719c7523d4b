// SPDX-License-Identifier: MulanPSL-2.0
#include "conversion.h"
#include "digest.h"
#include "reportchanges.h"
#include "reportplaces.h"
#include "rounds.h"
#include "testreports.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const SectionId kProblems(QStringLiteral("problems"));

void apply(Report &report, const Step &step)
{
    if (const auto done = report.apply(Change::of({}, step)); !done)
        qFatal("%s %s", qPrintable(done.error().where), qPrintable(done.error().detail));
}

/// A real one, with channels and illustrations of every kind.
Report drawnFrom()
{
    Report report = sampleReport(QStringLiteral("suqian-2023"));
    apply(report,
        SetChannels{{{QStringLiteral("政府网站"), 100,
                         {{QStringLiteral("政策文件"), 60}, {QStringLiteral("人事任免"), 30},
                             {QStringLiteral("财政预算"), 10}}},
            {QStringLiteral("政务微信"), 20, {}}, {QStringLiteral("政务微博"), 30, {}},
            {QStringLiteral("公告栏"), 5, {}}}});
    const auto at = [](int index) { return Place::subSection(kOverview, index); };
    const QByteArray picture("not a picture, but bytes");
    apply(report,
        SetIllustrations{{{at(1), 1, QStringLiteral("picture"), QStringLiteral("培训现场"), {},
                              QStringLiteral("a.png"), picture + '1'},
            {at(2), 0, QStringLiteral("chart"), QStringLiteral("办理结果"), QStringLiteral("outcomes"), {},
                {}},
            {at(3), 1, QStringLiteral("picture"), QStringLiteral("政务公开专区"), {}, QStringLiteral("b.png"),
                picture + '2'},
            {at(3), 1, QStringLiteral("chart"), QStringLiteral("各渠道"), QStringLiteral("channels"), {},
                {}}}});
    return report;
}

/// What was done, in words that can be compared: "overview/2 text". What only follows is not in it.
QStringList entered(const ReportChanges &changes)
{
    QStringList list;
    const auto add = [&list](const Place &place, const char *what) {
        list.append(place.toString() + u' ' + QLatin1String(what));
    };
    for (const CellChange &change : changes.cells) {
        if (change.isFigureChanged() && !change.follows)
            add(change.place, "figure");
        if (change.isNoteChanged())
            add(Place::note(change.place.cellId()), "note");
    }
    for (const FactChange &change : changes.facts) {
        if (!change.follows)
            list.append(change.name() + QStringLiteral(" fact"));
    }
    for (const SubSectionChange &change : changes.texts) {
        if (change.isRemoved)
            add(change.was, "removed");
        else if (change.isAdded())
            add(change.place, "added");
        if (change.isMoved)
            list.append(change.place.toString() + QStringLiteral(" from ") + change.was.toString());
        if (change.isHeadingChanged())
            add(change.place, "heading");
        if (!change.isAdded() && !change.isRemoved && change.isTextChanged() && !change.follows)
            add(change.place, "text");
    }
    for (const ChannelChange &change : changes.channels) {
        if (change.isRemoved)
            add(change.was, "removed");
        else if (change.isAdded())
            add(change.place, "added");
        else if (change.oldName != change.name)
            add(change.place, "name");
        if (!change.isRemoved && !change.isAdded() && change.oldCount != change.count)
            add(change.place, "count");
        if (change.isMoved)
            list.append(change.place.toString() + QStringLiteral(" from ") + change.was.toString());
    }
    for (const IllustrationChange &change : changes.illustrations) {
        if (change.isRemoved())
            add(change.was, "removed");
        else if (change.isAdded())
            add(change.place, "added");
        if (change.isMoved)
            add(change.place, "moved");
        if (change.isCaptionChanged())
            add(change.place, "caption");
        if (change.isPictureChanged())
            add(change.place, "picture");
        if (change.isChartChanged() && change.old->chart != change.now->chart)
            add(change.place, "chart");
    }
    list.sort();
    return list;
}

QString withAnEdit(const QString &text, QRandomGenerator &random)
{
    QStringList clauses = text.split(u'，');
    clauses.insert(random.bounded(int(clauses.size()) + 1), QStringLiteral("另有新增内容"));
    return clauses.join(u'，');
}

/// Edits of a report, each in a place of its own, and what is to be found afterwards.
class Edits {
public:
    explicit Edits(quint32 seed) : m_random(seed) { }

    Report now = drawnFrom();
    QStringList expected{};

    void draw()
    {
        const QList<void (Edits::*)()> kinds{&Edits::aFigure, &Edits::aNote, &Edits::aDeclaration,
            &Edits::aFact, &Edits::aStructure, &Edits::aText, &Edits::aHeading, &Edits::aChannel,
            &Edits::anIllustration, &Edits::noContent, &Edits::aRevision};
        for (const auto kind : kinds) { // structure before the texts, whose places it shifts
            if (m_random.bounded(3) == 0)
                (this->*kind)();
        }
        expected.sort();
    }

private:
    void expect(const Place &place, const char *what)
    {
        expected.append(place.toString() + u' ' + QLatin1String(what));
    }

    CellId anyCell(bool isComputed)
    {
        QList<CellId> cells;
        for (const TableSpec &table : now.spec().tables) {
            for (const CellId &id : table.cells) {
                if (now.spec().cell(id)->isComputed() == isComputed)
                    cells.append(id);
            }
        }
        return cells[m_random.bounded(int(cells.size()))];
    }

    void aFigure()
    {
        const CellId id = anyCell(false);
        const auto value = now.value(id);
        apply(now, SetCell{id, value ? std::optional(*value + Amount::fromInteger(3)) : Amount()});
        expect(Place::cell(id), "figure");
    }
    void aNote()
    {
        const CellId id = anyCell(false);
        apply(now, SetNote{id, now.note(id) + QStringLiteral("含上年结转")});
        expect(Place::note(id), "note");
    }
    void aDeclaration()
    {
        const CellId id = anyCell(true);
        if (now.declared(id) || !now.computed(id))
            return;
        const bool isConfirmed = m_random.bounded(2) == 0;
        apply(now, SetDeclared{id, Declared{*now.computed(id) + Amount::fromInteger(1), isConfirmed}});
        expect(Place::cell(id), "figure");
    }
    void aFact()
    {
        static const QStringList keys = fact::allKeys() + QStringList{QStringLiteral("table_notes.requests")};
        const QString key = keys[m_random.bounded(int(keys.size()))];
        const QString value = key == QLatin1String(fact::kDate) ? QStringLiteral("2024-01-20")
            : key == QLatin1String(fact::kKind)                 ? QStringLiteral("county")
                                                                : now.fact(key) + QStringLiteral("改");
        if (value == now.fact(key))
            return;
        apply(now, SetFact{key, value});
        expected.append(Place::fact(key).toString() + QStringLiteral(" fact"));
    }
    void aStructure()
    {
        const int kind = m_random.bounded(3);
        const int count = int(now.subSections(kOverview).size());
        if (kind == 0) {
            const int at = m_random.bounded(count + 1);
            apply(now,
                InsertSubSection{
                    kOverview, at, {QStringLiteral("新增的一节"), QStringLiteral("从来没有写过。")}});
            expect(Place::subSection(kOverview, at), "added");
        } else if (kind == 1) {
            const int at = 4 + m_random.bounded(count - 4); // these have no illustrations
            expect(Place::subSection(kOverview, at), "removed");
            apply(now, RemoveSubSection{kOverview, at});
        } else {
            const int from = m_random.bounded(count);
            const int to = from < 3 ? from + 2 + m_random.bounded(2) : from - 2 - m_random.bounded(2);
            apply(now, MoveSubSection{kOverview, from, to});
            expected.append(Place::subSection(kOverview, to).toString() + QStringLiteral(" from ")
                + Place::subSection(kOverview, from).toString());
        }
    }
    Place anOldSubSection(const SectionId &section)
    {
        const auto list = now.subSections(section);
        const int at = m_random.bounded(int(list.size()));
        return list[at].heading == u"新增的一节" ? Place() : Place::subSection(section, at);
    }
    void aText()
    {
        const Place place = anOldSubSection(kOverview);
        if (place.isNowhere())
            return;
        const QString text = *textAt(now, place);
        apply(now, SetText{kOverview, place.index(), withAnEdit(text, m_random)});
        expect(place, "text");
    }
    void aHeading()
    {
        const Place place = anOldSubSection(kOverview);
        if (place.isNowhere())
            return;
        apply(now, SetHeading{kOverview, place.index(), QStringLiteral("另外的标题")});
        expect(place, "heading");
    }
    void aChannel()
    {
        auto channels = now.channels();
        const int kind = m_random.bounded(6);
        const int at = m_random.bounded(int(channels.size()));
        const Place place = Place::channel(at);
        if (kind == 0) {
            channels[at].name += QStringLiteral("新");
            expect(place, "name");
        } else if (kind == 1) {
            channels[at].count = 77;
            expect(place, "count");
        } else if (kind == 2) {
            channels.removeAt(at);
            expect(place, "removed");
        } else if (kind == 3) {
            channels.insert(at, {QStringLiteral("广播"), 3, {{QStringLiteral("通知"), 3}}});
            expect(place, "added");
        } else if (kind == 4) {
            channels.move(0, 3);
            expected.append(QStringLiteral("channels/4 from channels/1"));
        } else {
            channels[0].categories.removeAt(1);
            channels[0].categories[0].count = {};
            expected += {QStringLiteral("channels/1/2 removed"), QStringLiteral("channels/1/1 count")};
        }
        apply(now, SetChannels{channels});
    }
    void anIllustration()
    {
        auto list = now.illustrations();
        const int kind = m_random.bounded(7);
        const int at = m_random.bounded(int(list.size()));
        const Place place = Place::illustration(at);
        if (kind == 0) {
            list[at].caption += QStringLiteral("（一）");
            expect(place, "caption");
        } else if (kind == 1) {
            list[0].picture = "other bytes";
            expect(Place::illustration(0), "picture");
        } else if (kind == 2) {
            list.removeAt(at);
            expect(place, "removed");
        } else if (kind == 3) {
            Illustration fresh = list[at];
            fresh.caption = QStringLiteral("新图");
            fresh.kind = QStringLiteral("picture");
            fresh.chart.clear();
            fresh.picture = "new bytes";
            list.insert(at, fresh);
            expect(place, "added");
        } else if (kind == 4) {
            list[at].place = Place::subSection(kProblems, 0);
            expect(place, "moved");
        } else if (kind == 5) {
            list[1].chart = QStringLiteral("applicants");
            expect(Place::illustration(1), "chart");
        } else {
            list[0].afterParagraph = 0;
            expect(Place::illustration(0), "moved");
        }
        apply(now, SetIllustrations{list});
    }
    void noContent()
    {
        apply(now, SetReview{Review{ReviewState::InReview, now.review().revision}});
        apply(
            now, SetExplanation{QStringLiteral("REQ-JUMP"), Explanation{QStringLiteral("属实"), {}, {}, {}}});
        apply(now, SetPrior{std::make_shared<const Report>(filledReport())});
    }
    void aRevision()
    {
        apply(now, SetReview{Review{now.review().state, 2}});
        expected.append(QStringLiteral("revision fact"));
    }

    QRandomGenerator m_random;
};

/// Whether the digest has a say: it knows neither people nor source, nor a total that nobody took.
bool changesDigest(const ReportChanges &changes)
{
    const bool hasFact
        = std::any_of(changes.facts.begin(), changes.facts.end(), [](const FactChange &change) {
              return !change.key.startsWith(QStringLiteral("people."))
                  && change.key != QLatin1String(fact::kSource)
                  && change.key != QLatin1String(fact::kAllowedWords);
          });
    return hasFact || !changes.cells.isEmpty() || !changes.texts.isEmpty() || !changes.channels.isEmpty()
        || !changes.illustrations.isEmpty();
}

} // namespace

class ReportChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsAreFoundAndNothingElse();
    void whatSaysTheSameHasNoChange_data();
    void whatSaysTheSameHasNoChange();
    void textsAreMatched_data();
    void textsAreMatched();
    void sumsAndLiveFiguresFollow();
    void aTotalThatWasTakenIsToldFromAnOpenOne();
    void cellsFollowTheForm();
    void anIllustrationStaysBetweenItsParagraphs();
    void placesAreInTheOrderOfTheDocument();
    void whatIsLeftToTheProgramIsComparedAsItIsPrinted();
};

void ReportChangesTest::editsAreFoundAndNothingElse()
{
    for (int round = 0; round < rounds(150, 15, 5000); ++round) {
        const Report old = drawnFrom();
        Edits edits(quint32(round) + 7);
        edits.draw();
        const auto changes = changesBetween(old, edits.now);
        QVERIFY2(entered(changes) == edits.expected,
            qPrintable(QStringLiteral("round %1\nfound    %2\nexpected %3")
                           .arg(QString::number(round), entered(changes).join(QStringLiteral(", ")),
                               edits.expected.join(QStringLiteral(", ")))));
        for (const CellChange &change : changes.cells)
            QVERIFY(!change.follows || edits.now.spec().cell(change.place.cellId())->isComputed());
        for (const IllustrationChange &change : changes.illustrations)
            QVERIFY(!change.follows || !change.now->chart.isEmpty());
        QCOMPARE(contentDigest(old) != contentDigest(edits.now), changesDigest(changes));
        QCOMPARE(changes.places.isEmpty(), changes.isEmpty());
        QVERIFY(changesBetween(edits.now, edits.now).isEmpty());
        QCOMPARE(changesBetween(edits.now, old).isEmpty(), changes.isEmpty());
    }
}

void ReportChangesTest::whatSaysTheSameHasNoChange_data()
{
    QTest::addColumn<QList<Step>>("before");
    QTest::addColumn<QList<Step>>("after");
    const auto text = [](const char *words) {
        return QList<Step>{SetText{kOverview, 0, QString::fromUtf8(words)}};
    };
    QTest::newRow("a live figure and its value")
        << text("新收{{requests.received.total}}件。") << text("新收0件。");
    const auto fact = [](const char *key, const std::optional<QString> &value) {
        return QList<Step>{SetFact{QLatin1String(key), value}};
    };
    QTest::newRow("an empty fact and none") << fact(fact::kFax, QString()) << fact(fact::kFax, std::nullopt);
    QTest::newRow("an empty line among names")
        << fact(fact::kNames, QStringLiteral("甲\n\n乙")) << fact(fact::kNames, QStringLiteral("甲\n乙"));
    const CellId total(QStringLiteral("requests.received.total"));
    QTest::newRow("a declared total that is the sum, and none")
        << QList<Step>{SetDeclared{total, Declared{Amount(), true}}} << QList<Step>{SetDeclared{total, {}}};
}

void ReportChangesTest::whatSaysTheSameHasNoChange()
{
    QFETCH(QList<Step>, before);
    QFETCH(QList<Step>, after);
    Report old = filledReport();
    for (const Step &step : before)
        apply(old, step);
    Report now = filledReport();
    for (const Step &step : after)
        apply(now, step);
    QCOMPARE(contentDigest(old), contentDigest(now));
    QCOMPARE(entered(changesBetween(old, now)), QStringList());
    QVERIFY(changesBetween(old, now).isEmpty());
}

void ReportChangesTest::textsAreMatched_data()
{
    QTest::addColumn<QStringList>("old"); // heading|text, of one section; behind "/" of the next
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<QStringList>("found");
    const QString a = QStringLiteral("一|政府网站公开信息更新及时，栏目完整。");
    const QString b = QStringLiteral("二|全年组织业务培训四次，参加人员二百人。");
    const QString c = QStringLiteral("三|收到申请按期答复，没有发生行政复议。");
    QTest::newRow("the same") << QStringList{a, b, c} << QStringList{a, b, c} << QStringList{};
    QTest::newRow("one before all moves nothing")
        << QStringList{a, b} << QStringList{c, a, b} << QStringList{QStringLiteral("overview/1 added")};
    QTest::newRow("the last one came first") << QStringList{a, b, c} << QStringList{c, a, b}
                                             << QStringList{QStringLiteral("overview/1 from overview/3")};
    QTest::newRow("a renamed one is known by its text")
        << QStringList{a, b} << QStringList{a, QStringLiteral("培训|全年组织业务培训五次，参加人员二百人。")}
        << QStringList{QStringLiteral("overview/2 heading"), QStringLiteral("overview/2 text")};
    QTest::newRow("under the same heading all was written anew")
        << QStringList{a, b} << QStringList{a, QStringLiteral("二|机构改革顺利完成。")}
        << QStringList{QStringLiteral("overview/2 text")};
    QTest::newRow("another heading and another text is another one")
        << QStringList{a, b} << QStringList{a, QStringLiteral("四|机构改革顺利完成。")}
        << QStringList{QStringLiteral("overview/2 added"), QStringLiteral("overview/2 removed")};
    QTest::newRow("a lead-in that was written anew stays the lead-in")
        << QStringList{QStringLiteral("|去年的话。"), a}
        << QStringList{QStringLiteral("|完全是另一回事！"), a}
        << QStringList{QStringLiteral("overview/1 text")};
    QTest::newRow("a blank one was renamed")
        << QStringList{a, QStringLiteral("甲|")} << QStringList{a, QStringLiteral("乙|")}
        << QStringList{QStringLiteral("overview/2 heading")};
    QTest::newRow("twice the same heading, the first one went")
        << QStringList{QStringLiteral("一|政府网站更新及时。"), QStringLiteral("一|业务培训扎实开展。")}
        << QStringList{QStringLiteral("一|业务培训扎实开展。")}
        << QStringList{QStringLiteral("overview/1 removed")};
    QTest::newRow("into another section")
        << QStringList{a, b, QStringLiteral("/")} << QStringList{a, QStringLiteral("/"), b}
        << QStringList{QStringLiteral("problems/1 from overview/2")};
    QTest::newRow("one removed and one moved")
        << QStringList{a, b, c, QStringLiteral("四|监督保障有力。")}
        << QStringList{c, QStringLiteral("四|监督保障有力。"), a}
        << QStringList{QStringLiteral("overview/2 removed"), QStringLiteral("overview/3 from overview/1")};
}

void ReportChangesTest::textsAreMatched()
{
    QFETCH(QStringList, old);
    QFETCH(QStringList, now);
    const auto reportOf = [](const QStringList &list) {
        Report report(findForm(QStringLiteral("2021")), 2023);
        SectionId section = kOverview;
        int index = 0;
        for (const QString &each : list) {
            if (each == u"/") {
                section = kProblems;
                index = 0;
                continue;
            }
            apply(report,
                InsertSubSection{section, index++, {each.section(u'|', 0, 0), each.section(u'|', 1)}});
        }
        return report;
    };
    QTEST(entered(changesBetween(reportOf(old), reportOf(now))), "found");
}

void ReportChangesTest::sumsAndLiveFiguresFollow()
{
    Report old = filledReport();
    apply(old, SetText{kOverview, 0, QStringLiteral("新收{{requests.received.total}}件。\n办理及时。")});
    Report now = old;
    const CellId id(QStringLiteral("requests.received.individual"));
    apply(now, SetCell{id, Amount::fromInteger(2)});
    const auto changes = changesBetween(old, now);
    QCOMPARE(entered(changes), QStringList{QStringLiteral("requests.received.individual figure")});
    QCOMPARE(changes.cells.size(), 2);
    QVERIFY(changes.cells.last().follows);
    QCOMPARE(changes.cells.last().place.toString(), QStringLiteral("requests.received.total"));
    QCOMPARE(changes.texts.size(), 1);
    QVERIFY(changes.texts.first().follows);
    using Op = TextChange::Op;
    const QList<TextChange> words{{Op::Keep, QStringLiteral("新收")}, {Op::Delete, QStringLiteral("0")},
        {Op::Insert, QStringLiteral("2")}, {Op::Keep, QStringLiteral("件。\n办理及时。")}};
    QCOMPARE(changes.texts.first().changes, words);
}

void ReportChangesTest::aTotalThatWasTakenIsToldFromAnOpenOne()
{
    const CellId total(QStringLiteral("requests.received.total"));
    Report old = filledReport();
    apply(old, SetDeclared{total, Declared{Amount::fromInteger(5), false}});
    Report now = old;
    apply(now, SetDeclared{total, Declared{Amount::fromInteger(5), true}});
    const auto changes = changesBetween(old, now);
    QCOMPARE(changes.cells.size(), 1);
    QCOMPARE(changes.cells.first().old, changes.cells.first().now);
    QVERIFY(changes.cells.first().wasOpen && !changes.cells.first().isOpen && !changes.cells.first().follows);
}

void ReportChangesTest::cellsFollowTheForm()
{
    const Report old = sampleReport(QStringLiteral("zhangcun-2021")); // the form with one row for the rest
    QCOMPARE(old.spec().id, QStringLiteral("2021-single-other"));
    const auto converted = conversion(old);
    QVERIFY(converted);
    Report now = old;
    QVERIFY(now.apply(converted->change));
    const auto changes = changesBetween(old, now);
    QCOMPARE(changes.facts.first().name(), QStringLiteral("form"));
    for (const CellChange &change : changes.cells) {
        QVERIFY2(!change.isRemoved, qPrintable(change.place.toString()));
        QVERIFY2(change.old.has_value() != change.now.has_value() || change.follows,
            qPrintable(change.place.toString()));
    }
    Report more = now;
    const CellId id(QStringLiteral("requests.other_misc.individual"));
    apply(more, SetCell{id, now.value(id).value_or(Amount()) + Amount::fromInteger(4)});
    const auto later = changesBetween(old, more).cells;
    const auto at = std::find_if(later.begin(), later.end(),
        [&id](const CellChange &change) { return change.place == Place::cell(id); });
    QVERIFY(at != later.end());
    QCOMPARE(at->was.toString(), QStringLiteral("requests.other.individual"));
    QCOMPARE(at->old, old.value(CellId(QStringLiteral("requests.other.individual"))));
}

void ReportChangesTest::anIllustrationStaysBetweenItsParagraphs()
{
    Report old = filledReport();
    const auto text = [](const char *words) { return SetText{kOverview, 0, QString::fromUtf8(words)}; };
    apply(old, text("第一段话。\n第二段话。\n第三段话。"));
    const Illustration picture{
        Place::subSection(kOverview, 0), 2, QStringLiteral("picture"), QStringLiteral("图"), {}, {}, "bytes"};
    apply(old, SetIllustrations{{picture}});
    Report now = old;
    apply(now, text("新的开头。\n第一段话。\n第二段话。\n第三段话。"));
    QCOMPARE(now.illustrations().first().afterParagraph, 3);
    QCOMPARE(entered(changesBetween(old, now)), QStringList{QStringLiteral("overview/1 text")});
    auto moved = now.illustrations();
    moved.first().afterParagraph = 1;
    apply(now, SetIllustrations{moved});
    const QStringList both{QStringLiteral("illustrations/1 moved"), QStringLiteral("overview/1 text")};
    QCOMPARE(entered(changesBetween(old, now)), both);
}

void ReportChangesTest::placesAreInTheOrderOfTheDocument()
{
    const Report old = drawnFrom();
    Report now = old;
    const CellId id(QStringLiteral("disclosure.regulations.issued"));
    apply(now, SetFact{QLatin1String(fact::kDate), QStringLiteral("2024-01-20")});
    apply(now, SetFact{QStringLiteral("table_notes.disclosure"), QStringLiteral("注")});
    apply(now, SetText{kProblems, 0, QStringLiteral("另外一回事。")});
    apply(now, SetNote{id, QStringLiteral("含修订")});
    apply(now, SetCell{id, Amount::fromInteger(321)});
    apply(now, SetHeading{kOverview, 1, QStringLiteral("别的标题")});
    apply(now, SetFact{QLatin1String(fact::kTitle), QStringLiteral("题名")});
    apply(now, RemoveSubSection{kProblems, 1});
    QStringList places;
    for (const Place &place : changesBetween(old, now).places)
        places.append(place.toString());
    const QStringList order{QStringLiteral("title"), QStringLiteral("overview/2/heading"),
        QStringLiteral("disclosure.regulations.issued"), QStringLiteral("disclosure.regulations.issued/note"),
        QStringLiteral("table_notes/disclosure"), QStringLiteral("problems/1"), QStringLiteral("problems/2"),
        QStringLiteral("date")};
    QCOMPARE(places, order);
}

/// An empty title is the usual one on the page, an empty signature the name: nothing became blank.
void ReportChangesTest::whatIsLeftToTheProgramIsComparedAsItIsPrinted()
{
    const auto report = [](const QString &title, const QString &signature, int year) {
        Report made(findForm(QStringLiteral("2021")), year);
        apply(made, SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")});
        apply(made, SetFact{QLatin1String(fact::kTitle), title});
        apply(made, SetFact{QLatin1String(fact::kSignature), signature});
        return made;
    };
    const QString usual = QStringLiteral("张村镇人民政府2024年政府信息公开工作年度报告");
    const QString own = QStringLiteral("关于2024年工作的报告");
    const Report stated = report(own, QStringLiteral("张村镇"), 2024);
    const Report open = report({}, {}, 2024);
    QStringList said;
    for (const FactChange &change : changesBetween(stated, open).facts)
        said.append(QStringList{change.key, change.old, change.now}.join(u'|'));
    QCOMPARE(said,
        (QStringList{QStringLiteral("title|%1|%2").arg(own, usual),
            QStringLiteral("signature|张村镇|张村镇人民政府")}));
    QVERIFY(changesBetween(report(usual, {}, 2024), open).facts.isEmpty());
    said.clear();
    for (const FactChange &change : changesBetween(report({}, {}, 2023), open).facts)
        said.append(change.key);
    QCOMPARE(said, QStringList{QStringLiteral("year")}); // the title follows
}

QTEST_GUILESS_MAIN(ReportChangesTest)
#include "tst_reportchanges.moc"
