// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "language.h"
#include "mainwindow.h"
#include "session.h"
#include "settings.h"
#include "testreports.h"
#include "windows.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPointer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace nianbao;

class WindowsTest : public QObject {
    Q_OBJECT

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

    QStringList locks() const
    {
        return QDir(m_folder->path())
            .entryList({QStringLiteral(".*.lock")}, QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
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
