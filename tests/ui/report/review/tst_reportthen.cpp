// SPDX-License-Identifier: MulanPSL-2.0
#include "reportthen.h"

#include "appearance.h"
#include "clock.h"
#include "historylist.h"
#include "pagepreview.h"
#include "testreports.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const CellId kCell(QStringLiteral("requests.received.individual"));
const QString kHostile = QStringLiteral("<img src=\"x\"><b>&amp;&x");

QDateTime s_now;
QDateTime steppingClock() { return s_now = s_now.addSecs(60); }

} // namespace

/// One row of the history, looked at: what it did, the report as it was then, what differs from now.
class ReportThenTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QWidget> m_both;
    HistoryList *m_list = nullptr;
    ReportThen *m_then = nullptr;

    QTabWidget *views() { return m_then->findChild<QTabWidget *>(QStringLiteral("views")); }
    QTextBrowser *text(const char *name) { return m_then->findChild<QTextBrowser *>(QLatin1String(name)); }
    QString words(const char *name) { return text(name)->toPlainText(); }

    void edit(const Change &change)
    {
        const auto done = m_session->edit(change);
        QVERIFY2(done, done ? "" : qPrintable(done.error().where));
        m_session->endMerge();
    }
    void type(const QString &words)
    {
        edit(Change::of(QStringLiteral("改正文"), SetText{kOverview, 0, words}));
    }
    void fill(int value)
    {
        edit(Change::of(QStringLiteral("填表"), SetCell{kCell, Amount::fromInteger(value)}));
    }
    void open()
    {
        m_both = std::make_unique<QWidget>();
        m_list = new HistoryList(m_both.get());
        m_then = new ReportThen(*m_session, *m_list, m_both.get());
        auto *layout = new QHBoxLayout(m_both.get());
        layout->addWidget(m_list);
        layout->addWidget(m_then, 1);
        connect(m_list, &HistoryList::chosenChanged, m_then, &ReportThen::showChosen);
        m_both->resize(900, 600);
        m_both->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_both.get()));
        m_list->showRows(m_session->history(), m_session->report());
    }
    /// Counted from the newest.
    qint64 idFromEnd(int back)
    {
        const auto rows = m_session->history();
        return rows && rows->size() > back ? rows->at(rows->size() - 1 - back).id : 0;
    }
    void choose(qint64 id)
    {
        m_list->choose(id);
        QTRY_COMPARE(m_then->around().row, id); // comes when the choice rests
    }

private Q_SLOTS:
    void initTestCase()
    {
        appearance::apply(false);
        setClock(steppingClock);
    }
    void init()
    {
        s_now = QDateTime(QDate(2026, 1, 19), QTime(9, 0));
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
        auto made = Session::create(m_folder->filePath(QStringLiteral("r.nianbao")), test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
    }
    void cleanup()
    {
        m_both.reset();
        m_session.reset();
    }

    void whatARowDidAndHowItDiffersFromNow()
    {
        type(QStringLiteral("本年收到3件申请。"));
        type(QStringLiteral("本年收到4件申请。"));
        fill(7);
        open();
        choose(idFromEnd(1));
        QVERIFY2(words("deed").contains(QStringLiteral("本年收到3\u20024件")), qPrintable(words("deed")));
        QVERIFY(text("deed")->toHtml().contains(QStringLiteral("line-through")));
        QVERIFY(text("deed")->toHtml().contains(QStringLiteral("underline")));
        QVERIFY(m_then->time().contains(QStringLiteral("09:")));
        QVERIFY(m_then->findChild<QLabel *>(QStringLiteral("stateTitle"))->text().contains(m_then->time()));
        views()->setCurrentIndex(2);
        const QString comparison = words("comparison");
        QVERIFY2(comparison.contains(m_session->report().spec().cell(kCell)->label), qPrintable(comparison));
        QVERIFY2(comparison.contains(QStringLiteral("0 → 7")), qPrintable(comparison));
        QVERIFY(!comparison.contains(QStringLiteral("收到"))); // that is the same
    }

    void thePagesOfThen()
    {
        type(QStringLiteral("甲"));
        type(QString(9000, u'乙'));
        open();
        auto *pages = m_then->findChild<PagePreview *>();
        choose(idFromEnd(1));
        views()->setCurrentIndex(1);
        const int then = int(pages->document().pages.size());
        choose(idFromEnd(0));
        QTRY_VERIFY(int(pages->document().pages.size()) > then);
    }

    /// What is still shown of another row does not look like this one's.
    void whileTheChoiceDoesNotRestTheStateOfAnotherIsPale()
    {
        type(QStringLiteral("一"));
        type(QStringLiteral("二"));
        open();
        views()->setCurrentIndex(2);
        choose(idFromEnd(0));
        QVERIFY(text("comparison")->isEnabled());
        QSignalSpy fetched(m_then, &ReportThen::fetched);
        m_list->choose(idFromEnd(1));
        QCOMPARE(m_then->around().row, 0);
        QVERIFY(!text("comparison")->isEnabled());
        QVERIFY(!m_then->findChild<QStackedWidget *>(QStringLiteral("pagesThen"))->isEnabled());
        QVERIFY(!m_then->around().after);
        m_then->fetch();
        QCOMPARE(fetched.size(), 1);
        m_then->fetch(); // it is there
        QCOMPARE(fetched.size(), 1);
        QVERIFY(text("comparison")->isEnabled());
        QCOMPARE(m_then->around().after->subSections(kOverview).value(0).text, QStringLiteral("一"));
        QCOMPARE(m_then->around().placesAfter.size(), 1);
    }

    void whereNoRowIsNothingIsLeft()
    {
        type(QStringLiteral("一"));
        open();
        views()->setCurrentIndex(2);
        choose(idFromEnd(0));
        QVERIFY(!words("comparison").isEmpty());
        m_list->showRows(QList<HistoryRow>(), m_session->report());
        QVERIFY(words("comparison").isEmpty());
        QVERIFY(words("deed").isEmpty());
        QCOMPARE(m_then->around().row, 0);
    }

    void aMoveOfTheReviewStandsOut()
    {
        edit(Change::of(QStringLiteral("改办"),
            SetFact{QLatin1String(fact::kOffice), QStringLiteral("一")})); // nothing is found in it
        ReviewMove move;
        move.who = QStringLiteral("王芸");
        move.at = QStringLiteral("2026-01-19T10:00:00Z");
        const auto done = m_session->move(move);
        QVERIFY2(done, done ? "" : qPrintable(done.error().where));
        open();
        QTRY_VERIFY(words("deed").contains(ReportThen::tr("The report then")));
    }

    void eachViewIsEnteredFromTheMenuOfARow()
    {
        type(QStringLiteral("一"));
        open();
        choose(idFromEnd(0));
        QMenu menu;
        m_then->addViews(&menu);
        QCOMPARE(menu.actions().size(), views()->count());
        menu.actions().last()->trigger();
        QCOMPARE(views()->currentIndex(), views()->count() - 1);
        QVERIFY(text("comparison")->hasFocus() || !m_both->isActiveWindow());
    }

    void wordsOfTheFileAreShownToTheLetter()
    {
        type(kHostile);
        type(QStringLiteral("平"));
        open();
        choose(idFromEnd(0));
        QVERIFY2(words("deed").contains(kHostile), qPrintable(words("deed")));
        views()->setCurrentIndex(2);
        choose(idFromEnd(1));
        QVERIFY(words("comparison").contains(kHostile));
    }
};

QTEST_MAIN(ReportThenTest)
#include "tst_reportthen.moc"
