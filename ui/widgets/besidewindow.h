// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>

namespace nianbao {

/// How far work beside the window is, and whether it is still wanted: a value, to be copied into its thread.
class WorkProgress {
public:
    explicit WorkProgress(std::stop_token stop) : m_state(std::make_shared<State>()), m_stop(std::move(stop))
    { }
    void tell(int done, int all) const;
    int done() const { return m_state->done; }
    int all() const { return m_state->all; } // 0: nobody knows
    bool isCalledOff() const { return m_stop.stop_requested(); }
    const std::stop_token &stop() const { return m_stop; }

private:
    struct State {
        std::atomic<int> done = 0;
        std::atomic<int> all = 0;
    };
    std::shared_ptr<State> m_state;
    std::stop_token m_stop;
};

/// What a person reads who waits for it.
struct WaitWords {
    QString title{};
    QString doing{}; // a sentence
    QString about{}; // more of it, or nothing
    bool mayBeCalledOff = true; // false: half of it would be worse than all
    bool leadsToDialog = false; // for which is typed meanwhile: nothing of that is meant for the window
};

/// See besideWindow().
bool runBeside(
    QWidget *window, const WaitWords &words, const std::function<void(const WorkProgress &)> &work);

/// For tests: what work beside the window does first, as on a share that does not answer. nullptr: nothing.
void holdUpWork(std::function<void()> wait);

/// See whileWindowGoesOn().
void startBeside(std::function<void()> work);

/// Runs work in another thread, of which nobody sees anything; `then` gets its value in the window's thread,
/// unless the window is gone. Work takes and gives values, as for besideWindow().
template <typename Work, typename Then> void whileWindowGoesOn(QWidget *window, Work work, Then then)
{
    startBeside([about = QPointer<QWidget>(window), work = std::move(work), then = std::move(then)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [about, then, value = work()] {
                if (about)
                    then(value);
            },
            Qt::QueuedConnection);
    });
}

/// Runs work in another thread while the window stays alive: it is painted, but takes no input, and after a
/// while a dialog says what is being waited for. Work gets values and gives a value; it touches no widget, no
/// session and no open file of ours; a printer alone is lent to it. nullopt: it was called off, and what it
/// gives is forgotten; it goes on until it asks, or for ever, with all that it has captured.
template <typename Work>
std::optional<std::invoke_result_t<Work &, const WorkProgress &>> besideWindow(
    QWidget *window, const WaitWords &words, Work work)
{
    using Value = std::invoke_result_t<Work &, const WorkProgress &>;
    struct Task {
        Work work;
        std::optional<Value> value{};
    };
    const auto task = std::make_shared<Task>(Task{std::move(work)});
    const bool isDone = runBeside(
        window, words, [task](const WorkProgress &progress) { task->value.emplace(task->work(progress)); });
    return isDone ? std::move(task->value) : std::optional<Value>();
}

} // namespace nianbao
