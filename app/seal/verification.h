// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"
#include "sealkey.h"

namespace nianbao {

/// The seal of what the report says now, made with the key at that time under that name; see interchange.md
/// §4. Errors: BadArguments for a name or time that cannot be sealed, KeyFailed.
Result<Seal> makeSeal(const Report &report, const PrivateKey &key, const QString &by, const QString &at);

/// What can be said of a report's approval.
struct Verification {
    enum class Verdict {
        Holds,
        Broken,
        OtherKey, // it holds, but by another key than the one that is known of this body
        Paper, // signed by hand: only a digest was kept
        None, // not approved
    };
    enum class Reason {
        None,
        Content, // the report says something else now
        Picture, // the kept picture shows something else than what was sealed
        Signature, // no signature of this key over this digest, time and name
        Key, // the public key is not the one that signed, or none at all
        Digest, // alone exchanged, as are the next two: the seal in the picture is whole and has another;
                // of paper: not kept
        Time,
        Name,
    };

    Verdict verdict = Verdict::None;
    Reason reason = Reason::None;
    QString by{};
    QString at{}; // ISO 8601, UTC; of paper the date
    QString digest{}; // what was approved
    QString key{}; // fingerprint, 64 hex digits; empty on paper and where there is no key
    bool isKnown = false; // that key is known of this body
    bool hasPicture = false; // places can be told
    QList<Place> changed{}; // where the report differs from what was approved, as far as a picture tells
};

/// picture: of the report as it was approved, if it is still kept; an error: one that cannot be read. known:
/// the key of this body, from whoever is trusted.
Verification verify(const Report &report, const Result<std::optional<Report>> &picture,
    const std::optional<PublicKey> &known);
/// The same of a report as it came in the interchange format, which keeps no picture.
Verification verify(const Report &report, const std::optional<PublicKey> &known);

QString toString(Verification::Verdict verdict); // holds, broken …
QString toString(Verification::Reason reason); // content, picture …; empty: none

/// Where the content of two reports differs, as the canonical form says it, in its order. Lists are compared
/// entry by entry: one that was inserted makes all after it differ.
QList<Place> differingPlaces(const Report &one, const Report &other);

} // namespace nianbao
