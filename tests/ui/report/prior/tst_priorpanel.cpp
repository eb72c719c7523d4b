// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialoganswers.h"
#include "mainwindow.h"
#include "nextyear.h"
#include "priorpanel.h"
#include "reportjson.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "tablemodel.h"
#include "testreports.h"
#include "yearspage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

class PriorPanelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<Session> session(const Report &report)
    {
        static int number = 0;
        auto made = Session::create(m_folder.filePath(QStringLiteral("y%1.nianbao").arg(++number)), report);
        if (!made)
            qFatal("the report cannot be made");
        return std::move(*made);
    }
    static Report newYear()
    {
        Report last = test::filledReport();
        Change change;
        change.steps = {SetHeading{SectionId(QStringLiteral("overview")), 0, QStringLiteral("主动公开情况")},
            SetCell{CellId(QStringLiteral("requests.carried_out.individual")), Amount::fromInteger(7)}};
        if (!last.apply(change))
            qFatal("last year cannot be made");
        return nextYear(last);
    }

private Q_SLOTS:
    void initTestCase()
    {
        appearance::apply(false);
        dialogs::setSilent(true);
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
    }

    /// An empty table says what will stand there and how it gets there, and when there is nothing to see.
    void anEmptyComparisonSaysWhatWillStandThere()
    {
        const auto open = session(test::filledReport());
        YearsPage page(*open);
        page.resize(700, 500);
        page.show();
        auto *words = page.findChild<QLabel *>(QStringLiteral("emptyWords"));
        auto *view = page.findChild<QTableView *>(QStringLiteral("years"));
        QVERIFY(words->isVisible() && words->text().contains(QStringLiteral("Last year")));
        QCOMPARE(view->accessibleDescription(), words->text());
        auto *onlyChanged = page.findChild<QCheckBox *>(QStringLiteral("onlyChanged"));
        QVERIFY(!view->horizontalHeader()->isVisible()); // nothing stands below, and last year has no name
        QVERIFY(!onlyChanged->isVisible());
        QVERIFY(open->edit(Change::of(
            {}, SetPrior{std::make_shared<const Report>(test::filledReport(QStringLiteral("2021"), 2020))})));
        QCOMPARE(view->model()->rowCount(), 0); // the same figures in both years
        QVERIFY(words->isVisible()
            && words->text().contains(QStringLiteral("In the statutory tables no figure")));
        QVERIFY(view->horizontalHeader()->isVisible() && onlyChanged->isVisible());
        onlyChanged->setChecked(false);
        QVERIFY(view->model()->rowCount() > 0);
        QVERIFY(!words->isVisible() && view->accessibleDescription().isEmpty());
    }

    void aBlankYearIsNotSaidToBeTheSame()
    {
        Report blank(findForm(QStringLiteral("2021")), 2021);
        QVERIFY(blank.apply(Change::of(
            {}, SetPrior{std::make_shared<const Report>(test::filledReport(QStringLiteral("2021"), 2020))})));
        const auto open = session(blank);
        YearsPage page(*open);
        page.show();
        const auto *words = page.findChild<QLabel *>(QStringLiteral("emptyWords"));
        QVERIFY2(words->isVisible() && words->text().contains(QStringLiteral("filled in yet")),
            qPrintable(words->text()));
    }

    /// Percent are of last year's figures that are not 0 and differ: without one there is no such column, on
    /// the page and in the panel.
    void aColumnWithoutAnyFigureIsNotShown()
    {
        const CellId cell(QStringLiteral("disclosure.licences.decisions"));
        Report report = test::filledReport();
        Report prior = test::filledReport(QStringLiteral("2021"), 2020);
        QVERIFY(prior.apply(Change::of({}, SetCell{cell, Amount::fromInteger(4)})));
        QVERIFY(report.apply(
            {{}, {SetPrior{std::make_shared<const Report>(prior)}, SetCell{cell, Amount::fromInteger(4)}}}));
        const auto open = session(report);
        YearsPage page(*open);
        PriorPanel panel(*open);
        panel.showPlace(Place::section(SectionId(QStringLiteral("disclosure"))));
        const auto *all = page.findChild<QTableView *>(QStringLiteral("years"));
        const auto *ofTable = panel.findChild<QTableView *>(QStringLiteral("priorFigures"));
        for (const int now : {4, 5, 4}) {
            if (open->report().value(cell) != Amount::fromInteger(now))
                QVERIFY(open->edit(Change::of({}, SetCell{cell, Amount::fromInteger(now)})));
            QCOMPARE(all->isColumnHidden(YearsModel::Percent), now == 4);
            QCOMPARE(ofTable->isColumnHidden(YearsModel::Percent), now == 4);
            QVERIFY(!all->isColumnHidden(YearsModel::ChangeBy));
        }
    }

    void lastYearsTextStandsBesideAndIsTakenOverOnlyWhenAsked()
    {
        const auto opened = session(newYear());
        PriorPanel panel(*opened);
        panel.showPlace(*Place::parse(QStringLiteral("overview/1")));
        auto *text = panel.findChild<QTextBrowser *>(QStringLiteral("priorText"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("逐件审查")));
        const SectionId overview(QStringLiteral("overview"));
        QVERIFY(opened->report().subSections(overview).first().text.isEmpty());
        auto *take = panel.findChild<QToolButton *>(QStringLiteral("takeOver"));
        QVERIFY(!take->isHidden());
        take->click();
        QVERIFY(opened->report().subSections(overview).first().text.contains(QStringLiteral("逐件审查")));
        QVERIFY(take->isHidden());
        QVERIFY(text->toHtml().contains(QStringLiteral("background-color")));
        QVERIFY(opened->undo());
        QVERIFY(opened->report().subSections(overview).first().text.isEmpty());
    }

    void lastYearsReportIsAdded()
    {
        const auto opened = session(test::filledReport());
        PriorPanel panel(*opened);
        auto *add = panel.findChild<QToolButton *>(QStringLiteral("addPrior"));
        QVERIFY(!add->isHidden());
        QFile json(m_folder.filePath(QStringLiteral("last.json")));
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(reportToJson(test::filledReport(QStringLiteral("2019"), 2020)));
        json.close();
        dialogs::answerNext(json.fileName());
        add->click();
        QVERIFY(opened->report().prior());
        QVERIFY(add->isHidden());
    }

    /// A document of another program is looked at before it is taken: not here.
    void aDocumentIsHandedOn()
    {
        const auto opened = session(test::filledReport());
        PriorPanel panel(*opened);
        QFile page(m_folder.filePath(QStringLiteral("last.html")));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("<p>年度报告</p>");
        page.close();
        QSignalSpy chosen(&panel, &PriorPanel::documentChosen);
        dialogs::answerNext(page.fileName());
        panel.findChild<QToolButton *>(QStringLiteral("addPrior"))->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), page.fileName());
        QVERIFY(!opened->report().prior());
    }

    void proposalsAreMarkedUntilConfirmed()
    {
        const auto opened = session(newYear());
        TableModel model(*opened, TableId(QStringLiteral("requests")));
        const QModelIndex cell = model.indexOf(CellId(QStringLiteral("requests.carried_in.individual")));
        QCOMPARE(cell.data(GridModel::ProposalRole).toString(), QStringLiteral("7"));
        QVERIFY(cell.data(Qt::EditRole).toString().isEmpty());
        QVERIFY(model.setData(cell, QStringLiteral("7"), Qt::EditRole));
        QVERIFY(!cell.data(GridModel::ProposalRole).isValid());
    }

    void allFiguresAreSortedByChange()
    {
        Report report = test::sampleReport(QStringLiteral("suqian-2024"));
        QVERIFY(report.apply({{},
            {SetPrior{std::make_shared<const Report>(test::sampleReport(QStringLiteral("suqian-2023")))}}}));
        const auto opened = session(report);
        YearsPage page(*opened);
        auto *view = page.findChild<QTableView *>(QStringLiteral("years"));
        new QAbstractItemModelTester(view->model(), view);
        const int changed = view->model()->rowCount();
        QVERIFY(changed > 20);
        view->sortByColumn(YearsModel::ChangeBy, Qt::DescendingOrder);
        double before = 1e18;
        for (int row = 0; row < changed; ++row) {
            const double by
                = view->model()->index(row, YearsModel::ChangeBy).data(YearsModel::SortRole).toDouble();
            QVERIFY(by <= before && by > 0);
            before = by;
        }
        page.findChild<QCheckBox *>(QStringLiteral("onlyChanged"))->setChecked(false);
        QCOMPARE(view->model()->rowCount(), 10 + 25 * 7 + 15);
    }

    void conversionIsOneStepOfTheWindow()
    {
        const auto path = m_folder.filePath(QStringLiteral("old.nianbao"));
        QVERIFY(Session::create(path, test::sampleReport(QStringLiteral("hongze-2023"))));
        MainWindow window;
        window.show();
        QVERIFY(window.open(path));
        window.goTo(Place::section(SectionId(QStringLiteral("requests"))));
        window.report().convertForm();
        QCOMPARE(window.session()->report().spec().id, QStringLiteral("2021"));
        QTRY_COMPARE(window.view()->entry().toString(), QStringLiteral("requests"));
        QTRY_VERIFY(window.findChild<TableModel *>()
                        ->indexOf(CellId(QStringLiteral("requests.other_misc.total")))
                        .isValid());
        QCOMPARE(window.session()->undoStack().count(), 1);
        QVERIFY(window.session()->undo());
        QCOMPARE(window.session()->report().spec().id, QStringLiteral("2021-single-other"));
        QTRY_VERIFY(window.findChild<TableModel *>()
                        ->indexOf(CellId(QStringLiteral("requests.other.total")))
                        .isValid());
        QVERIFY(window.closeReport());
        // the file agrees
        const auto again = Session::open(path, Session::Mode::Look);
        QVERIFY(again);
        QCOMPARE((*again)->report().spec().id, QStringLiteral("2021-single-other"));
    }
};

QTEST_MAIN(PriorPanelTest)
#include "tst_priorpanel.moc"
