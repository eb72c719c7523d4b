// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readreport.h"
#include "session.h"

#include <optional>

class QWidget;

namespace nianbao {

// Files are looked at beside the window, which a share that does not answer would hold up.

struct FoundFile {
    QString path{}; // without links and detours
    QString sameAs{}; // of the others one that is this very file, under whatever name; empty: none is
};
/// nullopt: it is not waited for any longer.
std::optional<FoundFile> findFile(QWidget *window, const QString &path, const QStringList &others);
/// See readReport(). nullopt: it is not waited for any longer.
std::optional<Result<ImportedReport>> readBeside(QWidget *window, const QString &path);
/// Makes the first findings of a report; those of a long one take their time.
Session::Check checkedBeside(QWidget *window);

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
