// SPDX-License-Identifier: MulanPSL-2.0
#include "editorpage.h"

#include "errorwords.h"
#include "plaintextedit.h"
#include "tabstops.h"
#include "typing.h"

#include <QFocusEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace nianbao {

EditorPage::EditorPage(Session &session, QWidget *parent) : QWidget(parent), m_session(session) { }

EditorPage::~EditorPage() { typing::silence(this); }

bool EditorPage::goToField(const QString &name, const Place &words)
{
    auto *field = name.isEmpty() ? nullptr : findChild<QWidget *>(name);
    if (!field)
        return false;
    for (QWidget *above = field->parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(field);
    }
    field->setFocus();
    if (words.length() <= 0)
        return true;
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->setSelection(int(words.start()), int(words.length()));
    else if (auto *text = qobject_cast<PlainTextEdit *>(field))
        text->goToPassage(words.start(), words.length());
    return true;
}

void EditorPage::goTo(const Place &place) { goToField(place.factKey(), place); }

QList<std::pair<qsizetype, qsizetype>> EditorPage::passagesIn(const QList<Place> &places, const Place &text)
{
    QList<std::pair<qsizetype, qsizetype>> passages;
    for (const Place &place : places) {
        if (place.hasRange() && place.whole() == text)
            passages.append({place.start(), place.length()});
    }
    return passages;
}

bool EditorPage::edit(const Change &change)
{
    const auto done = m_session.edit(change);
    if (!done)
        Q_EMIT notice(describe(done.error()));
    return done.has_value();
}

void EditorPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (QWidget *first = tabstops::firstOf(*this))
        first->setFocus(event->reason());
}

} // namespace nianbao
