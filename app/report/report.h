// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"
#include "entry.h"
#include "spec.h"

#include <QDate>
#include <QHash>
#include <QMap>

namespace nianbao {

/// Keys of the facts a report can state. A key that is not listed here is refused.
namespace fact {
inline constexpr auto kTitle = "title"; // 题名
inline constexpr auto kIntroduction = "introduction"; // 引言
inline constexpr auto kSource = "source";
inline constexpr auto kDate = "date"; // 成文日期 YYYY-MM-DD
inline constexpr auto kSignature = "signature"; // 署名
inline constexpr auto kName = "organisation.name"; // 机关全称
inline constexpr auto kShortName = "organisation.short_name";
inline constexpr auto kKind = "organisation.kind"; // one of bodyKinds()
inline constexpr auto kOffice = "organisation.office";
inline constexpr auto kAddress = "organisation.address";
inline constexpr auto kPhone = "organisation.phone";
inline constexpr auto kFax = "organisation.fax";
inline constexpr auto kPostcode = "organisation.postcode";
inline constexpr auto kEmail = "organisation.email";
inline constexpr auto kWebsite = "organisation.website";
inline constexpr auto kWebsiteName = "organisation.website_name";
inline constexpr auto kNames = "organisation.names"; // one a line
inline constexpr auto kDrafted = "people.drafted"; // 拟稿
inline constexpr auto kChecked = "people.checked"; // 核稿
inline constexpr auto kCountersigned = "people.countersigned"; // 会签
inline constexpr auto kSigned = "people.signed"; // 签发
inline constexpr auto kAllowedWords = "allowed_words"; // phrases that are right here, one a line
inline constexpr auto kTableNote = "table_notes."; // + table id

/// All keys but the table notes, in the order of the interchange format.
const QStringList &allKeys();
} // namespace fact

/// One organisation's report of one year. A value: plain data and pure functions, cheap to copy.
/// Computed cells are derived, never stored as truth; blank is never zero.
class Report {
public:
    Report(SpecPointer spec, int year);

    const ReportSpec &spec() const { return *m_spec; }
    const SpecPointer &specPointer() const { return m_spec; }
    int year() const { return m_year; }

    /// What is shown, printed and exported: the typed value; of a total the declared one while there is one,
    /// else the computed one.
    std::optional<Amount> value(const CellId &cell) const;
    /// The typed value, or the formula's result: the sum of the filled cells, blank when none is filled.
    std::optional<Amount> computed(const CellId &cell) const;
    /// The total as the source declared it, while it differs from the computed one or was confirmed.
    std::optional<Declared> declared(const CellId &cell) const;
    QString note(const CellId &cell) const;

    bool hasFact(const QString &key) const { return m_facts.contains(key); }
    QString fact(const QString &key) const { return m_facts.value(key); }
    QString fact(const char *key) const { return m_facts.value(QLatin1String(key)); }
    const QMap<QString, QString> &facts() const { return m_facts; }

    QList<SubSection> subSections(const SectionId &section) const { return m_sections.value(section); }
    const QList<Channel> &channels() const { return m_channels; }
    const QList<Illustration> &illustrations() const { return m_illustrations; }
    const PriorPointer &prior() const { return m_prior; } // last year's, without its own prior; may be null
    const Review &review() const { return m_review; }
    const QMap<QString, Explanation> &explanations() const { return m_explanations; } // by key of the finding
    const QMap<RuleId, QString> &rulesOff() const { return m_rulesOff; } // switched off, with the reason

    /// Characters of all texts and facts together: what bounds::kAllTexts is asked of.
    qsizetype textSize() const;

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

    bool operator==(const Report &other) const; // inputs only; computed cells follow from them

private:
    struct Typed {
        std::optional<Amount> value;
        QString note;
        bool operator==(const Typed &) const = default;
    };
    class Applier;
    void recompute(Delta &delta);

    SpecPointer m_spec;
    int m_year;
    QHash<CellId, Typed> m_cells; // typed cells with a value or note; of computed cells the note only
    QHash<CellId, Declared> m_declared;
    QHash<CellId, Amount> m_computed;
    QMap<QString, QString> m_facts;
    QHash<SectionId, QList<SubSection>> m_sections;
    QList<Channel> m_channels;
    QList<Illustration> m_illustrations;
    PriorPointer m_prior;
    Review m_review;
    QMap<QString, Explanation> m_explanations;
    QMap<RuleId, QString> m_rulesOff;
};

EntryPlace entryPlace(const CellSpec &cell);
/// What a text that a person entered says for the cell. Errors: UnknownCell, ComputedCell, those of enter().
Result<EnteredValue> parseCell(const ReportSpec &spec, const CellId &cell, const QString &text);
/// The steps that put it there; a note only where one was entered.
QList<Step> stepsFor(const CellId &cell, const EnteredValue &entered);

/// Of YYYY-MM-DD and nothing else; an invalid date when it is none.
QDate dateFrom(const QString &text);

/// "（一）概述" and the like: sub-sections with a heading are numbered, those without are lead-ins.
QStringList numberedHeadings(const QList<SubSection> &subSections);

/// How far a place of the contents tree is, from data alone.
struct Progress {
    int filled = 0;
    int total = 0;
    bool isComplete() const { return filled == total; }
};
Progress progress(const Report &report, const SectionId &section);
Progress organisationProgress(const Report &report);

std::optional<qint64> channelSum(const Channel &channel); // of its categories; nullopt when none is filled
/// The one count of a channel: its own, else that of its categories.
std::optional<qint64> channelCount(const Channel &channel);
std::optional<qint64> channelsTotal(const QList<Channel> &channels); // of those counts

QString toString(ReviewState state); // drafting, in_review …
std::optional<ReviewState> reviewStateFromString(const QString &word);

} // namespace nianbao
