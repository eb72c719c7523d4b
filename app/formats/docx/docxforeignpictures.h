// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "packagereader.h"

#include <optional>

namespace nianbao {

/// The pictures of somebody's document by the ids with which its text names them; each part is read once.
class DocxForeignPictures {
public:
    DocxForeignPictures(PackageReader &package, QHash<QString, PackageReader::Relation> relations)
        : m_package(package), m_relations(std::move(relations))
    { }
    /// nullopt: it is none that we read. Why stands in notices, once of each part.
    std::optional<ForeignPicture> picture(const QString &id, const QString &alternative);
    const QList<Phrase> &notices() const { return m_notices; }

private:
    PackageReader &m_package;
    QHash<QString, PackageReader::Relation> m_relations;
    QHash<QString, QByteArray> m_read{}; // by part; empty: cannot be taken
    QList<Phrase> m_notices{};
};

} // namespace nianbao
