// SPDX-License-Identifier: MulanPSL-2.0
#include "fulldisk.h"
#include "session.h"
#include "testreports.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <optional>
#include <unistd.h>

using namespace nianbao;

namespace {

CellId cell(const char *id) { return CellId(QLatin1String(id)); }
Change setCell(const char *id, qint64 value)
{
    return Change::of(QStringLiteral("set"), SetCell{cell(id), Amount::fromInteger(value)});
}
Change setText(const QString &text, const QString &mergeKey = {})
{
    return Change::of(
        QStringLiteral("text"), SetText{SectionId(QStringLiteral("overview")), 0, text}, mergeKey);
}

QDateTime s_now;
QDateTime stillClock() { return s_now; }

/// A disk in trouble for the length of a scope: the file moved away, no byte more to be written, or a folder
/// that takes no journal.
class Trouble {
public:
    Trouble(const QString &kind, const QString &path) : m_kind(kind), m_path(path)
    {
        if (kind == u"lost") {
            if (!QFile::rename(path, path + QStringLiteral(".away")))
                qFatal("the file cannot be moved away");
        } else if (kind == u"full") {
            m_full.emplace();
        } else {
            QFile::setPermissions(QFileInfo(path).absolutePath(),
                QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther
                    | QFile::ExeOther);
            if (geteuid() == 0 && seteuid(kNobody) != 0) // root may write everywhere
                qFatal("the user cannot be changed");
        }
    }
    ~Trouble()
    {
        if (m_kind == u"lost") {
            QFile::rename(m_path + QStringLiteral(".away"), m_path);
        } else if (m_kind == u"full") {
            m_full.reset();
        } else {
            if (getuid() == 0 && seteuid(0) != 0)
                qFatal("the user cannot be changed back");
            QFile::setPermissions(
                QFileInfo(m_path).absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }

private:
    static constexpr uid_t kNobody = 65534;
    QString m_kind;
    QString m_path;
    std::optional<test::FullDisk> m_full;
};

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;

    Report onDisk() const
    {
        auto look = Session::open(m_path, Session::Mode::Look);
        if (!look)
            qFatal("%s", qPrintable(look.error().detail));
        return (*look)->report();
    }
    bool agrees() const { return onDisk() == m_session->report(); }

    Result<> randomStep(QRandomGenerator &random, int turn)
    {
        static const QStringList columns{
            QStringLiteral("individual"), QStringLiteral("business"), QStringLiteral("other")};
        switch (random.bounded(8)) {
        case 0:
        case 1: return m_session->undo();
        case 2: return m_session->redo();
        case 3:
        case 4: return m_session->edit(setText(QString::number(random.bounded(3)), QStringLiteral("k")));
        case 5:
            return m_session->edit(Change::of(QStringLiteral("add"),
                InsertSubSection{SectionId(QStringLiteral("other")), 0, {QString::number(turn), {}}}));
        default: {
            std::optional<Amount> value;
            if (random.bounded(4) > 0)
                value = Amount::fromInteger(random.bounded(50));
            const CellId id(
                TableId(QStringLiteral("requests")), QStringLiteral("granted"), columns[random.bounded(3)]);
            return m_session->edit(Change::of(QStringLiteral("cell"), SetCell{id, value}));
        }
        }
    }

private Q_SLOTS:
    void whatIsEditedIsClean()
    {
        QTemporaryDir folder;
        const auto session
            = Session::create(folder.filePath(QStringLiteral("r.nianbao")), test::filledReport());
        QVERIFY(session);
        const QString clean = QStringLiteral("公开工作正常，\uE123镇。");
        QVERIFY((*session)->edit(setText(QStringLiteral("公开\u2066工作\u200B正常，\uE123镇\uFE0F。"))));
        QCOMPARE((*session)->report().subSections(SectionId(QStringLiteral("overview"))).first().text, clean);
        const auto steps = (*session)->undoStack().count();
        QVERIFY((*session)->edit(setText(clean + QChar(0x200D)))); // nothing but what is dropped: no edit
        QCOMPARE((*session)->undoStack().count(), steps);
        QVERIFY((*session)->undo());
        QVERIFY((*session)->redo());
        QCOMPARE((*session)->report().subSections(SectionId(QStringLiteral("overview"))).first().text, clean);
    }

    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(QStringLiteral("r%1.nianbao").arg(++number));
        auto made = Session::create(m_path, test::filledReport());
        QVERIFY(made);
        m_session = std::move(*made);
    }
    void cleanup()
    {
        setClock(nullptr);
        m_session.reset();
    }

    void anEditIsOnDiskAndTold()
    {
        QSignalSpy changed(m_session.get(), &Session::changed);
        QSignalSpy findings(m_session.get(), &Session::findingsChanged);
        QVERIFY(m_session->edit(setCell("requests.received.individual", 37)));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(findings.count(), 1); // it no longer balances
        const auto delta = changed.first().first().value<Delta>();
        QVERIFY(delta.cells.contains(cell("requests.received.total")));
        QVERIFY(onDisk().value(cell("requests.received.total")) == Amount::fromInteger(37));
        QVERIFY(m_session->savedAt().isValid());
    }

    void whichReportItIsStays()
    {
        const QUuid id = m_session->report().id();
        QVERIFY(!id.isNull());
        const auto onDiskId = [this] { return (*Session::open(m_path, Session::Mode::Look))->report().id(); };
        QCOMPARE(onDiskId(), id);
        QVERIFY(m_session->edit(Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("乙镇")})));
        QCOMPARE(m_session->report().id(), id);
        QCOMPARE(onDiskId(), id);
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->report().id(), id);
        QCOMPARE(m_session->reportWith([] {}).report.id(), id); // what a copy is made of
    }

    void undoAndRedoAreOnDiskToo()
    {
        const Report before = m_session->report();
        QVERIFY(m_session->edit(setCell("requests.received.individual", 37)));
        const Report after = m_session->report();
        QVERIFY(m_session->undo());
        QVERIFY(m_session->report() == before);
        QVERIFY(agrees());
        QVERIFY(m_session->redo());
        QVERIFY(m_session->report() == after);
        QVERIFY(agrees());
    }

    void aRefusedEditDidNotHappen()
    {
        const Report before = m_session->report();
        QSignalSpy changed(m_session.get(), &Session::changed);
        const auto done = m_session->edit({QStringLiteral("two"),
            {SetCell{cell("requests.received.individual"), Amount::fromInteger(1)},
                SetCell{cell("requests.received.total"), Amount::fromInteger(1)}}});
        QVERIFY(!done);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(m_session->undoStack().count(), 0);
        QVERIFY(m_session->report() == before);
        QVERIFY(agrees());
    }

    void theSameValueMakesNoStep()
    {
        QVERIFY(m_session->edit(setCell("requests.received.individual", 0)));
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void typingIsOneStepUntilTheFocusMoves()
    {
        const QString key = QStringLiteral("text/overview/1");
        QVERIFY(m_session->edit(setText(QStringLiteral("一"), key)));
        QVERIFY(m_session->edit(setText(QStringLiteral("一二"), key)));
        QCOMPARE(m_session->undoStack().count(), 1);
        m_session->endMerge();
        QVERIFY(m_session->edit(setText(QStringLiteral("一二三"), key)));
        QCOMPARE(m_session->undoStack().count(), 2);
        QVERIFY(m_session->undo());
        QVERIFY(m_session->undo());
        QVERIFY(m_session->report() == test::filledReport());
        QVERIFY(agrees());
        QVERIFY(m_session->redo());
        QCOMPARE(m_session->report().subSections(SectionId(QStringLiteral("overview"))).first().text,
            QStringLiteral("一二"));
    }

    void aRestEndsATypingRun_data()
    {
        QTest::addColumn<int>("pauseMs");
        QTest::addColumn<int>("steps");
        QTest::newRow("who goes on typing is in the same thought") << 2900 << 1;
        QTest::newRow("after three seconds another begins") << 3000 << 2;
        QTest::newRow("after the clock was set back too") << -3600'000 << 2;
    }
    void aRestEndsATypingRun()
    {
        QFETCH(int, pauseMs);
        QFETCH(int, steps);
        const QString key = QStringLiteral("text/overview/1");
        s_now = QDateTime(QDate(2026, 1, 5), QTime(9, 0));
        setClock(stillClock);
        QVERIFY(m_session->edit(setText(QStringLiteral("一"), key)));
        s_now = s_now.addMSecs(pauseMs);
        QVERIFY(m_session->edit(setText(QStringLiteral("一二"), key)));
        QCOMPARE(m_session->undoStack().count(), steps);
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->report().subSections(SectionId(QStringLiteral("overview"))).first().text,
            steps == 1 ? test::filledReport().subSections(SectionId(QStringLiteral("overview"))).first().text
                       : QStringLiteral("一"));
    }

    void aRunThatLedBackIsNoStep()
    {
        const QString key = QStringLiteral("text/overview/1");
        const QString first
            = m_session->report().subSections(SectionId(QStringLiteral("overview"))).first().text;
        QVERIFY(m_session->edit(setCell("requests.received.individual", 1)));
        QVERIFY(m_session->edit(setText(QStringLiteral("一"), key)));
        QVERIFY(m_session->edit(setText(first, key)));
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->undo()); // the cell
        QVERIFY(m_session->report() == test::filledReport());
        QVERIFY(agrees());
    }

    void undoSaysWhatItWouldDo()
    {
        QVERIFY(!m_session->undoChange());
        QVERIFY(m_session->undo()); // nothing to undo is no failure
        QVERIFY(m_session->edit(setCell("requests.received.individual", 4)));
        QVERIFY(m_session->undoChange());
        QCOMPARE(m_session->undoChange()->description, QStringLiteral("set"));
        QVERIFY(!m_session->redoChange());
        QVERIFY(m_session->undo());
        QCOMPARE(std::get<SetCell>(m_session->redoChange()->steps.first()).value, Amount::fromInteger(4));
    }

    void theReportWithWhatIsHeldTouchesNothing()
    {
        const Report before = m_session->report();
        const QByteArray file = test::readFile(m_path);
        QSignalSpy changed(m_session.get(), &Session::changed);
        const Trouble gone(QStringLiteral("lost"), m_path);
        const Session::Draft draft = m_session->reportWith([this] {
            // the editors must keep what they hold, so it is answered as refused; the next sees the one
            // before
            QVERIFY(!m_session->edit(setCell("requests.received.individual", 5)));
            QVERIFY(m_session->report().value(cell("requests.received.total")) == Amount::fromInteger(5));
            QVERIFY(!m_session->edit(setText(QStringLiteral("一"))));
            QVERIFY(m_session->edit(setText(QStringLiteral("一")))); // nothing new
            QVERIFY(!m_session->edit(setCell("requests.received.total", 1))); // a computed one: not taken
        });
        const Report &with = draft.report;
        QVERIFY(with.value(cell("requests.received.total")) == Amount::fromInteger(5));
        QCOMPARE(with.subSections(SectionId(QStringLiteral("overview"))).first().text, QStringLiteral("一"));
        QVERIFY(m_session->report() == before);
        Report back = with;
        QVERIFY(back.apply(draft.back) && back == before);
        QCOMPARE(m_session->undoStack().count(), 0);
        QCOMPARE(changed.count(), 0);
        QVERIFY(!m_session->unsaved());
        QCOMPARE(test::readFile(m_path + QStringLiteral(".away")), file);
    }

    void randomWalksEndWhereTheyBegan_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("walk %u", seed) << seed;
    }
    /// Edits, typing, undo and redo while the disk fails now and then: memory, file and stack agree at each
    /// step.
    void randomWalksEndWhereTheyBegan()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const Report before = m_session->report();
        int failures = 0;
        for (int i = 0; i < 50; ++i) {
            const bool fails = random.bounded(4) == 0;
            const Report last = m_session->report();
            const int index = m_session->undoStack().index();
            const int count = m_session->undoStack().count();
            std::optional<Trouble> trouble;
            if (fails)
                trouble.emplace(QStringLiteral("lost"), m_path);
            const bool done = randomStep(random, i).has_value();
            trouble.reset();
            QVERIFY(done || fails);
            if (!done) {
                ++failures;
                QVERIFY(m_session->report() == last);
                QCOMPARE(m_session->undoStack().index(), index);
                QCOMPARE(m_session->undoStack().count(), count);
            }
            QVERIFY(agrees());
        }
        QVERIFY(failures > 3);
        const Report end = m_session->report();
        const int steps = m_session->undoStack().index();
        while (m_session->undoStack().canUndo())
            QVERIFY(m_session->undo());
        QVERIFY(m_session->report() == before);
        QVERIFY(agrees());
        for (int i = 0; i < steps; ++i)
            QVERIFY(m_session->redo());
        QVERIFY(m_session->report() == end);
        QVERIFY(agrees());
    }

    void aFailingDiskLosesNoAgreement_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QString>("moment");
        for (const char *trouble : {"lost", "full", "forbidden"}) {
            for (const char *moment : {"edit", "undo", "redo"})
                QTest::addRow("%s at an %s", trouble, moment)
                    << QString::fromLatin1(trouble) << QString::fromLatin1(moment);
        }
    }
    void aFailingDiskLosesNoAgreement()
    {
        QFETCH(QString, trouble);
        QFETCH(QString, moment);
        QVERIFY(m_session->edit(setCell("requests.received.individual", 1)));
        if (moment == u"redo")
            QVERIFY(m_session->undo());
        const Report before = m_session->report();
        QSignalSpy failed(m_session.get(), &Session::failed);
        Error error{ErrorCode::ReadOnly};
        {
            const Trouble disk(trouble, m_path);
            if (moment == u"edit") {
                const auto done = m_session->edit(setCell("requests.received.individual", 2));
                QVERIFY(!done);
                error = done.error();
            } else {
                const auto done = moment == u"undo" ? m_session->undo() : m_session->redo();
                QVERIFY(!done);
                QCOMPARE(failed.count(), 1);
                error = failed.first().first().value<Error>();
            }
            QVERIFY(m_session->report() == before);
        }
        const QHash<QString, ErrorCode> expected{{QStringLiteral("lost"), ErrorCode::FileGone},
            {QStringLiteral("full"), ErrorCode::DiskFull},
            {QStringLiteral("forbidden"), ErrorCode::NoPermission}};
        QCOMPARE(int(error.code), int(expected.value(trouble)));
        QVERIFY(agrees());
        QVERIFY(m_session->unsaved() == error); // until something is written again
        if (moment == u"undo" || moment == u"redo") { // the step is still there and can be tried again
            QVERIFY(moment == u"undo" ? m_session->undo() : m_session->redo());
            QVERIFY(m_session->report() != before);
            QVERIFY(!m_session->unsaved());
            QVERIFY(agrees());
        }
        QVERIFY(m_session->edit(setCell("requests.received.individual", 9))); // and it goes on
        QVERIFY(!m_session->unsaved());
        QVERIFY(agrees());
    }

    void aSecondOpenerIsTold()
    {
        const auto second = Session::open(m_path);
        QVERIFY(!second);
        QCOMPARE(int(second.error().code), int(ErrorCode::AlreadyOpen));
        QVERIFY(second.error().detail.contains(u'@'));
        const auto look = Session::open(m_path, Session::Mode::Look);
        QVERIFY(look);
        QVERIFY(!(*look)->permissions().may(Permissions::Action::EditContent));
        const auto done = (*look)->edit(setCell("requests.received.individual", 1));
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::ReadOnly));
    }

    void lookingChangesNothing()
    {
        m_session.reset();
        const QByteArray before = test::readFile(m_path);
        const auto listing = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        {
            const auto session = Session::open(m_path);
            QVERIFY(session);
            QVERIFY((*session)->report() == test::filledReport());
        }
        QCOMPARE(test::readFile(m_path), before);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), listing);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
