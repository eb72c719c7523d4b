// SPDX-License-Identifier: MulanPSL-2.0
#include "commentactions.h"
#include "commentspanel.h"
#include "contentsmodel.h"
#include "elidedlabel.h"
#include "entryline.h"
#include "findingsmodel.h"
#include "inklines.h"
#include "pagepreview.h"
#include "pagesetup.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "previewpanel.h"
#include "reportview.h"
#include "session.h"
#include "settings.h"
#include "testreports.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
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

    const SectionId m_overview{QStringLiteral("overview")};
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
    static QString textOf(int number) { return QStringLiteral("第%1部分\n第二段。\n第三段。").arg(number); }
    Report inThreeParts() const
    {
        Report report = test::filledReport();
        Change change;
        for (auto i = report.subSections(m_overview).size(); i > 0; --i)
            change.steps.append(RemoveSubSection{m_overview, int(i) - 1});
        for (int i = 0; i < 3; ++i)
            change.steps.append(InsertSubSection{m_overview, i, {QStringLiteral("标题"), textOf(i + 1)}});
        if (!report.apply(change))
            qFatal("the sub-sections cannot be made");
        return report;
    }
    PlainTextEdit *text() { return m_view->page()->findChild<PlainTextEdit *>(); }
    void edit(const Step &step) { QVERIFY(m_session->edit(Change::of({}, step))); }
    template <typename Widget> Widget *onPage(const QString &name)
    {
        return m_view->page()->findChild<Widget *>(name);
    }
    QString contentsEntry() const
    {
        const auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        return tree->currentIndex().data(ContentsModel::PlaceRole).toString();
    }
    int tab() const { return m_view->findChild<QTabWidget *>()->currentIndex(); }

    /// A finding that can be explained, with its line.
    EntryLine *explanation()
    {
        m_view->stepMatter(1);
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

    /// On a small screen whose report it is takes a line, and how far it is another: the contents have the
    /// room.
    void theHeadOfTheContentsIsTwoLines()
    {
        edit(
            SetFact{QLatin1String(fact::kShortName), QStringLiteral("大兴安岭地区加格达奇区卫东街道办事处")});
        m_view->resize(683, 300);
        QCoreApplication::processEvents();
        const auto *head = m_view->findChild<ElidedLabel *>(QStringLiteral("contentsHead"));
        const auto *progress = m_view->findChild<ElidedLabel *>(QStringLiteral("contentsProgress"));
        for (const ElidedLabel *line : {head, progress})
            QVERIFY(line->isVisible() && line->height() < 2 * line->fontMetrics().height());
        QVERIFY(head->words().contains(QStringLiteral("卫东街道")) && head->text() != head->words());
        QVERIFY(!head->toolTip().isEmpty());
        for (int width = 600; width < 1000; width += 7) { // at no width a part of the year
            m_view->resize(width, 300);
            QCoreApplication::processEvents();
            QVERIFY2(head->text().endsWith(u' ' + QString::number(m_session->report().year())),
                qPrintable(head->text()));
        }
        m_view->resize(683, 300);
        QCoreApplication::processEvents();
        const auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        QVERIFY(tree->viewport()->height() > m_view->height() * 3 / 4);
    }

    /// What the page of a line does with all of it, the menu of the contents does.
    void theContentsMenuHoldsWhatThePageDoes()
    {
        open(inThreeParts());
        m_view->goTo(Place::subSection(m_overview, 0));
        auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        auto *menu = m_view->findChild<QMenu *>(QStringLiteral("contentsMenu"));
        const auto show = [&] {
            Q_EMIT tree->customContextMenuRequested(tree->visualRect(tree->currentIndex()).center());
            QVERIFY(menu->isVisible());
        };
        const auto line = [&](const QString &words) -> QAction * {
            for (QAction *action : menu->actions()) {
                if (QString(action->text()).remove(u'&') == words)
                    return action;
            }
            return nullptr;
        };
        show();
        const auto deeds = m_view->page()->deeds();
        QVERIFY(deeds.size() >= 4);
        for (const QAbstractButton *button : deeds) {
            const QAction *action = line(button->accessibleName());
            QVERIFY2(action, qPrintable(button->accessibleName()));
            QCOMPARE(action->isEnabled(), button->isEnabled());
        }
        const auto before = m_session->report().subSections(m_overview);
        line(QStringLiteral("Move down"))->trigger();
        const auto after = m_session->report().subSections(m_overview);
        QCOMPARE(after.value(1), before.value(0));
        menu->close();
        m_view->goTo(Place::section(SectionId(QStringLiteral("requests"))));
        show();
        QVERIFY(line(QStringLiteral("All zero in this table")));
        QVERIFY(!line(QStringLiteral("Move down")));
        menu->close();
    }

    /// From the menu of a page: on what is under the mouse; and its card has a menu of its own.
    void commentsAreBegunAndDoneWithByMenus()
    {
        m_view->goTo(Place::cell(m_received));
        auto *menu = m_view->findChild<QMenu *>(QStringLiteral("pagesMenu"));
        const auto line = [](QMenu *of, const QString &words) -> QAction * {
            for (QAction *action : of->actions()) {
                if (QString(action->text()).remove(u'&').startsWith(words))
                    return action;
            }
            return nullptr;
        };
        QWidget *viewport = m_view->preview().viewport();
        QAction *comment = line(menu, QStringLiteral("Add a comment"));
        QVERIFY(comment);
        int y = 0;
        do {
            Q_EMIT m_view->preview().customContextMenuRequested(QPoint(viewport->width() / 2, y += 5));
        } while (!comment->isEnabled() && y < viewport->height());
        QVERIFY(comment->isEnabled());
        menu->close();
        comment->trigger();
        auto *entry = m_view->findChild<EntryLine *>(QStringLiteral("newComment"));
        QCOMPARE(m_view->focusWidget(), entry); // also while the window comes back from the menu
        QTest::keyClicks(entry, QStringLiteral("why"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(m_session->report().comments().size(), 1);
        QVERIFY(!m_session->report().comments().first().place.isNowhere());
        auto *list = m_view->findChild<QListView *>(QStringLiteral("comments"));
        Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
        auto *card = list->findChild<QMenu *>(QStringLiteral("commentMenu"));
        QVERIFY(card && line(card, QStringLiteral("Go to what it is about")));
        line(card, QStringLiteral("Mark as resolved"))->trigger();
        QVERIFY(m_session->report().comments().first().resolved);
        card->close();
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
        QCOMPARE(m_view->entry().toString(), entry);
        QCOMPARE(contentsEntry(), entry);
    }

    /// "2/5" alone does not say which.
    void theContentsTellWhatTheOfficeLacks()
    {
        edit(SetFact{QLatin1String(fact::kPhone), QStringLiteral("010-1")});
        edit(SetFact{QLatin1String(fact::kAddress), std::nullopt});
        const auto *tree = m_view->findChild<QTreeView *>(QStringLiteral("contents"));
        const QModelIndex office = tree->model()->index(0, 0);
        const QString said = office.data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(said.contains(QStringLiteral("Address")) && !said.contains(QStringLiteral("Telephone")),
            qPrintable(said));
        QVERIFY(office.data(Qt::ToolTipRole).toString().contains(said));
        QCOMPARE(tree->model()->index(1, 0).data(Qt::AccessibleDescriptionRole).toString(), QString());
    }

    /// The head does not say that all is there while a line below says what is missing.
    void theHeadSaysWhatTheLinesSay()
    {
        const auto *head = m_view->findChild<QLabel *>(QStringLiteral("contentsProgress"));
        const auto *model = m_view->findChild<QTreeView *>(QStringLiteral("contents"))->model();
        const auto isComplete = [model] {
            for (int row = 0; row < model->rowCount(); ++row) {
                if (!model->index(row, 0).data(ContentsModel::CompleteRole).toBool())
                    return false;
            }
            return true;
        };
        const QString words = QStringLiteral("x");
        const QList<std::pair<const char *, QString>> facts{{fact::kName, words}, {fact::kOffice, words},
            {fact::kAddress, words}, {fact::kPhone, words}, {fact::kWebsite, words},
            {fact::kIntroduction, words}};
        for (const auto &[key, value] : facts)
            edit(SetFact{QLatin1String(key), value});
        for (const SectionSpec &section : m_session->report().spec().sections) {
            for (int i = 0; i < int(m_session->report().subSections(section.id).size()); ++i)
                edit(SetText{section.id, i, words});
        }
        QVERIFY(isComplete());
        QVERIFY2(head->text().contains(QStringLiteral("100%")), qPrintable(head->text()));
        for (const auto &[key, value] : facts) {
            edit(SetFact{QLatin1String(key), std::nullopt});
            QVERIFY(!isComplete());
            QVERIFY2(!head->text().contains(QStringLiteral("100%")), key);
            edit(SetFact{QLatin1String(key), value});
        }
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
        const QString before = m_view->entry().toString();
        m_view->goTo(cell.isEmpty() ? Place::parse(section).value_or(Place()) : Place::cell(CellId(cell)));
        QCOMPARE(m_view->entry().toString(), entry.isEmpty() ? before : entry);
        QCOMPARE(contentsEntry(), m_view->entry().toString());
    }

    void aPageThatRefusesIsNotLeft()
    {
        m_view->goTo(*Place::parse(QStringLiteral("introduction")));
        auto *date = m_view->findChild<PlainLineEdit *>(QLatin1String(fact::kDate));
        QTest::keyClicks(date, QStringLiteral("2022-"));
        QSignalSpy notices(m_view.get(), &ReportView::notice);
        m_view->goTo(*Place::parse(QStringLiteral("problems/1")));
        QCOMPARE(m_view->entry().toString(), QStringLiteral("introduction"));
        QCOMPARE(contentsEntry(), QStringLiteral("introduction"));
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().first().toString(),
            QStringLiteral("Date: “2022-” is no date. Write it as 2026-01-20."));
        QCOMPARE(date->text(), QStringLiteral("2022-"));
    }

    /// 更正说明 belongs to no part: a click on it leads to the page on which it is changed.
    void aClickOnTheCorrectionLeadsToWhereItIsChanged()
    {
        Review review;
        review.revision = 2;
        review.correction = QStringLiteral("表三更正了两格。");
        Report report = test::filledReport();
        QVERIFY(report.apply({{}, {SetReview{review}}, {}, true}));
        open(report);
        Q_EMIT m_view->preview().placeRequested(Place::report());
        QCOMPARE(contentsEntry(), QStringLiteral("other"));
        QVERIFY(onPage<QLabel>(QStringLiteral("correctionWords")));
        QVERIFY(onPage<QAbstractButton>(QStringLiteral("changeCorrection")));
    }

    /// What is refused is mended first; where the next comment will hang stays as it was.
    void noCommentIsBegunWhileAPageRefuses()
    {
        m_view->goTo(*Place::parse(QStringLiteral("introduction")));
        auto *date = m_view->findChild<PlainLineEdit *>(QLatin1String(fact::kDate));
        QTest::keyClicks(date, QStringLiteral("2022-"));
        const auto state = [this] {
            QStringList words{QString::number(tab())};
            for (const QLabel *label : m_view->findChild<CommentsPanel *>()->findChildren<QLabel *>())
                words.append(label->text());
            return words;
        };
        const QStringList before = state();
        Q_EMIT m_view->findChild<PreviewPanel *>()->commentRequested(Place::cell(m_received));
        QCOMPARE(state(), before);
        QCOMPARE(date->text(), QStringLiteral("2022-"));
    }

    void leavingAPageTakesOverWhatIsTyped()
    {
        m_view->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
        QTest::keyClicks(onPage<PlainTextEdit>(QStringLiteral("textEdit")), QStringLiteral("9"));
        m_view->goTo(*Place::parse(QStringLiteral("channels")));
        QVERIFY(m_session->report().subSections(m_problems).first().text.contains(u'9'));
    }

    void whatIsTypedInPageAndPanelIsTakenOver()
    {
        open(withSomethingToExplain());
        m_view->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
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
            m_view->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
            into = onPage<QWidget>(
                place == u"a text" ? QStringLiteral("textEdit") : QStringLiteral("heading"));
        } else if (place == u"a cell") {
            m_view->goTo(Place::cell(m_received));
            into = onPage<QWidget>(QStringLiteral("grid"));
        } else if (place == u"a fact") {
            m_view->goTo(*Place::parse(QStringLiteral("introduction")));
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
        m_view->stepMatter(1);
        QCOMPARE(tab(), 1);
        QCOMPARE(notices.count(), 0); // it is in sight
        m_view->setSideShown(ReportView::Side::Panel, false);
        m_view->stepMatter(1);
        QCOMPARE(notices.count(), 1); // it is said where it can be seen
    }

    /// Nothing to go to: said, and menu and bar know it beforehand.
    void withoutAMatterSteppingSaysSo()
    {
        open(test::filledReport());
        QVERIFY(m_session->findings().isEmpty());
        QVERIFY(!m_view->hasMatter());
        QSignalSpy notices(m_view.get(), &ReportView::notice);
        QSignalSpy matters(m_view.get(), &ReportView::mattersChanged);
        m_view->stepMatter(1);
        QCOMPARE(notices.count(), 1);
        edit(SetText{m_problems, 0, {}});
        QVERIFY(matters.count() > 0 && m_view->hasMatter());
        m_view->stepMatter(1);
        QCOMPARE(notices.count(), 1);
        // from the last of both on to the first one
        m_view->stepMatter(-1);
        m_view->findChild<QTabWidget *>()->setCurrentIndex(3);
        m_view->stepMatter(1);
        QCOMPARE(notices.count(), 1);
    }

    void aSubSectionThatGoesLeadsToItsSection()
    {
        m_view->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
        QVERIFY(m_session->edit(Change::of({}, RemoveSubSection{m_problems, 0})));
        QVERIFY(m_view->entry().toString() != u"problems/1");
        QVERIFY(Place::section(m_problems).holds(m_view->entry()));
        QCOMPARE(contentsEntry(), m_view->entry().toString());
    }

    void undoIsLedToItsPlace()
    {
        m_view->goTo(*Place::parse(QStringLiteral("channels")));
        const ChangedPlace place
            = m_view->showBefore(Change::of({}, SetCell{m_received, Amount::fromInteger(4)}));
        QCOMPARE(m_view->entry().toString(), QStringLiteral("requests"));
        m_view->goTo(*Place::parse(QStringLiteral("channels")));
        m_view->showAfter(place);
        QCOMPARE(m_view->entry().toString(), QStringLiteral("requests"));
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
        Q_EMIT splitter->splitterMoved(widths[0], 1);
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
        open(inThreeParts());
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
        QCOMPARE(contentsEntry(), then);
        const Place there = m_view->entry();
        text()->setFocus();
        QTest::keyClicks(text(), QStringLiteral("7"));
        QVERIFY(text()->commitOpenEditor());
        QVERIFY(m_session->report().subSections(m_overview)[there.index()].text.contains(u'7'));
    }

    void oneThatIsGoneGivesWay()
    {
        open(inThreeParts());
        m_view->goTo(Place::subSection(m_overview, 1));
        edit(RemoveSubSection{m_overview, 1}); // the next stands there now
        QCOMPARE(m_view->entry().toString(), QStringLiteral("overview/2"));
        QCOMPARE(text()->text(), textOf(3));
        edit(RemoveSubSection{m_overview, 1}); // none does: the last
        QCOMPARE(m_view->entry().toString(), QStringLiteral("overview/1"));
        QCOMPARE(text()->text(), textOf(1));
        QCOMPARE(contentsEntry(), QStringLiteral("overview/1"));
        edit(RemoveSubSection{m_overview, 0});
        QCOMPARE(m_view->entry().toString(), QStringLiteral("overview"));
        QCOMPARE(contentsEntry(), QStringLiteral("overview"));
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

    /// A number in the margin is its card's number.
    void aNumberInTheMarginLeadsToItsCard()
    {
        open(test::filledReport());
        for (const SectionId &section : {m_overview, m_problems})
            QVERIFY(m_session->edit(*commentActions::add(m_session->report(), Place::subSection(section, 0),
                QStringLiteral("写具体些"), QStringLiteral("陈立"))));
        m_view->setReading(true);
        PagePreview &preview = m_view->preview();
        QVERIFY(preview.document().pages[0].balloons.size() == 1);
        const Balloon balloon = preview.document().pages[0].balloons[0];
        auto *comments = m_view->findChild<CommentsPanel *>();
        comments->select(2);
        const double scale = preview.percent() / 100.0 * preview.logicalDpiX() / 25.4;
        const QWidget *viewport = preview.viewport();
        const int x
            = int(viewport->width() / 2.0 + (balloon.centre.x() - preview.document().width / 2) * scale);
        for (int y = 0; y < viewport->height() && comments->currentWords().startsWith(u'2'); y += 3)
            QTest::mouseClick(preview.viewport(), Qt::LeftButton, {}, {x, y});
        QCOMPARE(balloon.number, 1);
        QVERIFY2(comments->currentWords().startsWith(u'1'), qPrintable(comments->currentWords()));
    }

    /// With the mouse, on the page; the comment then hangs on these words.
    void wordsAreChosenOnThePage()
    {
        open(inThreeParts());
        m_view->setReading(true);
        PagePreview &preview = m_view->preview();
        const PageDocument &document = preview.document();
        int element = -1;
        for (const GlyphRun &run : document.pages[0].runs) {
            const bool isIt = run.source >= 0 && run.element >= 0
                && document.sources[size_t(run.source)] == Place::subSection(m_overview, 0).inParagraph(1);
            element = isIt ? run.element : element;
        }
        QVERIFY(element >= 0);
        const auto lines = inkLines(document, 0, element, 1, 2); // 二段
        QCOMPARE(lines.size(), 1);
        const double scale = preview.percent() / 100.0 * preview.logicalDpiX() / 25.4;
        const double left = preview.pageRect(0).left();
        preview.showPage(0);
        preview.verticalScrollBar()->setValue(0);
        const double top = preview.pageRect(0).top();
        const auto at = [&](double x) {
            return QPoint(qRound(left + x * scale), qRound(top + lines[0].box.center().y() * scale));
        };
        QTest::mousePress(preview.viewport(), Qt::LeftButton, {}, at(lines[0].box.left() + 0.4));
        QTest::mouseMove(preview.viewport(), at(lines[0].box.right() + 20));
        QTest::mouseMove(preview.viewport(), at(lines[0].box.right() - 0.4));
        QTest::mouseRelease(preview.viewport(), Qt::LeftButton, {}, at(lines[0].box.right() - 0.4));
        QVERIFY(m_view->findChild<QLabel *>(QStringLiteral("commentPlace"))
                    ->text()
                    .contains(QStringLiteral("二段")));
    }

    /// Channels stand on no page: who begins to read sees the first one, and comments on it.
    void whoReadsCommentsOnWhatIsSeen()
    {
        m_view->goTo(Place::channels());
        m_view->setReading(true);
        const QString where = m_view->findChild<QLabel *>(QStringLiteral("commentPlace"))->text();
        QCOMPARE(m_view->entry(), Place::fact(QLatin1String(fact::kIntroduction)));
        QVERIFY2(!where.contains(QStringLiteral("Channels")), qPrintable(where));
    }

    /// Of those that wait for this person: what is typed at once is the answer.
    void theNextCommentIsAnsweredAtOnce()
    {
        const auto comment = [this](const char *words, const QString &who) {
            QVERIFY(m_session->edit(*commentActions::add(
                m_session->report(), Place::subSection(m_overview, 0), QString::fromUtf8(words), who)));
        };
        settings::setUserName(QStringLiteral("王芳"));
        comment("mine", settings::userName());
        comment("please", QStringLiteral("李明"));
        m_view->answerNextComment();
        const auto *comments = m_view->findChild<CommentsPanel *>();
        QVERIFY2(comments->currentWords().contains(QStringLiteral("please")),
            qPrintable(comments->currentWords()));
        auto *answer = m_view->findChild<EntryLine *>(QStringLiteral("answer"));
        QCOMPARE(m_view->focusWidget(), answer);
        QTest::keyClicks(answer, QStringLiteral("done"));
        QTest::keyClick(answer, Qt::Key_Return);
        QCOMPARE(m_session->report().comments().last().answers.size(), 1);
        QCOMPARE(commentActions::countUnanswered(m_session->report(), settings::userName()), 0);
        const QString words = comments->currentWords();
        for (const auto &[who, what] : {std::pair(QStringLiteral("李明"), QStringLiteral("please")),
                 std::pair(settings::userName(), QStringLiteral("done"))}) // each behind its writer
            QVERIFY2(words.lastIndexOf(who, words.indexOf(what)) >= 0
                    && words.indexOf(what) - words.lastIndexOf(who, words.indexOf(what)) < who.size() + 12,
                qPrintable(words));
    }

    /// Shrunk and enlarged again the sides are as wide as they were, whoever chose that.
    void theSidesComeBackWithTheRoom_data()
    {
        QTest::addColumn<bool>("isChosen");
        QTest::newRow("as the program shared the room") << false;
        QTest::newRow("as a person did") << true;
    }
    void theSidesComeBackWithTheRoom()
    {
        QFETCH(bool, isChosen);
        auto *splitter = m_view->findChild<QSplitter *>();
        QCoreApplication::processEvents();
        if (isChosen) {
            splitter->setSizes({300, 600, 400});
            Q_EMIT splitter->splitterMoved(300, 1);
        }
        const QList<int> before = splitter->sizes();
        for (const int width : {1000, 760, 600, 900, 1300}) {
            m_view->resize(width, 700);
            QCoreApplication::processEvents();
        }
        QCOMPARE(splitter->sizes(), before);
    }

    void whereACommentWillHangIsSaidAsItIsRead()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(
            {{}, {SetText{m_overview, 0, QStringLiteral("新收{{requests.received.total}}件。")}}, {}}));
        const QString received = report.value(CellId(QStringLiteral("requests.received.total")))->toString();
        open(report);
        m_view->goTo(Place::subSection(m_overview, 0).inParagraph(0));
        QVERIFY(m_view->findChild<QLabel *>(QStringLiteral("commentPlace"))
                    ->text()
                    .contains(QStringLiteral("“新收%1件。”").arg(received)));
    }
};

QTEST_MAIN(ReportViewTest)
#include "tst_reportview.moc"
