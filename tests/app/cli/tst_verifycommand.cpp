// SPDX-License-Identifier: MulanPSL-2.0
// A sealed report under the hands of somebody who has another program for such files.
#include "cliprogram.h"
#include "digest.h"
#include "reportjson.h"
#include "reviewsteps.h"
#include "settings.h"
#include "signature.h"
#include "testreports.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace nianbao;
using namespace nianbao::test;

namespace {

using Values = QVariantList;

/// Another program's connection.
QVariant sql(const QString &path, const QString &statement, const Values &values = {})
{
    QVariant first;
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("stranger"));
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        const bool isChange = !query.isSelect();
        if (isChange && query.numRowsAffected() != 1)
            qFatal("%s: %d rows", qPrintable(statement), query.numRowsAffected());
        if (!isChange && query.next())
            first = query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("stranger"));
    return first;
}

QStringList placesOf(const QJsonObject &said)
{
    QStringList places;
    for (const QJsonValue &place : said[u"changed"].toArray())
        places.append(place.toString());
    return places;
}

QString word(const QJsonObject &said, const char *key) { return said[QLatin1String(key)].toString(); }

} // namespace

class VerifyCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder{};
    std::optional<PrivateKey> m_key{};
    int m_copies = 0;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString copyOf(const QString &name)
    {
        const QString copy = path(QStringLiteral("copy%1.nianbao").arg(++m_copies));
        if (!QFile::copy(path(name), copy))
            qFatal("cannot copy %s", qPrintable(name));
        return copy;
    }
    QString made(const QString &name, const Report &report, const std::function<void(Way &)> &go) const
    {
        auto session = Session::create(path(name), report, true);
        if (!session)
            qFatal("create: %s", qPrintable(session.error().detail));
        Way way(**session);
        way.toLastReader();
        go(way);
        return path(name);
    }
    static Run verified(const QString &file, const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("verify"), file, QStringLiteral("--json")} + more);
    }
    static QString wordsOf(const QString &file, const QString &language)
    {
        return word(verified(file, {QStringLiteral("--language"), language}).object(), "words");
    }
    /// A copy of the hand-over copy of that report, which is made before anybody changes anything.
    QString handedOver(const QString &name)
    {
        const QString handed = QStringLiteral("handed-") + name;
        if (!QFile::exists(path(handed))) {
            const Run done = run({QStringLiteral("copy"), path(name), path(handed)});
            if (done.exit != 0)
                qFatal("%s", done.err.constData());
        }
        return copyOf(handed);
    }

    struct Changed {
        const char *name;
        const char *statement;
        QStringList places;
    };
    /// Texts whose live figures, and charts that draw a figure, say something else too: they are named with
    /// it, for so they would be printed. So are the totals of a cell.
    static QList<Changed> changes()
    {
        return {
            {"a cell", "UPDATE cell SET value = '3' WHERE key = 'disclosure.normative.issued'",
                {QStringLiteral("disclosure.normative.issued")}},
            {"a cell that others follow from",
                "UPDATE cell SET value = '3' WHERE key = 'requests.received.business'",
                {QStringLiteral("introduction"), QStringLiteral("requests.received.business"),
                    QStringLiteral("requests.received.total"), QStringLiteral("illustrations/3")}},
            {"a cell that becomes blank", "DELETE FROM cell WHERE key = 'disclosure.normative.issued'",
                {QStringLiteral("disclosure.normative.issued")}},
            {"a total that was declared and taken",
                "UPDATE cell SET declared = '7' WHERE key = 'disputes.direct.total'",
                {QStringLiteral("disputes.direct.total")}},
            {"a total that was declared and not taken",
                "UPDATE cell SET declared = '7' WHERE key = 'disputes.reconsideration.total'",
                {QStringLiteral("disputes.reconsideration.total")}},
            {"a note", "UPDATE cell SET note = '未上缴' WHERE key = 'disclosure.fees.amount'",
                {QStringLiteral("disclosure.fees.amount/note")}},
            {"a text", "UPDATE subsection SET body = body || '。' WHERE section = 'problems'",
                {QStringLiteral("problems/1")}},
            {"a heading",
                "UPDATE subsection SET heading = '渠道' WHERE section = 'overview' AND position = 1",
                {QStringLiteral("overview/2/heading")}},
            {"a sub-section that is gone",
                "DELETE FROM subsection WHERE section = 'overview' AND position = 1",
                {QStringLiteral("overview/2")}},
            {"the name of the office",
                "UPDATE fact SET value = '清河县柳村镇人民政府' WHERE key = 'organisation.name'",
                {QStringLiteral("organisation/name")}},
            {"the date", "UPDATE fact SET value = '2022-01-21' WHERE key = 'date'", {QStringLiteral("date")}},
            {"the introduction", "UPDATE fact SET value = value || '完' WHERE key = 'introduction'",
                {QStringLiteral("introduction")}},
            {"a table's note", "UPDATE fact SET value = '不含网上申请' WHERE key = 'table_notes.requests'",
                {QStringLiteral("table_notes/requests")}},
            {"a channel", "UPDATE channel SET name = '公示栏' WHERE position = 1",
                {QStringLiteral("channels/2"), QStringLiteral("illustrations/2")}},
            {"a category", "UPDATE category SET name = '机构' WHERE channel = 0 AND position = 0",
                {QStringLiteral("channels/1/1")}},
            {"a caption", "UPDATE figure SET caption = '窗口' WHERE position = 0",
                {QStringLiteral("illustrations/1/caption")}},
            {"where an illustration stands", "UPDATE figure SET after_paragraph = 1 WHERE position = 0",
                {QStringLiteral("illustrations/1")}},
            {"last year's figure, of which a text and a chart speak",
                "UPDATE prior SET report_json = replace(report_json, '\"total\": 1', '\"total\": 4')",
                {QStringLiteral("introduction"), QStringLiteral("illustrations/3")}},
            {"the revision", "UPDATE review SET revision = 2", {QStringLiteral("report")}},
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_key.emplace(newKey());
        made(QStringLiteral("sealed.nianbao"), everyPartReport(),
            [&](Way &way) { way.seal(*m_key).submit(); });
        made(QStringLiteral("paper.nianbao"), everyPartReport(), [](Way &way) { way.signOnPaper(); });
        const auto put = [this](const char *name, const QByteArray &content) {
            QFile file(path(QLatin1String(name)));
            return file.open(QFile::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(put("key.pub", m_key->publicKey().toPem(Way::kApprover)));
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    /// Notes, declared totals, charts and last year's figures in it.
    void whatWasSealedHolds_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("the file") << path(QStringLiteral("sealed.nianbao"));
        QTest::newRow("its hand-over copy") << handedOver(QStringLiteral("sealed.nianbao"));
        const QString json = path(QStringLiteral("sealed.json"));
        QCOMPARE(run({QStringLiteral("export"), path(QStringLiteral("sealed.nianbao")), json}).exit, 0);
        QTest::newRow("its JSON") << json;
        const QString again = path(QStringLiteral("again.nianbao"));
        QCOMPARE(run({QStringLiteral("new"), again, QStringLiteral("--from"), json}).exit, 0);
        QTest::newRow("a file that was made from its JSON") << again;
    }
    void whatWasSealedHolds()
    {
        QFETCH(QString, file);
        const Run done = verified(file);
        const QJsonObject said = done.object();
        QVERIFY2(done.exit == 0, done.out + done.err);
        QCOMPARE(word(said, "verdict"), QStringLiteral("holds"));
        QVERIFY(said[u"reason"].isNull() && placesOf(said).isEmpty());
        QCOMPARE(word(said, "by"), Way::kApprover);
        QCOMPARE(word(said, "state"), QStringLiteral("submitted"));
        QCOMPARE(word(said, "key"), m_key->publicKey().fingerprint());
        QCOMPARE(word(said, "digest"), contentDigest(everyPartReport()));
        QVERIFY(word(said, "words").contains(QStringLiteral("不清楚"))); // whose key it is
        const Run known = verified(file, {QStringLiteral("--key"), path(QStringLiteral("key.pub"))});
        QCOMPARE(known.exit, 0);
        QVERIFY(!word(known.object(), "words").contains(QStringLiteral("不清楚")));
    }

    void aPdfIsThatOfTheReportOrNot_data()
    {
        QTest::addColumn<QString>("of");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("pdf");
        QTest::addColumn<int>("exit");
        const QString sealed = QStringLiteral("sealed.nianbao");
        const QStringList none;
        QTest::newRow("of this one") << sealed << none << QStringLiteral("equal") << 0;
        QTest::newRow("with all options")
            << sealed
            << QStringList{QStringLiteral("--fill"), QStringLiteral("--cover"), QStringLiteral("--seal"),
                   QStringLiteral("--pdfa"), QStringLiteral("--author"), QStringLiteral("赵敏")}
            << QStringLiteral("equal") << 0;
        QTest::newRow("its sign-off sheet")
            << sealed << QStringList{QStringLiteral("--paper"), QStringLiteral("signoff")}
            << QStringLiteral("equal") << 0;
        QTest::newRow("of another one")
            << QStringLiteral("other.nianbao") << none << QStringLiteral("different") << 1;
    }
    void aPdfIsThatOfTheReportOrNot()
    {
        QFETCH(QString, of);
        QFETCH(QStringList, options);
        QFETCH(QString, pdf);
        QFETCH(int, exit);
        made(QStringLiteral("other.nianbao"), filledReport(), [](Way &way) { way.signOnPaper(); });
        const QString file = path(QStringLiteral("x.pdf"));
        QCOMPARE(run(QStringList{QStringLiteral("export"), path(of), file} + options).exit, 0);
        const Run done = verified(path(QStringLiteral("sealed.nianbao")), {QStringLiteral("--pdf"), file});
        QCOMPARE(word(done.object(), "verdict"), QStringLiteral("holds"));
        QCOMPARE(word(done.object(), "pdf"), pdf);
        QCOMPARE(done.exit, exit);
        QCOMPARE(done.object()[u"page"].isNull(), exit == 0);
        QVERIFY(verified(path(QStringLiteral("sealed.nianbao"))).object()[u"pdf"].isNull());
    }

    void aChangeIsNamed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QStringList>("places");
        for (const Changed &change : changes())
            QTest::newRow(change.name) << QString::fromUtf8(change.statement) << change.places;
    }
    /// In the file, in its hand-over copy, and where a signature on paper is all there is.
    void aChangeIsNamed()
    {
        QFETCH(QString, statement);
        QFETCH(QStringList, places);
        const QString paper = copyOf(QStringLiteral("paper.nianbao"));
        for (const QString &file :
            {copyOf(QStringLiteral("sealed.nianbao")), handedOver(QStringLiteral("sealed.nianbao")), paper}) {
            const bool isPaper = file == paper;
            sql(file, statement);
            const Run done = verified(file);
            const QJsonObject said = done.object();
            QCOMPARE(done.exit, 1);
            QCOMPARE(word(said, "verdict"), isPaper ? QStringLiteral("paper") : QStringLiteral("broken"));
            QCOMPARE(word(said, "reason"), QStringLiteral("content"));
            QCOMPARE(placesOf(said), places);
            const QByteArray lines = run({QStringLiteral("verify"), file}).out;
            for (const QString &place : places)
                QVERIFY2(lines.contains(place.toUtf8()), lines);
            QVERIFY2(lines.contains("被改动") || lines.contains("改动过"), lines);
        }
    }

    void anotherPictureIsNamed()
    {
        const QString file = copyOf(QStringLiteral("sealed.nianbao"));
        const QByteArray other = smallPicture() + 'x';
        const QString key
            = QString::fromLatin1(QCryptographicHash::hash(other, QCryptographicHash::Sha256).toHex());
        sql(file, QStringLiteral("INSERT INTO picture VALUES (?, ?)"), {key, other});
        sql(file, QStringLiteral("UPDATE figure SET picture = ? WHERE position = 0"), {key});
        const Run done = verified(file);
        QCOMPARE(done.exit, 1);
        QCOMPARE(placesOf(done.object()), QStringList{QStringLiteral("illustrations/1/picture")});
    }

    /// Under the name that the seal knows it by.
    void aPictureWithOtherBytesIsNamed()
    {
        for (const QString &file :
            {copyOf(QStringLiteral("sealed.nianbao")), handedOver(QStringLiteral("sealed.nianbao"))}) {
            sql(file, QStringLiteral("UPDATE picture SET bytes = ?"), {smallPicture() + 'x'});
            const QJsonObject said = verified(file).object();
            QCOMPARE(word(said, "verdict"), QStringLiteral("broken"));
            QCOMPARE(word(said, "reason"), QStringLiteral("content"));
            QCOMPARE(placesOf(said), QStringList{QStringLiteral("illustrations/1/picture")});
        }
    }

    /// Somebody changes a figure and seals that with his own key, but leaves the picture as it was.
    void anotherSealOverOtherWords()
    {
        Report report = everyPartReport();
        const CellId cell(QStringLiteral("disclosure.normative.issued"));
        QVERIFY(report.apply(Change::of({}, SetCell{cell, Amount::fromInteger(9)})));
        const PrivateKey stranger = newKey();
        const QString theirs = made(
            QStringLiteral("stranger2.nianbao"), report, [&](Way &way) { way.seal(stranger).submit(); });
        const QString file = copyOf(QStringLiteral("sealed.nianbao"));
        sql(file, QStringLiteral("UPDATE cell SET value = '9' WHERE key = ?"), {cell.toString()});
        for (const char *column : {"digest", "at", "signer", "public_key", "signature"})
            sql(file, QStringLiteral("UPDATE seal SET %1 = ?").arg(QLatin1String(column)),
                {sql(theirs, QStringLiteral("SELECT %1 FROM seal").arg(QLatin1String(column)))});
        const Run alone = verified(file);
        QCOMPARE(alone.exit, 1);
        QCOMPARE(word(alone.object(), "verdict"), QStringLiteral("broken"));
        QCOMPARE(word(alone.object(), "reason"), QStringLiteral("content"));
        QCOMPARE(placesOf(alone.object()), QStringList{cell.toString()});
        const Run known = verified(file, {QStringLiteral("--key"), path(QStringLiteral("key.pub"))});
        QCOMPARE(known.exit, 1);
        QCOMPARE(word(known.object(), "verdict"), QStringLiteral("other_key"));
        QCOMPARE(placesOf(known.object()), QStringList{cell.toString()});
    }

    /// 更正说明 is printed, though the digest has no room for it.
    void anotherCorrectionIsNamed()
    {
        const QString file = made(QStringLiteral("corrected.nianbao"), everyPartReport(), [this](Way &way) {
            way.signOnPaper().submit().move(ReviewAction::Correct, QStringLiteral("新收应为 4 件"));
            way.toLastReader().seal(*m_key);
        });
        QCOMPARE(verified(file).exit, 0);
        sql(file, QStringLiteral("UPDATE review SET correction = '没有什么要更正'"));
        const Run done = verified(file);
        QCOMPARE(done.exit, 1);
        QCOMPARE(word(done.object(), "reason"), QStringLiteral("content"));
        QCOMPARE(placesOf(done.object()), QStringList{QStringLiteral("report")});
    }

    void ofAPaperWhatIsNotKeptIsNotAccused()
    {
        const QString json = path(QStringLiteral("paper.json"));
        QCOMPARE(run({QStringLiteral("export"), path(QStringLiteral("paper.nianbao")), json}).exit, 0);
        const Run done = verified(json);
        QCOMPARE(done.exit, 1);
        QCOMPARE(word(done.object(), "verdict"), QStringLiteral("paper"));
        QCOMPARE(word(done.object(), "reason"), QStringLiteral("digest"));
        QVERIFY(word(done.object(), "words").contains(QStringLiteral("无从判断")));
        const QString file = copyOf(QStringLiteral("paper.nianbao"));
        sql(file, QStringLiteral("UPDATE paper_approval SET signed_by = '别人'"));
        QCOMPARE(word(verified(file).object(), "reason"), QStringLiteral("name"));
        QCOMPARE(verified(file).exit, 1);
    }

    /// By no move of the review.
    void aStateWithoutItsApprovalIsDamage_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("approved without a seal") << QStringLiteral("DELETE FROM seal");
        QTest::newRow("drafting with one") << QStringLiteral("UPDATE review SET state = 'drafting'");
    }
    void aStateWithoutItsApprovalIsDamage()
    {
        QFETCH(QString, statement);
        const QString file = copyOf(QStringLiteral("sealed.nianbao"));
        sql(file, statement);
        const Run done = run({QStringLiteral("review"), file, QStringLiteral("correct"),
            QStringLiteral("--by"), QStringLiteral("x"), QStringLiteral("--reason"), QStringLiteral("x")});
        QCOMPARE(done.exit, 2);
        QVERIFY2(done.err.contains("损坏"), done.err);
        QVERIFY2(done.err.contains("[review]"), done.err); // for whoever mends it
    }

    void whatIsExchangedAloneIsSaid_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("reason");
        const auto row
            = [](const char *name, const char *statement, const QByteArray &value, const char *reason) {
                  QTest::newRow(name) << QString::fromUtf8(statement) << value << QString::fromLatin1(reason);
              };
        const QByteArray foreign = *m_key->sign("another message");
        row("the signature", "UPDATE seal SET signature = ?", foreign, "signature");
        row("the signature by nothing", "UPDATE seal SET signature = ?", QByteArray("x"), "signature");
        row("the public key", "UPDATE seal SET public_key = ?", newKey().publicKey().bytes(), "key");
        row("the public key by nothing", "UPDATE seal SET public_key = ?", QByteArray("x"), "key");
        row("the digest", "UPDATE seal SET digest = CAST(? AS TEXT)", QByteArray(64, 'a'), "digest");
        row("the time", "UPDATE seal SET at = CAST(? AS TEXT)", "2022-01-01T00:00:00Z", "time");
        row("the name", "UPDATE seal SET signer = CAST(? AS TEXT)", "赵敏", "name");
        row("the sealed picture by another",
            "UPDATE snapshot SET report_json = replace(report_json, CAST(? AS TEXT), '甲') WHERE label = "
            "'approve'",
            "公开渠道", "picture");
        row("the sealed picture by nothing that can be read",
            "UPDATE snapshot SET report_json = CAST(? AS TEXT) WHERE label = 'approve'", "x", "picture");
    }
    void whatIsExchangedAloneIsSaid()
    {
        QFETCH(QString, statement);
        QFETCH(QByteArray, value);
        QFETCH(QString, reason);
        static QMap<QString, QString> sentences; // of each reason
        for (const QString &file :
            {copyOf(QStringLiteral("sealed.nianbao")), handedOver(QStringLiteral("sealed.nianbao"))}) {
            sql(file, statement, {value});
            for (const QStringList &more :
                {QStringList(), {QStringLiteral("--key"), path(QStringLiteral("key.pub"))}}) {
                const Run done = verified(file, more);
                QCOMPARE(done.exit, 1);
                QCOMPARE(word(done.object(), "verdict"), QStringLiteral("broken"));
                QCOMPARE(word(done.object(), "reason"), reason);
                const QString words = word(done.object(), "words");
                QCOMPARE(sentences.value(reason, words), words);
                for (const auto &[other, said] : std::as_const(sentences).asKeyValueRange())
                    QVERIFY2(other == reason || said != words, qPrintable(words));
                sentences.insert(reason, words);
            }
        }
    }

    /// The picture goes along with the content: no place can be told, and no picture vouches for it.
    void contentAndPictureTogetherAreContent()
    {
        const QString file = copyOf(QStringLiteral("sealed.nianbao"));
        sql(file, QStringLiteral("UPDATE fact SET value = '2022-01-21' WHERE key = 'date'"));
        sql(file,
            QStringLiteral(
                "UPDATE snapshot SET report_json = replace(report_json, '2022-01-20', '2022-01-21') "
                "WHERE label = 'approve'"));
        const Run done = verified(file);
        QCOMPARE(done.exit, 1);
        QCOMPARE(word(done.object(), "reason"), QStringLiteral("content"));
        QVERIFY(placesOf(done.object()).isEmpty());
    }

    void withoutItsPictureItHoldsAndThatIsSaid()
    {
        const QString file = copyOf(QStringLiteral("sealed.nianbao"));
        const QString whole = wordsOf(file, QStringLiteral("en"));
        sql(file, QStringLiteral("DELETE FROM snapshot WHERE label = 'approve'"));
        QCOMPARE(verified(file).exit, 0);
        QCOMPARE(wordsOf(file, QStringLiteral("en")),
            whole + QStringLiteral(" A picture of what was sealed is not kept here."));
    }

    /// Everything anew, with another key.
    void aStrangersSealIsHisOwn()
    {
        Report report = everyPartReport();
        QVERIFY(report.apply(Change::of(
            {}, SetCell{CellId(QStringLiteral("disclosure.normative.issued")), Amount::fromInteger(9)})));
        const PrivateKey stranger = newKey();
        const QString file
            = made(QStringLiteral("stranger.nianbao"), report, [&](Way &way) { way.seal(stranger); });
        const Run alone = verified(file);
        QCOMPARE(alone.exit, 0);
        QCOMPARE(word(alone.object(), "verdict"), QStringLiteral("holds"));
        QVERIFY(word(alone.object(), "words").contains(QStringLiteral("不清楚")));
        const Run given = verified(file, {QStringLiteral("--key"), path(QStringLiteral("key.pub"))});
        QCOMPARE(given.exit, 1);
        QCOMPARE(word(given.object(), "verdict"), QStringLiteral("other_key"));

        const QString body = report.fact(fact::kName);
        settings::rememberKey(body, m_key->publicKey(), settings::KeyTrust::FirstMet);
        const Run remembered = verified(file);
        QCOMPARE(remembered.exit, 1);
        QCOMPARE(word(remembered.object(), "verdict"), QStringLiteral("other_key"));
        QVERIFY(word(verified(path(QStringLiteral("sealed.nianbao"))).object(), "words")
                    .contains(QStringLiteral("还没有人")));
        settings::rememberKey(body, m_key->publicKey(), settings::KeyTrust::Compared);
        QVERIFY(word(verified(path(QStringLiteral("sealed.nianbao"))).object(), "words")
                    .contains(QStringLiteral("一致")));
        settings::rememberKey(
            body, stranger.publicKey(), settings::KeyTrust::Compared); // as somebody decided
        QCOMPARE(verified(file).exit, 0);
        QCOMPARE(verified(path(QStringLiteral("sealed.nianbao"))).exit, 1);
        QFile::remove(
            QString::fromLocal8Bit(qgetenv("XDG_CONFIG_HOME")) + QStringLiteral("/nianbao/nianbao.ini"));
        QCOMPARE(verified(path(QStringLiteral("sealed.nianbao"))).exit, 0);
    }

    void whatIsNotApprovedIsSaid()
    {
        const QString file = path(QStringLiteral("draft.nianbao"));
        QVERIFY(Session::create(file, everyPartReport(), true));
        const Run done = verified(file);
        QCOMPARE(done.exit, 1);
        QCOMPARE(word(done.object(), "verdict"), QStringLiteral("none"));
        QVERIFY(done.object()[u"key"].isNull() && done.object()[u"digest"].isNull());
        QCOMPARE(verified(path(QStringLiteral("nowhere.nianbao"))).exit, 2);
        const Run noKey = verified(file, {QStringLiteral("--key"), file});
        QCOMPARE(noKey.exit, 2);
        QCOMPARE(noKey.err.trimmed().count('\n'), 0);
    }

    /// Must hold what the district needs, and nothing that was said on the way.
    void aHandOverCopyKeepsWhatItMust()
    {
        const QString talk = QStringLiteral("这句话只说给本单位听");
        const QString removed = QStringLiteral("删掉的电话13812345678");
        const SectionId overview(QStringLiteral("overview"));
        const QString file = path(QStringLiteral("talked.nianbao"));
        {
            auto session = Session::create(file, everyPartReport(), true);
            QVERIFY(session);
            Way way(**session);
            const QString text = (*session)->report().subSections(overview)[0].text;
            way.edit(Change::of({}, SetText{overview, 0, text + removed}))
                .edit(Change::of({}, SetText{overview, 0, text}));
            way.edit(Change::of({},
                SetComment{1,
                    Comment{
                        Place::report(), talk, QStringLiteral("陈立"), {}, false, false, {{talk, {}, {}}}}}));
            way.explain().move(ReviewAction::Send).move(ReviewAction::Return, talk);
            way.toLastReader().move(ReviewAction::Return, talk).explain().move(ReviewAction::Send);
            way.move(ReviewAction::Forward, talk).seal(*m_key).submit().publish();
            QVERIFY(!(*session)->report().explanations().isEmpty());
        }
        const QString copy = path(QStringLiteral("talked-copy.nianbao"));
        QCOMPARE(run({QStringLiteral("copy"), file, copy}).exit, 0);
        const QByteArray bytes = readFile(copy);
        for (const QString &gone : {talk, removed, QStringLiteral("同意发布"), QStringLiteral("数据已核")}) {
            QVERIFY2(readFile(file).contains(gone.toUtf8()), qPrintable(gone));
            QVERIFY2(!bytes.contains(gone.toUtf8()), qPrintable(gone));
        }
        QCOMPARE(sql(copy, QStringLiteral("SELECT count(*) FROM history")).toInt(), 0);
        QCOMPARE(sql(copy, QStringLiteral("SELECT count(*) FROM audit")).toInt(), 0);
        QCOMPARE(sql(copy, QStringLiteral("SELECT count(*) FROM comment")).toInt(), 0);
        QCOMPARE(sql(copy, QStringLiteral("SELECT count(*) FROM snapshot")).toInt(), 1);
        QCOMPARE(sql(copy, QStringLiteral("PRAGMA freelist_count")).toInt(), 0);
        const auto was = Session::open(file, Session::Mode::Look);
        const auto is = Session::open(copy, Session::Mode::Look);
        QVERIFY(was && is);
        const Report &old = (*was)->report();
        const Report &now = (*is)->report();
        QCOMPARE(now.id(), old.id());
        QVERIFY(now.explanations() == old.explanations());
        Review review = old.review();
        for (ReviewEvent &event : review.events)
            event.words.clear();
        QVERIFY(now.review() == review);
        QCOMPARE((*is)->contentDigest(), (*was)->contentDigest());
        QVERIFY(now.comments().isEmpty());
    }

    void aCopyNeverTakesThePlaceOfItsReport_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"itself", "a link to it", "a second name of it"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void aCopyNeverTakesThePlaceOfItsReport()
    {
        QFETCH(QString, how);
        const QString file = copyOf(QStringLiteral("sealed.nianbao"));
        const QByteArray before = readFile(file);
        QString target = file;
        if (how != u"itself") {
            target = path(QStringLiteral("name%1.nianbao").arg(m_copies));
            if (how == u"a link to it")
                QVERIFY(QFile::link(file, target));
            else
                QCOMPARE(
                    ::link(QFile::encodeName(file).constData(), QFile::encodeName(target).constData()), 0);
        }
        for (const QStringList &more : {QStringList(), {QStringLiteral("--force")}}) {
            const Run done = run(QStringList{QStringLiteral("copy"), file, target} + more);
            QCOMPARE(done.exit, 2);
            QCOMPARE(done.err.trimmed().count('\n'), 0);
            QCOMPARE(readFile(file), before);
        }
    }
};

QTEST_GUILESS_MAIN(VerifyCommandTest)
#include "tst_verifycommand.moc"
