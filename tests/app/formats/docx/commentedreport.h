// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "facts.h"
#include "testreports.h"

namespace nianbao::test {

/// Comments on words, on a figure, over two paragraphs, on what is not printed; one was answered.
inline Report commentedReport()
{
    Report report = everyPartReport();
    const Place text = Place::subSection(SectionId(QStringLiteral("overview")), 1);
    const auto said = [](const Place &place, const char *words, const char *who) {
        return Comment{
            place, QString::fromUtf8(words), QString::fromUtf8(who), QStringLiteral("2022-01-05T18:02:03Z")};
    };
    Comment figure = said(
        Place::cell(CellId(QStringLiteral("requests.received.individual"))), "请核对。\n第二段。", "王主任");
    figure.answers = {{QStringLiteral("已改。"), QStringLiteral("李丽"), QStringLiteral("2022-01-06")},
        {QStringLiteral("好 <b>&"), QStringLiteral("王主任"), QStringLiteral("2022-01-07T00:00:00Z")}};
    Change change;
    change.steps = {SetComment{1, said(text.withRange(0, 2), "哪个网站？", "李明")}, SetComment{2, figure},
        SetComment{3, said(Place::fact(QLatin1String(fact::kPhone)), "电话变了。", "李明")},
        SetComment{4, said(text.withRange(1, 5), "一起看。", "张三")}};
    if (!report.apply(change))
        qFatal("the comments cannot be made");
    return report;
}

} // namespace nianbao::test
