// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readdocument.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace nianbao {

/// Exit codes of the interface: done, check found errors, it could not be done.
enum class Exit { Done = 0, Errors = 1, Failed = 2 };

struct Command {
    QString name{};
    QString arguments{}; // for the usage line
    QString description{};
    QList<QCommandLineOption> options{};
    int minArguments = 0;
    int maxArguments = 0; // -1: any number
    std::function<Result<Exit>(const QCommandLineParser &, const QStringList &)> run{};
};

/// Error: BadArguments.
inline Error badArguments(const QString &detail) { return {ErrorCode::BadArguments, {}, detail}; }

/// Of --year. Error: BadArguments where it is no year that a report can have.
Result<int> yearAsked(const QCommandLineParser &parser);

/// A report to take from: a file of ours, JSON, or a document of another program. What was ignored, removed
/// or only guessed in it is told on standard error. Errors: those of takeReport.
Result<Report> reportFrom(const QString &path, const TakeChoices &choices = {});

/// As check --json has it.
QJsonObject findingObject(const Finding &finding);

/// All commands of nianbao-cli. Each is one function from arguments to exit code or Error; words are made in
/// main.
QList<Command> commands();

} // namespace nianbao
