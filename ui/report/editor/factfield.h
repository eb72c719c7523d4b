// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

#include <functional>

namespace nianbao {

class PlainLineEdit;
class PlainTextEdit;

/// The sentence when typed text could not be taken into the report.
QString refusal(const Session &session, const Error &error);

/// Typing runs of the editor are steps of the session's undo.
template <typename Edit> void bindRuns(Session &session, Edit *edit)
{
    QObject::connect(edit, &Edit::runEnded, &session, &Session::endMerge);
    QObject::connect(edit, &Edit::focusLeft, &session, &Session::endMerge);
    QObject::connect(edit, &Edit::gaveUp, &session, &Session::giveUpUnsaved);
}

/// Binds one fact of the report to an editor: shows it, follows it, and sends what is typed to the session;
/// an empty text makes the fact absent. One typing run is one step of undo.
void bindFact(Session &session, const QString &key, const QString &description, PlainLineEdit *edit,
    const std::function<void(const QString &)> &refused);
void bindFact(Session &session, const QString &key, const QString &description, PlainTextEdit *edit,
    const std::function<void(const QString &)> &refused);

} // namespace nianbao
