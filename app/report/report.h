// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"
#include "entry.h"
#include "spec.h"

#include <QUuid>

namespace nianbao {

/// What a report holds, part by part: see part.h.
struct ReportParts {
    Tables tables{};
    Facts facts{};
    Prose prose{};
    Channels channels{};
    Illustrations illustrations{};
    Explanations explanations{};
    Review review{};
    Comments comments{};
    bool operator==(const ReportParts &) const = default;
};

/// One organisation's report of one year. A value: plain data and pure functions, cheap to copy.
/// Computed cells are derived, never stored as truth; blank is never zero.
class Report {
public:
    explicit Report(SpecPointer spec, int year, const QUuid &id = {});
    Report(const Report &);
    Report(Report &&) noexcept;
    Report &operator=(const Report &);
    Report &operator=(Report &&) noexcept;
    ~Report();

    const ReportSpec &spec() const { return *m_spec; }
    const SpecPointer &specPointer() const { return m_spec; }
    int year() const { return m_year; }
    /// Which report it is, whatever it says: every copy has the same, and no edit changes it. Null: no file
    /// was made of it yet, and none told.
    const QUuid &id() const { return m_id; }
    void identify(); // one of its own, if it has none

    /// What is shown, printed and exported: the typed value; of a total the declared one while there is one,
    /// else the computed one.
    std::optional<Amount> value(const CellId &cell) const { return m_parts.tables.value(cell); }
    /// The typed value, or the formula's result: the sum of the filled cells, blank when none is filled.
    std::optional<Amount> computed(const CellId &cell) const { return m_parts.tables.computed(cell); }
    /// The total as the source declared it, while it differs from the computed one or was confirmed.
    std::optional<Declared> declared(const CellId &cell) const { return m_parts.tables.declared(cell); }
    /// The total that is declared is not what the sum says, and nobody has confirmed it.
    bool isOpen(const CellId &cell) const;
    QString note(const CellId &cell) const { return m_parts.tables.note(cell); }

    bool hasFact(const QString &key) const { return facts().contains(key); }
    QString fact(const QString &key) const { return facts().value(key); }
    QString fact(const char *key) const { return facts().value(QLatin1String(key)); }
    const QMap<QString, QString> &facts() const { return m_parts.facts.all(); }

    QList<SubSection> subSections(const SectionId &section) const
    {
        return m_parts.prose.subSections(section);
    }
    const QList<Channel> &channels() const { return m_parts.channels.all(); }
    const QList<Illustration> &illustrations() const { return m_parts.illustrations.all(); }
    const ReportParts &parts() const { return m_parts; } // for what is done part by part
    const PriorPointer &prior() const { return m_prior; } // last year's, without its own prior; may be null
    const Review &review() const { return m_parts.review; }
    const QMap<int, Comment> &comments() const { return m_parts.comments.all(); } // by number
    const QMap<QString, Explanation> &explanations() const
    {
        return m_parts.explanations.all();
    } // by key of the finding
    const QMap<RuleId, QString> &rulesOff() const
    {
        return m_parts.explanations.rulesOff();
    } // switched off, with the reason

    /// Characters of all texts and facts together: what bounds::kAllTexts is asked of.
    qsizetype textSize() const { return m_parts.facts.textSize() + m_parts.prose.textSize(); }

    /// Applies all steps or none. Says what became different and how to go back. The one place that keeps
    /// bounds.h, whoever makes the change; of a change that restores only what sums need is asked.
    /// Errors: UnknownCell, ComputedCell, NegativeNotAllowed, TooManyDecimals, OutOfRange, UnknownFact,
    /// UnknownForm, NoSuchPlace, TooLong, TooMany, PictureTooLarge, BadDate.
    Result<Delta> apply(const Change &change);

    // Derived, of facts and spec
    QString title() const; // the stated one, else "<机关><年>年政府信息公开工作年度报告"
    QString defaultTitle() const;
    QString kind() const; // stated, else inferred from the ending of the name; may be empty
    QStringList ownNames() const; // full, short and other names, with and without superiors' prefixes
    QString introductionDraft() const; // drafted from the organisation's facts

    bool operator==(const Report &other) const; // inputs only: computed cells follow, and the id says nothing

private:
    class Applier;

    SpecPointer m_spec;
    int m_year;
    QUuid m_id;
    ReportParts m_parts;
    PriorPointer m_prior;
};

EntryPlace entryPlace(const CellSpec &cell);
/// What a text that a person entered says for the cell. Errors: UnknownCell, ComputedCell, those of enter().
Result<EnteredValue> parseCell(const ReportSpec &spec, const CellId &cell, const QString &text);
/// The steps that put it there; a note only where one was entered.
QList<Step> stepsFor(const CellId &cell, const EnteredValue &entered);

/// How far a place of the contents tree is, from data alone.
struct Progress {
    int filled = 0;
    int total = 0;
    bool isComplete() const { return filled == total; }
};
Progress progress(const Report &report, const SectionId &section);
Progress organisationProgress(const Report &report);
Progress introductionProgress(const Report &report);
/// Of all these, each counting alike however many cells it has; 100 only when each is whole.
int percentFilled(const Report &report);
QStringList missingOrganisationFacts(const Report &report); // keys of what that lacks

} // namespace nianbao
