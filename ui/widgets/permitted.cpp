// SPDX-License-Identifier: MulanPSL-2.0
#include "permitted.h"

#include <QWidget>

namespace nianbao {

void enableWhile(Session &session, Permissions::Action action, QWidget *widget)
{
    followPermissions(session, widget,
        [&session, action, widget] { widget->setEnabled(session.permissions().may(action)); });
}

} // namespace nianbao
