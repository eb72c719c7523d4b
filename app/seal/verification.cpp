// SPDX-License-Identifier: MulanPSL-2.0
#include "verification.h"

#include "canonical.h"
#include "cleantext.h"
#include "digest.h"
#include "signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nianbao {

Result<Seal> makeSeal(const Report &report, const PrivateKey &key, const QString &by, const QString &at)
{
    const QString name = cleanText(by, Lines::One).simplified(); // as the report keeps it
    Seal seal{contentDigest(report), name, at, key.publicKey().bytes(), {}};
    const QByteArray message = signedMessage(seal.digest, at, name);
    if (message.isEmpty())
        return Error{ErrorCode::BadArguments, {}, by};
    const auto signature = key.sign(message);
    if (!signature)
        return signature.error();
    seal.signature = *signature;
    return seal;
}

namespace {

/// Two canonical forms side by side.
class Comparison {
public:
    Comparison(const Report &one, const Report &other)
        : m_one(QJsonDocument::fromJson(canonicalForm(one)).object())
        , m_other(QJsonDocument::fromJson(canonicalForm(other)).object())
    { }

    QList<Place> places()
    {
        for (const QString &key :
            {QStringLiteral("form"), QStringLiteral("year"), QStringLiteral("revision")})
            both(m_one.value(key), m_other.value(key), Place::report());
        for (const char *key : {fact::kTitle, fact::kIntroduction})
            fact(QLatin1String(key), m_one, m_other, QLatin1String(key));
        facts(QStringLiteral("organisation"), QStringLiteral("organisation."));
        sections();
        tables();
        facts(QStringLiteral("table_notes"), QLatin1String(fact::kTableNote));
        channels();
        illustrations();
        for (const char *key : {fact::kSignature, fact::kDate})
            fact(QLatin1String(key), m_one, m_other, QLatin1String(key));
        return m_places;
    }

private:
    void both(const QJsonValue &one, const QJsonValue &other, const Place &place)
    {
        if (one != other && !m_places.contains(place))
            m_places.append(place);
    }
    void fact(const QString &key, const QJsonObject &one, const QJsonObject &other, const QString &member)
    {
        both(one.value(member), other.value(member), Place::fact(key));
    }
    void facts(const QString &object, const QString &prefix)
    {
        const QJsonObject one = m_one.value(object).toObject();
        const QJsonObject other = m_other.value(object).toObject();
        for (const QString &key : keys(one, other))
            fact(prefix + key, one, other, key);
    }
    static QStringList keys(const QJsonObject &one, const QJsonObject &other)
    {
        QStringList all = one.keys() + other.keys();
        all.sort();
        all.removeDuplicates();
        return all;
    }
    /// Members of two lists, those that are missing as nothing.
    template <typename Each>
    static void each(const QJsonValue &one, const QJsonValue &other, const Each &compare)
    {
        const QJsonArray first = one.toArray();
        const QJsonArray second = other.toArray();
        for (int i = 0; i < std::max(first.size(), second.size()); ++i)
            compare(
                i, i < first.size() ? first[i] : QJsonValue(), i < second.size() ? second[i] : QJsonValue());
    }

    void sections()
    {
        const QJsonObject one = m_one.value(u"sections").toObject();
        const QJsonObject other = m_other.value(u"sections").toObject();
        for (const QString &key : keys(one, other)) {
            const SectionId section(key);
            each(one.value(key), other.value(key), [&](int i, const QJsonValue &a, const QJsonValue &b) {
                const Place sub = Place::subSection(section, i);
                if (a.isNull() != b.isNull())
                    return both(a, b, sub);
                both(a[u"heading"], b[u"heading"], Place::heading(section, i));
                both(a[u"text"], b[u"text"], sub);
            });
        }
    }
    void tables()
    {
        const QJsonObject one = m_one.value(u"tables").toObject();
        const QJsonObject other = m_other.value(u"tables").toObject();
        for (const QString &table : keys(one, other)) {
            const QJsonObject rows = one.value(table).toObject();
            const QJsonObject otherRows = other.value(table).toObject();
            for (const QString &row : keys(rows, otherRows)) {
                const QJsonObject cells = rows.value(row).toObject();
                const QJsonObject otherCells = otherRows.value(row).toObject();
                for (const QString &column : keys(cells, otherCells))
                    cell(CellId(QStringList{table, row, column}.join(u'.')), cells.value(column),
                        otherCells.value(column));
            }
        }
    }
    void cell(const CellId &id, const QJsonValue &one, const QJsonValue &other)
    {
        const auto figure
            = [](const QJsonValue &value) { return value.isObject() ? value[u"value"] : value; };
        const auto note
            = [](const QJsonValue &value) { return value.isObject() ? value[u"note"] : QJsonValue(); };
        if (figure(one).toString() != figure(other).toString())
            both(one, other, Place::cell(id));
        if (note(one).toString() != note(other).toString())
            both(one, other, Place::note(id));
    }
    void channels()
    {
        each(m_one.value(u"channels"), m_other.value(u"channels"),
            [&](int i, const QJsonValue &a, const QJsonValue &b) {
                if (a[u"name"] != b[u"name"] || a[u"count"] != b[u"count"] || a.isNull() != b.isNull())
                    both(a, b, Place::channel(i));
                each(
                    a[u"categories"], b[u"categories"], [&](int j, const QJsonValue &c, const QJsonValue &d) {
                        both(c, d, Place::category(i, j));
                    });
            });
    }
    void illustrations()
    {
        each(m_one.value(u"figures"), m_other.value(u"figures"),
            [&](int i, const QJsonValue &a, const QJsonValue &b) {
                QJsonObject one = a.toObject();
                QJsonObject other = b.toObject();
                both(one.take(QStringLiteral("caption")), other.take(QStringLiteral("caption")),
                    Place::caption(i));
                both(one.take(QStringLiteral("picture")), other.take(QStringLiteral("picture")),
                    Place::picture(i));
                both(one, other, Place::illustration(i));
            });
    }

    QJsonObject m_one;
    QJsonObject m_other;
    QList<Place> m_places{};
};

} // namespace

QList<Place> differingPlaces(const Report &one, const Report &other)
{
    return Comparison(one, other).places();
}

namespace {

/// The seal as the picture of its move remembers it: tells which of two things that do not fit was exchanged.
std::optional<Seal> sealIn(const std::optional<Report> &picture)
{
    return picture ? picture->review().seal : std::nullopt;
}

QString digestOf(const Review &review)
{
    return review.seal ? review.seal->digest : review.paper ? review.paper->digest : QString();
}

bool isSignedBy(const QByteArray &der, const Seal &seal)
{
    const auto key = PublicKey::fromDer(der);
    return key && verifies(*key, signedMessage(seal.digest, seal.at, seal.by), seal.signature);
}

Verification::Reason whyNotSigned(
    const Seal &seal, const std::optional<Seal> &remembered, const std::optional<PublicKey> &known)
{
    if (remembered && isSignedBy(remembered->key, *remembered) && remembered->signature == seal.signature
        && remembered->key == seal.key) {
        const int others
            = (remembered->digest != seal.digest) + (remembered->at != seal.at) + (remembered->by != seal.by);
        if (others == 1)
            return remembered->digest != seal.digest ? Verification::Reason::Digest
                : remembered->at != seal.at          ? Verification::Reason::Time
                                                     : Verification::Reason::Name;
    }
    const bool isKey = PublicKey::fromDer(seal.key).has_value();
    const bool byKnown = known && isSignedBy(known->bytes(), seal);
    const bool byRemembered = remembered && isSignedBy(remembered->key, seal);
    return !isKey || byKnown || byRemembered ? Verification::Reason::Key : Verification::Reason::Signature;
}

} // namespace

Verification verify(const Report &report, const std::optional<PublicKey> &known)
{
    return verify(report, std::optional<Report>(), known);
}

Verification verify(
    const Report &report, const Result<std::optional<Report>> &kept, const std::optional<PublicKey> &known)
{
    const std::optional<Report> picture = kept ? *kept : std::nullopt;
    const std::optional<Seal> remembered = sealIn(picture);
    const QString pictured = picture ? contentDigest(*picture) : QString();
    const bool isOtherSeal = remembered && remembered->digest == pictured
        && pictured != digestOf(report.review()) && isSignedBy(remembered->key, *remembered);
    const bool isExchanged = !kept || (picture && !isOtherSeal && pictured != digestOf(report.review()));
    using Verdict = Verification::Verdict;
    using Reason = Verification::Reason;
    const Review &review = report.review();
    Verification said;
    if (!review.seal && !review.paper)
        return said;
    if (review.seal) {
        said.by = review.seal->by;
        said.at = review.seal->at;
        said.digest = review.seal->digest;
        if (const auto key = PublicKey::fromDer(review.seal->key))
            said.key = key->fingerprint();
        said.isKnown = known && known->fingerprint() == said.key;
    } else {
        said.by = review.paper->signedBy;
        said.at = review.paper->date;
        said.digest = review.paper->digest;
    }
    said.hasPicture = picture && !isExchanged;
    const bool isKept = !said.digest.isEmpty(); // the interchange format keeps none of a signature on paper
    const bool isContent = contentDigest(report) == said.digest;
    if ((!isContent || isOtherSeal) && said.hasPicture)
        said.changed = differingPlaces(*picture, report);
    // 更正说明 is printed, but not in the canonical form: a picture tells
    const bool isCorrection = said.hasPicture && picture->review().correction != review.correction;
    if (isCorrection)
        said.changed.append(Place::report());
    if (review.seal && !isSignedBy(review.seal->key, *review.seal))
        said.reason = whyNotSigned(*review.seal, remembered, known);
    else if (!isKept)
        said.reason = Reason::Digest;
    else if (isOtherSeal && known && known->fingerprint() != said.key)
        said.reason = Reason::None; // signed anew over other words: that it is another key says it
    else if (!isContent || isCorrection || isOtherSeal)
        said.reason = Reason::Content;
    else if (isExchanged)
        said.reason = Reason::Picture;
    if (!review.seal && said.reason == Reason::None && picture && picture->review().paper) {
        const PaperApproval &then = *picture->review().paper;
        said.reason = then.signedBy != review.paper->signedBy ? Reason::Name
            : then.date != review.paper->date                 ? Reason::Time
                                                              : Reason::None;
    }
    if (!review.seal)
        said.verdict = Verdict::Paper;
    else if (said.reason != Reason::None)
        said.verdict = Verdict::Broken;
    else
        said.verdict = known && !said.isKnown ? Verdict::OtherKey : Verdict::Holds;
    return said;
}

QString toString(Verification::Verdict verdict)
{
    switch (verdict) {
    case Verification::Verdict::Holds: return QStringLiteral("holds");
    case Verification::Verdict::Broken: return QStringLiteral("broken");
    case Verification::Verdict::OtherKey: return QStringLiteral("other_key");
    case Verification::Verdict::Paper: return QStringLiteral("paper");
    case Verification::Verdict::None: break;
    }
    return QStringLiteral("none");
}

QString toString(Verification::Reason reason)
{
    switch (reason) {
    case Verification::Reason::Content: return QStringLiteral("content");
    case Verification::Reason::Picture: return QStringLiteral("picture");
    case Verification::Reason::Signature: return QStringLiteral("signature");
    case Verification::Reason::Key: return QStringLiteral("key");
    case Verification::Reason::Digest: return QStringLiteral("digest");
    case Verification::Reason::Time: return QStringLiteral("time");
    case Verification::Reason::Name: return QStringLiteral("name");
    case Verification::Reason::None: break;
    }
    return {};
}

} // namespace nianbao
