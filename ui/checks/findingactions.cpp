// SPDX-License-Identifier: MulanPSL-2.0
#include "findingactions.h"

#include "clock.h"
#include "livefigures.h"
#include "rules.h"
#include "settings.h"
#include "showntext.h"

#include <QCoreApplication>

namespace nianbao::findingActions {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FindingActions)
};

/// The text of the finding's section with [start, start + length) replaced; nullopt when it is no longer
/// there.
std::optional<Step> replaced(
    const Report &report, const Finding &finding, qsizetype start, qsizetype length, const QString &words)
{
    if (start < 0)
        return std::nullopt;
    if (finding.section == u"introduction") {
        QString text = report.fact(fact::kIntroduction);
        if (start + length > text.size())
            return std::nullopt;
        return SetFact{QLatin1String(fact::kIntroduction), text.replace(start, length, words)};
    }
    const SectionId section(finding.section.section(u'/', 0, 0));
    const int index = finding.section.section(u'/', 1, 1).toInt() - 1;
    const auto subSections = report.subSections(section);
    if (index < 0 || index >= subSections.size() || start + length > subSections[index].text.size())
        return std::nullopt;
    QString text = subSections[index].text;
    return SetText{section, index, text.replace(start, length, words)};
}

/// For a button or an undo step: a few words of the passage.
QString brief(const QString &words)
{
    constexpr qsizetype kMost = 24;
    return firstCharacters(words, kMost);
}

Explanation said(const Finding &finding, const QString &words)
{
    return {words, finding.operands(), settings::userName(), now().toString(Qt::ISODate)};
}

} // namespace

QList<Offer> corrections(const Report &report, const Finding &finding)
{
    QList<Offer> offers;
    if (finding.fix) {
        if (const auto step = replaced(report, finding, finding.start, finding.length, *finding.fix))
            offers.append({Words::tr("Change to “%1”").arg(brief(*finding.fix)),
                Change::of(Words::tr("Correct “%1”").arg(brief(finding.excerpt)), *step)});
    }
    if (finding.binding.isEmpty())
        return offers;
    const LiveValue value = evaluateLive(report, finding.binding);
    const auto step
        = replaced(report, finding, finding.numberStart, finding.numberLength, liveMarkup(finding.binding));
    if (step && value.state == LiveValue::State::Known)
        offers.append({Words::tr("Use the live figure %1").arg(value.text),
            Change::of(Words::tr("Live figure %1").arg(liveLabel(report, finding.binding)), *step)});
    return offers;
}

Change explain(const Finding &finding, const QString &words)
{
    if (words.trimmed().isEmpty())
        return takeBack(finding);
    return Change::of(Words::tr("Explain: %1").arg(finding.title),
        SetExplanation{finding.key, said(finding, words.trimmed())});
}

Change putAside(const Finding &finding)
{
    return Change::of(
        Words::tr("Put aside: %1").arg(finding.title), SetExplanation{finding.key, said(finding, QString())});
}

Change takeBack(const Finding &finding)
{
    return Change::of(Words::tr("Take the explanation back: %1").arg(finding.title),
        SetExplanation{finding.key, std::nullopt});
}

bool mayBeAllowed(const Finding &finding)
{
    return finding.cells.isEmpty() && finding.start >= 0 && !finding.left.isEmpty()
        && finding.level != Level::Error && finding.binding.isEmpty()
        && !finding.rule.toString().startsWith(QStringLiteral("TXT-"));
}

Change allow(const Report &report, const Finding &finding)
{
    QStringList phrases = report.fact(fact::kAllowedWords).split(u'\n', Qt::SkipEmptyParts);
    phrases.append(finding.excerpt);
    phrases.removeDuplicates();
    return Change::of(Words::tr("“%1” is right here").arg(brief(finding.excerpt)),
        SetFact{QLatin1String(fact::kAllowedWords), phrases.join(u'\n')});
}

Change switchOff(const RuleId &rule, const QString &reason)
{
    return Change::of(Words::tr("Switch off the rule %1").arg(rule.toString()), SetRuleOff{rule, reason});
}

Change switchOn(const RuleId &rule)
{
    return Change::of(
        Words::tr("Switch on the rule %1").arg(rule.toString()), SetRuleOff{rule, std::nullopt});
}

} // namespace nianbao::findingActions
