// SPDX-License-Identifier: MulanPSL-2.0
#include "historydialog.h"

#include "appearance.h"
#include "changewords.h"
#include "clearingdialog.h"
#include "clock.h"
#include "dialoganswers.h"
#include "historymodel.h"
#include "rounds.h"
#include "settings.h"
#include "testreports.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QUndoStack>

#include <algorithm>
#include <ctime>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const CellId kCell(QStringLiteral("requests.received.individual"));
const QString kPhone = QStringLiteral("13812345678");

QDateTime s_now;
QDateTime steppingClock() { return s_now = s_now.addSecs(60); }

} // namespace

/// The history on screen: looked at, searched, compared, restored, cleared.
class HistoryDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<HistoryDialog> m_dialog;

    QListView *list() { return m_dialog->findChild<QListView *>(QStringLiteral("rows")); }
    QLineEdit *search() { return m_dialog->findChild<QLineEdit *>(QStringLiteral("search")); }
    QPushButton *button(const char *name) { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *label(const char *name) { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }
    QTabWidget *tabs() { return m_dialog->findChild<QTabWidget *>(QStringLiteral("views")); }
    QTextBrowser *text(const char *name) { return m_dialog->findChild<QTextBrowser *>(QLatin1String(name)); }
    QString overview() { return m_session->report().subSections(kOverview).value(0).text; }

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
    /// Of the office's page: nothing that a check finds anything in.
    void nameOffice(const QString &words)
    {
        edit(Change::of(QStringLiteral("改办"), SetFact{QLatin1String(fact::kOffice), words}));
    }
    void send()
    {
        ReviewMove move;
        move.who = QStringLiteral("王芸");
        move.at = QStringLiteral("2026-01-19T10:00:00Z");
        const auto done = m_session->move(move);
        QVERIFY2(done, done ? "" : qPrintable(done.error().where));
    }
    void open()
    {
        m_dialog = std::make_unique<HistoryDialog>(*m_session);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    /// Row of the history, counted from the newest.
    qint64 idFromEnd(int back)
    {
        const auto rows = m_session->history();
        return rows && rows->size() > back ? rows->at(rows->size() - 1 - back).id : 0;
    }
    void choose(qint64 id)
    {
        m_dialog->choose(id);
        // what is around the row comes when the choice rests
        QTRY_VERIFY(!label("whyNot")->text().isEmpty());
    }
    qint64 chosen()
    {
        const auto *model = static_cast<const HistoryModel *>(list()->model());
        const HistoryRow *row = model->rowAt(list()->currentIndex());
        return row ? row->id : 0;
    }

private Q_SLOTS:
    /// What went and what came in its place do not run together.
    void wordsThatTookThePlaceOfOthersStandApart()
    {
        using Op = TextChange::Op;
        RichWords words;
        addTextChanges(words,
            {{Op::Keep, QStringLiteral("收到")}, {Op::Delete, QStringLiteral("12")},
                {Op::Insert, QStringLiteral("15")}, {Op::Keep, QStringLiteral("件")},
                {Op::Insert, QStringLiteral("申请")}},
            ChangeInk(QApplication::palette()));
        QTextBrowser shown;
        words.showIn(&shown);
        QCOMPARE(shown.toPlainText(), QStringLiteral("收到12\u200215件申请"));
    }

    void initTestCase()
    {
        dialogs::setSilent(true);
        appearance::apply(false);
        setClock(steppingClock);
    }
    void init()
    {
        s_now = QDateTime(QDate(2026, 1, 19), QTime(9, 0));
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
        settings::setUserName(QStringLiteral("王芸"));
        m_path = m_folder->filePath(QStringLiteral("r.nianbao"));
        auto made = Session::create(m_path, test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
        dialogs::setSilent(true);
        static_cast<void>(dialogs::asked());
        static_cast<void>(dialogs::told());
    }
    void cleanup()
    {
        m_dialog.reset();
        m_session.reset();
    }

    void anEmptyHistorySaysSo()
    {
        open();
        QVERIFY(label("nothing")->isVisible());
        QVERIFY(!button("showAll")->isVisible());
        QVERIFY(!button("restoreWhole")->isEnabled());
        QVERIFY(!button("clear")->isEnabled());
    }

    void lookingChangesNothing()
    {
        type(QStringLiteral("收到3件。"));
        type(QStringLiteral("收到4件。"));
        fill(7);
        const QByteArray before = test::readFile(m_path);
        const Report report = m_session->report();
        open();
        for (int back = 0; back < 3; ++back) {
            choose(idFromEnd(back));
            for (int tab = 0; tab < tabs()->count(); ++tab)
                tabs()->setCurrentIndex(tab);
        }
        QVERIFY(m_session->report() == report);
        QCOMPARE(test::readFile(m_path), before);
    }

    void aMoveOfTheReviewStandsOut()
    {
        nameOffice(QStringLiteral("一"));
        send();
        open();
        QCOMPARE(list()->currentIndex().data(HistoryModel::KindRole).toInt(), int(HistoryModel::Move));
        QCOMPARE(list()->currentIndex().data(HistoryModel::MoveRole).toString(), QStringLiteral("send"));
        bool isRowOffered = true; // that the report moved is never cleared
        dialogs::handleNext([&isRowOffered](QDialog &dialog) {
            isRowOffered = dialog.findChild<QRadioButton *>(QStringLiteral("ofRow"))->isEnabled();
            return false;
        });
        button("clear")->click();
        QVERIFY(!isRowOffered);
    }

    void escapeGivesUpTheSearchFirst()
    {
        type(QStringLiteral("收到3件。"));
        fill(7);
        open();
        tabs()->setCurrentIndex(2);
        QTRY_VERIFY(!text("comparison")->toPlainText().isEmpty());
        search()->setFocus();
        QTest::keyClicks(search(), QStringLiteral("3xyz"));
        QCOMPARE(chosen(), 0);
        QVERIFY(text("comparison")->toPlainText().isEmpty()); // of a row that is not there any more
        QVERIFY(!button("restoreWhole")->isEnabled());
        QTest::keyClick(search(), Qt::Key_Escape); // gives up the search, not the dialog
        QVERIFY(m_dialog->isVisible() && search()->text().isEmpty());
        QTest::keyClick(search(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void theWholeReportComesBackAsOneStep()
    {
        type(QStringLiteral("旧"));
        const Report then = m_session->report();
        type(QStringLiteral("新"));
        fill(9);
        const Report now = m_session->report();
        open();
        choose(idFromEnd(2));
        QTRY_VERIFY(button("restoreWhole")->isEnabled());
        button("restoreWhole")->click(); // called off
        QVERIFY(m_session->report() == now);
        QCOMPARE(dialogs::asked().size(), 1);
        dialogs::answerNext(HistoryDialog::tr("Restore"));
        const int steps = m_session->undoStack().index();
        button("restoreWhole")->click();
        QVERIFY(m_session->report() == then);
        QCOMPARE(m_session->undoStack().index(), steps + 1);
        QCOMPARE(chosen(), idFromEnd(0)); // its own row
        QVERIFY(m_session->undo());
        QVERIFY(m_session->report() == now);
        QVERIFY((*Session::open(m_path, Session::Mode::Look))->report() == now);
    }

    void onePlaceComesBack_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("text");
        QTest::newRow("as before") << HistoryDialog::tr("As before this edit") << QStringLiteral("一");
        QTest::newRow("as after") << HistoryDialog::tr("As after it") << QStringLiteral("二");
        QTest::newRow("called off") << QString() << QStringLiteral("三");
    }
    void onePlaceComesBack()
    {
        QFETCH(QString, answer);
        type(QStringLiteral("一"));
        type(QStringLiteral("二"));
        fill(9);
        type(QStringLiteral("三"));
        open();
        choose(idFromEnd(2));
        QTRY_VERIFY(button("restorePlace")->isEnabled());
        dialogs::answerNext(answer);
        button("restorePlace")->click();
        QTEST(overview(), "text");
        QCOMPARE(m_session->report().value(kCell), Amount::fromInteger(9)); // elsewhere nothing
    }

    void aSubSectionThatWasDeletedComesBack()
    {
        edit(Change::of(
            {}, InsertSubSection{kOverview, 1, {QStringLiteral("组织领导"), QStringLiteral("成立小组。")}}));
        edit(Change::of({}, RemoveSubSection{kOverview, 1}));
        open();
        choose(idFromEnd(0));
        QTRY_VERIFY(button("restorePlace")->isEnabled());
        QVERIFY(!button("restoreWhole")->isEnabled()); // the report says just this
        QVERIFY2(label("whyNot")->text().contains(button("restorePlace")->text()),
            qPrintable(label("whyNot")->text())); // and what the other button is good for
        dialogs::answerNext(HistoryDialog::tr("As before this edit"));
        button("restorePlace")->click();
        QCOMPARE(m_session->report().subSections(kOverview).value(1).heading, QStringLiteral("组织领导"));
    }

    void whereNothingMayBeEditedItSaysWhy_data()
    {
        QTest::addColumn<bool>("look");
        QTest::newRow("opened to look") << true;
        QTest::newRow("in review") << false;
    }
    void whereNothingMayBeEditedItSaysWhy()
    {
        QFETCH(bool, look);
        nameOffice(QStringLiteral("一"));
        nameOffice(QStringLiteral("二"));
        if (look) {
            m_session.reset();
            m_session = std::move(*Session::open(m_path, Session::Mode::Look));
        } else {
            send();
        }
        open();
        choose(idFromEnd(look ? 1 : 2));
        QTRY_VERIFY(text("deed")->toPlainText().contains(u'一'));
        QVERIFY(!button("restoreWhole")->isEnabled());
        QVERIFY(!button("restorePlace")->isEnabled());
        QCOMPARE(button("clear")->isEnabled(), !look);
        QVERIFY(label("whyNot")->text().contains(look
                ? HistoryDialog::tr("The report can only be looked at: nothing is restored or cleared.")
                : HistoryDialog::tr(
                    "The report is in review: nothing can be restored until it is withdrawn or returned.")));
    }

    void aSentenceDisappears()
    {
        type(QStringLiteral("电话%1。").arg(kPhone));
        type(QStringLiteral("没有电话。"));
        open();
        dialogs::handleNext([](QDialog &dialog) {
            auto *clear = dialog.findChild<QPushButton *>(QStringLiteral("clear"));
            auto *sentence = dialog.findChild<QLineEdit *>(QStringLiteral("sentence"));
            dialog.findChild<QRadioButton *>(QStringLiteral("ofSentence"))->setChecked(true);
            if (clear->isEnabled() || clear->isDefault() || clear->autoDefault())
                return false;
            QTest::keyClicks(sentence, kPhone);
            return clear->isEnabled();
        });
        button("clear")->click();
        QCOMPARE(dialogs::told().size(), 1);
        QVERIFY(!test::readFile(m_path).contains(kPhone.toUtf8()));
        QCOMPARE(chosen(), idFromEnd(0)); // its own row
        search()->setText(kPhone);
        QVERIFY(label("nothing")->isVisible());
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void theChosenRowDisappears()
    {
        type(QStringLiteral("电话%1。").arg(kPhone));
        type(QStringLiteral("没有电话。"));
        open();
        choose(idFromEnd(0));
        button("clear")->click(); // accepted as it is proposed
        QVERIFY(!test::readFile(m_path).contains(kPhone.toUtf8()));
    }

    void whatStillStandsInTheReportIsNotCleared_data()
    {
        QTest::addColumn<bool>("go");
        QTest::newRow("and the person goes there") << true;
        QTest::newRow("and the person stays") << false;
    }
    void whatStillStandsInTheReportIsNotCleared()
    {
        QFETCH(bool, go);
        type(QStringLiteral("电话%1。").arg(kPhone));
        open();
        QSignalSpy asked(m_dialog.get(), &HistoryDialog::placeRequested);
        dialogs::handleNext([](QDialog &dialog) {
            QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("sentence")), kPhone);
            return true;
        });
        dialogs::answerNext(go ? HistoryDialog::tr("Go there") : QString());
        button("clear")->click();
        QCOMPARE(asked.size(), go ? 1 : 0);
        QCOMPARE(m_dialog->isVisible(), !go);
        if (go)
            QCOMPARE(asked.first().first().value<Place>().sectionId(), kOverview);
        QVERIFY(overview().contains(kPhone));
        QVERIFY(dialogs::asked().last().contains(kPhone));
    }

    void allOfItByKeyboardWithNames()
    {
        type(QStringLiteral("一"));
        open();
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            const bool takesKeys = widget->isVisible() && widget->isEnabled()
                && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            const bool isInside = widget->inherits("QScrollArea") || widget->inherits("QTabBar")
                || widget->inherits("QSplitterHandle");
            if (!takesKeys || isInside || widget->inherits("QTabWidget"))
                continue;
            const auto *pressed = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty()),
                qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
        QVERIFY(list()->hasFocus() || !m_dialog->isActiveWindow());
    }

    /// `bash tests/run long` makes ten thousand.
    void manyEdits()
    {
        const int count = test::rounds(300, 50, 10'000);
        for (int i = 0; i < count; ++i)
            type(QStringLiteral("本年度收到政府信息公开申请%1件。").arg(i));
        const auto cpuMs = [] { return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC; }; // others may run too
        const auto start = cpuMs();
        HistoryDialog dialog(*m_session);
        dialog.show();
        const auto opened = cpuMs();
        auto *line = dialog.findChild<QLineEdit *>(QStringLiteral("search"));
        for (const QString &words : {QStringLiteral("9"), QStringLiteral("99"), QStringLiteral("没有")})
            line->setText(words);
        const auto searched = cpuMs();
        dialog.choose(1);
        QTRY_VERIFY(!dialog.findChild<QLabel *>(QStringLiteral("whyNot"))->text().isEmpty());
        qInfo("%d edits: opened in %lld ms, one search %lld ms, the first state in %lld ms", count,
            opened - start, (searched - opened) / 3, cpuMs() - searched);
        QVERIFY(opened - start < 1000 && (searched - opened) / 3 < 200);
    }

    /// That of the row under the pointer, whichever was chosen before, and only what can be done with it.
    void aRowHasAMenu()
    {
        fill(3);
        fill(4);
        open();
        choose(idFromEnd(0));
        const auto at = [this](const QPoint &point) {
            delete list()->findChild<QMenu *>(QStringLiteral("rowMenu")); // the one before
            Q_EMIT list()->customContextMenuRequested(point);
            return list()->findChild<QMenu *>(QStringLiteral("rowMenu"));
        };
        const auto line = [](const QMenu *menu, const QString &words) {
            const auto actions = menu->actions();
            const auto found = std::find_if(
                actions.begin(), actions.end(), [&](const QAction *one) { return one->text() == words; });
            return found == actions.end() ? nullptr : *found;
        };
        const auto middleOf = [this](const QModelIndex &row) { return list()->visualRect(row).center(); };
        const QModelIndex newest = list()->currentIndex();
        const auto *model = static_cast<const HistoryModel *>(list()->model());
        const QModelIndex older = model->indexOf(idFromEnd(1));
        const QString restore = button("restoreWhole")->text();
        QMenu *menu = at(middleOf(newest));
        QVERIFY(menu && line(menu, restore));
        QVERIFY(!line(menu, restore)->isEnabled()); // the report says just this
        menu->actions().last()->trigger();
        QCOMPARE(QApplication::clipboard()->text(), newest.data(Qt::AccessibleTextRole).toString());

        menu = at(middleOf(older));
        QVERIFY(menu);
        QCOMPARE(chosen(), idFromEnd(1));
        QVERIFY(line(menu, restore)->isEnabled()); // nobody waits until the choice rests
        line(menu, tabs()->tabText(1))->trigger();
        QCOMPARE(tabs()->currentIndex(), 1);
        QVERIFY(tabs()->currentWidget()->isAncestorOf(m_dialog->focusWidget()));
        dialogs::answerNext(HistoryDialog::tr("Restore"));
        line(menu, restore)->trigger();
        QCOMPARE(m_session->report().value(kCell), Amount::fromInteger(3));

        QVERIFY(!at(list()->viewport()->rect().bottomRight())); // below all rows there is none
    }
};

QTEST_MAIN(HistoryDialogTest)
#include "tst_historydialog.moc"
