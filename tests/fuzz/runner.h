// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace nianbao::fuzz {

/// What one run of the command line came to.
struct Outcome {
    int exit = -1; // -1: ended by a signal
    int signal = 0;
    double seconds = 0; // of work
    double mebibytes = 0; // the most it ever held
    QByteArray words{}; // what it said on stderr
};

/// nianbao-cli with these arguments, as a process of its own.
Outcome runCli(const QList<QByteArray> &arguments);

/// The same in this process, for once: what the program learns once, its children then know.
void warmUp(const QList<QByteArray> &arguments);

/// Nothing when a run was as it must be: no crash, bounded, with a sentence when it failed.
QString faultOf(const QByteArray &command, const Outcome &outcome);

/// Every file of a folder, by name, with what it is and holds. Giants and pipes are known by their marks.
using State = QMap<QString, QByteArray>;
State stateOf(const QString &folder);

} // namespace nianbao::fuzz
