// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "cards.h"
#include "commentactions.h"
#include "contentsmodel.h"
#include "dialoganswers.h"
#include "findingactions.h"
#include "gotodialog.h"
#include "gridview.h"
#include "helpwindow.h"
#include "language.h"
#include "mainwindow.h"
#include "pagepreview.h"
#include "placenames.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "settings.h"
#include "settingsdialog.h"
#include "tabstops.h"
#include "testreports.h"
#include "textzoom.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>
#include <QWidgetAction>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <tuple>

using namespace nianbao;

/// The whole window by keys: what has which key, and where the keys lead.
class KeyboardTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    void open(const Report &report)
    {
        static int number = 0;
        const QString path = m_folder.filePath(QStringLiteral("k%1.nianbao").arg(++number));
        if (!Session::create(path, report))
            qFatal("the report cannot be made");
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(m_window->open(path));
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    ReportView *view() const { return m_window->view(); }
    QTreeView *contents() const { return view()->findChild<QTreeView *>(QStringLiteral("contents")); }
    QAction *action(const char *name) const
    {
        auto *found = m_window->findChild<QAction *>(QLatin1String(name));
        if (!found)
            qFatal("there is no action %s", name);
        return found;
    }
    /// With little in it.
    static Report begun()
    {
        Report report(findForm(QStringLiteral("2021")), 2025);
        const SetCell figure{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(3)};
        if (!report.apply(
                {{}, {SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")}, figure}, {}}))
            qFatal("the report cannot be begun");
        return report;
    }
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(
            QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(),
            Qt::Key(key), modifiers);
    }
    void goTo(const char *place) { view()->goTo(*Place::parse(QLatin1String(place))); }
    bool isIn(const QWidget *part) const
    {
        const QWidget *focused = QApplication::focusWidget();
        return focused && (focused == part || part->isAncestorOf(focused));
    }
    QWidget *panel() const { return view()->findChild<QTabWidget *>(); }
    QWidget *bar() const { return m_window->findChild<QToolBar *>(QStringLiteral("tools")); }
    void openEditMenu() const
    {
        const auto actions = m_window->menuBar()->actions();
        for (const QAction *one : actions) {
            if (one->menu()->actions().contains(action("cut")))
                Q_EMIT one->menu()->aboutToShow();
        }
    }

    static void addFaults(const QMenu *menu, QStringList &faults)
    {
        QHash<QString, QString> used;
        const auto actions = menu->actions();
        for (const QAction *one : actions) {
            const QString key = QKeySequence::mnemonic(one->text()).toString();
            if (!key.isEmpty() && used.contains(key))
                faults.append(
                    QStringLiteral("%1: %2 and %3").arg(menu->title(), used.value(key), one->text()));
            if (key.isEmpty() && !one->isSeparator() && one->data().isNull()
                && one->isEnabled()) // no recent report
                faults.append(QStringLiteral("%1: %2 has none").arg(menu->title(), one->text()));
            used.insert(key, one->text());
            if (one->menu())
                addFaults(one->menu(), faults);
        }
    }
    static void addActions(const QList<QAction *> &actions, QList<QAction *> &all)
    {
        for (QAction *one : actions) {
            if (one->menu())
                addActions(one->menu()->actions(), all);
            else if (!one->isSeparator())
                all.append(one);
        }
    }
    QList<QAction *> menuActions() const
    {
        QList<QAction *> all;
        addActions(m_window->menuBar()->actions(), all);
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        dialogs::setSilent(true);
        appearance::apply(false);
    }
    void cleanup()
    {
        m_window.reset();
        TextZoom::ofThisPerson().setPercent(100);
        for (const QString &side : {QStringLiteral("contents"), QStringLiteral("panel")})
            settings::setWindowState(side, {}); // what a test has hidden
    }

    void eachLineOfAMenuHasALetter_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("in English") << QStringLiteral("en"); // first: the words of the other stay installed
        QTest::newRow("in Chinese") << QStringLiteral("zh_CN");
    }
    void eachLineOfAMenuHasALetter()
    {
        QFETCH(const QString, language);
        installLanguage(language);
        open(test::everyPartReport());
        QMenu bar; // the bar's own letters
        bar.addActions(m_window->menuBar()->actions());
        QStringList faults;
        addFaults(&bar, faults);
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    /// Keys begin in the report, not at a button of the bar, whoever opened it and with what.
    void openingLeadsIntoTheReport()
    {
        open(begun());
        QVERIFY(isIn(contents()));
        QVERIFY(m_window->closeReport());
        settings::setWindowState(QStringLiteral("contents"), "hidden");
        open(begun());
        QVERIFY(!contents()->isVisible());
        QVERIFY(isIn(view()->page()));
        QVERIFY(m_window->closeReport());
        settings::setWindowState(QStringLiteral("contents"), {});
        const QString path = m_folder.filePath(QStringLiteral("first.nianbao")); // as the desktop opens it
        QVERIFY(Session::create(path, begun()));
        m_window = std::make_unique<MainWindow>();
        QVERIFY(m_window->open(path));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(isIn(contents()));
    }

    void noKeyIsGivenTwice()
    {
        open(test::everyPartReport());
        QHash<QString, QString> used;
        QStringList faults;
        const auto actions = menuActions();
        for (const QAction *one : actions) {
            const auto keys = one->shortcuts();
            for (const QKeySequence &key : keys) {
                const QString name = key.toString();
                if (used.contains(name))
                    faults.append(QStringLiteral("%1: %2 and %3").arg(name, used.value(name), one->text()));
                used.insert(name, one->text());
            }
        }
        QVERIFY(used.size() > 20);
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void whatTheBarHasAMenuHas()
    {
        open(test::everyPartReport());
        const auto inMenus = menuActions();
        const auto bar = m_window->findChild<QToolBar *>(QStringLiteral("tools"))->actions();
        for (QAction *one : bar) {
            if (!one->isSeparator() && !qobject_cast<QWidgetAction *>(one))
                QVERIFY2(inMenus.contains(one), qPrintable(one->text()));
        }
    }

    void goToLeadsToACellByInitials_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("cell");
        QTest::newRow("by initials") << QStringLiteral("xs zrr")
                                     << QStringLiteral("requests.received.individual");
        QTest::newRow("by what texts call its row")
            << QStringLiteral("banjie zrr") << QStringLiteral("requests.total.individual");
    }
    void goToLeadsToACellByInitials()
    {
        QFETCH(QString, typed);
        QFETCH(QString, cell);
        open(test::everyPartReport());
        goTo("overview");
        dialogs::handleNext([&typed](QDialog &dialog) {
            auto *line = dialog.findChild<QLineEdit *>(QStringLiteral("goToWords"));
            QTest::keyClicks(line, typed);
            return true;
        });
        press(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(view()->page()->currentPlace(), *Place::parse(cell));
        QVERIFY(isIn(view()->page()));
    }

    void goToLeavesTheFocusWhereItIsSeen_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("isFromPage"); // which goes, and the focus with it
        for (const char *place : {"overview", "organisation", "channels"}) {
            QTest::addRow("%s, from the page", place) << QString(QLatin1String(place)) << true;
            QTest::addRow("%s, from the contents", place) << QString(QLatin1String(place)) << false;
        }
    }
    void goToLeavesTheFocusWhereItIsSeen()
    {
        QFETCH(QString, place);
        QFETCH(bool, isFromPage);
        open(test::everyPartReport());
        goTo("disputes");
        if (isFromPage)
            tabstops::enter(*view()->page());
        else
            contents()->setFocus();
        QCOMPARE(isIn(view()->page()), isFromPage);
        const Place wanted = *Place::parse(place);
        dialogs::handleNext([&](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("goToWords"))
                ->setText(said(placeName(m_window->session()->report(), wanted)));
            return true;
        });
        press(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(view()->entry(), wanted);
        QVERIFY(isIn(view()->page()));
        QVERIFY(QApplication::focusWidget() != view()->page()); // Tab and F6 would begin nowhere
        QVERIFY(QApplication::focusWidget()->focusPolicy() & Qt::TabFocus);
    }

    /// Whoever leads there: a page that goes hands the focus on.
    void aPageThatGoesLeavesTheFocusToTheNext()
    {
        open(test::everyPartReport());
        goTo("disputes");
        tabstops::enter(*view()->page());
        for (const char *place : {"overview", "organisation", "channels", "overview"}) {
            goTo(place);
            QCOMPARE(view()->entry(), *Place::parse(QLatin1String(place)));
            QVERIFY2(isIn(view()->page()), place);
        }
    }

    void goToNamesEachPlaceOnce()
    {
        const Report report = test::everyPartReport();
        GoToDialog dialog(report, nullptr);
        const auto *list = dialog.findChild<QListWidget *>(QStringLiteral("goToFound"));
        QStringList words;
        for (int row = 0; row < list->count(); ++row)
            words.append(list->item(row)->text());
        QCOMPARE(words.removeDuplicates(), 0);
        for (const SectionSpec &section : report.spec().sections)
            QVERIFY2(words.contains(said(section.heading())), qPrintable(section.title));
    }

    void goToKnowsEveryEntryOfTheContents()
    {
        open(test::everyPartReport());
        const auto *model = m_window->findChild<QTreeView *>(QStringLiteral("contents"))->model();
        GoToDialog dialog(m_window->session()->report(), nullptr);
        const auto *list = dialog.findChild<QListWidget *>(QStringLiteral("goToFound"));
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto place = Place::parse(model->index(row, 0).data(ContentsModel::PlaceRole).toString());
            QVERIFY(place);
            const QString name = said(placeName(test::everyPartReport(), *place));
            QVERIFY2(!list->findItems(name, Qt::MatchExactly).isEmpty(), qPrintable(name));
        }
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("goToWords")), QStringLiteral("nddb"));
        QCOMPARE(list->count(), 1);
        QCOMPARE(dialog.place(), bothYears());
    }

    void goToFindsWordsBeforeWhatIsWithin()
    {
        GoToDialog dialog(test::everyPartReport(), nullptr);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("goToWords")), QStringLiteral("xs"));
        const auto *list = dialog.findChild<QListWidget *>(QStringLiteral("goToFound"));
        QVERIFY2(list->item(0)->text().contains(QStringLiteral("新收")), qPrintable(list->item(0)->text()));
        QVERIFY(!list->findItems(QStringLiteral("行政事业性收费"), Qt::MatchContains).isEmpty());
    }

    void goToHasKeysForItsList()
    {
        const Report report = test::everyPartReport();
        GoToDialog dialog(report, nullptr);
        auto *line = dialog.findChild<QLineEdit *>(QStringLiteral("goToWords"));
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("goToFound"));
        QTest::keyClicks(line, QStringLiteral("xzcf"));
        QVERIFY(list->count() > 0);
        QCOMPARE(list->currentRow(), 0);
        QVERIFY(list->currentItem()->text().contains(QStringLiteral("行政处罚")));
        QTest::keyClicks(line, QStringLiteral("zzzzz"));
        QCOMPARE(list->count(), 0);
        QVERIFY(dialog.place().isNowhere());
        line->clear();
        QVERIFY(list->count() > 100);
        const Place first = dialog.place();
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(dialog.place() != first);
    }

    void theEditMenuFollowsTheFocus()
    {
        open(test::everyPartReport());
        goTo("requests.received.individual");
        openEditMenu();
        QVERIFY(action("cut")->isEnabled());
        QVERIFY(action("copy")->isEnabled());
        QVERIFY(action("pasteAsCells")->isEnabled());
        m_window->menuBar()->setFocus(Qt::MenuBarFocusReason); // by Alt: what is meant stays the table
        QVERIFY(m_window->menuBar()->hasFocus());
        openEditMenu();
        QVERIFY(action("cut")->isEnabled());
        QVERIFY(action("pasteAsCells")->isEnabled());
        contents()->setFocus();
        openEditMenu();
        QVERIFY(!action("cut")->isEnabled());
        QVERIFY(!action("paste")->isEnabled());
        QVERIFY(!action("pasteAsCells")->isEnabled());
        QApplication::clipboard()->setText(QStringLiteral("字"));
        view()->goTo(Place::parse(QStringLiteral("overview/1"))->inParagraph(0));
        openEditMenu();
        QVERIFY(!action("cut")->isEnabled()); // nothing is chosen
        QVERIFY(action("paste")->isEnabled());
        QVERIFY(action("selectAll")->isEnabled());
        action("selectAll")->trigger();
        openEditMenu();
        QVERIFY(action("cut")->isEnabled());
    }

    void whatTheMenuCutsIsOneStep()
    {
        open(test::everyPartReport());
        const SectionId overview(QStringLiteral("overview"));
        const QString before = m_window->session()->report().subSections(overview).first().text;
        view()->goTo(Place::parse(QStringLiteral("overview/1"))->inParagraph(0));
        openEditMenu();
        action("selectAll")->trigger();
        openEditMenu();
        action("cut")->trigger();
        QTRY_VERIFY(m_window->session()->report().subSections(overview).first().text.isEmpty());
        QCOMPARE(m_window->session()->undoStack().count(), 1);
        action("undo")->trigger();
        QCOMPARE(m_window->session()->report().subSections(overview).first().text, before);
    }

    /// Pasted as they are these would be one figure, whose thousands are parted.
    void wordsWithBlanksBetweenArePastedAsCells()
    {
        Report report = test::filledReport();
        open(report);
        goTo("requests.received.individual");
        QApplication::clipboard()->setText(QStringLiteral("12 105　300"));
        openEditMenu();
        action("pasteAsCells")->trigger();
        const std::pair<const char *, int> pasted[]{{"individual", 12}, {"business", 105}, {"research", 300}};
        for (const auto &[column, figure] : pasted)
            QCOMPARE(m_window->session()->report().value(
                         CellId(QStringLiteral("requests.received.%1").arg(QLatin1String(column)))),
                Amount::fromInteger(figure));
        QCOMPARE(m_window->session()->undoStack().count(), 1);
    }

    void lettersGrowFromAnywhere()
    {
        open(test::everyPartReport());
        view()->goTo(Place::parse(QStringLiteral("overview/1"))->inParagraph(0));
        auto *text = view()->page()->findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        const double usual = text->document()->defaultFont().pointSizeF();
        const int pages = view()->preview().percent();
        contents()->setFocus();
        press(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(TextZoom::ofThisPerson().percent(), 110);
        QVERIFY(text->document()->defaultFont().pointSizeF() > usual);
        QCOMPARE(view()->preview().percent(), pages);
        QCOMPARE(settings::windowState(QStringLiteral("textZoom")), QByteArray("110"));
        goTo("requests");
        auto *grid = view()->page()->findChild<GridView *>();
        QVERIFY(grid->font().pointSizeF() > view()->font().pointSizeF());
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(grid->font().pointSizeF(), view()->font().pointSizeF());
    }

    void pagesGrowWhereTheyAreRead()
    {
        open(test::everyPartReport());
        const int before = view()->preview().percent();
        view()->preview().setFocus();
        press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(view()->preview().percent() > before);
        QCOMPARE(TextZoom::ofThisPerson().percent(), 100);
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view()->preview().percent(), before);
    }

    void theLayoutComesBack()
    {
        open(test::everyPartReport());
        press(Qt::Key_F9);
        press(Qt::Key_F10);
        press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(!view()->isSideShown(ReportView::Side::Contents));
        QVERIFY(!view()->isSideShown(ReportView::Side::Panel));
        action("restoreLayout")->trigger();
        QVERIFY(view()->isSideShown(ReportView::Side::Contents));
        QVERIFY(view()->isSideShown(ReportView::Side::Panel));
        QCOMPARE(TextZoom::ofThisPerson().percent(), 100);
        QVERIFY(settings::windowState(QStringLiteral("contents")).isEmpty());
    }

    void theWindowFillsTheScreenAndGivesItBack()
    {
        open(test::everyPartReport());
        press(Qt::Key_F11);
        QVERIFY(m_window->isFullScreen());
        press(Qt::Key_F11);
        QVERIFY(!m_window->isFullScreen());
    }

    void partsAreWalkedRound()
    {
        open(test::everyPartReport());
        goTo("requests");
        contents()->setFocus();
        press(Qt::Key_F6);
        QVERIFY(isIn(view()->page()));
        press(Qt::Key_F6);
        QVERIFY(isIn(panel()));
        press(Qt::Key_F6);
        QVERIFY(isIn(bar()));
        press(Qt::Key_F6);
        QVERIFY(isIn(contents()));
        press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isIn(bar()));
        press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isIn(panel()));
        press(Qt::Key_F10); // the panel goes, and with it its turn
        QVERIFY(isIn(view()->page()));
        press(Qt::Key_F6);
        QVERIFY(isIn(bar()));
        press(Qt::Key_Escape);
        QVERIFY(isIn(view()->page()));
    }

    void theBarIsWalkedThrough()
    {
        open(test::everyPartReport());
        contents()->setFocus();
        press(Qt::Key_F6, Qt::ShiftModifier);
        QStringList names;
        for (int i = 0; i < 20 && isIn(bar()); ++i) {
            names.append(
                QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Name));
            press(Qt::Key_Tab);
        }
        QVERIFY2(names.size() >= 4, qPrintable(names.join(u'|')));
        QVERIFY2(!names.contains(QString()), qPrintable(names.join(u'|')));
        QVERIFY(!isIn(view()->page())); // round to the contents
    }

    void theManualHasTwoParts()
    {
        open(test::everyPartReport());
        press(Qt::Key_F1);
        auto *manual = m_window->findChild<HelpWindow *>();
        QVERIFY(manual && QTest::qWaitForWindowActive(manual));
        auto *page = manual->findChild<QWidget *>(QStringLiteral("helpPage"));
        auto *chapters = manual->findChild<QWidget *>(QStringLiteral("helpContents"));
        QApplication::setActiveWindow(manual);
        page->setFocus();
        press(Qt::Key_F6);
        QVERIFY(chapters->hasFocus());
        press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(page->hasFocus());
        manual->close();
    }

    void escapeLeadsOutOfALine_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isGivenBack"); // what was typed, before the second one leads out
        QTest::newRow("of the office") << "organisation" << QString(QLatin1String(fact::kPhone)) << false;
        QTest::newRow("your name") << "organisation"
                                   << "userName" << true;
        QTest::newRow("a heading") << "overview/1"
                                   << "heading" << false;
        QTest::newRow("a comment") << "requests"
                                   << "newComment" << true;
    }
    void escapeLeadsOutOfALine()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, line);
        QFETCH(const bool, isGivenBack);
        open(test::everyPartReport());
        goTo(qPrintable(place));
        if (line == u"newComment")
            action("addComment")->trigger();
        auto *field = view()->findChild<QLineEdit *>(line);
        QVERIFY(field);
        field->setFocus();
        const QString before = field->text();
        press(Qt::Key_Escape);
        QVERIFY(line == u"newComment" ? isIn(view()->page()) : isIn(contents()));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("x"));
        press(Qt::Key_Escape);
        QCOMPARE(field->hasFocus(), isGivenBack);
        QCOMPARE(field->text() == before, isGivenBack);
        if (isGivenBack)
            press(Qt::Key_Escape);
        QVERIFY(!field->hasFocus());
    }

    void aFindingLeadsToWhereItIsMended_data()
    {
        QTest::addColumn<bool>("isBegun");
        QTest::newRow("faulty") << false;
        QTest::newRow("begun") << true;
    }
    /// Wherever one comes from.
    void aFindingLeadsToWhereItIsMended()
    {
        QFETCH(const bool, isBegun);
        open(isBegun ? begun() : test::sampleReport(QStringLiteral("hongze-2023")));
        const auto walk = [this](const std::function<void()> &from) {
            QStringList stops;
            for (int i = 0; i < 40; ++i) {
                from();
                press(Qt::Key_F8);
                const QWidget *now = QApplication::focusWidget();
                stops.append(view()->entry().toString() + u' ' + view()->page()->currentPlace().toString()
                    + u' '
                    + (isIn(view()->page()) ? now->objectName()
                                            : QStringLiteral("elsewhere ") + now->objectName()));
            }
            press(Qt::Key_F8, Qt::ShiftModifier);
            stops.append(QApplication::focusWidget()->objectName());
            view()->findChild<CardView *>(QStringLiteral("findings"))->setCurrentIndex({}); // to begin anew
            return stops;
        };
        const QStringList fromContents = walk([this] { contents()->setFocus(); });
        const QStringList fromPanel = walk([this] { view()->preview().setFocus(); });
        const QStringList onward = walk([] {});
        for (const QString &stop : fromContents) // what is about the whole report stands in the panel alone
            QVERIFY2(!stop.contains(u"elsewhere") || stop.endsWith(u" findings"), qPrintable(stop));
        QCOMPARE(fromPanel, fromContents);
        QCOMPARE(onward, fromContents);
    }

    void newSubSectionsAreWrittenAtOnce()
    {
        open(Report(findForm(QStringLiteral("2021")), 2025));
        goTo("overview");
        auto *all = view()->page()->findChild<QPushButton *>(QStringLiteral("addAll"));
        QVERIFY(all);
        all->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(view()->entry().toString(), QStringLiteral("overview/1"));
        QVERIFY(qobject_cast<PlainTextEdit *>(QApplication::focusWidget()));
        QApplication::clipboard()->setText(QStringLiteral("粘贴的文字。"));
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(
            m_window->session()->report().subSections(SectionId(QStringLiteral("overview"))).first().text,
            QStringLiteral("粘贴的文字。"));
    }

    void settingsAreWalkedAsSeen()
    {
        SettingsDialog dialog({}, nullptr);
        tabstops::order(dialog);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("pages"));
        QVERIFY(list->hasFocus());
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("settingsName"));
        press(Qt::Key_Escape); // out of a field in which nothing is typed
        QVERIFY(!dialog.isVisible());
    }

    void enterInTheSearchOfTheSettingsLeadsOn()
    {
        SettingsDialog dialog({}, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("searchSettings"));
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("pages"));
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Down}) {
            search->setFocus();
            press(key);
            QVERIFY(dialog.isVisible());
            QVERIFY(list->hasFocus());
        }
    }

    void aDialogBeginsWithItsFirstField()
    {
        open(test::everyPartReport());
        QString first;
        dialogs::handleNext([&first](QDialog &dialog) {
            first = dialog.focusWidget() ? dialog.focusWidget()->objectName() : QString();
            return false;
        });
        action("send")->trigger();
        QCOMPARE(first, QStringLiteral("missing")); // Enter leads from there
        for (const Finding &finding : m_window->session()->unready())
            QVERIFY(m_window->session()->edit(
                findingActions::explain(finding, QStringLiteral("已核对原件"), QStringLiteral("王芳"))));
        dialogs::handleNext([&first](QDialog &dialog) {
            first = dialog.focusWidget() ? dialog.focusWidget()->objectName() : QString();
            return false;
        });
        action("send")->trigger();
        QCOMPARE(first, QStringLiteral("who"));
    }

    void cardsHaveAMenu()
    {
        open(test::everyPartReport());
        QVERIFY(m_window->session()->edit(*commentActions::add(m_window->session()->report(),
            *Place::parse(QStringLiteral("requests")), QStringLiteral("请核对"), QStringLiteral("王芳"))));
        view()->showComments();
        auto *comments = view()->findChild<CardView *>(QStringLiteral("comments"));
        comments->setCurrentIndex(comments->model()->index(0, 0));
        comments->setFocus();
        press(Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->actions().size() >= 4);
        menu->actions().last()->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("请核对")));
        menu->close();
    }

    void aPartIsEnteredWhereItWasLeft()
    {
        open(test::everyPartReport());
        goTo("overview/1");
        auto *heading = view()->page()->findChild<PlainLineEdit *>(QStringLiteral("heading"));
        heading->setFocus();
        press(Qt::Key_F6);
        press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), heading);
    }

    void enterLeadsInAndEscapeOut()
    {
        open(test::everyPartReport());
        goTo("overview/1");
        contents()->setFocus();
        press(Qt::Key_Return);
        QVERIFY(isIn(view()->page()));
        press(Qt::Key_Escape);
        QVERIFY(isIn(contents()));
        goTo("requests");
        press(Qt::Key_Escape); // from a cell
        QVERIFY(isIn(contents()));
        view()->preview().setFocus();
        press(Qt::Key_Escape);
        QVERIFY(isIn(view()->page()));
    }

    void enterInAHeadingLeadsToTheText()
    {
        open(test::everyPartReport());
        goTo("overview/1");
        auto *heading = view()->page()->findChild<PlainLineEdit *>(QStringLiteral("heading"));
        heading->setFocus();
        press(Qt::Key_Return);
        QVERIFY(qobject_cast<PlainTextEdit *>(QApplication::focusWidget()));
    }

    void tabGoesAsThePageIsSeen_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"organisation", "introduction", "overview", "overview/1", "disclosure",
                 "requests", "disputes", "problems", "channels", "years"})
            QTest::newRow(place) << QString(QLatin1String(place));
    }
    void tabGoesAsThePageIsSeen()
    {
        QFETCH(const QString, place);
        open(test::everyPartReport());
        if (place == u"years")
            view()->goTo(Place::section(SectionId(place)));
        else
            view()->goTo(*Place::parse(place));
        QApplication::processEvents();
        contents()->setFocus();
        const QWidget *page = view()->page();
        QList<QWidget *> stops;
        for (int i = 0; i < 400; ++i) { // a table is walked cell by cell
            press(Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            if (!page->isAncestorOf(now))
                break;
            if (stops.isEmpty() || stops.last() != now)
                stops.append(now);
        }
        QVERIFY2(!stops.isEmpty(), "the contents lead past the page");
        QCOMPARE(stops.first(), tabstops::firstOf(*view()->page()));
        QVERIFY2(isIn(panel()), "the page does not lead to the panel");
        const auto box = [page](const QWidget *w) { return QRect(w->mapTo(page, QPoint()), w->size()); };
        for (int i = 1; i < stops.size(); ++i) {
            // at the top of the next column it goes on
            const bool isAbove = box(stops[i]).bottom() <= box(stops[i - 1]).top()
                && box(stops[i]).left() < box(stops[i - 1]).right();
            const bool isLeft = box(stops[i]).right() <= box(stops[i - 1]).left()
                && std::abs(box(stops[i]).center().y() - box(stops[i - 1]).center().y()) < 8;
            QVERIFY2(!isAbove && !isLeft,
                qPrintable(QStringLiteral("%1 comes after %2")
                               .arg(stops[i]->accessibleName() + stops[i]->objectName(),
                                   stops[i - 1]->accessibleName() + stops[i - 1]->objectName())));
        }
        if (place.startsWith(u"overview/"))
            QCOMPARE(stops.first()->objectName(), QStringLiteral("heading"));
        if (place == u"organisation") {
            const auto number = [&stops](const char *name) {
                return std::find_if(stops.begin(), stops.end(), [name](const QWidget *w) {
                    return w->objectName() == QLatin1String(name);
                }) - stops.begin();
            };
            QVERIFY(number(fact::kName) < number(fact::kKind));
            QVERIFY(number(fact::kKind) < number(fact::kNames));
            QVERIFY(number(fact::kNames) < stops.size());
        }
    }

    void hiddenSmallPagesAreNotTurned()
    {
        open(test::everyPartReport());
        std::ignore = view()->preview().document();
        auto *thumbnails = panel()->findChild<QToolButton *>(QStringLiteral("thumbnails"));
        auto *list = thumbnails->parentWidget()->findChild<QListView *>();
        QVERIFY(list && list->isHidden());
        QSignalSpy turned(list->selectionModel(), &QItemSelectionModel::currentChanged);
        goTo("other/1");
        goTo("requests");
        view()->stepMatter(1);
        QCOMPARE(turned.count(), 0);
        thumbnails->click();
        QCOMPARE(list->currentIndex().row(), view()->preview().currentPage());
    }

    void theMenuKeyOpensAtTheCell()
    {
        open(test::everyPartReport());
        goTo("requests.received.individual");
        auto *grid = view()->page()->findChild<GridView *>();
        QPoint where;
        connect(grid, &QWidget::customContextMenuRequested, this, [&where](QPoint place) { where = place; });
        press(Qt::Key_F10, Qt::ShiftModifier);
        QWidget *menu = QApplication::activePopupWidget();
        QVERIFY(qobject_cast<QMenu *>(menu));
        menu->close();
        QVERIFY(grid->visualRect(grid->currentIndex()).contains(where));
        QVERIFY(view()->isSideShown(ReportView::Side::Panel)); // F10 alone hides it
    }
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
