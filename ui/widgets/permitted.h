// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"

class QWidget;

namespace nianbao {

/// Calls show now, and whenever something else may be done with the report, as long as owner lives.
template <typename Show> void followPermissions(Session &session, QObject *owner, Show show)
{
    QObject::connect(&session, &Session::permissionsChanged, owner, show);
    show();
}

/// Enabled while that may be done.
void enableWhile(Session &session, Permissions::Action action, QWidget *widget);

/// A field that takes no keys while that may not be done; what was typed before stays in it.
template <typename Edit> void writableWhile(Session &session, Permissions::Action action, Edit *edit)
{
    followPermissions(
        session, edit, [&session, action, edit] { edit->setReadOnly(!session.permissions().may(action)); });
}

} // namespace nianbao
