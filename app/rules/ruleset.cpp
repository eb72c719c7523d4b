// SPDX-License-Identifier: MulanPSL-2.0
#include "ruleset.h"

#include "catalogue.h"
#include "datechecks.h"
#include "doublechecks.h"
#include "gapchecks.h"
#include "glyphchecks.h"
#include "headingchecks.h"
#include "markchecks.h"
#include "namechecks.h"
#include "organisationchecks.h"
#include "phrasefaults.h"
#include "priorchecks.h"
#include "privacychecks.h"
#include "remainschecks.h"
#include "repeatchecks.h"
#include "sectionchecks.h"
#include "statementchecks.h"
#include "tablechecks.h"
#include "wordchecks.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace nianbao {

namespace {

QList<const Rule *> ownRules()
{
    return {&kCellBlank, &kReqRow, &kReqSum, &kReqBalance, &kDisSum, &kFormOld, &kCarryIn, &kInForce,
        &kEquation, &kNoPower, &kJump, &kTxtReceived, &kTxtDone, &kTxtOutcome, &kTxtPercent, &kTxtDisputes,
        &kTxtNormative, &kTxtNone, &kTxtLive, &kTxtSum, &kChannelTotal, &kNameEmpty, &kSecEmpty, &kSecCover,
        &kSecFee, &kSecLength, &kSecNumbering, &kTitle, &kSignature, &kPriorBody, &kDate, &kPeriod, &kYear,
        &kTemplate, &kCite, &kDup, &kGap, &kPair, &kMarks, &kRepeat, &kHeading, &kWord, &kGlyph, &kOtherBody,
        &kPrivacy, &kSecrecy, &kCopy};
}

std::shared_ptr<const RuleWords> ownWords()
{
    static const auto words = std::make_shared<const RuleWords>(RuleWords::shipped());
    return words;
}

} // namespace

RuleSet::RuleSet() : m_rules(ownRules()), m_words(ownWords()) { }

const Rule *RuleSet::find(const RuleId &id) const
{
    const auto found = std::find_if(
        m_rules.begin(), m_rules.end(), [&](const Rule *rule) { return rule->ruleId() == id; });
    return found == m_rules.end() ? nullptr : *found;
}

const Rule *RuleSet::findForEquation(const RuleId &id) const
{
    const auto own = ownRules();
    const bool isKnown
        = std::any_of(own.begin(), own.end(), [&](const Rule *rule) { return rule->ruleId() == id; });
    return find(isKnown ? id : kEquation.ruleId());
}

void RuleSet::remove(const RuleId &id)
{
    m_rules.removeIf([&](const Rule *rule) { return rule->ruleId() == id; });
}

Result<> RuleSet::addWords(const QByteArray &json)
{
    auto more = m_words->with(json);
    if (!more)
        return more.error();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const auto faults = phraseFaults(*m_words, document[QStringLiteral("phrases")].toArray());
    if (!faults.isEmpty()) {
        const QString phrase = QStringLiteral("phrases[%1]").arg(faults.first().phrase);
        return Error{ErrorCode::BadJson, phrase + u'.' + faults.first().where, faults.first().reason};
    }
    m_words = std::make_shared<const RuleWords>(std::move(*more));
    m_added.append(document.toJson(QJsonDocument::Compact));
    return {};
}

QString RuleSet::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(NIANBAO_VERSION);
    for (const Rule *rule : m_rules) {
        hash.addData(QByteArray(rule->id));
        hash.addData(QByteArray::number(int(rule->level)));
    }
    hash.addData(NIANBAO_RULE_DATA); // the lists that ship
    for (const QByteArray &words : m_added)
        hash.addData(words);
    constexpr int kShown = 16;
    return QString::fromLatin1(hash.result().toHex().first(kShown));
}

Phrase title(RuleGroup group)
{
    switch (group) {
    case RuleGroup::Tables: return commonWords("tables");
    case RuleGroup::Texts: return commonWords("texts");
    case RuleGroup::Content: return commonWords("content");
    case RuleGroup::Language: break;
    }
    return commonWords("language");
}

} // namespace nianbao
