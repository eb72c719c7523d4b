// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "celldelegate.h"
#include "dialoganswers.h"
#include "exactwords.h"
#include "gridview.h"
#include "tablepage.h"
#include "testreports.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <functional>

using namespace nianbao;

namespace {

/// What of a widget is painted from then on.
class PaintedPart final : public QObject {
public:
    explicit PaintedPart(QWidget &widget) { widget.installEventFilter(this); }
    QRegion region() const { return m_region; }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<const QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

CellId cell(const QString &row, const QString &column)
{
    return CellId(TableId(QStringLiteral("requests")), row, column);
}

} // namespace

/// The grid as a clerk uses it: on its page, with the keyboard.
class TestGridView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { appearance::apply(false); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        begin(Report(findForm(QStringLiteral("2021")), 2021));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void typingOverwritesAndEnterGoesDown()
    {
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("3"));
        QCOMPARE(editor()->text(), QStringLiteral("3"));
        QTest::keyClicks(editor(), QStringLiteral("7"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(shown("received", "individual"), QStringLiteral("37"));
        QCOMPARE(here(), cell("carried_in", "individual"));
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("5"));
        QTest::keyClick(editor(), Qt::Key_Enter);
        QCOMPARE(shown("received", "individual"), QStringLiteral("5"));
    }

    void enterStepsOverComputedCells()
    {
        at("other_misc", "business");
        QTest::keyClick(m_grid, Qt::Key_Return);
        QCOMPARE(here(), cell("carried_out", "business"));
        QTest::keyClick(m_grid, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(here(), cell("other_misc", "business"));
    }

    void whatIsCopiedIsATableToo()
    {
        at("received", "individual");
        QApplication::clipboard()->setText(QStringLiteral("1\t2\n3\t4\n"));
        QTest::keyClick(m_grid, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(m_grid, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), QStringLiteral("1\t2\n3\t4\n"));
        QCOMPARE(parseHtmlTable(data->html()),
            (TextBlock{
                {QStringLiteral("1"), QStringLiteral("2")}, {QStringLiteral("3"), QStringLiteral("4")}}));
        QVERIFY(!data->html().contains(QStringLiteral("<th")));
    }

    void theWholeTableIsCopiedWithItsHeads()
    {
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("7"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTest::keyClick(m_grid, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_grid, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QVERIFY(data->html().contains(QStringLiteral("<th")));
        QVERIFY(data->html().contains(QStringLiteral("colspan")));
        QVERIFY(data->html().contains(QStringLiteral("rowspan")));
        const TextBlock block = parseHtmlTable(data->html());
        QCOMPARE(block.size(), m_grid->model()->rowCount());
        QCOMPARE(block.first().size(), m_grid->model()->columnCount());
        QVERIFY(data->html().contains(QStringLiteral("自然人")));
        QVERIFY(data->html().contains(QStringLiteral(">7<")));
        QVERIFY(!data->text().contains(QStringLiteral("自然人"))); // figures alone, for tables
    }

    void aCellSaysWhatIsBesideIt()
    {
        Report prior = test::filledReport(QStringLiteral("2021"), 2020);
        QVERIFY(m_session->edit(Change::of({}, SetPrior{std::make_shared<const Report>(prior)})));
        at("received", "individual");
        const QString words = m_grid->currentIndex().data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(words.contains(u'0'), qPrintable(words)); // last year's figure
        const auto *model = m_grid->model();
        const QModelIndex here = m_grid->currentIndex();
        QVERIFY(
            model->headerData(here.column(), Qt::Horizontal).toString().contains(QStringLiteral("自然人")));
        QVERIFY(model->headerData(here.row(), Qt::Vertical).toString().contains(QStringLiteral("新收")));
    }

    void afterARowOfTabsEnterGoesBackToItsFirstColumn()
    {
        at("received", "business");
        for (int i = 0; i < 3; ++i) {
            QTest::keyClicks(m_grid, QString::number(i));
            QTest::keyClick(editor(), Qt::Key_Tab);
        }
        QCOMPARE(here(), cell("received", "legal_service"));
        QTest::keyClicks(m_grid, QStringLiteral("9"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(here(), cell("carried_in", "business"));
        QCOMPARE(shown("received", "welfare"), QStringLiteral("2"));
    }

    void tabSkipsComputedCellsAndHeads()
    {
        at("received", "other");
        QTest::keyClick(m_grid, Qt::Key_Tab);
        QCOMPARE(here(), cell("carried_in", "individual"));
        QTest::keyClick(m_grid, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(here(), cell("received", "other"));
        at("other_misc", "other");
        QTest::keyClick(m_grid, Qt::Key_Tab); // over the computed row 总计
        QCOMPARE(here(), cell("carried_out", "individual"));
    }

    void tabLeavesTheGridAtItsEnds()
    {
        at("carried_out", "other");
        QTest::keyClick(m_grid, Qt::Key_Tab);
        QVERIFY(!m_grid->hasFocus());
        at("carried_out", "other");
        QTest::keyClicks(m_grid, QStringLiteral("7"));
        QTest::keyClick(editor(), Qt::Key_Tab); // nor is a figure typed over that stands there since a moment
        QVERIFY(!m_grid->hasFocus());
        QCOMPARE(shown("carried_out", "other"), QStringLiteral("7"));
    }

    void enterInTheLastRowGoesOnInTheNextColumn()
    {
        at("carried_out", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("7"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(here(), cell("received", "business"));
        QTest::keyClicks(m_grid, QStringLiteral("8"));
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(here(), cell("carried_out", "individual"));
        QCOMPARE(shown("carried_out", "individual"), QStringLiteral("7"));
        QCOMPARE(shown("received", "business"), QStringLiteral("8"));
        at("carried_out", "other"); // the column behind it is computed
        QTest::keyClick(m_grid, Qt::Key_Return);
        QCOMPARE(here(), cell("carried_out", "other"));
    }

    /// Also those that lie below three columns and those that have a column of their own.
    void enterWalksOverEachCellOnce_data()
    {
        QTest::addColumn<QString>("table");
        const SpecPointer form = findForm(QStringLiteral("2021"));
        for (const TableSpec &table : form->tables)
            QTest::newRow(qPrintable(table.id.toString())) << table.id.toString();
    }
    void enterWalksOverEachCellOnce()
    {
        QFETCH(QString, table);
        begin(Report(findForm(QStringLiteral("2021")), 2021), qPrintable(table));
        QList<CellId> wanted;
        for (const CellId &id : m_session->report().spec().table(TableId(table))->cells) {
            if (!m_session->report().spec().cell(id)->isComputed())
                wanted.append(id);
        }
        m_page->goTo(Place::cell(wanted.first()));
        QList<CellId> walked{here()};
        for (int i = 1; i < wanted.size(); ++i) {
            QTest::keyClick(m_grid, Qt::Key_Return);
            QVERIFY2(!walked.contains(here()), qPrintable(here().toString()));
            walked.append(here());
        }
        QCOMPARE(walked.size(), wanted.size());
        QTest::keyClick(m_grid, Qt::Key_Return);
        QCOMPARE(here(), walked.last());
    }

    void enterBehindTabsInTheLastRowTypesOverNothing()
    {
        at("carried_out", "individual");
        QTest::keyClick(m_grid, Qt::Key_Tab);
        QTest::keyClicks(m_grid, QStringLiteral("5"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(here(), cell("received", "research"));
    }

    void keysMove_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("control");
        QTest::addColumn<QString>("target");
        const auto row
            = [](const char *name, const char *r, const char *c, int key, bool control, const char *t) {
                  QTest::newRow(name) << QString::fromLatin1(r) << QString::fromLatin1(c) << key << control
                                      << QString::fromLatin1(t);
              };
        row("right", "granted", "individual", Qt::Key_Right, false, "granted.business");
        row("right onto a computed cell", "granted", "other", Qt::Key_Right, false, "granted.total");
        row("left at the edge stays", "granted", "individual", Qt::Key_Left, false, "granted.individual");
        row("down onto a computed cell", "other_misc", "other", Qt::Key_Down, false, "total.other");
        row("up at the edge stays", "received", "other", Qt::Key_Up, false, "received.other");
        row("home", "granted", "other", Qt::Key_Home, false, "granted.individual");
        row("end", "granted", "other", Qt::Key_End, false, "granted.total");
        row("control home", "granted", "other", Qt::Key_Home, true, "received.individual");
        row("control end", "granted", "other", Qt::Key_End, true, "carried_out.total");
        row("control down", "granted", "other", Qt::Key_Down, true, "carried_out.other");
        row("control left", "granted", "other", Qt::Key_Left, true, "granted.individual");
    }
    void keysMove()
    {
        QFETCH(QString, row);
        QFETCH(QString, column);
        QFETCH(int, key);
        QFETCH(bool, control);
        QFETCH(QString, target);
        m_page->goTo(Place::cell(cell(row, column)));
        QTest::keyClick(m_grid, Qt::Key(key), control ? Qt::ControlModifier : Qt::NoModifier);
        QCOMPARE(here().toString(), QStringLiteral("requests.") + target);
    }

    void headsBetweenBlocksAreSteppedOver()
    {
        begin(Report(findForm(QStringLiteral("2021")), 2021), "disclosure");
        m_page->goTo(Place::cell(CellId(QStringLiteral("disclosure.normative.in_force"))));
        QTest::keyClick(m_grid, Qt::Key_Down);
        QCOMPARE(here().toString(), QStringLiteral("disclosure.licences.decisions"));
        QTest::keyClick(m_grid, Qt::Key_Return);
        QCOMPARE(here().toString(), QStringLiteral("disclosure.penalties.decisions"));
    }

    void f2EditsAndEscapeGivesUp()
    {
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("1"));
        QTest::keyClicks(editor(), QStringLiteral("2"));
        QTest::keyClick(editor(), Qt::Key_Return);
        at("received", "individual");
        QTest::keyClick(m_grid, Qt::Key_F2);
        QCOMPARE(editor()->text(), QStringLiteral("12"));
        QTest::keyClick(editor(), Qt::Key_End);
        QTest::keyClick(editor(), Qt::Key_Left); // walks in the text
        QTest::keyClicks(editor(), QStringLiteral("9"));
        QCOMPARE(editor()->text(), QStringLiteral("192"));
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!editor());
        QCOMPARE(shown("received", "individual"), QStringLiteral("12"));
        QCOMPARE(m_session->undoStack().count(), 1);
    }

    void arrowsLeaveAnEditorThatTypingOpened()
    {
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("4"));
        QTest::keyClick(editor(), Qt::Key_Right);
        QCOMPARE(here(), cell("received", "business"));
        QCOMPARE(shown("received", "individual"), QStringLiteral("4"));
    }

    void onlyCharactersOfNumbersOpenTheEditor_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::newRow("a digit") << QStringLiteral("4") << QStringLiteral("4");
        QTest::newRow("a full-width digit") << QStringLiteral("４") << QStringLiteral("４");
        QTest::newRow("a letter") << QStringLiteral("x") << QString();
        QTest::newRow("a minus, judged when it is committed") << QStringLiteral("-") << QStringLiteral("-");
    }
    void onlyCharactersOfNumbersOpenTheEditor()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        at("received", "individual");
        QTest::sendKeyEvent(QTest::Click, m_grid, Qt::Key_unknown, typed, Qt::NoModifier);
        QCOMPARE(editor() != nullptr, !text.isNull());
        if (editor()) {
            QCOMPARE(editor()->text(), text);
            QVERIFY(!editor()->testAttribute(Qt::WA_InputMethodEnabled));
        }
    }

    void typingOnAComputedCellSaysSo()
    {
        at("received", "total");
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        QTest::keyClicks(m_grid, QStringLiteral("4"));
        QVERIFY(!editor());
        QCOMPARE(notices.size(), 1);
    }

    void aRefusedValueKeepsItsEditor()
    {
        at("received", "individual");
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        QTest::keyClicks(m_grid, QStringLiteral("1"));
        QTest::keyClicks(editor(), QStringLiteral(",2")); // no thousands
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), QStringLiteral("1,2"));
        QCOMPARE(notices.size(), 1);
        QVERIFY(!m_page->commitOpenEditor());
        m_page->goTo(Place::cell(cell("granted", "other")));
        QCOMPARE(here(), cell("received", "individual"));
        editor()->setText(QStringLiteral("12"));
        editor()->setModified(true);
        QVERIFY(m_page->commitOpenEditor());
        QVERIFY(!editor());
        QCOMPARE(shown("received", "individual"), QStringLiteral("12"));
    }

    void whatTheEditorCannotTakeIsSaidAndKept_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("a row of figures") << QStringLiteral("3 4 0 0 0 0 7");
        QTest::newRow("two lines") << QStringLiteral("3\n4");
        QTest::newRow("a mark") << QStringLiteral("－");
        QTest::newRow("words") << QStringLiteral("约22件");
        QTest::newRow("another unit") << QStringLiteral("1.2万件");
        QTest::newRow("very many digits") << QString(1000, u'9');
    }
    void whatTheEditorCannotTakeIsSaidAndKept()
    {
        QFETCH(QString, pasted);
        at("received", "individual");
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        QTest::keyClick(m_grid, Qt::Key_F2);
        QApplication::clipboard()->setText(pasted);
        editor()->paste();
        QVERIFY(!editor()->text().isEmpty());
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(editor());
        QCOMPARE(notices.size(), 1);
        QVERIFY(test::isSaidExactly(QStringLiteral("gridview"), notices.first().first().toString()));
        QCOMPARE(m_session->undoStack().count(), 0);
        QTest::keyClick(editor(), Qt::Key_Escape);
    }

    void aRowOfFiguresIsLaidOverTheRow()
    {
        at("received", "individual");
        QApplication::clipboard()->setText(QStringLiteral("3 4 0 0 0 0 7"));
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "individual"), QStringLiteral("3"));
        QCOMPARE(shown("received", "business"), QStringLiteral("4"));
        QCOMPARE(shown("received", "other"), QStringLiteral("0"));
        QCOMPARE(shown("received", "total"), QStringLiteral("7"));
        QCOMPARE(m_session->undoStack().count(), 1);
        QApplication::clipboard()->setText(QStringLiteral("0 0 0 0 0 0 0")); // over old figures
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "business"), QStringLiteral("0"));
        QCOMPARE(shown("received", "total"), QStringLiteral("0"));
    }

    void marksAreAskedAndNeverZeroByThemselves()
    {
        at("received", "individual");
        QApplication::clipboard()->setText(QStringLiteral("3\t－\t/"));
        dialogs::answerNext(QString());
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "individual"), QString());
        QCOMPARE(m_session->undoStack().count(), 0);
        dialogs::answerNext(QStringLiteral("Not known: leave blank"));
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "individual"), QStringLiteral("3"));
        QCOMPARE(shown("received", "business"), QString());
        dialogs::answerNext(QStringLiteral("Nothing: write 0"));
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "business"), QStringLiteral("0"));
        QCOMPARE(shown("received", "research"), QStringLiteral("0"));
    }

    void losingTheFocusCommits()
    {
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("8"));
        QLineEdit other(m_page.get());
        other.show();
        other.setFocus();
        QCOMPARE(shown("received", "individual"), QStringLiteral("8"));
        QVERIFY(!editor());
    }

    void deleteBlanksTheSelectionInOneStep_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("delete") << int(Qt::Key_Delete);
        QTest::newRow("backspace") << int(Qt::Key_Backspace);
    }
    void deleteBlanksTheSelectionInOneStep()
    {
        QFETCH(int, key);
        begin(test::filledReport());
        at("received", "individual");
        QTest::keyClick(m_grid, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(m_grid, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_grid, Qt::Key(key));
        QCOMPARE(shown("carried_in", "business"), QString());
        QCOMPARE(shown("received", "individual"), QString());
        QCOMPARE(shown("received", "research"), QStringLiteral("0"));
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo());
        QCOMPARE(shown("carried_in", "business"), QStringLiteral("0"));
    }

    void blocksGoOutAndComeIn()
    {
        begin(test::filledReport());
        at("received", "individual");
        QTest::keyClick(m_grid, Qt::Key_Right, Qt::ShiftModifier);
        QApplication::clipboard()->setText(QStringLiteral("1\t2\n3\t4\n"));
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("carried_in", "business"), QStringLiteral("4"));
        QCOMPARE(m_session->undoStack().count(), 1);
        QTest::keySequence(m_grid, QKeySequence::Copy); // what was pasted is selected
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1\t2\n3\t4\n"));
        QTest::keySequence(m_grid, QKeySequence::Cut);
        QCOMPARE(shown("received", "individual"), QString());
        at("granted", "individual");
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("partly_granted", "business"), QStringLiteral("4"));
    }

    void oneValueFillsTheSelection()
    {
        at("received", "individual");
        QTest::keyClick(m_grid, Qt::Key_End, Qt::ShiftModifier);
        QApplication::clipboard()->setText(QStringLiteral("6"));
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "other"), QStringLiteral("6"));
        QCOMPARE(shown("received", "total"), QStringLiteral("36"));
        QCOMPARE(notices.size(), 1); // the computed one was skipped
    }

    void aPasteWithWordsChangesNothing()
    {
        at("received", "individual");
        QApplication::clipboard()->setText(QStringLiteral("1\tzwei\n3\t4"));
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        QTest::keySequence(m_grid, QKeySequence::Paste);
        QCOMPARE(shown("received", "individual"), QString());
        QCOMPARE(m_session->undoStack().count(), 0);
        const QString label = m_session->report().spec().cell(cell("received", "business"))->label;
        QVERIFY2(notices.first().first().toString().contains(label), "the first bad cell is named");
    }

    void selectAllTakesEveryFigure()
    {
        at("received", "individual");
        QTest::keySequence(m_grid, QKeySequence::SelectAll);
        QCOMPARE(m_grid->selectedFigures().size(), 25 * 7);
    }

    void theMouseSelectsRectangles()
    {
        const auto place = [this](const char *row, const char *column) {
            return m_grid->visualRect(m_model->indexOf(cell(row, column))).center();
        };
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, place("received", "business"));
        QCOMPARE(here(), cell("received", "business"));
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ShiftModifier, place("granted", "welfare"));
        QCOMPARE(m_grid->selectedFigures().size(), 9);
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, place("granted", "business"));
        QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, place("granted", "business"));
        QVERIFY(editor());
    }

    void headsStayWhenScrolling()
    {
        m_page->resize(640, 320);
        QVERIFY(m_grid->verticalScrollBar()->maximum() > 0);
        at("carried_out", "individual");
        QVERIFY(m_grid->verticalScrollBar()->value() > 0);
        const auto panes = m_grid->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        int shownPanes = 0;
        for (const QWidget *pane : panes)
            shownPanes += pane->isVisible() && pane->objectName().isEmpty() && pane->y() == 0
                && pane->height() < m_grid->height() / 2;
        QCOMPARE(shownPanes, 1);
        for (int i = 0; i < 24; ++i)
            QTest::keyClick(m_grid, Qt::Key_Up);
        QVERIFY(m_grid->visualRect(m_grid->currentIndex()).top() >= 0);
        QCOMPARE(here(), cell("received", "individual"));
    }

    /// What a wide head says stands in the part of it that is seen, wherever the table is scrolled to.
    void aWideHeadIsReadWhereverItIsScrolled_data()
    {
        QTest::addColumn<double>("across"); // of all that can be scrolled
        QTest::newRow("not scrolled") << 0.0;
        QTest::newRow("a little") << 0.2;
        QTest::newRow("by half") << 0.5;
        QTest::newRow("to the end") << 1.0;
    }
    void aWideHeadIsReadWhereverItIsScrolled()
    {
        QFETCH(double, across);
        begin(Report(findForm(QStringLiteral("2021")), 2021), "disputes");
        m_page->resize(320, 500);
        QScrollBar *bar = m_grid->horizontalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCoreApplication::processEvents();
        PaintedPart painted(*m_grid->viewport());
        bar->setValue(int(bar->maximum() * across));
        QCoreApplication::processEvents();
        const QRegion anew = painted.region();
        const QImage image = m_grid->viewport()->grab().toImage();
        const QFontMetrics metrics(celltext::headFont(m_grid->font()));
        int wholeHeads = 0;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex head = m_model->index(0, column);
            const QRect seen = m_grid->visualRect(head) & m_grid->viewport()->rect();
            const int needed = metrics.horizontalAdvance(head.data().toString());
            if (m_grid->columnSpan(0, column) < 2 || seen.width() < needed + metrics.height())
                continue;
            ++wholeHeads;
            QVERIFY(across == 0 || anew.contains(seen.center())); // the words have moved within it
            const QPair<int, int> ink = inkOf(image, seen.adjusted(2, 2, -2, -2));
            QVERIFY2(ink.second - ink.first > needed * 8 / 10, qPrintable(head.data().toString()));
            QVERIFY(std::abs(ink.first + ink.second - seen.left() - seen.right()) <= metrics.height());
        }
        QVERIFY(wholeHeads > 0);
    }

    void nothingIsClippedAtAnyFontSize_data()
    {
        QTest::addColumn<double>("points");
        QTest::newRow("normal") << 9.0;
        QTest::newRow("half as large again") << 13.5;
        QTest::newRow("twice") << 18.0;
    }
    void nothingIsClippedAtAnyFontSize()
    {
        QFETCH(double, points);
        QFont font = m_grid->font();
        font.setPointSizeF(points);
        m_grid->setFont(font);
        const QFontMetrics metrics(m_grid->font());
        for (int row = 0; row < m_model->rowCount(); ++row)
            QVERIFY(m_grid->rowHeight(row) >= metrics.tightBoundingRect(QStringLiteral("国8")).height());
        for (int column = 3; column < m_model->columnCount(); ++column)
            QVERIFY(m_grid->columnWidth(column) >= metrics.horizontalAdvance(QStringLiteral("8888")));
    }

    /// The sum that a declared total should be stands beside it with a gap, or is left to the panel: run
    /// together they would be read as one figure.
    void aSumIsNotRunIntoTheFigure()
    {
        const Cell declared{{Qt::DisplayRole, QStringLiteral("1305")},
            {GridModel::ComputedValueRole, QStringLiteral("1311")}};
        constexpr int kNarrow = 44;
        constexpr int kWide = 140;
        for (int width = kNarrow; width <= kWide; ++width) {
            const QImage seen = painted(declared, QSize(width, 24));
            const QRect sum = inkOf(seen, [](QRgb ink) { return qRed(ink) - qBlue(ink) > 60; });
            const QRect figure
                = inkOf(seen, [](QRgb ink) { return qRed(ink) < 110 && qRed(ink) - qBlue(ink) < 30; });
            QVERIFY(!figure.isEmpty());
            QVERIFY(width != kNarrow || sum.isEmpty());
            QVERIFY(width != kWide || !sum.isEmpty());
            QVERIFY2(sum.isEmpty() || sum.right() + 1 < figure.left(),
                qPrintable(QStringLiteral("%1 wide: the sum ends at %2, the figure begins at %3")
                               .arg(width)
                               .arg(sum.right())
                               .arg(figure.left())));
        }
    }

    /// Beside last year's figure or below it, and takes no room from it: in table three as it stands in an
    /// office, too.
    void aMarkStandsClearOfLastYearsFigure_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(90, 20), QSize(90, 24), QSize(90, 40), QSize(60, 20), QSize(48, 17)})
            QTest::addRow("%d by %d", size.width(), size.height()) << size;
    }
    void aMarkStandsClearOfLastYearsFigure()
    {
        QFETCH(QSize, size);
        const Cell plain{{Qt::DisplayRole, QStringLiteral("306")}};
        Cell withPrior = plain;
        withPrior.insert(GridModel::PriorRole, QStringLiteral("26"));
        Cell marked = withPrior;
        marked.insert(GridModel::LevelRole, int(Level::Explain));
        const QRect prior = whereTheyDiffer(painted(plain, size), painted(withPrior, size));
        const QRect mark = whereTheyDiffer(painted(withPrior, size), painted(marked, size));
        QVERIFY(!prior.isEmpty() && !mark.isEmpty());
        QCOMPARE(painted(marked, size).copy(prior), painted(withPrior, size).copy(prior));
        QVERIFY2(!mark.intersects(prior),
            qPrintable(QStringLiteral("the mark from %1, %2 on a figure to %3, %4")
                           .arg(mark.left())
                           .arg(mark.top())
                           .arg(prior.right())
                           .arg(prior.bottom())));
    }

    /// What is offered for a blank cell, too; where there is no room for both it stands alone.
    void anOfferStandsClearOfLastYearsFigure_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(140, 20), QSize(140, 40), QSize(36, 20)})
            QTest::addRow("%d by %d", size.width(), size.height()) << size;
    }
    void anOfferStandsClearOfLastYearsFigure()
    {
        QFETCH(QSize, size);
        const Cell blank{{GridModel::PriorRole, QStringLiteral("26")}};
        Cell offered = blank;
        offered.insert(GridModel::ProposalRole, QStringLiteral("26"));
        Cell onlyOffered = offered;
        onlyOffered.remove(GridModel::PriorRole);
        const QRect prior = whereTheyDiffer(painted({}, size), painted(blank, size));
        const QRect withBoth = whereTheyDiffer(painted(offered, size), painted(blank, size));
        const bool isAlone = painted(offered, size) == painted(onlyOffered, size);
        QVERIFY(!prior.isEmpty() && !withBoth.isEmpty());
        QVERIFY2(isAlone || withBoth.left() > prior.right(),
            qPrintable(QStringLiteral("the offer from %1 on a figure to %2")
                           .arg(withBoth.left())
                           .arg(prior.right())));
        QCOMPARE(isAlone, size.width() < 140);
    }

    void theWholeTableFitsAnOfficeScreen()
    {
        m_page->resize(680, 670);
        QTRY_COMPARE(m_grid->verticalScrollBar()->maximum(), 0);
        QCOMPARE(m_grid->horizontalScrollBar()->maximum(), 0);
    }

    // The page around the grid

    void allZeroFillsOnlyBlanks()
    {
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("5")); // still open when the link is clicked
        QSignalSpy notices(m_page.get(), &EditorPage::notice);
        link("allZero")->click();
        QCOMPARE(shown("received", "individual"), QStringLiteral("5"));
        QCOMPARE(shown("carried_out", "other"), QStringLiteral("0"));
        QVERIFY(notices.first().first().toString().contains(QStringLiteral("143"))); // of 24 × 6
        QCOMPARE(m_session->undoStack().count(), 2);
        QVERIFY(m_session->undo());
        QCOMPARE(shown("carried_out", "other"), QString());
        QVERIFY(m_session->redo());
        link("allZero")->click();
        QCOMPARE(m_session->undoStack().count(), 2);
    }

    void carriedOverComesFromLastYear()
    {
        QVERIFY(!link("bringCarried")->isVisible());
        Report before = test::filledReport();
        QVERIFY(before.apply(Change::of({}, SetCell{cell("carried_out", "other"), Amount::fromInteger(4)})));
        QVERIFY(m_session->edit(Change::of({}, SetPrior{std::make_shared<Report>(before)})));
        QVERIFY(link("bringCarried")->isVisible());
        link("bringCarried")->click();
        QCOMPARE(shown("carried_in", "other"), QStringLiteral("4"));
        QCOMPARE(shown("carried_in", "individual"), QStringLiteral("0"));
        QVERIFY(!link("bringCarried")->isVisible());
        QCOMPARE(m_session->undoStack().count(), 2);
    }

    void theEquationFollowsTheTyping()
    {
        begin(test::filledReport());
        auto *words = m_page->findChild<QLabel *>(QStringLiteral("balances"));
        QVERIFY(words->text().contains(QStringLiteral("✓")));
        at("received", "individual");
        QTest::keyClicks(m_grid, QStringLiteral("3"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QVERIFY(words->text().contains(QStringLiteral("●")));
        QTest::keyClick(m_grid, Qt::Key_Delete);
        QVERIFY(words->text().contains(QStringLiteral("○")));
    }

    void aDeclaredTotalIsTakenOrKept()
    {
        const CellId total = cell("received", "total");
        QVERIFY(m_session->edit({{},
            {SetCell{cell("received", "individual"), Amount::fromInteger(2)},
                SetDeclared{total, Declared{Amount::fromInteger(3), false}}},
            {}}));
        auto *bar = m_page->findChild<QWidget *>(QStringLiteral("declaredBar"));
        QVERIFY(!bar->isVisible());
        at("received", "total");
        QVERIFY(bar->isVisible());
        link("keepDeclared")->click();
        QVERIFY(m_session->report().declared(total)->confirmed);
        QVERIFY(!link("keepDeclared")->isVisible());
        link("takeComputed")->click();
        QCOMPARE(shown("received", "total"), QStringLiteral("2"));
        QVERIFY(!bar->isVisible());
    }

    void notesAreTyped()
    {
        at("received", "individual");
        QTest::keyClick(m_grid, Qt::Key_M, Qt::ControlModifier);
        auto *note = m_page->findChild<QLineEdit *>(QStringLiteral("cellNote"));
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("abc"));
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(m_session->report().note(cell("received", "individual")), QStringLiteral("abc"));
        QVERIFY(m_grid->hasFocus());
        link("editTableNote")->click();
        auto *tableNote = m_page->findChild<QLineEdit *>(QStringLiteral("tableNote"));
        QTest::keyClicks(tableNote, QStringLiteral("under"));
        QVERIFY(m_page->commitOpenEditor()); // as before saving, printing and closing
        QCOMPARE(m_session->report().fact(QStringLiteral("table_notes.requests")), QStringLiteral("under"));
    }

    /// What a link of the page does, the menu of a cell does; and a comment is begun there.
    void theMenuHoldsWhatTheLinksDo()
    {
        Q_EMIT m_grid->customContextMenuRequested(QPoint(5, 5));
        QMenu *menu = nullptr;
        for (QMenu *each : m_page->findChildren<QMenu *>()) {
            if (each->isVisible())
                menu = each;
        }
        QVERIFY(menu);
        QStringList lines;
        QAction *comment = nullptr;
        for (QAction *action : menu->actions()) {
            lines.append(QString(action->text()).remove(QStringLiteral("…")).remove(u'&'));
            if (action->text().startsWith(QStringLiteral("Add a comment")))
                comment = action;
        }
        int links = 0;
        for (const QToolButton *link : m_page->findChildren<QToolButton *>()) {
            if (!link->property("link").toBool() || link->isCheckable()
                || link->parentWidget()->objectName() == u"declaredBar")
                continue;
            ++links;
            QVERIFY2(lines.contains(link->accessibleName()), qPrintable(link->accessibleName()));
        }
        QCOMPARE(links, 3);
        QSignalSpy asked(m_page.get(), &EditorPage::commentRequested);
        QVERIFY(comment && comment->isEnabled());
        comment->trigger();
        QCOMPARE(asked.size(), 1);
        menu->close();
    }

    /// The small figures are explained where there are some.
    void lastYearsFiguresAreExplainedOnce()
    {
        auto *legend = m_page->findChild<QLabel *>(QStringLiteral("priorLegend"));
        QVERIFY(!legend->isVisible());
        QVERIFY(m_session->edit(Change::of(
            {}, SetPrior{std::make_shared<const Report>(test::filledReport(QStringLiteral("2021"), 2020))})));
        QVERIFY(legend->isVisible() && legend->text().contains(QStringLiteral("2020")));
    }

    /// What is told of a cell gives way to the rows: on one line, all of it in the tooltip.
    void guidanceGivesWayToRows()
    {
        at("received", "individual");
        auto *whole = m_page->findChild<QLabel *>(QStringLiteral("guidance"));
        auto *line = m_page->findChild<QLabel *>(QStringLiteral("guidanceLine"));
        QVERIFY(whole->isVisible() && !line->isVisible());
        m_page->resize(700, 500);
        QVERIFY(!whole->isVisible() && line->isVisible());
        QCoreApplication::processEvents();
        QVERIFY(line->text().endsWith(u'…') && !line->toolTip().isEmpty());
    }

    void placesAreFound()
    {
        m_page->goTo(Place::cell(cell("declined_repeat", "research")));
        QCOMPARE(here(), cell("declined_repeat", "research"));
        QCOMPARE(m_page->entry().toString(), QStringLiteral("requests"));
    }

private:
    using Cell = QHash<int, QVariant>; // what it holds, by role
    static QImage painted(const Cell &cell, QSize size)
    {
        QStandardItemModel model(1, 1);
        const QModelIndex index = model.index(0, 0);
        model.setData(index, int(GridModel::Kind::Typed), GridModel::KindRole);
        for (const auto &[role, value] : cell.asKeyValueRange())
            model.setData(index, value, role);
        QStyleOptionViewItem option;
        option.rect = QRect({}, size);
        option.palette = QApplication::palette();
        option.font = QApplication::font();
        option.font.setPixelSize(14);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        CellDelegate().paint(&painter, option, index);
        return image;
    }
    static QRect inkOf(const QImage &image, const std::function<bool(QRgb)> &isInk)
    {
        QRect box;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (isInk(image.pixel(x, y)))
                    box |= QRect(x, y, 1, 1);
            }
        }
        return box;
    }
    static QRect whereTheyDiffer(const QImage &one, const QImage &other)
    {
        QRect box;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                if (one.pixel(x, y) != other.pixel(x, y))
                    box |= QRect(x, y, 1, 1);
            }
        }
        return box;
    }
    /// The first and the last column of pixels with another colour than the ground.
    static QPair<int, int> inkOf(const QImage &image, const QRect &place)
    {
        const QRgb ground = image.pixel(place.topLeft());
        QPair<int, int> ink(place.right(), place.left());
        for (int x = place.left(); x <= place.right(); ++x) {
            for (int y = place.top(); y <= place.bottom(); ++y) {
                if (image.pixel(x, y) != ground)
                    ink = {std::min(ink.first, x), x};
            }
        }
        return ink;
    }

    void begin(const Report &report, const char *table = "requests")
    {
        m_page.reset();
        m_session.reset();
        auto made = Session::create(m_folder->filePath(QStringLiteral("report.nianbao")), report, true);
        QVERIFY(made);
        m_session = std::move(*made);
        m_page = std::make_unique<TablePage>(*m_session, TableId(QLatin1String(table)));
        m_grid = m_page->findChild<GridView *>();
        m_model = m_page->findChild<TableModel *>();
        m_page->resize(900, 900);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_grid->setFocus();
    }

    static CellId cell(const char *row, const char *column)
    {
        return ::cell(QLatin1String(row), QLatin1String(column));
    }
    static CellId cell(const QString &row, const QString &column) { return ::cell(row, column); }
    void at(const char *row, const char *column) { m_page->goTo(Place::cell(cell(row, column))); }
    CellId here() const { return m_model->cellAt(m_grid->currentIndex()); }
    QString shown(const char *row, const char *column) const
    {
        const auto value = m_session->report().value(cell(row, column));
        return value ? value->toString() : QString();
    }
    QLineEdit *editor() const
    {
        return qobject_cast<QLineEdit *>(m_grid->indexWidget(m_grid->currentIndex()));
    }
    QToolButton *link(const char *name) const
    {
        return m_page->findChild<QToolButton *>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TablePage> m_page;
    GridView *m_grid = nullptr;
    TableModel *m_model = nullptr;
};

QTEST_MAIN(TestGridView)
#include "tst_gridview.moc"
