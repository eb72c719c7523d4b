// SPDX-License-Identifier: MulanPSL-2.0
#include "changespanel.h"
#include "language.h"
#include "reviewsteps.h"
#include "testreports.h"

#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

/// What the panel 改动 says; what changed between two reports: tst_comparison.
class ChangesPanelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ChangesPanel> m_panel;

    void open(const Report &report, const QString &name)
    {
        auto made = Session::create(m_folder.filePath(name), report);
        if (!made)
            qFatal("no report");
        m_panel.reset();
        m_session = std::move(*made);
        m_panel = std::make_unique<ChangesPanel>(*m_session);
        m_panel->show();
    }
    QString counted() const
    {
        const auto *count = m_panel->findChild<QLabel *>(QStringLiteral("changesCount"));
        return count->text();
    }
    QComboBox *choice() const { return m_panel->findChild<QComboBox *>(QStringLiteral("baseline")); }

private Q_SLOTS:
    void initTestCase() { installLanguage(QStringLiteral("zh_CN")); }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
    }

    /// Whoever has sent it once and never before is told nothing that is not so, and has nothing to choose.
    void theFirstRoundHasNothingToCompareWith()
    {
        open(test::filledReport(), QStringLiteral("first.nianbao"));
        const QString nothing = QStringLiteral("还没有可比的：没有前一轮审阅，也没有上年报告。");
        QTRY_COMPARE(counted(), nothing);
        test::Way(*m_session).explain().move(ReviewAction::Send);
        QTRY_VERIFY(choice()->isHidden());
        QCOMPARE(counted(), nothing);
        test::Way(*m_session).move(ReviewAction::Return, QStringLiteral("再核"));
        QTRY_VERIFY(!choice()->isHidden());
        QCOMPARE(choice()->count(), 1);
        QVERIFY2(choice()->currentText().startsWith(QStringLiteral("自上次送审")),
            qPrintable(choice()->currentText()));
    }

    /// By its name, which is of people; its id is of the files.
    void anotherFormIsToldByItsName()
    {
        Report report = test::filledReport(QStringLiteral("2021"), 2021);
        const Report prior = test::filledReport(QStringLiteral("2019"), 2020);
        const QString then = prior.spec().name;
        const QString now = report.spec().name;
        QVERIFY(then != now && !then.isEmpty());
        QVERIFY(report.apply(Change::of({}, SetPrior{std::make_shared<Report>(prior)})));
        open(report, QStringLiteral("form.nianbao"));
        QTRY_VERIFY(m_panel->words().contains(then));
        QVERIFY2(m_panel->words().contains(then + QStringLiteral(" → ") + now),
            qPrintable(m_panel->words().left(400)));
        QVERIFY(!m_panel->words().contains(prior.spec().id + QStringLiteral(" → ")));
    }
};

QTEST_MAIN(ChangesPanelTest)
#include "tst_changespanel.moc"
