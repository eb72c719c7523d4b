// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

#include <QMap>

namespace nianbao {

/// Why a finding may stand; with an empty text: a hint that was put aside. Holds for the operands it was
/// given for and lapses when they change.
struct Explanation {
    QString text{};
    QString operands{};
    QString who{};
    QString at{}; // ISO 8601
    bool operator==(const Explanation &) const = default;
};

struct SetExplanation { // nullopt: taken back
    static constexpr auto kName = "set_explanation";
    QString key{}; // of the finding
    std::optional<Explanation> explanation{};
};
struct SetRuleOff { // nullopt: on again
    static constexpr auto kName = "set_rule_off";
    RuleId rule{};
    std::optional<QString> reason{};
};

/// What the office answers to the rules: explanations by the finding's key, rules switched off with the
/// reason. Which rules there are is not for the report to know.
class Explanations {
public:
    const QMap<QString, Explanation> &all() const { return m_explanations; }
    const QMap<RuleId, QString> &rulesOff() const { return m_rulesOff; }

    void take(const SetExplanation &step, Taking &taking);
    void take(const SetRuleOff &step, Taking &taking);

    void addTexts(Change &change) const;
    static void read(JsonIn &in);
    void write(JsonOut &out) const;
    bool operator==(const Explanations &) const = default;

private:
    QMap<QString, Explanation> m_explanations;
    QMap<RuleId, QString> m_rulesOff;
};

void clean(SetExplanation &step, TextCleaner &cleaner);
void clean(SetRuleOff &step, TextCleaner &cleaner);
QJsonObject toKept(const SetExplanation &step, KeptOut &out);
void fromKept(SetExplanation &step, KeptIn &in);
QJsonObject toKept(const SetRuleOff &step, KeptOut &out);
void fromKept(SetRuleOff &step, KeptIn &in);

} // namespace nianbao
