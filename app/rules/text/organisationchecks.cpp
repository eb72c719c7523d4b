// SPDX-License-Identifier: MulanPSL-2.0
#include "organisationchecks.h"

#include "inspection.h"
#include "patterns.h"

#include <algorithm>

namespace nianbao {

namespace {
void findNoName(Inspection &check);
void findTitle(Inspection &check);
void findSignature(Inspection &check);
void findPriorBody(Inspection &check);
void findDate(Inspection &check);
} // namespace

const Rule kNameEmpty{"NAME-EMPTY", Level::Error, RuleGroup::Content, findNoName};
const Rule kTitle{"TITLE", Level::Hint, RuleGroup::Content, findTitle};
const Rule kSignature{"SIGNATURE", Level::Explain, RuleGroup::Content, findSignature};
const Rule kPriorBody{"PRIOR-BODY", Level::Explain, RuleGroup::Content, findPriorBody};
const Rule kDate{"DATE", Level::Explain, RuleGroup::Content, findDate};

namespace {

/// NAME-EMPTY: title, signature and all rules about names stand on it.
void findNoName(Inspection &check)
{
    if (!check.report.fact(fact::kName).trimmed().isEmpty())
        return;
    check.add(kNameEmpty, "EMPTY").place = Place::fact(QLatin1String(fact::kName));
}

/// "<机关><年>年政府信息公开工作年度报告" in its parts, the year before or after the body.
struct Title {
    QString body{};
    QString year{}; // digits; empty: none
    bool isYearFirst = false;
    QString tail{}; // from 年 on, as the form has it: behind the body or behind the year
};

/// The body is what the names know, before what looks most like the usual end.
QString bodyOf(const BodyNames &names, const QString &words, const QString &usualEnd)
{
    if (words.endsWith(usualEnd))
        return words.chopped(usualEnd.size());
    const QString begins = usualEnd.left(2);
    QString best;
    constexpr qsizetype kLongestName = 40;
    for (qsizetype length = std::min(words.size(), kLongestName); length > 1; --length) {
        const auto whose = names.whose(QStringView(words).first(length));
        if (whose != BodyNames::Whose::Own)
            continue;
        const QString body = words.left(length);
        if (words.mid(length).startsWith(begins))
            return body;
        if (best.isEmpty())
            best = body;
    }
    if (!best.isEmpty())
        return best;
    const auto end = words.indexOf(begins);
    return end > 0 ? words.left(end) : QString();
}

Title titleOf(const BodyNames &names, const QString &title, const QString &usualTail)
{
    Title read;
    const QString sign = usualTail.left(1); // 年
    const auto year = pattern("\\d{4}").match(title);
    if (!year.hasMatch()) {
        read.body = bodyOf(names, title, usualTail.mid(sign.size()));
        read.tail = title.mid(read.body.size());
        return read;
    }
    read.year = year.captured();
    read.isYearFirst = year.capturedStart() == 0;
    QString behind = title.mid(year.capturedEnd());
    if (!read.isYearFirst) {
        read.body = title.left(year.capturedStart());
        read.tail = behind;
        return read;
    }
    const bool hasSign = behind.startsWith(sign);
    behind = behind.mid(hasSign ? sign.size() : 0);
    read.body = bodyOf(names, behind, usualTail.mid(sign.size()));
    read.tail = (hasSign ? sign : QString()) + behind.mid(read.body.size());
    return read;
}

void findTitle(Inspection &check)
{
    const Report &report = check.report;
    if (check.names.isEmpty())
        return;
    const QString mark = QStringLiteral("{year}");
    const QString usual = report.spec().titlePattern;
    const QString tail = plain(usual.mid(usual.indexOf(mark) + mark.size()));
    const QString stated = plain(report.title());
    const Title title = titleOf(check.names, stated, tail);
    const QString year = QString::number(report.year());
    const auto whose = check.names.whose(title.body);
    const bool isOther = whose == BodyNames::Whose::Other || whose == BodyNames::Whose::Above;
    const bool isOtherYear = !title.year.isEmpty() && title.year != year;
    if (whose == BodyNames::Whose::Own && title.year == year && title.tail == tail)
        return;
    const QString right = whose == BodyNames::Whose::Own
        ? (title.isYearFirst ? year + tail.left(1) + title.body + tail.mid(1) : title.body + year + tail)
        : report.defaultTitle();
    Finding &finding = isOther
        ? check.add(kTitle, "BODY", report.title(), title.body, report.fact(fact::kName))
        : isOtherYear ? check.add(kTitle, "YEAR", report.title(), title.year, report.year())
                      : check.add(kTitle, "WORDS", report.title(), right);
    if (isOther || isOtherYear) // probably another report
        finding.level = Level::Explain;
    finding.place = Place::fact(QLatin1String(fact::kTitle));
    finding.excerpt = report.title();
    finding.left = report.title();
    finding.right = right;
}

/// SIGNATURE: 署名 under another's name.
void findSignature(Inspection &check)
{
    const QString signature = check.report.fact(fact::kSignature).trimmed();
    if (signature.isEmpty() || check.names.isEmpty())
        return;
    const QString body = plain(signature.section(u'\n', 0, 0));
    const auto whose = check.names.whose(body);
    if (whose == BodyNames::Whose::Own || whose == BodyNames::Whose::None)
        return;
    Finding &finding = check.add(kSignature, "OTHER", body, check.report.fact(fact::kName));
    finding.place = Place::fact(QLatin1String(fact::kSignature));
    finding.excerpt = body;
    finding.left = body;
    finding.right = check.report.fact(fact::kName);
}

/// All names that a body has registered.
QStringList registered(const Report &report)
{
    QStringList names{plain(report.fact(fact::kName)), plain(report.fact(fact::kShortName))};
    for (const QString &name : report.fact(fact::kNames).split(u'\n'))
        names.append(plain(name));
    names.removeAll(QString());
    return names;
}

/// PRIOR-BODY: comparing with another's year says nothing. A body that was renamed keeps a name.
void findPriorBody(Inspection &check)
{
    const auto &prior = check.report.prior();
    if (!prior)
        return;
    const QStringList ours = registered(check.report);
    const QStringList theirs = registered(*prior);
    if (ours.isEmpty() || theirs.isEmpty())
        return;
    const BodyNames priorNames(*prior);
    const auto isOwnOf = [](const BodyNames &names, const QStringList &all) {
        return std::any_of(all.begin(), all.end(),
            [&](const QString &name) { return names.whose(name) == BodyNames::Whose::Own; });
    };
    if (isOwnOf(check.names, theirs) || isOwnOf(priorNames, ours))
        return;
    Finding &finding = check.add(kPriorBody, "OTHER", theirs.first(), ours.first());
    finding.place = Place::fact(QLatin1String(fact::kName));
    finding.excerpt = theirs.first();
    finding.left = theirs.first();
    finding.right = ours.first();
}

/// DATE: the report is published by 31 January, a county's by 31 March (条例第四十九、五十条); later it is a
/// slip.
void findDate(Inspection &check)
{
    constexpr int kLastMonth = 6;
    const QString stated = check.report.fact(fact::kDate);
    if (stated.trimmed().isEmpty())
        return;
    const QDate date = dateFrom(stated);
    const int year = check.report.year() + 1;
    if (date.isValid() && date.year() == year && date.month() <= kLastMonth)
        return;
    const QString words = shortened(stated);
    Finding &finding = date.isValid() ? check.add(kDate, "UNUSUAL", check.report.year(), stated, year)
                                      : check.add(kDate, "NONE", words, year);
    finding.place = Place::fact(QLatin1String(fact::kDate));
    finding.excerpt = words;
    finding.left = words;
    finding.right = QString::number(year);
}

} // namespace

} // namespace nianbao
