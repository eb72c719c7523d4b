// SPDX-License-Identifier: MulanPSL-2.0
#include "editorpage.h"

#include "errorwords.h"

namespace nianbao {

EditorPage::EditorPage(Session &session, QWidget *parent) : QWidget(parent), m_session(session) { }

bool EditorPage::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

} // namespace nianbao
