// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "commentactions.h"
#include "database.h"
#include "reportjson.h"
#include "reportplaces.h"
#include "reviewsteps.h"
#include "rounds.h"
#include "storefixtures.h"

#include <QRandomGenerator>
#include <QUndoStack>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const QString kSecret = QStringLiteral("经办人电话13812345678");

QDateTime s_now = kWhen;
QDateTime steppingClock() { return s_now = s_now.addMSecs(200); }

Change setText(const QString &text, const QString &key = {})
{
    return Change::of(QStringLiteral("改正文"), SetText{kOverview, 0, text}, key);
}

QString textOf(const Report &report) { return report.subSections(kOverview).value(0).text; }

void change(const QString &path, const QString &sql)
{
    const auto db = Database::open(path, Database::Access::Write, path);
    if (!db || !(*db)->run(sql))
        qFatal("%s", qPrintable(sql));
}

Comment commentAt(const Place &place, const QString &words = QStringLiteral("写清楚"))
{
    return {place, words, QStringLiteral("陈立"), QStringLiteral("2026-01-16T01:00:00Z")};
}

} // namespace

class ReviewRowsTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<Session> created(const QString &path, const Report &report = everyPartReport())
    {
        auto made = Session::create(path, report);
        if (!made)
            qFatal("create: %s", qPrintable(made.error().detail));
        return std::move(*made);
    }
    static bool holds(const QString &file, const QString &words)
    {
        return readFile(file).contains(words.toUtf8());
    }

private Q_SLOTS:
    void initTestCase() { setClock(&steppingClock); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanupTestCase() { setClock(nullptr); }

    void allOfItComesBack()
    {
        const Folder folder;
        const PrivateKey key = newKey();
        auto session = created(folder.file());
        Way way(*session);
        way.edit(Change::of({},
            SetChain{{{QStringLiteral("核稿"), QStringLiteral("李主任")},
                {QStringLiteral("签发"), QStringLiteral("陈立")}}}));
        way.toLastReader()
            .move(ReviewAction::Return, QStringLiteral("再看看"))
            .toLastReader()
            .seal(key)
            .submit()
            .publish();
        QVERIFY(session->edit(*commentActions::add(session->report(),
            Place::subSection(kOverview, 0).withRange(2, 4), QStringLiteral("😀好"), QStringLiteral("陈立"))));
        QVERIFY(session->edit(
            *commentActions::answer(session->report(), 1, QStringLiteral("谢谢"), QStringLiteral("王芳"))));
        QVERIFY(onDisk(folder.file()) == session->report());
        for (int move = 1; move <= session->report().review().events.size(); ++move) {
            const auto picture = session->pictureAt(move);
            QVERIFY(picture && *picture);
            QVERIFY((*picture)->comments().isEmpty() && (*picture)->review().events.isEmpty());
        }
        QVERIFY(!*session->pictureAt(0) && !*session->pictureAt(99));
        way.move(ReviewAction::Correct, QStringLiteral("第二处有误"));
        QVERIFY(onDisk(folder.file()) == session->report());
        QCOMPARE(session->report().review().revision, 2);
    }

    void aStrangersRowsAreRefused_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row
            = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromUtf8(sql); };
        row("no such state", "UPDATE review SET state = 'lost'");
        row("no state", "DELETE FROM review");
        row("a revision beyond all", "UPDATE review SET revision = 4294967297");
        row("a step beyond all", "UPDATE review SET step = 4294967297");
        row("no such action", "INSERT INTO review_event VALUES (1, '', '', 'burn', '', 0, '')");
        row("a comment nowhere", "INSERT INTO comment VALUES (1, '哪里', '', '', '', 0, 0)");
        row("a comment beyond all", "INSERT INTO comment VALUES (4294967297, 'report', '', '', '', 0, 0)");
    }
    void aStrangersRowsAreRefused()
    {
        QFETCH(QString, sql);
        const Folder folder;
        makeFile(folder.file(), everyPartReport());
        change(folder.file(), sql);
        const auto session = Session::open(folder.file(), Session::Mode::Look);
        QVERIFY(!session);
        QCOMPARE(session.error().code, ErrorCode::Damaged);
    }

    /// Must be in no byte, wherever it has been: in a text, in the pictures of moves, in a comment.
    void whatWasClearedIsInNoByte_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"typed and deleted", "sent, returned, deleted", "approved, reopened, deleted",
                 "in a comment that was taken back", "in an answer", "in the chain",
                 "in last year's report, sealed"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void whatWasClearedIsInNoByte()
    {
        QFETCH(QString, how);
        const Folder folder;
        const PrivateKey key = newKey();
        auto session = created(folder.file());
        Way way(*session);
        const QString plain = textOf(session->report());
        const auto setComment = [](const std::optional<Comment> &comment) {
            return Change::of(QStringLiteral("批注"), SetComment{1, comment});
        };
        way.edit(setText(plain + kSecret));
        if (how.startsWith(u"sent"))
            way.toLastReader().move(ReviewAction::Return, QStringLiteral("有私人电话"));
        else if (how.startsWith(u"approved"))
            way.toLastReader().seal(key).move(ReviewAction::Reopen, QStringLiteral("有私人电话"));
        else if (how.contains(u"comment")) {
            way.edit(setComment(commentAt(Place::report(), kSecret))).edit(setComment(std::nullopt));
        } else if (how.contains(u"answer")) {
            Comment comment = commentAt(Place::subSection(kOverview, 0).withRange(0, 2));
            comment.answers = {{kSecret, kSecret, {}}};
            way.edit(setComment(comment)).edit(setComment(commentAt(comment.place)));
        } else if (how.contains(u"chain")) {
            way.edit(Change::of({}, SetChain{{{kSecret, kSecret}}}));
            way.edit(setText(plain)).explain().move(ReviewAction::Send).move(ReviewAction::Withdraw);
            way.edit(Change::of({}, SetChain{}));
        } else if (how.contains(u"last year")) {
            Report prior = *session->report().prior();
            QVERIFY(prior.apply(Change::of({}, SetFact{QLatin1String(fact::kIntroduction), kSecret})));
            way.edit(setText(plain)).edit(Change::of({}, SetPrior{std::make_shared<const Report>(prior)}));
            way.toLastReader().seal(key).move(ReviewAction::Reopen, QStringLiteral("有私人电话"));
            way.edit(Change::of({}, SetPrior{everyPartReport().prior()}));
        }
        way.edit(setText(plain));
        QVERIFY(holds(folder.file(), kSecret));
        const QString copy = folder.file(QStringLiteral("copy.nianbao"));
        QVERIFY(session->handOverCopy(copy)); // deleted is enough for what is handed over
        QVERIFY(!holds(copy, kSecret));
        const Report before = session->report();
        const auto cleared = session->clearHistory({kSecret, {}});
        QVERIFY2(cleared, qPrintable(cleared ? QString() : cleared.error().detail));
        QVERIFY(!holds(folder.file(), kSecret));
        QVERIFY(!holds(folder.file(), QStringLiteral("13812345678")));
        QVERIFY(session->report() == before && onDisk(folder.file()) == before);
        const auto rows = session->history();
        QVERIFY(rows);
        for (const HistoryRow &row : *rows)
            QVERIFY(session->reportAt(row.id));
        way.toLastReader().seal(key); // and goes on
        QCOMPARE(
            toString(session->verification(std::nullopt).verdict), toString(Verification::Verdict::Holds));
    }

    /// It holds then as digest and signature alone, and says so.
    void theSealedPictureIsClearedToo()
    {
        const Folder folder;
        auto session = created(folder.file());
        Way way(*session);
        const PrivateKey key = newKey();
        // in last year's report, which may be exchanged for no other once it is sealed: by its file alone
        way.toLastReader().seal(key);
        const int approved = int(session->report().review().events.size());
        QVERIFY(session->verification(std::nullopt).hasPicture);
        session.reset();
        change(folder.file(),
            QStringLiteral("UPDATE snapshot SET report_json = replace(report_json, '公开渠道', '%1')")
                .arg(kSecret));
        session = std::move(*Session::open(folder.file()));
        QCOMPARE(
            toString(session->verification(std::nullopt).reason), toString(Verification::Reason::Picture));
        QVERIFY(session->clearHistory({kSecret, {}}));
        QVERIFY(!holds(folder.file(), kSecret));
        QVERIFY(!*session->pictureAt(approved));
        const Verification said = session->verification(std::nullopt);
        QCOMPARE(toString(said.verdict), toString(Verification::Verdict::Holds));
        QVERIFY(!said.hasPicture);
    }

    /// What cannot be cleared is said: it stands in a move, in a comment.
    void whatStillStandsIsRefused_data()
    {
        QTest::addColumn<bool>("inMove");
        QTest::newRow("in the reason of a return") << true;
        QTest::newRow("in a comment") << false;
    }
    void whatStillStandsIsRefused()
    {
        QFETCH(bool, inMove);
        const Folder folder;
        auto session = created(folder.file());
        Way way(*session);
        if (inMove)
            way.toLastReader().move(ReviewAction::Return, kSecret);
        else
            way.edit(Change::of({}, SetComment{1, commentAt(Place::report(), kSecret)}));
        const auto before = folder.state();
        const auto done = session->clearHistory({kSecret, {}});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::StillInReport);
        QVERIFY(folder.state() == before);
    }

    /// A row takes its content out of the pictures of the moves around it; what they show of the present
    /// stays.
    void aClearedRowIsInNoPicture()
    {
        const Folder folder;
        auto session = created(folder.file());
        Way way(*session);
        const QString plain = textOf(session->report());
        way.explain().move(ReviewAction::Send).move(ReviewAction::Withdraw);
        way.edit(setText(plain + kSecret));
        const qint64 row = session->history()->last().id;
        way.explain().move(ReviewAction::Send).move(ReviewAction::Withdraw).edit(setText(plain));
        way.explain().move(ReviewAction::Send);
        QVERIFY(**session->pictureAt(3) != **session->pictureAt(5));
        QVERIFY(session->clearHistory({{}, {row}}));
        QVERIFY(!holds(folder.file(), kSecret.left(4)));
        QVERIFY(*session->pictureAt(5));
        QVERIFY(!*session->pictureAt(3) && !*session->pictureAt(4));
    }

    /// A word that is there once keeps its comment, whatever is typed around it, and every state comes back.
    void aCommentStaysOnItsWord()
    {
        const QStringList markers{
            QStringLiteral("【甲】"), QStringLiteral("【😀乙】"), QStringLiteral("【丙丙】")};
        const QStringList words{QStringLiteral("公开"), QStringLiteral("😁"), QStringLiteral("\n"),
            QStringLiteral("甲"), QStringLiteral("丙"), QStringLiteral("】【"), QStringLiteral("乙】")};
        int gone = 0, stayed = 0, runs = 0;
        for (int draw = 0; draw < rounds(15, 15, 400); ++draw) {
            QRandomGenerator random(quint32(draw) + 1);
            const auto below
                = [&random](qsizetype end) { return end < 1 ? 0 : qsizetype(random.bounded(quint32(end))); };
            const Folder folder;
            auto session = created(folder.file(), filledReport());
            QString start;
            for (const QString &marker : markers)
                start += words[below(3)] + marker + words[below(3)];
            Way(*session).edit(setText(start));
            for (int i = 0; i < markers.size(); ++i)
                Way(*session).edit(*commentActions::add(session->report(),
                    Place::subSection(kOverview, 0).withRange(start.indexOf(markers[i]), markers[i].size()),
                    markers[i], QStringLiteral("陈立")));
            QMap<qint64, Report> then{{session->history()->last().id, session->report()}};
            QList<Report> states{session->report()}; // after each step that can be undone
            bool isWhole[3] = {true, true, true};
            for (int i = 0; i < 14; ++i) {
                const Report before = session->report();
                const int first = session->undoStack().index();
                QString text = textOf(before);
                const qsizetype at = below(text.size() + 1);
                const qsizetype cut = below(4) ? 0 : std::min<qsizetype>(1 + below(3), text.size() - at);
                // half a character is nobody's edit
                const auto splits = [&text](qsizetype where) {
                    return where > 0 && where < text.size() && text[where].isLowSurrogate();
                };
                if (splits(at) || splits(at + cut))
                    continue;
                const QString put = below(3) ? words[below(words.size())] : QString();
                text.replace(at, cut, put);
                if (below(8) == 0)
                    session->endMerge();
                const int kind = int(below(10));
                if (kind == 0)
                    Way(*session)
                        .edit(Change::of({}, InsertSubSection{kOverview, 0, {}}))
                        .edit(Change::of({}, RemoveSubSection{kOverview, 0}));
                else
                    Way(*session).edit(setText(text, kind < 7 ? QStringLiteral("k") : QString()));
                const Report &report = session->report();
                runs += session->undoStack().index() == first && report != before;
                const QString now = textOf(report);
                for (int m = 0; m < markers.size(); ++m) {
                    isWhole[m] = isWhole[m] && now.count(markers[m]) == 1;
                    if (!isWhole[m])
                        continue;
                    ++stayed;
                    const Place place = report.comments()[m + 1].place;
                    QVERIFY2(place.hasRange() && now.mid(place.start(), place.length()) == markers[m],
                        qPrintable(
                            QStringLiteral("draw %1: %2 in %3").arg(QString::number(draw), markers[m], now)));
                }
                gone += std::any_of(report.comments().cbegin(), report.comments().cend(),
                    [](const Comment &c) { return c.isGone; });
                QVERIFY(onDisk(folder.file()) == report);
            }
            // back to the beginning and forth again, step by step
            QList<Report> back{session->report()};
            while (session->undoStack().index() > int(markers.size()) + 1) {
                QVERIFY(session->undo());
                back.append(session->report());
            }
            QVERIFY2(back.last() == states.first(), qPrintable(QStringLiteral("draw %1").arg(draw)));
            for (qsizetype i = back.size() - 2; i >= 0; --i) {
                QVERIFY(session->redo());
                QVERIFY2(session->report() == back[i],
                    qPrintable(QStringLiteral("draw %1, forth %2").arg(draw).arg(i)));
            }
            for (const auto &[id, report] : std::as_const(then).asKeyValueRange())
                QVERIFY(*session->reportAt(id) == report);
        }
        QVERIFY(gone > 0 && stayed > 0 && runs > 0);
    }

    /// The word before the cursor is typed away and back in one run: undone, its comment is as it was.
    void aRunGoesBackWithItsComments()
    {
        const Folder folder;
        auto session = created(folder.file());
        Way way(*session);
        way.edit(setText(QStringLiteral("收到申请三件")));
        way.edit(Change::of({}, SetComment{1, commentAt(Place::subSection(kOverview, 0).withRange(2, 2))}));
        const Report before = session->report();
        const QString key = QStringLiteral("k");
        for (const char *text :
            {"收到申请x三件", "收到申请三件", "收到申三件", "收到三件", "收到请三件", "件"})
            way.edit(setText(QString::fromUtf8(text), key));
        const Report after = session->report();
        QCOMPARE(session->undoStack().count(), 3);
        const qint64 row = session->history()->last().id;
        QVERIFY(*session->reportAt(row - 1) == before);
        QVERIFY(session->undo());
        QVERIFY(session->report() == before);
        QVERIFY(session->redo());
        QVERIFY(session->report() == after);
        QVERIFY(*session->reportAt(row) == after);
    }

    void typingAmongManyCommentsCostsLittle_data()
    {
        QTest::addColumn<bool>("atStart");
        QTest::newRow("before all of them") << true;
        QTest::newRow("behind all of them") << false;
    }
    void typingAmongManyCommentsCostsLittle()
    {
        QFETCH(bool, atStart);
        const Folder folder;
        auto session = created(folder.file());
        Way way(*session);
        const QString text = QString(400, u'字');
        way.edit(setText(text));
        for (int i = 0; i < 20; ++i)
            way.edit(Change::of({},
                SetComment{i + 1,
                    commentAt(Place::subSection(kOverview, 0).withRange(i * 20, 4), QString(60, u'评'))}));
        const qint64 size = QFileInfo(folder.file()).size();
        const int keys = rounds(100, 50, 300);
        QString typed;
        for (int key = 0; key < keys; ++key) {
            typed += QStringLiteral("我镇认真贯彻").left(key % 3 == 0 ? 5 : 4);
            way.edit(setText(atStart ? typed + text : text + typed, QStringLiteral("overview/0")));
        }
        const qint64 grown = QFileInfo(folder.file()).size() - size;
        qInfo("%d keystrokes with 20 comments in the text add %lld bytes", keys, grown);
        QVERIFY(grown < 10'000);
        QCOMPARE(session->report().comments()[20].place,
            Place::subSection(kOverview, 0).withRange(380 + (atStart ? typed.size() : 0), 4));
    }
};

QTEST_GUILESS_MAIN(ReviewRowsTest)
#include "tst_reviewrows.moc"
