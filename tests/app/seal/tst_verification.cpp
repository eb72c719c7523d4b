// SPDX-License-Identifier: MulanPSL-2.0
#include "verification.h"

#include "digest.h"
#include "reportjson.h"
#include "reviewmoves.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

using Verdict = Verification::Verdict;
using Reason = Verification::Reason;

namespace {

const QString kTime = QStringLiteral("2022-01-20T01:02:03Z");
const QString kName = QStringLiteral("陈立");
const SectionId kOverview(QStringLiteral("overview"));

CellId cell(const char *id) { return CellId(QLatin1String(id)); }

Report after(Report report, const QList<Step> &steps)
{
    if (const auto done = report.apply({{}, steps}); !done)
        qFatal("refused: %s", qPrintable(done.error().where));
    return report;
}

Report approved(
    const Report &report, const std::optional<Seal> &seal, const std::optional<PaperApproval> &paper = {})
{
    Review review{ReviewState::Approved};
    review.events = {{ReviewAction::Approve, kName, kTime, {}, 2}};
    review.seal = seal;
    review.paper = paper;
    return after(report, {SetReview{review}});
}

PrivateKey newKey()
{
    auto key = PrivateKey::create();
    if (!key)
        qFatal("no key");
    return std::move(*key);
}

Seal sealOf(const Report &report, const PrivateKey &key)
{
    const auto seal = makeSeal(report, key, kName, kTime);
    if (!seal)
        qFatal("no seal");
    return *seal;
}

} // namespace

class VerificationTest : public QObject {
    Q_OBJECT

    const Report m_report = test::everyPartReport();
    const PrivateKey m_key = newKey();
    const PrivateKey m_other = newKey();
    const Report m_sealed = approved(m_report, sealOf(m_report, m_key));

    std::optional<Report> picture() const { return withoutTalk(m_sealed); }

private Q_SLOTS:
    void aSealHolds()
    {
        const Verification said = verify(m_sealed, picture(), std::nullopt);
        QCOMPARE(toString(said.verdict), toString(Verdict::Holds));
        QCOMPARE(toString(said.reason), toString(Reason::None));
        QVERIFY(said.hasPicture && !said.isKnown && said.changed.isEmpty());
        QCOMPARE(said.by, kName);
        QCOMPARE(said.at, kTime);
        QCOMPARE(said.digest, contentDigest(m_report));
        QCOMPARE(said.key, m_key.publicKey().fingerprint());
        QVERIFY(verify(m_sealed, picture(), m_key.publicKey()).isKnown);
        QCOMPARE(
            toString(verify(m_sealed, picture(), m_other.publicKey()).verdict), toString(Verdict::OtherKey));
        QCOMPARE(toString(verify(m_report, std::nullopt).verdict), toString(Verdict::None));
    }

    /// What is not content changes nothing: comments, people, state.
    void whatIsSaidAboutItIsNotSealed()
    {
        const Report talked = after(m_sealed,
            {SetComment{1, Comment{Place::report(), QStringLiteral("好")}},
                SetFact{QLatin1String(fact::kSigned), kName},
                SetExplanation{QStringLiteral("K"), Explanation{}}});
        QCOMPARE(toString(verify(talked, picture(), std::nullopt).verdict), toString(Verdict::Holds));
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<std::function<void(Seal &)>>("spoil");
        QTest::addColumn<bool>("knownTells"); // without a picture it is the known key that tells
        const auto row
            = [](const char *name, Reason reason, std::function<void(Seal &)> spoil, bool tells = false) {
                  QTest::newRow(name) << reason << std::move(spoil) << tells;
              };
        row("another digest", Reason::Digest, [](Seal &s) { s.digest = QString(64, u'a'); });
        row("no digest", Reason::Digest, [](Seal &s) { s.digest.clear(); });
        row("another time", Reason::Time, [](Seal &s) { s.at = QStringLiteral("2022-01-20T01:02:04Z"); });
        row("no time", Reason::Time, [](Seal &s) { s.at.clear(); });
        row("another name", Reason::Name, [](Seal &s) { s.by = QStringLiteral("赵敏"); });
        row("a name of two lines", Reason::Name, [](Seal &s) { s.by += u'\n'; });
        row("time and name", Reason::Signature, [](Seal &s) {
            s.at = QStringLiteral("2022-01-20T01:02:04Z");
            s.by = QStringLiteral("赵敏");
        });
        row("one bit of the signature", Reason::Signature, [](Seal &s) { s.signature[20] ^= 1; });
        row("no signature", Reason::Signature, [](Seal &s) { s.signature.clear(); });
        row(
            "another key", Reason::Key, [](Seal &s) { s.key = newKey().publicKey().bytes(); }, true);
        row(
            "no key", Reason::Key, [](Seal &s) { s.key.clear(); }, true);
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(Reason, reason);
        QFETCH(std::function<void(Seal &)>, spoil);
        QFETCH(bool, knownTells);
        Seal seal = *m_sealed.review().seal;
        spoil(seal);
        const Report spoiled = approved(m_report, seal);
        for (const auto &known : {std::optional<PublicKey>(), std::optional(m_key.publicKey())}) {
            const Verification said = verify(spoiled, picture(), known);
            QCOMPARE(toString(said.verdict), toString(Verdict::Broken));
            QCOMPARE(toString(said.reason), toString(reason));
            QVERIFY(said.changed.isEmpty());
        }
        const Verification alone = verify(spoiled, m_key.publicKey());
        QCOMPARE(toString(alone.verdict), toString(Verdict::Broken));
        QCOMPARE(toString(alone.reason), toString(knownTells ? Reason::Key : Reason::Signature));
    }

    void anExchangedPictureIsSaid()
    {
        const Report other = after(*picture(), {SetText{kOverview, 0, QStringLiteral("另一份")}});
        const Verification said = verify(m_sealed, std::optional(other), std::nullopt);
        QCOMPARE(toString(said.verdict), toString(Verdict::Broken));
        QCOMPARE(toString(said.reason), toString(Reason::Picture));
        QVERIFY(!said.hasPicture);
        const Verification damaged = verify(m_sealed, Error{ErrorCode::Damaged}, std::nullopt);
        QCOMPARE(toString(damaged.verdict), toString(Verdict::Broken));
        QCOMPARE(toString(damaged.reason), toString(Reason::Picture));
        QCOMPARE(toString(verify(m_sealed, std::nullopt).verdict), toString(Verdict::Holds));
    }

    void paperIsJudgedByItsDigest()
    {
        const PaperApproval paper{kName, QStringLiteral("2022-01-20"), contentDigest(m_report)};
        const Report signedReport = approved(m_report, std::nullopt, paper);
        const Verification said
            = verify(signedReport, std::optional(withoutTalk(signedReport)), m_key.publicKey());
        QCOMPARE(toString(said.verdict), toString(Verdict::Paper));
        QCOMPARE(toString(said.reason), toString(Reason::None));
        QCOMPARE(said.at, paper.date);
        const Report changed
            = after(signedReport, {SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-21")}});
        const Verification then = verify(changed, std::optional(withoutTalk(signedReport)), std::nullopt);
        QCOMPARE(toString(then.verdict), toString(Verdict::Paper));
        QCOMPARE(toString(then.reason), toString(Reason::Content));
        QCOMPARE(then.changed, QList<Place>{Place::fact(QLatin1String(fact::kDate))});
        const Report untold = approved(m_report, std::nullopt, PaperApproval{kName, paper.date, {}});
        QCOMPARE(toString(verify(untold, std::nullopt).reason),
            toString(Reason::Digest)); // not kept: nothing can be told
    }

    /// JSON does not keep that they were declared as they are computed.
    void itHoldsInJson()
    {
        const auto read = reportFromJson(reportToJson(m_sealed));
        QVERIFY(read);
        QVERIFY(m_sealed.declared(cell("disputes.direct.total")));
        QVERIFY(!read->report.declared(cell("disputes.direct.total")));
        QCOMPARE(toString(verify(read->report, std::nullopt).verdict), toString(Verdict::Holds));
    }

    void placesThatDiffer_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("places");
        const auto row = [](const char *name, const QList<Step> &steps, const char *places) {
            QTest::newRow(name) << steps << QString::fromLatin1(places);
        };
        row("nothing", {}, "");
        row("explanations", {SetExplanation{QStringLiteral("K"), Explanation{}}}, "");
        row("a figure", {SetCell{cell("disclosure.normative.issued"), Amount::fromInteger(4)}},
            "disclosure.normative.issued");
        row("a zero that becomes blank", {SetCell{cell("disclosure.normative.issued"), std::nullopt}},
            "disclosure.normative.issued");
        row("figure and note of one cell",
            {SetCell{cell("disclosure.fees.amount"), Amount::fromInteger(4)},
                SetNote{cell("disclosure.fees.amount"), {}}},
            "disclosure.fees.amount disclosure.fees.amount/note");
        row("a figure with its totals",
            {SetCell{cell("disputes.after_reconsideration.upheld"), Amount::fromInteger(4)}},
            "disputes.after_reconsideration.total disputes.after_reconsideration.upheld");
        row("a live figure by its own value",
            {SetFact{QLatin1String(fact::kIntroduction),
                QStringLiteral("本年收到申请2件，上年收到{{prior(requests.received.total)}}件。")}},
            "");
        row("a heading", {SetHeading{kOverview, 0, QStringLiteral("总体")}}, "overview/1/heading");
        row("heading and text of one sub-section",
            {SetHeading{kOverview, 1, {}}, SetText{kOverview, 1, QStringLiteral("无")}},
            "overview/2/heading overview/2");
        row("a sub-section at the end", {InsertSubSection{kOverview, 2, {{}, QStringLiteral("新")}}},
            "overview/3");
        row("no channels", {SetChannels{}},
            "channels/1 channels/1/1 channels/1/2 channels/2 illustrations/2");
        row("no illustrations", {SetIllustrations{}},
            "illustrations/1/caption illustrations/1/picture illustrations/1 illustrations/2/caption "
            "illustrations/2 illustrations/3/caption illustrations/3");
        row("last year's report", {SetPrior{}}, "introduction illustrations/3");
        row("title and signature",
            {SetFact{QLatin1String(fact::kTitle), QStringLiteral("年报")},
                SetFact{QLatin1String(fact::kSignature), QStringLiteral("柳林镇")}},
            "title signature");
        row("names of its own", {SetFact{QLatin1String(fact::kNames), QStringLiteral("柳林发布")}},
            "organisation/names");
        row("the note of a total", {SetNote{cell("requests.received.total"), QStringLiteral("含转办")}},
            "requests.received.total/note");
    }
    void placesThatDiffer()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(QString, places);
        const Report other = after(m_report, steps);
        for (const auto &all : {differingPlaces(m_report, other), differingPlaces(other, m_report)}) {
            QStringList words;
            for (const Place &place : all)
                words.append(place.toString());
            QCOMPARE(words.join(u' '), places);
        }
        QCOMPARE(places.isEmpty(), contentDigest(other) == contentDigest(m_report));
    }
};

QTEST_GUILESS_MAIN(VerificationTest)
#include "tst_verification.moc"
