// SPDX-License-Identifier: MulanPSL-2.0
#include "editorpage.h"

#include "entryline.h"
#include "errorwords.h"
#include "gridview.h"
#include "livepicker.h"
#include "plaintextedit.h"

#include <QScrollArea>

namespace nianbao {

namespace {
template <typename Editor> bool commitEach(const QWidget &root, bool (Editor::*commit)())
{
    bool allTaken = true;
    for (Editor *editor : root.findChildren<Editor *>())
        allTaken = (editor->*commit)() && allTaken;
    return allTaken;
}
} // namespace

bool commitEditors(QWidget &root)
{
    for (LivePicker *picker : root.findChildren<LivePicker *>())
        picker->close();
    bool allTaken = commitEach(root, &GridView::commitEditor);
    allTaken = commitEach(root, &PlainTextEdit::commitPending) && allTaken;
    allTaken = commitEach(root, &PlainLineEdit::commitPending) && allTaken;
    return commitEach(root, &EntryLine::commitPending) && allTaken;
}

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

void EditorPage::goTo(const Place &place)
{
    goToField(place.field.isEmpty() ? QString(place.section).replace(u'/', u'.') // "organisation/name"
                                    : place.field);
}

bool EditorPage::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

} // namespace nianbao
