// SPDX-License-Identifier: MulanPSL-2.0
// One report between three desks, through the window that people have: whoever sits there changes, the file
// stays.
#include "appearance.h"
#include "changespanel.h"
#include "commentspanel.h"
#include "dialoganswers.h"
#include "entryline.h"
#include "gridview.h"
#include "keydialog.h"
#include "language.h"
#include "mainwindow.h"
#include "pagepreview.h"
#include "plaintextedit.h"
#include "reportview.h"
#include "sealkey.h"
#include "settings.h"
#include "signdialog.h"
#include "testreports.h"

#include <QAction>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace nianbao;

namespace {

const CellId kReceived(QStringLiteral("requests.received.individual"));
const CellId kGranted(QStringLiteral("requests.granted.individual"));
const SectionId kProblems(QStringLiteral("problems"));
const QString kPassphrase = QStringLiteral("correct horse");

/// As an input method gives them.
void give(QWidget *widget, const QString &words)
{
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    if (line && line->echoMode() == QLineEdit::Password) // takes keys alone
        return QTest::keyClicks(widget, words);
    QInputMethodEvent event;
    event.setCommitString(words);
    QApplication::sendEvent(widget, &event);
}

/// Somebody at his computer, with the one file.
class Desk {
public:
    Desk(const QString &person, const QString &path)
    {
        settings::setUserName(person);
        m_window.show();
        if (!m_window.open(path))
            qFatal("the report does not open");
    }
    ~Desk() { m_window.close(); }

    MainWindow &window() { return m_window; }
    Session &session() { return *m_window.session(); }
    ReportView &view() { return *m_window.view(); }
    const Review &review() { return session().report().review(); }
    template <typename Widget> Widget *find(const char *name)
    {
        return m_window.findChild<Widget *>(QLatin1String(name));
    }
    QString label(const char *name) { return find<QLabel>(name)->text(); }
    QAction *action(const char *name) { return find<QAction>(name); }
    /// The one button of the bar that leads on.
    void pressOn() { QTest::mouseClick(find<QPushButton>("moveOn"), Qt::LeftButton); }

    void comment(const Place &place, const QString &words)
    {
        m_window.goTo(place);
        auto *line = find<EntryLine>("newComment");
        line->setFocus();
        give(line, words);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void answer(const QString &words)
    {
        auto *line = find<EntryLine>("answer");
        line->setFocus();
        give(line, words);
        QTest::keyClick(line, Qt::Key_Return);
    }
    QString changes()
    {
        auto *panel = m_window.findChild<ChangesPanel *>();
        auto *tabs = m_window.view()->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->widget(tab)->isAncestorOf(panel))
                tabs->setCurrentIndex(tab);
        }
        return QTest::qWaitFor([panel] { return !panel->words().isEmpty(); }) ? panel->words() : QString();
    }

private:
    MainWindow m_window;
};

void type(QDialog &dialog, const char *name, const QString &words)
{
    if (auto *text = dialog.findChild<QPlainTextEdit *>(QLatin1String(name))) {
        text->selectAll();
        give(text, words);
        return;
    }
    auto *line = dialog.findChild<QLineEdit *>(QLatin1String(name));
    line->selectAll();
    give(line, words);
}

/// Presses the dialog's own button, as a person would; what it then says is for the caller.
bool press(QDialog &dialog)
{
    dialog.accept();
    return dialog.result() == QDialog::Accepted;
}

QString wrong(QDialog &dialog) { return dialog.findChild<QLabel *>(QStringLiteral("wrong"))->text(); }

} // namespace

class BetweenDesksTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); // no key is known from an earlier run
        dialogs::setSilent(true);
        appearance::apply(false);
        installLanguage(QStringLiteral("zh_CN"));
        QFile::remove(settings::keyPath());
        QFile::remove(publicKeyPath(settings::keyPath()));
    }

    /// From the clerk to the deputy mayor and back, signed, to the district, and a correction.
    void aReportGoesItsWay()
    {
        m_path = m_folder.filePath(QStringLiteral("way.nianbao"));
        QVERIFY(Session::create(m_path, test::filledReport()));
        theClerkSends();
        if (!QTest::currentTestFailed())
            theDeputyMayorReturnsIt();
        if (!QTest::currentTestFailed())
            theClerkAnswersAndSendsAgain();
        if (!QTest::currentTestFailed())
            theDeputyMayorSeesWhatChangedAndSigns();
        if (!QTest::currentTestFailed())
            nothingCanBeEditedAnyMore();
        if (!QTest::currentTestFailed())
            itIsHandedOver();
        if (!QTest::currentTestFailed())
            theDistrictOpensTheCopy();
        if (!QTest::currentTestFailed())
            itIsCorrected();
    }

private:
    void theClerkSends()
    {
        Desk desk(QStringLiteral("王芸"), m_path);
        QCOMPARE(desk.label("state"), QStringLiteral("起草中"));
        QVERIFY(!desk.view().isReading());
        dialogs::handleNext(
            [](QDialog &dialog) { return dialog.objectName() == u"sendDialog" && press(dialog); });
        desk.pressOn();
        QVERIFY(desk.review().state == ReviewState::InReview);
        QCOMPARE(desk.review().events.last().who, QStringLiteral("王芸"));
        QCOMPARE(desk.label("state"), QStringLiteral("审阅中 · 核稿"));
        QVERIFY(desk.view().isReading());
        QVERIFY(!desk.session().undoStack().canUndo());
        // whoever sent it waits: nothing that is for others to do is in front of them
        QVERIFY(desk.find<QPushButton>("moveOn")->isHidden());
        QCOMPARE(desk.find<QPushButton>("moveBack")->text(), QStringLiteral("撤回"));
        for (const char *theirs : {"forwardButton", "returnButton"})
            QVERIFY2(desk.find<QPushButton>(theirs)->isHidden(), theirs);
        QVERIFY(!desk.find<QPushButton>("withdrawButton")->isHidden());
        QVERIFY2(desk.label("readOnlyReason").contains(QStringLiteral("已送给党政办主任")),
            qPrintable(desk.label("readOnlyReason")));
        QVERIFY(desk.action("forward")->isEnabled()); // in the menu: one may hold both offices
    }

    void theDeputyMayorReturnsIt()
    {
        Desk desk(QStringLiteral("陈立"), m_path);
        QVERIFY(desk.view().isReading());
        QCOMPARE(desk.find<QPushButton>("moveOn")->text(), QStringLiteral("同意并转下一步"));
        QCOMPARE(desk.find<QPushButton>("moveBack")->text(), QStringLiteral("退回修改"));
        QVERIFY(!desk.find<QLabel>("readOnlyReason")->isVisible());
        QCOMPARE(desk.window().focusWidget(), static_cast<QWidget *>(&desk.view().preview()));
        desk.comment(Place::cell(kReceived), QStringLiteral("请与台账核对"));
        desk.comment(Place::subSection(kProblems, 0), QStringLiteral("写具体些"));
        QCOMPARE(desk.session().report().comments().size(), 2);
        QCOMPARE(desk.session().report().comments().first().who, QStringLiteral("陈立"));
        dialogs::handleNext([](QDialog &dialog) {
            if (press(dialog)) // without a reason
                return false;
            if (!wrong(dialog).contains(QStringLiteral("理由")))
                return false;
            type(dialog, "words", QStringLiteral("数字与台账不一致"));
            return press(dialog);
        });
        desk.action("return")->trigger();
        QVERIFY(desk.review().state == ReviewState::Returned);
        QVERIFY(!desk.view().isReading());
    }

    void theClerkAnswersAndSendsAgain()
    {
        Desk desk(QStringLiteral("王芸"), m_path);
        QCOMPARE(desk.label("state"), QStringLiteral("已退回"));
        // the reason stays in sight, then the comments one by one
        QVERIFY(desk.label("readOnlyReason").contains(QStringLiteral("数字与台账不一致")));
        QVERIFY(desk.find<QLabel>("readOnlyReason")->isVisible());
        QCOMPARE(desk.find<QPushButton>("moveOn")->text(), QStringLiteral("下一条批注"));
        desk.pressOn();
        QCOMPARE(desk.view().entry(), Place::section(SectionId(QStringLiteral("requests"))));
        desk.answer(QStringLiteral("已核对，改为 3 件"));
        for (const CellId &cell : {kReceived, kGranted})
            QVERIFY(desk.session().edit(
                Change::of(QStringLiteral("填写"), SetCell{cell, Amount::fromInteger(3)})));
        desk.pressOn();
        QCOMPARE(desk.view().entry(), Place::subSection(kProblems, 0));
        auto *edit = desk.find<PlainTextEdit>("textEdit");
        edit->moveCursor(QTextCursor::End);
        give(edit, QStringLiteral("培训不够。"));
        QTRY_VERIFY(desk.session().report().subSections(kProblems).first().text.endsWith(u'。'));
        desk.answer(QStringLiteral("已补充"));
        QCOMPARE(desk.find<QPushButton>("moveOn")->text(), QStringLiteral("再次送审"));
        QTest::mouseClick(desk.find<QToolButton>("resolve"), Qt::LeftButton);
        const auto &comments = desk.session().report().comments();
        QCOMPARE(comments[1].answers.size(), 1);
        QCOMPARE(comments[2].answers.size(), 1);
        QVERIFY(!comments[1].resolved && comments[2].resolved);
        dialogs::handleNext([](QDialog &dialog) {
            const auto *left = dialog.findChild<QLabel *>(QStringLiteral("openComments"));
            return left && left->text().contains(u'1') && press(dialog);
        });
        desk.pressOn();
        QVERIFY(desk.review().state == ReviewState::InReview);
        QVERIFY(!desk.label("readOnlyReason").contains(QStringLiteral("数字与台账不一致")));
    }

    void theDeputyMayorSeesWhatChangedAndSigns()
    {
        Desk desk(QStringLiteral("陈立"), m_path);
        const QString changes = desk.changes();
        QVERIFY2(changes.contains(QStringLiteral("培训不够")), qPrintable(changes));
        QCOMPARE(changes.section(QStringLiteral("带来的"), 0, 0).count(QStringLiteral("→")), 2); // no total
        QVERIFY(changes.contains(QStringLiteral("自然人")));
        dialogs::handleNext([](QDialog &dialog) { return press(dialog); });
        desk.pressOn(); // agreed by the first of the chain
        QCOMPARE(desk.review().step, 2);
        QCOMPARE(desk.label("state"), QStringLiteral("审阅中 · 签发"));
        QString said;
        dialogs::handleNext([&said](QDialog &sign) {
            dialogs::handleNext([](QDialog &keys) { // the first of all keys is made on the way
                type(keys, "newPassphrase", kPassphrase);
                type(keys, "newPassphraseAgain", kPassphrase);
                keys.findChild<QPushButton *>(QStringLiteral("makeKey"))->click();
                return true;
            });
            for (auto *button : sign.findChildren<QPushButton *>()) {
                if (button->text().startsWith(QStringLiteral("密钥")))
                    button->click();
            }
            type(sign, "passphrase", QStringLiteral("wrong horse 1"));
            if (press(sign))
                return false;
            said = wrong(sign);
            type(sign, "passphrase", kPassphrase);
            return press(sign);
        });
        QVERIFY(desk.find<QPushButton>("moveOn")->isHidden()); // who agreed waits for the next reader
        desk.action("approve")->trigger(); // but holds that office, too
        QVERIFY2(said.contains(QStringLiteral("口令")), qPrintable(said));
        QVERIFY(desk.review().state == ReviewState::Approved);
        QVERIFY(desk.review().seal);
        QCOMPARE(desk.review().seal->by, QStringLiteral("陈立"));
        const auto known = settings::knownKey(desk.session().report().fact(fact::kName));
        QVERIFY(known);
        QVERIFY(desk.session().verification(known).verdict == Verification::Verdict::Holds);
        QVERIFY(desk.session().verification(known).isKnown);
    }

    void nothingCanBeEditedAnyMore()
    {
        Desk desk(QStringLiteral("王芸"), m_path);
        const QByteArray before = test::readFile(m_path);
        const auto refused = desk.session().edit(Change::of({}, SetCell{kReceived, Amount::fromInteger(4)}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotInThisState);
        QVERIFY(desk.view().isReading());
        QVERIFY(!desk.action("send")->isEnabled());
        QVERIFY(desk.action("reopen")->isEnabled());
        QCOMPARE(test::readFile(m_path), before);
    }

    void itIsHandedOver()
    {
        Desk desk(QStringLiteral("王芸"), m_path);
        dialogs::handleNext([this](QDialog &dialog) {
            type(dialog, "office", QStringLiteral("区政务公开办"));
            dialog.findChild<QPushButton *>(QStringLiteral("asFolder"))->click();
            type(dialog, "place", m_folder.filePath(QStringLiteral("寄出")));
            dialogs::answerNext(QStringLiteral("还没有"));
            dialog.findChild<QPushButton *>(QStringLiteral("write"))->click();
            return dialog.result() == QDialog::Accepted;
        });
        desk.pressOn();
        QVERIFY(desk.review().state == ReviewState::Approved); // written is not yet sent
        QVERIFY(desk.window().findChild<QWidget *>(QStringLiteral("exported"))->isVisible());
        dialogs::handleNext([](QDialog &dialog) {
            dialogs::answerNext(QStringLiteral("已经寄出"));
            dialog.findChild<QToolButton *>(QStringLiteral("record"))->click();
            return dialog.result() == QDialog::Accepted;
        });
        desk.pressOn();
        QCOMPARE(desk.label("state"), QStringLiteral("已报送"));
        QCOMPARE(desk.review().handedOver.value(0).to, QStringLiteral("区政务公开办"));
    }

    /// Another computer, on which nothing of that town's key is known yet.
    void theDistrictOpensTheCopy()
    {
        const QDir sent(m_folder.filePath(QStringLiteral("寄出")));
        const QStringList copies = sent.entryList({QStringLiteral("*.nianbao")});
        QCOMPARE(copies.size(), 1);
        const QByteArray here = qgetenv("XDG_CONFIG_HOME");
        const QTemporaryDir district;
        qputenv("XDG_CONFIG_HOME", district.path().toLocal8Bit());
        {
            Desk desk(QStringLiteral("刘洋"), sent.filePath(copies.first()));
            QVERIFY(desk.view().isReading());
            QCOMPARE(desk.label("state"), QStringLiteral("已审定"));
            QVERIFY(desk.session().report().comments().isEmpty());
            const auto known = settings::knownKey(desk.session().report().fact(fact::kName));
            QVERIFY(known); // from now on
            QVERIFY(desk.session().verification(known).verdict == Verification::Verdict::Holds);
            QVERIFY(!desk.find<QLabel>("readOnlyReason")->isVisible()); // nothing is in doubt
        }
        qputenv("XDG_CONFIG_HOME", here);
    }

    void itIsCorrected()
    {
        Desk desk(QStringLiteral("王芸"), m_path);
        dialogs::handleNext([](QDialog &dialog) {
            type(dialog, "words", QStringLiteral("新收申请应为 4 件"));
            return press(dialog);
        });
        desk.action("correct")->trigger();
        QVERIFY(desk.review().state == ReviewState::Drafting);
        QCOMPARE(desk.review().revision, 2);
        QCOMPARE(desk.review().correction, QStringLiteral("新收申请应为 4 件"));
        QVERIFY(!desk.review().seal);
        QVERIFY(!desk.view().isReading());
        QVERIFY(desk.session().edit(
            Change::of(QStringLiteral("填写"), SetCell{kReceived, Amount::fromInteger(4)})));
    }

private Q_SLOTS:
    /// Who is not ready is led to what is missing.
    void whatIsMissingIsGoneTo()
    {
        const QString path = m_folder.filePath(QStringLiteral("missing.nianbao"));
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetCell{kReceived, Amount::fromInteger(7)})));
        QVERIFY(Session::create(path, report));
        Desk desk(QStringLiteral("王芸"), path);
        desk.window().goTo(Place::organisation());
        dialogs::handleNext([](QDialog &dialog) {
            auto *missing = dialog.findChild<QListWidget *>(QStringLiteral("missing"));
            if (!missing || dialog.findChild<QPushButton *>(QStringLiteral("doIt"))->isEnabled())
                return true;
            Q_EMIT missing->itemActivated(missing->item(0));
            return false;
        });
        desk.pressOn();
        QVERIFY(desk.review().state == ReviewState::Drafting);
        QCOMPARE(desk.view().entry(), Place::section(SectionId(QStringLiteral("requests"))));
    }

    /// What was typed into a dialog that is called off is there when it is opened again.
    void aHalfTypedReasonIsKept()
    {
        const QString path = m_folder.filePath(QStringLiteral("half.nianbao"));
        QVERIFY(Session::create(path, test::filledReport()));
        Desk desk(QStringLiteral("陈立"), path);
        dialogs::handleNext([](QDialog &dialog) { return press(dialog); });
        desk.action("send")->trigger();
        QVERIFY(desk.review().state == ReviewState::InReview);
        dialogs::handleNext([](QDialog &dialog) {
            type(dialog, "words", QStringLiteral("写到一半"));
            dialog.reject();
            return false;
        });
        desk.action("return")->trigger();
        QVERIFY(desk.review().state == ReviewState::InReview);
        QString again;
        dialogs::handleNext([&again](QDialog &dialog) {
            again = dialog.findChild<QPlainTextEdit *>(QStringLiteral("words"))->toPlainText();
            return press(dialog);
        });
        desk.action("return")->trigger();
        QCOMPARE(again, QStringLiteral("写到一半"));
        QCOMPARE(desk.review().events.last().words, QStringLiteral("写到一半"));
    }

    /// Nothing has changed since this step agreed: one key is enough. After an edit it reads anew.
    void anOpinionIsCarriedOver()
    {
        const QString path = m_folder.filePath(QStringLiteral("again.nianbao"));
        QVERIFY(Session::create(path, test::filledReport()));
        Desk desk(QStringLiteral("陈立"), path);
        const auto forward = [&desk](const QString &typed) {
            bool isOffered = false;
            dialogs::handleNext([&](QDialog &dialog) {
                auto *earlier = dialog.findChild<QPushButton *>(QStringLiteral("earlierOpinion"));
                isOffered = earlier != nullptr;
                if (!earlier) {
                    type(dialog, "words", typed);
                    return press(dialog);
                }
                earlier->click();
                return dialog.result() == QDialog::Accepted;
            });
            desk.action("forward")->trigger();
            return isOffered;
        };
        const auto move = [&desk](const char *name) {
            dialogs::handleNext([](QDialog &dialog) {
                if (dialog.findChild<QPlainTextEdit *>(QStringLiteral("words")))
                    type(dialog, "words", QStringLiteral("再看一遍"));
                return press(dialog);
            });
            desk.action(name)->trigger();
        };
        move("send");
        QVERIFY(!forward(QStringLiteral("数据已核")));
        move("return");
        move("send");
        QVERIFY(forward({}));
        QCOMPARE(desk.review().step, 2);
        QCOMPARE(desk.review().lastMove()->words, QStringLiteral("数据已核"));
        move("return");
        QVERIFY(desk.session().edit(Change::of(QStringLiteral("填写"),
            SetCell{CellId(QStringLiteral("disclosure.licences.decisions")), Amount::fromInteger(18)})));
        move("send");
        QVERIFY(!forward(QStringLiteral("又核")));
    }

    /// A comment that nobody ended with Enter is not lost with the window.
    void aHalfTypedCommentIsTakenOver_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("a new one") << QByteArray("newComment");
        QTest::newRow("an answer") << QByteArray("answer");
    }
    void aHalfTypedCommentIsTakenOver()
    {
        QFETCH(QByteArray, line);
        const QString path = m_folder.filePath(QString::fromLatin1(line) + QStringLiteral(".nianbao"));
        QVERIFY(Session::create(path, test::filledReport()));
        {
            Desk desk(QStringLiteral("陈立"), path);
            desk.comment(Place::report(), QStringLiteral("第一条"));
            auto *entry = desk.find<EntryLine>(line.constData());
            entry->setFocus();
            give(entry, QStringLiteral("没写完"));
        }
        const auto look = Session::open(path, Session::Mode::Look);
        QVERIFY(look);
        const auto &comments = (*look)->report().comments();
        const bool isAnswer = line == "answer";
        QCOMPARE(comments.size(), isAnswer ? 1 : 2);
        QCOMPARE(isAnswer ? comments[1].answers.value(0).text : comments[2].text, QStringLiteral("没写完"));
    }
};

QTEST_MAIN(BetweenDesksTest)
#include "tst_betweendesks.moc"
