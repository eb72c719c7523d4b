// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"
#include "settings.h"

namespace nianbao {

/// What can be done about a finding, as changes of the report. The panel and the text editor offer the same.
namespace findingActions {

struct Offer {
    QString words{}; // "改为“镇”"
    Change change{};
};
/// The one right correction, and the live figure in the place of the number; empty when there is none.
QList<Offer> corrections(const Report &report, const Finding &finding);

Change explain(const Finding &finding, const QString &words,
    const QString &who = settings::userName()); // empty: taken back; of a hint: put aside
Change putAside(const Finding &finding); // a hint, without words
Change takeBack(const Finding &finding);
/// "This is right here": the passage is not reported again in this report.
Change allow(const Report &report, const Finding &finding);
bool mayBeAllowed(const Finding &finding);
Change switchOff(const RuleId &rule, const QString &reason);
Change switchOn(const RuleId &rule);

} // namespace findingActions

} // namespace nianbao
