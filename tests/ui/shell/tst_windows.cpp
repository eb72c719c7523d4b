// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "language.h"
#include "mainwindow.h"
#include "recentlist.h"
#include "recentmenu.h"
#include "recentmodel.h"
#include "sample.h"
#include "session.h"
#include "settings.h"
#include "settingsdesk.h"
#include "testreports.h"
#include "windows.h"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace nianbao;

class WindowsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Windows> m_windows;
    MainWindow *m_first = nullptr;

    QString newFile(const char *name)
    {
        const QString path = m_folder->filePath(QString::fromLatin1(name));
        if (!Session::create(path, test::filledReport()))
            qFatal("the file cannot be made");
        return path;
    }

    QStringList shown() const // names of the files, window by window
    {
        QStringList names;
        for (const MainWindow *window : m_windows->all())
            names.append(window->session() ? QFileInfo(window->session()->path()).fileName() : QString());
        return names;
    }

    QAction *entry(const char *words) const // of the menu
    {
        for (QAction *each : m_first->findChildren<QAction *>()) {
            if (each->text().startsWith(QString::fromUtf8(words)))
                return each;
        }
        return nullptr;
    }

    /// As on the very first time.
    void beginAnew()
    {
        m_windows.reset();
        QFile::remove(m_home.filePath(QStringLiteral("nianbao/nianbao.ini")));
        m_windows = std::make_unique<Windows>();
        m_first = &m_windows->make();
        m_first->start();
    }

    QStringList locks() const
    {
        return QDir(m_folder->path())
            .entryList({QStringLiteral(".*.lock")}, QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
        appearance::apply(false);
        installLanguage(QStringLiteral("zh_CN"));
    }
    void init()
    {
        dialogs::setSilent(true);
        static_cast<void>(dialogs::told());
        static_cast<void>(dialogs::asked());
        m_folder = std::make_unique<QTemporaryDir>();
        m_windows = std::make_unique<Windows>();
        m_first = &m_windows->make();
        m_first->resize(700, 500); // there is room beside it
        settings::setWindowState(QStringLiteral("geometry"), m_first->saveGeometry());
        m_first->start();
    }
    void cleanup() { m_windows.reset(); }

    void aFileGoesIntoTheWindowWithoutOne()
    {
        m_windows->take({{newFile("a.nianbao")}, false});
        QTRY_COMPARE(shown(), QStringList{QStringLiteral("a.nianbao")});
    }

    void anotherGoesIntoANewWindow()
    {
        m_windows->take({{newFile("a.nianbao"), newFile("b.nianbao")}, false});
        QTRY_COMPARE(shown(), (QStringList{QStringLiteral("a.nianbao"), QStringLiteral("b.nianbao")}));
        QVERIFY(m_windows->all().last()->isVisible());
        QVERIFY(m_windows->all().last()->pos() != m_first->pos()); // not one exactly above the other
        QCOMPARE(locks().size(), 2);
    }

    /// Whoever asks, and under whatever name: nobody is told that somebody edits it.
    void anOpenOneIsBroughtForward_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the same name") << "a.nianbao";
        QTest::newRow("through a link") << "link.nianbao";
        QTest::newRow("through a link to its folder") << "folder/a.nianbao";
        QTest::newRow("another name of the same file") << "hard.nianbao";
        QTest::newRow("a detour") << "sub/../a.nianbao";
    }
    void anOpenOneIsBroughtForward()
    {
        QFETCH(QString, name);
        const QString path = newFile("a.nianbao");
        QVERIFY(QFile::link(path, m_folder->filePath(QStringLiteral("link.nianbao"))));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("folder"))));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
        if (name == u"hard.nianbao"
            && QProcess::execute(QStringLiteral("ln"), {path, m_folder->filePath(name)}) != 0)
            QSKIP("this file system knows no second name");
        m_windows->take({{path, newFile("b.nianbao")}, false});
        QTRY_COMPARE(shown(), (QStringList{QStringLiteral("a.nianbao"), QStringLiteral("b.nianbao")}));
        m_first->setWindowState(Qt::WindowMinimized);
        m_windows->take({{m_folder->filePath(name)}, false});
        QTRY_VERIFY(!m_first->isMinimized());
        QTRY_VERIFY(m_first->isActiveWindow());
        QCOMPARE(m_windows->all().size(), 2);
        MainWindow *second = m_windows->all().last();
        QVERIFY(second->open(m_folder->filePath(name))); // from its own menu
        QCOMPARE(shown(), (QStringList{QStringLiteral("a.nianbao"), QStringLiteral("b.nianbao")}));
        QVERIFY(dialogs::asked().isEmpty());
        QVERIFY(dialogs::told().isEmpty());
    }

    /// Whoever only looks at it here does not keep it from being edited there.
    void whatIsOnlyLookedAtIsEditedInAnother()
    {
        const QString path = newFile("a.nianbao");
        auto elsewhere = Session::open(path);
        QVERIFY(elsewhere);
        dialogs::answerNext(QStringLiteral("只读打开"));
        QVERIFY(m_first->open(path));
        elsewhere->reset();
        MainWindow *second = &m_windows->make();
        second->start();
        QVERIFY(second->open(path));
        QVERIFY(second->session());
        QVERIFY(second->session()->permissions().may(Permissions::Action::EditContent));
    }

    void aStartWithoutAFileShowsTheProgram()
    {
        m_first->setWindowState(Qt::WindowMinimized);
        m_windows->take({});
        QTRY_VERIFY(!m_first->isMinimized());
        QCOMPARE(m_windows->all().size(), 1);
    }

    void whatCannotBeOpenedIsTold()
    {
        m_windows->take({{m_folder->filePath(QStringLiteral("no.nianbao"))}, false});
        QStringList told;
        QTRY_VERIFY(!(told += dialogs::told()).isEmpty());
        QCOMPARE(told.size(), 1);
        QCOMPARE(shown(), QStringList{QString()});
    }

    /// It may look at what would change.
    void whileADialogIsOpenItWaits()
    {
        const QString path = newFile("a.nianbao");
        QDialog dialog(m_first);
        bool wasClosed = true;
        dialogs::handleNext([&](QDialog &) {
            m_windows->take({{path}, false});
            for (int i = 0; i < 20; ++i) {
                QCoreApplication::processEvents();
                QTest::qSleep(10);
            }
            wasClosed = shown() == QStringList{QString()};
            return true;
        });
        dialogs::run(dialog);
        QVERIFY(wasClosed);
        QTRY_COMPARE(shown(), QStringList{QStringLiteral("a.nianbao")});
    }

    /// The one who started it is told that it was taken.
    void whatWasTakenIsDoneThoughTheLastWindowCloses()
    {
        const QString path = newFile("a.nianbao");
        QStringList seen;
        QTimer::singleShot(0, this, [&] {
            QDialog question(m_first);
            dialogs::handleNext([&](QDialog &) {
                m_windows->take({{path}, false});
                return true;
            });
            dialogs::run(question);
            m_first->close();
        });
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            if (shown() == QStringList{QStringLiteral("a.nianbao")}) {
                seen = shown();
                m_windows->all().first()->close();
            }
        });
        watch.start(50);
        QCOMPARE(m_windows->run([] { return false; }), 0);
        QCOMPARE(seen, QStringList{QStringLiteral("a.nianbao")});
        QVERIFY(m_windows->all().isEmpty());
    }

    /// The end is on its way already; what the other start asks for may take more than a moment to find.
    void whatComesWhileTheProgramEndsIsDone()
    {
        const QString path = newFile("a.nianbao");
        QStringList seen;
        bool isEnded = false; // the first round of the event loop
        QTimer::singleShot(0, this, [&] {
            m_first->close();
            m_windows->take({{path}, false});
            QCoreApplication::exit(0);
            for (int times = 0; times < 5; ++times) // some of what waits still comes to its turn
                QCoreApplication::processEvents();
            isEnded = true;
        });
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            if (isEnded && shown() == QStringList{QStringLiteral("a.nianbao")}) {
                seen = shown();
                m_windows->all().first()->close();
            }
        });
        watch.start(50);
        QCOMPARE(m_windows->run([] { return false; }), 0);
        QCOMPARE(seen, QStringList{QStringLiteral("a.nianbao")});
        QVERIFY(m_windows->all().isEmpty());
    }

    void theProgramsEndIsNotHeldUp()
    {
        QTimer::singleShot(0, this, [&] {
            m_windows->take({{newFile("a.nianbao")}, false});
            QCoreApplication::exit(0);
        });
        QCOMPARE(m_windows->run([] { return true; }), 0);
        QCOMPARE(shown(), QStringList{QString()});
    }

    void theMenuMakesAWindow()
    {
        QVERIFY(entry("新窗口"));
        entry("新窗口")->trigger();
        QCOMPARE(m_windows->all().size(), 2);
        QVERIFY(m_windows->all().last()->isVisible());
    }

    /// It holds for all of them, whichever menu it was chosen in.
    void everyMenuSaysWhichThemeHolds()
    {
        const MainWindow &second = m_windows->make();
        const auto checkedIn = [](const MainWindow &window) {
            auto *dark = window.findChild<QAction *>(QStringLiteral("theme-dark"));
            Q_EMIT qobject_cast<QMenu *>(dark->associatedObjects().first())->aboutToShow();
            return dark->actionGroup()->checkedAction()->objectName();
        };
        QCOMPARE(checkedIn(*m_first), QStringLiteral("theme-light"));
        second.findChild<QAction *>(QStringLiteral("theme-dark"))->trigger();
        QCOMPARE(checkedIn(second), QStringLiteral("theme-dark"));
        QCOMPARE(checkedIn(*m_first), QStringLiteral("theme-dark"));
        m_first->findChild<QAction *>(QStringLiteral("theme-light"))->trigger();
        QCOMPARE(checkedIn(second), QStringLiteral("theme-light"));
    }

    /// By whichever window's menu they were changed: none goes on judging by those before.
    void theOfficesRulesHoldInAllOfThem()
    {
        m_windows->take({{newFile("a.nianbao"), newFile("b.nianbao")}, false});
        QTRY_COMPARE(m_windows->all().size(), 2);
        QTRY_VERIFY(m_windows->all().last()->session());
        RuleSet rules;
        rules.remove(RuleSet().rules().first()->ruleId());
        Q_EMIT m_first->findChild<SettingsDesk *>()->rulesChanged(rules);
        for (const MainWindow *window : m_windows->all())
            QCOMPARE(window->session()->rules().fingerprint(), rules.fingerprint());
    }

    void everyStartPageListsTheSameReports()
    {
        m_windows->take({{newFile("a.nianbao"), newFile("b.nianbao")}, false});
        QTRY_COMPARE(m_windows->all().size(), 2);
        QTRY_VERIFY(m_windows->all().last()->session());
        MainWindow *second = m_windows->all().last();
        QVERIFY(second->closeReport());
        const auto lines = [this](const MainWindow &window) {
            const auto *list = window.findChild<QAbstractItemView *>(QStringLiteral("recentList"));
            QStringList names;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex index = list->model()->index(row, 0);
                if (const QString path = index.data(RecentModel::PathRole).toString();
                    path.startsWith(m_folder->path()))
                    names.append((index.data(RecentModel::PinnedRole).toBool() ? u'!' : u' ')
                        + QFileInfo(path).fileName());
            }
            names.sort();
            return names;
        };
        const QStringList both{QStringLiteral(" a.nianbao"), QStringLiteral(" b.nianbao")};
        QTRY_COMPARE(lines(*second), both);
        const auto choose = [](const MainWindow &window, const char *name) {
            const auto *menu = window.findChild<RecentMenu *>();
            Q_EMIT const_cast<RecentMenu *>(menu)->aboutToShow();
            window.findChild<QAction *>(QLatin1String(name))->trigger();
        };
        choose(*m_first, "pinOpen"); // a
        QTRY_COMPARE(
            lines(*second), (QStringList{QStringLiteral(" b.nianbao"), QStringLiteral("!a.nianbao")}));
        choose(*m_first, "clearRecent");
        QTRY_COMPARE(lines(*second), QStringList{QStringLiteral("!a.nianbao")});
        QVERIFY(m_first->open(newFile("c.nianbao")));
        QTRY_COMPARE(
            lines(*second), (QStringList{QStringLiteral(" c.nianbao"), QStringLiteral("!a.nianbao")}));
        QVERIFY(m_first->closeReport());
        Q_EMIT second->findChild<RecentList *>()->removeRequested(
            m_folder->filePath(QStringLiteral("c.nianbao")));
        QTRY_COMPARE(lines(*m_first), QStringList{QStringLiteral("!a.nianbao")});
    }

    /// What somebody has begun to answer is no place for another report, and no window forgets it.
    void whoAnswersTheFirstQuestionsIsLeftAlone()
    {
        beginAnew();
        auto *name = m_first->findChild<QLineEdit *>(QStringLiteral("firstName"));
        QVERIFY(name);
        name->setText(QStringLiteral("张村镇人民政府"));
        m_windows->take({{newFile("a.nianbao")}, false});
        QTRY_COMPARE(shown(), (QStringList{QString(), QStringLiteral("a.nianbao")}));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_first->findChild<QLineEdit *>(QStringLiteral("firstName")), name);
        QCOMPARE(name->text(), QStringLiteral("张村镇人民政府"));
        QVERIFY(name->isVisible());
    }

    void whoHasAnsweredNothingIsAskedNoMore()
    {
        beginAnew();
        MainWindow *second = &m_windows->make();
        second->start();
        QVERIFY(second->findChild<QLineEdit *>(QStringLiteral("firstName"))->isVisible());
        QVERIFY(m_first->open(newFile("a.nianbao")));
        QTRY_VERIFY(!second->findChild<QLineEdit *>(QStringLiteral("firstName")));
    }

    /// In the window where it is open; it is open nowhere else.
    void theSampleIsResetWhereItIsOpen()
    {
        QVERIFY(m_first->openSample());
        MainWindow *second = &m_windows->make();
        second->start();
        QVERIFY(second->open(newFile("a.nianbao")));
        const Change change = Change::of({}, SetFact{QLatin1String(fact::kPhone), QStringLiteral("1")});
        QVERIFY(m_first->session()->edit(change));
        dialogs::answerNext(QStringLiteral("还原"));
        for (QAction *each : second->findChildren<QAction *>()) {
            if (each->text().startsWith(QStringLiteral("还原示例")))
                each->trigger();
        }
        QCOMPARE(dialogs::told(), QStringList());
        QVERIFY(m_first->session());
        QVERIFY(sample::isSample(m_first->session()->report()));
        QVERIFY(m_first->session()->report().fact(fact::kPhone) != u"1");
        QCOMPARE(QFileInfo(second->session()->path()).fileName(), QStringLiteral("a.nianbao"));
    }

    /// It has the same id: what was made of the sample is no sample, and stays as it is.
    void aCopyOfTheSampleIsLeftAlone()
    {
        QVERIFY(m_first->openSample());
        const QString copy = m_folder->filePath(QStringLiteral("copy.nianbao"));
        QVERIFY(m_first->session()->saveCopy(copy, {m_first->session()->report()}));
        MainWindow *second = &m_windows->make();
        second->start();
        QVERIFY(second->open(copy));
        const Change change = Change::of({}, SetFact{QLatin1String(fact::kPhone), QStringLiteral("1")});
        QVERIFY(m_first->session()->edit(change));
        QVERIFY(second->session()->edit(change));
        dialogs::answerNext(QStringLiteral("还原"));
        for (QAction *each : second->findChildren<QAction *>()) {
            if (each->text().startsWith(QStringLiteral("还原示例")))
                each->trigger();
        }
        QCOMPARE(dialogs::told(), QStringList());
        QVERIFY(second->session());
        QCOMPARE(second->session()->path(), copy);
        QCOMPARE(second->session()->report().fact(fact::kPhone), QStringLiteral("1"));
        QVERIFY(m_first->session());
        QVERIFY(m_first->session()->report().fact(fact::kPhone) != u"1");
    }

    void aClosedOneIsGoneAndLeavesNoLock()
    {
        m_windows->take({{newFile("a.nianbao"), newFile("b.nianbao")}, false});
        QTRY_COMPARE(m_windows->all().size(), 2);
        const QPointer<MainWindow> second = m_windows->all().last();
        QVERIFY(second->close());
        QTRY_VERIFY(!second);
        QCOMPARE(shown(), QStringList{QStringLiteral("a.nianbao")});
        QCOMPARE(locks(), QStringList{QStringLiteral(".a.nianbao.lock")});
    }

    void whoQuitsClosesAll()
    {
        m_windows->take({{newFile("a.nianbao"), newFile("b.nianbao")}, false});
        QTRY_COMPARE(m_windows->all().size(), 2);
        QVERIFY(entry("退出"));
        entry("退出")->trigger();
        QTRY_VERIFY(m_windows->all().isEmpty());
        QVERIFY(locks().isEmpty());
    }

    void allAreClosedAtTheEnd()
    {
        m_windows->take({{newFile("a.nianbao"), newFile("b.nianbao")}, false});
        QTRY_COMPARE(locks().size(), 2);
        m_windows->letGo();
        QVERIFY(locks().isEmpty());
    }
};

QTEST_MAIN(WindowsTest)
#include "tst_windows.moc"
