// SPDX-License-Identifier: MulanPSL-2.0
#include "factfield.h"

#include "errorwords.h"
#include "permitted.h"
#include "plainlineedit.h"
#include "plaintextedit.h"

#include <QCoreApplication>

namespace nianbao {

namespace {

template <typename Edit>
void bind(Session &session, const QString &key, const QString &description, Edit *edit,
    const std::function<void(const QString &)> &refused)
{
    edit->setObjectName(key);
    edit->setAccessibleName(description);
    writableWhile(session, Permissions::Action::EditContent, edit);
    edit->showText(session.report().fact(key));
    QObject::connect(
        edit, &Edit::textCommitted, edit, [&session, key, description, edit, refused](const QString &text) {
            const auto value = text.trimmed().isEmpty() ? std::nullopt : std::optional(text);
            const auto done
                = session.edit(Change::of(description, SetFact{key, value}, Place::fact(key).toString()));
            if (!done) {
                edit->refuse();
                refused(refusal(session, done.error()));
            }
        });
    bindRuns(session, edit);
    QObject::connect(&session, &Session::changed, edit, [&session, key, edit](const Delta &delta) {
        if (delta.facts.contains(key))
            edit->showText(session.report().fact(key));
    });
}

} // namespace

QString refusal(const Session &session, const Error &error)
{
    if (!session.permissions().may(Permissions::Action::EditContent))
        return QCoreApplication::translate(
            "FactField", "%1 What was typed stays here until it can be written; Esc gives it up.")
            .arg(describe(error));
    return QCoreApplication::translate(
        "FactField", "%1 What was typed stays here and is tried again with the next key; Esc gives it up.")
        .arg(describe(error));
}

void bindFact(Session &session, const QString &key, const QString &description, PlainLineEdit *edit,
    const std::function<void(const QString &)> &refused)
{
    bind(session, key, description, edit, refused);
}

void bindFact(Session &session, const QString &key, const QString &description, PlainTextEdit *edit,
    const std::function<void(const QString &)> &refused)
{
    bind(session, key, description, edit, refused);
    QObject::connect(edit, &PlainTextEdit::notice, edit, refused);
}

} // namespace nianbao
