// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QHashFunctions>
#include <QString>

#include <algorithm>

namespace nianbao {

/// A word that names one thing of a form. Distinct types, so that a rule is never passed for a table.
template <typename Tag> class Id {
public:
    Id() = default;
    explicit Id(QString word) : m_word(std::move(word)) { }
    const QString &toString() const { return m_word; }
    bool isEmpty() const { return m_word.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_word < b.m_word; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_word, seed); }

private:
    QString m_word;
};

using TableId = Id<struct TableTag>; // disclosure, requests, disputes
using SectionId = Id<struct SectionTag>; // overview, disclosure, requests, disputes, problems, other
using RuleId = Id<struct RuleTag>; // REQ-ROW …, see the catalogue of rules

/// Whether a word can name a rule, of this program or of another version: capitals, digits and hyphens.
inline bool canName(const RuleId &rule)
{
    constexpr qsizetype kLongest = 40;
    const QString &word = rule.toString();
    const auto fits
        = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !word.isEmpty() && word.size() <= kLongest && std::all_of(word.begin(), word.end(), fits);
}

/// "table.row.column", three words. Never numbers: a reordered form still reads old files.
class CellId : public Id<struct CellTag> {
public:
    CellId() = default;
    explicit CellId(const QString &word) : Id(word) { }
    CellId(const TableId &table, const QString &row, const QString &column)
        : Id(table.toString() + QLatin1Char('.') + row + QLatin1Char('.') + column)
    { }
    TableId table() const { return TableId(toString().section(QLatin1Char('.'), 0, 0)); }
    QString row() const { return toString().section(QLatin1Char('.'), 1, 1); }
    QString column() const { return toString().section(QLatin1Char('.'), 2, 2); }
};

} // namespace nianbao
