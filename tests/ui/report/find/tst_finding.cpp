// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "findpanel.h"
#include "openedwindow.h"
#include "pagepreview.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "reportplaces.h"
#include "reportview.h"
#include "reviewsteps.h"
#include "sideactions.h"
#include "testreports.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace nianbao;

/// Find and replace as a person does it: keys in the window.
class FindingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
    const SectionId m_overview{QStringLiteral("overview")};
    const SectionId m_other{QStringLiteral("other")};

    Session &session() { return *m_window->session(); }
    ReportView &view() { return *m_window->view(); }
    template <typename Widget> Widget *part(const char *name)
    {
        return view().find().findChild<Widget *>(QLatin1String(name));
    }
    static void press(const QKeySequence &keys) { QTest::keySequence(QApplication::focusWidget(), keys); }
    static void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    /// As an input method gives them.
    static void type(const QString &words)
    {
        QInputMethodEvent given;
        given.setCommitString(words);
        QApplication::sendEvent(QApplication::focusWidget(), &given);
    }
    void find(const QString &words)
    {
        press(QKeySequence(QStringLiteral("Ctrl+F")));
        part<QLineEdit>("findWords")->setText(words);
    }
    QString text(const SectionId &section) { return session().report().subSections(section).first().text; }
    QString onDisk(const SectionId &section)
    {
        const auto copy = Session::open(m_path, Session::Mode::Look);
        return copy ? (*copy)->report().subSections(section).first().text : QString();
    }
    PlainTextEdit *editor() { return view().page()->findChild<PlainTextEdit *>(QStringLiteral("textEdit")); }
    QString selected() { return editor() ? editor()->textCursor().selectedText() : QString(); }
    bool isIn(const char *name) { return QApplication::focusWidget() == part<QWidget>(name); }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }
    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(QStringLiteral("f%1.nianbao").arg(++number));
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {SetHeading{m_overview, 0, QStringLiteral("甬题")},
                SetText{m_overview, 0, QStringLiteral("第一段\n前甬后，又ＡＢＣ。")},
                SetText{m_other, 0, QStringLiteral("《甬办法》施行，甬。")},
                SetFact{QLatin1String(fact::kAddress), QStringLiteral("甬路1号")}}}));
        m_window = test::openedWindow(m_path, report, {1366, 768});
        m_window->goTo(Place::subSection(m_overview, 0).inParagraph(0));
    }
    void cleanup()
    {
        m_window.reset();
        static_cast<void>(dialogs::told());
    }

    void allAreReplacedAndOneStepBringsAllBack()
    {
        const QString overview = text(m_overview);
        const QString other = text(m_other);
        const int steps = session().undoStack().count();
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        QVERIFY(isIn("findWords"));
        type(QStringLiteral("甬"));
        QCOMPARE(view().find().count(), 5);
        press(QKeySequence(QStringLiteral("Ctrl+H"))); // now that there is something to replace
        QVERIFY(isIn("replacement"));
        type(QStringLiteral("宁波"));
        auto *all = part<QPushButton>("replaceAll");
        QVERIFY2(
            all->text().contains(u'4'), qPrintable(all->text())); // the title of a document is not ticked
        all->setFocus();
        press(Qt::Key_Space);
        QCOMPARE(text(m_overview), QStringLiteral("第一段\n前宁波后，又ＡＢＣ。"));
        QCOMPARE(text(m_other), QStringLiteral("《甬办法》施行，宁波。"));
        QCOMPARE(onDisk(m_other), text(m_other));
        QCOMPARE(session().undoStack().count(), steps + 1);
        part<QLineEdit>("replacement")->setFocus(); // whose own undo must not come first
        press(QKeySequence(QKeySequence::Undo));
        QCOMPARE(text(m_overview), overview);
        QCOMPARE(text(m_other), other);
        QCOMPARE(session().report().fact(fact::kAddress), QStringLiteral("甬路1号"));
        QCOMPARE(onDisk(m_overview), overview);
        QCOMPARE(onDisk(m_other), other);
        press(QKeySequence(QStringLiteral("Ctrl+Y")));
        QCOMPARE(text(m_overview), QStringLiteral("第一段\n前宁波后，又ＡＢＣ。"));
    }

    void anEmptyReplacementDeletesOnlyWhenThatIsChosen()
    {
        find(QStringLiteral("甬"));
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        QVERIFY(isIn("replacement"));
        const QString before = text(m_other);
        auto *all = part<QPushButton>("replaceAll");
        auto *deletes = part<QPushButton>("deleteAll");
        QVERIFY(all->isHidden() && !deletes->isHidden());
        QVERIFY(!deletes->property("primary").toBool()); // not the button that leads on
        QCOMPARE(part<QPushButton>("replaceOne")->text(), QStringLiteral("删掉这处"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(text(m_other), before);
        QCOMPARE(session().report().fact(fact::kAddress), QStringLiteral("甬路1号"));
        QVERIFY(part<QLabel>("findReason")->text().contains(QStringLiteral("空着")));
        deletes->click();
        QCOMPARE(text(m_other), QStringLiteral("《甬办法》施行，。"));
        part<QLineEdit>("replacement")->setText(QStringLiteral("宁"));
        QVERIFY(!all->isHidden() && deletes->isHidden());
    }

    void enterGoesFromPlaceToPlaceAndEscapeBackIntoTheText()
    {
        find(QStringLiteral("甬"));
        press(Qt::Key_Return);
        QCOMPARE(view().entry(), Place::organisation());
        QVERIFY(isIn("findWords")); // the next Enter goes on
        press(Qt::Key_Return);
        QCOMPARE(view().entry(), Place::subSection(m_overview, 0));
        QCOMPARE(view().page()->findChild<PlainLineEdit *>(QStringLiteral("heading"))->selectedText(),
            QStringLiteral("甬"));
        press(Qt::Key_Return);
        QCOMPARE(selected(), QStringLiteral("甬"));
        QCOMPARE(editor()->textCursor().selectionStart(), 5);
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view().find().chosen(), 1);
        press(QKeySequence(Qt::Key_F3));
        QCOMPARE(view().find().chosen(), 2);
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(editor()));
        QCOMPARE(selected(), QStringLiteral("甬"));
        QVERIFY(!view().isFindShown());
    }

    void f3GoesOnFromTheTextAndRound()
    {
        find(QStringLiteral("甬"));
        press(Qt::Key_Escape);
        press(QKeySequence(Qt::SHIFT | Qt::Key_F3));
        QCOMPARE(view().find().chosen(), 4);
        QCOMPARE(view().entry(), Place::subSection(m_other, 0));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(editor()));
        QCOMPARE(selected(), QStringLiteral("甬"));
        press(QKeySequence(Qt::Key_F3));
        QCOMPARE(view().find().chosen(), 0);
    }

    void commentsAreFoundAndShownButStay()
    {
        QVERIFY(session().edit(Change::of({},
            SetComment{1,
                Comment{Place::subSection(m_other, 0), QStringLiteral("请核对"), QStringLiteral("陈立")}})));
        find(QStringLiteral("核对"));
        QTRY_COMPARE(view().find().count(), 1);
        part<QLineEdit>("replacement")->setText(QStringLiteral("查"));
        QVERIFY(!part<QPushButton>("replaceOne")->isEnabled());
        auto *list = part<QListView>("found");
        const QModelIndex hit = list->model()->index(0, 0);
        QVERIFY(hit.data(FindModel::PartRole).toString().contains(QStringLiteral("陈立")));
        press(Qt::Key_Return); // what it is about
        QCOMPARE(view().entry(), Place::subSection(m_other, 0));
        list->setFocus();
        list->setCurrentIndex(hit);
        press(Qt::Key_Return); // the comment itself
        QVERIFY(view().findChild<QWidget *>(QStringLiteral("newComment"))->isVisible());
    }

    void whatIsSelectedIsLookedFor()
    {
        editor()->goToPassage(4, 2);
        press(QKeySequence(QStringLiteral("Ctrl+F")));
        QCOMPARE(part<QLineEdit>("findWords")->text(), QStringLiteral("前甬"));
        QCOMPARE(view().find().count(), 1);
    }

    void whatIsStillTypedIsFoundAndReplaced()
    {
        editor()->moveCursor(QTextCursor::End);
        type(QStringLiteral("末甬"));
        find(QStringLiteral("末甬"));
        QTRY_COMPARE(view().find().count(), 1);
        part<QLineEdit>("replacement")->setFocus();
        type(QStringLiteral("终"));
        press(Qt::Key_Return); // chooses the first
        press(Qt::Key_Return); // replaces it
        QVERIFY(text(m_overview).endsWith(QStringLiteral("终")));
        QCOMPARE(view().find().count(), 0);
    }

    void oneAfterTheOtherIsReplaced()
    {
        find(QStringLiteral("甬"));
        part<QLineEdit>("replacement")->setFocus();
        type(QStringLiteral("甬城")); // holds what is looked for
        press(Qt::Key_Return);
        QCOMPARE(view().find().chosen(), 0);
        press(Qt::Key_Return);
        QCOMPARE(session().report().fact(fact::kAddress), QStringLiteral("甬城路1号"));
        QCOMPARE(view().find().chosen(), 1); // not the one that came
        press(Qt::Key_Return);
        QCOMPARE(session().report().subSections(m_overview).first().heading, QStringLiteral("甬城题"));
        QVERIFY(isIn("replacement"));
        press(QKeySequence(QKeySequence::Undo)); // each is a step
        QCOMPARE(session().report().subSections(m_overview).first().heading, QStringLiteral("甬题"));
        QCOMPARE(session().report().fact(fact::kAddress), QStringLiteral("甬城路1号"));
    }

    void spaceTicksAndWhatIsNotTickedStays()
    {
        find(QStringLiteral("甬"));
        part<QLineEdit>("replacement")->setFocus();
        type(QStringLiteral("宁"));
        auto *list = part<QListView>("found");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(2, 0));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(list)); // it leads there and stays here
        press(Qt::Key_Space);
        QCOMPARE(list->model()->index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        part<QPushButton>("replaceAll")->click();
        QCOMPARE(text(m_overview), QStringLiteral("第一段\n前甬后，又ＡＢＣ。"));
        QCOMPARE(text(m_other), QStringLiteral("《甬办法》施行，宁。"));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        press(Qt::Key_Return);
        QVERIFY(!list->hasFocus()); // into the text
    }

    void widthAndCaseAreFoldedUntilSomebodyWantsThemApart()
    {
        find(QStringLiteral("abc"));
        QCOMPARE(view().find().count(), 1);
        part<QCheckBox>("foldsWidth")->click();
        QCOMPARE(view().find().count(), 0);
        part<QLineEdit>("findWords")->setText(QStringLiteral("ａｂｃ"));
        QCOMPARE(view().find().count(), 1);
        part<QCheckBox>("foldsCase")->click();
        QCOMPARE(view().find().count(), 0);
    }

    void thePagesAndTheTextAreMarkedAsLongAsItIsSearched()
    {
        const auto marks = [this] {
            static_cast<void>(view().preview().document());
            int count = 0;
            for (int page = 0; page < view().preview().pageCount(); ++page)
                count += int(view().preview().foundOn(page).size());
            return count;
        };
        QCOMPARE(marks(), 0);
        find(QStringLiteral("甬"));
        QCOMPARE(marks(), 4); // the address is not printed
        const auto grounds = [this] {
            int count = 0;
            for (const auto &one : editor()->extraSelections())
                count += one.format.background().style() != Qt::NoBrush ? 1 : 0;
            return count;
        };
        QCOMPARE(grounds(), 1);
        press(Qt::Key_Escape);
        QCOMPARE(marks(), 0);
        QCOMPARE(grounds(), 0);
    }

    void whereNothingMayBeEditedItFindsAndSaysWhyItDoesNotReplace()
    {
        test::Way way(session());
        way.explain().move(ReviewAction::Send, {}, QStringLiteral("王芳"));
        QVERIFY(view().isReading());
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        QVERIFY(isIn("findWords"));
        type(QStringLiteral("甬"));
        QCOMPARE(view().find().count(), 5);
        QVERIFY(!part<QPushButton>("replaceAll")->isEnabled());
        QVERIFY(!part<QPushButton>("replaceOne")->isEnabled());
        QVERIFY(part<QLineEdit>("replacement")->isReadOnly());
        const auto *reason = part<QLabel>("findReason");
        QVERIFY(reason->isVisible());
        QVERIFY2(reason->text().contains(QStringLiteral("审阅")), qPrintable(reason->text()));
        for (int i = 0; i < 5; ++i)
            press(Qt::Key_Return);
        const PagePreview &pages = view().preview();
        QTRY_VERIFY(!pages.foundOn(pages.currentPage()).isEmpty()); // in sight
        press(Qt::Key_Escape);
        QVERIFY(pages.hasFocus());
    }

    void thePanelIsLentWhereItWasHidden()
    {
        view().setSideShown(ReportView::Side::Panel, true);
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        QVERIFY(!view().isSideShown(ReportView::Side::Panel));
        press(QKeySequence(QStringLiteral("Ctrl+F")));
        QVERIFY(view().isSideShown(ReportView::Side::Panel));
        QVERIFY(isIn("findWords"));
        press(Qt::Key_Escape);
        QVERIFY(!view().isSideShown(ReportView::Side::Panel));
        QTest::keyClick(m_window.get(), Qt::Key_F10);
    }

    void tabGoesThroughItAsItIsSeen()
    {
        find(QStringLiteral("甬"));
        part<QLineEdit>("replacement")->setText(QStringLiteral("宁"));
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        part<QLineEdit>("findWords")->setFocus();
        QStringList names;
        for (int i = 0; i < 8; ++i) {
            press(Qt::Key_Tab);
            names.append(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(names,
            (QStringList{QStringLiteral("replacement"), QStringLiteral("replaceOne"),
                QStringLiteral("replaceAll"), QStringLiteral("foldsWidth"), QStringLiteral("foldsCase"),
                QStringLiteral("findBack"), QStringLiteral("findOn"), QStringLiteral("found")}));
    }

    /// Nobody who writes the words away is led to the place behind them.
    void aPlaceThatGoesLeadsNowhere()
    {
        find(QStringLiteral("甬"));
        auto *list = part<QListView>("found");
        const int all = view().find().count();
        const Place here = Place::subSection(m_overview, 0);
        int row = 0;
        for (; row < all - 1; ++row) { // the last of that text
            list->setCurrentIndex(list->model()->index(row, 0));
            if (view().entry() == here && selected() == u"甬")
                break;
        }
        QCOMPARE(view().entry(), here);
        QVERIFY(session().edit(Change::of({}, SetText{m_overview, 0, QStringLiteral("第一段")})));
        QTRY_COMPARE(view().find().count(), all - 1);
        QCOMPARE(view().entry(), here);
        QVERIFY(!list->currentIndex().isValid());
    }

    /// On an office screen at 200 %: the words that are looked for and where they stand, without scrolling.
    void hitsAreSeenInALowWindow()
    {
        m_window->resize(683, 357);
        find(QStringLiteral("甬"));
        QCoreApplication::processEvents();
        const QWidget *seen = view().find().parentWidget();
        const auto *list = part<QListView>("found");
        const auto isSeen = [seen](const QWidget *part, const QRect &rect) {
            return seen->rect().contains(QRect(part->mapTo(seen, rect.topLeft()), rect.size()));
        };
        QVERIFY(isSeen(part<QWidget>("findWords"), part<QWidget>("findWords")->rect()));
        QVERIFY(list->model()->rowCount() > 1);
        for (int row = 0; row < 2; ++row) {
            const QRect rect = list->visualRect(list->model()->index(row, 0));
            QVERIFY(list->viewport()->rect().contains(rect));
            QVERIFY(isSeen(list->viewport(), rect));
        }
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        QVERIFY(isIn("replacement"));
        QVERIFY(isSeen(part<QWidget>("replacement"), part<QWidget>("replacement")->rect()));
        m_window->resize(1366, 768);
        QCoreApplication::processEvents();
        QVERIFY(part<QWidget>("foldsWidth")->mapTo(seen, QPoint()).y() < list->mapTo(seen, QPoint()).y());
    }

    /// The words to come stand below those they replace, at every size, and before anything is looked for.
    void whatReplacesStandsBelowWhatIsReplaced_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("an office screen") << QSize(1366, 714);
        QTest::newRow("the same twice as large") << QSize(683, 357);
    }
    void whatReplacesStandsBelowWhatIsReplaced()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        QCoreApplication::processEvents();
        const QWidget *seen = view().find().parentWidget();
        const auto *words = part<QWidget>("findWords");
        const auto *replacement = part<QWidget>("replacement");
        const QRect rect(replacement->mapTo(seen, QPoint()), replacement->size());
        QVERIFY(seen->rect().contains(rect));
        QVERIFY(rect.top() - words->mapTo(seen, QPoint(0, words->height())).y() < words->height());
    }

    void nothingIsCutInASmallWindow()
    {
        m_window->resize(874, 600);
        find(QStringLiteral("甬"));
        part<QLineEdit>("replacement")->setText(QStringLiteral("宁波"));
        press(QKeySequence(QStringLiteral("Ctrl+H")));
        QCoreApplication::processEvents();
        for (const auto *widget : view().find().findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&view().find())
                || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const bool isWords
                = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget);
            if (isWords)
                QVERIFY2(widget->width() >= widget->minimumSizeHint().width()
                        && widget->height() >= widget->minimumSizeHint().height(),
                    qPrintable(widget->objectName()));
        }
        QVERIFY(m_window->width() <= 874);
    }
};

QTEST_MAIN(FindingTest)
#include "tst_finding.moc"
