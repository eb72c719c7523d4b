// SPDX-License-Identifier: MulanPSL-2.0
#include "roles.h"

#include <QHash>

namespace nianbao {

std::optional<Role> roleNamed(const QString &name)
{
    static const QHash<QString, Role> roles{{QStringLiteral("overview"), Role::Overview},
        {QStringLiteral("problems"), Role::Problems}, {QStringLiteral("other"), Role::Other},
        {QStringLiteral("disclosure"), Role::Disclosure}, {QStringLiteral("regulations"), Role::Regulations},
        {QStringLiteral("normative"), Role::Normative}, {QStringLiteral("issued"), Role::Issued},
        {QStringLiteral("repealed"), Role::Repealed}, {QStringLiteral("in_force"), Role::InForce},
        {QStringLiteral("requests"), Role::Requests}, {QStringLiteral("received"), Role::Received},
        {QStringLiteral("carried_in"), Role::CarriedIn}, {QStringLiteral("granted"), Role::Granted},
        {QStringLiteral("carried_out"), Role::CarriedOut}, {QStringLiteral("disputes"), Role::Disputes},
        {QStringLiteral("reconsideration"), Role::Reconsideration},
        {QStringLiteral("litigation"), Role::Litigation}, {QStringLiteral("upheld"), Role::Upheld},
        {QStringLiteral("pending"), Role::Pending}, {QStringLiteral("total"), Role::Total}};
    const auto found = roles.constFind(name);
    return found == roles.cend() ? std::nullopt : std::optional(*found);
}

} // namespace nianbao
