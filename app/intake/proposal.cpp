// SPDX-License-Identifier: MulanPSL-2.0
#include "proposal.h"

namespace nianbao {

QString toString(Recognition recognition)
{
    static const char *const words[] = {"sure", "guessed", "blank", "absent", "unreadable"};
    return QLatin1String(words[int(recognition)]);
}

int Proposal::count(Recognition state) const
{
    return int(std::count_if(
        cells.cbegin(), cells.cend(), [state](const ProposedCell &cell) { return cell.state == state; }));
}

bool Proposal::hasDoubts() const
{
    return false;
}

Proposal recognise(const ForeignDocument &, const IntakeHints &)
{
    return {};
}

Report reportFrom(const Proposal &proposal, const Acceptance &, int year)
{
    return Report(proposal.form, year);
}

Change changeFrom(const Proposal &, const Acceptance &, const Report &, const QString &description)
{
    return {description};
}

Change additionFrom(const Proposal &, const Acceptance &, const Report &, const QList<TableId> &,
    const QString &, const QString &description)
{
    return {description};
}

} // namespace nianbao
