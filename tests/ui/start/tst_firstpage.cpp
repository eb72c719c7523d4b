// SPDX-License-Identifier: MulanPSL-2.0
#include "firstpage.h"

#include "appearance.h"
#include "clock.h"
#include "dialoganswers.h"
#include "recentreports.h"
#include "settings.h"
#include "startpage.h"
#include "testreports.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace nianbao;

class FirstPageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_home;

    template <typename T> static T *part(const QWidget &page, const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    static QLineEdit *line(const QWidget &page, const char *name) { return part<QLineEdit>(page, name); }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = qgetenv("HOME");
        qputenv("HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        dialogs::setSilent(true);
        appearance::apply(false);
        setClock([] { return QDateTime(QDate(2026, 1, 12), QTime(9, 30)); });
    }
    void init() { QFile::remove(m_folder.filePath(QStringLiteral("nianbao/nianbao.ini"))); }
    void cleanupTestCase()
    {
        setClock(nullptr);
        qputenv("HOME", m_home);
    }

    void threeAnswersMakeAReport()
    {
        FirstPage page(nullptr);
        QSignalSpy begun(&page, &FirstPage::begun);
        auto *begin = part<QPushButton>(page, "firstBegin");
        QVERIFY(!begin->isEnabled());
        QVERIFY(!part<QLabel>(page, "firstHint")->text().isEmpty()); // it says what is missing
        line(page, "firstUser")->setText(QStringLiteral("王芸"));
        line(page, "firstName")->setText(QStringLiteral("芦渡镇人民政府"));
        line(page, "firstShortName")->setText(QStringLiteral("芦渡镇"));
        QVERIFY(begin->isEnabled());
        begin->click();
        QCOMPARE(begun.count(), 1);
        QCOMPARE(settings::userName(), QStringLiteral("王芸"));
        QCOMPARE(settings::officeName(), QStringLiteral("芦渡镇人民政府")); // of the next one
        const Report report = page.report();
        QCOMPARE(report.year(), 2025);
        QCOMPARE(report.fact(fact::kName), QStringLiteral("芦渡镇人民政府"));
        QCOMPARE(report.fact(fact::kShortName), QStringLiteral("芦渡镇"));
        QCOMPARE(report.kind(), QStringLiteral("town"));
        QVERIFY(!report.prior());
        QCOMPARE(QFileInfo(page.path()).absolutePath(), m_folder.path());
        QVERIFY(page.path().endsWith(QStringLiteral("芦渡镇人民政府2025年政府信息公开工作年度报告.nianbao")));
        QVERIFY(!QFileInfo::exists(page.path())); // whoever asked makes it
    }

    void enterLeadsOnAndThenBegins()
    {
        FirstPage page(nullptr);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy begun(&page, &FirstPage::begun);
        QCOMPARE(page.focusWidget(), line(page, "firstUser"));
        QTest::keyClicks(page.focusWidget(), QStringLiteral("Wang"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Return);
        QCOMPARE(page.focusWidget(), line(page, "firstName"));
        QCOMPARE(begun.count(), 0);
        QTest::keyClicks(page.focusWidget(), QStringLiteral("Ludu"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Return);
        QCOMPARE(begun.count(), 1);
    }

    void theDayFollowsTheKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind"); // chosen; empty: by the name
        QTest::addColumn<QString>("day");
        QTest::newRow("a town") << QStringLiteral("芦渡镇人民政府") << QString()
                                << QStringLiteral("31 January 2026");
        QTest::newRow("a street") << QStringLiteral("鲸园街道办事处") << QString()
                                  << QStringLiteral("31 January 2026");
        QTest::newRow("a county") << QStringLiteral("沭阳县人民政府") << QString()
                                  << QStringLiteral("31 March 2026");
        QTest::newRow("a district that is chosen")
            << QStringLiteral("某单位") << QStringLiteral("district") << QStringLiteral("31 March 2026");
        QTest::newRow("a town that is chosen") << QStringLiteral("沭阳县人民政府") << QStringLiteral("town")
                                               << QStringLiteral("31 January 2026");
    }
    void theDayFollowsTheKind()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        QFETCH(QString, day);
        FirstPage page(nullptr);
        line(page, "firstName")->setText(name);
        auto *kinds = part<QComboBox>(page, "firstKind");
        if (!kind.isEmpty())
            kinds->setCurrentIndex(kinds->findData(kind));
        QVERIFY2(part<QLabel>(page, "firstDue")->text().contains(day),
            qPrintable(part<QLabel>(page, "firstDue")->text()));
        QStringList words;
        for (const QLabel *label : page.findChildren<QLabel *>())
            words.append(label->text());
        QCOMPARE(!words.filter(QStringLiteral("To the district office")).isEmpty(),
            day.contains(QStringLiteral("January"))); // a government hands over to nobody first
    }

    void lastYearsReportAnswersMostOfIt()
    {
        const Report prior = test::sampleReport(QStringLiteral("zhangcun-2021"));
        FirstPage page(nullptr);
        line(page, "firstShortName")->setText(QStringLiteral("mine"));
        page.takePrior(prior);
        QCOMPARE(line(page, "firstName")->text(), prior.fact(fact::kName));
        QCOMPARE(line(page, "firstShortName")->text(), QStringLiteral("mine")); // what was typed stays
        QCOMPARE(part<QSpinBox>(page, "firstYear")->value(), 2022);
        QVERIFY(part<QPushButton>(page, "firstBegin")->isEnabled());
        Report report = page.report();
        QVERIFY(report.prior() && *report.prior() == prior);
        part<QSpinBox>(page, "firstYear")->setValue(2020);
        QVERIFY(!part<QPushButton>(page, "firstBegin")->isEnabled());
        part<QToolButton>(page, "firstLeavePrior")->click();
        QVERIFY(part<QPushButton>(page, "firstBegin")->isEnabled());
        QVERIFY(!page.report().prior());
    }

    void anyDocumentMayBeDropped()
    {
        FirstPage page(nullptr);
        QSignalSpy dropped(&page, &FirstPage::priorDropped);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/去年.docx"))});
        QDragEnterEvent enter(QPoint(1, 1), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(1, 1), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page, &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first().toString(), QStringLiteral("/tmp/去年.docx"));
    }

    void aFileThatIsThereIsNotReplaced()
    {
        FirstPage page(nullptr);
        line(page, "firstName")->setText(QStringLiteral("芦渡镇"));
        const QString first = page.path();
        QFile taken(first);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        line(page, "firstShortName")->setText(QStringLiteral("x"));
        QVERIFY(page.path() != first);
        taken.remove();
    }

    void anotherPlaceStaysChosen()
    {
        FirstPage page(nullptr);
        line(page, "firstName")->setText(QStringLiteral("芦渡镇"));
        dialogs::answerNext(m_folder.filePath(QStringLiteral("elsewhere")));
        part<QToolButton>(page, "firstElsewhere")->click();
        QCOMPARE(page.path(), m_folder.filePath(QStringLiteral("elsewhere.nianbao")));
        line(page, "firstName")->setText(QStringLiteral("李村镇"));
        QCOMPARE(page.path(), m_folder.filePath(QStringLiteral("elsewhere.nianbao")));
    }

    void aVeryLongNameIsNoTrouble()
    {
        FirstPage page(nullptr);
        line(page, "firstName")->setText(QString(100'000, u'长'));
        QVERIFY(page.report().fact(fact::kName).size() <= 200);
        QVERIFY(QFileInfo(page.path()).fileName().toUtf8().size() < 240);
    }

    void itIsThereUntilSomebodyHasBegun()
    {
        StartPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *first = page.findChild<FirstPage *>();
        QVERIFY(first && first->isVisible());
        QVERIFY(page.takePrior(test::sampleReport(QStringLiteral("zhangcun-2021"))));
        QSignalSpy begun(&page, &StartPage::reportBegun);
        line(page, "firstUser")->setText(QStringLiteral("王芸"));
        part<QPushButton>(page, "firstBegin")->click();
        QCOMPARE(begun.count(), 1);
        RecentReport sample{QStringLiteral("/r/sample.nianbao"), QStringLiteral("s"), {}, {}};
        sample.seen = SeenReport();
        sample.seen->year = 2021;
        sample.seen->isSample = true;
        page.refresh();
        QVERIFY(first->isVisible());
        settings::addRecentReport(sample); // whoever tried it finds it again
        page.refresh();
        QTRY_VERIFY(!page.findChild<FirstPage *>());
        QVERIFY(!page.takePrior(test::sampleReport(QStringLiteral("zhangcun-2021"))));
        QVERIFY(!StartPage().findChild<FirstPage *>());
    }
};

QTEST_MAIN(FirstPageTest)
#include "tst_firstpage.moc"
