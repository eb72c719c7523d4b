// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"
#include "rule.h"
#include "rulewords.h"

#include <memory>

namespace nianbao {

/// The rules by which a report is judged, with their word lists and limits. A value: whoever has one judges
/// alike, whatever others do to theirs. Cheap to copy; may be read from several threads.
class RuleSet {
public:
    RuleSet(); // all rules of the program with the words that ship with it

    QList<const Rule *> rules() const { return m_rules; } // in the order they are shown
    const Rule *find(const RuleId &id) const; // nullptr: no such rule
    /// The rule that an equation of a form reports under: its own, or FORM-EQUATION where the program has
    /// none of that id. nullptr: it is not of this set.
    const Rule *findForEquation(const RuleId &id) const;
    bool has(const Rule &rule) const { return m_rules.contains(&rule); }
    const RuleWords &words() const { return *m_words; }

    void add(const Rule &rule) { m_rules.append(&rule); } // one that lives as long as the program
    void remove(const RuleId &id);
    /// An office's own words, in the shape of resources/rules/words.json: limits are replaced, lists grow.
    /// All of it or nothing. Error BadJson with the path of the fault.
    Result<> addWords(const QByteArray &json);

    /// The same for the same rules with the same words in the same version of the program; 16 hex digits.
    QString fingerprint() const;

private:
    QList<const Rule *> m_rules;
    std::shared_ptr<const RuleWords> m_words;
    QList<QByteArray> m_added{};
};

} // namespace nianbao
