// SPDX-License-Identifier: MulanPSL-2.0
#include "feechecks.h"

#include "catalogue.h"
#include "statementchecks.h"

#include <algorithm>

namespace nianbao {

namespace {

/// What a sentence says of the fee.
struct Fee {
    const CheckedText *text = nullptr;
    qsizetype start = 0, length = 0;
    Amount amount{};
};

/// The first of each sentence: it is the total, parts follow.
QList<Fee> feesIn(const CheckedText &text, const Reading &reading)
{
    QList<Fee> fees;
    for (const Wording &wording : reading.wordings) {
        if (wording.counted.kind == Counted::Kind::Fee && wording.ours)
            fees.append({&text, wording.start, wording.length, Amount()});
    }
    int sentence = -1;
    for (const Mention &mention : reading.mentions) {
        if (mention.counted.kind != Counted::Kind::Fee || !mention.ours || !mention.quantity.exact
            || mention.sentence == sentence)
            continue;
        sentence = mention.sentence;
        fees.append({&text, mention.quantity.start, mention.quantity.length, mention.quantity.value});
    }
    std::sort(fees.begin(), fees.end(), [](const Fee &a, const Fee &b) { return a.start < b.start; });
    return fees;
}

} // namespace

void compareFees(Inspection &check)
{
    QList<Fee> fees;
    for (const CheckedText &text : std::as_const(check.texts))
        fees += feesIn(text, *check.readingOf(text));
    for (qsizetype i = 1; i < fees.size(); ++i) {
        const Fee &first = fees.first();
        const Fee &other = fees[i];
        if (first.amount == other.amount)
            continue;
        Finding &finding
            = check.addAt(kTxtNone, *other.text, other.start, other.length, "fees", other.amount.toString(),
                first.amount.toString(), first.text->shown.text.mid(first.start, first.length).simplified());
        finding.left = other.amount.toString();
        finding.right = first.amount.toString();
    }
}

} // namespace nianbao
