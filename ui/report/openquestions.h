// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"

class QWidget;

namespace nianbao {

// What is asked when a report's file is not ours alone.

/// To edit; when somebody is said to do that already, as it is chosen then. From a place where nothing lasts
/// (openplace.h) in a copy elsewhere, or to look only, as it is chosen. Errors: those of Session::open and
/// Session::saveCopy; Cancelled: not at all.
Result<std::unique_ptr<Session>> openOrAsk(QWidget *window, const QString &path);

/// Another state stands in the file than the one that is open.
bool isAnotherState(const Error &error);
enum class TwoStates { Later, KeepBoth, OnlyMine };
TwoStates askAboutTwoStates(QWidget *window, const Error &error, const QString &path);

} // namespace nianbao
