// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "amount.h"

#include <QStringList>

#include <optional>

namespace nianbao {

/// What one text says that is meant to fill one place: the one reader for cells, channels, paste, JSON and
/// the command line. It never guesses and never drops a character that it does not understand:
///
///   Blank     white space only
///   Figure    12 · １３０５ · 1,305 · 1 305 · -3 · .5 · 12 件 · 7730.28万元 · (5) is −5 · ¥1,234.00
///             Commas and blanks (hard, thin, ideographic ones too) separate thousands where the groups are
///             right all along and the figure fits a cell; else 1,2 is nothing and 3 4 0 is Several.
///             Of words behind the figure only a unit is taken, and a note in brackets:
///             22（其中修订16件） is 22 with the note 其中修订16件.
///   Several   3 4 0 0 — 0 7: figures, with units or not, and marks, between blanks or 、 ; ｜
///   Lines     the same below each other
///   Mark      － ／ * … 无 零: nothing, or 0? Whoever entered it is asked, or told to say which
///   Words     a figure with words that are no note: 约22, 22左右
///   None      all else
struct Entry {
    enum class Kind { Blank, Figure, Several, Lines, Mark, Words, None };
    Kind kind = Kind::None;
    Amount value{}; // of a Figure
    ErrorCode fault = ErrorCode::NotANumber; // of None: also OutOfRange, TooManyDecimals
    QString unit{}; // 件, 万元 …; 元 of a currency sign; empty
    bool hasCurrencySign = false;
    QString note{}; // without its brackets
    QStringList parts{}; // of Several and Lines: each a Figure or a Mark; of Lines Several too
    bool isGroupedByBlanks = false; // 12 105 300: might have been three
};
Entry readEntry(const QString &text);

/// A place that takes one entry.
struct EntryPlace {
    QString unit{}; // 件, 万元
    int decimals = 0; // digits after the point, 0 to 6
    bool mayBeNegative = false;
    bool takesNotes = false;
};

/// What a place gets: nullopt blanks it. A note comes only where words stood beside the figure.
struct EnteredValue {
    std::optional<Amount> value{};
    QString note{};
    bool operator==(const EnteredValue &) const = default;
};

/// The text for that place, or the reason why not, its `where` empty and its `detail` the text, shortened.
/// Errors: NotANumber, OutOfRange, TooManyDecimals, NegativeNotAllowed, SeveralFigures, UnclearMark,
/// FigureWithNote, WrongUnit, TooLong (the note).
Result<EnteredValue> enter(const QString &text, const EntryPlace &place);

/// ¥1,234.00 where 万元 are counted: 1234 of the cell's unit, or 0.1234? Both are offered; nullopt when the
/// text is no such figure.
struct CurrencyReadings {
    Amount asWritten{};
    std::optional<Amount> converted{}; // not when it needs more places than the cell has
};
std::optional<CurrencyReadings> currencyReadings(const QString &text, const EntryPlace &place);

/// In one line, its end left out when it is long: for messages.
QString shortened(const QString &text);

} // namespace nianbao
