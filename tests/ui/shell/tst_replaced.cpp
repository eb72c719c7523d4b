// SPDX-License-Identifier: MulanPSL-2.0
// The window, when its file is replaced underneath or is not its own alone.
#include "dialoganswers.h"
#include "mainwindow.h"
#include "openedwindow.h"
#include "ordinaryuser.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "testreports.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cstdio>
#include <sys/stat.h>

using namespace nianbao;

namespace {

const SectionId kProblems(QStringLiteral("problems"));
const QString kBoth = QStringLiteral("另存我的副本，再打开文件");
const QString kMine = QStringLiteral("只另存我的副本");
const QString kLook = QStringLiteral("只读打开");
const QString kTakeOver = QStringLiteral("接管编辑");

Report onDisk(const QString &path)
{
    const auto look = Session::open(path, Session::Mode::Look);
    if (!look)
        qFatal("%s cannot be opened", qPrintable(path));
    return (*look)->report();
}

QString problemsOf(const Report &report) { return report.subSections(kProblems).first().text; }

void replace(const QString &how, const QString &theirs, const QString &path)
{
    if (how == u"copied onto its inode") {
        QFile target(path);
        const QByteArray bytes = test::readFile(theirs);
        QVERIFY(
            target.open(QIODevice::ReadWrite | QIODevice::Truncate) && target.write(bytes) == bytes.size());
        return;
    }
    const QString fresh = path + QStringLiteral(".fresh");
    QVERIFY(QFile::copy(theirs, fresh));
    if (how == u"deleted and made anew")
        QVERIFY(QFile::remove(path));
    QCOMPARE(std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()), 0);
}

} // namespace

class ReplacedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    QString m_path;
    QString m_theirs; // the same base with one other edit
    QString m_copy;
    QStringList m_asked;

    PlainTextEdit *text() const { return m_window->findChild<PlainTextEdit *>(QStringLiteral("textEdit")); }
    qsizetype questions() { return (m_asked += dialogs::asked()).size(); } // since the test began
    QString saved() const { return m_window->findChild<QLabel *>(QStringLiteral("saved"))->text(); }
    QString banner() const
    {
        const auto *label = m_window->findChild<QLabel *>(QStringLiteral("readOnlyReason"));
        return label->isVisibleTo(m_window.get()) ? label->text() : QString();
    }
    void trigger(const QKeySequence &keys) const
    {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->shortcuts().contains(keys)) {
                QVERIFY(action->isEnabled());
                return action->trigger();
            }
        }
        QFAIL("no such action");
    }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.nianbao"));
        m_theirs = m_folder->filePath(QStringLiteral("theirs"));
        m_copy = m_folder->filePath(QStringLiteral("mine.nianbao"));
        QVERIFY(Session::create(m_path, test::filledReport()));
        QVERIFY(QFile::copy(m_path, m_theirs));
        const auto other = Session::open(m_theirs);
        QVERIFY(other
            && (*other)->edit(Change::of(QStringLiteral("填写"),
                SetCell{CellId(QStringLiteral("requests.received.other")), Amount::fromInteger(7)})));
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        static_cast<void>(dialogs::told());
        static_cast<void>(dialogs::asked());
        m_asked.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void whileATextIsBeingTyped_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("answer");
        for (const char *how : {"renamed over it", "copied onto its inode", "deleted and made anew"}) {
            QTest::addRow("%s, both are kept", how) << QString::fromLatin1(how) << kBoth;
            QTest::addRow("%s, on in the copy", how) << QString::fromLatin1(how) << kMine;
            QTest::addRow("%s, called off", how) << QString::fromLatin1(how) << QString();
        }
    }

    void whileATextIsBeingTyped()
    {
        QFETCH(QString, how);
        QFETCH(QString, answer);
        QVERIFY(m_window->open(m_path));
        m_window->goTo(Place::parse(QStringLiteral("problems/1"))->inParagraph(0));
        QTest::keyClicks(text(), QStringLiteral("111"));
        QTRY_VERIFY(problemsOf(onDisk(m_path)).contains(QStringLiteral("111")));
        const QString before = problemsOf(onDisk(m_path));
        const auto with = [&before](const char *typed) {
            return QString(before).replace(QStringLiteral("111"), QLatin1String(typed));
        };

        replace(how, m_theirs, m_path);
        const QByteArray theirs = test::readFile(m_theirs);
        dialogs::answerNext(answer);
        if (!answer.isEmpty())
            dialogs::answerNext(m_copy);
        QTest::keyClicks(text(), QStringLiteral("222"));
        QTRY_COMPARE(questions(), 1);
        const QString mine = with("111222");
        QVERIFY(test::readFile(m_path) == theirs);
        if (answer.isEmpty()) {
            QCOMPARE(text()->text(), mine); // nothing that was typed is gone, and nothing says "saved"
            QVERIFY(saved().startsWith(u'✗'));
            QTest::keyClicks(text(), QStringLiteral("3"));
            QTest::keyClicks(text(), QStringLiteral("3"));
            QCOMPARE(questions(), 1); // not at every key
            dialogs::answerNext(kBoth);
            dialogs::answerNext(m_copy);
            trigger(QKeySequence::Save); // but again when it is to be saved
            QTRY_COMPARE(problemsOf(onDisk(m_copy)), with("11122233"));
        } else {
            QTRY_COMPARE(problemsOf(onDisk(m_copy)), mine);
        }
        QVERIFY(test::readFile(m_path) == theirs);
        const bool isInCopy = answer == kMine;
        QCOMPARE(m_window->session()->path(), isInCopy ? m_copy : m_path);
        QVERIFY(m_window->session()->report() == onDisk(isInCopy ? m_copy : m_theirs));
        QCOMPARE(m_window->view()->entry().toString(), QStringLiteral("problems/1"));
        QTest::keyClicks(text(), QStringLiteral("4")); // and it goes on
        QTRY_VERIFY(problemsOf(onDisk(m_window->session()->path())).contains(u'4'));
        QVERIFY(m_window->close());
        qInfo("a text being typed | %s | ours whole in the copy, theirs untouched", QTest::currentDataTag());
    }

    void undoingOnAReplacedFile()
    {
        QVERIFY(m_window->open(m_path));
        QVERIFY(m_window->session()->edit(
            Change::of(QStringLiteral("改"), SetText{kProblems, 0, QStringLiteral("改后。")})));
        const QByteArray ours = test::readFile(m_path);
        replace(QStringLiteral("renamed over it"), m_theirs, m_path);
        dialogs::answerNext({});
        trigger(QKeySequence::Undo);
        QTRY_COMPARE(questions(), 1);
        QCOMPARE(problemsOf(m_window->session()->report()), QStringLiteral("改后。"));
        QVERIFY(test::readFile(m_path) == test::readFile(m_theirs));
        QFile(m_path).remove();
        QFile back(m_path);
        QVERIFY(back.open(QIODevice::WriteOnly) && back.write(ours) == ours.size());
        back.close();
        trigger(QKeySequence::Undo); // the step was not lost
        QVERIFY(m_window->session()->report() == test::filledReport());
        QVERIFY(onDisk(m_path) == test::filledReport());
    }

    void whatStandsThereCannotBeOpened()
    {
        QVERIFY(m_window->open(m_path));
        QFile placeholder(m_path);
        QVERIFY(placeholder.open(QIODevice::ReadWrite) && placeholder.resize(0));
        dialogs::answerNext(kBoth);
        dialogs::answerNext(m_copy);
        const Change change
            = Change::of(QStringLiteral("改"), SetText{kProblems, 0, QStringLiteral("改后。")});
        QVERIFY(!m_window->session()->edit(change));
        QTRY_COMPARE(m_window->session()->path(), m_copy); // on in the copy, and the reason was told
        QCOMPARE(dialogs::told().size(), 1);
        QVERIFY(m_window->session()->edit(change));
        QCOMPARE(QFileInfo(m_path).size(), 0);
    }

    void somebodyElseHasIt_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("look only") << kLook;
        QTest::newRow("take over") << kTakeOver;
        QTest::newRow("called off") << QString();
    }

    void somebodyElseHasIt()
    {
        QFETCH(QString, answer);
        const QString lock = m_folder->filePath(QStringLiteral(".a.nianbao.lock"));
        QFile file(lock);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"name\":\"李强\",\"host\":\"镇长室\",\"pid\":1,\"boot\":\"b\",\"time\":\"2022-01-09T17:"
                   "05:00\"}");
        file.close();
        dialogs::answerNext(answer);
        QCOMPARE(m_window->open(m_path), !answer.isEmpty());
        const QStringList asked = dialogs::asked();
        QCOMPARE(asked.size(), 1);
        for (const char *word : {"李强@镇长室", "2022-01-09 17:05", ".a.nianbao.lock"})
            QVERIFY2(asked[0].contains(QString::fromUtf8(word)), qPrintable(asked[0]));
        if (answer.isEmpty())
            return;
        QCOMPARE(!m_window->session()->permissions().may(Permissions::Action::EditContent), answer == kLook);
        QVERIFY(test::readFile(lock).contains("李强") == (answer == kLook));
        QVERIFY(banner().isEmpty()); // it was chosen
    }

    void oneOfMyOwnHasIt()
    {
        const auto other = Session::open(m_path);
        QVERIFY(other);
        dialogs::answerNext({});
        QVERIFY(!m_window->open(m_path));
        const QStringList asked = dialogs::asked();
        QCOMPARE(asked.size(), 1);
        QVERIFY2(asked[0].contains(QStringLiteral("您自己")), qPrintable(asked[0]));
    }

    void theSameFileAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("by its name") << QStringLiteral("a.nianbao");
        QTest::newRow("through a link") << QStringLiteral("link.nianbao");
        QTest::newRow("through a folder that is a link") << QStringLiteral("folder/a.nianbao");
    }

    void theSameFileAgain()
    {
        QFETCH(QString, name);
        QVERIFY(QFile::link(m_path, m_folder->filePath(QStringLiteral("link.nianbao"))));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("folder"))));
        QVERIFY(m_window->open(m_path));
        const Session *before = m_window->session();
        QVERIFY(m_window->open(m_folder->filePath(name)));
        QCOMPARE(m_window->session(), before);
        QVERIFY(dialogs::told().isEmpty() && dialogs::asked().isEmpty());
    }

    void whyItCanOnlyBeLookedAt_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("words");
        QTest::newRow("a write-protected file") << QStringLiteral("file") << QStringLiteral("写保护");
        QTest::newRow("a folder that takes nothing") << QStringLiteral("folder") << QStringLiteral("文件夹");
        QTest::newRow("too long a name") << QStringLiteral("name") << QStringLiteral("太长");
    }

    void whyItCanOnlyBeLookedAt()
    {
        QFETCH(QString, why);
        QFETCH(QString, words);
        QString path = m_path;
        const QByteArray folder = QFile::encodeName(m_folder->path());
        chmod(folder.constData(), 0777);
        if (why == u"file") {
            chmod(QFile::encodeName(path).constData(), 0444);
        } else if (why == u"folder") {
            chmod(QFile::encodeName(path).constData(), 0666);
            chmod(folder.constData(), 0555);
        } else {
            path = m_folder->filePath(QString(70, u'长') + QStringLiteral(".nianbao"));
            QVERIFY(QFile::rename(m_path, path));
        }
        {
            const test::AsOrdinaryUser user;
            if (!user.canWorkIn(m_folder->path()))
                QSKIP("an ordinary user cannot enter the temporary folder");
            QVERIFY(m_window->open(path));
        }
        chmod(folder.constData(), 0700);
        QVERIFY(!m_window->session()->permissions().may(Permissions::Action::EditContent));
        QVERIFY2(banner().contains(words), qPrintable(banner()));
        QVERIFY(m_window->closeReport());
        QVERIFY(banner().isEmpty());
    }
};

QTEST_MAIN(ReplacedTest)
#include "tst_replaced.moc"
