// SPDX-License-Identifier: MulanPSL-2.0
#include "change.h"

namespace nianbao {

template <typename Kind>
requires isStepKind<Kind, StepKinds> Step::Step(Kind kind) : StepKinds(std::move(kind)) { }

template Step::Step(SetCell);
template Step::Step(SetNote);
template Step::Step(SetDeclared);
template Step::Step(SetFact);
template Step::Step(InsertSubSection);
template Step::Step(RemoveSubSection);
template Step::Step(MoveSubSection);
template Step::Step(SetHeading);
template Step::Step(SetText);
template Step::Step(SetChannels);
template Step::Step(SetIllustrations);
template Step::Step(SetPrior);
template Step::Step(SetReview);
template Step::Step(SetChain);
template Step::Step(SetExplanation);
template Step::Step(SetRuleOff);
template Step::Step(SetComment);
template Step::Step(MoveComment);
template Step::Step(SetForm);

Step::Step() = default;
Step::Step(const Step &) = default;
Step::Step(Step &&) noexcept = default;
Step &Step::operator=(const Step &) = default;
Step &Step::operator=(Step &&) noexcept = default;
Step::~Step() = default;

Delta::Delta() = default;
Delta::Delta(const Delta &) = default;
Delta::Delta(Delta &&) noexcept = default;
Delta &Delta::operator=(const Delta &) = default;
Delta &Delta::operator=(Delta &&) noexcept = default;
Delta::~Delta() = default;

Change Change::of(QString description, Step step, QString mergeKey)
{
    return {std::move(description), {std::move(step)}, std::move(mergeKey)};
}

} // namespace nianbao
