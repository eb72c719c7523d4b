// SPDX-License-Identifier: MulanPSL-2.0
#include "inspection.h"

#include <algorithm>

namespace nianbao {

QString withoutQuotes(const QString &text)
{
    QString bare = text;
    QList<QChar> open;
    for (QChar &c : bare) {
        if (c == u'“' || c == u'《') {
            open.append(c);
            continue;
        }
        if (!open.isEmpty() && c == (open.last() == u'“' ? u'”' : u'》')) {
            open.removeLast();
            continue;
        }
        if (c == u'\n')
            open.clear(); // an unpaired mark reaches no further than its paragraph
        else if (!open.isEmpty())
            c = u'＃';
    }
    return bare;
}

QString withoutNumbers(QString text)
{
    constexpr qsizetype kShortest = 8, kAhead = 3, kBehind = 2; // a telephone's number; what stays of it
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from;
        while (to < text.size() && text[to].isDigit())
            ++to;
        for (qsizetype i = from + kAhead; to - from >= kShortest && i < to - kBehind; ++i)
            text[i] = u'*';
        from = to + 1;
    }
    return text;
}

QString plain(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace() || c.unicode() == 0xFEFF)
            continue;
        result += c.unicode() >= 0xFF10 && c.unicode() <= 0xFF19 ? QChar(char16_t(c.unicode() - 0xFEE0)) : c;
    }
    return result;
}

Inspection::Inspection(const Report &r, const RuleSet &s)
    : report(r), rules(s), words(s.words()), names(r, words.ownNames)
{
    const auto take = [this](const Place &place, const QString &heading, const QString &stored) {
        CheckedText text{place, heading, shownText(report, stored), {}};
        text.bare = withoutQuotes(text.shown.text);
        (place.kind() == Place::Kind::Heading ? headings : texts).append(text);
    };
    take(Place::fact(QLatin1String(fact::kIntroduction)), {}, report.fact(fact::kIntroduction));
    for (const SectionSpec &section : report.spec().sections) {
        int index = 0;
        for (const SubSection &sub : report.subSections(section.id)) {
            take(Place::heading(section.id, index), sub.heading, sub.heading);
            take(Place::subSection(section.id, index++), sub.heading, sub.text);
        }
    }
}

std::shared_ptr<const Reading> Inspection::readingOf(const CheckedText &text)
{
    if (!m_context)
        m_context.emplace(report, words);
    return readText(*m_context, text);
}

void Inspection::run()
{
    QList<void (*)(Inspection &)> done; // a reading that several share
    for (const Rule *rule : rules.rules()) {
        if (done.contains(rule->find))
            continue;
        done.append(rule->find);
        rule->find(*this);
    }
    tellSurplus();
}

Finding &Inspection::tell(const Rule &rule, const Phrase &title, const Phrase &message)
{
    Finding finding;
    finding.rule = rule.ruleId();
    finding.level = rule.level;
    finding.title = title;
    finding.message = message;
    if (!rules.has(rule) || ++m_found[&rule] > kMostOfARule) {
        m_surplus = finding;
        return m_surplus;
    }
    findings.append(finding);
    return findings.last();
}

bool Inspection::isFull(const Rule &rule)
{
    if (!rules.has(rule))
        return true;
    int &found = m_found[&rule];
    if (found < kMostOfARule)
        return false;
    found = kMostOfARule + 1;
    return true;
}

void Inspection::tellSurplus()
{
    for (const auto &[rule, found] : m_found.asKeyValueRange()) {
        if (found <= kMostOfARule)
            continue;
        const auto last = std::find_if(findings.rbegin(), findings.rend(),
            [id = rule->ruleId()](const Finding &finding) { return finding.rule == id; });
        if (last != findings.rend())
            last->message += commonWords("surplus");
    }
}

void Inspection::setPlace(Finding &finding, const CheckedText &text, qsizetype start, qsizetype length)
{
    Q_ASSERT(start >= 0 && length >= 0 && start + length <= text.shown.text.size());
    finding.excerpt = text.shown.text.mid(start, length);
    const qsizetype from = text.shown.toStored(start);
    const qsizetype last = length > 0 ? start + length - 1 : start;
    const LiveSpan *live = text.shown.liveAt(last, last + 1);
    const qsizetype end = live ? live->storedStart + live->storedLength : text.shown.toStored(last) + 1;
    finding.place = text.place.withRange(from, end - from);
}

} // namespace nianbao
