// SPDX-License-Identifier: MulanPSL-2.0
#include "elidedlabel.h"
#include "pagesetup.h"
#include "reportstatus.h"
#include "reviewdesk.h"
#include "savedlabel.h"
#include "session.h"
#include "testreports.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class ReportStatusTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QString words(const QWidget *label)
    {
        const auto *elided = qobject_cast<const ElidedLabel *>(label);
        return elided ? elided->words() : qobject_cast<const QLabel *>(label)->text();
    }

private Q_SLOTS:
    void saysWhatComesNext_data()
    {
        QTest::addColumn<QString>("report"); // empty: one with nothing to find
        QTest::addColumn<bool>("isLook");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("next");
        QTest::newRow("nothing to find") << QString() << false << "Drafting"
                                         << "Next: send it for review";
        QTest::newRow("errors") << QStringLiteral("hongze-2023") << false << "Drafting"
                                << "Next: mend ";
        QTest::newRow("only to look at") << QString() << true << "Drafting, read only"
                                         << "Opened to be looked at; to work on it, save a copy";
    }
    void saysWhatComesNext()
    {
        QFETCH(QString, report);
        QFETCH(bool, isLook);
        QFETCH(QString, state);
        QFETCH(QString, next);
        const QString path = m_folder.filePath(QStringLiteral("r.nianbao"));
        QVERIFY(Session::create(
            path, report.isEmpty() ? test::filledReport() : test::sampleReport(report), true));
        const auto session = Session::open(path, isLook ? Session::Mode::Look : Session::Mode::Edit);
        QVERIFY(session);
        QWidget window;
        ReportStatus status(&window);
        PageSetup setup;
        ReviewDesk desk(
            setup, [] { return true; }, &window);
        desk.setReport(session->get());
        status.show(**session, desk);
        QCOMPARE(words(status.state().first()), state);
        QVERIFY(words(status.state().at(1)).startsWith(next));
        const Findings &findings = (*session)->findings();
        QCOMPARE(words(status.words().last()),
            QStringLiteral("Errors %1 · To explain %2 · Hints %3")
                .arg(count(findings, Level::Error))
                .arg(count(findings, Level::Explain))
                .arg(count(findings, Level::Hint)));
    }

    /// The dialog that sends it lists as many.
    void tellsAllThatKeepsItFromBeingSent()
    {
        const auto session
            = Session::create(m_folder.filePath(QStringLiteral("n.nianbao")), test::filledReport());
        QVERIFY(session);
        QWidget window;
        ReportStatus status(&window);
        PageSetup setup;
        ReviewDesk desk(
            setup, [] { return true; }, &window);
        desk.setReport(session->get());
        const auto next = [&] {
            status.show(**session, desk);
            return words(status.state().at(1));
        };
        const auto set
            = [&session](const Step &step) { return (*session)->edit(Change::of({}, step)).has_value(); };
        const auto open = [&session](Level level) { return count((*session)->findings(), level); };
        QVERIFY(set(
            SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("收到政府信息公开申请3件。")}));
        QVERIFY(open(Level::Error) == 0 && open(Level::Explain) > 0);
        QCOMPARE(next(), QStringLiteral("Next: look at %1 points to explain").arg(open(Level::Explain)));
        QVERIFY(set(SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)}));
        QVERIFY(open(Level::Error) > 0 && open(Level::Explain) > 0);
        QCOMPARE(next(),
            QStringLiteral("Next: mend %1 errors, explain %2")
                .arg(open(Level::Error))
                .arg(open(Level::Explain)));
        QCOMPARE((*session)->unready().size(), open(Level::Error) + open(Level::Explain));
    }

    void isEmptyWhileNoReportIsOpen()
    {
        const auto session
            = Session::create(m_folder.filePath(QStringLiteral("e.nianbao")), test::filledReport());
        QVERIFY(session);
        QWidget window;
        ReportStatus status(&window);
        QLabel *page = qobject_cast<QLabel *>(status.marks().first());
        QVERIFY(page->isHidden());
        PageSetup setup;
        ReviewDesk desk(
            setup, [] { return true; }, &window);
        desk.setReport(session->get());
        status.show(**session, desk);
        status.showPage(1, 8);
        QVERIFY(!page->isHidden());
        QCOMPARE(page->text(), QStringLiteral("Page 2 of 8"));
        QCOMPARE(words(status.words().first()), QStringLiteral("● Saved"));
        status.clear();
        QVERIFY(page->isHidden());
        for (const QWidget *label : status.words())
            QCOMPARE(words(label), QString());
    }
};

QTEST_MAIN(ReportStatusTest)
#include "tst_reportstatus.moc"
