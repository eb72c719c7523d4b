// SPDX-License-Identifier: MulanPSL-2.0
#include "excerpt.h"
#include "session.h"
#include "testreports.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class ExcerptTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    Excerpt of(const char *place)
    {
        const auto excerpt = excerptOf(*m_session, *Place::parse(QLatin1String(place)));
        if (!excerpt)
            qFatal("no excerpt can be made");
        return *excerpt;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        Change change;
        for (auto i = report.subSections(overview).size(); i > 0; --i)
            change.steps.append(RemoveSubSection{overview, int(i) - 1});
        change.steps.append(InsertSubSection{
            overview, 0, {QStringLiteral("主动公开"), QStringLiteral("共{{requests.received.total}}件。")}});
        change.steps.append(
            InsertSubSection{overview, 1, {QStringLiteral("依申请公开"), QStringLiteral("第二部分。")}});
        QVERIFY(report.apply(change));
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
    }

    void aSectionIsThereWithItsHeadings()
    {
        const QString text = of("overview").text;
        QCOMPARE(text.section(u'\n', 0, 2),
            QStringLiteral("一、总体情况\n（一）主动公开\n共0件。")); // a live figure as its value
        QVERIFY(text.contains(QStringLiteral("（二）依申请公开\n第二部分。")));
        QVERIFY(!text.contains(QStringLiteral("二、")));
    }

    void aSubSectionIsThereAlone()
    {
        const QString text = of("overview/2").text;
        QCOMPARE(text.trimmed(), QStringLiteral("（二）依申请公开\n第二部分。"));
    }

    void aTableIsATable()
    {
        const Excerpt excerpt = of("requests");
        QVERIFY(excerpt.text.startsWith(QStringLiteral("三、")));
        QVERIFY(excerpt.html.contains(QStringLiteral("<table")));
        QVERIFY(excerpt.html.contains(QStringLiteral("colspan")));
        QCOMPARE(excerpt.html.count(QStringLiteral("<table")), 1);
    }

    void whatIsNotPrintedGivesNothing() { QVERIFY(of("channels").text.isEmpty()); }
};

QTEST_MAIN(ExcerptTest)
#include "tst_excerpt.moc"
