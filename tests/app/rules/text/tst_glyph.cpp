// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "coverage.h"
#include "reportplaces.h"
#include "testreports.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const QString kEmoji = QStringLiteral("😀");
const QString kNote = QStringLiteral("requests.received.individual/note");

/// A report with something at every place that reaches a page.
Report fullReport()
{
    Report report = filledReport();
    const SectionId overview(QStringLiteral("overview"));
    QList<Step> steps{SetHeading{overview, 0, QStringLiteral("主动公开情况")},
        SetChannels{{{QStringLiteral("政府网站"), 1, {{QStringLiteral("人事任免"), 1}}}}},
        SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"),
            QStringLiteral("渠道"), QStringLiteral("channels"), {}, {}}}},
        SetNote{CellId(QStringLiteral("requests.received.individual")), QStringLiteral("含转办")}};
    for (const QString &key : fact::allKeys()) {
        if (report.fact(key).isEmpty() && key != QLatin1String(fact::kDate)
            && key != QLatin1String(fact::kKind))
            steps.append(SetFact{key, QStringLiteral("柳林镇")});
    }
    steps.append(
        SetFact{QLatin1String(fact::kTableNote) + QStringLiteral("requests"), QStringLiteral("说明")});
    if (const auto done = report.apply({{}, steps}); !done)
        qFatal("%s", qPrintable(done.error().where));
    return report;
}

Findings glyphs(const Report &report)
{
    Findings found = check(report, RuleSet());
    found.removeIf([](const Finding &finding) { return finding.rule.toString() != u"GLYPH"; });
    return found;
}

} // namespace

class GlyphTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPlaceIsLookedAt_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("entry"); // of the contents
        QTest::addColumn<bool>("isName");
        const auto row = [](const char *place, const char *entry, bool isName) {
            QTest::newRow(place) << QString::fromLatin1(place) << QString::fromLatin1(entry) << isName;
        };
        row("title", "introduction", false);
        row("introduction", "introduction", false);
        row("signature", "introduction", true);
        for (const char *person :
            {"people/drafted", "people/checked", "people/countersigned", "people/signed"})
            row(person, "introduction", true);
        for (const char *name : {"organisation/name", "organisation/short_name", "organisation/office",
                 "organisation/names", "organisation/website_name"})
            row(name, "organisation", true);
        for (const char *data : {"organisation/address", "organisation/phone", "organisation/fax",
                 "organisation/postcode", "organisation/email", "organisation/website"})
            row(data, "organisation", false);
        row("overview/1", "overview/1", false);
        row("overview/1/heading", "overview/1", false);
        row("problems/1", "problems/1", false);
        row("channels/1", "channels", true);
        row("channels/1/1", "channels", false);
        row("illustrations/1/caption", "overview/1", false);
        row("table_notes/requests", "requests", false);
        row("requests.received.individual/note", "requests", false);
    }
    void everyPlaceIsLookedAt()
    {
        QFETCH(QString, words);
        const Place place = *Place::parse(words);
        QFETCH(QString, entry);
        QFETCH(bool, isName);
        Report report = fullReport();
        QCOMPARE(glyphs(report).size(), 0);
        const auto clean = textAt(report, place);
        QVERIFY(clean && clean->size() >= 2);
        const QString text = clean->left(1) + kEmoji + clean->mid(1);
        QVERIFY(report.apply({{}, {*withTextAt(report, place, text)}}));
        const Findings found = glyphs(report);
        QCOMPARE(found.size(), 1);
        const Finding &finding = found.first();
        QVERIFY(finding.place.whole() == place);
        QCOMPARE(toString(finding.level), isName ? QStringLiteral("error") : QStringLiteral("explain"));
        QCOMPARE(finding.excerpt, kEmoji);
        QVERIFY(said(finding.message).contains(QStringLiteral("U+1F600")));
        QVERIFY(said(finding.message).contains(kEmoji));
        QCOMPARE(entryOf(report, finding.place).toString(), entry);
        QVERIFY(finding.fix && finding.fix->isEmpty());
        QCOMPARE(
            text.mid(0, finding.place.start()) + text.mid(finding.place.start() + finding.place.length()),
            *clean);
    }

    void whatASignIsCalled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::newRow("an emoji of two units") << QStringLiteral("甲😀乙") << QStringLiteral("U+1F600");
        QTest::newRow("an isolate") << QStringLiteral("甲\u2069乙") << QStringLiteral("U+2069");
        QTest::newRow("private use") << QStringLiteral("甲\uF000乙") << QStringLiteral("U+F000");
        QTest::newRow("private use of plane 15")
            << QStringLiteral("甲\U000F0001乙") << QStringLiteral("U+F0001");
        QTest::newRow("a selector") << QStringLiteral("甲\uFE0E乙") << QStringLiteral("U+FE0E");
        QTest::newRow("a control character") << QStringLiteral("甲\u0007乙") << QStringLiteral("U+0007");
        QTest::newRow("half a pair") << QString(QStringLiteral("甲") + QChar(0xD83D) + QStringLiteral("乙"))
                                     << QStringLiteral("U+D83D");
        QTest::newRow("another script") << QStringLiteral("甲\u0E01乙") << QStringLiteral("U+0E01");
    }
    void whatASignIsCalled()
    {
        QFETCH(QString, text);
        QFETCH(QString, number);
        Report report = filledReport();
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kSigned), text})));
        const Findings found = glyphs(report);
        QCOMPARE(found.size(), 1);
        QVERIFY2(said(found.first().message).contains(number), qPrintable(said(found.first().message)));
        QString mended = text;
        mended.replace(found.first().place.start(), found.first().place.length(), *found.first().fix);
        QCOMPARE(mended, QStringLiteral("甲乙"));
    }

    /// It can be explained, but not declared right: the box would be printed without a word.
    void itIsNoWordThatIsRightHere()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("本报告😀如下。")},
                SetFact{QLatin1String(fact::kAllowedWords), kEmoji}}}));
        const Findings found = glyphs(report);
        QCOMPARE(found.size(), 1);
        QVERIFY(report.apply(Change::of({},
            SetExplanation{
                found.first().key, Explanation{QStringLiteral("图标"), found.first().operands(), {}, {}}})));
        QVERIFY(glyphs(report).first().explained);
    }

    void aLiveFigureIsNeverCut()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetText{SectionId(QStringLiteral("overview")), 0,
                QStringLiteral(
                    "收到{{requests.received.total}}件😀，其中{{requests.received.individual}}件😀。")}}}));
        const Findings found = glyphs(report);
        QCOMPARE(found.size(), 2);
        QString text = *textAt(report, *Place::parse(QStringLiteral("overview/1")));
        for (auto finding = found.rbegin(); finding != found.rend(); ++finding)
            text.remove(finding->place.start(), finding->place.length());
        QCOMPARE(text,
            QStringLiteral("收到{{requests.received.total}}件，其中{{requests.received.individual}}件。"));
    }

    void aTextFullOfThemIsReadInLinearTimeAndSaysEnough()
    {
        Report report = filledReport();
        const SectionId overview(QStringLiteral("overview"));
        const auto timeFor = [&](int times) {
            const auto done = report.apply(
                Change::of({}, SetText{overview, 0, QStringLiteral("😀\uE000").repeated(times)}));
            if (!done)
                qFatal("%s", qPrintable(done.error().where));
            QElapsedTimer timer;
            timer.start();
            const Findings found = glyphs(report);
            if (found.size() > 60 || found.isEmpty())
                qFatal("%d findings", int(found.size()));
            return double(timer.nsecsElapsed());
        };
        timeFor(1000);
        const double once = timeFor(10'000);
        QVERIFY(timeFor(40'000) < 20 * once + 2e8);
    }

    void whatIsOrdinaryIsCovered_data()
    {
        QTest::addColumn<int>("letter");
        QTest::newRow("title") << int(Letter::Title);
        QTest::newRow("body") << int(Letter::Body);
        QTest::newRow("heading 1") << int(Letter::Heading1);
        QTest::newRow("heading 2") << int(Letter::Heading2);
        QTest::newRow("table") << int(Letter::Table);
    }
    void whatIsOrdinaryIsCovered()
    {
        QFETCH(int, letter);
        const Coverage &coverage = Coverage::of(Letter(letter));
        for (char32_t c = 0x4E00; c <= 0x9FA5; ++c)
            QVERIFY(coverage.has(c));
        for (const char32_t c :
            QStringLiteral("𠮷镕喆堃昇祎璟玥犇垚翀，。、；：？！…—～·“”《》〔〕①②℃％0aZ").toUcs4())
            QVERIFY2(coverage.has(c), qPrintable(QString::number(c, 16)));
        for (const char32_t c : {char32_t(0x1F600), char32_t(0xE123), char32_t(0x50000), char32_t(0x10FFFF)})
            QVERIFY(!coverage.has(c));
    }
};

QTEST_GUILESS_MAIN(GlyphTest)
#include "tst_glyph.moc"
