// SPDX-License-Identifier: MulanPSL-2.0
#include "entryline.h"
#include "findingsmodel.h"
#include "pagepreview.h"
#include "pagesetup.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "session.h"
#include "testreports.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace nianbao;

class ReportViewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    PageSetup m_setup;
    std::unique_ptr<ReportView> m_view;

    const SectionId m_problems{QStringLiteral("problems")};
    const CellId m_received{QStringLiteral("requests.received.individual")};

    void open(const Report &report)
    {
        m_view.reset();
        m_session.reset();
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_view = std::make_unique<ReportView>(*m_session, m_setup);
        m_view->resize(1300, 700);
        m_view->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    template <typename Widget> Widget *onPage(const QString &name)
    {
        return m_view->page()->findChild<Widget *>(name);
    }
    QString contentsEntry() const
    {
        const auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        return tree->currentIndex().data(ContentsModel::SectionRole).toString();
    }
    int tab() const { return m_view->findChild<QTabWidget *>()->currentIndex(); }

    /// A finding that can be explained, with its line.
    EntryLine *explanation()
    {
        m_view->stepFinding(1);
        auto *list = m_view->findChild<QListView *>(QStringLiteral("findings"));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(FindingsModel::RuleRole).toString() == u"TXT-RECEIVED")
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        return m_view->findChild<EntryLine *>(QStringLiteral("explanation"));
    }
    static Report withSomethingToExplain()
    {
        Report made = test::filledReport();
        const auto done = made.apply(Change::of({},
            SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("收到政府信息公开申请3件。")}));
        if (!done)
            qFatal("the report cannot be made");
        return made;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }
    void init() { open(test::filledReport()); }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
    }

    void beginsWhereThereIsSomethingToDo_data()
    {
        QTest::addColumn<bool>("isBlank");
        QTest::addColumn<QString>("entry");
        QTest::newRow("whose report it is, as long as that is not known")
            << true << QStringLiteral("organisation");
        QTest::newRow("else the first section") << false << QStringLiteral("overview");
    }
    void beginsWhereThereIsSomethingToDo()
    {
        QFETCH(bool, isBlank);
        QFETCH(QString, entry);
        if (isBlank)
            open(Report(findForm(QStringLiteral("2021")), 2025));
        else
            open(test::sampleReport(QStringLiteral("zhangcun-2021")));
        QCOMPARE(m_view->currentSection(), entry);
        QCOMPARE(contentsEntry(), entry);
    }

    void aPlaceLeadsToItsEditor_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("entry");
        const QString none;
        QTest::newRow("a section") << QStringLiteral("problems") << none << QStringLiteral("problems");
        QTest::newRow("a sub-section")
            << QStringLiteral("problems/1") << none << QStringLiteral("problems/1");
        QTest::newRow("a cell") << none << QStringLiteral("requests.received.individual")
                                << QStringLiteral("requests");
        QTest::newRow("the channels") << QStringLiteral("channels") << none << QStringLiteral("channels");
        QTest::newRow("both years") << QStringLiteral("years") << none << QStringLiteral("years");
        QTest::newRow("nowhere") << QStringLiteral("no such place") << none << QString();
    }
    void aPlaceLeadsToItsEditor()
    {
        QFETCH(QString, section);
        QFETCH(QString, cell);
        QFETCH(QString, entry);
        const QString before = m_view->currentSection();
        m_view->goTo({cell.isEmpty() ? CellId() : CellId(cell), section, -1});
        QCOMPARE(m_view->currentSection(), entry.isEmpty() ? before : entry);
        QCOMPARE(contentsEntry(), m_view->currentSection());
    }

    void aPageThatRefusesIsNotLeft()
    {
        m_view->goTo({{}, QStringLiteral("introduction"), -1});
        auto *date = m_view->findChild<PlainLineEdit *>(QLatin1String(fact::kDate));
        QTest::keyClicks(date, QStringLiteral("2022-"));
        QSignalSpy notices(m_view.get(), &ReportView::notice);
        m_view->goTo({{}, QStringLiteral("problems/1"), -1});
        QCOMPARE(m_view->currentSection(), QStringLiteral("introduction"));
        QCOMPARE(contentsEntry(), QStringLiteral("introduction"));
        QVERIFY(!notices.isEmpty());
        QCOMPARE(date->text(), QStringLiteral("2022-"));
    }

    void leavingAPageTakesOverWhatIsTyped()
    {
        m_view->goTo({{}, QStringLiteral("problems/1"), 0});
        QTest::keyClicks(onPage<PlainTextEdit>(QStringLiteral("textEdit")), QStringLiteral("9"));
        m_view->goTo({{}, QStringLiteral("channels"), -1});
        QVERIFY(m_session->report().subSections(m_problems).first().text.contains(u'9'));
    }

    void whatIsTypedInPageAndPanelIsTakenOver()
    {
        open(withSomethingToExplain());
        m_view->goTo({{}, QStringLiteral("problems/1"), 0});
        QTest::keyClicks(onPage<PlainTextEdit>(QStringLiteral("textEdit")), QStringLiteral("9"));
        EntryLine *line = explanation();
        QVERIFY(line);
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("8"));
        QVERIFY(m_view->commitOpenEditor());
        QVERIFY(m_session->report().subSections(m_problems).first().text.contains(u'9'));
        QCOMPARE(m_session->report().explanations().size(), 1);
    }

    /// A destructor never edits: whoever closes the view asks before.
    void aViewThatGoesEditsNothing_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"a text", "a heading", "a cell", "a fact", "an explanation"})
            QTest::newRow(place) << QString(QLatin1String(place));
    }
    void aViewThatGoesEditsNothing()
    {
        QFETCH(QString, place);
        open(withSomethingToExplain());
        QWidget *into = nullptr;
        if (place == u"a text" || place == u"a heading") {
            m_view->goTo({{}, QStringLiteral("problems/1"), 0});
            into = onPage<QWidget>(
                place == u"a text" ? QStringLiteral("textEdit") : QStringLiteral("heading"));
        } else if (place == u"a cell") {
            m_view->goTo({m_received, {}, -1});
            into = onPage<QWidget>(QStringLiteral("grid"));
        } else if (place == u"a fact") {
            m_view->goTo({{}, QStringLiteral("introduction"), -1});
            into = onPage<QWidget>(QLatin1String(fact::kSignature));
        } else {
            into = explanation();
        }
        QVERIFY(into);
        into->setFocus();
        QTest::sendKeyEvent(QTest::Click, into, Qt::Key_unknown, QStringLiteral("7"), Qt::NoModifier);
        QSignalSpy changed(m_session.get(), &Session::changed);
        m_view.reset();
        QCOMPARE(changed.count(), 0);
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void steppingShowsTheFindingAndItsPlace()
    {
        open(test::sampleReport(QStringLiteral("hongze-2023")));
        QCOMPARE(tab(), 0);
        QSignalSpy notices(m_view.get(), &ReportView::notice);
        m_view->stepFinding(1);
        QCOMPARE(tab(), 1);
        QCOMPARE(notices.count(), 0); // it is in sight
        m_view->setSideShown(ReportView::Side::Panel, false);
        m_view->stepFinding(1);
        QCOMPARE(notices.count(), 1); // it is said where it can be seen
    }

    void aSubSectionThatGoesLeadsToItsSection()
    {
        m_view->goTo({{}, QStringLiteral("problems/1"), 0});
        QVERIFY(m_session->edit(Change::of({}, RemoveSubSection{m_problems, 0})));
        QVERIFY(m_view->currentSection() != u"problems/1");
        QVERIFY(m_view->currentSection().startsWith(QStringLiteral("problems")));
        QCOMPARE(contentsEntry(), m_view->currentSection());
    }

    void undoIsLedToItsPlace()
    {
        m_view->goTo({{}, QStringLiteral("channels"), -1});
        const ChangedPlace place
            = m_view->showBefore(Change::of({}, SetCell{m_received, Amount::fromInteger(4)}));
        QCOMPARE(m_view->currentSection(), QStringLiteral("requests"));
        m_view->goTo({{}, QStringLiteral("channels"), -1});
        m_view->showAfter(place);
        QCOMPARE(m_view->currentSection(), QStringLiteral("requests"));
    }

    void sidesAreHiddenAndTheFocusStaysInTheEditor()
    {
        for (const auto side : {ReportView::Side::Contents, ReportView::Side::Panel}) {
            m_view->setSideShown(side, false);
            QVERIFY(!m_view->isSideShown(side));
            m_view->setSideShown(side, true);
            QVERIFY(m_view->isSideShown(side));
        }
        auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        tree->setFocus();
        QVERIFY(tree->hasFocus());
        m_view->setSideShown(ReportView::Side::Contents, false);
        QVERIFY(!tree->isVisible());
        QVERIFY(m_view->page()->isAncestorOf(QApplication::focusWidget())
            || m_view->page() == QApplication::focusWidget());
    }

    void theWidthsAreThoseOfLastTime()
    {
        auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        auto *splitter = m_view->findChild<QSplitter *>();
        QList<int> widths = splitter->sizes();
        widths[0] += 40;
        widths[1] -= 40;
        splitter->setSizes(widths);
        const int chosen = tree->width();
        const QByteArray state = m_view->layoutState();
        ReportView other(*m_session, m_setup);
        other.resize(m_view->size());
        other.setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        QVERIFY(other.findChild<QTreeView *>(QStringLiteral("contents"))->width() != chosen);
        other.restoreLayout(state);
        QCOMPARE(other.findChild<QTreeView *>(QStringLiteral("contents"))->width(), chosen);
    }

    void thePreviewFollowsEditAndSetup()
    {
        QVERIFY(m_session->edit(Change::of({}, SetCell{m_received, Amount::fromInteger(8642)})));
        QVERIFY(dumpPages(m_view->preview().document()).contains(QStringLiteral("8642")));
        const size_t pages = m_view->preview().document().pages.size();
        PageChoices choices;
        choices.cover = true;
        m_setup.choose(choices);
        QCOMPARE(m_view->preview().document().pages.size(), pages + 1);
        m_setup.choose({});
    }
};

QTEST_MAIN(ReportViewTest)
#include "tst_reportview.moc"
