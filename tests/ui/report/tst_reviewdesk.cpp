// SPDX-License-Identifier: MulanPSL-2.0
#include "commentactions.h"
#include "database.h"
#include "dialoganswers.h"
#include "dialogs.h"
#include "language.h"
#include "pagesetup.h"
#include "reviewdesk.h"
#include "reviewsteps.h"
#include "reviewwords.h"
#include "settings.h"
#include "testreports.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace nianbao;

class ReviewDeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_body;
    PageSetup m_setup;

    /// A report that is approved with that key.
    std::unique_ptr<Session> sealed(const PrivateKey &key)
    {
        Report report = test::filledReport();
        if (!report.apply(Change::of({}, SetFact{QLatin1String(fact::kName), m_body})))
            qFatal("no name");
        auto made = Session::create(m_folder.filePath(QStringLiteral("r.nianbao")), report, true);
        if (!made)
            qFatal("no report");
        test::Way(**made).toLastReader().seal(key);
        return std::move(*made);
    }

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(QStringLiteral("zh_CN"));
        dialogs::setSilent(true);
        // of which no earlier run knows a key
        m_body = QUuid::createUuid().toString(QUuid::Id128).left(8) + QStringLiteral("镇人民政府");
    }

    void theFirstUseOfAKeyIsTrustedAndSaid()
    {
        const PrivateKey key = test::newKey();
        QVERIFY(!settings::knownKey(m_body));
        const auto session = sealed(key);
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        QSignalSpy said(&desk, &ReviewDesk::notice);
        desk.setReport(session.get());
        QVERIFY(settings::knownKey(m_body) && *settings::knownKey(m_body) == key.publicKey());
        QCOMPARE(said.size(), 1);
        QVERIFY2(said[0][0].toString().contains(QStringLiteral("陈立")), qPrintable(said[0][0].toString()));
        QVERIFY(said[0][0].toString().contains(QStringLiteral("第一次见到")));
        QVERIFY(!said[0][0].toString().contains(QStringLiteral("不清楚"))); // the opinions say: it is known
        QVERIFY(desk.doubt().isEmpty());
        desk.setReport(session.get());
        QCOMPARE(said.size(), 1); // known by now
        // of whom nobody has said: that is told, and asked until it is answered
        QVERIFY(!settings::isKeyCompared(m_body));
        QVERIFY2(
            verdictWords(*session).contains(QStringLiteral("还没有人")), qPrintable(verdictWords(*session)));
        auto *verify = window.findChild<QAction *>(QStringLiteral("verify"));
        dialogs::answerNext({});
        verify->trigger();
        QVERIFY(!settings::isKeyCompared(m_body));
        dialogs::answerNext(QStringLiteral("今后信任这把密钥"));
        verify->trigger();
        QVERIFY(settings::isKeyCompared(m_body));
        QVERIFY2(
            verdictWords(*session).contains(QStringLiteral("密钥一致")), qPrintable(verdictWords(*session)));
        (void)dialogs::told();
        verify->trigger();
        QCOMPARE(dialogs::told().size(), 1); // nothing is asked any more
    }

    /// Whoever signs here need not ask anybody whose key that is.
    void theKeyOfThisComputerIsKnown()
    {
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toLocal8Bit());
        QVERIFY(QDir().mkpath(QFileInfo(settings::keyPath()).absolutePath()));
        const PrivateKey key = test::newKey();
        QVERIFY(key.write(settings::keyPath(), "correct horse", QStringLiteral("陈立")));
        const QString other = std::exchange(m_body, m_body + QStringLiteral("二"));
        const auto session = sealed(key);
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        QSignalSpy said(&desk, &ReviewDesk::notice);
        desk.setReport(session.get());
        QCOMPARE(said.size(), 0);
        QVERIFY(settings::isKeyCompared(m_body));
        m_body = other;
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("data"))).removeRecursively());
    }

    void anotherKeyIsInDoubtUntilItIsTrusted()
    {
        const auto before = settings::knownKey(m_body);
        QVERIFY(before);
        const PrivateKey key = test::newKey();
        const auto session = sealed(key);
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        QSignalSpy said(&desk, &ReviewDesk::notice);
        QSignalSpy changed(&desk, &ReviewDesk::doubtChanged);
        desk.setReport(session.get());
        QVERIFY(desk.doubt().contains(QStringLiteral("另一把密钥")));
        auto *verify = window.findChild<QAction *>(QStringLiteral("verify"));
        QVERIFY(verify && verify->isEnabled());
        dialogs::answerNext({});
        verify->trigger();
        QVERIFY(*settings::knownKey(m_body) == *before); // nothing is overwritten silently
        QCOMPARE(said.size() + changed.size(), 0);
        dialogs::answerNext(QStringLiteral("今后信任这把密钥"));
        verify->trigger();
        QVERIFY(*settings::knownKey(m_body) == key.publicKey());
        QVERIFY(desk.doubt().isEmpty());
        QCOMPARE(changed.size(), 1);
    }

    /// Nobody is led to comments of their own, nor to those that are answered.
    void theNextCommentIsOfferedToWhomItWaitsFor()
    {
        auto made
            = Session::create(m_folder.filePath(QStringLiteral("c.nianbao")), test::filledReport(), true);
        QVERIFY(made);
        Session &session = **made;
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        desk.setReport(&session);
        const auto *next = window.findChild<QAction *>(QStringLiteral("nextComment"));
        const auto isOffered = [&](const QString &who) {
            settings::setUserName(who);
            desk.showState();
            return next->isEnabled();
        };
        const QString before = settings::userName();
        const QString clerk = QStringLiteral("王芳");
        const QString reader = QStringLiteral("李明");
        QVERIFY(!isOffered(clerk));
        QVERIFY(session.edit(*commentActions::add(
            session.report(), *Place::parse(QStringLiteral("requests")), QStringLiteral("请核对"), reader)));
        QVERIFY(isOffered(clerk));
        QVERIFY(!isOffered(reader));
        QVERIFY(session.edit(*commentActions::answer(
            session.report(), session.report().comments().lastKey(), QStringLiteral("已核对"), clerk)));
        QVERIFY(!isOffered(clerk));
        settings::setUserName(before);
    }

    /// Words of a dialog that was called off come back to the one who wrote them, before the same move.
    void calledOffWordsAreOfOnePersonAndOneMove()
    {
        auto made
            = Session::create(m_folder.filePath(QStringLiteral("d.nianbao")), test::filledReport(), true);
        QVERIFY(made);
        Session &session = **made;
        test::Way way(session);
        way.explain().move(ReviewAction::Send, {}, QStringLiteral("王芳"));
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        desk.setReport(&session);
        const auto shown = [&window](const QString &typed = {}) {
            QString there;
            dialogs::handleNext([&](QDialog &dialog) {
                auto *words = dialog.findChild<QPlainTextEdit *>(QStringLiteral("words"));
                there = words->toPlainText();
                if (!typed.isEmpty())
                    words->setPlainText(typed);
                dialog.reject();
                return false;
            });
            window.findChild<QAction *>(toString(ReviewAction::Return))->trigger();
            return there;
        };
        const QString before = settings::userName();
        settings::setUserName(QStringLiteral("李明"));
        const QString typed = QStringLiteral("请补写渠道数据");
        QCOMPARE(shown(typed), QString());
        QCOMPARE(shown(), typed);
        settings::setUserName(QStringLiteral("陈刚"));
        QCOMPARE(shown(), QString());
        settings::setUserName(QStringLiteral("李明"));
        QCOMPARE(shown(), typed);
        way.move(ReviewAction::Return, QStringLiteral("数字不对"));
        way.move(ReviewAction::Send, {}, QStringLiteral("王芳"));
        QCOMPARE(shown(), QString());
        settings::setUserName(before);
    }

    /// The button leads where the start page says: no district waits for a government's own report.
    void whatIsApprovedGoesOnByItsKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("next");
        QTest::newRow("a town") << QStringLiteral("town") << toString(ReviewAction::Submit);
        QTest::newRow("a county's own") << QStringLiteral("county") << toString(ReviewAction::Publish);
        QTest::newRow("a district's own") << QStringLiteral("district") << toString(ReviewAction::Publish);
    }
    void whatIsApprovedGoesOnByItsKind()
    {
        QFETCH(QString, kind);
        QFETCH(QString, next);
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kKind), kind})));
        auto made = Session::create(m_folder.filePath(QStringLiteral("k.nianbao")), report, true);
        QVERIFY(made);
        test::Way(**made).toLastReader().signOnPaper();
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        desk.setReport(made->get());
        desk.showState();
        QVERIFY(desk.next());
        QCOMPARE(desk.next()->objectName(), next);
        QVERIFY(window.findChild<QAction *>(toString(ReviewAction::Submit))->isEnabled()); // in the menu
    }

    void aChangedReportIsInDoubt()
    {
        const auto session = sealed(test::newKey());
        const QString path = session->path();
        const QString copy = m_folder.filePath(QStringLiteral("copy.nianbao"));
        QVERIFY(session->handOverCopy(copy));
        {
            const auto database = Database::open(copy, Database::Access::Write, copy);
            QVERIFY(database);
            QVERIFY((*database)->run(
                QStringLiteral("UPDATE cell SET value = '9' WHERE key = 'disclosure.licences.decisions'")));
        }
        const auto changed = Session::open(copy);
        QVERIFY(changed);
        QWidget window;
        ReviewDesk desk(
            m_setup, [] { return true; }, &window);
        desk.setReport(changed->get());
        QVERIFY2(desk.doubt().contains(QStringLiteral("签章已失效")), qPrintable(desk.doubt()));
    }
};

QTEST_MAIN(ReviewDeskTest)
#include "tst_reviewdesk.moc"
