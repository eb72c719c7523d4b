// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QThread>

#include <chrono>
#include <memory>
#include <stop_token>

namespace nianbao::test {

/// Somebody who calls off what was begun, so long after he was made. He is waited for.
class CallsOff {
public:
    explicit CallsOff(std::chrono::milliseconds after)
        : m_thread(QThread::create([this, after] {
            QThread::msleep(static_cast<unsigned long>(after.count()));
            m_source.request_stop();
        }))
    {
        m_thread->start();
    }
    ~CallsOff() { m_thread->wait(); }
    std::stop_token token() const { return m_source.get_token(); }

private:
    Q_DISABLE_COPY_MOVE(CallsOff)
    std::stop_source m_source{};
    std::unique_ptr<QThread> m_thread;
};

} // namespace nianbao::test
