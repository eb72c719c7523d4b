// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QString>

namespace nianbao {

/// A count or a sum of money, exact to six decimal places; no binary floating point anywhere.
/// Range: twelve digits before the point. Blank is std::optional<Amount>{}, never zero.
class Amount {
public:
    static constexpr int kDecimals = 6;

    constexpr Amount() = default;
    static constexpr Amount fromInteger(qint64 whole) { return Amount(whole * kScale); }

    /// Reads what a clerk types or pastes: half- and full-width digits, spaces, thousands commas, a leading
    /// sign, a trailing 件 条 次 个 项 元 万元. 元 in a cell of 万元 is not converted: it is refused.
    /// Errors: NotANumber, OutOfRange, TooManyDecimals.
    static Result<Amount> parse(const QString &text);

    /// Plain digits, no thousands separator, no trailing zeros: "1305", "59237.2449", "-3".
    QString toString() const;

    bool isNegative() const { return m_micros < 0; }
    /// Digits after the point that are needed: 0 to 6.
    int decimals() const;
    bool isZero() const { return m_micros == 0; }
    qint64 micros() const { return m_micros; }
    /// part × factor ÷ whole, rounded half up to six places. whole > 0, part ≥ 0.
    static Amount ratio(Amount part, Amount whole, int factor);
    /// Plain digits with exactly that many places, rounded half up: "32.05". Not negative.
    QString toFixed(int places) const;
    static constexpr Amount fromMicros(qint64 micros) { return Amount(micros); }

    friend constexpr Amount operator+(Amount a, Amount b) { return Amount(a.m_micros + b.m_micros); }
    friend constexpr Amount operator-(Amount a, Amount b) { return Amount(a.m_micros - b.m_micros); }
    friend constexpr auto operator<=>(Amount, Amount) = default;

private:
    static constexpr qint64 kScale = 1'000'000;
    explicit constexpr Amount(qint64 micros) : m_micros(micros) { }
    qint64 m_micros = 0;
};

} // namespace nianbao
