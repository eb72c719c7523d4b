// SPDX-License-Identifier: MulanPSL-2.0
#include "signoffsheet.h"

#include "digits.h"
#include "reviewmoves.h"
#include "reviewsheet.h"

#include <algorithm>

namespace nianbao {

namespace {

const QString kRoom = QStringLiteral("年 月 日"); // for a date by hand

/// The person that the report names for a role of the chain.
QString personOf(const Report &report, const QString &role)
{
    const std::pair<QString, const char *> people[] = {{QStringLiteral("核稿"), fact::kChecked},
        {QStringLiteral("会签"), fact::kCountersigned}, {QStringLiteral("签发"), fact::kSigned}};
    for (const auto &[known, key] : people) {
        if (role == known)
            return report.fact(key);
    }
    return {};
}

/// One row of the chain: who agreed with which words, or room for it. Who signed on paper writes there.
QStringList rowOf(const Report &report, const QList<ReviewEvent> &agreed, int step)
{
    const Review &review = report.review();
    const ChainStep &link = review.steps()[step - 1];
    const auto event = std::find_if(
        agreed.begin(), agreed.end(), [step](const ReviewEvent &each) { return each.step == step; });
    if (event == agreed.end()) {
        const QString person = personOf(report, link.role);
        return {link.role, person.isEmpty() ? link.name : person, {}, kRoom};
    }
    const QString role = event->role.isEmpty() ? link.role : event->role;
    if (event->action == ReviewAction::Approve && review.paper)
        return {role, review.paper->signedBy, event->words, dayWords(review.paper->date)};
    return {role, event->who, event->words.isEmpty() ? QStringLiteral("同意") : event->words,
        dayWords(event->at)};
}

QList<QStringList> steps(const Report &report)
{
    const Review &review = report.review();
    const QList<ReviewEvent> agreed = opinions(review);
    const bool isSent = !agreed.isEmpty() || review.state == ReviewState::InReview;
    ReviewEvent sent = isSent ? thisRound(review).value(0) : ReviewEvent();
    if (sent.action != ReviewAction::Send) // of what came in the interchange format opinions alone are kept
        sent = {};
    const QString drafted = report.fact(fact::kDrafted);
    QList<QStringList> rows{{QStringLiteral("拟稿"), drafted.isEmpty() ? sent.who : drafted, {},
        sent.at.isEmpty() ? kRoom : dayWords(sent.at)}};
    const QString countersigns = QStringLiteral("会签");
    const QList<ChainStep> &chain = review.steps();
    const bool isInChain = std::any_of(
        chain.begin(), chain.end(), [&](const ChainStep &link) { return link.role == countersigns; });
    for (int step = 1; step <= chain.size(); ++step) {
        if (step == chain.size() && !isInChain)
            rows.append({countersigns, report.fact(fact::kCountersigned), {}, kRoom});
        rows.append(rowOf(report, agreed, step));
    }
    return rows;
}

void addDigest(QList<QStringList> &rows, const Review &review, const PaperContext &context)
{
    const QString approved = review.seal ? review.seal->digest
        : review.paper                   ? review.paper->digest
                                         : QString();
    const QString shown = approved.isEmpty() ? context.digest : approved;
    if (shown.isEmpty())
        return;
    const bool isOther = !context.digest.isEmpty() && context.digest != shown;
    rows.append({QStringLiteral("内容摘要"),
        QStringLiteral("SM3 ") + digits::grouped(shown)
            + (isOther ? QStringLiteral("（报告内容此后有改动）") : QString())});
}

} // namespace

Manuscript signOffSheet(const Report &report, const QString &verdict, const PaperContext &context)
{
    const QString title = report.title().simplified();
    const Review &review = report.review();
    Sheet sheet;
    sheet.addTitle(QStringLiteral("政府信息公开工作年度报告签批单"));
    const QString office = report.fact(fact::kOffice);
    QList<QStringList> rows{{QStringLiteral("报告"), title},
        {QStringLiteral("机关"), report.fact(fact::kName)},
        {QStringLiteral("承办"),
            office.isEmpty() ? report.fact(fact::kPhone) : office + u'，' + report.fact(fact::kPhone)},
        {QStringLiteral("核对结论"), verdict},
        {QStringLiteral("版次"), QStringLiteral("第 %1 版").arg(review.revision)}};
    addDigest(rows, review, context);
    if (review.seal)
        rows.append({QStringLiteral("密钥签章"),
            QStringLiteral("%1，%2，公钥指纹 %3")
                .arg(review.seal->by, dayWords(review.seal->at), digits::grouped(context.key))});
    else if (review.paper)
        rows.append({QStringLiteral("纸面签发"),
            QStringLiteral("%1，%2").arg(review.paper->signedBy, dayWords(review.paper->date))});
    sheet.addTable({{1, {}, true}, {5, {}, false}}, rows, TableBlock::Handwriting::Mark);
    sheet.addTable({{1, QStringLiteral("环节"), true}, {1.2, QStringLiteral("姓名"), true},
                       {3.2, QStringLiteral("意见"), false}, {1.6, QStringLiteral("日期"), true}},
        steps(report), TableBlock::Handwriting::Opinion);
    return {title + QStringLiteral("（签批单）"), {sheet.part()}};
}

} // namespace nianbao
