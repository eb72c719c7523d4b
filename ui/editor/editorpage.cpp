// SPDX-License-Identifier: MulanPSL-2.0
#include "editorpage.h"

#include "errorwords.h"

namespace nianbao {

EditorPage::EditorPage(Session &session, QWidget *parent) : QWidget(parent), m_session(session) { }

void EditorPage::leave()
{
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
    for (QObject *part : findChildren<QObject *>())
        part->disconnect(this);
    m_session.disconnect(this);
}

void EditorPage::goTo(const Place &place)
{
    const QString key = QString(place.section).replace(u'/', u'.'); // "organisation/name"
    if (auto *field = key.isEmpty() ? nullptr : findChild<QWidget *>(key))
        field->setFocus();
}

bool EditorPage::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

} // namespace nianbao
