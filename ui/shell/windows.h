// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "startrequest.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace nianbao {

class MainWindow;

/// The windows of this process, each with one report or the start page; one that is closed is gone. What
/// other starts of the program want is done here: a report that is open is brought to the front, another goes
/// into a window without one, or into a new one. While a dialog is open they wait: it may look at what would
/// change.
class Windows final : public QObject {
    Q_OBJECT
public:
    explicit Windows(QObject *parent = nullptr);
    ~Windows() override;

    MainWindow &make(); // not shown yet: see MainWindow::start()
    void take(const StartRequest &request); // soon, from the event loop
    /// The event loop, until the last window is closed and no start waits: what was taken from one is done,
    /// also when the windows go meanwhile. isEnding is asked after that: then what waits is not done.
    int run(const std::function<bool()> &isEnding);
    /// The program ends, whoever is asked: nothing waits any more, and all files are closed.
    void letGo();
    QList<MainWindow *> all() const; // those that are there still, oldest first

private:
    MainWindow &showNew();
    MainWindow *front() const;
    MainWindow &freeOne();
    void doSoon(int milliseconds = 0);
    bool isAnySeen() const;
    void doNext();
    void meet(const StartRequest &request);
    void openFile(const QString &path);
    std::vector<QPointer<MainWindow>> m_windows{};
    QList<StartRequest> m_waiting{};
    bool m_isBusy = false; // in the middle of one
    bool m_isClosed = false; // the last window was just now: the event loop may be ending
};

} // namespace nianbao
