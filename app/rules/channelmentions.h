// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// A channel with the number of items that a text says it published, and their kinds where it lists them.
struct MentionedChannel {
    Channel channel{}; // always with its count
    bool isOpen = false; // the text says that it does not name all kinds: 主要有, 等
};

/// The channels of which the text says how much was published there in the report's year, in its order; one
/// that is told twice is there twice. Names are the form's where they mean the same (门户网站 is 政府网站),
/// but an account's with its name in quotes as it is written. What counts several channels together, some
/// matter on one of them, boards or readers is none. Linear in the text.
QList<MentionedChannel> channelsIn(const QString &text, const Report &report);

} // namespace nianbao
