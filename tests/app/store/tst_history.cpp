// SPDX-License-Identifier: MulanPSL-2.0
#include "bounds.h"
#include "cleanreport.h"
#include "history.h"
#include "historyclearing.h"
#include "reportrows.h"
#include "rounds.h"
#include "session.h"
#include "storefixtures.h"

#include "database.h"
#include "migrations.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>
#include <QUndoStack>

#include <ctime>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const SectionId kOther(QStringLiteral("other"));
const QString kSecret = QStringLiteral("张三，身份证号370602198001011234");

QDateTime s_now = kWhen;
QDateTime steppingClock() { return s_now = s_now.addMSecs(200); }

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

QByteArray png(int shade)
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(QColor(shade, 80, 200));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Change setText(const QString &text, const QString &key = {}, int index = 0)
{
    return Change::of(QStringLiteral("改正文"), SetText{kOverview, index, text}, key);
}

QString textOf(const Report &report, int index = 0)
{
    return report.subSections(kOverview).value(index).text;
}

/// What another program would read in the file.
QList<QVariantList> rowsOf(const QString &path, const QString &sql)
{
    const auto db = Database::open(path, Database::Access::Read, path);
    const auto rows = db ? (*db)->rows(sql) : Result<QList<QVariantList>>(db.error());
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().detail));
    return *rows;
}

void change(const QString &path, const QString &sql)
{
    const auto db = Database::open(path, Database::Access::Write, path);
    if (!db || !(*db)->run(sql))
        qFatal("%s", qPrintable(sql));
}

/// One edit after another, of every kind of step, drawn by chance.
class Drawer {
public:
    explicit Drawer(quint32 seed) : m_random(seed) { }

    static constexpr int kKinds = 22;
    static constexpr int kMove = 15;
    /// The change of one kind; none when the report has nothing for it.
    std::optional<Change> edit(const Report &report, int kind)
    {
        switch (kind) {
        case 0:
            return one(SetCell{
                inputCell(report), below(4) ? std::optional(Amount::fromInteger(below(90))) : std::nullopt});
        case 1: return one(SetNote{inputCell(report), words(3)});
        case 2:
            return one(SetDeclared{report.spec().evaluationOrder[below(report.spec().evaluationOrder.size())],
                below(3) ? std::optional(Declared{Amount::fromInteger(below(9)), below(2) == 1})
                         : std::nullopt});
        case 3: {
            static const QStringList keys{QLatin1String(fact::kIntroduction), QLatin1String(fact::kTitle),
                QLatin1String(fact::kSigned), QLatin1String(fact::kNames)};
            return one(SetFact{keys[below(keys.size())], below(4) ? std::optional(words(8)) : std::nullopt});
        }
        case 4:
            return one(InsertSubSection{
                kOverview, int(below(report.subSections(kOverview).size() + 1)), {words(2), words(9)}});
        case 5:
            if (report.subSections(kOverview).size() < 2)
                return std::nullopt;
            return one(RemoveSubSection{kOverview, sub(report)});
        case 6: return one(MoveSubSection{kOverview, sub(report), sub(report)});
        case 7: return one(SetHeading{kOverview, sub(report), words(3)});
        case 8:
        case 9:
        case 10: { // a word more, less or other, typed
            const int index = sub(report);
            QString text = textOf(report, index);
            const auto at = below(text.size() + 1);
            text.replace(at, below(std::min<qsizetype>(6, text.size() - at) + 1), words(1 + below(3)));
            return Change::of(QStringLiteral("打字"), SetText{kOverview, index, text},
                QStringLiteral("overview/%1").arg(index));
        }
        case 11: {
            QList<Channel> channels = report.channels();
            if (channels.size() > 3)
                channels.removeAt(below(channels.size()));
            channels.insert(below(channels.size() + 1),
                {words(1), below(2) ? std::optional(below(999)) : std::nullopt, {{words(1), below(50)}}});
            return one(SetChannels{channels});
        }
        case 12:
        case 13: {
            QList<Illustration> all = report.illustrations();
            if (!all.isEmpty() && below(2))
                all.removeAt(below(all.size()));
            else
                all.insert(below(all.size() + 1),
                    {Place::subSection(kOverview, sub(report)), int(below(4)), QStringLiteral("picture"),
                        words(1), {}, QStringLiteral("a.png"), png(int(below(6)))});
            return one(SetIllustrations{all});
        }
        case 14: {
            static const PriorPointer prior
                = std::make_shared<const Report>(sampleReport(QStringLiteral("hongze-2023")));
            return one(SetPrior{report.prior() ? PriorPointer() : prior});
        }
        case kMove: return std::nullopt; // see move()
        case 16:
            return one(SetExplanation{QStringLiteral("K%1").arg(below(3)),
                below(3) ? std::optional(Explanation{words(2), QStringLiteral("1|2"), words(1), {}})
                         : std::nullopt});
        case 17:
            return one(SetRuleOff{RuleId(QStringLiteral("R%1").arg(below(3))),
                below(3) ? std::optional(words(2)) : std::nullopt});
        case 18: return otherForm(report);
        case 19: {
            const int id = 1 + int(below(3));
            const QString text = textOf(report, 0);
            const auto at = below(text.size());
            const auto place
                = [&] { return Place::subSection(kOverview, 0).withRange(at, below(text.size() - at)); };
            if (below(3) == 0)
                return one(SetComment{id, std::nullopt});
            const Comment comment{
                place(), words(2), words(1), {}, below(2) > 0, false, {{words(1), words(1), {}}}};
            if (below(2))
                return one(SetComment{id, comment});
            return Change{{}, {SetComment{id, comment}, MoveComment{id, place(), below(2) > 0}}, {}};
        }
        case 20: {
            QList<ChainStep> chain;
            for (auto i = below(3); i >= 0; --i)
                chain.append({words(1), words(1)});
            return one(SetChain{chain});
        }
        default: { // several steps at once, two of them on one place
            const int index = sub(report);
            Change change = Change::of(QStringLiteral("几处"), SetText{kOverview, index, words(6)});
            change.steps += {SetCell{inputCell(report), Amount::fromInteger(below(50))},
                InsertSubSection{kOverview, 0, {words(1), words(4)}}, SetText{kOverview, index + 1, words(5)},
                RemoveSubSection{kOverview, 0}};
            return change;
        }
        }
    }
    /// One that the table has from there.
    ReviewMove move(const Review &review)
    {
        QList<ReviewAction> possible;
        for (const ReviewAction action : reviewActions()) {
            if (mayMove(review, action))
                possible.append(action);
        }
        ReviewMove move{possible[below(possible.size())], words(2) + u'王',
            QStringLiteral("2022-01-10T00:00:00Z"), words(4) + u'因'};
        if (move.action == ReviewAction::Approve)
            move.paper = PaperApproval{QStringLiteral("陈"), QStringLiteral("2022-01-10"), {}};
        if (move.action == ReviewAction::Submit)
            move.handOver = HandOver{move.at, words(1) + u'区', {}, {}};
        if (move.action == ReviewAction::Publish)
            move.publication = Publication{QStringLiteral("2022-01-10"), words(1) + u'页'};
        return move;
    }
    qsizetype below(qsizetype end) { return end < 1 ? 0 : qsizetype(m_random.bounded(quint32(end))); }

private:
    static Change one(Step step) { return Change::of(QStringLiteral("改一处"), std::move(step)); }
    int sub(const Report &report) { return int(below(report.subSections(kOverview).size())); }
    QString words(qsizetype count)
    {
        static const QStringList all{QStringLiteral("收到申请"), QStringLiteral("3件"), QStringLiteral("\n"),
            QStringLiteral("😀"), QStringLiteral("😁"), QStringLiteral("公开\"信息\""), QStringLiteral("主动"),
            QStringLiteral("，")};
        QString text;
        for (qsizetype i = 0; i < count; ++i)
            text += all[below(all.size())];
        return text;
    }
    CellId inputCell(const Report &report)
    {
        QList<CellId> cells;
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &id : table.cells) {
                if (!report.spec().cell(id)->isComputed())
                    cells.append(id);
            }
        }
        return cells[below(cells.size())];
    }
    static Change otherForm(const Report &report)
    {
        const bool isUsual = report.spec().id == u"2021";
        const SpecPointer form
            = findForm(isUsual ? QStringLiteral("2021-single-other") : QStringLiteral("2021"));
        Change change = one(SetForm{form->id});
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &id : table.cells) {
                if (form->cell(id))
                    continue;
                if (!report.spec().cell(id)->isComputed())
                    change.steps.prepend(SetCell{id, std::nullopt});
                change.steps.prepend(SetNote{id, {}});
                if (report.declared(id))
                    change.steps.prepend(SetDeclared{id, std::nullopt});
            }
        }
        return change;
    }

    QRandomGenerator m_random;
};

History historyOf(const QString &path)
{
    const auto file = openFile(path, ReportFile::Mode::Look);
    const Report present = loaded(*file);
    auto history = file->history(present);
    if (!history)
        qFatal("history: %s", qPrintable(history.error().detail));
    return *history;
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> created(const QString &path, const Report &report = filledReport()) const
    {
        auto made = Session::create(path, report);
        if (!made)
            qFatal("create: %s", qPrintable(made.error().detail));
        return std::move(*made);
    }
    /// Their number is what it is called: the newest is the last.
    static QList<HistoryRow> rows(const Session &session)
    {
        const auto all = session.history();
        if (!all)
            qFatal("history: %d %s", int(all.error().code), qPrintable(all.error().detail));
        return *all;
    }

private Q_SLOTS:
    void initTestCase() { setClock(&steppingClock); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanupTestCase() { setClock(nullptr); }

    void everyRowLeadsToTheStateThen()
    {
        QSet<size_t> kinds;
        int undone = 0;
        int merged = 0;
        int moved = 0;
        const int draws = rounds(40, 12, 200);
        for (int draw = 0; draw < draws; ++draw) {
            const Folder folder;
            auto session = created(folder.file());
            Drawer drawer(quint32(draw) + 1);
            QMap<qint64, Report> then{{0, session->report()}};
            QMap<int, Report> pictures;
            for (int i = 0; i < 12; ++i) {
                const auto rest = drawer.below(12);
                const Report before = session->report();
                if (rest == 0) {
                    QVERIFY(session->undo());
                    ++undone;
                } else if (rest == 1) {
                    QVERIFY(session->redo());
                } else {
                    if (rest == 2)
                        session->endMerge();
                    const bool isOnItsWay = before.review().state != ReviewState::Drafting;
                    const bool moves = i == 0 ? draw % 2 == 0 : rest < (isOnItsWay ? 7 : 4);
                    const int kind = moves ? Drawer::kMove
                        : rest > 8         ? 8 // typing in a row
                                           : int(drawer.below(Drawer::kKinds));
                    if (kind == Drawer::kMove) {
                        const auto done = session->move(drawer.move(before.review()));
                        QVERIFY(done || done.error().code == ErrorCode::NotReady);
                        if (!done)
                            continue;
                        kinds.insert(Step(SetReview()).index());
                        ++moved;
                        QCOMPARE(session->undoStack().count(), 0);
                        const int number = int(session->report().review().events.size());
                        QVERIFY(**session->pictureAt(number) == withoutTalk(session->report()));
                        pictures.insert(number, withoutTalk(session->report()));
                    }
                    const auto change = drawer.edit(before, kind);
                    if (kind != Drawer::kMove && !change)
                        continue;
                    const auto done = change ? session->edit(*change) : Result<>();
                    if (!done && done.error().code == ErrorCode::NotInThisState)
                        continue;
                    QVERIFY2(done, qPrintable(done ? QString() : done.error().where));
                    for (const Step &step : change.value_or(Change()).steps)
                        kinds.insert(step.index());
                }
                const auto newest = rowsOf(folder.file(), QStringLiteral("SELECT max(id) FROM history"));
                const qint64 id = newest.first().first().toLongLong();
                merged += then.contains(id) && session->report() != before;
                while (then.lastKey() > id)
                    then.remove(then.lastKey());
                then.insert(id, session->report());
            }
            for (const auto &[number, report] : std::as_const(pictures).asKeyValueRange())
                QVERIFY(**session->pictureAt(number) == report);
            session.reset();
            const History history = historyOf(folder.file());
            const auto all = history.rows();
            QVERIFY(all);
            QCOMPARE(all->size() + 1, then.size());
            for (const HistoryRow &row : *all)
                QVERIFY(row.isKept && then.contains(row.id));
            for (const auto &[id, report] : std::as_const(then).asKeyValueRange()) {
                const auto again = history.at(id);
                QVERIFY(again);
                QVERIFY2(*again == report, qPrintable(QStringLiteral("draw %1, row %2").arg(draw).arg(id)));
            }
        }
        for (size_t kind = 0; draws >= 40 && kind < std::variant_size_v<StepKinds>;
             ++kind) // few draw not all
            QVERIFY2(kinds.contains(kind), qPrintable(QStringLiteral("kind %1 was not drawn").arg(kind)));
        QVERIFY(undone > 0 && merged > 0 && moved > 10); // how many, chance tells
    }

    /// As an editor does it: each hand-over is the whole text.
    void aTypingRunIsOneSmallRow()
    {
        const Folder folder;
        auto session = created(folder.file());
        QVERIFY(session->edit(setText(QString())));
        const Report before = session->report();
        const qint64 size = QFileInfo(folder.file()).size();
        const qsizetype rowsBefore = rows(*session).size();
        QString text;
        for (int key = 0; key < 300; ++key) {
            text += QStringLiteral("我镇认真贯彻").left(key % 3 == 0 ? 5 : 4);
            QVERIFY(session->edit(setText(text, QStringLiteral("overview/0"))));
        }
        QCOMPARE(text.size(), 1300);
        const qint64 grown = QFileInfo(folder.file()).size() - size;
        qInfo("300 keystrokes of 1,300 characters add %lld bytes", grown);
        QVERIFY(grown < 10'000);
        const auto all = rows(*session);
        QCOMPARE(all.size(), rowsBefore + 1);
        QCOMPARE(all.last().changes.size(), 1);
        QCOMPARE(all.last().changes.first().old, QString());
        QCOMPARE(all.last().changes.first().now, text);
        QCOMPARE(all.last().changes.first().place, Place::subSection(kOverview, 0).withRange(0, 1300));
        QVERIFY(*session->reportAt(all[all.size() - 2].id) == before);
    }

    void aRowEndsWhereTheUndoStepEnds()
    {
        const Folder folder;
        auto session = created(folder.file());
        const auto agree = [&](int steps) {
            QCOMPARE(session->undoStack().count(), steps);
            QCOMPARE(rows(*session).size(), steps);
        };
        const QString key = QStringLiteral("k");
        QVERIFY(session->edit(setText(QStringLiteral("一"), key)));
        QVERIFY(session->edit(setText(QStringLiteral("一二"), key)));
        agree(1);
        s_now = s_now.addSecs(5); // a rest
        QVERIFY(session->edit(setText(QStringLiteral("一二三"), key)));
        agree(2);
        session->endMerge();
        QVERIFY(session->edit(setText(QStringLiteral("一二三四"), key)));
        agree(3);
        QVERIFY(session->edit(setText(QStringLiteral("一二三"), key))); // back to where the run began
        agree(2);
        QVERIFY(session->edit(setText(QStringLiteral("五"), QStringLiteral("other"))));
        QVERIFY(session->edit(setText(QStringLiteral("五六"))));
        agree(4);
    }

    void anUndoIsAnEditOfItsOwn()
    {
        const Folder folder;
        auto session = created(folder.file());
        const Report before = session->report();
        QVERIFY(session->edit(setText(QStringLiteral("写错了"))));
        const Report wrong = session->report();
        QVERIFY(session->undo());
        QVERIFY(session->redo());
        const auto all = rows(*session);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].what, QStringLiteral("改正文"));
        QCOMPARE(all[1].what, QStringLiteral("Undo: 改正文"));
        QCOMPARE(all[2].what, QStringLiteral("Redo: 改正文"));
        QVERIFY(*session->reportAt(all[0].id) == wrong);
        QVERIFY(*session->reportAt(all[1].id) == before);
        QVERIFY(*session->reportAt(all[2].id) == wrong);
        const auto none = session->reportAt(99);
        QVERIFY(!none);
        QCOMPARE(none.error(), (Error{ErrorCode::NoSuchRow, session->path(), QStringLiteral("99")}));
    }

    /// A picture that is gone is there for the past, once; one that is shown is not kept twice.
    void picturesAreKeptOnce()
    {
        const Folder folder;
        auto session = created(folder.file());
        const Illustration picture{Place::subSection(kOverview, 0), 0, QStringLiteral("picture"),
            QStringLiteral("图"), {}, {}, png(1)};
        const auto past = [&] {
            return rowsOf(folder.file(), QStringLiteral("SELECT count(*) FROM past")).first().first().toInt();
        };
        QVERIFY(session->edit(Change::of({}, SetIllustrations{{picture}})));
        const Report with = session->report();
        Illustration other = picture;
        other.caption = QStringLiteral("新图");
        QVERIFY(session->edit(Change::of({}, SetIllustrations{{other}})));
        QCOMPARE(past(), 0);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(session->edit(Change::of({}, SetIllustrations{})));
            QVERIFY(session->undo());
        }
        QVERIFY(session->edit(Change::of({}, SetIllustrations{})));
        QCOMPARE(past(), 1);
        QVERIFY(*session->reportAt(1) == with);
        QVERIFY(*session->reportAt(0) == filledReport());
    }

    /// The mix: 50 % words in the texts, 30 % figures, 8 % headings and notes, 5 % facts, 5 % channels, 2 %
    /// sub-sections that come and go.
    void tenThousandEditsStaySmall()
    {
        const int edits = rounds(2'000, 300, 10'000);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const qint64 size = QFileInfo(folder.file()).size();
        Drawer drawer(7);
        {
            const auto db = Database::open(folder.file(), Database::Access::Write, {});
            QVERIFY(db);
            auto transaction = Transaction::begin(**db); // as fast as this disk is not
            QVERIFY(transaction);
            for (int i = 0; i < edits; ++i) {
                const auto draw = drawer.below(100);
                int kind = draw < 50 ? 8 : draw < 80 ? 0 : draw < 84 ? 7 : draw < 88 ? 1 : draw < 93 ? 3 : 11;
                if (draw >= 98)
                    kind = report.subSections(kOverview).size() > 6 ? 5 : 4;
                const Change change = cleaned(*drawer.edit(report, kind));
                const auto delta = report.apply(change);
                QVERIFY(delta);
                QVERIFY(writeDelta(**db, report, *delta));
                QVERIFY(History::record(**db, report,
                    {delta->inverse, QStringLiteral("填写 三、收到和处理政府信息公开申请情况"), kEditor.name,
                        kWhen}));
            }
            QVERIFY(transaction->commit());
        }
        const qint64 grown = QFileInfo(folder.file()).size() - size;
        double began = cpuSeconds();
        const auto file = openFile(folder.file(), ReportFile::Mode::Look);
        QVERIFY(loaded(*file) == report);
        const double opened = cpuSeconds() - began;
        began = cpuSeconds();
        const auto history = file->history(report);
        QVERIFY(history);
        const auto all = history->rows();
        QVERIFY(all);
        const double listed = cpuSeconds() - began;
        began = cpuSeconds();
        QVERIFY(*history->at(0) == filledReport());
        qInfo("%d edits add %lld bytes; opened in %.2f s, listed in %.2f s, the first state in %.2f s of the "
              "processor",
            edits, grown, opened, listed, cpuSeconds() - began);
        QCOMPARE(all->size(), edits);
        QVERIFY(grown < 300LL * edits);
        QVERIFY(opened < 1.0);
    }

    void whatWasClearedIsInNoByte_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("pasted and deleted") << QStringLiteral("whole");
        QTest::newRow("typed and deleted piece by piece") << QStringLiteral("pieces");
        QTest::newRow("typed with rests and undone") << QStringLiteral("undone");
        QTest::newRow("in a sub-section that went, moved and came") << QStringLiteral("moved");
        QTest::newRow("in a heading, a note, a name, a caption and a reason") << QStringLiteral("names");
        QTest::newRow("in last year's report") << QStringLiteral("prior");
        QTest::newRow("in the words of an edit") << QStringLiteral("what");
    }
    void whatWasClearedIsInNoByte()
    {
        QFETCH(QString, how);
        const Folder folder;
        auto session = created(folder.file());
        const auto edit = [&](const Step &step) {
            if (!session->edit(Change::of(QStringLiteral("改"), step)))
                qFatal("an edit fails");
        };
        const QString around = QStringLiteral("前文%1后文");
        QVERIFY(session->edit(setText(around.arg(QString()))));
        if (how == u"whole") {
            QVERIFY(session->edit(setText(around.arg(kSecret))));
            QVERIFY(session->edit(setText(around.arg(QString()))));
        } else if (how == u"pieces") {
            for (qsizetype size : {5, 9, 14, 22})
                QVERIFY(session->edit(setText(around.arg(kSecret.left(size)))));
            QVERIFY(session->edit(setText(around.arg(kSecret))));
            for (qsizetype size : {17, 12, 6, 0})
                QVERIFY(session->edit(setText(around.arg(kSecret.left(size)))));
        } else if (how == u"undone") {
            for (qsizetype size : {7, 14, 22})
                QVERIFY(session->edit(setText(around.arg(kSecret.left(size)))));
            QVERIFY(session->edit(setText(around.arg(kSecret))));
            while (session->undoStack().canUndo())
                QVERIFY(session->undo());
        } else if (how == u"moved") {
            edit(InsertSubSection{kOverview, 1, {QStringLiteral("标题"), around.arg(kSecret)}});
            edit(MoveSubSection{kOverview, 1, 0});
            edit(SetText{kOverview, 0, around.arg(kSecret.left(9))});
            edit(InsertSubSection{kOverview, 0, {}});
            edit(RemoveSubSection{kOverview, 1});
        } else if (how == u"names") {
            const Illustration chart{Place::subSection(kOverview, 0), 0, QStringLiteral("chart"), kSecret,
                QStringLiteral("years"), {}, {}};
            edit(SetHeading{kOverview, 0, kSecret});
            edit(SetNote{cell("disclosure.fees.amount"), kSecret});
            edit(SetFact{QLatin1String(fact::kIntroduction), kSecret});
            edit(SetChannels{{{kSecret, 1, {{kSecret, 2}}}}});
            edit(SetIllustrations{{chart}});
            edit(SetRuleOff{RuleId(QStringLiteral("DUP")), kSecret});
            while (session->undoStack().index() > 1)
                QVERIFY(session->undo());
        } else if (how == u"prior") {
            Report prior = sampleReport(QStringLiteral("hongze-2023"));
            QVERIFY(prior.apply({{}, {SetFact{QLatin1String(fact::kIntroduction), kSecret}}}));
            edit(SetPrior{std::make_shared<const Report>(prior)});
            edit(SetPrior{});
        } else {
            QVERIFY(session->edit(Change::of(
                QStringLiteral("删去“%1”").arg(kSecret), SetText{kOverview, 0, QStringLiteral("一")})));
        }
        const auto holdsIt
            = [&](const QString &words) { return readFile(folder.file()).contains(words.toUtf8()); };
        const auto before = rows(*session);
        const Report present = session->report();
        const auto cleared = session->clearHistory({kSecret, {}});
        QVERIFY2(cleared, qPrintable(cleared ? QString() : cleared.error().where));
        QVERIFY(cleared->rows > 0);
        QVERIFY(cleared->backups.isEmpty());
        QVERIFY(!holdsIt(kSecret));
        for (qsizetype at = 0; at + 6 <= kSecret.size(); at += 2) // nor any part that could be put together
            QVERIFY2(!holdsIt(kSecret.mid(at, 6)), qPrintable(kSecret.mid(at, 6)));
        QCOMPARE(folder.names().size(), 2); // the report and its lock: no journal

        QCOMPARE(session->undoStack().count(), 0);
        QVERIFY(session->report() == present);
        QVERIFY(onDisk(folder.file()) == present);
        const auto after = rows(*session);
        QCOMPARE(after.size(), before.size() + 1);
        QVERIFY(after.last().changes.isEmpty());
        for (qsizetype i = 0; i < before.size(); ++i) {
            QVERIFY(after[i].isKept && after[i].id == before[i].id);
            const auto then = session->reportAt(after[i].id);
            QVERIFY(then);
            QVERIFY(!placeOf(kSecret, *then));
            QCOMPARE(textOf(*then).contains(QStringLiteral("前文")),
                textOf(*then) != u"一" && !textOf(*then).isEmpty()
                    && (textOf(*then).contains(QStringLiteral("后文"))));
        }
        QVERIFY(session->edit(setText(QStringLiteral("继续"))));
        QCOMPARE(rows(*session).size(), after.size() + 1);
    }

    void clearingLeavesTheRestAsItWas()
    {
        const Folder folder;
        auto session = created(folder.file());
        QMap<qint64, QString> then;
        for (const QString &text : {QStringLiteral("甲%1乙").arg(kSecret),
                 QStringLiteral("甲%1乙丙").arg(kSecret), QStringLiteral("甲丙"), QStringLiteral("丁")}) {
            QVERIFY(session->edit(setText(text)));
            then.insert(rows(*session).last().id,
                QString(text).replace(kSecret, QString(kSecret.size(), QChar(0x25A0))));
        }
        QVERIFY(session->clearHistory({kSecret, {}}));
        for (const auto &[id, text] : std::as_const(then).asKeyValueRange())
            QCOMPARE(textOf(*session->reportAt(id)), text);
    }

    /// Of a row goes what it took and what it put, wherever that is kept now.
    void aRowIsCleared()
    {
        const Folder folder;
        auto session = created(folder.file());
        QVERIFY(session->edit(setText(QStringLiteral("甲乙"))));
        QVERIFY(session->edit(setText(QStringLiteral("甲%1乙").arg(kSecret)))); // to be cleared
        const qint64 chosen = rows(*session).last().id;
        QVERIFY(session->edit(setText(QStringLiteral("甲%1").arg(kSecret.left(9)))));
        QVERIFY(session->edit(setText(QStringLiteral("丁"))));
        QVERIFY(session->edit(setCount("requests.received.individual", 7)));
        QVERIFY(session->edit(setCount("requests.received.individual", 8)));
        const qint64 figure = rows(*session).last().id;
        const auto cleared = session->clearHistory({{}, {chosen, figure}});
        QVERIFY(cleared);
        QVERIFY(!readFile(folder.file()).contains(kSecret.left(4).toUtf8()));
        const auto all = rows(*session);
        QCOMPARE(all[1].what, QStringLiteral("Cleared from the history"));
        QCOMPARE(textOf(*session->reportAt(chosen)),
            QStringLiteral("甲%1乙").arg(QString(kSecret.size(), QChar(0x25A0))));
        QCOMPARE(textOf(*session->reportAt(chosen - 1)), QStringLiteral("甲乙"));
        QVERIFY(!session->reportAt(figure - 1)->value(cell("requests.received.individual")));
        QVERIFY(
            session->reportAt(figure)->value(cell("requests.received.individual")) == Amount::fromInteger(8));
        const auto none = session->clearHistory({{}, {99}});
        QVERIFY(!none);
        QCOMPARE(none.error(), (Error{ErrorCode::NoSuchRow, session->path(), QStringLiteral("99")}));
    }

    void whatStandsInTheReportIsNotCleared()
    {
        const Folder folder;
        auto session = created(folder.file());
        QVERIFY(session->edit(setText(QStringLiteral("甲%1乙").arg(kSecret))));
        const auto before = folder.state();
        const auto done = session->clearHistory({kSecret, {}});
        QVERIFY(!done);
        QCOMPARE(
            done.error(), (Error{ErrorCode::StillInReport, session->path(), QStringLiteral("overview/1")}));
        QVERIFY(folder.state() == before);
        QVERIFY(session->undo()); // and nothing is forgotten
    }

    void backupsThatHoldItAreNamed()
    {
        const Folder folder;
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/files/v4.nianbao"), folder.file()));
        setMode(folder.file(), 0644);
        change(folder.file(),
            QStringLiteral("INSERT INTO audit (at, who, text, change_json) VALUES ('2022', '王', "
                           "'改', '[{\"set_text\":{\"section\":\"overview\",\"index\":0,\"text\":\"%1\"}}]')")
                .arg(kSecret));
        auto session = Session::open(folder.file());
        QVERIFY(session);
        QVERIFY((*session)->edit(setText(QStringLiteral("新"))));
        const QString backup = folder.file(QStringLiteral("a（v4 备份）.nianbao"));
        QVERIFY(QFile::exists(backup));
        const QString other = folder.file(QStringLiteral("a（v3 备份）.nianbao"));
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/files/v3.nianbao"), other));
        const auto cleared = (*session)->clearHistory({kSecret, {}});
        QVERIFY(cleared);
        QCOMPARE(cleared->backups, QStringList{backup});
        QVERIFY(!readFile(folder.file()).contains(kSecret.toUtf8()));
        const auto all = (*session)->clearHistory({{}, {rows(**session).first().id}});
        QVERIFY(all);
        QCOMPARE(all->backups, (QStringList{other, backup}));
    }

    /// They are shown with what they say, and lead nowhere; what came after them does.
    void rowsOfEarlierVersionsAreShown()
    {
        const Folder folder;
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/files/v4.nianbao"), folder.file()));
        setMode(folder.file(), 0644);
        change(folder.file(),
            QStringLiteral("INSERT INTO audit VALUES (41, '2022-01-10T08:30:00.000', '王芳', '填写', "
                           "'[{\"set_cell\":{\"cell\":\"requests.received.individual\",\"value\":\"3\"}},{"
                           "\"set_text\":{\"section\":\"overview\","
                           "\"index\":0,\"text\":\"全文\"}}]'), (42, '2022-01-10T08:31:00.000', '王芳', "
                           "'坏', 'no JSON')"));
        auto session = Session::open(folder.file());
        QVERIFY(session);
        const Report old = (*session)->report();
        const auto look = [&session] {
            const auto all = rows(**session);
            QList<HistoryRow> late;
            std::copy_if(
                all.cbegin(), all.cend(), std::back_inserter(late), [](auto &row) { return row.id >= 41; });
            return late;
        };
        QCOMPARE(look().size(), 2); // of a file that is only looked at
        QVERIFY((*session)->edit(setCount("requests.received.other", 5)));
        const auto all = look();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].who, QStringLiteral("王芳"));
        QCOMPARE(all[0].changes.size(), 2);
        QCOMPARE(all[0].changes[0].place, Place::cell(cell("requests.received.individual")));
        QCOMPARE(all[0].changes[0].now, QStringLiteral("3"));
        QVERIFY(!all[0].changes[0].old);
        QCOMPARE(all[0].changes[1].now, QStringLiteral("全文"));
        QVERIFY(all[1].changes.isEmpty());
        QVERIFY(!all[0].isKept && all[1].isKept && all[2].isKept);
        QCOMPARE(all[2].id, 43);
        QVERIFY(*(*session)->reportAt(42) == old);
        const auto earlier = (*session)->reportAt(41);
        QVERIFY(!earlier);
        QCOMPARE(earlier.error(), (Error{ErrorCode::NotKept, (*session)->path(), QStringLiteral("41")}));
    }

    void theFrozenHistoryIsRead()
    {
        const History history = historyOf(QStringLiteral(TEST_DATA_DIR "/files/v5.nianbao"));
        const auto all = history.rows();
        QVERIFY(all);
        QCOMPARE(all->size(), 7);
        QVERIFY(*history.at(0) == sampleReport(QStringLiteral("hongze-2023")));
        QVERIFY(history.at(1)->value(cell("requests.received.individual")) == Amount::fromInteger(5));
        QCOMPARE(textOf(*history.at(2)), QStringLiteral("我镇认真贯彻"));
        QCOMPARE(history.at(3)->illustrations().first().picture, png(9));
        QVERIFY(history.at(4)->illustrations().isEmpty());
        QVERIFY(*history.at(5) == *history.at(3));
        QCOMPARE(all->last().changes.first().now, QStringLiteral("政府网站 105"));
    }

    void aCopyTakesTheHistoryAlong()
    {
        const Folder folder;
        auto session = created(folder.file());
        QVERIFY(session->edit(setText(QStringLiteral("一"))));
        QVERIFY(session->edit(setText(QStringLiteral("一二"))));
        const Report last = session->report();
        const Session::Draft held = session->reportWith([&] {
            QVERIFY(!session->edit(setText(QStringLiteral("还没写完"))));
            QVERIFY(!session->edit(setCount("requests.received.individual", 4)));
        });
        const QString copy = folder.file(QStringLiteral("b.nianbao"));
        QVERIFY(session->saveCopy(copy, held));
        QVERIFY(onDisk(copy) == held.report);
        const History history = historyOf(copy);
        QCOMPARE(history.stored().size(), 3);
        QVERIFY(*history.at(2) == last);
        QVERIFY(*history.at(0) == filledReport());
        QVERIFY(historyOf(folder.file()).stored().size() == 2);

        const QString plain = folder.file(QStringLiteral("c.nianbao")); // nothing was held
        QVERIFY(session->saveCopy(plain, session->reportWith([] {})));
        QCOMPARE(historyOf(plain).stored().size(), 2);

        QVERIFY(QFile::remove(folder.file())); // a copy for that very reason
        const QString rescued = folder.file(QStringLiteral("d.nianbao"));
        QVERIFY(session->saveCopy(rescued, held));
        QVERIFY(onDisk(rescued) == held.report);
        QCOMPARE(historyOf(rescued).stored().size(), 1); // what was held; the file took its history with it
        QVERIFY(*historyOf(rescued).at(0) == last);
    }

    void aNewReportHasNone()
    {
        const Folder folder;
        auto session = created(folder.file());
        QVERIFY(session->edit(setText(QStringLiteral("一"))));
        const QString other = folder.file(QStringLiteral("b.nianbao"));
        QVERIFY(Session::create(other, session->report()));
        QVERIFY(historyOf(other).stored().isEmpty());
    }

    void theOldestIsLetGoWhenTheFileGrowsTooLarge()
    {
        const Folder folder;
        auto session = created(folder.file());
        QMap<qint64, Report> then;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(session->edit(setText(QString(20'000, QChar(u'一' + i)))));
            then.insert(rows(*session).last().id, session->report());
        }
        session.reset();
        const qint64 most = QFileInfo(folder.file()).size() / 2;
        {
            const auto db = Database::open(folder.file(), Database::Access::Write, {});
            QVERIFY(db && History::letGo(**db, most));
            QVERIFY((*db)->vacuum());
        }
        QVERIFY(QFileInfo(folder.file()).size() <= most);
        const History history = historyOf(folder.file());
        const auto all = history.rows();
        QVERIFY(all);
        QCOMPARE(all->size(), 20);
        int kept = 0;
        for (const HistoryRow &row : *all) {
            const auto report = history.at(row.id);
            QCOMPARE(report.has_value(), row.isKept);
            if (row.isKept) {
                ++kept;
                QVERIFY(*report == then.value(row.id, filledReport()));
            } else {
                QCOMPARE(report.error().code, ErrorCode::NotKept);
            }
        }
        QVERIFY(kept >= 5 && kept < 20);
        QVERIFY(!all->first().isKept && all->last().isKept);
    }

    /// Whoever wrote it: an answer, never a crash, and the report itself can be read.
    void aStrangersHistoryIsRefusedWithItsRow_data()
    {
        QTest::addColumn<QString>("undo"); // SQL
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *undo, ErrorCode code) {
            QTest::newRow(name) << QString::fromUtf8(undo) << int(code);
        };
        row("no JSON", "'x'", ErrorCode::Damaged);
        row("no list", "'{}'", ErrorCode::Damaged);
        row("no step", "'[5]'", ErrorCode::Damaged);
        row("a step that the report refuses",
            R"('[{"remove_sub_section":{"section":"overview","index":77}}]')", ErrorCode::Damaged);
        row("a cell that is not there", R"('[{"set_cell":{"cell":"a.b.c","value":"1"}}]')",
            ErrorCode::Damaged);
        row("deeper than anybody writes", R"('[' || replace(hex(zeroblob(100000)), '00', '[') || '5')",
            ErrorCode::Damaged);
        row("more work than a report can need",
            R"('[' || substr(replace(hex(zeroblob(9000)), '00', ',{"set_note":{"cell":"disclosure.fees.amount","at":0,"cut":0,"put":""}}'), 2) || ']')",
            ErrorCode::TooCostly);
    }
    void aStrangersHistoryIsRefusedWithItsRow()
    {
        QFETCH(QString, undo);
        QFETCH(int, code);
        const Folder folder;
        Report report = filledReport(); // the longer, the more it costs to go through
        QVERIFY(report.apply(setText(QString(bounds::kText, u'字'))));
        makeFile(folder.file(), report);
        change(folder.file(), QStringLiteral("INSERT INTO history VALUES (7, 'x', 'y', 'z', %1)").arg(undo));
        QVERIFY(onDisk(folder.file()) == report);
        const History history = historyOf(folder.file());
        const auto rows = history.rows();
        const auto at = history.at(0);
        QVERIFY(!rows && !at);
        QCOMPARE(int(rows.error().code), code);
        QCOMPARE(int(at.error().code), code);
        QCOMPARE(rows.error().where, QFileInfo(folder.file()).canonicalFilePath());
        if (code == int(ErrorCode::Damaged))
            QCOMPARE(rows.error().detail, QStringLiteral("history 7"));
    }

    void picturesThatAreMissingAreNothing()
    {
        const Folder folder;
        auto session = created(folder.file());
        const Illustration picture{
            Place::subSection(kOverview, 0), 0, QStringLiteral("picture"), {}, {}, {}, png(1)};
        QVERIFY(session->edit(Change::of({}, SetIllustrations{{picture}})));
        QVERIFY(session->edit(Change::of({}, SetIllustrations{})));
        session.reset();
        change(folder.file(), QStringLiteral("DELETE FROM past"));
        const auto then = historyOf(folder.file()).at(1);
        QVERIFY(then);
        QCOMPARE(then->illustrations().size(), 1);
        QVERIFY(then->illustrations().first().picture.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
