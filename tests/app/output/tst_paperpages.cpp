// SPDX-License-Identifier: MulanPSL-2.0
#include "digest.h"
#include "digits.h"
#include "pagesetup.h"
#include "paperpages.h"
#include "readreport.h"
#include "reviewmoves.h"
#include "session.h"
#include "testreports.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class PaperPagesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<Session> opened(const Report &report)
    {
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        if (!made)
            qFatal("the report cannot be made");
        return std::move(*made);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }

    void everyChoiceIsOnThePages_data()
    {
        QTest::addColumn<PageChoices>("choices");
        const auto row = [](const char *name, auto choose) {
            PageChoices choices;
            choose(choices);
            QTest::newRow(name) << choices;
        };
        row("filled pages", [](PageChoices &c) { c.fillsArea = true; });
        row("no signature", [](PageChoices &c) { c.signature = false; });
        row("room for the seal", [](PageChoices &c) { c.seal = true; });
        row("a cover", [](PageChoices &c) { c.cover = true; });
    }
    void everyChoiceIsOnThePages()
    {
        QFETCH(PageChoices, choices);
        Report signedReport = test::filledReport();
        QVERIFY(signedReport.apply({{},
            {SetFact{QLatin1String(fact::kSignature), QStringLiteral("柳林镇人民政府")},
                SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-20")}},
            {}}));
        const auto session = opened(signedReport);
        const auto usual = paperPages(Paper::Report, *session, {});
        const auto chosen = paperPages(Paper::Report, *session, choices);
        QVERIFY(usual && chosen);
        QVERIFY(dumpPages(*usual) != dumpPages(*chosen));
    }

    /// Whoever finds its paper on a desk sees at once that it is nobody's report.
    void theSampleIsMarkedOnEveryPage()
    {
        const auto shipped = readReport(QStringLiteral(":/samples/zhangcun-2021.json"));
        QVERIFY(shipped);
        const auto session = opened(shipped->report);
        PageChoices choices;
        choices.draftMark = false;
        const auto pages = paperPages(Paper::Report, *session, choices);
        QVERIFY(pages);
        for (const Page &page : pages->pages)
            QVERIFY(!page.ground.empty());
    }

    void theDraftMark_data()
    {
        QTest::addColumn<bool>("hasErrors");
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<bool>("marked");
        QTest::newRow("errors are open") << true << true << true;
        QTest::newRow("errors are open, and it was switched off") << true << false << false;
        QTest::newRow("no errors are open") << false << true << false;
    }
    void theDraftMark()
    {
        QFETCH(bool, hasErrors);
        QFETCH(bool, wanted);
        QFETCH(bool, marked);
        const auto session
            = opened(hasErrors ? test::sampleReport(QStringLiteral("hongze-2023")) : test::filledReport());
        PageChoices choices;
        choices.draftMark = wanted;
        const auto pages = paperPages(Paper::Report, *session, choices);
        QVERIFY(pages);
        QCOMPARE(!pages->pages.front().ground.empty(), marked);
    }

    void onlyWhatIsAsApprovedHasItsDigestAtTheFoot_data()
    {
        QTest::addColumn<ReviewState>("state");
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<bool>("isChanged");
        QTest::addColumn<bool>("shown");
        using enum ReviewState;
        QTest::newRow("drafted") << Drafting << Paper::Report << false << false;
        QTest::newRow("in review") << InReview << Paper::Report << false << false;
        QTest::newRow("returned") << Returned << Paper::Report << false << false;
        QTest::newRow("approved") << Approved << Paper::Report << false << true;
        QTest::newRow("submitted") << Submitted << Paper::Report << false << true;
        QTest::newRow("published") << Published << Paper::Report << false << true;
        QTest::newRow("changed since") << Approved << Paper::Report << true << false;
        QTest::newRow("another paper") << Approved << Paper::Review << false << false;
    }
    void onlyWhatIsAsApprovedHasItsDigestAtTheFoot()
    {
        using enum ReviewState;
        QFETCH(ReviewState, state);
        QFETCH(Paper, paper);
        QFETCH(bool, isChanged);
        QFETCH(bool, shown);
        Report report = test::filledReport();
        Review review;
        review.state = state;
        const bool isApproved = state != Drafting && state != InReview && state != Returned;
        if (isApproved)
            review.paper
                = PaperApproval{QStringLiteral("赵四"), QStringLiteral("2022-01-20"), contentDigest(report)};
        if (isChanged)
            review.paper->digest[0] = review.paper->digest[0] == u'0' ? u'1' : u'0';
        QVERIFY(report.apply(Change::of({}, SetReview{review})));
        const auto session = opened(report);
        const auto pages = paperPages(paper, *session, {});
        QVERIFY(pages);
        const QString digest = QStringLiteral("digest SM3 ") + digits::grouped(session->contentDigest());
        QCOMPARE(dumpPages(*pages).count(digest), shown ? int(pages->pages.size()) : 0);
    }

    void commentsAreInTheMarginWhereTheyAreAskedFor()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({},
            SetComment{1,
                Comment{Place::section(SectionId(QStringLiteral("requests"))), QStringLiteral("查一下"), {},
                    {}}})));
        const auto session = opened(report);
        const auto balloons = [&](Paper paper, Margin margin) {
            size_t count = 0;
            const auto document = paperPages(paper, *session, {}, margin);
            for (const Page &page : document->pages)
                count += page.balloons.size();
            return count;
        };
        QCOMPARE(balloons(Paper::Report, Margin::Clean), size_t(0));
        QCOMPARE(balloons(Paper::Report, Margin::Comments), size_t(1));
        QCOMPARE(balloons(Paper::Review, Margin::Clean), size_t(1));
        QCOMPARE(balloons(Paper::Checks, Margin::Comments), size_t(0));
    }

    void theReviewDraftShowsWhatChangedSinceTheLastRound()
    {
        const SectionId other(QStringLiteral("other"));
        const auto session = opened(test::filledReport());
        const auto move = [&](ReviewAction action) {
            ReviewMove made{action, QStringLiteral("李二"), QStringLiteral("2022-01-05T02:30:00Z")};
            made.words = QStringLiteral("请改");
            const auto done = session->move(made);
            if (!done)
                qFatal("no move: %s", qPrintable(done.error().detail));
        };
        const auto words = [&] {
            QString all;
            const Manuscript manuscript = paperManuscript(Paper::Review, *session);
            for (const Block &block : manuscript.parts.back().blocks) {
                if (const auto *heading = std::get_if<HeadingBlock>(&block))
                    all += heading->text + u'|';
                if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
                    all += paragraph->text + u'|';
            }
            return all;
        };
        move(ReviewAction::Send);
        QVERIFY2(words().contains(QStringLiteral("与上年比较")), qPrintable(words())); // nobody saw it before
        move(ReviewAction::Return);
        QVERIFY(words().contains(QStringLiteral("没有改动")));
        QVERIFY(session->edit(Change::of({}, SetText{other, 0, QStringLiteral("本年度收取信息处理费。")})));
        QVERIFY(words().contains(QStringLiteral("送审的稿子相比")));
        QVERIFY2(words().contains(QStringLiteral("〔删：")), qPrintable(words()));
        QVERIFY(
            session->edit(Change::of({}, SetText{other, 0, QStringLiteral("本年度没有收取信息处理费。")})));
        move(ReviewAction::Send);
        QVERIFY(words().contains(QStringLiteral("没有改动")));
    }
};

QTEST_GUILESS_MAIN(PaperPagesTest)
#include "tst_paperpages.moc"
