// SPDX-License-Identifier: MulanPSL-2.0
#include "aboutdialog.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "findingsmodel.h"
#include "gridview.h"
#include "helpdesk.h"
#include "helppage.h"
#include "helpwindow.h"
#include "mainwindow.h"
#include "newreportdialog.h"
#include "openedwindow.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "testreports.h"
#include "windowwalk.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>

using namespace nianbao;

/// F1 leads to the chapter of what is in front; the window of the manual.
class HelpDeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static HelpDesk *deskOf(const MainWindow &window) { return window.findChild<HelpDesk *>(); }

    static HelpPlace shownBy(const MainWindow &window)
    {
        const HelpWindow *help = deskOf(window)->shown();
        return help ? help->place() : HelpPlace();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        test::beginWindowTests();
    }

    void theStartPage()
    {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        QCOMPARE(shownBy(window), (HelpPlace{QStringLiteral("start"), {}}));
    }

    /// It has one of its own; that of the window stays as far as it was read.
    void aDialogTakesNobodysManualAway()
    {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        const QPointer<HelpWindow> own = deskOf(window)->shown();
        QVERIFY(own);
        own->open({QStringLiteral("checks"), {}});
        dialogs::handleNext([&](QDialog &dialog) {
            dialog.setModal(true);
            dialog.show();
            QTest::keyClick(&dialog, Qt::Key_F1);
            return own && deskOf(window)->shown() != own
                && deskOf(window)->shown()->parentWidget() == &dialog;
        });
        QDialog dialog(&window);
        QVERIFY(dialogs::run(dialog));
        dialog.hide();
        QVERIFY(own);
        QCOMPARE(own->place().chapter, QStringLiteral("checks"));
        QVERIFY(own->isVisible());
    }

    void everyPlaceOfAReport_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("chapter");
        QTest::addColumn<QString>("section");
        const auto row = [](const char *place, const char *chapter, const char *section = "") {
            QTest::newRow(place) << QString(QLatin1String(place)) << QString(QLatin1String(chapter))
                                 << QString::fromUtf8(section);
        };
        row("organisation", "organisation");
        row("introduction", "introduction");
        row("overview", "texts");
        row("overview/1", "texts");
        row("channels", "channels");
        row("years", "prior");
        row("requests.carried_in.individual", "table.2021.requests", "二、上年结转政府信息公开申请数量");
        row("disclosure.licences.decisions", "table.2021.disclosure", "行政许可");
        row("disputes.direct.other", "table.2021.disputes", "未经复议直接起诉");
    }
    void everyPlaceOfAReport()
    {
        QFETCH(QString, place);
        QFETCH(QString, chapter);
        QFETCH(QString, section);
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.open(test::newFile(m_folder, test::filledReport())));
        window.goTo(*Place::parse(place));
        if (auto *grid = window.view()->page()->findChild<GridView *>())
            grid->setFocus();
        QTest::keyClick(&window, Qt::Key_F1);
        QCOMPARE(shownBy(window).chapter, chapter);
        QCOMPARE(shownBy(window).section, section);
        if (!section.isEmpty()) {
            const auto *page = deskOf(window)->shown()->findChild<HelpPage *>();
            QTextBlock block = page->document()->begin();
            while (block.isValid() && block.text() != section)
                block = block.next();
            QVERIFY(block.isValid());
            const QRect seen = page->cursorRect(QTextCursor(block));
            QVERIFY(seen.top() >= 0 && seen.bottom() <= page->viewport()->height());
        }
    }

    /// The contents and the panels; what has no chapter of its own shows that of the page.
    void thePanels()
    {
        MainWindow window;
        window.resize(1366, 768);
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, test::sampleReport(QStringLiteral("hongze-2023")))));
        window.goTo(*Place::parse(QStringLiteral("organisation")));
        const HelpDesk *desk = deskOf(window);
        QCOMPARE(desk->placeFor(window.findChild<QTreeView *>(QStringLiteral("contents"))).chapter,
            QStringLiteral("organisation"));
        for (const auto &[name, chapter] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"findingActions", "checks"}, {"comments", "comments"}, {"priorText", "prior"},
                 {"changes", "review"}, {"opinions", "review"}, {"thumbnails", "preview"}}) {
            const auto *widget = window.findChild<QWidget *>(QLatin1String(name));
            QVERIFY2(widget, name);
            QCOMPARE(desk->placeFor(widget).chapter, QString(QLatin1String(chapter)));
        }
        QCOMPARE(desk->placeFor(nullptr).chapter, QStringLiteral("organisation"));
    }

    /// F1 on a finding opens its rule.
    void aFinding()
    {
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, test::sampleReport(QStringLiteral("hongze-2023")))));
        auto *findings = window.findChild<QListView *>(QStringLiteral("findings"));
        findings->setCurrentIndex(findings->model()->index(0, 0));
        const QString rule = findings->currentIndex().data(FindingsModel::RuleRole).toString();
        const HelpPlace place = deskOf(window)->placeFor(findings);
        QCOMPARE(place.chapter, QStringLiteral("rules"));
        QVERIFY2(!rule.isEmpty() && place.section.contains(rule), qPrintable(place.section));
    }

    /// In front of a dialog that waits the manual is part of it, so that both can be used.
    void aDialog()
    {
        MainWindow window;
        window.show();
        NewReportDialog dialog(nullptr, &window);
        dialog.setModal(true);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(dialog.findChild<QLineEdit *>(QStringLiteral("name")), Qt::Key_F1);
        QCOMPARE(shownBy(window).chapter, QStringLiteral("new"));
        QCOMPARE(deskOf(window)->shown()->parentWidget(), &dialog);
    }

    /// Shift+F1: the rules; the menu: about.
    void rulesAndAbout()
    {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QString seen;
        dialogs::handleNext([&seen](QDialog &dialog) {
            seen = dialog.windowTitle();
            return false;
        });
        QTest::keyClick(&window, Qt::Key_F1, Qt::ShiftModifier);
        QCOMPARE(seen, QStringLiteral("检查规则一览"));
        AboutDialog about;
        QVERIFY(about.findChild<QLabel *>(QStringLiteral("version"))
                    ->text()
                    .contains(QStringLiteral(NIANBAO_VERSION)));
        auto *works = about.findChild<QTextBrowser *>(QStringLiteral("works"));
        QVERIFY(works->toPlainText().contains(QStringLiteral("OpenSSL")));
        about.findChild<QPushButton *>(QStringLiteral("wholeLicence"))->click();
        QVERIFY(works->toPlainText().contains(QStringLiteral("木兰宽松许可证")));
    }

    void aWindowOfTheManual()
    {
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.open({QStringLiteral("start"), {}});
        help.show();
        auto *page = help.findChild<HelpPage *>();
        auto *words = help.findChild<QLineEdit *>(QStringLiteral("helpWords"));
        auto *hits = help.findChild<QListWidget *>(QStringLiteral("helpHits"));
        words->setText(QStringLiteral("草稿标记"));
        QVERIFY(hits->isVisible() && hits->count() > 0);
        hits->setCurrentRow(0);
        QVERIFY(page->toPlainText().contains(QStringLiteral("草稿标记")));
        QVERIFY(!page->extraSelections().isEmpty());
        words->clear();
        QVERIFY(!hits->isVisible());
        Q_EMIT page->linkChosen(QStringLiteral("tables.md#注"));
        QCOMPARE(help.place(), (HelpPlace{QStringLiteral("tables"), QStringLiteral("注")}));
        help.findChild<QToolButton *>(QStringLiteral("helpBack"))->click();
        help.findChild<QToolButton *>(QStringLiteral("helpBack"))->click();
        QCOMPARE(help.place().chapter, QStringLiteral("start"));
        help.findChild<QToolButton *>(QStringLiteral("helpForth"))->click();
        QVERIFY(help.place().chapter != u"start");
        Q_EMIT page->linkChosen(QStringLiteral("https://example.org/"));
        QVERIFY(help.place().chapter != u"first-report"); // leads nowhere
    }

    /// The keys that turn pages turn those of the chapter, wherever the focus is; Enter leads into it.
    void thePageIsTurnedFromBesideIt_data()
    {
        QTest::addColumn<QString>("beside");
        QTest::addColumn<int>("key");
        for (const char *beside : {"helpContents", "helpHits", "helpWords"})
            QTest::addRow("page down in %s", beside)
                << QString(QLatin1String(beside)) << int(Qt::Key_PageDown);
        QTest::newRow("space in the contents") << QStringLiteral("helpContents") << int(Qt::Key_Space);
    }
    void thePageIsTurnedFromBesideIt()
    {
        QFETCH(QString, beside);
        QFETCH(int, key);
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.resize(1100, 600);
        help.open({QStringLiteral("tables"), {}});
        help.show();
        auto *widget = help.findChild<QWidget *>(beside);
        if (beside == u"helpHits")
            help.findChild<QLineEdit *>(QStringLiteral("helpWords"))->setText(QStringLiteral("表"));
        auto *page = help.findChild<HelpPage *>();
        QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key(key));
        QVERIFY(page->verticalScrollBar()->value() > 0);
        QCOMPARE(help.place().chapter, QStringLiteral("tables"));
        QTest::keyClick(widget, Qt::Key_PageUp);
        QCOMPARE(page->verticalScrollBar()->value(), 0);
    }

    void enterLeadsFromTheContentsIntoTheChapter()
    {
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.open({QStringLiteral("tables"), {}});
        help.show();
        QVERIFY(QTest::qWaitForWindowActive(&help));
        auto *contents = help.findChild<QTreeView *>(QStringLiteral("helpContents"));
        contents->setFocus();
        QTest::keyClick(contents, Qt::Key_Return);
        QVERIFY(help.findChild<HelpPage *>()->hasFocus());
    }

    /// The first time it ends the search, with its list and marks; the whole manual went away.
    void escapeEndsTheSearchFirst()
    {
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.open({QStringLiteral("start"), {}});
        help.show();
        auto *words = help.findChild<QLineEdit *>(QStringLiteral("helpWords"));
        words->setText(QStringLiteral("草稿标记"));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(help.isVisible() && words->text().isEmpty());
        QVERIFY(help.findChild<QTreeView *>(QStringLiteral("helpContents"))->isVisible());
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!help.isVisible());
    }

    /// Who asks anew finds no search of before, and a chapter that is open as far as it was read.
    void askedAgain()
    {
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.resize(1100, 600);
        help.ask({QStringLiteral("tables"), {}});
        help.show();
        auto *page = help.findChild<HelpPage *>();
        auto *words = help.findChild<QLineEdit *>(QStringLiteral("helpWords"));
        QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
        QTest::qWait(200); // laid out for the width with which it is shown
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum() / 2);
        const int read = page->verticalScrollBar()->value();
        words->setText(QStringLiteral("口令"));
        words->setFocus();
        help.ask({QStringLiteral("tables"), {}});
        QVERIFY(words->text().isEmpty() && page->extraSelections().isEmpty());
        QVERIFY(help.findChild<QTreeView *>(QStringLiteral("helpContents"))->isVisible());
        QVERIFY(!words->hasFocus());
        QCOMPARE(page->verticalScrollBar()->value(), read);
        help.ask({QStringLiteral("texts"), {}});
        QCOMPARE(page->verticalScrollBar()->value(), 0);
        help.findChild<QToolButton *>(QStringLiteral("helpBack"))->click();
        QCOMPARE(help.place().chapter, QStringLiteral("tables"));
        QCOMPARE(page->verticalScrollBar()->value(), read); // and so does who goes back
    }

    /// Of a row near the end nobody saw which it was; and asked for again, it comes back into sight.
    void theRowIsMarked()
    {
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.resize(1100, 600);
        const HelpPlace row{QStringLiteral("table.2021.requests"), QStringLiteral("四、结转下年度继续办理")};
        help.show();
        help.ask(row);
        auto *page = help.findChild<HelpPage *>();
        QCOMPARE(page->extraSelections().size(), 1);
        QCOMPARE(page->extraSelections().first().cursor.selectedText(), row.section);
        QVERIFY(page->isInSight(row.section));
        page->verticalScrollBar()->setValue(0);
        QVERIFY(!page->isInSight(row.section));
        help.ask(row);
        QVERIFY(page->isInSight(row.section));
        help.open({QStringLiteral("tables"), {}});
        QVERIFY(page->extraSelections().isEmpty());
    }

    /// A page that is read is laid out once: it was again and again, and with each time led back to the top
    /// of a picture.
    void aPageIsScrolledToItsEnd()
    {
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.resize(1100, 600);
        help.open({QStringLiteral("first-report"), {}});
        help.show();
        auto *page = help.findChild<HelpPage *>();
        QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
        QSignalSpy laidOut(page->document(), &QTextDocument::contentsChanged);
        constexpr int kOften = 5;
        int times = 0; // once more when it is shown, for its width is known then
        while (times < kOften && laidOut.wait(300)) // longer than the rest after which a new width is heeded
            ++times;
        QVERIFY(times < kOften);
        page->verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
        QVERIFY(!laidOut.wait(300));
        QCOMPARE(page->verticalScrollBar()->value(), page->verticalScrollBar()->maximum());
    }

    /// No chapter is wider than its page. (That nothing is cut: tst_sizes.)
    void itFits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("874") << QSize(874, 560);
        QTest::newRow("683") << QSize(683, 358);
    }
    void itFits()
    {
        QFETCH(QSize, size);
        HelpWindow help(Manual(shippedForms(), RuleSet(), {}), nullptr);
        help.show();
        help.setFixedSize(size);
        for (const Manual::Chapter &chapter : help.manual().chapters()) {
            help.open({chapter.id, {}});
            QApplication::processEvents();
            const auto *page = help.findChild<HelpPage *>();
            QTRY_VERIFY2(
                page->document()->idealWidth() <= page->viewport()->width() + 1, qPrintable(chapter.id));
            QVERIFY(!page->toPlainText().contains(QStringLiteral("**")));
            QVERIFY(!page->toPlainText().contains(QStringLiteral("](")));
        }
    }
};

QTEST_MAIN(HelpDeskTest)
#include "tst_helpdesk.moc"
