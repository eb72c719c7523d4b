// SPDX-License-Identifier: MulanPSL-2.0
#include "language.h"
#include "opinionspanel.h"
#include "reviewsteps.h"
#include "settings.h"
#include "testreports.h"

#include <QAction>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace nianbao;

/// What the panel offers to whom; when a move is allowed at all: tst_reviewmoves.
class OpinionsPanelTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The moves that are offered to that person, in the order they stand in.
    static QStringList offered(Session &session, const QString &who)
    {
        settings::setUserName(QStringLiteral("谁"));
        QWidget window; // which has the focus already
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            return {QStringLiteral("no window")};
        OpinionsPanel panel(session, &window);
        QList<QAction *> actions;
        for (const ReviewAction move : reviewActions()) {
            auto *action = new QAction(toString(move), &panel);
            action->setObjectName(toString(move));
            action->setEnabled(session.permissions().may(move));
            actions.append(action);
        }
        panel.setActions(actions);
        settings::setUserName(who); // behind another panel nothing tells it
        panel.show();
        QList<QPushButton *> buttons = panel.findChildren<QPushButton *>();
        QCoreApplication::processEvents();
        buttons.removeIf([](const QPushButton *button) { return button->isHidden(); });
        std::sort(buttons.begin(), buttons.end(), [](const QPushButton *one, const QPushButton *other) {
            return std::pair(one->y(), one->x()) < std::pair(other->y(), other->x());
        });
        QStringList names;
        for (const QPushButton *button : std::as_const(buttons))
            names.append(button->text());
        return names;
    }

private Q_SLOTS:
    void initTestCase() { installLanguage(QStringLiteral("zh_CN")); }

    void isWhatThatPersonDoesNextAndLeadsOnFirst()
    {
        const QString clerk = QStringLiteral("王芳");
        const QString head = QStringLiteral("李主任");
        const QString mayor = QStringLiteral("陈立");
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), test::filledReport());
        QVERIFY(made);
        Session &session = **made;
        test::Way way(session);
        way.explain();
        QCOMPARE(offered(session, clerk), QStringList{QStringLiteral("send")});
        way.move(ReviewAction::Send, {}, clerk);
        QCOMPARE(offered(session, clerk), QStringList{QStringLiteral("withdraw")});
        QCOMPARE(offered(session, head), (QStringList{QStringLiteral("forward"), QStringLiteral("return")}));
        way.move(ReviewAction::Forward, {}, head);
        QCOMPARE(offered(session, clerk), QStringList());
        QCOMPARE(offered(session, head), QStringList());
        QCOMPARE(offered(session, mayor), (QStringList{QStringLiteral("approve"), QStringLiteral("return")}));
        way.signOnPaper();
        {
            const OpinionsPanel panel(session);
            const QString told = panel.findChild<QTextBrowser *>()->toPlainText();
            QVERIFY2(told.contains(QStringLiteral("签发　陈立（王芳 登记）　")), qPrintable(told));
            QVERIFY2(!told.contains(QStringLiteral("签发　签发")), qPrintable(told));
            QVERIFY2(told.contains(QStringLiteral("同意并转下一步　核稿　李主任　")), qPrintable(told));
        }
        QCOMPARE(offered(session, clerk),
            (QStringList{QStringLiteral("submit"), QStringLiteral("publish"), QStringLiteral("reopen")}));
        way.submit();
        QCOMPARE(
            offered(session, clerk), (QStringList{QStringLiteral("publish"), QStringLiteral("correct")}));
    }
};

QTEST_MAIN(OpinionsPanelTest)
#include "tst_opinionspanel.moc"
