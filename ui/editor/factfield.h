// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "editorpage.h"

#include <functional>

namespace nianbao {

class PlainLineEdit;
class PlainTextEdit;

/// The sentence when typed text could not be taken into the report.
QString refusal(const Error &error);

/// Binds one fact of the report to an editor: shows it, follows it, and sends what is typed to the session;
/// an empty text makes the fact absent. Steps of one field merge while the focus stays.
void bindFact(Session &session, const QString &key, const QString &description, PlainLineEdit *edit,
    const std::function<void(const QString &)> &refused);
void bindFact(Session &session, const QString &key, const QString &description, PlainTextEdit *edit,
    const std::function<void(const QString &)> &refused);

} // namespace nianbao
