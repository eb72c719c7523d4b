// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>

namespace nianbao::test {

/// What the real program said.
struct Run {
    int exit = -1;
    QByteArray out{};
    QByteArray err{};

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(out).array(); }
};

inline Run run(const QStringList &arguments, const QMap<QString, QString> &more = {})
{
    QProcess process;
    process.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/nianbao-cli"));
    process.setArguments(arguments);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // it must need no display at all
    for (const auto &[name, value] : more.asKeyValueRange())
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.start();
    if (!process.waitForFinished(60000))
        qFatal("nianbao-cli does not end");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace nianbao::test
