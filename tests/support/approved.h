// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "errorwords.h"
#include "session.h"

#include <QTest>

namespace nianbao::test {

/// Sends the report, has every step of the chain agree, and approves it on paper. It must be ready.
inline void approve(Session &session)
{
    const auto make = [&session](ReviewAction action) {
        ReviewMove move{action, QStringLiteral("陈立"), QStringLiteral("2022-01-20T01:32:00Z")};
        if (action == ReviewAction::Approve)
            move.paper = PaperApproval{
                QStringLiteral("陈立"), QStringLiteral("2022-01-20"), session.contentDigest()};
        if (const auto done = session.move(move); !done)
            qFatal("the report cannot be approved: %s", qPrintable(describe(done.error())));
    };
    make(ReviewAction::Send);
    while (mayMove(session.report().review(), ReviewAction::Forward))
        make(ReviewAction::Forward);
    make(ReviewAction::Approve);
}

} // namespace nianbao::test
