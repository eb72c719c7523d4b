// SPDX-License-Identifier: MulanPSL-2.0
#include "reportview.h"

#include "plaintextedit.h"
#include "testreports.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace nianbao;

/// What is edited stays before the eyes while the sub-sections around it come, go and move.
class ReportViewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ReportView> m_view;
    const SectionId m_overview{QStringLiteral("overview")};

    static QString textOf(int number) { return QStringLiteral("第%1部分\n第二段。\n第三段。").arg(number); }
    PlainTextEdit *text() { return m_view->page()->findChild<PlainTextEdit *>(); }
    QString shownInTree()
    {
        return m_view->findChild<QTreeView *>()->currentIndex().data(ContentsModel::PlaceRole).toString();
    }
    void edit(const Step &step) { QVERIFY(m_session->edit(Change::of({}, step))); }

private Q_SLOTS:
    void init()
    {
        Report report = test::filledReport();
        Change change;
        for (auto i = report.subSections(m_overview).size(); i > 0; --i)
            change.steps.append(RemoveSubSection{m_overview, int(i) - 1});
        for (int i = 0; i < 3; ++i)
            change.steps.append(InsertSubSection{m_overview, i, {QStringLiteral("标题"), textOf(i + 1)}});
        QVERIFY(report.apply(change));
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_view = std::make_unique<ReportView>(*m_session);
        m_view->setVisible(true); // show() is its own
    }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
    }

    void theEditorFollowsItsSubSection_data()
    {
        QTest::addColumn<int>("number"); // of the sub-section that is edited
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("then");
        const auto row = [](const char *name, int number, const QList<Step> &steps, const char *then) {
            QTest::newRow(name) << number << steps << QString::fromLatin1(then);
        };
        row("one comes before it", 2, {InsertSubSection{m_overview, 0, {}}}, "overview/3");
        row("one comes behind it", 2, {InsertSubSection{m_overview, 2, {}}}, "overview/2");
        row("the one before it goes", 2, {RemoveSubSection{m_overview, 0}}, "overview/1");
        row("the one before the last goes", 3, {RemoveSubSection{m_overview, 0}}, "overview/2");
        row("all before the last go", 3, {RemoveSubSection{m_overview, 0}, RemoveSubSection{m_overview, 0}},
            "overview/1");
        row("it moves up", 3, {MoveSubSection{m_overview, 2, 0}}, "overview/1");
        row("another moves past it", 1, {MoveSubSection{m_overview, 2, 0}}, "overview/2");
        row("one of another section goes", 1, {RemoveSubSection{SectionId(QStringLiteral("problems")), 0}},
            "overview/1");
    }
    void theEditorFollowsItsSubSection()
    {
        QFETCH(int, number);
        QFETCH(QList<Step>, steps);
        QFETCH(QString, then);
        m_view->goTo(Place::subSection(m_overview, number - 1).inParagraph(1));
        const EditorPage *page = m_view->page();
        QTextCursor cursor = text()->textCursor();
        cursor.movePosition(QTextCursor::Left);
        text()->setTextCursor(cursor);
        const int position = cursor.position();
        QVERIFY(m_session->edit({{}, steps}));
        QCOMPARE(m_view->entry().toString(), then);
        QVERIFY(m_view->page() == page); // the very same, with the cursor in its words
        QVERIFY(page->entry() == m_view->entry());
        QVERIFY(page->currentPlace() == m_view->entry().inParagraph(1));
        QCOMPARE(text()->textCursor().position(), position);
        QCOMPARE(text()->text(), textOf(number));
        QCOMPARE(shownInTree(), then);
        const Place there = m_view->entry();
        text()->setFocus();
        QTest::keyClicks(text(), QStringLiteral("7"));
        QVERIFY(text()->commitOpenEditor());
        QVERIFY(m_session->report().subSections(m_overview)[there.index()].text.contains(u'7'));
    }

    void oneThatIsGoneGivesWay()
    {
        m_view->goTo(Place::subSection(m_overview, 1));
        edit(RemoveSubSection{m_overview, 1}); // the next stands there now
        QCOMPARE(m_view->entry().toString(), QStringLiteral("overview/2"));
        QCOMPARE(text()->text(), textOf(3));
        edit(RemoveSubSection{m_overview, 1}); // none does: the last
        QCOMPARE(m_view->entry().toString(), QStringLiteral("overview/1"));
        QCOMPARE(text()->text(), textOf(1));
        QCOMPARE(shownInTree(), QStringLiteral("overview/1"));
        edit(RemoveSubSection{m_overview, 0});
        QCOMPARE(m_view->entry().toString(), QStringLiteral("overview"));
        QCOMPARE(shownInTree(), QStringLiteral("overview"));
    }

    void everyFactIsFoundOnItsPage()
    {
        for (const QString &key : fact::allKeys()) {
            if (key == QLatin1String(fact::kSource)) // kept and exported, not edited
                continue;
            m_view->goTo(Place::channels());
            m_view->goTo(Place::fact(key));
            auto *field = m_view->page()->findChild<QWidget *>(key);
            QVERIFY2(field, qPrintable(key));
            QCOMPARE(m_view->page()->focusWidget(), field);
        }
    }
};

QTEST_MAIN(ReportViewTest)
#include "tst_reportview.moc"
