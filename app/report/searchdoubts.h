// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"

#include <QStringList>

#include <optional>

namespace nianbao {

class Report;

/// Why words that were found are perhaps not meant when all of their kind are replaced: they are a part of
/// something longer that has a name of its own, or the words beside them speak of another year.
class SearchDoubts {
public:
    explicit SearchDoubts(const Report &report);

    /// Of [start, start + length) of a text as it is read; nullopt: nothing speaks against it.
    std::optional<Phrase> about(const QString &text, qsizetype start, qsizetype length) const;

private:
    std::optional<Phrase> aboutTime(const QString &text, qsizetype start, qsizetype length) const;

    int m_year;
    QStringList m_names; // of the body, and those that the law gives
};

} // namespace nianbao
