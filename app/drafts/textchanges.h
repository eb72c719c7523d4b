// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>

namespace nianbao {

/// One stretch of two texts: in both, in the old one only, in the new one only.
struct TextChange {
    enum class Op { Keep, Delete, Insert };
    Op op = Op::Keep;
    QString text{}; // never empty
    bool operator==(const TextChange &) const = default;
};

/// How one text becomes another, as a person would say it: whole words of hanzi and of letters, whole numbers
/// and live figures, single marks, ends of paragraphs. Keeps and deletes give the old text, keeps and inserts
/// the new one; of two neighbours the kinds differ, and what was replaced stands before what replaced it.
/// Sentences that have nothing to do with each other are replaced whole. Two texts that are equal are one
/// keep, two empty ones nothing. Takes time in proportion to the texts: where comparing words would cost more
/// than that, whole sentences are replaced. work: counts how often two words were held against each other.
QList<TextChange> wordChanges(const QString &old, const QString &now, qint64 *work = nullptr);

/// How much of the words of two texts is the same, wherever it stands, from 0 to 1; numbers are all alike.
double likeness(const QString &one, const QString &other);

} // namespace nianbao
