// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace nianbao {

/// A program that is to run as a child: no shell, nothing on its standard input.
struct ChildCall {
    QString program{}; // looked for in PATH
    QStringList arguments{};
    QString folder{}; // where it works, its HOME and the place of its temporary files
};

/// What a child may take. Beyond each it is ended, with everything that it started.
struct ChildLimits {
    int milliseconds = 10'000; // of all calls together, by the clock
    qint64 memory = 512 << 20; // bytes of address space, of each process
    qint64 output = 64 << 20; // bytes on standard output, of each call
    qint64 file = 64 << 20; // bytes of a file that it writes
    std::stop_token stop{}; // of whoever no longer wants the answer
};

struct ChildOutcome {
    enum class End {
        Exited, // by itself: see exitCode
        Missing, // there is no such program
        NotStarted, // the system would not, or another call had failed before
        CalledOff, // by ChildLimits::stop
        Crashed, // by a signal; a child that asks for too much memory often ends so
        TooSlow,
        TooMuch // output
    };
    End end = End::NotStarted;
    int exitCode = -1;
    QByteArray output{};
    QByteArray complaints{}; // the first of what it said on standard error
    bool isGood() const { return end == End::Exited && exitCode == 0; }
};

/// Runs the calls one after the other, so many at once, and waits for all of them. Each child has a session
/// of its own, an environment of its own (PATH, LC_ALL=C.UTF-8, folders of its own; no proxy, no display) and
/// none of our open files; it dies with us. After the first that is not good no other is begun, and those
/// that run are ended; so are they when it is called off, within some hundredths of a second. An outcome per
/// call, in their order.
QList<ChildOutcome> runChildren(const QList<ChildCall> &calls, const ChildLimits &limits, int atOnce = 2);
ChildOutcome runChild(const ChildCall &call, const ChildLimits &limits = {});

} // namespace nianbao
