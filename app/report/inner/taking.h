// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bounds.h"
#include "report.h"

namespace nianbao {

/// A change on its way into a report, step by step: what a part must know to take one, and where it says what
/// became different or why that cannot be. Once refused, nothing of the change is kept, so a part may go on.
/// Bounds (bounds.h) are asked of what a step brings, not of what is there: what an older file holds beyond
/// one may stay and shrink, but not grow; and what is restored may hold it.
struct Taking {
    const Report &report; // as the steps before left it
    bool restores;
    Delta &delta;
    std::optional<Error> refused{}; // the first reason

    void refuse(const Error &error) { refused = refused.value_or(error); }
    void undoWith(Step inverse) { delta.inverse.steps.prepend(std::move(inverse)); }

    // Refused beyond the bound: TooLong, TooMany; before: what stands there now.
    void checkSize(qsizetype size, qsizetype bound, qsizetype before, const QString &where);
    void checkNumber(qsizetype number, qsizetype bound, qsizetype before, const QString &where);
    void checkText(const QString &text, const QString &before, const QString &where); // of paragraphs

    /// For a step that replaces a value as a whole: its kind holds just that. Whether it is another one.
    template <typename Kind, typename Value> bool replace(Value &now, const Value &value)
    {
        if (now == value)
            return false;
        undoWith(Kind{now});
        now = value;
        return true;
    }

    /// For a step that puts an entry into a map or, with nullopt, takes it out. Whether it is another one.
    template <typename Kind, typename Map, typename Value>
    bool put(Map &map, const typename Map::key_type &key, const std::optional<Value> &value)
    {
        const auto found = map.constFind(key);
        const auto before = found == map.constEnd() ? std::nullopt : std::optional(*found);
        if (before == value)
            return false;
        undoWith(Kind{key, before});
        if (value)
            map.insert(key, *value);
        else
            map.remove(key);
        return true;
    }
};

} // namespace nianbao
