// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

namespace nianbao {

// The texts of a report by the words of their places: "title", "introduction", "overview/2",
// "overview/2/heading", "organisation/name", "people/signed", "signature", "table_notes/requests",
// "channels/2", "channels/2/1", "illustrations/1/caption", "requests.received.total/note".

/// Where the passage of a finding is kept.
QString textPlace(const Finding &finding);
std::optional<QString> textAt(const Report &report, const QString &place); // as it is stored
std::optional<Step> withTextAt(const Report &report, const QString &place, const QString &text);

/// The entry of the contents under which a place is edited: "introduction" for "people/signed".
QString entryOf(const Report &report, const QString &place);

} // namespace nianbao
