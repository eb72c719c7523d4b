// SPDX-License-Identifier: MulanPSL-2.0
#include "cliprogram.h"
#include "exactwords.h"
#include "reviewsteps.h"
#include "testreports.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace nianbao;
using namespace nianbao::test;

namespace {

/// Where a report of two readers can stand, and what leads on from there.
struct Stand {
    const char *name;
    const char *state;
    std::function<void(Way &)> go;
};

const QByteArray kPassphrase = "correct horse battery";

} // namespace

class ReviewCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder{};
    int m_copies = 0;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static const QList<Stand> &stands()
    {
        static const QList<Stand> all{{"drafted", "drafting", [](Way &way) { way.explain(); }},
            {"with its first reader", "in_review", [](Way &way) { way.explain().move(ReviewAction::Send); }},
            {"with its last reader", "in_review", [](Way &way) { way.toLastReader(); }},
            {"returned", "returned",
                [](Way &way) { way.toLastReader().move(ReviewAction::Return, QStringLiteral("数字不符")); }},
            {"approved", "approved", [](Way &way) { way.toLastReader().signOnPaper(); }},
            {"submitted", "submitted", [](Way &way) { way.toLastReader().signOnPaper().submit(); }},
            {"published", "published",
                [](Way &way) { way.toLastReader().signOnPaper().submit().publish(); }}};
        return all;
    }
    /// A file of its own in a folder of its own.
    QString fileAt(int stand)
    {
        static QHash<int, QString> made;
        if (!made.contains(stand)) {
            const QString original = path(QStringLiteral("stand%1.nianbao").arg(stand));
            auto session = Session::create(original, everyPartReport());
            if (!session)
                qFatal("create: %s", qPrintable(session.error().detail));
            Way way(**session);
            stands()[stand].go(way);
            made.insert(stand, original);
        }
        const QString folder = path(QString::number(++m_copies));
        const QString file = folder + QStringLiteral("/年报.nianbao");
        if (!QDir().mkpath(folder) || !QFile::copy(made[stand], file))
            qFatal("cannot copy");
        return file;
    }
    /// The bytes of the file and what stands beside it.
    static QByteArray stateOf(const QString &file)
    {
        const QStringList names = QFileInfo(file).dir().entryList(
            QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
        return QCryptographicHash::hash(readFile(file), QCryptographicHash::Sha256).toHex() + ' '
            + names.join(u' ').toUtf8();
    }
    /// With all that it needs.
    static QStringList complete(ReviewAction action)
    {
        const QStringList by{QStringLiteral("--by"), QStringLiteral("陈立")};
        switch (action) {
        case ReviewAction::Return:
        case ReviewAction::Reopen:
        case ReviewAction::Correct:
            return by + QStringList{QStringLiteral("--reason"), QStringLiteral("因此")};
        case ReviewAction::Forward:
            return by + QStringList{QStringLiteral("--opinion"), QStringLiteral("同意")};
        case ReviewAction::Approve:
            return by
                + QStringList{QStringLiteral("--paper"), QStringLiteral("2022-01-20"),
                    QStringLiteral("--signed-by"), QStringLiteral("陈立")};
        case ReviewAction::Submit:
            return by + QStringList{QStringLiteral("--to"), QStringLiteral("区政务公开办")};
        case ReviewAction::Publish:
            return by
                + QStringList{QStringLiteral("--date"), QStringLiteral("2022-01-28"),
                    QStringLiteral("--address"), QStringLiteral("https://a.gov.cn/nb")};
        case ReviewAction::Send:
        case ReviewAction::Withdraw: break;
        }
        return by;
    }
    static Run review(const QString &file, const QString &action, const QStringList &more)
    {
        return run(QStringList{QStringLiteral("review"), file, action} + more);
    }
    static Review onDisk(const QString &file)
    {
        const auto session = Session::open(file, Session::Mode::Look);
        if (!session)
            qFatal("cannot open %s", qPrintable(file));
        return (*session)->report().review();
    }
    QString words(const Run &done) const
    {
        return QString::fromUtf8(done.err).trimmed().replace(
            QRegularExpression(QRegularExpression::escape(m_folder.path()) + QStringLiteral("(/[0-9]+)?")),
            QStringLiteral("%"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto put = [this](const char *name, const QByteArray &content) {
            QFile file(path(QLatin1String(name)));
            return file.open(QFile::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(put("passphrase", kPassphrase + '\n') && put("wrong", "another horse"));
        const Run key = run({QStringLiteral("key"), QStringLiteral("new"), path(QStringLiteral("key")),
            QStringLiteral("--name"), QStringLiteral("陈立"), QStringLiteral("--passphrase-file"),
            path(QStringLiteral("passphrase"))});
        QVERIFY2(key.exit == 0, key.err);
        const Run shown
            = run({QStringLiteral("key"), QStringLiteral("show"), path(QStringLiteral("key.pub"))});
        QCOMPARE(shown.out.left(64), key.out.left(64));
    }

    /// review.md §1, through the program: what is allowed moves, all else changes nothing.
    void everyActionInEveryState()
    {
        // what each action leads to, stand by stand; empty: refused
        const QList<QStringList> leads{// send withdraw forward return approve reopen submit publish correct
            {QStringLiteral("in_review"), {}, {}, {}, {}, {}, {}, {}, {}},
            {{}, QStringLiteral("drafting"), QStringLiteral("in_review"), QStringLiteral("returned"), {}, {},
                {}, {}, {}},
            {{}, {}, {}, QStringLiteral("returned"), QStringLiteral("approved"), {}, {}, {}, {}},
            {QStringLiteral("in_review"), {}, {}, {}, {}, {}, {}, {}, {}},
            {{}, {}, {}, {}, {}, QStringLiteral("drafting"), QStringLiteral("submitted"),
                QStringLiteral("published"), {}},
            {{}, {}, {}, {}, {}, {}, {}, QStringLiteral("published"), QStringLiteral("drafting")},
            {{}, {}, {}, {}, {}, {}, {}, {}, QStringLiteral("drafting")}};
        QString table;
        QTextStream out(&table);
        int moved = 0;
        for (int stand = 0; stand < stands().size(); ++stand) {
            for (int i = 0; i < reviewActions().size(); ++i) {
                const ReviewAction action = reviewActions()[i];
                const QString file = fileAt(stand);
                const QByteArray before = stateOf(file);
                QCOMPARE(toString(onDisk(file).state), QLatin1String(stands()[stand].state));
                const Run done = review(file, toString(action), complete(action));
                const QString &expected = leads[stand][i];
                const QString name
                    = QStringLiteral("%1, %2").arg(QLatin1String(stands()[stand].name), toString(action));
                out << QString(name).leftJustified(34)
                    << (done.exit == 0 ? QStringLiteral("-> ") + toString(onDisk(file).state)
                                       : QString::fromUtf8(done.err).trimmed())
                    << '\n';
                QVERIFY2(done.exit == (expected.isEmpty() ? 2 : 0), qPrintable(name));
                if (expected.isEmpty()) {
                    QVERIFY2(stateOf(file) == before, qPrintable(name));
                    QVERIFY(done.out.isEmpty());
                    QCOMPARE(done.err.trimmed().count('\n'), 0);
                    QVERIFY2(done.err.contains("“"), done.err); // names the action
                    continue;
                }
                ++moved;
                const Review review = onDisk(file);
                QCOMPARE(toString(review.state), expected);
                QVERIFY(review.events.last().action == action);
                QCOMPARE(review.events.last().who, QStringLiteral("陈立"));
                QCOMPARE(stateOf(file).mid(64), before.mid(64)); // nothing is left beside it
            }
        }
        QTextStream(stdout) << table;
        QCOMPARE(moved, 13);
    }

    void whatAMoveLacksIsSaid_data()
    {
        QTest::addColumn<int>("stand");
        QTest::addColumn<QStringList>("arguments");
        const auto row = [this](const char *name, int stand, const char *arguments) {
            QStringList words = QString::fromUtf8(arguments).split(u' ');
            words.replaceInStrings(QStringLiteral("%"), m_folder.path());
            words.replaceInStrings(QStringLiteral("~"), QStringLiteral(" "));
            words.replaceInStrings(QStringLiteral("^"), QString(QChar(0x200B))); // of no width
            for (const char *language : {"zh_CN", "en"}) {
                QTest::addRow("%s, %s", name, language)
                    << stand << words + QStringList{QStringLiteral("--language"), QLatin1String(language)};
            }
        };
        row("nobody acts", 0, "send");
        row("nobody acts by that name", 0, "send --by ~");
        row("no such action", 0, "burn --by 陈立");
        row("not now", 0, "approve --by 陈立 --paper 2022-01-20 --signed-by 陈立");
        row("somebody else's turn", 1, "approve --by 陈立 --paper 2022-01-20 --signed-by 陈立");
        row("no reason of a return", 1, "return --by 陈立");
        row("an opinion is no reason", 1, "return --by 陈立 --opinion 不行");
        row("no reason of reopening", 4, "reopen --by 陈立 --reason ~");
        row("no words of a correction", 5, "correct --by 陈立");
        row("neither key nor paper", 2, "approve --by 陈立");
        row("both key and paper", 2,
            "approve --by 陈立 --key %/key --passphrase-file %/passphrase --paper 2022-01-20 --signed-by "
            "陈立");
        row("nobody signed", 2, "approve --by 陈立 --paper 2022-01-20");
        row("no day of the signature", 2, "approve --by 陈立 --paper 一月 --signed-by 陈立");
        row("no passphrase", 2, "approve --by 陈立 --key %/key");
        row("no such passphrase", 2, "approve --by 陈立 --key %/key --passphrase-file %/no");
        row("a wrong passphrase", 2, "approve --by 陈立 --key %/key --passphrase-file %/wrong");
        row("no such key", 2, "approve --by 陈立 --key %/no --passphrase-file %/passphrase");
        row("a public key", 2, "approve --by 陈立 --key %/key.pub --passphrase-file %/passphrase");
        row("a reason that cannot be seen", 1, "return --by 陈立 --reason ^");
        row("nobody that can be seen", 1, "return --by ^ --reason 不行");
        row("signed by nobody that can be seen", 2, "approve --by 陈立 --paper 2022-01-20 --signed-by ^");
        row("to nobody that can be seen", 4, "submit --by 陈立 --to ^");
        row("a day beyond all", 2, "approve --by 陈立 --paper 2999-01-20 --signed-by 陈立");
        row("to nobody", 4, "submit --by 陈立");
        row("again to the district", 5, "submit --by 陈立 --to 区政务公开办");
        row("no address", 4, "publish --by 陈立 --date 2022-01-28");
        row("no day of publication", 4, "publish --by 陈立 --address https://a.gov.cn");
    }
    void whatAMoveLacksIsSaid()
    {
        QFETCH(int, stand);
        QFETCH(QStringList, arguments);
        const QString file = fileAt(stand);
        const QByteArray before = stateOf(file);
        const Run done = review(file, arguments.first(), arguments.mid(1));
        QCOMPARE(done.exit, 2);
        QVERIFY(done.out.isEmpty());
        QVERIFY(stateOf(file) == before);
        // the time is that of the making
        QString said = words(done);
        said.replace(
            QRegularExpression(QStringLiteral("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")), QStringLiteral("TIME"));
        QVERIFY(isSaidExactly(QStringLiteral("review"), said));
    }

    void whatIsNotReadyIsNotSent()
    {
        const QString file = path(QStringLiteral("unready.nianbao"));
        Report report = everyPartReport();
        QVERIFY(report.apply(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)})));
        QVERIFY(Session::create(file, report));
        const QByteArray before = stateOf(file);
        const Run done = review(file, QStringLiteral("send"), complete(ReviewAction::Send));
        QCOMPARE(done.exit, 2);
        QVERIFY2(done.err.contains("送审") && done.err.contains("2 处错误"), done.err);
        QVERIFY(stateOf(file) == before);
    }

    void aKeySeals()
    {
        const QString file = fileAt(2);
        const Run done = review(file, QStringLiteral("approve"),
            {QStringLiteral("--by"), QStringLiteral("陈立"), QStringLiteral("--key"),
                path(QStringLiteral("key")), QStringLiteral("--passphrase-file"),
                path(QStringLiteral("passphrase")), QStringLiteral("--opinion"), QStringLiteral("同意")});
        QVERIFY2(done.exit == 0, done.err);
        QCOMPARE(QString::fromUtf8(done.out).trimmed(), QStringLiteral("已审定"));
        const Run verified = run({QStringLiteral("verify"), file, QStringLiteral("--json"),
            QStringLiteral("--key"), path(QStringLiteral("key.pub"))});
        QCOMPARE(verified.exit, 0);
        QCOMPARE(verified.object()[u"verdict"].toString(), QStringLiteral("holds"));
        QCOMPARE(verified.object()[u"by"].toString(), QStringLiteral("陈立"));
        QVERIFY(!readFile(file).contains(kPassphrase));
        QCOMPARE(onDisk(file).events.last().words, QStringLiteral("同意"));
    }

    /// From the first draft to the second revision.
    void aReportGoesItsWay()
    {
        const QString file = fileAt(0);
        const auto step = [&](ReviewAction action, const char *said) {
            const Run done = review(file, toString(action), complete(action));
            QVERIFY2(done.exit == 0, done.err);
            QCOMPARE(QString::fromUtf8(done.out).trimmed(), QString::fromUtf8(said));
        };
        const auto edit = [&] {
            return run({QStringLiteral("set"), file, QStringLiteral("disclosure.licences.decisions=1")}).exit;
        };
        QCOMPARE(edit(), 0);
        step(ReviewAction::Send, "审阅中 · 核稿");
        QCOMPARE(edit(), 2);
        step(ReviewAction::Forward, "审阅中 · 签发");
        step(ReviewAction::Return, "已退回");
        QCOMPARE(edit(), 0);
        step(ReviewAction::Send, "审阅中 · 核稿");
        step(ReviewAction::Withdraw, "起草中");
        step(ReviewAction::Send, "审阅中 · 核稿");
        step(ReviewAction::Forward, "审阅中 · 签发");
        step(ReviewAction::Approve, "已审定");
        QCOMPARE(edit(), 2);
        step(ReviewAction::Reopen, "起草中");
        step(ReviewAction::Send, "审阅中 · 核稿");
        step(ReviewAction::Forward, "审阅中 · 签发");
        step(ReviewAction::Approve, "已审定");
        step(ReviewAction::Submit, "已报送");
        step(ReviewAction::Publish, "已公开");
        step(ReviewAction::Correct, "起草中");
        const Review review = onDisk(file);
        QCOMPARE(review.revision, 2);
        QCOMPARE(review.correction, QStringLiteral("因此"));
        QCOMPARE(review.events.size(), 15);
        QVERIFY(!review.paper && !review.seal && !review.published);
        QCOMPARE(review.handedOver.size(), 1);
        QCOMPARE(edit(), 0);
    }

    void comments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QStringList &arguments) {
            for (const char *language : {"zh_CN", "en"})
                QTest::addRow("%s, %s", name, language)
                    << arguments + QStringList{QStringLiteral("--language"), QLatin1String(language)};
        };
        const QStringList by{QStringLiteral("--by"), QStringLiteral("陈立")};
        const QString add = QStringLiteral("add");
        row("nothing to do", {QStringLiteral("remove")});
        row("too few words", QStringList{add, QStringLiteral("report")} + by);
        row("nobody says it", {add, QStringLiteral("report"), QStringLiteral("好")});
        row("no such place", QStringList{add, QStringLiteral("overview/9"), QStringLiteral("好")} + by);
        row("no place at all", QStringList{add, QStringLiteral("哪里"), QStringLiteral("好")} + by);
        row("beyond the text",
            QStringList{add, QStringLiteral("overview/2#8+90"), QStringLiteral("好")} + by);
        row("no range", QStringList{add, QStringLiteral("overview/2#x"), QStringLiteral("好")} + by);
        row("no words", QStringList{add, QStringLiteral("report"), QStringLiteral(" ")} + by);
        row("no such comment",
            QStringList{QStringLiteral("answer"), QStringLiteral("7"), QStringLiteral("好")} + by);
        row("no number", QStringList{QStringLiteral("resolve"), QStringLiteral("one")} + by);
    }
    void comments()
    {
        QFETCH(QStringList, arguments);
        const QString file = fileAt(0);
        const QByteArray before = stateOf(file);
        const Run done = run(QStringList{QStringLiteral("comment"), file} + arguments);
        QCOMPARE(done.exit, 2);
        QVERIFY(stateOf(file) == before);
        QVERIFY(isSaidExactly(QStringLiteral("review"), words(done)));
    }

    /// In every state, and never part of what was signed.
    void commentsAreAddedAnsweredAndResolved()
    {
        for (int stand = 0; stand < stands().size(); ++stand) {
            const QString file = fileAt(stand);
            const auto digest = [&file] {
                return run({QStringLiteral("info"), file, QStringLiteral("--json")})
                    .object()[u"digest"]
                    .toString();
            };
            const QString sealed = digest();
            const auto comment = [&](const QStringList &words) {
                const Run done = run(QStringList{QStringLiteral("comment"), file} + words
                    + QStringList{QStringLiteral("--json"), QStringLiteral("--by"), QStringLiteral("陈立")});
                if (done.exit != 0)
                    qFatal("%s", done.err.constData());
                return done;
            };
            const QJsonObject first
                = comment({QStringLiteral("add"), QStringLiteral("overview/2#3+3"), QStringLiteral("写清楚")})
                      .object();
            QCOMPARE(first[u"id"].toInt(), 1);
            QCOMPARE(first[u"place"].toString(), QStringLiteral("overview/2#3+3"));
            comment({QStringLiteral("add"), QStringLiteral("organisation/name"), QStringLiteral("全称")});
            comment({QStringLiteral("answer"), QStringLiteral("1"), QStringLiteral("已写")});
            const QJsonObject resolved = comment({QStringLiteral("resolve"), QStringLiteral("1")}).object();
            QVERIFY(resolved[u"resolved"].toBool());
            QCOMPARE(resolved[u"answers"].toArray().size(), 1);
            const QJsonArray all = comment({QStringLiteral("list")}).list();
            QCOMPARE(all.size(), 2);
            QCOMPARE(all[0][u"id"].toInt(), 2); // in the order of the document
            QCOMPARE(digest(), sealed);
            QVERIFY(run({QStringLiteral("comment"), file, QStringLiteral("list")}).out.contains("写清楚"));
        }
    }

    void findingsAreExplained_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("exit");
        QTest::newRow("no such finding") << QStringLiteral("X|y") << QStringLiteral("因此") << 2;
        QTest::newRow("an error") << QStringLiteral("error") << QStringLiteral("因此") << 2;
        QTest::newRow("without words") << QStringLiteral("explain") << QStringLiteral(" ") << 2;
        QTest::newRow("as it should be") << QStringLiteral("explain") << QStringLiteral("因此") << 0;
    }
    void findingsAreExplained()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(int, exit);
        const QString file = path(QStringLiteral("explained%1.nianbao").arg(++m_copies));
        Report report = everyPartReport(); // an error, and something to explain
        QVERIFY(report.apply({{},
            {SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7)},
                SetCell{CellId(QStringLiteral("disclosure.normative.issued")), std::nullopt},
                SetText{SectionId(QStringLiteral("problems")), 0, QStringLiteral("工作中还有不足。")}}}));
        QVERIFY(Session::create(file, report));
        const auto findings = [&file] {
            return run({QStringLiteral("check"), file, QStringLiteral("--json")})
                .object()[u"findings"]
                .toArray();
        };
        const QJsonArray all = findings();
        for (const QJsonValue &finding : all) {
            if (finding[u"level"].toString() == key)
                key = finding[u"key"].toString();
        }
        QVERIFY2(exit == 2 || key != u"explain", "nothing to explain");
        const QByteArray before = readFile(file);
        const Run done = run(
            {QStringLiteral("explain"), file, key, text, QStringLiteral("--by"), QStringLiteral("王芳")});
        QVERIFY2(done.exit == exit, done.err);
        QCOMPARE(readFile(file) == before, exit == 2);
        QCOMPARE(done.err.trimmed().isEmpty(), exit == 0);
        if (exit != 0)
            return;
        QVERIFY(findings() != all);
        const QString told
            = QString::fromUtf8(run({QStringLiteral("check"), file, QStringLiteral("--language=zh_CN")}).out);
        QCOMPARE(told.count(QStringLiteral("［已说明：因此］")), 1); // the others are open
    }
};

QTEST_GUILESS_MAIN(ReviewCommandTest)
#include "tst_reviewcommand.moc"
