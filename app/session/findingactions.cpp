// SPDX-License-Identifier: MulanPSL-2.0
#include "findingactions.h"

#include "catalogue.h"
#include "cleantext.h"
#include "clock.h"
#include "livefigures.h"
#include "reportplaces.h"
#include "settings.h"
#include "showntext.h"

#include <QCoreApplication>

namespace nianbao::findingActions {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FindingActions)
};

/// The text that the finding points into with [start, start + length) replaced; nullopt when it is no longer
/// there.
std::optional<Step> replaced(
    const Report &report, const Finding &finding, qsizetype start, qsizetype length, const QString &words)
{
    auto text = textAt(report, finding.place);
    if (start < 0 || !text || start + length > text->size())
        return std::nullopt;
    return withTextAt(report, finding.place, text->replace(start, length, words));
}

/// Removal has words of its own: what goes may be a character that nobody sees.
QString fixWords(const Report &report, const Finding &finding)
{
    if (!finding.fix->isEmpty())
        return Words::tr("Change to “%1”").arg(*finding.fix);
    const auto gone = textAt(report, finding.place).value_or(QString());
    const auto codes = gone.mid(finding.place.start(), finding.place.length()).toUcs4();
    return codes.isEmpty() ? Words::tr("Remove it")
                           : Words::tr("Remove %1").arg(said(characterWords(codes.first())));
}

/// For a button or an undo step: a few words of the passage.
QString brief(const QString &words)
{
    constexpr qsizetype kMost = 24;
    return firstCharacters(words, kMost);
}

/// In words: codes are for programs and papers.
QString nameOf(const RuleId &id)
{
    const RuleSet all;
    const Rule *rule = all.find(id);
    return rule ? nianbao::said(Phrase(wordingOf(*rule).title)) : id.toString();
}

Explanation said(const Finding &finding, const QString &words, const QString &who = settings::userName())
{
    return {words, finding.operands(), who, now().toString(Qt::ISODate)};
}

} // namespace

QList<Offer> corrections(const Report &report, const Finding &finding)
{
    QList<Offer> offers;
    if (finding.fix) {
        if (const auto step
            = replaced(report, finding, finding.place.start(), finding.place.length(), *finding.fix))
            offers.append({fixWords(report, finding),
                Change::of(Words::tr("Correct “%1”").arg(brief(finding.excerpt)), *step)});
    }
    if (finding.binding.isEmpty())
        return offers;
    const LiveValue value = evaluateLive(report, finding.binding);
    const auto step
        = replaced(report, finding, finding.numberStart, finding.numberLength, liveMarkup(finding.binding));
    if (step && value.state == LiveValue::State::Known)
        offers.append({Words::tr("Use the live figure %1").arg(value.text),
            Change::of(Words::tr("Live figure %1").arg(said(liveLabel(report, finding.binding))), *step)});
    return offers;
}

Change explain(const Finding &finding, const QString &words, const QString &who)
{
    if (words.trimmed().isEmpty())
        return takeBack(finding);
    Change change = Change::of(Words::tr("Explain: %1").arg(nianbao::said(finding.title)),
        SetExplanation{finding.key, said(finding, words.trimmed(), who)});
    change.by = who;
    return change;
}

Change putAside(const Finding &finding)
{
    return Change::of(Words::tr("Put aside: %1").arg(nianbao::said(finding.title)),
        SetExplanation{finding.key, said(finding, QString())});
}

Change takeBack(const Finding &finding)
{
    return Change::of(Words::tr("Take the explanation back: %1").arg(nianbao::said(finding.title)),
        SetExplanation{finding.key, std::nullopt});
}

bool mayBeAllowed(const Finding &finding)
{
    return finding.cells.isEmpty() && finding.place.hasRange() && !finding.left.isEmpty()
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
    return Change::of(Words::tr("Switch off the rule “%1”").arg(nameOf(rule)), SetRuleOff{rule, reason});
}

Change switchOn(const RuleId &rule)
{
    return Change::of(Words::tr("Switch on the rule “%1”").arg(nameOf(rule)), SetRuleOff{rule, std::nullopt});
}

} // namespace nianbao::findingActions
