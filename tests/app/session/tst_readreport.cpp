// SPDX-License-Identifier: MulanPSL-2.0
#include "database.h"
#include "readreport.h"
#include "reportjson.h"
#include "reviewsteps.h"
#include "session.h"
#include "testreports.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace nianbao;

class ReadReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBothKinds()
    {
        const auto fromJson = readReport(QStringLiteral(TEST_DATA_DIR "/reports/suqian-2023.json"));
        QVERIFY(fromJson);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.nianbao"));
        {
            const auto made = Session::create(path, fromJson->report);
            QVERIFY(made);
        }
        const auto fromFile = readReport(path);
        QVERIFY(fromFile);
        QVERIFY(fromFile->report == fromJson->report);
        QVERIFY(QFile::rename(path, path + QStringLiteral(".old"))); // known by its content too
        QVERIFY(readReport(path + QStringLiteral(".old")));
    }

    void whatIsNoSaneFileIsNeverWaitedFor_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"r.json", "r.nianbao", "r"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void whatIsNoSaneFileIsNeverWaitedFor()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        const QByteArray encoded = QFile::encodeName(path);
        const auto code = [&path] {
            const auto read = readReport(path);
            return read ? ErrorCode::BadArguments : read.error().code;
        };
        QCOMPARE(mkfifo(encoded.constData(), 0600), 0);
        QCOMPARE(int(code()), int(ErrorCode::NotAFile));
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path));
        QCOMPARE(int(code()), int(ErrorCode::NotAFile));
        QVERIFY(QFile::remove(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(3) << 30));
        QCOMPARE(int(code()), int(ErrorCode::TooLarge));
    }

    /// A report's own file is opened as it is; what is taken from it for another is clean and says what went.
    void anotherFileIsCleaned()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.nianbao"));
        const QString dirty = QStringLiteral("柳林镇\u2067");
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kShortName), dirty})));
        QVERIFY(Session::create(path, report));
        const auto own = Session::open(path, Session::Mode::Look);
        QVERIFY(own);
        QCOMPARE((*own)->report().fact(fact::kShortName), dirty);
        QVERIFY(std::any_of((*own)->findings().begin(), (*own)->findings().end(),
            [](const Finding &finding) { return finding.rule.toString() == u"GLYPH"; }));
        const auto taken = readReport(path);
        QVERIFY(taken);
        QCOMPARE(taken->report.fact(fact::kShortName), QStringLiteral("柳林镇"));
        QCOMPARE(taken->removed.size(), 1);
        QVERIFY(taken->removed.first().startsWith(QStringLiteral("organisation.short_name: U+2067")));
    }

    /// What comes as JSON is a draft, unless its seal says of just this content that somebody approved it.
    void onlyASealMakesItMoreThanADraft_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("state");
        QTemporaryDir folder;
        const PrivateKey key = test::newKey();
        const auto session
            = Session::create(folder.filePath(QStringLiteral("r.nianbao")), test::everyPartReport());
        QVERIFY(session);
        test::Way way(**session);
        way.edit(Change::of(
            {}, SetComment{3, Comment{Place::report(), QStringLiteral("好"), QStringLiteral("陈立")}}));
        way.toLastReader().seal(key).submit().publish();
        const QJsonObject sealed = QJsonDocument::fromJson(reportToJson((*session)->report())).object();
        const auto row = [&](const char *name, const char *state, auto &&spoil) {
            QJsonObject root = sealed;
            QJsonObject review = root[u"review"].toObject();
            spoil(root, review);
            if (!review.isEmpty())
                root.insert(QStringLiteral("review"), review);
            QTest::newRow(name) << QJsonDocument(root).toJson() << QString::fromLatin1(state);
        };
        row("as it was sealed", "published", [](QJsonObject &, QJsonObject &) {});
        row("approved", "approved",
            [](QJsonObject &, QJsonObject &review) { review[u"state"] = QStringLiteral("approved"); });
        row("in review, with a seal that holds", "drafting",
            [](QJsonObject &, QJsonObject &review) { review[u"state"] = QStringLiteral("in_review"); });
        row("returned, with a seal that holds", "drafting",
            [](QJsonObject &, QJsonObject &review) { review[u"state"] = QStringLiteral("returned"); });
        row("another date", "drafting",
            [](QJsonObject &root, QJsonObject &) { root[u"date"] = QStringLiteral("2022-01-21"); });
        row("another revision", "drafting",
            [](QJsonObject &, QJsonObject &review) { review[u"revision"] = 2; });
        row("without its last year, of which it speaks", "drafting",
            [](QJsonObject &root, QJsonObject &) { root.remove(QStringLiteral("prior")); });
        row("without a seal", "drafting",
            [](QJsonObject &root, QJsonObject &) { root.remove(QStringLiteral("seal")); });
        row("with null for a seal", "drafting",
            [](QJsonObject &root, QJsonObject &) { root[u"seal"] = QJsonValue(); });
        row("a seal by another name", "drafting", [](QJsonObject &root, QJsonObject &) {
            QJsonObject seal = root[u"seal"].toObject();
            seal[u"by"] = QStringLiteral("赵敏");
            root[u"seal"] = seal;
        });
        row("on paper only", "drafting", [](QJsonObject &root, QJsonObject &review) {
            root.remove(QStringLiteral("seal"));
            review[u"paper"] = QJsonObject{{QStringLiteral("signed_by"), QStringLiteral("陈立")},
                {QStringLiteral("date"), QStringLiteral("2022-01-20")}};
        });
        Report other = test::filledReport();
        const auto foreign
            = makeSeal(other, key, QStringLiteral("陈立"), QStringLiteral("2022-01-20T00:00:00Z"));
        QVERIFY(foreign);
        row("the seal of another report", "drafting", [&](QJsonObject &root, QJsonObject &) {
            root[u"seal"] = QJsonObject{{QStringLiteral("digest"), foreign->digest},
                {QStringLiteral("by"), foreign->by}, {QStringLiteral("at"), foreign->at},
                {QStringLiteral("key"), QString::fromLatin1(foreign->key.toBase64())},
                {QStringLiteral("signature"), QString::fromLatin1(foreign->signature.toBase64())}};
        });
    }
    void onlyASealMakesItMoreThanADraft()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, state);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("r.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
        file.close();
        const auto read = readReport(file.fileName());
        QVERIFY(read);
        const Review &review = read->report.review();
        QCOMPARE(toString(review.state), state);
        QCOMPARE(read->report.comments().size(), 1); // said by people, not by the state
        if (state == u"drafting") {
            QVERIFY(!review.seal && !review.paper && review.events.isEmpty() && review.handedOver.isEmpty()
                && !review.published);
            QCOMPARE(review.step, 0);
            return;
        }
        QCOMPARE(review.events.size(), 2); // the opinions
        QCOMPARE(review.events.last().words, QStringLiteral("同意发布"));
        QVERIFY(review.seal && review.published);
        QCOMPARE(review.handedOver.first().files, QStringList{QStringLiteral("年报.pdf")});
        // and a file that is made of it says all of it again
        const QString made = folder.filePath(QStringLiteral("again.nianbao"));
        QVERIFY(Session::create(made, read->report));
        const auto again = Session::open(made, Session::Mode::Look);
        QVERIFY(again);
        QVERIFY((*again)->report() == read->report);
        QCOMPARE(toString((*again)->verification(std::nullopt).verdict), QStringLiteral("holds"));
    }

    void aHostileReviewIsRefusedAtItsPath_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &member, const char *path) {
            QTest::newRow(name) << member << QString::fromLatin1(path);
        };
        const QByteArray longLine(2'000, 'x'), longText(30'000, 'x');
        row("no state", R"("review": {"state": 7})", "review.state");
        row("a state that never is", R"("review": {"state": "lost"})", "review.state");
        row("a step beyond all", R"("review": {"step": 99})", "review.step");
        row("a revision beyond all", R"("review": {"revision": 2147483647})", "review.revision");
        row("a chain that is no list", R"("review": {"chain": "x"})", "review.chain");
        row("a role that is no text", R"("review": {"chain": [{"role": 7}]})", "review.chain[0].role");
        row("an opinion of no step", R"("review": {"opinions": [{}, {"step": -1}]})",
            "review.opinions[1].step");
        row("an opinion that is no text", R"("review": {"opinions": [{"opinion": []}]})",
            "review.opinions[0].opinion");
        row("a paper that is no object", R"("review": {"paper": "x"})", "review.paper");
        row("an endless opinion", R"("review": {"opinions": [{"opinion": ")" + longText + R"("}]})",
            "review");
        row("a seal that is no object", R"("seal": [])", "seal");
        row("a key that is no text", R"("seal": {"key": 7})", "seal.key");
        row("a signature that is not in base64", R"("seal": {"key": "", "signature": "?"})",
            "seal.signature");
        row("an endless name in a seal",
            R"("seal": {"by": ")" + longLine + R"(", "key": "", "signature": ""})", "review");
        row("files that are no list", R"("handed_over": [{"files": 7}])", "handed_over[0].files");
        row("two comments with one number",
            R"("comments": [{"id": 3, "place": "report", "text": "x"}, {"id": 3, "place": "report"}])",
            "comments[1].id");
        row("a comment that says nothing", R"("comments": [{"place": "report", "text": " "}])",
            "comments[0].text");
        row("no list of hand-overs", R"("handed_over": {})", "handed_over");
        row("a publication that is no object", R"("published": "x")", "published");
        row("comments that are no list", R"("comments": "x")", "comments");
        row("a comment without a place", R"("comments": [{"text": "x"}])", "comments[0].place");
        row("a comment nowhere", R"("comments": [{"place": "overview/9"}])", "comments[0].place");
        row("a comment's number", R"("comments": [{"id": 0, "place": "report"}])", "comments[0].id");
        row("a comment that is no object", R"("comments": ["x"])", "comments[0]");
        row("an answer that is no text", R"("comments": [{"place": "report", "answers": [{"text": {}}]}])",
            "comments[0].answers[0].text");
        row("an endless comment", R"("comments": [{"place": "report", "text": ")" + longText + R"("}])",
            "comments[0]");
    }
    void aHostileReviewIsRefusedAtItsPath()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, path);
        const auto read = reportFromJson(R"({"format": "nianbao-report", "version": 1, "year": 2021,
            "organisation": {"name": "柳林镇人民政府"}, )"
            + member + '}');
        QVERIFY(!read);
        QCOMPARE(read.error().where, path);
    }

    /// Nobody has looked whether what it says is what was signed.
    void aReportFileIsADraftUnlessItsSealHolds_data()
    {
        QTest::addColumn<bool>("isSealed");
        QTest::addColumn<bool>("isChanged");
        QTest::addColumn<bool>("isApproved");
        QTest::newRow("sealed") << true << false << true;
        QTest::newRow("sealed and changed") << true << true << false;
        QTest::newRow("signed on paper") << false << false << false;
    }
    void aReportFileIsADraftUnlessItsSealHolds()
    {
        QFETCH(bool, isSealed);
        QFETCH(bool, isChanged);
        QFETCH(bool, isApproved);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.nianbao"));
        {
            auto session = Session::create(path, test::filledReport());
            QVERIFY(session);
            test::Way way(**session);
            way.toLastReader();
            isSealed ? way.seal(test::newKey()) : way.signOnPaper();
        }
        if (isChanged) {
            const auto database = Database::open(path, Database::Access::Write, path);
            QVERIFY(database
                && (*database)->run(QStringLiteral(
                    "UPDATE cell SET value = '9' WHERE key = 'disclosure.licences.decisions'")));
        }
        const auto read = readReport(path);
        QVERIFY(read);
        QCOMPARE(read->report.review().state == ReviewState::Approved, isApproved);
        QCOMPARE(read->report.review().seal.has_value(), isApproved);
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(int(readReport(QStringLiteral("nowhere.json")).error().code), int(ErrorCode::FileNotFound));
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bad.nianbao")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QCOMPARE(int(readReport(file.fileName()).error().code), int(ErrorCode::NotADatabase));
    }
};

QTEST_GUILESS_MAIN(ReadReportTest)
#include "tst_readreport.moc"
