// SPDX-License-Identifier: MulanPSL-2.0
#include "contentsmodel.h"
#include "dialoganswers.h"
#include "digest.h"
#include "editactions.h"
#include "filechooser.h"
#include "findingsmodel.h"
#include "gridview.h"
#include "mainwindow.h"
#include "openedwindow.h"
#include "pagepreview.h"
#include "plaintextedit.h"
#include "recentreports.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "reviewsteps.h"
#include "settings.h"
#include "testreports.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QTreeView>
#include <QUndoStack>

using namespace nianbao;

class MainWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QStringList listing() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }
    void init() { static_cast<void>(dialogs::told()); }

    /// Must show 5: opened, looked through on every screen, closed: not a byte changed, no side file.
    void lookingThroughEveryScreenChangesNothing()
    {
        const QString path = test::newFile(m_folder, test::sampleReport(QStringLiteral("zhangcun-2021")));
        const QByteArray before = test::readFile(path);
        const QStringList files = listing();
        {
            MainWindow window;
            window.show();
            QVERIFY(window.open(path));
            for (const char *section : {"organisation", "introduction", "title", "overview", "overview/1",
                     "overview/3", "disclosure", "requests", "disputes", "problems", "problems/1", "other",
                     "other/1", "channels"}) {
                window.goTo(Place::parse(QLatin1String(section))->inParagraph(0));
                QApplication::processEvents();
            }
            window.view()->stepMatter(1);
            QVERIFY(!window.view()->preview().document().pages.empty());
            QVERIFY(window.close());
        }
        QCOMPARE(test::readFile(path), before);
        QCOMPARE(listing(), files);
        QVERIFY(dialogs::told().isEmpty());
    }

    /// Beside the window, which is typed into at once.
    void theFirstOpeningOfADayKeepsACopy()
    {
        const QTemporaryDir copies;
        settings::setBackups({true, copies.path(), 5});
        const QString path = test::newFile(m_folder, test::filledReport());
        MainWindow window;
        window.show();
        QVERIFY(window.open(path));
        const auto all = [&copies] { return QDir(copies.path()).entryList({QStringLiteral("*.nianbao")}); };
        QTRY_COMPARE(all().size(), 1);
        const auto copy = Session::open(copies.filePath(all().first()), Session::Mode::Look);
        QVERIFY(copy);
        QVERIFY((*copy)->report() == window.session()->report());
        settings::setBackups({true, copies.path() + QStringLiteral("/") + all().first(), 5}); // no folder
        QVERIFY(window.closeReport());
        QVERIFY(window.open(path));
        QTRY_VERIFY(window.statusBar()->currentMessage().startsWith(QStringLiteral("没有留下备份")));
        settings::setBackups({});
    }

    /// What stands above it does not move, and of a report that is gone nothing is said.
    void aMessageOfOneLineTakesNoRoom()
    {
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, test::filledReport())));
        QStatusBar *bar = window.statusBar();
        QTRY_VERIFY(bar->currentMessage().isEmpty() && bar->height() > 0);
        QApplication::processEvents();
        const int top = bar->y();
        bar->showMessage(QStringLiteral("已写好"));
        QApplication::processEvents();
        QCOMPARE(bar->y(), top);
        bar->showMessage(QStringLiteral("很长的一句话").repeated(60));
        QTRY_VERIFY(bar->y() < top); // all of it is seen
        QVERIFY(window.closeReport());
        QCOMPARE(bar->currentMessage(), QString());
    }

    /// In a narrow window the bar's buttons are pictures alone, and as narrow as those.
    void toolsAreNarrowInANarrowWindow()
    {
        MainWindow window;
        window.resize(683, 357); // from the beginning
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, test::filledReport())));
        const auto *bar = window.findChild<QToolBar *>(QStringLiteral("tools"));
        const auto *button = bar->widgetForAction(bar->actions().first());
        const auto narrow = [&] { return button->width() < 2 * window.fontMetrics().height(); };
        QTRY_VERIFY2(narrow(), qPrintable(QString::number(button->width())));
        window.resize(1366, 700);
        QTRY_VERIFY(!narrow());
        window.resize(683, 357);
        QTRY_VERIFY2(narrow(), qPrintable(QString::number(button->width())));
    }

    /// Through closing and opening, through hiding a side, and after both.
    void chosenWidthsAreThereAgain()
    {
        const QString path = test::newFile(m_folder, test::filledReport());
        MainWindow window;
        window.resize(1366, 700);
        window.show();
        const auto sides = [&window] {
            QApplication::processEvents();
            const QList<int> all = window.view()->findChild<QSplitter *>()->sizes();
            return std::pair(all.first(), all.last());
        };
        QVERIFY(window.open(path));
        const auto usual = sides();
        const std::pair chosen(usual.first + 40, usual.second + 60);
        auto *splitter = window.view()->findChild<QSplitter *>();
        splitter->setSizes(
            {chosen.first, splitter->width() - chosen.first - chosen.second - 2, chosen.second});
        Q_EMIT splitter->splitterMoved(chosen.first, 1);
        QCOMPARE(sides(), chosen);
        for (int times = 0; times < 2; ++times) {
            QVERIFY(window.closeReport());
            QVERIFY(window.open(path));
            QCOMPARE(sides(), chosen);
        }
        for (const auto side : {ReportView::Side::Panel, ReportView::Side::Contents}) {
            window.view()->setSideShown(side, false);
            QApplication::processEvents();
            window.view()->setSideShown(side, true);
            QCOMPARE(sides(), chosen);
        }
        window.view()->setSideShown(ReportView::Side::Panel, false);
        QVERIFY(window.closeReport());
        QVERIFY(window.open(path));
        QCOMPARE(sides(), chosen); // what was hidden here alone, too
        settings::setWindowState(QStringLiteral("panels"), {});
    }

    void typingReachesDiskPreviewAndFindings()
    {
        const QString path = test::newFile(m_folder, test::filledReport());
        MainWindow window;
        window.show();
        QVERIFY(window.open(path));
        window.goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
        auto *edit = window.findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        QVERIFY(edit);
        QTest::keyClicks(edit, QStringLiteral("2022"));
        QTRY_VERIFY(window.session()
                        ->report()
                        .subSections(SectionId(QStringLiteral("problems")))
                        .first()
                        .text.contains(QStringLiteral("2022")));
        const auto look = Session::open(path, Session::Mode::Look);
        QVERIFY((*look)->report() == window.session()->report());
        QCOMPARE(window.session()->undoStack().count(), 1);
        QVERIFY(dumpPages(window.view()->preview().document()).contains(QStringLiteral("2022")));
    }

    /// product.md: all rows of table three without scrolling at 1366×768, of which frame and title take some,
    /// and while a banner says why the report came back.
    void allRowsOfTableThreeAreSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isBack");
        QTest::newRow("with a banner") << QSize(1366, 742) << true;
        QTest::newRow("above a broad task bar") << QSize(1366, 710) << false;
    }
    void allRowsOfTableThreeAreSeen()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isBack);
        Report report = test::filledReport(QStringLiteral("2021"), 2021);
        QVERIFY(report.apply({{},
            {SetPrior{std::make_shared<const Report>(test::filledReport(QStringLiteral("2021"), 2020))}}}));
        const QString path = test::newFile(m_folder, report);
        {
            const auto session = Session::open(path);
            QVERIFY(session);
            test::Way way(**session);
            if (isBack)
                way.explain()
                    .move(ReviewAction::Send)
                    .move(ReviewAction::Return, QStringLiteral("表三与台账不一致，请核对后再送。"));
        }
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(window.open(path));
        QCOMPARE(window.size(), size);
        QCOMPARE(window.findChild<QLabel *>(QStringLiteral("readOnlyReason"))->isVisible(), isBack);
        window.goTo(Place::section(SectionId(QStringLiteral("requests"))));
        QCoreApplication::processEvents();
        const auto *grid = window.view()->page()->findChild<GridView *>();
        const int last = grid->model()->rowCount() - 1;
        int rows = 0;
        for (int row = 0; row <= last; ++row) {
            const QModelIndex figure = grid->model()->index(row, grid->model()->columnCount() - 1);
            if (!static_cast<const GridModel *>(grid->model())->isFigure(figure))
                continue;
            ++rows;
            const QRect cell = grid->visualRect(figure);
            QVERIFY2(!cell.isEmpty() && grid->viewport()->rect().contains(cell),
                qPrintable(QStringLiteral("row %1: %2 of %3")
                               .arg(rows)
                               .arg(cell.bottom())
                               .arg(grid->viewport()->height())));
            QVERIFY(!grid->viewport()->visibleRegion().intersected(cell).isEmpty());
        }
        QCOMPARE(rows, 25);
        const QRect end(
            grid->viewport()->mapTo(&window, QPoint(0, grid->viewport()->height() - 1)), QSize(1, 1));
        QVERIFY(window.rect().contains(end)); // and the page itself is not scrolled
    }

    /// From the menu too, wherever the focus is; and grey where no table is shown.
    void theEditMenuFillsATableWithZero()
    {
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, Report(findForm(QStringLiteral("2021")), 2021))));
        auto *edit = window.findChild<EditActions *>();
        auto *zero = window.findChild<QAction *>(QStringLiteral("allZeroInTable"));
        QVERIFY(edit && zero && zero->text().startsWith(QStringLiteral("本表全部为 0")));
        window.goTo(Place::organisation());
        edit->showState();
        QVERIFY(!zero->isEnabled());
        window.goTo(Place::section(SectionId(QStringLiteral("disputes"))));
        window.findChild<QTreeView *>(QStringLiteral("contents"))->setFocus();
        edit->showState();
        QVERIFY(zero->isEnabled());
        zero->trigger();
        const CellId cell(QStringLiteral("disputes.direct.upheld"));
        QCOMPARE(window.session()->report().value(cell), std::optional(Amount()));
    }

    /// From the menu; the findings in sight are those with the new words.
    void theOfficesWordingsAreInForceAtOnce()
    {
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {InsertSubSection{
                SectionId(QStringLiteral("overview")), 1, {{}, QStringLiteral("全年敬悉申请7件。")}}}}));
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, report)));
        auto *findings = window.findChild<QListView *>(QStringLiteral("findings"));
        const int rows = findings->model()->rowCount();
        QAction *action = nullptr;
        for (QAction *each : window.findChildren<QAction *>()) {
            if (each->text().startsWith(QStringLiteral("本单位用语")))
                action = each;
        }
        QVERIFY(action && action->isEnabled());
        dialogs::handleNext([](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("wording"))->setText(QStringLiteral("敬悉…件"));
            dialog.findChild<QPlainTextEdit *>(QStringLiteral("reads"))
                ->setPlainText(QStringLiteral("敬悉申请7件。"));
            dialog.findChild<QPlainTextEdit *>(QStringLiteral("notReads"))
                ->setPlainText(QStringLiteral("敬悉来信7件。"));
            dialog.findChild<QPushButton *>(QStringLiteral("save"))->click();
            return true;
        });
        action->trigger();
        QCOMPARE(findings->model()->rowCount(), rows + 1);
        QCOMPARE(window.session()->findings().size(), rows + 1);
        QCOMPARE(window.statusBar()->currentMessage(), QStringLiteral("本单位用语已保存，并已生效。"));
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("nianbao/words.json"))));
        qputenv("XDG_CONFIG_HOME", before);
    }

    void saveCommitsWhatIsTyped()
    {
        const QString path = test::newFile(m_folder, test::filledReport());
        MainWindow window;
        window.show();
        QVERIFY(window.open(path));
        window.goTo(Place::parse(QStringLiteral("other/1"))->inParagraph(0));
        auto *edit = window.findChild<PlainTextEdit *>(QStringLiteral("textEdit"));
        QTest::keyClicks(edit, QStringLiteral("9"));
        QVERIFY(window.view()->commitOpenEditor()); // what Ctrl+S, closing, printing and exporting do first
        QVERIFY(window.session()
                    ->report()
                    .subSections(SectionId(QStringLiteral("other")))
                    .first()
                    .text.contains(u'9'));
    }

    void undoOfASubSectionLeadsBesideIt()
    {
        MainWindow window;
        window.show();
        QVERIFY(window.open(test::newFile(m_folder, test::filledReport())));
        QVERIFY(window.session()->edit(
            Change::of(QStringLiteral("add"), InsertSubSection{SectionId(QStringLiteral("other")), 1, {}})));
        window.goTo(Place::parse(QStringLiteral("other/2"))->inParagraph(0));
        QCOMPARE(window.view()->entry().toString(), QStringLiteral("other/2"));
        QVERIFY(window.session()->undo());
        QCOMPARE(window.view()->entry().toString(), QStringLiteral("other/1"));
    }

    void exportIsOfferedWithErrorsOpen()
    {
        MainWindow window;
        QVERIFY(window.open(test::newFile(m_folder, test::sampleReport(QStringLiteral("hongze-2023")))));
        const QString pdf = m_folder.filePath(QStringLiteral("out.pdf"));
        QVERIFY(window.exportTo(pdf));
        QVERIFY(test::readFile(pdf).startsWith("%PDF-"));
        QVERIFY(!window.view()->preview().document().pages.front().ground.empty()); // the draft mark
        window.report().pageSetup().setDraftMark(false);
        QVERIFY(window.view()->preview().document().pages.front().ground.empty());
        QVERIFY(!window.exportTo(m_folder.filePath(QStringLiteral("no/such/folder.pdf"))));
        QCOMPARE(dialogs::told().size(), 1);
    }

    void aSecondOpenerMayLook()
    {
        const QString path = test::newFile(m_folder, test::filledReport());
        const auto first = Session::open(path);
        QVERIFY(first);
        MainWindow window;
        dialogs::answerNext({}); // cancelled
        QVERIFY(!window.open(path));
        dialogs::answerNext(QStringLiteral("只读打开"));
        QVERIFY(window.open(path));
        QVERIFY(!window.session()->permissions().may(Permissions::Action::EditContent));
    }

    void whatCannotBeOpenedIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty file") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, this is no report at all, not even nearly so");
    }
    void whatCannotBeOpenedIsTold()
    {
        QFETCH(QByteArray, content);
        const QString path = m_folder.filePath(QStringLiteral("bad.nianbao"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        MainWindow window;
        QVERIFY(!window.open(path));
        QCOMPARE(dialogs::told().size(), 1);
        QVERIFY(!window.session());
        QCOMPARE(test::readFile(path), content);
    }

    void modelsFollowTheirContracts()
    {
        auto session
            = Session::open(test::newFile(m_folder, test::sampleReport(QStringLiteral("zhangcun-2021"))));
        QVERIFY(session);
        ContentsModel contents(**session);
        FindingsModel findings(**session);
        const QAbstractItemModelTester contentsTester(
            &contents, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester findingsTester(
            &findings, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SectionId other(QStringLiteral("other"));
        const auto rows
            = contents.rowCount(contents.indexOf(Place::section(SectionId(QStringLiteral("other")))));
        QVERIFY((*session)->edit(Change::of({}, InsertSubSection{other, 0, {QStringLiteral("新"), {}}})));
        QCOMPARE(contents.rowCount(contents.indexOf(Place::section(SectionId(QStringLiteral("other"))))),
            rows + 1);
        QVERIFY((*session)->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(3)})));
        QCOMPARE(findings.rowCount(), int((*session)->findings().size()));
        QVERIFY(findings.rowCount() > 0);
        QCOMPARE(findings.placeAt(findings.index(0)).cellId().table().toString(), QStringLiteral("requests"));
        QVERIFY((*session)->undo());
        QVERIFY((*session)->undo());
        QCOMPARE(findings.rowCount(), int((*session)->findings().size()));
        QCOMPARE(
            contents.rowCount(contents.indexOf(Place::section(SectionId(QStringLiteral("other"))))), rows);
    }

    void completenessComesFromData()
    {
        auto session = Session::open(test::newFile(m_folder, Report(findForm(QStringLiteral("2021")), 2025)));
        ContentsModel contents(**session);
        const auto disputes = contents.indexOf(Place::section(SectionId(QStringLiteral("disputes"))));
        QVERIFY(!disputes.data(ContentsModel::CompleteRole).toBool());
        Change zeros;
        for (const CellId &cell :
            (*session)->report().spec().table(TableId(QStringLiteral("disputes")))->cells) {
            if (!(*session)->report().spec().cell(cell)->isComputed())
                zeros.steps.append(SetCell{cell, Amount()});
        }
        QVERIFY((*session)->edit(zeros));
        QVERIFY(disputes.data(ContentsModel::CompleteRole).toBool());
        QCOMPARE(disputes.data(ContentsModel::StatusRole).toString(), QStringLiteral("✓"));
    }

    void recentReportsAreRemembered()
    {
        const QString path = test::newFile(m_folder, test::filledReport());
        MainWindow window;
        FileChooser::beginBeside(QStringLiteral("/nowhere/a.nianbao"));
        QVERIFY(window.open(path));
        QCOMPARE(settings::recentReports().first().path, path);
        QVERIFY(settings::recentReports().first().title.contains(QStringLiteral("柳林镇")));
        QCOMPARE(
            FileChooser(nullptr, {}, {}, {}).directory().path(), m_folder.path()); // others are beside it
    }

    void importOfJson()
    {
        const QString json = QStringLiteral(TEST_DATA_DIR "/reports/suqian-2023.json");
        const QString target = m_folder.filePath(QStringLiteral("imported.nianbao"));
        MainWindow window;
        dialogs::answerNext(target);
        QVERIFY(window.open(json));
        QCOMPARE(window.session()->path(), target);
        QVERIFY(window.session()->report() == test::sampleReport(QStringLiteral("suqian-2023")));
    }

    /// The digest tells reports apart: nothing is added to the one in the file, whatever is known of its
    /// body.
    void whatIsImportedStaysAsItsFileSays()
    {
        const Report report = test::sampleReport(QStringLiteral("suqian-2023"));
        RecentReport last{m_folder.filePath(QStringLiteral("last.nianbao"))};
        last.seen = SeenReport();
        last.seen->year = 2022;
        last.seen->name = report.fact(fact::kName);
        last.seen->body = QStringLiteral("宿迁");
        settings::addRecentReport(last);
        QCOMPARE(settings::knownShortName(report.fact(fact::kName)), last.seen->body);
        MainWindow window;
        dialogs::answerNext(m_folder.filePath(QStringLiteral("same.nianbao")));
        QVERIFY(window.open(QStringLiteral(TEST_DATA_DIR "/reports/suqian-2023.json")));
        QCOMPARE(window.session()->report().fact(fact::kShortName), QString());
        QCOMPARE(window.session()->contentDigest(), contentDigest(report));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
