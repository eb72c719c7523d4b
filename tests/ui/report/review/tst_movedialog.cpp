// SPDX-License-Identifier: MulanPSL-2.0
#include "appearance.h"
#include "clock.h"
#include "datefield.h"
#include "dialoganswers.h"
#include "language.h"
#include "reviewsteps.h"
#include "settings.h"
#include "signdialog.h"
#include "testreports.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nianbao;

/// The button of a move works when all that it needs is there, and until then the dialog says what is
/// missing; the moves themselves: tst_session, tst_betweendesks.
class MoveDialogTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    QString m_draft;

    static QPushButton *button(const MoveDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(QStringLiteral("doIt"));
    }
    static QString lacks(const MoveDialog &dialog)
    {
        auto *label = dialog.findChild<QLabel *>(QStringLiteral("lacks"));
        return label->isVisibleTo(&dialog) ? label->text() : QString();
    }
    static void type(const MoveDialog &dialog, const char *name, const QString &words)
    {
        dialog.findChild<QLineEdit *>(QLatin1String(name))->setText(words);
    }
    static bool isReady(const MoveDialog &dialog)
    {
        return button(dialog)->isEnabled() && lacks(dialog).isEmpty();
    }
    static bool lacksAndSays(const MoveDialog &dialog, const QString &word)
    {
        return !button(dialog)->isEnabled() && lacks(dialog).contains(word);
    }

    static void makeKey()
    {
        QVERIFY(QDir().mkpath(QFileInfo(settings::keyPath()).absolutePath()));
        QVERIFY(test::newKey().write(settings::keyPath(), "correct horse", QStringLiteral("陈立")));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toLocal8Bit());
        installLanguage(QStringLiteral("zh_CN"));
        dialogs::setSilent(true);
    }
    void init()
    {
        static int number = 0;
        settings::setUserName(QStringLiteral("王芳"));
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("data"))).removeRecursively()); // no key
        m_draft.clear();
        auto made = Session::create(
            m_folder.filePath(QStringLiteral("%1.nianbao").arg(++number)), test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
    }

    void whoActsIsNamed()
    {
        test::Way(*m_session).explain();
        MoveDialog dialog(*m_session, ReviewAction::Send, m_draft, nullptr);
        QVERIFY2(isReady(dialog), qPrintable(lacks(dialog)));
        type(dialog, "who", QStringLiteral("  "));
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("经办人")), qPrintable(lacks(dialog)));
    }

    void whatIsListedComesFirst()
    {
        QVERIFY(m_session->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)})));
        MoveDialog dialog(*m_session, ReviewAction::Send, m_draft, nullptr);
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("上面列出")), qPrintable(lacks(dialog)));
    }

    void aReasonIsWritten()
    {
        test::Way(*m_session).explain().move(ReviewAction::Send);
        MoveDialog dialog(*m_session, ReviewAction::Return, m_draft, nullptr);
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("理由")), qPrintable(lacks(dialog)));
        auto *words = dialog.findChild<QPlainTextEdit *>(QStringLiteral("words"));
        words->setPlainText(QStringLiteral(" \n"));
        QVERIFY(!button(dialog)->isEnabled());
        words->setPlainText(QStringLiteral("数字不对"));
        QVERIFY2(isReady(dialog), qPrintable(lacks(dialog)));
    }

    /// Whoever has it: a government's own report is at no district's.
    void aCorrectionNamesNobodyWhoHasTheReport()
    {
        test::Way(*m_session).toLastReader().signOnPaper().publish();
        const MoveDialog dialog(*m_session, ReviewAction::Correct, m_draft, nullptr);
        QStringList said;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            said.append(label->text());
        const QString words = said.join(u'\n');
        QVERIFY2(words.contains(QStringLiteral("第 2 版")), qPrintable(words));
        QVERIFY2(!words.contains(QStringLiteral("上级")), qPrintable(words));
    }

    void aSignatureOnPaperHasAHandAndADay()
    {
        test::Way(*m_session).toLastReader();
        SignDialog dialog(*m_session, m_draft, nullptr);
        QVERIFY(dialog.findChild<QRadioButton *>(QStringLiteral("onPaper"))->isChecked());
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("签字人")), qPrintable(lacks(dialog)));
        type(dialog, "signedBy", QStringLiteral("陈立"));
        QVERIFY2(isReady(dialog), qPrintable(lacks(dialog)));
        auto *date = dialog.findChild<DateField *>(QStringLiteral("date"));
        QCOMPARE(date->date(), now().date());
        date->setDate(QDate(2022, 1, 20));
        button(dialog)->click();
        const auto &paper = m_session->report().review().paper;
        QVERIFY(paper && paper->date == u"2022-01-20" && paper->signedBy == u"陈立");
    }

    /// The name is asked of the one whose turn it is, by the name of the step; of whoever else, as what they
    /// are in the house.
    void whoActsIsCalledByTheirStep()
    {
        const auto asks = [](const MoveDialog &dialog, const char *whom) {
            const QString words = QString::fromUtf8(whom);
            const auto *name = dialog.findChild<QLabel *>(QStringLiteral("whoName"));
            type(dialog, "who", {});
            return name->text() == words && lacks(dialog) == QStringLiteral("还缺姓名（%1）。").arg(words);
        };
        test::Way way(*m_session);
        way.explain();
        QVERIFY(asks(MoveDialog(*m_session, ReviewAction::Send, m_draft, nullptr), "经办人"));
        way.move(ReviewAction::Send, {}, QStringLiteral("王芳"));
        QVERIFY(asks(MoveDialog(*m_session, ReviewAction::Withdraw, m_draft, nullptr), "经办人"));
        QVERIFY(asks(MoveDialog(*m_session, ReviewAction::Forward, m_draft, nullptr), "核稿人"));
        QCOMPARE(MoveDialog(*m_session, ReviewAction::Return, m_draft, nullptr)
                     .findChild<QLabel *>(QStringLiteral("whoName"))
                     ->text(),
            QStringLiteral("核稿人"));
        way.move(ReviewAction::Forward);
        {
            SignDialog dialog(*m_session, m_draft, nullptr); // on paper: it is recorded by a clerk
            QVERIFY(asks(dialog, "经办人"));
        }
        settings::setUserName(QStringLiteral("陈立")); // who has not moved it yet: it is their own window
        QVERIFY(asks(SignDialog(*m_session, m_draft, nullptr), "签发人"));
        settings::setUserName(QStringLiteral("王芳"));
        makeKey();
        {
            SignDialog dialog(*m_session, m_draft, nullptr);
            QVERIFY(asks(dialog, "签发人"));
            dialog.findChild<QRadioButton *>(QStringLiteral("onPaper"))->click();
            QVERIFY(asks(dialog, "经办人"));
        }
        way.signOnPaper();
        QCOMPARE(MoveDialog(*m_session, ReviewAction::Reopen, m_draft, nullptr)
                     .findChild<QLabel *>(QStringLiteral("whoName"))
                     ->text(),
            QStringLiteral("办理人"));
        way.submit();
        QCOMPARE(MoveDialog(*m_session, ReviewAction::Correct, m_draft, nullptr)
                     .findChild<QLabel *>(QStringLiteral("whoName"))
                     ->text(),
            QStringLiteral("经办人"));
    }

    void whoReadsNextIsToldInOneSentence()
    {
        test::Way(*m_session).explain();
        const MoveDialog dialog(*m_session, ReviewAction::Send, m_draft, nullptr);
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().startsWith(QStringLiteral("下一步：核稿（党政办主任）。"));
        }));
    }

    /// How many there are is told as the bar of the report tells it, level by level; each in its colour.
    void whatIsMissingIsCountedByLevel()
    {
        const auto said = [this] {
            MoveDialog dialog(*m_session, ReviewAction::Send, m_draft, nullptr);
            const auto *label = dialog.findChild<QLabel *>(QStringLiteral("missingCount"));
            return label ? label->text() : QString();
        };
        QVERIFY(m_session->edit(Change::of({},
            SetText{SectionId(QStringLiteral("overview")), 0, QStringLiteral("收到政府信息公开申请3件。")})));
        const int explain = count(m_session->findings(), Level::Explain);
        QVERIFY(explain > 0 && count(m_session->findings(), Level::Error) == 0);
        QCOMPARE(said(), QStringLiteral("先说明这 %1 处；回车转到那里。").arg(explain));
        QVERIFY(m_session->edit(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)})));
        const int errors = count(m_session->findings(), Level::Error);
        const int left = count(m_session->findings(), Level::Explain);
        QVERIFY(errors > 0 && left > 0);
        QCOMPARE(said(),
            QStringLiteral("先处理这 %1 处（错误 %2、需说明 %3）；回车转到那里。")
                .arg(errors + left)
                .arg(errors)
                .arg(left));
        MoveDialog dialog(*m_session, ReviewAction::Send, m_draft, nullptr);
        dialog.show();
        auto *missing = dialog.findChild<QListWidget *>(QStringLiteral("missing"));
        const QImage first = missing->grab(missing->visualItemRect(missing->item(0))).toImage();
        QVERIFY(missing->item(0)->text().startsWith(QStringLiteral("● 错误")));
        int red = 0;
        const QRgb colour = appearance::levelColour(missing->palette(), Level::Error).rgb();
        for (int y = 0; y < first.height(); ++y) {
            for (int x = first.width() / 20; x < first.width(); ++x)
                red += first.pixel(x, y) == colour ? 1 : 0;
        }
        QVERIFY2(red > 20, qPrintable(QString::number(red)));
        test::Way(*m_session)
            .edit(Change::of(
                {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(0)}))
            .explain();
        QCOMPARE(said(), QString());
    }

    /// As the pages of the sub-sections count: a live figure by its value, headings and introduction not.
    void charactersAreCountedAsTheyAreShown()
    {
        Change change;
        change.steps.append(
            SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)});
        for (const SectionSpec &section : m_session->report().spec().sections) {
            for (auto i = m_session->report().subSections(section.id).size(); i > 0; --i)
                change.steps.append(RemoveSubSection{section.id, int(i) - 1});
        }
        change.steps.append(InsertSubSection{SectionId(QStringLiteral("overview")), 0,
            {QStringLiteral("依申请公开情况"), QStringLiteral("共 {{requests.received.individual}}件。")}});
        change.steps.append(
            SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("根据《条例》编制。")});
        QVERIFY(m_session->edit(change));
        SignDialog dialog(*m_session, m_draft, nullptr);
        QStringList said;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY2(said.join(u'\n').contains(QStringLiteral("文字 1 节 4 字")), qPrintable(said.join(u'\n')));
    }

    /// Whoever opens it sees the field that waits for what is typed, and whoever chooses a way the fields of
    /// that way.
    void theSigningDialogShowsTheFieldsOfTheWayThatIsChosen()
    {
        makeKey();
        test::Way(*m_session).toLastReader();
        SignDialog dialog(*m_session, m_draft, nullptr);
        dialog.setMaximumHeight(dialog.fontMetrics().height() * 18); // as on a screen that is too low for it
        dialog.show();
        auto *room = dialog.findChild<QScrollArea *>();
        QVERIFY(room);
        const auto isSeen = [room](const QWidget *part) {
            const QRect seen = room->viewport()->rect();
            return seen.contains(QRect(part->mapTo(room->viewport(), QPoint()), part->size()));
        };
        const auto *passphrase = dialog.findChild<QLineEdit *>(QStringLiteral("passphrase"));
        const auto *signedBy = dialog.findChild<QLineEdit *>(QStringLiteral("signedBy"));
        QTRY_VERIFY(room->verticalScrollBar()->maximum() > 0);
        QTRY_VERIFY(isSeen(passphrase));
        dialog.findChild<QRadioButton *>(QStringLiteral("onPaper"))->click();
        QTRY_VERIFY(isSeen(signedBy));
        dialog.findChild<QRadioButton *>(QStringLiteral("byKey"))->click();
        QTRY_VERIFY(isSeen(passphrase));
        QVERIFY(!signedBy->isVisible());
    }

    void whoseTurnItIsNeedNotTypeTheirName()
    {
        test::Way(*m_session)
            .edit(Change::of({},
                SetChain{{{QStringLiteral("核稿"), QStringLiteral("李主任")},
                    {QStringLiteral("签发"), QStringLiteral("陈立")}}}))
            .toLastReader();
        settings::setUserName(QStringLiteral("陈立"));
        SignDialog dialog(*m_session, m_draft, nullptr);
        QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("signedBy"))->text(), QStringLiteral("陈立"));
        QVERIFY2(isReady(dialog), qPrintable(lacks(dialog)));
    }

    /// Words that are typed at once are the passphrase: an opinion would show, sign and keep them.
    void aPassphraseThatIsTypedAtOnceIsNoOpinion()
    {
        test::Way(*m_session).toLastReader();
        {
            SignDialog onPaper(*m_session, m_draft, nullptr);
            QCOMPARE(onPaper.focusWidget()->objectName(), QStringLiteral("words"));
        }
        makeKey();
        SignDialog dialog(*m_session, m_draft, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("correct horse"));
        QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("passphrase"))->text(),
            QStringLiteral("correct horse"));
        QCOMPARE(dialog.findChild<QPlainTextEdit *>(QStringLiteral("words"))->toPlainText(),
            QStringLiteral("同意。"));
    }

    /// Said before anybody reads it, not only when it goes onto the page of the office.
    void aYearThatIsNotOverIsToldBeforeItIsSent()
    {
        test::Way(*m_session).explain();
        static int year = 0;
        year = m_session->report().year();
        const auto said = [this] {
            const MoveDialog dialog(*m_session, ReviewAction::Send, m_draft, nullptr);
            const auto *label = dialog.findChild<QLabel *>(QStringLiteral("yearNotOver"));
            return label ? label->text() : QString();
        };
        setClock([] { return QDateTime(QDate(year, 12, 31), QTime(12, 0)); });
        QVERIFY2(said().contains(QStringLiteral("%1 年全年").arg(year)), qPrintable(said()));
        setClock([] { return QDateTime(QDate(year + 1, 1, 1), QTime(12, 0)); });
        QCOMPARE(said(), QString());
        setClock(nullptr);
    }

    /// Nothing is offered that cannot be filled in; what the chosen way asks for stands above what is only
    /// read.
    void withoutAKeyNoPassphraseIsAskedFor()
    {
        test::Way(*m_session).toLastReader();
        SignDialog dialog(*m_session, m_draft, nullptr);
        dialog.show();
        QVERIFY(!dialog.findChild<QRadioButton *>(QStringLiteral("byKey"))->isEnabled());
        QVERIFY(!dialog.findChild<QWidget *>(QStringLiteral("secret"))->isVisible());
        QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("fingerprint"))->isVisible());
        const auto top = [&dialog](const char *name) {
            return dialog.findChild<QWidget *>(QLatin1String(name))->mapTo(&dialog, QPoint()).y();
        };
        QTRY_VERIFY(top("signedBy") < top("digest"));
    }

    void aKeyHasItsPassphrase()
    {
        makeKey();
        test::Way(*m_session).toLastReader();
        SignDialog dialog(*m_session, m_draft, nullptr);
        QVERIFY(dialog.findChild<QRadioButton *>(QStringLiteral("byKey"))->isChecked());
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("口令")), qPrintable(lacks(dialog)));
        type(dialog, "passphrase", QStringLiteral("x"));
        QVERIFY2(isReady(dialog), qPrintable(lacks(dialog)));
    }
};

QTEST_MAIN(MoveDialogTest)
#include "tst_movedialog.moc"
