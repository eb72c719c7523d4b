// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialoganswers.h"
#include "findingactions.h"
#include "findingspanel.h"
#include "headline.h"
#include "testreports.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

class FindingsPanelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<FindingsPanel> m_panel;
    const SectionId m_overview{QStringLiteral("overview")};

    QListView *list() { return m_panel->findChild<QListView *>(QStringLiteral("findings")); }
    QString text() { return m_session->report().subSections(m_overview).at(1).text; }

    void select(const char *rule)
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (index.data(FindingsModel::RuleRole).toString() == QLatin1String(rule)) {
                list()->setCurrentIndex(index);
                QCoreApplication::processEvents(); // what can be done is shown with the next event
                return;
            }
        }
        QFAIL(rule);
    }
    const Finding *found(const char *rule)
    {
        for (const Finding &finding : m_session->findings()) {
            if (finding.rule.toString() == QLatin1String(rule))
                return &finding;
        }
        return nullptr;
    }
    void press(const char *name)
    {
        for (QToolButton *button : m_panel->findChildren<QToolButton *>(QLatin1String(name))) {
            if (!button->isHidden()) {
                button->click();
                return;
            }
        }
        QFAIL(name);
    }
    void chooseMore(const QString &words)
    {
        for (QToolButton *button : m_panel->findChildren<QToolButton *>(QStringLiteral("more"))) {
            if (button->isHidden())
                continue;
            for (QAction *action : button->menu()->actions()) {
                if (action->text().contains(words)) {
                    action->trigger();
                    return;
                }
            }
        }
        QFAIL(qPrintable(words));
    }

private Q_SLOTS:
    /// Of a card; what is copied and the tooltip have the code for who asks for it.
    void aRuleIsToldInWords()
    {
        static const QRegularExpression code(QStringLiteral("[A-Z]{2,}-[A-Z]"));
        QVERIFY(list()->model()->rowCount() > 1);
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            const QString foot = index.data(FindingsModel::FootRole).toString();
            QVERIFY2(!foot.isEmpty() && !foot.contains(code), qPrintable(foot));
            QVERIFY(!index.data().toString().contains(code));
            QVERIFY(index.data(Qt::ToolTipRole)
                        .toString()
                        .contains(index.data(FindingsModel::RuleRole).toString()));
        }
        const auto *rule = m_session->rules().find(RuleId(QStringLiteral("SEC-EMPTY")));
        const Change off
            = findingActions::switchOff(RuleId(QLatin1String(rule->id)), QStringLiteral("另有报告"));
        QVERIFY2(!off.description.contains(code), qPrintable(off.description));
    }

    /// What there is begins at the top and follows what is above it; the keys are told where they lead.
    void nothingHangsInAGap_data()
    {
        QTest::addColumn<bool>("isClean");
        QTest::newRow("nothing was found") << true;
        QTest::newRow("a few cards") << false;
    }
    void nothingHangsInAGap()
    {
        QFETCH(bool, isClean);
        if (isClean) {
            m_panel.reset();
            auto made
                = Session::create(m_folder.filePath(QStringLiteral("clean.nianbao")), test::filledReport());
            QVERIFY(made);
            m_session = std::move(*made);
            m_panel = std::make_unique<FindingsPanel>(*m_session);
        }
        QCOMPARE(m_session->findings().isEmpty(), isClean);
        m_panel->resize(400, 1500);
        m_panel->show();
        QTRY_COMPARE(list()->isVisible(), !isClean);
        const auto *verdict = m_panel->findChild<QLabel *>(QStringLiteral("verdict"));
        const auto *foot = m_panel->findChild<QLabel *>(QStringLiteral("rulesOff"));
        const int line = m_panel->fontMetrics().height();
        QTRY_VERIFY(verdict->geometry().bottom() < 3 * line);
        if (isClean) {
            QVERIFY(!foot->isVisible());
            return;
        }
        const QModelIndex last = list()->model()->index(list()->model()->rowCount() - 1, 0);
        const auto *actions = m_panel->findChild<QWidget *>(QStringLiteral("findingActions"));
        const auto gap = [&] { // the first card may be chosen by now
            const QWidget *below = foot->isVisible() ? static_cast<const QWidget *>(foot) : actions;
            const QPoint end = list()->visualRect(last).bottomLeft();
            return below->y() - list()->mapTo(m_panel.get(), end).y();
        };
        QTRY_VERIFY2(gap() > 0 && gap() < line, qPrintable(QString::number(gap())));
    }

    void initTestCase()
    {
        appearance::apply(false);
        dialogs::setSilent(true);
    }
    void init()
    {
        static int number = 0;
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {InsertSubSection{m_overview, 1,
                {QStringLiteral("依申请公开情况"),
                    QStringLiteral("收到政府信息公开申请3件。柳林镇镇政务公开。")}}}}));
        auto made = Session::create(m_folder.filePath(QStringLiteral("p%1.nianbao").arg(++number)), report);
        QVERIFY(made);
        m_session = std::move(*made);
        m_panel = std::make_unique<FindingsPanel>(*m_session);
        m_panel->show();
        new QAbstractItemModelTester(list()->model(), list());
    }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
    }

    void anExplanationIsKeptUndoneAndLapses()
    {
        QCOMPARE(int(verdict(m_session->findings())), int(Verdict::Explain));
        select("TXT-RECEIVED");
        auto *line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        line->setFocus();
        line->setText(QStringLiteral("含口头申请3件"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(found("TXT-RECEIVED")->explained);
        QCOMPARE(int(verdict(m_session->findings())), int(Verdict::Pass));
        // it is in the file
        const auto copy = Session::open(m_session->path(), Session::Mode::Look);
        QVERIFY(copy);
        QCOMPARE((*copy)->report().explanations().size(), 1);
        // it lapses with its operands, and its words stay at hand
        QVERIFY(m_session->edit(
            Change::of({}, SetText{m_overview, 1, QStringLiteral("收到政府信息公开申请4件。")})));
        QVERIFY(!found("TXT-RECEIVED")->explained);
        QCOMPARE(found("TXT-RECEIVED")->explanation, QStringLiteral("含口头申请3件"));
        QVERIFY(m_session->undo());
        QVERIFY(found("TXT-RECEIVED")->explained);
        QVERIFY(m_session->undo());
        QVERIFY(!found("TXT-RECEIVED")->explained);
    }

    void aPanelThatIsAskedHandsOverAndOneThatGoesDoesNot()
    {
        select("TXT-RECEIVED");
        auto *line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("x"));
        m_panel.reset(); // no destructor edits: whoever closes it asks before
        QVERIFY(!found("TXT-RECEIVED")->explained);
        m_panel = std::make_unique<FindingsPanel>(*m_session);
        m_panel->show();
        select("TXT-RECEIVED");
        line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        QTest::keyClicks(line, QStringLiteral("y"));
        QVERIFY(m_panel->commitOpenEditor());
        QVERIFY(found("TXT-RECEIVED")->explained);
    }

    void theNextFindingDoesNotTakeAnExplanationAway()
    {
        select("TXT-RECEIVED");
        auto *line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        QTest::keyClicks(line, QStringLiteral("x"));
        m_panel->step(1);
        QVERIFY(found("TXT-RECEIVED")->explained);
        QCOMPARE(found("TXT-RECEIVED")->explanation, QStringLiteral("x"));
    }

    /// The card that takes the place of a settled one was chosen by nobody: it is the next one.
    void afterASettledFindingComesTheOneInItsPlace()
    {
        QSignalSpy asked(m_panel.get(), &FindingsPanel::placeRequested);
        select("TXT-RECEIVED");
        press("correct");
        QTRY_VERIFY(!found("TXT-RECEIVED"));
        QVERIFY(list()->currentIndex().isValid());
        const QString inItsPlace = list()->currentIndex().data().toString();
        QVERIFY(asked.isEmpty()); // nobody is led away from what was mended
        QVERIFY(m_panel->step(1));
        QCOMPARE(list()->currentIndex().data().toString(), inItsPlace);
        QCOMPARE(asked.size(), 1);
        m_panel->step(1);
        QVERIFY(list()->currentIndex().data().toString() != inItsPlace);
    }

    /// Typed on, it is the explanation of the next, not the rest of the first.
    void afterEnterTheNextIsExplained()
    {
        QVERIFY(m_session->edit(Change::of(
            {}, SetText{m_overview, 0, QStringLiteral("全年收到政府信息公开申请5件，柳林镇镇政务公开。")})));
        int open = count(m_session->findings(), Level::Explain);
        QVERIFY(open >= 2);
        QSignalSpy asked(m_panel.get(), &FindingsPanel::placeRequested);
        select("TXT-RECEIVED");
        auto *line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        line->setFocus();
        const QStringList said{QStringLiteral("first"), QStringLiteral("second")};
        QTest::keyClicks(line, said.first());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(count(m_session->findings(), Level::Explain), open - 1);
        QCOMPARE(line->text(), QString());
        QVERIFY(line->hasFocus());
        QCOMPARE(asked.size(), 1); // and its place is shown
        QTest::keyClicks(line, said.last());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(count(m_session->findings(), Level::Explain), open - 2);
        QStringList kept;
        for (const Finding &finding : m_session->findings()) {
            if (finding.explained)
                kept.append(finding.explanation);
        }
        kept.sort();
        QCOMPARE(kept, said);
        for (open -= 2; open > 0; --open) {
            QTest::keyClicks(line, said.last());
            QTest::keyClick(line, Qt::Key_Return);
        }
        QVERIFY(!line->hasFocus()); // none is left: what is typed now goes nowhere
    }

    void anExplanationThatCannotBeWrittenStays()
    {
        select("TXT-RECEIVED");
        auto *line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        QTest::keyClicks(line, QStringLiteral("x"));
        const QString away = m_session->path() + QStringLiteral(".away");
        QVERIFY(QFile::rename(m_session->path(), away));
        QVERIFY(!m_panel->commitOpenEditor());
        m_panel->step(1); // it does not go on to another finding with it
        QCOMPARE(line->text(), QStringLiteral("x"));
        QVERIFY(m_session->unsaved());
        QVERIFY(QFile::rename(away, m_session->path()));
        QVERIFY(m_panel->commitOpenEditor());
        QVERIFY(found("TXT-RECEIVED")->explained);
        QVERIFY(!m_session->unsaved());
    }

    void ctrlZBelongsToTheLineWhileItIsTypedInto()
    {
        QVERIFY(m_session->edit(Change::of({}, SetHeading{m_overview, 0, QStringLiteral("h")})));
        select("TXT-RECEIVED");
        auto *line = m_panel->findChild<QLineEdit *>(QStringLiteral("explanation"));
        QTest::keyClicks(line, QStringLiteral("x"));
        QKeyEvent mine(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        mine.ignore();
        QCoreApplication::sendEvent(line, &mine);
        QVERIFY(mine.isAccepted());
        QTest::keySequence(line, QKeySequence::Undo);
        QCOMPARE(line->text(), QString());
        QKeyEvent theReports(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        theReports.ignore();
        QCoreApplication::sendEvent(line, &theReports);
        QVERIFY(!theReports.isAccepted());
    }

    void aHintIsPutAsideAndTakenBack()
    {
        select("DUP");
        chooseMore(FindingsPanel::tr("Put the hint aside"));
        QTRY_VERIFY(found("DUP")->explained);
        QCOMPARE(count(m_session->findings(), Level::Hint), 0);
        select("DUP");
        chooseMore(FindingsPanel::tr("Take it back"));
        QTRY_VERIFY(!found("DUP")->explained);
    }

    void theOneCorrectionIsOffered()
    {
        select("DUP");
        press("correct");
        QTRY_VERIFY(!found("DUP"));
        QVERIFY(text().endsWith(QStringLiteral("柳林镇政务公开。")));
        QVERIFY(m_session->undo());
        QVERIFY(found("DUP"));
    }

    void theLiveFigureTakesTheNumbersPlace()
    {
        select("TXT-RECEIVED");
        press("correct");
        QTRY_VERIFY(!found("TXT-RECEIVED"));
        QVERIFY(text().startsWith(QStringLiteral("收到政府信息公开申请{{requests.received.total}}件")));
    }

    void aRuleIsSwitchedOffWithAReasonOnly()
    {
        select("DUP");
        chooseMore(FindingsPanel::tr("Switch this rule off for this report…")); // no answer: nothing happens
        QCoreApplication::processEvents();
        QVERIFY(found("DUP"));
        dialogs::answerNext(QStringLiteral("地名如此"));
        chooseMore(FindingsPanel::tr("Switch this rule off for this report…"));
        QTRY_VERIFY(!found("DUP"));
        QCOMPARE(
            m_session->report().rulesOff().value(RuleId(QStringLiteral("DUP"))), QStringLiteral("地名如此"));
        auto *off = m_panel->findChild<QLabel *>(QStringLiteral("rulesOff"));
        QVERIFY(off->text().contains(QStringLiteral("地名如此")));
        Q_EMIT off->linkActivated(QStringLiteral("DUP"));
        QVERIFY(found("DUP"));
    }

    /// What is about a table is mended there: no text is offered.
    void aFindingAboutATableLeadsToTheTable()
    {
        QSignalSpy asked(m_panel.get(), &FindingsPanel::placeRequested);
        Change blanks;
        for (const CellId &cell : m_session->report().spec().table(Role::Disputes)->cells) {
            if (!m_session->report().spec().cell(cell)->isComputed())
                blanks.steps.append(SetCell{cell, {}});
        }
        QVERIFY(m_session->edit(blanks));
        for (const char *rule : {"SEC-EMPTY", "CELL-BLANK"}) {
            select(rule);
            for (QToolButton *button : m_panel->findChildren<QToolButton *>(QStringLiteral("toText")))
                QVERIFY2(button->isHidden(), rule);
            press("toTable");
            QTRY_VERIFY(!asked.isEmpty());
            QVERIFY(asked.takeFirst().first().value<Place>().toString().startsWith(u"disputes"));
        }
        QVERIFY(m_session->undo());
        QVERIFY(m_session->edit(
            Change::of({}, SetFact{QLatin1String(fact::kTitle), QStringLiteral("柳林镇年报")})));
        select("TITLE"); // no text of the report either
        for (QToolButton *button : m_panel->findChildren<QToolButton *>(QStringLiteral("toText")))
            QVERIFY(button->isHidden());
        press("toPlace");
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Place>().toString(), QStringLiteral("title"));
    }

    void aReportThatIsNotStartedIsToldSo()
    {
        const auto head = [](const FindingsPanel &panel) {
            return panel.findChild<QLabel *>(QStringLiteral("verdict"))->text();
        };
        QVERIFY(head(*m_panel).endsWith(said(headLineWithHints(m_session->report(), m_session->findings()))));
        const Report blank(findForm(QStringLiteral("2021")), 2024);
        const auto session = Session::create(m_folder.filePath(QStringLiteral("blank.nianbao")), blank);
        QVERIFY(session);
        FindingsPanel panel(**session);
        panel.show();
        QVERIFY(head(panel).endsWith(QStringLiteral("Tables and texts not started")));
        QVERIFY(panel.findChild<QListView *>(QStringLiteral("findings"))->isHidden());
        QVERIFY((*session)->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.other")), Amount::fromInteger(1)})));
        QVERIFY(!head(panel).contains(QStringLiteral("not started")));
        QVERIFY(!panel.findChild<QListView *>(QStringLiteral("findings"))->isHidden());
    }

    void itLeadsToTextAndTable()
    {
        QSignalSpy asked(m_panel.get(), &FindingsPanel::placeRequested);
        select("TXT-RECEIVED");
        press("toText");
        QTRY_COMPARE(asked.size(), 1);
        const Place place = asked.first().first().value<Place>();
        QCOMPARE(place.toString(), QStringLiteral("overview/2"));
        QCOMPARE(text().mid(place.start(), place.length()), QStringLiteral("3件"));
        press("toTable");
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(asked.last().first().value<Place>().toString(), QStringLiteral("requests.received.total"));
        QVERIFY(m_panel->findChild<QLabel *>(QStringLiteral("excerpt"))
                    ->text()
                    .contains(QStringLiteral("text-decoration:underline\">3件</span>")));
    }

    /// It would be cut below what can be done about the chosen card, where there is not room for both.
    void howToGetToACardIsToldWhileNoneIsChosen()
    {
        const auto hint = [this] {
            const auto *foot = m_panel->findChild<QLabel *>(QStringLiteral("rulesOff"));
            return foot->isVisible() && foot->text().contains(QStringLiteral("F8"));
        };
        QVERIFY(hint());
        select("TXT-RECEIVED");
        QVERIFY(!hint());
        list()->setCurrentIndex({});
        QCoreApplication::processEvents();
        QVERIFY(hint());
    }

    /// Whoever reads is led to the place, and offered nothing that cannot be done.
    void whatIsReadOnlyIsNotOfferedToBeMended()
    {
        const auto shown = [this] {
            QStringList words;
            for (const QToolButton *button : m_panel->findChild<QWidget *>(QStringLiteral("findingActions"))
                                                 ->findChildren<QToolButton *>()) {
                if (button->isVisible())
                    words.append(button->objectName() + QStringLiteral(": ") + button->accessibleName());
            }
            return words;
        };
        const auto explanation
            = [this] { return m_panel->findChild<QLineEdit *>(QStringLiteral("explanation")); };
        select("TXT-RECEIVED");
        QVERIFY2(shown().contains(QStringLiteral("toText: To the text")), qPrintable(shown().join(u'\n')));
        QVERIFY(!explanation()->isHidden());
        QVERIFY(m_session->edit(findingActions::explain(*found("TXT-RECEIVED"), QStringLiteral("已核"))));
        const auto looked = Session::open(m_session->path(), Session::Mode::Look);
        QVERIFY(looked);
        m_panel = std::make_unique<FindingsPanel>(**looked);
        m_panel->show();
        select("TXT-RECEIVED");
        QCOMPARE(shown(),
            (QStringList{
                QStringLiteral("toText: Show the text"), QStringLiteral("toTable: Show the table")}));
        QVERIFY(explanation()->isHidden());
        m_panel.reset();
    }
};

QTEST_MAIN(FindingsPanelTest)
#include "tst_findingspanel.moc"
