// SPDX-License-Identifier: MulanPSL-2.0
#include "besidewindow.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "waitdialog.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QWindow>

using namespace nianbao;

class BesideWindowTest : public QObject {
    Q_OBJECT

    QWidget m_window;
    static WaitWords words(bool mayBeCalledOff = true)
    {
        return {QStringLiteral("Export"), QStringLiteral("Writing…"), {}, mayBeCalledOff};
    }
    static auto work(int milliseconds)
    {
        return [milliseconds](const WorkProgress &progress) {
            for (int i = 0; i < milliseconds / 10 && !progress.isCalledOff(); ++i) {
                progress.tell(i, milliseconds / 10);
                QThread::msleep(10);
            }
            return QThread::currentThread();
        };
    }

private Q_SLOTS:
    void init() { dialogs::setSilent(false); }

    void theValueComesBack_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("at once") << 0;
        QTest::newRow("before a dialog is worth it") << 100;
        QTest::newRow("after a dialog") << 800;
    }
    void theValueComesBack()
    {
        QFETCH(int, milliseconds);
        const auto done = besideWindow(&m_window, words(), work(milliseconds));
        QVERIFY(done);
        QVERIFY(*done != QThread::currentThread());
        QVERIFY(!dialogs::isOpen());
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(!QApplication::overrideCursor());
    }

    /// What cannot be copied goes there and comes back.
    void itTakesWhatCanOnlyBeMoved()
    {
        auto value = std::make_unique<int>(7);
        const auto done = besideWindow(&m_window, words(),
            [given = std::move(value)](const WorkProgress &) { return std::make_unique<int>(*given + 1); });
        QVERIFY(done);
        QCOMPARE(**done, 8);
    }

    /// Timers go on, and nobody may close what is waited in.
    void theWindowLivesOn()
    {
        int ticks = 0;
        bool wasOpen = true;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            ++ticks;
            wasOpen = wasOpen && dialogs::isOpen();
        });
        timer.start(20);
        QVERIFY(besideWindow(&m_window, words(), work(800)));
        QVERIFY2(ticks > 8, qPrintable(QString::number(ticks)));
        QVERIFY(wasOpen);
    }

    void itSaysWhatItWaitsFor()
    {
        QString said;
        int most = 0;
        QTimer::singleShot(650, this, [&] {
            auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                said += label->text();
            most = dialog->findChild<QProgressBar *>()->maximum();
        });
        QVERIFY(besideWindow(&m_window, words(), work(1000)));
        QVERIFY2(said.contains(QStringLiteral("Writing…")), qPrintable(said));
        QCOMPARE(most, 100);
    }

    void itWaitsWithoutAWindow()
    {
        bool isTyped = false;
        QTimer::singleShot(650, this, [&isTyped] {
            if (auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget())) {
                QTest::keyClicks(dialog, QStringLiteral("12"));
                isTyped = true;
            }
        });
        QVERIFY(besideWindow(nullptr, words(), work(1000)));
        QVERIFY(isTyped);
    }

    void itIsCalledOff()
    {
        QTimer::singleShot(600, this, [] {
            if (auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget()))
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
        });
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!besideWindow(&m_window, words(), work(30'000)));
        QVERIFY(clock.elapsed() < 10'000);
    }

    void theWindowGoesOnMeanwhile()
    {
        QSemaphore wanted;
        std::optional<QThread *> got;
        auto window = std::make_unique<QWidget>();
        const auto waitFor = [&wanted] {
            wanted.acquire();
            return QThread::currentThread();
        };
        const auto take = [&got](QThread *thread) { got = thread; };
        whileWindowGoesOn(window.get(), waitFor, take);
        QVERIFY(!got && !dialogs::isOpen());
        wanted.release();
        QTRY_VERIFY(got);
        QVERIFY(*got != QThread::currentThread());
        got.reset();
        whileWindowGoesOn(window.get(), waitFor, take);
        window.reset();
        wanted.release();
        QTRY_COMPARE(wanted.available(), 0);
        QTest::qWait(50); // it would be told now
        QVERIFY(!got);
    }

    /// On a share that does not answer work stands for as long as the program runs.
    void whatNeverAnswersHoldsUpNobody()
    {
        QSemaphore answer;
        const int all = QThread::idealThreadCount() + 2;
        for (int i = 0; i < all; ++i) {
            QTimer::singleShot(600, this, [] {
                if (auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget()))
                    dialog->reject();
            });
            QVERIFY(!besideWindow(&m_window, words(), [&answer](const WorkProgress &) {
                answer.acquire();
                return true;
            }));
        }
        QElapsedTimer clock;
        clock.start();
        QVERIFY(besideWindow(&m_window, words(false), work(0)));
        QVERIFY(clock.elapsed() < 400);
        answer.release(all);
        QTRY_COMPARE(answer.available(), 0);
    }

    void whatMustNotBeHalfDoneIsDone()
    {
        QTimer::singleShot(600, this, [] {
            auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            QVERIFY(!dialog->findChild<QDialogButtonBox *>());
            dialog->reject();
            dialog->close();
        });
        QVERIFY(besideWindow(&m_window, words(false), work(900)));
    }

    /// Into what had the focus, in order, whatever becomes of the wait; nothing of it calls the work off.
    void whatIsTypedMeanwhileIsTypedAfterwards_data()
    {
        QTest::addColumn<bool>("isCalledOff");
        QTest::newRow("it is done") << false;
        QTest::newRow("it is called off") << true;
    }
    void whatIsTypedMeanwhileIsTypedAfterwards()
    {
        QFETCH(bool, isCalledOff);
        QWidget window;
        auto *line = new QLineEdit(&window);
        int entered = 0;
        connect(line, &QLineEdit::returnPressed, this, [&] { ++entered; });
        window.show();
        window.activateWindow();
        line->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        bool wasDialog = false;
        QTimer::singleShot(600, this, [&] {
            auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget());
            wasDialog = dialog && dialog->windowHandle();
            if (!wasDialog)
                return;
            QTest::keyClicks(dialog->focusWidget(), QStringLiteral("12 "));
            QTest::keyClick(dialog->windowHandle(), Qt::Key_Return);
            QInputMethodEvent given;
            given.setCommitString(QStringLiteral("年报"));
            QCoreApplication::sendEvent(dialog->focusWidget(), &given);
            QTest::keyClick(dialog->windowHandle(), Qt::Key_3);
            if (isCalledOff)
                QTest::keyClick(dialog->windowHandle(), Qt::Key_Escape);
        });
        QCOMPARE(besideWindow(line, words(), work(isCalledOff ? 30'000 : 1200)).has_value(), !isCalledOff);
        QVERIFY(wasDialog);
        QVERIFY2(line->text().isEmpty(), "what it was done for comes first");
        QTRY_COMPARE(line->text(), QStringLiteral("12 年报3"));
        QCOMPARE(entered, 1);
        QTest::keyClicks(line, QStringLiteral("4"));
        QCOMPARE(line->text(), QStringLiteral("12 年报34"));
    }

    /// A question that follows is answered first, by keys of its own.
    void whatWasTypedWaitsForTheQuestionThatFollows()
    {
        QWidget window;
        auto *line = new QLineEdit(&window);
        window.show();
        line->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTimer::singleShot(600, this, [] {
            if (QWidget *dialog = QApplication::activeModalWidget())
                QTest::keyClicks(dialog, QStringLiteral("12"));
        });
        QVERIFY(besideWindow(line, words(), work(800)));
        QString meanwhile;
        {
            const dialogs::Waiting question;
            QTest::qWait(100);
            meanwhile = line->text();
        }
        QCOMPARE(meanwhile, QString());
        QTRY_COMPARE(line->text(), QStringLiteral("12"));
    }

    /// Of two fields the first had the focus.
    void whatIsTypedGoesWhereItWasMeant_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<bool>("leadsToDialog");
        QTest::addColumn<bool>("isLeft"); // the focus is elsewhere when the wait ends
        QTest::addColumn<QStringList>("stands");
        const QStringList nothing{{}, {}};
        QTest::newRow("Tab between figures leads on")
            << QList<int>{Qt::Key_1, Qt::Key_Tab, Qt::Key_2, Qt::Key_Space, Qt::Key_3} << false << false
            << QStringList{QStringLiteral("1"), QStringLiteral("2 3")};
        QTest::newRow("Tab ahead of figures, too") << QList<int>{Qt::Key_Tab, Qt::Key_2, Qt::Key_Space}
                                                   << false << false << QStringList{{}, QStringLiteral("2 ")};
        QTest::newRow("Tab alone was for the button") << QList<int>{Qt::Key_Tab} << false << false << nothing;
        QTest::newRow("a dialog follows") << QList<int>{Qt::Key_1, Qt::Key_2} << true << false << nothing;
        QTest::newRow("another has the focus")
            << QList<int>{Qt::Key_1, Qt::Key_2} << false << true << nothing;
    }
    void whatIsTypedGoesWhereItWasMeant()
    {
        QFETCH(QList<int>, keys);
        QFETCH(bool, leadsToDialog);
        QFETCH(bool, isLeft);
        QFETCH(QStringList, stands);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new QLineEdit(&window);
        auto *second = new QLineEdit(&window);
        column->addWidget(first);
        column->addWidget(second);
        window.show();
        first->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        bool isTyped = false;
        QTimer::singleShot(600, this, [&] {
            auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget());
            isTyped = dialog && dialog->windowHandle();
            for (const int key : keys) {
                if (isTyped)
                    QTest::keyClick(dialog->windowHandle(), Qt::Key(key));
            }
        });
        WaitWords wait = words();
        wait.leadsToDialog = leadsToDialog;
        QVERIFY(besideWindow(first, wait, work(1000)));
        QVERIFY(isTyped);
        if (isLeft)
            second->setFocus();
        QTRY_COMPARE(second->text(), stands[1]);
        QTest::qWait(100); // what comes late would be here
        QCOMPARE(QStringList({first->text(), second->text()}), stands);
        QCOMPARE(window.focusWidget() == second, isLeft || !stands[1].isEmpty());
    }

    /// While it is open itself: it has not ended when its wait has.
    void aDialogThatWaitsGetsItsKeys()
    {
        const dialogs::Waiting open;
        QDialog dialog;
        auto *line = new QLineEdit(&dialog);
        dialog.setModal(true);
        dialog.show();
        line->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTimer::singleShot(600, this, [] {
            if (auto *wait = qobject_cast<WaitDialog *>(QApplication::activeModalWidget()))
                QTest::keyClicks(wait, QStringLiteral("12"));
        });
        QVERIFY(besideWindow(line, words(), work(800)));
        QTest::keyClicks(line, QStringLiteral("3"));
        QTRY_COMPARE(line->text(), QStringLiteral("123"));
    }

    /// The keys reach the button, and that alone calls it off.
    void tabLeadsToTheButton()
    {
        QTimer::singleShot(600, this, [] {
            auto *dialog = qobject_cast<WaitDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            const auto *cancel = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
            QVERIFY(!cancel->hasFocus());
            QTest::keyClick(dialog->windowHandle(), Qt::Key_Tab);
            QVERIFY(cancel->hasFocus());
            QTest::keyClick(dialog->windowHandle(), Qt::Key_Space);
        });
        QWidget window;
        window.show();
        QVERIFY(!besideWindow(&window, words(), work(30'000)));
    }

    /// The program ends meanwhile: no dialog stands in the way.
    void theEndOfTheProgramCallsItOff()
    {
        dialogs::setCalledOff(true);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!besideWindow(&m_window, words(), work(30'000)));
        QVERIFY(besideWindow(&m_window, words(false), work(600)));
        dialogs::setCalledOff(false);
        QVERIFY(clock.elapsed() < 10'000);
    }
};

QTEST_MAIN(BesideWindowTest)
#include "tst_besidewindow.moc"
