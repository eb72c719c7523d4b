// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "report.h"

#include <QJsonObject>

#include <functional>

namespace nianbao {

// Steps as the history keeps them: one JSON object each, {"set_text": {…}}. Of texts and lists only what
// differs from the report that the step is applied to, as a place (at), how much goes (cut) and what comes
// (put); pictures and last year's report by the hash of their bytes, which are kept once beside the steps.

using KeptBytes = QMap<QString, QByteArray>; // by keyOf
using BytesOf = std::function<QByteArray(const QString &key)>; // empty: nobody has them any more

/// SHA-256, in hex.
QString keyOf(const QByteArray &bytes);

/// now: the report that the step will be applied to. Errors: those of provenJson.
Result<QJsonObject> toKept(const Step &step, const Report &now, KeptBytes &large);
/// nullopt: this is no step that can be applied to the report.
std::optional<Step> fromKept(const QJsonObject &kept, const Report &now, const BytesOf &bytesOf);

/// What an edit did to one place of the report.
struct ChangedValue {
    Place place{};
    std::optional<QString> old{}; // nullopt: nothing was there
    std::optional<QString> now{};
    // As the report called it then (placenames.h), where its history tells: the place, and what it is a part
    // of.
    Phrase name{};
    Phrase part{};
};

/// The places that a step touches, with what stands there before and after it. Of long texts the changed
/// span; the place has its range then, in the later text.
QList<ChangedValue> changedBy(const Step &step, const Report &before, const Report &after);
/// The same of several steps: each place once. Values are whole in, spans out.
QList<ChangedValue> withSpans(const QList<ChangedValue> &values);

/// The move of the review that leads from one to the other, in the word of the command line; empty: none.
QString moveBetween(const Review &before, const Review &after);

} // namespace nianbao
