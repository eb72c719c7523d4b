// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>

#include <utility>

class QLineEdit;

namespace nianbao {

/// A passphrase on its way: in one place only, and wiped when it goes.
class Secret {
public:
    explicit Secret(const QLineEdit &line);
    Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, QByteArray())) { }
    Secret &operator=(Secret &&) = delete;
    ~Secret() { m_bytes.fill('\0'); }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Empties a line that held a passphrase, as far as a line of Qt's lets go of what was typed.
void forget(QLineEdit &line);

} // namespace nianbao
