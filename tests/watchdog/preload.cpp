// SPDX-License-Identifier: MulanPSL-2.0
// Loaded in front of any program with a QApplication (LD_PRELOAD), so that each test of the window is watched
// as it is, without being built anew: see measure. The application object gets a copy of its table of virtual
// functions with notify() replaced; at the end the longest pauses are written to the file that the variable
// NIANBAO_WATCHDOG names, one line a program.
#include "watch.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <dlfcn.h>

using nianbao::test::Pause;
using nianbao::test::Watch;

namespace {

using Make = void (*)(void *, int *, char **, int);
using Notify = bool (*)(void *, QObject *, QEvent *);

constexpr size_t kHead = 2; // words in front of the first function
constexpr size_t kMost = 64; // functions that are looked through
std::array<void *, kHead + kMost> s_table{};
Notify s_notify = nullptr;

bool watchedNotify(void *application, QObject *receiver, QEvent *event)
{
    Watch &watch = Watch::instance();
    if (!watch.isWatched())
        return s_notify(application, receiver, event);
    watch.enter(receiver, event);
    const bool result = s_notify(application, receiver, event);
    watch.leave();
    return result;
}

void tell()
{
    QFile file(qEnvironmentVariable("NIANBAO_WATCHDOG"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return;
    const Watch &watch = Watch::instance();
    const auto ms = [](double value) { return QByteArray::number(value, 'f', 0); };
    const QByteArray name = QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8();
    file.write(name + '\t' + ms(watch.longest().milliseconds()) + '\t'
        + ms(watch.longestWithoutSync().withoutSync()) + '\t' + QByteArray::number(watch.countOver100())
        + '\t' + watch.longestWithoutSync().cause + '\n');
}

void watch(void *application)
{
    s_notify = reinterpret_cast<Notify>(dlsym(RTLD_DEFAULT, "_ZN12QApplication6notifyEP7QObjectP6QEvent"));
    void **&table = *static_cast<void ***>(application);
    std::copy_n(table - kHead, s_table.size(), s_table.begin());
    const auto slot = std::find(s_table.begin() + kHead, s_table.end(), reinterpret_cast<void *>(s_notify));
    if (slot == s_table.end())
        qFatal("watchdog: no notify() among the functions of QApplication");
    *slot = reinterpret_cast<void *>(&watchedNotify);
    table = s_table.data() + kHead;
    Watch::instance().follow(QAbstractEventDispatcher::instance());
    qAddPostRoutine(tell);
}

} // namespace

/// QApplication::QApplication(int &, char **, int)
extern "C" __attribute__((visibility("default"))) void _ZN12QApplicationC1ERiPPci(
    void *self, int *count, char **words, int flags);
extern "C" void _ZN12QApplicationC1ERiPPci(void *self, int *count, char **words, int flags)
{
    reinterpret_cast<Make>(dlsym(RTLD_NEXT, "_ZN12QApplicationC1ERiPPci"))(self, count, words, flags);
    watch(self);
}
