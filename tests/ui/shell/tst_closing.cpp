// SPDX-License-Identifier: MulanPSL-2.0
#include "commentactions.h"
#include "commentspanel.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "entryline.h"
#include "findingactions.h"
#include "findingspanel.h"
#include "gridview.h"
#include "livepicker.h"
#include "openedwindow.h"
#include "plainlineedit.h"
#include "plaintextedit.h"
#include "recentreports.h"
#include "reportjson.h"
#include "reportview.h"
#include "reviewsteps.h"
#include "settings.h"
#include "testreports.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace nianbao;

namespace {

using Ways = QStringList;
const QString kWindow = QStringLiteral("the window");
const QString kReport = QStringLiteral("the report");
const QString kAnother = QStringLiteral("another is opened");
const QString kEnded = QStringLiteral("the program is ended");
const QString kDropped = QStringLiteral("another is dropped on it");

} // namespace

/// Whole windows are closed while an editor or a panel holds something unfinished. Afterwards it is in the
/// file, or it was said and the person chose.
class ClosingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;

    /// A report with something to explain, a chart and two channels.
    static Report report()
    {
        Report made = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        const auto done = made.apply({{},
            {SetText{overview, 0, QStringLiteral("收到政府信息公开申请3件。")},
                SetIllustrations{{test::channelChart()}},
                SetChannels{{{QStringLiteral("site"), 2, {{QStringLiteral("a"), 2}}},
                    {QStringLiteral("wall"), std::nullopt, {}}}}},
            {}});
        if (!done)
            qFatal("the report cannot be made");
        return made;
    }

    QString newPath() const
    {
        static int number = 0;
        return m_folder.filePath(QStringLiteral("c%1.nianbao").arg(++number));
    }
    QString newFile() const
    {
        const QString path = newPath();
        if (!Session::create(path, report()))
            qFatal("the file cannot be made");
        return path;
    }

    void goTo(const char *section) { m_window->goTo(*Place::parse(QLatin1String(section))); }
    template <typename Widget> Widget *find(const QString &name)
    {
        auto *seen = test::inSight<Widget>(*m_window, name);
        return seen ? seen : m_window->findChild<Widget *>(name);
    }
    GridView *grid() { return find<GridView>(QStringLiteral("grid")); }
    void type(QWidget *into, const QString &words)
    {
        QVERIFY(into);
        test::typeInto(into, words);
    }
    static void compose(QWidget *into)
    {
        into->setFocus();
        QInputMethodEvent event(QStringLiteral("中心ban'gong"), {}); // half of it is chosen
        QApplication::sendEvent(into, &event);
    }
    QWidget *explanation()
    {
        auto *list = find<QListView>(QStringLiteral("findings"));
        m_window->view()->stepMatter(1);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(FindingsModel::RuleRole).toString() == u"TXT-RECEIVED")
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        auto *line = find<EntryLine>(QStringLiteral("explanation"));
        line->setFocus();
        return line;
    }

    /// Leaves something unfinished in the editor of that name.
    void leaveIn(const QString &editor)
    {
        const QString words = QStringLiteral("中心");
        if (editor == u"text" || editor == u"a text being composed" || editor == u"the picker") {
            goTo("overview/1");
            auto *text = find<PlainTextEdit>(QStringLiteral("textEdit"));
            if (editor == u"the picker") {
                type(text, QStringLiteral("="));
                QVERIFY(m_window->findChild<LivePicker *>());
            } else {
                editor == u"text" ? type(text, words) : compose(text);
            }
        } else if (editor == u"heading" || editor == u"a heading being composed") {
            goTo("overview/1");
            auto *heading = find<PlainLineEdit>(QStringLiteral("heading"));
            editor == u"heading" ? type(heading, words) : compose(heading);
        } else if (editor == u"caption") {
            goTo("overview/1");
            type(find<PlainLineEdit>(QStringLiteral("caption")), words);
        } else if (editor == u"cell") {
            m_window->goTo(Place::cell(CellId(QStringLiteral("requests.received.individual"))));
            type(grid(), QStringLiteral("7"));
        } else if (editor == u"cell note" || editor == u"table note") {
            m_window->goTo(Place::cell(CellId(QStringLiteral("requests.received.individual"))));
            QMetaObject::invokeMethod(
                m_window->view()->page(), editor == u"cell note" ? "editCellNote" : "editTableNote");
            type(find<EntryLine>(
                     editor == u"cell note" ? QStringLiteral("cellNote") : QStringLiteral("tableNote")),
                words);
        } else if (editor == u"channel") {
            m_window->goTo(Place::channel(1));
            type(grid(), QStringLiteral("7"));
        } else if (editor == u"channel name") {
            goTo("channels");
            find<QToolButton>(QStringLiteral("addChannel"))->click();
            type(find<EntryLine>(QStringLiteral("nameEdit")), words);
        } else if (editor == u"explanation") {
            type(explanation(), words);
        } else if (editor == u"an explanation being composed") {
            compose(explanation());
        } else if (editor.contains(QStringLiteral("comment")) || editor.contains(QStringLiteral("answer"))) {
            leaveInComments(editor, words);
        } else if (editor == u"user") {
            goTo("organisation");
            type(find<EntryLine>(QStringLiteral("userName")), words);
        } else { // a fact
            goTo(editor.startsWith(QStringLiteral("organisation")) || editor == u"allowed_words"
                    ? "organisation"
                    : "introduction");
            auto *field = m_window->findChild<QWidget *>(editor);
            if (editor == QLatin1String(fact::kDate))
                type(field, QStringLiteral("2022-1-9"));
            else
                type(field, words);
        }
    }

    /// In the panel, also of a report that is read; an answer to a comment that is there.
    void leaveInComments(const QString &editor, const QString &words)
    {
        Session &session = *m_window->session();
        if (editor.contains(QStringLiteral("read"))) {
            for (const Finding &finding : session.unready())
                QVERIFY(session.edit(findingActions::explain(finding, QStringLiteral("x"))));
            QVERIFY(session.move(
                {ReviewAction::Send, QStringLiteral("x"), QStringLiteral("2026-01-18T01:00:00Z")}));
            QVERIFY(m_window->view()->isReading());
        }
        const bool isAnswer = editor.contains(QStringLiteral("answer"));
        if (isAnswer) {
            const auto comment = commentActions::add(
                session.report(), Place::report(), QStringLiteral("x"), QStringLiteral("x"));
            QVERIFY(session.edit(*comment));
            m_window->findChild<CommentsPanel *>()->select(1);
        }
        m_window->view()->startComment();
        auto *line = m_window->findChild<EntryLine *>(
            isAnswer ? QStringLiteral("answer") : QStringLiteral("newComment"));
        editor.contains(QStringLiteral("composed")) ? compose(line) : type(line, words);
    }

    static QString wordsOf(const Report &report) { return QString::fromUtf8(reportToJson(report)); }

    void leaveBy(const QString &way)
    {
        if (way == kWindow) {
            m_window->close();
        } else if (way == kReport) {
            m_window->closeReport();
        } else if (way == kEnded) {
            m_window->letGo();
        } else if (way == kAnother) {
            m_window->open(newFile());
        } else {
            QMimeData file;
            file.setUrls({QUrl::fromLocalFile(newFile())});
            QDragEnterEvent enter({10, 10}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_window.get(), &enter);
            QDropEvent drop({10, 10}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_window.get(), &drop);
        }
    }

    Report inFile() const
    {
        const auto look = Session::open(m_path, Session::Mode::Look);
        if (!look)
            qFatal("the file cannot be read again");
        return (*look)->report();
    }

private Q_SLOTS:
    void initTestCase() { test::beginWindowTests(); }
    void init()
    {
        settings::setUserName(QStringLiteral("somebody"));
        m_path = newPath();
        m_window = test::openedWindow(m_path, report());
    }
    void cleanup() { m_window.reset(); }

    void whatIsTypedIsInTheFile_data()
    {
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QString>("found"); // in the JSON of the file
        QTest::addColumn<QString>("way");
        const QString words = QStringLiteral("中心");
        const QList<std::pair<QString, QString>> editors{{QStringLiteral("text"), words},
            {QStringLiteral("heading"), words}, {QStringLiteral("caption"), words},
            {QStringLiteral("cell"), QStringLiteral("\"individual\": 7")},
            {QStringLiteral("cell note"), words}, {QStringLiteral("table note"), words},
            {QStringLiteral("channel"), QStringLiteral("\"count\": 7")},
            {QStringLiteral("channel name"), words}, {QStringLiteral("explanation"), words},
            {QStringLiteral("the picker"), QStringLiteral("=")},
            {QStringLiteral("a text being composed"), words},
            {QStringLiteral("a heading being composed"), words},
            {QStringLiteral("an explanation being composed"), words}, {QLatin1String(fact::kTitle), words},
            {QLatin1String(fact::kIntroduction), words},
            {QLatin1String(fact::kDate), QStringLiteral("2022-01-09")},
            {QLatin1String(fact::kSignature), words}, {QLatin1String(fact::kDrafted), words},
            {QLatin1String(fact::kOffice), words}, {QLatin1String(fact::kNames), words},
            {QLatin1String(fact::kAllowedWords), words}, {QStringLiteral("comment"), words},
            {QStringLiteral("a comment being composed"), words}, {QStringLiteral("answer"), words},
            {QStringLiteral("an answer being composed"), words},
            {QStringLiteral("comment while it is read"), words},
            {QStringLiteral("answer while it is read"), words}};
        for (const auto &[editor, found] : editors)
            QTest::addRow("%s, when the window is closed", qPrintable(editor)) << editor << found << kWindow;
        for (const auto &[editor, found] :
            {editors[0], editors[3], editors[8], editors[21], editors[23], editors[25], editors[26]}) {
            for (const QString &way : {kReport, kAnother, kDropped, kEnded})
                QTest::addRow("%s, when %s", qPrintable(editor), qPrintable(way)) << editor << found << way;
        }
    }
    void whatIsTypedIsInTheFile()
    {
        QFETCH(QString, editor);
        QFETCH(QString, found);
        QFETCH(QString, way);
        QVERIFY(!wordsOf(inFile()).contains(found));
        leaveIn(editor);
        if (QTest::currentTestFailed())
            return;
        leaveBy(way);
        QVERIFY(!m_window->session() || m_window->session()->path() != m_path); // it is closed
        QVERIFY2(wordsOf(inFile()).contains(found), wordsOf(inFile()).toUtf8());
        QVERIFY(!wordsOf(inFile()).contains(QStringLiteral("gong"))); // letters of an input method
        QCOMPARE(dialogs::asked(), QStringList());
        QCOMPARE(dialogs::told(), QStringList());
    }

    /// Dialogs look at the report: while one is open neither window nor report goes, however that is asked
    /// for.
    void aDialogKeepsTheWindow_data()
    {
        QTest::addColumn<QString>("action"); // of the menu
        QTest::addColumn<QString>("line"); // in its dialog
        QTest::addColumn<bool>("isKept"); // what was typed is there again
        QTest::newRow("an opinion") << "forward"
                                    << "words" << true;
        QTest::newRow("a reason") << "return"
                                  << "words" << true;
        QTest::newRow("a passphrase") << "approve"
                                      << "passphrase" << false; // stays nowhere
        QTest::newRow("the passphrase of a new key") << "keys"
                                                     << "newPassphrase" << false;
        QTest::newRow("a letter") << "submit"
                                  << "text" << true;
        QTest::newRow("the address of the page") << "publish"
                                                 << "address" << true;
        QTest::newRow("what is corrected") << "correct"
                                           << "words" << true;
        QTest::newRow("what is looked for in the history") << "history"
                                                           << "search" << false;
    }
    void aDialogKeepsTheWindow()
    {
        QFETCH(QString, action);
        QFETCH(QString, line);
        QFETCH(bool, isKept);
        Session &session = *m_window->session();
        test::Way way(session);
        way.explain().move(ReviewAction::Send);
        if (action != u"forward" && action != u"return")
            way.move(ReviewAction::Forward);
        if (action == u"submit" || action == u"publish" || action == u"correct")
            way.signOnPaper();
        if (action == u"correct")
            way.submit();
        const QString typed = QStringLiteral("half typed");
        const auto open = [&](const std::function<void(QWidget &)> &act) {
            dialogs::handleNext([&](QDialog &dialog) {
                auto *field = dialog.findChild<QWidget *>(line);
                if (!field)
                    qFatal("no %s", qPrintable(line));
                act(*field);
                dialog.reject();
                return false;
            });
            auto *entry = m_window->findChild<QAction *>(action);
            QVERIFY(entry && entry->isEnabled());
            entry->trigger();
        };
        open([&](QWidget &field) {
            field.setProperty("plainText", QString());
            field.setProperty("text", QString());
            type(&field, typed);
            QVERIFY(!m_window->close());
            QApplication::closeAllWindows();
            QCOMPARE(m_window->session(), &session);
        });
        QVERIFY(m_window->isVisible());
        open([&](QWidget &field) {
            const QString words = field.property("plainText").isValid()
                ? field.property("plainText").toString()
                : field.property("text").toString();
            QCOMPARE(words.contains(typed), isKept);
        });
        QVERIFY(m_window->close());
        QVERIFY(!wordsOf(inFile()).contains(typed));
    }

    void theUsersNameIsKept()
    {
        leaveIn(QStringLiteral("user"));
        m_window->close();
        QVERIFY(settings::userName().contains(QStringLiteral("中心")));
    }

    void whatIsRefusedIsSaidAndStays_data()
    {
        QTest::addColumn<QString>("place"); // of the editor
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("a cell without figures") << "cellEdit" << QStringLiteral("件") << QStringLiteral("件");
        QTest::newRow("half a date") << "date" << QStringLiteral("2022-") << QStringLiteral("2022-");
        QTest::newRow("a name that is there already")
            << "nameEdit" << QStringLiteral("wall") << QStringLiteral("wall");
    }
    void whatIsRefusedIsSaidAndStays()
    {
        QFETCH(QString, place);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        if (place == u"cellEdit") {
            leaveIn(QStringLiteral("cell"));
        } else if (place == u"date") {
            goTo("introduction");
        } else {
            goTo("channels");
            find<QToolButton>(QStringLiteral("addChannel"))->click();
        }
        auto *line = find<QLineEdit>(place);
        QVERIFY(line);
        line->selectAll();
        type(line, typed);
        const Report before = m_window->session()->report();
        dialogs::answerNext({}); // called off
        m_window->close();
        const QStringList asked = dialogs::asked();
        QCOMPARE(asked.size(), 1);
        QVERIFY2(asked.first().contains(said), qPrintable(asked.first()));
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->session());
        QCOMPARE(find<QLineEdit>(place)->text(), typed);
        dialogs::answerNext(QStringLiteral("不要它，关闭"));
        QVERIFY(m_window->close());
        QVERIFY(inFile() == before);
    }

    void aFileThatIsGoneLeadsToACopy()
    {
        leaveIn(QStringLiteral("text"));
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".away")));
        const QString copy = m_folder.filePath(QStringLiteral("rescued.nianbao"));
        dialogs::answerNext({}); // called off: nothing is lost
        QVERIFY(!m_window->close());
        QVERIFY(find<PlainTextEdit>(QStringLiteral("textEdit"))->text().contains(QStringLiteral("中心")));
        dialogs::answerNext(QStringLiteral("另存副本…"));
        dialogs::answerNext(copy);
        QVERIFY(m_window->close());
        m_path = copy;
        QVERIFY(wordsOf(inFile()).contains(QStringLiteral("中心")));
    }

    void theQuestionsDefaultIsTheSafeAnswer_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::addColumn<QString>("answer");
        QTest::newRow("a file that takes nothing") << true << QStringLiteral("另存副本…");
        QTest::newRow("a date that is none") << false << QStringLiteral("取消");
    }
    void theQuestionsDefaultIsTheSafeAnswer()
    {
        QFETCH(bool, isGone);
        QFETCH(QString, answer);
        goTo("introduction");
        type(m_window->findChild<QWidget *>(QLatin1String(isGone ? fact::kSignature : fact::kDate)),
            QStringLiteral("2022-"));
        if (isGone)
            QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".away")));
        QString standing;
        dialogs::setSilent(false);
        QTimer::singleShot(0, this, [&standing] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            standing = box->defaultButton() ? box->defaultButton()->text() : QString();
            box->reject();
        });
        const bool isClosed = m_window->close();
        dialogs::setSilent(true);
        QVERIFY(!isClosed);
        QCOMPARE(standing.remove(QStringLiteral("(&C)")), answer);
        dialogs::answerNext(QStringLiteral("不要它，关闭"));
        QVERIFY(m_window->close());
    }

    /// Nobody is there to answer, and nothing hinders the end: what no file could take is lost, what stood
    /// there before is not, and no lock is left.
    void whoeverIsAskedTheProgramEnds()
    {
        goTo("introduction");
        auto *date = find<QLineEdit>(QStringLiteral("date"));
        QVERIFY(date);
        type(date, QStringLiteral("2022-"));
        const Report before = m_window->session()->report();
        dialogs::setCalledOff(true);
        m_window->letGo();
        dialogs::setCalledOff(false);
        QVERIFY(!m_window->session());
        QCOMPARE(dialogs::asked(), QStringList());
        QVERIFY(inFile() == before);
        QVERIFY(!QDir(m_folder.path())
                     .entryList(QDir::Files | QDir::Hidden)
                     .contains(u'.' + QFileInfo(m_path).fileName() + QStringLiteral(".lock")));
    }

    /// What a file does not take lies in a copy then, and that one is found where reports are looked for.
    void whatIsRefusedAtTheEndIsInACopy_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("the file is gone") << QStringLiteral("gone");
        QTest::newRow("another state stands in the file") << QStringLiteral("replaced");
    }
    void whatIsRefusedAtTheEndIsInACopy()
    {
        QFETCH(QString, how);
        const QString away = m_path + QStringLiteral(".away");
        QVERIFY(QFile::rename(m_path, away));
        if (how == u"replaced") {
            const QString other = newFile();
            QVERIFY(QFile::rename(other, m_path));
        }
        leaveIn(QStringLiteral("text"));
        dialogs::setCalledOff(true);
        m_window->letGo();
        dialogs::setCalledOff(false);
        QVERIFY(!m_window->session());
        QCOMPARE(dialogs::asked(), QStringList());
        const RecentReport kept = settings::recentReports().value(0);
        QVERIFY(kept.path != m_path);
        QVERIFY2(kept.path.contains(QStringLiteral("找回")), qPrintable(kept.path));
        const auto copy = Session::open(kept.path, Session::Mode::Look);
        QVERIFY(copy);
        QVERIFY((*copy)
                    ->report()
                    .subSections(SectionId(QStringLiteral("overview")))
                    .first()
                    .text.contains(QStringLiteral("中心")));
        QVERIFY(QFile::exists(away));
    }

    /// A window may go without being asked (the program ends): then nothing is edited and nothing crashes.
    void aWindowThatJustGoesEditsNothing_data()
    {
        QTest::addColumn<QString>("editor");
        for (const char *editor :
            {"text", "heading", "caption", "cell", "cell note", "channel", "channel name", "explanation",
                "the picker", "a text being composed", "title", "organisation.names"})
            QTest::newRow(editor) << QString::fromLatin1(editor);
    }
    void aWindowThatJustGoesEditsNothing()
    {
        QFETCH(QString, editor);
        const QByteArray before = test::readFile(m_path);
        leaveIn(editor);
        if (QTest::currentTestFailed())
            return;
        m_window.reset();
        QCOMPARE(test::readFile(m_path), before);
    }
};

QTEST_MAIN(ClosingTest)
#include "tst_closing.moc"
