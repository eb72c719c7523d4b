// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "pagepreview.h"
#include "paperdesk.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "recentreports.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "reviewsteps.h"
#include "settings.h"
#include "testreports.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace nianbao;

/// A workspace without a window around it.
class ReportWorkspaceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ReportWorkspace> m_workspace;
    const QList<Workspace::Menu> m_menus{
        Workspace::Menu::File, Workspace::Menu::Edit, Workspace::Menu::Check, Workspace::Menu::View};

    QString path(const QString &name) const { return m_folder.filePath(name); }
    std::unique_ptr<Session> made(const Report &report, const QString &name = QStringLiteral("r.nianbao"))
    {
        auto session = Session::create(path(name), report, true);
        if (!session)
            qFatal("the report cannot be made");
        return std::move(*session);
    }
    QAction *action(const QString &words) const
    {
        for (QAction *each : m_workspace->findChildren<QAction *>()) {
            if (QString(each->text()).remove(u'&').startsWith(words))
                return each;
        }
        qFatal("no action %s", qPrintable(words));
        return nullptr;
    }
    void type(const QString &section, const QString &words)
    {
        m_workspace->view()->goTo(Place::parse(section)->inParagraph(0));
        QTest::keyClicks(
            m_workspace->view()->page()->findChild<PlainTextEdit *>(QStringLiteral("textEdit")), words);
    }
    /// A date that is none.
    void typeWhatIsRefused()
    {
        m_workspace->view()->goTo(*Place::parse(QStringLiteral("introduction")));
        QTest::keyClicks(m_workspace->view()->findChild<PlainLineEdit *>(QLatin1String(fact::kDate)),
            QStringLiteral("2022-"));
    }
    QString problems() const
    {
        return m_workspace->session()
            ->report()
            .subSections(SectionId(QStringLiteral("problems")))
            .first()
            .text;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }
    void init()
    {
        dialogs::setSilent(true);
        static_cast<void>(dialogs::told());
        static_cast<void>(dialogs::asked());
        m_workspace = std::make_unique<ReportWorkspace>();
        m_workspace->resize(1300, 700);
        m_workspace->show();
    }
    void cleanup() { m_workspace.reset(); }

    void theLinesOfTheMenusStayAndAreGreyWithoutAReport()
    {
        QList<QList<QAction *>> before;
        const auto all = [this] {
            QList<QList<QAction *>> lists;
            for (const auto menu : m_menus)
                lists.append(m_workspace->actions(menu));
            return lists;
        };
        before = all();
        for (const QString &words :
            {QStringLiteral("Save"), QStringLiteral("Export as PDF"), QStringLiteral("Export review draft"),
                QStringLiteral("Next finding"), QStringLiteral("Close the"), QStringLiteral("Draft mark")})
            QVERIFY2(!action(words)->isEnabled(), qPrintable(words));
        m_workspace->take(made(test::filledReport()));
        QCOMPARE(all(), before);
        QVERIFY(action(QStringLiteral("Save"))->isEnabled());
        QVERIFY(action(QStringLiteral("Export review draft"))->isEnabled());
        QVERIFY(!action(QStringLiteral("Next finding"))->isEnabled()); // it has none
        const SectionId section(QStringLiteral("problems"));
        QVERIFY(m_workspace->session()->edit(Change::of({}, SetText{section, 0, {}})));
        QVERIFY(action(QStringLiteral("Next finding"))->isEnabled());
        QVERIFY(action(QStringLiteral("Previous finding"))->isEnabled());
        QVERIFY(m_workspace->leave());
        QVERIFY(!action(QStringLiteral("Next finding"))->isEnabled());
        QVERIFY(!action(QStringLiteral("Save"))->isEnabled());
        QVERIFY(!action(QStringLiteral("Export review draft"))->isEnabled());
    }

    void everyToolIsInAMenuToo()
    {
        QList<QAction *> inMenus;
        for (const auto menu : m_menus)
            inMenus += m_workspace->actions(menu);
        for (QAction *tool : m_workspace->tools())
            QVERIFY2(tool->isSeparator() || inMenus.contains(tool), qPrintable(tool->text()));
    }

    void saysWhenItOpensAndWhenItCloses()
    {
        QSignalSpy opened(m_workspace.get(), &Workspace::opened);
        QSignalSpy closed(m_workspace.get(), &Workspace::closed);
        QVERIFY(m_workspace->leave()); // nothing is open
        QCOMPARE(closed.count(), 0);
        m_workspace->take(made(test::filledReport()));
        QCOMPARE(opened.count(), 1);
        QVERIFY(m_workspace->title().contains(m_workspace->session()->report().title().left(10)));
        QVERIFY(!m_workspace->diagnostics().isEmpty());
        QVERIFY(m_workspace->leave());
        QCOMPARE(closed.count(), 1);
        QVERIFY(!m_workspace->session() && !m_workspace->view());
        QVERIFY(m_workspace->diagnostics().isEmpty());
    }

    void theReportIsRememberedAsItWasLeft()
    {
        m_workspace->take(made(test::filledReport()));
        const QString before = settings::recentReports().first().status;
        QVERIFY(m_workspace->session()->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(9)})));
        QVERIFY(m_workspace->leave());
        QCOMPARE(settings::recentReports().first().path, path(QStringLiteral("r.nianbao")));
        QVERIFY(settings::recentReports().first().status != before);
    }

    void leavingTakesOverWhatIsTyped()
    {
        m_workspace->take(made(test::filledReport()));
        type(QStringLiteral("problems/1"), QStringLiteral("9"));
        QVERIFY(m_workspace->leave());
        const auto look = Session::open(path(QStringLiteral("r.nianbao")), Session::Mode::Look);
        QVERIFY(look);
        QVERIFY(
            (*look)->report().subSections(SectionId(QStringLiteral("problems"))).first().text.contains(u'9'));
        QCOMPARE(dialogs::asked(), QStringList());
    }

    void whatIsRefusedIsAskedAbout_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("called off") << QString() << false;
        QTest::newRow("given up") << QStringLiteral("Close without it") << true;
    }
    void whatIsRefusedIsAskedAbout()
    {
        QFETCH(QString, answer);
        QFETCH(bool, isLeft);
        m_workspace->take(made(test::filledReport()));
        typeWhatIsRefused();
        QSignalSpy notices(m_workspace.get(), &Workspace::notice);
        QVERIFY(!m_workspace->commit());
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().first().toString(),
            QStringLiteral("Date: “2022-” is no date. Write it as 2026-01-20."));
        dialogs::answerNext(answer);
        QCOMPARE(m_workspace->leave(), isLeft);
        const QStringList asked = dialogs::asked();
        QCOMPARE(asked.size(), 1);
        QVERIFY2(asked.first().contains(QStringLiteral("2022-")), qPrintable(asked.first()));
        QCOMPARE(m_workspace->session() == nullptr, isLeft);
    }

    void whoMayOnlyLookIsToldWhy()
    {
        const auto first = made(test::filledReport());
        auto look = Session::open(first->path(), Session::Mode::Look);
        QVERIFY(look);
        m_workspace->take(std::move(*look));
        QVERIFY(m_workspace->title().contains(QStringLiteral("[read only]")));
        const auto *banner = m_workspace->findChild<QLabel *>(QStringLiteral("readOnlyReason"));
        QCOMPARE(banner->isHidden(), !m_workspace->session()->readOnlyReason());
        QVERIFY(m_workspace->leave());
        QVERIFY(banner->isHidden());
    }

    void theDraftMarkIsOneForMenuDialogAndPages()
    {
        m_workspace->take(made(test::sampleReport(QStringLiteral("hongze-2023"))));
        const auto isMarked
            = [this] { return !m_workspace->view()->preview().document().pages.front().ground.empty(); };
        QAction *mark = action(QStringLiteral("Draft mark"));
        QVERIFY(mark->isChecked() && isMarked());
        mark->trigger();
        QVERIFY(!m_workspace->pageSetup().choices().draftMark);
        QVERIFY(!isMarked());
        m_workspace->pageSetup().setDraftMark(true); // as the export dialog does
        QVERIFY(mark->isChecked() && isMarked());
        mark->trigger();
        QVERIFY(m_workspace->leave());
        m_workspace->take(made(test::sampleReport(QStringLiteral("hongze-2023"))));
        QVERIFY(!isMarked()); // as long as the program runs
    }

    void exportTakesOverWhatIsTyped()
    {
        m_workspace->take(made(test::filledReport()));
        type(QStringLiteral("problems/1"), QStringLiteral("9"));
        QSignalSpy notices(m_workspace.get(), &Workspace::notice);
        QVERIFY(m_workspace->exportTo(path(QStringLiteral("out.json"))));
        QVERIFY(problems().contains(u'9'));
        QVERIFY(test::readFile(path(QStringLiteral("out.json"))).contains("9"));
        QCOMPARE(notices.count(), 1);
        QVERIFY(!m_workspace->exportTo(path(QStringLiteral("no/such/folder.pdf"))));
        QCOMPARE(dialogs::told().size(), 1);
    }

    void nothingIsExportedWhileSomethingIsRefused()
    {
        m_workspace->take(made(test::filledReport()));
        typeWhatIsRefused();
        const QString out = path(QStringLiteral("refused.pdf"));
        dialogs::answerNext(out);
        QVERIFY(!m_workspace->exportTo(out));
        action(QStringLiteral("Export as PDF"))->trigger();
        QVERIFY(!QFileInfo::exists(out));
    }

    /// Of a town the district is told of, of a county's own report its website.
    void whoWaitsIsToldWhereTheReportGoes_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("a town") << QStringLiteral("town") << QStringLiteral("sends it to the district");
        QTest::newRow("a county's own") << QStringLiteral("county") << QStringLiteral("publishes it");
    }
    void whoWaitsIsToldWhereTheReportGoes()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kKind), kind})));
        static const PrivateKey key = test::newKey(); // the one that is known of this body
        auto session = made(report);
        test::Way(*session).toLastReader().seal(key);
        const QString before = settings::userName();
        settings::setUserName(test::Way::kApprover);
        m_workspace->take(std::move(session));
        const auto *banner = m_workspace->findChild<QLabel *>(QStringLiteral("readOnlyReason"));
        QVERIFY2(banner->text().contains(words), qPrintable(banner->text()));
        settings::setUserName(before);
    }

    void savingSaysSo()
    {
        m_workspace->take(made(test::filledReport()));
        type(QStringLiteral("problems/1"), QStringLiteral("9"));
        QSignalSpy notices(m_workspace.get(), &Workspace::notice);
        action(QStringLiteral("Save"))->trigger();
        QVERIFY(problems().contains(u'9'));
        QVERIFY(notices.last().first().toString().startsWith(QStringLiteral("Saved ")));
    }

    /// A report that is opened while it is read, and comes back: no width of a view that was not shown yet.
    void whatComesBackToBeEditedHasItsUsualWidths()
    {
        const auto contents
            = [this] { return m_workspace->findChild<QTreeView *>(QStringLiteral("contents"))->width(); };
        const auto leave = [this] {
            QVERIFY(m_workspace->leave());
            settings::setWindowState(QStringLiteral("panels"), {});
        };
        settings::setWindowState(QStringLiteral("panels"), {});
        m_workspace->take(made(test::filledReport()));
        QCoreApplication::processEvents();
        const int usual = contents();
        leave();
        auto sent = made(test::filledReport());
        test::Way(*sent).explain().move(ReviewAction::Send);
        m_workspace->take(std::move(sent));
        QCoreApplication::processEvents();
        test::Way(*m_workspace->session()).move(ReviewAction::Withdraw);
        QCoreApplication::processEvents();
        QCOMPARE(contents(), usual);
        leave();
    }

    /// "Sent" was said to the clerk: it does not stay for the reader who sits down here.
    void whatWasSaidToOnePersonDoesNotStayForAnother()
    {
        settings::setUserName(QStringLiteral("王芳"));
        m_workspace->take(made(test::filledReport()));
        QSignalSpy notices(m_workspace.get(), &Workspace::notice);
        action(QStringLiteral("Save"))->trigger();
        QCOMPARE(notices.size(), 1);
        m_workspace->view()->goTo(Place::organisation());
        auto *name = m_workspace->view()->findChild<QLineEdit *>(QStringLiteral("userName"));
        const auto type = [name](const QString &words) {
            name->setText(words);
            QTest::keyClick(name, Qt::Key_Return);
        };
        type(QStringLiteral("王芳"));
        QCOMPARE(notices.size(), 1); // the same one
        type(QStringLiteral("李主任"));
        QCOMPARE(notices.size(), 2);
        QVERIFY(notices.last().first().toString().isEmpty());
        QVERIFY(!name->text().isEmpty());
        type(QStringLiteral("陈立"));
        QCOMPARE(notices.size(), 2); // nothing is left to go
        settings::setUserName(QString());
    }

    void theConversionIsAskedAboutAndThenShown()
    {
        m_workspace->take(made(test::sampleReport(QStringLiteral("hongze-2023"))));
        const QString old = m_workspace->session()->report().spec().id;
        QVERIFY(action(QStringLiteral("Convert"))->isEnabled());
        dialogs::handleNext([](QDialog &) { return false; });
        m_workspace->convertForm();
        QCOMPARE(m_workspace->session()->report().spec().id, old);
        const QPointer<ReportView> before = m_workspace->view();
        m_workspace->view()->goTo(*Place::parse(QStringLiteral("requests")));
        m_workspace->convertForm();
        QCOMPARE(m_workspace->session()->report().spec().id, QStringLiteral("2021"));
        QTRY_VERIFY(!before); // shown in a view of the new form
        QCOMPARE(m_workspace->view()->entry().toString(), QStringLiteral("requests"));
        QVERIFY(!action(QStringLiteral("Convert"))->isEnabled()); // there is none newer
    }

    void aWorkspaceThatJustGoesEditsNothing()
    {
        m_workspace->take(made(test::filledReport()));
        const QByteArray before = test::readFile(m_workspace->session()->path());
        type(QStringLiteral("problems/1"), QStringLiteral("9"));
        const QString file = m_workspace->session()->path();
        m_workspace.reset();
        QCOMPARE(test::readFile(file), before);
    }
};

QTEST_MAIN(ReportWorkspaceTest)
#include "tst_reportworkspace.moc"
