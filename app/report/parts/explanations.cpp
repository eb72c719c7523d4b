// SPDX-License-Identifier: MulanPSL-2.0
#include "explanations.h"

#include "jsonparts.h"
#include "kept.h"
#include "taking.h"
#include "textcleaner.h"

namespace nianbao {

void Explanations::take(const SetExplanation &step, Taking &taking)
{
    if (step.explanation) {
        const QString where = QStringLiteral("explanations");
        const Explanation before = m_explanations.value(step.key);
        const auto number = m_explanations.size() + (m_explanations.contains(step.key) ? 0 : 1);
        taking.checkSize(step.key.size(), bounds::kText, 0, where);
        taking.checkSize(step.explanation->operands.size(), bounds::kText, 0, where);
        taking.checkSize(step.explanation->text.size(), bounds::kLine, before.text.size(), where);
        taking.checkSize(step.explanation->who.size(), bounds::kLine, before.who.size(), where);
        taking.checkSize(step.explanation->at.size(), bounds::kLine, before.at.size(), where);
        taking.checkNumber(number, bounds::kExplanations, m_explanations.size(), where);
    }
    if (taking.put<SetExplanation>(m_explanations, step.key, step.explanation))
        taking.delta.explanations = true;
}

void Explanations::take(const SetRuleOff &step, Taking &taking)
{
    const QString rule = step.rule.toString();
    taking.checkSize(
        step.reason.value_or(QString()).size(), bounds::kLine, m_rulesOff.value(step.rule).size(), rule);
    if (!canName(step.rule))
        taking.refuse({ErrorCode::NoSuchPlace, rule});
    if (taking.put<SetRuleOff>(m_rulesOff, step.rule, step.reason))
        taking.delta.explanations = true;
}

void Explanations::addTexts(Change &change) const
{
    for (const auto &[key, explanation] : m_explanations.asKeyValueRange())
        change.steps.append(SetExplanation{key, explanation});
    for (const auto &[rule, reason] : m_rulesOff.asKeyValueRange())
        change.steps.append(SetRuleOff{rule, reason});
}

void Explanations::read(JsonIn &in)
{
    for (const auto &item : in.root["explanations"].items()) {
        if (!item["key"].exists())
            item["key"].fail(JsonWords::tr("a text is expected here"));
        in.change.steps.append(SetExplanation{item["key"].verbatim(),
            Explanation{item["text"].stringOr({}), item["operands"].verbatim(), item["who"].stringOr({}),
                item["at"].verbatim()}});
        in.noticeUnknown(item,
            {QStringLiteral("key"), QStringLiteral("text"), QStringLiteral("operands"), QStringLiteral("who"),
                QStringLiteral("at")});
    }
    const auto off = in.root["rules_off"];
    for (const QString &rule : off.keys()) {
        if (!canName(RuleId(rule)))
            off.member(rule).fail(JsonWords::tr("this cannot be the name of a rule"));
        else
            in.change.steps.append(SetRuleOff{RuleId(rule), off.member(rule).string()});
    }
}

void Explanations::write(JsonOut &out) const
{
    QJsonArray explanations;
    for (const auto &[key, explanation] : m_explanations.asKeyValueRange())
        explanations.append(QJsonObject{{QStringLiteral("key"), key},
            {QStringLiteral("text"), explanation.text}, {QStringLiteral("operands"), explanation.operands},
            {QStringLiteral("who"), explanation.who}, {QStringLiteral("at"), explanation.at}});
    if (!explanations.isEmpty())
        out.root.insert(QStringLiteral("explanations"), explanations);
    QJsonObject rulesOff;
    for (const auto &[rule, reason] : m_rulesOff.asKeyValueRange())
        rulesOff.insert(rule.toString(), reason);
    if (!rulesOff.isEmpty())
        out.root.insert(QStringLiteral("rules_off"), rulesOff);
}

void clean(SetExplanation &step, TextCleaner &cleaner)
{
    if (!step.explanation)
        return;
    cleaner.take(step.explanation->text, Lines::Many, QStringLiteral("explanations.text"));
    cleaner.take(step.explanation->who, Lines::One, QStringLiteral("explanations.who"));
}

void clean(SetRuleOff &step, TextCleaner &cleaner)
{
    if (step.reason)
        cleaner.take(*step.reason, Lines::One, QStringLiteral("rules_off.") + step.rule.toString());
}

QJsonObject toKept(const SetExplanation &step, KeptOut &)
{
    QJsonObject kept{{QStringLiteral("key"), step.key}};
    if (step.explanation) {
        kept.insert(QStringLiteral("text"), step.explanation->text);
        kept.insert(QStringLiteral("operands"), step.explanation->operands);
        kept.insert(QStringLiteral("who"), step.explanation->who);
        kept.insert(QStringLiteral("when"), step.explanation->at);
    }
    return kept;
}

void fromKept(SetExplanation &step, KeptIn &in)
{
    step.key = in.text("key");
    if (in.has("text"))
        step.explanation = Explanation{in.text("text"), in.text("operands"), in.text("who"), in.text("when")};
}

QJsonObject toKept(const SetRuleOff &step, KeptOut &)
{
    QJsonObject kept{{QStringLiteral("rule"), step.rule.toString()}};
    if (step.reason)
        kept.insert(QStringLiteral("reason"), *step.reason);
    return kept;
}

void fromKept(SetRuleOff &step, KeptIn &in)
{
    step.rule = RuleId(in.text("rule"));
    if (in.has("reason"))
        step.reason = in.text("reason");
}

} // namespace nianbao
