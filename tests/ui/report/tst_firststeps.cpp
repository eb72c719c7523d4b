// SPDX-License-Identifier: MulanPSL-2.0
#include "firststeps.h"

#include "appearance.h"
#include "session.h"
#include "testreports.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace nianbao;

class FirstStepsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    void take(const Report &report)
    {
        m_session.reset();
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        m_session = made ? std::move(*made) : nullptr;
        QVERIFY(m_session);
    }
    static QToolButton *link(const FirstSteps &steps, const char *name)
    {
        return steps.findChild<QToolButton *>(QLatin1String(name));
    }
    static bool isDone(const FirstSteps &steps, const char *name)
    {
        return link(steps, name)->text().startsWith(QStringLiteral("✓"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        appearance::apply(false);
    }
    void init() { QFile::remove(m_folder.filePath(QStringLiteral("nianbao/nianbao.ini"))); }
    void cleanup() { m_session.reset(); }

    void aBlankReportIsLedThrough()
    {
        take(Report(findForm(QStringLiteral("2021")), 2025));
        FirstSteps steps(nullptr);
        steps.showState(m_session.get());
        QVERIFY(steps.isHidden()); // not of everybody's every report
        steps.begin(*m_session);
        QVERIFY(!steps.isHidden());
        for (const char *step : {"step1", "step2", "step3", "step4"})
            QVERIFY(!isDone(steps, step));
        QStringList places;
        connect(&steps, &FirstSteps::placeRequested, this,
            [&places](const Place &place) { places.append(place.toString()); });
        link(steps, "step1")->click();
        link(steps, "step2")->click();
        link(steps, "step3")->click();
        QCOMPARE(places,
            QStringList(
                {QStringLiteral("organisation"), QStringLiteral("disclosure"), QStringLiteral("overview")}));
    }

    /// The title and the introduction, too, which nobody was led to.
    void theIntroductionComesAfterTheOffice()
    {
        Report report(findForm(QStringLiteral("2021")), 2025);
        for (const char *key : {fact::kName, fact::kOffice, fact::kAddress, fact::kPhone, fact::kWebsite})
            QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(key), QStringLiteral("x")})));
        take(report);
        FirstSteps steps(nullptr);
        steps.begin(*m_session);
        QVERIFY(!isDone(steps, "step1"));
        Place place;
        connect(&steps, &FirstSteps::placeRequested, this, [&place](const Place &to) { place = to; });
        link(steps, "step1")->click();
        QCOMPARE(place, Place::fact(QLatin1String(fact::kIntroduction)));
        const auto write = [&](const char *key, const QString &value) {
            QVERIFY(m_session->edit(Change::of({}, SetFact{QLatin1String(key), value})));
            steps.showState(m_session.get());
        };
        write(fact::kIntroduction, QStringLiteral("x"));
        QVERIFY(!isDone(steps, "step1")); // nobody has signed it
        link(steps, "step1")->click();
        QCOMPARE(place, Place::fact(QLatin1String(fact::kSignature)));
        write(fact::kSignature, QStringLiteral("x"));
        link(steps, "step1")->click();
        QCOMPARE(place, Place::fact(QLatin1String(fact::kDate)));
        write(fact::kDate, QStringLiteral("2026-01-20"));
        QVERIFY(isDone(steps, "step1"));
    }

    void whatIsFilledHasAMark()
    {
        take(test::filledReport());
        FirstSteps steps(nullptr);
        steps.begin(*m_session);
        QVERIFY(isDone(steps, "step2"));
        QVERIFY(isDone(steps, "step3"));
        QVERIFY(!isDone(steps, "step4")); // it is not sent
        QSignalSpy asked(&steps, &FirstSteps::findingRequested);
        link(steps, "step4")->click();
        QCOMPARE(asked.count(), 1);
    }

    void itLeadsThroughThatReportOnly()
    {
        take(Report(findForm(QStringLiteral("2021")), 2025));
        FirstSteps steps(nullptr);
        steps.begin(*m_session);
        const Report led = m_session->report();
        take(Report(findForm(QStringLiteral("2021")), 2026));
        steps.showState(m_session.get());
        QVERIFY(steps.isHidden());
        steps.showState(nullptr);
        QVERIFY(steps.isHidden());
        take(led); // opened again
        steps.showState(m_session.get());
        QVERIFY(!steps.isHidden());
        link(steps, "stepsAway")->click();
        QVERIFY(steps.isHidden());
        steps.showState(m_session.get());
        QVERIFY(steps.isHidden());
    }
};

QTEST_MAIN(FirstStepsTest)
#include "tst_firststeps.moc"
