// SPDX-License-Identifier: MulanPSL-2.0
#include "historylist.h"

#include "appearance.h"
#include "clock.h"
#include "testreports.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nianbao;

namespace {

QDateTime today() { return QDateTime(QDate(2026, 1, 19), QTime(12, 0)); }

HistoryRow row(qint64 id, const QString &at, const QString &who, const QString &place, const QString &now)
{
    HistoryRow row;
    row.id = id;
    row.at = at;
    row.who = who;
    row.what = QStringLiteral("改");
    row.isKept = true;
    ChangedValue value{Place::parse(place).value_or(Place::report()), QStringLiteral("旧"), now, {}, {}};
    value.part = Phrase(QLatin1String("place"));
    value.name = value.part;
    row.changes = {value};
    return row;
}

} // namespace

/// The rows on screen: searched, narrowed, chosen.
class HistoryListTest : public QObject {
    Q_OBJECT

    Report m_report = test::filledReport();
    std::unique_ptr<HistoryList> m_list;

    QListView *view() { return m_list->findChild<QListView *>(QStringLiteral("rows")); }
    QLineEdit *search() { return m_list->findChild<QLineEdit *>(QStringLiteral("search")); }
    QPushButton *all() { return m_list->findChild<QPushButton *>(QStringLiteral("showAll")); }
    QLabel *label(const char *name) { return m_list->findChild<QLabel *>(QLatin1String(name)); }
    qint64 chosen() { return m_list->chosenRow() ? m_list->chosenRow()->id : 0; }

    void show(qint64 count)
    {
        QList<HistoryRow> rows{row(1, QStringLiteral("2026-01-19T09:00:00"), QStringLiteral("王芸"),
                                   QStringLiteral("overview/1"), QStringLiteral("收到3件。")),
            row(2, QStringLiteral("2026-01-19T10:00:00"), QStringLiteral("陈立"),
                QStringLiteral("requests.received.individual"), QStringLiteral("7")),
            row(3, QStringLiteral("2026-01-19T11:00:00"), QStringLiteral("王芸"),
                QStringLiteral("overview/2"), QStringLiteral("收到8件。"))};
        m_list->showRows(rows.first(count), m_report);
    }

private Q_SLOTS:
    void initTestCase()
    {
        appearance::apply(false);
        setClock(today);
    }
    void init()
    {
        m_list = std::make_unique<HistoryList>();
        m_list->resize(400, 500);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    }
    void cleanup() { m_list.reset(); }

    void anEmptyHistorySaysSo()
    {
        show(0);
        QVERIFY(label("nothing")->isVisible());
        QVERIFY(!all()->isVisible());
        QVERIFY(!m_list->chosenRow());
    }

    void aHistoryThatCannotBeReadSaysWhy()
    {
        show(0);
        const QString empty = label("nothing")->text();
        m_list->showRows(Error{ErrorCode::Damaged, {}}, m_report);
        QVERIFY(label("nothing")->isVisible());
        QVERIFY(!label("nothing")->text().isEmpty());
        QVERIFY(label("nothing")->text() != empty);
    }

    void theNewestIsChosenAndStaysSo()
    {
        show(2);
        QCOMPARE(chosen(), 2);
        show(3);
        QCOMPARE(chosen(), 2); // one more came meanwhile
        m_list->forgetChosen();
        QCOMPARE(chosen(), 2);
        show(3);
        QCOMPARE(chosen(), 3);
    }

    void searchedWhileTyping()
    {
        show(2);
        QSignalSpy told(m_list.get(), &HistoryList::chosenChanged);
        m_list->startSearch();
        QTest::keyClicks(search(), QStringLiteral("3"));
        QCOMPARE(chosen(), 1);
        QVERIFY(!told.isEmpty());
        QTest::keyClicks(search(), QStringLiteral("xyz"));
        QVERIFY(label("nothing")->isVisible());
        QVERIFY(label("nothing")->text().contains(QStringLiteral("3xyz")));
        QVERIFY(label("count")->text().isEmpty());
        QCOMPARE(chosen(), 0);
        QTest::keyClick(search(), Qt::Key_Escape); // gives up the search
        QVERIFY(search()->text().isEmpty());
        QVERIFY(view()->isVisible());
        QCOMPARE(chosen(), 1); // still
        QTest::keyClick(search(), Qt::Key_Up);
        QCOMPARE(chosen(), 2);
    }

    void personAndPart()
    {
        show(3);
        auto *person = m_list->findChild<QComboBox *>(QStringLiteral("person"));
        auto *section = m_list->findChild<QComboBox *>(QStringLiteral("section"));
        person->setCurrentIndex(person->findData(QStringLiteral("陈立")));
        QVERIFY(person->currentIndex() > 0);
        QCOMPARE(chosen(), 2);
        QCOMPARE(view()->model()->rowCount(), 2);
        show(3); // the report was changed meanwhile
        QCOMPARE(person->currentData().toString(), QStringLiteral("陈立"));
        QCOMPARE(view()->model()->rowCount(), 2);
        section->setCurrentIndex(section->findData(QStringLiteral("overview")));
        QVERIFY(section->currentIndex() > 0);
        QVERIFY(label("nothing")->isVisible());
        all()->click();
        QCOMPARE(view()->model()->rowCount(), 4);
        QCOMPARE(chosen(), 2);
        m_list->findChild<QCheckBox *>(QStringLiteral("moves"))->setChecked(true);
        QVERIFY(label("nothing")->isVisible());
    }

    void aRowThatFiltersHideIsFoundAllTheSame()
    {
        show(3);
        search()->setText(QStringLiteral("没有的"));
        QCOMPARE(chosen(), 0);
        m_list->choose(1);
        QCOMPARE(chosen(), 1);
        QVERIFY(search()->text().isEmpty());
    }

    void aRowHasAMenu()
    {
        show(3);
        m_list->choose(2);
        connect(m_list.get(), &HistoryList::menuRequested, this,
            [](QMenu *menu) { menu->addAction(QStringLiteral("甲")); });
        Q_EMIT view()->customContextMenuRequested(view()->visualRect(view()->currentIndex()).center());
        auto *menu = view()->findChild<QMenu *>(QStringLiteral("rowMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("甲"));
        menu->actions().last()->trigger();
        QCOMPARE(QApplication::clipboard()->text(),
            view()->currentIndex().data(Qt::AccessibleTextRole).toString());
        menu->close();
    }
};

QTEST_MAIN(HistoryListTest)
#include "tst_historylist.moc"
