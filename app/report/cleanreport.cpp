// SPDX-License-Identifier: MulanPSL-2.0
#include "cleanreport.h"

#include "cleantext.h"

namespace nianbao {

namespace {

bool hasManyLines(const QString &key)
{
    return key == QLatin1String(fact::kIntroduction) || key == QLatin1String(fact::kTitle)
        || key == QLatin1String(fact::kNames) || key == QLatin1String(fact::kAllowedWords)
        || key.startsWith(QLatin1String(fact::kTableNote));
}

/// Cleans the texts of one step. The keys and operands of explanations are no texts: they must stay equal to
/// those of their findings.
class StepCleaner {
public:
    explicit StepCleaner(QStringList *removed) : m_removed(removed) { }

    void operator()(SetCell &) { }
    void operator()(SetNote &s)
    {
        take(s.note, Lines::One, QStringLiteral("tables.%1.note").arg(s.cell.toString()));
    }
    void operator()(SetDeclared &) { }
    void operator()(SetFact &s)
    {
        if (s.value)
            take(*s.value, hasManyLines(s.key) ? Lines::Many : Lines::One, s.key);
    }
    void operator()(InsertSubSection &s)
    {
        const QString path = pathOf(s.section, s.index);
        take(s.content.heading, Lines::One, path + QStringLiteral(".heading"));
        take(s.content.text, Lines::Many, path + QStringLiteral(".text"));
    }
    void operator()(RemoveSubSection &) { }
    void operator()(MoveSubSection &) { }
    void operator()(SetHeading &s)
    {
        take(s.heading, Lines::One, pathOf(s.section, s.index) + QStringLiteral(".heading"));
    }
    void operator()(SetText &s)
    {
        take(s.text, Lines::Many, pathOf(s.section, s.index) + QStringLiteral(".text"));
    }
    void operator()(SetChannels &s)
    {
        for (qsizetype i = 0; i < s.channels.size(); ++i) {
            const QString path = QStringLiteral("channels[%1]").arg(i);
            take(s.channels[i].name, Lines::One, path + QStringLiteral(".name"));
            for (qsizetype k = 0; k < s.channels[i].categories.size(); ++k)
                take(s.channels[i].categories[k].name, Lines::One,
                    QStringLiteral("%1.categories[%2].name").arg(path).arg(k));
        }
    }
    void operator()(SetIllustrations &s)
    {
        for (qsizetype i = 0; i < s.illustrations.size(); ++i) {
            take(s.illustrations[i].caption, Lines::One, QStringLiteral("figures[%1].caption").arg(i));
            take(s.illustrations[i].file, Lines::One, QStringLiteral("figures[%1].file").arg(i));
        }
    }
    void operator()(SetPrior &s)
    {
        if (!s.prior)
            return;
        QStringList within;
        Report prior = cleaned(*s.prior, &within);
        if (!(prior == *s.prior))
            s.prior = std::make_shared<const Report>(std::move(prior));
        for (const QString &place : std::as_const(within))
            m_removed ? m_removed->append(QStringLiteral("prior.") + place) : void();
    }
    void operator()(SetReview &) { }
    void operator()(SetExplanation &s)
    {
        if (!s.explanation)
            return;
        take(s.explanation->text, Lines::Many, QStringLiteral("explanations.text"));
        take(s.explanation->who, Lines::One, QStringLiteral("explanations.who"));
    }
    void operator()(SetRuleOff &s)
    {
        if (s.reason)
            take(*s.reason, Lines::One, QStringLiteral("rules_off.") + s.rule.toString());
    }
    void operator()(SetForm &) { }

private:
    static QString pathOf(const SectionId &section, int index)
    {
        return QStringLiteral("sections.%1[%2]").arg(section.toString()).arg(index);
    }

    void take(QString &text, Lines lines, const QString &path)
    {
        QList<char32_t> lost;
        text = cleanText(text, lines, &lost);
        if (m_removed && !lost.isEmpty())
            m_removed->append(QStringLiteral("%1: %2").arg(path, characterWords(lost)));
    }

    QStringList *m_removed;
};

/// A step for each text of a report, as it stands there now.
QList<Step> textsOf(const Report &report)
{
    // first the illustrations: they move on with the paragraphs of a text that gets other line ends
    QList<Step> steps{SetIllustrations{report.illustrations()}, SetChannels{report.channels()}};
    for (const auto &[key, value] : report.facts().asKeyValueRange())
        steps.append(SetFact{key, value});
    for (const SectionSpec &section : report.spec().sections) {
        int index = 0;
        for (const SubSection &sub : report.subSections(section.id)) {
            steps.append(SetHeading{section.id, index, sub.heading});
            steps.append(SetText{section.id, index++, sub.text});
        }
    }
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (const QString note = report.note(cell); !note.isEmpty())
                steps.append(SetNote{cell, note});
        }
    }
    for (const auto &[key, explanation] : report.explanations().asKeyValueRange())
        steps.append(SetExplanation{key, explanation});
    for (const auto &[rule, reason] : report.rulesOff().asKeyValueRange())
        steps.append(SetRuleOff{rule, reason});
    if (report.prior())
        steps.append(SetPrior{report.prior()});
    return steps;
}

} // namespace

Change cleaned(const Change &change)
{
    Change clean = change;
    clean.description = cleanText(change.description, Lines::One);
    StepCleaner cleaner(nullptr);
    for (Step &step : clean.steps)
        std::visit(cleaner, step);
    return clean;
}

Report cleaned(const Report &report, QStringList *removed)
{
    Change change{{}, textsOf(report)};
    change.restores = true; // also what only an earlier version let in
    StepCleaner cleaner(removed);
    for (Step &step : change.steps)
        std::visit(cleaner, step);
    Report clean = report;
    [[maybe_unused]] const auto done = clean.apply(change); // what was clean changes nothing
    Q_ASSERT(done); // every place was just read from the report
    return clean;
}

} // namespace nianbao
