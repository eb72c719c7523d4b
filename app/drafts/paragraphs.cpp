// SPDX-License-Identifier: MulanPSL-2.0
#include "paragraphs.h"

#include "livefigures.h"

namespace nianbao {

namespace {

QString live(const char *expression) { return liveMarkup(QLatin1String(expression)); }

/// Zero only when it is known to be zero: a blank figure stays a gap that shows.
bool isNone(const Report &report, const char *expression)
{
    const LiveValue value = evaluateLive(report, QLatin1String(expression));
    return value.state == LiveValue::State::Known && value.amount && value.amount->isZero();
}

bool exists(const Report &report, const char *expression)
{
    return evaluateLive(report, QLatin1String(expression)).state != LiveValue::State::Unknown;
}

QString yearWords(const Report &report) { return QStringLiteral("%1年，").arg(report.year()); }

QString disclosureDraft(const Report &report)
{
    QString text = yearWords(report);
    QStringList parts;
    for (const Channel &channel : report.channels()) {
        if (channel.name.contains(u'"') || channel.name.isEmpty() || !channelCount(channel))
            continue;
        parts.append(QStringLiteral("%1%2条").arg(
            channel.name, liveMarkup(QStringLiteral("channels[\"%1\"]").arg(channel.name))));
    }
    if (parts.isEmpty())
        text += QStringLiteral("通过政府网站等渠道主动公开政府信息。");
    else
        text += QStringLiteral("共主动公开政府信息%1条，其中，%2。")
                    .arg(live("channels.total"), parts.join(QStringLiteral("、")));
    if (!exists(report, "disclosure.normative.issued"))
        return text;
    text += isNone(report, "disclosure.normative.issued")
        ? QStringLiteral("未制发行政规范性文件")
        : QStringLiteral("制发行政规范性文件%1件").arg(live("disclosure.normative.issued"));
    if (!isNone(report, "disclosure.normative.repealed"))
        text += QStringLiteral("，废止行政规范性文件%1件").arg(live("disclosure.normative.repealed"));
    if (!isNone(report, "disclosure.normative.in_force"))
        text += QStringLiteral("，现行有效行政规范性文件%1件").arg(live("disclosure.normative.in_force"));
    return text + QStringLiteral("。");
}

QString requestsDraft(const Report &report)
{
    const bool noneReceived = isNone(report, "requests.received.total");
    const bool noneCarriedIn = isNone(report, "requests.carried_in.total");
    if (noneReceived && noneCarriedIn)
        return yearWords(report) + QStringLiteral("未收到政府信息公开申请，没有上年结转的申请。");
    QString text = yearWords(report);
    text += noneReceived ? QStringLiteral("未收到新的政府信息公开申请")
                         : QStringLiteral("共收到政府信息公开申请%1件").arg(live("requests.received.total"));
    if (!noneCarriedIn)
        text += QStringLiteral("，上年结转申请%1件").arg(live("requests.carried_in.total"));
    text += QStringLiteral("；办结申请%1件").arg(live("requests.total.total"));
    if (!isNone(report, "requests.carried_out.total"))
        text += QStringLiteral("，结转下年度继续办理%1件").arg(live("requests.carried_out.total"));
    text += QStringLiteral("。");
    if (!noneReceived)
        text += QStringLiteral("新收申请中，自然人申请%1件，法人或其他组织申请%2件。")
                    .arg(live("requests.received.individual"),
                        live("sum(requests.received.business, requests.received.research, "
                             "requests.received.welfare, requests.received.legal_service, "
                             "requests.received.other)"));
    if (isNone(report, "requests.total.total"))
        return text;
    return text
        + QStringLiteral(
            "从办理结果看，予以公开%1件，部分公开%2件，不予公开%3件，无法提供%4件，不予处理%5件，"
            "其他处理%6件。")
              .arg(live("requests.granted.total"), live("requests.partly_granted.total"),
                  live("requests.refused.total"), live("requests.unavailable.total"),
                  live("requests.declined.total"), live("requests.other.total"));
}

/// "（结果维持5件，结果纠正1件，其他结果0件，尚未审结2件）"
QString results(const char *row)
{
    const auto count = [&](const char *column) {
        return liveMarkup(QStringLiteral("disputes.%1.%2").arg(QLatin1String(row), QLatin1String(column)));
    };
    return QStringLiteral("（结果维持%1件，结果纠正%2件，其他结果%3件，尚未审结%4件）")
        .arg(count("upheld"), count("corrected"), count("other"), count("pending"));
}

QString disputesDraft(const Report &report)
{
    const bool noReconsideration = isNone(report, "disputes.reconsideration.total");
    const bool noLitigation = isNone(report, "disputes.litigation.total");
    if (noReconsideration && noLitigation)
        return yearWords(report) + QStringLiteral("未因政府信息公开被申请行政复议、被提起行政诉讼。");
    QString text = yearWords(report);
    text += noReconsideration ? QStringLiteral("未因政府信息公开被申请行政复议")
                              : QStringLiteral("因政府信息公开被申请行政复议%1件%2")
                                    .arg(live("disputes.reconsideration.total"), results("reconsideration"));
    text += noLitigation ? QStringLiteral("；未被提起行政诉讼。")
                         : QStringLiteral("；被提起行政诉讼%1件%2。")
                               .arg(live("disputes.litigation.total"), results("litigation"));
    return text;
}

QString feeDraft(const Report &report)
{
    return QStringLiteral(
        "依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），%1年未收取信息处理费。")
        .arg(report.year());
}

} // namespace

QString draftParagraph(const Report &report, Draft draft)
{
    switch (draft) {
    case Draft::Disclosure: return disclosureDraft(report);
    case Draft::Requests: return requestsDraft(report);
    case Draft::Disputes: return disputesDraft(report);
    case Draft::Fee: break;
    }
    return feeDraft(report);
}

} // namespace nianbao
