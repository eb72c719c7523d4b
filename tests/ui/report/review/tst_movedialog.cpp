// SPDX-License-Identifier: MulanPSL-2.0
#include "dialoganswers.h"
#include "language.h"
#include "reviewsteps.h"
#include "settings.h"
#include "signdialog.h"
#include "testreports.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

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

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toLocal8Bit()); // no key
        installLanguage(QStringLiteral("zh_CN"));
        dialogs::setSilent(true);
    }
    void init()
    {
        static int number = 0;
        settings::setUserName(QStringLiteral("王芳"));
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

    void aSignatureOnPaperHasAHandAndADay()
    {
        test::Way(*m_session).toLastReader();
        SignDialog dialog(*m_session, m_draft, nullptr);
        QVERIFY(dialog.findChild<QRadioButton *>(QStringLiteral("onPaper"))->isChecked());
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("签字人")), qPrintable(lacks(dialog)));
        type(dialog, "signedBy", QStringLiteral("陈立"));
        QVERIFY2(isReady(dialog), qPrintable(lacks(dialog)));
        type(dialog, "date", QStringLiteral("一月二十日"));
        QVERIFY2(lacksAndSays(dialog, QStringLiteral("签字日期")), qPrintable(lacks(dialog)));
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

    void aKeyHasItsPassphrase()
    {
        QVERIFY(QDir().mkpath(QFileInfo(settings::keyPath()).absolutePath()));
        QVERIFY(test::newKey().write(settings::keyPath(), "correct horse", QStringLiteral("陈立")));
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
