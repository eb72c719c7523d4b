// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "amount.h"
#include "place.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>
#include <variant>

namespace nianbao {

class Report;

struct SubSection {
    QString heading{}; // without （一）: the program numbers; may be empty
    QString text{}; // paragraphs split by \n
    bool operator==(const SubSection &) const = default;
};

struct Category {
    QString name{};
    std::optional<qint64> count{};
    bool operator==(const Category &) const = default;
};

/// A channel of proactive disclosure: the government site, an account, a notice board.
struct Channel {
    QString name{};
    std::optional<qint64> count{}; // as stated; categories may say otherwise
    QList<Category> categories{};
    bool operator==(const Channel &) const = default;
};

/// A picture or chart of a sub-section. Stays with its place when sub-sections and paragraphs come and go.
struct Illustration {
    Place place{}; // the sub-section
    int afterParagraph = 0; // 0: before the first
    QString kind{}; // picture | chart
    QString caption{}; // without its number 图1
    QString chart{}; // channels | categories | outcomes | applicants | years
    QString file{}; // name of the picture's file where it came from
    QByteArray picture{}; // PNG or JPEG as it came; empty: not there
    bool operator==(const Illustration &) const = default;
};

enum class ReviewState { Drafting, InReview, Returned, Approved, Submitted, Published };
struct Review {
    ReviewState state = ReviewState::Drafting;
    int revision = 1;
    bool operator==(const Review &) const = default;
};

/// A total as the source declares it; blank is a statement too.
struct Declared {
    std::optional<Amount> value{};
    bool confirmed = false; // the user took it: the computed one no longer stands beside it
    bool operator==(const Declared &) const = default;
};

/// Why a finding may stand; with an empty text: a hint that was put aside. Holds for the operands it was
/// given for and lapses when they change.
struct Explanation {
    QString text{};
    QString operands{};
    QString who{};
    QString at{}; // ISO 8601
    bool operator==(const Explanation &) const = default;
};

using PriorPointer = std::shared_ptr<const Report>;

// The steps a change is made of. Each has one inverse of the same kind (insert and remove of each other).
struct SetCell {
    CellId cell{};
    std::optional<Amount> value{};
};
struct SetNote {
    CellId cell{};
    QString note{};
};
struct SetDeclared { // nullopt: the computed total is taken
    CellId cell{};
    std::optional<Declared> declared{};
};
struct SetFact { // nullopt: absent
    QString key{};
    std::optional<QString> value{};
};
struct InsertSubSection {
    SectionId section{};
    int index = 0;
    SubSection content{};
};
struct RemoveSubSection {
    SectionId section{};
    int index = 0;
};
struct MoveSubSection {
    SectionId section{};
    int from = 0;
    int to = 0;
};
struct SetHeading {
    SectionId section{};
    int index = 0;
    QString heading{};
};
struct SetText {
    SectionId section{};
    int index = 0;
    QString text{};
};
struct SetChannels {
    QList<Channel> channels{};
};
struct SetIllustrations {
    QList<Illustration> illustrations{};
};
struct SetPrior {
    PriorPointer prior{};
};
struct SetReview {
    Review review{};
};

struct SetExplanation { // nullopt: taken back
    QString key{}; // of the finding
    std::optional<Explanation> explanation{};
};
struct SetRuleOff { // nullopt: on again
    RuleId rule{};
    std::optional<QString> reason{};
};
struct SetForm { // typed cells that the new form does not have are to be cleared by earlier steps
    QString form{};
};

using Step = std::variant<SetCell, SetNote, SetDeclared, SetFact, InsertSubSection, RemoveSubSection,
    MoveSubSection, SetHeading, SetText, SetChannels, SetIllustrations, SetPrior, SetReview, SetExplanation,
    SetRuleOff, SetForm>;

/// What one edit does: all of its steps or none. Carries the words shown by undo and the history.
struct Change {
    QString description{}; // already in the user's language: "填写 三、…"
    QList<Step> steps{};
    QString mergeKey{}; // consecutive changes with the same non-empty key overwrite the same place
    // and are one undo step
    bool restores = false; // it brings back what was there, or reads one of our files: an older version
    // may have let in more than bounds.h allows, and that must not be lost

    static Change of(QString description, Step step, QString mergeKey = {});
};

/// One JSON object a step, for the audit row: {"set_cell": {...}}.
QJsonObject toJson(const Step &step);
QJsonArray toJson(const QList<Channel> &channels); // as in the interchange format
QJsonArray toJson(const QList<Illustration> &illustrations); // without the pictures themselves

/// What became different: inputs and everything recomputed. Views repaint from it, the file is written from
/// it.
struct Delta {
    QSet<CellId> cells{}; // shown value, computed value, note or declared total
    QSet<QString> facts{};
    QSet<SectionId> sections{}; // narrative content
    bool structure = false; // sub-sections were added, removed, moved or renamed
    bool channels = false;
    bool illustrations = false;
    bool prior = false;
    bool review = false;
    bool explanations = false; // and rules switched off
    bool form = false; // all of the tables
    Change inverse{}; // applied to the result gives the report before

    bool isEmpty() const
    {
        return cells.isEmpty() && facts.isEmpty() && sections.isEmpty() && !structure && !channels
            && !illustrations && !prior && !review && !explanations && !form;
    }
};

} // namespace nianbao
