// SPDX-License-Identifier: MulanPSL-2.0
#include "ordinaryuser.h"
#include "session.h"
#include "testreports.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace nianbao;
using test::AsOrdinaryUser;

namespace {

Change setCount(qint64 count)
{
    return Change::of(QStringLiteral("set"),
        SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(count)});
}

} // namespace

/// What may be done follows the file: also when its rights, its folder or its lock become others underneath.
class ReadOnlyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    static bool isEditable(const Session &session)
    {
        return session.permissions().state() == Permissions::State::Drafting;
    }

    std::unique_ptr<Session> made() const
    {
        auto session = Session::create(m_path, test::filledReport());
        if (!session)
            qFatal("%s", qPrintable(session.error().detail));
        return std::move(*session);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("r.nianbao"));
        test::setMode(m_folder->path(), 0777);
    }
    void cleanup() { test::setMode(m_folder->path(), 0777); }

    void rightsThatAreTakenAwayAndGivenBack_data()
    {
        QTest::addColumn<bool>("isFile"); // what loses its rights: the file, or the folder
        QTest::addColumn<QString>("learns"); // by what the session learns of it
        for (const char *learns : {"an edit", "an undo", "a look"}) {
            QTest::addRow("of the file, learnt by %s", learns) << true << QString::fromLatin1(learns);
            QTest::addRow("of the folder, learnt by %s", learns) << false << QString::fromLatin1(learns);
        }
    }
    void rightsThatAreTakenAwayAndGivenBack()
    {
        QFETCH(bool, isFile);
        QFETCH(QString, learns);
        const AsOrdinaryUser user;
        if (!user.canWorkIn(m_folder->path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        const auto session = made();
        QVERIFY(session->edit(setCount(1)));
        QSignalSpy told(session.get(), &Session::permissionsChanged);
        const auto step = [&] {
            if (learns == u"a look")
                session->lookAtFile();
            else
                QVERIFY(!(learns == u"an edit" ? session->edit(setCount(2)) : session->undo()));
        };

        test::setMode(isFile ? m_path : m_folder->path(), isFile ? 0444 : 0555);
        QVERIFY(isEditable(*session)); // nobody has asked
        step();
        QVERIFY(!isEditable(*session));
        QCOMPARE(told.count(), 1);
        QVERIFY(session->readOnlyReason());
        const Report before = session->report();
        for (int i = 0; i < 2; ++i) {
            const auto done = session->edit(setCount(3));
            QVERIFY(!done);
            QVERIFY(session->unsaved() == done.error()); // said, and not lost from sight
        }
        QVERIFY(!session->undo());
        QVERIFY(!session->edit(Change::of({}, SetExplanation{QStringLiteral("k"), Explanation{}})));
        QVERIFY(session->report() == before);
        QVERIFY(!isEditable(*session));

        test::setMode(isFile ? m_path : m_folder->path(), isFile ? 0644 : 0777);
        told.clear();
        if (learns == u"a look")
            session->lookAtFile();
        QVERIFY(learns == u"an undo" ? session->undo() : session->edit(setCount(4)));
        QVERIFY(isEditable(*session));
        QCOMPARE(told.count(), 1);
        QVERIFY(!session->readOnlyReason());
        QVERIFY(!session->unsaved());
        QVERIFY((*Session::open(m_path, Session::Mode::Look))->report() == session->report());
    }

    void aLockThatSomebodyTookOver()
    {
        const auto session = made();
        QSignalSpy told(session.get(), &Session::permissionsChanged);
        session->lookAtFile(); // at its own lock
        QCOMPARE(told.count(), 0);
        auto other = Session::open(m_path, Session::Mode::TakeOver);
        QVERIFY(other);
        QVERIFY(isEditable(*session));
        session->lookAtFile();
        QVERIFY(!isEditable(*session));
        QVERIFY(session->readOnlyReason());
        QCOMPARE(int(session->readOnlyReason()->code), int(ErrorCode::AlreadyOpen));
        QVERIFY(session->readOnlyReason()->detail.contains(u'@'));
        const auto done = session->edit(setCount(2));
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::AlreadyOpen));
        QVERIFY(isEditable(**other));
        other->reset(); // and its lock is gone
        QVERIFY(session->edit(setCount(2)));
        QVERIFY(isEditable(*session));
        QCOMPARE(told.count(), 2);
    }

    void aFileThatIsGoneIsNotReadOnly()
    {
        const auto session = made();
        QSignalSpy told(session.get(), &Session::permissionsChanged);
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".away")));
        session->lookAtFile();
        const auto done = session->edit(setCount(2));
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::FileGone));
        QVERIFY(isEditable(*session)); // it may come back with the next key
        QCOMPARE(told.count(), 0);
    }

    void oneThatWasOpenedToLookStaysSo()
    {
        made().reset();
        const auto session = Session::open(m_path, Session::Mode::Look);
        QVERIFY(session);
        QSignalSpy told(session->get(), &Session::permissionsChanged);
        (*session)->lookAtFile();
        QVERIFY(!(*session)->edit(setCount(2)));
        QVERIFY(!isEditable(**session));
        QVERIFY(!(*session)->readOnlyReason());
        QVERIFY(!(*session)->unsaved()); // nothing was to be saved
        QCOMPARE(told.count(), 0);
    }
};

QTEST_GUILESS_MAIN(ReadOnlyTest)
#include "tst_readonly.moc"
