// SPDX-License-Identifier: MulanPSL-2.0
#include "intakedialog.h"

#include "gridview.h"
#include "proposalmodel.h"
#include "room.h"
#include "solvedcell.h"
#include "sourceview.h"
#include "testreports.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace nianbao;

namespace {

const CellId kGuess(QStringLiteral("requests.received.individual"));
const CellId kOdd(QStringLiteral("requests.granted.individual"));
const CellId kSure(QStringLiteral("requests.carried_in.individual"));

constexpr Sentence kReason{"Its head is cut off.", "表头不全。"};

/// Each cell of a report as it would be read from one grid; then a guess and something that is no figure.
Proposal proposalOf(const Report &report, ForeignDocument &document)
{
    Proposal proposal;
    proposal.isReport = true;
    proposal.year = report.year();
    proposal.form = report.specPointer();
    ForeignGrid grid;
    grid.columns = 1;
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &id : table.cells) {
            const auto value = report.value(id);
            const QString text = value ? value->toString() : QString();
            proposal.cells.insert(id,
                {value ? Recognition::Sure : Recognition::Blank, value, {}, text, {},
                    {0, int(grid.cells.size())}});
            grid.cells.append({grid.rows++, 0, 1, 1, text, false});
        }
    }
    document.kind = QStringLiteral("docx");
    document.blocks = {grid};
    proposal.cells[kGuess].state = Recognition::Guessed;
    proposal.cells[kGuess].why = Phrase(kReason);
    ProposedCell &odd = proposal.cells[kOdd];
    odd.state = Recognition::Unreadable;
    odd.value.reset();
    odd.text = QStringLiteral("见附页");
    proposal.texts.append(
        {Place::fact(QLatin1String(fact::kTitle)), Recognition::Sure, QStringLiteral("年报"), {}, {}});
    proposal.texts.append({Place::fact(QLatin1String(fact::kShortName)), Recognition::Guessed,
        QStringLiteral("青石镇"), {}, {}});
    return proposal;
}

/// Eleven applications, of which eight were granted and three come next year.
Report withFigures()
{
    Report report = test::filledReport();
    const auto set = [](const char *row, int value) {
        return SetCell{CellId(QStringLiteral("requests.%1.individual").arg(QLatin1String(row))),
            Amount::fromInteger(value)};
    };
    if (!report.apply({{}, {set("received", 11), set("granted", 8), set("carried_out", 3)}, {}}))
        qFatal("the figures cannot be set");
    return report;
}

} // namespace

class IntakeDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<IntakeDialog> m_dialog;

    void open(const IntakeSetting &setting = {}, bool knowsYear = true)
    {
        ReadDocument source;
        source.file = QStringLiteral("年报.docx");
        Proposal proposal = proposalOf(withFigures(), source.document);
        if (!knowsYear)
            proposal.year.reset();
        m_dialog = std::make_unique<IntakeDialog>(source, proposal, setting);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    template <typename Part> Part *part(const char *name) const
    {
        auto *found = m_dialog->findChild<Part *>(QLatin1String(name));
        if (!found)
            qFatal("no part %s", name);
        return found;
    }
    GridView *grid() const { return part<GridView>("grid-requests"); }
    std::optional<Amount> taken(const CellId &id) const { return m_dialog->mapping().taken().value(id); }
    void choose(IntakeUse use)
    {
        auto *uses = part<QComboBox>("use");
        uses->setCurrentIndex(uses->findData(int(use)));
    }

private Q_SLOTS:
    void cleanup() { m_dialog.reset(); }

    /// On an office screen at 200 %: what is to be judged, not what is around it.
    void threeTextsAreSeenInALowWindow()
    {
        ReadDocument source;
        Proposal proposal = proposalOf(withFigures(), source.document);
        for (const char *key : {fact::kIntroduction, fact::kSignature, fact::kDate, fact::kOffice})
            proposal.texts.append({Place::fact(QLatin1String(key)), Recognition::Guessed,
                QStringLiteral("柳林镇人民政府"), {}, {}});
        m_dialog = std::make_unique<IntakeDialog>(source, proposal, IntakeSetting());
        m_dialog->resize(663, 335);
        m_dialog->show();
        m_dialog->goTo(Place::fact(QLatin1String(fact::kTitle)));
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QCoreApplication::processEvents();
        QCOMPARE(m_dialog->size(), QSize(663, 335));
        const auto *list = part<QTableView>("texts");
        const auto *room = m_dialog->findChild<Room *>();
        const QWidget *seen = room->viewport();
        for (int row = 0; row < 3; ++row) {
            const QRect rect = list->visualRect(list->model()->index(row, 0));
            const QRect there(list->viewport()->mapTo(seen, rect.topLeft()), rect.size());
            QVERIFY2(seen->rect().contains(there) && list->viewport()->rect().contains(rect),
                qPrintable(QString::number(row)));
        }
        QVERIFY(room->isAncestorOf(part<QWidget>("use"))); // scrolled, not lost
        m_dialog->resize(1200, 700);
        QCoreApplication::processEvents();
        QVERIFY(!room->isAncestorOf(part<QWidget>("use")) && part<QWidget>("use")->isVisible());
    }

    /// Why it cannot be taken yet stands beside the buttons, also where all else of them is scrolled.
    void whatIsMissingIsInSightInALowWindow()
    {
        open({}, false);
        m_dialog->resize(663, 335);
        choose(IntakeUse::NewReport);
        QCoreApplication::processEvents();
        const auto *room = m_dialog->findChild<Room *>();
        const auto *words = part<QWidget>("useWords");
        QVERIFY(room->isAncestorOf(part<QWidget>("use")));
        QVERIFY(!part<QPushButton>("all")->isEnabled());
        QVERIFY(words->isVisible() && !room->isAncestorOf(words));
        part<QSpinBox>("year")->setValue(2021);
        QCoreApplication::processEvents();
        QVERIFY(part<QPushButton>("all")->isEnabled());
    }

    void theFirstDoubtIsInFront()
    {
        open();
        QCOMPARE(m_dialog->mapping().doubts().mid(0, 2),
            (QList<Place>{Place::cell(kGuess), Place::cell(kOdd)})); // then the sums that lack what it says
        QVERIFY(part<QLabel>("doubtWords")->text().contains(QStringLiteral("Its head is cut off.")));
        QTest::keyClick(m_dialog.get(), Qt::Key_F8);
        QVERIFY(part<QLabel>("doubtWords")->text().contains(QStringLiteral("见附页")));
        QTest::keyClick(m_dialog.get(), Qt::Key_F8, Qt::ShiftModifier);
        QVERIFY(part<QLabel>("doubtWords")->text().contains(QStringLiteral("Its head is cut off.")));
    }

    /// The column's total of 8 and the balance both leave one answer.
    void enterAnswersOneAfterTheOther()
    {
        open();
        QVERIFY(!taken(kOdd));
        QTest::keyClick(grid(), Qt::Key_Return);
        QVERIFY(m_dialog->mapping().isSettled(Place::cell(kGuess)));
        QVERIFY2(part<QPushButton>("answerDoubt")->text().contains(u'8'),
            qPrintable(part<QPushButton>("answerDoubt")->text() + part<QLabel>("doubtHead")->text()));
        QTest::keyClick(grid(), Qt::Key_Return);
        QCOMPARE(taken(kOdd), std::optional(Amount::fromInteger(8)));
        QTest::keyClick(grid(), Qt::Key_Return); // the guess among the texts
        QCOMPARE(m_dialog->mapping().openDoubts(), 0);
        QVERIFY(m_dialog->mapping().arithmetic().isEmpty());
    }

    void spaceLeavesOutAndTakesBack()
    {
        open();
        QTest::keyClick(grid(), Qt::Key_Space);
        QVERIFY(!taken(kGuess));
        QVERIFY(m_dialog->choice().acceptance.without.contains(kGuess));
        QTest::keyClick(grid(), Qt::Key_Space);
        QCOMPARE(taken(kGuess), std::optional(Amount::fromInteger(11)));
    }

    /// A second click at the same spot belongs to the next doubt.
    void noIsAnAnswerAsYesIs()
    {
        open();
        auto *leave = part<QPushButton>("leaveOut");
        QVERIFY2(leave->text().contains(QStringLiteral("next")), qPrintable(leave->text()));
        leave->click();
        QVERIFY(!taken(kGuess));
        QVERIFY(!part<QLabel>("doubtWords")->text().contains(QStringLiteral("Its head is cut off.")));
        m_dialog->goTo(Place::cell(kGuess)); // back to it: it is taken after all, and looked at
        QVERIFY2(!leave->text().contains(QStringLiteral("next")), qPrintable(leave->text()));
        leave->click();
        QCOMPARE(taken(kGuess), std::optional(Amount::fromInteger(11)));
        QVERIFY(part<QLabel>("doubtWords")->text().contains(QStringLiteral("Its head is cut off.")));
    }

    void typingOverCorrects()
    {
        open();
        m_dialog->goTo(Place::cell(kSure));
        QTest::keyClick(grid(), Qt::Key_5);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(taken(kSure), std::optional(Amount::fromInteger(5)));
        QVERIFY(!m_dialog->mapping().arithmetic().isEmpty()); // 11 + 5 are not 8 + 3
        QCOMPARE(m_dialog->choice().acceptance.corrected.value(kSure), QStringLiteral("5"));
    }

    void whatIsNoFigureIsRefused()
    {
        open();
        QVERIFY(!m_dialog->mapping().correct(kSure, QStringLiteral("约五件")));
        QCOMPARE(taken(kSure), std::optional(Amount()));
    }

    void onlyWhatWasRecognisedHoldsWhatWasConfirmed()
    {
        open();
        part<QPushButton>("sureOnly")->click();
        IntakeChoice choice = m_dialog->choice();
        QVERIFY(!choice.acceptance.guesses);
        QVERIFY(!reportFrom(choice.proposal, choice.acceptance, 2021).value(kGuess));
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        open();
        QTest::keyClick(grid(), Qt::Key_Return);
        part<QPushButton>("sureOnly")->click();
        choice = m_dialog->choice();
        QVERIFY(reportFrom(choice.proposal, choice.acceptance, 2021).value(kGuess));
    }

    void aYearThatIsNotKnownIsAskedFirst()
    {
        open({}, false);
        QVERIFY(!part<QPushButton>("all")->isEnabled());
        part<QSpinBox>("year")->setValue(2021);
        QVERIFY(part<QPushButton>("all")->isEnabled());
        QCOMPARE(m_dialog->choice().year, 2021);
    }

    void figuresOfAColleagueNeedANameAndATable()
    {
        const Report target = test::filledReport();
        open({&target, IntakeUse::AddFigures});
        auto *all = part<QPushButton>("all");
        QVERIFY(all->isEnabled());
        part<QLineEdit>("from")->clear();
        QVERIFY(!all->isEnabled());
        part<QLineEdit>("from")->setText(QStringLiteral("司法所"));
        for (const char *table : {"table-disclosure", "table-requests", "table-disputes"})
            part<QCheckBox>(table)->setChecked(false);
        QVERIFY(!all->isEnabled());
        part<QCheckBox>("table-requests")->setChecked(true);
        QVERIFY(all->isEnabled());
        QCOMPARE(m_dialog->choice().tables, QList<TableId>{TableId(QStringLiteral("requests"))});
        QCOMPARE(m_dialog->choice().from, QStringLiteral("司法所"));
    }

    /// Guesses among the texts are counted, asked about and taken like those among the figures.
    void whatIsSaidOfTextsIsOneCount()
    {
        open();
        const Mapping &mapping = m_dialog->mapping();
        QCOMPARE(mapping.count(Recognition::Guessed), 2); // a figure and a text
        QCOMPARE(part<QPushButton>("count-guessed")->text(), QStringLiteral("≈ Guessed 2"));
        const int all = mapping.countTaken(true) + 2;
        QCOMPARE(part<QPushButton>("all")->text(), QStringLiteral("Take all %1").arg(all));
        QCOMPARE(part<QPushButton>("sureOnly")->text(),
            QStringLiteral("Only what was recognised, %1").arg(all - 2));
        part<QPushButton>("count-guessed")->click(); // the figure is in front
        QTest::keyClick(m_dialog.get(), Qt::Key_F8);
        QVERIFY(part<QTabWidget>("parts")->isTabVisible(3));
        m_dialog->goTo(Place::fact(QLatin1String(fact::kShortName)));
        part<QPushButton>("answerDoubt")->click();
        m_dialog->goTo(Place::cell(kGuess));
        part<QPushButton>("answerDoubt")->click();
        QCOMPARE(part<QPushButton>("all")->text(), QStringLiteral("Take %1 figures, 2 texts").arg(all - 2));
        QVERIFY(!part<QPushButton>("sureOnly")->isVisible());
    }

    void figuresOfAColleagueBringNoTexts()
    {
        const Report target = test::filledReport();
        open({&target, IntakeUse::IntoOpen});
        auto *tabs = part<QTabWidget>("parts");
        const Place text = Place::fact(QLatin1String(fact::kShortName));
        QVERIFY(m_dialog->mapping().doubts().contains(text));
        m_dialog->goTo(text);
        const int shown = tabs->currentIndex();
        choose(IntakeUse::AddFigures);
        QVERIFY(!m_dialog->mapping().doubts().contains(text));
        QVERIFY(!tabs->isTabVisible(shown));
        QVERIFY(tabs->currentIndex() != shown);
        QVERIFY(part<QLabel>("doubtWords")->text().contains(QStringLiteral("Its head is cut off.")));
        QCOMPARE(m_dialog->mapping().countTexts(true), 0);
        choose(IntakeUse::IntoOpen);
        QVERIFY(tabs->isTabVisible(shown));
        QVERIFY(m_dialog->mapping().doubts().contains(text));
    }

    /// As in every dialog; and the one to press, once nothing is asked any more.
    void theActionStandsLeftOfCallingItOff()
    {
        open();
        const auto *all = part<QPushButton>("all");
        QVERIFY(all->geometry().right() < part<QPushButton>("cancel")->geometry().left());
        QVERIFY(!all->property("primary").toBool());
        for (int i = 0; i < 50 && m_dialog->mapping().openDoubts() > 0; ++i)
            part<QPushButton>("answerDoubt")->click();
        QVERIFY(all->property("primary").toBool());
    }

    void theYearProposesTheUse_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("use");
        QTest::newRow("this year's goes into it") << 2021 << int(IntakeUse::IntoOpen);
        QTest::newRow("an older one stands beside it") << 2022 << int(IntakeUse::PriorOfOpen);
    }
    void theYearProposesTheUse()
    {
        QFETCH(int, year);
        QFETCH(int, use);
        const Report target = test::filledReport(QStringLiteral("2021"), year);
        open({&target, {}});
        QCOMPARE(int(m_dialog->choice().use), use);
        choose(IntakeUse::NewReport);
        QCOMPARE(int(m_dialog->choice().use), int(IntakeUse::NewReport));
    }

    void enterTakesNothing()
    {
        open();
        QTest::keyClick(part<SourceView>("source"), Qt::Key_Return);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
    }

    void sumsSolveOneCellOnly()
    {
        Report report = withFigures();
        const QSet<CellId> stated{CellId(QStringLiteral("requests.total.individual"))};
        QCOMPARE(solvedCell(report, kOdd, stated)->value, Amount::fromInteger(8));
        QVERIFY(report.apply({{}, {SetCell{kSure, std::nullopt}, SetCell{kOdd, std::nullopt}}, {}}));
        QVERIFY(!solvedCell(report, kSure, {}));
    }
};

QTEST_MAIN(IntakeDialogTest)
#include "tst_intakedialog.moc"
