// SPDX-License-Identifier: MulanPSL-2.0
#include "editorpage.h"

#include "errorwords.h"
#include "typing.h"

#include <QScrollArea>

namespace nianbao {

EditorPage::EditorPage(Session &session, QWidget *parent) : QWidget(parent), m_session(session) { }

EditorPage::~EditorPage() { typing::silence(this); }

bool EditorPage::goToField(const QString &name)
{
    auto *field = name.isEmpty() ? nullptr : findChild<QWidget *>(name);
    if (!field)
        return false;
    for (QWidget *above = field->parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(field);
    }
    field->setFocus();
    return true;
}

void EditorPage::goTo(const Place &place) { goToField(place.factKey()); }

bool EditorPage::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

} // namespace nianbao
