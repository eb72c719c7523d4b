// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "channels.h"
#include "comments.h"
#include "explanations.h"
#include "facts.h"
#include "illustrations.h"
#include "prose.h"
#include "review.h"
#include "tables.h"

#include <QSet>

#include <concepts>
#include <memory>
#include <variant>

namespace nianbao {

class Report;

using PriorPointer = std::shared_ptr<const Report>;

struct SetPrior {
    static constexpr auto kName = "set_prior";
    PriorPointer prior{};
};
struct SetForm { // typed cells that the new form does not have are to be cleared by earlier steps
    static constexpr auto kName = "set_form";
    QString form{};
};

/// What a change is made of: the steps of the parts, and those that concern all of them. Each has one inverse
/// of the same kind (insert and remove of each other).
///
/// How a step, a delta and a report are copied and destroyed is compiled once, in their sources: written out
/// by each of 600 sources that see them, it took half of the time of compiling a test.
using StepKinds = std::variant<SetCell, SetNote, SetDeclared, SetFact, InsertSubSection, RemoveSubSection,
    MoveSubSection, SetHeading, SetText, SetChannels, SetIllustrations, SetPrior, SetReview, SetChain,
    SetExplanation, SetRuleOff, SetComment, MoveComment, SetForm>;
template <typename Kind, typename Kinds> inline constexpr bool isStepKind = false;
template <typename Kind, typename... Kinds>
inline constexpr bool isStepKind<Kind, std::variant<Kinds...>> = (std::same_as<Kind, Kinds> || ...);
struct Step : StepKinds {
    Step(); // a SetCell of no cell
    template <typename Kind>
    requires isStepKind<Kind, StepKinds> Step(Kind kind);
    Step(const Step &);
    Step(Step &&) noexcept;
    Step &operator=(const Step &);
    Step &operator=(Step &&) noexcept;
    ~Step();
    bool operator==(const Step &) const = delete; // kinds have none; who asks whether there is one is told
    bool operator<(const Step &) const = delete;
};

/// What one edit does: all of its steps or none. Carries the words shown by undo and the history.
struct Change {
    QString description{}; // already in the user's language: "填写 三、…"
    QList<Step> steps{};
    QString mergeKey{}; // consecutive changes with the same non-empty key overwrite the same place
    // and are one undo step
    bool restores = false; // it brings back what was there, or reads one of our files: an older version
    // may have let in more than bounds.h allows, and that must not be lost

    QString by{}; // who makes it, if not the one who works at this computer

    static Change of(QString description, Step step, QString mergeKey = {});
};

/// What became different: inputs and everything recomputed. Views repaint from it, the file is written from
/// it.
struct Delta {
    Delta();
    Delta(const Delta &);
    Delta(Delta &&) noexcept;
    Delta &operator=(const Delta &);
    Delta &operator=(Delta &&) noexcept;
    ~Delta();

    QSet<CellId> cells{}; // shown value, computed value, note or declared total
    QSet<QString> facts{};
    QSet<SectionId> sections{}; // narrative content
    bool structure = false; // sub-sections were added, removed, moved or renamed
    bool channels = false;
    bool illustrations = false;
    bool prior = false;
    bool review = false;
    bool explanations = false; // and rules switched off
    bool comments = false; // also where they hang
    bool form = false; // all of the tables
    Change inverse{}; // applied to the result gives the report before

    bool isEmpty() const
    {
        return cells.isEmpty() && facts.isEmpty() && sections.isEmpty() && !structure && !channels
            && !illustrations && !prior && !review && !explanations && !comments && !form;
    }
};

} // namespace nianbao
