// SPDX-License-Identifier: MulanPSL-2.0
#include "pagesetup.h"
#include "paperpages.h"
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
};

QTEST_MAIN(PaperPagesTest)
#include "tst_paperpages.moc"
