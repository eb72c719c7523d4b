// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bounds.h"
#include "result.h"

#include <QString>

#include <algorithm>
#include <compare>

namespace nianbao {

__extension__ typedef __int128 WideInteger;

/// A count or a sum of money, exact to six decimal places; no binary floating point anywhere.
/// A cell takes twelve digits before the point (bounds::kCount). Sums of cells have room for far more, so
/// that adding never overflows. Blank is std::optional<Amount>{}, never zero.
class Amount {
public:
    static constexpr int kDecimals = 6;
    static constexpr int kDigits = 24; // before the point, of any sum

    constexpr Amount() = default;
    static constexpr Amount fromInteger(qint64 whole) { return Amount(WideInteger(whole) * kScale); }
    static constexpr Amount fromMicros(WideInteger micros) { return Amount(micros); }

    /// Reads what toString writes: "1305", "59237.2449", "-3". What people write is read by readEntry.
    /// Errors: NotANumber, OutOfRange (more than kDigits), TooManyDecimals.
    static Result<Amount> parse(const QString &text);

    /// Plain digits, no thousands separator, no trailing zeros.
    QString toString() const;

    constexpr bool isNegative() const { return m_micros < 0; }
    constexpr bool isZero() const { return m_micros == 0; }
    constexpr bool isPositive() const { return m_micros > 0; }
    /// No larger, either way, than a cell may be.
    constexpr bool fitsACell() const
    {
        return absolute().m_micros < (WideInteger(bounds::kCount) + 1) * kScale;
    }
    /// Digits after the point that are needed: 0 to 6.
    int decimals() const;
    constexpr Amount absolute() const { return Amount(m_micros < 0 ? -m_micros : m_micros); }
    /// Without its fraction; what is larger than the type is its largest.
    constexpr qint64 whole() const
    {
        constexpr WideInteger largest = std::numeric_limits<qint64>::max();
        return qint64(std::clamp(m_micros / kScale, -largest, largest));
    }
    double toDouble() const
    {
        return double(m_micros) / double(kScale);
    } // to sort and draw by, never to keep

    /// part × factor ÷ whole, rounded half up to six places. whole > 0, part ≥ 0.
    static Amount ratio(Amount part, Amount whole, int factor);
    /// Plain digits with exactly that many places, rounded half up: "32.05". Not negative.
    QString toFixed(int places) const;

    friend constexpr Amount operator+(Amount a, Amount b) { return Amount(a.m_micros + b.m_micros); }
    friend constexpr Amount operator-(Amount a, Amount b) { return Amount(a.m_micros - b.m_micros); }
    friend constexpr Amount operator*(Amount a, int times) { return Amount(a.m_micros * times); }
    friend constexpr bool operator==(Amount, Amount) = default;
    friend constexpr auto operator<=>(Amount, Amount) = default;

private:
    static constexpr qint64 kScale = 1'000'000;
    explicit constexpr Amount(WideInteger micros) : m_micros(micros) { }
    WideInteger m_micros = 0;
};

} // namespace nianbao
