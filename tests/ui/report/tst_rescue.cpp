// SPDX-License-Identifier: MulanPSL-2.0
#include "clock.h"
#include "dialoganswers.h"
#include "entryline.h"
#include "findingsmodel.h"
#include "fulldisk.h"
#include "gridview.h"
#include "openedwindow.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "reportjson.h"
#include "reportview.h"
#include "savedlabel.h"
#include "testreports.h"

#include <QApplication>
#include <QFile>
#include <QListView>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace nianbao;

namespace {
const QString kWords = QStringLiteral("中心");
const QString kSaveCopy = QStringLiteral("另存副本…");
QDateTime stillClock() { return QDateTime(QDate(2026, 1, 5), QTime(9, 0)); }
const QString kGoOn = QStringLiteral("在副本中继续");
} // namespace

/// The open file takes nothing any more: what is typed is said not to be saved, stays, and goes into a copy.
class RescueTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
    const SectionId m_overview{QStringLiteral("overview")};

    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    Session &session() { return *m_window->session(); }
    QString state() { return m_window->findChild<SavedLabel *>()->text(); }

    static Report report(const QString &text)
    {
        Report made = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        const auto done = made.apply(
            {{}, {SetText{overview, 0, text}, SetIllustrations{{test::channelChart(), test::channelChart()}}},
                {}});
        if (!done)
            qFatal("the report cannot be made");
        return made;
    }

    void breakFile(const QString &how)
    {
        const QString away = m_path + QStringLiteral(".away");
        QVERIFY(QFile::rename(m_path, away));
        if (how == u"replaced") {
            const QString other = file("other.nianbao");
            QVERIFY(Session::create(other, report(QStringLiteral("另一份。")), true));
            QVERIFY(QFile::rename(other, m_path));
        }
    }
    void mendFile()
    {
        QFile::remove(m_path);
        QVERIFY(QFile::rename(m_path + QStringLiteral(".away"), m_path));
    }

    template <typename Widget> QList<Widget *> here(const QString &name)
    {
        return m_window->view()->page()->findChildren<Widget *>(name);
    }
    PlainTextEdit *text()
    {
        m_window->goTo(*Place::parse(QStringLiteral("overview/1")));
        return here<PlainTextEdit>(QStringLiteral("textEdit")).first();
    }
    static void type(QWidget *into, const QString &words) { test::typeInto(into, words); }
    EntryLine *explanation()
    {
        auto *list = m_window->findChild<QListView *>(QStringLiteral("findings"));
        m_window->view()->stepMatter(1);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(FindingsModel::RuleRole).toString() == u"TXT-RECEIVED")
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        return m_window->findChild<EntryLine *>(QStringLiteral("explanation"));
    }
    /// Types in three places at once: what is refused in one stays there while another is typed into.
    void typeEverywhere()
    {
        type(explanation(), QStringLiteral("含口头"));
        PlainTextEdit *edit = text();
        type(edit, kWords);
        const auto captions = here<PlainLineEdit>(QStringLiteral("caption"));
        type(captions.value(0), QStringLiteral("图甲"));
        type(captions.value(1), QStringLiteral("图乙"));
    }

    static Report read(const QString &path)
    {
        const auto look = Session::open(path, Session::Mode::Look);
        if (!look)
            qFatal("%s cannot be read again: %d %s", qPrintable(path), int(look.error().code),
                qPrintable(look.error().detail));
        return (*look)->report();
    }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }
    void init()
    {
        dialogs::setSilent(true);
        setClock(stillClock); // an explanation carries its time
        static int number = 0;
        m_path = m_folder.filePath(QStringLiteral("r%1.nianbao").arg(++number));
        QFile::remove(file("copy.nianbao"));
        m_window = test::openedWindow(m_path, report(QStringLiteral("收到政府信息公开申请3件。")));
    }
    void cleanup()
    {
        m_window.reset();
        setClock(nullptr);
    }

    void theCopyHoldsAllThatIsTyped_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("the file is as it should be") << QString();
        QTest::newRow("the file is gone") << QStringLiteral("gone");
        QTest::newRow("another state stands in its place") << QStringLiteral("replaced");
    }
    void theCopyHoldsAllThatIsTyped()
    {
        QFETCH(QString, how);
        if (!how.isEmpty())
            breakFile(how);
        const QByteArray before = how == u"gone" ? QByteArray() : test::readFile(m_path);
        typeEverywhere();
        dialogs::answerNext(file("copy.nianbao"));
        if (!how.isEmpty())
            dialogs::answerNext({}); // whether to go on in it
        QVERIFY(m_window->saveCopy());
        const QString words = QString::fromUtf8(reportToJson(read(file("copy.nianbao"))));
        for (const QString &typed :
            {kWords, QStringLiteral("图甲"), QStringLiteral("图乙"), QStringLiteral("含口头")})
            QVERIFY2(words.contains(typed), qPrintable(typed));
        QCOMPARE(dialogs::told(), QStringList());
        if (how == u"replaced")
            QCOMPARE(test::readFile(m_path), before); // nothing was overwritten
        // and the window still holds everything
        QVERIFY(here<PlainTextEdit>(QStringLiteral("textEdit")).first()->text().contains(kWords));
        if (how == u"gone") { // the file comes back: nothing more is needed
            mendFile();
            QVERIFY(m_window->view()->commitOpenEditor());
            QVERIFY(session().report() == read(file("copy.nianbao")));
            QVERIFY(session().report() == read(m_path));
        }
        if (how == u"replaced")
            dialogs::answerNext(QStringLiteral("不要它，关闭"));
        QVERIFY(m_window->close());
    }

    void aReportOpenedToLookIsCopiedToo()
    {
        m_window.reset();
        const auto other = Session::open(m_path); // somebody else edits it
        QVERIFY(other);
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        dialogs::answerNext(QStringLiteral("只读打开"));
        QVERIFY(m_window->open(m_path));
        QVERIFY(!session().permissions().may(Permissions::Action::EditContent));
        m_window->goTo(*Place::parse(QStringLiteral("overview/1")));
        dialogs::answerNext(file("copy.nianbao"));
        dialogs::answerNext(kGoOn);
        QVERIFY(m_window->saveCopy());
        QTRY_COMPARE(session().path(), file("copy.nianbao"));
        QVERIFY(session().permissions().may(Permissions::Action::EditContent));
        QCOMPARE(m_window->view()->entry().toString(), QStringLiteral("overview/1"));
        type(text(), kWords);
        QVERIFY(m_window->view()->commitOpenEditor());
        QVERIFY(QString::fromUtf8(reportToJson(read(file("copy.nianbao")))).contains(kWords));
    }

    void oneGoesOnInTheCopy()
    {
        breakFile(QStringLiteral("gone"));
        type(text(), kWords);
        dialogs::answerNext(file("copy.nianbao"));
        dialogs::answerNext(kGoOn);
        QVERIFY(m_window->saveCopy());
        QTRY_COMPARE(session().path(), file("copy.nianbao"));
        QCOMPARE(m_window->view()->entry().toString(), QStringLiteral("overview/1"));
        QVERIFY(text()->text().contains(kWords));
        QVERIFY(!session().unsaved());
        QVERIFY(state().startsWith(QStringLiteral("● 已保存")));
        QVERIFY(m_window->close()); // and is asked nothing
        QCOMPARE(dialogs::asked().size(), 1); // whether to go on
    }

    void theStateSaysNotSavedUntilItIs()
    {
        QVERIFY(session().edit(Change::of({}, SetHeading{m_overview, 0, {u'h'}})));
        QVERIFY(state().startsWith(QStringLiteral("● 已保存")));
        PlainTextEdit *edit = text();
        breakFile(QStringLiteral("gone"));
        type(edit, kWords);
        QTRY_COMPARE(state(), QStringLiteral("✗ 未保存：文件已被移走或删除"));
        m_window->statusBar()->clearMessage(); // the notice has had its time
        QVERIFY(m_window->findChild<SavedLabel *>()->isVisible());
        QCOMPARE(state(), QStringLiteral("✗ 未保存：文件已被移走或删除"));
        mendFile();
        type(edit, QStringLiteral("站"));
        QTRY_VERIFY(state().startsWith(QStringLiteral("● 已保存")));
        QVERIFY(read(m_path) == session().report());
        QVERIFY(QString::fromUtf8(reportToJson(read(m_path))).contains(QStringLiteral("中心站")));
    }

    void whatWasRefusedIsTriedAgainWhenAnotherEntrySucceeds()
    {
        PlainTextEdit *edit = text();
        breakFile(QStringLiteral("gone"));
        type(edit, kWords);
        QVERIFY(!edit->commitOpenEditor());
        mendFile();
        QVERIFY(session().edit(Change::of({}, SetFact{QLatin1String(fact::kPhone), QStringLiteral("1")})));
        QTRY_VERIFY(QString::fromUtf8(reportToJson(read(m_path))).contains(kWords));
        QVERIFY(state().startsWith(QStringLiteral("● 已保存")));
    }

    void whatWasRefusedIsTriedAgainWhenSomebodyComesBackToTheWindow()
    {
        PlainTextEdit *edit = text();
        breakFile(QStringLiteral("gone"));
        type(edit, kWords);
        QVERIFY(!edit->commitOpenEditor());
        mendFile(); // in the file manager
        QEvent back(QEvent::WindowActivate);
        QApplication::sendEvent(m_window.get(), &back);
        QTRY_VERIFY(state().startsWith(QStringLiteral("● 已保存")));
        QVERIFY(QString::fromUtf8(reportToJson(read(m_path))).contains(kWords));
    }

    void whatIsGivenUpIsNotUnsaved()
    {
        PlainTextEdit *edit = text();
        const QString before = edit->text();
        breakFile(QStringLiteral("gone"));
        type(edit, kWords);
        QVERIFY(!edit->commitOpenEditor());
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->text(), before);
        QVERIFY(!session().unsaved());
        QVERIFY(state().startsWith(QStringLiteral("● 已保存")));
    }

    void ctrlSSaysThatItIsNotSavedAndOffersACopy()
    {
        PlainTextEdit *edit = text();
        breakFile(QStringLiteral("gone"));
        type(edit, kWords);
        dialogs::answerNext(kSaveCopy);
        dialogs::answerNext(file("copy.nianbao"));
        dialogs::answerNext({});
        QTest::keySequence(edit, QKeySequence::Save);
        QCOMPARE(dialogs::asked().size(), 2);
        QVERIFY(QString::fromUtf8(reportToJson(read(file("copy.nianbao")))).contains(kWords));
        QVERIFY(!m_window->statusBar()->currentMessage().startsWith(QStringLiteral("已保存")));
    }

    void theOpenFileIsNoCopyOfItself_data()
    {
        QTest::addColumn<bool>("byLink");
        QTest::newRow("by its name") << false;
        QTest::newRow("through a link") << true;
    }
    void theOpenFileIsNoCopyOfItself()
    {
        QFETCH(bool, byLink);
        const QByteArray before = test::readFile(m_path);
        const QString link = file("link.nianbao");
        QFile::remove(link);
        if (byLink)
            QVERIFY(QFile::link(m_path, link));
        dialogs::answerNext(byLink ? link : m_path);
        QVERIFY(!m_window->saveCopy());
        QCOMPARE(dialogs::told().size(), 1);
        QCOMPARE(test::readFile(m_path), before);
    }

    void aNameWithoutSuffixGetsItAndReplacesNothing()
    {
        dialogs::answerNext(file("copy"));
        QVERIFY(m_window->saveCopy());
        QVERIFY(QFile::exists(file("copy.nianbao")));
        dialogs::answerNext(file("copy")); // nobody was asked about replacing copy.nianbao
        QVERIFY(!m_window->saveCopy());
        QCOMPARE(dialogs::told().size(), 1);
    }

    void whatCannotBeReadIsSaidToBeLeftOut()
    {
        m_window->goTo(Place::cell(CellId(QStringLiteral("requests.granted.business"))));
        auto *grid = here<GridView>(QStringLiteral("grid")).first();
        type(grid, QStringLiteral("7"));
        auto *editor = m_window->findChild<QLineEdit *>(QStringLiteral("cellEdit"));
        editor->selectAll();
        type(editor, QStringLiteral("件"));
        dialogs::answerNext(file("copy.nianbao"));
        QVERIFY(m_window->saveCopy());
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(QStringLiteral("件")), qPrintable(told.first()));
        QVERIFY(read(file("copy.nianbao")) == session().report());
        QCOMPARE(editor->text(), QStringLiteral("件"));
        QTest::keyClick(editor, Qt::Key_Escape);
    }

    void aCopyThatCannotBeMadeChangesNothing()
    {
        type(text(), kWords);
        dialogs::answerNext(file("no/such/folder/copy.nianbao"));
        QVERIFY(!m_window->saveCopy());
        QCOMPARE(dialogs::told().size(), 1);
        dialogs::answerNext(file("copy.nianbao"));
        {
            const test::FullDisk full;
            QVERIFY(!m_window->saveCopy());
        }
        const QStringList told = dialogs::told();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(QStringLiteral("没有写成")), qPrintable(told.first()));
        QVERIFY(!QFile::exists(file("copy.nianbao")));
        QVERIFY(m_window->view()->commitOpenEditor());
        QVERIFY(QString::fromUtf8(reportToJson(read(m_path))).contains(kWords));
    }
};

QTEST_MAIN(RescueTest)
#include "tst_rescue.moc"
