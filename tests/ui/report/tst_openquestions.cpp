// SPDX-License-Identifier: MulanPSL-2.0
#include "besidewindow.h"
#include "dialoganswers.h"
#include "elidedlabel.h"
#include "language.h"
#include "mainwindow.h"
#include "openplace.h"
#include "openquestions.h"
#include "testreports.h"

#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

const QString kCopy = QStringLiteral("复制到我的文件夹…");
const QString kLook = QStringLiteral("只读打开");

/// Of these tests: what lies in a folder called passing does not last.
PlaceKind judge(const QString &path)
{
    return path.contains(QStringLiteral("/passing/")) ? PlaceKind::Attachment : PlaceKind::Usual;
}

} // namespace

/// A report that was opened from a mail, with the whole window.
class OpenQuestionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    const QString m_attached = QStringLiteral("passing/附件.nianbao");

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        installLanguage(QStringLiteral("zh_CN"));
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("passing")));
    }
    void init()
    {
        dialogs::setSilent(true);
        dialogs::asked();
        dialogs::told();
        setPlaceJudge(judge);
        QVERIFY(Session::create(path(m_attached), test::filledReport(), true));
        QFile::remove(path(QStringLiteral("mine.nianbao")));
    }

    void aUsualPlaceIsNotAskedAbout()
    {
        QVERIFY(Session::create(path(QStringLiteral("usual.nianbao")), test::filledReport(), true));
        MainWindow window;
        QVERIFY(window.open(path(QStringLiteral("usual.nianbao"))));
        QVERIFY(dialogs::asked().isEmpty());
        QVERIFY(window.session()->permissions().may(Permissions::Action::EditContent));
    }

    /// As from a place that does not answer.
    void whoWaitsNoLongerOpensNothing()
    {
        const QString far = path(QStringLiteral("far.nianbao"));
        QVERIFY(Session::create(far, test::filledReport(), true));
        MainWindow window;
        QSemaphore answer;
        holdUpWork([&answer] { answer.acquire(); });
        QString said;
        dialogs::handleNextWait([&said](QDialog &dialog) {
            said = dialog.findChild<ElidedLabel *>()->words();
            return false;
        });
        QVERIFY(!window.open(far));
        holdUpWork(nullptr);
        answer.release();
        QTRY_COMPARE(answer.available(), 0);
        QVERIFY2(said.contains(QStringLiteral("far.nianbao")), qPrintable(said));
        QVERIFY(!window.session());
        QCOMPARE(dialogs::told(), QStringList());
        QVERIFY(window.open(far)); // another time
    }

    void onlyLooking()
    {
        const QByteArray before = test::readFile(path(m_attached));
        MainWindow window;
        dialogs::answerNext(kLook);
        QVERIFY(window.open(path(m_attached)));
        QCOMPARE(dialogs::asked().size(), 1);
        QVERIFY(!window.session()->permissions().may(Permissions::Action::EditContent));
        const auto *banner = window.findChild<QLabel *>(QStringLiteral("readOnlyReason"));
        QVERIFY2(banner->text().contains(placeWords(PlaceKind::Attachment)), qPrintable(banner->text()));
        QVERIFY(window.closeReport());
        QCOMPARE(test::readFile(path(m_attached)), before);
        QCOMPARE(QDir(path(QStringLiteral("passing"))).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void workingElsewhere()
    {
        const QByteArray before = test::readFile(path(m_attached));
        MainWindow window;
        dialogs::answerNext(kCopy);
        dialogs::answerNext(path(QStringLiteral("mine"))); // gets its suffix
        QVERIFY(window.open(path(m_attached)));
        const QString mine = QFileInfo(path(QStringLiteral("mine.nianbao"))).canonicalFilePath();
        QCOMPARE(window.session()->path(), mine);
        QVERIFY(window.session()->permissions().may(Permissions::Action::EditContent));
        QCOMPARE(window.session()->report(), test::filledReport());
        QVERIFY(window.closeReport());
        QCOMPARE(test::readFile(path(m_attached)), before);
    }

    void aPlaceThatIsNoBetterIsRefused_data()
    {
        QTest::addColumn<QString>("first");
        QTest::newRow("the same kind of place") << QStringLiteral("passing/b.nianbao");
        QTest::newRow("the file itself") << m_attached;
        QTest::newRow("a name that is taken, without suffix") << QStringLiteral("taken");
    }
    void aPlaceThatIsNoBetterIsRefused()
    {
        QFETCH(QString, first);
        QVERIFY(Session::create(path(QStringLiteral("taken.nianbao")), test::filledReport(), true));
        MainWindow window;
        for (const QString &answer : {kCopy, path(first), path(QStringLiteral("mine.nianbao"))})
            dialogs::answerNext(answer);
        QVERIFY(window.open(path(m_attached)));
        QCOMPARE(dialogs::told().size(), 1);
        QCOMPARE(QFileInfo(window.session()->path()).fileName(), QStringLiteral("mine.nianbao"));
    }

    void calledOff()
    {
        MainWindow window;
        dialogs::answerNext(QString());
        QVERIFY(!window.open(path(m_attached)));
        QVERIFY(!window.session());
        dialogs::answerNext(kCopy);
        dialogs::answerNext(QString()); // no place after all: it can be read
        QVERIFY(window.open(path(m_attached)));
        QVERIFY(!window.session()->permissions().may(Permissions::Action::EditContent));
    }

    void whatIsNoReportIsSaidAndNotAskedAbout()
    {
        MainWindow window;
        QVERIFY(!window.open(path(QStringLiteral("passing/nothing.nianbao"))));
        QVERIFY(dialogs::asked().isEmpty());
        QCOMPARE(dialogs::told().size(), 1);
    }

    void theSampleIsNotAskedAbout()
    {
        setPlaceJudge(nullptr);
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", m_folder.path().toLocal8Bit()); // a guest's
        MainWindow window;
        QVERIFY(window.openSample());
        const QString sample = window.session()->path();
        QVERIFY(window.session()->permissions().may(Permissions::Action::EditContent));
        QVERIFY(window.closeReport());
        QVERIFY(window.open(sample)); // from the list of recent reports
        QVERIFY(dialogs::asked().isEmpty());
        QVERIFY(window.session()->permissions().may(Permissions::Action::EditContent));
        QVERIFY(window.closeReport());
        QFile::remove(sample);
        qputenv("HOME", home);
    }
};

QTEST_MAIN(OpenQuestionsTest)
#include "tst_openquestions.moc"
