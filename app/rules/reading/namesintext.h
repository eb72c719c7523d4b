// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bodynames.h"

namespace nianbao {

/// A name of another body as it stands in a text.
struct NamedBody {
    qsizetype start = 0;
    qsizetype length = 0;
    enum class Kind { Town, Place, Department, Peer }; // 镇, 街道; 县, 市; 局; of the own kind
    Kind kind = Kind::Town;
    int level = 0; // of places and of the place a department belongs to
    bool isSubject = false; // the clause speaks of what it did
};

/// Reads the names of bodies in running text. A name is never cut out of other words: it begins where a
/// clause does, behind a usual word, or behind the name of a place; what cannot be told is none.
class NamesInText {
public:
    /// `before`: more words that names may follow.
    NamesInText(const BodyNames &own, const QStringList &before);
    /// In order; linear in the length of the text. Kept by content, as readings are.
    QList<NamedBody> read(QStringView text);

private:
    void prepare();
    QList<NamedBody> readAnew(QStringView text) const;
    qsizetype wordAt(QStringView text, qsizetype at) const;
    std::optional<NamedBody> behindPlaces(QStringView text, qsizetype at) const;
    std::optional<NamedBody> townAt(QStringView text, qsizetype from, qsizetype stemEnd) const;
    std::optional<NamedBody> largerAt(QStringView text, qsizetype from, qsizetype stemEnd) const;
    std::optional<NamedBody> departmentAt(QStringView text, qsizetype from, qsizetype at, int level) const;
    std::optional<NamedBody> peerAt(QStringView text, qsizetype at) const;
    bool isStem(QStringView stem) const;
    bool isOwnBehindWord(QStringView name) const;
    bool goesOn(QStringView text, QStringView form, qsizetype end) const;

    const BodyNames &m_own;
    const BodyWords &m_words;
    const QStringList m_more; // that names may follow
    const QString m_key; // what readings depend on beside the text
    QSet<QString> m_before{};
    QSet<QChar> m_beforeFirsts{};
};

} // namespace nianbao
